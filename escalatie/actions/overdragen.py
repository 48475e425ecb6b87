"""Steps and actions get another person: a new coordinator, someone who stops, someone who loses access (Z3, E9)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from escalatie.actions import slot
from escalatie.actions.beurt import open_stappen_bij
from escalatie.actions.stappen import herbezet
from escalatie.models import Actie, Actiestaat, Houderrol, Stagnatie, Stagnatiestaat, Stap, Stapstaat
from gezinnen.models import Deelnemer, Gezin
from instanties.models import Gebruiker
from termijnen import actions as termijnen
from termijnen.models import Termijn


@transaction.atomic
def herbezet_gezin(gezin: Gezin, oud: Gebruiker, *, nu: datetime, door: Gebruiker | None, reden: str) -> None:
    """The family has another coordinator: the executors' steps and what she guarded otherwise move along (Z3)."""
    open_ids = Stagnatie.objects.open().filter(gezin=gezin).values_list("pk", flat=True)
    stagnaties = slot.vergrendel(open_ids)
    stappen = open_stappen_bij(stagnaties)
    herbezet(
        [stap for stap in stappen if stap.modelstap.houderrol == Houderrol.COORDINATOR], nu=nu, door=door, reden=reden
    )
    nieuw = gezin.coordinatorschappen.huidig().select_related("gebruiker").first()
    if nieuw is not None:
        # Step terms have their keeper by now; what is left are terms beside the step, like the family's answer.
        staptermijnen = {stap.staptermijn.pk for stap in stappen}
        rest = [
            termijn
            for termijn in slot.lopende_termijnen_van(stagnaties)
            if termijn.houder_id == oud.pk and termijn.pk not in staptermijnen
        ]
        termijnen.wissel_houder(rest, nieuw.gebruiker, nu=nu, door=door, reden=reden)


@transaction.atomic
def herbezet_zonder(gebruiker: Gebruiker, *, nu: datetime, door: Gebruiker | None) -> None:
    """This person can no longer log in: the steps that he keeps go to whom the rules now name (E9)."""
    gehouden = Stap.objects.filter(
        staat=Stapstaat.OPEN, stagnatie__staat=Stagnatiestaat.OPEN, houder=gebruiker
    ).values_list("stagnatie_id", flat=True)
    stappen = open_stappen_bij(slot.vergrendel(gehouden))
    herbezet(
        [stap for stap in stappen if stap.houder_id == gebruiker.pk],
        nu=nu,
        door=door,
        reden=_("de vorige persoon kan niet meer inloggen"),
    )


@transaction.atomic
def geef_acties_over(deelnemer: Deelnemer, *, nu: datetime, door: Gebruiker | None) -> None:
    """Running actions of someone who takes part no more are asked of who guards them."""
    acties = Actie.objects.filter(deelnemer=deelnemer, staat=Actiestaat.LOOPT)
    slot.vergrendel(acties.values_list("stap__stagnatie_id", flat=True))
    for termijn in Termijn.objects.lopend().filter(actie__in=acties, houder__isnull=False):
        termijnen.vraag_aan(termijn, [termijn.houder_id] if termijn.houder_id else [])
