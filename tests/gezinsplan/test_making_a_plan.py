"""At the kitchen table: goals, conditions and afspraken, and what the plan says when something isn't right."""

from datetime import date

import pytest
from django.urls import reverse

from berichten.models import Bericht
from core.errors import Outdated, RuleError
from gezinsplan import actions, hulp
from gezinsplan.actions import AfspraakGegevens, DoelGegevens
from gezinsplan.looptijd import dag_van
from gezinsplan.models import Afspraak, Afspraakstaat, Doel, Doelstaat, Gezinsplan, Planstaat
from gezinsplan.planbeeld import planbeeld
from instanties.models import Leefgebied
from logboek.models import Logregel
from termijnen.models import Gevraagd, Termijn, TermijnWijziging
from tests.gezinsplan.conftest import vers
from tests.inloggen import client_van
from toestemming.zicht import blik
from woorden.duur import Duur, Eenheid

pytestmark = pytest.mark.django_db


@pytest.mark.eis("G1")
def test_a_family_has_its_one_plan_from_the_start(cast):
    plan = Gezinsplan.objects.get(gezin=cast.gezin)
    assert plan.staat == Planstaat.CONCEPT
    assert actions.plan_van(cast.gezin) == plan


@pytest.mark.eis("G3")
def test_a_condition_names_who_sets_it_why_and_what_follows(voorbeeld):
    wie = {"nu": voorbeeld.nu, "door": voorbeeld.cast.coordinator, "hoofddoel": voorbeeld.doel}
    for mist in ("gesteld_door", "waarom", "gevolg"):
        compleet = {"gesteld_door": "de school", "waarom": "rust", "gevolg": "we praten"}
        with pytest.raises(RuleError) as fout:
            actions.voeg_doel_toe(voorbeeld.cast.gezin, DoelGegevens("Op tijd", **compleet | {mist: " "}), **wie)
        assert fout.value.field == mist


@pytest.mark.eis("G3")
def test_a_condition_hangs_under_a_goal_not_under_another_condition(voorbeeld):
    with pytest.raises(RuleError):
        actions.voeg_doel_toe(
            voorbeeld.cast.gezin,
            DoelGegevens("x", gesteld_door="a", waarom="b", gevolg="c"),
            hoofddoel=voorbeeld.voorwaarde,
            nu=voorbeeld.nu,
            door=voorbeeld.cast.coordinator,
        )


@pytest.mark.eis("G5")
@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"wat": "  "}, "wat"),
        ({"wat": "x" * 5000}, "wat"),
        ({"herhaling": "x" * 5000}, "herhaling"),
        ({"start_op": date(2001, 1, 1)}, "start_op"),
        ({"termijn": date(2001, 1, 1)}, "termijn"),
        ({"leefgebieden": ["onzin"]}, "leefgebieden"),
    ],
)
def test_bad_input_is_said_at_its_field(voorbeeld, anders, veld):
    goed = {"wat": "School belt", "uitvoerders": [], "start_op": voorbeeld.dag(0), "termijn": voorbeeld.dag(7)}
    with pytest.raises(RuleError) as fout:
        actions.voeg_afspraak_toe(
            voorbeeld.doel, AfspraakGegevens(**goed | anders), nu=voorbeeld.nu, door=voorbeeld.cast.coordinator
        )
    assert fout.value.field == veld


@pytest.mark.eis("G5")
def test_an_end_before_the_start_is_refused(voorbeeld):
    with pytest.raises(RuleError, match="voor de dag waarop de afspraak begint"):
        voorbeeld.afspraak("School belt", start_op=voorbeeld.dag(5), termijn=voorbeeld.dag(4))


@pytest.mark.eis("T3")
def test_doers_are_people_of_this_plan(voorbeeld):
    vreemd = Gezinsplan.objects.get(gezin=voorbeeld.cast.ander_gezin).gezin.deelnemers.first()
    with pytest.raises(RuleError) as fout:
        voorbeeld.afspraak("School belt", vreemd)
    assert fout.value.field == "uitvoerders"


