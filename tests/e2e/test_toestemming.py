"""Consent in a browser: at the table, on the phone, taken back, and on a birthday. Nothing is done behind the pages.

The coordinator has her laptop, the mother and the father their phones, the mentor of the school his own browser.
"""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localdate
from playwright.sync_api import expect

from core import clock
from gezinnen.actions import GezinslidGegevens, wijzig_gezinslid
from gezinsplan import actions as plan
from gezinsplan.models import Doel
from instanties.models import Leefgebied
from oefenomgeving import actions as oefenen
from oefenomgeving import klok as oefenklok
from tests.cast import maak_cast
from tests.e2e import proefgezin
from tests.e2e.wandelaar import wait_until
from tests.form import long_only
from toestemming.actions import wijzig_aandeel
from toestemming.models import Grondslag, Intrekking, Toestemming, Verjaardag

pytestmark = pytest.mark.eis("T1", "T2", "T3", "T7")

NAAR_SCHOOL = "Sanne gaat elke dag naar school"
THUIS = "Thuis is het rustig voor Sanne"
NUCHTER = "Petra drinkt niet meer"
VERDRIET = "Daan praat met iemand over zijn verdriet"


@pytest.fixture(scope="module")
def gezin(stapel):
    """The cast, with a plan of four goals; the school takes part and may know nothing yet."""
    oefenen.merk()
    cast = maak_cast(clock.now())
    wie = {"nu": cast.nu, "door": cast.coordinator}
    for tekst, gebied, over in (
        (NAAR_SCHOOL, Leefgebied.ONDERWIJS, cast.sanne),
        (THUIS, Leefgebied.OPVOEDING, cast.sanne),
        (NUCHTER, Leefgebied.VERSLAVING, cast.moeder_in_gezin),
        (VERDRIET, Leefgebied.PSYCHISCH, cast.broer_in_gezin),
    ):
        gegevens = plan.DoelGegevens(tekst, leefgebieden=[gebied], over_wie=[over.pk])
        plan.voeg_doel_toe(cast.gezin, gegevens, **wie)
    wijzig_aandeel(cast.mentor_in_gezin, [], **wie)
    return cast


@pytest.fixture
def als(bezoek, stapel):
    """Return a function that opens a browser in which somebody is logged in."""
    return proefgezin.als(bezoek, stapel)


def druk(pagina, naam):
    with pagina.expect_navigation():
        pagina.get_by_role("button", name=re.compile(f"^\\s*{re.escape(naam)}")).first.click()


def volg(pagina, naam):
    with pagina.expect_navigation():
        pagina.get_by_role("link", name=re.compile(re.escape(naam))).first.click()


def ziet(pagina, pad, *wel, niet=()):
    """The page can be read, shows all of these and none of those."""
    assert pagina.goto(pad).status == 200
    for tekst in wel:
        expect(pagina.get_by_role("main")).to_contain_text(tekst)
    for tekst in niet:
        expect(pagina.get_by_role("main")).not_to_contain_text(tekst)


