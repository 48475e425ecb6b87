"""Who leads where a share is missing is asked with the step: no longer than it stands, anew when it comes back (E4, E14)."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from berichten.models import Bericht
from core.errors import RuleError
from escalatie import actions
from escalatie.beeld import stagnatiebeeld
from escalatie.models import Oorzaak, SoortTussenvraag, SoortVraag, Tussenvraag, Vraag
from escalatie.zicht import zicht_op
from gezinsplan.models import Afspraak
from gezinsplan.signalen import GEEN_ANTWOORD, LUKT_NIET, Gemist
from instanties.models import Verzoekstaat
from termijnen.models import Termijnstaat
from tests.escalatie.conftest import verteld
from tests.escalatie.ladder import eis_waterdicht
from tests.escalatie.pagina import Bezoek
from woorden.tijdwoorden import dag_kort, laatste_dag

pytestmark = [pytest.mark.django_db, pytest.mark.eis("E4"), pytest.mark.heavy("walks a course to its second step")]


def aandelen(vast) -> list[Vraag]:
    return list(vast.stagnatie.vragen.filter(soort=SoortVraag.AANDEEL).order_by("gesteld_op"))


def na_een_actie_in_stap_2(vast):
    """An action of step 1 lapsed, though it was done in time; then it is said so, and confirmed: gives the action."""
    vast.loopt_vast()
    (actie,) = vast.leg_vast(vast.actie(dagen=2))
    gedaan_op = vast.nu.date()
    vast.tik(dagen=2)
    vast.zwijgt_op_navraag()
    assert vast.stap.modelstap.nummer == 2
    return actie, gedaan_op


@pytest.mark.eis("E14")
def test_the_question_lapses_with_a_step_that_was_withdrawn_and_is_asked_anew_in_the_next_round(vast):
    actie, gedaan_op = na_een_actie_in_stap_2(vast)
    (eerste,) = aandelen(vast)
    vast.nu += timedelta(hours=1)
    actions.meld_uitgevoerd(actie, door=vast.cast.mentor, nu=vast.nu, gebeurd_op=gedaan_op)
    gezegd = Tussenvraag.objects.get(soort=SoortTussenvraag.WAS_GEDAAN, staat=Verzoekstaat.WACHT)
    actions.bevestig_gedaan(gezegd, True, door=vast.cast.moeder, nu=vast.nu)
    assert vast.stap.modelstap.nummer == 1
    eerste.refresh_from_db()
    assert eerste.termijn.staat == Termijnstaat.VERVALLEN and eerste.is_vervallen
    with pytest.raises(RuleError, match="ingetrokken"):
        actions.beantwoord_vraag(eerste, antwoord="Ja", door=vast.cast.manager_school, nu=vast.nu)
    actions.roep_eerder_hulp_in(vast.stap, door=vast.cast.coordinator, nu=vast.nu, toelichting="Toch nodig")
    (_oud, nieuw) = aandelen(vast)
    assert nieuw.termijn.loopt and nieuw.stap == vast.stap and nieuw.aan == vast.cast.manager_school
    assert "Wat kan uw instelling bijdragen, en wanneer?" in Bezoek(vast, vast.cast.manager_school).tekst()
    eis_waterdicht()


@pytest.mark.eis("E10")
def test_the_family_reads_what_was_not_needed_and_what_is_done_again_each_with_why(vast):
    actie, gedaan_op = na_een_actie_in_stap_2(vast)
    vast.nu += timedelta(hours=1)
    actions.meld_uitgevoerd(actie, door=vast.cast.mentor, nu=vast.nu, gebeurd_op=gedaan_op)
    gezegd = Tussenvraag.objects.get(soort=SoortTussenvraag.WAS_GEDAAN, staat=Verzoekstaat.WACHT)
    actions.bevestig_gedaan(gezegd, True, door=vast.cast.moeder, nu=vast.nu)
    actions.roep_eerder_hulp_in(vast.stap, door=vast.cast.coordinator, nu=vast.nu, toelichting="Toch nodig")
    stagnatie = vast.stagnatie
    actions.meld_stagnatie(
        vast.cast.gezin, oorzaak=Oorzaak.CRISIS, toelichting="Moeder is opgenomen", doel=stagnatie.doel,
        partij=stagnatie.partij, door=vast.cast.moeder, nu=vast.nu,
    )  # fmt: skip
    naam = vast.stap.modelstap.naam_voor_gezin
    beelden = stagnatiebeeld(zicht_op(vast.cast.moeder, vast.stagnatie)).stappen
    namen = [deel.titel_voor_gezin for deel in beelden if deel.stap and deel.stap.modelstap.nummer == 2]
    assert namen == [f"{naam}: niet meer nodig", naam, f"{naam}, opnieuw"]
    pagina = Bezoek(vast, vast.cast.moeder).tekst()
    assert "Dit was niet meer nodig, omdat het op tijd bleek gedaan." in pagina
    assert "Er is een crisis gemeld. Daarom begint dit opnieuw" in pagina


@pytest.mark.eis("E10")
def test_after_it_was_said_that_it_does_not_work_out_the_course_does_not_begin_with_a_term(vast):
    actions.open_stagnaties([Gemist(vast.afspraak, vast.cast.mentor_in_gezin, LUKT_NIET)], nu=vast.nu)
    pagina = Bezoek(vast, vast.cast.coordinator).tekst()
    assert "Gezegd dat het niet lukt" in pagina and "Termijn voorbij" not in pagina


@pytest.mark.eis("E10")
def test_the_day_on_which_a_term_passed_is_its_last_and_not_that_on_which_it_was_found(vast):
    vast.loopt_vast()
    laatste = laatste_dag(Afspraak.objects.select_related("termijn").get(pk=vast.afspraak.pk).termijn.loopt_af_op)
    assert laatste != localdate(vast.stagnatie.geopend_op)
    pagina = Bezoek(vast, vast.cast.coordinator).tekst()
    assert f"Termijn voorbij {dag_kort(laatste, localdate(vast.nu))}" in pagina


@pytest.mark.eis("E1")
@pytest.mark.parametrize("geantwoord", [False, True])
def test_in_a_crisis_the_answer_is_due_with_the_step_and_what_was_answered_is_asked_anew(vast, geantwoord):
    vast.naar_stap_2()
    (vraag,) = aandelen(vast)
    if geantwoord:
        actions.beantwoord_vraag(vraag, antwoord="Maandag", door=vast.cast.manager_school, nu=vast.nu)
    vast.nu += timedelta(hours=1)
    stagnatie = vast.stagnatie
    actions.meld_stagnatie(
        vast.cast.gezin, oorzaak=Oorzaak.CRISIS, toelichting="Moeder is opgenomen", doel=stagnatie.doel,
        partij=stagnatie.partij, door=vast.cast.moeder, nu=vast.nu,
    )  # fmt: skip
    *eerder, laatste = aandelen(vast)
    assert len(eerder) == int(geantwoord)
    assert laatste.termijn.loopt_af_op == vast.stap.staptermijn.loopt_af_op == vast.nu + timedelta(hours=24)
    gehoord = Bericht.objects.filter(
        ontvanger=vast.cast.manager_school, soort="stagnatie_vraag", object_id=stagnatie.pk
    )
    assert [bericht.spoed for bericht in gehoord.order_by("gemaakt_op")] == [False, True]
    eis_waterdicht()


@pytest.mark.eis("E12")
def test_of_a_second_party_that_joins_above_step_1_who_leads_there_is_asked_and_finds_it(vast):
    vast.naar_stap_2()
    cast = vast.cast
    assert Bezoek(vast, cast.manager_kliniek).lees().status_code == 404
    samen = vast.doen_afspraak("Samen naar school", cast.mentor_in_gezin, cast.behandelaar_in_gezin)
    gemist = [Gemist(samen, wie, GEEN_ANTWOORD) for wie in (cast.mentor_in_gezin, cast.behandelaar_in_gezin)]
    assert actions.open_stagnaties(gemist, nu=vast.nu) == []
    assert {vraag.aan for vraag in aandelen(vast)} == {cast.manager_school, cast.manager_kliniek}
    assert cast.manager_kliniek.naam in verteld(vast.stagnatie, "stagnatie_vraag")
    assert Bezoek(vast, cast.manager_kliniek).lees().status_code == 200
    eis_waterdicht()
