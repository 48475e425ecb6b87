"""Grounds other than consent: data with rules, recorded with a reason, read by the family; and who decides instead (T2, T3)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from berichten.models import Bericht
from gezinsplan import actions as plan
from gezinsplan.actions import DoelGegevens
from gezinsplan.models import Doel
from instanties.models import Leefgebied
from tests.inloggen import client_van, kwam_terug
from toestemming import actions
from toestemming.actions import Handgegevens
from toestemming.kring import kring_van
from toestemming.models import Grondslag, Grondslagsoort, Vertegenwoordiging
from toestemming.ondertekenaars import ondertekenaars
from toestemming.zicht import blik

pytestmark = pytest.mark.django_db

REDEN = "De leerplichtambtenaar moet weten waarom Sanne er niet was"


def adres(naam: str, cast, *rest) -> str:
    return reverse(f"toestemming:{naam}", args=[cast.gezin.pk, *rest])


def lees(antwoord) -> str:
    return " ".join(antwoord.content.decode().split())


@pytest.fixture
def school(cast) -> Doel:
    """Give a goal about Sanne's school; the mentor sees nothing but own afspraken."""
    hoe = {"nu": cast.nu, "door": cast.coordinator}
    actions.wijzig_aandeel(cast.mentor_in_gezin, [], **hoe)
    gegevens = DoelGegevens("Sanne is op tijd", leefgebieden=[Leefgebied.ONDERWIJS], over_wie=[cast.sanne.pk])
    return plan.voeg_doel_toe(cast.gezin, gegevens, **hoe)


def grond(cast, **anders) -> dict:
    return {
        "ontvanger": cast.mentor_in_gezin.pk,
        "leefgebieden": [Leefgebied.ONDERWIJS],
        "over_wie": [cast.sanne.pk],
        "reden": REDEN,
        **anders,
    }


def ziet(gebruiker, cast, doel) -> bool:
    return Doel.objects.zichtbaar_voor(blik(gebruiker, cast.gezin)).filter(pk=doel.pk).exists()


@pytest.mark.eis("T3")
def test_a_new_law_needs_no_new_code(cast, school):
    """The beheerder adds 'Wams'; a coordinator records one, and the mentor sees what it opens for as long as it runs."""
    beheerder = client_van(cast.beheerder)
    soort = {
        "naam": "Wams",
        "uitleg": "De wet Wams zegt dat dit gedeeld mag worden.",
        "vraagt_reden": "on",
        "vraagt_kenmerk": "on",
        "hoogstens_dagen": "28",
        "actief": "on",
    }
    assert beheerder.post(reverse("toestemming:soort_toevoegen"), soort).status_code == 302
    assert "Wams" in lees(beheerder.get(reverse("toestemming:soorten")))
    coordinator = client_van(cast.coordinator)
    assert "De wet Wams zegt" in lees(coordinator.get(adres("gronden", cast)))
    waar = adres("grond_vastleggen", cast, "wams")
    formulier = lees(coordinator.get(waar))
    assert "Kenmerk van het besluit" in formulier
    assert "Hoogstens 28 dagen" in formulier
    te_lang = coordinator.post(waar, grond(cast, kenmerk="W-1", tot_en_met="over 8 weken"))
    assert kwam_terug(te_lang)
    assert "hoogstens 28 dagen" in lees(te_lang)
    assert REDEN in te_lang.content.decode()
    assert not ziet(cast.mentor, cast, school)
    assert coordinator.post(waar, grond(cast, kenmerk="W-1", tot_en_met="over 2 weken")).status_code == 302
    assert ziet(cast.mentor, cast, school)
    rij = Grondslag.objects.get(soort="wams")
    assert coordinator.post(adres("grond_beeindigen", cast, rij.pk)).status_code == 302
    assert not ziet(cast.mentor, cast, school)


