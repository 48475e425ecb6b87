"""The practice environment: a region in every state, a clock that can be moved, mail that stays here."""

import re
from collections import Counter
from datetime import timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage, get_connection
from django.urls import reverse
from django.utils import timezone

from berichten.models import Bericht
from core import clock, clock_home
from core.errors import RuleError
from core.mail import make_mail
from core.named import keys_for
from escalatie.models import Stagnatie, Stap
from gezinnen.models import Gezin
from gezinsplan.models import Afspraakstaat, Navraag, Navraagstaat, Planstaat
from instanties import bevestigers
from instanties.models import Gebruiker, Sluitverzoek, Toegangsverzoek, Weg
from oefenomgeving import actions
from oefenomgeving.apps import OefenomgevingConfig
from oefenomgeving.inrichting import richt_in
from oefenomgeving.models import Oefenbrief, Oefenklok, Opdracht, Opdrachtstaat, SoortOpdracht
from oefenomgeving.tijdreis import speel_tot
from oefenomgeving.verhalen import VERHALEN
from termijnen.models import Klokfout, Termijn
from tests import databases
from tests.form import long_only
from tests.inloggen import client_van, kwam_terug
from toestemming.models import Vlagverzoek
from zorgcoordinatie.models import Signaal


@pytest.fixture(scope="module")
def gevuld(django_db_setup, django_db_blocker):
    """A practice region that was filled once: its database, and when."""
    nu = timezone.now()
    with django_db_blocker.unblock(), databases.made() as database:
        with databases.pointed_at(database.name):
            actions.merk()
            richt_in(nu)
        yield database.name, nu


@pytest.fixture
def oefenregio(gevuld, django_db_blocker):
    """Give a practice region that has just been filled, with real commits."""
    naam, nu = gevuld
    with django_db_blocker.unblock(), databases.made(naam) as database, databases.pointed_at(database.name):
        # A copy holds its clock.
        clock_home.release()
        yield nu


def open_stap(gezinsnaam: str) -> Stap:
    return Stap.objects.get(stagnatie__gezin__naam=gezinsnaam, stagnatie__staat="open", staat="open")


@pytest.mark.eis("E9", "E2", "E4", "E5", "E11")
def test_there_is_a_family_in_every_state_and_the_clock_missed_nothing(oefenregio):
    assert Gezin.objects.get(naam="Visser").plan.staat == Planstaat.CONCEPT
    assert Gezin.objects.get(naam="De Wit").plan.staat == Planstaat.ACTIEF
    assert not Stagnatie.objects.filter(gezin__naam="De Wit").exists()
    navraag = Navraag.objects.get(afspraak__doel__plan__gezin__naam="Ait")
    assert navraag.staat == Navraagstaat.OPEN
    assert navraag.afspraak.staat == Afspraakstaat.GEVRAAGD
    stappen = {naam: open_stap(naam).modelstap.nummer for naam in ("Veenstra", "El Amrani", "Van den Berg")}
    assert stappen == {"Veenstra": 1, "El Amrani": 2, "Van den Berg": 3}
    kok = Stagnatie.objects.get(gezin__naam="Kok")
    assert (kok.staat, kok.geleerd) == ("opgelost", "Vraag het meteen bij twee zwembaden.")
    assert not Termijn.objects.lopend().filter(aan_de_beurt_op__lte=oefenregio).exists()
    assert not Klokfout.objects.exists()


@pytest.mark.eis("I6")
@pytest.mark.heavy("asks each page for the first time")
def test_what_asks_a_second_person_waits_there(oefenregio):
    """A flag that the coordinator looks at, a way that another made into an account, and a merger."""
    smeets = Gezin.objects.get(naam="Smeets")
    vraag = Vlagverzoek.objects.get(vlag__gezin=smeets, staat="wacht")
    assert vraag.aan == "coordinator"
    weg = Weg.objects.get(gebruiker__naam="Linda Smeets")
    assert (weg.soort, weg.door_een_ander) == ("adres", True)
    fusie = Sluitverzoek.objects.get(staat="wacht")
    assert [wie.naam for wie in bevestigers.tweeden([fusie], clock.now()).van(fusie)] == ["Bas Kok"]
    assert Toegangsverzoek.objects.loopt(clock.now()).count() == 1, "who lost the phone"


