"""Who is away, as the page shows it: one's own days, one's people, and to whom it falls (I6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from instanties.kan_vervangen import kan_doen
from instanties.models import Functie, Gebruiker, Instelling, Rol, Vervanging
from instanties.permissions import is_beheerder, mensen_onder
from instanties.vervanging import Dag, bij, werkt_bij

MEEST = 200


@dataclass(frozen=True)
class Afwezig:
    """One absence. `naar`: who stands in per organisation on its first day still to come; empty: nobody can."""

    rij: Vervanging
    naar: tuple[str, ...]
    loopt: bool
    mag_wijzigen: bool


@dataclass(frozen=True)
class Overzicht:
    """What one person reads about who is away."""

    mijn: list[Afwezig]
    anderen: list[Afwezig]
    # For whom the reader may record it too.
    onder: list[Gebruiker]


def collegas(wie: Gebruiker, door: Gebruiker) -> list[Gebruiker]:
    """Who could be named to stand in: whoever does such work at the same instelling or gemeente, and can log in."""
    mensen = Gebruiker.objects.filter(
        pk__in=kan_doen(wie, door).values("gebruiker"), is_active=True, is_professional=True
    )
    return list(mensen.order_by("naam_volgorde", "pk"))


def overzicht(gebruiker: Gebruiker, vandaag: date) -> Overzicht:
    """One's own absences, and those of colleagues and one's people. A fixed number of queries."""
    onder = list(mensen_onder(gebruiker).order_by("naam_volgorde", "pk")[:MEEST])
    plekken = werkt_bij([gebruiker.pk])[gebruiker.pk]
    rijen = Vervanging.objects.geldig().filter(tot_en_met__gte=vandaag).select_related("wie", "vervanger")
    if not is_beheerder(gebruiker):
        daar = Functie.objects.geldig().filter(bij(plekken, plekken))
        rijen = rijen.filter(Q(wie__in=daar.values("gebruiker")) | Q(wie__in=[mens.pk for mens in onder]))
    komend = list(rijen.order_by("van", "wie__naam_volgorde")[:MEEST])
    mag = {gebruiker.pk, *(mens.pk for mens in onder)}
    alle = [
        Afwezig(rij, naar, loopt=rij.van <= vandaag, mag_wijzigen=rij.wie_id in mag)
        for rij, naar in met_wie(komend, vandaag)
    ]
    return Overzicht(
        mijn=[een for een in alle if een.rij.wie_id == gebruiker.pk],
        anderen=[een for een in alle if een.rij.wie_id != gebruiker.pk],
        onder=onder,
    )


def met_wie(rijen: list[Vervanging], vandaag: date) -> Iterable[tuple[Vervanging, tuple[str, ...]]]:
    """To whom each falls on its first day to come, when more of them are away by then."""
    werkt = werkt_bij({rij.wie_id for rij in rijen})
    plekken = {plek for van_wie in werkt.values() for plek in van_wie}
    namen = dict(Instelling.objects.filter(pk__in=plekken).values_list("pk", "naam"))
    per_dag: dict[date, Dag] = {}
    for rij in rijen:
        dag = max(rij.van, vandaag)
        if dag not in per_dag:
            per_dag[dag] = Dag(dag, [een for een in rijen if een.van <= dag <= een.tot_en_met], plekken=plekken)
        yield rij, _naar(per_dag[dag], rij, werkt[rij.wie_id], namen)


def _naar(dag: Dag, rij: Vervanging, plekken: set[UUID], namen: dict[UUID, str]) -> tuple[str, ...]:
    gevonden: dict[str, list[str]] = {}
    werk = [(plek, rol) for plek in sorted(plekken, key=str) for rol in dag.rollen_van(rij.wie_id, plek)]
    for plek, rol in werk:
        wordt = dag.waarnemer(rij.wie, plek, dag.keten(rij.wie_id, plek, rol))
        if wordt is not None:
            waar = ", ".join(filter(None, (str(Rol(rol).label), namen.get(plek))))
            gevonden.setdefault(wordt.gebruiker.naam, []).append(waar)
    if len(gevonden) == 1 and [len(waar) for waar in gevonden.values()] == [len(werk)]:
        return tuple(gevonden)
    return tuple(f"{naam} ({'; '.join(waar)})" for naam, waar in gevonden.items())
