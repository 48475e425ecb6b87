"""An instelling or gemeente stops: open steps, actions and questions there go to its successor, or to whom the rules name (I9, E9)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from escalatie.actions import actieverzoeken, slot
from escalatie.actions.beurt import open_stappen_bij
from escalatie.actions.stappen import herbezet
from escalatie.models import (
    Actie,
    Actiestaat,
    BetrokkenOrganisatie,
    Bevestiging,
    Bevestigingsstaat,
    Stagnatie,
    Stap,
    Stapstaat,
    Vraag,
)
from instanties.models import Functie, Gebruiker, Gemeente, Instelling
from termijnen import actions as termijnen
from termijnen.models import Termijn


@transaction.atomic
def neem_over(
    *,
    instelling: Instelling | None,
    gemeente: Gemeente | None,
    opvolger: Instelling | Gemeente | None,
    nu: datetime,
    door: Gebruiker | None,
) -> None:
    """Move what runs there; without `opvolger` a running action is asked of who guards it. Steps always keep a keeper."""
    waar = "instelling" if instelling is not None else "gemeente"
    organisatie = instelling or gemeente
    houdt = Stap.objects.filter(Q(**{f"houder_{waar}": organisatie}), staat=Stapstaat.OPEN)
    acties = Actie.objects.filter(instelling=instelling, staat=Actiestaat.LOOPT) if instelling else Actie.objects.none()
    stagnaties = slot.vergrendel(
        {*houdt.values_list("stagnatie", flat=True), *acties.values_list("stap__stagnatie", flat=True)}
    )
    if opvolger is not None:
        _verhuis(waar, organisatie, opvolger)
    else:
        actieverzoeken.laat_los(acties, nu=nu, door=door)
        for termijn in Termijn.objects.lopend().filter(actie__in=acties, houder__isnull=False):
            termijnen.vraag_aan(termijn, [termijn.houder_id] if termijn.houder_id else [])
    gaan_mee: set[UUID] = set()
    if opvolger is not None:
        daar = Functie.objects.geldig().filter(**{waar: opvolger})
        gaan_mee = set(daar.values_list("gebruiker_id", flat=True))
    stappen = [stap for stap in open_stappen_bij(stagnaties) if stap.houder_id not in gaan_mee]
    reden = _("%(naam)s doet niet meer mee") % {"naam": organisatie}
    herbezet(stappen, nu=nu, door=door, reden=reden)


def _verhuis(waar: str, oud: Instelling | Gemeente | None, nieuw: Instelling | Gemeente) -> None:
    """The rows that name the organisation in what is still open; what is closed keeps the old name."""
    open_ids = list(Stagnatie.objects.open().values_list("pk", flat=True))
    Stap.objects.filter(**{f"houder_{waar}": oud}, staat=Stapstaat.OPEN).update(**{f"houder_{waar}": nieuw})
    betrokken = BetrokkenOrganisatie.objects.filter(**{waar: oud}, stagnatie__in=open_ids)
    al = BetrokkenOrganisatie.objects.filter(**{waar: nieuw}, stagnatie__in=open_ids).values_list(
        "stagnatie", flat=True
    )
    betrokken.exclude(stagnatie__in=list(al)).update(**{waar: nieuw})
    if isinstance(oud, Instelling) and isinstance(nieuw, Instelling):
        Actie.objects.filter(instelling=oud, staat=Actiestaat.LOOPT).update(instelling=nieuw)
        Vraag.objects.filter(aan_instelling=oud, beantwoord_op__isnull=True).update(aan_instelling=nieuw)
        nog = Q(staat=Bevestigingsstaat.GEVRAAGD) | Bevestiging.NOG_TERUG_TE_KOPPELEN
        gevraagd = Bevestiging.objects.filter(nog, instelling=oud)
        al_daar = Bevestiging.objects.filter(instelling=nieuw).values_list("besluit", flat=True)
        gevraagd.exclude(besluit__in=list(al_daar)).update(instelling=nieuw)