def test_a_colleague_is_away_and_another_stands_in(oefenregio):
    gezin = Gezin.objects.get(naam="Van den Berg")
    plan = reverse("gezinsplan:plan", args=[gezin.pk])

    def leest(naam: str, url: str) -> str:
        return " ".join(client_van(Gebruiker.objects.get(naam=naam)).get(url).content.decode().split())

    assert "U vervangt Selin Yilmaz tot en met vrijdag" in leest("Noor Bakker", plan)
    assert "Namens Selin Yilmaz" in leest("Noor Bakker", "/")
    ons_plan = reverse("gezinsplan:ons_plan_gezin", args=[gezin.pk])
    assert "Selin Yilmaz is er niet. Tot en met vrijdag" in leest("Claudia van den Berg", ons_plan)
    assert "belt u met Noor Bakker" in leest("Claudia van den Berg", ons_plan)


@pytest.mark.eis("E4", "E5", "E6")
@pytest.mark.heavy("lets a week pass in a whole region")
def test_a_week_later_everything_is_a_step_further(oefenregio):
    opdracht = Opdracht.objects.create(soort=SoortOpdracht.SPRONG, doel_op=oefenregio + timedelta(days=8))
    actions.doe(opdracht)
    opdracht.refresh_from_db()
    assert opdracht.staat == Opdrachtstaat.KLAAR
    assert opdracht.aantal_momenten > 3
    assert open_stap("Veenstra").modelstap.nummer == 2
    assert open_stap("El Amrani").modelstap.nummer == 3
    assert open_stap("Van den Berg").niveau == 2
    # The clock stands where it was asked to go, for web and worker alike.
    assert abs(clock.now() - (oefenregio + timedelta(days=8))) < timedelta(minutes=5)
    # A week looks like a week: every step began when the one before it had passed, not at the end of the jump.
    stap = open_stap("El Amrani")
    assert stap.geopend_op < oefenregio + timedelta(days=4)


def test_two_jumps_at_once_are_refused(oefenregio):
    actions.vraag_sprong(timedelta(days=1))
    with pytest.raises(RuleError, match="al iets bezig"):
        actions.vraag_sprong(timedelta(days=1))


@pytest.mark.parametrize("duur", [timedelta(0), timedelta(days=-1), timedelta(days=101)])
def test_a_jump_back_or_too_far_is_refused(db, duur):
    with pytest.raises(RuleError, match="Kies een sprong"):
        actions.vraag_sprong(duur)


@pytest.mark.heavy("fills the practice region anew, nine families of forty days", seconds=5)
def test_starting_afresh_puts_everything_back(oefenregio):
    Gezin.objects.filter(naam="Kok").update(**keys_for(Gezin, "Anders"))
    Oefenklok.objects.update(seconden_vooruit=999_999)
    actions.begin_opnieuw()
    assert Gezin.objects.filter(naam="Kok").count() == 1
    assert Gezin.objects.filter(signaal__isnull=True).count() == len(VERHALEN)
    assert Gezin.objects.filter(signaal__isnull=False).count() == 1
    assert Signaal.objects.wacht().count() == 2
    assert Oefenklok.objects.get().seconden_vooruit == 0


def test_a_database_with_people_and_without_the_mark_is_refused(cast):
    with pytest.raises(RuleError, match="niet van de oefenomgeving"):
        actions.merk()
    with pytest.raises(RuleError, match="niet van de oefenomgeving"):
        actions.leeg()
    assert Gebruiker.objects.exists()


def test_outside_the_practice_environment_the_system_does_not_start_with_it(settings):
    settings.OEFENOMGEVING = False
    import oefenomgeving

    with pytest.raises(ImproperlyConfigured, match="hoort niet in deze installatie"):
        OefenomgevingConfig("oefenomgeving", oefenomgeving).ready()


