"""`make sbom`: what production is made of, as CycloneDX: one file for the Python packages, one for the front-end files."""

import subprocess
import sys

from start.environment import pip_install
from start.frontend import npm
from start.paths import PYTHON, ROOT, VAR, VENV, Halt, fingerprint, put_stamp, say, stamped

PLACE = VAR / "sbom"


def main() -> int:
    """Write both from the lock files, nothing of which has to be installed. Returns the exit status."""
    try:
        stamp = f"{fingerprint(ROOT / 'requirements' / 'sbom.txt')} {VENV}"
        if not stamped("sbom", stamp):
            pip_install("sbom.txt")
            put_stamp("sbom", stamp)
        command, environment = npm()
    except Halt as halt:
        say(str(halt))
        return 1
    PLACE.mkdir(parents=True, exist_ok=True)
    python, front = PLACE / "python.cdx.json", PLACE / "npm.cdx.json"
    of_python = [PYTHON, "-Wignore", "-m", "cyclonedx_py", "requirements", "requirements/base.txt"]
    subprocess.run(
        [*of_python, "--pyproject", "pyproject.toml", "--output-format", "JSON", "-o", python], cwd=ROOT, check=True
    )
    of_npm = [*command, "sbom", "--sbom-format=cyclonedx", "--package-lock-only", "--omit=dev"]
    front.write_bytes(subprocess.run(of_npm, cwd=ROOT, env=environment, check=True, capture_output=True).stdout)
    say(f"Geschreven: {python.relative_to(ROOT)} en {front.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
