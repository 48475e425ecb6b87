"""Who must carry out an afspraak sees it, and the wording of its goal once he or she said yes; not more (T3)."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from berichten.selectie import inbox
from core.errors import NotAllowed, RuleError
from gezinsplan import actions, pdf
from gezinsplan.actions import AfspraakGegevens, Navraagantwoord
from gezinsplan.looptijd import afgesproken
from gezinsplan.models import Aanvaarding, Aanvaardwijze, Afspraakstaat, Antwoord, Doel
from gezinsplan.planbeeld import planbeeld
from instanties.actions import leg_instelling_vast
from instanties.models import Leefgebied
from tests.gezinsplan.conftest import vers
from tests.inloggen import client_van, kwam_terug
from toestemming import zicht
from toestemming.actions import zet_vlag

pytestmark = [pytest.mark.eis("T3"), pytest.mark.django_db]

DOEL = "Sanne gaat elke dag naar school"
HOOFDDOEL = "Sanne blijft bij moeder wonen"
WAT = "De kliniek belt met de juf"


def adres(voorbeeld, naam="plan", **rest) -> str:
    return reverse(f"gezinsplan:{naam}", kwargs={"gezin_id": voorbeeld.cast.gezin.pk, **rest})


def lees(gebruiker, url: str) -> str:
    antwoord = client_van(gebruiker).get(url)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


@pytest.fixture
def gevraagd(voorbeeld):
    """Give the example with an afspraak of the clinic under the school's goal: outside its zicht, and not answered."""
    cast = voorbeeld.cast
    voorbeeld.kliniek = voorbeeld.afspraak(WAT, cast.behandelaar_in_gezin, cast.mentor_in_gezin)
    voorbeeld.school = voorbeeld.afspraak("De school schrijft op wie er is", cast.mentor_in_gezin)
    voorbeeld.activeer()
    return voorbeeld


def ziet_doel(voorbeeld, gebruiker) -> bool:
    blik = zicht.blik(gebruiker, voorbeeld.cast.gezin)
    return Doel.objects.zichtbaar_voor(blik).filter(pk=voorbeeld.voorwaarde.pk).exists()


def test_before_the_yes_only_the_afspraak_itself_is_seen(gevraagd):
    actions.reageer(gevraagd.kliniek, "De juf is er op maandag", nu=gevraagd.nu, door=gevraagd.cast.coordinator)
    for url in (adres(gevraagd), adres(gevraagd, "afspraak", afspraak_id=gevraagd.kliniek.pk)):
        pagina = lees(gevraagd.cast.behandelaar, url)
        for stuk in ("Aan u gevraagd", WAT, "N. Bakker", "Ik doe dit", "Dat kan ik niet", "nog 7 dagen"):
            assert stuk in pagina
        for stuk in (DOEL, HOOFDDOEL, "J. Willems", "De juf is er", "De school schrijft"):
            assert stuk not in pagina


@pytest.mark.eis("E10")
@pytest.mark.heavy("reads five pages")
def test_to_who_guards_the_plan_what_is_asked_does_not_read_as_running(gevraagd):
    cast, wacht = gevraagd.cast, "Gevraagd, nog geen antwoord"
    bladen = (adres(gevraagd), adres(gevraagd, "afspraak", afspraak_id=gevraagd.kliniek.pk))
    for url in bladen:
        assert wacht in lees(cast.coordinator, url)
    assert wacht not in lees(cast.behandelaar, bladen[0]), "who doesn't read the whole plan isn't told who sees what"
    for afspraak, wie in ((gevraagd.kliniek, cast.behandelaar), (gevraagd.kliniek, cast.mentor)):
        actions.aanvaard(afspraak, nu=gevraagd.nu, door=wie)
    actions.aanvaard(gevraagd.school, nu=gevraagd.nu, door=cast.mentor)
    for url in bladen:
        assert wacht not in lees(cast.coordinator, url)


@pytest.mark.eis("X5")
def test_who_asks_is_named_without_what_says_too_much(gevraagd):
    cast = gevraagd.cast
    leg_instelling_vast(
        cast.maatschappelijk_werk, naam_gevoelig=True, naam_voor_anderen="een instelling", door=cast.beheerder
    )
    pagina = lees(cast.behandelaar, adres(gevraagd, "afspraak", afspraak_id=gevraagd.kliniek.pk))
    assert "Wie vraagt dit" in pagina and "N. Bakker" in pagina
    assert "De Brug" not in pagina


@pytest.mark.eis("G9")
def test_on_paper_the_same(gevraagd):
    html = pdf.html(planbeeld(zicht.blik(gevraagd.cast.behandelaar, gevraagd.cast.gezin)), op=gevraagd.nu)
    assert "Aan u gevraagd" in html
    assert WAT in html
    assert DOEL not in html
    assert "Willems" not in html


