"""The plan on paper: the three parts of the format, large type, tagged for screen readers (PDF/UA), in the reader's view (G9)."""

from datetime import datetime
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation

from gezinsplan.planbeeld import Planbeeld

OPMAAK = ("css/letters.css", "css/thema.css", "css/afdruk.css")


def maak(beeld: Planbeeld, *, op: datetime) -> bytes:
    """Render this view as a PDF/UA-1 file; `op` is the day that stands on it."""
    # Imported here: WeasyPrint takes memory that only the worker needs.
    from weasyprint import CSS, HTML

    with translation.override("nl"):
        html = render_to_string("gezinsplan/papier.html", {"beeld": beeld, "blik": beeld.blik, "op": op})
    opmaak = [CSS(filename=str(_bestand(naam))) for naam in OPMAAK]
    return bytes(HTML(string=html).write_pdf(stylesheets=opmaak, pdf_variant="pdf/ua-1"))


def _bestand(naam: str) -> Path:
    gevonden = finders.find(naam)
    if not gevonden:
        raise FileNotFoundError(f"opmaak {naam} ontbreekt")
    return Path(gevonden if isinstance(gevonden, str) else gevonden[0])
