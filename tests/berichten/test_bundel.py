"""A day with thirty families: what can wait comes in one mail a day, what can't at once (R2, E10, X5)."""

import os
import subprocess
import sys
import threading
import uuid
from datetime import timedelta

import pytest
from django.conf import settings as instellingen
from django.contrib.auth import get_user_model
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from berichten import brief, momenten, soorten
from berichten.actions import Melding, claim_en_verzend, markeer_gelezen, meld, meld_velen, verzet_wachtende
from berichten.actions.post import CLAIM, PAUZES
from berichten.models import Bericht, MailStaat

GEDULD = 90  # seconds: a ceiling for a busy machine


@pytest.fixture(autouse=True)
def later(monkeypatch, nu):
    """Kinds that can wait, and a rule as a higher app would register it: the bundle goes in an hour."""
    monkeypatch.setattr(soorten.SOORTEN, "items", dict(soorten.SOORTEN.items))
    for naam, categorie in (("proef_nieuws", "Er is nieuws over een plan."), ("proef_afspraak", "Er is een afspraak")):
        soorten.registreer([soorten.Berichtsoort(naam, categorie, lambda berichten, gebruiker: {})])
    moment = nu + timedelta(hours=1)
    monkeypatch.setattr(momenten.MOMENTEN, "item", lambda mensen, nu: {mens.pk: max(moment, nu) for mens in mensen})
    monkeypatch.setattr(brief.AANDUIDING, "item", None)
    return moment


def maak(*namen, is_professional=True):
    gebruikers = get_user_model()
    return gebruikers.objects.bulk_create(
        gebruikers(
            inlognaam=naam, naam=naam.title(), email=f"{naam}@voorbeeld.example", is_professional=is_professional
        )
        for naam in namen
    )


def nieuws(gebruiker, nu, aantal=1, gezin=None, soort="proef_nieuws"):
    meld_velen([Melding(soort, gebruiker, f"{soort}:{gezin}:{nummer}", gezin) for nummer in range(aantal)], nu)


def staten(gebruiker):
    return set(Bericht.objects.van(gebruiker).values_list("mail_staat", flat=True))


def tekst(brief_, soort="plain"):
    return brief_.get_body((soort,)).get_content()


@pytest.mark.django_db
class TestEenMailPerDag:
    @pytest.mark.eis("R2")
    def test_sixty_notices_of_thirty_families_are_one_mail(self, mailserver, nu, later):
        (noor,) = maak("noor")
        for _ in range(30):
            gezin = uuid.uuid4()
            nieuws(noor, nu, gezin=gezin)
            nieuws(noor, nu, gezin=gezin, soort="proef_afspraak")
        assert claim_en_verzend(later - timedelta(seconds=1)) == 0
        assert claim_en_verzend(later) == 1
        (post,) = mailserver.brieven
        for soort in ("plain", "html"):
            assert "Bij 30 gezinnen wacht iets op u." in tekst(post, soort)
            assert "Er is een afspraak: bij 30 gezinnen" in tekst(post, soort)
            assert "Er is nieuws over een plan: bij 30 gezinnen" in tekst(post, soort)
        assert Bericht.objects.filter(mail_staat=MailStaat.VERZONDEN, verzonden_op=later).count() == 60
        assert claim_en_verzend(later + timedelta(days=9)) == 0

    @pytest.mark.eis("R2")
    def test_where_nothing_waits_no_mail_goes(self, mailserver, nu, later):
        maak("noor")
        assert claim_en_verzend(later) == 0
        assert mailserver.brieven == []

    @pytest.mark.eis("R2")
    def test_what_cannot_wait_goes_at_once_in_a_mail_of_its_own(self, mailserver, nu, later):
        (noor,) = maak("noor")
        nieuws(noor, nu, 2)
        meld("proef_vraag", noor, sleutel="spoed", nu=nu)
        meld("proef_nieuws", noor, sleutel="in uren", nu=nu, spoed=True)
        assert claim_en_verzend(nu) == 2
        assert all("niet kan wachten" in tekst(post) for post in mailserver.brieven)
        assert claim_en_verzend(later) == 1
        assert "Er is nieuws over een plan (2)" in tekst(mailserver.brieven[-1])

    @pytest.mark.eis("R2")
    def test_a_mail_that_waited_and_one_that_cannot_wait_stay_apart(self, mailserver, nu, later):
        (noor,) = maak("noor")
        nieuws(noor, nu, 2)
        meld("proef_vraag", noor, sleutel="spoed", nu=nu)
        assert claim_en_verzend(later) == 2

    @pytest.mark.eis("R2")
    def test_who_read_it_all_gets_no_mail_about_it(self, mailserver, nu, later):
        (noor,) = maak("noor")
        nieuws(noor, nu, 3)
        markeer_gelezen(noor, Bericht.objects.values_list("pk", flat=True), nu)
        assert claim_en_verzend(later) == 0
        assert staten(noor) == {MailStaat.NIET_NODIG}

    @pytest.mark.eis("R2")
    def test_who_read_some_gets_a_mail_about_the_rest(self, mailserver, nu, later):
        (noor,) = maak("noor")
        nieuws(noor, nu, 3)
        markeer_gelezen(noor, Bericht.objects.values_list("pk", flat=True)[:1], nu)
        assert claim_en_verzend(later) == 1
        assert "(2)" in tekst(mailserver.brieven[0])

    def test_one_notice_alone_is_an_ordinary_mail(self, mailserver, nu, later):
        (noor,) = maak("noor")
        nieuws(noor, nu)
        claim_en_verzend(later)
        assert mailserver.brieven[0]["Subject"] == "Er is nieuws over een plan"


