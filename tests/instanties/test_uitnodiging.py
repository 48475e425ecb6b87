"""The first login: a code by mail or on paper, a password of one's own, and for professionals a second step (X2)."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from core import clock
from core.errors import RuleError
from instanties.actions import beeindig_toegang, controleer_uitnodiging, maak_gebruiker, nodig_uit
from instanties.models import Uitnodiging
from tests.inloggen import client_van
from tests.instanties.app_op_telefoon import code_nu, geheim_op
from tests.sleutels import code_op_brief
from tests.toegang import opnieuw

WACHTWOORD = "drie gewone woorden"


@pytest.fixture
def nieuw(cast):
    return maak_gebruiker(
        "Fatima El Amrani", email="fatima@voorbeeld.example", is_professional=True, door=cast.beheerder
    )


@pytest.fixture
def tante(cast):
    return maak_gebruiker("Ans de Wit", is_professional=False, door=cast.coordinator)


def vul_code_in(client, naam, code):
    return client.post(reverse("instanties:welkom"), {"naam": naam, "code": code})


def kies_wachtwoord(client, wachtwoord=WACHTWOORD, nog_eens=None):
    velden = {"wachtwoord": wachtwoord, "nog_eens": nog_eens or wachtwoord}
    return client.post(reverse("instanties:welkom_wachtwoord"), velden)


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_a_relative_gets_in_with_a_code_on_paper(cast, tante):
    code = nodig_uit(tante, cast.coordinator, clock.now())
    client = Client()
    assert vul_code_in(client, "ans", code.lower().replace("-", " ")).status_code == 302
    keuze = client.get(reverse("instanties:welkom_wachtwoord")).content.decode()
    assert "ans.de.wit" in keuze
    antwoord = kies_wachtwoord(client)
    assert antwoord.status_code == 302
    assert antwoord["Location"] == "/"
    assert client.get("/").status_code == 200

    opnieuw = Client()
    antwoord = opnieuw.post(reverse("account_login"), {"login": "ans.de.wit", "password": WACHTWOORD})
    assert antwoord.status_code == 302
    assert opnieuw.get("/").status_code == 200


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_a_professional_sets_up_the_second_step_before_anything_else(cast, nieuw):
    code = nodig_uit(nieuw, cast.beheerder, clock.now())
    client = Client()
    vul_code_in(client, "El Amrani", code)
    kies_wachtwoord(client)
    instellen = reverse("mfa_activate_totp")
    for pad in ("/", reverse("werklijst:berichten"), reverse("instanties:beheer"), reverse("mfa_index")):
        antwoord = client.get(pad)
        assert (antwoord.status_code, antwoord["Location"]) == (302, instellen), pad
    assert client.get("/", headers={"HX-Request": "true"})["HX-Redirect"] == instellen

    geheim = geheim_op(client.get(instellen).content)
    fout = client.post(instellen, {"code": "000000"})
    assert "Deze code klopt niet" in fout.content.decode()
    assert client.get("/").status_code == 302
    goed = client.post(instellen, {"code": code_nu(geheim)})
    assert goed["Location"] == reverse("mfa_view_recovery_codes")
    codes = re.findall(r"<code>(\w+)</code>", client.get(goed["Location"]).content.decode())
    assert len(codes) == 10
    assert client.get("/").status_code == 200

    # From now on: password and a code, or a reserve code.
    for tweede in (code_nu(geheim, 1), codes[0]):
        later = Client()
        antwoord = later.post(reverse("account_login"), {"login": nieuw.email, "password": WACHTWOORD})
        assert antwoord["Location"] == reverse("mfa_authenticate")
        assert later.get("/").status_code == 302
        assert later.post(reverse("mfa_authenticate"), {"code": "123"}).status_code == 200
        assert later.get("/").status_code == 302
        assert later.post(reverse("mfa_authenticate"), {"code": tweede}).status_code == 302
        assert later.get("/").status_code == 200


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_a_code_works_once(cast, tante):
    code = nodig_uit(tante, cast.coordinator, clock.now())
    eerste, tweede = Client(), Client()
    vul_code_in(eerste, tante.naam, code)
    vul_code_in(tweede, tante.naam, code)
    assert kies_wachtwoord(eerste).status_code == 302
    assert kies_wachtwoord(tweede, "een heel ander wachtwoord").status_code == 303
    assert vul_code_in(Client(), tante.naam, code).status_code == 422
    tante.refresh_from_db()
    assert tante.check_password(WACHTWOORD)


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_whatever_is_wrong_gets_the_same_answer(cast, tante, nieuw):
    nu = clock.now()
    code = nodig_uit(tante, cast.coordinator, nu)
    verlopen = nodig_uit(nieuw, cast.beheerder, nu - timedelta(days=15))
    antwoorden = {
        tuple(re.findall(r"<li>.*?</li>", vul_code_in(Client(), naam, poging).content.decode(), re.DOTALL))
        for naam, poging in [
            (tante.naam, "ABCD-EFGH-JKMN"),
            ("Iemand Anders", code),
            ("Iemand Anders", "ABCD-EFGH-JKMN"),
            (nieuw.naam, verlopen),
        ]
    }
    assert len(antwoorden) == 1
    assert "horen niet bij elkaar" in str(antwoorden)


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_after_five_wrong_names_a_code_is_worthless(cast, tante):
    nu = clock.now()
    code = nodig_uit(tante, cast.coordinator, nu)
    for naam in ("Jan", "Piet", "Truus", "Ali", "Bo"):
        assert controleer_uitnodiging(naam, code, nu=nu) is None
    assert controleer_uitnodiging(tante.naam, code, nu=nu) is None


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_trying_codes_is_slowed_down(cast):
    client = Client()
    statussen = [vul_code_in(client, "Ans", f"ABCD-EFGH-{nummer:04}").status_code for nummer in range(22)]
    assert statussen[0] == 422
    assert statussen[-1] == 429


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_only_the_hash_of_a_code_is_kept(cast, tante):
    code = nodig_uit(tante, cast.coordinator, clock.now())
    rij = Uitnodiging.objects.get(gebruiker=tante)
    assert code not in rij.code_hash
    assert code.replace("-", "") not in rij.code_hash


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_a_new_invitation_takes_the_place_of_the_old(cast, tante):
    nu = clock.now()
    oud = nodig_uit(tante, cast.coordinator, nu)
    nieuw_code = nodig_uit(tante, cast.coordinator, nu)
    assert controleer_uitnodiging(tante.naam, oud, nu=nu) is None
    assert controleer_uitnodiging(tante.naam, nieuw_code, nu=nu) is not None
    assert controleer_uitnodiging(tante.naam, nieuw_code, nu=nu + timedelta(days=14)) is None


@pytest.mark.eis("X2")
@pytest.mark.django_db
@pytest.mark.parametrize("naam", ["ans", "DE WIT", "Ans de Wit", "áns", "Wit, Ans"])
def test_a_name_as_people_write_it(cast, tante, naam):
    nu = clock.now()
    assert controleer_uitnodiging(naam, nodig_uit(tante, cast.coordinator, nu), nu=nu) is not None


@pytest.mark.eis("X2")
@pytest.mark.django_db
@pytest.mark.parametrize("naam", ["a", "", "Ans Bakker", "W", "-"])
def test_half_a_name_or_another_is_no_name(cast, tante, naam):
    nu = clock.now()
    assert controleer_uitnodiging(naam, nodig_uit(tante, cast.coordinator, nu), nu=nu) is None


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_who_has_no_access_isnt_let_in_by_a_code(cast, nieuw):
    nu = clock.now()
    code = nodig_uit(nieuw, cast.beheerder, nu)
    beeindig_toegang(nieuw, nu=nu, door=cast.beheerder, ook_als_iets_blijft_liggen=False)
    assert controleer_uitnodiging(nieuw.naam, code, nu=nu) is None
    with pytest.raises(RuleError, match="beëindigd"):
        nodig_uit(nieuw, cast.beheerder, nu)


@pytest.mark.eis("X2")
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wachtwoord", "nog_eens", "melding"),
    [
        ("kort", "kort", "Dit is te kort"),
        ("drie gewone woorden", "drie gewone worden", "niet hetzelfde wachtwoord"),
        ("ans de wit ans", "ans de wit ans", "lijkt te veel op uw naam"),
        ("1q2w3e4r5t6y", "1q2w3e4r5t6y", "gebruiken te veel mensen"),
        ("", "", "Vul dit nog in"),
    ],
)
def test_a_poor_password_is_refused_at_the_field(cast, tante, wachtwoord, nog_eens, melding):
    client = Client()
    vul_code_in(client, tante.naam, nodig_uit(tante, cast.coordinator, clock.now()))
    antwoord = kies_wachtwoord(client, wachtwoord, nog_eens)
    assert antwoord.status_code == 422
    assert melding in antwoord.content.decode()
    assert kies_wachtwoord(client).status_code == 302


@pytest.mark.eis("X2", "T3")
@pytest.mark.django_db
def test_the_mail_has_the_code_and_no_name(cast, nieuw):
    client = client_van(cast.beheerder)
    url = reverse("instanties:persoon_uitnodigen", args=[nieuw.pk])
    assert client.post(url, {"wijze": "mail"}).status_code == 302
    [bericht] = mail.outbox
    assert bericht.to == ["fatima@voorbeeld.example"]
    assert "Amrani" not in bericht.subject + bericht.body
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}", bericht.body)[0]
    assert vul_code_in(Client(), "Fatima", code).status_code == 302


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_without_mail_server_the_code_comes_as_a_letter(cast, nieuw, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    url = reverse("instanties:persoon_uitnodigen", args=[nieuw.pk])
    antwoord = client_van(cast.beheerder).post(url, {"wijze": "mail"})
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "De mail kon niet worden verstuurd" in pagina
    code = code_op_brief(pagina)
    assert "no-store" in antwoord["Cache-Control"]
    assert vul_code_in(Client(), "Fatima", code).status_code == 302


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_who_lost_the_phone_begins_again_with_a_new_code(cast):
    nu = clock.now()
    with pytest.raises(RuleError, match="kan al inloggen"):
        nodig_uit(cast.mentor, cast.beheerder, nu)
    open_venster = client_van(cast.mentor)
    assert open_venster.get("/").status_code == 200
    opnieuw(cast.mentor, nu=nu, door=cast.beheerder)
    assert open_venster.get("/").status_code == 302
    code = nodig_uit(cast.mentor, cast.beheerder, nu)
    client = Client()
    vul_code_in(client, "Willems", code)
    kies_wachtwoord(client)
    assert client.get("/")["Location"] == reverse("mfa_activate_totp")


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_a_code_typed_by_who_is_logged_in_says_so(cast, tante):
    code = nodig_uit(tante, cast.coordinator, clock.now())
    antwoord = vul_code_in(client_van(cast.moeder), "Ans", code)
    assert "U bent al ingelogd" in antwoord.content.decode()
