"""The acts on the page: carried out once, said no to at the field, nothing typed ever lost (E2, E4, E5, E6, bad input)."""

from datetime import timedelta

import pytest

from escalatie import actions
from escalatie.models import (
    Actie,
    Actiestaat,
    Besluit,
    Bevestiging,
    Escalatiebericht,
    Modelniveau,
    Oplossing,
    SoortVraag,
    Stagnatiestaat,
    Stapreden,
    Terugkoppeling,
    Vraag,
)
from instanties.models import Instelling
from tests.escalatie.pagina import Bezoek, tekst
from tests.escalatie.test_page_course import BERICHT, schrijf_bericht
from tests.inloggen import kwam_terug

pytestmark = pytest.mark.heavy("an act, and the page before and after it")

SLEUTEL = "5e2b0c1e-7f0f-4a53-9a14-0f6f2f6c1a11"


def rijen(*acties, aantal=None):
    """What the form of the actions sends."""
    data = {"acties-TOTAL_FORMS": str(aantal or len(acties)), "acties-INITIAL_FORMS": "0"}
    for nummer, actie in enumerate(acties):
        data |= {f"acties-{nummer}-{veld}": waarde for veld, waarde in actie.items()}
    return data


def actie(vast, **anders):
    return {
        "wat": "Met moeder om tafel",
        "wie": f"mens:{vast.cast.mentor_in_gezin.pk}",
        "termijn": "over 1 week",
        "gewenst_resultaat": "Sanne is op school",
    } | anders


def leg_vast(vast, *acties, wie=None, **extra):
    bezoek = Bezoek(vast, wie or vast.cast.coordinator)
    return bezoek.doe("acties_vastleggen", vast.stap.pk, **rijen(*acties), **extra)


@pytest.mark.eis("E2")
def test_several_acties_at_once_with_terms_in_words(vast):
    vast.loopt_vast()
    antwoord = leg_vast(
        vast, actie(vast), actie(vast, wat="Oma brengt Sanne", wie=f"mens:{vast.cast.oma.pk}", termijn="vr 20 nov"), {}
    )
    assert antwoord.status_code == 302
    assert {rij.wat for rij in Actie.objects.all()} == {"Met moeder om tafel", "Oma brengt Sanne"}
    pagina = Bezoek(vast, vast.cast.coordinator).tekst()
    assert "uiterlijk vrijdag 20 november" in pagina
    assert "De acties lopen." in pagina


def test_an_empty_row_does_not_count_but_there_must_be_one(vast):
    vast.loopt_vast()
    antwoord = leg_vast(vast, {}, {})
    assert kwam_terug(antwoord)
    assert "Leg minstens één actie vast" in tekst(antwoord)


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"termijn": "gisteren"}, "voorbij"),
        ({"termijn": "32-13-2026"}, ""),
        ({"termijn": ""}, "Schrijf wanneer het klaar is."),
        ({"wie": ""}, "Kies wie dit doet."),
        ({"wie": "mens:00000000-0000-0000-0000-000000000000"}, ""),
        ({"gewenst_resultaat": ""}, "Schrijf welk resultaat dat moet geven."),
        ({"wat": "lang " * 1000}, "te lang"),
    ],
)
def test_what_is_wrong_stands_at_the_field_and_nothing_is_lost(vast, anders, melding):
    vast.loopt_vast()
    antwoord = leg_vast(vast, actie(vast, **anders), actie(vast, wat="De tweede actie"))
    assert kwam_terug(antwoord)
    inhoud = antwoord.content.decode()
    assert "Dit is nog niet bewaard" in inhoud
    assert melding in tekst(antwoord)
    assert "De tweede actie" in inhoud
    assert anders.get("wat", "Met moeder om tafel").strip() in inhoud
    assert '<details class="uitklap uitklap--knop" id="acties" open' in inhoud
    assert not Actie.objects.exists()


