"""What people notice when a part of the system is away, or one term cannot be handled: nothing is lost or doubled.

Each test looks at the real processes: pages in a browser, the clock in a worker, mail over SMTP.
"""

import time
from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection, connections, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from playwright.sync_api import expect

from berichten.models import Bericht, MailStaat
from core import clock
from escalatie.models import Stagnatie, Stap
from gezinsplan import actions as plan
from gezinsplan.models import Afspraak, Afspraakstaat, Navraag, PdfOpdracht, PdfStaat
from instanties.models import Gebruiker
from oefenomgeving import actions as oefenen
from oefenomgeving import klok as oefenklok
from termijnen.models import Klokfout, Kloktik, Termijn, TermijnWijziging
from tests.cast import maak_cast
from tests.e2e import proefgezin
from tests.e2e.proefgezin import maak_afspraak, maak_proefgezin, verstreken_gezin
from tests.e2e.wandelaar import wait_until
from tests.form import long_only

pytestmark = pytest.mark.eis("E9", "E10")

VERZEND = "berichten.tasks.verzend_berichten"
# A page of a busy machine; one that waits for a lost broker or mail server takes far longer.
VLOT = 15


@pytest.fixture(scope="module")
def mensen(stapel):
    """The cast, in a database of practice, so that a test can move the clock."""
    oefenen.merk()
    return maak_cast(clock.now())


@pytest.fixture
def als(bezoek, stapel):
    """Return a function that opens a browser in which somebody is logged in."""
    return proefgezin.als(bezoek, stapel)


@pytest.fixture
def without_beat(stapel):
    """The clock ticks when the test says so: a tick of the beat while the test makes its families comes too early."""
    stapel.stop("beat")
    yield
    stapel.start("beat")


def clock_ahead(hoever):
    """Let it be so much later for everyone."""
    oefenklok.zet(clock.now() - timezone.now() + hoever)


def every_mail_exactly_once(stapel):
    """What the database calls sent is what the mail server took in, each once."""
    ontvangen = Counter(brief["Message-ID"].strip("<>").partition("@")[0] for brief in stapel.brieven)
    verzonden = Bericht.objects.filter(mail_staat=MailStaat.VERZONDEN)
    assert ontvangen == Counter({str(bericht.mail_id) for bericht in verzonden})


def time_for_the_bundle():
    """The moment of the daily mail has come for everyone, whatever hour and day this test runs."""
    nu = clock.now()
    Bericht.objects.wacht_op_bundel(nu).update(volgende_poging_op=nu)


def all_mail_is_sent(stapel):
    """Everything that could be sent by now has been sent; claimed mails count until the server has them."""
    time_for_the_bundle()
    stapel.tik(VERZEND)
    wait_until(lambda: not Bericht.objects.filter(mail_staat=MailStaat.TE_VERZENDEN).exists(), 180)


def asked_exactly_once(afspraken):
    """Each term that passed was handled once: one question, one change of state, one notice for each receiver."""
    ids = [afspraak.pk for afspraak in afspraken]
    navragen = Navraag.objects.filter(afspraak__in=ids)
    assert Counter(navragen.values_list("afspraak_id", flat=True)) == Counter(ids)
    termijnen = list(Afspraak.objects.filter(pk__in=ids).values_list("termijn_id", flat=True))
    verlopen = TermijnWijziging.objects.filter(termijn__in=termijnen, naar_staat="niet_gehaald")
    assert Counter(verlopen.values_list("termijn_id", flat=True)) == Counter(termijnen)
    per_ontvanger = Bericht.objects.filter(soort="navraag_gevraagd", object_id__in=ids)
    aantal = Counter(per_ontvanger.values_list("object_id", "ontvanger_id"))
    assert {object_id for object_id, _ontvanger in aantal} == set(ids)
    assert set(aantal.values()) == {1}


@long_only("without a broker: tests/core/test_nudge.py and tests/core/test_health.py")
def test_without_a_broker_the_pages_work_and_the_clock_catches_up(mensen, stapel, als, bezoek):
    # First of all: what is due from now on must wait for the broker.
    stapel.stop("redis")
    _ander, verstreken = verstreken_gezin(mensen, "Zonder broker")
    # The plan on paper is of a family in which nothing is due: the clock that catches up would change it meanwhile.
    proef = maak_proefgezin(mensen, "Op papier")
    over_een_week = localdate(clock.now()) + timedelta(days=7)
    eigen = maak_afspraak(mensen, proef, "de school bellen", over_een_week, wie=[proef.coordinator])
    plan.activeer(plan.plan_van(proef.gezin), nu=clock.now(), door=mensen.coordinator)
    pagina = als(mensen.coordinator)
    begin = time.monotonic()

    assert bezoek().goto(reverse("account_login")).status == 200
    assert pagina.goto(proef.plan_pad).status == 200
    pagina.goto(proef.pad(eigen))
    pagina.get_by_role("button", name="Ja, het is gedaan").click()
    expect(pagina.get_by_text("Mooi. Het staat als gedaan in het plan.")).to_be_visible()
    pagina.goto(proef.plan_pad)
    pagina.get_by_role("button", name="Plan op papier").click()
    expect(pagina.get_by_text("Het plan wordt gemaakt")).to_be_visible()
    assert time.monotonic() - begin < 5 * VLOT
    eigen.refresh_from_db()
    assert eigen.staat == Afspraakstaat.GEDAAN
    assert not Navraag.objects.filter(afspraak=verstreken).exists()

    # Nobody restarts worker or beat: they find the broker again, and the beat asks for what was missed.
    stapel.start("redis")
    terug = clock.now()
    wait_until(lambda: Kloktik.objects.filter(laatste_op__gt=terug).exists(), 240)
    wait_until(lambda: PdfOpdracht.objects.filter(plan__gezin=proef.gezin, staat=PdfStaat.KLAAR).exists(), 180)
    expect(pagina.get_by_role("link", name="Open het plan (pdf)")).to_be_visible()
    asked_exactly_once([verstreken])
    all_mail_is_sent(stapel)
    every_mail_exactly_once(stapel)


