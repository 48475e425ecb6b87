"""Logging in for tests that are about something else: as if password and second step were just shown."""

import time

from django.test import Client

from instanties.models import Gebruiker


def client_van(gebruiker: Gebruiker, **extra) -> Client:
    """Give a browser in which this person is logged in, with the second step where that is asked (X2)."""
    client = Client(**extra)
    client.force_login(gebruiker)
    sessie = client.session
    sessie["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": time.time()}]
    sessie.save()
    return client
