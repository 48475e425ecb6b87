"""A school, a corporatie or the network reads its own afspraken, and nothing else of the family (T3, G4, G16)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from gezinnen.models import Deelnemer
from gezinsplan import actions as plan_actions
from gezinsplan.actions import AfspraakGegevens
from gezinsplan.planbeeld import planbeeld
from gezinsplan.selectie import wie_ziet
from instanties.models import Instelling, Leefgebied
from tests.inloggen import client_van
from toestemming import actions, zicht

pytestmark = pytest.mark.django_db

DOEL = "Moeder komt uit de schulden"


@pytest.fixture
def school(tafel):
    """Give the table at which the mentor, without a share in the help, said yes to his afspraak."""
    cast = tafel.cast
    hoe = {"nu": tafel.nu, "door": cast.coordinator}
    actions.wijzig_aandeel(cast.mentor_in_gezin, [], **hoe)
    doel = tafel.doel(DOEL, cast.sanne, cast.moeder_in_gezin, gebieden=[Leefgebied.INKOMEN])
    gegevens = AfspraakGegevens(
        wat="bellen als Sanne er niet is",
        uitvoerders=[cast.mentor_in_gezin.pk],
        start_op=tafel.vandaag,
        termijn=tafel.vandaag + timedelta(days=14),
        over_wie=[cast.sanne.pk],
        leefgebieden=[Leefgebied.ONDERWIJS],
    )
    plan_actions.voeg_afspraak_toe(doel, gegevens, **hoe)
    plan_actions.activeer(plan_actions.plan_van(cast.gezin), aan_tafel=None, **hoe)
    return tafel


@pytest.mark.eis("T3", "G16")
def test_the_goal_behind_it_stays_closed_also_when_everybody_sat_at_the_table(school):
    cast = school.cast
    blik = zicht.blik(cast.mentor, cast.gezin)
    beeld = planbeeld(blik)
    assert [afspraak.wat for afspraak in beeld.afspraken] == ["bellen als Sanne er niet is"]
    assert beeld.doelen == []
    assert cast.mentor not in wie_ziet(school.doelen[DOEL], school.vandaag)
    pagina = client_van(cast.mentor).get(reverse("gezinsplan:plan", args=[cast.gezin.pk])).content.decode()
    assert "bellen als Sanne er niet is" in pagina
    assert DOEL not in pagina
    # Whoever helps, sees what it is for.
    Instelling.objects.filter(pk=cast.school.pk).update(biedt_hulp=True)
    mentor = Deelnemer.objects.get(pk=cast.mentor_in_gezin.pk)
    actions.wijzig_aandeel(mentor, [Leefgebied.ONDERWIJS], nu=school.nu, door=cast.coordinator)
    assert [deel.doel.tekst for deel in planbeeld(zicht.blik(cast.mentor, cast.gezin)).doelen] == [DOEL]
    assert cast.mentor in wie_ziet(school.doelen[DOEL], school.vandaag)


@pytest.mark.eis("T3", "G4")
def test_of_the_family_only_whom_it_is_about_and_whom_consent_names(school):
    cast = school.cast

    def namen():
        return {mens.naam for mens in planbeeld(zicht.blik(cast.mentor, cast.gezin)).gezinsleden}

    assert namen() == {cast.sanne.naam}
    [regel] = school.vraag((cast.mentor_in_gezin, Leefgebied.WONEN, cast.vader_in_gezin))
    school.ja(regel, cast.vader_in_gezin)
    assert namen() == {cast.sanne.naam, cast.vader_in_gezin.naam}
    pagina = client_van(cast.mentor).get(reverse("gezinsplan:plan", args=[cast.gezin.pk])).content.decode()
    assert cast.moeder_in_gezin.naam not in pagina
    assert cast.coordinator.naam in pagina
