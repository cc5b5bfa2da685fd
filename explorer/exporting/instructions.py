"""The files of an export come in; what the import tool is to be told, and what is to be run after it, go out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from explorer.exporting.csv_file import DELIMITER, CsvFile
from explorer.statements import statement, statements

ARGUMENTS = "import.args"
FINISH = "finish.cypher"
#: The import itself, to be run in the folder of the export.
COMMAND = f"neo4j-admin database import full neo4j @{ARGUMENTS} --report-file=/tmp/import.report"
_COMPOSE = "docker compose run --rm --no-deps --volume FOLDER:/import:ro --workdir /import neo4j"
#: The tool's own size of a buffer, in which any row must have room.
_BUFFER = 4 * 2**20
_README = """\
A graph of {nodes:,} nodes and {relationships:,} relationships, dataset {dataset},
for Neo4j from 5.26 on.

Import it into the database `neo4j` of a server that is stopped, as the user that
the server runs as. FOLDER is this folder.

A server on this machine:

  neo4j stop
  cd FOLDER
  {command}
  neo4j start
  cypher-shell -u neo4j -d neo4j -f {finish}

The server of a compose file, with the service neo4j:

  docker compose stop neo4j
  {compose} \\
    {command}
  docker compose start neo4j
  docker compose exec -T neo4j cypher-shell -u neo4j -p PASSWORD -d neo4j < FOLDER/{finish}

A database that is there already, even an empty one that a first start made, as
that of a compose file, is only replaced, with all that it holds, where the import
is also told --overwrite-destination. Wait until the server answers before the last
command.

{finish} makes the constraints and indexes that the program asks with, and
writes the empty lists, which the import tool cannot; it may be run again.
"""


def write(folder: Path, dataset: str, files: Sequence[CsvFile]) -> None:
    """Write the arguments of the import tool, the statements to run after it, and README.txt, into the folder."""
    (folder / ARGUMENTS).write_text("\n".join(_arguments(files)) + "\n", encoding="utf-8")
    (folder / FINISH).write_text(_finish(), encoding="utf-8")
    nodes = sum(file.rows for file in files if file.table.of_nodes)
    relationships = sum(file.rows for file in files) - nodes
    text = _README.format(
        nodes=nodes, relationships=relationships, dataset=dataset, command=COMMAND, compose=_COMPOSE, finish=FINISH
    )
    (folder / "README.txt").write_text(text, encoding="utf-8")


def _arguments(files: Sequence[CsvFile]) -> list[str]:
    longest = max(file.longest for file in files)
    buffer = max(_BUFFER, longest + 2**20)
    return [
        f"--array-delimiter=U+{ord(DELIMITER):04X}",
        "--multiline-fields=true",
        "--bad-tolerance=0",
        f"--read-buffer-size={buffer}",
        *(file.table.argument for file in files),
    ]


def _finish() -> str:
    """First what another database refuses, by mistake, before anything is changed there."""
    wanted = [statement("export/imported"), *statements("schema"), *statements("export/finish")]
    return "".join(f"{each.text.rstrip()};\n" for each in wanted)
