"""What database and broker leave on their own disks: nothing of a family (X6).

Left to itself, PostgreSQL writes the statement of each error in its log, with the row that was refused ("Failing row contains
..."), and Redis writes its whole memory to a file. How both are told otherwise: deploy/postgresql.conf and deploy/redis.conf,
and the same in docker-compose.yml. Asked at every start (core/checks.py) and daily (bewaking/controles.py).
"""

from celery import current_app
from django.db import connections
from kombu.exceptions import OperationalError

LOG_SETTINGS = {
    # No statement beside an error, no row, no values.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length_on_error": "0",
    "log_parameter_max_length": "0",
    # None without an error either, however slow.
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_min_duration_sample": "-1",
    "log_transaction_sample_rate": "0",
}
BROKER_SETTINGS = {"save": "", "appendonly": "no"}


def of_the_database(alias: str) -> list[str]:
    """The settings by which the database's log would hold statements or rows, as 'name = value'; one question."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT name, setting FROM pg_settings WHERE name = ANY(%s) ORDER BY name", [list(LOG_SETTINGS)])
        return [f"{name} = {value}" for name, value in cursor.fetchall() if value != LOG_SETTINGS[name]]


def of_the_broker() -> list[str]:
    """The same of the broker, by which it keeps on disk what passes through. Away, or not telling: nothing is known of it."""
    link = current_app.connection_for_write()
    try:
        with link:
            client = link.default_channel.client
            found = {name: client.config_get(name).get(name, wanted) for name, wanted in BROKER_SETTINGS.items()}
    except (OperationalError, OSError, *link.connection_errors, *link.channel_errors):
        return []
    return [f"{name} = {value}" for name, value in found.items() if value != BROKER_SETTINGS[name]]
