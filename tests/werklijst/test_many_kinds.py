"""A full inbox and a full day's work: what they ask of the database doesn't grow with rows, and not with kinds (R2)."""

from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest
from django.urls import reverse

from berichten import soorten as berichtsoorten
from berichten.models import Bericht, MailStaat
from berichten.selectie import inbox
from core import clock
from escalatie.verwoording import WOORDEN
from gezinsplan import actions as plan
from gezinsplan import verwoording as planmeldingen
from gezinsplan.looptijd import dag_van
from gezinsplan.models import Gesprek, Navraag
from instanties.models import Vervanging, Weg, Wegsoort
from termijnen.models import Gevraagd, Termijn
from tests.cast import maak_cast
from tests.inloggen import client_van
from tests.routes.escalatie import wereld as vastgelopen
from tests.routes.vragen import HOOGSTENS, geteld
from tests.situaties import situatie
from toestemming import verwoording as toestemmingsmeldingen
from toestemming.models import Verjaardag
from werklijst import views
from woorden.duur import Duur, Eenheid

pytestmark = [pytest.mark.django_db, pytest.mark.heavy("a row of every kind, and the page that shows them")]

# With a row of every kind at once, which no day brings: a kind may ask once for all of its rows.
MET_ALLES = HOOGSTENS + 5
LEZERS = ["moeder", "coordinator", "mentor", "manager_school", "manager", "ambtenaar"]


class Wereld:
    """A family whose plan is stuck, with something of every kind."""

    def __init__(self, cast):
        self.cast, self.nu = cast, cast.nu
        self.vast = vastgelopen(cast)
        self.afspraak = plan.voeg_afspraak_toe(
            self.vast.stagnatie.doel,
            plan.AfspraakGegevens(
                wat="Sanne wordt gebeld",
                uitvoerders=[cast.mentor_in_gezin.pk, cast.moeder_in_gezin.pk],
                start_op=dag_van(cast.nu),
                termijn=Duur(2, Eenheid.WEEK),
            ),
            nu=cast.nu,
            door=cast.coordinator,
        )
        plan.activeer(plan.plan_van(cast.gezin), nu=cast.nu, door=cast.coordinator)
        Navraag.objects.create(afspraak=self.afspraak, termijn=self.termijn("navraag"), gesteld_op=cast.nu)
        Gesprek.objects.create(afspraak=self.afspraak, termijn=self.termijn("gesprek"))
        for soort in toestemmingsmeldingen.VAN_COORDINATOR:
            self.termijn(soort)
        self.verjaardag = Verjaardag.objects.create(
            gezinslid=cast.sanne, leeftijd=16, dag=dag_van(cast.nu), termijn=self.termijn("verjaardag")
        )

    def termijn(self, soort):
        over = self.nu + timedelta(days=3)
        tijden = {
            "begint_op": self.nu,
            "loopt_af_op": over,
            "aan_de_beurt_op": over,
            "oorspronkelijk_loopt_af_op": over,
        }
        return Termijn.objects.create(soort=soort, gezin=self.cast.gezin, **tijden)

    def bericht(self, soort, wie, object_id=None):
        Bericht.objects.create(
            soort=soort,
            ontvanger=wie,
            gezin_id=self.cast.gezin.pk,
            object_id=object_id,
            sleutel=uuid4().hex,
            gemaakt_op=self.nu,
            mail_staat=MailStaat.NIET_NODIG,
        )

    def van_alles(self, wie):
        """A notice of every kind that is registered."""
        ingang = Weg.objects.create(
            gebruiker=wie, soort=Wegsoort.PASSKEY, door=self.cast.beheerder, op=self.nu, bevestigd_op=self.nu,
            bevestigd_door=self.cast.collega,
        )  # fmt: skip
        volgend_jaar = dag_van(self.nu + timedelta(days=365))
        weg = Vervanging.objects.create(
            wie=self.cast.behandelaar, vervanger=wie, van=volgend_jaar, tot_en_met=volgend_jaar, gemaakt_op=self.nu
        )
        over = {
            **dict.fromkeys(WOORDEN, self.vast.stagnatie.pk),
            **dict.fromkeys(planmeldingen.OVER_AFSPRAAK, self.afspraak.pk),
            **dict.fromkeys(toestemmingsmeldingen.OVER_VERJAARDAG, self.verjaardag.pk),
            "weg_naar_account": ingang.pk,
            "weg_bevestigd": ingang.pk,
            "vervanging": weg.pk,
        }
        for soort in berichtsoorten.namen():
            self.bericht(soort, wie, over.get(soort))
        for termijn in Termijn.objects.lopend():
            self.bericht("herinnering", wie, termijn.pk)

    def vraag_van_alles(self, wie):
        """Every term asks something of this person."""
        for termijn in Termijn.objects.lopend():
            Gevraagd.objects.get_or_create(termijn=termijn, gebruiker=wie)

    def laat_wachten_op(self, ander, wie):
        """Every term asks something of the other, and this person guards it; but for that of the step, which is its keeper's."""
        Gevraagd.objects.all().delete()
        Termijn.objects.lopend().exclude(soort__startswith="stap_").update(houder=wie)
        self.vraag_van_alles(ander)


