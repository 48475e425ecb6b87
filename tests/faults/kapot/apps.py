"""An app of the tests whose handler raises, and a beat that ticks faster: the workers of tests/faults run with it."""

import os
from pathlib import Path

from celery.schedules import schedule
from django.apps import AppConfig

SOORT = "kapot"
SLAG = 3.0


class KapotConfig(AppConfig):
    name = "tests.faults.kapot"

    def ready(self) -> None:
        from config.celery import MINUUT, app, gelijkmatig
        from termijnen import soorten

        soorten.registreer([soorten.Termijnsoort(SOORT, _behandel, "Kapot", herinnert=False)])
        for regel in app.conf.beat_schedule.values():
            if regel["schedule"] is MINUUT:
                regel |= {"schedule": schedule(SLAG, nowfun=gelijkmatig), "options": {"expires": SLAG - 0.5}}


def _behandel(termijnen, nu) -> None:
    """As long as this file is there the app is broken."""
    if Path(os.environ["STORING_KAPOT"]).exists():
        raise RuntimeError("deze app is kapot")
