"""A new installation gets its first beheerder on the server itself; after that beheerders invite each other (X2)."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from instanties import selectie
from instanties.models import Gebruiker
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
    with pytest.raises(CommandError, match="al een functioneel beheerder"):
        maak()


def test_where_there_is_a_beheerder_nobody_else_is_made_one(cast):
    aantal = Gebruiker.objects.count()
    with pytest.raises(CommandError, match="al een functioneel beheerder"):
        maak()
    assert Gebruiker.objects.count() == aantal
    assert list(selectie.beheerders()) == [cast.beheerder]


@pytest.mark.parametrize(("naam", "email"), [("  ", ADRES), ("Inge Postma", "inge"), ("Inge Postma", "")])
def test_what_is_wrong_is_said_and_nothing_is_made(naam, email):
    with pytest.raises(CommandError, match="--"):
        maak(naam, email)
    assert not Gebruiker.objects.exists()
