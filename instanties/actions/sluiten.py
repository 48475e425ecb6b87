"""An instelling or gemeente stops taking part: what stands on it moves to another or ends, at that moment (I1, I9, Z3).

Moving gives people a role where they had none, and ending takes from many what they work with: nobody does that alone. It is
asked here, and done by the yes (I8).
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from berichten.actions import Melding, meld_velen
from core import memo
from core.errors import RuleError
from instanties import bevestigers, selectie
from instanties.actions.bewaren import bewaar_gecontroleerd
from instanties.actions.functies import TERMIJN, laat_meegaan, vraag_functie
from instanties.actions.meldingen import meld_aan_beheer
from instanties.actions.mensen import beeindig_toegang
from instanties.actions.verzoeken import beantwoord, laat_vervallen, zwijg
from instanties.models import (
    Functie,
    FunctieVerzoek,
    Gebruiker,
    Gemeente,
    Instelling,
    Rol,
    Sluitverzoek,
    Verzoekstaat,
)
from instanties.signalen import functie_beeindigd, organisatie_gesloten, organisatie_sluit, organisatie_werkt_met
from instanties.werkdagen import na_werkdagen
from logboek.actions import schrijf
from logboek.models import Handeling

Organisatie = Instelling | Gemeente
SOORT_SLUITEN = "organisatie_verder"


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
) -> Sluitverzoek:
    """Ask whether an instelling may stop, and go on as part of `opvolger`. Gives what was asked.

    Raises RuleError (field opvolger) where families would be without a coordinator, or for one that takes no part itself.
    """
    return _vraag(instelling, opvolger, nu=nu, door=door)


@transaction.atomic
def sluit_gemeente(
    gemeente: Gemeente, *, opvolger: Gemeente | None = None, nu: datetime, door: Gebruiker
) -> Sluitverzoek:
    """Ask whether a gemeente may stop, and go into `opvolger` (E5, G16).

    Raises RuleError (field opvolger) where something would be left without a gemeente.
    """
    if opvolger is None and gemeente.diensten.filter(actief=True).exists():
        raise RuleError(_("Er horen diensten bij deze gemeente. Kies bij welke gemeente die verder gaan."), "opvolger")
    return _vraag(gemeente, opvolger, nu=nu, door=door)


@transaction.atomic
def beantwoord_sluiten(verzoek: Sluitverzoek, ja: bool, *, nu: datetime, door: Gebruiker) -> Sluitverzoek:
    """Say yes or no to one that would stop. By the yes it is done, with what stands there at that moment.

    Raises RuleError where it doesn't wait for this person (any more), or what `sluit_instelling` would refuse.
    """
    Sluitverzoek.objects.select_for_update().get(pk=verzoek.pk)
    wachten = {rij.pk: rij for rij in bevestigers.sluiten_aan_mij_gevraagd(door, nu)}
    if verzoek.pk not in wachten:
        raise RuleError(_("Deze vraag wacht niet (meer) op uw antwoord."))
    rij = wachten[verzoek.pk]
    beantwoord(rij, ja, nu=nu, door=door)
    if ja:
        _sluit(rij.organisatie, rij, nu=nu, door=door)
    else:
        _noteer(rij.organisatie, _("niet gesloten, gevraagd door %(wie)s") % {"wie": rij.door.naam}, door)
    _vertel(rij, [rij.door], "antwoord", nu)
    return rij


def _vraag(organisatie: Organisatie, opvolger: Organisatie | None, *, nu: datetime, door: Gebruiker) -> Sluitverzoek:
    rij = _vergrendel(organisatie)
    if opvolger is not None:
        _eis_ander(rij, opvolger)
    deze = Sluitverzoek.objects.filter(**_als_argument(rij), staat=Verzoekstaat.WACHT)
    zwijg(list(deze.filter(uiterlijk_op__lte=nu)), nu=nu)
    if deze.exists():
        raise RuleError(_("Dit is al gevraagd en wacht op een tweede persoon."), "opvolger")
    naar = {f"naar_{soort}": waarde for soort, waarde in _als_argument(opvolger).items()} if opvolger else {}
    verzoek = Sluitverzoek(door=door, op=nu, uiterlijk_op=na_werkdagen(nu, TERMIJN), **_als_argument(rij), **naar)
    bewaar_gecontroleerd(verzoek)
    gevraagd = bevestigers.tweeden([verzoek], nu).van(verzoek)
    if not gevraagd:
        raise RuleError(
            _("Er is niemand anders die dit kan bevestigen. Zorg eerst voor een tweede beheerder die kan inloggen."),
            "opvolger",
        )
    if opvolger is None:
        _probeer(verzoek, nu=nu)
    _noteer(rij, _("gevraagd: verder bij %(naam)s") % {"naam": opvolger} if opvolger else _("gevraagd: stoppen"), door)
    _vertel(verzoek, gevraagd, "vraag", nu)
    return verzoek


def _probeer(verzoek: Sluitverzoek, *, nu: datetime) -> None:
    """Do it and undo it: what a room above would refuse at the yes, it refuses now, to who can mend it."""
    with transaction.atomic():
        _sluit(verzoek.organisatie, verzoek, nu=nu, door=verzoek.door)
        transaction.set_rollback(True)
    memo.forget()


def _vertel(verzoek: Sluitverzoek, ook: Iterable[Gebruiker], wat: str, nu: datetime) -> None:
    """Also to who leads on either side, and who watches over privacy: a merger opens plans to others (I8)."""
    mensen = {
        mens.pk: mens for groep in (ook, bevestigers.wie_leidt(verzoek), selectie.privacy_officers()) for mens in groep
    }
    sleutel = f"sluiten_{wat}:{verzoek.pk}"
    meld_velen([Melding(SOORT_SLUITEN, mens, sleutel, object_id=verzoek.pk) for mens in mensen.values()], nu)


def _vergrendel(organisatie: Organisatie) -> Any:
    rij = type(organisatie)._default_manager.select_for_update().get(pk=organisatie.pk)
    if not rij.actief:
        raise RuleError(_("%(naam)s doet al niet meer mee.") % {"naam": rij})
    return rij


def _eis_ander(rij: Organisatie, opvolger: Organisatie) -> None:
    if opvolger.pk == rij.pk or not opvolger.actief:
        raise RuleError(_("Kies een ander, die zelf meedoet."), "opvolger")


def _sluit(organisatie: Organisatie, verzoek: Sluitverzoek, *, nu: datetime, door: Gebruiker) -> None:
    """`verzoek`: the question to which `door` said yes; where it names no other, all of this ends."""
    rij = _vergrendel(organisatie)
    opvolger = verzoek.opvolger
    functies = _functies(rij)
    if opvolger is not None:
        _eis_ander(rij, opvolger)
        _ook_daar(functies, verzoek, nu=nu, door=door)
        if isinstance(rij, Gemeente):
            rij.diensten.update(gemeente=opvolger)
    # The rooms above move what is theirs, or refuse.
    organisatie_gesloten.send(type(rij), **_als_argument(rij), opvolger=opvolger, nu=nu, door=door)
    rij.actief = False
    rij.save(update_fields=["actief"])
    # What was asked of one that is no more, isn't asked any more.
    daar = _als_argument(rij)
    hierheen = {f"naar_{soort}": waarde for soort, waarde in daar.items()}
    laat_vervallen(Sluitverzoek.objects.filter(Q(**daar) | Q(**hierheen), staat=Verzoekstaat.WACHT))
    for functie in functies:
        Functie.objects.filter(pk__in=[daar.pk for daar in _functies(rij)], gebruiker=functie.gebruiker).update(
            beeindigd_op=nu
        )
        memo.forget()
        functie_beeindigd.send(sender=Functie, functie=functie, nu=nu, door=door)
    memo.forget()
    naar = _("gesloten, verder bij %(naam)s") % {"naam": opvolger} if opvolger else _("gesloten")
    wie = _("%(een)s, bevestigd door %(ander)s") % {"een": verzoek.door.naam, "ander": door.naam}
    _noteer(rij, naar, door)
    # It moves rights: every beheerder hears it (I8).
    tekst = _("%(naam)s is %(wat)s, door %(wie)s. Klopt dat niet? Bel dan meteen.")
    meld_aan_beheer(tekst % {"naam": rij, "wat": naar, "wie": wie}, nu, **_als_argument(rij))
    if opvolger is None:
        _sluit_accounts([functie.gebruiker for functie in functies], nu=nu, door=door)


def _noteer(rij: Organisatie, wat: str, door: Gebruiker) -> None:
    schrijf(
        Handeling.WIJZIGEN, gebruiker=door, object_soort=rij._meta.model_name, object_id=rij.pk,
        object_naam=str(rij)[:200], melding=wat,
    )  # fmt: skip


def _ook_daar(functies: list[Functie], verzoek: Sluitverzoek, *, nu: datetime, door: Gebruiker) -> None:
    """Who helps a family from here, goes on helping it there. For whoever doesn't, or leads or decides, a second person
    is asked by name: a merger opens nothing to who had nothing (I8). Who asked it gets nothing; who confirmed it, asks."""
    opvolger = verzoek.opvolger
    werken = _wie_er_werken(verzoek.organisatie)
    for functie in functies:
        daar: dict[str, Any] = {"gebruiker": functie.gebruiker, "rol": functie.rol, **_als_argument(opvolger)}
        if functie.gebruiker_id == verzoek.door_id or Functie.objects.geldig().filter(**daar).exists():
            continue
        helpt = functie.rol == Rol.HULPVERLENER and functie.gebruiker_id in werken
        if helpt and functie.gebruiker_id != door.pk:
            laat_meegaan(functie, opvolger, verzoek, nu=nu)
        elif not FunctieVerzoek.objects.filter(**daar, staat=Verzoekstaat.WACHT).exists():
            vraag_functie(
                functie.gebruiker, functie.rol, **_als_argument(opvolger), titel=functie.titel, nu=nu, door=verzoek.door
            )
    memo.forget()


def _wie_er_werken(organisatie: Organisatie) -> set[UUID]:
    antwoorden: list[tuple[Any, Any]] = organisatie_werkt_met.send(type(organisatie), **_als_argument(organisatie))
    return {pk for _wie, mensen in antwoorden for pk in mensen}


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
