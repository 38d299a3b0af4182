# Everything is done by dev.py; Windows, which has no make: `py dev.py COMMAND`.
# Further words for the command: make test ARGS="-k money"

PYTHON ?= python3
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run test check lock hooks catalogues prove bench screenshots build test-frozen clean

help:  ## List the commands
	@sed -n 's/^\([a-z-]*\):  ## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

run:  ## Start the program
	@$(PYTHON) dev.py run $(ARGS)

test:  ## Run the tests
	@$(PYTHON) dev.py test $(ARGS)

check:  ## Check style, types, architecture, catalogues and the lock
	@$(PYTHON) dev.py check

lock:  ## Resolve the dependencies anew into requirements.lock
	@$(PYTHON) dev.py lock

hooks:  ## Let git run `make check` before each commit
	@$(PYTHON) dev.py hooks

catalogues:  ## Update the catalogues from the sources and compile them
	@$(PYTHON) dev.py catalogues

prove:  ## Run the long proofs
	@$(PYTHON) dev.py prove $(ARGS)

bench:  ## Measure speed
	@$(PYTHON) dev.py bench $(ARGS)

screenshots:  ## Take pictures of every page and every paper
	@$(PYTHON) dev.py screenshots $(ARGS)

build:  ## Build the program that needs no Python: dist/waas-quotes
	@$(PYTHON) dev.py build

test-frozen:  ## Build the program and test what was built
	@$(PYTHON) dev.py test-frozen $(ARGS)

clean:  ## Remove everything that was made here
	@$(PYTHON) dev.py clean
