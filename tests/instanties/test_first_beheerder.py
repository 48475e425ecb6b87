"""A new installation gets its first beheerder on the server itself; after that beheerders invite each other (X2)."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from berichten.selectie import inbox
from core import clock
from instanties import selectie
from instanties.models import Functie, Gebruiker, Herkomst, Ongewoon, Rol
from logboek.models import Handeling, Logregel

pytestmark = [pytest.mark.eis("X2"), pytest.mark.django_db]
ADRES = "inge@voorbeeld.example"


def maak(naam="Inge Postma", email=ADRES):
    uit = StringIO()
    call_command("eerste_beheerder", naam=naam, email=email, stdout=uit)
    return uit.getvalue()


def code_in(tekst):
    return re.search(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}\b", tekst)[0]


def log_in(code, naam="Inge Postma", wachtwoord="drie gewone woorden"):
    client = Client()
    client.post(reverse("instanties:welkom"), {"naam": naam, "code": code})
    return client, client.post(
        reverse("instanties:welkom_wachtwoord"), {"wachtwoord": wachtwoord, "nog_eens": wachtwoord}
    )


def test_the_code_lets_the_first_beheerder_in_who_then_sets_up_the_second_step():
    tekst = maak()
    assert "/welkom/" in tekst
    assert "Inlognaam: inge.postma" in tekst
    client, antwoord = log_in(code_in(tekst))
    assert antwoord.status_code == 302
    beheer = client.get(reverse("instanties:beheer"))
    assert beheer["Location"] == reverse("mfa_activate_totp")
    assert [wie.naam for wie in selectie.beheerders()] == ["Inge Postma"]


@pytest.mark.eis("X1")
def test_that_it_happened_is_in_the_logboek():
    maak()
    regels = Logregel.objects.filter(object_naam="Inge Postma", handeling=Handeling.RECHTEN_WIJZIGEN)
    assert {"uitgenodigd"} < set(regels.values_list("melding", flat=True))


def test_a_lost_code_is_replaced_until_the_first_login():
    oude, nieuwe = code_in(maak()), code_in(maak())
    assert log_in(oude)[1].status_code == 303
    assert log_in(nieuwe)[1].status_code == 302
    assert Gebruiker.objects.count() == 1
    with pytest.raises(CommandError, match="al functioneel beheerder"):
        maak()


@pytest.mark.eis("I8")
def test_where_there_are_two_beheerders_nobody_else_is_made_one(cast):
    aantal = Gebruiker.objects.count()
    assert selectie.beheerders().count() == 2
    with pytest.raises(CommandError, match="al twee functioneel beheerders"):
        maak()
    assert Gebruiker.objects.count() == aantal


@pytest.mark.eis("I8", "X1")
def test_the_first_two_come_by_the_server_and_the_privacy_officer_hears_of_each(cast):
    Functie.objects.filter(rol=Rol.BEHEERDER).update(beeindigd_op=clock.now() - timedelta(days=400))
    maak()
    maak("Karel Smid", "karel@voorbeeld.example")
    assert {wie.naam for wie in selectie.beheerders()} == {"Inge Postma", "Karel Smid"}
    for functie in Functie.objects.geldig().filter(rol=Rol.BEHEERDER):
        assert (functie.herkomst, functie.ongewoon) == (Herkomst.SERVER, [Ongewoon.REGIO, Ongewoon.SERVER])
    alarm = [rij.tekst for rij in inbox(cast.privacy_officer).rijen if "zonder tweede persoon" in rij.tekst]
    assert len(alarm) == 2
    assert Logregel.objects.filter(object_naam="Karel Smid", melding__startswith="rol gegeven").exists()


@pytest.mark.parametrize(("naam", "email"), [("  ", ADRES), ("Inge Postma", "inge"), ("Inge Postma", "")])
def test_what_is_wrong_is_said_and_nothing_is_made(naam, email):
    with pytest.raises(CommandError, match="--"):
        maak(naam, email)
    assert not Gebruiker.objects.exists()
