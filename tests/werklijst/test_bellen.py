"""Mijn werk says whom of those on whom something waits one can call today (R2, I5)."""

from datetime import timedelta
from itertools import count

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core import clock
from gezinnen.models import Deelnemer
from gezinsplan import actions
from gezinsplan.actions import AfspraakGegevens, DoelGegevens
from gezinsplan.looptijd import dag_van
from gezinsplan.models import Planstaat
from instanties.models import Gebruiker, Instelling, Leefgebied, Rol, VrijeDag
from tests.afwezig import is_weg
from tests.cast import maak_professional
from tests.inloggen import client_van
from werklijst.selectie import mijn_werk
from woorden.duur import Duur, Eenheid

pytestmark = pytest.mark.django_db

IEDER_DAG = [1, 2, 3, 4, 5, 6, 7]


@pytest.fixture
def wacht_op(cast):
    """The coordinator waits for these people, in a running plan."""
    doel = actions.voeg_doel_toe(
        cast.gezin,
        DoelGegevens("Sanne gaat weer naar school", leefgebieden=[Leefgebied.ONDERWIJS], over_wie=[cast.sanne.pk]),
        nu=cast.nu,
        door=cast.coordinator,
    )

    nummers = count(1)

    def wacht_op(*wie):
        for mens in wie:
            gegevens = AfspraakGegevens(
                wat=f"Afspraak {next(nummers)} met {mens}",
                uitvoerders=[mens.pk],
                start_op=dag_van(cast.nu),
                termijn=Duur(2, Eenheid.WEEK),
            )
            actions.voeg_afspraak_toe(doel, gegevens, nu=cast.nu, door=cast.coordinator)
        plan = actions.plan_van(cast.gezin)
        if plan.staat == Planstaat.CONCEPT:
            actions.activeer(plan, nu=cast.nu, door=cast.coordinator)

    return wacht_op


def werkt(wie, *dagen):
    Gebruiker.objects.filter(pk=wie.pk).update(werkdagen=list(dagen))


def morgen():
    return (clock.today() + timedelta(days=1)).isoweekday()


@pytest.fixture(autouse=True)
def ordinary_days(db):
    """Whatever the day on which the tests run: no holiday near it."""
    for aantal in range(10):
        VrijeDag.objects.create(datum=clock.today() + timedelta(days=aantal), naam="Gewoon", vrij=False)


def bellen(cast, wie=None):
    werk = mijn_werk(wie or cast.coordinator, clock.now())
    return [een.naam for een in werk.nu_te_bellen], [een.naam for een in werk.later_te_bellen]


def pagina(wie):
    return " ".join(client_van(wie).get("/").content.decode().split())


@pytest.mark.eis("R2", "I5")
def test_who_works_today_stands_there_with_a_phone_to_tap(cast, wacht_op):
    wacht_op(cast.mentor_in_gezin)
    werkt(cast.mentor, clock.today().isoweekday())
    assert bellen(cast) == (["J. Willems"], [])
    tekst = pagina(cast.coordinator)
    assert "Vandaag te bereiken" in tekst
    deel = tekst[tekst.index('id="bellen"') :]
    assert "J. Willems" in deel and 'href="tel:06' in deel and "vandaag te bereiken" in deel


@pytest.mark.eis("R2")
def test_who_does_not_work_today_is_there_on_another_day(cast, wacht_op):
    wacht_op(cast.mentor_in_gezin)
    werkt(cast.mentor, morgen())
    assert bellen(cast) == ([], ["J. Willems"])
    tekst = pagina(cast.coordinator)
    assert "morgen weer te bereiken" in tekst and "Vandaag is er niemand." in tekst


@pytest.mark.eis("R2", "E7")
def test_on_a_free_day_of_the_region_nobody_works(cast, wacht_op):
    wacht_op(cast.mentor_in_gezin)
    werkt(cast.mentor, *IEDER_DAG)
    VrijeDag.objects.filter(datum=clock.today()).update(vrij=True)
    assert bellen(cast) == ([], ["J. Willems"])