def test_one_tap_says_yes_and_opens_the_wording_and_no_more(gevraagd):
    client = client_van(gevraagd.cast.behandelaar)
    daad = adres(gevraagd, "afspraak_aanvaarden", afspraak_id=gevraagd.kliniek.pk)
    pagina = " ".join(client.post(daad, follow=True).content.decode().split())
    assert DOEL in pagina
    assert "Aan u gevraagd" not in pagina
    plan = lees(gevraagd.cast.behandelaar, adres(gevraagd))
    assert DOEL in plan
    assert WAT in plan
    for stuk in (HOOFDDOEL, "Sanne miste veel lessen", "De school schrijft", "Terugkijken en reacties"):
        assert stuk not in plan
    assert client.get(adres(gevraagd, "doel", doel_id=gevraagd.voorwaarde.pk)).status_code == 404
    gegeven = Aanvaarding.objects.get()
    assert (gegeven.doet_het, gegeven.wijze, gegeven.door) == (True, Aanvaardwijze.ZELF, gevraagd.cast.behandelaar)


def test_a_second_yes_changes_nothing(gevraagd):
    for _keer in range(2):
        actions.aanvaard(gevraagd.kliniek, nu=gevraagd.nu, door=gevraagd.cast.behandelaar)
    assert Aanvaarding.objects.count() == 1


def test_who_sees_the_goal_anyway_is_asked_nothing(gevraagd):
    pagina = lees(gevraagd.cast.mentor, adres(gevraagd))
    assert DOEL in pagina
    assert "Aan u gevraagd" not in pagina
    assert "Ik doe dit" not in lees(gevraagd.cast.mentor, adres(gevraagd, "afspraak", afspraak_id=gevraagd.school.pk))


@pytest.mark.eis("E10")
def test_a_no_tells_the_coordinator_and_touches_no_clock(gevraagd):
    cast = gevraagd.cast
    termijn = vers(gevraagd.kliniek).termijn
    daad = adres(gevraagd, "afspraak_kan_niet", afspraak_id=gevraagd.kliniek.pk)
    client_van(cast.behandelaar).post(daad, {"reden": "Ik ken de juf niet"})
    nu = vers(gevraagd.kliniek)
    assert (nu.staat, nu.termijn.loopt_af_op, nu.versie) == (
        Afspraakstaat.LOOPT, termijn.loopt_af_op, gevraagd.kliniek.versie,
    )  # fmt: skip
    assert not ziet_doel(gevraagd, cast.behandelaar)
    assert any("iemand kan dit niet doen" in rij.tekst for rij in inbox(cast.coordinator).rijen)
    assert "T. Okafor zegt: dat kan ik niet" in lees(cast.coordinator, adres(gevraagd))
    assert "Ik ken de juf niet" in lees(cast.coordinator, adres(gevraagd, "afspraak", afspraak_id=gevraagd.kliniek.pk))
    assert "Ik ken de juf niet" not in lees(cast.mentor, adres(gevraagd, "afspraak", afspraak_id=gevraagd.kliniek.pk))


def test_a_no_asks_why_and_keeps_what_was_typed(gevraagd):
    client = client_van(gevraagd.cast.behandelaar)
    daad = adres(gevraagd, "afspraak_kan_niet", afspraak_id=gevraagd.kliniek.pk)
    assert "Vul" in client.post(daad, {"reden": " "}).content.decode()
    antwoord = client.post(daad, {"reden": "x" * 501})
    assert kwam_terug(antwoord)
    assert "x" * 501 in antwoord.content.decode()
    assert not Aanvaarding.objects.exists()


def test_who_said_no_may_think_again(gevraagd):
    actions.zeg_kan_niet(gevraagd.kliniek, "te druk", nu=gevraagd.nu, door=gevraagd.cast.behandelaar)
    assert "Ik doe dit toch" in lees(
        gevraagd.cast.behandelaar, adres(gevraagd, "afspraak", afspraak_id=gevraagd.kliniek.pk)
    )
    actions.aanvaard(gevraagd.kliniek, nu=gevraagd.nu, door=gevraagd.cast.behandelaar)
    assert ziet_doel(gevraagd, gevraagd.cast.behandelaar)
    assert [rij.doet_het for rij in Aanvaarding.objects.order_by("op", "doet_het")] == [False, True]


def test_ticking_done_is_a_yes(gevraagd):
    actions.vink_af(gevraagd.kliniek, gevraagd.dag(0), nu=gevraagd.nu, door=gevraagd.cast.behandelaar)
    assert ziet_doel(gevraagd, gevraagd.cast.behandelaar)


