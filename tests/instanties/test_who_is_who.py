"""Who is turned to: managers, leidinggevende, official and substitute; only people who can log in (E3, E4, E5)."""

import pytest

from instanties import permissions, selectie
from instanties.actions import geef_functie
from instanties.models import Gebruiker, Rol
from logboek import hoedanigheid


def sluit(gebruiker):
    Gebruiker.objects.filter(pk=gebruiker.pk).update(is_active=False)


@pytest.mark.eis("E4")
@pytest.mark.django_db
def test_managers_and_bestuurders_of_an_instelling(cast):
    assert list(selectie.managers(cast.maatschappelijk_werk)) == [cast.manager]
    bestuurders = selectie.per_instelling(Rol.BESTUURDER, [cast.maatschappelijk_werk.pk])
    assert bestuurders == {cast.maatschappelijk_werk.pk: [cast.bestuurder]}
    assert list(selectie.managers(cast.jeugdhulp)) == []
    sluit(cast.manager)
    assert list(selectie.managers(cast.maatschappelijk_werk)) == []
    per = selectie.per_instelling(Rol.MANAGER, [cast.maatschappelijk_werk.pk, cast.kliniek.pk])
    assert per.get(cast.maatschappelijk_werk.pk, []) == []
    assert per[cast.kliniek.pk] == [cast.manager_kliniek]


@pytest.mark.eis("E3")
@pytest.mark.django_db
def test_the_leidinggevende_who_was_named_else_one_of_the_house(cast):
    assert selectie.leidinggevende(cast.coordinator, cast.maatschappelijk_werk) == cast.teamleider
    assert selectie.leidinggevende(cast.mentor, cast.school) is None
    sluit(cast.teamleider)
    assert selectie.leidinggevende(cast.coordinator, cast.maatschappelijk_werk) is None
    geef_functie(cast.collega, Rol.LEIDINGGEVENDE, instelling=cast.maatschappelijk_werk, door=None)
    assert selectie.leidinggevende(cast.coordinator, cast.maatschappelijk_werk) == cast.collega
    assert selectie.leidinggevende(cast.collega, cast.maatschappelijk_werk) is None


@pytest.mark.eis("E5")
@pytest.mark.django_db
def test_the_official_else_the_substitute_never_the_keeper_of_step_2(cast):
    assert selectie.ambtenaar(cast.gemeente) == cast.ambtenaar
    assert selectie.ambtenaar(cast.gemeente, behalve=[cast.ambtenaar.pk]) == cast.vervanger
    sluit(cast.ambtenaar)
    cast.gemeente.refresh_from_db()
    gemeente = selectie.ambtenaren([cast.gemeente.pk])[cast.gemeente.pk]
    assert selectie.ambtenaar(gemeente) == cast.vervanger
    assert selectie.ambtenaar(gemeente, behalve=[cast.vervanger.pk]) is None


@pytest.mark.eis("T3")
@pytest.mark.django_db
def test_superuser_gives_nothing(cast):
    Gebruiker.objects.filter(pk=cast.mentor.pk).update(is_superuser=True)
    mentor = Gebruiker.objects.get(pk=cast.mentor.pk)
    assert not permissions.is_beheerder(mentor)
    assert not permissions.is_leiding(mentor)
    assert permissions.is_beheerder(cast.beheerder)
    assert permissions.is_leiding(cast.bestuurder)
    assert list(permissions.gemeenten_als_ambtenaar(cast.vervanger)) == [cast.gemeente]
    assert list(permissions.instellingen_als_manager(cast.manager)) == [cast.maatschappelijk_werk]


@pytest.mark.eis("X1")
@pytest.mark.django_db
def test_the_capacity_in_the_logboek(cast):
    assert hoedanigheid.van(cast.manager) == {
        "rol": "manager",
        "instelling_id": cast.maatschappelijk_werk.pk,
        "instelling_naam": cast.maatschappelijk_werk.naam,
    }
    geef_functie(cast.manager, Rol.BESTUURDER, instelling=cast.kliniek, door=None)
    assert set(hoedanigheid.van(cast.manager)) == {"rol"}
    assert hoedanigheid.van(cast.moeder) == {}