@pytest.mark.eis("E10")
def test_mail_goes_nowhere_and_can_be_read(client, db):
    post = get_connection("oefenomgeving.post.OefenpostBackend")
    brief = EmailMessage("Er wacht iets op u", "Kijk op de website.", to=["petra@voorbeeld.example"], connection=post)
    assert brief.send() == 1
    assert Oefenbrief.objects.get().aan == "petra@voorbeeld.example"
    pagina = client.get("/oefenen/post/?aan=petra@voorbeeld.example").content.decode()
    assert "Er wacht iets op u" in pagina


@pytest.mark.eis("R2")
def test_a_mail_can_be_seen_as_a_mail_program_shows_it(client, db):
    post = get_connection("oefenomgeving.post.OefenpostBackend")
    brief = make_mail("mail/wachtwoord", {"adres": "/x/"}, to="petra@voorbeeld.example", subject="Proef")
    assert post.send_messages([brief]) == 1
    opgemaakt = Oefenbrief.objects.get()
    assert f"/oefenen/post/{opgemaakt.pk}/opmaak/" in client.get("/oefenen/post/").content.decode()
    antwoord = client.get(f"/oefenen/post/{opgemaakt.pk}/opmaak/")
    assert '<html lang="nl">' in antwoord.content.decode()
    assert "sandbox" in antwoord["Content-Security-Policy"]
    assert "script-src 'self'" not in antwoord["Content-Security-Policy"]


@long_only("one bundle per werkdag: tests/berichten/test_bundel.py")
@pytest.mark.eis("R2")
@pytest.mark.heavy("lets a week pass in a whole region")
def test_in_a_jump_each_gets_at_most_one_bundle_per_werkdag(oefenregio):
    speel_tot(oefenregio + timedelta(days=8), oefenregio)
    per_dag = Counter(
        (bericht.ontvanger_id, timezone.localdate(bericht.verzonden_op), bericht.bundel)
        for bericht in Bericht.objects.filter(mail_staat="verzonden", spoed=False, ontvanger__is_professional=True)
        if bericht.verzonden_op > oefenregio + timedelta(minutes=5)
    )
    bundels = Counter((wie, dag) for wie, dag, _bundel in per_dag)
    assert bundels
    assert set(bundels.values()) == {1}
    assert {dag.isoweekday() for _wie, dag in bundels} <= {1, 2, 3, 4, 5}


@pytest.mark.eis("X2")
def test_one_chooses_somebody_and_goes_on_as_that_person(client, cast):
    antwoord = client.post(f"/oefenen/wees/{cast.coordinator.pk}/", follow=True)
    assert antwoord.status_code == 200
    assert antwoord.context["user"] == cast.coordinator
    # The second step of the login counts as done: straight to her work (X2).
    assert antwoord.request["PATH_INFO"] == "/"


def test_the_start_page_names_everybody_once(client, cast):
    pagina = client.get("/oefenen/").content.decode()
    for gebruiker in cast.iedereen().values():
        assert pagina.count(f">{gebruiker.naam}<") == 1
    assert "zorgcoördinator van De Wit" in pagina
    assert "Gezin De Wit" in pagina


def test_an_impossible_jump_says_what_is_wrong_at_the_field(client, cast):
    antwoord = client.post("/oefenen/spring/", {"uren": ""})
    assert kwam_terug(antwoord)
    assert "Kies hoe ver de klok vooruit gaat." in antwoord.content.decode()


@pytest.mark.django_db
def test_who_opens_the_practice_environment_chooses_who_to_be(settings, client):
    # Settings of one kind can't be loaded beside those of another: read, not imported.
    oefenen = (settings.BASE_DIR / "config" / "settings" / "practice.py").read_text()
    settings.LOGIN_URL = re.search(r'^LOGIN_URL = "(.+)"$', oefenen, re.M)[1]
    assert client.get("/")["Location"].startswith(reverse("oefenomgeving:start"))
