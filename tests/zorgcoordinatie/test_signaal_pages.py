"""The pages of signals: for who is asked, for who sent one, and for a family without an account (Z10, S24)."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from core import clock
from gezinnen.models import Hoeder
from instanties.models import Functie, Gemeente, Instelling, Regio
from logboek.models import Logregel
from tests.hoeden import zonder_coordinator
from tests.inloggen import client_van
from tests.zorgcoordinatie.team import maak_team, meld
from zorgcoordinatie import actions
from zorgcoordinatie.models import Signaal

pytestmark = [pytest.mark.django_db, pytest.mark.eis("Z10", "Z13")]
SIGNALEN = "/signalen/"
HULP = "/hulp-vragen/"


@pytest.fixture
def team(cast):
    return maak_team(cast)


@pytest.fixture
def vraag(cast):
    return {
        "gemeente": str(cast.gemeente.pk), "naam": "Sara Bos", "telefoon": "06-00000007", "wat": "Het wordt me te veel",
    }  # fmt: skip


def tekst(antwoord):
    return antwoord.content.decode()


def test_the_team_finds_it_on_mijn_werk_and_takes_it_up(cast, team):
    signaal = meld(cast)
    browser = client_van(team.lid)
    assert "1 gezin wacht op een antwoord" in tekst(browser.get(reverse("werklijst:mijn_werk")))
    lijst = tekst(browser.get(reverse("zorgcoordinatie:signalen")))
    assert "Van Dam" in lijst and "de huur loopt achter" in lijst
    url = reverse("zorgcoordinatie:signaal_oppakken", args=[signaal.pk])
    assert "nagebeld" not in tekst(browser.get(url))
    assert browser.post(url, {"naam": "Van Dam"}, follow=True).status_code == 200
    assert "Van Dam" not in tekst(browser.get(reverse("zorgcoordinatie:signalen")))
    houdt = client_van(cast.collega)
    assert "U houdt 1 gezin vast" in tekst(houdt.get(reverse("werklijst:mijn_werk")))
    assert "Wie wordt zorgcoördinator?" in tekst(houdt.get(reverse("zorgcoordinatie:signalen")))


def test_the_sender_reads_what_came_of_it_and_nobody_else_sees_it(cast, team):
    signaal = meld(cast)
    sender = client_van(cast.collega)
    assert "Ontvangen." in tekst(sender.get(reverse("zorgcoordinatie:signalen")))
    url = reverse("zorgcoordinatie:signaal_afwijzen", args=[signaal.pk])
    assert sender.get(url).status_code == 404
    assert "Van Dam" not in tekst(client_van(cast.coordinator).get(reverse("zorgcoordinatie:signalen")))
    client_van(team.lid).post(url, {"waarom": "Moeder kan de huisarts bellen"})
    assert "Niet opgepakt: Moeder kan de huisarts bellen" in tekst(sender.get(reverse("zorgcoordinatie:signalen")))


@pytest.mark.eis("T3")
def test_who_left_reads_nothing_of_it_at_the_next_employer_and_nobody_for_ever(cast, team, monkeypatch):
    signaal = meld(cast)
    sender = client_van(cast.collega)
    assert "Van Dam" in tekst(sender.get(SIGNALEN))
    Functie.objects.filter(gebruiker=cast.collega).update(instelling=cast.school)
    assert "Van Dam" not in tekst(sender.get(SIGNALEN))
    Functie.objects.filter(gebruiker=cast.collega).update(instelling=cast.maatschappelijk_werk)
    actions.wijs_af(signaal, "Er is al hulp", nu=cast.nu, door=team.lid)
    assert "Van Dam" in tekst(sender.get(SIGNALEN))
    bewaard = timedelta(days=Regio.objects.huidige().signaal_bewaren_dagen)
    monkeypatch.setattr(clock, "now", lambda: cast.nu + bewaard)
    assert "Van Dam" not in tekst(client_van(cast.collega).get(SIGNALEN))


def test_a_signal_is_sent_by_the_form_and_nothing_typed_is_lost(cast, team, vraag):
    browser = client_van(cast.collega)
    url = reverse("zorgcoordinatie:signaal_sturen")
    gestuurd = {**vraag, "route": "lokaal_team", "met_gezin": "nee", "waarom_zonder": ""}
    terug = tekst(browser.post(url, gestuurd, follow=True))
    assert "Schrijf op waarom dit zonder het gezin gebeurt." in terug and "Het wordt me te veel" in terug
    browser.post(url, {**gestuurd, "waarom_zonder": "Zij neemt niet op"})
    assert Signaal.objects.get().door == cast.collega


def test_who_holds_a_family_names_who_coordinates_it(cast, team):
    actions.neem_op(meld(cast, route="arts"), naam="Van Dam", nagebeld=False, nu=cast.nu, door=team.lid)
    hoeder = Hoeder.objects.huidig().get(gezin__naam="Van Dam")
    url = reverse("zorgcoordinatie:coordinatie_beginnen", args=[hoeder.pk])
    assert client_van(team.ander_lid).get(url).status_code == 404
    browser = client_van(team.lid)
    assert "Wie van het gezin zei ja" in tekst(browser.get(url))
    zonder_ja = {"gebruiker": str(team.ander_lid.pk), "hoe_gezegd": "moeder, aan de telefoon"}
    assert "Vraag eerst aan" in tekst(browser.post(url, zonder_ja, follow=True))
    browser.post(url, {"gebruiker": str(team.lid.pk), "hoe_gezegd": "moeder, aan de telefoon"})
    plan = reverse("gezinsplan:plan", args=[hoeder.gezin_id])
    assert browser.get(plan).status_code == 200
    assert client_van(team.ander_lid).get(plan).status_code == 404


@pytest.mark.eis("X5")
def test_who_holds_a_family_reads_whom_to_call_until_it_has_a_coordinator(cast, team):
    signaal = actions.neem_op(meld(cast, route="arts"), naam="Dam", nagebeld=False, nu=cast.nu, door=team.lid)
    hoeder = Hoeder.objects.huidig().get(gezin=signaal.gezin)
    lijst, begin = SIGNALEN, reverse("zorgcoordinatie:coordinatie_beginnen", args=[hoeder.pk])
    browser = client_van(team.lid)
    for url in (lijst, begin):
        gelezen = Logregel.objects.filter(object_id=signaal.pk, gebruiker_id=team.lid.pk, handeling="bekijken")
        eerder = gelezen.count()
        pagina = tekst(browser.get(url))
        assert "0182-000001" in pagina and "de huur loopt achter" in pagina
        assert gelezen.count() == eerder + 1
    assert "0182-000001" not in tekst(client_van(team.ander_lid).get(lijst))
    zelf = {"hoe_gezegd": "moeder", "nu": cast.nu + timedelta(days=1), "door": team.lid}
    actions.begin_coordinatie(hoeder, team.lid, **zelf)
    zonder_coordinator(cast.nu + timedelta(days=2), gezin=signaal.gezin)
    pagina = tekst(browser.get(lijst))
    assert "Wie wordt zorgcoördinator?" in pagina and "0182-000001" not in pagina


@pytest.mark.parametrize("route", ["arts", "lokaal_team"])
def test_who_takes_it_up_reads_who_will_hold_it(cast, team, route):
    Instelling.objects.filter(pk=cast.maatschappelijk_werk.pk).update(biedt_hulp=True)
    wie = f"houdt {'u' if route == 'arts' else cast.collega} dit gezin vast"
    url = reverse("zorgcoordinatie:signaal_oppakken", args=[meld(cast, route=route).pk])
    assert wie in tekst(client_van(team.lid).get(url))


@pytest.mark.eis("X3")
def test_a_family_asks_for_help_without_an_account(cast, team, vraag):
    browser = Client()
    pagina = tekst(browser.get(HULP))
    assert "binnen 5 werkdagen" in pagina and "112" in pagina
    antwoord = browser.post(HULP, vraag, follow=True)
    assert "Uw vraag is ontvangen" in tekst(antwoord) and "binnen 5 werkdagen" in tekst(antwoord)
    signaal = Signaal.objects.get()
    assert (signaal.openbaar, signaal.instelling) == (True, team.instelling)
    oppakken = client_van(team.lid).get(reverse("zorgcoordinatie:signaal_oppakken", args=[signaal.pk]))
    assert "nummer dat ik zelf heb opgezocht" in tekst(oppakken)


def test_the_page_says_which_number_the_team_calls_and_the_team_what_it_does_not_say_there(cast, team, vraag):
    pagina = tekst(Client().get(HULP))
    assert "We bellen eerst een nummer dat we zelf opzoeken" in pagina and "Is dat niet veilig" in pagina
    Client().post(HULP, {**vraag, "telefoon": "+31 (0)6 000 000 07"})
    lijst = tekst(client_van(team.lid).get(SIGNALEN))
    assert "zeg niets over wat hier staat" in lijst
    assert "+31 (0)6 000 000 07" in lijst and "tel:+31 (0)6" not in lijst


def test_a_number_is_dialled_as_it_is_dialled(cast, team):
    Gemeente.objects.filter(pk=cast.gemeente.pk).update(telefoon="+31 (0)182 000 000")
    meld(cast, telefoon="+31 (0)6 000 000 07")
    assert "tel:+31182000000" in tekst(Client().get(HULP))
    assert "tel:+31600000007" in tekst(client_van(team.lid).get(SIGNALEN))


def test_what_a_family_typed_stays_with_an_error(cast, team, vraag):
    antwoord = Client().post(HULP, {**vraag, "naam": ""})
    assert antwoord.status_code == 422
    assert "Het wordt me te veel" in tekst(antwoord) and "06-00000007" in tekst(antwoord)
    assert not Signaal.objects.exists()


def test_a_neighbourhood_on_one_address_is_let_in_and_a_flood_keeps_what_was_typed(cast, team, vraag, settings):
    cache.clear()
    assert settings.ACCOUNT_RATE_LIMITS["hulp_vragen"] == "60/1h/ip"
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "hulp_vragen": "2/1h/ip"}
    browser = Client()
    for nummer in range(2):
        assert browser.post(HULP, {**vraag, "telefoon": f"06-0000001{nummer}"}).status_code == 302
    te_veel = browser.post(HULP, vraag)
    assert te_veel.status_code == 429
    assert "bel uw gemeente" in tekst(te_veel) and "Het wordt me te veel" in tekst(te_veel)
    assert Signaal.objects.count() == 2
    cache.clear()


@pytest.mark.eis("X3")
def test_a_family_reads_who_stands_beside_it_as_the_region_says(cast, team):
    Regio.objects.update(clientondersteuner="Steun De Plassen, 06-00000190", klacht="")
    for url in (HULP, "/hulp-vragen/dank/"):
        pagina = tekst(Client().get(url))
        assert "Jeugdstem" in pagina and "Steun De Plassen, 06-00000190" in pagina
        assert "klacht" not in pagina
    Regio.objects.update(vertrouwenspersoon="", clientondersteuner="")
    assert "Wie helpt u hierbij?" not in tekst(Client().get(HULP))


def test_a_page_shows_nothing_of_what_others_asked(cast, team, vraag):
    Client().post(HULP, vraag)
    for url in (HULP, "/hulp-vragen/dank/"):
        assert "Sara Bos" not in tekst(Client().get(url))
