"""The plan on paper: the format's three parts, large type, tagged for screen readers (PDF/UA), in the reader's view (G9)."""

from datetime import datetime
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation

from gezinsplan.planbeeld import Planbeeld

OPMAAK = ("css/letters.css", "css/thema.css", "css/afdruk.css", "css/papier.css")


def html(beeld: Planbeeld, *, op: datetime) -> str:
    """What stands on the paper, as it was at `op`."""
    with translation.override("nl"):
        return render_to_string("gezinsplan/papier.html", {"beeld": beeld, "blik": beeld.blik, "op": op})


def maak(inhoud: str) -> bytes:
    """Put what `html` gave on paper, as a PDF/UA-1 file."""
    # Imported here: WeasyPrint takes memory that only the worker needs.
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    # One and the same for all: else the font of the style sheets is left out without a word.
    letters = FontConfiguration()
    opmaak = [CSS(filename=str(_bestand(naam)), font_config=letters) for naam in OPMAAK]
    return bytes(HTML(string=inhoud).write_pdf(stylesheets=opmaak, font_config=letters, pdf_variant="pdf/ua-1"))


def _bestand(naam: str) -> Path:
    gevonden = finders.find(naam)
    if not gevonden:
        raise FileNotFoundError(f"opmaak {naam} ontbreekt")
    return Path(gevonden if isinstance(gevonden, str) else gevonden[0])
