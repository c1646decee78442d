# The verbs of this project. `make` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
CODE := kg ontology loaders api tools tests benchmarks

.PHONY: help install demo test soak lint format docs ontology train floors bench clean

help: ## list the verbs
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | sed -E 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/' | expand -t 20

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.11 …"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

install: $(STAMP) ## create the environment and install Summitry with its tools

demo: $(STAMP) ## load the sample articles, ask in French and in English, draw the picture
	@$(BIN)/python -m tools.demo --data .demo

test: $(STAMP) ## run every test but the slow ones, with a real Neo4j
	$(BIN)/python -m pytest -m 'not soak' -n auto --dist loadfile $(ARGS)

soak: $(STAMP) ## run the slow tests: kills, many writers, long histories, other people's tools
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[interop,fuzz]'
	$(BIN)/python -m pytest -m soak $(ARGS)

lint: $(STAMP) ## ruff, mypy --strict, import-linter, derived files
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tools.build_ontology --check

format: $(STAMP) ## put the code in order
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

docs: $(STAMP) ontology ## make the derived pages and pictures, then run every documented command and query
	$(BIN)/python -m tools.draw_docs
	$(BIN)/python -m tools.accuracy_page
	$(BIN)/python -m pytest tests/docs

ontology: $(STAMP) ## make terms.py, context.jsonld and docs/ontology.md from the Turtle file
	$(BIN)/python -m tools.build_ontology

train: $(STAMP) ## learn the ranker's weights from the articles in tests/articles/*/dev
	$(BIN)/python -m tools.train_ranker

floors: $(STAMP) ## raise the floors of the reading to what it reaches now
	$(BIN)/python -m tools.floors --raise

bench: $(STAMP) ## run the benchmarks (of the stores with small numbers: `python -m benchmarks.store` takes all)
	@for name in extract startup; do echo "== $$name"; $(BIN)/python -m benchmarks.$$name; done
	@echo "== store"; $(BIN)/python -m benchmarks.store --quick

clean: ## remove what the other verbs made, except the environment
	rm -rf .demo .neo4j/run build dist .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
