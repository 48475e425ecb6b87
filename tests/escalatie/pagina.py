"""Looking at the pages of a stagnatie as somebody, at the moment to which the world of the test has moved on."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from html import unescape

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core import clock
from escalatie.models import Stagnatie
from instanties.models import Gebruiker
from tests.escalatie.conftest import Vastgelopen
from tests.inloggen import client_van


@contextmanager
def klok_op(vast: Vastgelopen) -> Iterator[None]:
    """Let the pages read the moment of this world: a minute after what happened, and before what comes."""
    vorige = clock._offset
    vast.nu += timedelta(minutes=1)
    verschil = vast.nu - timezone.now()
    clock.set_offset(lambda: verschil)
    try:
        yield
    finally:
        clock.set_offset(vorige)
        vast.nu += timedelta(minutes=1)


def tekst(antwoord) -> str:
    """What stands on the page, as it is read: without tags and double spaces."""
    inhoud = re.sub(r"<(head|script|style|template)\b.*?</\1>", " ", antwoord.content.decode(), flags=re.S)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", inhoud))).strip()


class Bezoek:
    """A browser in which somebody is logged in, on the pages of one stagnatie."""

    def __init__(self, vast: Vastgelopen, wie: Gebruiker, stagnatie: Stagnatie | None = None) -> None:
        self.vast = vast
        self.stagnatie = stagnatie or vast.stagnatie
        self.client: Client = client_van(wie)

    def url(self, naam: str = "stagnatie", *args) -> str:
        return reverse(f"escalatie:{naam}", args=[self.stagnatie.pk, *args])

    def lees(self, **query):
        """The page of the stagnatie."""
        with klok_op(self.vast):
            return self.client.get(self.url(), query)

    def tekst(self, **query) -> str:
        antwoord = self.lees(**query)
        assert antwoord.status_code == 200
        return tekst(antwoord)

    def doe(self, naam: str, *args, **data):
        """Send a form."""
        with klok_op(self.vast):
            return self.client.post(self.url(naam, *args), data)

    def ga(self, url: str, **query):
        """Another address, at the same moment."""
        with klok_op(self.vast):
            return self.client.get(url, query)
