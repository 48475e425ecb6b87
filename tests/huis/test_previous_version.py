"""A region that lived under the version before is brought up to date, and everything in it still holds (E9).

How its text is made anew when a version is released: docs/migraties.md.
"""

import os
import re

import pytest
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader
from django.urls import reverse
from django.utils import timezone

from bewaking.actions import controleer
from escalatie import actions as ladder
from escalatie.models import Oplossing, Stagnatie, Stap
from gezinnen.models import Coordinatorschap
from gezinsplan.models import Afspraak, Doel, Navraag
from instanties.actions import maak_eerste_beheerder
from instanties.models import Vervanging
from oefenomgeving import actions, inrichting
from oefenomgeving.verhalen import ait, de_wit, el_amrani, kok, van_den_berg
from termijnen.actions import bewaak
from termijnen.models import Termijn
from tests import databases
from tests.cast import WACHTWOORD
from tests.form import long_only
from tests.huis import previous_version
from tests.huis.test_migrations import CHANGELOG
from tests.inloggen import client_van
from tests.logboek.zegelen import verzegel
from toestemming.models import Grondslag
from toestemming.onderwerpen import van_onderdelen

# A plan with consent and own matters; a navraag; step 2; step 3, with a coordinator who is away; what was solved.
STORIES = [de_wit, ait, el_amrani, van_den_berg, kok]
UNRELEASED = "unreleased"


def last_version() -> str:
    """Return the version that the changelog calls released last."""
    released = re.search(r"^## \[?(\d[\w.]*)", CHANGELOG.read_text(), re.M)
    return released[1] if released else UNRELEASED


@pytest.mark.skipif(os.environ.get("PREVIOUS_VERSION") != "new", reason="only when it is made anew")
@pytest.mark.heavy("fills a practice region", seconds=30)
def test_make_the_text_of_this_version(fresh_database, monkeypatch):
    actions.merk()
    moment = timezone.now()
    monkeypatch.setattr(inrichting, "VERHALEN", STORIES)
    inrichting.richt_in(moment)
    stuck = Stagnatie.objects.get(gezin__naam="El Amrani", staat="open")
    coordinator = Coordinatorschap.objects.get(gezin=stuck.gezin, tot=None).gebruiker
    # Once the family said no, as she wrote it down; now it is asked again.
    first = ladder.meld_opgelost(stuck, door=coordinator, nu=moment)
    ladder.zeg_nee(first, door=coordinator, nu=moment, gezin_zegt="De schimmel is terug.", hoe="gebeld op maandag")
    ladder.meld_opgelost(stuck, door=coordinator, nu=moment)
    bewaak(moment)
    previous_version.write(last_version(), moment)


@pytest.fixture(scope="module")
def previous():
    return previous_version.read()


def test_the_text_is_of_the_last_version(previous):
    assert previous.version == last_version()


def test_its_migrations_are_still_there(previous):
    assert len(previous.migrations) > 80
    assert set(previous.migrations) <= set(MigrationLoader(None).disk_migrations)


def test_all_of_it_is_invented():
    text = previous_version.TEXT.read_text()
    assert set(re.findall(r"[\w.+-]+@([\w.-]+)", text)) == {"voorbeeld.example"}
    assert not re.search(r"/(home|root|work|tmp|Users|usr)/", text)
    assert set(re.findall(r"\b06[- ]?\d{8}\b", text)) == set(re.findall(r"\b06-00000\d{3}\b", text)) != set()
    assert not re.search(r"pbkdf2_|argon2|bcrypt", text)


@pytest.fixture
def region(previous, django_db_setup, django_db_blocker):
    """Give a database with the tables of the version before, and in them what was there."""
    with django_db_blocker.unblock():
        # The last migration of each app: they are in order.
        tables = databases.template(dict(previous.migrations))
    with django_db_blocker.unblock(), databases.made(tables) as database, databases.pointed_at(database.name):
        previous_version.put_back(previous)
        yield database


@pytest.mark.eis("E9")
@pytest.mark.heavy("every migration, one after another")
@long_only("that each new migration is read by its operations, and that the text is of the last version")
def test_brought_up_to_date_all_of_it_still_holds(previous, region):
    call_command("migrate", database="eigenaar", verbosity=0)
    databases.close()
    verzegel(timezone.now())
    # One beheerder was enough then, and nobody was named above the officials (E6). That is all that is found.
    gevonden = {rij["controle"] for rij in controleer(previous.moment).bevindingen}
    assert gevonden == {"minder_dan_twee_beheerders", "niveau_zonder_beslisser"}
    tweede, _code = maak_eerste_beheerder("Tweede Beheerder", "tweede@voorbeeld.example", nu=previous.moment)
    tweede.set_password(WACHTWOORD)
    tweede.save()
    assert controleer(previous.moment).kenmerk == "niveau_zonder_beslisser"

    # What runs, who keeps it and until when.
    terms = {
        (row["id"], row["soort"], row["houder_id"])
        for row in previous.rows("termijnen_termijn")
        if row["staat"] == "loopt"
    }
    assert {"afspraak", "navraag", "stap_vastleggen", "oplossing"} <= {kind for _id, kind, _keeper in terms}
    assert {(str(t.pk), t.soort, t.houder_id and str(t.houder_id)) for t in Termijn.objects.lopend()} == terms
    steps = {(row["id"], row["houder_id"]) for row in previous.rows("escalatie_stap") if row["staat"] == "open"}
    assert len(steps) > 1
    assert {(str(stap.pk), str(stap.houder_id)) for stap in Stap.objects.filter(staat="open")} == steps

    # What was asked.
    assert Oplossing.objects.get(staat="wacht").stagnatie.gezin.naam == "El Amrani"
    assert Oplossing.objects.get(staat="nee").gezin_zegt == "De schimmel is terug."
    assert Navraag.objects.get(staat="open").afspraak.doel.plan.gezin.naam == "Ait"

    # Who may see, and who stands in.
    grounds = {row["id"] for row in previous.rows("toestemming_grondslag") if row["tot"] is None}
    assert {str(pk) for pk in Grondslag.objects.filter(tot=None).values_list("pk", flat=True)} == grounds != set()
    assert Vervanging.objects.get().vervanger.naam == "Noor Bakker"
    for deel in [*Doel.objects.all(), *Afspraak.objects.all()]:
        assert set(deel.onderwerpen) == set(van_onderdelen([deel]))
    # What was never set apart is about the same as its goal, and a condition that had a subject of its own keeps it.
    volgt = Afspraak.objects.filter(apart=False)
    assert [rij for rij in volgt.select_related("doel") if rij.onderwerpen != rij.doel.onderwerpen] == []
    assert volgt.count() > 5
    assert Doel.objects.filter(apart=True, leefgebieden=["verslaving"]).exists()

    # And it can be worked with.
    for coordinatorschap in Coordinatorschap.objects.filter(tot=None):
        browser = client_van(coordinatorschap.gebruiker)
        assert browser.get(reverse("werklijst:mijn_werk")).status_code == 200
        assert browser.get(reverse("gezinsplan:plan", args=[coordinatorschap.gezin_id])).status_code == 200
