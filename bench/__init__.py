"""Measurements: `make bench`. What they say is kept in docs/prestaties.md."""
