"""An account that opens two families: what the coordinator of one does to it, is heard by its owner and in the other (I8, I9)."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from berichten.models import Bericht
from gezinnen.actions import (
    BetrokkeneGegevens,
    GezinslidGegevens,
    geef_nieuwe_toegang,
    koppel_account,
    leg_overlijden_vast,
    voeg_betrokkene_toe,
    voeg_gezinslid_toe,
    wijzig_betrokkene,
    wijzig_contact,
    wijzig_gezinslid,
)
from gezinnen.models import Relatie
from gezinnen.permissions import waarom_niet_uitnodigen
from instanties.actions import (
    controleer_uitnodiging,
    los_uitnodiging_in,
    neem_uitnodiging_over,
    nodig_uit,
    wijzig_gebruiker,
)
from instanties.models import Functie, Rol
from instanties.selectie import na_code_van_een_ander
from tests.cast import WACHTWOORD
from tests.inloggen import client_van
from tests.sleutels import without_keys
from toestemming.zicht import blik

pytestmark = [pytest.mark.django_db, pytest.mark.eis("I8", "I9")]


@pytest.fixture
def elders(cast):
    """The father of the cast takes part in the second family too, by his one account."""
    return _neem_ook_deel(cast)


def _neem_ook_deel(cast):
    gegevens = GezinslidGegevens(naam=cast.vader.naam, relatie=Relatie.VADER)
    rij = voeg_gezinslid_toe(cast.ander_gezin, gegevens, nu=cast.nu, door=cast.buitenstaander)
    koppel_account(rij, cast.vader, nu=cast.nu, door=cast.buitenstaander)
    rij.refresh_from_db()
    return rij


def _noem(cast, rij, naam, door):
    gegevens = GezinslidGegevens(naam=naam, relatie=rij.relatie, huishouden=rij.huishouden)
    wijzig_gezinslid(rij, gegevens, rij.versie, nu=cast.nu, door=door)


def _inbox(wie) -> str:
    return client_van(wie).get("/berichten/").content.decode()


def test_a_new_name_by_another_is_heard_by_its_owner_and_in_the_other_family(cast, elders):
    _noem(cast, elders, "Mark Dreutel", cast.buitenstaander)
    assert "Mark Dreutel" in _inbox(cast.vader)
    assert "Iemand anders heeft uw naam veranderd" in _inbox(cast.vader)
    hier = _inbox(cast.coordinator)
    assert "Iemand van dit plan heet nu Mark Dreutel" in hier
    assert "heet nu" not in _inbox(cast.buitenstaander), "who did it knows"


def test_also_for_somebody_of_the_network(cast):
    rij = voeg_betrokkene_toe(
        cast.ander_gezin, BetrokkeneGegevens(naam="Mark Jonker"), nu=cast.nu, door=cast.buitenstaander
    )
    koppel_account(rij, cast.vader, nu=cast.nu, door=cast.buitenstaander)
    rij.refresh_from_db()
    wijzig_betrokkene(rij, BetrokkeneGegevens(naam="Mark Anders"), rij.versie, nu=cast.nu, door=cast.buitenstaander)
    assert "heet nu Mark Anders" in _inbox(cast.coordinator)


def test_who_changes_his_own_name_asks_nobody_whether_it_is_right(cast, elders):
    wijzig_gebruiker(cast.vader, nu=cast.nu, door=cast.vader, naam="Mark de Jonker")
    assert not Bericht.objects.filter(soort__in=["andere_naam", "andere_naam_in_plan"]).exists()


def test_the_death_that_one_family_records_closes_no_account_of_another(cast, elders):
    gisteren = localdate(cast.nu) - timedelta(days=1)
    leg_overlijden_vast(elders, op=gisteren, nu=cast.nu, door=cast.buitenstaander)
    cast.vader.refresh_from_db()
    assert cast.vader.is_active, "the other family's coordinator knows nothing of it"
    hier = _inbox(cast.coordinator)
    assert "Mark Jonker" in hier
    assert "is overleden. Klopt dat?" in hier
    leg_overlijden_vast(cast.vader_in_gezin, op=gisteren, nu=cast.nu, door=cast.coordinator)
    cast.vader.refresh_from_db()
    assert not cast.vader.is_active


NIEUW = {"email": "mark.nieuw@voorbeeld.example", "telefoon": "06-00000097"}


def _gang(cast, *daden) -> list:
    """All that the coordinator of the cast sees when she does these for the father: statuses, addresses, pages, mails."""
    client = client_van(cast.coordinator)
    mail.outbox.clear()
    gezien = []
    for naam, velden in daden:
        pad = reverse(
            f"gezinsplan:{naam}", args=[cast.gezin.pk, *([cast.vader_in_gezin.pk] if naam != "mensen" else [])]
        )
        for antwoord in (client.get(pad), *([client.post(pad, velden)] if velden is not None else [])):
            bladzij = re.sub(
                r':\w{6}:|data-over="\d+"|[A-Z2-9]{4}(-[A-Z2-9]{4}){2}', "", without_keys(antwoord.content.decode())
            )
            gezien.append((antwoord.status_code, antwoord.get("Location"), bladzij))
    return [*gezien, [(een.subject, een.to) for een in mail.outbox]]


DADEN = {
    "code": (("deelnemer_opnieuw", {}), ("deelnemer_uitnodigen", {"wijze": "brief"}), ("mensen", None)),
    "mail": (("deelnemer_opnieuw", {}), ("deelnemer_uitnodigen", {"wijze": "mail"}), ("mensen", None)),
    "adres": (("contact", NIEUW), ("mensen", None), ("contact", None)),
}


@pytest.mark.heavy("walks each road twice, as of one family and of two")
@pytest.mark.parametrize("weg", DADEN)
def test_the_coordinator_sees_the_same_whether_the_account_opens_another_family_or_not(cast, weg):
    """Same answers, pages and mails: that a code can be made doesn't hang on what she may not know."""
    with transaction.atomic():
        alleen = _gang(cast, *DADEN[weg])
        transaction.set_rollback(True)
    _neem_ook_deel(cast)
    assert {status for status, *_rest in alleen[:-1]} <= {200, 302}
    assert _gang(cast, *DADEN[weg]) == alleen


