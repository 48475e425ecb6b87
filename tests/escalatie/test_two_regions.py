"""Zuid Oost Utrecht's ladder, shipped as data: two tracks, a talk with a term, guidelines that send elsewhere (E8, S25)."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils.timezone import localdate

from berichten.models import Bericht
from core.errors import RuleError
from escalatie import actions
from escalatie.beeld import stagnatiebeeld
from escalatie.geldig import bezwaren
from escalatie.models import (
    Escalatiemodel,
    Modelniveau,
    Modelspoor,
    Modelstap,
    Niveauhouder,
    Oorzaak,
    Spoorbegin,
    Stapreden,
)
from escalatie.vakken import vakken_voor
from escalatie.zicht import zicht_op
from termijnen.kalender import einde_van_dag
from tests.escalatie.ladder import eis_waterdicht
from tests.escalatie.pagina import Bezoek
from tests.inloggen import client_van
from woorden.duur import Duur, Eenheid

pytestmark = [pytest.mark.django_db, pytest.mark.eis("E8")]

NAAM = "Zuid Oost Utrecht"
JA = dict.fromkeys("abcdefghij", True)


@pytest.fixture
def zou(vast):
    """What gets stuck goes by that ladder, and it is stuck."""
    actions.neem_ladder_in_gebruik(NAAM)
    vast.loopt_vast()
    return vast


def doorbraak() -> Modelspoor:
    return Modelspoor.objects.get(model__naam=NAAM, naam__startswith="Inhoud")


def kies(vast, door=None, antwoorden=JA, toelichting="Er is geen plek voor Sanne", spoor=None):
    wie = {"door": door or vast.cast.coordinator, "nu": vast.nu}
    return actions.kies_spoor(vast.stap, spoor or doorbraak(), antwoorden=antwoorden, toelichting=toelichting, **wie)


def namen(beeld) -> list[str]:
    return [deel.modelstap.naam for deel in beeld.stappen]


def test_a_missed_afspraak_opens_samen_oplossen_and_then_the_lines_talk(zou):
    assert zou.stap.modelstap.naam == "Samen oplossen"
    zou.tik(dagen=8)
    stap = zou.stap
    assert (stap.modelstap.naam, stap.houder) == ("Leidinggevenden", zou.cast.manager)
    assert stap.staptermijn.duur == Duur(2, Eenheid.WEEK)


def test_no_talk_in_two_weeks_goes_to_the_official(zou):
    zou.tik(dagen=8)
    zou.tik(dagen=15)
    assert (zou.stap.modelstap.naam, zou.stap.houder) == ("Gemeente", zou.cast.ambtenaar)


def test_commitment_counts_five_werkdagen_from_the_day_of_the_talk(zou):
    zou.tik(dagen=8)
    zou.nu += timedelta(days=2)
    stap, gesprek = zou.stap, localdate(zou.nu) - timedelta(days=1)
    with pytest.raises(RuleError, match="Leg eerst de dag"):
        zou.leg_vast()
    actions.leg_gesprek_vast(stap, gesprek, gezin="erbij", door=stap.houder, nu=zou.nu)
    # The talk was on Tuesday 24 November; five werkdagen later is Tuesday 1 December.
    assert gesprek.isoformat() == "2026-11-24"
    assert zou.stap.staptermijn.loopt_af_op == einde_van_dag(gesprek + timedelta(days=7))
    eis_waterdicht()
    # That was no lengthening: the keeper may still do that once (E7).
    tot = einde_van_dag(gesprek + timedelta(days=8))
    actions.verleng(zou.stap, tot, door=stap.houder, nu=zou.nu, reden="De school is dicht")
    zou.leg_vast()
    assert zou.stap.resultaat is not None


def test_the_day_of_the_talk_is_corrected_while_nothing_was_recorded_and_what_it_was_stays(zou):
    zou.tik(dagen=8)
    zou.nu += timedelta(days=2)
    stap, gezegd = zou.stap, localdate(zou.nu)
    wie = {"gezin": "erbij", "door": stap.houder}
    actions.leg_gesprek_vast(stap, gezegd, nu=zou.nu, **wie)
    zou.nu += timedelta(days=1)
    was_eigenlijk = gezegd - timedelta(days=1)
    actions.leg_gesprek_vast(stap, was_eigenlijk, nu=zou.nu, **wie)
    assert (zou.stap.gesprek_op, zou.stap.staptermijn.loopt_af_op) == (
        was_eigenlijk, einde_van_dag(was_eigenlijk + timedelta(days=7)),
    )  # fmt: skip
    [eerst, verbeterd] = zou.stagnatie.gebeurtenissen.filter(soort="gesprek_vastgelegd").order_by("op")
    assert "Eerst stond er: woensdag 25 november." in verbeterd.tekst and "Eerst stond er" not in eerst.tekst
    soort = {"soort": "stagnatie_gesprek", "ontvanger": zou.cast.moeder}
    assert Bericht.objects.filter(**soort).count() == 2
    # No later than it was first said: correcting it doesn't win time.
    with pytest.raises(RuleError) as fout:
        actions.leg_gesprek_vast(stap, localdate(zou.nu), nu=zou.nu, **wie)
    assert fout.value.field == "gebeurd_op"
    eis_waterdicht()
    zou.leg_vast()
    with pytest.raises(RuleError, match="geen gesprek meer"):
        actions.leg_gesprek_vast(stap, gezegd, nu=zou.nu, **wie)


def test_a_planned_talk_is_moved_within_what_was_possible_when_it_was_planned(zou):
    nieuw = kies(zou)
    gepland_op = localdate(zou.nu)
    wie = {"gezin": "niet", "door": nieuw.houder}
    actions.leg_gesprek_vast(zou.stap, gepland_op + timedelta(days=9), nu=zou.nu, **wie)
    zou.nu += timedelta(days=5)
    actions.leg_gesprek_vast(zou.stap, gepland_op + timedelta(days=14), nu=zou.nu, **wie)
    assert zou.stap.gesprek_op == gepland_op + timedelta(days=14)
    with pytest.raises(RuleError, match="binnen 2 weken"):
        actions.leg_gesprek_vast(zou.stap, gepland_op + timedelta(days=15), nu=zou.nu, **wie)
    assert "Verbeter de dag van het gesprek" in Bezoek(zou, nieuw.houder).tekst()


def test_no_commitment_in_time_goes_to_the_official(zou):
    zou.tik(dagen=8)
    actions.leg_gesprek_vast(zou.stap, localdate(zou.nu), gezin="vooraf", door=zou.stap.houder, nu=zou.nu)
    zou.tik(dagen=8)
    assert zou.stap.modelstap.naam == "Gemeente"


def test_the_family_is_asked_how_it_joins_the_talk(zou):
    zou.tik(dagen=8)
    with pytest.raises(RuleError) as fout:
        actions.leg_gesprek_vast(zou.stap, localdate(zou.nu), gezin="", door=zou.stap.houder, nu=zou.nu)
    assert fout.value.field == "gezin"
    actions.leg_gesprek_vast(zou.stap, localdate(zou.nu), gezin="erbij", door=zou.stap.houder, nu=zou.nu)
    assert zou.stagnatie.gebeurtenissen.filter(tekst__contains="het gezin is erbij").exists()


@pytest.mark.parametrize(("dagen", "mag"), [(-1, False), (0, True), (1, False)])
def test_a_talk_was_since_the_step_began(zou, dagen, mag):
    zou.tik(dagen=8)
    dag = localdate(zou.nu) + timedelta(days=dagen)
    if mag:
        actions.leg_gesprek_vast(zou.stap, dag, gezin="erbij", door=zou.stap.houder, nu=zou.nu)
        return
    with pytest.raises(RuleError) as fout:
        actions.leg_gesprek_vast(zou.stap, dag, gezin="erbij", door=zou.stap.houder, nu=zou.nu)
    assert fout.value.field == "gebeurd_op"


def test_inhoud_is_chosen_by_the_coordinator_who_then_plans_the_doorbraakteam(zou):
    nieuw = kies(zou, antwoorden=JA | {"f": False})
    assert (nieuw.modelstap.naam, nieuw.houder, nieuw.reden) == ("Doorbraakteam", zou.cast.coordinator, Stapreden.SPOOR)
    assert nieuw.staptermijn.duur == Duur(1, Eenheid.WEEK)
    assert zou.stagnatie.gebeurtenissen.filter(soort="spoor_gekozen", tekst__contains="f nee").exists()
    with pytest.raises(RuleError, match="binnen 2 weken"):
        actions.leg_gesprek_vast(
            zou.stap, localdate(zou.nu) + timedelta(days=15), gezin="erbij", door=nieuw.houder, nu=zou.nu
        )
    overleg = localdate(zou.nu) + timedelta(days=9)
    actions.leg_gesprek_vast(zou.stap, overleg, gezin="niet", door=nieuw.houder, nu=zou.nu)
    assert zou.stap.staptermijn.loopt_af_op > einde_van_dag(overleg)
    beeld = stagnatiebeeld(zicht_op(zou.cast.coordinator, zou.stagnatie))
    assert namen(beeld) == ["Samen oplossen", "Doorbraakteam", "Gemeente"]
    assert beeld.sporen == []
    eis_waterdicht()


def test_it_ends_in_a_step_of_the_other_track(zou):
    kies(zou)
    zou.tik(dagen=8)
    assert (zou.stap.modelstap, zou.stap.houder) == (
        Modelstap.objects.get(model__naam=NAAM, naam="Gemeente"), zou.cast.ambtenaar,
    )  # fmt: skip


@pytest.mark.parametrize(("letter", "waarheen"), [("c", "Veilig Thuis"), ("d", "Raad voor de Kinderbescherming")])
def test_crisis_and_what_isnt_voluntary_are_sent_elsewhere(zou, letter, waarheen):
    with pytest.raises(RuleError, match=waarheen) as fout:
        kies(zou, antwoorden=JA | {letter: False})
    assert fout.value.field == f"antwoord_{letter}"
    assert zou.stap.modelstap.naam == "Samen oplossen"


def test_only_who_is_on_turn_chooses_and_says_why(zou):
    with pytest.raises(RuleError):
        kies(zou, door=zou.cast.mentor)
    with pytest.raises(RuleError) as fout:
        kies(zou, toelichting=" ")
    assert fout.value.field == "toelichting"


def naar_de_gemeente(zou):
    zou.tik(dagen=8)
    zou.tik(dagen=15)
    assert zou.stap.houder == zou.cast.ambtenaar
    return zou.stap


def besluit(zou):
    niveau = zou.stap.modelstap.niveaus.get(nummer=1)
    wie = {"door": zou.cast.ambtenaar, "nu": zou.nu}
    return actions.besluit(
        zou.stap, niveau=niveau, tekst="De school belt", grond="Convenant", instellingen=[zou.cast.school], **wie
    )


def aangeboden(zou, wie) -> list[str]:
    beeld = stagnatiebeeld(zicht_op(wie, zou.stagnatie))
    return [vak.naam for vak in vakken_voor(beeld).verder if vak.naam.startswith("spoor-")]


@pytest.mark.eis("E15")
def test_no_road_round_the_ladder_from_the_gemeente_back_to_the_coordinator(zou):
    naar_de_gemeente(zou)
    with pytest.raises(RuleError, match=f"Nu is {zou.cast.ambtenaar.naam} aan zet"):
        kies(zou)
    assert aangeboden(zou, zou.cast.coordinator) == []
    # Whoever is on turn there may, also when it was chosen before.
    assert len(aangeboden(zou, zou.cast.ambtenaar)) == 1
    nieuw = kies(zou, door=zou.cast.ambtenaar)
    assert (nieuw.modelstap.naam, nieuw.houder) == ("Doorbraakteam", zou.cast.coordinator)
    eis_waterdicht()


@pytest.mark.eis("E15")
def test_no_other_track_over_a_binding_decision(zou):
    naar_de_gemeente(zou)
    besluit(zou)
    assert aangeboden(zou, zou.cast.ambtenaar) == []
    with pytest.raises(RuleError, match="Er is een besluit"):
        kies(zou, door=zou.cast.ambtenaar)


@pytest.mark.eis("E15")
def test_the_same_track_once_unless_who_is_above_agrees(zou):
    inhoud, gemeente = doorbraak(), Modelstap.objects.get(model__naam=NAAM, naam="Gemeente")
    tafel = Modelspoor.objects.create(model=inhoud.model, nummer=3, naam="Samen om tafel", begin=Spoorbegin.GEKOZEN)
    eerste = {"nummer": 1, "begint": True, "naam": "Tafel", "naam_voor_gezin": "Samen om tafel", "volgende": gemeente}
    duur = {"vastleggen_aantal": 1, "vastleggen_eenheid": Eenheid.WEEK}
    Modelstap.objects.create(model=inhoud.model, spoor=tafel, houderrol="coordinator", **eerste, **duur)
    kies(zou)
    kies(zou, spoor=tafel, antwoorden={})
    assert aangeboden(zou, zou.cast.coordinator) == []
    with pytest.raises(RuleError, match="al een keer gekozen"):
        kies(zou)
    zou.tik(dagen=8)
    assert len(aangeboden(zou, zou.cast.ambtenaar)) == 2
    assert kies(zou, door=zou.cast.ambtenaar).modelstap.naam == "Doorbraakteam"


def test_a_running_crisis_answers_that_guideline_itself(zou):
    over = {"doel": zou.stagnatie.doel, "partij": zou.stagnatie.partij, "door": zou.cast.moeder, "nu": zou.nu}
    actions.meld_stagnatie(zou.cast.gezin, oorzaak=Oorzaak.CRISIS, toelichting="Moeder is opgenomen", **over)
    assert zou.stagnatie.gaat_voor
    with pytest.raises(RuleError, match="Veilig Thuis") as fout:
        kies(zou)
    assert fout.value.field == "antwoord_c"
    beeld = stagnatiebeeld(zicht_op(zou.cast.coordinator, zou.stagnatie))
    veld = next(vak for vak in vakken_voor(beeld).verder if vak.naam.startswith("spoor-")).form.fields["antwoord_c"]
    assert (veld.disabled, veld.initial) == (True, "nee")
    assert "Dit weten wij al" in veld.help_text


def test_the_page_offers_the_guidelines_and_the_act(zou):
    beeld = stagnatiebeeld(zicht_op(zou.cast.coordinator, zou.stagnatie))
    vak = next(vak for vak in vakken_voor(beeld).verder if vak.naam.startswith("spoor-"))
    velden = {f"antwoord_{letter}": "ja" for letter in JA} | {"toelichting": "Er is geen plek"}
    assert list(vak.form.fields) == list(velden)
    assert client_van(zou.cast.coordinator).post(vak.url, velden).status_code == 302
    assert zou.stap.modelstap.naam == "Doorbraakteam"
    beeld = stagnatiebeeld(zicht_op(zou.cast.coordinator, zou.stagnatie))
    assert next(vak.naam for vak in vakken_voor(beeld).eerst) == "gesprek"


def test_who_runs_the_other_ladder_keeps_it(vast):
    vast.loopt_vast()
    actions.neem_ladder_in_gebruik(NAAM)
    vast.tik(dagen=8)
    assert vast.stap.modelstap.naam == "Managers"


def test_every_ladder_that_is_shipped_can_be_gone():
    assert [bezwaren(model) for model in Escalatiemodel.objects.all()] == [[], []]
    uit = StringIO()
    call_command("ladder", gebruik=NAAM, stdout=uit)
    assert f"{NAAM} (1): in gebruik, klopt" in uit.getvalue()
    with pytest.raises(CommandError, match="Zuid-Holland Noord"):
        call_command("ladder", gebruik="Nergens")


@pytest.mark.eis("E6")
def test_the_wethouder_or_burgemeester_keeps_a_level_of_his_own_in_every_ladder_that_is_shipped(zou):
    zou.tik(dagen=8)
    zou.tik(dagen=15)
    assert (zou.stap.niveau, zou.stap.houder) == (1, zou.cast.ambtenaar)
    zou.zwijgt_op_navraag()
    zou.tik(dagen=8)
    assert (zou.stap.niveau, zou.stap.houder) == (2, zou.stap.houder_gemeente.bestuur)
    Modelniveau.objects.filter(modelstap__model__naam=NAAM).update(houder=Niveauhouder.STAP)
    assert bezwaren(Escalatiemodel.objects.get(naam=NAAM)) == [
        "Gemeente: twee niveaus hebben dezelfde beslisser. Elk niveau heeft een eigen."
    ]


def test_a_ladder_on_which_somebody_would_stay_isnt_taken_into_use():
    Modelstap.objects.filter(model__naam=NAAM, naam="Doorbraakteam").update(volgende=None)
    with pytest.raises(RuleError, match="Dan komt het niet verder"):
        actions.neem_ladder_in_gebruik(NAAM)
    assert Escalatiemodel.objects.get(actief=True).naam == "Zuid-Holland Noord"


def test_the_beheerder_sees_each_track_as_a_drawing_that_is_a_list(cast, django_assert_max_num_queries):
    client = client_van(cast.beheerder)
    with django_assert_max_num_queries(16):
        bladzijde = client.get(reverse("escalatie:ladder")).content.decode()
    assert bladzijde.count('role="listitem"') == Modelstap.objects.count() == 7
    assert bladzijde.count('role="list"') == 3
    for woorden in ("Stap 1: Doorbraakteam", "Plant een overleg binnen 1 week", "Veilig Thuis", "ander spoor"):
        assert woorden in bladzijde
    assert "Wat als het vastloopt" in client.get(reverse("instanties:beheer")).content.decode()