def test_one_more_row_without_javascript(vast):
    vast.loopt_vast()
    antwoord = leg_vast(vast, actie(vast, wat="Nog niet klaar", termijn=""), nog_een="ja")
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "Actie 2" in inhoud and "Actie 3" not in inhoud
    assert "Nog niet klaar" in inhoud and "Dit is nog niet bewaard" not in inhoud


def test_a_double_click_records_once(vast):
    vast.loopt_vast()
    for _keer in range(2):
        antwoord = leg_vast(vast, actie(vast), eenmalig=SLEUTEL)
        assert antwoord.status_code in (302, 303)
    assert Actie.objects.count() == 1


@pytest.mark.eis("E9")
def test_when_the_clock_was_first_who_typed_hears_who_is_on_turn_now(vast):
    vast.loopt_vast()
    stap = vast.stap
    bezoek = Bezoek(vast, vast.cast.coordinator)
    vast.tik(dagen=8)
    antwoord = bezoek.doe("acties_vastleggen", stap.pk, **rijen(actie(vast, wat="Dit had ik net getypt")))
    pagina = tekst(antwoord)
    assert kwam_terug(antwoord)
    assert "Deze stap is intussen voorbij. Nu is M. Smit aan zet" in pagina
    assert "Dit had ik net getypt" in antwoord.content.decode()
    assert "Stap 2 Managers" in pagina
    assert not Actie.objects.exists()


def test_after_logging_in_again_the_form_is_open(vast):
    vast.loopt_vast()
    bezoek = Bezoek(vast, vast.cast.coordinator)
    antwoord = bezoek.ga(bezoek.url("acties_vastleggen", vast.stap.pk))
    assert antwoord.status_code == 302
    assert antwoord["Location"] == f"{bezoek.url()}?open=acties#acties"


def test_a_step_of_another_family_does_not_exist_here(vast):
    vast.loopt_vast()
    bezoek = Bezoek(vast, vast.cast.coordinator)
    antwoord = bezoek.doe("acties_vastleggen", vast.cast.gezin.pk, **rijen(actie(vast)))
    assert antwoord.status_code == 404


@pytest.mark.eis("E4")
def test_help_earlier_with_a_reason(vast):
    vast.loopt_vast()
    bezoek = Bezoek(vast, vast.cast.coordinator)
    stap = vast.stap
    assert "Schrijf waarom." in tekst(bezoek.doe("eerder_hulp", stap.pk, toelichting=" "))
    bezoek.doe("eerder_hulp", stap.pk, toelichting="De mentor is weg")
    assert vast.stap.houder == vast.cast.manager
    pagina = bezoek.tekst()
    assert "De zorgcoördinator vroeg eerder om hulp" in pagina and "De mentor is weg" in pagina


@pytest.mark.eis("E5")
def test_beyond_our_power_goes_to_the_gemeente_at_once(vast):
    vast.naar_stap_2()
    Bezoek(vast, vast.cast.manager).doe("buiten_macht", vast.stap.pk, toelichting="Wij gaan er niet over")
    assert (vast.stap.houder, vast.stap.reden) == (vast.cast.ambtenaar, Stapreden.BUITEN_MACHT)


@pytest.mark.eis("E6")
def test_the_ambtenaar_brings_in_a_level_higher(vast):
    vast.naar_stap_3()
    Bezoek(vast, vast.cast.ambtenaar).doe("hoger_niveau", vast.stap.pk, toelichting="De wethouder is nodig")
    assert vast.stap.niveau == 2
    assert "Wethouder of burgemeester" in Bezoek(vast, vast.cast.ambtenaar).tekst()


@pytest.mark.eis("E7")
def test_a_longer_term_has_a_reason_and_happens_once(vast):
    vast.loopt_vast()
    bezoek = Bezoek(vast, vast.cast.coordinator)
    assert "Schrijf waarom de termijn verandert." in tekst(bezoek.doe("termijn", vast.stap.pk, termijn="za 28 nov"))
    eind = vast.stap.staptermijn.loopt_af_op
    bezoek.doe("termijn", vast.stap.pk, termijn="zo 29 nov", reden="De mentor is ziek")
    assert vast.stap.staptermijn.loopt_af_op == eind + timedelta(days=7)
    antwoord = bezoek.doe("termijn", vast.stap.pk, termijn="ma 30 nov", reden="Nog eens")
    assert kwam_terug(antwoord) and "Nog eens" in antwoord.content.decode()


