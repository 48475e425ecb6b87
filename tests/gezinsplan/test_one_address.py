"""One person, one account; one fact, one place: mail, phone and name are the account's, once there is one (I9)."""

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from berichten.actions import claim_en_verzend
from core.errors import NotAllowed, RuleError
from gezinnen.actions import GezinslidGegevens, koppel_account, wijzig_contact, wijzig_gezinslid
from gezinnen.models import Deelnemer, Relatie
from instanties.actions import maak_gebruiker, wijzig_gebruiker
from instanties.models import Weg
from instanties.tasks import mail_nieuw_wachtwoord
from tests.cast import WACHTWOORD
from tests.inloggen import client_van
from tests.instanties.test_herbevestigen import lang_geleden

pytestmark = [pytest.mark.django_db, pytest.mark.eis("I9")]
NIEUW = {"email": "nieuw@voorbeeld.example", "telefoon": "06-00000099"}


def _kaart(cast, **extra):
    lid = cast.moeder_in_gezin
    velden = {
        "naam": lid.naam,
        "relatie": Relatie.MOEDER,
        "geboortedatum": lid.geboortedatum,
        "huishouden": lid.huishouden,
    }
    return GezinslidGegevens(**{**velden, **extra})


def test_she_changes_her_own_mail_and_phone(cast):
    client = client_van(cast.moeder)
    waar = reverse("instanties:eigen_gegevens")
    assert client.get(waar).status_code == 200
    client.post(waar, {**NIEUW, "mobiel": ""})
    cast.moeder.refresh_from_db()
    assert (cast.moeder.email, cast.moeder.telefoon) == tuple(NIEUW.values())
    assert Weg.objects.get(gebruiker=cast.moeder).soort == "adres"
    # What the coordinator sees is what she said.
    lid = Deelnemer.objects.select_related("gebruiker").get(pk=cast.moeder_in_gezin.pk)
    assert (lid.contact.email, lid.contact.telefoon) == tuple(NIEUW.values())


def test_who_left_the_screen_open_is_asked_first_who_he_is(cast):
    for wie, waar in (
        (cast.moeder, reverse("instanties:eigen_gegevens")),
        (cast.coordinator, reverse("gezinsplan:contact", args=[cast.gezin.pk, cast.moeder_in_gezin.pk])),
    ):
        client = lang_geleden(client_van(wie))
        assert client.get(waar)["Location"].startswith("/account/")


def test_the_coordinator_can_for_her_and_the_old_address_never_learns_the_new_one(cast):
    wijzig_gebruiker(cast.moeder, nu=cast.nu, door=cast.moeder, email="oud@voorbeeld.example")
    claim_en_verzend(cast.nu)
    mail.outbox.clear()
    waar = reverse("gezinsplan:contact", args=[cast.gezin.pk, cast.moeder_in_gezin.pk])
    assert client_van(cast.coordinator).post(waar, NIEUW).status_code == 302
    cast.moeder.refresh_from_db()
    assert cast.moeder.email == NIEUW["email"]
    for een in mail.outbox:
        assert NIEUW["email"] not in f"{een.subject} {een.body} {een.alternatives}"
    assert Weg.objects.filter(gebruiker=cast.moeder, door=cast.coordinator, soort="adres").exists()


def test_of_who_logs_in_elsewhere_too_only_what_opens_this_family(cast):
    elders = Deelnemer.objects.create(gezin=cast.ander_gezin, soort="netwerklid", naam=cast.moeder.naam)
    koppel_account(elders, cast.moeder, nu=cast.nu, door=cast.buitenstaander)
    waar = reverse("gezinsplan:contact", args=[cast.gezin.pk, cast.moeder_in_gezin.pk])
    assert client_van(cast.coordinator).post(waar, NIEUW).status_code == 302
    cast.moeder.refresh_from_db()
    assert cast.moeder.email != NIEUW["email"]
    cast.moeder_in_gezin.refresh_from_db()
    assert cast.moeder_in_gezin.contact.email == NIEUW["email"]


