"""A professional without an account answers a navraag by a one-time link and a code (G17)."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connections
from django.test import Client
from django.urls import reverse

from berichten.models import Bericht
from core import clock
from core.errors import NotAllowed, RuleError
from gezinnen.actions import koppel_account, stop_deelname, toon_met_functie, wissel_coordinator
from gezinnen.models import Coordinatorschap, Deelnemer
from gezinsplan import actions
from gezinsplan.actions import Navraagantwoord
from gezinsplan.actions.link import LinkWerktNiet, beantwoord_met_link, lees_link
from gezinsplan.looptijd import dag_van
from gezinsplan.models import Aanvaarding, Afspraakstaat, Antwoord, EenmaligeLink, Navraagstaat
from instanties.models import Instelling, Rol
from logboek.models import Handeling, Logregel, Uitkomst
from tests.afwezig import is_weg
from tests.cast import maak_cast, maak_professional
from tests.gezinsplan.conftest import vers
from tests.gezinsplan.linkhulp import ADRES, maak, maak_vraag, open_vraag, uit_mail, volg, vul_code_in
from tests.inloggen import client_van, kwam_terug
from tests.situaties import situatie
from tests.sleutels import without_keys
from toestemming.actions import eindig_grondslagen, zet_vlag
from toestemming.models import Grondslag
from woorden.tijdwoorden import dag_voluit

pytestmark = pytest.mark.eis("G17")


@pytest.fixture(autouse=True)
def _counted_from_zero():
    cache.clear()


@situatie
def vraag():
    """Give the example, D. Hof without account, and his afspraak that is asked about."""
    return maak_vraag(maak_cast(clock.now()))


def link_url(afspraak, hof) -> str:
    return reverse("gezinsplan:link_sturen", args=[afspraak.doel.plan.gezin_id, afspraak.pk, hof.pk])


def gedaan(dag="vandaag"):
    return {"antwoord": "gedaan", "gebeurd_op": dag}


# Sending.


@pytest.mark.eis("X5")
@pytest.mark.django_db
def test_the_link_goes_by_mail_and_the_code_over_the_phone(vraag):
    voorbeeld, hof, afspraak = vraag
    client = client_van(voorbeeld.cast.coordinator)
    pagina = client.get(reverse("gezinsplan:afspraak", args=[voorbeeld.cast.gezin.pk, afspraak.pk])).content.decode()
    assert link_url(afspraak, hof) in pagina
    antwoord = client.post(link_url(afspraak, hof), {"email": ADRES}, follow=True)
    pagina = antwoord.content.decode()
    code = re.search(r"\b\d{4} \d{4}\b", pagina)[0]
    [bericht] = mail.outbox
    assert bericht.to == [ADRES]
    html = str(bericht.alternatives[0][0])
    assert uit_mail() in html
    tekst = bericht.subject + bericht.body + html
    assert code not in tekst
    assert code.replace(" ", "") not in tekst
    for woord in ("Wit", "Sanne", "Hof", "verzuim", "Bakker", "gezin"):
        assert woord.lower() not in without_keys(tekst.replace("Eén Gezin, Eén Plan", "")).lower(), woord
    assert "no-store" in antwoord["Cache-Control"]
    hof.refresh_from_db()
    assert hof.email == ADRES
    # And the two together open the question.
    browser, adres = volg(uit_mail())
    assert (
        "Elke dag bellen bij verzuim" in vul_code_in(browser, adres, code).client.get(f"{adres}geven/").content.decode()
    )


@pytest.mark.django_db
def test_the_code_is_on_one_screen_only(vraag):
    voorbeeld, hof, afspraak = vraag
    client = client_van(voorbeeld.cast.coordinator)
    client.post(link_url(afspraak, hof), {"email": ADRES})
    assert re.search(r"\b\d{4} \d{4}\b", client.get(link_url(afspraak, hof)).content.decode())
    elders = client_van(voorbeeld.cast.coordinator).get(link_url(afspraak, hof)).content.decode()
    assert "Er is een link gestuurd" in elders
    assert not re.search(r"\b\d{4} \d{4}\b", elders)


@pytest.mark.django_db
def test_only_hashes_are_kept(vraag):
    gemaakt = maak(*vraag)
    rij = EenmaligeLink.objects.values().get()
    alles = str(rij) + str(list(Logregel.objects.values_list("melding", "getoond", "object_naam")))
    assert gemaakt.geheim not in alles
    assert gemaakt.code not in alles
    assert gemaakt.code.replace(" ", "") not in alles
    assert len(gemaakt.geheim) >= 43


@pytest.mark.django_db
def test_a_mail_that_cant_be_sent_makes_no_link(vraag, settings):
    voorbeeld, hof, afspraak = vraag
    eerder = maak(*vraag)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    antwoord = client_van(voorbeeld.cast.coordinator).post(link_url(afspraak, hof), {"email": "ander@wonen.example"})
    assert kwam_terug(antwoord)
    assert "De mail kon niet worden verstuurd" in antwoord.content.decode()
    assert "ander@wonen.example" in antwoord.content.decode()
    # The one of before still works.
    assert lees_link(eerder.link.pk, nu=clock.now())


@pytest.mark.django_db
@pytest.mark.parametrize(("adres", "melding"), [("", "Vul dit nog in"), ("d.hof", "mailadres")])
def test_an_address_that_is_none_is_said_at_the_field(vraag, adres, melding):
    voorbeeld, hof, afspraak = vraag
    antwoord = client_van(voorbeeld.cast.coordinator).post(link_url(afspraak, hof), {"email": adres})
    assert kwam_terug(antwoord)
    assert melding in antwoord.content.decode()
    assert not EenmaligeLink.objects.exists()


@pytest.mark.django_db
def test_a_double_click_makes_one_link(vraag):
    voorbeeld, hof, afspraak = vraag
    client = client_van(voorbeeld.cast.coordinator)
    velden = {"email": ADRES, "eenmalig": "6c0e8a0e-5f8f-4f0f-9d0a-111111111111"}
    for _keer in range(2):
        assert client.post(link_url(afspraak, hof), velden).status_code in (302, 303)
    assert len(mail.outbox) == EenmaligeLink.objects.count() == 1


@pytest.mark.django_db
def test_the_navrager_may_send_it_and_nobody_else(cast):
    voorbeeld, hof, afspraak = maak_vraag(cast, navrager=cast.mentor_in_gezin)
    assert maak(voorbeeld, hof, afspraak, door=cast.mentor)
    for ander in (cast.behandelaar, cast.moeder, cast.collega, cast.buitenstaander, cast.manager):
        with pytest.raises(NotAllowed):
            maak(voorbeeld, hof, afspraak, door=ander)


@pytest.mark.django_db
def test_a_mother_who_asks_after_it_has_a_page_of_the_family(cast):
    _voorbeeld, hof, afspraak = maak_vraag(cast, navrager=cast.moeder_in_gezin)
    client = client_van(cast.moeder)
    assert (
        link_url(afspraak, hof)
        in client.get(reverse("gezinsplan:afspraak", args=[cast.gezin.pk, afspraak.pk])).content.decode()
    )
    assert "Laat D. Hof zelf antwoorden" in client.get(link_url(afspraak, hof)).content.decode()
    assert client.post(link_url(afspraak, hof), {"email": ADRES}).status_code == 302


@pytest.mark.django_db
def test_for_family_and_network_there_is_no_link(cast):
    voorbeeld, _hof, afspraak = maak_vraag(cast, anderen=[cast.oma])
    with pytest.raises(NotAllowed):
        maak(voorbeeld, cast.oma, afspraak)
    assert client_van(cast.coordinator).get(link_url(afspraak, cast.oma)).status_code == 403


@pytest.mark.eis("X5")
@pytest.mark.django_db
def test_of_who_is_shown_by_function_only_the_coordinator_sends_it(cast):
    voorbeeld, hof, afspraak = maak_vraag(cast, navrager=cast.mentor_in_gezin)
    toon_met_functie(
        hof, "woonconsulent", "om de veiligheid van de medewerker", hof.versie, nu=clock.now(), door=cast.coordinator
    )
    hof.refresh_from_db()
    with pytest.raises(NotAllowed):
        maak(voorbeeld, hof, afspraak, door=cast.mentor)
    gemaakt = maak(voorbeeld, hof, afspraak)
    client, adres = open_vraag(gemaakt)
    pagina = client.get(adres).content.decode()
    assert "woonconsulent" in pagina
    assert "Hof" not in without_keys(pagina)


@pytest.mark.eis("T3")
@pytest.mark.django_db
def test_why_there_can_be_no_link_is_said(vraag):
    voorbeeld, hof, afspraak = vraag
    cast, nu = voorbeeld.cast, clock.now()
    Instelling.objects.filter(pk=cast.school.pk).update(actief=False)
    hof = Deelnemer.objects.select_related("instelling").get(pk=hof.pk)
    with pytest.raises(RuleError, match="geen grond"):
        maak(voorbeeld, hof, afspraak)
    assert "Er is geen grond" in client_van(cast.coordinator).get(link_url(afspraak, hof)).content.decode()
    Instelling.objects.filter(pk=cast.school.pk).update(actief=True)
    hof = Deelnemer.objects.select_related("instelling").get(pk=hof.pk)
    actions.vink_af(afspraak, dag_van(nu), nu=nu, door=cast.coordinator, hoe_gehoord="gebeld")
    with pytest.raises(RuleError, match="niets gevraagd"):
        maak(voorbeeld, hof, afspraak)


@pytest.mark.eis("T3")
@pytest.mark.django_db
def test_the_first_link_gives_the_ground_for_the_own_share_only(vraag):
    voorbeeld, hof, _afspraak = vraag
    assert not Grondslag.objects.filter(deelnemer=hof).exists()
    maak(*vraag)
    maak(*vraag)
    grond = Grondslag.objects.get(deelnemer=hof)
    assert (grond.soort_id, grond.leefgebieden, grond.alles) == ("rechtstreeks_betrokken", [], False)
    stop_deelname(hof, nu=clock.now(), door=voorbeeld.cast.coordinator, reden="andere baan")
    grond.refresh_from_db()
    assert grond.tot is not None


# Opening.


@pytest.mark.django_db
def test_wrong_used_past_withdrawn_and_unknown_look_the_same(vraag):  # no oracle
    gezien = {}

    def kijk(welke, geheim, code):
        client, adres = volg(geheim)
        kaal = re.compile(rf"{re.escape(adres)}|value=\"[^\"]+\"")
        pagina, fout = client.get(adres), vul_code_in(client, adres, code)
        gezien[welke] = (
            kaal.sub("", pagina.content.decode()), sorted(pagina.headers), fout.status_code,
            kaal.sub("", fout.content.decode()), sorted(fout.headers),
        )  # fmt: skip

    eerste = maak(*vraag)
    kijk("wrong code", eerste.geheim, "1234 5678")
    tweede = maak(*vraag)
    kijk("withdrawn", eerste.geheim, eerste.code)
    rij = EenmaligeLink.objects.filter(pk=tweede.link.pk)
    rij.update(gemaakt_op=clock.now() - timedelta(days=1), verloopt_op=clock.now())
    kijk("past", tweede.geheim, tweede.code)
    rij.update(verloopt_op=clock.now() + timedelta(hours=1))
    beantwoord_met_link(tweede.link.pk, Navraagantwoord(Antwoord.LUKT_NIET, "ziek"), nu=clock.now())
    kijk("used", tweede.geheim, tweede.code)
    kijk("unknown", "x" * 43, tweede.code)
    kijk("nonsense", "onzin", tweede.code)
    for antwoord in gezien.values():
        assert antwoord == gezien["unknown"]
    assert gezien["unknown"][2] == 422
    assert "hoort niet bij deze link" in gezien["unknown"][3]


@pytest.mark.django_db
@pytest.mark.parametrize("methode", ["get", "head"])
def test_a_mail_scanner_that_follows_links_uses_nothing_up(vraag, methode):
    gemaakt = maak(*vraag)
    voor = EenmaligeLink.objects.values().get()
    logregels = Logregel.objects.count()
    for _keer in range(30):
        scanner = Client()
        antwoord = getattr(scanner, methode)(reverse("gezinsplan:link_volgen", args=[gemaakt.geheim]))
        assert antwoord.status_code == 302
        assert getattr(scanner, methode)(antwoord["Location"]).status_code == 200
    assert EenmaligeLink.objects.values().get() == voor
    assert Logregel.objects.count() == logregels
    client, adres = open_vraag(gemaakt)
    assert client.get(adres).status_code == 200


@pytest.mark.django_db
def test_the_secret_stays_out_of_address_referrer_and_caches(vraag):
    gemaakt = maak(*vraag)
    client = Client()
    eerste = client.get(reverse("gezinsplan:link_volgen", args=[gemaakt.geheim]))
    assert eerste["Referrer-Policy"] == "no-referrer"
    assert gemaakt.geheim not in eerste["Location"]
    assert gemaakt.geheim not in str(eerste.cookies)
    vul_code_in(client, eerste["Location"], gemaakt.code)
    for adres in (eerste["Location"], f"{eerste['Location']}geven/", f"{eerste['Location']}dank/"):
        antwoord = client.get(adres)
        assert gemaakt.geheim not in antwoord.content.decode()
        assert "no-store" in antwoord["Cache-Control"]
        assert "noindex" in antwoord["X-Robots-Tag"]
        assert "script-src 'self'" in antwoord["Content-Security-Policy"]
        assert "http://" not in re.sub(r'xmlns="[^"]+"', "", antwoord.content.decode())
    for koek in client.cookies.values():
        if koek.key.startswith("link"):
            assert koek["httponly"]
            assert koek["path"] == eerste["Location"]


@pytest.mark.eis("I6")
@pytest.mark.django_db
def test_with_the_coordinator_away_the_substitute_can_be_called(vraag):
    cast = vraag[0].cast
    invaller = maak_professional("A. Tahiri", Rol.HULPVERLENER, "06-00000099", instelling=cast.maatschappelijk_werk)
    rij = is_weg(cast.coordinator, invaller)
    client, adres = open_vraag(maak(*vraag, door=cast.coordinator))
    pagina = " ".join(client.get(adres).content.decode().split())
    tot = dag_voluit(rij.tot_en_met, clock.today())
    assert f'A. Tahiri <span class="zacht">(vervangt N. Bakker tot en met {tot})' in pagina
    assert 'href="tel:0600000099"' in pagina


@pytest.mark.eis("T3")
@pytest.mark.django_db
def test_only_the_own_afspraak_is_shown(vraag):
    voorbeeld, _hof, _afspraak = vraag
    client, adres = open_vraag(maak(*vraag))
    pagina = client.get(adres).content.decode()
    assert "Elke dag bellen bij verzuim" in pagina
    assert "N. Bakker" in pagina
    assert "06-00000001" in pagina
    for verborgen in ("Sanne", "De Wit", "naar school", "bij moeder", "Petra", str(voorbeeld.cast.gezin.nummer)):
        assert verborgen not in pagina, verborgen


@pytest.mark.django_db
def test_without_the_code_nothing_is_shown(vraag):
    gemaakt = maak(*vraag)
    client, adres = volg(gemaakt.geheim)
    assert client.get(f"{adres}geven/")["Location"] == adres
    antwoord = client.post(f"{adres}geven/", gedaan())
    assert antwoord.status_code == 422
    assert "verzuim" not in antwoord.content.decode()
    assert vers(vraag[2]).staat == Afspraakstaat.GEVRAAGD


@pytest.mark.django_db
def test_the_code_of_another_link_opens_nothing(cast):
    voorbeeld, hof, afspraak = maak_vraag(cast)
    eerste = maak(voorbeeld, hof, afspraak)
    tweede = maak(voorbeeld, hof, afspraak)
    client, adres = volg(eerste.geheim)
    assert vul_code_in(client, adres, tweede.code).status_code == 422
    client, adres = volg(tweede.geheim)
    assert vul_code_in(client, adres, eerste.code).status_code == 422
    assert vul_code_in(client, adres, tweede.code.replace(" ", "-")).status_code == 302
    # What opened one address opens no other.
    ander, ander_adres = volg("y" * 43)
    for naam, koek in client.cookies.items():
        ander.cookies[naam] = koek.value
    assert ander.get(f"{ander_adres}geven/").status_code == 302


@pytest.mark.django_db
def test_after_five_wrong_codes_the_link_is_dead_and_the_sender_hears_it(vraag):
    voorbeeld, hof, afspraak = vraag
    gemaakt = maak(*vraag)
    for poging in range(5):
        # From another address each time: the link itself counts.
        client, adres = volg(gemaakt.geheim, Client(REMOTE_ADDR=f"192.0.2.{poging + 1}"))
        assert vul_code_in(client, adres, f"{poging:08}").status_code == 422
    assert vul_code_in(client, adres, gemaakt.code).status_code == 422
    [bericht] = Bericht.objects.filter(soort="link_dicht")
    assert bericht.ontvanger == voorbeeld.cast.coordinator
    geweigerd = Logregel.objects.filter(object_soort="eenmalige_link", uitkomst=Uitkomst.GEWEIGERD)
    assert geweigerd.filter(object_id=gemaakt.link.pk, gezin_id=voorbeeld.cast.gezin.pk).count() == 5
    assert "vijf keer fout" in client_van(voorbeeld.cast.coordinator).get(link_url(afspraak, hof)).content.decode()
    # A new one works.
    client, adres = open_vraag(maak(*vraag), Client(REMOTE_ADDR="192.0.2.9"))
    assert client.get(adres).status_code == 200


@pytest.mark.django_db
def test_trying_is_slowed_down_per_address(vraag):
    statussen = []
    for poging in range(22):
        client, adres = volg(f"geheim-{poging}")
        statussen.append(vul_code_in(client, adres, "1234 5678").status_code)
    assert statussen[0] == 422
    assert statussen[-1] == 429


@pytest.mark.django_db
def test_trying_is_slowed_down_per_link(vraag):
    client, adres = volg("een-geheim")
    statussen = []
    for poging in range(12):
        client.defaults["REMOTE_ADDR"] = f"192.0.2.{poging + 1}"
        statussen.append(vul_code_in(client, adres, "1234 5678").status_code)
    assert statussen[0] == 422
    assert statussen[-1] == 429


@pytest.mark.django_db
def test_while_tries_cant_be_counted_the_door_is_closed_in_words(vraag, monkeypatch):
    gemaakt = maak(*vraag)
    client, adres = volg(gemaakt.geheim)

    def weg(*_wat, **_hoe):
        raise ConnectionError

    monkeypatch.setattr(cache, "get", weg, raising=False)
    antwoord = vul_code_in(client, adres, gemaakt.code)
    assert antwoord.status_code == 503
    assert "Antwoorden kan nu even niet" in antwoord.content.decode()


# Answering.


@pytest.mark.eis("E12")
@pytest.mark.django_db
def test_done_is_the_doers_own_word(vraag):
    voorbeeld, hof, afspraak = vraag
    client, adres = open_vraag(maak(*vraag))
    antwoord = client.post(adres, gedaan())
    assert antwoord.status_code == 302
    dank = client.get(antwoord["Location"]).content.decode()
    assert "Bedankt" in dank
    assert "verzuim" not in dank
    navraag, nu_daar = voorbeeld.navraag(afspraak), vers(afspraak)
    assert nu_daar.staat == Afspraakstaat.GEDAAN
    assert nu_daar.vastgelegd_door is None
    assert nu_daar.vastlegger == hof
    assert navraag.staat == Navraagstaat.BEANTWOORD
    assert navraag.beantwoorder == hof
    ja = Aanvaarding.objects.get(deelnemer=hof)
    assert (ja.wijze, ja.door) == ("zelf", None)
    pagina = (
        client_van(voorbeeld.cast.coordinator)
        .get(reverse("gezinsplan:afspraak", args=[voorbeeld.cast.gezin.pk, afspraak.pk]))
        .content.decode()
    )
    assert "Vastgelegd door D. Hof" in pagina
    assert "met een eenmalige link" in pagina
    assert Bericht.objects.filter(soort="link_beantwoord", ontvanger=voorbeeld.cast.coordinator).count() == 1


@pytest.mark.eis("E12")
@pytest.mark.django_db
def test_later_waits_for_the_coordinators_yes(vraag):
    voorbeeld, _hof, afspraak = vraag
    client, adres = open_vraag(maak(*vraag))
    velden = {"antwoord": "later", "nieuwe_dag": "over 2 weken", "toelichting": "De leraar was ziek"}
    assert client.post(adres, velden).status_code == 302
    navraag = voorbeeld.navraag(afspraak)
    assert navraag.staat == Navraagstaat.WACHT_OP_AKKOORD
    assert [
        bericht.soort
        for bericht in Bericht.objects.filter(
            ontvanger=voorbeeld.cast.coordinator, soort__in=["later_gevraagd", "link_beantwoord"]
        )
    ] == ["later_gevraagd"]
    actions.geef_akkoord(navraag, nu=clock.now(), door=voorbeeld.cast.coordinator)
    assert vers(afspraak).staat == Afspraakstaat.LOOPT


@pytest.mark.eis("E12")
@pytest.mark.django_db
def test_it_doesnt_work_begins_what_any_such_answer_begins(vraag, gehoord):
    _voorbeeld, hof, afspraak = vraag
    client, adres = open_vraag(maak(*vraag))
    assert client.post(adres, {"antwoord": "lukt_niet", "toelichting": "Er is niemand"}).status_code == 302
    assert vers(afspraak).staat == Afspraakstaat.NIET_GEDAAN
    assert [(gemist.partij, gemist.toelichting) for gemist in gehoord.gemist] == [(hof, "Er is niemand")]


@pytest.mark.eis("E14")
@pytest.mark.django_db
def test_what_he_said_stays_beside_another_answer(vraag):
    voorbeeld, _hof, afspraak = vraag
    client, adres = open_vraag(maak(*vraag))
    client.post(adres, {"antwoord": "later", "nieuwe_dag": "over 2 weken", "toelichting": "De leraar was ziek"})
    navraag = voorbeeld.navraag(afspraak)
    actions.beantwoord_navraag(
        navraag,
        Navraagantwoord(Antwoord.LUKT_NIET, "Ik hoorde iets anders"),
        nu=clock.now(),
        door=voorbeeld.cast.coordinator,
    )
    pagina = (
        client_van(voorbeeld.cast.coordinator)
        .get(reverse("gezinsplan:afspraak", args=[voorbeeld.cast.gezin.pk, afspraak.pk]))
        .content.decode()
    )
    assert "De leraar was ziek" in pagina
    assert "Ik hoorde iets anders" in pagina
    assert afspraak.reacties.get().spreker.naam == "D. Hof"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("velden", "melding", "getypt"),
    [
        (gedaan("volgend jaar"), "dag", "volgend jaar"),
        (gedaan("morgen"), "nog niet geweest", "morgen"),
        ({"antwoord": "later", "nieuwe_dag": "gisteren", "toelichting": "Was druk"}, "al voorbij", "Was druk"),
        ({"antwoord": "later", "nieuwe_dag": "over een week", "toelichting": ""}, "Vul dit nog in", "over een week"),
        ({"antwoord": "lukt_niet", "toelichting": "x" * 900}, "te lang", "x" * 900),
    ],
)
def test_a_mistake_is_said_at_the_field_and_nothing_is_lost(vraag, velden, melding, getypt):
    client, adres = open_vraag(maak(*vraag))
    antwoord = client.post(adres, velden)
    assert antwoord.status_code == 422
    pagina = antwoord.content.decode()
    assert melding in pagina
    assert getypt in pagina
    # The link is not used up by it.
    assert client.post(adres, gedaan()).status_code == 302


@pytest.mark.django_db
def test_who_typed_for_too_long_gives_the_code_again_and_loses_nothing(vraag):
    gemaakt = maak(*vraag)
    client, adres = open_vraag(gemaakt)
    del client.cookies["linkopen"]
    velden = {"antwoord": "lukt_niet", "toelichting": "De leraar was ziek"}
    antwoord = client.post(adres, velden)
    assert "Het duurde even" in antwoord.content.decode()
    assert 'value="De leraar was ziek"' in antwoord.content.decode()
    terug = vul_code_in(client, adres.removesuffix("geven/"), gemaakt.code, **velden)
    assert terug.status_code == 200
    assert 'value="De leraar was ziek"' in terug.content.decode()
    assert client.post(adres, velden).status_code == 302


@pytest.mark.django_db
def test_an_answer_counts_once(vraag):  # replay, double click, back button
    voorbeeld, _hof, afspraak = vraag
    gemaakt = maak(*vraag)
    client, adres = open_vraag(gemaakt)
    velden = {"antwoord": "lukt_niet", "toelichting": "ziek", "eenmalig": "6c0e8a0e-5f8f-4f0f-9d0a-222222222222"}
    eerste, dubbel = client.post(adres, velden), client.post(adres, velden)
    assert eerste["Location"] == dubbel["Location"]
    # Another answer by the same link isn't taken, and not thanked for either.
    ander = client.post(adres, gedaan())
    assert ander.status_code == 410
    assert "Er is al geantwoord" in ander.content.decode()
    assert client.get(adres).status_code == 410
    opnieuw, begin = volg(gemaakt.geheim)
    assert vul_code_in(opnieuw, begin, gemaakt.code).status_code == 422
    assert voorbeeld.navraag(afspraak).antwoord == Antwoord.LUKT_NIET
    assert not afspraak.reacties.exists()


@pytest.mark.eis("E9")
def test_two_answers_at_once_are_one(fresh_database):
    vraag = maak_vraag(maak_cast(clock.now()))
    gemaakt = maak(*vraag)
    hek = Barrier(4)

    def antwoord(nummer):
        try:
            hek.wait()
            gegeven = Navraagantwoord(Antwoord.LUKT_NIET, f"reden {nummer}")
            beantwoord_met_link(gemaakt.link.pk, gegeven, nu=clock.now())
            return True
        except LinkWerktNiet as fout:
            assert fout.al_gebruikt
            return False
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        gelukt = list(pool.map(antwoord, range(4)))
    assert gelukt.count(True) == 1
    assert vraag[0].navraag(vraag[2]).toelichting == f"reden {gelukt.index(True)}"
    assert EenmaligeLink.objects.filter(gebruikt_op__isnull=False).count() == 1
    connections.close_all()


def test_six_who_try_codes_at_once_get_five_tries(fresh_database):
    vraag = maak_vraag(maak_cast(clock.now()))
    gemaakt = maak(*vraag)
    hek = Barrier(6)

    def probeer(nummer):
        try:
            hek.wait()
            return actions.probeer_code(gemaakt.link.geheim_hash, f"{nummer:08}", nu=clock.now())
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(probeer, range(6))) == [None] * 6
    gemaakt.link.refresh_from_db()
    assert gemaakt.link.pogingen == 5
    assert Bericht.objects.filter(soort="link_dicht").count() == 1
    connections.close_all()


# When it ends.


def _stopt(v, hof, afspraak):
    stop_deelname(hof, nu=clock.now(), door=v.cast.coordinator, reden="andere baan")


def _account(v, hof, afspraak):
    koppel_account(hof, v.cast.buitenstaander, nu=clock.now(), door=v.cast.coordinator)


def _ander_antwoord(v, hof, afspraak):
    actions.vink_af(afspraak, dag_van(clock.now()), nu=clock.now(), door=v.cast.coordinator, hoe_gehoord="gebeld")


def _later_gevraagd(v, hof, afspraak):
    actions.beantwoord_navraag(
        v.navraag(afspraak),
        Navraagantwoord(Antwoord.LUKT_NIET, "Ik hoorde iets anders"),
        nu=clock.now(),
        door=v.cast.coordinator,
    )


def _vervalt(v, hof, afspraak):
    actions.laat_vervallen(afspraak, "niet meer nodig", nu=clock.now(), door=v.cast.coordinator)


def _geen_grond(v, hof, afspraak):
    eindig_grondslagen(nu=clock.now(), door=v.cast.coordinator, deelnemer=hof)


def _nieuwe_link(v, hof, afspraak):
    maak(v, hof, afspraak)


def _instelling_weg(v, hof, afspraak):
    Instelling.objects.filter(pk=v.cast.school.pk).update(actief=False)


def _ander_doet_het(v, hof, afspraak):
    afspraak.uitvoerders.set([v.cast.mentor_in_gezin])


def _termijn_korter(v, hof, afspraak):
    termijn = v.navraag(afspraak).termijn
    type(termijn).objects.filter(pk=termijn.pk).update(loopt_af_op=clock.now())


EINDEN = [
    _stopt, _account, _ander_antwoord, _later_gevraagd, _vervalt, _geen_grond, _nieuwe_link, _instelling_weg,
    _ander_doet_het, _termijn_korter,
]  # fmt: skip


@pytest.mark.eis("T3")
@pytest.mark.django_db
@pytest.mark.parametrize("einde", EINDEN, ids=lambda einde: einde.__name__.strip("_"))
def test_whatever_ends_it_ends_the_link_at_once(vraag, einde):
    voorbeeld, hof, afspraak = vraag
    gemaakt = maak(*vraag)
    client, adres = open_vraag(gemaakt)
    assert client.get(adres).status_code == 200
    einde(voorbeeld, hof, afspraak)
    staat, antwoord = vers(afspraak).staat, voorbeeld.navraag(afspraak).antwoord
    # Also for who gave the code a minute ago, with a form that was open.
    gezien = client.get(adres)
    assert gezien.status_code == 410
    assert "verzuim" not in gezien.content.decode()
    assert client.post(adres, gedaan()).status_code == 410
    opnieuw, begin = volg(gemaakt.geheim)
    assert vul_code_in(opnieuw, begin, gemaakt.code).status_code == 422
    assert (vers(afspraak).staat, voorbeeld.navraag(afspraak).antwoord) == (staat, antwoord)


@pytest.mark.django_db
def test_it_lives_three_days_and_never_longer_than_the_question(vraag):
    voorbeeld, _hof, afspraak = vraag
    termijn = voorbeeld.navraag(afspraak).termijn
    assert maak(*vraag).link.verloopt_op == termijn.loopt_af_op
    ver = clock.now() + timedelta(days=30)
    type(termijn).objects.filter(pk=termijn.pk).update(loopt_af_op=ver, aan_de_beurt_op=ver)
    gemaakt = maak(*vraag)
    assert timedelta(days=3) <= gemaakt.link.verloopt_op - clock.now() <= timedelta(days=4)
    assert EenmaligeLink.objects.levend(gemaakt.link.verloopt_op - timedelta(seconds=1)).exists()
    assert not EenmaligeLink.objects.levend(gemaakt.link.verloopt_op).exists()


@pytest.mark.eis("Z3")
@pytest.mark.django_db
def test_another_coordinator_is_the_one_to_call(vraag):
    voorbeeld, _hof, _afspraak = vraag
    cast = voorbeeld.cast
    client, adres = open_vraag(maak(*vraag))
    wissel_coordinator(
        cast.gezin, cast.collega, cast.maatschappelijk_werk, nu=clock.now(), door=cast.coordinator, reden="verlof"
    )
    assert Coordinatorschap.objects.huidig().get(gezin=cast.gezin).gebruiker == cast.collega
    assert "S. Yilmaz" in client.get(adres).content.decode()
    assert client.post(adres, gedaan()).status_code == 302
    assert Bericht.objects.filter(soort="link_beantwoord").get().ontvanger == cast.collega


# The logboek.


@pytest.mark.eis("X1", "T7")
@pytest.mark.django_db
def test_everything_is_in_the_logboek_and_the_family_reads_who_looked(vraag):
    voorbeeld, hof, afspraak = vraag
    gemaakt = maak(*vraag)
    client, adres = volg(gemaakt.geheim)
    vul_code_in(client, adres, "0000 0000")
    vul_code_in(client, adres, gemaakt.code)
    client.get(f"{adres}geven/")
    gelezen = Logregel.objects.get(handeling=Handeling.BEKIJKEN, gebruiker_id=hof.pk)
    assert gelezen.gebruiker_naam == "D. Hof"
    assert gelezen.instelling_id == voorbeeld.cast.school.pk
    assert gelezen.grondslag_ids == [gemaakt.link.grondslag_id]
    assert gelezen.object_id == afspraak.pk
    assert gelezen.onderwerpen
    client.post(f"{adres}geven/", gedaan())
    gedaan_door = Logregel.objects.filter(gebruiker_id=hof.pk, handeling=Handeling.WIJZIGEN)
    assert {regel.object_soort for regel in gedaan_door} >= {"afspraak", "eenmalige_link"}
    gemaakt_door = Logregel.objects.get(object_soort="eenmalige_link", handeling=Handeling.AANMAKEN)
    assert gemaakt_door.gebruiker_id == voorbeeld.cast.coordinator.pk
    pagina = (
        client_van(voorbeeld.cast.moeder)
        .get(reverse("toestemming:inzage", args=[voorbeeld.cast.gezin.pk]))
        .content.decode()
    )
    assert "D. Hof" in pagina
    assert "Basisschool De Wilgentak" in pagina


@pytest.mark.eis("X1")
@pytest.mark.django_db
def test_it_is_not_of_whoever_is_logged_in_in_that_browser(vraag):
    voorbeeld, hof, afspraak = vraag
    browser = client_van(voorbeeld.cast.buitenstaander)
    client, adres = open_vraag(maak(*vraag), browser)
    pagina = client.get(adres).content.decode()
    assert "E. van Rijn" not in pagina
    assert client.post(adres, gedaan()).status_code == 302
    assert vers(afspraak).vastlegger == hof
    van_hem = Logregel.objects.filter(gebruiker_id=voorbeeld.cast.buitenstaander.pk, gezin_id=voorbeeld.cast.gezin.pk)
    assert not van_hem.exists()
    # And who wasn't logged in, isn't now.
    client, adres = volg("z" * 43)
    assert client.get("/").status_code == 302
    assert "sessionid" not in client.cookies


@pytest.mark.django_db
@pytest.mark.parametrize("pagina", ["code", "vraag", "sturen"])
def test_the_number_of_questions_to_the_database(vraag, django_assert_max_num_queries, pagina):
    voorbeeld, hof, afspraak = vraag
    gemaakt = maak(*vraag)
    if pagina == "sturen":
        client, adres = client_van(voorbeeld.cast.coordinator), link_url(afspraak, hof)
        client.get(adres)
        hoogstens = 28
    elif pagina == "vraag":
        client, adres = open_vraag(gemaakt)
        hoogstens = 10
    else:
        client, adres = volg(gemaakt.geheim)
        # The transaction of the page and the practice clock; nothing of a plan.
        hoogstens = 3
    with django_assert_max_num_queries(hoogstens):
        assert client.get(adres).status_code == 200


@pytest.mark.eis("X5")
@pytest.mark.django_db
@pytest.mark.parametrize("weet_zij_het", [True, False])
def test_a_flag_that_follows_to_a_doer_without_account_closes_his_link(vraag, weet_zij_het):
    """D. Hof turns out to be whom the flag concerns: link and code open nothing, and only who knows why is told to choose another."""
    voorbeeld, hof, afspraak = vraag
    cast = voorbeeld.cast
    type(afspraak).objects.filter(pk=afspraak.pk).update(
        apart=True, over_wie=[cast.sanne.pk], leefgebieden=["onderwijs"]
    )
    afspraak.refresh_from_db()
    gemaakt = maak(voorbeeld, hof, afspraak)
    assert lees_link(gemaakt.link.pk, nu=clock.now()) == gemaakt.link
    later = dag_van(clock.now()) + timedelta(days=30)
    zet_vlag(
        hof,
        [cast.sanne.pk],
        "gevaar",
        later,
        zonder_coordinator=not weet_zij_het,
        nu=clock.now(),
        door=cast.behandelaar,
    )
    with pytest.raises(LinkWerktNiet):
        lees_link(gemaakt.link.pk, nu=clock.now())
    if weet_zij_het:
        with pytest.raises(RuleError, match="kan dit niet doen"):
            maak(voorbeeld, hof, afspraak)
    else:
        with pytest.raises(LinkWerktNiet):
            lees_link(maak(voorbeeld, hof, afspraak).link.pk, nu=clock.now())
