"""The first login: a one-time code, by mail or on paper, of which only the hash is kept (X2)."""

import secrets
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.errors import RuleError
from instanties import selectie
from instanties.actions.mensen import beeindig_sessies, beeindig_toegang
from instanties.actions.wegen import weg_naar_account
from instanties.models import Gebruiker, Toegangsverzoek, Uitnodiging, Wegsoort
from instanties.signalen import account_overgenomen
from logboek.actions import schrijf
from logboek.models import Handeling, Uitkomst

GELDIG = timedelta(days=14)
HOOGSTENS_POGINGEN = 5
# No letters or digits that look alike on paper: 12 of these 29 is 58 bits, out of reach of guessing.
TEKENS = "ABCDEFGHJKMNPQRTUVWXYZ2346789"
VOOR_EEN_ANDER = gettext_lazy("Deze code is voor iemand met een andere naam. Log uit, en log dan met de code in.")
GROEPEN = 3
PER_GROEP = 4


@transaction.atomic
def nodig_uit(gebruiker: Gebruiker, door: Gebruiker, nu: datetime) -> str:
    """Invite somebody for the first login; an earlier invitation no longer works (X2).

    Returns the code, in groups of four: the only moment it is known. Valid 14 days from `nu`. Raises RuleError when
    this person has logged in before or can't log in.
    """
    rij = Gebruiker.objects.select_for_update().get(pk=gebruiker.pk)
    if not rij.is_active:
        raise RuleError(_("De toegang van %(naam)s is beëindigd.") % {"naam": rij})
    if selectie.logt_in(rij):
        raise RuleError(_("%(naam)s kan al inloggen.") % {"naam": rij})
    _trek_in(rij, nu)
    code = "-".join("".join(secrets.choice(TEKENS) for _teken in range(PER_GROEP)) for _groep in range(GROEPEN))
    uitnodiging = Uitnodiging.objects.create(
        gebruiker=rij, code_hash=_hash(code), gemaakt_door=door, gemaakt_op=nu, verloopt_op=nu + GELDIG
    )
    # On the server itself a code is nobody's of the house (actions/eerste.py).
    wie = door if door.pk != rij.pk else None
    weg_naar_account(rij, Wegsoort.CODE, nu=nu, door=wie, uitnodiging=uitnodiging)
    _noteer(rij, "uitgenodigd", door)
    return code


def _hash(code: str) -> str:
    """Keyed with the installation's secret: the database alone doesn't let anyone try codes."""
    kaal = "".join(teken for teken in code.upper() if teken.isalnum())
    return salted_hmac("instanties.uitnodiging", kaal, algorithm="sha256").hexdigest()


def _trek_in(gebruiker: Gebruiker, nu: datetime) -> int:
    return gebruiker.uitnodigingen.filter(gebruikt_op__isnull=True, ingetrokken_op__isnull=True).update(
        ingetrokken_op=nu
    )


@transaction.atomic
def trek_uitnodiging_in(gebruiker: Gebruiker, *, nu: datetime, door: Gebruiker) -> None:
    """Make the open invitation of this person worthless; without one nothing happens."""
    if _trek_in(gebruiker, nu):
        _noteer(gebruiker, "uitnodiging ingetrokken", door)


@transaction.atomic
def controleer_uitnodiging(naam: str, code: str, *, nu: datetime) -> Uitnodiging | None:
    """The invitation that belongs to this name and code; None for whatever is wrong, a try that is counted (X2).

    None tells nobody whether a code or a person exists. After five wrong names a code no longer works.
    """
    uitnodiging = (
        Uitnodiging.objects.select_for_update(of=["self"])
        .select_related("gebruiker")
        .filter(code_hash=_hash(code), gebruikt_op__isnull=True, ingetrokken_op__isnull=True, verloopt_op__gt=nu)
        .first()
    )
    if uitnodiging is None:
        _noteer_geweigerd()
        return None
    gebruiker = uitnodiging.gebruiker
    if gebruiker.is_active and uitnodiging.pogingen < HOOGSTENS_POGINGEN and selectie.is_naam(naam, gebruiker.naam):
        return uitnodiging
    Uitnodiging.objects.filter(pk=uitnodiging.pk).update(pogingen=F("pogingen") + 1)
    _noteer_geweigerd()
    return None


def _noteer_geweigerd() -> None:
    schrijf(Handeling.AANMELDEN, uitkomst=Uitkomst.GEWEIGERD, melding="uitnodiging")


