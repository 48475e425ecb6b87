"""From the first signal to a coordinator: always with somebody, and never more than was said (Z10, Z13, S10, S24)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils.timezone import localdate

from core.errors import NotAllowed, RuleError
from gezinnen.models import Coordinatorschap, Deelnemer, Gezin, Hoeder, Hoedervorm
from gezinnen.permissions import rechten
from gezinsplan.models import Gezinsplan
from instanties.actions import beeindig_functie
from instanties.models import Functie, Gebruiker, Instelling, Regio, Rol, Vervanging, Verzoekstaat
from logboek.models import Logregel
from tests.fuseren import fuseer
from tests.zorgcoordinatie.team import gegevens, maak_team, meld
from zorgcoordinatie import actions
from zorgcoordinatie.models import Route, Signaal
from zorgcoordinatie.selectie import aan_mij_gevraagd, vastgehouden, zelf_gestuurd

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.eis("Z10", "Z13"),
    pytest.mark.heavy("a signal from its sending to the family that comes of it"),
]


@pytest.fixture
def team(cast):
    return maak_team(cast)


def aan(gebruiker, nu):
    return list(aan_mij_gevraagd(gebruiker, nu))


def neem_op(signaal, team, cast, **anders):
    hoe = {"naam": signaal.naam, "nagebeld": False, "nu": cast.nu, "door": team.lid, **anders}
    return actions.neem_op(signaal, **hoe)


def test_a_signal_lies_at_the_team_of_the_gemeente_with_the_term_of_the_region(cast, team):
    Regio.objects.update(signaal_aantal=2, signaal_eenheid="week")
    signaal = meld(cast)
    assert signaal.instelling == team.instelling
    assert signaal.uiterlijk_op - cast.nu > timedelta(days=13)
    assert aan(team.lid, cast.nu) == aan(team.ander_lid, cast.nu) == [signaal]
    assert aan(team.leiding, cast.nu) == aan(cast.coordinator, cast.nu) == aan(cast.manager, cast.nu) == []


def test_it_makes_no_family_and_opens_nothing(cast, team):
    gezinnen = Gezin.objects.count()
    meld(cast)
    assert Gezin.objects.count() == gezinnen


def test_too_late_the_turn_goes_to_who_leads_the_team_too(cast, team):
    signaal = meld(cast)
    later = signaal.uiterlijk_op
    assert aan(team.leiding, later - timedelta(seconds=1)) == []
    assert aan(team.leiding, later) == aan(team.lid, later) == [signaal]
    assert signaal.is_te_laat(later)


def test_with_nobody_in_the_team_it_is_with_who_leads_it_at_once(cast, team):
    Functie.objects.filter(gebruiker__in=[team.lid, team.ander_lid]).update(beeindigd_op=cast.nu)
    signaal = meld(cast)
    assert aan(team.leiding, cast.nu) == [signaal]


def test_the_hulpverlener_who_signalled_holds_the_family_and_reads_nothing_by_it(cast, team):
    Instelling.objects.filter(pk=cast.maatschappelijk_werk.pk).update(biedt_hulp=True)
    signaal = neem_op(meld(cast), team, cast)
    gezin = signaal.gezin
    hoeder = Hoeder.objects.huidig().get(gezin=gezin)
    assert (hoeder.vorm, hoeder.gebruiker, hoeder.instelling) == (
        Hoedervorm.SIGNAALHOUDER, cast.collega, cast.maatschappelijk_werk,
    )  # fmt: skip
    assert list(vastgehouden(cast.collega)) == [hoeder]
    assert rechten(cast.collega, gezin) == rechten(team.lid, gezin) == set()
    assert not Gezinsplan.objects.filter(gezin=gezin).exists()
    assert not Deelnemer.objects.filter(gezin=gezin).exists()
    connection.check_constraints()


@pytest.mark.parametrize("route", [Route.MELDPUNT, Route.ARTS, Route.GEZIN])
def test_who_passes_it_on_withdraws_and_who_takes_it_up_holds_it(cast, team, route):
    Instelling.objects.filter(pk=cast.maatschappelijk_werk.pk).update(biedt_hulp=True)
    signaal = neem_op(meld(cast, route=route), team, cast)
    assert Hoeder.objects.huidig().get(gezin=signaal.gezin).gebruiker == team.lid
    assert not vastgehouden(cast.collega).exists()


def test_a_school_gives_no_help_itself_so_the_team_holds_it(cast, team):
    signaal = actions.stuur_signaal(gegevens(cast), door=cast.mentor, instelling=cast.school, nu=cast.nu)
    neem_op(signaal, team, cast)
    assert vastgehouden(team.lid).get().instelling == team.instelling


def test_who_holds_it_lets_somebody_coordinate_as_the_family_said_and_a_plan_begins(cast, team):
    signaal = neem_op(meld(cast, route=Route.ARTS), team, cast)
    hoeder = vastgehouden(team.lid).get()
    hoe = {"nu": cast.nu + timedelta(days=2), "door": team.lid}
    with pytest.raises(RuleError) as fout:
        actions.begin_coordinatie(hoeder, team.ander_lid, hoe_gezegd=" ", **hoe)
    assert fout.value.field == "hoe_gezegd"
    with pytest.raises(RuleError) as fout:
        actions.begin_coordinatie(hoeder, team.ander_lid, hoe_gezegd="moeder, aan de telefoon", **hoe)
    assert fout.value.field == "hoe_gevraagd"
    gezegd = {"hoe_gezegd": "moeder, aan de telefoon", "hoe_gevraagd": "in ons overleg op 3 maart"}
    schap = actions.begin_coordinatie(hoeder, team.ander_lid, **gezegd, **hoe)
    assert schap.waarom == "Het gezin: moeder, aan de telefoon. De zorgcoördinator: in ons overleg op 3 maart."
    assert schap.gebruiker == team.ander_lid
    assert Hoeder.objects.huidig().get(gezin=signaal.gezin).coordinatorschap == schap
    assert Gezinsplan.objects.filter(gezin=signaal.gezin).exists()
    assert not vastgehouden(team.lid).exists()
    connection.check_constraints()


def test_who_coordinates_it_himself_is_not_asked_whether_he_will(cast, team):
    neem_op(meld(cast, route=Route.ARTS), team, cast)
    hoeder = vastgehouden(team.lid).get()
    schap = actions.begin_coordinatie(hoeder, team.lid, hoe_gezegd="moeder", nu=cast.nu, door=team.lid)
    assert (schap.waarom, schap.gebruiker) == ("moeder", team.lid)


@pytest.mark.eis("T3")
def test_another_than_who_holds_it_lets_nobody_coordinate(cast, team):
    neem_op(meld(cast, route=Route.ARTS), team, cast)
    hoeder = vastgehouden(team.lid).get()
    for wie in (team.ander_lid, team.leiding, cast.coordinator):
        with pytest.raises(NotAllowed):
            actions.begin_coordinatie(hoeder, wie, hoe_gezegd="ja", nu=cast.nu, door=wie)
    assert not Coordinatorschap.objects.filter(gezin=hoeder.gezin).exists()


def test_a_family_of_who_has_left_is_with_who_leads_there(cast, team):
    neem_op(meld(cast, route=Route.ARTS), team, cast)
    Gebruiker.objects.filter(pk=team.lid.pk).update(is_active=False)
    assert vastgehouden(team.leiding).count() == 1


def test_a_family_of_who_works_there_no_longer_is_with_who_leads_there(cast, team):
    neem_op(meld(cast, route=Route.ARTS), team, cast)
    assert not vastgehouden(team.leiding).exists()
    Functie.objects.filter(gebruiker=team.lid).update(beeindigd_op=cast.nu)
    assert not vastgehouden(team.lid).exists()
    assert vastgehouden(team.leiding).count() == 1


@pytest.mark.eis("I6")
def test_while_who_holds_it_is_away_who_stands_in_holds_it_too(cast, team):
    neem_op(meld(cast, route=Route.ARTS), team, cast)
    dag = localdate(cast.nu)
    Vervanging.objects.create(wie=team.lid, vervanger=team.ander_lid, van=dag, tot_en_met=dag, gemaakt_op=cast.nu)
    assert vastgehouden(team.ander_lid).get() == vastgehouden(team.lid).get()
    assert not vastgehouden(team.leiding).exists()


@pytest.mark.eis("I9")
def test_the_last_function_there_of_who_holds_a_family_does_not_end(cast, team):
    neem_op(meld(cast, route=Route.ARTS), team, cast)
    lid = Functie.objects.get(gebruiker=team.lid)
    with pytest.raises(RuleError, match="Houdt 1 gezin vast"):
        beeindig_functie(lid, nu=cast.nu, door=cast.beheerder)
    Functie.objects.create(gebruiker=team.lid, instelling=team.instelling, rol=Rol.HULPVERLENER)
    beeindig_functie(lid, nu=cast.nu, door=cast.beheerder)
    assert vastgehouden(team.lid).count() == 1


def test_a_no_has_a_reason_that_the_sender_reads_and_is_given_once(cast, team):
    signaal = meld(cast)
    with pytest.raises(RuleError) as fout:
        actions.wijs_af(signaal, "  ", nu=cast.nu, door=team.lid)
    assert fout.value.field == "waarom"
    actions.wijs_af(signaal, "Moeder kan bij de huisarts terecht", nu=cast.nu, door=team.lid)
    signaal.refresh_from_db()
    assert (signaal.staat, signaal.waarom_niet) == (Verzoekstaat.NEE, "Moeder kan bij de huisarts terecht")
    with pytest.raises(RuleError, match="wacht niet"):
        neem_op(signaal, team, cast)


def test_who_sends_it_does_not_take_it_up_himself(cast, team):
    signaal = actions.stuur_signaal(gegevens(cast), door=team.lid, instelling=team.instelling, nu=cast.nu)
    with pytest.raises(RuleError, match="niet zelf"):
        neem_op(signaal, team, cast)
    assert neem_op(signaal, team, cast, door=team.ander_lid).is_ja


def test_what_was_not_taken_up_is_destroyed_when_the_time_of_the_region_is_over(cast, team):
    wacht, opgepakt, niet = meld(cast), meld(cast, naam="Bos"), meld(cast, naam="Vos")
    neem_op(opgepakt, team, cast)
    actions.wijs_af(niet, "Er is al hulp", nu=cast.nu, door=team.lid)
    assert actions.vernietig_oude(cast.nu + timedelta(days=27)) == 0
    assert actions.vernietig_oude(cast.nu + timedelta(days=28)) == 1
    assert set(Signaal.objects.all()) == {wacht, opgepakt}
    assert Logregel.objects.filter(object_id=niet.pk, handeling="verwijderen").exists()


@pytest.mark.eis("X1")
def test_the_log_knows_of_it_without_a_word_of_it(cast, team):
    actions.wijs_af(meld(cast), "Er is al hulp", nu=cast.nu, door=team.lid)
    regels = Logregel.objects.filter(object_soort="signaal")
    assert regels.count() == 2
    assert not [rij for rij in regels if "Van Dam" in rij.object_naam + rij.melding]


def test_sent_twice_is_one(cast, team):
    assert meld(cast) == meld(cast, naam="van dam", wat="Moeder slaapt weinig en de HUUR loopt achter")
    assert meld(cast, wat="Er is iets anders").pk != meld(cast).pk


def test_without_the_family_there_is_a_reason(cast, team):
    with pytest.raises(RuleError) as fout:
        meld(cast, met_gezin=False)
    assert fout.value.field == "waarom_zonder"
    assert meld(cast, met_gezin=False, waarom_zonder="Zij neemt niet op").waarom_zonder == "Zij neemt niet op"


def test_where_the_gemeente_has_no_team_it_says_whom_to_call(cast):
    with pytest.raises(RuleError, match="Bel de gemeente") as fout:
        meld(cast)
    assert fout.value.field == "gemeente"


def test_only_the_team_types_what_is_said_by_phone(cast, team):
    van_gezin = gegevens(cast, route=Route.GEZIN)
    with pytest.raises(NotAllowed):
        actions.stuur_signaal(van_gezin, getypt_door=cast.collega, nu=cast.nu)
    signaal = actions.stuur_signaal(van_gezin, getypt_door=team.lid, nu=cast.nu)
    assert (signaal.openbaar, neem_op(signaal, team, cast).gezin.naam) == (False, "Van Dam")


def test_what_anybody_may_have_typed_is_no_family_before_the_team_rang(cast, team):
    signaal = actions.stuur_signaal(gegevens(cast, route=Route.GEZIN), nu=cast.nu)
    assert signaal.openbaar
    with pytest.raises(RuleError) as fout:
        neem_op(signaal, team, cast)
    assert fout.value.field == "nagebeld"
    assert neem_op(signaal, team, cast, nagebeld=True).nagebeld_op == cast.nu
    with pytest.raises(IntegrityError, match="nagebeld"), transaction.atomic():
        Signaal.objects.update(nagebeld_op=None)


@pytest.mark.eis("I9")
def test_who_goes_on_in_another_instelling_reads_there_what_came_of_it(cast, team):
    signaal = meld(cast)
    fuseer(cast.maatschappelijk_werk, cast.school, nu=cast.nu, door=cast.beheerder)
    assert list(zelf_gestuurd(cast.collega, cast.nu)) == [signaal]


@pytest.mark.eis("I9")
def test_a_team_that_stops_leaves_no_signal_behind(cast, team):
    signaal = meld(cast)
    with pytest.raises(RuleError) as fout:
        actions.bij_sluiten(instelling=team.instelling, gemeente=None, opvolger=None, nu=cast.nu)
    assert fout.value.field == "opvolger"
    ander = Instelling.objects.create(naam="Sociaal team Noord", soort="sociaal_team", gemeente=cast.gemeente)
    fuseer(team.instelling, ander, nu=cast.nu, door=cast.beheerder)
    signaal.refresh_from_db()
    assert signaal.instelling == ander
