"""The Celery application and the beat table: the only place where work is scheduled."""

import logging.config
import os
import time
from datetime import UTC, datetime, timedelta
from typing import Any

from celery import Celery, signals
from celery.schedules import crontab, schedule
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.practice")

app = Celery("eengezin")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

if settings.LOG_AS_JSON:

    @signals.setup_logging.connect(weak=False)
    def _same_lines(**_: Any) -> None:
        """The worker and the beat write their log as the web server does, instead of as Celery would."""
        logging.config.dictConfig(settings.LOGGING)


@signals.worker_ready.connect(weak=False)
def _look_around(**_: Any) -> None:
    from core.checks import look_around

    look_around()


_BEGONNEN_OP, _BEGONNEN = datetime.now(UTC), time.monotonic()


def gelijkmatig() -> datetime:
    """The moment by a clock that nobody can set: an hour back on the machine's own would be an hour without ticks."""
    return _BEGONNEN_OP + timedelta(seconds=time.monotonic() - _BEGONNEN)


# All entries by the same clock: beat looks at the first of its queue only.
MINUUT = schedule(60.0, nowfun=gelijkmatig)
UUR = schedule(60 * 60.0, nowfun=gelijkmatig)
DAG = schedule(24 * 60 * 60.0, nowfun=gelijkmatig)

# Every entry expires before the next one is due: a worker that was away finds one tick, not a thousand.
app.conf.beat_schedule = {
    "bewaak-termijnen": {
        "task": "termijnen.tasks.bewaak_termijnen",
        "schedule": MINUUT,
        "options": {"expires": 55},
    },
    "verzend-berichten": {
        "task": "berichten.tasks.verzend_berichten",
        "schedule": MINUUT,
        "options": {"expires": 55},
    },
    "maak-pdfs": {
        "task": "gezinsplan.tasks.maak_wachtende_pdfs",
        "schedule": MINUUT,
        "options": {"expires": 55},
    },
    "verzegel-logboek": {
        "task": "logboek.tasks.verzegel_logboek",
        "schedule": MINUUT,
        "options": {"expires": 55},
    },
    "meld-afwezige-houders": {
        "task": "escalatie.tasks.meld_afwezige_houders",
        "schedule": UUR,
        "options": {"expires": 55 * 60},
    },
    "vernietig-oude-signalen": {
        "task": "zorgcoordinatie.tasks.vernietig_oude_signalen",
        "schedule": UUR,
        "options": {"expires": 55 * 60},
    },
    "meld-te-late-signalen": {
        "task": "zorgcoordinatie.tasks.meld_te_late_signalen",
        "schedule": UUR,
        "options": {"expires": 55 * 60},
    },
    "zelfcontrole": {
        "task": "bewaking.tasks.zelfcontrole",
        "schedule": crontab(hour=6, minute=30, nowfun=gelijkmatig),
        "options": {"expires": 60 * 60},
    },
    "breng-zegel-weg": {
        "task": "bewaking.tasks.breng_zegel_weg",
        "schedule": crontab(hour=6, minute=40, nowfun=gelijkmatig),
        "options": {"expires": 60 * 60},
    },
    "ruim-verwerkt-op": {
        "task": "core.tasks.ruim_verwerkt_op",
        "schedule": DAG,
    },
    "ruim-sessies-op": {
        "task": "core.tasks.ruim_sessies_op",
        "schedule": UUR,
        "options": {"expires": 55 * 60},
    },
}

if settings.OEFENOMGEVING:
    app.conf.beat_schedule["doe-oefenopdrachten"] = {
        "task": "oefenomgeving.tasks.doe_wachtende_opdrachten",
        "schedule": schedule(10.0, nowfun=gelijkmatig),
        "options": {"expires": 9},
    }