@pytest.mark.eis("T3")
def test_an_afspraak_takes_over_what_its_goal_is_about(voorbeeld):
    afspraak = voorbeeld.afspraak("School belt", voorbeeld.cast.mentor_in_gezin)
    assert (afspraak.leefgebieden, afspraak.over_wie) == ([Leefgebied.ONDERWIJS], [voorbeeld.cast.sanne.pk])


@pytest.mark.eis("G5")
def test_an_empty_plan_says_all_that_is_missing(cast):
    with pytest.raises(RuleError) as fout:
        actions.activeer(actions.plan_van(cast.gezin), nu=cast.nu, door=cast.coordinator)
    assert "nog geen doel" in fout.value.message
    assert "nog geen afspraak" in fout.value.message


@pytest.mark.eis("G5")
def test_an_afspraak_without_doer_stops_the_start(voorbeeld):
    afspraak = voorbeeld.afspraak("School belt")
    [bezwaar] = actions.bezwaren(voorbeeld.plan, voorbeeld.nu)
    assert bezwaar.onderdeel == afspraak.pk
    assert "Niemand doet" in bezwaar.tekst
    with pytest.raises(RuleError, match="Niemand doet"):
        voorbeeld.activeer()


@pytest.mark.eis("G5")
def test_a_term_that_passed_while_the_plan_was_made_stops_the_start(voorbeeld):
    voorbeeld.afspraak("School belt", voorbeeld.cast.mentor_in_gezin, termijn=voorbeeld.dag(2))
    assert actions.bezwaren(voorbeeld.plan, voorbeeld.nu) == []
    assert any(
        "al voorbij" in b.tekst
        for b in actions.bezwaren(voorbeeld.plan, voorbeeld.nu.replace(year=voorbeeld.nu.year + 1))
    )


@pytest.mark.eis("G5", "E10", "G17")
def test_starting_gives_every_afspraak_its_term_and_tells_all(voorbeeld):
    cast = voorbeeld.cast
    school = voorbeeld.afspraak("School belt", cast.mentor_in_gezin)
    oma = voorbeeld.afspraak("Oma brengt", cast.oma, termijn=voorbeeld.dag(10))
    voorbeeld.activeer()
    school, oma = vers(school), vers(oma)
    assert school.staat == oma.staat == Afspraakstaat.LOOPT
    assert dag_van(school.termijn.loopt_af_op) == voorbeeld.dag(7)
    assert dag_van(oma.termijn.loopt_af_op) == voorbeeld.dag(10)
    assert school.termijn.houder == cast.coordinator
    # Grandmother has no account: who asks after her is asked.
    assert Gevraagd.objects.get(termijn=oma.termijn).gebruiker == cast.moeder
    verteld = set(Bericht.objects.filter(soort="plan_gestart").values_list("ontvanger", flat=True))
    assert {cast.moeder.pk, cast.vader.pk, cast.broer.pk, cast.mentor.pk} <= verteld
    assert cast.buitenstaander.pk not in verteld


@pytest.mark.eis("E9")
def test_a_plan_starts_once(voorbeeld):
    voorbeeld.afspraak("School belt", voorbeeld.cast.mentor_in_gezin)
    voorbeeld.activeer()
    with pytest.raises(RuleError, match="loopt al"):
        voorbeeld.activeer()
    assert Termijn.objects.filter(soort="afspraak").count() == 1


@pytest.mark.eis("G5")
def test_an_afspraak_in_a_running_plan_runs_at_once_and_needs_a_doer(voorbeeld):
    cast = voorbeeld.cast
    voorbeeld.afspraak("School belt", cast.mentor_in_gezin)
    voorbeeld.activeer()
    with pytest.raises(RuleError) as fout:
        voorbeeld.afspraak("Niemand")
    assert fout.value.field == "uitvoerders"
    nieuw = voorbeeld.afspraak("Kliniek belt", cast.behandelaar_in_gezin, termijn=Duur(24, Eenheid.UUR))
    assert vers(nieuw).termijn.loopt
    assert vers(nieuw).termijn.in_uren
    assert Bericht.objects.filter(soort="afspraak_gemaakt", ontvanger=cast.behandelaar).exists()


