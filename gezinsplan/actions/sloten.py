"""Locks, in the one order for all: Termijn rows by id first, then upwards."""

from collections.abc import Sequence
from uuid import UUID

from gezinsplan.models import OPEN_NAVRAAG, Afspraak, Gesprek, Gespreksstaat, Navraag
from termijnen.actions import vergrendel


def _termijn_ids(afspraak_ids: Sequence[UUID]) -> set[UUID]:
    eigen = Afspraak.objects.filter(pk__in=afspraak_ids, termijn__isnull=False).values_list("termijn_id", flat=True)
    navragen = Navraag.objects.filter(afspraak__in=afspraak_ids).values_list("termijn_id", flat=True)
    gesprekken = Gesprek.objects.filter(afspraak__in=afspraak_ids).values_list("termijn_id", flat=True)
    return {*eigen, *navragen, *gesprekken}


def met_slot(afspraak_ids: Sequence[UUID]) -> list[Afspraak]:
    """The afspraken with all their terms locked, by id: what is read now stays so until the transaction ends."""
    vast: set[UUID] = set()
    # The clock may have added a term while we waited; its id is only known afterwards.
    while nieuw := _termijn_ids(afspraak_ids) - vast:
        vergrendel(sorted(nieuw))
        vast |= nieuw
    return list(
        Afspraak.objects.select_for_update(of=("self",))
        .select_related("termijn", "doel__plan__gezin")
        .filter(pk__in=afspraak_ids)
        .order_by("pk")
    )


def met_slot_een(afspraak_id: UUID) -> Afspraak:
    """One afspraak, locked. Raises Afspraak.DoesNotExist."""
    gevonden = met_slot([afspraak_id])
    if not gevonden:
        raise Afspraak.DoesNotExist
    return gevonden[0]


def open_navraag(afspraak: Afspraak) -> Navraag | None:
    """The question that still waits for an answer or for a yes."""
    return afspraak.navragen.filter(staat__in=OPEN_NAVRAAG).select_related("termijn").first()


def open_gesprek(afspraak: Afspraak) -> Gesprek | None:
    """The talk that the coordinator still owes."""
    return afspraak.gesprekken.filter(staat=Gespreksstaat.OPEN).select_related("termijn").first()
