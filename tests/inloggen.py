"""Logging in for tests that are about something else: as if password and second step were just shown."""

import time

from allauth.account.internal.userkit import user_id_to_str
from django.test import Client

from instanties import sessieduur
from instanties.models import Gebruiker

LANGSTE_RUN = 6 * 3600


def client_van(gebruiker: Gebruiker, **extra) -> Client:
    """Give a browser in which this person is logged in, with the second step where that is asked (X2)."""
    client = Client(**extra)
    client.force_login(gebruiker)
    sessie = client.session
    # Also when the session was made at the start of a long run of tests.
    nu = time.time() + LANGSTE_RUN
    sessie["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": nu}]
    sessie["account_authentication_methods_user"] = user_id_to_str(gebruiker)
    sessie[sessieduur.IN_SESSIE] = {"begin": nu, "laatst": nu, "stil": 3600, "hoogstens": 12 * 3600}
    sessie.save()
    return client
