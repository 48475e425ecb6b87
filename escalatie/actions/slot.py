"""Locking a stagnatie: first its running terms by id, then the stagnatie, so that the clock and people never both move it.

The clock comes with terms that it has claimed and may wait for the rest. A person therefore never waits while holding
anything: what can't be had at once is let go and tried again.
"""

import time
from collections.abc import Iterable
from uuid import UUID

from django.db import OperationalError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from psycopg import errors

from core.errors import RuleError
from escalatie.models import Actie, Actieverzoek, Bevestiging, Oplossing, Stagnatie, Stap, Tussenvraag, Vraag
from termijnen.models import Termijn, Termijnstaat

PAUZE = 0.05
POGINGEN = 200


def termijnen_van(stagnaties: Iterable[UUID]) -> set[UUID]:
    """The ids of all terms that belong to these stagnaties, running or not; one query."""
    ids = list(stagnaties)
    stappen = Stap.objects.order_by().filter(stagnatie__in=ids)
    rijen = stappen.values_list("vastleggen_id").union(
        stappen.filter(resultaat__isnull=False).values_list("resultaat_id"),
        Actie.objects.order_by().filter(stap__stagnatie__in=ids).values_list("termijn_id"),
        Actieverzoek.objects.order_by().filter(actie__stap__stagnatie__in=ids).values_list("termijn_id"),
        Vraag.objects.order_by().filter(stagnatie__in=ids).values_list("termijn_id"),
        Bevestiging.objects.order_by().filter(besluit__stap__stagnatie__in=ids).values_list("termijn_id"),
        Tussenvraag.objects.order_by().filter(stagnatie__in=ids).values_list("termijn_id"),
        Oplossing.objects.order_by().filter(stagnatie__in=ids).values_list("termijn_id"),
    )
    return {termijn_id for (termijn_id,) in rijen}


def lopende_termijnen_van(stagnaties: Iterable[UUID]) -> list[Termijn]:
    """The running terms of these stagnaties."""
    return list(Termijn.objects.lopend().filter(pk__in=termijnen_van(stagnaties)).order_by("pk"))


def _rijen(stagnaties: Iterable[UUID], *, nowait: bool) -> QuerySet[Stagnatie]:
    return (
        Stagnatie.objects.select_for_update(no_key=True, of=("self",), nowait=nowait)
        .filter(pk__in=list(stagnaties))
        .select_related("gezin__gemeente", "doel", "partij__instelling")
        .order_by("pk")
    )


def vergrendel_voor_klok(stagnaties: Iterable[UUID]) -> dict[UUID, Stagnatie]:
    """Lock stagnaties for the clock, which holds its claimed terms already; may wait for a person to finish."""
    return {stagnatie.pk: stagnatie for stagnatie in _rijen(stagnaties, nowait=False)}


def vergrendel(stagnaties: Iterable[UUID]) -> dict[UUID, Stagnatie]:
    """Lock stagnaties with their running terms, and give them as they are now. Needs a transaction.

    Raises RuleError when the lock can't be had within some ten seconds.
    """
    ids = list(stagnaties)
    for _poging in range(POGINGEN):
        try:
            with transaction.atomic():
                lopend = set(
                    Termijn.objects.select_for_update(no_key=True, nowait=True)
                    .filter(pk__in=termijnen_van(ids), staat=Termijnstaat.LOOPT)
                    .order_by("pk")
                    .values_list("pk", flat=True)
                )
                gevonden = {stagnatie.pk: stagnatie for stagnatie in _rijen(ids, nowait=True)}
                if lopend >= {termijn.pk for termijn in lopende_termijnen_van(ids)}:
                    return gevonden
        except OperationalError as fout:
            if not isinstance(fout.__cause__, errors.LockNotAvailable):
                raise
        time.sleep(PAUZE)
    raise RuleError(_("Iemand anders is hier net mee bezig. Probeer het over een paar tellen nog eens."))


def vergrendel_een(stagnatie: Stagnatie | UUID) -> Stagnatie:
    """As vergrendel, for one."""
    sleutel = stagnatie if isinstance(stagnatie, UUID) else stagnatie.pk
    return vergrendel([sleutel])[sleutel]