@pytest.mark.eis("E12")
@pytest.mark.parametrize(("eerst_nee", "ziet"), [(False, True), (True, False)])
def test_answering_the_question_is_a_yes_but_not_after_a_no(gevraagd, eerst_nee, ziet):
    if eerst_nee:
        actions.zeg_kan_niet(gevraagd.kliniek, "te druk", nu=gevraagd.nu, door=gevraagd.cast.behandelaar)
    gevraagd.tik(8)
    assert "Is dit gedaan?" in lees(
        gevraagd.cast.behandelaar, adres(gevraagd, "afspraak", afspraak_id=gevraagd.kliniek.pk)
    )
    lukt_niet = Navraagantwoord(Antwoord.LUKT_NIET, toelichting="De juf is ziek")
    actions.beantwoord_navraag(
        gevraagd.navraag(gevraagd.kliniek), lukt_niet, nu=gevraagd.nu, door=gevraagd.cast.behandelaar
    )
    assert ziet_doel(gevraagd, gevraagd.cast.behandelaar) == ziet


def wijzig(voorbeeld, *, wat=WAT, wie=None):
    afspraak = vers(voorbeeld.kliniek)
    doen = wie if wie is not None else list(afspraak.uitvoerders.all())
    gegevens = AfspraakGegevens(
        wat, [mens.pk for mens in doen], afspraak.start_op, afgesproken(afspraak), herhaling="elke week"
    )
    return actions.wijzig_afspraak(
        afspraak, gegevens, versie=afspraak.versie, nu=voorbeeld.nu, door=voorbeeld.cast.coordinator
    )


def test_another_text_asks_again_and_the_same_text_does_not(gevraagd):
    cast = gevraagd.cast
    actions.aanvaard(gevraagd.kliniek, nu=gevraagd.nu, door=cast.behandelaar)
    wijzig(gevraagd)
    assert ziet_doel(gevraagd, cast.behandelaar)
    wijzig(gevraagd, wat="De kliniek belt elke dag met de juf")
    assert not ziet_doel(gevraagd, cast.behandelaar)
    assert "Aan u gevraagd" in lees(cast.behandelaar, adres(gevraagd))
    assert any("er staat nu iets anders" in rij.tekst for rij in inbox(cast.behandelaar).rijen)


def test_who_is_no_doer_any_more_sees_it_no_more(gevraagd):
    cast = gevraagd.cast
    actions.aanvaard(gevraagd.kliniek, nu=gevraagd.nu, door=cast.behandelaar)
    wijzig(gevraagd, wie=[cast.mentor_in_gezin])
    assert not ziet_doel(gevraagd, cast.behandelaar)
    wijzig(gevraagd, wie=[cast.mentor_in_gezin, cast.behandelaar_in_gezin])
    assert not ziet_doel(gevraagd, cast.behandelaar)


@pytest.mark.eis("G17")
def test_the_coordinator_records_a_yes_and_how_it_was_said(gevraagd):
    cast = gevraagd.cast
    client = client_van(cast.coordinator)
    daad = adres(gevraagd, "afspraak_ja_vastleggen", afspraak_id=gevraagd.kliniek.pk)
    wie = str(cast.behandelaar_in_gezin.pk)
    fout = client.post(daad, {"hoe_gezegd": "gebeld op maandag"})
    assert kwam_terug(fout)
    assert "Kies wie ja heeft gezegd" in fout.content.decode()
    assert "gebeld op maandag" in fout.content.decode()
    assert kwam_terug(client.post(daad, {"wie": wie}))
    assert kwam_terug(client.post(daad, {"wie": str(cast.sanne.pk), "hoe_gezegd": "gebeld"}))
    assert client.post(daad, {"wie": wie, "hoe_gezegd": "gebeld op maandag"}).status_code == 302
    assert ziet_doel(gevraagd, cast.behandelaar)
    assert "gebeld op maandag" in lees(cast.coordinator, adres(gevraagd, "afspraak", afspraak_id=gevraagd.kliniek.pk))


@pytest.mark.parametrize(("velden", "ziet"), [({"iedereen": "on"}, True), ({}, False)])
def test_at_the_table_everybody_says_yes_with_one_tick(voorbeeld, velden, ziet):
    voorbeeld.afspraak(WAT, voorbeeld.cast.behandelaar_in_gezin)
    client = client_van(voorbeeld.cast.coordinator)
    pagina = client.get(adres(voorbeeld)).content.decode()
    assert "zat aan tafel en zegt ja" in pagina
    assert "checked" not in pagina[pagina.index('id="starten"') : pagina.index("Start het plan")]
    assert client.post(adres(voorbeeld, "plan_starten"), velden).status_code == 302
    assert ziet_doel(voorbeeld, voorbeeld.cast.behandelaar) == ziet


