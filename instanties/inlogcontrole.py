"""The check of name and password: one person is looked for and one password is worked out, whoever is asked for (X2);
more only where people at home share an address (I9).

Allauth works out the password of a known mail address twice, and of an unknown one once: the clock would tell them apart.
"""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.internal.userkit import filter_users_by_email, get_user_by_username
from django.http import HttpRequest

from instanties import lezer
from instanties.models import Gebruiker

# A family at one address; more would be a way to let the server work.
HOOGSTENS_OP_EEN_ADRES = 6


class Inlogcontrole(AuthenticationBackend):
    """By inlognaam or by mail address; the rest is allauth's."""

    def get_user(self, user_id: Any) -> Gebruiker | None:
        """The person of a session, with what every page asks of him."""
        gebruiker = lezer.lees(user_id)
        return gebruiker if gebruiker is not None and self.user_can_authenticate(gebruiker) else None

    def _authenticate(self, request: HttpRequest | None, **credentials: Any) -> Gebruiker | None:
        naam = credentials.get("username") or credentials.get("email") or ""
        genoemd = get_user_by_username(naam)
        # Where people at home share an address, the password says who it is.
        wie = [genoemd] if genoemd else filter_users_by_email(naam, for_login=True)[:HOOGSTENS_OP_EEN_ADRES] or [None]
        gevonden = (self._check_password(een, credentials.get("password") or "") for een in wie)
        return next(filter(None, gevonden), None)  # type: ignore[arg-type]
