"""Everything that happens before the system itself runs: `make` calls this with the plain Python of the machine.

Modules that run before the virtual environment exists (`paths`, `environment`, `frontend`, `native`, `servers`) import
the standard library only.
"""