def test_at_the_table_only_those_who_sat_there(voorbeeld):
    cast = voorbeeld.cast
    voorbeeld.afspraak(WAT, cast.behandelaar_in_gezin, cast.collega_in_gezin)
    client = client_van(cast.coordinator)
    client.post(adres(voorbeeld, "plan_starten"), {"zeiden_ja": [str(cast.collega_in_gezin.pk)]})
    assert Aanvaarding.objects.get().wijze == Aanvaardwijze.AAN_TAFEL
    assert ziet_doel(voorbeeld, cast.collega)
    assert not ziet_doel(voorbeeld, cast.behandelaar)


def test_what_was_ticked_stays_when_the_plan_cannot_start_yet(voorbeeld):
    cast = voorbeeld.cast
    voorbeeld.afspraak(WAT, cast.behandelaar_in_gezin)
    voorbeeld.afspraak("Nog niemand")
    antwoord = client_van(cast.coordinator).post(
        adres(voorbeeld, "plan_starten"), {"zeiden_ja": [str(cast.behandelaar_in_gezin.pk)]}
    )
    assert kwam_terug(antwoord)
    assert re.search(rf'value="{cast.behandelaar_in_gezin.pk}"[^>]*checked', antwoord.content.decode())
    assert not Aanvaarding.objects.exists()


@pytest.mark.eis("G17")
def test_the_navrager_says_it_for_grandmother_and_how_she_knows(voorbeeld):
    cast = voorbeeld.cast
    voorbeeld.voorwaarde.over_wie = [cast.vader_in_gezin.pk]
    voorbeeld.voorwaarde.leefgebieden = [Leefgebied.VERSLAVING]
    voorbeeld.voorwaarde.save()
    oma = voorbeeld.afspraak("Oma rijdt mee", cast.oma)
    voorbeeld.activeer()
    assert "Aan u gevraagd" in lees(cast.moeder, adres(voorbeeld, "ons_plan_gezin"))
    pagina = lees(cast.moeder, adres(voorbeeld, "afspraak", afspraak_id=oma.pk))
    assert "Dit wordt gevraagd aan Riet de Wit" in pagina
    assert DOEL not in pagina
    daad = adres(voorbeeld, "afspraak_aanvaarden", afspraak_id=oma.pk)
    assert kwam_terug(client_van(cast.moeder).post(daad))
    assert client_van(cast.moeder).post(daad, {"hoe_gezegd": "ze zei het zelf"}).status_code == 302
    assert DOEL in lees(cast.moeder, adres(voorbeeld, "afspraak", afspraak_id=oma.pk))


def test_nobody_says_yes_for_another(gevraagd):
    for ander in (gevraagd.cast.moeder, gevraagd.cast.coordinator):
        with pytest.raises(NotAllowed):
            actions.aanvaard(gevraagd.kliniek, nu=gevraagd.nu, door=ander)
    with pytest.raises(NotAllowed):
        actions.leg_ja_vast(
            gevraagd.kliniek, [gevraagd.cast.behandelaar_in_gezin.pk], "gebeld", nu=gevraagd.nu,
            door=gevraagd.cast.mentor,
        )  # fmt: skip


def test_what_is_closed_is_not_asked(gevraagd):
    actions.laat_vervallen(gevraagd.kliniek, "niet nodig", nu=gevraagd.nu, door=gevraagd.cast.coordinator)
    with pytest.raises(RuleError):
        actions.aanvaard(gevraagd.kliniek, nu=gevraagd.nu + timedelta(days=1), door=gevraagd.cast.behandelaar)
    assert "Aan u gevraagd" not in lees(gevraagd.cast.behandelaar, adres(gevraagd))


@pytest.mark.eis("X5")
def test_about_whom_is_kept_from_a_doer_he_reads_his_own_afspraak_and_nothing_that_was_said(voorbeeld):
    cast = voorbeeld.cast
    eigen = voorbeeld.afspraak("Vader haalt Sanne op", cast.vader_in_gezin, over_wie=[cast.sanne.pk])
    voorbeeld.activeer()
    actions.aanvaard(eigen, nu=voorbeeld.nu - timedelta(hours=1), door=cast.vader)
    actions.reageer(eigen, "Wij zijn op dinsdag bij oma", nu=voorbeeld.nu, door=cast.moeder)
    url = adres(voorbeeld, "afspraak", afspraak_id=eigen.pk)
    assert "bij oma" in lees(cast.vader, url)
    zet_vlag(
        cast.vader_in_gezin, [cast.sanne.pk], "voelt zich niet veilig", voorbeeld.dag(30), nu=voorbeeld.nu,
        door=cast.coordinator,
    )  # fmt: skip
    pagina = lees(cast.vader, url)
    assert "Vader haalt Sanne op" in pagina
    assert "bij oma" not in pagina
    assert "bij oma" in lees(cast.moeder, url)
