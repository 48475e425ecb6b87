"""A professional without an account with a question about what he does, and the way a person follows a link."""

import re
from datetime import timedelta

from django.core import mail
from django.test import Client
from django.urls import reverse

from core import clock
from gezinnen.actions import BetrokkeneGegevens, voeg_betrokkene_toe
from gezinsplan import actions
from gezinsplan.actions.link import GemaakteLink
from tests.gezinsplan.conftest import Voorbeeld, maak_voorbeeld, vers
from woorden.duur import Duur, Eenheid

ADRES = "d.hof@wonen.example"


def maak_vraag(cast, *, anderen=(), **gegevens):
    """The plan with D. Hof of the school, without account, and his afspraak of which the term has just passed."""
    voorbeeld = maak_voorbeeld(cast)
    # The question runs at the real moment: its pages ask the clock.
    voorbeeld.nu = cast.nu - timedelta(days=8)
    hof = voeg_betrokkene_toe(
        cast.gezin,
        BetrokkeneGegevens(naam="D. Hof", instelling=cast.school, telefoon="06-00000077", **gegevens),
        nu=voorbeeld.nu,
        door=cast.coordinator,
    )
    afspraak = voorbeeld.afspraak("Elke dag bellen bij verzuim", hof, *anderen, termijn=Duur(7, Eenheid.DAG))
    voorbeeld.activeer()
    voorbeeld.tik(8)
    voorbeeld.nu = clock.now()
    return voorbeeld, hof, vers(afspraak)


def maak(voorbeeld: Voorbeeld, hof, afspraak, *, door=None, nu=None) -> GemaakteLink:
    """A link, without the mail."""
    return actions.maak_link(vers(afspraak), hof, ADRES, nu=nu or clock.now(), door=door or voorbeeld.cast.coordinator)


def volg(geheim: str, client: Client | None = None) -> tuple[Client, str]:
    """Follow the link of the mail; gives the browser and the address it came to."""
    client = client or Client()
    antwoord = client.get(reverse("gezinsplan:link_volgen", args=[geheim]))
    assert antwoord.status_code == 302
    return client, antwoord["Location"]


def vul_code_in(client: Client, adres: str, code: str, **extra):
    return client.post(adres, {"code": code, **extra})


def open_vraag(gemaakt: GemaakteLink, client: Client | None = None) -> tuple[Client, str]:
    """Follow the link and give the code; gives the browser and the address of the question."""
    client, adres = volg(gemaakt.geheim, client)
    antwoord = vul_code_in(client, adres, gemaakt.code)
    assert antwoord.status_code == 302, antwoord.content.decode()
    return client, antwoord["Location"]


def uit_mail() -> str:
    """The secret in the last mail."""
    gevonden = re.search(r"/antwoord/([\w-]+)/", mail.outbox[-1].body)
    assert gevonden
    return gevonden[1]
