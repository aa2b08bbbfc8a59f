# Every target makes .venv when it is missing and works from a fresh clone with only python3 (with venv) and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check bench evidence clean help

help:            ## list the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*##/:/'

# The sample class is our own code: it may run where learners' code would be refused.
demo: $(VENV)/.installed            ## grade a sample class and write its report to build/report
	@$(BIN)/python -m tests.sample_class build/sample_class
	@$(BIN)/grader grade build/sample_class --out build/report --fresh --lines --trust-this-code
	@echo
	@echo "One learner's feedback, as the learner sees it:"
	@$(BIN)/grader check build/sample_class/ada/gradient_step.py || true

test: $(VENV)/.installed-dev        ## run all tests, on two processors
	@$(BIN)/python -m pytest -q -n 2 --dist loadfile

check: $(VENV)/.installed-dev       ## format, lint, types, the course itself
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/grader exercises > /dev/null
	@$(BIN)/python -m pytest -q checks

bench: $(VENV)/.installed-dev       ## measure; prints ratios against a fresh process per submission
	@$(BIN)/python benchmarks/throughput.py
	@$(BIN)/python benchmarks/isolation.py
	@$(BIN)/python benchmarks/diagnosis.py

# EVIDENCE=--check holds the page against what was found instead of writing it.
EVIDENCE ?= --write
evidence: $(VENV)/.installed-dev    ## try every claim of the diagnosis out and write docs/diagnosis.md (about 15 minutes)
	@$(BIN)/python -m tests.diagnosis.evidence $(EVIDENCE)

clean:
	rm -rf $(VENV) build

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	@$(BIN)/pip install -q -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/bin/python pyproject.toml
	@$(BIN)/pip install -q -e ".[dev]"
	@touch $@ $(VENV)/.installed
