"""Accounts: who is there, and who has left (I5, X2)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from anyascii import anyascii
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from berichten.actions import Melding, meld, meld_velen, verzet_wachtende
from core.clean_text import clean
from core.errors import RuleError
from core.names import fold
from instanties.actions.bewaren import bewaar_gecontroleerd
from instanties.actions.functies import (
    eis_niet_de_laatste,
    laat_vragen_vervallen,
    vraag_alle_opnieuw,
    wat_blijft_liggen,
)
from instanties.actions.meldingen import meld_aan_beheer
from instanties.actions.wegen import weg_naar_account
from instanties.models import FunctieVerzoek, Gebruiker, Wegsoort
from instanties.signalen import hernoemd, toegang_beeindigd
from logboek.actions import schrijf
from logboek.models import Handeling

SOORT_DICHT = "toegang_gesloten"
SOORT_NAAM = "andere_naam"
SOORT_APART = "apart_account"


@transaction.atomic
def maak_gebruiker(
    naam: str,
    *,
    email: str = "",
    is_professional: bool,
    door: Gebruiker | None,
    telefoon: str = "",
    mobiel: str = "",
    werkdagen: Sequence[int] = (),
    opgeleid_op: date | None = None,
    opgeleid_voorzitten_op: date | None = None,
    inlognaam: str = "",
) -> Gebruiker:
    """Make an account that nobody can log in with yet: an invitation comes first (X2).

    An `inlognaam` is made of the name when none is given. Raises RuleError (`email`: somebody has that address).
    """
    _controleer_email(email, is_professional)
    gebruiker = Gebruiker(
        naam=clean(naam).strip(),
        inlognaam=inlognaam or _vrije_inlognaam(naam),
        email=email.strip().lower(),
        is_professional=is_professional,
        telefoon=telefoon,
        mobiel=mobiel,
        werkdagen=list(werkdagen),
        opgeleid_op=opgeleid_op,
        opgeleid_voorzitten_op=opgeleid_voorzitten_op,
    )
    gebruiker.set_unusable_password()
    bewaar_gecontroleerd(gebruiker)
    _noteer(Handeling.AANMAKEN, gebruiker, door)
    return gebruiker


@transaction.atomic
def maak_account_ernaast(gebruiker: Gebruiker, *, met_wachtwoord: bool, nu: datetime, door: Gebruiker) -> Gebruiker:
    """A second account for the same person of family or network, reached as the first: what another changes stays in it (I8, I9).

    Its owner hears on the first what it no longer opens. `met_wachtwoord`: password and second step count there too, but a
    passkey, which is of one account.
    """
    rij = Gebruiker.objects.get(pk=gebruiker.pk)
    nieuw = maak_gebruiker(
        rij.naam, email=rij.email, is_professional=False, door=door, telefoon=rij.telefoon, mobiel=rij.mobiel
    )
    for veld in ("wil_mail", "mail_wijze", "mail_om", *(["password"] if met_wachtwoord else [])):
        setattr(nieuw, veld, getattr(rij, veld))
    bewaar_gecontroleerd(nieuw)
    if met_wachtwoord:
        stappen = Authenticator.objects.filter(user_id=rij.pk).exclude(type=Authenticator.Type.WEBAUTHN)
        Authenticator.objects.bulk_create(
            Authenticator(user_id=nieuw.pk, type=stap.type, data=stap.data, created_at=stap.created_at)
            for stap in stappen
        )
    meld(SOORT_APART, rij, sleutel=f"apart:{nieuw.pk}", nu=nu, object_id=nieuw.pk, door=door)
    return nieuw


def _vrije_inlognaam(naam: str) -> str:
    basis = slugify(anyascii(fold(naam))).replace("-", ".")[:100] or "gast"
    bezet = set(Gebruiker.objects.filter(inlognaam__istartswith=basis).values_list("inlognaam", flat=True))
    nummer = 1
    while (poging := basis if nummer == 1 else f"{basis}{nummer}") in bezet:
        nummer += 1
    return poging


def _controleer_email(email: str, is_professional: bool, behalve: Gebruiker | None = None) -> None:
    """For work one address is one person. At home it may be shared: a refusal would say that somebody has an account (I9)."""
    if not is_professional:
        return
    professionals = Gebruiker.objects.filter(is_professional=True)
    anderen = professionals.exclude(pk=behalve.pk) if behalve else professionals
    if email and anderen.filter(email__iexact=email.strip()).exists():
        raise RuleError(_("Iemand anders gebruikt dit e-mailadres al."), field="email")


@transaction.atomic
def wijzig_gebruiker(gebruiker: Gebruiker, *, nu: datetime, door: Gebruiker, **velden: Any) -> Gebruiker:
    """Change name, reachability, training, and how somebody wants notices (I4, I5). Raises RuleError.

    Another mail address is a way into the account: the old one hears of it; who is called otherwise by another, hears that (I8).
    """
    rij = Gebruiker.objects.select_for_update().get(pk=gebruiker.pk)
    oud_adres, oude_naam = rij.email, rij.naam
    if "email" in velden:
        velden["email"] = velden["email"].strip().lower()
        _controleer_email(velden["email"], rij.is_professional, behalve=rij)
    for veld, waarde in velden.items():
        setattr(rij, veld, waarde)
    bewaar_gecontroleerd(rij)
    _noteer(Handeling.WIJZIGEN, rij, door, velden=sorted(velden))
    if rij.email.lower() != oud_adres.lower():
        weg_naar_account(rij, Wegsoort.ADRES, nu=nu, door=door, oud_adres=oud_adres)
    if rij.naam != oude_naam:
        if door.pk != rij.pk:
            meld(SOORT_NAAM, rij, sleutel=f"naam:{nu.isoformat()}", nu=nu, door=door)
        hernoemd.send(sender=Gebruiker, gebruiker=rij, nu=nu, door=door)
    return rij


@transaction.atomic
def stel_berichten_in(gebruiker: Gebruiker, *, nu: datetime, **velden: Any) -> None:
    """Choose for oneself when and whether mail comes, and on which days one works (R2, I5); what waits moves along."""
    verzet_wachtende(nu, [wijzig_gebruiker(gebruiker, nu=nu, door=gebruiker, **velden)])


@transaction.atomic
def beeindig_toegang(gebruiker: Gebruiker, *, nu: datetime, door: Gebruiker, ook_als_iets_blijft_liggen: bool) -> None:
    """Close an account at once: no login any more, every open session ends (X2); who is of a family is mailed so (I8).

    When something would be left without anyone, it is refused with a RuleError that says what; with
    `ook_als_iets_blijft_liggen` the account closes all the same and each thing becomes a notice to the beheerder.
    """
    if gebruiker == door:
        raise RuleError(_("U kunt uw eigen toegang niet beëindigen. Vraag het een andere beheerder."))
    eis_niet_de_laatste(gebruiker)
    zinnen = wat_blijft_liggen(gebruiker)
    if zinnen and not ook_als_iets_blijft_liggen:
        raise RuleError(" ".join(zinnen))
    if not gebruiker.is_professional and gebruiker.email:
        # By address, since a closed account gets no mail: whoever this was done to wrongly, must know (I8).
        sleutel = f"dicht:{nu.isoformat()}"
        meld_velen([Melding(SOORT_DICHT, gebruiker, sleutel, adres=gebruiker.email)], nu)
    Gebruiker.objects.filter(pk=gebruiker.pk).update(is_active=False)
    gebruiker.is_active = False
    gebruiker.uitnodigingen.filter(gebruikt_op__isnull=True, ingetrokken_op__isnull=True).update(ingetrokken_op=nu)
    laat_vragen_vervallen(gebruiker)
    beeindig_sessies(gebruiker)
    for zin in zinnen:
        meld_aan_beheer(f"{gebruiker.naam}: {zin}", nu)
    _noteer(Handeling.RECHTEN_WIJZIGEN, gebruiker, door, melding="toegang beëindigd")
    toegang_beeindigd.send(sender=Gebruiker, gebruiker=gebruiker, nu=nu, door=door)


@transaction.atomic
def geef_toegang_terug(gebruiker: Gebruiker, *, nu: datetime, door: Gebruiker) -> list[FunctieVerzoek]:
    """Let somebody log in again. Each role waits for a second person, as when it is given (I8). Raises RuleError."""
    if gebruiker.is_active:
        return []
    Gebruiker.objects.filter(pk=gebruiker.pk).update(is_active=True)
    gebruiker.is_active = True
    gevraagd = vraag_alle_opnieuw(gebruiker, nu=nu, door=door)
    _noteer(Handeling.RECHTEN_WIJZIGEN, gebruiker, door, melding="toegang teruggegeven")
    weg_naar_account(gebruiker, Wegsoort.OPEN, nu=nu, door=door)
    return gevraagd


def beeindig_sessies(gebruiker: Gebruiker) -> None:
    """End every open session of this person, on every device, from the next request on (X2)."""
    for sessie in UserSession.objects.filter(user_id=gebruiker.pk):
        sessie.end()


def _noteer(
    handeling: Handeling,
    gebruiker: Gebruiker,
    door: Gebruiker | None,
    melding: str = "",
    velden: Sequence[str] = (),
) -> None:
    schrijf(
        handeling,
        gebruiker=door,
        object_soort="gebruiker",
        object_id=gebruiker.pk,
        object_naam=gebruiker.naam,
        melding=melding,
        getoond={"velden": list(velden)} if velden else None,
    )