def wijzig(voorbeeld, afspraak, *, versie=None, reden="", **anders):
    huidig = vers(afspraak)
    gegevens = {
        "wat": huidig.wat,
        "uitvoerders": [d.pk for d in huidig.uitvoerders.all()],
        "start_op": huidig.start_op,
        "termijn": huidig.duur or huidig.eind_op,
    }
    return actions.wijzig_afspraak(
        afspraak,
        AfspraakGegevens(**gegevens | anders),
        versie=versie or huidig.versie,
        reden=reden,
        nu=voorbeeld.nu,
        door=voorbeeld.cast.coordinator,
    )


@pytest.fixture
def lopend(voorbeeld):
    """Give a running afspraak of the school."""
    afspraak = voorbeeld.afspraak("School belt", voorbeeld.cast.mentor_in_gezin)
    voorbeeld.activeer()
    return vers(afspraak)


@pytest.mark.eis("E7")
def test_another_term_needs_a_reason_that_the_doers_hear(voorbeeld, lopend):
    with pytest.raises(RuleError) as fout:
        wijzig(voorbeeld, lopend, termijn=voorbeeld.dag(20))
    assert fout.value.field == "reden"
    wijzig(voorbeeld, lopend, termijn=voorbeeld.dag(20), reden="De school is dicht")
    afspraak = vers(lopend)
    assert dag_van(afspraak.termijn.loopt_af_op) == voorbeeld.dag(20)
    wijziging = TermijnWijziging.objects.filter(termijn=afspraak.termijn).latest("id")
    assert (wijziging.reden, wijziging.door) == ("De school is dicht", voorbeeld.cast.coordinator)
    assert Bericht.objects.filter(soort="termijn_gewijzigd", ontvanger=voorbeeld.cast.mentor).exists()


@pytest.mark.eis("E7")
def test_a_new_length_counts_from_today(voorbeeld, lopend):
    voorbeeld.tik(3)
    wijzig(voorbeeld, lopend, termijn=Duur(2, Eenheid.WEEK), reden="Er is meer tijd nodig")
    assert dag_van(vers(lopend).termijn.loopt_af_op) == voorbeeld.dag(14)


@pytest.mark.eis("E7")
def test_other_words_need_no_reason_and_leave_the_term(voorbeeld, lopend):
    wijzig(voorbeeld, lopend, wat="School belt op maandag")
    assert vers(lopend).termijn.loopt_af_op == lopend.termijn.loopt_af_op


@pytest.mark.eis("R2")
def test_other_doers_are_asked_instead(voorbeeld, lopend):
    wijzig(voorbeeld, lopend, uitvoerders=[voorbeeld.cast.collega_in_gezin.pk])
    assert Gevraagd.objects.get(termijn=lopend.termijn).gebruiker == voorbeeld.cast.collega


@pytest.mark.eis("G7")
def test_two_people_change_the_same_row_and_both_texts_are_shown(voorbeeld, lopend):
    gelezen = lopend.versie
    wijzig(voorbeeld, lopend, wat="School belt op maandag")
    with pytest.raises(Outdated) as fout:
        wijzig(voorbeeld, lopend, wat="School mailt", versie=gelezen)
    assert fout.value.own["Wat"] == "School mailt"
    assert fout.value.present["Wat"] == "School belt op maandag"
    assert vers(lopend).wat == "School belt op maandag"


@pytest.mark.eis("G7")
def test_two_people_change_the_same_goal(voorbeeld):
    wie = {"nu": voorbeeld.nu, "door": voorbeeld.cast.coordinator}
    actions.wijzig_doel(voorbeeld.doel, DoelGegevens("Sanne woont thuis"), versie=1, **wie)
    with pytest.raises(Outdated) as fout:
        actions.wijzig_doel(voorbeeld.doel, DoelGegevens("Sanne is thuis"), versie=1, **wie)
    assert (fout.value.own["Doel"], fout.value.present["Doel"]) == ("Sanne is thuis", "Sanne woont thuis")


