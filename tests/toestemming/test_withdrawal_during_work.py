"""Withdrawal at the worst moment: while a paper is made, a mail waits, a list is paged. After its commit it is closed (T3).

With real commits, and threads where two things are under way at once.
"""

import threading
from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core import mail
from django.db import connection, transaction
from django.urls import reverse

from berichten.actions import Melding, claim_en_verzend, meld_velen
from berichten.models import Bericht, MailStaat
from berichten.selectie import inbox
from core import clock
from escalatie.actions import meld_stagnatie
from escalatie.models import Oorzaak
from gezinsplan import pdf
from gezinsplan.actions import papier
from gezinsplan.models import PdfStaat
from tests.cast import maak_cast
from tests.inloggen import client_van
from tests.toestemming.conftest import Tafel
from toestemming import actions, zicht

GEDULD = 90  # seconds: a ceiling for a busy machine
GEHEIM = "Aardbei"


@pytest.fixture
def gedeeld(fresh_database):
    """Give the table at which both parents let the mentor know about school; a goal about it stands in the plan."""
    cast = maak_cast(clock.now())
    actions.wijzig_aandeel(cast.mentor_in_gezin, [], nu=cast.nu, door=cast.coordinator)
    tafel = Tafel(cast, cast.nu)
    tafel.doel(GEHEIM, cast.sanne)
    regel = tafel.school_over_sanne()
    tafel.ja(regel, cast.moeder_in_gezin, cast.vader_in_gezin)
    assert tafel.ziet(cast.mentor, tafel.doelen[GEHEIM])
    return SimpleNamespace(
        tafel=tafel,
        cast=cast,
        school=client_van(cast.mentor),
        trek_in=lambda: tafel.trek_in(cast.moeder_in_gezin, regel),
    )


@pytest.fixture
def pers(monkeypatch):
    """Give the press of the papers: what it was given to print, and whether it stands still."""
    pers = SimpleNamespace(gekregen=[], begonnen=threading.Event(), verder=threading.Event())
    pers.verder.set()

    def maak(tekst: str) -> bytes:
        pers.gekregen.append(tekst)
        pers.begonnen.set()
        assert pers.verder.wait(GEDULD)
        return b"%PDF"

    monkeypatch.setattr(pdf, "maak", maak)
    return pers


class Ernaast:
    """Does something in another thread with a connection of its own; what goes wrong there is raised here."""

    def __init__(self, doe: Callable[[], object]) -> None:
        self._fout: BaseException | None = None
        self._draad = threading.Thread(target=self._loop, args=[doe])
        self._draad.start()

    def _loop(self, doe: Callable[[], object]) -> None:
        try:
            doe()
        except BaseException as fout:
            self._fout = fout
        finally:
            connection.close()

    def klaar(self) -> None:
        self._draad.join(GEDULD)
        assert not self._draad.is_alive()
        if self._fout:
            raise self._fout


def vraag_papier(gedeeld):
    return papier.vraag_pdf(zicht.blik(gedeeld.cast.mentor, gedeeld.cast.gezin), nu=clock.now())


def haal_op(gedeeld, opdracht):
    adres = reverse("gezinsplan:papier_bestand", args=[gedeeld.cast.gezin.pk, opdracht.pk])
    return gedeeld.school.get(adres, follow=True)


def wordt_geweigerd(antwoord) -> bool:
    gelezen = antwoord.content.decode()
    return (
        antwoord["Content-Type"].startswith("text/html") and "intussen veranderd" in gelezen and GEHEIM not in gelezen
    )


@pytest.mark.eis("T3", "G9")
def test_a_paper_that_was_being_made_is_not_handed_out(gedeeld, pers):
    opdracht = vraag_papier(gedeeld)
    pers.verder.clear()
    werker = Ernaast(lambda: papier.maak_wachtende(clock.now()))
    assert pers.begonnen.wait(GEDULD)
    gedeeld.trek_in()
    pers.verder.set()
    werker.klaar()
    opdracht.refresh_from_db()
    # It was begun before, and holds what was shared then; so nobody gets it.
    assert opdracht.staat == PdfStaat.KLAAR
    assert GEHEIM in pers.gekregen[0]
    assert wordt_geweigerd(haal_op(gedeeld, opdracht))
    # What is begun after it, doesn't contain it.
    opnieuw = vraag_papier(gedeeld)
    papier.maak_wachtende(clock.now())
    assert GEHEIM not in pers.gekregen[1]
    assert haal_op(gedeeld, opnieuw)["Content-Type"] == "application/pdf"