@pytest.mark.django_db
class TestWatErInStaat:
    @pytest.mark.eis("X5")
    def test_a_family_reads_no_counting_of_families(self, mailserver, nu, later):
        (petra,) = maak("petra", is_professional=False)
        nieuws(petra, nu, 2, gezin=uuid.uuid4())
        claim_en_verzend(later)
        assert "Er staan 2 berichten voor u klaar." in tekst(mailserver.brieven[0])
        assert "gezin" not in tekst(mailserver.brieven[0]).replace("Eén Gezin, Eén Plan", "")

    @pytest.mark.eis("R2", "X5")
    def test_per_family_where_the_region_lets_a_mail_call_them(self, mailserver, nu, later):
        (noor,) = maak("noor")
        bekend, verborgen = uuid.uuid4(), uuid.uuid4()
        brief.AANDUIDING.fill(lambda gebruiker, ids: {bekend: "Plan 1204"})
        nieuws(noor, nu, 2, gezin=bekend)
        nieuws(noor, nu, 1, gezin=verborgen)
        claim_en_verzend(later)
        regels = [regel for regel in tekst(mailserver.brieven[0]).splitlines() if regel]
        begin = regels.index("Plan 1204")
        assert regels[begin : begin + 4] == [
            "Plan 1204", "- Er is nieuws over een plan (2)", "Verder", "- Er is nieuws over een plan: bij 1 gezin",
        ]  # fmt: skip


@pytest.mark.django_db
class TestAndersKiezen:
    @pytest.mark.eis("R2")
    def test_what_waits_moves_along_with_a_new_time(self, mailserver, nu, later, monkeypatch):
        noor, karim = maak("noor", "karim")
        nieuws(noor, nu, 2)
        nieuws(karim, nu)
        monkeypatch.setattr(momenten.MOMENTEN, "item", lambda mensen, nu: {mens.pk: nu for mens in mensen})
        verzet_wachtende(nu, [noor])
        assert claim_en_verzend(nu) == 1
        assert mailserver.per_ontvanger() == {"noor@voorbeeld.example": 1}
        verzet_wachtende(nu)
        assert claim_en_verzend(nu) == 1

    @pytest.mark.eis("E10")
    def test_what_was_tried_keeps_its_turn(self, mailserver, nu, later, monkeypatch):
        (noor,) = maak("noor")
        mailserver.weigert[noor.email] = "451 later"
        nieuws(noor, nu, 2)
        claim_en_verzend(later)
        monkeypatch.setattr(
            momenten.MOMENTEN, "item", lambda mensen, nu: {mens.pk: nu + timedelta(days=3) for mens in mensen}
        )
        verzet_wachtende(later)
        mailserver.weigert.clear()
        assert claim_en_verzend(later + PAUZES[0]) == 1

    def test_moving_everyones_takes_as_many_queries_for_many_as_for_few(self, nu, later):
        aantallen = []
        for begin in (0, 10):
            for mens in maak(*(f"m{begin}{nummer}" for nummer in range(1 if begin == 0 else 40))):
                nieuws(mens, nu)
            with CaptureQueriesContext(connection) as vragen:
                verzet_wachtende(nu)
            aantallen.append(len(vragen))
        assert aantallen[0] == aantallen[1]


