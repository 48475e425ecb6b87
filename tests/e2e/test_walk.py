"""The main job, walked in a real browser against the real server, PostgreSQL, broker, worker and beat.

The example of the handleiding with invented details: a plan is made at the kitchen table, a term passes, and the system itself
carries the stagnatie from the zorgcoordinator to the managers to the gemeente. Four families, each with its own course.
"""

import re
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Locator

from berichten.models import Bericht
from core.clock import now
from escalatie.models import Stagnatie, Stap
from gezinnen.models import Deelnemer, Gezin, Relatie
from gezinsplan.models import Afspraak, Doel, Navraag
from instanties.actions import nodig_uit
from oefenomgeving import actions as oefenen
from oefenomgeving import klok as oefenklok
from oefenomgeving.bezetting import Bezetting, bezet
from oefenomgeving.verhaal import Verhaal
from termijnen.models import Klokfout
from tests.e2e.wandelaar import Wandelaar, wait_until
from tests.form import LONG, long_only
from tests.routes.routes import routes
from woorden.tijdwoorden import AMSTERDAM


@pytest.fixture(scope="module")
def regio(stapel):
    """The organisations and professionals of the practice region, without any family."""
    oefenen.merk()
    return bezet(timezone.now())


@pytest.fixture
def wandelaar(bezoek):
    """Return a function that lets someone walk in: `wandelaar("Petra de Wit", telefoon=True)`."""
    return lambda naam, **hoe: Wandelaar(naam, bezoek, **hoe)


def laatste_knop(waar: Locator) -> Locator:
    """The last button there."""
    return waar.get_by_role("button").last


def begin_gezin(wie: Wandelaar, naam: str) -> Gezin:
    """Make a family of one's own."""
    wie.ga("/gezinnen/")
    wie.volg("Nieuw gezin")
    wie.vul("Naam van het gezin", naam)
    wie.kies("Gemeente van het gezin", "Plassendam")
    wie.doe(laatste_knop(wie.pagina.get_by_role("main").locator("form").last))
    return Gezin.objects.get(naam=naam)


def voeg_volwassene_toe(wie: Wandelaar, gezin: Gezin, naam: str, relatie: str, **velden: str) -> None:
    wie.ga(f"/gezin/{gezin.pk}/gezinslid/nieuw/")
    wie.vul("Naam", naam)
    wie.kies("Wie is dit in het gezin?", relatie)
    for label, waarde in velden.items():
        if label == "woont":
            wie.kies("Waar woont deze persoon?", waarde)
        else:
            wie.vul(label, waarde)
    wie.druk("Zet bij het gezin")


def voeg_kind_toe(wie: Wandelaar, gezin: Gezin, naam: str, geboren: str, *gezag: str) -> None:
    wie.ga(f"/gezin/{gezin.pk}/kind/nieuw/")
    wie.vul("Naam", naam)
    wie.vul("Geboortedatum", geboren)
    wie.vink("We zijn nagegaan wie het gezag heeft")
    wie.vink(*gezag, groep="Wie heeft het gezag?")
    wie.druk("Zet bij het gezin")


def voeg_professional_toe(wie: Wandelaar, gezin: Gezin, zoek: str, naam: str) -> None:
    """Choose somebody from the sociale kaart while typing (I2)."""
    wie.ga(f"/gezin/{gezin.pk}/betrokkene/nieuw/")
    veld = wie.veld("Wie doet er mee?")
    veld.press_sequentially(zoek)
    wie.pagina.get_by_role("option", name=re.compile(naam)).first.click()
    wie.druk("Zoek of kies")
    wie.druk("Zet bij de betrokkenen")


def nodig_gezinslid_uit(wie: Wandelaar, gezin: Gezin, naam: str) -> str:
    """Give somebody a letter with a one-time code; returns the code as it stands on the letter."""
    lid = Deelnemer.objects.get(gezin=gezin, naam=naam)
    wie.ga(f"/gezin/{gezin.pk}/deelnemer/{lid.pk}/uitnodigen/")
    for _ronde in range(2):
        if wie.pagina.locator(".uitnodigingscode").count():
            break
        wie.doe(laatste_knop(wie.pagina.get_by_role("main")))
    return wie.pagina.locator(".uitnodigingscode").inner_text().strip()