@long_only("without a mail server: tests/berichten/test_sending_mail.py")
def test_without_a_mailserver_the_notice_waits_and_the_mail_comes_once_later(mensen, stapel, als):
    proef = maak_proefgezin(mensen, "Zonder mail")
    maak_afspraak(mensen, proef, "het rapport sturen", localdate(clock.now()) + timedelta(days=14))
    all_mail_is_sent(stapel)
    stapel.stop("mail")
    pagina = als(mensen.coordinator)
    pagina.goto(proef.plan_pad)
    begin = time.monotonic()
    pagina.get_by_role("button", name="Start het plan").click()
    expect(pagina.get_by_text("Het plan is gestart")).to_be_visible()
    assert time.monotonic() - begin < VLOT
    [bericht] = Bericht.objects.filter(gezin_id=proef.gezin.pk, ontvanger=mensen.mentor, soort="plan_gestart")
    time_for_the_bundle()
    stapel.tik(VERZEND)
    wait_until(lambda: Bericht.objects.filter(pk=bericht.pk).exclude(laatste_fout="").exists())
    mentor = als(mensen.mentor)
    mentor.goto("/berichten/")
    expect(mentor.get_by_role("main").get_by_text("Zonder mail").first).to_be_visible()
    bericht.refresh_from_db()
    assert bericht.mail_staat == MailStaat.TE_VERZENDEN
    voor = len(stapel.brieven)

    stapel.start("mail")
    # The next try is a minute later; two ticks ask for it.
    clock_ahead(timedelta(minutes=2))
    stapel.tik(VERZEND)
    stapel.tik(VERZEND)
    wait_until(lambda: Bericht.objects.filter(pk=bericht.pk, mail_staat=MailStaat.VERZONDEN).exists())
    all_mail_is_sent(stapel)
    assert len(stapel.brieven) > voor
    every_mail_exactly_once(stapel)


@long_only("after a standstill: tests/termijnen/test_passing.py")
def test_after_a_week_of_standstill_each_step_begins_once_with_a_full_term(mensen, stapel):
    proef, afspraak = verstreken_gezin(mensen, "Stilstand")
    stapel.tik()
    wait_until(lambda: Navraag.objects.filter(afspraak=afspraak).exists())
    # A worker killed between the mail server's answer and its own note sends that mail again: that is not this test.
    all_mail_is_sent(stapel)
    for deel in ("beat", "worker"):
        stapel.stop(deel, hard=True)
    clock_ahead(timedelta(days=8))
    for deel in ("worker", "beat"):
        stapel.start(deel)
    stapel.tik()
    stapel.tik()

    wait_until(lambda: not Termijn.objects.lopend().filter(aan_de_beurt_op__lte=clock.now()).exists(), 180)
    [stagnatie] = Stagnatie.objects.filter(gezin=proef.gezin)
    [stap] = Stap.objects.filter(stagnatie=stagnatie).select_related("modelstap")
    assert (stap.staat, stap.modelstap.nummer) == ("open", 1)
    [termijn] = Termijn.objects.lopend().filter(gezin=proef.gezin, soort="stap_vastleggen")
    assert termijn.loopt_af_op > clock.now() + timedelta(days=6)
    all_mail_is_sent(stapel)
    every_mail_exactly_once(stapel)


def test_a_worker_that_falls_in_the_middle_of_a_tick_loses_and_doubles_nothing(mensen, stapel, without_beat):
    # Notices only: this is about the clock, not about hundreds of mails.
    Gebruiker.objects.filter(pk=mensen.coordinator.pk).update(wil_mail=False)
    mensen.coordinator.refresh_from_db()
    eerste = _gezin_met_veel(mensen, "Veel verstreken", 500, dagen_geleden=6)
    tweede = _gezin_met_veel(mensen, "Ook verstreken", 60, dagen_geleden=5)
    with transaction.atomic():
        # The second group of the tick waits for this row in the middle of its work; the first is committed by then.
        Afspraak.objects.select_for_update().get(pk=tweede[-1].pk)
        stapel.tik()
        wait_until(_iemand_wacht_op_ons, 180)
        assert Navraag.objects.filter(afspraak__in=eerste).count() == len(eerste)
        stapel.stop("worker", hard=True)
    assert not Navraag.objects.filter(afspraak__in=tweede).exists()

    stapel.start("worker")

    def alles_gedaan():
        stapel.tik()
        return not Termijn.objects.lopend().filter(aan_de_beurt_op__lte=clock.now()).exists()

    wait_until(alles_gedaan, 180)
    asked_exactly_once([*eerste, *tweede])
    assert not Klokfout.objects.exists()


