"""A real OpenID provider in a process of its own, and a browser that walks between it and us."""

import json
import re
import socket
import subprocess
import sys
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.core.cache import cache
from django.test import Client

from instanties.inlogdienst import Inlogdienst
from tests.openid.aanbieder import CLIENT_ID, GEHEIM

TERUG = "http://testserver/account/via/{}/terug/"
HOOG = "urn:niveau:hoog"


@pytest.fixture(scope="session")
def aanbieder(tmp_path_factory):
    """The address of the issuer."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("aanbieder")
    command = [sys.executable, "-m", "tests.openid.aanbieder", folder, str(port)]
    process = subprocess.Popen(
        [*command, *(TERUG.format(naam) for naam in ("werk", "gezin"))], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout.readline() == "klaar\n", "the provider did not start"
        yield f"http://127.0.0.1:{port}/o"
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(autouse=True)
def no_tries_left_over():
    cache.clear()
    yield
    cache.clear()


def dienst(uitgever, naam="werk", **anders):
    velden = {"niveaus": (HOOG,), "voor_professionals": naam == "werk"}
    return Inlogdienst(
        id=naam, naam="Gemeente Oosterwold", uitgever=uitgever, client_id=CLIENT_ID, geheim=GEHEIM, **velden | anders
    )


@pytest.fixture
def werk(aanbieder, settings):
    """One provider, for professionals, that must say `acr` is high."""
    settings.INLOGDIENSTEN = (dienst(aanbieder), dienst(aanbieder, "gezin"))
    return settings.INLOGDIENSTEN[0]


class Browser:
    """Ours by Django's test client, all else over the network; redirects are followed one by one."""

    def __init__(self, client=None):
        self.ons = client or Client()
        self.buiten = requests.Session()
        self.weg = []
        self.antwoord = None

    def ga(self, adres, wie="1001", **claims):
        """Follow `adres` until a page of ours; at the provider's login page `wie` logs in, with these claims."""
        self.weg = []
        for _stap in range(15):
            delen = urlsplit(adres)
            self.weg.append(adres)
            if delen.netloc in ("", "testserver"):
                self.antwoord = self.ons.get(adres)
                volgende = self.antwoord.headers.get("Location")
            elif delen.path == "/inloggen/":
                antwoord = self.buiten.post(
                    adres, {"wie": wie, "claims": json.dumps({"acr": HOOG} | claims)}, allow_redirects=False
                )
                volgende = antwoord.headers["Location"]
            else:
                antwoord = self.buiten.get(adres, allow_redirects=False)
                assert antwoord.status_code < 400, antwoord.text[:300]
                volgende = antwoord.headers["Location"]
            if not volgende:
                return self.antwoord
            if not urlsplit(volgende).netloc and delen.netloc not in ("", "testserver"):
                volgende = f"{delen.scheme}://{delen.netloc}{volgende}"
            adres = volgende
        raise AssertionError(self.weg)

    def vraag_aan_aanbieder(self):
        """What we asked of the provider on this walk."""
        adres = next(adres for adres in self.weg if "/authorize/" in adres)
        return {naam: waarde for naam, (waarde,) in parse_qs(urlsplit(adres).query).items()}

    def wie(self):
        return self.ons.session.get("_auth_user_id")

    def tekst(self):
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", self.antwoord.content.decode()))
