"""The Celery application and the beat table: the only place where work is scheduled."""

import logging.config
import os
from typing import Any

from celery import Celery, signals
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.practice")

app = Celery("eengezin")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

if settings.LOGREGELS:

    @signals.setup_logging.connect(weak=False)
    def _zelfde_regels(**_: Any) -> None:
        """The worker and the beat write their log as the web server does, instead of as Celery would."""
        logging.config.dictConfig(settings.LOGGING)


MINUUT = 60.0

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
    "ruim-verwerkt-op": {
        "task": "core.tasks.ruim_verwerkt_op",
        "schedule": 24 * 60 * MINUUT,
    },
}

if settings.OEFENOMGEVING:
    app.conf.beat_schedule["doe-oefenopdrachten"] = {
        "task": "oefenomgeving.tasks.doe_wachtende_opdrachten",
        "schedule": 10.0,
        "options": {"expires": 9},
    }
