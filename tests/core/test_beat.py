"""The beat ticks on, whatever somebody does to the clock of the machine (E9)."""

from datetime import UTC, datetime, timedelta

import pytest
from celery.beat import ScheduleEntry

from config.celery import app

pytestmark = pytest.mark.eis("E9")


def test_an_hour_back_on_the_clock_of_the_machine_is_no_hour_without_ticks(monkeypatch):
    rij = app.conf.beat_schedule["bewaak-termijnen"]
    toen = ScheduleEntry(name="tik", task=rij["task"], schedule=rij["schedule"], app=app)

    class UurTerug(datetime):
        @classmethod
        def now(cls, tz=None):
            return (datetime.now(UTC) - timedelta(hours=1)).astimezone(tz)

    monkeypatch.setattr("celery.app.base.datetime", UurTerug)
    assert app.now() < datetime.now(UTC) - timedelta(minutes=59), "to Celery it is an hour ago"
    _aan_de_beurt, over = toen.is_due()
    assert over <= 60


def test_all_entries_go_by_the_same_clock():
    klokken = {rij["schedule"].nowfun for rij in app.conf.beat_schedule.values()}
    assert len(klokken) == 1 and None not in klokken