def voeg_doel_toe(wie: Wandelaar, gezin: Gezin, tekst: str, *, over: tuple[str, ...]) -> None:
    wie.ga(f"/gezin/{gezin.pk}/plan/?open=doel")
    wie.vul("Wat wil het gezin bereiken?", tekst)
    waarover(wie, over)
    wie.druk("Leg het doel vast")


def voeg_voorwaarde_toe(
    wie: Wandelaar, gezin: Gezin, doel: str, tekst: str, *, over: tuple[str, ...], waarom: str
) -> None:
    wie.ga(f"/gezin/{gezin.pk}/plan/")
    wie.volg(f"Voorwaarde: {doel}")
    wie.vul("Wat is daarvoor nodig?", tekst)
    wie.vul("Wie stelt deze voorwaarde?", wie.naam)
    wie.vul("Waarom is dit nodig?", waarom)
    wie.vul("Wat gebeurt er als het niet lukt?", "dan praten we samen over wat er nu nodig is")
    if over:
        waarover(wie, over, apart=True)
    wie.druk("Leg de voorwaarde vast")


def waarover(wie: Wandelaar, over: tuple[str, ...], *, apart: bool = False) -> None:
    """Under a goal only for what is about something else than the goal (`apart`)."""
    wie.vak("Waar gaat het over, en over wie")
    if apart:
        wie.vink("Dit gaat over iets anders")
        wie.vink("opvoeding", groep="Waar gaat het over?")
    wie.vink(*over, groep="Over wie gaat het?")


def voeg_afspraak_toe(wie: Wandelaar, gezin: Gezin, doel: str, wat: str, wie_doet: str, klaar: str) -> Afspraak:
    wie.ga(f"/gezin/{gezin.pk}/plan/")
    wie.volg(f"Afspraak: {doel}")
    wie.vul("Wat gaat er gebeuren?", wat)
    wie.vink(wie_doet, groep="Wie doet dit?")
    wie.vul("Begint op", "vandaag")
    wie.vul("Klaar", klaar)
    wie.druk("Leg vast en sluit")
    wie.leest(wat)
    return Afspraak.objects.get(doel__plan__gezin=gezin, wat=wat)


def start_plan(wie: Wandelaar, gezin: Gezin) -> None:
    wie.ga(f"/gezin/{gezin.pk}/plan/")
    wie.druk("Start het plan")
    wie.leest("Het plan loopt")


def stagnatie_van(gezin: Gezin) -> Stagnatie:
    return Stagnatie.objects.get(gezin=gezin, staat="open")


def open_stap(gezin: Gezin) -> Stap:
    return Stap.objects.select_related("modelstap", "houder").get(stagnatie__gezin=gezin, staat="open")


def run_clock_until(wie: Wandelaar, gezin: Gezin, nummer: int) -> str:
    """Move the clock by three days at a time until this step is open; returns who keeps it.

    Every step has a week of its own, so three days never jump over one; holidays may make a term of werkdagen longer.
    """
    for _sprong in range(6):
        wie.set_clock_ahead("drie dagen")
        stap = Stap.objects.filter(stagnatie__gezin=gezin, staat="open").select_related("modelstap", "houder").first()
        if stap and stap.modelstap.nummer == nummer:
            return stap.houder.naam
    raise AssertionError(f"stap {nummer} kwam niet")


def leg_actie_vast(wie: Wandelaar, wat: str, wie_doet: str, klaar: str, resultaat: str) -> None:
    vak = wie.vak("Leg acties vast") if wie.pagina.locator("summary", has_text="Leg acties vast").count() else None
    wie.vul("Wat gaat er gebeuren?", wat, in_=vak)
    wie.kies("Wie doet dat?", wie_doet, in_=vak)
    wie.vul("Wanneer is het klaar?", klaar, in_=vak)
    wie.vul("Met welk resultaat?", resultaat, in_=vak)
    wie.druk("Leg deze acties vast", in_=vak)


