"""Mail goes out over real SMTP, at least once, and nothing is lost or holds up another (E10, X5)."""

import os
import subprocess
import sys
import threading
import time
from collections import Counter
from datetime import timedelta

import pytest
from django.conf import settings as instellingen
from django.contrib.auth import get_user_model
from django.core.checks import run_checks
from django.db import connections

from berichten.actions import Melding, claim_en_verzend, meld, meld_velen
from berichten.actions.post import CLAIM, PAUZE_SERVER_WEG, PAUZES
from berichten.models import Bericht, MailStaat
from berichten.selectie import inbox
from berichten.tasks import verzend_berichten
from core import clock

GEDULD = 90  # seconds: a ceiling for a busy machine


def maak_gebruikers(*namen):
    gebruikers = get_user_model()
    return gebruikers.objects.bulk_create(
        gebruikers(inlognaam=naam, naam=naam.title(), email=f"{naam}@voorbeeld.example") for naam in namen
    )


def meld_aan(gebruikers, nu, sleutel="feit"):
    meld_velen([Melding("proef_vraag", gebruiker, sleutel) for gebruiker in gebruikers], nu)


def staat_van(gebruiker):
    bericht = Bericht.objects.get(ontvanger=gebruiker)
    return bericht.mail_staat, bericht.pogingen, bericht.volgende_poging_op


@pytest.mark.django_db
class TestEenMailserver:
    @pytest.mark.eis("X5")
    def test_a_mail_says_that_something_waits_and_no_more(self, mailserver, nu):
        (roos,) = maak_gebruikers("roos")
        meld_aan([roos], nu)
        assert claim_en_verzend(nu) == 1
        (brief,) = mailserver.brieven
        tekst = brief.get_body(("plain",)).get_content()
        assert brief["Subject"] == "Kan niet wachten: Er is een vraag aan u"
        assert "Er is een vraag aan u." in tekst
        assert "https://plan.voorbeeld.example/" in tekst
        assert "Er is een vraag aan u." in brief.get_body(("html",)).get_content()
        assert not any(woord in str(brief) for woord in ("Sanne", "gezin van", "Roos"))
        assert brief["Auto-Submitted"] == "auto-generated"

    def test_a_mail_is_sent_once(self, mailserver, nu):
        (roos,) = maak_gebruikers("roos")
        meld_aan([roos], nu)
        assert [claim_en_verzend(nu), claim_en_verzend(nu + timedelta(days=9))] == [1, 0]
        assert len(mailserver.brieven) == 1
        bericht = Bericht.objects.get()
        assert (bericht.mail_staat, bericht.verzonden_op) == (MailStaat.VERZONDEN, nu)

    def test_the_task_sends_what_waits(self, mailserver):
        (roos,) = maak_gebruikers("roos")
        meld_aan([roos], clock.now())
        verzend_berichten.apply(throw=True)
        assert mailserver.per_ontvanger() == {"roos@voorbeeld.example": 1}

    @pytest.mark.heavy("a batch of mails to a real server")
    def test_a_batch_goes_over_one_connection(self, mailserver, nu):
        gebruikers = maak_gebruikers(*(f"collega{nummer}" for nummer in range(120)))
        meld_aan(gebruikers, nu)
        assert claim_en_verzend(nu) == 120
        assert mailserver.verbindingen == 1
        assert len({brief["Message-ID"] for brief in mailserver.brieven}) == 120

    @pytest.mark.eis("E10")
    @pytest.mark.parametrize("soort", ["refused", "hangs up"])
    def test_one_bad_receiver_holds_up_nobody(self, mailserver, nu, soort):
        gebruikers = maak_gebruikers("een", "slecht", "drie", "vier")
        if soort == "refused":
            mailserver.weigert["slecht@voorbeeld.example"] = "550 onbekend"
        else:
            mailserver.hangt_op.add("slecht@voorbeeld.example")
        meld_aan(gebruikers, nu)
        assert claim_en_verzend(nu) == 3
        assert "slecht@voorbeeld.example" not in mailserver.per_ontvanger()
        assert staat_van(gebruikers[1]) == (MailStaat.TE_VERZENDEN, 1, nu + PAUZES[0])
        assert "slecht" not in Bericht.objects.get(ontvanger=gebruikers[1]).laatste_fout

    @pytest.mark.eis("E9", "E10")
    def test_a_server_that_never_answers_holds_up_the_clock_once(self, mailserver, nu, settings):
        settings.EMAIL_TIMEOUT = 1
        mailserver.wacht = threading.Event()
        gebruikers = maak_gebruikers("een", "twee", "drie", "vier")
        meld_aan(gebruikers, nu)
        begin = time.monotonic()
        assert claim_en_verzend(nu) == 0
        mailserver.wacht.set()
        assert time.monotonic() - begin < 3, "one timeout, not four"
        staten = Counter(staat_van(gebruiker)[1:] for gebruiker in gebruikers)
        assert staten == {(1, nu + PAUZES[0]): 1, (0, nu + PAUZE_SERVER_WEG): 3}
        assert claim_en_verzend(nu + PAUZES[0]) == 4

    def test_an_address_that_makes_no_mail_holds_up_nobody(self, mailserver, nu):
        gebruikers = maak_gebruikers("een", "twee", "drie")
        get_user_model().objects.filter(pk=gebruikers[1].pk).update(
            email="x@voorbeeld.example\nBcc: y@voorbeeld.example"
        )
        meld_aan(gebruikers, nu)
        assert claim_en_verzend(nu) == 2
        assert staat_van(gebruikers[1])[0] == MailStaat.TE_VERZENDEN

    def test_the_pauses_grow_and_end(self, mailserver, nu):
        (roos,) = maak_gebruikers("roos")
        mailserver.weigert[roos.email] = "451 later"
        meld_aan([roos], nu)
        gewacht = []
        while (bericht := Bericht.objects.get()).mail_staat == MailStaat.TE_VERZENDEN:
            moment = bericht.volgende_poging_op
            claim_en_verzend(moment - timedelta(seconds=1))
            assert Bericht.objects.get().pogingen == bericht.pogingen
            claim_en_verzend(moment)
            if volgende := Bericht.objects.get().volgende_poging_op:
                gewacht.append(volgende - moment)
        assert tuple(gewacht) == PAUZES
        assert list(PAUZES) == sorted(PAUZES)
        assert Bericht.objects.get().mail_staat == MailStaat.MISLUKT
        assert len(inbox(roos).rijen) == 1

    def test_a_receiver_who_comes_back_gets_it(self, mailserver, nu):
        (roos,) = maak_gebruikers("roos")
        mailserver.weigert[roos.email] = "451 later"
        meld_aan([roos], nu)
        claim_en_verzend(nu)
        mailserver.weigert.clear()
        assert claim_en_verzend(nu + PAUZES[0]) == 1

    @pytest.mark.eis("E10")
    def test_with_the_server_down_all_keep_their_turn(self, mailserver, nu):
        gebruikers = maak_gebruikers("een", "twee", "drie")
        meld_aan(gebruikers, nu)
        mailserver.stop()
        later = nu
        for _ in range(20):  # longer than any row of pauses: it isn't the mail's fault
            assert claim_en_verzend(later) == 0
            later += timedelta(hours=12)
        assert {staat_van(gebruiker)[:2] for gebruiker in gebruikers} == {(MailStaat.TE_VERZENDEN, 0)}
        mailserver.start()
        assert claim_en_verzend(later) == 3
        assert set(mailserver.per_ontvanger().values()) == {1}

    @pytest.mark.eis("X5")
    def test_who_wants_no_mail_any_more_gets_none(self, mailserver, nu):
        (roos,) = maak_gebruikers("roos")
        meld_aan([roos], nu)
        get_user_model().objects.update(wil_mail=False)
        assert claim_en_verzend(nu) == 0
        assert mailserver.brieven == []
        assert staat_van(roos)[0] == MailStaat.NIET_NODIG


