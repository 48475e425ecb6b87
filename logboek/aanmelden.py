"""Logging in, logging out and a changed second step or password are rows of the logboek too (X1, X2)."""

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.contrib.auth import signals as auth

from logboek.actions import schrijf
from logboek.models import Handeling, Uitkomst


def _aangemeld(sender: Any, user: Any, **_: Any) -> None:
    schrijf(Handeling.AANMELDEN, gebruiker=user)


def _afgemeld(sender: Any, user: Any, **_: Any) -> None:
    if user is not None:
        schrijf(Handeling.AFMELDEN, gebruiker=user)


def _mislukt(sender: Any, **_: Any) -> None:
    """Nothing of what was typed is kept: people type their password in the wrong field."""
    schrijf(Handeling.AANMELDEN, uitkomst=Uitkomst.GEWEIGERD)


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
