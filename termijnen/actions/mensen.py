"""Whom a term concerns: who keeps it, and of whom it asks something."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from instanties.models import Gebruiker
from termijnen.actions.leven import vergrendel
from termijnen.models import Gevraagd, Termijn, TermijnWijziging


@transaction.atomic
def wissel_houder(
    termijnen: Sequence[Termijn],
    houder: Gebruiker | None,
    *,
    nu: datetime,
    door: Gebruiker | None,
    reden: str,
    ook_gevraagd: bool = True,
) -> list[Termijn]:
    """Give those of these terms that still run another keeper: terms move with the responsibility (E9, Z3).

    What a term asked of the old keeper it asks of the new one, unless `ook_gevraagd` is False. Returns the terms that
    really moved, brought up to date.
    """
    vergrendeld = vergrendel(termijn.pk for termijn in termijnen)
    nieuw_id = houder.pk if houder else None
    verplaatst, wijzigingen, oude_vragen = [], [], {}
    for termijn in termijnen:
        oud = vergrendeld.get(termijn.pk)
        if oud is None or not oud.loopt or oud.houder_id == nieuw_id:
            continue
        oude_vragen[termijn.pk] = oud.houder_id
        termijn.houder = houder
        verplaatst.append(termijn)
        wijzigingen.append(
            TermijnWijziging(
                termijn_id=termijn.pk,
                op=nu,
                door=door,
                van_staat=oud.staat,
                naar_staat=oud.staat,
                naar_loopt_af_op=oud.loopt_af_op,
                reden=reden,
            )
        )
    Termijn.objects.filter(pk__in=list(oude_vragen)).update(houder=houder)
    TermijnWijziging.objects.bulk_create(wijzigingen)
    if ook_gevraagd and houder:
        _vraag_in_plaats_van(oude_vragen, houder)
    return verplaatst


def _vraag_in_plaats_van(oude_houders: dict[UUID, UUID | None], houder: Gebruiker) -> None:
    gevraagd = [
        rij
        for rij in Gevraagd.objects.filter(termijn__in=list(oude_houders))
        if rij.gebruiker_id == oude_houders[rij.termijn_id]
    ]
    Gevraagd.objects.filter(pk__in=[rij.pk for rij in gevraagd]).delete()
    Gevraagd.objects.bulk_create(
        (Gevraagd(termijn_id=rij.termijn_id, gebruiker=houder) for rij in gevraagd), ignore_conflicts=True
    )


@transaction.atomic
def vraag_aan(termijn: Termijn, gebruiker_ids: Iterable[UUID]) -> None:
    """Ask this term of these people, and of nobody else (R2)."""
    nieuw = list(dict.fromkeys(gebruiker_ids))
    Gevraagd.objects.filter(termijn=termijn).exclude(gebruiker__in=nieuw).delete()
    Gevraagd.objects.bulk_create(
        (Gevraagd(termijn=termijn, gebruiker_id=gebruiker_id) for gebruiker_id in nieuw), ignore_conflicts=True
    )


@transaction.atomic
def vraag_met_ander_account(oud: Gebruiker, nieuw: Gebruiker, *, gezin_id: UUID) -> None:
    """What the terms of this family asked of somebody's one account, they ask of the other: the same person (I9)."""
    rijen = Gevraagd.objects.filter(gebruiker=oud, termijn__gezin=gezin_id)
    termijnen = list(rijen.values_list("termijn_id", flat=True))
    rijen.delete()
    Gevraagd.objects.bulk_create(
        (Gevraagd(termijn_id=termijn_id, gebruiker=nieuw) for termijn_id in termijnen), ignore_conflicts=True
    )
