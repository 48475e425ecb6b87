"""Before a region starts, the beheerder reads what is missing and where it is mended (X6)."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse

from berichten.models import Bericht, MailStaat
from bewaking import actions, klaar
from bewaking.klaar import wie_inlogt
from core import clock, clock_home
from instanties.actions import geef_functie, leg_instelling_vast, maak_gebruiker
from instanties.models import Functie, Gebruiker, Gemeente, Instelling, Regio, Rol, SoortInstelling
from termijnen.models import Kloktik
from tests.bewaking.test_zelfcontrole import instelling_zonder_wie_inlogt, nooit_ingelogd, sleutel_gewisseld
from tests.inloggen import client_van

pytestmark = pytest.mark.eis("X6")


def in_production():
    """Who can log in where one doesn't choose who to be."""
    with override_settings(OEFENOMGEVING=False):
        return wie_inlogt()


@pytest.fixture
def begonnen(bewaakt, monkeypatch):
    """A region in which nothing is missing any more that can be seen."""
    monkeypatch.setattr(klaar, "wie_inlogt", in_production)
    monkeypatch.setattr(klaar.checks, "run_checks", lambda **_hoe: [])
    Gebruiker.objects.update(password="gekozen")
    Regio.objects.update(naam="Regio Plassendam")
    Bericht.objects.update(mail_staat=MailStaat.VERZONDEN, volgende_poging_op=None, verzonden_op=clock.now())
    # Of the cast some instellingen are only a workplace of one person.
    Instelling.objects.exclude(functies__rol__in=klaar.LEIDING).update(actief=False)
    actions.controleer(clock.now())
    return bewaakt


def missend(nu=None):
    return [punt.titel for punt in klaar.gereedheid(nu or clock.now()).punten if punt.klaar is False]


def gemeente_doet_niet_mee(wereld):
    Gemeente.objects.update(actief=False)


BREEK = [
    ("De naam van de regio", lambda _wereld: Regio.objects.update(naam=klaar.NOG_GEEN_NAAM)),
    ("Gemeenten die meedoen", gemeente_doet_niet_mee),
    ("Gemeenten die meedoen", lambda wereld: nooit_ingelogd(wereld.cast.ambtenaar, wereld.cast.vervanger)),
    ("Op elk niveau", lambda wereld: nooit_ingelogd(wereld.cast.gemeente.bestuur)),
    ("Op elk niveau", lambda _wereld: Regio.objects.update(bovenlokaal=None)),
    ("Instellingen met hulpverleners", instelling_zonder_wie_inlogt),
    (
        "Instellingen met hulpverleners",
        lambda _wereld: Functie.objects.filter(rol=Rol.HULPVERLENER).update(beeindigd_op=clock.now()),
    ),
    ("Twee beheerders", lambda wereld: nooit_ingelogd(wereld.cast.beheerder)),
    ("Een privacy officer", lambda wereld: nooit_ingelogd(wereld.cast.privacy_officer)),
    ("Mail komt aan", lambda _wereld: Bericht.objects.update(mail_staat=MailStaat.NIET_NODIG, verzonden_op=None)),
    ("Sleutels en instellingen", sleutel_gewisseld),
    ("De klok loopt", lambda _wereld: Kloktik.objects.all().delete()),
    ("De klok loopt", lambda _wereld: clock_home.hold("nagekeken", clock.now())),
]


def test_when_nothing_is_missing_what_cant_be_seen_is_still_asked(begonnen):
    assert missend() == []
    assert [punt.klaar for punt in klaar.gereedheid(clock.now()).punten].count(None) == 1


@pytest.mark.parametrize(("wat", "breek"), BREEK, ids=[str(nummer) for nummer in range(len(BREEK))])
def test_exactly_what_is_missing_is_said(begonnen, wat, breek):
    with transaction.atomic():
        breek(begonnen)
        gemist = missend()
        transaction.set_rollback(True)
    assert len(gemist) == 1 and gemist[0].startswith(wat)


def test_a_self_check_of_days_ago_says_nothing(begonnen):
    later = clock.now() + timedelta(days=3)
    Kloktik.objects.update(laatste_op=later)
    assert missend(later) == ["De zelfcontrole vond niets"]


def test_the_page_leads_to_where_it_is_mended_and_asks_no_more_of_a_large_region(begonnen):
    cast = begonnen.cast
    nooit_ingelogd(cast.ambtenaar, cast.vervanger)
    venster = client_van(Gebruiker.objects.get(pk=cast.beheerder.pk))
    with CaptureQueriesContext(connection) as eerst:
        pagina = venster.get(reverse("bewaking:klaar")).content.decode()
    assert "Er is nog 1 ding nodig" in pagina
    assert reverse("instanties:gemeente", args=[cast.gezin.gemeente_id]) in pagina
    for nummer in range(3):
        instelling = leg_instelling_vast(
            None, naam=f"Hulp {nummer}", soort=SoortInstelling.JEUGDHULP, door=cast.beheerder
        )
        nieuw = maak_gebruiker(f"Nieuw Iemand{nummer}", is_professional=True, door=cast.beheerder)
        geef_functie(nieuw, Rol.HULPVERLENER, instelling=instelling, door=cast.beheerder)
    with CaptureQueriesContext(connection) as later:
        pagina = venster.get(reverse("bewaking:klaar")).content.decode()
    assert "Hulp 0" in pagina and "Hulp 2" in pagina
    assert len(later) <= len(eerst)


def test_the_settings_of_the_server_are_named_and_no_value(begonnen, settings, monkeypatch):
    monkeypatch.undo()
    settings.EMAIL_HOST, settings.EMAIL_HOST_PASSWORD, settings.EMAIL_USE_TLS = (
        "mail.voorbeeld.nl",
        "geheim-geheim",
        False,
    )
    punt = next(punt for punt in klaar.gereedheid(clock.now()).punten if punt.titel.startswith("Sleutels"))
    assert punt.klaar is False
    assert any("onversleuteld" in wat for wat, _waar in punt.mist)
    assert "geheim-geheim" not in str(punt)
