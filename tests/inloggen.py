"""A browser for tests, and logging in for those that are about something else: as if password and second step were shown."""

import time

from allauth.account.internal.userkit import user_id_to_str
from django.test import Client

from core.returned import PARAMETER
from instanties import sessieduur
from instanties.models import Gebruiker

LANGSTE_RUN = 6 * 3600


class Browser(Client):
    """A client that shows a form that came back with errors, as a browser does; other redirects stay as they are."""

    def post(self, path, *args, **kwargs):
        return wat_terugkwam(self, super().post(path, *args, **kwargs))


def wat_terugkwam(client: Client, antwoord):
    """The page with the errors, when that is where this answer leads; else the answer itself."""
    terug = antwoord.status_code == 303 and f"{PARAMETER}=" in antwoord["Location"]
    return client.get(antwoord["Location"]) if terug else antwoord


def kwam_terug(antwoord) -> bool:
    """Whether this is the page with a form that came back: by GET, at an address that says so."""
    return antwoord.status_code == 200 and f"{PARAMETER}=" in antwoord.request["QUERY_STRING"]


def client_van(gebruiker: Gebruiker, **extra) -> Browser:
    """Give a browser in which this person is logged in, with the second step where that is asked (X2)."""
    client = Browser(**extra)
    client.force_login(gebruiker)
    sessie = client.session
    # Also when the session was made at the start of a long run of tests.
    nu = time.time() + LANGSTE_RUN
    sessie["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": nu}]
    sessie["account_authentication_methods_user"] = user_id_to_str(gebruiker)
    sessie[sessieduur.IN_SESSIE] = {"begin": nu, "laatst": nu, "stil": 3600, "hoogstens": 12 * 3600}
    sessie.save()
    return client