@long_only("one that fails: tests/termijnen/test_six_workers.py")
def test_a_term_that_fails_holds_up_nobody_and_the_beheerder_sees_it(mensen, stapel, als, without_beat):
    kapot, weigert = verstreken_gezin(mensen, "Van Loon")
    anders, onbekend = verstreken_gezin(mensen, "De Beer")
    goed = [verstreken_gezin(mensen, f"Gewoon {nummer}")[1] for nummer in range(3)]
    # One term of a kind that this version no longer knows, and one row that the database does not take.
    Termijn.objects.filter(pk=onbekend.termijn_id).update(soort="vroeger")
    with _database_weigert_navraag_over(weigert):
        stapel.tik()
        wait_until(lambda: Klokfout.objects.count() == 2 and Navraag.objects.filter(afspraak__in=goed).count() == 3)
        asked_exactly_once(goed)
        assert not Navraag.objects.filter(afspraak__in=[weigert, onbekend]).exists()
        assert Termijn.objects.lopend().filter(pk__in=[weigert.termijn_id, onbekend.termijn_id]).count() == 2

        beheerder = als(mensen.beheerder)
        beheerder.goto("/")
        beheerder.get_by_role("link", name="Beheer").first.click()
        paneel = beheerder.locator("#klok")
        expect(paneel.get_by_role("heading", name="Wat de klok niet kon doen")).to_be_visible()
        expect(paneel.get_by_role("listitem")).to_have_count(2)
        expect(paneel).to_contain_text("onbekende soort termijn")
        expect(paneel).to_contain_text("Afspraak")
        for gezin in (kapot.gezin, anders.gezin):
            expect(beheerder.locator("body")).not_to_contain_text(gezin.naam)

    # What was wrong has been mended: the clock tries again by itself, and the beheerder need do nothing.
    clock_ahead(timedelta(minutes=10))
    stapel.tik()
    wait_until(lambda: Navraag.objects.filter(afspraak=weigert).exists())
    asked_exactly_once([weigert])
    wait_until(lambda: Klokfout.objects.filter(opgelost_op__isnull=False).count() == 1)
    beheerder.reload()
    expect(paneel.get_by_text("onbekende soort termijn").first).to_be_visible()
    expect(paneel.get_by_text("Afspraak", exact=True)).to_have_count(0)


def _gezin_met_veel(mensen, naam, aantal, *, dagen_geleden):
    """A plan with many afspraken of the coordinator, all past their term by so many days; started by the real action."""
    toen = clock.now() - timedelta(days=20)
    proef = maak_proefgezin(mensen, naam, nu=toen)
    tot = localdate(clock.now()) - timedelta(days=dagen_geleden)
    eerste = maak_afspraak(mensen, proef, "afspraak 0", tot, nu=toen, wie=[proef.coordinator])
    rest = Afspraak.objects.bulk_create(
        Afspraak(
            doel=proef.doel,
            wat=f"afspraak {nummer}",
            volgorde=nummer + 1,
            start_op=eerste.start_op,
            eind_op=tot,
            leefgebieden=eerste.leefgebieden,
        )
        for nummer in range(1, aantal)
    )
    doet = Afspraak.uitvoerders.through
    doet.objects.bulk_create(doet(afspraak=afspraak, deelnemer=proef.coordinator) for afspraak in rest)
    plan.activeer(plan.plan_van(proef.gezin), nu=toen, door=mensen.coordinator)
    return [eerste, *rest]


def _iemand_wacht_op_ons():
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid)))")
        return cursor.fetchone()[0]


class _database_weigert_navraag_over:  # noqa: N801 - read as a sentence
    """For as long as the block lasts the database takes no question about this one afspraak."""

    def __init__(self, afspraak):
        self.afspraak = afspraak

    def __enter__(self):
        self._doe(
            "CREATE FUNCTION weiger_proef() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'schijf kapot' USING ERRCODE = 'data_exception'; END $$",
            "CREATE TRIGGER weiger_proef BEFORE INSERT ON gezinsplan_navraag FOR EACH ROW"
            f" WHEN (NEW.afspraak_id = '{self.afspraak.pk}') EXECUTE FUNCTION weiger_proef()",
        )

    def __exit__(self, *_):
        self._doe("DROP TRIGGER weiger_proef ON gezinsplan_navraag", "DROP FUNCTION weiger_proef()")

    def _doe(self, *opdrachten):
        with connections["eigenaar"].cursor() as cursor:
            for opdracht in opdrachten:
                cursor.execute(opdracht)