@situatie
def every_kind():
    """Give that family."""
    return Wereld(maak_cast(clock.now()))


def vragen(wie, adres):
    client = client_van(wie)
    client.get(adres)
    with geteld() as gevonden:
        antwoord = client.get(adres)
    assert antwoord.status_code == 200
    return gevonden, antwoord


@pytest.mark.eis("R2")
@pytest.mark.parametrize("lezer", LEZERS)
def test_a_notice_of_every_kind_asks_no_more_than_a_page_may(every_kind, lezer, monkeypatch):
    monkeypatch.setattr(views, "inbox", partial(inbox, per_pagina=500))
    wie, adres = getattr(every_kind.cast, lezer), reverse("werklijst:berichten")
    every_kind.van_alles(wie)
    gevonden, antwoord = vragen(wie, adres)
    soorten_gelezen = {regel.bericht.soort for regel in antwoord.context["post"].rijen if regel.url}
    assert len(gevonden) <= MET_ALLES, "\n".join(sql[:200] for sql in gevonden)
    assert set(WOORDEN) <= soorten_gelezen
    for _keer in range(5):
        for soort in WOORDEN:
            every_kind.bericht(soort, wie, every_kind.vast.stagnatie.pk)
    assert len(vragen(wie, adres)[0]) == len(gevonden)


@pytest.mark.eis("R2")
@pytest.mark.parametrize("lezer", [lezer for lezer in LEZERS if lezer != "moeder"])
def test_a_term_of_every_kind_asks_no_more_than_a_page_may(every_kind, lezer):
    wie = getattr(every_kind.cast, lezer)
    every_kind.vraag_van_alles(wie)
    gevonden, antwoord = vragen(wie, "/")
    regels = [regel for groep in antwoord.context["werk"].groepen for regel in groep.rijen]
    assert {regel.termijn.soort for regel in regels} >= {"stap_resultaat", "actie", "vraag", "bevestiging"}
    assert len(gevonden) <= MET_ALLES, "\n".join(sql[:200] for sql in gevonden)


@pytest.mark.eis("R2", "I5")
@pytest.mark.parametrize("lezer", ["coordinator", "manager_school", "ambtenaar"])
def test_what_waits_for_another_asks_no_more_than_a_page_may(every_kind, lezer):
    wie = getattr(every_kind.cast, lezer)
    every_kind.laat_wachten_op(every_kind.cast.mentor, wie)
    gevonden, antwoord = vragen(wie, "/")
    assert len(antwoord.context["werk"].wacht) >= 3
    assert len(gevonden) <= MET_ALLES, "\n".join(sql[:200] for sql in gevonden)