@pytest.mark.eis("G1", "G2", "G3", "G4", "G5", "G6", "G14", "G16", "G17")
@pytest.mark.eis("E2", "E4", "E5", "E6", "E10", "E11", "E12", "E13")
@pytest.mark.eis("X2", "X3", "X5")
def test_family_one_from_the_kitchen_table_to_the_party(regio, stapel, wandelaar, toegankelijk):
    noor = regio.mensen["bakker"]
    code = nodig_uit(noor, regio.mensen["kuiper"], now())
    coordinator = wandelaar(noor.naam).logt_voor_het_eerst_in(code, professional=True)

    # The kitchen table.
    gezin = begin_gezin(coordinator, "De Wit")
    coordinator.ga(f"/gezin/{gezin.pk}/huishouden/nieuw/")
    coordinator.vul("Hoe noemen we dit huishouden?", "bij vader")
    coordinator.vul("Adres", "Elzenlaan 5, Plassendam")
    coordinator.doe(laatste_knop(coordinator.pagina.get_by_role("main").locator("form").last))
    voeg_volwassene_toe(coordinator, gezin, "Petra de Wit", "moeder")
    voeg_volwassene_toe(coordinator, gezin, "Mark Jonker", "vader", woont="bij vader")
    voeg_kind_toe(coordinator, gezin, "Sanne de Wit", "11-3-2017", "Petra de Wit", "Mark Jonker")
    voeg_kind_toe(coordinator, gezin, "Daan de Wit", "2-5-2011", "Petra de Wit", "Mark Jonker")
    voeg_professional_toe(coordinator, gezin, "Okafor", "Tobe Okafor")
    voeg_professional_toe(coordinator, gezin, "Willems", "Jasper Willems")
    moedercode = nodig_gezinslid_uit(coordinator, gezin, "Petra de Wit")
    vadercode = nodig_gezinslid_uit(coordinator, gezin, "Mark Jonker")
    coordinator.ga(f"/gezin/{gezin.pk}/netwerk/nieuw/")
    coordinator.vul("Naam", "Riet de Wit")
    coordinator.vul("Wat is deze persoon van het gezin?", "oma")
    coordinator.kies("Wie vraagt na of het gelukt is?", "Petra de Wit")
    coordinator.druk("Zet bij de betrokkenen")
    doel = "Sanne blijft bij moeder wonen"
    voeg_doel_toe(coordinator, gezin, doel, over=("Sanne", "Daan"))
    naar_kliniek = "Mama krijgt hulp om niet te drinken"
    naar_school = "Sanne gaat elke dag naar school"
    bezoek_thuis = "We kijken samen hoe het thuis gaat"
    voeg_voorwaarde_toe(coordinator, gezin, doel, naar_kliniek, over=("Petra",), waarom="dan is mama er voor Sanne")
    voeg_voorwaarde_toe(coordinator, gezin, doel, naar_school, over=("Sanne",), waarom="op school gaat het goed")
    voeg_voorwaarde_toe(coordinator, gezin, doel, bezoek_thuis, over=(), waarom="samen is het lichter")
    kliniek = voeg_afspraak_toe(coordinator, gezin, naar_kliniek, "de kliniek bellen", "Petra de Wit", "over 3 dagen")
    brengen = voeg_afspraak_toe(coordinator, gezin, naar_school, "Sanne wegbrengen", "Riet de Wit", "over 3 dagen")
    melden = voeg_afspraak_toe(coordinator, gezin, naar_school, "bellen bij verzuim", "Jasper Willems", "over 3 dagen")
    voeg_afspraak_toe(coordinator, gezin, bezoek_thuis, "op huisbezoek komen", noor.naam, "over 12 weken")
    toegankelijk(coordinator.pagina)
    start_plan(coordinator, gezin)

    # Mother ticks off hers on her phone, and records grandmother's as her navrager.
    moeder = wandelaar("Petra de Wit", telefoon=True).logt_voor_het_eerst_in(moedercode, professional=False)
    moeder.ga("/ons-plan/")
    moeder.leest("de kliniek bellen", doel)
    toegankelijk(moeder.pagina)
    taak = moeder.pagina.locator(f"#taak-{kliniek.pk}")
    taak.locator("summary", has_text="Gedaan").click()
    moeder.druk("Vandaag", in_=taak)
    moeder.leest("Gedaan op")
    moeder.ga(f"/gezin/{gezin.pk}/afspraak/{brengen.pk}/")
    moeder.vul("Op welke dag?", "vandaag")
    moeder.vul("Hoe is dat bekend?", "oma belde")
    moeder.druk("Ja, dit is gedaan")
    brengen.refresh_from_db()
    assert (brengen.staat, brengen.vastgelegd_door.naam) == ("gedaan", "Petra de Wit")

    # Father sees what concerns the children, never mother's own matters.
    vader = wandelaar("Mark Jonker", telefoon=True).logt_voor_het_eerst_in(vadercode, professional=False)
    vader.ga(f"/ons-plan/{gezin.pk}/")
    vader.leest(doel, "bellen bij verzuim")
    vader.leest_niet("kliniek", "Mama krijgt hulp", "Okafor", "Keerpunt")

    # The school does nothing: navraag, silence, step 1.
    assert run_clock_until(coordinator, gezin, 1) == noor.naam
    assert Navraag.objects.get(afspraak=melden).staat == "verlopen"
    stagnatie = stagnatie_van(gezin)
    coordinator.ga(f"/gezin/{gezin.pk}/plan/")
    toegankelijk(coordinator.pagina)
    coordinator.ga(f"/stagnatie/{stagnatie.pk}/")
    coordinator.leest("Stap 1", "U bent aan zet")
    toegankelijk(coordinator.pagina)

    # The coordinator records actions and writes the escalatiebericht; mother reads it and adds her view, father and Daan read it.
    leg_actie_vast(coordinator, "met de school praten", "Jasper Willems", "over 5 dagen", "de school belt bij verzuim")
    coordinator.ga(f"/stagnatie/{stagnatie.pk}/")
    vak = coordinator.vak("Schrijf het escalatiebericht")
    coordinator.vul("Wat was er afgesproken?", "De school belt als Sanne er niet is.", in_=vak)
    coordinator.vul("Wat ontbreekt er?", "Er is niet gebeld.", in_=vak)
    coordinator.vul("Wat vraagt u van wie dit leest?", "Zorg dat er elke dag gebeld wordt.", in_=vak)
    coordinator.doe(laatste_knop(vak))
    moeder.ga("/ons-plan/")
    moeder.leest("Wie moet nu iets doen?")
    moeder.ga(f"/stagnatie/{stagnatie.pk}/")
    moeder.leest("De school belt als Sanne er niet is.")
    toegankelijk(moeder.pagina)
    moeder.vul("Wat wilt u erbij zeggen?", "Ik wil weten waar mijn kind is.")
    moeder.druk("Ik heb dit gelezen")
    # Father holds gezag too, and Daan is over twelve: it goes when all have read it.
    vader.ga(f"/stagnatie/{stagnatie.pk}/")
    vader.druk("Ik heb dit gelezen")
    coordinator.ga(f"/stagnatie/{stagnatie.pk}/")
    vak = coordinator.vak("Samen gelezen met het gezin")
    coordinator.vink("Daan de Wit", in_=vak)
    coordinator.vul("Hoe is het samen gelezen?", "bij Daan thuis, hardop", in_=vak)
    coordinator.doe(laatste_knop(vak))

    # Their term passes: step 2. The manager sees the escalatiebericht only, records, is late: step 3.
    assert run_clock_until(coordinator, gezin, 2) == "Michiel Smit"
    manager = wandelaar("Michiel Smit").komt_binnen()
    manager.ga("/stagnaties/")
    toegankelijk(manager.pagina)
    manager.ga(f"/stagnatie/{stagnatie.pk}/")
    manager.leest("Er is niet gebeld.", "Ik wil weten waar mijn kind is.", "Stap 2")
    manager.leest_niet("kliniek", "Mama krijgt hulp", "Riet de Wit")
    toegankelijk(manager.pagina)
    assert manager.ga(f"/gezin/{gezin.pk}/plan/") == 404
    manager.ga(f"/stagnatie/{stagnatie.pk}/")
    leg_actie_vast(
        manager, "de directeur bellen", "Basisschool De Wilgentak", "over 2 dagen", "er wordt elke dag gebeld"
    )
    assert run_clock_until(coordinator, gezin, 3) == "Fatima de Boer"

    # The official asks advice, decides; uitgevoerd, solved, celebrated.
    ambtenaar = wandelaar("Fatima de Boer").komt_binnen()
    ambtenaar.ga(f"/stagnatie/{stagnatie.pk}/")
    ambtenaar.leest("Er is niet gebeld.", "Stap 3")
    vak = ambtenaar.vak("Vraag advies")
    ambtenaar.kies("Aan wie?", "Meldpunt", in_=vak)
    vak.get_by_role("textbox").last.fill("Wat werkt in zo'n geval?")
    ambtenaar.doe(laatste_knop(vak))
    meldpunt = wandelaar("Ruud Bos").komt_binnen()
    meldpunt.ga(f"/stagnatie/{stagnatie.pk}/")
    meldpunt.leest("Wat werkt in zo'n geval?")
    meldpunt.leest_niet("Sanne", "De Wit")
    vak = meldpunt.vak("Geef antwoord")
    meldpunt.vul("Uw antwoord", "Spreek een vast moment per dag af.", in_=vak)
    meldpunt.druk("Geef dit antwoord", in_=vak)
    ambtenaar.ga(f"/stagnatie/{stagnatie.pk}/")
    ambtenaar.leest("Spreek een vast moment per dag af.")
    leg_actie_vast(
        ambtenaar, "elke dag om negen uur bellen", "Basisschool De Wilgentak", "over 1 week", "er wordt gebeld"
    )
    ambtenaar.ga(f"/stagnatie/{stagnatie.pk}/")
    vak = ambtenaar.vak("Neem een besluit")
    ambtenaar.vul("Wat is het besluit?", "De school belt elke dag om negen uur.", in_=vak)
    ambtenaar.vul("Op welke grond?", "Het convenant, stap 3.", in_=vak)
    ambtenaar.vink("Basisschool De Wilgentak", in_=vak)
    ambtenaar.druk("Neem dit besluit", in_=vak)
    ambtenaar.leest("De school belt elke dag om negen uur.")
    toegankelijk(ambtenaar.pagina)
    school = wandelaar("Karin Jansen").komt_binnen()
    school.ga(f"/stagnatie/{stagnatie.pk}/")
    school.druk("Bevestig: wij voeren dit uit", in_=school.vak("Wij voeren dit uit"))
    school.ga(f"/stagnatie/{stagnatie.pk}/")
    school.druk("Dit is uitgevoerd", in_=school.vak("Meld uitgevoerd"))
    coordinator.ga(f"/stagnatie/{stagnatie.pk}/")
    vak = coordinator.vak("Meld opgelost")
    vak.get_by_role("textbox").last.fill("Een vast moment per dag werkt.")
    coordinator.doe(laatste_knop(vak))
    moeder.ga(f"/stagnatie/{stagnatie.pk}/")
    moeder.druk("Ja, het is opgelost", in_=moeder.vak("Ja, het is opgelost"))
    stagnatie.refresh_from_db()
    assert (stagnatie.staat, stagnatie.geleerd) == ("opgelost", "Een vast moment per dag werkt.")
    doelrij = Afspraak.objects.get(pk=melden.pk).doel.hoofddoel
    coordinator.ga(f"/gezin/{gezin.pk}/doel/{doelrij.pk}/")
    for vraag in ("Is alles gedaan zoals afgesproken?", "Is het doel bereikt?"):
        coordinator.pagina.get_by_role("group", name=re.compile(re.escape(vraag))).get_by_label("Ja").check()
    for groep in coordinator.pagina.get_by_role("group", name=re.compile("wat gebeurt er met")).all():
        groep.get_by_label("Dit is niet meer nodig").check()
    viering = coordinator.veld("Hoe vieren jullie dat?")
    viering.fill("pannenkoeken eten")
    coordinator.doe(laatste_knop(coordinator.pagina.locator("form").filter(has=viering)))
    moeder.ga(f"/ons-plan/{gezin.pk}/")
    moeder.leest("pannenkoeken eten")
    toegankelijk(moeder.pagina)
    wait_until(lambda: stapel.brieven)
    assert not any("Sanne" in str(brief) or "De Wit" in str(brief["subject"]) for brief in stapel.brieven)
    elke_deur_dicht(wandelaar, gezin, stagnatie)