def test_the_row_in_the_plan_holds_no_second_address(cast):
    oma = Deelnemer.objects.get(pk=cast.oma.pk)
    oma.email, oma.telefoon = "oma@voorbeeld.example", "06-00000098"
    oma.save()
    account = maak_gebruiker(oma.naam, is_professional=False, door=cast.coordinator)
    koppel_account(oma, account, nu=cast.nu, door=cast.coordinator)
    oma.refresh_from_db()
    account.refresh_from_db()
    assert (oma.email, oma.telefoon) == ("", "")
    assert (account.email, account.telefoon) == ("oma@voorbeeld.example", "06-00000098")
    # Nor does a form that still has the fields bring it back.
    lid = Deelnemer.objects.get(pk=cast.moeder_in_gezin.pk)
    wijzig_gezinslid(lid, _kaart(cast, email="x@voorbeeld.example"), lid.versie, nu=cast.nu, door=cast.coordinator)
    lid.refresh_from_db()
    assert lid.email == ""
    pagina = client_van(cast.coordinator).get(reverse("gezinsplan:gezinslid_wijzigen", args=[cast.gezin.pk, lid.pk]))
    assert 'name="email"' not in pagina.content.decode()
    assert reverse("gezinsplan:contact", args=[cast.gezin.pk, lid.pk]) in pagina.content.decode()


def test_renamed_by_the_coordinator_is_renamed_everywhere(cast):
    elders = Deelnemer.objects.create(gezin=cast.ander_gezin, soort="netwerklid", naam=cast.moeder.naam)
    koppel_account(elders, cast.moeder, nu=cast.nu, door=cast.buitenstaander)
    lid = Deelnemer.objects.get(pk=cast.moeder_in_gezin.pk)
    wijzig_gezinslid(lid, _kaart(cast, naam="Petra Anders"), lid.versie, nu=cast.nu, door=cast.coordinator)
    cast.moeder.refresh_from_db()
    elders.refresh_from_db()
    lid.refresh_from_db()
    assert {cast.moeder.naam, elders.naam, lid.naam} == {"Petra Anders"}


def test_renamed_by_the_beheerder_is_renamed_in_the_plans_but_keeps_the_function(cast):
    rij = Deelnemer.objects.get(pk=cast.mentor_in_gezin.pk)
    rij.werkelijke_naam, rij.reden_functienaam, rij.naam = cast.mentor.naam, "veiligheid", "jeugdwerker"
    rij.save()
    for wie in (cast.mentor, cast.collega):
        wijzig_gebruiker(wie, nu=cast.nu, door=cast.beheerder, naam=f"{wie.naam} Nieuw")
    mentor, collega = (Deelnemer.objects.get(pk=rij.pk) for rij in (cast.mentor_in_gezin, cast.collega_in_gezin))
    assert (mentor.naam, mentor.werkelijke_naam) == ("jeugdwerker", f"{cast.mentor.naam} Nieuw")
    assert collega.naam == f"{cast.collega.naam} Nieuw"


def test_of_a_professional_no_coordinator_changes_it(cast):
    with pytest.raises(NotAllowed):
        wijzig_contact(cast.mentor_in_gezin, **NIEUW, nu=cast.nu, door=cast.coordinator)


def test_a_couple_shares_an_address_and_nobody_learns_who_has_an_account(cast):
    samen = cast.moeder.email or "samen@voorbeeld.example"
    wijzig_gebruiker(cast.moeder, nu=cast.nu, door=cast.moeder, email=samen)
    wijzig_gebruiker(cast.vader, nu=cast.nu, door=cast.vader, email=samen)
    cast.vader.refresh_from_db()
    cast.vader.set_password("een heel ander wachtwoord")
    cast.vader.save()
    for wie, wachtwoord in ((cast.moeder, WACHTWOORD), (cast.vader, "een heel ander wachtwoord")):
        browser = Client()
        browser.post(reverse("account_login"), {"login": samen, "password": wachtwoord})
        assert browser.session["_auth_user_id"] == str(wie.pk)
    mail.outbox.clear()
    mail_nieuw_wachtwoord([str(cast.moeder.pk), str(cast.vader.pk)])
    namen = {
        wie.inlognaam for wie in (cast.moeder, cast.vader) if any(wie.inlognaam in een.body for een in mail.outbox)
    }
    assert namen == {cast.moeder.inlognaam, cast.vader.inlognaam}, "each link says whose it is"


def test_for_work_an_address_is_of_one_person(cast):
    with pytest.raises(RuleError):
        wijzig_gebruiker(cast.mentor, nu=cast.nu, door=cast.beheerder, email=cast.collega.email)
    with pytest.raises(IntegrityError), transaction.atomic():
        type(cast.mentor).objects.filter(pk=cast.mentor.pk).update(email=cast.collega.email)
