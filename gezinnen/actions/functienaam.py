"""A professional who is shown by function and organisation, where a reason says so (X5)."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from core.errors import Outdated, RuleError
from core.named import keys_for, same
from core.names import fold, words
from gezinnen.actions.gezin import schrijf_gezin, vergrendel
from gezinnen.models import Deelnemer, DeelnemerQuerySet
from instanties.models import Gebruiker
from logboek.models import Handeling
from woorden.zinnen import zin

# A part of a name that is shorter than this is in many words.
KORTSTE_NAAMDEEL = 3


@transaction.atomic
def toon_met_functie(
    deelnemer: Deelnemer, functie: str, reden: str, versie: int, *, nu: datetime, door: Gebruiker
) -> Deelnemer:
    """Show this professional by function, everywhere, from `versie` on; who it is and why stays with the coordinator (X5).

    Raises RuleError (field functie or reden), also where the function says who it is; Outdated when someone else was first.
    """
    deelnemer = _vergrendel(deelnemer, versie, functie)
    functie = _schoon(functie, zin(_("Schrijf de functie, bijvoorbeeld: [jeugdbeschermer].")), "functie")
    reden = _schoon(reden, _("Schrijf waarom de naam niet wordt getoond."), "reden")
    eigen = deelnemer.werkelijke_naam or deelnemer.naam
    _controleer(deelnemer, functie, eigen)
    _zet(deelnemer, naam=functie, werkelijke_naam=eigen, reden_functienaam=reden)
    # Without name and reason: the family reads this row.
    schrijf_gezin(Handeling.WIJZIGEN, deelnemer.gezin, deelnemer, door, melding=_("getoond met de functie"))
    return deelnemer


@transaction.atomic
def toon_met_naam(deelnemer: Deelnemer, versie: int, *, nu: datetime, door: Gebruiker) -> Deelnemer:
    """Show this professional by name again. Raises Outdated when someone else was first (X5)."""
    deelnemer = _vergrendel(deelnemer, versie, "")
    if deelnemer.is_functienaam:
        _zet(deelnemer, naam=deelnemer.werkelijke_naam, werkelijke_naam="", reden_functienaam="")
        schrijf_gezin(Handeling.WIJZIGEN, deelnemer.gezin, deelnemer, door, melding=_("getoond met de eigen naam"))
    return deelnemer


def zoals_eerder(deelnemer: Deelnemer) -> None:
    """Fill in the function of who was shown by it in this family before, for somebody who comes back (X5)."""
    if deelnemer.gebruiker_id is None:
        return
    eerder = Deelnemer.objects.filter(gezin=deelnemer.gezin_id, gebruiker=deelnemer.gebruiker_id)
    if rij := eerder.exclude(werkelijke_naam="").first():
        deelnemer.naam, deelnemer.werkelijke_naam = rij.naam, rij.werkelijke_naam
        deelnemer.reden_functienaam = rij.reden_functienaam


def _schoon(tekst: str, leeg: str, veld: str) -> str:
    tekst = tekst.strip()
    if not tekst:
        raise RuleError(leeg, veld)
    return tekst


def _vergrendel(deelnemer: Deelnemer, versie: int, getypt: str) -> Deelnemer:
    vergrendel(deelnemer.gezin)
    huidig = Deelnemer.objects.select_for_update(of=("self",)).select_related("gezin", "instelling", "gebruiker")
    rij = huidig.get(pk=deelnemer.pk)
    if not rij.is_professional:
        raise RuleError(_("Dit kan alleen bij een professional."), "functie")
    if rij.versie != versie:
        raise Outdated(
            _("Iemand anders heeft dit net veranderd. Kijk wat er nu staat en leg het daarna opnieuw vast."),
            own={_("functie"): getypt},
            present={_("functie"): rij.naam if rij.is_functienaam else ""},
            version=rij.versie,
        )
    return rij


def _controleer(deelnemer: Deelnemer, functie: str, eigen: str) -> None:
    namen = {eigen, deelnemer.gebruiker.naam if deelnemer.gebruiker else ""}
    delen = {deel for naam in namen for deel in words(naam) if len(deel) >= KORTSTE_NAAMDEEL}
    if delen & words(functie):
        raise RuleError(_("In de functie staat nog een deel van de naam."), "functie")
    instelling = deelnemer.instelling
    if instelling and instelling.naam_gevoelig and fold(instelling.naam) in fold(functie):
        raise RuleError(_("De naam van deze instelling zegt te veel. Noem alleen de functie."), "functie")
    zelfde = Deelnemer.objects.actief().betrokkenen().filter(same(functie), gezin=deelnemer.gezin_id)
    if _van_wie(deelnemer, zelfde.filter(instelling=instelling), anders=True).exists():
        raise RuleError(_("Iemand anders van deze instelling heet hier al zo. Schrijf er iets bij."), "functie")


def _van_wie(deelnemer: Deelnemer, rijen: DeelnemerQuerySet, *, anders: bool = False) -> DeelnemerQuerySet:
    """The rows of this person in the family: also those of an earlier time."""
    zelf = Q(pk=deelnemer.pk)
    if deelnemer.gebruiker_id:
        zelf |= Q(gebruiker=deelnemer.gebruiker_id)
    return rijen.exclude(zelf) if anders else rijen.filter(zelf)


def _zet(deelnemer: Deelnemer, **velden: str) -> None:
    for veld, waarde in velden.items():
        setattr(deelnemer, veld, waarde)
    deelnemer.versie += 1
    deelnemer.save(update_fields=[*velden, "versie"])
    eerdere = _van_wie(deelnemer, Deelnemer.objects.filter(gezin=deelnemer.gezin_id))
    eerdere.exclude(pk=deelnemer.pk).update(**velden | keys_for(Deelnemer, deelnemer.naam))
