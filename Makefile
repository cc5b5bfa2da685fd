# Everything here works from a clean clone: the environment in .venv is made when a target first needs it.

# The newest Python on PATH that fits. It is run, since a version manager may put names there that do not work.
FITS := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	"$$python" -c '$(FITS)' >/dev/null 2>&1 && { command -v "$$python"; break; }; done)

BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check $(if $(wildcard constraints.txt),--constraint constraints.txt)
PINS := pyproject.toml $(wildcard constraints.txt)

SAMPLE := sample/talks sample/table
DEMO := .demo/graph.kgl

.DEFAULT_GOAL := help
.PHONY: help demo serve test check bench generate notebooks screenshots assets clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

# Always the embedded graph, also where NEO4J_URI names a server: a demo writes to nobody's data.
demo: $(BIN)/.app assets ## load the sample into an embedded graph and serve it
	@mkdir -p .demo
	env -u NEO4J_URI $(BIN)/explorer --graph $(DEMO) load $(SAMPLE)
	env -u NEO4J_URI $(BIN)/explorer --graph $(DEMO) serve

serve: $(BIN)/.app assets ## serve your own graph: NEO4J_URI, EXPLORER_GRAPH or your data folder
	$(BIN)/explorer serve

# Two workers, which tests/conftest.py says what to do. ARGS="-n 0" runs all in one process, as a debugger needs it.
test: $(BIN)/.test assets ## run all tests (ARGS="-k names" for some)
	$(BIN)/python -m pytest --numprocesses 2 --dist loadgroup --no-loadscope-reorder $(ARGS)

check: $(BIN)/.dev ## lint, types, and which module may import which
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(BIN)/.test assets ## measure loading and asking on generated graphs (ARGS for options)
	$(BIN)/python -m benchmarks $(ARGS)

generate: $(BIN)/.app ## write what only repeats the model: docs/model.md and many of the statements
	$(BIN)/python scripts/generate.py

notebooks: $(BIN)/.test assets ## run the notebooks on the sample and keep what they show
	SAVE_NOTEBOOKS=yes $(BIN)/python -m pytest -q tests/test_notebooks.py -k runs

screenshots: $(BIN)/.test assets ## take pictures of the main pages into screenshots/
	$(BIN)/python tests/screenshots.py $(ARGS)

# Installing is what builds, with Node from PyPI where the machine has none.
assets: $(BIN)/.app ## bundle the scripts and styles, if what is in frontend/ has changed
	@$(BIN)/python frontend/bundle.py --fresh || $(PIP) --no-deps --editable .

clean: ## remove the environment, the demo's graph, what was built and all caches
	rm -rf node_modules explorer/web/static/built explorer/web/static/making
	rm -rf .venv .demo build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# One stamp for each set of packages. A change of the pins makes the environment anew, so that nothing stays
# in it that they no longer name; with it go the other stamps.
$(BIN)/.app: $(PINS)
	@"$(PYTHON)" -c '$(FITS)' 2>/dev/null || { \
		echo "Python 3.11 or newer is needed, with its venv module (on Debian: apt install python3-venv)."; \
		echo "$(or $(PYTHON),Nothing on PATH) does not fit. If it is elsewhere: make PYTHON=/path/to/python3"; exit 1; } >&2
	@echo "making .venv with $$("$(PYTHON)" --version), which takes a minute the first time"
	@"$(PYTHON)" -m venv --clear .venv
	@$(PIP) --editable .
	@touch $@

$(BIN)/.test: $(BIN)/.app
	@$(PIP) --editable '.[test]'
	@touch $@

$(BIN)/.dev: $(BIN)/.app
	@$(PIP) --editable '.[dev]'
	@touch $@
