"""Measures loading and asking on generated graphs: `python -m benchmarks --help`."""