def elke_deur_dicht(wandelaar, gezin: Gezin, stagnatie: Stagnatie) -> None:
    """The outsider, the school and the father try every address of this family: 404, or their own share (T3 G16).

    In the short form each of them tries another third; tests/routes asks them all.
    """
    deuren = {"gezin_id": gezin.pk, "stagnatie_id": stagnatie.pk}
    deuren["doel_id"] = Doel.objects.filter(plan__gezin=gezin, hoofddoel__isnull=False).earliest("volgorde").pk
    deuren["afspraak_id"] = Afspraak.objects.get(doel__plan__gezin=gezin, wat="de kliniek bellen").pk
    deuren["deelnemer_id"] = Deelnemer.objects.get(gezin=gezin, naam="Petra de Wit").pk
    deuren["stap_id"] = Stap.objects.filter(stagnatie=stagnatie).latest("volgnummer").pk
    adressen = []
    for route in routes():
        namen = re.findall(r"<\w+:(\w+)>", route.patroon)
        if {"gezin_id", "stagnatie_id"} & set(namen) and set(namen) <= set(deuren):
            adressen.append(reverse(route.naam, kwargs={naam: deuren[naam] for naam in namen}))
    assert len(adressen) > 30
    van_moeder = ("kliniek", "Mama krijgt hulp", "Keerpunt", "06-00000107")
    anderen = (("Selin Yilmaz", False), ("Jasper Willems", True), ("Mark Jonker", True))
    for beurt, (naam, mag_iets) in enumerate(anderen):
        vragen = wandelaar(naam).komt_binnen().pagina.request
        for adres in adressen if LONG else adressen[beurt :: len(anderen)]:
            antwoord = vragen.get(adres, max_redirects=0)
            assert antwoord.status in ((200, 302, 403, 404, 405) if mag_iets else (404, 405)), (naam, adres)
            tekst = antwoord.text()
            assert not [woord for woord in van_moeder if woord in tekst], (naam, adres)