@pytest.mark.eis("T3")
def test_what_is_asked_follows_the_kind(cast):
    """A legal duty asks why; a measure asks for its order and its end too."""
    coordinator = client_van(cast.coordinator)
    plicht, maatregel = (
        lees(coordinator.get(adres("grond_vastleggen", cast, s))) for s in ("wettelijke_plicht", "maatregel")
    )
    assert "Waarom is dit nodig?" in plicht
    assert "Kenmerk" not in plicht
    assert "Kenmerk van het besluit" in maatregel
    assert "Hoogstens 366 dagen" in maatregel
    fout = coordinator.post(adres("grond_vastleggen", cast, "maatregel"), grond(cast, kenmerk="", tot_en_met=""))
    assert kwam_terug(fout)
    assert not Grondslag.objects.filter(soort="maatregel").exists()


@pytest.mark.eis("T3")
@pytest.mark.parametrize("soort", ["toestemming", "coordinatie", "bestaat-niet"])
def test_no_ground_by_hand_where_an_act_makes_it(cast, soort):
    assert client_van(cast.coordinator).get(adres("grond_vastleggen", cast, soort)).status_code == 404


@pytest.mark.eis("T3")
def test_a_kind_that_is_out_of_use_is_not_offered(cast):
    beheerder = client_van(cast.beheerder)
    data = {"naam": "wettelijke plicht", "uitleg": "De wet zegt het.", "vraagt_reden": "on"}
    assert beheerder.post(reverse("toestemming:soort", args=["wettelijke_plicht"]), data).status_code == 302
    assert client_van(cast.coordinator).get(adres("grond_vastleggen", cast, "wettelijke_plicht")).status_code == 404


@pytest.mark.eis("T3")
def test_of_a_kind_that_acts_make_only_the_words_change(cast):
    beheerder = client_van(cast.beheerder)
    data = {"naam": "toestemming", "uitleg": "U zei ja.", "vraagt_reden": "on"}
    assert beheerder.post(reverse("toestemming:soort", args=["toestemming"]), data).status_code == 302
    soort = Grondslagsoort.objects.get(pk="toestemming")
    assert soort.uitleg == "U zei ja."
    assert soort.actief
    assert soort.vraagt_ondertekenaars
    assert not soort.vraagt_reden


@pytest.mark.eis("T3")
def test_a_name_twice_is_said_at_the_field(cast):
    data = {"naam": "wettelijke plicht", "uitleg": "Dat mag", "actief": "on"}
    antwoord = client_van(cast.beheerder).post(reverse("toestemming:soort_toevoegen"), data)
    assert kwam_terug(antwoord)
    assert "Er is al een grond met deze naam" in lees(antwoord)


def leg_vast(cast, over=(), gebieden=(Leefgebied.ONDERWIJS,), reden=REDEN) -> Grondslag:
    gegevens = Handgegevens("wettelijke_plicht", cast.mentor_in_gezin, gebieden, [lid.pk for lid in over], reden=reden)
    return actions.leg_grondslag_vast(cast.gezin, gegevens, nu=cast.nu, door=cast.coordinator)


def leest_het(cast, naam: str) -> bool:
    return REDEN in client_van(getattr(cast, naam)).get(adres("toestemming", cast)).content.decode()


def bericht(cast, naam: str) -> bool:
    return Bericht.objects.filter(soort="grond_begonnen", ontvanger=getattr(cast, naam)).exists()


@pytest.mark.eis("T3")
def test_the_family_members_concerned_read_why_and_hear_of_it(cast):
    leg_vast(cast, [cast.sanne])
    for naam, verwacht in {"moeder": True, "vader": True, "broer": False, "coordinator": True}.items():
        assert leest_het(cast, naam) is verwacht, naam
    assert {naam for naam in ("moeder", "vader", "broer") if bericht(cast, naam)} == {"moeder", "vader"}
    assert "zonder dat er om toestemming is gevraagd" in lees(
        client_van(cast.moeder).get(reverse("werklijst:berichten"))
    )
    assert "De wet zegt" in lees(client_van(cast.moeder).get(adres("toestemming", cast)))


