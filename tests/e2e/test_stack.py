"""The stack that the walks and the faults stand on does what it says."""

import smtplib

import pytest
from django.db import connection
from django.urls import reverse

from tests.e2e.wandelaar import wait_until
from tests.form import long_only

pytestmark = long_only("walks through all parts, and a killed worker: tests/e2e/test_walk.py and test_faults.py")


def test_every_part_can_fall_over_and_come_back(stapel):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database(), current_user")
        assert cursor.fetchone() == (stapel.database.name, "app")
    for part in ("worker", "beat"):
        stapel.stop(part, hard=True)
        stapel.start(part)
    stapel.stop("redis")
    stapel.start("redis")
    stapel.tik()
    wait_until(lambda: "bewaak_termijnen" in stapel.log("worker"))


def test_the_mail_server_takes_in_mail(stapel):
    port = int(stapel.environment["EMAIL_URL"].rsplit(":", 1)[1])
    stapel.stop("mail")
    with pytest.raises(OSError):
        smtplib.SMTP("127.0.0.1", port)
    stapel.start("mail")
    with smtplib.SMTP("127.0.0.1", port) as client:
        client.sendmail("a@voorbeeld.example", "b@voorbeeld.example", b"Subject: Dag\r\n\r\nTekst")
    assert stapel.brieven[-1]["subject"] == "Dag"


def test_the_browser_sees_the_login_page(bezoek):
    page = bezoek()
    assert page.goto(reverse("account_login")).status == 200
