"""Every day the newest seal of the logboek leaves the machine, where nobody who keeps it can change it (X1, X6)."""

import json
import logging

import pytest
from django.core import mail
from django.utils import timezone

from bewaking import actions
from bewaking.tasks import breng_zegel_weg
from config.celery import app
from core import clock, clock_home, log_lines
from logboek.actions import schrijf
from logboek.models import Handeling, Zegel
from tests.cast import maak_cast
from tests.logboek.zegelen import verzegel

pytestmark = [
    pytest.mark.eis("X1", "X6"),
    pytest.mark.heavy("a copy of the database: only what is committed is sealed"),
]


@pytest.fixture
def sealed(fresh_database):
    cast = maak_cast(clock.now())
    schrijf(Handeling.BEKIJKEN, gezin_id=cast.gezin.pk)
    assert verzegel(timezone.now()) > 0
    return cast


def newest():
    return str(Zegel.objects.order_by("-nummer").first())


def test_it_goes_by_mail_to_the_privacy_officer_and_as_a_line_of_the_log(sealed, caplog):
    with caplog.at_level(logging.INFO, logger="bewaking.actions"):
        breng_zegel_weg()
    [post] = mail.outbox
    assert post.to == [sealed.privacy_officer.email]
    assert newest() in post.body
    [line] = [json.loads(log_lines.JsonLines().format(record)) for record in caplog.records]
    assert line["zegel"] == newest()


def test_where_the_region_named_an_address_it_goes_there(sealed, settings):
    settings.ZEGEL_MAIL = "zegels@bewaarplaats.example"
    actions.breng_zegel_weg(timezone.now())
    assert [post.to for post in mail.outbox] == [["zegels@bewaarplaats.example"]]


def test_of_a_copy_that_was_put_back_nothing_is_mailed(sealed):
    clock_home.hold("teruggezet", clock.now())
    assert actions.breng_zegel_weg(timezone.now()) == newest()
    assert mail.outbox == []


def test_a_mail_server_that_is_away_stops_nothing(sealed, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert actions.breng_zegel_weg(timezone.now()) == newest()
    assert "niet gemaild" in caplog.text


def test_it_is_on_the_table_of_every_day():
    assert app.conf.beat_schedule["breng-zegel-weg"]["task"] == "bewaking.tasks.breng_zegel_weg"
