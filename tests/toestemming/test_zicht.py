"""Who sees what of whom: a right and a ground, at every read (T3, G16, E13)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from gezinnen.actions import (
    BetrokkeneGegevens,
    GezinslidGegevens,
    maak_gezin,
    stop_deelname,
    voeg_betrokkene_toe,
    voeg_gezinslid_toe,
    wissel_coordinator,
)
from gezinnen.models import Deelnemer, Gezin, GezinRechtVerlening, GezinsRecht, Relatie
from gezinnen.permissions import rechten
from gezinsplan.models import Doel, Gezinsplan
from instanties.actions import beeindig_toegang
from instanties.models import Leefgebied
from tests.gezag import zet_gezag
from toestemming.actions import begin_grondslagen, eindig_grondslagen
from toestemming.models import Grondslag, SoortGrondslag
from toestemming.zicht import blik, blikken, zichtbare_gezinnen

pytestmark = pytest.mark.django_db


@pytest.fixture
def deel(cast):
    """Make a part of the plan about these people and leefgebieden."""
    plan = Gezinsplan.objects.get_or_create(gezin=cast.gezin)[0]

    def maak(tekst, *over_wie, leefgebieden=(Leefgebied.WONEN,)):
        return Doel.objects.create(
            plan=plan, tekst=tekst, over_wie=[lid.pk for lid in over_wie], leefgebieden=list(leefgebieden)
        )

    return maak


def gezien(gebruiker, gezin):
    kijk = blik(gebruiker, gezin)
    return set() if kijk is None else set(Doel.objects.filter(kijk.onderdeel_q(), plan__gezin=gezin))


@pytest.mark.eis("T3")
def test_only_who_takes_part_sees_the_family(cast):
    meedoen = {"coordinator", "collega", "behandelaar", "mentor", "moeder", "vader", "broer"}
    for naam, gebruiker in cast.iedereen().items():
        ziet = cast.gezin in zichtbare_gezinnen(gebruiker)
        assert ziet == (naam in meedoen), naam
        assert (blik(gebruiker, cast.gezin) is not None) == ziet, naam


@pytest.mark.eis("T3")
def test_a_superuser_sees_nothing_by_being_one(cast):
    for gebruiker in (cast.beheerder, cast.buitenstaander):
        gebruiker.is_superuser = True
        gebruiker.save()
        assert cast.gezin not in zichtbare_gezinnen(gebruiker)
        assert rechten(gebruiker, cast.gezin) == set()


@pytest.mark.eis("T3")
def test_a_right_without_a_ground_shows_nothing(cast):
    eindig_grondslagen(nu=cast.nu, gezin=cast.gezin, gebruiker=cast.mentor)
    assert GezinsRecht.BEKIJKEN in rechten(cast.mentor, cast.gezin)
    assert blik(cast.mentor, cast.gezin) is None


@pytest.mark.eis("T3")
def test_a_ground_without_a_right_shows_nothing(cast):
    GezinRechtVerlening.objects.filter(user=cast.mentor).delete()
    assert Grondslag.objects.geldig().filter(gebruiker=cast.mentor).exists()
    assert blik(cast.mentor, cast.gezin) is None


@pytest.mark.eis("E13")
def test_doorzettingsmacht_opens_no_plan(cast):
    grond = Grondslag(
        gezin=cast.gezin,
        gebruiker=cast.manager,
        soort_id=SoortGrondslag.DOORZETTINGSMACHT,
        voor_object=cast.gezin.pk,
    )
    begin_grondslagen([grond], nu=cast.nu)
    assert blik(cast.manager, cast.gezin) is None
    # Not even with a right that somebody gave by mistake.
    verlening = GezinRechtVerlening.objects.filter(user=cast.mentor, permission__codename="gezin_bekijken").get()
    GezinRechtVerlening.objects.create(content_object=cast.gezin, user=cast.manager, permission=verlening.permission)
    assert blik(cast.manager, cast.gezin) is None


@pytest.mark.eis("T3")
def test_stopping_closes_at_once_and_for_good(cast):
    stop_deelname(cast.mentor_in_gezin, nu=cast.nu, door=cast.coordinator, reden="andere school")
    assert blik(cast.mentor, cast.gezin) is None
    assert cast.gezin not in zichtbare_gezinnen(cast.mentor)
    assert not Grondslag.objects.geldig().filter(gebruiker=cast.mentor, gezin=cast.gezin).exists()


@pytest.mark.eis("T3")
def test_who_comes_back_sees_again_what_the_share_needs(cast):
    stop_deelname(cast.behandelaar_in_gezin, nu=cast.nu, door=cast.coordinator, reden="even een ander")
    gegevens = BetrokkeneGegevens(naam="T. Okafor", instelling=cast.kliniek)
    terug = cast.nu + timedelta(days=1)
    voeg_betrokkene_toe(
        cast.gezin,
        gegevens,
        gebruiker=cast.behandelaar,
        leefgebieden=[Leefgebied.VERSLAVING],
        nu=terug,
        door=cast.coordinator,
    )
    assert blik(cast.behandelaar, cast.gezin).kijker.dekking.iedereen == {Leefgebied.VERSLAVING}


@pytest.mark.eis("X2", "T3")
def test_a_closed_account_sees_nothing(cast):
    beeindig_toegang(cast.mentor, nu=cast.nu, door=cast.beheerder, ook_als_iets_blijft_liggen=True)
    cast.mentor.refresh_from_db()
    assert blik(cast.mentor, cast.gezin) is None
    assert rechten(cast.mentor, cast.gezin) == set()


@pytest.mark.eis("T3")
def test_a_professional_sees_parts_wholly_within_the_share(cast, deel):
    verzuim = deel("naar school", cast.sanne, leefgebieden=[Leefgebied.ONDERWIJS])
    deel("school en schulden", cast.sanne, leefgebieden=[Leefgebied.ONDERWIJS, Leefgebied.INKOMEN])
    deel("nuchter", cast.moeder_in_gezin, leefgebieden=[Leefgebied.VERSLAVING])
    deel("niet gezegd waarover", leefgebieden=[])
    assert gezien(cast.mentor, cast.gezin) == {verzuim}
    assert len(gezien(cast.coordinator, cast.gezin)) == 4


@pytest.mark.eis("Z3", "T3")
def test_the_former_coordinator_no_longer_sees_the_whole_plan(cast, deel):
    nuchter = deel("nuchter", leefgebieden=[Leefgebied.VERSLAVING])
    wissel_coordinator(
        cast.gezin, cast.collega, cast.maatschappelijk_werk, nu=cast.nu, door=cast.coordinator, reden="ander werk"
    )
    assert nuchter in gezien(cast.collega, cast.gezin)
    assert nuchter not in gezien(cast.coordinator, cast.gezin)
    assert GezinsRecht.BEWERKEN not in rechten(cast.coordinator, cast.gezin)
    assert GezinsRecht.BEWERKEN in rechten(cast.collega, cast.gezin)


@pytest.mark.eis("G16")
def test_parents_apart_share_the_children_and_nothing_else(cast, deel):
    samen = deel("samen")
    sanne = deel("Sanne blijft bij moeder wonen", cast.sanne)
    kinderen = deel("naar school", cast.sanne, cast.broer_in_gezin)
    moeder = deel("naar de kliniek", cast.moeder_in_gezin)
    moeder_en_sanne = deel("samen koken", cast.moeder_in_gezin, cast.sanne)
    vader = deel("rust in huis", cast.vader_in_gezin)
    assert gezien(cast.moeder, cast.gezin) == {samen, sanne, kinderen, moeder, moeder_en_sanne}
    assert gezien(cast.vader, cast.gezin) == {sanne, kinderen, vader}


@pytest.mark.eis("G16")
def test_unknown_gezag_is_nobodys(cast, deel):
    sanne = deel("naar school", cast.sanne)
    zet_gezag(cast.sanne, [], False, nu=cast.nu, door=cast.coordinator)
    assert sanne not in gezien(cast.moeder, cast.gezin)
    assert sanne not in gezien(cast.vader, cast.gezin)


@pytest.mark.eis("G16")
def test_a_half_sisters_part_is_not_shown_to_a_father_elsewhere(cast, deel):
    lot = voeg_gezinslid_toe(
        cast.gezin,
        GezinslidGegevens(
            naam="Lot", relatie=Relatie.KIND, geboortedatum=cast.sanne.geboortedatum, huishouden=cast.hoofdhuishouden
        ),
        nu=cast.nu,
        door=cast.coordinator,
    )
    zet_gezag(lot, [cast.moeder_in_gezin], True, nu=cast.nu, door=cast.coordinator)
    zussen = deel("samen naar zwemles", cast.sanne, lot)
    assert zussen in gezien(cast.moeder, cast.gezin)
    assert zussen not in gezien(cast.vader, cast.gezin)


@pytest.mark.eis("T2", "G16")
def test_gezag_ends_on_the_eighteenth_birthday(cast, deel):
    daan = deel("stage", cast.broer_in_gezin)
    geboren = cast.broer_in_gezin.geboortedatum
    achttien = geboren.replace(year=geboren.year + 18)
    voor = blik(cast.moeder, cast.gezin, op=achttien - timedelta(days=1))
    na = blik(cast.moeder, cast.gezin, op=achttien)
    assert daan in Doel.objects.filter(voor.onderdeel_q())
    assert daan not in Doel.objects.filter(na.onderdeel_q())


@pytest.mark.eis("G16", "G14")
def test_the_fifteen_year_old_sees_what_is_joint_and_his_own(cast, deel):
    samen, eigen = deel("samen"), deel("stage", cast.broer_in_gezin)
    deel("naar de kliniek", cast.moeder_in_gezin)
    deel("zwemmen", cast.sanne)
    assert gezien(cast.broer, cast.gezin) == {samen, eigen}


@pytest.mark.eis("G16")
def test_addresses_stay_within_the_own_household(cast):
    thuis, elders = cast.hoofdhuishouden, cast.huishouden_elders
    assert set(blik(cast.coordinator, cast.gezin).huishoudens()) == {thuis, elders}
    verwacht = {cast.moeder: {thuis}, cast.vader: {elders}, cast.broer: {thuis}, cast.mentor: set()}
    for gebruiker, eigen in verwacht.items():
        kijk = blik(gebruiker, cast.gezin)
        assert set(kijk.huishoudens()) == eigen
        assert {huis for huis in (thuis, elders) if kijk.mag_adres(huis)} == eigen


@pytest.mark.eis("G4", "G16", "T3")
def test_who_is_named_to_whom(cast):
    gezin = {cast.moeder_in_gezin, cast.vader_in_gezin, cast.broer_in_gezin, cast.sanne}
    beroeps = {cast.coordinator_in_gezin, cast.collega_in_gezin, cast.behandelaar_in_gezin, cast.mentor_in_gezin}
    allen = gezin | beroeps | {cast.oma}
    verwacht = {
        cast.coordinator: allen,
        cast.moeder: allen,
        cast.broer: gezin | {cast.coordinator_in_gezin, cast.oma},
        cast.vader: gezin | {cast.coordinator_in_gezin},
        cast.mentor: gezin | {cast.coordinator_in_gezin, cast.mentor_in_gezin},
    }
    for gebruiker, wie in verwacht.items():
        assert set(blik(gebruiker, cast.gezin).deelnemers()) == wie, gebruiker


@pytest.mark.eis("G16")
def test_doers_of_what_one_sees_are_named_too(cast):
    doeners = Deelnemer.objects.filter(pk=cast.mentor_in_gezin.pk)
    assert cast.mentor_in_gezin in blik(cast.vader, cast.gezin).deelnemers(doeners)


@pytest.mark.eis("G16")
def test_with_two_adults_at_home_an_instelling_may_be_the_others_own_matter(cast):
    voeg_gezinslid_toe(
        cast.gezin,
        GezinslidGegevens(naam="Rob", relatie=Relatie.STIEFOUDER, huishouden=cast.hoofdhuishouden),
        nu=cast.nu,
        door=cast.coordinator,
    )
    assert cast.behandelaar_in_gezin not in blik(cast.moeder, cast.gezin).deelnemers()


@pytest.mark.eis("G16", "I5")
def test_phone_and_mail_of_the_family_stay_close(cast):
    moeder, vader = cast.moeder_in_gezin, cast.vader_in_gezin
    assert blik(cast.coordinator, cast.gezin).mag_contact(vader)
    assert blik(cast.broer, cast.gezin).mag_contact(moeder)
    assert not blik(cast.vader, cast.gezin).mag_contact(moeder)
    assert not blik(cast.mentor, cast.gezin).mag_contact(moeder)
    assert blik(cast.vader, cast.gezin).mag_contact(cast.coordinator_in_gezin)
    assert blik(cast.vader, cast.gezin).mag_persoonlijk(cast.sanne)
    assert not blik(cast.mentor, cast.gezin).mag_persoonlijk(cast.sanne)


@pytest.mark.eis("T3", "I6")
def test_the_number_of_queries_does_not_grow_with_families(cast):
    def aantal(gezin_ids):
        with CaptureQueriesContext(connection) as vragen:
            assert len(blikken(cast.coordinator, gezin_ids)) == len(gezin_ids)
        return len(vragen)

    een = aantal([cast.gezin.pk])
    meer = [
        maak_gezin(
            f"Gezin {nummer}",
            cast.gemeente,
            cast.coordinator,
            cast.maatschappelijk_werk,
            nu=cast.nu,
            door=cast.coordinator,
        ).pk
        for nummer in range(12)
    ]
    assert aantal([cast.gezin.pk, *meer]) == een <= 7
    with CaptureQueriesContext(connection) as vragen:
        assert zichtbare_gezinnen(cast.coordinator).count() == 13
    # One asks for whom the reader stands in (I6).
    assert len(vragen) == 2


@pytest.mark.eis("T3")
def test_looking_at_many_families_shows_only_ones_own(cast):
    alle = Gezin.objects.values_list("pk", flat=True)
    assert set(blikken(cast.buitenstaander, alle)) == {cast.ander_gezin.pk}


@pytest.mark.eis("T3", "G16")
def test_what_nobody_said_the_subject_of_is_of_whom_it_names_and_never_everyones(cast, deel):
    """Unknown means no: until it is said, it may be somebody's own matter."""
    niets_gezegd = deel("niets gezegd", leefgebieden=[])
    vader = deel("naar de kliniek", cast.vader_in_gezin, leefgebieden=[])
    met_broer = deel("samen praten", cast.vader_in_gezin, cast.broer_in_gezin, leefgebieden=[])
    sanne = deel("zwemmen", cast.sanne, leefgebieden=[])
    assert gezien(cast.coordinator, cast.gezin) == {niets_gezegd, vader, met_broer, sanne}
    assert gezien(cast.vader, cast.gezin) == {vader, met_broer, sanne}
    assert gezien(cast.moeder, cast.gezin) == {sanne}
    # Father's own matter may be in it, until he chooses to show it.
    assert gezien(cast.broer, cast.gezin) == set()
    for wie in (cast.mentor, cast.collega, cast.behandelaar):
        assert gezien(wie, cast.gezin) == set()
    cast.broer_in_gezin.geboortedatum = localdate(cast.nu).replace(year=cast.nu.year - 16)
    cast.broer_in_gezin.save()
    van_broer = deel("stage", cast.broer_in_gezin, leefgebieden=[])
    assert van_broer in gezien(cast.broer, cast.gezin)
    assert van_broer not in gezien(cast.moeder, cast.gezin)
