"""Whoever is to do an action says yes or 'kan niet', in every step; silence is no yes (E2, E4, E5, S1)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from core.errors import RuleError
from escalatie import actions
from escalatie.models import Actie, Actiestaat, SoortTussenvraag, Tussenvraag
from gezinnen.actions import stop_deelname
from instanties.actions import beeindig_functie
from instanties.models import Functie, Rol, Verzoekstaat
from tests.escalatie.conftest import verteld
from tests.escalatie.pagina import Bezoek, klok_op, tekst
from werklijst.selectie import mijn_werk
from woorden.duur import Duur, Eenheid

pytestmark = pytest.mark.heavy("walks a course until somebody is asked for an action")
GEVRAAGD = "Gevraagd, nog geen antwoord"


def gevraagd(vast, **rest) -> Actie:
    """An action of step 1, asked of its doer."""
    vast.loopt_vast()
    return vast.leg_vast(vast.actie(**rest))[0]


def werk(wie, vast) -> list:
    with klok_op(vast):
        return [rij for groep in mijn_werk(wie, vast.nu).groepen for rij in groep.rijen]


@pytest.mark.eis("E4", "E10")
def test_an_asked_action_does_not_read_as_running_until_its_doer_says_yes_by_one_button(vast):
    actie = gevraagd(vast)
    coordinator, mentor = Bezoek(vast, vast.cast.coordinator), Bezoek(vast, vast.cast.mentor)
    assert GEVRAAGD in coordinator.tekst()
    assert "Kunt u dit doen?" in mentor.tekst()
    (rij,) = [rij for rij in werk(vast.cast.mentor, vast) if rij.stand and rij.stand.ja]
    assert rij.stand.wat == actie.wat
    assert [een.termijn.soort for een in werk(vast.cast.mentor, vast)].count("actie") == 0, "the same thing once"
    with klok_op(vast):
        assert rij.stand.ja in mentor.client.get(reverse("werklijst:mijn_werk")).content.decode()
        assert mentor.client.post(rij.stand.ja).status_code == 302
    assert actie.verzoeken.get().staat == Verzoekstaat.JA
    assert GEVRAAGD not in coordinator.tekst()
    assert "Uw actie" in mentor.tekst()
    assert [een.termijn.soort for een in werk(vast.cast.mentor, vast)].count("actie") == 1
    assert verteld(vast.stagnatie, "stagnatie_actie_ja") == {vast.cast.coordinator.naam}


@pytest.mark.eis("E4")
def test_cannot_goes_back_to_the_keeper_at_once_and_never_counts_as_done_nor_as_the_end(vast):
    vast.loopt_vast()
    eerste, tweede = vast.leg_vast(vast.actie(3), vast.actie(9))
    Bezoek(vast, vast.cast.mentor).doe("actie_kan_niet", tweede.pk, reden="Er is geen plek in de groep")
    tweede.refresh_from_db()
    assert tweede.staat == Actiestaat.KAN_NIET
    assert verteld(vast.stagnatie, "stagnatie_actie_kan_niet") == {vast.cast.coordinator.naam}
    pagina = Bezoek(vast, vast.cast.coordinator).tekst()
    assert "Kies wie het anders doet" in pagina and "Er is geen plek in de groep" in pagina
    with pytest.raises(RuleError):
        actions.meld_uitgevoerd(tweede, door=vast.cast.coordinator, nu=vast.nu, gebeurd_op=vast.nu.date())
    actions.meld_uitgevoerd(eerste, door=vast.cast.mentor, nu=vast.nu, gebeurd_op=vast.nu.date())
    opgelost = Tussenvraag.objects.filter(soort=SoortTussenvraag.OPGELOST)
    assert not opgelost.exists(), "with one refused and nothing instead, not all has been done"
    assert vast.stap.is_open and vast.stap.modelstap.nummer == 1
    (ander,) = vast.leg_vast(vast.actie(4, vast.cast.collega_in_gezin))
    actions.meld_uitgevoerd(ander, door=vast.cast.collega, nu=vast.nu, gebeurd_op=vast.nu.date())
    assert opgelost.exists()


@pytest.mark.eis("E4", "E9")
def test_when_all_that_was_agreed_cannot_be_done_the_term_of_the_step_still_passes(vast):
    actie = gevraagd(vast, dagen=7)
    actions.zeg_kan_niet_tegen_actie(actie, reden="Dat lukt niet", door=vast.cast.mentor, nu=vast.nu)
    vast.tik(dagen=8)
    assert vast.stap.modelstap.nummer == 2


@pytest.mark.eis("E4")
def test_silence_is_no_yes_the_keeper_hears_it_and_a_late_answer_counts(vast):
    actie = gevraagd(vast, dagen=12)
    einde = actie.termijn.loopt_af_op
    vast.tik(dagen=6)
    actie.refresh_from_db()
    assert actie.staat == Actiestaat.LOOPT and actie.termijn.loopt and actie.termijn.loopt_af_op == einde
    assert actie.verzoeken.get().staat == Verzoekstaat.STILTE
    assert verteld(vast.stagnatie, "stagnatie_actie_geen_antwoord") == {vast.cast.coordinator.naam}
    assert GEVRAAGD in Bezoek(vast, vast.cast.coordinator).tekst()
    assert "actie" in [rij.termijn.soort for rij in werk(vast.cast.mentor, vast)], "who does it still owes it"
    actions.zeg_ja_tegen_actie(actie, door=vast.cast.mentor, nu=vast.nu)
    assert actie.verzoeken.get().staat == Verzoekstaat.JA
    vast.tik(dagen=7)
    vast.zwijgt_op_navraag()
    assert vast.stap.modelstap.nummer == 2, "a yes is not a deed"


@pytest.mark.eis("E4", "E15")
def test_who_asked_does_not_say_yes_for_the_other_nor_does_whose_share_is_missing(vast):
    vast.loopt_vast()
    van_mentor, van_moeder = vast.leg_vast(vast.actie(5), vast.actie(5, vast.cast.moeder_in_gezin))
    hoe = {"nu": vast.nu, "hoe": "dinsdag gebeld"}
    with pytest.raises(RuleError, match="U vroeg dit zelf"):
        actions.zeg_ja_tegen_actie(van_mentor, door=vast.cast.coordinator, **hoe)
    with pytest.raises(RuleError, match="van een ander"):
        actions.zeg_ja_tegen_actie(van_moeder, door=vast.cast.mentor, **hoe)
    with pytest.raises(RuleError, match="hoe u dit weet"):
        actions.zeg_ja_tegen_actie(van_moeder, door=vast.cast.collega, nu=vast.nu)
    actions.zeg_ja_tegen_actie(van_moeder, door=vast.cast.collega, **hoe)
    verzoek = van_moeder.verzoeken.get()
    assert (verzoek.staat, verzoek.hoe_gezegd) == (Verzoekstaat.JA, "dinsdag gebeld")
    actions.zeg_kan_niet_tegen_actie(van_mentor, reden="Hij is ziek", door=vast.cast.coordinator, **hoe)
    van_mentor.refresh_from_db()
    assert van_mentor.staat == Actiestaat.KAN_NIET, "a 'kan niet' ends nothing, so who asked may write it down"


@pytest.mark.eis("E4", "G17")
def test_of_a_doer_without_account_who_asks_after_her_passes_on_what_she_said(vast):
    oma = vast.cast.gezin.deelnemers.get(naam="Riet de Wit")
    actie = gevraagd(vast, dagen=5, wie=oma)
    moeder = Bezoek(vast, vast.cast.moeder)
    assert "Vraag het na bij Riet de Wit." in moeder.tekst()
    moeder.doe("actie_ja", actie.pk)
    assert actie.verzoeken.get().wacht, "how that was heard is missing"
    moeder.doe("actie_ja", actie.pk, hoe="aan de keukentafel")
    assert actie.verzoeken.get().staat == Verzoekstaat.JA


@pytest.mark.eis("E4")
def test_what_who_records_it_does_himself_is_asked_of_nobody(vast):
    vast.loopt_vast()
    (actie,) = vast.leg_vast(vast.actie(5, vast.cast.coordinator_in_gezin))
    assert not actie.verzoeken.exists()
    assert GEVRAAGD not in Bezoek(vast, vast.cast.coordinator).tekst()


@pytest.mark.eis("E4", "E5")
def test_an_instelling_is_asked_through_who_leads_it_in_the_step_of_the_managers_too(vast):
    vast.naar_stap_2()
    (actie,) = vast.leg_vast(vast.actie(5, instelling=vast.cast.kliniek, wat="Een plek vrijmaken"))
    kliniek = Bezoek(vast, vast.cast.manager_kliniek)
    assert "Kunt u dit doen?" in kliniek.tekst()
    kliniek.doe("actie_kan_niet", actie.pk, reden="Er is een wachtlijst")
    assert verteld(vast.stagnatie, "stagnatie_actie_kan_niet") == {vast.cast.manager.naam}
    assert "Er is een wachtlijst" in Bezoek(vast, vast.cast.manager).tekst()


@pytest.mark.eis("E4", "I9")
def test_who_takes_part_no_more_is_asked_nothing_more(vast):
    actie = gevraagd(vast, wie=vast.cast.collega_in_gezin)
    stop_deelname(vast.cast.collega_in_gezin, nu=vast.nu, door=vast.cast.coordinator, reden="Ander werk")
    assert actie.verzoeken.get().staat == Verzoekstaat.VERVALLEN
    assert not [rij for rij in werk(vast.cast.collega, vast) if rij.termijn.soort == "actieverzoek"]


@pytest.mark.eis("E4", "E7")
def test_of_an_action_in_hours_is_answered_in_half_of_them(vast):
    vast.loopt_vast()
    uren = Duur(8, Eenheid.UUR)
    (actie,) = vast.leg_vast(
        actions.NieuweActie(
            "Bellen", "Er is gebeld", vast.nu + timedelta(hours=8), deelnemer=vast.cast.mentor_in_gezin, duur=uren
        )
    )
    assert actie.verzoeken.get().termijn.loopt_af_op == vast.nu + timedelta(hours=4)


@pytest.mark.eis("E14")
def test_a_tick_taken_back_asks_again_who_never_said_yes(vast):
    actie = gevraagd(vast)
    actions.meld_uitgevoerd(actie, door=vast.cast.coordinator, nu=vast.nu, gebeurd_op=vast.nu.date())
    actions.neem_uitgevoerd_terug(actie, door=vast.cast.coordinator, nu=vast.nu, reden="Een ander gezin")
    assert [rij.staat for rij in actie.verzoeken.all()] == [Verzoekstaat.VERVALLEN, Verzoekstaat.WACHT]
    assert "Kunt u dit doen?" in tekst(Bezoek(vast, vast.cast.mentor).lees())


@pytest.mark.eis("E14", "I9")
def test_of_who_takes_part_no_more_a_tick_taken_back_asks_nothing_and_who_guards_it_owes_it(vast):
    actie = gevraagd(vast, wie=vast.cast.collega_in_gezin)
    stop_deelname(vast.cast.collega_in_gezin, nu=vast.nu, door=vast.cast.coordinator, reden="Ander werk")
    actions.meld_uitgevoerd(actie, door=vast.cast.coordinator, nu=vast.nu, gebeurd_op=vast.nu.date())
    actions.neem_uitgevoerd_terug(actie, door=vast.cast.coordinator, nu=vast.nu, reden="Een ander gezin")
    assert [rij.staat for rij in actie.verzoeken.all()] == [Verzoekstaat.VERVALLEN]
    assert list(actie.termijn.gevraagden.values_list("gebruiker", flat=True)) == [vast.cast.coordinator.pk]


@pytest.mark.eis("E7")
def test_of_an_action_that_is_shortened_the_answer_is_awaited_no_longer_than_it_lasts(vast):
    actie = gevraagd(vast, dagen=14)
    tot = vast.in_dagen(1)
    actions.verkort_actie(actie, tot, door=vast.cast.coordinator, nu=vast.nu, reden="Het moet sneller")
    assert actie.verzoeken.get().termijn.loopt_af_op == tot


@pytest.mark.eis("E14")
def test_a_tick_is_taken_back_though_an_action_of_the_later_step_waits_for_whether_it_was_done(vast):
    eerste = gevraagd(vast, dagen=2)
    gedaan_op = vast.nu.date()
    vast.tik(dagen=2)
    vast.zwijgt_op_navraag()
    (later,) = vast.leg_vast(vast.actie(dagen=2))
    tweede = vast.stap
    vast.tik(uren=63)
    later.refresh_from_db()
    assert later.staat == Actiestaat.GEVRAAGD
    actions.meld_uitgevoerd(eerste, door=vast.cast.coordinator, nu=vast.nu, gebeurd_op=gedaan_op)
    assert vast.stap.volgnummer == 1
    actions.neem_uitgevoerd_terug(eerste, door=vast.cast.coordinator, nu=vast.nu, reden="Toch niet")
    later.refresh_from_db()
    assert (vast.stap, later.staat) == (tweede, Actiestaat.GEVRAAGD)
    assert not later.verzoeken.filter(staat=Verzoekstaat.WACHT).exists()


@pytest.mark.eis("E4")
def test_once_its_day_has_passed_it_reads_as_late_and_cannot_undoes_no_miss(vast):
    actie = gevraagd(vast, dagen=2)
    vast.nu = actie.termijn.loopt_af_op + timedelta(minutes=1)
    with pytest.raises(RuleError, match="voorbij"):
        actions.zeg_kan_niet_tegen_actie(actie, reden="Dat lukt niet", door=vast.cast.mentor, nu=vast.nu)
    mentor, coordinator = Bezoek(vast, vast.cast.mentor).tekst(), Bezoek(vast, vast.cast.coordinator).tekst()
    assert "Kunt u dit doen?" in mentor
    assert "Te laat" in coordinator and GEVRAAGD not in coordinator
    assert (
        reverse("escalatie:actie_kan_niet", args=[vast.stagnatie.pk, actie.pk])
        not in Bezoek(vast, vast.cast.mentor).lees().content.decode()
    )


@pytest.mark.eis("E15", "I9")
def test_whoever_leads_an_instelling_next_hears_what_it_was_asked_to_do(vast):
    vast.naar_stap_2()
    vast.leg_vast(vast.actie(5, instelling=vast.cast.kliniek, wat="Een plek vrijmaken"))
    nieuw = vast.cast.teamleider
    Functie.objects.create(gebruiker=nieuw, rol=Rol.MANAGER, instelling=vast.cast.kliniek)
    weg = Functie.objects.geldig().get(gebruiker=vast.cast.manager_kliniek)
    beeindig_functie(weg, nu=vast.nu, door=vast.cast.beheerder)
    assert nieuw.naam in verteld(vast.stagnatie, "stagnatie_actie")