@pytest.mark.eis("E7")
def test_shorter_is_always_allowed(vast):
    vast.loopt_vast()
    eind = vast.stap.staptermijn.loopt_af_op
    Bezoek(vast, vast.cast.coordinator).doe("termijn", vast.stap.pk, termijn="morgen", reden="Het moet sneller")
    assert vast.stap.staptermijn.loopt_af_op < eind


@pytest.mark.eis("E14", "E11")
def test_reporting_it_carried_out_and_taking_that_back(vast):
    vast.loopt_vast()
    (gemaakt,) = vast.leg_vast()
    bezoek = Bezoek(vast, vast.cast.mentor)
    assert "Kunt u dit doen?" in bezoek.tekst()
    bezoek.doe("actie_ja", gemaakt.pk)
    assert "Uw actie" in bezoek.tekst()
    assert "Deze dag is nog niet geweest" in tekst(bezoek.doe("uitgevoerd", gemaakt.pk, gebeurd_op="morgen"))
    bezoek.doe("uitgevoerd", gemaakt.pk, gebeurd_op="vandaag")
    gemaakt.refresh_from_db()
    assert gemaakt.staat == Actiestaat.UITGEVOERD
    assert "Alle acties zijn uitgevoerd. Is het daarmee opgelost?" in Bezoek(vast, vast.cast.coordinator).tekst()
    bezoek.doe("terugnemen", gemaakt.pk, reden="Het was een ander gezin")
    gemaakt.refresh_from_db()
    assert gemaakt.staat == Actiestaat.LOOPT


@pytest.mark.eis("E7")
def test_the_term_of_an_actie(vast):
    vast.loopt_vast()
    (gemaakt,) = vast.leg_vast(vast.actie(5))
    bezoek = Bezoek(vast, vast.cast.coordinator)
    antwoord = bezoek.doe("actietermijn", gemaakt.pk, termijn="over 3 weken", reden="Vakantie")
    assert kwam_terug(antwoord)
    bezoek.doe("actietermijn", gemaakt.pk, termijn="over 2 dagen", reden="Het kan eerder")
    voor = gemaakt.termijn.loopt_af_op
    gemaakt.termijn.refresh_from_db()
    assert gemaakt.termijn.loopt_af_op < voor


@pytest.mark.eis("E2")
def test_addressing_a_colleague_and_getting_an_answer(vast):
    vast.loopt_vast()
    coordinator, mentor = Bezoek(vast, vast.cast.coordinator), Bezoek(vast, vast.cast.mentor)
    sleutel = f"g:{vast.cast.mentor.pk}"
    assert "Kies aan wie." in tekst(coordinator.doe("aanspreken", aan="", tekst="Lukt het?"))
    coordinator.doe("aanspreken", aan=sleutel, tekst="Lukt het om te bellen?")
    vraag = Vraag.objects.get()
    pagina = mentor.tekst()
    assert "Er wordt iets van u gevraagd" in pagina and "Lukt het om te bellen?" in pagina
    assert "Schrijf uw antwoord." in tekst(mentor.doe("antwoord", vraag.pk, antwoord=""))
    mentor.doe("antwoord", vraag.pk, antwoord="Vanaf morgen bel ik")
    assert "Vanaf morgen bel ik" in coordinator.tekst()
    assert Bezoek(vast, vast.cast.collega).doe("antwoord", vraag.pk, antwoord="Ik ook").status_code == 403


