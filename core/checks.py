"""What is asked of a database before anybody works in it: at every start, and by `check --deploy --database default`.

A finding is a line of the log (config/start.py) and no reason to stay closed: whoever can get in must go on.
"""

import logging
from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register, run_checks
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, transaction

from core import clock, key_mark

logger = logging.getLogger(__name__)


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
