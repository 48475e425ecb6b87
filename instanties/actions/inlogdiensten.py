"""Linking an account to who somebody is at an OpenID provider: by the invitation, or by who is logged in; never by mail address (X2)."""

from datetime import datetime

from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import RuleError
from instanties.actions.wegen import weg_naar_account
from instanties.inlogdienst import Inlogdienst
from instanties.models import Gebruiker, Uitnodiging, Wegsoort
from logboek.actions import schrijf
from logboek.models import Handeling


@transaction.atomic
def koppel_inlogdienst(gebruiker: Gebruiker, dienst: Inlogdienst, uid: str, *, nu: datetime) -> None:
    """From now on this person may log in by `dienst` as `uid`. Raises RuleError: not for this person, or taken."""
    rij = Gebruiker.objects.select_for_update().get(pk=gebruiker.pk)
    if not rij.is_active or rij.is_professional != dienst.voor_professionals:
        raise RuleError(_("Dit account kan niet met %(dienst)s inloggen.") % {"dienst": dienst.naam})
    if SocialAccount.objects.filter(user=rij, provider=dienst.id).exists():
        raise RuleError(_("Dit account is al gekoppeld aan %(dienst)s.") % {"dienst": dienst.naam})
    _account, nieuw = SocialAccount.objects.get_or_create(provider=dienst.id, uid=uid, defaults={"user": rij})
    if not nieuw:
        raise RuleError(_("Deze aanmelding bij %(dienst)s is al gekoppeld aan een account.") % {"dienst": dienst.naam})
    _noteer(rij, f"inlogdienst gekoppeld: {dienst.id}")
    weg_naar_account(rij, Wegsoort.DIENST, nu=nu, door=rij)


@transaction.atomic
def los_uitnodiging_in_met(uitnodiging: Uitnodiging, dienst: Inlogdienst, uid: str, *, nu: datetime) -> Gebruiker:
    """The first login by a provider instead of a password; the code is used up. Raises RuleError when it was already."""
    gebruiker = Gebruiker.objects.select_for_update().get(pk=uitnodiging.gebruiker_id)
    open_nog = Uitnodiging.objects.filter(
        pk=uitnodiging.pk, gebruikt_op__isnull=True, ingetrokken_op__isnull=True, verloopt_op__gt=nu
    )
    if not gebruiker.is_active or not open_nog.update(gebruikt_op=nu):
        raise RuleError(_("Deze code is al gebruikt of werkt niet meer. Vraag om een nieuwe uitnodiging."))
    koppel_inlogdienst(gebruiker, dienst, uid, nu=nu)
    _noteer(gebruiker, "uitnodiging gebruikt")
    return gebruiker


@transaction.atomic
def ontkoppel_inlogdienst(gebruiker: Gebruiker, dienst_id: str) -> bool:
    """Take the link away; returns whether there was one. Raises RuleError when there is no other way in."""
    rij = Gebruiker.objects.select_for_update().get(pk=gebruiker.pk)
    gekoppeld = SocialAccount.objects.filter(user=rij, provider=dienst_id)
    if not rij.has_usable_password() and gekoppeld.exists():
        raise RuleError(_("Dit is de enige manier waarop u kunt inloggen. Vraag de beheerder om nieuwe toegang."))
    weg, _per_soort = gekoppeld.delete()
    if weg:
        _noteer(rij, f"inlogdienst ontkoppeld: {dienst_id}")
    return bool(weg)


def _noteer(gebruiker: Gebruiker, melding: str) -> None:
    schrijf(
        Handeling.RECHTEN_WIJZIGEN,
        gebruiker=gebruiker,
        object_soort="inloggegevens",
        object_id=gebruiker.pk,
        melding=melding,
    )
