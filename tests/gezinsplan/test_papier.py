"""The plan on paper: what is on it for each reader, that it can be read aloud, and the way from asking to fetching."""

import threading
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.urls import reverse
from pypdf import PdfReader

from core import clock
from gezinnen.actions import stop_deelname
from gezinsplan import actions, pdf
from gezinsplan.actions import DoelGegevens, papier
from gezinsplan.models import PdfOpdracht, PdfStaat
from gezinsplan.planbeeld import planbeeld
from instanties.models import Leefgebied
from logboek.models import Handeling, Logregel
from tests.cast import maak_cast
from tests.gezinsplan.conftest import maak_voorbeeld
from tests.inloggen import client_van
from toestemming import zicht

pytestmark = pytest.mark.heavy("makes a real paper")


@pytest.fixture
def plan(voorbeeld):
    """Give the example with a shared part and one that is mother's own, running."""
    return vul(voorbeeld)


def vul(voorbeeld):
    cast = voorbeeld.cast
    eigen = actions.voeg_doel_toe(
        cast.gezin,
        DoelGegevens(
            "Petra blijft bij de kliniek",
            leefgebieden=[Leefgebied.VERSLAVING],
            over_wie=[cast.moeder_in_gezin.pk],
            gesteld_door="de kliniek",
            waarom="Dat helpt Petra",
            gevolg="Dan praten we samen",
        ),
        hoofddoel=voorbeeld.doel,
        nu=voorbeeld.nu,
        door=cast.coordinator,
    )
    voorbeeld.afspraak("Petra gaat elke week naar de kliniek", cast.moeder_in_gezin, doel=eigen)
    voorbeeld.afspraak("Mentor belt elke week met moeder", cast.mentor_in_gezin, herhaling="elke week")
    voorbeeld.activeer()
    return voorbeeld


def tekst(plan, gebruiker) -> str:
    """What this person reads on paper, as one line."""
    inhoud = pdf.maak(pdf.html(planbeeld(zicht.blik(gebruiker, plan.cast.gezin)), op=plan.nu))
    bladen = " ".join(blad.extract_text() for blad in PdfReader(BytesIO(inhoud)).pages)
    # pypdf reads the two bytes of a letter as two letters.
    return " ".join(bladen.replace("\x00", "").split())


@pytest.mark.eis("G9", "G1")
def test_the_paper_has_the_three_parts_of_the_format(plan):
    gelezen = tekst(plan, plan.cast.moeder)
    delen = [gelezen.index(kop) for kop in ("1. Onze doelen", "2. Wie doen er mee", "3. Wat hebben we afgesproken")]
    assert delen == sorted(delen)
    assert "Sanne blijft bij moeder wonen" in gelezen
    assert "Dit vraagt de kinderrechter" in gelezen
    assert "N. Bakker" in gelezen
    assert "06-00000002" in gelezen


@pytest.mark.eis("T3", "G16")
def test_mother_reads_her_own_part_and_others_do_not(plan):
    moeder, vader, school = (tekst(plan, wie) for wie in (plan.cast.moeder, plan.cast.vader, plan.cast.mentor))
    assert "kliniek" in moeder
    assert "kliniek" not in vader.lower() + school.lower()
    assert "Mentor belt elke week met moeder" in vader
    assert "Mentor belt elke week met moeder" in school


@pytest.mark.eis("G16", "I5")
def test_birth_dates_are_for_who_may_know_them(plan):
    geboren = plan.cast.sanne.geboortedatum
    jaar = f"{geboren.day} "
    assert jaar in tekst(plan, plan.cast.moeder)
    assert str(geboren.year) in tekst(plan, plan.cast.moeder)
    assert str(geboren.year) not in tekst(plan, plan.cast.mentor)


@pytest.mark.eis("G16", "I5")
def test_contact_data_of_family_stays_within_the_household(plan):
    assert "petra@voorbeeld.example" not in tekst(plan, plan.cast.vader)
    assert "Elzenlaan" not in tekst(plan, plan.cast.moeder)


