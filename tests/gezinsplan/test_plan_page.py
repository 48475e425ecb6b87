"""The plan on one page: who sees what, rows that open in place, and everything that may go wrong while typing."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gezinsplan import actions
from gezinsplan.actions import DoelGegevens
from gezinsplan.models import Afspraak, Afspraakstaat, Doel, Planstaat
from instanties.models import Leefgebied
from tests import drafts
from tests.gezinsplan.conftest import vers
from tests.inloggen import client_van, kwam_terug
from toestemming import onderwerpen
from woorden.duur import Duur, Eenheid

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}


def url(naam, voorbeeld, **rest):
    return reverse(f"gezinsplan:{naam}", kwargs={"gezin_id": voorbeeld.cast.gezin.pk, **rest})


def tekst(antwoord) -> str:
    return antwoord.content.decode()


@pytest.fixture
def coordinator(voorbeeld):
    return client_van(voorbeeld.cast.coordinator)


def velden(voorbeeld, **anders):
    return {
        "wat": "School belt bij verzuim",
        "uitvoerders": [str(voorbeeld.cast.mentor_in_gezin.pk)],
        "start_op": "vandaag",
        "termijn": "over 2 weken",
        **anders,
    }


@pytest.mark.eis("G1", "G4", "E10")
def test_the_three_parts_and_who_is_on_turn(voorbeeld, coordinator):
    voorbeeld.afspraak("School belt", voorbeeld.cast.mentor_in_gezin)
    voorbeeld.activeer()
    pagina = tekst(coordinator.get(url("plan", voorbeeld)))
    for stuk in (
        "Gezin De Wit", "Gezinsdoelen en afspraken", "Betrokkenen", "Afsprakenlijst", "Sanne blijft bij moeder wonen",
        "de kinderrechter", "J. Willems (Basisschool De Wilgentak)", 'href="tel:0600000001"', "Nu aan zet", "nog 7 dagen",
    ):  # fmt: skip
        assert stuk in pagina


@pytest.mark.eis("E10", "R2")
def test_who_is_asked_reads_that_it_is_his_turn(voorbeeld):
    voorbeeld.afspraak("School belt", voorbeeld.cast.mentor_in_gezin)
    voorbeeld.activeer()
    assert "U bent aan zet" in tekst(client_van(voorbeeld.cast.mentor).get(url("plan", voorbeeld)))


@pytest.mark.eis("T3")
def test_each_professional_sees_the_own_share(voorbeeld):
    cast = voorbeeld.cast
    voorbeeld.afspraak("De school belt", cast.mentor_in_gezin)
    voorbeeld.afspraak(
        "De kliniek belt", cast.behandelaar_in_gezin, doel=voorbeeld.doel, leefgebieden=[Leefgebied.VERSLAVING]
    )
    school = tekst(client_van(cast.mentor).get(url("plan", voorbeeld)))
    assert "De school belt" in school
    assert "De kliniek" not in school
    assert "Kliniek Het Keerpunt" not in school
    kliniek = tekst(client_van(cast.behandelaar).get(url("plan", voorbeeld)))
    assert "De kliniek belt" in kliniek
    assert "De school belt" not in kliniek
    assert "Sanne miste veel lessen" not in kliniek


@pytest.mark.eis("T3")
def test_of_a_goal_beside_ones_share_only_the_wording_is_shown(voorbeeld):
    kliniek = voorbeeld.afspraak(
        "De kliniek belt", voorbeeld.cast.behandelaar_in_gezin, leefgebieden=[Leefgebied.VERSLAVING]
    )
    actions.aanvaard(kliniek, nu=voorbeeld.nu, door=voorbeeld.cast.behandelaar)
    pagina = tekst(client_van(voorbeeld.cast.behandelaar).get(url("plan", voorbeeld)))
    assert "Sanne gaat elke dag naar school" in pagina
    assert "Sanne miste veel lessen" not in pagina
    assert "Sanne blijft bij moeder wonen" not in pagina


@pytest.mark.eis("T3")
def test_whoever_may_not_edit_gets_no_forms(voorbeeld):
    afspraak = voorbeeld.afspraak("De school belt", voorbeeld.cast.mentor_in_gezin)
    pagina = tekst(client_van(voorbeeld.cast.mentor).get(url("plan", voorbeeld), {"open": afspraak.pk}))
    assert "Leg vast" not in pagina
    assert "?open=" not in pagina


@pytest.mark.eis("G5")
@pytest.mark.parametrize("open_deel", ["doel", "afstemming", "onzin", "afspraak.onzin", "voorwaarde."])
def test_any_row_opens_and_nonsense_opens_nothing(voorbeeld, coordinator, open_deel):
    antwoord = coordinator.get(url("plan", voorbeeld), {"open": open_deel})
    assert antwoord.status_code == 200
    kladjes = drafts.of(tekst(antwoord), antwoord.request["PATH_INFO"])
    assert len(kladjes) == (open_deel in ("doel", "afstemming"))
    assert drafts.faults(kladjes, antwoord.request["PATH_INFO"]) == []


@pytest.mark.eis("G5")
def test_enter_saves_and_goes_on_to_the_next_row(voorbeeld, coordinator):
    post, sleutel = url("afspraak_toevoegen", voorbeeld, doel_id=voorbeeld.voorwaarde.pk), str(uuid4())
    antwoord = coordinator.post(post, {**velden(voorbeeld), "eenmalig": sleutel}, follow=True, **HTMX)
    assert Afspraak.objects.get().duur == Duur(2, Eenheid.WEEK)
    pagina = tekst(antwoord)
    assert pagina.lstrip().startswith('<div id="plan"')
    assert "data-focus-nu" in pagina
    assert "Bewaard om" in pagina
    assert antwoord.headers["HX-Trigger"] == json.dumps({"bewaard": {"forms": [[sleutel, post]]}})


@pytest.mark.eis("G5")
def test_the_row_that_was_saved_says_when(voorbeeld, coordinator):
    afspraak = voorbeeld.afspraak("School belt", voorbeeld.cast.mentor_in_gezin)
    post = url("afspraak_wijzigen", voorbeeld, afspraak_id=afspraak.pk)
    antwoord = coordinator.post(post, velden(voorbeeld, versie=1, sluit="1"), follow=True)
    assert "bewaard om" in tekst(antwoord)
    assert vers(afspraak).wat == "School belt bij verzuim"


def test_the_part_that_is_swapped_in_equals_the_page(voorbeeld, coordinator):
    voorbeeld.afspraak("School belt", voorbeeld.cast.mentor_in_gezin)
    deel = tekst(coordinator.get(url("plan", voorbeeld), **HTMX)).strip()
    hele = tekst(coordinator.get(url("plan", voorbeeld)))
    without_keys = [stuk.partition('value="')[0] for stuk in deel.splitlines()]
    assert all(regel in hele for regel in without_keys)


@pytest.mark.eis("G5")
@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"wat": ""}, "Vul dit nog in."),
        ({"wat": "x" * 5000}, "Dit is te lang: 5000 tekens"),
        ({"start_op": ""}, "Vul dit nog in."),
        ({"start_op": "32 december"}, "32 december"),
        ({"termijn": "ooit"}, "ooit"),
        ({"termijn": "gisteren"}, "is al voorbij"),
        ({"start_op": "over 3 weken", "termijn": "morgen"}, "voor de dag waarop de afspraak begint"),
    ],
)
def test_bad_input_comes_back_at_its_field_with_all_that_was_typed(voorbeeld, coordinator, anders, melding):
    post = url("afspraak_toevoegen", voorbeeld, doel_id=voorbeeld.voorwaarde.pk)
    antwoord = coordinator.post(post, velden(voorbeeld, herhaling="elke dinsdag", **anders))
    assert kwam_terug(antwoord)
    pagina = tekst(antwoord)
    assert melding in pagina
    assert "foutsamenvatting" in pagina
    assert 'value="elke dinsdag"' in pagina
    for waarde in anders.values():
        assert waarde in pagina
    assert not Afspraak.objects.exists()


@pytest.mark.eis("G5")
def test_an_empty_plan_does_not_start_and_says_why(voorbeeld, coordinator):
    antwoord = coordinator.post(url("plan_starten", voorbeeld))
    assert kwam_terug(antwoord)
    assert "Er staat nog geen afspraak in het plan" in tekst(antwoord)
    assert voorbeeld.plan.staat == Planstaat.CONCEPT


@pytest.mark.eis("G5")
def test_a_double_click_makes_one_afspraak(voorbeeld, coordinator):
    post = url("afspraak_toevoegen", voorbeeld, doel_id=voorbeeld.voorwaarde.pk)
    sleutel = "5a7f6a52-7f0c-4a39-a4cb-3c1f0a4f4a10"
    for _keer in range(2):
        assert coordinator.post(post, velden(voorbeeld, eenmalig=sleutel)).status_code in (302, 303)
    assert Afspraak.objects.count() == 1


@pytest.mark.eis("G5")
def test_back_and_mended_is_a_new_act(voorbeeld, coordinator):
    post = url("afspraak_toevoegen", voorbeeld, doel_id=voorbeeld.voorwaarde.pk)
    sleutel = "5a7f6a52-7f0c-4a39-a4cb-3c1f0a4f4a10"
    coordinator.post(post, velden(voorbeeld, eenmalig=sleutel))
    coordinator.post(post, velden(voorbeeld, eenmalig=sleutel, wat="School mailt"))
    assert {a.wat for a in Afspraak.objects.all()} == {"School belt bij verzuim", "School mailt"}


@pytest.mark.eis("G5", "G7")
def test_back_without_a_script_and_sent_again_makes_one_afspraak(voorbeeld, coordinator):
    post = url("afspraak_toevoegen", voorbeeld, doel_id=voorbeeld.voorwaarde.pk)
    gestuurd = velden(voorbeeld, herhaling="elke dinsdag")
    assert coordinator.post(post, gestuurd).status_code == 302
    opnieuw = coordinator.post(post, gestuurd | {"wat": "school belt bij verzuim "})
    assert kwam_terug(opnieuw)
    assert "Deze afspraak staat al bij dit doel." in tekst(opnieuw)
    assert 'value="elke dinsdag"' in tekst(opnieuw)
    assert 'value="over 2 weken"' in tekst(opnieuw)
    assert Afspraak.objects.count() == 1


@pytest.mark.eis("G5")
@pytest.mark.parametrize("wat_anders", ["tekst", "termijn", "begin", "wie", "doel"])
def test_another_afspraak_that_resembles_it_is_its_own(voorbeeld, coordinator, wat_anders):
    cast = voorbeeld.cast
    eerste = velden(voorbeeld)
    tweede = {
        "tekst": {"wat": "School belt bij verzuim, ook in de vakantie"},
        "termijn": {"termijn": "over 3 weken"},
        "begin": {"start_op": "morgen"},
        "wie": {"uitvoerders": [str(cast.mentor_in_gezin.pk), str(cast.oma.pk)]},
        "doel": {},
    }[wat_anders]
    naar = voorbeeld.doel if wat_anders == "doel" else voorbeeld.voorwaarde
    coordinator.post(url("afspraak_toevoegen", voorbeeld, doel_id=voorbeeld.voorwaarde.pk), eerste)
    antwoord = coordinator.post(url("afspraak_toevoegen", voorbeeld, doel_id=naar.pk), eerste | tweede)
    assert antwoord.status_code == 302
    assert Afspraak.objects.count() == 2


@pytest.mark.eis("G5", "G6")
def test_what_was_done_can_be_agreed_again(voorbeeld, coordinator):
    eerste = voorbeeld.afspraak("School belt", voorbeeld.cast.mentor_in_gezin)
    voorbeeld.activeer()
    actions.vink_af(eerste, voorbeeld.dag(0), nu=voorbeeld.nu, door=voorbeeld.cast.mentor)
    assert voorbeeld.afspraak("School belt", voorbeeld.cast.mentor_in_gezin).staat == Afspraakstaat.LOOPT


@pytest.mark.eis("G7")
def test_two_people_save_the_same_row_and_both_texts_are_shown(voorbeeld, coordinator):
    afspraak = voorbeeld.afspraak("School belt", voorbeeld.cast.mentor_in_gezin)
    post = url("afspraak_wijzigen", voorbeeld, afspraak_id=afspraak.pk)
    assert coordinator.post(post, velden(voorbeeld, versie=1, wat="School mailt")).status_code == 302
    antwoord = coordinator.post(post, velden(voorbeeld, versie=1, wat="School schrijft"))
    pagina = tekst(antwoord)
    assert kwam_terug(antwoord)
    assert "School mailt" in pagina
    assert 'value="School schrijft"' in pagina
    assert "Iemand anders heeft dit intussen veranderd" in pagina
    assert vers(afspraak).wat == "School mailt"
    # Knowing both, the choice can be sent.
    assert 'name="versie" value="2"' in pagina
    coordinator.post(post, velden(voorbeeld, versie=2, wat="School schrijft"))
    assert vers(afspraak).wat == "School schrijft"


@pytest.mark.eis("G2", "G3")
def test_a_condition_and_a_goal_are_saved(voorbeeld, coordinator):
    antwoord = coordinator.post(url("doel_toevoegen", voorbeeld), {"tekst": "Daan voetbalt weer"})
    daan = Doel.objects.get(tekst="Daan voetbalt weer")
    assert f"afspraak.{daan.pk}" in antwoord.headers["Location"]
    post = url("voorwaarde_toevoegen", voorbeeld, doel_id=daan.pk)
    antwoord = coordinator.post(post, {"tekst": "Er is een club", "waarom": "Hij wil", "gevolg": "We zoeken"})
    assert kwam_terug(antwoord)
    assert "Hij wil" in tekst(antwoord)
    antwoord = coordinator.post(
        post, {"tekst": "Er is een club", "waarom": "Hij wil", "gevolg": "We zoeken", "gesteld_door": "Daan"}
    )
    assert antwoord.status_code == 302
    assert daan.voorwaarden.get().gesteld_door == "Daan"


def test_the_number_of_queries_does_not_grow_with_the_plan(voorbeeld, coordinator, django_assert_max_num_queries):
    voorbeeld.afspraak("School belt", voorbeeld.cast.mentor_in_gezin)
    voorbeeld.afspraak("Moeder belt", voorbeeld.cast.moeder_in_gezin)
    voorbeeld.activeer()
    coordinator.get(url("plan", voorbeeld))
    eerst = _vragen(coordinator, url("plan", voorbeeld))
    for nummer in range(6):
        doel = actions.voeg_doel_toe(
            voorbeeld.cast.gezin, DoelGegevens(f"Doel {nummer}"), nu=voorbeeld.nu, door=voorbeeld.cast.coordinator
        )
        for wie in (voorbeeld.cast.oma, voorbeeld.cast.mentor_in_gezin):
            voorbeeld.afspraak(f"Afspraak {nummer}", wie, doel=doel)
    assert _vragen(coordinator, url("plan", voorbeeld)) == eerst
    assert eerst <= 45


def test_the_list_of_families_asks_a_fixed_number_of_queries(voorbeeld, coordinator):
    from gezinnen.actions import maak_gezin

    cast = voorbeeld.cast
    adres = reverse("gezinsplan:gezinnen")
    coordinator.get(adres)
    eerst = _vragen(coordinator, adres)
    for naam in ("Bos", "Kok", "Visser"):
        maak_gezin(naam, cast.gemeente, cast.coordinator, cast.maatschappelijk_werk, nu=cast.nu, door=cast.coordinator)
    assert _vragen(coordinator, adres) == eerst


def _vragen(client, adres) -> int:
    with CaptureQueriesContext(connection) as vragen:
        assert client.get(adres).status_code == 200
    return len(vragen)


@pytest.mark.eis("T3")
def test_families_are_found_by_name_and_hidden_ones_never(voorbeeld, coordinator):
    adres = reverse("gezinsplan:gezinnen")
    assert "Gezin De Wit" in tekst(coordinator.get(adres, {"q": "wit"}))
    assert "Geen gezin gevonden" in tekst(coordinator.get(adres, {"q": "Ait"}))
    assert "Gezin Ait" not in tekst(coordinator.get(adres))


@pytest.fixture
def gevraagd(voorbeeld):
    """Give the school's afspraak with an open question."""
    afspraak = voorbeeld.afspraak("School belt", voorbeeld.cast.mentor_in_gezin)
    voorbeeld.nu -= timedelta(days=9)
    afspraak.delete()
    afspraak = voorbeeld.afspraak("School belt", voorbeeld.cast.mentor_in_gezin)
    voorbeeld.activeer()
    voorbeeld.tik(8.5)
    return vers(afspraak)