@pytest.mark.eis("T3", "G16")
def test_what_is_about_mother_alone_is_hers_to_read(cast):
    leg_vast(cast, [cast.moeder_in_gezin], [Leefgebied.VERSLAVING])
    assert {naam for naam in ("moeder", "vader", "broer") if leest_het(cast, naam)} == {"moeder"}
    assert {naam for naam in ("moeder", "vader", "broer") if bericht(cast, naam)} == {"moeder"}


@pytest.mark.eis("T3")
def test_a_child_reads_no_reason_about_adults_own_matters(cast):
    leg_vast(cast, [], [Leefgebied.VERSLAVING])
    assert leest_het(cast, "moeder")
    assert not leest_het(cast, "broer")


@pytest.mark.eis("T3", "X5")
def test_who_is_flagged_hears_and_reads_nothing_of_it(cast):
    opnieuw = localdate(cast.nu) + timedelta(days=30)
    voor = client_van(cast.vader).get(adres("toestemming", cast)).content.decode()
    actions.zet_vlag(
        cast.vader_in_gezin, [cast.sanne.pk], "Mark zoekt Sanne op", opnieuw, nu=cast.nu, door=cast.behandelaar
    )
    leg_vast(cast, [cast.sanne])
    leg_vast(cast)
    assert not bericht(cast, "vader")
    assert bericht(cast, "moeder")
    assert not leest_het(cast, "vader")
    na = client_van(cast.vader).get(adres("toestemming", cast)).content.decode()
    assert ("wettelijke plicht" in na) is ("wettelijke plicht" in voor)


@pytest.mark.eis("X4")
def test_the_coordinators_list_asks_no_query_per_ground(cast):
    client = client_van(cast.coordinator)

    def vragen() -> int:
        with CaptureQueriesContext(connection) as alle:
            client.get(adres("gronden", cast))
        return len(alle)

    leg_vast(cast, [cast.sanne])
    klein = vragen()
    for lid in (cast.moeder_in_gezin, cast.broer_in_gezin, cast.vader_in_gezin):
        leg_vast(cast, [lid])
    assert vragen() == klein


@pytest.mark.eis("T2")
def test_somebody_else_decides_for_who_cannot(cast):
    coordinator = client_van(cast.coordinator)
    waar = adres("vertegenwoordiging", cast, cast.moeder_in_gezin.pk)
    zonder = coordinator.post(waar, {"door_wie": "", "reden": "De rechter besliste dat"})
    assert kwam_terug(zonder)
    assert "De rechter besliste dat" in zonder.content.decode()
    assert coordinator.post(waar, {"door_wie": cast.oma.pk, "reden": "De rechter besliste dat"}).status_code == 302
    op = localdate(cast.nu)
    assert set(ondertekenaars(kring_van(cast.gezin.pk), cast.moeder_in_gezin.pk, op).wie) == {cast.oma.pk}
    overzicht = lees(coordinator.get(adres("toestemming", cast)))
    assert "Riet de Wit beslist." in overzicht
    assert "De rechter besliste dat" in overzicht
    assert coordinator.post(waar).status_code == 302
    assert not Vertegenwoordiging.objects.filter(tot__isnull=True).exists()
    assert set(ondertekenaars(kring_van(cast.gezin.pk), cast.moeder_in_gezin.pk, op).wie) == {cast.moeder_in_gezin.pk}


@pytest.mark.eis("T2")
def test_of_a_minor_the_holders_of_gezag_may_decide(cast):
    coordinator = client_van(cast.coordinator)
    waar = adres("vertegenwoordiging", cast, cast.broer_in_gezin.pk)
    assert coordinator.post(waar, {"door_wie": "", "reden": "Daan overziet dit niet"}).status_code == 302
    wie = ondertekenaars(kring_van(cast.gezin.pk), cast.broer_in_gezin.pk, localdate(cast.nu)).wie
    assert set(wie) == {cast.moeder_in_gezin.pk, cast.vader_in_gezin.pk}