@pytest.mark.eis("E10")
def test_workers_racing_send_each_mail_once(fresh_database, mailserver, nu):
    gebruikers = maak_gebruikers(*(f"collega{nummer}" for nummer in range(160)))
    meld_aan(gebruikers, nu)
    samen = threading.Barrier(3)
    aantallen = []

    def werk():
        samen.wait()
        aantallen.append(claim_en_verzend(nu))
        connections.close_all()

    draden = [threading.Thread(target=werk) for _ in range(3)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert sum(aantallen) == 160
    assert set(mailserver.per_ontvanger().values()) == {1}
    assert len(mailserver.per_ontvanger()) == 160


@pytest.mark.eis("E10")
def test_a_killed_worker_loses_nothing_and_doubles_nothing_in_the_inbox(fresh_database, mailserver, nu):
    (roos,) = maak_gebruikers("roos")
    meld("proef_vraag", roos, sleutel="feit", nu=nu)
    mailserver.wacht = threading.Event()
    opdracht = (
        "import django; django.setup()\n"
        "from datetime import datetime\n"
        "from berichten.actions import claim_en_verzend\n"
        f"claim_en_verzend(datetime.fromisoformat({nu.isoformat()!r}))"
    )
    omgeving = {**os.environ, **fresh_database.environment, "EMAIL_URL": f"smtp://127.0.0.1:{mailserver.poort}"}
    werker = subprocess.Popen([sys.executable, "-c", opdracht], env=omgeving, cwd=instellingen.BASE_DIR)
    try:
        assert mailserver.ontvangt.wait(GEDULD)
    finally:
        werker.kill()
        werker.wait()
    mailserver.wacht.set()

    assert claim_en_verzend(nu) == 0, "the claim of the killed worker still holds"
    assert claim_en_verzend(nu + CLAIM) == 1
    assert mailserver.per_ontvanger()[roos.email] >= 1
    assert len({brief["Message-ID"] for brief in mailserver.brieven}) == 1
    assert len(inbox(roos).rijen) == 1


def test_a_sender_that_cannot_be_read_is_refused_before_the_start(settings):
    settings.DEFAULT_FROM_EMAIL = "Eén Gezin, Eén Plan <post@voorbeeld.example>"
    assert [fout.id for fout in run_checks()] == ["berichten.E001"]
    settings.DEFAULT_FROM_EMAIL = '"Eén Gezin, Eén Plan" <post@voorbeeld.example>'
    assert run_checks() == []
