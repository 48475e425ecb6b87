"""Everybody concerned is told, once, and reads what may be seen now (E10)."""

import uuid
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext

from berichten import soorten, waarneming
from berichten.actions import Melding, markeer_gelezen, meld, meld_velen
from berichten.models import Bericht, MailStaat
from berichten.selectie import aantal_ongelezen, inbox

pytestmark = [pytest.mark.eis("E10"), pytest.mark.django_db]


@pytest.fixture
def roos():
    return get_user_model().objects.create_user("roos", naam="Roos de Vries", email="roos@voorbeeld.example")


@pytest.fixture
def karim():
    return get_user_model().objects.create_user("karim", naam="Karim Aydin", email="karim@voorbeeld.example")


def test_a_fact_is_told_once_to_each_receiver(roos, karim, nu):
    for _ in range(2):
        meld("proef_vraag", roos, sleutel="navraag:1", nu=nu)
        meld_velen([Melding("proef_vraag", roos, "navraag:1"), Melding("proef_vraag", karim, "navraag:1")], nu)
    assert aantal_ongelezen(roos) == aantal_ongelezen(karim) == 1


def test_many_are_told_with_one_insert(roos, nu):
    with CaptureQueriesContext(connection) as vragen:
        meld_velen([Melding("proef_vraag", roos, f"feit:{nummer}") for nummer in range(200)], nu)
    assert sum("INSERT" in vraag["sql"] for vraag in vragen) == 1
    assert aantal_ongelezen(roos) == 200


def test_an_unknown_kind_is_refused_at_once(roos, nu):
    with pytest.raises(soorten.OnbekendeSoort):
        meld("bestaat_niet", roos, sleutel="x", nu=nu)


@pytest.mark.eis("X5")
@pytest.mark.parametrize(
    "velden", [{"email": ""}, {"wil_mail": False}, {"is_active": False}], ids=["no address", "no mail wanted", "left"]
)
def test_who_gets_no_mail_still_has_the_notice(roos, nu, velden):
    for veld, waarde in velden.items():
        setattr(roos, veld, waarde)
    meld("proef_vraag", roos, sleutel="x", nu=nu)
    assert Bericht.objects.get().mail_staat == MailStaat.NIET_NODIG
    assert len(inbox(roos).rijen) == 1


@pytest.mark.eis("T3")
def test_the_inbox_says_what_the_reader_may_see_now(roos, nu):
    zichtbaar = uuid.uuid4()
    meld("proef_vraag", roos, sleutel="a", nu=nu, object_id=zichtbaar, gezin=uuid.uuid4())
    meld("proef_vraag", roos, sleutel="b", nu=nu - timedelta(hours=1))
    open_, verborgen = inbox(roos).rijen
    assert (open_.tekst, open_.url) == ("Het gezin van Sanne vraagt Roos de Vries iets", f"/vraag/{zichtbaar}/")
    assert (open_.categorie, open_.spoed, open_.gelezen) == ("Er is een vraag aan u.", True, False)
    assert (verborgen.tekst, verborgen.url) == ("Er is iets bijgewerkt dat u niet (meer) kunt inzien.", "")
    assert verborgen.categorie == ""


def test_a_notice_of_a_kind_that_has_gone_is_a_neutral_line(roos, nu):
    meld("proef_vraag", roos, sleutel="a", nu=nu, object_id=uuid.uuid4())
    Bericht.objects.update(soort="van_vroeger")
    assert inbox(roos).rijen[0].tekst == "Er is iets bijgewerkt dat u niet (meer) kunt inzien."


def test_the_inbox_is_paged_newest_first_and_asks_each_kind_once(roos, karim, nu, vraag_soort):
    meld_velen([Melding("proef_vraag", karim, "van een ander")], nu)
    for nummer in range(30):
        meld("proef_vraag", roos, sleutel=str(nummer), nu=nu + timedelta(minutes=nummer))
    with CaptureQueriesContext(connection) as vragen:
        eerste = inbox(roos)
    assert len(vragen) == 1
    assert vraag_soort == [25]
    tweede = inbox(roos, pagina=2)
    sleutels = [regel.bericht.sleutel for regel in eerste.rijen + tweede.rijen]
    assert sleutels == [str(nummer) for nummer in range(29, -1, -1)]
    assert (eerste.vorige, eerste.volgende, tweede.vorige, tweede.volgende) == (None, 2, 1, None)


def test_only_the_receiver_marks_as_read(roos, karim, nu):
    meld("proef_vraag", roos, sleutel="a", nu=nu)
    (bericht,) = Bericht.objects.all()
    assert markeer_gelezen(karim, [bericht.id], nu) == 0
    assert aantal_ongelezen(roos) == 1
    assert markeer_gelezen(roos, [bericht.id], nu) == 1
    assert markeer_gelezen(roos, [bericht.id], nu + timedelta(days=1)) == 0
    assert aantal_ongelezen(roos) == 0
    assert Bericht.objects.get().gelezen_op == nu
    assert inbox(roos).rijen[0].gelezen


@pytest.mark.eis("I6")
def test_who_stands_in_is_told_too_and_reads_for_whom(roos, karim, nu, monkeypatch):
    gezin = uuid.uuid4()

    def karim_in_this_family(ontvangers, op):
        return {(wie.pk, van): karim for wie, van in ontvangers if (wie, van) == (roos, gezin)}

    monkeypatch.setattr(waarneming.WAARNEMERS, "item", karim_in_this_family)
    meld("proef_vraag", roos, sleutel="a", nu=nu, gezin=gezin, object_id=uuid.uuid4())
    meld("proef_vraag", roos, sleutel="b", nu=nu, gezin=uuid.uuid4(), object_id=uuid.uuid4())
    assert [regel.namens for regel in inbox(roos).rijen] == ["", ""]
    (bij_karim,) = inbox(karim).rijen
    assert (bij_karim.bericht.sleutel, bij_karim.namens) == ("a", "Roos de Vries")
    assert bij_karim.tekst == "Het gezin van Sanne vraagt Karim Aydin iets"


@pytest.mark.eis("I6")
def test_who_is_told_already_isnt_told_twice_for_standing_in(roos, karim, nu, monkeypatch):
    monkeypatch.setattr(waarneming.WAARNEMERS, "item", lambda ontvangers, op: {(roos.pk, None): karim})
    meld_velen([Melding("proef_vraag", roos, "a"), Melding("proef_vraag", karim, "a")], nu)
    assert [regel.namens for regel in inbox(karim).rijen] == [""]