@pytest.mark.django_db
class TestDeMailserver:
    @pytest.mark.eis("E10")
    def test_a_refused_receiver_holds_up_nobody_and_gets_the_same_mail_later(self, mailserver, nu, later):
        een, slecht, drie = maak("een", "slecht", "drie")
        mailserver.weigert[slecht.email] = "550 onbekend"
        for mens in (een, slecht, drie):
            nieuws(mens, nu, 5)
        assert claim_en_verzend(later) == 2
        assert set(Bericht.objects.van(slecht).values_list("pogingen", "volgende_poging_op")) == {
            (1, later + PAUZES[0])
        }
        bundel = Bericht.objects.van(slecht).values_list("bundel", flat=True).distinct().get()
        nieuws(slecht, later, gezin=uuid.uuid4())
        mailserver.weigert.clear()
        claim_en_verzend(later + PAUZES[0])
        eigen = [post["Message-ID"] for post in mailserver.brieven if post["To"] == slecht.email]
        assert len(eigen) == 2
        assert sum(str(bundel) in kop for kop in eigen) == 1

    @pytest.mark.eis("R2", "E10")
    def test_with_the_server_away_what_comes_in_joins_the_mail(self, mailserver, nu, later):
        (noor,) = maak("noor")
        nieuws(noor, nu, 2)
        mailserver.stop()
        for minuten in range(5):
            assert claim_en_verzend(later + timedelta(minutes=minuten)) == 0
        assert staten(noor) == {MailStaat.TE_VERZENDEN}
        nieuws(noor, later, gezin=uuid.uuid4())
        mailserver.start()
        assert claim_en_verzend(later + timedelta(minutes=10)) == 1
        assert Bericht.objects.filter(mail_staat=MailStaat.VERZONDEN).count() == 3


@pytest.mark.eis("R2", "E10")
def test_two_workers_send_one_bundle_to_each(fresh_database, mailserver, nu, later):
    mensen = maak(*(f"collega{nummer}" for nummer in range(120)))
    meld_velen([Melding("proef_nieuws", mens, f"feit {nummer}") for nummer in range(10) for mens in mensen], nu)
    samen = threading.Barrier(3)
    aantallen = []

    def werk():
        samen.wait()
        aantallen.append(claim_en_verzend(later))
        connections.close_all()

    draden = [threading.Thread(target=werk) for _ in range(3)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert sum(aantallen) == 120
    assert len(mailserver.per_ontvanger()) == 120
    assert set(mailserver.per_ontvanger().values()) == {1}
    assert not Bericht.objects.exclude(mail_staat=MailStaat.VERZONDEN).exists()


@pytest.mark.eis("R2", "E10")
def test_a_killed_worker_sends_the_same_bundle_again_and_no_other(fresh_database, mailserver, nu, later):
    (noor,) = maak("noor")
    nieuws(noor, nu, 4)
    mailserver.wacht = threading.Event()
    opdracht = (
        "import django; django.setup()\n"
        "from datetime import datetime\n"
        "from berichten.actions import claim_en_verzend\n"
        f"claim_en_verzend(datetime.fromisoformat({later.isoformat()!r}))"
    )
    omgeving = {**os.environ, **fresh_database.environment, "EMAIL_URL": f"smtp://127.0.0.1:{mailserver.poort}"}
    werker = subprocess.Popen([sys.executable, "-c", opdracht], env=omgeving, cwd=instellingen.BASE_DIR)
    try:
        assert mailserver.ontvangt.wait(GEDULD)
    finally:
        werker.kill()
        werker.wait()
    mailserver.wacht.set()
    nieuws(noor, later, gezin=uuid.uuid4())

    assert claim_en_verzend(later) == 1, "what came in since is a mail of its own"
    assert claim_en_verzend(later + CLAIM) == 1
    van_bundel = Bericht.objects.filter(gezin_id=None).values_list("bundel", flat=True).distinct().get()
    koppen = {post["Message-ID"] for post in mailserver.brieven}
    assert len(koppen) == 2
    assert any(str(van_bundel) in kop for kop in koppen)
    assert staten(noor) == {MailStaat.VERZONDEN}
