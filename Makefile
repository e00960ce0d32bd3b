# Everything a person does with this checkout. `make` alone lists it.
# Nothing but git, make and Python 3.11 or newer has to be there.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh
.PHONY: help setup demo demo-return reset check fmt lock pictures backgrounds screenshots publish test unit contract integration browser faults bench

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' 2>/dev/null \
	&& command -v "$$p" && break; done)
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
export UV_PYTHON := $(PYTHON)
BIN := .venv/bin
PROJECTS := $(wildcard services/*/pyproject.toml shared/*/pyproject.toml deploy/*/pyproject.toml)

help: ## List what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: .venv/for-demo ## Set everything up and run the whole system on this machine
	@$(BIN)/python -m local_stack up $(if $(PORTS),--ports $(PORTS))

demo-return: .venv/for-demo ## Walk one return through the APIs of a running demo
	@$(BIN)/python -m local_stack return

reset: .venv/for-demo ## Forget the demo's data
	@$(BIN)/python -m local_stack reset

check: .venv/for-work ## Style, types, walls, migrations, words
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/squawk --assume-in-transaction --exclude=require-timeout-settings services/*/src/*/migrations/*.sql
	$(BIN)/pytest -q tests/contract/words

fmt: .venv/for-work ## Mend what a machine can mend
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

pictures: .venv/for-work ## Take the README's pictures anew
	PYTHONPATH=. $(BIN)/python docs/pictures.py

screenshots: .venv/for-work ## Look at every page: a picture of each, in .renvoi/screenshots
	PYTHONPATH=. $(BIN)/python docs/screenshots.py $(ONLY)

backgrounds: .venv/for-work ## Draw the eight backgrounds anew
	$(BIN)/python -m artwork

publish: .venv/for-work ## Write schemas, AsyncAPI and events page anew
	$(BIN)/python -m contracts.publish shared/contracts/published

test: check ## Everything: check, then all tests
	$(BIN)/pytest

unit: ## Tests of rules, in seconds
contract: ## Tests of what the parts promise each other
integration: ## Tests on a real PostgreSQL and a real Kafka
browser: ## Tests in Chromium, as a person would
faults: ## Tests that kill processes and cut connections
unit contract integration browser faults: .venv/for-work
	$(BIN)/pytest tests/$@

bench: .venv/for-work ## Ratios against a baseline, in one run
	$(BIN)/python -m benchmarks

setup: .venv/for-work ## Install what tests and tools need

lock: $(UV) ## Take the newest versions that fit
	$(UV) lock --upgrade

# The stamps say for what .venv was last made; making it for work keeps what the demo needs.
.venv/for-demo: $(UV) uv.lock pyproject.toml $(PROJECTS)
	@test -e .venv/for-work && $(MAKE) --no-print-directory .venv/for-work || $(UV) sync --frozen --no-dev
	@touch $@

.venv/for-work: $(UV) uv.lock pyproject.toml $(PROJECTS)
	$(UV) sync --frozen
	@touch $@ .venv/for-demo

.uv/bin/uv:
	@test -n "$(PYTHON)" || { echo "Renvoi needs Python 3.11, 3.12, 3.13 or 3.14, and found none."; exit 1; }
	@echo "Fetching uv, which installs the rest…"
	@$(PYTHON) -m venv .uv
	@.uv/bin/pip install --quiet --disable-pip-version-check 'uv>=0.9,<0.14'
