"""The OpenID providers of an installation, from the environment: INLOGDIENSTEN names them, OIDC_<NAAM>_... describes each."""

import re

import environ
from django.core.exceptions import ImproperlyConfigured

from instanties.inlogdienst import Inlogdienst

PROFESSIONALS, GEZINNEN = "professionals", "gezinnen"


def lees(env: environ.Env) -> tuple[Inlogdienst, ...]:
    """Every provider that INLOGDIENSTEN names. Raises ImproperlyConfigured, in words, for what is missing or unsafe."""
    namen = [naam.strip() for naam in env("INLOGDIENSTEN", default="").split(",") if naam.strip()]
    if len(set(namen)) < len(namen):
        raise ImproperlyConfigured("INLOGDIENSTEN noemt een naam twee keer.")
    return tuple(_lees(env, naam) for naam in namen)


def _lees(env: environ.Env, naam: str) -> Inlogdienst:
    if not re.fullmatch(r"[a-z][a-z0-9]{0,19}", naam):
        raise ImproperlyConfigured(f"INLOGDIENSTEN: '{naam}' mag alleen kleine letters en cijfers hebben.")

    def waarde(veld: str, standaard: str | None = None) -> str:
        sleutel = f"OIDC_{naam.upper()}_{veld}"
        gevonden: str = env(sleutel, default=standaard or "").strip()
        if not gevonden and standaard is None:
            raise ImproperlyConfigured(f"{sleutel} ontbreekt: INLOGDIENSTEN noemt '{naam}'.")
        return gevonden

    uitgever = waarde("UITGEVER")
    if not uitgever.startswith("https://"):
        raise ImproperlyConfigured(f"OIDC_{naam.upper()}_UITGEVER moet met https:// beginnen.")
    voor = waarde("VOOR", PROFESSIONALS)
    if voor not in (PROFESSIONALS, GEZINNEN):
        raise ImproperlyConfigured(f"OIDC_{naam.upper()}_VOOR is '{PROFESSIONALS}' of '{GEZINNEN}'.")
    niveaus, amr = tuple(waarde("NIVEAUS", "").split()), tuple(waarde("AMR", "").split())
    if not niveaus and not amr:
        raise ImproperlyConfigured(
            f"OIDC_{naam.upper()}_NIVEAUS of OIDC_{naam.upper()}_AMR ontbreekt: zonder gevraagd niveau telt inloggen niet."
        )
    return Inlogdienst(
        id=naam,
        naam=waarde("NAAM"),
        uitgever=uitgever,
        client_id=waarde("CLIENT_ID"),
        geheim=waarde("CLIENT_SECRET"),
        niveaus=niveaus,
        amr=amr,
        voor_professionals=voor == PROFESSIONALS,
    )