def _code(cast) -> str:
    """What she gets for the father: a code in her hands."""
    cast.vader_in_gezin.refresh_from_db()
    account = geef_nieuwe_toegang(cast.vader_in_gezin, nu=cast.nu, door=cast.coordinator)
    return nodig_uit(account, cast.coordinator, cast.nu)


def test_her_code_opens_her_family_and_no_other(cast, elders):
    uitnodiging = controleer_uitnodiging("Mark", _code(cast), nu=cast.nu)
    binnen = los_uitnodiging_in(uitnodiging, "drie gewone woorden", nu=cast.nu)
    assert blik(binnen, cast.gezin).deelnemer == cast.vader_in_gezin
    assert blik(binnen, cast.ander_gezin) is None
    cast.vader.refresh_from_db()
    assert cast.vader.has_usable_password(), "there all is as it was"
    assert blik(cast.vader, cast.ander_gezin).deelnemer == elders
    assert blik(cast.vader, cast.gezin) is None
    assert "Met de inlog van nu leest u dat gezin niet meer" in _inbox(cast.vader)
    assert (
        not Bericht.objects.filter(ontvanger=cast.buitenstaander, gezin_id=cast.ander_gezin.pk)
        .exclude(soort="doet_mee")
        .exists()
    ), "nor is the other coordinator told"


def test_with_the_code_in_hand_he_joins_it_to_his_account_again(cast, elders):
    uitnodiging = controleer_uitnodiging("Mark", _code(cast), nu=cast.nu)
    neem_uitnodiging_over(uitnodiging, cast.vader, nu=cast.nu)
    assert blik(cast.vader, cast.gezin).deelnemer == cast.vader_in_gezin
    assert blik(cast.vader, cast.ander_gezin).deelnemer == elders


def test_the_mail_address_that_she_types_lets_nobody_into_the_other_family(cast, elders):
    account = wijzig_contact(cast.vader_in_gezin, **NIEUW, nu=cast.nu, door=cast.coordinator)
    cast.vader.refresh_from_db()
    assert account != cast.vader
    assert cast.vader.email != NIEUW["email"]
    assert account.check_password(WACHTWOORD), "his password goes on"
    assert blik(account, cast.ander_gezin) is None
    assert na_code_van_een_ander(account) is not None


def test_saved_as_it_stood_nothing_goes_apart(cast, elders):
    zoals_het_was = {"email": cast.vader.email, "telefoon": cast.vader.telefoon}
    assert wijzig_contact(cast.vader_in_gezin, **zoals_het_was, nu=cast.nu, door=cast.coordinator) == cast.vader
    assert not Bericht.objects.filter(ontvanger=cast.vader, soort="apart_account").exists()
    assert blik(cast.vader, cast.gezin).deelnemer == cast.vader_in_gezin


def test_of_who_works_here_the_words_say_nothing_of_elsewhere(cast):
    """A colleague's code is the beheerder's: the words are the same for whoever can't get one here."""
    oma = waarom_niet_uitnodigen(cast.oma).replace(cast.oma.naam, "…")
    Functie.objects.create(gebruiker=cast.mentor, rol=Rol.MANAGER, instelling=cast.school)
    mentor = waarom_niet_uitnodigen(cast.mentor_in_gezin).replace(cast.mentor.naam, "…")
    assert oma == mentor
    for woord in ("ergens anders", "gezin", "rol"):
        assert woord not in oma
