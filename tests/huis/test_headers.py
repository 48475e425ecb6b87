"""What the browser is told with every answer, whatever the answer is (X2, X5)."""

import os
import re
import subprocess
import sys
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from django.urls import get_resolver

from config.koppen import KOPPEN, VAN_BLADEN
from core import navigation
from tests.inloggen import client_van

pytestmark = pytest.mark.django_db
NIEMAND = UUID(int=0)
VOORBEELD = {"uuid": str(NIEMAND), "int": "1", "slug": "x", "str": "x", "path": "x"}


def _adressen(patronen=None, pad=""):
    """An address for every pattern there is, with things that don't exist filled in."""
    for patroon in get_resolver().url_patterns if patronen is None else patronen:
        stuk = pad + str(patroon.pattern).lstrip("^").rstrip("$")
        if hasattr(patroon, "url_patterns"):
            yield from _adressen(patroon.url_patterns, stuk)
        else:
            kaal = re.sub(r"\(\?P<uidb36>[^)]*\)-\(\?P<key>[^)]*\)", "1-abc", stuk)
            yield "/" + re.sub(r"<(?:(\w+):)?\w+>", lambda m: VOORBEELD[m[1] or "str"], kaal).replace("\\", "")


# The secret of a one-time link goes nowhere: not along with what its answer leads to, nor to another address.
GEHEIM = "/antwoord/x/"


