"""The commands behind `make`. Run as `python3 -m start <command>`."""

import os
import subprocess
import sys

from start import environment, frontend, native, only_one
from start.paths import PYTHON, ROOT, Halt, say

COMMANDS = {
    "demo": "start de oefenomgeving en noem het adres; Ctrl-C stopt alles, de gegevens blijven",
    "demo-leeg": "hetzelfde, met alle oefengegevens weer zoals in het begin",
    "test": "alle controles en de tests in hun korte vorm",
    "test-lang": "hetzelfde in de lange vorm: ook wat traag is en meer bewijst",
    "lint": "alleen de controles op de code, zonder tests",
    "meet": "meet alles en schrijf docs/metingen.json en docs/prestaties.md",
    "bench": "meet hoe snel de klok is; zie docs/prestaties.md",
    "faults": "storingen met opzet, in echte processen; --kort voor weinig gezinnen; zie docs/storingen.md",
    "mutanten": "maak met opzet fouten in de code die beslist, een voor een: de tests moeten elke opmerken; duurt een nacht",
    "beelden": "maak de beelden in docs/beelden opnieuw",
    "sbom": "schrijf op waar het uit bestaat (CycloneDX), in var/sbom",
    "lock": "leg de versies van de pakketten opnieuw vast na een wijziging in requirements/*.in",
}


def main(arguments: list[str]) -> int:
    """Prepare what the command needs, then become the Python of the virtual environment; returns only to say no."""
    command = arguments[0] if arguments else "help"
    if command not in COMMANDS:
        for name, purpose in COMMANDS.items():
            print(f"make {name:<10} {purpose}")
        return 0 if command == "help" else 2
    demo = command in ("demo", "demo-leeg")
    try:
        # Before anything is prepared: two at once in one checkout would prepare the same folders.
        lock = only_one.claim() if demo else None
        environment.prepare()
        if command not in ("lint", "lock", "sbom"):
            native.prepare(for_tests=command in ("test", "test-lang"))
            frontend.prepare()
    except Halt as halt:
        say(str(halt))
        return 1
    except subprocess.CalledProcessError as error:
        say(f"Dit lukte niet: {' '.join(map(str, error.cmd))}")
        return 1
    except KeyboardInterrupt:
        return 130
    if lock:
        only_one.hand_on(lock)
    module = "start.demo" if demo else {"sbom": "start.sbom", "mutanten": "start.mutants"}.get(command, "start.checks")
    os.chdir(ROOT)
    return os.execv(PYTHON, [str(PYTHON), "-m", module, command, *arguments[1:]])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
