"""`python -m explorer` is the shell command."""

from explorer.cli import main

main(prog_name="explorer")