def controleer(antwoord, wat):
    bestand = antwoord.wsgi_request.path.startswith(settings.STATIC_URL)
    for naam, waarde in {**KOPPEN, **({"Referrer-Policy": "no-referrer"} if wat == GEHEIM else {})}.items():
        # What a page may ask of the device stands with the page, not with each of its files.
        assert antwoord.headers.get(naam) == (None if bestand and naam in VAN_BLADEN else waarde), (wat, naam)
    csp = antwoord.headers.get("Content-Security-Policy", "")
    for deel in ("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
        assert deel in csp, (wat, deel)
    assert "unsafe" not in csp, wat
    assert "form-action 'self'" in csp, wat
    assert "Access-Control-Allow-Origin" not in antwoord.headers, wat
    for naam in ("Server", "X-Powered-By", "Via"):
        assert naam not in antwoord.headers, wat
    for koekje in antwoord.cookies.values():
        assert koekje["httponly"] and koekje["samesite"] in ("Lax", "Strict"), (wat, koekje)
        eigen = koekje["path"].startswith("/antwoord/vraag/") if wat == GEHEIM else koekje["path"] == "/"
        assert eigen and not koekje["domain"], (wat, koekje)
    if not bestand:
        assert "no-store" in antwoord.headers.get("Cache-Control", ""), wat
    if not antwoord.streaming and antwoord.content:
        soort = antwoord.headers["Content-Type"]
        assert "charset" in soort or not soort.startswith("text/"), (wat, soort)


@pytest.mark.eis("X2", "X5")
@pytest.mark.heavy("asks every address as several people", seconds=6)
def test_every_address_whoever_asks_gets_them(cast):
    adressen = sorted(set(_adressen()))
    assert len(adressen) > 100
    for client in (Client(), client_van(cast.coordinator), client_van(cast.beheerder)):
        for adres in adressen:
            if adres != "/account/uitloggen/":
                controleer(client.get(adres), adres)


@pytest.mark.eis("X2")
def test_health_redirect_missing_refused_and_wrong_method(cast):
    client = client_van(cast.moeder)
    for adres, status in [
        ("/gezond/", 200), ("/bestaat/niet/", 404), ("/beheer/", 403), ("/berichten/", 200), ("/gezinnen", 301),
    ]:  # fmt: skip
        antwoord = client.get(adres)
        assert antwoord.status_code == status, adres
        controleer(antwoord, adres)
    antwoord = client.post("/beheer/")
    assert antwoord.status_code in (403, 405)
    controleer(antwoord, "POST")
    streng = Client(enforce_csrf_checks=True)
    antwoord = streng.post("/account/inloggen/", {"login": "x", "password": "y"})
    assert antwoord.status_code == 403
    controleer(antwoord, "csrf")


@pytest.mark.eis("X2")
def test_a_fault_and_too_many_tries(cast, monkeypatch, settings):
    def stuk(request):
        raise RuntimeError("geheim van de binnenkant")

    client = client_van(cast.moeder)
    client.raise_request_exception = False
    with monkeypatch.context() as even:
        even.setattr(navigation, "entries", stuk)
        antwoord = client.get("/berichten/")
    assert antwoord.status_code == 500
    assert "geheim" not in antwoord.content.decode()
    controleer(antwoord, "500")
    settings.ACCOUNT_RATE_LIMITS = {"welkom": "1/5m/ip"}
    venster = Client()
    for _poging in range(2):
        antwoord = venster.post("/welkom/", {"naam": "x", "code": "ABCD-EFGH-JKMN"})
    assert antwoord.status_code == 429
    controleer(antwoord, "429")


@pytest.mark.eis("X2")
@pytest.mark.filterwarnings("ignore")
def test_a_file_for_everybody_has_them_and_may_be_kept(settings, tmp_path):
    (tmp_path / "huis.css").write_text("a { color: red; }")
    settings.STATIC_ROOT = tmp_path
    antwoord = Client().get("/static/huis.css")
    assert antwoord.status_code == 200
    controleer(antwoord, "static")
    assert "no-store" not in antwoord.headers["Cache-Control"]
    antwoord.close()


@pytest.mark.eis("X5")
def test_after_logging_out_back_shows_nothing(cast):
    client = client_van(cast.moeder)
    assert "no-store" in client.get("/berichten/")["Cache-Control"]
    antwoord = client.post("/account/uitloggen/")
    assert antwoord["Clear-Site-Data"] == '"cache", "storage"'
    controleer(antwoord, "uitloggen")


@pytest.mark.eis("X5")
def test_a_message_travels_in_no_cookie(cast):
    client = client_van(cast.beheerder)
    antwoord = client.post("/beheer/mensen/nieuw/", {"naam": "Vera Nieuw"})
    assert antwoord.status_code == 302
    assert set(client.cookies) <= {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}


@pytest.mark.eis("X2")
def test_who_finds_a_leak_reads_where_to_tell_it(settings):
    assert Client().get("/.well-known/security.txt").status_code == 404, "no contact, no page"
    settings.VEILIGHEID_CONTACT = "veilig@regio.example"
    antwoord = Client().get("/.well-known/security.txt")
    tekst = antwoord.content.decode()
    assert antwoord["Content-Type"] == "text/plain; charset=utf-8"
    assert "Contact: mailto:veilig@regio.example\n" in tekst
    assert re.search(r"^Expires: \d{4}-\d\d-\d\dT00:00:00Z$", tekst, re.MULTILINE)
    settings.VEILIGHEID_CONTACT = "https://regio.example/lek"
    assert "Contact: https://regio.example/lek\n" in Client().get("/.well-known/security.txt").content.decode()


PRODUCTIE = """
import django; django.setup()
from django.conf import settings
from django.test import RequestFactory
from django.http import HttpResponse
from config.koppen import KoppenMiddleware
kant = KoppenMiddleware(lambda request: HttpResponse("x"))
print(kant(RequestFactory().get("/", secure=True)).headers["Strict-Transport-Security"])
print("Strict-Transport-Security" in kant(RequestFactory().get("/")).headers)
print(settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)
print(settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.SECURE_SSL_REDIRECT, settings.DEBUG)
print(settings.SESSION_COOKIE_DOMAIN, settings.SESSION_COOKIE_PATH, settings.CSRF_COOKIE_DOMAIN)
"""


@pytest.mark.eis("X2")
def test_in_production_https_only_and_cookies_of_this_host_alone():
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("TEST_")} | {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": "q7w8e9r0t1y2u3i4o5p6a7s8d9f0g1h2j3k4l5z6x7c8v9b0n1m2",
        "ALLOWED_HOSTS": "plan.regio.example",
        "BASIS_URL": "https://plan.regio.example",
        "DATABASE_URL": "postgresql://app:w@127.0.0.1:1/plan",
        "REDIS_URL": "redis://127.0.0.1:1/0",
        "EMAIL_URL": "smtp://127.0.0.1:1",
        "AFZENDER_MAIL": "plan@regio.example",
    }
    uit = subprocess.run(
        [sys.executable, "-c", PRODUCTIE], env=omgeving, capture_output=True, text=True, check=True, timeout=60
    ).stdout.split("\n")
    assert uit[0] == "max-age=31536000; includeSubDomains; preload"
    assert uit[1] == "False", "only over https"
    assert uit[2] == "__Host-sessie __Host-csrf"
    assert uit[3] == "True True True False"
    assert uit[4] == "None / None"


@pytest.mark.eis("R2", "X2")
def test_a_page_is_compressed_and_its_length_tells_nothing(cast):
    """BREACH: who can count bytes learns nothing of what stands there; the lengths of the same page differ."""
    client = client_van(cast.moeder)
    antwoorden = [client.get("/berichten/", headers={"Accept-Encoding": "gzip"}) for _keer in range(8)]
    assert {antwoord.headers["Content-Encoding"] for antwoord in antwoorden} == {"gzip"}
    assert len({len(antwoord.content) for antwoord in antwoorden}) > 1
    assert max(len(antwoord.content) for antwoord in antwoorden) < len(client.get("/berichten/").content) / 2