@pytest.mark.eis("T3")
def test_of_a_goal_with_one_own_afspraak_only_the_wording_is_read(plan):
    plan.afspraak("School telt de dagen", plan.cast.mentor_in_gezin, doel=plan.doel)
    gelezen = tekst(plan, plan.cast.mentor)
    assert "School telt de dagen" in gelezen
    jeugdhulp = plan.afspraak("Jeugdhulp kijkt mee", plan.cast.behandelaar_in_gezin)
    actions.aanvaard(jeugdhulp, nu=plan.nu, door=plan.cast.behandelaar)
    assert "Sanne miste veel lessen" not in tekst(plan, plan.cast.behandelaar)
    assert "Sanne gaat elke dag naar school" in tekst(plan, plan.cast.behandelaar)


@pytest.mark.eis("G9", "X3")
def test_it_is_tagged_named_and_in_dutch(plan):
    gelezen = PdfReader(
        BytesIO(pdf.maak(pdf.html(planbeeld(zicht.blik(plan.cast.moeder, plan.cast.gezin)), op=plan.nu)))
    )
    wortel = gelezen.trailer["/Root"]
    assert wortel["/MarkInfo"]["/Marked"]
    assert wortel["/Lang"] == "nl"
    assert wortel["/ViewerPreferences"]["/DisplayDocTitle"]
    assert gelezen.metadata.title == f"Gezinsplan {plan.cast.gezin.nummer}"
    assert b"pdfuaid" in wortel["/Metadata"].get_data()
    soorten = set(_soorten(wortel["/StructTreeRoot"]))
    assert {"/H1", "/H2", "/H3", "/P", "/Table", "/TH", "/TD"} <= soorten
    assert any("Source-Sans" in str(letter) for letter in _letters(gelezen))


def _soorten(knoop):
    knoop = knoop.get_object() if hasattr(knoop, "get_object") else knoop
    if isinstance(knoop, list):
        for kind in knoop:
            yield from _soorten(kind)
    elif hasattr(knoop, "get"):
        if "/S" in knoop:
            yield knoop["/S"]
        if "/K" in knoop:
            yield from _soorten(knoop["/K"])


def _letters(gelezen):
    for blad in gelezen.pages:
        for letter in blad["/Resources"]["/Font"].values():
            yield letter.get_object()["/BaseFont"]


@pytest.mark.eis("G9")
def test_long_words_and_long_texts_stay_on_the_paper(plan):
    plan.afspraak(
        "heelveelzonderspaties" * 20 + " " + "en nog veel meer woorden " * 20 + "tot slot", plan.cast.moeder_in_gezin
    )
    gelezen = tekst(plan, plan.cast.moeder)
    assert "tot slot" in gelezen
    assert "heelveelzonderspaties" * 20 in gelezen.replace(" ", "").replace("-", "").replace("\xad", "").replace(
        "‐", ""
    )


def vraag(plan, gebruiker):
    """Ask for it on the page; the address of the progress."""
    antwoord = client_van(gebruiker).post(reverse("gezinsplan:papier_vragen", args=[plan.cast.gezin.pk]))
    assert antwoord.status_code == 302
    return antwoord["Location"]


@pytest.mark.eis("G9", "X1")
def test_from_asking_to_reading(plan):
    moeder = client_van(plan.cast.moeder)
    waar = vraag(plan, plan.cast.moeder)
    assert "Het plan wordt gemaakt" in moeder.get(waar).content.decode()
    assert papier.maak_wachtende(clock.now()) == 1
    klaar = moeder.get(waar).content.decode()
    assert "Het plan staat klaar" in klaar
    bestand = moeder.get(f"{waar}bestand/")
    assert bestand["Content-Type"] == "application/pdf"
    assert bestand["Cache-Control"] == "private, no-store"
    assert "De Wit" not in bestand["Content-Disposition"]
    assert bestand.content.startswith(b"%PDF")
    afgedrukt = Logregel.objects.get(handeling=Handeling.AFDRUKKEN, gebruiker_id=plan.cast.moeder.pk)
    assert afgedrukt.gezin_id == plan.cast.gezin.pk
    assert afgedrukt.grondslag


