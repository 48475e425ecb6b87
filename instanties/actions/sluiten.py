"""An instelling or gemeente stops taking part: what stands on it moves to another or ends, at that moment (I1, I9, Z3)."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import memo
from core.errors import RuleError
from instanties.actions.functies import vraag_functie
from instanties.actions.meldingen import meld_aan_beheer
from instanties.actions.mensen import beeindig_toegang
from instanties.models import Functie, FunctieVerzoek, Gebruiker, Gemeente, Instelling, Rol, Verzoekstaat
from instanties.signalen import functie_beeindigd, organisatie_gesloten, organisatie_sluit
from logboek.actions import schrijf
from logboek.models import Handeling

Organisatie = Instelling | Gemeente


def wat_blijft_achter(organisatie: Organisatie) -> list[str]:
    """What stands on this instelling or gemeente now: sentences for the beheerder, numbers only."""
    mensen = len({functie.gebruiker_id for functie in _functies(organisatie)})
    zinnen = []
    if mensen:
        tekst = ngettext("%(n)d mens heeft hier een rol.", "%(n)d mensen hebben hier een rol.", mensen)
        zinnen.append(tekst % {"n": mensen})
    if isinstance(organisatie, Gemeente) and (diensten := organisatie.diensten.filter(actief=True).count()):
        tekst = ngettext("%(n)d dienst hoort bij deze gemeente.", "%(n)d diensten horen bij deze gemeente.", diensten)
        zinnen.append(tekst % {"n": diensten})
    for _wie, gezegd in organisatie_sluit.send(type(organisatie), **_als_argument(organisatie)):
        zinnen += gezegd or ()
    return zinnen


@transaction.atomic
def sluit_instelling(
    instelling: Instelling, *, opvolger: Instelling | None = None, nu: datetime, door: Gebruiker
) -> None:
    """Let an instelling stop. With `opvolger` its people and their families go on there; without, all of it ends at once.

    Raises RuleError (field opvolger) where families would be without a coordinator, or for one that takes no part itself.
    """
    _sluit(instelling, opvolger, nu=nu, door=door)


@transaction.atomic
def sluit_gemeente(gemeente: Gemeente, *, opvolger: Gemeente | None = None, nu: datetime, door: Gebruiker) -> None:
    """Let a gemeente stop, or go into another: families, children, services and running steps go along (E5, G16).

    Raises RuleError (field opvolger) where something would be left without a gemeente.
    """
    if opvolger is not None:
        gemeente.diensten.update(gemeente=opvolger)
    elif gemeente.diensten.filter(actief=True).exists():
        raise RuleError(_("Er horen diensten bij deze gemeente. Kies bij welke gemeente die verder gaan."), "opvolger")
    _sluit(gemeente, opvolger, nu=nu, door=door)


def _sluit(organisatie: Organisatie, opvolger: Organisatie | None, *, nu: datetime, door: Gebruiker) -> None:
    rij = type(organisatie)._default_manager.select_for_update().get(pk=organisatie.pk)
    if not rij.actief:
        raise RuleError(_("%(naam)s doet al niet meer mee.") % {"naam": rij})
    if opvolger is not None and (opvolger.pk == rij.pk or not opvolger.actief):
        raise RuleError(_("Kies een ander, die zelf meedoet."), "opvolger")
    functies = _functies(rij)
    if opvolger is not None:
        _ook_daar([functie for functie in functies if functie.gebruiker_id != door.pk], opvolger, nu=nu, door=door)
    # The rooms above move what is theirs, or refuse.
    organisatie_gesloten.send(type(rij), **_als_argument(rij), opvolger=opvolger, nu=nu, door=door)
    rij.actief = False
    rij.save(update_fields=["actief"])
    for functie in functies:
        Functie.objects.filter(pk__in=[daar.pk for daar in _functies(rij)], gebruiker=functie.gebruiker).update(
            beeindigd_op=nu
        )
        memo.forget()
        functie_beeindigd.send(sender=Functie, functie=functie, nu=nu, door=door)
    memo.forget()
    naar = _("gesloten, verder bij %(naam)s") % {"naam": opvolger} if opvolger else _("gesloten")
    schrijf(
        Handeling.WIJZIGEN, gebruiker=door, object_soort=rij._meta.model_name, object_id=rij.pk,
        object_naam=str(rij)[:200], melding=naar,
    )  # fmt: skip
    # It moves rights: every beheerder hears it, so that no one does it alone (I8).
    tekst = _("%(naam)s is %(wat)s, door %(wie)s. Klopt dat niet? Bel dan meteen.")
    meld_aan_beheer(tekst % {"naam": rij, "wat": naar, "wie": door.naam}, nu, **_als_argument(rij))
    if opvolger is None:
        _sluit_accounts([functie.gebruiker for functie in functies], nu=nu, door=door)


def _ook_daar(functies: list[Functie], opvolger: Organisatie, *, nu: datetime, door: Gebruiker) -> None:
    """Who helps, goes on helping there. A role that leads or decides opens what is the other's: a second person is asked (I8)."""
    waar = "instelling" if isinstance(opvolger, Instelling) else "gemeente"
    for functie in functies:
        daar: dict[str, Any] = {waar: opvolger, "gebruiker": functie.gebruiker, "rol": functie.rol}
        if Functie.objects.geldig().filter(**daar).exists():
            continue
        if functie.rol == Rol.HULPVERLENER:
            Functie.objects.filter(pk=functie.pk).update(**{waar: opvolger})
        elif not FunctieVerzoek.objects.filter(**daar, staat=Verzoekstaat.WACHT).exists():
            vraag_functie(
                functie.gebruiker, functie.rol, **_als_argument(opvolger), titel=functie.titel, nu=nu, door=door
            )
    memo.forget()


def _sluit_accounts(mensen: list[Gebruiker], *, nu: datetime, door: Gebruiker) -> None:
    """Who works nowhere any more logs in no more."""
    werkt = set(Functie.objects.geldig().filter(gebruiker__in=mensen).values_list("gebruiker_id", flat=True))
    for mens in {mens.pk: mens for mens in mensen}.values():
        if mens.pk not in werkt and mens.pk != door.pk and mens.is_active:
            beeindig_toegang(mens, nu=nu, door=door, ook_als_iets_blijft_liggen=True)


def _functies(organisatie: Organisatie) -> list[Functie]:
    daar = Q(instelling=organisatie) if isinstance(organisatie, Instelling) else Q(gemeente=organisatie)
    return list(
        Functie.objects.geldig().filter(daar).select_related("gebruiker").order_by("gebruiker__naam_volgorde", "rol")
    )


def _als_argument(organisatie: Organisatie) -> dict[str, Any]:
    is_instelling = isinstance(organisatie, Instelling)
    return {"instelling": organisatie if is_instelling else None, "gemeente": None if is_instelling else organisatie}