@transaction.atomic
def los_uitnodiging_in(uitnodiging: Uitnodiging, wachtwoord: str, *, nu: datetime) -> Gebruiker:
    """Choose the password that belongs to an invitation; the code is used up. Raises RuleError when it was already."""
    gebruiker = Gebruiker.objects.select_for_update().get(pk=uitnodiging.gebruiker_id)
    _gebruik(uitnodiging, gebruiker, door=gebruiker, nu=nu)
    gebruiker.set_password(wachtwoord)
    gebruiker.save(update_fields=["password"])
    return gebruiker


@transaction.atomic
def neem_uitnodiging_over(uitnodiging: Uitnodiging, gebruiker: Gebruiker, *, nu: datetime) -> None:
    """What this invitation is for, its owner sees with the account that he had already: one person, one account (I9).

    Nobody but he can say so: he is logged in, and has the code. The account that was made for him closes; who invited him
    sees of it what she sees of anybody who has logged in. Raises RuleError when the code no longer works, is for somebody
    else or for an account that was used, and while somebody else made a way into this account: it would open more.
    """
    rijen = Gebruiker.objects.select_for_update().order_by("pk").in_bulk([uitnodiging.gebruiker_id, gebruiker.pk])
    van, naar = rijen[uitnodiging.gebruiker_id], rijen[gebruiker.pk]
    if naar.is_professional or van == naar or not selectie.is_nooit_gebruikt(van):
        raise RuleError(_("Dit kan niet met deze code. Log uit, en log dan met de code in."))
    if not selectie.is_naam(van.naam, naar.naam):
        raise RuleError(str(VOOR_EEN_ANDER))
    if selectie.na_code_van_een_ander(naar):
        raise RuleError(
            _("Iemand anders maakte een code of een nieuw mailadres voor uw account. Zeg eerst dat dat klopt.")
        )
    _gebruik(uitnodiging, van, door=naar, nu=nu)
    account_overgenomen.send(sender=Gebruiker, van=van, naar=naar, nu=nu, door=naar)
    beeindig_toegang(van, nu=nu, door=naar, ook_als_iets_blijft_liggen=True)


def _gebruik(uitnodiging: Uitnodiging, gebruiker: Gebruiker, *, door: Gebruiker, nu: datetime) -> None:
    """The code is used up. Raises RuleError when it was already, or no longer works."""
    open_nog = Uitnodiging.objects.filter(
        pk=uitnodiging.pk, gebruikt_op__isnull=True, ingetrokken_op__isnull=True, verloopt_op__gt=nu
    )
    if not gebruiker.is_active or not open_nog.update(gebruikt_op=nu):
        raise RuleError(_("Deze code is al gebruikt of werkt niet meer. Vraag om een nieuwe uitnodiging."))
    _noteer(gebruiker, "uitnodiging gebruikt", door)


@transaction.atomic
def begin_opnieuw(
    gebruiker: Gebruiker, *, nu: datetime, door: Gebruiker | None, verzoek: Toegangsverzoek | None = None
) -> None:
    """Take away password, second step and the links with providers of somebody who lost them; a new invitation lets that person in (X2).

    `door`: None on the server itself. `verzoek`: to which a second person said yes, for who works here (I8). Raises RuleError
    for one's own account, which would lock out who asks it, and without that yes.
    """
    if gebruiker == door:
        raise RuleError(_("Dit kan niet voor uzelf. Vraag het een andere beheerder."))
    rij = Gebruiker.objects.select_for_update().get(pk=gebruiker.pk)
    bevestigd = verzoek is not None and verzoek.is_ja and verzoek.gebruiker_id == rij.pk
    if rij.is_professional and door is not None and not bevestigd:
        raise RuleError(_("Vraag eerst een tweede persoon."))
    rij.set_unusable_password()
    rij.save(update_fields=["password"])
    Authenticator.objects.filter(user_id=rij.pk).delete()
    SocialAccount.objects.filter(user_id=rij.pk).delete()
    _trek_in(rij, nu)
    beeindig_sessies(rij)
    _noteer(rij, "wachtwoord en tweede stap weggehaald", door)


def _noteer(gebruiker: Gebruiker, melding: str, door: Gebruiker | None) -> None:
    schrijf(
        Handeling.RECHTEN_WIJZIGEN,
        gebruiker=door,
        object_soort="gebruiker",
        object_id=gebruiker.pk,
        object_naam=gebruiker.naam,
        melding=melding,
    )
