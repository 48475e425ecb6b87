"""Ladders of other regions, invented here: a step does what its kind and its neighbours say, not its number (E8)."""

from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError

from escalatie.actions.sporen import kies_spoor
from escalatie.actions.stappen import roep_eerder_hulp_in
from escalatie.beslissers import is_niveau_erboven
from escalatie.houders import Houders
from escalatie.models import Escalatiemodel, Houderrol, Modelniveau, Modelspoor, Modelstap, Spoorbegin, Stap, Stapreden
from escalatie.stapsoorten import STAPSOORTEN, erboven, soort_van
from escalatie.vakken.stap import buiten_macht, eerder_hulp
from escalatie.zicht import zicht_op
from instanties.models import Functie, Rol

pytestmark = [pytest.mark.django_db, pytest.mark.eis("E8")]

TWEE = [("Uitvoerders", "coordinator"), ("Gemeente", "ambtenaar")]
VIER = [
    ("Uitvoerders", "coordinator"),
    ("Managers", "manager"),
    ("Doorbraakteam", "manager"),
    ("Gemeente", "ambtenaar"),
]


def ladder(vast, stappen) -> Stap:
    """What gets stuck begins on another ladder, as one of the region."""
    Escalatiemodel.objects.update(actief=False)
    model = Escalatiemodel.objects.create(naam="Verzonnen", versie=1, actief=True)
    gemaakt = [
        Modelstap.objects.create(
            model=model, nummer=nummer, naam=naam, naam_voor_gezin=f"{naam} kijken mee", houderrol=rol,
            vastleggen_aantal=1, vastleggen_eenheid="week",
        )
        for nummer, (naam, rol) in enumerate(stappen, 1)
    ]  # fmt: skip
    for eerder, later in pairwise(gemaakt):
        eerder.volgende = later
        eerder.full_clean()
        eerder.save()
    Modelniveau.objects.create(modelstap=gemaakt[-1], nummer=1, naam="Ambtelijk", naam_voor_gezin="x", wanneer="x")
    vast.loopt_vast()
    return vast.stap


def verder(vast) -> Stap:
    """The step term passes."""
    vast.tik(dagen=8)
    return vast.stap


def test_with_two_steps_the_gemeente_follows_the_executors(vast):
    stap, coordinator = ladder(vast, TWEE), vast.cast.coordinator
    zicht = zicht_op(coordinator, vast.stagnatie)
    assert eerder_hulp(zicht, stap).knop == "Schakel de gemeente nu in"
    assert "De gemeente is dan meteen aan zet" in buiten_macht(zicht, stap).uitleg
    assert is_niveau_erboven(vast.cast.ambtenaar, stap) and not is_niveau_erboven(vast.cast.manager, stap)
    nieuw = roep_eerder_hulp_in(stap, door=coordinator, nu=vast.nu, toelichting="Het lukt ons niet")
    assert (nieuw.houder, nieuw.modelstap.nummer) == (vast.cast.ambtenaar, 2)


def test_the_same_kind_twice_reaches_two_people(vast):
    ladder(vast, VIER)
    gehouden = []
    for _keer in range(3):
        stap = verder(vast)
        gehouden.append((stap.modelstap.naam, stap.houder))
    assert gehouden == [
        ("Managers", vast.cast.manager), ("Doorbraakteam", vast.cast.bestuurder), ("Gemeente", vast.cast.ambtenaar),
    ]  # fmt: skip


def test_with_nobody_else_the_second_of_a_kind_is_passed_over_with_that_reason(vast):
    Functie.objects.filter(rol=Rol.BESTUURDER).delete()
    ladder(vast, VIER)
    verder(vast)
    stap = verder(vast)
    assert (stap.modelstap.naam, stap.houder, stap.reden) == ("Gemeente", vast.cast.ambtenaar, Stapreden.NIEMAND)


def test_a_kind_that_is_not_known_is_nobodys(vast):
    stap = ladder(vast, TWEE)
    stap.modelstap.houderrol = "doorbraakteam"
    with pytest.raises(KeyError):
        Houders([vast.stagnatie]).van(vast.stagnatie, stap.modelstap)


def test_every_kind_that_a_ladder_can_name_has_its_record():
    assert set(STAPSOORTEN) == set(Houderrol.values)


def test_above_the_last_step_is_its_own_kind(vast):
    ladder(vast, VIER)
    laatste = Modelstap.objects.filter(model=vast.stagnatie.model).last()
    assert erboven(laatste) is soort_van(laatste)


def test_no_ladder_goes_round_in_a_circle(vast):
    ladder(vast, TWEE)
    laatste = Modelstap.objects.filter(model=vast.stagnatie.model).last()
    laatste.volgende = laatste.vorigen.get()
    with pytest.raises(ValidationError, match="hogere stap"):
        laatste.full_clean()


VIJF = [*VIER[:3], ("Bestuurders", "manager"), ("Gemeente", "ambtenaar")]


def test_with_five_steps_and_one_kind_three_times_nobody_keeps_two_in_a_row(vast):
    ladder(vast, VIJF)
    gang = [(vast.stap.modelstap.naam, vast.stap.houder)]
    while gang[-1][0] != "Gemeente":
        stap = verder(vast)
        gang.append((stap.modelstap.naam, stap.houder))
    assert [naam for naam, _houder in gang] == [naam for naam, _rol in VIJF]
    assert all(eerder[1] != later[1] for eerder, later in pairwise(gang))


def test_a_track_that_is_chosen_skips_with_a_reason_and_lands_on_step_2_of_another(vast):
    stap = ladder(vast, VIER)
    model, coordinator = vast.stagnatie.model, vast.cast.coordinator
    kort = Modelspoor.objects.create(model=model, nummer=2, naam="Kort overleg", begin=Spoorbegin.GEKOZEN)
    tweede = model.stappen.get(naam="Managers")
    Modelstap.objects.create(
        model=model, spoor=kort, begint=True, nummer=1, naam="Overleg", naam_voor_gezin="Wij overleggen",
        houderrol="coordinator", vastleggen_aantal=2, vastleggen_eenheid="werkdag", volgende=tweede,
    )  # fmt: skip
    nieuw = kies_spoor(stap, kort, antwoorden={}, toelichting="Iedereen zit al om tafel", door=coordinator, nu=vast.nu)
    assert (nieuw.modelstap.naam, nieuw.houder, nieuw.toelichting) == (
        "Overleg", coordinator, "Iedereen zit al om tafel",
    )  # fmt: skip
    vast.tik(dagen=5)
    assert (vast.stap.modelstap, vast.stap.houder) == (tweede, vast.cast.manager)
    assert verder(vast).modelstap.naam == "Doorbraakteam"
