"""An answer by a one-time link says no more than is proven of the address that it went to (I9, G17)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from core import clock
from gezinsplan.actions import Navraagantwoord
from gezinsplan.actions.link import beantwoord_met_link
from gezinsplan.links import is_bevestigd
from gezinsplan.looptijd import dag_van
from gezinsplan.models import Antwoord, EenmaligeLink
from instanties.actions import maak_gebruiker
from logboek.models import Logregel
from tests.cast import maak_cast
from tests.gezinsplan.conftest import vers
from tests.gezinsplan.linkhulp import ADRES, maak, maak_vraag
from tests.inloggen import client_van
from tests.situaties import situatie

pytestmark = [pytest.mark.django_db, pytest.mark.eis("I9", "G17")]
ZEGT_HET = "Het mailadres vulde de afzender in"


@situatie
def vraag():
    """Give the example, D. Hof without account, and his afspraak that is asked about."""
    return maak_vraag(maak_cast(clock.now()))


def _antwoordt(vraag, antwoord=Antwoord.GEDAAN):
    voorbeeld, hof, afspraak = vraag
    gemaakt = maak(voorbeeld, hof, afspraak)
    dag = dag_van(clock.now()) if antwoord == Antwoord.GEDAAN else None
    gegeven = Navraagantwoord(antwoord, gebeurd_op=dag, toelichting="" if dag else "Het lukte niet")
    beantwoord_met_link(gemaakt.link.pk, gegeven, nu=clock.now())
    return vers(afspraak)


def _school_mailt_vanaf(vraag, email):
    school = vraag[0].cast.school
    school.email = email
    school.save()
    vraag[1].instelling = school


def test_plan_and_log_say_that_the_sender_typed_it(vraag):
    afspraak = _antwoordt(vraag)
    assert ZEGT_HET in afspraak.hoe_gehoord
    gelogd = Logregel.objects.filter(object_soort="eenmalige_link", melding__contains="niet is bevestigd")
    assert set(gelogd.values_list("handeling", flat=True)) == {"aanmaken", "wijzigen"}


def test_a_stagnatie_says_so_too(vraag):
    voorbeeld = vraag[0]
    afspraak = _antwoordt(vraag, Antwoord.LUKT_NIET)
    client = client_van(voorbeeld.cast.coordinator)
    pagina = client.get(reverse("gezinsplan:afspraak", args=[voorbeeld.cast.gezin.pk, afspraak.pk])).content.decode()
    assert "naar een mailadres dat niet is bevestigd" in pagina
    [gemist] = afspraak.stagnaties.all()
    stagnatie = client.get(reverse("escalatie:stagnatie", args=[gemist.pk])).content.decode()
    assert "Het antwoord kwam met een link naar een mailadres dat niet is bevestigd" in stagnatie


@pytest.mark.parametrize("email", [ADRES, "info@wonen.example"])
def test_the_instelling_itself_confirms_it(vraag, email):
    _school_mailt_vanaf(vraag, email)
    assert ZEGT_HET not in _antwoordt(vraag).hoe_gehoord


def test_an_address_where_anybody_may_have_one_confirms_nothing(vraag):
    _school_mailt_vanaf(vraag, "school@wonen.example")
    maak_gebruiker("Iemand", email="iemand@wonen.example", is_professional=False, door=vraag[0].cast.coordinator)
    assert ZEGT_HET in _antwoordt(vraag).hoe_gehoord


def test_the_address_of_the_sender_himself_confirms_nothing(vraag):
    """Who sends it works there too: then the answer is the own one."""
    voorbeeld, hof, _afspraak = vraag
    _school_mailt_vanaf(vraag, "info@wonen.example")
    collega = maak_gebruiker(
        "C. Collega", email="c.collega@wonen.example", is_professional=True, door=voorbeeld.cast.coordinator
    )
    assert not is_bevestigd(hof, collega.email, collega)


def test_an_earlier_exchange_counts_when_another_had_sent_it(vraag):
    voorbeeld, hof, _afspraak = vraag
    _antwoordt(vraag)
    assert not is_bevestigd(hof, ADRES, voorbeeld.cast.coordinator), "two links of oneself prove nothing"
    assert is_bevestigd(hof, ADRES, voorbeeld.cast.collega)
    EenmaligeLink.objects.update(gebruikt_op=None, gemaakt_op=clock.now() - timedelta(days=9))
    assert not is_bevestigd(hof, ADRES, voorbeeld.cast.collega), "nobody answered"