@pytest.mark.eis("E4")
def test_the_manager_of_the_school_explains(vast):
    vast.naar_stap_2()
    vraag = Vraag.objects.get(soort=SoortVraag.AANDEEL)
    Bezoek(vast, vast.cast.manager_school).doe("antwoord", vraag.pk, antwoord="Wij zoeken een vervanger")
    assert "Wij zoeken een vervanger" in Bezoek(vast, vast.cast.manager).tekst()


@pytest.mark.eis("E5")
def test_asking_for_advice(vast):
    vast.naar_stap_2()
    bezoek = Bezoek(vast, vast.cast.manager)
    bezoek.doe("advies", aan=f"i:{vast.cast.school.pk}", tekst="Wat is hier nodig?")
    assert "Wat is hier nodig?" in Bezoek(vast, vast.cast.manager_school).tekst()


@pytest.mark.eis("E6")
def test_terugkoppelen(vast):
    vast.naar_stap_2()
    Bezoek(vast, vast.cast.manager).doe("koppel_terug", vast.stap.pk, tekst="Er is gebeld")
    assert Terugkoppeling.objects.get().tekst == "Er is gebeld"
    assert "Er is gebeld" in Bezoek(vast, vast.cast.coordinator).tekst()


@pytest.mark.eis("E13")
def test_the_bericht_is_written_read_and_only_then_sent(vast):
    vast.loopt_vast()
    coordinator, moeder = Bezoek(vast, vast.cast.coordinator), Bezoek(vast, vast.cast.moeder)
    antwoord = coordinator.doe("bericht", **(BERICHT | {"gevraagd": ""}))
    assert "Schrijf wat er nodig is." in tekst(antwoord)
    assert BERICHT["ontbreekt"] in antwoord.content.decode()
    coordinator.doe("bericht", **BERICHT)
    bericht = Escalatiebericht.objects.get()
    assert "Wacht op het gezin" in coordinator.tekst()
    assert "Wilt u dit lezen?" in moeder.tekst()
    moeder.doe("gelezen", versie=bericht.versie, visie="Bel mij gewoon.")
    assert "Wilt u dit lezen?" not in moeder.tekst()
    bericht.refresh_from_db()
    assert not bericht.is_vrijgegeven
    Bezoek(vast, vast.cast.vader).doe("gelezen", versie=bericht.versie, visie="")
    bericht.refresh_from_db()
    assert bericht.is_vrijgegeven and bericht.visie_gezin == "Bel mij gewoon."


def test_when_two_people_change_the_bericht_both_texts_stand_there(vast):
    vast.loopt_vast()
    bericht = schrijf_bericht(vast)
    coordinator = Bezoek(vast, vast.cast.coordinator)
    coordinator.doe("bericht", **(BERICHT | {"ontbreekt": "De eerste tekst"}), versie=bericht.versie)
    antwoord = coordinator.doe("bericht", **(BERICHT | {"ontbreekt": "De tweede tekst"}), versie=bericht.versie)
    assert kwam_terug(antwoord)
    pagina = tekst(antwoord)
    assert "De eerste tekst" in pagina and "De tweede tekst" in pagina
    assert "Iemand anders heeft dit intussen ook veranderd" in pagina
    bericht.refresh_from_db()
    assert bericht.ontbreekt == "De eerste tekst"
    assert f'name="versie" value="{bericht.versie}"' in antwoord.content.decode()


def test_a_bericht_that_changed_meanwhile_is_read_again_by_the_family(vast):
    vast.loopt_vast()
    oud = schrijf_bericht(vast, gelezen=False).versie
    actions.schrijf_bericht(
        vast.stagnatie, door=vast.cast.coordinator, nu=vast.nu, versie=oud, **(BERICHT | {"ontbreekt": "Nieuwe tekst"})
    )
    moeder = Bezoek(vast, vast.cast.moeder)
    antwoord = moeder.doe("gelezen", versie=oud, visie="Mijn woorden")
    pagina = tekst(antwoord)
    assert kwam_terug(antwoord)
    assert "Het bericht is intussen veranderd" in pagina and "Nieuwe tekst" in pagina
    assert "Mijn woorden" in antwoord.content.decode()
    versie = Escalatiebericht.objects.get().versie
    assert f'name="versie" value="{versie}"' in antwoord.content.decode()


