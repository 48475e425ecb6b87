"""A coordinator makes a family and puts in everyone who belongs to it (G1, G4, G16, G17, Z3)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from core.errors import Outdated, RuleError
from gezinnen.actions import (
    BetrokkeneGegevens,
    GezinslidGegevens,
    beeindig_gezag,
    koppel_account,
    leg_gezag_vast,
    maak_gezin,
    stop_deelname,
    voeg_betrokkene_toe,
    voeg_gezinslid_toe,
    voeg_huishouden_toe,
    wijzig_betrokkene,
    wijzig_gezinslid,
    wissel_coordinator,
)
from gezinnen.models import Coordinatorschap, Deelnemer, Gezag, Relatie
from gezinnen.selectie import coordinator, is_meerderjarig, verantwoordelijke_gemeente
from instanties.actions import leg_gemeente_vast, maak_gebruiker
from logboek.models import Logregel
from tests.gezag import zet_gezag

pytestmark = pytest.mark.django_db


@pytest.mark.eis("G1", "G16", "Z3")
def test_a_new_family_has_a_number_a_household_and_its_coordinator(cast):
    gezin = maak_gezin(
        "Ozgur", cast.gemeente, cast.coordinator, cast.maatschappelijk_werk, nu=cast.nu, door=cast.coordinator
    )
    assert gezin.nummer > cast.gezin.nummer
    assert gezin.huishoudens.get().is_hoofdhuishouden
    assert coordinator(gezin).gebruiker == cast.coordinator
    assert Deelnemer.objects.get(gezin=gezin).instelling == cast.maatschappelijk_werk


@pytest.mark.eis("E5")
def test_a_gemeente_without_official_takes_no_families(cast):
    nieuw = leg_gemeente_vast(naam="Zonderland", door=None)
    with pytest.raises(RuleError) as fout:
        maak_gezin("Bos", nieuw, cast.coordinator, cast.maatschappelijk_werk, nu=cast.nu, door=cast.coordinator)
    assert fout.value.field == "gemeente"


@pytest.mark.eis("Z3")
def test_somebody_who_works_elsewhere_can_not_coordinate_for_an_instelling(cast):
    with pytest.raises(RuleError, match="werkt niet bij"):
        maak_gezin("Bos", cast.gemeente, cast.mentor, cast.maatschappelijk_werk, nu=cast.nu, door=cast.mentor)


@pytest.mark.eis("Z3")
def test_the_database_refuses_a_second_coordinator(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        Coordinatorschap.objects.create(
            gezin=cast.gezin, gebruiker=cast.collega, instelling=cast.maatschappelijk_werk, van=cast.nu
        )


@pytest.mark.eis("Z3")
def test_the_coordinator_changes_without_a_moment_with_two_or_none(cast):
    later = cast.nu + timedelta(days=3)
    wissel_coordinator(
        cast.gezin, cast.collega, cast.maatschappelijk_werk, nu=later, door=cast.coordinator, reden="andere baan"
    )
    assert coordinator(cast.gezin).gebruiker == cast.collega
    oud = Coordinatorschap.objects.get(gezin=cast.gezin, gebruiker=cast.coordinator)
    assert (oud.tot, coordinator(cast.gezin).van) == (later, later)
    assert Deelnemer.objects.actief().filter(gezin=cast.gezin, gebruiker=cast.coordinator).exists()


@pytest.mark.eis("Z3")
def test_the_coordinator_can_not_just_leave(cast):
    with pytest.raises(RuleError, match="nooit zonder"):
        stop_deelname(cast.coordinator_in_gezin, nu=cast.nu, door=cast.coordinator, reden="weg")


@pytest.mark.eis("G1")
@pytest.mark.parametrize(
    ("gegevens", "veld"),
    [
        ({"naam": "  "}, "naam"),
        ({"relatie": ""}, "relatie"),
        ({"geboortedatum": date(1015, 2, 3)}, "geboortedatum"),
        ({"naam": "Sanne DE wit"}, "naam"),
    ],
)
def test_wrong_input_about_a_child_is_said_at_the_field(cast, gegevens, veld):
    goed = GezinslidGegevens(naam="Lot de Wit", relatie=Relatie.KIND, geboortedatum=cast.sanne.geboortedatum)
    with pytest.raises(RuleError) as fout:
        voeg_gezinslid_toe(cast.gezin, replace(goed, **gegevens), nu=cast.nu, door=cast.coordinator)
    assert fout.value.field == veld


@pytest.mark.eis("G1")
def test_a_birth_date_in_the_future_is_refused(cast):
    gegevens = GezinslidGegevens(naam="Lot", relatie=Relatie.KIND, geboortedatum=localdate(cast.nu) + timedelta(days=1))
    with pytest.raises(RuleError, match="toekomst"):
        voeg_gezinslid_toe(cast.gezin, gegevens, nu=cast.nu, door=cast.coordinator)


@pytest.mark.eis("G1")
def test_a_child_that_is_born_just_after_midnight_has_its_day(cast):
    nu = datetime(2026, 11, 29, 23, 30, tzinfo=UTC)
    gegevens = GezinslidGegevens(naam="Lot", relatie=Relatie.KIND, geboortedatum=date(2026, 11, 30))
    assert voeg_gezinslid_toe(cast.gezin, gegevens, nu=nu, door=cast.coordinator).geboortedatum == date(2026, 11, 30)


@pytest.mark.eis("G16")
def test_a_second_household_has_a_name_of_its_own(cast):
    with pytest.raises(RuleError) as fout:
        voeg_huishouden_toe(cast.gezin, "bij VADER", nu=cast.nu, door=cast.coordinator)
    assert fout.value.field == "naam"


@pytest.mark.eis("G7")
def test_two_people_who_change_the_same_person_see_both_texts(cast):
    gegevens = GezinslidGegevens(naam="Petra de Wit", relatie=Relatie.MOEDER, taal="Pools")
    wijzig_gezinslid(cast.moeder_in_gezin, gegevens, 1, nu=cast.nu, door=cast.coordinator)
    with pytest.raises(Outdated) as fout:
        wijzig_gezinslid(cast.moeder_in_gezin, replace(gegevens, taal="Duits"), 1, nu=cast.nu, door=cast.coordinator)
    assert fout.value.own == {"taal": "Duits"}
    assert fout.value.present == {"taal": "Pools"}


@pytest.mark.eis("G4")
def test_somebody_twice_in_one_plan_is_refused_with_the_name(cast):
    gegevens = BetrokkeneGegevens(naam="J. Willems", instelling=cast.school)
    with pytest.raises(RuleError, match=r"J\. Willems doet al mee"):
        voeg_betrokkene_toe(cast.gezin, gegevens, gebruiker=cast.mentor, nu=cast.nu, door=cast.coordinator)
    with pytest.raises(RuleError, match="staat al bij de betrokkenen") as fout:
        voeg_betrokkene_toe(cast.gezin, BetrokkeneGegevens(naam="riet de wit"), nu=cast.nu, door=cast.coordinator)
    assert fout.value.field == "naam"


@pytest.mark.eis("I2")
def test_a_professional_is_chosen_where_he_or_she_works(cast):
    gegevens = BetrokkeneGegevens(naam="E. van Rijn", instelling=cast.school)
    with pytest.raises(RuleError, match="werkt daar niet"):
        voeg_betrokkene_toe(cast.gezin, gegevens, gebruiker=cast.buitenstaander, nu=cast.nu, door=cast.coordinator)


@pytest.mark.eis("G17")
def test_who_has_no_account_has_a_navrager_who_can_log_in(cast):
    assert cast.oma.navrager == cast.moeder_in_gezin
    with pytest.raises(RuleError) as fout:
        wijzig_betrokkene(
            cast.oma,
            BetrokkeneGegevens(naam="Riet de Wit", navrager=cast.sanne),
            cast.oma.versie,
            nu=cast.nu,
            door=cast.coordinator,
        )
    assert fout.value.field == "navrager"


@pytest.mark.eis("G17")
def test_nobody_is_the_navrager_of_himself(cast):
    gegevens = BetrokkeneGegevens(naam="Riet de Wit", navrager=cast.oma)
    with pytest.raises(RuleError, match="iemand anders"):
        wijzig_betrokkene(cast.oma, gegevens, cast.oma.versie, nu=cast.nu, door=cast.coordinator)


@pytest.mark.eis("G17")
def test_when_the_navrager_stops_the_coordinator_is_left_to_ask(cast):
    stop_deelname(cast.moeder_in_gezin, nu=cast.nu, door=cast.coordinator, reden="wil nu niet verder meedoen")
    cast.oma.refresh_from_db()
    assert cast.oma.navrager is None


@pytest.mark.eis("G17")
def test_a_grandmother_with_an_account_is_asked_herself(cast):
    gebruiker = maak_gebruiker("Riet de Wit", is_professional=False, door=cast.coordinator)
    koppel_account(cast.oma, gebruiker, nu=cast.nu, door=cast.coordinator)
    cast.oma.refresh_from_db()
    assert (cast.oma.gebruiker, cast.oma.navrager) == (gebruiker, None)


@pytest.mark.eis("G18")
def test_a_child_under_twelve_gets_no_account(cast):
    gebruiker = maak_gebruiker("Sanne de Wit", is_professional=False, door=cast.coordinator)
    with pytest.raises(RuleError, match="onder de 12"):
        koppel_account(cast.sanne, gebruiker, nu=cast.nu, door=cast.coordinator)


@pytest.mark.eis("G1")
def test_gezag_is_for_adults_of_the_family_only(cast):
    for ander in (cast.broer_in_gezin, cast.oma, cast.mentor_in_gezin):
        with pytest.raises(RuleError, match="geen gezag"):
            leg_gezag_vast(cast.sanne, [ander], True, nu=cast.nu, door=cast.coordinator)


@pytest.mark.eis("G16")
def test_gezag_that_turns_out_to_be_unknown_is_nobodys(cast):
    with pytest.raises(RuleError, match="Beëindig dan eerst"):
        leg_gezag_vast(cast.sanne, [cast.moeder_in_gezin], False, nu=cast.nu, door=cast.coordinator)
    zet_gezag(cast.sanne, [], False, nu=cast.nu, door=cast.coordinator)
    assert not Gezag.objects.geldig().filter(kind=cast.sanne).exists()
    cast.sanne.refresh_from_db()
    assert not cast.sanne.gezag_bekend


@pytest.mark.eis("G16", "I9")
def test_gezag_ends_with_a_day_and_a_reason_and_may_begin_again(cast):
    wie = {"nu": cast.nu, "door": cast.coordinator}
    vandaag = localdate(cast.nu)
    with pytest.raises(RuleError, match="moet nog komen"):
        beeindig_gezag(cast.sanne, cast.vader_in_gezin, op=vandaag + timedelta(days=1), reden="besluit", **wie)
    with pytest.raises(RuleError, match="waarom"):
        beeindig_gezag(cast.sanne, cast.vader_in_gezin, op=vandaag, reden=" ", **wie)
    beeindig_gezag(cast.sanne, cast.vader_in_gezin, op=vandaag, reden="besluit van de rechter", **wie)
    rij = Gezag.objects.get(kind=cast.sanne, houder=cast.vader_in_gezin)
    assert (rij.geeindigd_op, rij.waarom_geeindigd) == (vandaag, "besluit van de rechter")
    with pytest.raises(RuleError, match="geen gezag"):
        beeindig_gezag(cast.sanne, cast.vader_in_gezin, op=vandaag, reden="nog eens", **wie)
    leg_gezag_vast(cast.sanne, [cast.vader_in_gezin], True, **wie)
    assert Gezag.objects.geldig().filter(kind=cast.sanne).count() == 2


@pytest.mark.eis("T2")
def test_a_child_is_of_age_on_its_eighteenth_birthday(cast):
    kind = cast.broer_in_gezin
    dag = kind.geboortedatum.replace(year=kind.geboortedatum.year + 18)
    assert not is_meerderjarig(kind, dag - timedelta(days=1))
    assert is_meerderjarig(kind, dag)
    assert is_meerderjarig(cast.moeder_in_gezin, cast.nu)


@pytest.mark.eis("G16", "E5")
def test_the_gemeente_of_a_child_is_chosen_not_derived(cast):
    ander = leg_gemeente_vast(naam="Rietdorp", door=None)
    Deelnemer.objects.filter(pk=cast.sanne.pk).update(gemeente=ander)
    assert verantwoordelijke_gemeente(cast.gezin, [cast.sanne.pk]) == ander
    assert verantwoordelijke_gemeente(cast.gezin, [cast.sanne.pk, cast.broer_in_gezin.pk]) == cast.gemeente
    assert verantwoordelijke_gemeente(cast.gezin, []) == cast.gemeente


@pytest.mark.eis("I5")
def test_days_on_which_somebody_is_reached_are_in_human_words(cast):
    assert cast.oma.contact.dagen == "di wo"
    assert cast.coordinator_in_gezin.contact.mobiel == "06-00000002"
    losse = voeg_betrokkene_toe(
        cast.gezin, BetrokkeneGegevens(naam="balie", instelling=cast.school), nu=cast.nu, door=cast.coordinator
    )
    assert losse.contact.telefoon == cast.school.telefoon


@pytest.mark.eis("X1")
def test_every_act_leaves_a_row_in_the_logboek(cast):
    stop_deelname(cast.mentor_in_gezin, nu=cast.nu, door=cast.coordinator, reden="andere school")
    regel = Logregel.objects.filter(gezin_id=cast.gezin.pk, object_id=cast.mentor_in_gezin.pk).latest("op")
    assert (regel.handeling, regel.gebruiker_id, regel.melding) == (
        "rechten_wijzigen",
        cast.coordinator.pk,
        "doet niet meer mee",
    )
    # Why goes with the family, not into the log.
    assert Deelnemer.objects.get(pk=cast.mentor_in_gezin.pk).waarom_gestopt == "andere school"


@pytest.mark.eis("T3")
def test_stopping_asks_for_a_reason_and_happens_once(cast):
    with pytest.raises(RuleError) as fout:
        stop_deelname(cast.mentor_in_gezin, nu=cast.nu, door=cast.coordinator, reden=" ")
    assert fout.value.field == "reden"
    stop_deelname(cast.mentor_in_gezin, nu=cast.nu, door=cast.coordinator, reden="andere school")
    with pytest.raises(RuleError, match="al niet meer"):
        stop_deelname(cast.mentor_in_gezin, nu=cast.nu, door=cast.coordinator, reden="andere school")
