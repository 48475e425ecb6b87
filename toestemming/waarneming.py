"""What somebody sees of a family by standing in for a colleague: never more than that colleague sees there now (I6, T3)."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from core import clock, memo
from gezinnen.models import Deelnemer, GezinRechtVerlening, GezinsRecht
from gezinnen.waarneming import namens_in_gezinnen
from gezinnen.waarneming import vast as doet_vast
from instanties.vaste_lezer import VasteLezer
from instanties.vervanging import Namens
from toestemming.models import Grondslag, Veiligheidsvlag


def met_vlag(mensen: Collection[UUID]) -> QuerySet[Any, tuple[UUID, UUID]]:
    """From whom a safety flag keeps something of a family, stands in for nobody there."""
    vlaggen = Veiligheidsvlag.objects.filter(voor_wie__gebruiker__in=mensen, tot__isnull=True)
    return vlaggen.order_by().values_list("voor_wie__gebruiker_id", "gezin_id")


def grond_q(wie: Any) -> Q:
    """The filter for the grounds of one person (an id, or a reference to one): own, or of the instelling of the part taken."""
    via_instelling = Deelnemer.objects.actief().filter(
        gezin=OuterRef("gezin"), gebruiker=wie, instelling=OuterRef("instelling")
    )
    return Q(gebruiker=wie) | Q(Exists(via_instelling), instelling__isnull=False)


def gezinnen(gebruiker: Any) -> Mapping[UUID, tuple[Namens, ...]]:
    """Per family for whom this person stands in, of those who see something of it themselves: a right and a ground."""
    voor = namens_in_gezinnen(gebruiker)
    if not voor:
        return {}
    sleutel = ("waargenomen_gezinnen", gebruiker.pk, clock.today())
    return memo.remember(sleutel, lambda: _zien_zelf(voor))


def _zien_zelf(voor: Mapping[UUID, tuple[Namens, ...]]) -> dict[UUID, tuple[Namens, ...]]:
    gronden = Grondslag.objects.geldig().voor_plan().filter(gezin=OuterRef("content_object"))
    via_instelling = Deelnemer.objects.actief().filter(
        gezin=OuterRef("gezin"), gebruiker=OuterRef(OuterRef("user")), instelling=OuterRef("instelling")
    )
    eigen = Q(gebruiker=OuterRef("user")) | Q(Exists(via_instelling), instelling__isnull=False)
    mogen = GezinRechtVerlening.objects.filter(
        Exists(gronden.filter(eigen)),
        user__in={een.wie.pk for mensen in voor.values() for een in mensen},
        content_object__in=list(voor),
        permission__codename=GezinsRecht.BEKIJKEN,
    )
    zien = set(mogen.values_list("content_object_id", "user_id"))
    gevonden = {pk: tuple(een for een in mensen if (pk, een.wie.pk) in zien) for pk, mensen in voor.items()}
    return {pk: mensen for pk, mensen in gevonden.items() if mensen}


def vast(gebruiker: Any) -> tuple[VasteLezer, dict[str, Any]]:
    """As gezinnen.waarneming.vast, with what this room says of it."""
    lezer, waarden = doet_vast(gebruiker)
    ziet = per_persoon(gebruiker)
    for nummer, (wie, hier) in enumerate(ziet.items()):
        waarden[f"ziet_{nummer}"], waarden[f"ziet_in_{nummer}"] = wie, list(hier)
    return replace(lezer, ziet_voor=len(ziet)), waarden


def per_persoon(gebruiker: Any) -> Mapping[Any, Any]:
    """The same families per absent person."""
    if isinstance(gebruiker, VasteLezer):
        return gebruiker.ziet
    gevonden: dict[UUID, list[UUID]] = {}
    for gezin_id, mensen in gezinnen(gebruiker).items():
        for een in mensen:
            gevonden.setdefault(een.wie.pk, []).append(gezin_id)
    return gevonden