@pytest.mark.eis("I5")
def test_whose_days_nobody_filled_in_is_not_named(cast, wacht_op):
    wacht_op(cast.mentor_in_gezin)
    werkt(cast.mentor)
    assert bellen(cast) == ([], [])
    assert 'id="bellen"' not in pagina(cast.coordinator)


@pytest.mark.eis("R2")
def test_on_whom_nothing_waits_is_not_named(cast, wacht_op):
    wacht_op(cast.mentor_in_gezin)
    werkt(cast.mentor, *IEDER_DAG)
    werkt(cast.behandelaar, *IEDER_DAG)
    assert bellen(cast) == (["J. Willems"], [])
    assert bellen(cast, cast.collega) == ([], [])


@pytest.mark.eis("I6")
def test_for_who_is_away_the_substitute_is_called(cast, wacht_op):
    wacht_op(cast.mentor_in_gezin)
    werkt(cast.mentor, *IEDER_DAG)
    invaller = maak_professional("B. School", Rol.HULPVERLENER, "06-00000088", tuple(IEDER_DAG), instelling=cast.school)
    is_weg(cast.mentor, invaller)
    assert bellen(cast) == (["J. Willems"], [])
    tekst = pagina(cast.coordinator)
    deel = tekst[tekst.index('id="bellen"') :]
    assert "B. School vervangt J. Willems" in deel and 'href="tel:0600000088"' in deel
    assert cast.mentor.mobiel == "" or cast.mentor.mobiel not in deel


@pytest.mark.eis("I6")
def test_who_is_away_with_nobody_is_there_again_afterwards(cast, wacht_op):
    wacht_op(cast.mentor_in_gezin)
    werkt(cast.mentor, *IEDER_DAG)
    Gebruiker.objects.filter(functies__instelling=cast.school).exclude(pk=cast.mentor.pk).update(is_active=False)
    is_weg(cast.mentor, dagen=1)
    assert bellen(cast) == ([], ["J. Willems"])
    assert "Er is nog niemand die vervangt" in pagina(cast.coordinator)


@pytest.mark.eis("G16", "I5")
def test_the_number_of_a_family_member_only_for_who_may_have_it(cast, wacht_op):
    """Mother is asked; her phone is for the coordinator, who guards the term, and for nobody else."""
    wacht_op(cast.moeder_in_gezin)
    Deelnemer.objects.filter(pk=cast.moeder_in_gezin.pk).update(bereikbaar=IEDER_DAG, telefoon="06-00000077")
    assert bellen(cast)[0] == [cast.moeder_in_gezin.naam]
    assert "0600000077" in pagina(cast.coordinator)
    assert "0600000077" not in pagina(cast.mentor)


@pytest.mark.eis("X5")
def test_a_sensitive_instelling_is_not_told_by_its_number(cast, wacht_op):
    wacht_op(cast.mentor_in_gezin)
    werkt(cast.mentor, *IEDER_DAG)
    Gebruiker.objects.filter(pk=cast.mentor.pk).update(telefoon="", mobiel="")
    Deelnemer.objects.filter(pk=cast.mentor_in_gezin.pk).update(telefoon="")
    Instelling.objects.filter(pk=cast.school.pk).update(
        telefoon="06-00000066", naam_gevoelig=True, naam_voor_anderen="Een instelling"
    )
    assert bellen(cast) == (["J. Willems"], [])
    assert "0600000066" not in pagina(cast.coordinator)


@pytest.mark.eis("R2")
def test_one_person_in_two_lines_stands_there_once_and_queries_stay_the_same(cast, wacht_op):
    wacht_op(cast.mentor_in_gezin)
    for wie in (cast.mentor, cast.behandelaar, cast.collega):
        werkt(wie, *IEDER_DAG)

    client = client_van(cast.coordinator)
    client.get("/")

    def vragen():
        with CaptureQueriesContext(connection) as gevraagd:
            assert client.get("/").status_code == 200
        return len(gevraagd)

    een = vragen()
    wacht_op(cast.mentor_in_gezin, cast.behandelaar_in_gezin)
    assert sorted(bellen(cast)[0]) == sorted(["J. Willems", cast.behandelaar_in_gezin.naam])
    assert vragen() == een
