"""README and docs say what the program does: its commands, settings and layout, and nothing that is not there."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from conftest import ROOT

import explorer
from explorer import model
from explorer.catalogue.header import TAGS
from explorer.catalogue.values import COLUMN_TYPES, PARAMETER_TYPES, REFINED
from explorer.cli import main
from explorer.reading import decision_forms, records
from explorer.reading.csv_sheets import SHEETS
from explorer.settings import Settings

README = (ROOT / "README.md").read_text(encoding="utf-8")
WRITING = (ROOT / "docs" / "writing-questions.md").read_text(encoding="utf-8")
SETTINGS = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
COMMANDS = main.list_commands(click.Context(main))


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_and_stands_in_the_readme(command: str) -> None:
    shown = CliRunner().invoke(main, [command, "--help"])
    assert shown.exit_code == 0
    assert re.search(r"Usage: .*" + command, shown.output)
    assert f"explorer {command}" in README


@pytest.mark.parametrize("setting", [each.metadata["env"] for each in fields(Settings)])
def test_each_setting_is_told(setting: str) -> None:
    assert f"`{setting}`" in SETTINGS


def test_the_readme_names_only_commands_that_exist() -> None:
    named = set(re.findall(r"^(?:\$ )?(?:NEO4J\S+ )*explorer ([a-z][\w-]+)", README, flags=re.M))
    assert named and named <= set(COMMANDS)


def test_the_layers_that_are_told_are_those_that_are_held() -> None:
    told = (ROOT / "docs" / "developing.md").read_text(encoding="utf-8").split("## Layers")[1].split("```")[1]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = project["tool"]["importlinter"]["contracts"][0]
    held = [{name.removeprefix("explorer.") for name in layer.split(" | ")} for layer in contract["layers"]]
    assert [set(line.split(", ")) for line in told.strip().splitlines()] == held


def test_the_map_of_the_tree_holds() -> None:
    tree = README.split("## The tree")[1].split("```")[1]
    parent, found = ROOT, []
    for line in tree.strip().splitlines():
        named = re.findall(r"(?<!\S)\w+(?:/|\.py)(?!\S)", line)
        inside = parent if line.startswith("  ") else ROOT
        found += [inside / name for name in named]
        if inside == ROOT:
            parent = ROOT / named[0]
    assert len(found) > 15 and ROOT / "explorer" / "web" in found and ROOT / "benchmarks" in found
    assert [path for path in found if not path.exists()] == []


@pytest.mark.parametrize("page", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda page: page.name)
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    links = [link for link in re.findall(r"\]\(([^)\s#]+)", page.read_text(encoding="utf-8")) if "://" not in link]
    assert links or page.name in ("compose.md", "py2neo.md"), "a page leads on to others"
    assert [link for link in links if not (page.parent / link).is_file()] == []


def test_the_tests_that_the_table_of_engines_names_are_there() -> None:
    named = set(re.findall(r"`(tests/\w+\.py)`", (ROOT / "docs" / "engines.md").read_text(encoding="utf-8")))
    assert len(named) > 8
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


def test_the_dossier_of_the_readme_loads(tmp_path) -> None:  # type: ignore[no-untyped-def]
    dossier = next(block for block in README.split("```yaml\n")[1:])
    (tmp_path / "mine.yaml").write_text(dossier.split("```")[0], encoding="utf-8")
    (tmp_path / "chronicle.txt").write_text(
        "On 21 January he and Lavrov met in Geneva. Sergey Lavrov, Foreign Minister of Russia, was sure.\n"
        "Lavrov said again that Russia had no plans to attack Ukraine.",
        encoding="utf-8",
    )
    connection = explorer.connect(tmp_path / "graph.kgl")
    assert connection.load([tmp_path / "mine.yaml"]).new == 8
    answer = connection.ask("meetings involving Лавров")
    assert isinstance(answer, explorer.Answer)
    assert answer.rows[0]["evidence"][0]["quote"] == "On 21 January he and Lavrov met in Geneva."


def _page_of_fields() -> tuple[str, str]:
    """The page that lists all fields of a dossier, and the list."""
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        text = page.read_text(encoding="utf-8")
        if listed := re.search(r"^```\n(sources +id .*?)^```$", text, flags=re.M | re.S):
            return text, listed[1]
    raise AssertionError("no page lists the fields of a dossier")


def _words(fields: Iterable[model.Field]) -> list[str]:
    return [word for field in fields for word in (field.name, *field.words)]


def _fields_of(kind: model.Kind) -> list[str]:
    """What the list must say of a kind, in any order."""
    listed = ["id", *_words(kind.fields), *(["reports"] if kind.reported else [])]
    for reference in kind.references:
        listed.append(reference.name)
        if reference.parts:
            listed += [reference.kind, *_words(reference.parts), "reports"]
    return sorted(listed)


def test_the_list_of_all_fields_is_that_of_the_model() -> None:
    _, listed = _page_of_fields()
    found: dict[str, list[str]] = {}
    for line in listed.splitlines():
        section, words = line[:10].strip(), re.findall(r"\w+", line[10:].partition("      (")[0])
        found.setdefault(section or list(found)[-1], []).extend(words)
    reports = sorted({*records.Report.model_fields, *(field.name for kind in model.KINDS for field in kind.told)})
    wanted = {kind.plural: _fields_of(kind) for kind in model.KINDS} | {"reports": reports}
    wanted |= dict.fromkeys(decision_forms.SECTIONS, sorted(records.Decision.model_fields))
    assert {section: sorted(words) for section, words in found.items()} == wanted


def test_the_csv_files_that_are_named_are_those_that_are_read() -> None:
    page, _ = _page_of_fields()
    assert set(re.findall(r"`(\w+)\.csv`", page)) == set(SHEETS)


def test_the_question_of_the_readme_is_accepted(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    question = README.split("```cypher\n")[1].split("```")[0].replace("@ask    meetings in", "@ask    gatherings at")
    (tmp_path / "gatherings-at.cypher").write_text(question, encoding="utf-8")
    monkeypatch.setenv("EXPLORER_QUERIES", str(tmp_path))
    assert "gatherings-at" in CliRunner().invoke(main, ["list"]).output


def test_the_question_of_the_page_on_writing_questions_can_be_tried(sample_file, tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    name = re.search(r"`([a-z-]+)\.cypher`", WRITING)
    assert name
    (tmp_path / f"{name[1]}.cypher").write_text(WRITING.split("```cypher\n")[1].split("```")[0], encoding="utf-8")
    monkeypatch.setenv("EXPLORER_QUERIES", str(tmp_path))
    commands = re.findall(r"^EXPLORER_QUERIES=my-questions explorer (.*)$", WRITING, flags=re.M)
    assert {command.split()[0] for command in commands} == {"list", "show", "run", "ask"}
    for command in commands:
        done = CliRunner().invoke(main, ["--graph", str(sample_file), *shlex.split(command)])
        assert done.exit_code == 0 and "hosted" in done.output, done.output
        assert command.split()[0] in ("list", "show") or "“" in done.output, "quotes of the sources"


def test_the_page_on_writing_questions_names_every_tag_and_type() -> None:
    tags = set(re.findall(r"^\| `(@\w+)", WRITING, flags=re.M))
    assert tags == set(TAGS)
    for type in (*PARAMETER_TYPES, *REFINED, *COLUMN_TYPES):
        assert f"`{type}`" in WRITING, type


def test_the_answer_on_the_first_screen_is_real(sample: explorer.Connection) -> None:
    asked = re.search(r'explorer ask "(.*)"', README)
    assert asked
    answer = sample.ask(asked[1])
    assert isinstance(answer, explorer.Answer)
    quotes = {each["quote"] for row in answer.rows for each in row["evidence"]}
    block = README.split("```")[1]
    shown = {" ".join(quote.split()) for quote in re.findall(r"“([^”]*)”", block)}
    assert len(answer.rows) == 1 and shown and shown <= quotes
    assert str(answer.understood) in block and answer.summary in block


def test_the_first_lines_on_the_first_screen_are_real(sample: explorer.Connection) -> None:
    rows = re.findall(r"^\| `(.+)` \| (.+) \|$", README.split("## Two commands")[0], flags=re.M)
    assert len(rows) == 10
    for text, line in rows:
        answer = sample.ask(text)
        assert isinstance(answer, explorer.Answer) and answer.summary == line, text
