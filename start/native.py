"""What comes from the machine and not from a lock file: pango and fonts for PDF, Chromium for tests."""

import ctypes
import os
import shutil
import subprocess
from pathlib import Path

from start.paths import say

LIBRARIES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
# A file of each package: what Source Sans has no letters for (static/css/afdruk.css).
FONTS = {
    "NotoSansEthiopic-Regular": "fonts-noto-core",
    "DroidSansFallbackFull": "fonts-droid-fallback",
    "NotoColorEmoji": "fonts-noto-color-emoji",
}
FONT_PLACES = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def missing_for_pdf() -> list[str]:
    """Return the Debian packages that are missing for making PDFs."""
    missing = [package for library, package in LIBRARIES.items() if not _loads(library)]
    return missing + [package for name, package in FONTS.items() if font_file(name) is None]


def font_file(name: str) -> Path | None:
    """Return the file of this font on this machine, or None."""
    places = [Path(place).expanduser() for place in FONT_PLACES]
    files = (
        file for place in places if place.is_dir() for kind in ("ttf", "otf") for file in place.rglob(f"{name}.{kind}")
    )
    return next(files, None)


def browser() -> str | None:
    """Return the path of Chromium on this machine, or None."""
    chosen = os.environ.get("CHROMIUM")
    return chosen or next((path for name in BROWSERS if (path := shutil.which(name))), None)


def prepare(*, for_tests: bool) -> None:
    """Install what is missing where that may be done; else say in one line per purpose what to install."""
    pdf = missing_for_pdf()
    if pdf and not install(*pdf):
        say(f"PDF's maken lukt hier nog niet. Installeer: {' '.join(pdf)}")
    if for_tests and not browser() and not install("chromium"):
        say("De tests in de browser lukken hier nog niet. Installeer: chromium")


def install(*packages: str) -> bool:
    """Install Debian packages where we are root on a machine with apt; tell whether that worked."""
    apt = shutil.which("apt-get")
    if not apt or os.geteuid() != 0:
        return False
    say(f"Installeren met apt: {' '.join(packages)}")
    options = ["-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = {"env": environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([apt, *options, "update"], **quiet, check=False)
    return (
        subprocess.run(
            [apt, *options, "install", "-y", "--no-install-recommends", *packages], **quiet, check=False
        ).returncode
        == 0
    )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
