"""With the broker gone every page works: a nudge is lost, the beat finds the row."""

import time
import uuid

import pytest
from celery import Celery
from django.db import transaction

from core import nudge


@pytest.fixture(autouse=True)
def no_silence():
    nudge._silent_until = 0.0
    yield
    nudge._silent_until = 0.0


def taak_bij(broker: str, settings):
    app = Celery("los", broker=broker, set_as_current=False)
    app.conf.broker_transport_options = settings.CELERY_BROKER_TRANSPORT_OPTIONS

    @app.task(name="proef.werk")
    def werk() -> None:
        """Nothing: the nudge itself is the test."""

    return werk


def test_a_broker_that_is_gone_is_noticed_fast_and_once(settings, fresh_database, caplog):
    taak = taak_bij("redis://127.0.0.1:1/0", settings)
    begin = time.monotonic()
    with transaction.atomic():
        for _ in range(20):
            nudge.nudge(taak)
    # A ceiling for a busy machine: one try takes no time at all, and what tries without end never comes back.
    assert time.monotonic() - begin < 20
    assert caplog.text.count("Broker onbereikbaar") == 1


@pytest.fixture
def wachtrij(settings):
    """The real broker: gives a task on a queue of its own, and how many nudges wait there."""
    taak = taak_bij(settings.CELERY_BROKER_URL, settings)
    naam = taak.app.conf.task_default_queue = f"proef-{uuid.uuid4()}"
    with taak.app.connection_for_write() as verbinding:
        broker = verbinding.default_channel.client
        yield taak, lambda: broker.llen(naam)
        broker.delete(naam)


def test_a_nudge_goes_out_after_the_commit_only(fresh_database, wachtrij):
    taak, wachtend = wachtrij
    with transaction.atomic():
        nudge.nudge(taak)
        assert wachtend() == 0
    assert wachtend() == 1


def test_a_rolled_back_act_nudges_nobody(fresh_database, wachtrij):
    taak, wachtend = wachtrij
    with transaction.atomic():
        nudge.nudge(taak)
        transaction.set_rollback(True)
    assert wachtend() == 0
