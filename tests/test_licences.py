"""Everything that the program needs to run may be used and passed on with it."""

from __future__ import annotations

import json
import re
import tomllib
from importlib.metadata import distribution

from conftest import ROOT
from packaging.requirements import Requirement

#: Licences that ask for no more than to be named.
PERMISSIVE = re.compile(r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|ZPL|Zope|0BSD|Unlicense|Dual License", re.I)


def _needed(extra: str) -> set[str]:
    """Names of all packages that the program and one of its extras need, those needed by others included."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [*project["dependencies"], *project["optional-dependencies"][extra]]
    found: set[str] = set()
    while waiting:
        requirement = Requirement(waiting.pop())
        applies = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if requirement.name == project["name"]:
            waiting += [each for extra in requirement.extras for each in project["optional-dependencies"][extra]]
            continue
        if applies and requirement.name.lower() not in found:
            found.add(requirement.name.lower())
            waiting += distribution(requirement.name).requires or []
    return found


def _licence(name: str) -> str:
    metadata = distribution(name).metadata
    classifiers = [each for each in metadata.get_all("Classifier") or [] if each.startswith("License ::")]
    said = metadata.get("License-Expression") or metadata.get("License") or ""
    return " ".join([said[:200], *classifiers])


def _refused(needed: set[str]) -> dict[str, str]:
    return {name: _licence(name) for name in sorted(needed) if not PERMISSIVE.search(_licence(name))}


def test_every_dependency_has_a_permissive_licence() -> None:
    needed = _needed("notebook")
    assert {"flask", "kglite", "neo4j", "werkzeug", "pandas", "matplotlib", "ipython"} <= needed
    assert not _refused(needed)


def test_so_has_all_that_py2neo_needs_but_the_list_of_authorities() -> None:
    needed = _needed("py2neo")
    assert {"py2neo", "interchange", "monotonic", "pansi", "six"} <= needed
    # Installed beside the program and not passed on with it; it asks that changes to its own files stay open.
    assert {name: said.split()[0] for name, said in _refused(needed).items()} == {"certifi": "MPL-2.0"}


def test_every_package_in_the_scripts_has_a_permissive_licence() -> None:
    notices = (ROOT / "explorer/web/static/built/THIRD-PARTY-NOTICES.txt").read_text(encoding="utf-8")
    bundled = dict(re.findall(r"^(?:-{80}\n\n)?(\S+) [\d.]+ \((.+)\)$", notices, flags=re.M))
    named = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert set(named) <= set(bundled)
    assert set(bundled.values()) <= {"0BSD", "BSD-3-Clause", "ISC", "MIT"}
    assert notices.count("Permission to use") + notices.count("Permission is hereby granted") >= len(bundled) - 1
