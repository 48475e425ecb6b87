"""Whose yes it takes that something is later, or not needed at all: never of whoever was to do it (E12, E15).

The coordinator says it; was she to do it herself, the family does. Does nobody say it in time, then her share is what is missing.
"""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from gezinnen.models import Coordinatorschap, Deelnemer
from gezinnen.permissions import is_coordinator
from gezinsplan.looptijd import dag_van
from gezinsplan.models import Afspraak, Afspraakstaat
from gezinsplan.selectie import Betrokkenheid, betrokkenheid, wie_ziet
from instanties.models import Gebruiker


def doet_coordinator(rond: Betrokkenheid) -> bool:
    """Whether whoever coordinates the family was to do this, alone or with others."""
    wie = rond.coordinator
    return wie is not None and any(mens.gebruiker_id == wie.pk for mens in rond.uitvoerders)


def is_van(schap: Coordinatorschap | None, afspraak: Afspraak) -> bool:
    """The same for a page, of an afspraak with its doers loaded."""
    return schap is not None and any(mens.gebruiker_id == schap.gebruiker_id for mens in afspraak.uitvoerders.all())


def van_wie_het_ja_is(afspraak: Afspraak, schap: Coordinatorschap | None, coordinator: str) -> str:
    """In words for a page: the coordinator, or the family."""
    return _("het gezin") if is_van(schap, afspraak) else coordinator


def is_van_coordinator(afspraak: Afspraak) -> bool:
    """The same of one afspraak."""
    return doet_coordinator(betrokkenheid([afspraak])[afspraak.pk])


def wie_zegt_ja(afspraak: Afspraak, nu: datetime) -> list[Gebruiker]:
    """Of whom the yes is asked; empty: there is nobody."""
    rond = betrokkenheid([afspraak])[afspraak.pk]
    if not doet_coordinator(rond):
        return [rond.coordinator] if rond.coordinator is not None else []
    zien = wie_ziet(afspraak.doel, dag_van(nu))
    thuis = Deelnemer.objects.actief().gezinsleden().filter(gezin=afspraak.doel.plan.gezin_id, gebruiker__in=zien)
    accounts = set(thuis.values_list("gebruiker_id", flat=True)) - {mens.gebruiker_id for mens in rond.uitvoerders}
    return [wie for wie in zien if wie.pk in accounts]


def mag_ja_zeggen(gebruiker: Gebruiker, afspraak: Afspraak, nu: datetime) -> bool:
    """Whether this person says that it may be later, or isn't needed: also for the coordinator, standing in."""
    if not is_van_coordinator(afspraak):
        return is_coordinator(gebruiker, afspraak.doel.plan.gezin_id)
    return gebruiker in wie_zegt_ja(afspraak, nu)


def eigen_en_te_laat(afspraken: Sequence[Afspraak], gebruiker: Gebruiker) -> list[Afspraak]:
    """Those of which is being asked whether it was done, of a coordinator who would end them alone."""
    gevraagd = [rij for rij in afspraken if rij.staat == Afspraakstaat.GEVRAAGD]
    return [rij for rij in gevraagd if is_coordinator(gebruiker, rij.doel.plan.gezin_id) and is_van_coordinator(rij)]