def test_at_the_table_school_only_and_closed_again_on_the_phone(gezin, als, toegankelijk):
    cast, plan_pad = gezin, f"/gezin/{gezin.gezin.pk}/plan/"
    ons_plan = f"/ons-plan/{gezin.gezin.pk}/"
    mentor = als(cast.mentor)
    ziet(mentor, plan_pad, "Niet alles", niet=[NAAR_SCHOOL, THUIS, NUCHTER])

    # At the table: nothing is ticked; one line for the school.
    tafel = als(cast.coordinator)
    tafel.goto(f"/gezin/{cast.gezin.pk}/toestemming/gesprek/")
    assert tafel.get_by_role("checkbox", checked=True).count() == 0
    toegankelijk(tafel)
    school = tafel.get_by_role("group", name=re.compile("J. Willems"))
    school.get_by_role("checkbox", name=re.compile("onderwijs.*Sanne")).check()
    tafel.get_by_label(re.compile("Waarvoor delen we dit")).fill("Zo kan de school Sanne helpen.")
    druk(tafel, "Leg vast en ga tekenen")

    # The mother is there and says yes; the father isn't, so nothing opens yet.
    for _poging in range(2):
        if "Petra de Wit" in tafel.get_by_role("heading", level=1).inner_text():
            break
        volg(tafel, "sla over")
    toegankelijk(tafel)
    druk(tafel, "Ja op alles hierboven")
    tafel.get_by_label(re.compile("mondeling", re.IGNORECASE)).check()
    druk(tafel, "Dit zegt Petra de Wit")
    regel = Toestemming.objects.get(gezin=cast.gezin)
    assert regel.staat == "gevraagd"
    ziet(mentor, plan_pad, niet=[NAAR_SCHOOL])

    # The father lives elsewhere, and answers on his phone; he sees what is about the children, and not the mother's.
    vader = als(cast.vader, telefoon=True)
    ziet(vader, ons_plan, NAAR_SCHOOL, "Mag dit gedeeld worden?", niet=[NUCHTER])
    toegankelijk(vader)
    volg(vader, "Kies ja of nee")
    druk(vader, "Ja op alles hierboven")
    druk(vader, "Dit is mijn antwoord")
    regel.refresh_from_db()
    assert regel.staat == "geldig"

    # The mentor sees just that.
    ziet(mentor, plan_pad, NAAR_SCHOOL, "Niet alles", niet=[THUIS, NUCHTER, VERDRIET])
    doel_pad = f"/gezin/{cast.gezin.pk}/doel/{Doel.objects.get(tekst=NAAR_SCHOOL).pk}/"
    ziet(mentor, doel_pad, NAAR_SCHOOL)

    # On her phone the mother reads that he looked, and why that was allowed; in three taps she stops it.
    moeder = als(cast.moeder, telefoon=True)
    ziet(moeder, f"/gezin/{cast.gezin.pk}/inzage/", "J. Willems", "school en onderwijs")
    toegankelijk(moeder)
    moeder.goto(ons_plan)
    volg(moeder, "Toestemming")
    toegankelijk(moeder)
    volg(moeder, "Stop met delen")
    expect(moeder.get_by_role("main")).to_contain_text("J. Willems")
    druk(moeder, "Ja, stop")
    expect(moeder.get_by_role("main")).to_contain_text("Het delen is gestopt")
    expect(moeder.get_by_role("main")).to_contain_text("J. Willems")
    toegankelijk(moeder)
    assert moeder.evaluate("document.documentElement.scrollWidth") <= 360

    # He sees it no more, from that moment, on no page.
    ziet(mentor, plan_pad, niet=[NAAR_SCHOOL])
    assert mentor.goto(doel_pad).status == 404
    # She goes on seeing everything of her own; the coordinator owes a talk, and records it.
    ziet(moeder, ons_plan, NAAR_SCHOOL, NUCHTER)
    ziet(tafel, "/", "toestemming")
    tafel.goto(f"/gezin/{cast.gezin.pk}/toestemming/")
    tafel.locator("summary", has_text="Leg het gesprek vast").click()
    tafel.get_by_label(re.compile("op welke dag", re.IGNORECASE)).fill("vandaag")
    tafel.get_by_label(re.compile("wat kwam eruit", re.IGNORECASE)).fill("Petra vertelt het de school liever zelf.")
    druk(tafel, "Leg het gesprek vast")
    expect(tafel.get_by_role("main")).not_to_contain_text("Praat er samen over")
    assert Intrekking.objects.get(gezin=cast.gezin).staat == "besproken"
    assert not Grondslag.objects.geldig().filter(gezin=cast.gezin, soort="toestemming").exists()


@long_only("a birthday, without a browser: tests/toestemming/test_who_signs.py")
def test_daan_turns_sixteen(gezin, stapel, als):
    cast, ons_plan = gezin, f"/ons-plan/{gezin.gezin.pk}/"
    lid = cast.broer_in_gezin
    lid.refresh_from_db()
    jarig = localdate(clock.now()) + timedelta(days=40)
    velden = {naam: getattr(lid, naam) for naam in GezinslidGegevens.__dataclass_fields__}
    gegevens = GezinslidGegevens(
        **{**velden, "geboortedatum": jarig.replace(year=jarig.year - 16, day=min(jarig.day, 28))}
    )
    wijzig_gezinslid(lid, gegevens, lid.versie, nu=clock.now(), door=cast.coordinator)
    moeder, daan = als(cast.moeder, telefoon=True), als(cast.broer, telefoon=True)
    ziet(moeder, ons_plan, VERDRIET)

    # A month before, those concerned hear it.
    oefenklok.zet(clock.now() - timezone.now() + timedelta(days=15))
    stapel.tik()
    wait_until(lambda: Verjaardag.objects.filter(gezinslid=lid, aankondiging__staat="niet_gehaald").exists())
    ziet(daan, "/berichten/", "16")

    # On the day itself it is his: his own matters are no longer shown to his parents, until he chooses.
    oefenklok.zet(clock.now() - timezone.now() + timedelta(days=27))
    stapel.tik()
    wait_until(lambda: Verjaardag.objects.filter(gezinslid=lid, leeftijd=18).exists())
    ziet(moeder, ons_plan, NAAR_SCHOOL, niet=[VERDRIET])
    ziet(daan, ons_plan, VERDRIET)
