"""Who acts in a step whose keeper is away: whoever stands in, except who may not be the one there (I6, E2, E4, E5).

A step is there to reach other people. So never through substitution: the party whose share is missing; who kept the step
before or acted in it; and outside the plan the coordinator. It then goes on to the next in line.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from core import clock, memo
from core.kept_queries import Rows, kept
from escalatie.models import Gebeurtenis, Medepartij, Stap, Stapstaat
from escalatie.stapsoorten import STAPSOORTEN, ervoor, soort_van
from gezinnen.models import Coordinatorschap
from instanties import vervanging
from instanties.models import Gebruiker, Vervanging
from instanties.permissions import ambtenaar_van, leidt
from instanties.vaste_lezer import VasteLezer, slots
from instanties.vervanging import Dag, Waarnemer, dag_bij, dag_van, uitgesloten


def wie_niet(stappen: Collection[Stap]) -> dict[UUID, set[UUID]]:
    """Per open step (with its stagnatie's `partij`) who never acts in it by standing in. Four queries."""
    stagnaties = {stap.stagnatie_id for stap in stappen}
    gezinnen = {stap.stagnatie.gezin_id for stap in stappen}
    coordineert = dict(
        Coordinatorschap.objects.huidig().filter(gezin__in=gezinnen).values_list("gezin_id", "gebruiker_id")
    )
    deed: dict[UUID, dict[int, set[UUID]]] = defaultdict(lambda: defaultdict(set))
    hield = (
        Stap.objects.doorlopen()
        .filter(stagnatie__in=stagnaties)
        .order_by("volgnummer")
        .values_list("stagnatie_id", "modelstap_id", "houder_id", "niveau")
    )
    # Each level has its own keeper: who kept a lower one of the same step doesn't act in the higher.
    lager = list(hield)
    handelde = Gebeurtenis.objects.filter(stagnatie__in=stagnaties, stap__isnull=False, door__isnull=False).values_list(
        "stagnatie_id", "stap__modelstap_id", "door_id"
    )
    gang: dict[UUID, list[int]] = defaultdict(list)
    for stagnatie_id, modelstap_id, _wie, _niveau in lager:
        gang[stagnatie_id].append(modelstap_id)
    for stagnatie_id, modelstap_id, wie in [*(rij[:3] for rij in lager), *handelde]:
        deed[stagnatie_id][modelstap_id].add(wie)
    mede: dict[UUID, set[UUID]] = defaultdict(set)
    partijen = Medepartij.objects.filter(stagnatie__in=stagnaties, deelnemer__gebruiker__isnull=False)
    for stagnatie_id, wie in partijen.values_list("stagnatie_id", "deelnemer__gebruiker_id"):
        mede[stagnatie_id].add(wie)
    niet: dict[UUID, set[UUID]] = {}
    for stap in stappen:
        vorige = ervoor(gang[stap.stagnatie_id], stap.modelstap)
        wie_hier = set(deed[stap.stagnatie_id][vorige]) if vorige is not None else set()
        if stap.stagnatie.partij is not None and stap.stagnatie.partij.gebruiker_id:
            wie_hier.add(stap.stagnatie.partij.gebruiker_id)
        wie_hier |= {
            wie
            for stagnatie_id, modelstap_id, wie, niveau in lager
            if (stagnatie_id, modelstap_id) == (stap.stagnatie_id, stap.modelstap_id) and niveau < stap.niveau
        } - {stap.houder_id}
        wie_hier |= mede[stap.stagnatie_id]
        coordinator = coordineert.get(stap.stagnatie.gezin_id)
        if coordinator is not None and not soort_van(stap.modelstap).in_plan:
            wie_hier.add(coordinator)
        niet[stap.pk] = wie_hier
    return niet


def waarnemers_van(stappen: Iterable[Stap]) -> dict[UUID, Waarnemer]:
    """Who acts in each of these open steps for a keeper who is away now; one query when none of them is."""
    alle = list(stappen)
    if not alle:
        return {}
    dag = dag_bij(clock.today(), {stap.houder_id for stap in alle})
    return _wie(dag, [stap for stap in alle if stap.houder_id in dag.afwezig])


def zonder_waarnemer(stappen: QuerySet[Stap]) -> list[Stap]:
    """Of these open steps those whose keeper is away now, and in which nobody can act for him or her."""
    afwezig = Vervanging.objects.op(clock.today()).values("wie")
    van_wie_afwezig_is = list(stappen.filter(houder__in=afwezig))
    if not van_wie_afwezig_is:
        return []
    wie = waarnemers_van(van_wie_afwezig_is)
    return [stap for stap in van_wie_afwezig_is if stap.pk not in wie]


def _wie(dag: Dag, stappen: list[Stap]) -> dict[UUID, Waarnemer]:
    if not stappen:
        return {}
    niet = wie_niet(stappen)
    ketens = {}
    for stap in stappen:
        plek = stap.houder_instelling_id or stap.houder_gemeente_id
        plekken = [plek] if plek else sorted(dag.organisaties_van(stap.houder_id), key=str)[:1]
        rol = soort_van(stap.modelstap).rol
        ketens[stap.pk] = [(waar, dag.keten(stap.houder_id, waar, rol)) for waar in plekken]
    uitgesloten_in = uitgesloten({pk for van_stap in ketens.values() for _plek, keten in van_stap for pk in keten})
    gevonden = {}
    for stap in stappen:
        for plek, keten in ketens[stap.pk]:
            daar_niet = niet[stap.pk] | {pk for pk in keten if stap.stagnatie.gezin_id in uitgesloten_in.get(pk, ())}
            wordt = dag.waarnemer(stap.houder, plek, keten, daar_niet)
            if wordt is not None:
                gevonden[stap.pk] = wordt
    return gevonden


def stappen_namens(gebruiker: Any) -> dict[UUID, tuple[UUID, Waarnemer]]:
    """The open steps in which this person acts for the keeper now: step → (stagnatie, for whom). Asked once per request."""
    if not gebruiker.is_authenticated or not gebruiker.is_active or not gebruiker.is_professional:
        return {}
    dag = dag_van(gebruiker, clock.today())
    mijn = dag.organisaties_van(gebruiker.pk)
    wie = {
        pk
        for pk in dag.afwezig
        for plek in mijn & dag.organisaties_van(pk)
        if any(gebruiker.pk in dag.keten(pk, plek, rol) for rol in {soort.rol for soort in STAPSOORTEN.values()})
    }
    if not wie:
        return {}
    return memo.remember(("stappen_namens", gebruiker.pk, dag.op), lambda: _stappen_namens(gebruiker, dag, wie))


def _stappen_namens(gebruiker: Gebruiker, dag: Dag, wie: set[UUID]) -> dict[UUID, tuple[UUID, Waarnemer]]:
    stappen = _open_stappen_van(None, houders=list(wie))
    per_stap = _wie(dag, stappen)
    return {
        stap.pk: (stap.stagnatie_id, per_stap[stap.pk])
        for stap in stappen
        if stap.pk in per_stap and per_stap[stap.pk].gebruiker.pk == gebruiker.pk
    }


@kept
def _open_stappen_van(_vorm: None) -> Rows:
    stappen = Stap.objects.filter(staat=Stapstaat.OPEN, houder__in=slots("houders"))
    return Rows(stappen, met=["modelstap", "houder", "stagnatie__partij"])


def niet_waargenomen(gebruiker: Gebruiker) -> set[UUID]:
    """The families in which this person stands in for nobody (I6)."""
    return {gezin_id for een in vervanging.namens(gebruiker) for gezin_id in een.behalve}


def vast(gebruiker: Any) -> tuple[VasteLezer, dict[str, Any]]:
    """As vervanging.vast, with what this room says of it."""
    lezer, waarden = vervanging.vast(gebruiker)
    namens = stappen_namens(gebruiker)
    waarden |= {
        "houdt_stappen": list(namens),
        "houdt_stagnaties": list({stagnatie_id for stagnatie_id, _wie in namens.values()}),
        "houdt_voor": list({een.wie.pk for _stagnatie, een in namens.values()}),
        "leidt": list(leidt(gebruiker)),
        "ambtenaar": list(ambtenaar_van(gebruiker)),
        "niet_in": list(niet_waargenomen(gebruiker)),
    }
    return replace(lezer, houdt_stappen=bool(namens)), waarden


def is_houder(gebruiker: Gebruiker, stap: Stap) -> bool:
    """Whether this person keeps this open step, or stands in for who does."""
    return stap.houder_id == gebruiker.pk or stap.pk in stappen_namens(gebruiker)