@long_only("one family through all of it, in the browser; the ladder by tests/escalatie/test_always_a_keeper.py")
@pytest.mark.eis("E2", "E4", "E5", "E9", "E10", "E14", "E13")
def test_three_other_families_each_with_a_course_of_its_own(regio, stapel, wandelaar):
    # The clock of the test process follows that of the system.
    oefenklok.ververs()
    families = {naam: _klein_gezin(regio, naam) for naam in ("Stil", "Onmacht", "Toch")}
    coordinator = wandelaar("Eva van Rijn").komt_binnen()
    for gezin in families.values():
        coordinator.ga(f"/gezin/{gezin.pk}/plan/")
        coordinator.leest("Het plan loopt", "een plek in de klas regelen")
    assert run_clock_until(coordinator, families["Stil"], 1) == "Eva van Rijn"

    # In one family it goes beyond everybody's powers: a step up at once, twice.
    onmacht = stagnatie_van(families["Onmacht"])
    for wie, waarom in ((coordinator, "Er is geen klas die past."), (None, "Geen school in de regio heeft plek.")):
        wie = wie or wandelaar("Pieter de Graaf").komt_binnen()
        wie.ga(f"/stagnatie/{onmacht.pk}/")
        vak = wie.vak("Dit gaat onze mogelijkheden te boven")
        vak.get_by_role("textbox").last.fill(waarom)
        wie.druk("Geef dit door, een stap hoger", in_=vak)
    stap = open_stap(families["Onmacht"])
    assert (stap.modelstap.nummer, stap.houder.naam, stap.reden) == (3, "Fatima de Boer", "buiten_macht")

    # In another the mentor turns out to have done it in time: withdrawn, and everybody who was told is told that.
    toch = stagnatie_van(families["Toch"])
    afspraak = toch.afspraken.get()
    mentor = wandelaar("Jasper Willems").komt_binnen()
    mentor.ga(f"/gezin/{families['Toch'].pk}/afspraak/{afspraak.pk}/")
    op_tijd = afspraak.termijn.loopt_af_op.astimezone(AMSTERDAM).date()
    mentor.vul("Op welke dag?", f"{op_tijd.day}-{op_tijd.month}-{op_tijd.year}")
    mentor.druk("Ja, het is gedaan")
    toch.refresh_from_db()
    assert toch.staat == "ingetrokken"
    verteld = set(
        Bericht.objects.filter(soort="stagnatie_geopend", gezin_id=toch.gezin_id).values_list("ontvanger", flat=True)
    )
    herroepen = Bericht.objects.filter(soort="stagnatie_ingetrokken", gezin_id=toch.gezin_id)
    assert verteld <= set(herroepen.values_list("ontvanger", flat=True)) | {mentor_account(regio)}
    moeder = wandelaar("Ouder Toch", telefoon=True).komt_binnen()
    moeder.ga(f"/stagnatie/{toch.pk}/")
    moeder.leest("Het was al gedaan")

    # In the third nobody records anything: step 2, and step 3 all the same.
    assert run_clock_until(coordinator, families["Stil"], 2) == "Pieter de Graaf"
    assert run_clock_until(coordinator, families["Stil"], 3) == "Fatima de Boer"
    ambtenaar = wandelaar("Fatima de Boer").komt_binnen()
    ambtenaar.ga(f"/stagnatie/{stagnatie_van(families['Stil']).pk}/")
    # Nobody wrote an escalatiebericht: number and dates only (E13).
    ambtenaar.leest(f"Plan {families['Stil'].nummer}")
    ambtenaar.leest_niet("Stil", "Het gaat goed op school")
    assert not Klokfout.objects.exists()


def mentor_account(regio: Bezetting) -> UUID:
    """Who recorded it himself needs no notice of it."""
    return regio.mensen["willems"].pk


def _klein_gezin(regio: Bezetting, naam: str) -> Gezin:
    """A family with one parent, one child, and one afspraak of the mentor that runs for three days."""
    verhaal = Verhaal(regio, now(), naam, "vanrijn", "vlieger")
    op = now()
    verhaal.maak(op)
    verhaal.lid("ouder", f"Ouder {naam}", Relatie.MOEDER, op, account=True)
    verhaal.lid("kind", f"Kind {naam}", Relatie.KIND, op, jaren=8)
    verhaal.gezag(["ouder"], ["kind"], op)
    verhaal.professional("willems", "wilgentak", "mentor", op)
    verhaal.doel("school", "Het gaat goed op school", op, over=["kind"])
    verhaal.afspraak("plek", "school", "een plek in de klas regelen", [verhaal.mensen["willems"]], 3, op)
    verhaal.activeer(op)
    return verhaal.gezin
