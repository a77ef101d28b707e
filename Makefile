# Every target does its own set-up, once: a virtual environment in .venv, again only when pyproject.toml or constraints.txt
# change. `make` alone lists the targets. ARGS="..." is passed on: make play ARGS="--calm".

VENV := .venv
PY := $(VENV)/bin/python
INTRAY := $(VENV)/bin/intray
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --no-input -c constraints.txt
PLAY_READY := $(VENV)/ready-to-play
WORK_READY := $(VENV)/ready-to-work
export PYGAME_HIDE_SUPPORT_PROMPT := 1
export PYTHON

# Tests run on two workers; `make test` leaves out the browser and what is marked slow, `make test WEB=1` runs everything.
JOBS ?= 2
ifdef WEB
SELECT :=
else
SELECT := -m "not web and not slow"
endif

CODE := $(wildcard game tools tests benchmarks web)

.PHONY: help play setup test test-web lint format web web-offline web-runtime prove screens film bench warm constraints clean
.DELETE_ON_ERROR:

help:
	@echo "make play         play the game"
	@echo "make test         run the tests (WEB=1: with the browser's and the slow ones)"
	@echo "make lint         check style, types, floors and purity"
	@echo "make format       mend what the style checker can mend by itself"
	@echo "make web          build for the browser, on pygbag's own runtime"
	@echo "make web-offline  build for the browser, with the runtime beside the page"
	@echo "make web-runtime  fetch or build what web-offline needs (WHEELS=folder: take the wheels from there)"
	@echo "make test-web     run the browser tests on the offline build"
	@echo "make prove        let bots play 200 nights, and measure what the level promises"
	@echo "make screens      photograph every scene into docs/screens"
	@echo "make film         film a bot's shift into docs/shift.gif"
	@echo "make bench        measure speed, as JSON"
	@echo "make warm         compile the kernels ahead"

play: $(PLAY_READY)
	@$(INTRAY) play $(ARGS)

setup: $(WORK_READY)

test: warm $(if $(WEB),system-packages)
	@$(PY) -m pytest -n $(JOBS) $(SELECT) $(ARGS)

test-web: $(WORK_READY) system-packages
	@$(PY) -m pytest -n $(JOBS) -m web $(ARGS)

# Every check speaks, whatever the one before it found.
lint: $(WORK_READY)
	@status=0; \
	for check in "ruff check --quiet" "ruff format --check --quiet" "mypy $(CODE)" "tools.check_purity"; do \
		echo "$$check"; $(PY) -m $$check || status=1; \
	done; \
	echo "lint-imports"; $(VENV)/bin/lint-imports >$(VENV)/floors.log 2>&1 || { status=1; tail -n +11 $(VENV)/floors.log; }; \
	exit $$status

format: $(WORK_READY)
	-$(PY) -m ruff check --fix
	$(PY) -m ruff format

web: $(WORK_READY)
	./build.sh

web-offline: $(WORK_READY)
	./build.sh --offline

web-runtime: $(WORK_READY)
	$(PY) web/runtime/fetch.py $(if $(WHEELS),--wheels "$(WHEELS)") $(ARGS)

# What the level's script promises, on seeds that nothing was tuned on; about 20 minutes.
prove: warm
	@$(INTRAY) levels prove the-tray --seeds 200 --first 5001 $(ARGS)

screens: $(WORK_READY)
	@$(PY) -m game.ui.screens docs/screens $(ARGS)

film: $(WORK_READY)
	@$(INTRAY) play --bot curious --seed 7 --film docs/shift.gif --film-from 20 --film-seconds 70 --film-speed 4 $(ARGS)

bench: warm
	@$(INTRAY) lab bench --json $(ARGS)

warm: $(WORK_READY)
	@$(INTRAY) lab warm

# What a player needs, and nothing else.
$(PLAY_READY): pyproject.toml constraints.txt tools/make_venv.sh
	@sh tools/make_venv.sh $(VENV)
	@echo "Installing what the game needs"
	@$(PIP) -e .
	@touch $@

# What a developer needs: every extra.
$(WORK_READY): pyproject.toml constraints.txt tools/make_venv.sh
	@sh tools/make_venv.sh $(VENV)
	@echo "Installing what tests and builds need"
	@$(PIP) -e ".[fast,lab,film,host,web,dev]"
	@touch $(PLAY_READY) $@

.PHONY: system-packages
system-packages:
	@sh tools/system_packages.sh

# The newest versions that pyproject.toml allows, written down for everybody; run the tests before keeping them.
constraints:
	@sh tools/make_constraints.sh

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
