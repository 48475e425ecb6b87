"""A secret address: only the coordinator and who lives there; for others nothing says that there is one (X5, G16)."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from berichten.actions.post import claim_en_verzend
from core import clock
from gezinnen.actions import wijzig_huishouden
from gezinnen.selectie import mag_huishouden_kennen
from gezinsplan import pdf
from gezinsplan.planbeeld import planbeeld
from logboek.models import Logregel
from tests.inloggen import client_van
from tests.rondgang import bladzijden, kamers
from toestemming.zicht import blik

pytestmark = pytest.mark.django_db

ADRES = "Lindehof 8, Verweg"
HUISHOUDEN = "Bij tante Mieke"
TELEFOON = "06-00000003"
ANDEREN = ("collega", "behandelaar", "mentor", "vader", "manager", "manager_school", "ambtenaar", "buitenstaander")


def maak_geheim(cast, geheim=True):
    return wijzig_huishouden(
        cast.hoofdhuishouden, naam=HUISHOUDEN, adres=ADRES, geheim_adres=geheim, nu=cast.nu, door=cast.coordinator
    )


@pytest.mark.eis("X5")
def test_the_coordinator_says_that_it_is_secret_and_sees_it_so(cast):
    client = client_van(cast.coordinator)
    url = reverse("gezinsplan:huishouden_wijzigen", args=[cast.gezin.pk, cast.hoofdhuishouden.pk])
    mensen = reverse("gezinsplan:mensen", args=[cast.gezin.pk])
    antwoord = client.post(url, {"naam": HUISHOUDEN, "adres": ADRES, "geheim_adres": "on"})
    assert antwoord.status_code == 302
    tekst = client.get(mensen).content.decode()
    assert ADRES in tekst
    assert "Geheim adres" in tekst
    # The form starts from what is there: nobody opens an address by changing its name.
    assert client.get(url).context["form"]["geheim_adres"].value() is True
    client.post(url, {"naam": HUISHOUDEN, "adres": ADRES})
    assert "Geheim adres" not in client.get(mensen).content.decode()


@pytest.mark.eis("X5", "G16")
def test_who_may_know_the_household(cast):
    def mag(lezer, coordineert=False):
        return mag_huishouden_kennen(cast.hoofdhuishouden, lezer, coordineert=coordineert)

    assert mag(cast.vader_in_gezin), "zicht decides about an ordinary address"
    cast.hoofdhuishouden = maak_geheim(cast)
    assert mag(cast.moeder_in_gezin)
    assert mag(cast.broer_in_gezin)
    assert mag(None, coordineert=True)
    for ander in (cast.vader_in_gezin, cast.mentor_in_gezin, cast.oma, None):
        assert not mag(ander)
    cast.broer_in_gezin.gestopt_op = cast.nu
    assert not mag(cast.broer_in_gezin), "who has left lives there no more"


@pytest.mark.eis("X5", "G16")
@pytest.mark.heavy("reads all pages of a room")
@pytest.mark.parametrize("kamer", kamers(2))
def test_no_page_and_no_paper_says_it_to_who_lives_elsewhere(cast, kamer):
    gezien = 0
    for pagina, wie, tekst in bladzijden(cast, ANDEREN, kamer, vooraf=maak_geheim):
        gezien += 1
        for geheim in (ADRES, "Lindehof", HUISHOUDEN, TELEFOON, "petra@voorbeeld.example", "geheim"):
            assert geheim not in tekst.replace("geheime sleutel", ""), f"{pagina} says ‘{geheim}’ to {wie}"
    assert gezien > 5, "the walk goes nowhere"


@pytest.mark.eis("X5", "G9")
def test_not_even_the_coordinators_or_the_mothers_paper_has_the_address(cast):
    maak_geheim(cast)
    for gebruiker in (cast.coordinator, cast.moeder):
        papier = pdf.html(planbeeld(blik(gebruiker, cast.gezin)), op=clock.now())
        assert "Petra de Wit" in papier
        for geheim in (ADRES, HUISHOUDEN, TELEFOON):
            assert geheim not in papier


@pytest.mark.eis("X1", "X5")
def test_an_old_address_and_the_name_of_a_household_are_in_no_line_of_the_log(cast):
    maak_geheim(cast, geheim=False)
    wijzig_huishouden(
        cast.hoofdhuishouden, naam="Thuis", adres="Elders 1", geheim_adres=True, nu=cast.nu, door=cast.coordinator
    )
    regels = Logregel.objects.filter(gezin_id=cast.gezin.pk)
    assert regels.filter(object_id=cast.hoofdhuishouden.pk, handeling="wijzigen").count() == 2
    for regel in regels:
        for geheim in (ADRES, HUISHOUDEN, "Elders 1", "Thuis"):
            assert geheim not in f"{regel.object_naam} {regel.melding} {regel.getoond}"


@pytest.mark.eis("R2", "X5")
def test_no_mail_says_it(cast):
    maak_geheim(cast)
    assert claim_en_verzend(clock.now() + timedelta(days=31))
    assert not [bericht for bericht in mail.outbox if ADRES in bericht.body or HUISHOUDEN in bericht.body]