@pytest.mark.eis("T3", "G9")
def test_a_paper_asked_before_and_begun_after_does_not_contain_it(gedeeld, pers):
    opdracht = vraag_papier(gedeeld)
    gedeeld.trek_in()
    papier.maak_wachtende(clock.now())
    assert len(pers.gekregen) == 1
    assert GEHEIM not in pers.gekregen[0]
    assert haal_op(gedeeld, opdracht)["Content-Type"] == "application/pdf"


@pytest.mark.eis("T3", "G9")
def test_a_paper_made_while_the_withdrawal_is_being_saved_is_not_handed_out(gedeeld, pers):
    opdracht = vraag_papier(gedeeld)
    gezegd, vast = threading.Event(), threading.Event()

    def trek_langzaam_in() -> None:
        with transaction.atomic():
            gedeeld.trek_in()
            gezegd.set()
            assert vast.wait(GEDULD)

    moeder = Ernaast(trek_langzaam_in)
    try:
        assert gezegd.wait(GEDULD)
        papier.maak_wachtende(clock.now())
    finally:
        vast.set()
        moeder.klaar()
    assert GEHEIM in pers.gekregen[0]
    assert wordt_geweigerd(haal_op(gedeeld, opdracht))


@pytest.fixture
def vastgelopen(gedeeld):
    """Give the same, with a notice to the mentor about what he sees by that consent only; its mail waits."""
    cast = gedeeld.cast
    meld_stagnatie(
        cast.gezin, door=cast.coordinator, nu=cast.nu, oorzaak=Oorzaak.WACHTLIJST, toelichting=f"{GEHEIM} blijft liggen",
        doel=gedeeld.tafel.doelen[GEHEIM], partij=cast.behandelaar_in_gezin,
    )  # fmt: skip
    gedeeld.bericht = Bericht.objects.get(ontvanger=cast.mentor, soort__startswith="stagnatie")
    assert gedeeld.bericht.mail_staat == MailStaat.TE_VERZENDEN
    return gedeeld


def regel_van(gedeeld, pagina=1):
    """How the notice stands in the mentor's inbox; None when it isn't on this page."""
    gevonden = (r for r in inbox(gedeeld.cast.mentor, pagina).rijen if r.bericht.pk == gedeeld.bericht.pk)
    return next(gevonden, None)


@pytest.mark.eis("T3", "E10", "X5")
def test_a_mail_that_waited_says_nothing_and_its_notice_shows_nothing_any_more(vastgelopen):
    assert regel_van(vastgelopen).url
    vastgelopen.trek_in()
    assert claim_en_verzend(clock.now() + timedelta(days=31)) > 0
    adres = vastgelopen.cast.mentor.email
    brieven = [str(brief.message()) for brief in mail.outbox if brief.to == [adres]]
    assert brieven
    for brief in brieven:
        assert not [woord for woord in (GEHEIM, "De Wit", "Sanne", "onderwijs", "ingetrokken") if woord in brief]
    regel = regel_van(vastgelopen)
    assert (regel.url, regel.categorie) == ("", "")
    assert "niet (meer)" in regel.tekst
    opened = vastgelopen.school.post(reverse("werklijst:bericht_openen", args=[vastgelopen.bericht.pk]))
    assert opened["Location"] == reverse("werklijst:berichten")


@pytest.mark.eis("T3", "E10")
def test_what_was_on_page_two_is_gone_when_it_is_turned_to(vastgelopen):
    cast = vastgelopen.cast
    meld_velen(
        [Melding("plan_gestart", cast.mentor, f"proef:{nummer}", gezin=cast.gezin.pk) for nummer in range(25)],
        clock.now(),
    )
    berichten, stagnatie = reverse("werklijst:berichten"), regel_van(vastgelopen, 2).url
    assert vastgelopen.school.get(berichten).status_code == 200
    assert stagnatie
    vastgelopen.trek_in()
    # The coordinator's talk comes first now; the pages moved on by one at most.
    bladen = [vastgelopen.school.get(berichten, {"pagina": pagina}) for pagina in (2, 1)]
    for blad in bladen:
        assert blad.status_code == 200
        assert not [regel for regel in blad.context["post"].rijen if regel.url == stagnatie]
    assert not regel_van(vastgelopen, 2).url
    assert vastgelopen.school.get(stagnatie).status_code == 404
