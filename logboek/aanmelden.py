"""Logging in, logging out and a changed second step or password are rows of the logboek too (X1, X2)."""

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.contrib.auth import get_user_model
from django.contrib.auth import signals as auth
from django.db.models import Q

from logboek.actions import schrijf
from logboek.models import Handeling, Uitkomst


def _aangemeld(sender: Any, user: Any, **_: Any) -> None:
    schrijf(Handeling.AANMELDEN, gebruiker=user)


def _afgemeld(sender: Any, user: Any, **_: Any) -> None:
    if user is not None:
        schrijf(Handeling.AFMELDEN, gebruiker=user)


def _mislukt(sender: Any, credentials: dict[str, Any], **_: Any) -> None:
    """Nothing of what was typed is kept: people type their password in the wrong field.

    Was it the name or address of one account, then that account is named, so that attempts on it can be counted.
    """
    schrijf(
        Handeling.AANMELDEN,
        uitkomst=Uitkomst.GEWEIGERD,
        object_soort="account",
        object_id=_bedoeld_account(credentials),
    )


def _bedoeld_account(credentials: dict[str, Any]) -> Any:
    model = get_user_model()
    velden = {model.USERNAME_FIELD: credentials.get("username") or credentials.get(model.USERNAME_FIELD)}
    velden[model.get_email_field_name()] = credentials.get("email")
    bedoeld = Q(pk__in=[])
    for veld, getypt in velden.items():
        if isinstance(getypt, str) and getypt:
            bedoeld |= Q(**{f"{veld}__iexact": getypt})
    gevonden = list(model._default_manager.filter(bedoeld).values_list("pk", flat=True)[:2])
    return gevonden[0] if len(gevonden) == 1 else None


def _inloggegevens_veranderd(sender: Any, user: Any, signal: Any, **_: Any) -> None:
    schrijf(
        Handeling.RECHTEN_WIJZIGEN,
        gebruiker=user,
        object_soort="inloggegevens",
        object_id=user.pk,
        melding=_WAT[signal],
    )


_WAT = {
    account.password_set: "wachtwoord gekozen",
    account.password_changed: "wachtwoord veranderd",
    account.password_reset: "wachtwoord hersteld",
    mfa.authenticator_added: "tweede stap toegevoegd",
    mfa.authenticator_removed: "tweede stap verwijderd",
    mfa.authenticator_reset: "tweede stap vernieuwd",
}


def luister() -> None:
    """Connect to the login's own signals; a row that fails stops the login, as with any page."""
    auth.user_logged_in.connect(_aangemeld, dispatch_uid="logboek.aangemeld")
    auth.user_logged_out.connect(_afgemeld, dispatch_uid="logboek.afgemeld")
    auth.user_login_failed.connect(_mislukt, dispatch_uid="logboek.mislukt")
    for signaal in _WAT:
        signaal.connect(_inloggegevens_veranderd, dispatch_uid="logboek.inloggegevens")
