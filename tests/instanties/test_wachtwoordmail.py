"""Asking for a new password: the page waits for no mail server, and tells nobody which address we know (X2)."""

import logging
import smtplib

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from kombu.exceptions import OperationalError

from config.celery import app
from core import clock
from instanties.actions import beeindig_toegang
from instanties.models import Gebruiker
from instanties.tasks import WACHT, mail_nieuw_wachtwoord

pytestmark = [pytest.mark.eis("X2"), pytest.mark.django_db]
ONBEKEND = "niemand@voorbeeld.example"


def vraag(adres):
    return Client().post(reverse("account_reset_password"), {"email": adres})


@pytest.fixture
def gevraagd(monkeypatch):
    """Give what the worker is asked, in order."""
    vragen = []

    def apply_async(args, **hoe):
        vragen.append((args, hoe))

    monkeypatch.setattr(mail_nieuw_wachtwoord, "apply_async", apply_async)
    return vragen


@pytest.fixture
def weigert(monkeypatch):
    """A mail server that refuses, and says whom."""

    def send(self, *args, **kwargs):
        raise smtplib.SMTPRecipientsRefused(dict.fromkeys(self.to, (550, b"no such user")))

    monkeypatch.setattr(mail.EmailMultiAlternatives, "send", send)


def test_the_page_sends_nothing_itself(cast, gevraagd, weigert):
    """So a slow or refusing mail server shows in no answer."""
    assert vraag(cast.moeder.email)["Location"] == reverse("account_reset_password_done")
    assert mail.outbox == []
    assert len(gevraagd) == 1


def test_the_same_work_for_a_known_and_an_unknown_address(cast, gevraagd):
    beeindig_toegang(cast.mentor, nu=clock.now(), door=cast.beheerder, ook_als_iets_blijft_liggen=True)
    for adres in (cast.moeder.email, ONBEKEND, cast.mentor.email):
        vraag(adres)
    assert [args for args, _hoe in gevraagd] == [[[str(cast.moeder.pk)]], [[]], [[]]]


def test_neither_address_nor_link_waits_in_redis_and_not_for_long(cast, gevraagd):
    vraag(cast.moeder.email)
    [(args, hoe)] = gevraagd
    assert args == [[str(cast.moeder.pk)]]
    assert hoe == {"retry": False, "expires": 900}


@pytest.mark.parametrize("fout", [OperationalError, ConnectionError])
def test_without_a_queue_everybody_reads_the_same(cast, monkeypatch, fout):
    def weg(*args, **kwargs):
        raise fout

    monkeypatch.setattr(mail_nieuw_wachtwoord, "apply_async", weg)
    antwoorden = [vraag(adres) for adres in (cast.moeder.email, ONBEKEND)]
    assert [antwoord.status_code for antwoord in antwoorden] == [503, 503]
    for antwoord in antwoorden:
        assert "We kunnen nu geen mail sturen" in antwoord.content.decode()


def test_a_mail_that_is_refused_is_tried_again_and_names_nobody(cast, worker, weigert, caplog):
    with caplog.at_level(logging.DEBUG):
        vraag(cast.moeder.email)
    pogingen = [regel for regel in caplog.records if regel.name == "instanties.wachtwoordmail"]
    assert len(pogingen) == 1 + len(WACHT)
    assert cast.moeder.email not in caplog.text
    assert "SMTPRecipientsRefused" in caplog.text


def test_a_question_in_between_is_of_no_use_to_who_was_closed(cast):
    Gebruiker.objects.filter(pk=cast.moeder.pk).update(is_active=False)
    mail_nieuw_wachtwoord([str(cast.moeder.pk)])
    assert mail.outbox == []


def test_the_worker_knows_this_task():
    app.loader.import_default_modules()
    assert mail_nieuw_wachtwoord.name in app.tasks
