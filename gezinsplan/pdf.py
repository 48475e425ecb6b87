"""The plan on paper: the format's three parts, large type, tagged for screen readers (PDF/UA), in the reader's view (G9)."""

import atexit
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation

from gezinsplan.planbeeld import Planbeeld

OPMAAK = ("css/letters_papier.css", "css/thema.css", "css/afdruk.css", "css/papier.css")
# Fonts that are kept are for one paper at a time; a worker of Celery has one anyhow.
_een_tegelijk = Lock()


def html(beeld: Planbeeld, *, op: datetime) -> str:
    """What stands on the paper, as it was at `op`."""
    with translation.override("nl"):
        return render_to_string("gezinsplan/papier.html", {"beeld": beeld, "blik": beeld.blik, "op": op})


def maak(inhoud: str) -> bytes:
    """Put what `html` gave on paper, as a PDF/UA-1 file."""
    # Imported here, and below: WeasyPrint takes memory that only the worker needs.
    from weasyprint import HTML

    with _een_tegelijk:
        letters, opmaak = _letters_en_opmaak()
        return bytes(HTML(string=inhoud).write_pdf(stylesheets=opmaak, font_config=letters, pdf_variant="pdf/ua-1"))


@cache
def _letters_en_opmaak() -> tuple[Any, list[Any]]:
    """The fonts and the style sheets, read once per process: they are half of what a plan on paper costs."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    # One and the same for all: else the font of the style sheets is left out without a word.
    letters = FontConfiguration()
    # It removes its folder of fonts when it goes; at the very end of a process it no longer can.
    atexit.register(_letters_en_opmaak.cache_clear)
    return letters, [CSS(filename=str(_bestand(naam)), font_config=letters) for naam in OPMAAK]


def _bestand(naam: str) -> Path:
    gevonden = finders.find(naam)
    if not gevonden:
        raise FileNotFoundError(f"opmaak {naam} ontbreekt")
    return Path(gevonden if isinstance(gevonden, str) else gevonden[0])