@pytest.mark.eis("Z3")
def test_the_coordinator_moves_terms_to_her_successor(voorbeeld, lopend):
    from gezinnen.actions import wissel_coordinator

    cast = voorbeeld.cast
    wissel_coordinator(
        cast.gezin, cast.collega, cast.maatschappelijk_werk, nu=voorbeeld.nu, door=cast.coordinator, reden="verlof"
    )
    assert vers(lopend).termijn.houder == cast.collega


@pytest.mark.eis("G7")
def test_what_runs_is_never_deleted(voorbeeld, lopend):
    wie = {"nu": voorbeeld.nu, "door": voorbeeld.cast.coordinator}
    with pytest.raises(RuleError):
        actions.verwijder_afspraak(lopend, **wie)
    with pytest.raises(RuleError):
        actions.verwijder_doel(voorbeeld.doel, **wie)
    with pytest.raises(RuleError):
        actions.laat_vervallen(lopend, " ", **wie)
    actions.laat_vervallen(lopend, "Sanne gaat naar een andere school", **wie)
    assert vers(lopend).staat == Afspraakstaat.VERVALLEN
    assert not vers(lopend).termijn.loopt


@pytest.mark.eis("G2")
def test_in_the_making_things_can_be_taken_out(voorbeeld):
    afspraak = voorbeeld.afspraak("School belt")
    wie = {"nu": voorbeeld.nu, "door": voorbeeld.cast.coordinator}
    actions.verwijder_afspraak(afspraak, **wie)
    actions.verwijder_doel(voorbeeld.doel, **wie)
    assert not Doel.objects.filter(plan=voorbeeld.plan).exists()
    assert not Afspraak.objects.exists()


@pytest.mark.eis("G2")
def test_goals_have_an_order(voorbeeld):
    wie = {"nu": voorbeeld.nu, "door": voorbeeld.cast.coordinator}
    tweede = actions.voeg_doel_toe(voorbeeld.cast.gezin, DoelGegevens("Daan voetbalt"), **wie)
    actions.verplaats_doel(tweede, omhoog=True, **wie)
    actions.verplaats_doel(tweede, omhoog=True, **wie)
    assert list(Doel.objects.filter(plan=voorbeeld.plan, hoofddoel=None)) == [tweede, voorbeeld.doel]


@pytest.mark.eis("X1")
def test_every_act_leaves_a_row_in_the_logboek(voorbeeld, lopend):
    over = Logregel.objects.filter(object_id=lopend.pk)
    assert {regel.gebruiker_id for regel in over} == {voorbeeld.cast.coordinator.pk}
    wijzig(voorbeeld, lopend, wat="School belt op maandag")
    assert over.all().count() == 2


def gezien(voorbeeld, *teksten):
    """The view of the coordinator with these goals added."""
    cast = voorbeeld.cast
    for tekst in teksten:
        actions.voeg_doel_toe(cast.gezin, DoelGegevens(tekst), nu=voorbeeld.nu, door=cast.coordinator)
    return planbeeld(blik(cast.coordinator, cast.gezin))


@pytest.mark.eis("G2")
def test_help_is_gentle(voorbeeld):
    beeld = gezien(voorbeeld, "Geen ruzie meer", "Daan voetbalt elke week")
    tips = {deel.doel.tekst: " ".join(hulp.bij_doel(deel)) for deel in beeld.doelen}
    assert "zonder ‘niet’ of ‘geen’" in tips["Geen ruzie meer"]
    assert "zonder ‘niet’" not in tips["Daan voetbalt elke week"]
    assert "Nog geen afspraak" in tips["Daan voetbalt elke week"]
    assert hulp.bij_doelen(beeld.doelen) == ""
    assert "6 doelen" in hulp.bij_doelen(gezien(voorbeeld, "a", "b", "c").doelen)


