from datetime import UTC, datetime

import pytest

from berichten import soorten
from tests.berichten.mailserver import Mailserver

NU = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def nu():
    return NU


@pytest.fixture
def mailserver(settings):
    server = Mailserver().start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.poort
    settings.EMAIL_TIMEOUT = 5
    settings.BASIS_URL = "https://plan.voorbeeld.example"
    yield server
    server.stop()


@pytest.fixture(autouse=True)
def vraag_soort(monkeypatch):
    """A kind of notice as a higher app would register it; who has no object id may not be seen."""
    monkeypatch.setattr(soorten.SOORTEN, "items", dict(soorten.SOORTEN.items))
    gevraagd = []

    def regels(berichten, gebruiker):
        gevraagd.append(len(berichten))
        return {
            bericht.id: (f"Het gezin van Sanne vraagt {gebruiker.naam} iets", f"/vraag/{bericht.object_id}/")
            for bericht in berichten
            if bericht.object_id is not None
        }

    soorten.registreer([soorten.Berichtsoort("proef_vraag", "Er is een vraag aan u.", regels, spoed=True)])
    return gevraagd