@pytest.mark.eis("G7", "E13")
def test_what_was_read_before_it_changed_can_be_found_again(vast):
    vast.loopt_vast()
    bericht = schrijf_bericht(vast)
    nieuw = BERICHT | {"ontbreekt": "Nieuwe tekst"}
    actions.schrijf_bericht(vast.stagnatie, door=vast.cast.coordinator, nu=vast.nu, versie=bericht.versie, **nieuw)
    gelezen = bericht.events.filter(vrijgegeven_op__isnull=False)
    assert {rij.ontbreekt for rij in gelezen} == {BERICHT["ontbreekt"]}
    assert bericht.events.latest("pgh_id").ontbreekt == "Nieuwe tekst"


@pytest.mark.eis("E13")
def test_read_together_says_how(vast):
    vast.loopt_vast()
    bericht = schrijf_bericht(vast, gelezen=False)
    coordinator = Bezoek(vast, vast.cast.coordinator)
    assert kwam_terug(coordinator.doe("samen_gelezen", versie=bericht.versie, hoe=""))
    met = [str(vast.cast.moeder_in_gezin.pk), str(vast.cast.vader_in_gezin.pk)]
    coordinator.doe("samen_gelezen", versie=bericht.versie, met=met, hoe="Maandag aan de keukentafel", visie="")
    bericht.refresh_from_db()
    assert bericht.hoe_gelezen == "Maandag aan de keukentafel"


def besluit_van(vast, **anders):
    niveau = Modelniveau.objects.filter(modelstap__model__actief=True).first()
    gegevens = {
        "niveau": niveau.pk,
        "tekst": "De school wijst iemand aan",
        "grond": "Artikel 4",
        "instellingen": [vast.cast.school.pk],
    } | anders
    return Bezoek(vast, vast.cast.ambtenaar).doe("besluit", vast.stap.pk, **gegevens)


@pytest.mark.eis("E6")
def test_a_besluit_with_level_and_ground(vast):
    vast.naar_stap_3()
    antwoord = besluit_van(vast, grond="", instellingen=[])
    assert kwam_terug(antwoord)
    assert "Schrijf op welke grond dit besluit rust." in tekst(antwoord)
    assert "Kies voor welke instellingen" in tekst(besluit_van(vast, instellingen=[]))
    assert besluit_van(vast, andere_instelling=vast.cast.kliniek.pk).status_code == 302
    assert {rij.instelling for rij in Bevestiging.objects.all()} == {vast.cast.school, vast.cast.kliniek}


@pytest.mark.eis("X5", "E6")
def test_a_sensitive_instelling_is_hidden_in_every_list_of_a_besluit(vast):
    Instelling.objects.filter(pk=vast.cast.kliniek.pk).update(
        naam_gevoelig=True, naam_voor_anderen="Een zorginstelling"
    )
    vast.naar_stap_3()
    pagina = tekst(besluit_van(vast, grond=""))
    assert vast.cast.kliniek.naam not in pagina
    assert "Een zorginstelling" in pagina


@pytest.mark.eis("E6")
@pytest.mark.heavy("a whole course by pages")
def test_an_instelling_confirms_or_says_why_it_cannot(vast):
    vast.naar_stap_3()
    besluit_van(vast)
    bevestiging = Bevestiging.objects.get()
    school = Bezoek(vast, vast.cast.manager_school)
    assert "Schrijf waarom het niet kan." in tekst(school.doe("kan_niet", bevestiging.pk, grond=""))
    school.doe("kan_niet", bevestiging.pk, grond="Er is geen geld")
    pagina = Bezoek(vast, vast.cast.ambtenaar).tekst()
    assert "zegt dat het besluit niet kan. De gemeente beslist opnieuw." in pagina
    besluit_van(vast, tekst="De gemeente betaalt")
    assert Besluit.objects.count() == 2
    school.doe("bevestig", Bevestiging.objects.latest("termijn__begint_op", "besluit__op").pk)
    assert "Wordt uitgevoerd" in Bezoek(vast, vast.cast.coordinator).tekst()
    assert Bezoek(vast, vast.cast.manager).doe("bevestig", bevestiging.pk).status_code in (403, 404)


