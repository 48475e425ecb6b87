"""What only who keeps the machine may do: whoever can work as the owner of the database."""

from django.core.management.base import CommandError
from django.db import connections
from django.utils.connection import ConnectionDoesNotExist

_OWNS = "SELECT pg_get_userbyid(relowner) = current_user FROM pg_class WHERE oid = 'core_keymark'::regclass"


def require_owner(alias: str) -> None:
    """Raise CommandError unless the connection `alias` is that of the owner: its password is known to root alone."""
    try:
        connection = connections[alias]
    except ConnectionDoesNotExist as error:
        raise CommandError("Dit kan alleen als eigenaar van de database: deploy/beheer --eigenaar ...") from error
    with connection.cursor() as cursor:
        cursor.execute(_OWNS)
        if not cursor.fetchone()[0]:
            raise CommandError("Deze verbinding is niet die van de eigenaar van de database.")
