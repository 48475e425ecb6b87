"""Who is invited by a second family keeps his one account if he says so himself; who invited him learns nothing (I9, I8)."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from berichten.actions import meld
from berichten.models import Bericht
from core import clock
from core.errors import RuleError
from gezinnen.actions import GezinslidGegevens, geef_account, koppel_account, stop_deelname, voeg_gezinslid_toe
from gezinnen.models import Deelnemer, GezinRechtVerlening, Relatie
from instanties.actions import (
    bevestig_wegen,
    controleer_uitnodiging,
    los_uitnodiging_in,
    neem_uitnodiging_over,
    nodig_uit,
    trek_uitnodiging_in,
    wijzig_gebruiker,
)
from instanties.models import Gebruiker, Uitnodiging
from logboek.models import Logregel
from tests.cast import WACHTWOORD
from tests.inloggen import client_van
from tests.sleutels import without_keys
from toestemming.models import Grondslag
from toestemming.zicht import blik

pytestmark = [pytest.mark.django_db, pytest.mark.eis("I9", "I8")]
NIEUW_WACHTWOORD = "drie gewone woorden"
GEVRAAGD = "U bent ook gevraagd bij een ander gezin."
HIER = reverse("instanties:ander_gezin")
WELKOM = reverse("instanties:welkom")


def in_ander_gezin(cast, naam, relatie=Relatie.VADER) -> Deelnemer:
    gegevens = GezinslidGegevens(naam=naam, relatie=relatie, huishouden=cast.ander_gezin.huishoudens.get())
    return voeg_gezinslid_toe(cast.ander_gezin, gegevens, nu=cast.nu, door=cast.buitenstaander)


@pytest.fixture
def gevraagd(cast) -> Deelnemer:
    """The father of the cast in the second family, with an account of his own that nobody used yet."""
    lid = in_ander_gezin(cast, cast.vader.naam)
    geef_account(lid, email=cast.vader.email, nu=cast.nu, door=cast.buitenstaander)
    lid.refresh_from_db()
    return lid


def code_voor(cast, lid, nu=None) -> str:
    return nodig_uit(lid.gebruiker, cast.buitenstaander, nu or clock.now())


def typ(client, naam, code):
    return client.post(WELKOM, {"naam": naam, "code": code})


def log_in(wie) -> str:
    browser = Client()
    antwoord = browser.post(reverse("account_login"), {"login": wie.inlognaam, "password": WACHTWOORD}, follow=True)
    return antwoord.content.decode()


def test_with_his_own_yes_he_sees_both_families_with_one_account(cast, gevraagd):
    oud = gevraagd.gebruiker
    meld("doet_mee", oud, sleutel="van het andere gezin", nu=cast.nu, gezin=cast.ander_gezin.pk)
    client = client_van(cast.vader)
    assert typ(client, "mark", code_voor(cast, gevraagd))["Location"] == HIER
    vraag = client.get(HIER).content.decode()
    assert GEVRAAGD.rstrip(".") in vraag
    assert "Ait" not in vraag
    assert "Samira" not in vraag
    assert blik(cast.vader, cast.ander_gezin) is None, "nothing before his yes"

    assert client.post(HIER).status_code == 302
    gevraagd.refresh_from_db()
    oud.refresh_from_db()
    assert gevraagd.gebruiker == cast.vader
    assert not oud.is_active
    assert blik(cast.vader, cast.ander_gezin) is not None
    assert blik(cast.vader, cast.gezin) is not None
    verleend = GezinRechtVerlening.objects.filter(content_object=cast.ander_gezin)
    assert verleend.filter(user=cast.vader).exists()
    assert not verleend.filter(user=oud).exists()
    assert not Grondslag.objects.filter(gebruiker=oud, tot__isnull=True).exists()
    assert Bericht.objects.get(sleutel="van het andere gezin").ontvanger == cast.vader
    assert client.get(reverse("gezinsplan:ons_plan")).status_code in (200, 302)


def test_the_code_is_used_up(cast, gevraagd):
    code = code_voor(cast, gevraagd)
    client = client_van(cast.vader)
    typ(client, "Mark", code)
    client.post(HIER)
    assert typ(Client(), "Mark", code).status_code == 422
    assert client.post(HIER).status_code == 303


def test_who_says_nothing_leaves_all_as_it_was_and_may_have_two_accounts(cast, gevraagd):
    code = code_voor(cast, gevraagd)
    client = client_van(cast.vader)
    typ(client, "Mark", code)
    client.get(HIER)
    gevraagd.refresh_from_db()
    assert gevraagd.gebruiker != cast.vader
    uitnodiging = controleer_uitnodiging("Mark", code, nu=clock.now())
    los_uitnodiging_in(uitnodiging, NIEUW_WACHTWOORD, nu=clock.now())
    assert gevraagd.gebruiker.deelnames.get() == gevraagd
    with pytest.raises(RuleError):
        neem_uitnodiging_over(uitnodiging, cast.vader, nu=clock.now())


def test_who_types_the_code_first_can_go_to_the_account_that_he_has(cast, gevraagd):
    client = Client()
    typ(client, "Mark", code_voor(cast, gevraagd))
    keuze = client.get(reverse("instanties:welkom_wachtwoord")).content.decode()
    naar = re.search(rf'href="({reverse("account_login")}\?next=[^"]+)"', keuze).group(1)
    antwoord = client.post(naar, {"login": cast.vader.inlognaam, "password": WACHTWOORD, "next": HIER})
    assert antwoord["Location"] == HIER
    client.post(HIER)
    gevraagd.refresh_from_db()
    assert gevraagd.gebruiker == cast.vader


def _wat_zij_ziet(cast, naam, email) -> tuple:
    """All that inviting this person shows and does: pages, statuses, mails, log, queries; without the name and the address."""
    lid = in_ander_gezin(cast, naam)
    client = client_van(cast.buitenstaander)
    pad = reverse("gezinsplan:deelnemer_uitnodigen", args=[cast.ander_gezin.pk, lid.pk])
    mail.outbox.clear()
    regels = Logregel.objects.count()
    gezien = []
    for velden in (None, {"email": email}, None, {"wijze": "mail"}):
        with CaptureQueriesContext(
            connection,
        ) as vragen:
            antwoord = client.get(pad) if velden is None else client.post(pad, velden)
        tekst = antwoord.content.decode()
        for woord in (naam, naam.split()[0], email, str(lid.pk)):
            tekst = tekst.replace(woord, "…")
        # A signed mark of ours says when it was made.
        gezien.append((antwoord.status_code, re.sub(r':\w{6}:|data-over="\d+"', "", without_keys(tekst)), len(vragen)))
    return gezien, [een.subject for een in mail.outbox], Logregel.objects.count() - regels


@pytest.mark.heavy("walks the whole invitation twice")
def test_who_invites_sees_the_same_of_him_as_of_anybody(cast):
    bekend = _wat_zij_ziet(cast, cast.vader.naam, cast.vader.email)
    onbekend = _wat_zij_ziet(cast, "Bert Visser", "bert@voorbeeld.example")
    assert [status for status, *_rest in bekend[0]] == [200, 302, 200, 302]
    assert bekend == onbekend


def test_a_post_without_the_page_tells_no_more(cast):
    """Who logs in already is refused by the act too, before anything is made: whether his account opens another family or not."""
    pad = reverse("gezinsplan:deelnemer_uitnodigen", args=[cast.gezin.pk, cast.vader_in_gezin.pk])
    client = client_van(cast.coordinator)

    def antwoord() -> tuple:
        gekregen = client.post(pad, {"wijze": "brief"}, follow=True)
        cast.vader_in_gezin.refresh_from_db()
        gangen = [(naar.split("?")[0], status) for naar, status in gekregen.redirect_chain]
        return gangen, "kan al inloggen" in gekregen.content.decode(), cast.vader_in_gezin.gebruiker

    alleen = antwoord()
    koppel_account(in_ander_gezin(cast, cast.vader.naam), cast.vader, nu=cast.nu, door=cast.buitenstaander)
    assert alleen[1:] == (True, cast.vader)
    assert antwoord() == alleen


@pytest.mark.heavy("logs in four times with a password, as he does")
def test_the_question_waits_in_his_own_account(cast, gevraagd):
    assert GEVRAAGD not in log_in(cast.vader)
    code_voor(cast, gevraagd)
    assert GEVRAAGD in log_in(cast.vader)
    trek_uitnodiging_in(gevraagd.gebruiker, nu=clock.now(), door=cast.buitenstaander)
    assert GEVRAAGD not in log_in(cast.vader)
    code_voor(cast, gevraagd, clock.now() - timedelta(days=15))
    assert GEVRAAGD not in log_in(cast.vader)


def test_who_shares_the_address_isnt_asked_and_cant_say_yes(cast, gevraagd):
    wijzig_gebruiker(cast.moeder, nu=cast.nu, door=cast.moeder, email=cast.vader.email)
    code = code_voor(cast, gevraagd)
    assert GEVRAAGD not in log_in(cast.moeder)
    client = client_van(cast.moeder)
    assert "iemand met een andere naam" in typ(client, "Mark", code).content.decode()
    assert client.post(HIER)["Location"] == WELKOM
    with pytest.raises(RuleError, match="een andere naam"):
        neem_uitnodiging_over(controleer_uitnodiging("Mark", code, nu=clock.now()), cast.moeder, nu=clock.now())


@pytest.mark.heavy("logs in twice with a password, as he does")
def test_not_while_somebody_else_made_a_way_into_his_account(cast, gevraagd):
    """Who can log in as him would read the second family; he says first that it was right."""
    wijzig_gebruiker(
        cast.vader, nu=clock.now() - timedelta(days=2), door=cast.coordinator, email="mark2@voorbeeld.example"
    )
    cast.vader.refresh_from_db()
    wijzig_gebruiker(gevraagd.gebruiker, nu=clock.now(), door=cast.buitenstaander, email=cast.vader.email)
    code = code_voor(cast, gevraagd)
    assert GEVRAAGD not in log_in(cast.vader)
    uitnodiging = controleer_uitnodiging("Mark", code, nu=clock.now())
    with pytest.raises(RuleError, match="Zeg eerst dat dat klopt"):
        neem_uitnodiging_over(uitnodiging, cast.vader, nu=clock.now())
    bevestig_wegen(cast.vader, sinds=clock.now() - timedelta(days=30), nu=clock.now())
    assert GEVRAAGD in log_in(cast.vader)
    neem_uitnodiging_over(uitnodiging, cast.vader, nu=clock.now())


def test_once_in_a_family_and_only_where_he_still_takes_part(cast, gevraagd):
    uitnodiging = controleer_uitnodiging("Mark", code_voor(cast, gevraagd), nu=clock.now())
    eerder = in_ander_gezin(cast, cast.vader.naam, Relatie.VERZORGER)
    koppel_account(eerder, cast.vader, nu=cast.nu, door=cast.buitenstaander)
    with pytest.raises(RuleError, match="doet al mee"):
        neem_uitnodiging_over(uitnodiging, cast.vader, nu=clock.now())
    for lid in (eerder, gevraagd):
        stop_deelname(lid, nu=clock.now(), door=cast.buitenstaander, reden="dubbel")
    with pytest.raises(RuleError, match="niet meer nodig"):
        neem_uitnodiging_over(uitnodiging, cast.vader, nu=clock.now())
    assert Uitnodiging.objects.get(pk=uitnodiging.pk).gebruikt_op is None


def test_for_work_and_home_are_two_accounts(cast, gevraagd):
    code = code_voor(cast, gevraagd)
    client = client_van(cast.mentor)
    assert "U bent al ingelogd" in typ(client, "Mark", code).content.decode()
    assert client.get(HIER).status_code == 404
    assert Gebruiker.objects.get(pk=gevraagd.gebruiker_id).is_active


def test_he_is_called_by_his_own_name_in_both(cast):
    lid = in_ander_gezin(cast, "Mark")
    geef_account(lid, email="", nu=cast.nu, door=cast.buitenstaander)
    lid.refresh_from_db()
    client = client_van(cast.vader)
    typ(client, "Mark", code_voor(cast, lid))
    client.post(HIER)
    lid.refresh_from_db()
    assert (lid.naam, lid.contact.email) == (cast.vader.naam, cast.vader.email)
