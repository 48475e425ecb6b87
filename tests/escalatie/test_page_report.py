"""Saying that it is stuck, with its cause; and what the plan and ons plan then show (E1, E10)."""

import pytest
from django.urls import reverse

from escalatie import actions
from escalatie.models import Oorzaak, Stagnatie
from tests.escalatie.pagina import Bezoek, klok_op, tekst
from tests.inloggen import client_van, kwam_terug


def melden(vast, wie, **data):
    client = client_van(wie)
    with klok_op(vast):
        return client.post(reverse("escalatie:melden", args=[vast.cast.gezin.pk]), data)


def lees(vast, wie, naam="escalatie:melden"):
    client = client_van(wie)
    with klok_op(vast):
        return client.get(reverse(naam, args=[vast.cast.gezin.pk]))


@pytest.mark.eis("E1")
def test_a_hulpverlener_reports_with_cause_doel_and_of_whom_something_is_needed(vast):
    antwoord = melden(
        vast,
        vast.cast.coordinator,
        oorzaak=Oorzaak.WACHTLIJST,
        doel=vast.doel.pk,
        partij=vast.cast.behandelaar_in_gezin.pk,
        toelichting="Er is pas in maart plek",
    )
    stagnatie = Stagnatie.objects.get()
    assert antwoord["Location"] == reverse("escalatie:stagnatie", args=[stagnatie.pk])
    assert (stagnatie.oorzaak, stagnatie.doel, stagnatie.partij, stagnatie.gemeld_door) == (
        Oorzaak.WACHTLIJST,
        vast.doel,
        vast.cast.behandelaar_in_gezin,
        vast.cast.coordinator,
    )


@pytest.mark.eis("E1")
def test_the_family_reports_in_plain_words(vast):
    pagina = tekst(lees(vast, vast.cast.moeder))
    assert "Loopt er iets vast?" in pagina and "U hoort het van ons." in pagina
    for vakwoord in ("stagnatie", "escalatie", "doorzettingsmacht"):
        assert vakwoord not in pagina.lower()
    melden(vast, vast.cast.moeder, oorzaak=Oorzaak.AFSPRAAK_NIET_NAGEKOMEN, toelichting="Er belt niemand")
    assert Stagnatie.objects.get().gemeld_door == vast.cast.moeder


def test_who_is_spoken_to_informally_reads_it_so(vast):
    assert "Je hoort het van ons." in tekst(lees(vast, vast.cast.broer))


def test_without_cause_or_words_it_is_said_at_the_field(vast):
    antwoord = melden(vast, vast.cast.moeder, toelichting="Mijn hele verhaal")
    assert kwam_terug(antwoord)
    assert "Kies waardoor het vastloopt." in tekst(antwoord)
    assert "Mijn hele verhaal" in antwoord.content.decode()
    antwoord = melden(vast, vast.cast.moeder, oorzaak=Oorzaak.CRISIS, toelichting="woord " * 900)
    assert kwam_terug(antwoord) and "te lang" in tekst(antwoord)
    assert not Stagnatie.objects.exists()


def test_reporting_the_same_twice_says_that_it_is_known(vast):
    gegevens = {"oorzaak": Oorzaak.CRISIS, "doel": vast.doel.pk, "toelichting": "Het gaat niet goed"}
    melden(vast, vast.cast.coordinator, **gegevens)
    antwoord = melden(vast, vast.cast.moeder, **gegevens)
    assert kwam_terug(antwoord)
    pagina = tekst(antwoord)
    assert "Dit is al gemeld" in pagina and "Hier wordt al aan gewerkt" in pagina
    assert Stagnatie.objects.count() == 1


@pytest.mark.eis("T3")
def test_a_doel_that_somebody_does_not_see_cannot_be_chosen_by_them(vast):
    antwoord = melden(
        vast, vast.cast.mentor, oorzaak=Oorzaak.CRISIS, doel=vast.doel.pk, toelichting="Het gaat niet goed"
    )
    assert kwam_terug(antwoord)
    assert vast.doel.tekst not in tekst(antwoord)


@pytest.mark.eis("E10")
def test_after_a_crisis_was_reported_the_page_says_whom_to_call_now(vast):
    keeper = vast.cast.coordinator
    keeper.mobiel = "06 12345678"
    keeper.save(update_fields=["mobiel"])
    melden(vast, vast.cast.moeder, oorzaak=Oorzaak.CRISIS, toelichting="Er staat iemand voor de deur")
    for wie in (vast.cast.moeder, vast.cast.teamleider):
        pagina = Bezoek(vast, wie).tekst()
        assert "Is er nu gevaar? Bel 112. Kan het niet wachten? Bel N. Bakker:" in pagina
        assert "06 12345678" in pagina and "U hoeft nu niets te doen" not in pagina
    # Of who has no number, where she works.
    type(keeper).objects.filter(pk=keeper.pk).update(mobiel="", telefoon="")
    werk = vast.stap.houder_instelling
    type(werk).objects.filter(pk=werk.pk).update(telefoon="010 7654321")
    assert "Bel N. Bakker: 010 7654321" in Bezoek(vast, vast.cast.moeder).tekst()


@pytest.mark.eis("E10")
def test_the_plan_says_who_is_on_turn(vast):
    vast.loopt_vast()
    pagina = tekst(lees(vast, vast.cast.coordinator, "gezinsplan:plan"))
    assert "Hier loopt het vast" in pagina and "U bent aan zet" in pagina
    assert "Er wordt nu niets gevraagd" not in pagina
    assert "Meld dat het vastloopt" in pagina


@pytest.mark.eis("E10")
def test_our_plan_says_who_must_do_something_now(vast):
    vast.loopt_vast()
    pagina = tekst(lees(vast, vast.cast.moeder, "gezinsplan:ons_plan_gezin"))
    assert "Wie moet nu iets doen? N. Bakker, Maatschappelijk Werk De Brug" in pagina
    assert "Wij samen. Sanne blijft bij moeder wonen" in pagina
    assert "Loopt er iets vast? Vertel het hier." in pagina
    for vakwoord in ("stagnatie", "escalatie", "doorzettingsmacht"):
        assert vakwoord not in pagina.lower()


@pytest.mark.eis("E11")
def test_our_plan_asks_for_yes_or_no_and_celebrates_then(vast):
    vast.loopt_vast()
    oplossing = actions.meld_opgelost(vast.stagnatie, door=vast.cast.coordinator, nu=vast.nu)
    pagina = tekst(lees(vast, vast.cast.moeder, "gezinsplan:ons_plan_gezin"))
    assert "Is het nu opgelost?" in pagina and "Zeg ja of nee" in pagina
    actions.zeg_ja(oplossing, door=vast.cast.moeder, nu=vast.nu)
    pagina = tekst(lees(vast, vast.cast.moeder, "gezinsplan:ons_plan_gezin"))
    assert "Dit liep vast, en is nu opgelost: Sanne blijft bij moeder wonen" in pagina
    assert "Wie moet nu iets doen? N. Bakker" not in pagina
