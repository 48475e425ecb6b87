"""However much is recorded about who may see what, a page asks the database as often as before (T3)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from gezinsplan import actions as plan
from gezinsplan.actions import AfspraakGegevens, DoelGegevens
from gezinsplan.looptijd import dag_van
from instanties.models import Leefgebied
from tests.inloggen import client_van
from toestemming import actions
from toestemming.models import Deelkeuze, Grondslag, Toestemming, Veiligheidsvlag
from woorden.duur import Duur, Eenheid

pytestmark = pytest.mark.django_db

GEBIEDEN = list(Leefgebied.values)
VELE = len(GEBIEDEN)
EIGEN = Leefgebied.VERSLAVING


@pytest.fixture
def gezin(cast):
    """Give the family with a plan that runs: for each leefgebied a goal of mother's, and an afspraak of the mentor."""
    hoe = {"nu": cast.nu, "door": cast.coordinator}
    actions.wijzig_aandeel(cast.mentor_in_gezin, [], **hoe)
    cast.delen = []
    for nummer in range(VELE):
        doel = plan.voeg_doel_toe(
            cast.gezin,
            DoelGegevens(f"Doel {nummer}", leefgebieden=[EIGEN], over_wie=[cast.moeder_in_gezin.pk]),
            **hoe,
        )
        gegevens = AfspraakGegevens(
            f"Afspraak {nummer}", [cast.mentor_in_gezin.pk], dag_van(cast.nu), Duur(9, Eenheid.WEEK)
        )
        plan.voeg_afspraak_toe(doel, gegevens, **hoe)
        cast.delen.append(doel.pk)
    plan.activeer(plan.plan_van(cast.gezin), aan_tafel=None, **hoe)
    return cast


def leg_vast(cast, vanaf, tot):
    """Consent, a ground by hand, a flag and a choice for each number."""
    hoe, vandaag = {"nu": cast.nu, "door": cast.coordinator}, localdate(cast.nu)
    gegevens = actions.Gespreksgegevens("Zo helpt ieder", vandaag, vandaag + timedelta(days=300))
    keuzes = [
        actions.Toestemmingskeuze(cast.mentor_in_gezin.pk, gebied, cast.moeder_in_gezin.pk)
        for gebied in GEBIEDEN[vanaf:tot]
    ]
    gesprek = actions.houd_gesprek(cast.gezin, gegevens, keuzes, **hoe)
    ja = {regel.pk: "ja" for regel in gesprek.regels.all()}
    actions.teken(cast.moeder_in_gezin, ja, vorm="mondeling", gegeven_op=vandaag, **hoe)
    for nummer in range(vanaf, tot):
        hand = actions.Handgegevens(
            "overmacht", cast.behandelaar_in_gezin, [GEBIEDEN[nummer]], [cast.sanne.pk], reden="gevaar",
            tot_en_met=vandaag + timedelta(days=7),
        )  # fmt: skip
        actions.leg_grondslag_vast(cast.gezin, hand, **hoe)
        actions.zet_vlag(cast.vader_in_gezin, [cast.sanne.pk], f"reden {nummer}", vandaag + timedelta(days=30), **hoe)
    actions.kies_wat_te_zien(cast.moeder_in_gezin, cast.broer_in_gezin, cast.delen[:tot], nu=cast.nu, door=cast.moeder)


def tel(client, adres):
    with CaptureQueriesContext(connection) as vragen:
        assert client.get(adres).status_code == 200
    return len(vragen)


@pytest.mark.eis("T3")
@pytest.mark.heavy("pages of a plan with all that consent knows, twice", seconds=6)
def test_pages_ask_as_much_with_one_ground_as_with_ten(gezin):
    hier = [gezin.gezin.pk]
    bladen = {
        "plan": (("mentor", "moeder", "broer", "vader", "coordinator"), reverse("gezinsplan:plan", args=hier)),
        "Ons plan": (("moeder", "broer", "vader"), reverse("gezinsplan:ons_plan_gezin", args=hier)),
        "Mijn werk": (("mentor", "coordinator"), reverse("werklijst:mijn_werk")),
        "berichten": (("mentor", "moeder", "coordinator"), reverse("werklijst:berichten")),
        "gezinnen": (("mentor", "coordinator"), reverse("gezinsplan:gezinnen")),
    }
    browsers = {
        naam: client_van(getattr(gezin, naam)) for naam in ("mentor", "moeder", "broer", "vader", "coordinator")
    }

    def alles():
        return {(blad, wie): tel(browsers[wie], adres) for blad, (wie_al, adres) in bladen.items() for wie in wie_al}

    leg_vast(gezin, 0, 1)
    alles()
    eerst = alles()
    leg_vast(gezin, 1, VELE)
    # It is there, and it counts: consent for all, and every goal chosen.
    assert Toestemming.objects.filter(gezin=gezin.gezin, staat="geldig").count() == VELE
    assert Grondslag.objects.geldig().filter(gezin=gezin.gezin).count() > 2 * VELE
    assert Veiligheidsvlag.objects.filter(gezin=gezin.gezin, tot=None).count() == VELE
    assert Deelkeuze.objects.filter(gezin=gezin.gezin, tot=None).count() == VELE
    assert alles() == eerst
