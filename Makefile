# Everything is done by the package start/, with the plain Python of this machine. See `make`.
PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help demo demo-leeg test test-lang lint meet bench faults mutanten beelden sbom lock

help:
	@$(PYTHON) -m start help

demo demo-leeg test test-lang lint meet bench faults mutanten beelden sbom lock:
	@$(PYTHON) -m start $@
