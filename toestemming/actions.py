"""Making and ending grounds (T3). First form: grounds follow from acts elsewhere; nobody writes one by hand."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from gezinnen.models import Coordinatorschap, Deelnemer, Gezin, SoortDeelnemer
from instanties.models import Gebruiker
from logboek.actions import RegelGegevens, schrijf_velen
from logboek.models import Handeling
from toestemming.models import Grondslag, SoortGrondslag


@transaction.atomic
def begin_grondslagen(nieuw: Sequence[Grondslag], *, nu: datetime, door: Gebruiker | None = None) -> list[Grondslag]:
    """Let these unsaved grounds be in force from now on, each instead of one of the same kind that was (T3).

    A fixed number of statements, however many (the clock). For doorzettingsmacht `voor_object` is the stap. Logged.
    """
    rijen = list({_sleutel(rij): rij for rij in nieuw}.values())
    geldig = Grondslag.objects.geldig().filter(
        gezin__in={rij.gezin_id for rij in rijen}, gebruiker__in={rij.gebruiker_id for rij in rijen}
    )
    nieuwe = {_sleutel(rij) for rij in rijen}
    oud = [rij.pk for rij in geldig if _sleutel(rij) in nieuwe]
    if oud:
        Grondslag.objects.filter(pk__in=oud).update(tot=nu)
    for rij in rijen:
        rij.van = nu
        rij.leefgebieden = sorted(set(rij.leefgebieden))
    Grondslag.objects.bulk_create(rijen)
    _log(rijen, _("grondslag begint: %(soort)s"), door)
    return rijen


@transaction.atomic
def eindig_grondslagen(
    *,
    nu: datetime,
    door: Gebruiker | None = None,
    gezin: Gezin | None = None,
    gebruiker: Gebruiker | None = None,
    soort: str = "",
    voor_objecten: Iterable[uuid.UUID] | None = None,
) -> int:
    """End the grounds in force that fit all that is given, at once: what they opened is closed (T3). Returns how many.

    `voor_objecten`: the stappen that have ended (doorzettingsmacht). Raises ValueError when nothing at all is given.
    """
    filters: dict[str, Any] = {}
    if gezin is not None:
        filters["gezin"] = gezin
    if gebruiker is not None:
        filters["gebruiker"] = gebruiker
    if soort:
        filters["soort"] = soort
    if voor_objecten is not None:
        filters["voor_object__in"] = list(voor_objecten)
    if not filters:
        raise ValueError("Zeg welke grondslagen eindigen.")
    rijen = list(Grondslag.objects.geldig().filter(**filters).select_for_update(of=("self",)).order_by("pk"))
    Grondslag.objects.filter(pk__in=[rij.pk for rij in rijen]).update(tot=nu)
    _log(rijen, _("grondslag eindigt: %(soort)s"), door)
    return len(rijen)


def bij_begin_deelname(
    sender: Any, *, deelnemer: Deelnemer, leefgebieden: Sequence[str], nu: datetime, door: Gebruiker | None, **rest: Any
) -> None:
    """Joining gives a ground: the own family, or being directly involved for what the share needs (T3)."""
    eigen = deelnemer.soort == SoortDeelnemer.GEZINSLID
    grondslag = Grondslag(
        gezin=deelnemer.gezin,
        gebruiker=deelnemer.gebruiker,
        deelnemer=deelnemer,
        soort=SoortGrondslag.EIGEN_GEZIN if eigen else SoortGrondslag.RECHTSTREEKS_BETROKKEN,
        leefgebieden=[] if eigen else list(leefgebieden),
    )
    begin_grondslagen([grondslag], nu=nu, door=door)


def bij_stoppen_deelname(
    sender: Any, *, deelnemer: Deelnemer, nu: datetime, door: Gebruiker | None, **rest: Any
) -> None:
    """Who takes no part any more has no ground any more, from the same moment (T3)."""
    if deelnemer.gebruiker is not None:
        for soort in (SoortGrondslag.EIGEN_GEZIN, SoortGrondslag.RECHTSTREEKS_BETROKKEN):
            eindig_grondslagen(nu=nu, door=door, gezin=deelnemer.gezin, gebruiker=deelnemer.gebruiker, soort=soort)


def bij_wissel_coordinator(
    sender: Any,
    *,
    gezin: Gezin,
    oud: Coordinatorschap | None,
    nieuw: Coordinatorschap,
    nu: datetime,
    door: Gebruiker | None,
    **rest: Any,
) -> None:
    """Whoever coordinates sees the whole plan, and whoever did no longer does (T3, Z3)."""
    if oud is not None:
        eindig_grondslagen(nu=nu, door=door, gezin=gezin, gebruiker=oud.gebruiker, soort=SoortGrondslag.COORDINATIE)
    deelnemer = Deelnemer.objects.actief().filter(gezin=gezin, gebruiker=nieuw.gebruiker).first()
    grondslag = Grondslag(
        gezin=gezin,
        gebruiker=nieuw.gebruiker,
        deelnemer=deelnemer,
        soort=SoortGrondslag.COORDINATIE,
        alles=True,
    )
    begin_grondslagen([grondslag], nu=nu, door=door)


def _sleutel(rij: Grondslag) -> tuple[Any, ...]:
    """What may be in force once only."""
    return (rij.gezin_id, rij.gebruiker_id, str(rij.soort), rij.voor_object)


def _log(rijen: Sequence[Grondslag], melding: str, door: Gebruiker | None) -> None:
    schrijf_velen(
        RegelGegevens(
            handeling=Handeling.RECHTEN_WIJZIGEN,
            gezin_id=rij.gezin_id,
            object_soort="grondslag",
            object_id=rij.pk,
            leefgebieden=rij.leefgebieden,
            gebruiker=door,
            melding=melding % {"soort": rij.get_soort_display()},
        )
        for rij in rijen
    )
