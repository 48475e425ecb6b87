"""What somebody sees of a family by standing in for a colleague: never more than that colleague sees there now (I6, T3)."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import DateTimeField, Exists, Func, OuterRef, Q, QuerySet, UUIDField

from core import clock, memo
from core.kept_queries import Rows, Slot, kept
from gezinnen.models import Deelnemer, GezinRechtVerlening, GezinsRecht
from gezinnen.waarneming import namens_in_gezinnen
from gezinnen.waarneming import vast as doet_vast
from instanties.models import Functie, Gebruiker
from instanties.vaste_lezer import VasteLezer, slots
from instanties.vervanging import Namens
from toestemming.models import Grondslag, Veiligheidsvlag, Weigering


def met_vlag(mensen: Collection[UUID]) -> QuerySet[Any, tuple[UUID, UUID]]:
    """From whom a safety flag keeps something of a family, stands in for nobody there."""
    vlaggen = Veiligheidsvlag.objects.geldend().filter(voor_wie__gebruiker__in=mensen)
    return vlaggen.order_by().values_list("voor_wie__gebruiker_id", "gezin_id")


def met_nee(mensen: Collection[UUID]) -> QuerySet[Any, tuple[UUID, UUID]]:
    """About whom somebody of a family said 'no', stands in for nobody there: of a colleague she would read more (T8)."""
    tegen = Weigering.objects.staand().filter(ontvanger__gebruiker__in=mensen)
    return tegen.order_by().values_list("ontvanger__gebruiker_id", "gezin_id")


def met_nee_tegen_instelling(mensen: Collection[UUID]) -> QuerySet[Any, tuple[UUID, UUID]]:
    """Nor does who works now, in whatever function, for an instelling about which somebody said it (T8)."""
    werkt = Functie.objects.geldig().filter(gebruiker__in=mensen)
    tegen = Weigering.objects.staand().filter(ontvanger_instelling__functies__in=werkt)
    return tegen.order_by().values_list("ontvanger_instelling__functies__gebruiker_id", "gezin_id")


def met_nee_op_naam(mensen: Collection[UUID]) -> QuerySet[Any, tuple[UUID, UUID]]:
    """Nor does who is called as somebody without an account about whom it was said: it may well be the same person (T8)."""
    tegen = Weigering.objects.staand().filter(
        ontvanger__gebruiker__isnull=True, ontvanger__naam_sleutel=OuterRef("naam_sleutel")
    )
    gezinnen = Func(ArraySubquery(tegen.order_by().values("gezin")), function="UNNEST", output_field=UUIDField())
    return Gebruiker.objects.filter(pk__in=mensen).order_by().values_list("pk", gezinnen)


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
    mensen = {een.wie.pk for van_gezin in voor.values() for een in van_gezin}
    mogen = _mogen_zelf(None, nu=clock.now(), mensen=list(mensen), gezinnen=list(voor))
    zien = {(recht.content_object_id, recht.user_id) for recht in mogen}
    gevonden = {pk: tuple(een for een in van_gezin if (pk, een.wie.pk) in zien) for pk, van_gezin in voor.items()}
    return {pk: van_gezin for pk, van_gezin in gevonden.items() if van_gezin}


@kept
def _mogen_zelf(_vorm: None) -> Rows:
    """The rights to read of these people in these families, of who has a ground there."""
    nu: Any = Slot("nu", DateTimeField())
    gronden = Grondslag.objects.geldig(nu).voor_plan()
    via_instelling = Deelnemer.objects.actief().filter(
        gezin=OuterRef("gezin"), gebruiker=OuterRef(OuterRef("user")), instelling=OuterRef("instelling")
    )
    eigen = Q(gebruiker=OuterRef("user")) | Q(Exists(via_instelling), instelling__isnull=False)
    return Rows(
        GezinRechtVerlening.objects.filter(
            Exists(gronden.filter(eigen, gezin=OuterRef("content_object"))),
            user__in=slots("mensen"),
            content_object__in=slots("gezinnen"),
            permission__codename=GezinsRecht.BEKIJKEN,
        )
    )


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
