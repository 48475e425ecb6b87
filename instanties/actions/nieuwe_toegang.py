"""A new way into an account in use, of somebody who works here: asked by one, done by the yes of another (I8, X2).

Who takes the second step away and hands out a code, logs in as that person: so no one does both alone.
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from berichten.actions import Melding, meld_velen
from core.errors import RuleError
from instanties import bevestigers, selectie
from instanties.actions.bewaren import bewaar_gecontroleerd
from instanties.actions.functies import TERMIJN
from instanties.actions.uitnodigingen import begin_opnieuw
from instanties.actions.verzoeken import beantwoord, zwijg
from instanties.models import Functie, Gebruiker, Toegangsverzoek, Verzoekstaat
from instanties.werkdagen import na_werkdagen
from logboek.actions import schrijf
from logboek.models import Handeling

SOORT_TOEGANG = "nieuwe_toegang"


@transaction.atomic
def vraag_nieuwe_toegang(gebruiker: Gebruiker, *, nu: datetime, door: Gebruiker) -> Toegangsverzoek:
    """Ask a second person whether this one may get in anew. The owner hears it: who lost nothing, says so in time.

    Raises RuleError for one's own account, for one that nobody logs in with yet, and where nobody else can confirm it.
    """
    rij = Gebruiker.objects.select_for_update().get(pk=gebruiker.pk)
    if rij == door:
        raise RuleError(_("Dit kan niet voor uzelf. Vraag het een andere beheerder."))
    if not selectie.logt_in(rij):
        raise RuleError(_("%(naam)s logt nog niet in. Maak een uitnodiging.") % {"naam": rij})
    deze = Toegangsverzoek.objects.filter(gebruiker=rij, staat=Verzoekstaat.WACHT)
    zwijg(list(deze.filter(uiterlijk_op__lte=nu)), nu=nu)
    if deze.exists():
        raise RuleError(_("Dit is al gevraagd en wacht op een tweede persoon."))
    functie = Functie.objects.geldig().filter(gebruiker=rij, instelling__isnull=False).order_by("id").first()
    verzoek = Toegangsverzoek(
        door=door,
        gebruiker=rij,
        instelling=functie.instelling if functie else None,
        op=nu,
        uiterlijk_op=na_werkdagen(nu, TERMIJN),
    )
    bewaar_gecontroleerd(verzoek)
    gevraagd = bevestigers.tweeden([verzoek], nu).van(verzoek)
    if not gevraagd:
        raise RuleError(
            _("Er is niemand anders die dit kan bevestigen. Zorg eerst voor een tweede beheerder die kan inloggen.")
        )
    _noteer(verzoek, door, "nieuwe toegang gevraagd")
    _meld(verzoek, [*gevraagd, rij], "vraag", nu)
    return verzoek


@transaction.atomic
def beantwoord_nieuwe_toegang(verzoek: Toegangsverzoek, ja: bool, *, nu: datetime, door: Gebruiker) -> Toegangsverzoek:
    """Say yes or no. By the yes password and second step are gone; who asked may make the invitation.

    Raises RuleError where it doesn't wait for this person (any more).
    """
    Toegangsverzoek.objects.select_for_update().get(pk=verzoek.pk)
    wachten = {rij.pk: rij for rij in bevestigers.toegang_aan_mij_gevraagd(door, nu)}
    if verzoek.pk not in wachten:
        raise RuleError(_("Deze vraag wacht niet (meer) op uw antwoord."))
    rij = wachten[verzoek.pk]
    beantwoord(rij, ja, nu=nu, door=door)
    if ja:
        begin_opnieuw(rij.gebruiker, nu=nu, door=rij.door, verzoek=rij)
    _noteer(rij, door, "nieuwe toegang bevestigd" if ja else "nieuwe toegang geweigerd")
    _meld(rij, [rij.door, rij.gebruiker], "antwoord", nu)
    return rij


def _meld(verzoek: Toegangsverzoek, mensen: list[Gebruiker], wat: str, nu: datetime) -> None:
    sleutel = f"toegang_{wat}:{verzoek.pk}"
    meld_velen([Melding(SOORT_TOEGANG, mens, sleutel, object_id=verzoek.pk) for mens in mensen], nu)


def _noteer(verzoek: Toegangsverzoek, door: Gebruiker, melding: str) -> None:
    schrijf(
        Handeling.RECHTEN_WIJZIGEN,
        gebruiker=door,
        object_soort="gebruiker",
        object_id=verzoek.gebruiker_id,
        object_naam=verzoek.gebruiker.naam,
        melding=melding,
    )