@pytest.mark.eis("G6")
def test_looking_back_says_why_and_what_now(voorbeeld, lopend):
    wie = {"nu": voorbeeld.nu, "door": voorbeeld.cast.coordinator}
    for terugblik, veld in (
        (actions.Terugblik(volgens_afspraak=False, bereikt=True), "waarom"),
        (actions.Terugblik(volgens_afspraak=True, bereikt=False, waarom="Het kostte tijd"), "vervolg"),
    ):
        with pytest.raises(RuleError) as fout:
            actions.evalueer(voorbeeld.doel, terugblik, **wie)
        assert fout.value.field == veld


@pytest.mark.eis("G6", "I9")
def test_a_reached_goal_asks_what_becomes_of_each_afspraak(voorbeeld, lopend):
    cast, wie = voorbeeld.cast, {"nu": voorbeeld.nu, "door": voorbeeld.cast.coordinator}
    gaat_door = voorbeeld.afspraak("kookt elke vrijdag", cast.moeder_in_gezin)
    ander = actions.voeg_doel_toe(cast.gezin, DoelGegevens("We eten samen"), **wie)
    bakker = client_van(cast.coordinator)
    bladzijde = reverse("gezinsplan:doel", args=[cast.gezin.pk, voorbeeld.doel.pk])
    assert "wat gebeurt er met ‘kookt elke vrijdag’?" in bakker.get(bladzijde).content.decode()
    url = reverse("gezinsplan:doel_evalueren", args=[cast.gezin.pk, voorbeeld.doel.pk])
    keuze = {"volgens_afspraak": "ja", "bereikt": "ja"}
    vergeten = bakker.post(url, keuze)
    assert set(vergeten.context["evaluatieform"].errors) == {f"afspraak_{lopend.pk}", f"afspraak_{gaat_door.pk}"}
    keuze |= {f"afspraak_{lopend.pk}": "gedaan", f"afspraak_{gaat_door.pk}": str(ander.pk)}
    bakker.post(url, keuze)
    assert vers(lopend).staat == Afspraakstaat.GEDAAN
    assert (vers(gaat_door).staat, vers(gaat_door).doel_id) == (Afspraakstaat.LOOPT, ander.pk)
    assert vers(gaat_door).lopende_termijn.loopt
    # Who may read it doesn't change because it hangs elsewhere.
    assert (vers(gaat_door).leefgebieden, vers(gaat_door).apart) == (gaat_door.leefgebieden, True)
    weer = bakker.get(bladzijde).content.decode()
    assert "Pak dit doel weer op" in weer
    bakker.post(reverse("gezinsplan:doel_heropenen", args=[cast.gezin.pk, voorbeeld.doel.pk]))
    assert Doel.objects.get(pk=voorbeeld.doel.pk).staat == Doelstaat.LOOPT


@pytest.mark.eis("G6")
def test_a_goal_that_is_reached_is_closed_and_celebrated(voorbeeld, lopend):
    cast = voorbeeld.cast
    actions.evalueer(
        voorbeeld.doel,
        actions.Terugblik(volgens_afspraak=True, bereikt=True, viering="Taart bij oma"),
        nu=voorbeeld.nu,
        door=cast.coordinator,
    )
    doel = Doel.objects.get(pk=voorbeeld.doel.pk)
    assert (doel.staat, doel.bereikt_op, doel.viering) == (Doelstaat.BEREIKT, voorbeeld.dag(0), "Taart bij oma")
    assert vers(lopend).staat == Afspraakstaat.VERVALLEN
    assert Bericht.objects.filter(soort="doel_bereikt", ontvanger=cast.moeder).exists()
    actions.heropen_doel(doel, nu=voorbeeld.nu, door=cast.coordinator)
    assert Doel.objects.get(pk=doel.pk).staat == Doelstaat.LOOPT
