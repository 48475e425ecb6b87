"""Nobody uploads anything yet; what is sent beside or beyond a form of text is refused (X2)."""

import ast
import json
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from instanties.models import Gebruiker
from tests.inloggen import client_van, kwam_terug
from tests.routes.routes import EIGEN

# A double is recognised by its files as well, should there ever be any.
MAG_NOEMEN = {Path("core/idempotency.py")}


def _bronnen():
    for map_ in sorted(EIGEN):
        yield from (pad for pad in Path(settings.BASE_DIR, map_).rglob("*.py") if "migrations" not in pad.parts)


def _alle(klasse):
    for kind in klasse.__subclasses__():
        yield kind
        yield from _alle(kind)


@pytest.mark.eis("X2")
def test_no_view_reads_a_file():
    gelezen = {
        pad.relative_to(settings.BASE_DIR)
        for pad in _bronnen()
        for knoop in ast.walk(ast.parse(pad.read_text()))
        if isinstance(knoop, ast.Attribute) and knoop.attr == "FILES"
    }
    assert gelezen <= MAG_NOEMEN


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_no_form_takes_a_file(cast):
    Client().get("/")  # every address, and so every form, is loaded
    velden = [
        (vorm, naam)
        for vorm in _alle(forms.BaseForm)
        for naam, veld in getattr(vorm, "base_fields", {}).items()
        if isinstance(veld, forms.FileField) or isinstance(veld.widget, forms.FileInput)
    ]
    assert not [paar for paar in velden if paar[0].__module__.split(".")[0] in EIGEN]


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_a_file_along_with_a_form_is_refused(cast):
    client = client_van(cast.beheerder)
    bestand = SimpleUploadedFile("foto.svg", b"<svg onload='x'/>", content_type="image/svg+xml")
    antwoord = client.post("/beheer/mensen/nieuw/", {"naam": "Vera Nieuw", "bestand": bestand})
    assert antwoord.status_code == 400
    assert not Gebruiker.objects.filter(naam="Vera Nieuw").exists()


@pytest.mark.eis("X2")
@pytest.mark.django_db
@pytest.mark.parametrize(
    "inhoud",
    [{"naam": "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)}, {f"veld{n}": "" for n in range(1100)}],
    ids=["a body of more than a megabyte", "more than a thousand fields"],
)
def test_too_much_is_refused_before_it_is_read(cast, inhoud):
    antwoord = client_van(cast.beheerder).post("/beheer/mensen/nieuw/", inhoud)
    assert antwoord.status_code == 400


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_json_is_no_way_in(cast):
    groot = json.dumps({"naam": "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)})
    client = client_van(cast.beheerder)
    for tekst in (groot, '{"naam": "Vera Nieuw"}', "[" * 50_000, "{niet af"):
        antwoord = client.post("/beheer/mensen/nieuw/", tekst, content_type="application/json")
        assert antwoord.status_code in (400, 413) or kwam_terug(antwoord)
    assert not Gebruiker.objects.filter(naam="Vera Nieuw").exists()