@pytest.mark.eis("E12")
def test_the_question_is_answered_by_one_tap(voorbeeld, gevraagd):
    mentor = client_van(voorbeeld.cast.mentor)
    pagina = tekst(mentor.get(url("afspraak", voorbeeld, afspraak_id=gevraagd.pk)))
    assert "Is dit gedaan?" in pagina
    antwoord = mentor.post(
        url("afspraak_gedaan", voorbeeld, afspraak_id=gevraagd.pk), {"gebeurd_op": "gisteren"}, follow=True
    )
    assert "Gedaan op" in tekst(antwoord)
    assert vers(gevraagd).staat == Afspraakstaat.GEDAAN


@pytest.mark.eis("E12")
def test_later_without_a_day_comes_back_with_the_reason_typed(voorbeeld, gevraagd):
    mentor = client_van(voorbeeld.cast.mentor)
    antwoord = mentor.post(
        url("afspraak_antwoord", voorbeeld, afspraak_id=gevraagd.pk), {"antwoord": "later", "toelichting": "Ziek"}
    )
    assert kwam_terug(antwoord)
    assert 'value="Ziek"' in tekst(antwoord)
    assert "Vul dit nog in." in tekst(antwoord)


@pytest.mark.eis("E12")
def test_a_later_day_is_asked_and_agreed(voorbeeld, gevraagd):
    adres = url("afspraak", voorbeeld, afspraak_id=gevraagd.pk)
    client_van(voorbeeld.cast.mentor).post(
        url("afspraak_antwoord", voorbeeld, afspraak_id=gevraagd.pk),
        {"antwoord": "later", "toelichting": "Ziek", "nieuwe_dag": "over 3 weken"},
    )
    coordinator = client_van(voorbeeld.cast.coordinator)
    assert "Is een latere dag goed?" in tekst(coordinator.get(adres))
    coordinator.post(url("afspraak_akkoord", voorbeeld, afspraak_id=gevraagd.pk))
    assert vers(gevraagd).staat == Afspraakstaat.LOOPT


