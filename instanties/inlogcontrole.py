"""The check of name and password: one person is looked for and one password is worked out, whoever is asked for (X2).

Allauth works out the password of a known mail address twice, and of an unknown one once: the clock would tell them apart.
"""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.internal.userkit import filter_users_by_email, get_user_by_username
from django.http import HttpRequest

from instanties import lezer
from instanties.models import Gebruiker


class Inlogcontrole(AuthenticationBackend):
    """By inlognaam or by mail address; the rest is allauth's."""

    def get_user(self, user_id: Any) -> Gebruiker | None:
        """The person of a session, with what every page asks of him."""
        gebruiker = lezer.lees(user_id)
        return gebruiker if gebruiker is not None and self.user_can_authenticate(gebruiker) else None

    def _authenticate(self, request: HttpRequest | None, **credentials: Any) -> Gebruiker | None:
        naam = credentials.get("username") or credentials.get("email") or ""
        gebruiker = get_user_by_username(naam) or next(iter(filter_users_by_email(naam, for_login=True)), None)
        return self._check_password(gebruiker, credentials.get("password") or "")  # type: ignore[return-value]
