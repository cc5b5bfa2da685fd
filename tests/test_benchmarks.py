"""The benchmarks run, on a world small enough for a test: every question and the load are in their tables."""

from __future__ import annotations

import os
import re
import subprocess
import sys

from conftest import ROOT

from benchmarks import serving
from benchmarks.generate import World
from explorer.catalogue import catalogue


def measured(*arguments: str) -> str:
    """What the benchmarks print."""
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "benchmarks", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    return run.stdout


def test_the_same_seed_gives_the_same_world() -> None:
    assert list(World(200).pieces()) == list(World(200).pieces())
    assert list(World(200, seed=2).pieces()) != list(World(200).pieces())


def test_every_question_and_the_load_are_measured() -> None:
    printed = measured("--nodes", "1500", "--rounds", "3")
    assert re.search(r"loading [\d,]+ rows: [\d.]+ s, bare loop [\d.]+ s, ratio [\d.]+", printed)
    assert set(re.findall(r"^\| ([a-z-]+) \| \d", printed, flags=re.M)) == set(catalogue.load(None))


def test_what_is_offered_while_one_types_is_measured() -> None:
    printed = measured("--suggest", "--nodes", "1500")
    rows = re.findall(r"^\| (suggest|complete): .* \| \d+ \| [\d.]+ \| [\d.]+ \|", printed, flags=re.M)
    assert (rows.count("suggest"), rows.count("complete")) == (6, 7)


def test_the_page_of_every_question_is_measured() -> None:
    printed = measured("--pages", "--nodes", "1500", "--rounds", "3")
    rows = re.findall(r"^\| ([a-z-]+)(?: \((network|timeline)\))? \| [\d.]+ \| [\d.]+ \|", printed, flags=re.M)
    assert {name for name, view in rows if not view} == set(catalogue.load(None))
    assert {view for _, view in rows} == {"", "network", "timeline"}


def test_a_neo4j_is_not_wiped_unasked() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--engine", "neo4j"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 2 and "say --wipe" in run.stderr


def test_many_clients_are_measured() -> None:
    printed = measured("--serve", "--nodes", "500", "--rounds", "1")
    assert set(re.findall(r"^\| ([\w ]+) \| \d+ \|", printed, flags=re.M)) == set(serving.PAGES)
