# Two commands to begin with: `make demo` and `make test`. `make help` lists the rest.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help demo install test lint types layers unit fast format examples docs screenshots golden test-lowest bench mutation fuzz stateful soak wheel clean

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.installed ## Print the report of a fictitious person; your own store is not touched
	@$(BIN)/netaudit demo

install: $(VENV)/.installed ## Install the program into .venv

test: lint types layers unit ## Run every check: lint, types, layers, tests with branch coverage

lint: $(VENV)/.developing ## Check style and common mistakes
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.developing ## Check types, strictly, in the program and in the tests
	$(BIN)/mypy

layers: $(VENV)/.developing ## Check that modules depend downwards only
	$(BIN)/lint-imports

unit: $(VENV)/.developing ## Run the tests and measure branch coverage
	rm -f .coverage .coverage.*
	$(BIN)/coverage run -m pytest -n auto --dist worksteal
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

fast: $(VENV)/.developing ## Run the tests that take no time
	$(BIN)/pytest -q -m 'not slow'

format: $(VENV)/.developing ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

examples: $(VENV)/.developing ## Write the example exports and the reports made from them anew
	$(BIN)/python examples/generate.py
	$(BIN)/python examples/reports.py

docs: $(VENV)/.developing ## Write docs/commands.md and docs/configuration.md anew, from the program
	UPDATE_EXPECTED=1 $(BIN)/pytest -q tests/docs -k 'is_made_from'

screenshots: $(VENV)/.developing ## Take the pictures of the README anew; wants Chromium and pngquant
	$(BIN)/python examples/screenshots.py

golden: $(VENV)/.developing ## Write the expected outputs of the tests anew; then review the difference
	UPDATE_EXPECTED=1 $(BIN)/pytest -q tests/importers tests/render tests/docs

test-lowest: ## Run the tests with the oldest libraries that pyproject.toml allows
	rm -rf .venv-lowest
	$(PYTHON) -m venv .venv-lowest
	.venv-lowest/bin/python -m pip --disable-pip-version-check --quiet install \
		$$($(PYTHON) tests/lowest.py) -e '.[dev]'
	.venv-lowest/bin/python -m pytest -q -n auto --dist worksteal

bench: $(VENV)/.developing ## Time everything in worlds of up to ten million messages: docs/benchmarks.md
	$(BIN)/python tests/worlds/bench.py -o docs/benchmarks.md

fuzz: $(VENV)/.fuzzing ## Feed each parser what breaks parsers, for SECONDS=300 each; see docs/fuzzing.md
	cd tests && ../$(BIN)/python -m fuzz.run --seconds $(or $(SECONDS),300) $(PARSERS)

mutation: $(VENV)/.mutating ## Put faults into the program and see whether the tests tell: docs/mutation.md
	$(BIN)/python tests/mutation/run.py --page

soak: $(VENV)/.developing ## Kill every command 500 times and at every call; let each call fail
	PYTHONPATH=tests $(BIN)/python tests/faults/soak.py docs/soak.md

stateful: $(VENV)/.developing ## Hold the store against a model, in 200 runs of 50 random steps
	cd tests && ../$(BIN)/python -m fuzz.stateful

wheel: $(VENV)/.developing ## Build a wheel, install it alone into a fresh environment, and run it
	rm -rf dist build/wheel
	$(PIP) wheel --no-deps --wheel-dir dist .
	$(PYTHON) -m venv build/wheel
	build/wheel/bin/python -m pip --disable-pip-version-check --quiet install dist/*.whl
	build/wheel/bin/netaudit --version

clean: ## Remove everything that was made
	rm -rf $(VENV) .venv-lowest build dist .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	@$(PIP) install -e .
	@touch $@

$(VENV)/.developing: $(VENV)/bin/python pyproject.toml
	@$(PIP) install -e '.[dev]'
	@touch $@ $(VENV)/.installed

$(VENV)/.mutating: $(VENV)/.developing
	@$(PIP) install -e '.[dev,mutation]'
	@touch $@

$(VENV)/.fuzzing: $(VENV)/.developing
	@$(PIP) install -e '.[dev,fuzz]'
	@touch $@