@pytest.mark.eis("E11")
@pytest.mark.heavy("a whole course by pages")
def test_solved_is_said_by_coordinator_and_family_together(vast):
    vast.loopt_vast()
    coordinator, moeder = Bezoek(vast, vast.cast.coordinator), Bezoek(vast, vast.cast.moeder)
    coordinator.doe("opgelost", geleerd="Bellen werkt")
    oplossing = Oplossing.objects.get()
    assert "Is het nu opgelost?" in moeder.tekst()
    assert "Schrijf wat er nog niet goed is." in tekst(moeder.doe("opgelost_nee", oplossing.pk, gezin_zegt=""))
    moeder.doe("opgelost_nee", oplossing.pk, gezin_zegt="Er belt nog niemand")
    coordinator.doe("opgelost", geleerd="Bellen werkt")
    opnieuw = Oplossing.objects.latest("op", "termijn__begint_op")
    opnieuw = Oplossing.objects.get(staat="wacht")
    moeder.doe("opgelost_ja", opnieuw.pk, gezin_zegt="Het gaat goed")
    assert vast.stagnatie.staat == Stagnatiestaat.OPGELOST
    assert "Goed gedaan, samen." in moeder.tekst() and "Bellen werkt" in moeder.tekst()


@pytest.mark.eis("E11")
def test_another_than_who_reported_it_notes_what_the_family_said_and_how(vast):
    vast.loopt_vast()
    coordinator = Bezoek(vast, vast.cast.coordinator)
    coordinator.doe("opgelost", geleerd="")
    oplossing = Oplossing.objects.get()
    # Who reported it isn't offered the yes, nor heard (E15).
    assert "Leg vast: ja, opgelost" not in coordinator.tekst()
    antwoord = coordinator.doe("opgelost_ja", oplossing.pk, gezin_zegt="Fijn zo", hoe="Aan de telefoon")
    assert kwam_terug(antwoord) and vast.stagnatie.is_open
    collega = Bezoek(vast, vast.cast.collega)
    antwoord = collega.doe("opgelost_ja", oplossing.pk, gezin_zegt="Fijn zo")
    assert kwam_terug(antwoord) and "Fijn zo" in antwoord.content.decode()
    collega.doe("opgelost_ja", oplossing.pk, gezin_zegt="Fijn zo", hoe="Aan de telefoon")
    assert vast.stagnatie.staat == Stagnatiestaat.OPGELOST


def test_the_missing_party_does_not_answer_for_the_family(vast):
    vast.loopt_vast()
    oplossing = actions.meld_opgelost(vast.stagnatie, door=vast.cast.coordinator, nu=vast.nu)
    assert Bezoek(vast, vast.cast.mentor).doe("opgelost_ja", oplossing.pk).status_code == 403


def test_after_the_end_there_is_nothing_more_to_do(vast):
    vast.loopt_vast()
    stap = vast.stap
    oplossing = actions.meld_opgelost(vast.stagnatie, door=vast.cast.coordinator, nu=vast.nu)
    actions.zeg_ja(oplossing, door=vast.cast.moeder, nu=vast.nu)
    bezoek = Bezoek(vast, vast.cast.coordinator)
    assert '<details class="uitklap uitklap--knop"' not in bezoek.lees().content.decode()
    antwoord = bezoek.doe("eerder_hulp", stap.pk, toelichting="Toch nog iets")
    assert kwam_terug(antwoord)
    assert "Dit is intussen opgelost." in tekst(antwoord) and "Toch nog iets" in antwoord.content.decode()
