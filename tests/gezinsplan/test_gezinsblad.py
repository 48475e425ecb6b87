"""A sheet for the whole family: what everyone at home may read, and nobody's own matters (T3, G9, G16)."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from core import clock
from gezinnen.actions import GezinslidGegevens, voeg_gezinslid_toe
from gezinnen.models import Deelnemer, Relatie
from gezinsplan import actions, pdf
from gezinsplan.actions import DoelGegevens, papier
from gezinsplan.models import PdfOpdracht
from gezinsplan.planbeeld import planbeeld
from instanties.models import Leefgebied
from logboek.models import Handeling, Logregel
from tests.inloggen import client_van
from toestemming import zicht
from toestemming.actions import kies_wat_te_zien, zet_vlag
from toestemming.doorsnede import voor_heel_gezin

pytestmark = pytest.mark.django_db

SAMEN = "We eten elke avond samen"
VAN_DE_KINDEREN = "Sanne en Daan gaan op tijd slapen"
VAN_SANNE = "Sanne gaat elke dag naar school"
VAN_MOEDER = "Petra blijft bij de kliniek"
SCHULD = "We zijn van de schulden af"


@pytest.fixture
def plan(voorbeeld):
    """Give the example with an own matter of mother, of the family together, and of Daan."""
    cast = voorbeeld.cast

    def doel(tekst, gebied, *over):
        gegevens = DoelGegevens(tekst, leefgebieden=[gebied], over_wie=[lid.pk for lid in over])
        return actions.voeg_doel_toe(cast.gezin, gegevens, nu=voorbeeld.nu, door=cast.coordinator)

    voorbeeld.kliniek = doel(VAN_MOEDER, Leefgebied.VERSLAVING, cast.moeder_in_gezin)
    voorbeeld.schuld = doel(SCHULD, Leefgebied.INKOMEN)
    samen = doel(SAMEN, Leefgebied.OPVOEDING)
    doel(VAN_DE_KINDEREN, Leefgebied.OPVOEDING, cast.sanne, cast.broer_in_gezin)
    voorbeeld.afspraak("Petra gaat elke week naar de kliniek", cast.moeder_in_gezin, doel=voorbeeld.kliniek)
    voorbeeld.afspraak("Petra kookt op maandag", cast.moeder_in_gezin, doel=samen, leefgebieden=[Leefgebied.OPVOEDING])
    voorbeeld.afspraak("Mentor belt elke week met moeder", cast.mentor_in_gezin, herhaling="elke week")
    voorbeeld.activeer()
    return voorbeeld


def blad(plan, lezer) -> str:
    beeld = planbeeld(voor_heel_gezin(zicht.blik(lezer, plan.cast.gezin)))
    return " ".join(pdf.html(beeld, op=plan.nu).split())


@pytest.mark.eis("T3", "G9")
def test_the_sheet_has_what_all_may_read_and_no_own_matters(plan):
    for lezer in (plan.cast.moeder, plan.cast.broer, plan.cast.coordinator):
        gelezen = blad(plan, lezer)
        assert "Voor het hele gezin" in gelezen
        assert SAMEN in gelezen
        assert VAN_DE_KINDEREN in gelezen
        assert "Petra kookt op maandag" in gelezen
        assert "Niet alles in dit plan is met u gedeeld" not in gelezen
        # Daan doesn't read what is about his sister alone, so it isn't on a sheet that he reads too.
        assert VAN_SANNE not in gelezen
        for geheim in (VAN_MOEDER, SCHULD, "naar de kliniek", "Keerpunt", "petra@voorbeeld.example", "Elzenlaan"):
            assert geheim not in gelezen


@pytest.mark.eis("T3")
def test_everyone_gets_the_same_sheet(plan):
    assert len({blad(plan, lezer) for lezer in (plan.cast.moeder, plan.cast.broer, plan.cast.coordinator)}) == 1


@pytest.mark.eis("T3")
def test_what_mother_chose_for_all_children_is_on_it(plan):
    cast = plan.cast
    hoe = {"nu": plan.nu, "door": cast.moeder}
    kies_wat_te_zien(cast.moeder_in_gezin, cast.broer_in_gezin, [plan.kliniek.pk], **hoe)
    assert VAN_MOEDER not in blad(plan, cast.moeder)
    kies_wat_te_zien(cast.moeder_in_gezin, cast.sanne, [plan.kliniek.pk], **hoe)
    assert VAN_MOEDER in blad(plan, cast.moeder)


@pytest.mark.eis("T3")
def test_an_own_afspraak_of_one_of_them_is_not_on_it(plan):
    """Daan sees what he does himself; that doesn't make it everybody's."""
    cast = plan.cast
    plan.afspraak(
        "Daan praat met de kliniek", cast.broer_in_gezin, doel=plan.kliniek, over_wie=[cast.moeder_in_gezin.pk],
        leefgebieden=[Leefgebied.VERSLAVING],
    )  # fmt: skip
    assert "Daan praat met de kliniek" not in blad(plan, cast.broer)


@pytest.mark.eis("T3", "X5")
def test_what_a_flag_keeps_from_one_is_on_no_table(plan):
    cast = plan.cast
    zet_vlag(
        cast.broer_in_gezin, [cast.sanne.pk], "Daan bedreigt Sanne", plan.dag(30), nu=plan.nu, door=cast.behandelaar
    )
    for lezer in (cast.moeder, cast.broer, cast.coordinator):
        assert VAN_DE_KINDEREN not in blad(plan, lezer)
        assert SAMEN in blad(plan, lezer)


@pytest.mark.eis("T3", "G16")
def test_who_lives_elsewhere_or_helps_gets_no_such_sheet(plan):
    waar = reverse("gezinsplan:papier_vragen", args=[plan.cast.gezin.pk])
    for wie in ("vader", "collega", "mentor"):
        client = client_van(getattr(plan.cast, wie))
        assert client.post(waar, {"voor_gezin": "ja"}).status_code == 403
        assert (
            "Blad voor het hele gezin"
            not in client.get(waar.replace("papier/vragen", "plan"), follow=True).content.decode()
        )
    assert not PdfOpdracht.objects.exists()


@pytest.mark.eis("G9", "X1")
@pytest.mark.heavy("makes a real paper")
def test_from_asking_to_reading(plan):
    moeder = client_van(plan.cast.moeder)
    waar = moeder.post(reverse("gezinsplan:papier_vragen", args=[plan.cast.gezin.pk]), {"voor_gezin": "ja"})["Location"]
    gewoon = moeder.post(reverse("gezinsplan:papier_vragen", args=[plan.cast.gezin.pk]))["Location"]
    assert waar != gewoon
    papier.maak_wachtende(clock.now())
    assert "wat iedereen thuis mag lezen" in moeder.get(waar).content.decode()
    bestand = moeder.get(f"{waar}bestand/")
    gelezen = " ".join(pagina.extract_text() for pagina in PdfReader(BytesIO(bestand.content)).pages).replace(
        "\x00", ""
    )
    assert SAMEN in " ".join(gelezen.split())
    assert "kliniek" not in gelezen.lower()
    regel = Logregel.objects.get(handeling=Handeling.AFDRUKKEN, gebruiker_id=plan.cast.moeder.pk)
    assert regel.getoond["voor_gezin"] is True
    assert Leefgebied.VERSLAVING not in regel.leefgebieden


@pytest.mark.eis("T3")
def test_what_changed_for_one_of_them_is_not_handed_out(plan):
    cast = plan.cast
    moeder = client_van(cast.moeder)
    waar = moeder.post(reverse("gezinsplan:papier_vragen", args=[cast.gezin.pk]), {"voor_gezin": "ja"})["Location"]
    papier.maak_wachtende(clock.now())
    zet_vlag(
        cast.broer_in_gezin, [cast.sanne.pk], "Daan bedreigt Sanne", plan.dag(30), nu=plan.nu, door=cast.behandelaar
    )
    antwoord = moeder.get(f"{waar}bestand/", follow=True)
    assert antwoord["Content-Type"].startswith("text/html")


@pytest.mark.eis("T3", "G16")
def test_who_moved_out_reads_it_no_more(plan):
    cast = plan.cast
    daan = client_van(cast.broer)
    waar = daan.post(reverse("gezinsplan:papier_vragen", args=[cast.gezin.pk]), {"voor_gezin": "ja"})["Location"]
    papier.maak_wachtende(clock.now())
    Deelnemer.objects.filter(pk=cast.broer_in_gezin.pk).update(huishouden=cast.huishouden_elders)
    assert daan.get(f"{waar}bestand/").status_code == 404


@pytest.mark.eis("T3")
def test_with_nobody_at_home_there_is_no_sheet(plan):
    cast = plan.cast
    Deelnemer.objects.filter(gezin=cast.gezin).update(huishouden=None)
    waar = reverse("gezinsplan:papier_vragen", args=[cast.gezin.pk])
    antwoord = client_van(cast.coordinator).post(waar, {"voor_gezin": "ja"}, follow=True)
    assert "Zeg eerst wie er in het hoofdhuishouden wonen" in antwoord.content.decode()
    assert not PdfOpdracht.objects.exists()


@pytest.mark.eis("X4")
def test_the_queries_dont_grow_with_who_lives_there(plan):
    cast = plan.cast

    def vragen() -> int:
        with CaptureQueriesContext(connection) as alle:
            blad(plan, cast.coordinator)
        return len(alle)

    klein = vragen()
    for nummer in range(4):
        voeg_gezinslid_toe(
            cast.gezin,
            GezinslidGegevens(naam=f"Oom {nummer}", relatie=Relatie.ANDERS, huishouden=cast.hoofdhuishouden),
            nu=plan.nu,
            door=cast.coordinator,
        )
    assert vragen() == klein
