"""What is asked of a database before anybody works in it: at every start, and by `check --deploy --database default`.

A finding is a line of the log (config/start.py) and no reason to stay closed: whoever can get in must go on.
"""

import logging
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register, run_checks
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, transaction

from core import clock, hardening, key_mark, traces

logger = logging.getLogger(__name__)

# Nobody has an address under it, ever (RFC 2606): whatever ends so was copied from an example.
NEVER_REAL = ".example"
# As the examples of the guide and of deploy/ have them.
TO_FILL_IN = frozenset({"GEBRUIKER", "WACHTWOORD", "VERSIE", "NAAM"})


def look_around() -> None:
    """At the start of a process: note the first key, and write a line for each thing that isn't as it should be."""
    try:
        key_mark.note_first(clock.now())
        for found in run_checks(tags=[Tags.database], databases=[DEFAULT_DB_ALIAS]):
            logger.error(str(found.msg))
    except DatabaseError as error:
        # No database yet: `/klaar/` says so, and this isn't the place to wait for it.
        logger.error("De database antwoordt niet bij de start: %s", error)
    finally:
        connection.close()


@register(Tags.database)
def key_fits(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Whether SECRET_KEY is the one with which this database works."""
    if DEFAULT_DB_ALIAS not in (databases or ()):
        return []
    try:
        with transaction.atomic():
            if key_mark.fits():
                return []
    except DatabaseError:
        # Before the first migration there is nothing to compare with.
        return []
    return [
        Warning(
            "SECRET_KEY is een andere dan waarmee deze database werkt: niemand komt door de tweede stap.",
            hint="Zet de oude sleutel terug, of zie 'Een geheim kwijt' in docs/installeren.md.",
            id="core.W001",
        )
    ]


@register(Tags.database)
def history_cant_be_evaded(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Whether the database refuses the app what would leave no history."""
    if DEFAULT_DB_ALIAS not in (databases or ()):
        return []
    found = hardening.open_to(DEFAULT_DB_ALIAS)
    if not found:
        return []
    return [
        Warning(
            f"De rol van de app kan iets veranderen zonder geschiedenis: {', '.join(found)}.",
            hint="Voer als eigenaar migrate uit, of na het terugzetten van een kopie logboek_hervat.",
            id="core.W004",
        )
    ]


@register(Tags.database)
def nothing_stays_behind(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Whether database and broker keep off their disks what passes through them."""
    if DEFAULT_DB_ALIAS not in (databases or ()):
        return []
    found: list[CheckMessage] = []
    if of_database := traces.of_the_database(DEFAULT_DB_ALIAS):
        found.append(
            Warning(
                f"In het log van de database kan tekst van gezinnen komen: {', '.join(of_database)}.",
                hint="Zet op de databaseserver wat in deploy/postgresql.conf staat.",
                id="core.W005",
            )
        )
    if of_broker := traces.of_the_broker():
        found.append(
            Warning(
                f"Redis bewaart op schijf wat erdoorheen gaat: {', '.join(of_broker)}.",
                hint="Zet op de server van Redis wat in deploy/redis.conf staat.",
                id="core.W006",
            )
        )
    return found


@register(Tags.security, deploy=True)
def filled_in(app_configs: Any = None, **_: Any) -> list[CheckMessage]:
    """Whether what the examples left open was filled in."""
    given = {
        "ALLOWED_HOSTS": settings.ALLOWED_HOSTS,
        "BASIS_URL": [settings.BASIS_URL],
        "EMAIL_URL": [settings.EMAIL_HOST, settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD],
        "AFZENDER_MAIL": [settings.DEFAULT_FROM_EMAIL],
        "DATABASE_URL": [settings.DATABASES[DEFAULT_DB_ALIAS].get("HOST", "")],
        "VERSIE": [settings.VERSIE],
    }
    return [
        Error(
            f"{name} heeft nog de waarde van het voorbeeld.",
            hint="Vul in wat bij deze installatie hoort: zie Instellingen in docs/installeren.md.",
            id="core.E002",
        )
        for name, values in given.items()
        if any(_is_of_an_example(str(value or "")) for value in values)
    ]


def _is_of_an_example(value: str) -> bool:
    return value in TO_FILL_IN or value.rstrip("/>").endswith(NEVER_REAL)


@register(Tags.security, deploy=True)
def mail_is_not_read_on_the_way(app_configs: Any = None, **_: Any) -> list[CheckMessage]:
    """Mail leaves this machine encrypted: codes for a first login are in it."""
    if settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL or settings.EMAIL_HOST in ("localhost", "127.0.0.1", "::1"):
        return []
    return [
        Error(
            "EMAIL_URL stuurt mail onversleuteld over het netwerk.",
            hint="Begin met smtp+tls:// of smtp+ssl://. Alleen een mailserver op deze machine zelf mag zonder.",
            id="core.E003",
        )
    ]