@pytest.mark.eis("G14")
def test_a_reaction_is_read_by_who_sees_the_part(voorbeeld, gevraagd):
    cast = voorbeeld.cast
    adres = url("afspraak", voorbeeld, afspraak_id=gevraagd.pk)
    client_van(cast.moeder).post(
        url("afspraak_reageren", voorbeeld, afspraak_id=gevraagd.pk), {"tekst": "Bel mij liever niet op mijn werk"}
    )
    assert "liever niet op mijn werk" in tekst(client_van(cast.mentor).get(adres))
    assert client_van(cast.behandelaar).get(adres).status_code == 404


@pytest.mark.eis("X1")
def test_reading_leaves_a_row_with_what_was_shown(voorbeeld, coordinator):
    from logboek.models import Logregel

    coordinator.get(url("plan", voorbeeld))
    regel = Logregel.objects.filter(gebruiker_id=voorbeeld.cast.coordinator.pk, handeling="bekijken").latest("op")
    cast = voorbeeld.cast
    # The coordinator reads everyone's own data; of the parts, what they are about and about whom, and no product of all.
    gezin = [cast.moeder_in_gezin, cast.vader_in_gezin, cast.broer_in_gezin, cast.sanne]
    assert regel.gezin_id == cast.gezin.pk
    assert set(regel.over_wie) == {lid.pk for lid in gezin}
    assert Leefgebied.ONDERWIJS in regel.leefgebieden
    eigen = {onderwerpen.gegevens(lid.pk) for lid in gezin}
    over_delen = set(regel.onderwerpen) - eigen
    assert eigen < set(regel.onderwerpen)
    assert over_delen == onderwerpen.van_onderdelen([*Doel.objects.all(), *Afspraak.objects.all()])

    client_van(cast.mentor).get(url("plan", voorbeeld))
    van_mentor = Logregel.objects.filter(gebruiker_id=cast.mentor.pk, handeling="bekijken").latest("op")
    assert {onderwerpen.lees(deel)[0] for deel in van_mentor.onderwerpen} == {Leefgebied.ONDERWIJS}


@pytest.mark.eis("X1")
def test_a_search_is_a_row_also_when_it_finds_nothing(voorbeeld, coordinator):
    from logboek.models import Logregel

    coordinator.get(reverse("gezinsplan:gezinnen"), {"q": "de wit"})
    gevonden = Logregel.objects.filter(handeling="zoeken").latest("op")
    assert gevonden.gezin_id == voorbeeld.cast.gezin.pk and gevonden.grondslag
    coordinator.get(reverse("gezinsplan:gezinnen"), {"q": "Xaveria"})
    niets = Logregel.objects.filter(handeling="zoeken").latest("op")
    assert (niets.gezin_id, niets.melding) == (None, "niets gevonden")
    assert not any("Xaveria" in str(rij) for rij in Logregel.objects.values_list())