@pytest.mark.eis("G9")
def test_asking_twice_makes_one(plan):
    assert vraag(plan, plan.cast.moeder) == vraag(plan, plan.cast.moeder)
    assert PdfOpdracht.objects.count() == 1


@pytest.mark.eis("G9")
def test_waiting_shows_only_its_part_to_the_poll(plan):
    moeder = client_van(plan.cast.moeder)
    deel = moeder.get(vraag(plan, plan.cast.moeder), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in deel
    assert 'id="papier"' in deel


@pytest.mark.eis("T3")
def test_nobody_reads_anothers_paper(plan):
    waar = vraag(plan, plan.cast.moeder)
    papier.maak_wachtende(clock.now())
    for ander in (plan.cast.vader, plan.cast.broer, plan.cast.coordinator, plan.cast.buitenstaander):
        assert client_van(ander).get(waar).status_code == 404
        assert client_van(ander).get(f"{waar}bestand/").status_code == 404


@pytest.mark.eis("T3", "G9")
def test_what_changed_since_is_not_handed_out(plan):
    waar = vraag(plan, plan.cast.vader)
    papier.maak_wachtende(clock.now())
    plan.afspraak("Een nieuwe afspraak", plan.cast.mentor_in_gezin)
    antwoord = client_van(plan.cast.vader).get(f"{waar}bestand/", follow=True)
    assert antwoord["Content-Type"].startswith("text/html")
    assert "intussen veranderd" in antwoord.content.decode()


@pytest.mark.eis("G9")
def test_a_poll_after_a_change_leads_the_whole_page_back(plan):
    waar = vraag(plan, plan.cast.moeder)
    papier.maak_wachtende(clock.now())
    plan.afspraak("Een nieuwe afspraak", plan.cast.mentor_in_gezin)
    deel = client_van(plan.cast.moeder).get(waar, headers={"HX-Request": "true"})
    assert (deel.status_code, deel.content) == (204, b"")
    assert deel["HX-Redirect"] == reverse("gezinsplan:ons_plan_gezin", args=[plan.cast.gezin.pk])


@pytest.mark.eis("T3")
def test_what_changed_outside_the_readers_view_is_no_reason(plan):
    waar = vraag(plan, plan.cast.vader)
    papier.maak_wachtende(clock.now())
    plan.afspraak(
        "Nog iets van Petra zelf",
        plan.cast.moeder_in_gezin,
        doel=plan.voorwaarde,
        over_wie=[plan.cast.moeder_in_gezin.pk],
        leefgebieden=[Leefgebied.VERSLAVING],
    )
    assert client_van(plan.cast.vader).get(f"{waar}bestand/")["Content-Type"] == "application/pdf"


@pytest.mark.eis("T3")
def test_who_no_longer_takes_part_reads_nothing(plan):
    waar = vraag(plan, plan.cast.mentor)
    wacht = vraag(plan, plan.cast.collega)
    stop_deelname(plan.cast.collega_in_gezin, nu=plan.nu, door=plan.cast.coordinator, reden="klaar")
    papier.maak_wachtende(clock.now())
    assert PdfOpdracht.objects.get(lezer=plan.cast.collega).staat == PdfStaat.MISLUKT
    assert client_van(plan.cast.collega).get(wacht).status_code == 404
    stop_deelname(plan.cast.mentor_in_gezin, nu=plan.nu, door=plan.cast.coordinator, reden="klaar")
    assert client_van(plan.cast.mentor).get(f"{waar}bestand/").status_code == 404


@pytest.mark.eis("G9")
def test_after_an_hour_it_is_gone(plan):
    opdracht = papier.vraag_pdf(zicht.blik(plan.cast.moeder, plan.cast.gezin), nu=plan.nu)
    papier.maak_wachtende(plan.nu)
    later = plan.nu + timedelta(hours=1)
    assert papier.haal_op(zicht.blik(plan.cast.moeder, plan.cast.gezin), opdracht.pk, nu=later) is None
    papier.maak_wachtende(later)
    assert not PdfOpdracht.objects.exists()


@pytest.mark.eis("G9")
def test_one_that_fails_holds_up_no_other_and_is_tried_again(plan, monkeypatch):
    gewoon = pdf.maak
    eerste = papier.vraag_pdf(zicht.blik(plan.cast.moeder, plan.cast.gezin), nu=plan.nu)
    tweede = papier.vraag_pdf(zicht.blik(plan.cast.vader, plan.cast.gezin), nu=plan.nu + timedelta(seconds=1))
    monkeypatch.setattr(pdf, "maak", lambda inhoud: 1 / 0 if "Petra" in inhoud.split("<h2>")[0] else gewoon(inhoud))
    assert papier.maak_wachtende(plan.nu) == 1
    tweede.refresh_from_db()
    assert tweede.staat == PdfStaat.KLAAR
    for minuut in (1, 2, 3):
        papier.maak_wachtende(plan.nu + timedelta(minutes=minuut))
    eerste.refresh_from_db()
    assert eerste.staat == PdfStaat.MISLUKT
    blad = client_van(plan.cast.moeder).get(reverse("gezinsplan:papier", args=[plan.cast.gezin.pk, eerste.pk]))
    assert "Het lukte niet" in blad.content.decode()


@pytest.mark.eis("G9")
def test_a_dead_workers_paper_is_taken_over(plan):
    opdracht = papier.vraag_pdf(zicht.blik(plan.cast.moeder, plan.cast.gezin), nu=plan.nu)
    PdfOpdracht.objects.update(staat=PdfStaat.BEZIG, begonnen_op=plan.nu, pogingen=1)
    assert papier.maak_wachtende(plan.nu + timedelta(minutes=4)) == 0
    assert papier.maak_wachtende(plan.nu + timedelta(minutes=5)) == 1
    opdracht.refresh_from_db()
    assert opdracht.staat == PdfStaat.KLAAR


@pytest.mark.eis("G9", "E9")
def test_two_workers_make_each_paper_once(fresh_database, monkeypatch):
    plan = vul(maak_voorbeeld(maak_cast(clock.now())))
    for lezer in (plan.cast.moeder, plan.cast.vader, plan.cast.broer, plan.cast.coordinator):
        papier.vraag_pdf(zicht.blik(lezer, plan.cast.gezin), nu=plan.nu)
    gemaakt: list[str] = []
    monkeypatch.setattr(pdf, "maak", lambda inhoud: gemaakt.append(inhoud) or b"%PDF")
    samen = threading.Barrier(2)

    def werk() -> None:
        try:
            samen.wait()
            papier.maak_wachtende(plan.nu)
        finally:
            connection.close()

    draden = [threading.Thread(target=werk) for _ in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert len(gemaakt) == 4
    assert set(PdfOpdracht.objects.values_list("staat", "pogingen")) == {(PdfStaat.KLAAR, 1)}


@pytest.mark.eis("G9")
def test_with_the_broker_gone_the_beat_finds_it(fresh_database, monkeypatch):
    from config.celery import app

    plan = vul(maak_voorbeeld(maak_cast(clock.now())))
    monkeypatch.setattr(app.conf, "broker_url", "redis://127.0.0.1:1/0")
    waar = vraag(plan, plan.cast.moeder)
    assert PdfOpdracht.objects.get().staat == PdfStaat.WACHT
    assert app.conf.beat_schedule["maak-pdfs"]["task"] == "gezinsplan.tasks.maak_wachtende_pdfs"
    app.tasks["gezinsplan.tasks.maak_wachtende_pdfs"]()
    assert "Het plan staat klaar" in client_van(plan.cast.moeder).get(waar).content.decode()
