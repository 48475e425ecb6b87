"""Ons plan: what each of the family finds on the phone, and what can be done there with one tap."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from berichten.selectie import inbox
from core import clock
from gezinnen.actions import GezinslidGegevens, koppel_account, voeg_gezinslid_toe
from gezinnen.models import Relatie
from gezinsplan import actions
from gezinsplan.actions import DoelGegevens, Terugblik
from gezinsplan.models import Afspraakstaat, Navraagstaat, Reactie
from instanties.models import Leefgebied
from logboek.models import Handeling, Logregel
from tests.gezinsplan.conftest import vers
from tests.inloggen import client_van, kwam_terug
from woorden.duur import Duur, Eenheid
from woorden.tijdwoorden import dag_voluit

pytestmark = pytest.mark.django_db


def adres(plan) -> str:
    return reverse("gezinsplan:ons_plan_gezin", args=[plan.cast.gezin.pk])


def bladzij(plan, gebruiker, url: str = "") -> str:
    """What stands on the page, as one line with its marks."""
    antwoord = client_van(gebruiker).get(url or adres(plan))
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def woorden(html: str) -> str:
    """The page as it is read aloud."""
    zichtbaar = re.sub(r"<p[^>]* hidden>.*?</p>", "", html[html.index("<main") : html.index("</main>")])
    return " ".join(re.sub(r"<[^>]+>", " ", zichtbaar).split())


@pytest.fixture
def plan(voorbeeld):
    """Give the plan after ten days: something done, something asked, something of everyone."""
    cast = voorbeeld.cast
    voorbeeld.nu -= timedelta(days=10)
    begin = voorbeeld.nu
    gedaan = voorbeeld.afspraak("Petra belt met de juf", cast.moeder_in_gezin)
    voorbeeld.gevraagd = voorbeeld.afspraak("Petra belt de tandarts", cast.moeder_in_gezin)
    voorbeeld.oma = voorbeeld.afspraak("Oma haalt Sanne op", cast.oma, termijn=Duur(2, Eenheid.WEEK))
    voorbeeld.school = voorbeeld.afspraak(
        "School maakt een rooster", cast.mentor_in_gezin, termijn=Duur(2, Eenheid.WEEK)
    )
    eigen = actions.voeg_doel_toe(
        cast.gezin,
        DoelGegevens(
            "Petra houdt vol bij de kliniek",
            leefgebieden=[Leefgebied.VERSLAVING],
            over_wie=[cast.moeder_in_gezin.pk],
        ),
        nu=voorbeeld.nu,
        door=cast.coordinator,
    )
    voorbeeld.kliniek = voorbeeld.afspraak(
        "Petra gaat naar de kliniek", cast.moeder_in_gezin, doel=eigen, termijn=Duur(8, Eenheid.WEEK)
    )
    voorbeeld.activeer()
    actions.vink_af(gedaan, voorbeeld.dag(1), nu=begin + timedelta(days=1), door=cast.moeder)
    voorbeeld.tik(10)
    return voorbeeld


@pytest.mark.eis("G14")
def test_the_same_reaction_sent_again_stands_there_once(plan):
    moeder = client_van(plan.cast.moeder)
    adres_van = reverse("gezinsplan:afspraak_reageren", args=[plan.cast.gezin.pk, plan.gevraagd.pk])
    assert moeder.post(adres_van, {"tekst": "Ik bel morgen."}).status_code == 302
    opnieuw = moeder.post(adres_van, {"tekst": " ik bel morgen. "})
    assert kwam_terug(opnieuw)
    assert "Deze reactie staat er al." in opnieuw.content.decode()
    assert "ik bel morgen." in opnieuw.content.decode()
    assert Reactie.objects.filter(door=plan.cast.moeder, afspraak=plan.gevraagd).count() == 1


@pytest.mark.eis("G14", "E14")
def test_the_same_words_may_be_said_again_later_or_by_another(plan):
    nu, moeder = plan.nu, plan.cast.moeder
    actions.reageer(plan.gevraagd, "Het is weer niet gelukt.", nu=nu, door=moeder)
    actions.reageer(plan.gevraagd, "Het is weer niet gelukt.", nu=nu, door=plan.cast.coordinator)
    actions.reageer(plan.school, "Het is weer niet gelukt.", nu=nu, door=moeder)
    actions.reageer(plan.gevraagd, "Het is weer niet gelukt.", nu=nu + timedelta(days=7), door=moeder)
    assert Reactie.objects.filter(tekst="Het is weer niet gelukt.").count() == 4


@pytest.mark.eis("G14", "E10")
def test_good_news_first_then_what_is_for_me_then_the_others(plan):
    gelezen = woorden(bladzij(plan, plan.cast.moeder))
    volgorde = [
        "Dag Petra",
        "Dit is gelukt",
        "Petra belt met de juf",
        "Vandaag voor u",
        "Petra belt de tandarts",
        "Later voor u",
        "Petra gaat naar de kliniek",
        "Wie moet nu iets doen?",
        "J. Willems",
        "Onze doelen",
        "Sanne blijft bij moeder wonen",
        "Hebt u een vraag?",
        "N. Bakker",
        "06-00000002",
        "Ons plan op papier",
    ]
    plekken = [gelezen.index(woord) for woord in volgorde]
    assert plekken == sorted(plekken)


@pytest.mark.eis("E10")
def test_until_when_stands_beside_who(plan):
    gelezen = woorden(bladzij(plan, plan.cast.moeder))
    tot = dag_voluit(clock.today() + timedelta(days=4), clock.today())
    assert f"School maakt een rooster nog 4 dagen · uiterlijk {tot}" in gelezen


@pytest.mark.eis("G14")
def test_how_many_afspraken_go_well(plan):
    assert "3 van 4 afspraken lopen goed" in woorden(bladzij(plan, plan.cast.moeder))


@pytest.mark.eis("G6")
def test_a_reached_goal_is_celebrated(plan):
    terugblik = Terugblik(volgens_afspraak=True, bereikt=True, viering="We gaan zwemmen.")
    actions.evalueer(plan.doel, terugblik, nu=plan.nu, door=plan.cast.coordinator)
    gelezen = woorden(bladzij(plan, plan.cast.vader))
    assert gelezen.index("Sanne blijft bij moeder wonen") < gelezen.index("Onze doelen")
    assert "Goed gedaan! Zo vieren we het: We gaan zwemmen." in gelezen


@pytest.mark.eis("G16", "T3")
def test_father_elsewhere_sees_the_children_and_not_mothers_own(plan):
    gelezen = bladzij(plan, plan.cast.vader)
    assert "Sanne blijft bij moeder wonen" in gelezen
    assert "School maakt een rooster" in gelezen
    for woord in ("kliniek", "Kliniek", "T. Okafor", "petra@voorbeeld.example", "06-00000003"):
        assert woord not in gelezen


@pytest.mark.eis("G16")
def test_mother_sees_nothing_of_where_father_lives(plan):
    assert "Elzenlaan" not in bladzij(plan, plan.cast.moeder)


@pytest.mark.eis("G16", "G14")
def test_a_youngster_is_spoken_to_informally_and_reads_only_what_is_his(plan):
    voetbal = plan.afspraak(
        "Daan gaat voetballen",
        plan.cast.broer_in_gezin,
        doel=plan.doel,
        over_wie=[plan.cast.broer_in_gezin.pk],
        termijn=Duur(3, Eenheid.DAG),
    )
    gevraagd = woorden(bladzij(plan, plan.cast.broer))
    assert "Aan jou gevraagd" in gevraagd
    actions.aanvaard(voetbal, nu=plan.nu, door=plan.cast.broer)
    gelezen = woorden(bladzij(plan, plan.cast.broer))
    assert "Dag Daan" in gelezen
    assert "Vandaag voor jou" in gelezen
    assert "Heb je een vraag?" in gelezen
    assert not re.search(r"\b[Uu]w?\b", gevraagd + gelezen), "who is spoken to with 'je' reads no 'u'"
    assert "kliniek" not in gelezen.lower()
    assert "tandarts" not in gelezen


@pytest.mark.eis("G14")
def test_grown_ups_are_not_spoken_to_informally(plan):
    for url in (adres(plan), reverse("gezinsplan:afspraak", args=[plan.cast.gezin.pk, plan.gevraagd.pk])):
        assert not re.search(r"\b([Jj]e|[Jj]ouw?|[Jj]ij)\b", woorden(bladzij(plan, plan.cast.moeder, url)))


@pytest.mark.eis("G9", "G14")
def test_no_word_of_the_trade(plan):
    gelezen = woorden(bladzij(plan, plan.cast.moeder)).lower()
    for woord in ("escalatie", "stagnatie", "doorzettingsmacht", "evaluatie", "navraag", "betrokkene", "uitvoerder"):
        assert woord not in gelezen


@pytest.mark.eis("E10")
def test_nothing_to_do_is_said_calmly(voorbeeld):
    voorbeeld.afspraak("School belt", voorbeeld.cast.mentor_in_gezin)
    voorbeeld.activeer()
    assert "U hoeft vandaag niets te doen." in woorden(bladzij(voorbeeld, voorbeeld.cast.moeder))


@pytest.mark.eis("G14")
def test_a_plan_in_the_making_says_so(voorbeeld):
    assert "Het plan is nog in de maak." in woorden(bladzij(voorbeeld, voorbeeld.cast.moeder))


@pytest.mark.eis("G14")
def test_one_tap_and_it_is_done(plan):
    moeder = client_van(plan.cast.moeder)
    knop = re.search(r'action="([^"]+gedaan/)".*?name="gebeurd_op" value="([^"]+)"', bladzij(plan, plan.cast.moeder))
    antwoord = moeder.post(knop[1], {"gebeurd_op": knop[2]}, follow=True)
    assert antwoord.redirect_chain[-1][0] == adres(plan)
    assert vers(plan.gevraagd).staat == Afspraakstaat.GEDAAN
    assert vers(plan.gevraagd).gebeurd_op == clock.today()
    gelezen = woorden(antwoord.content.decode())
    assert gelezen.index("Dit is gelukt") < gelezen.index("Petra belt de tandarts")
    assert gelezen.count("Is dit gedaan?") == 0


@pytest.mark.eis("E12", "G14")
def test_not_yet_takes_one_sentence(plan):
    url = reverse("gezinsplan:afspraak_antwoord", args=[plan.cast.gezin.pk, plan.gevraagd.pk])
    moeder = client_van(plan.cast.moeder)
    wanneer = f"{clock.today() + timedelta(days=7):%d-%m-%Y}"
    leeg = moeder.post(url, {"antwoord": "later", "nieuwe_dag": wanneer, "toelichting": ""})
    assert kwam_terug(leeg)
    assert f'value="{wanneer}"' in leeg.content.decode()
    antwoord = {"antwoord": "later", "nieuwe_dag": wanneer, "toelichting": "Niemand nam op"}
    dank = moeder.post(url, antwoord, follow=True)
    assert dank.redirect_chain[-1][0] == adres(plan)
    assert plan.navraag(plan.gevraagd).staat == Navraagstaat.WACHT_OP_AKKOORD
    gelezen = woorden(dank.content.decode())
    assert "Zegt of het later mag: Petra belt de tandarts" in gelezen


@pytest.mark.eis("E12")
def test_it_does_not_work_takes_one_sentence(plan):
    url = reverse("gezinsplan:afspraak_antwoord", args=[plan.cast.gezin.pk, plan.gevraagd.pk])
    client_van(plan.cast.moeder).post(url, {"antwoord": "lukt_niet", "toelichting": "Ik durf niet te bellen"})
    assert vers(plan.gevraagd).staat == Afspraakstaat.NIET_GEDAAN
    gelezen = woorden(bladzij(plan, plan.cast.moeder))
    assert "N. Bakker Praat samen over: Petra belt de tandarts" in gelezen


@pytest.mark.eis("G17")
def test_mother_records_for_grandmother_and_says_how_she_knows(plan):
    gelezen = woorden(bladzij(plan, plan.cast.moeder))
    assert "Dit doet Riet de Wit. U geeft door of het is gelukt." in gelezen
    url = reverse("gezinsplan:afspraak_gedaan", args=[plan.cast.gezin.pk, plan.oma.pk])
    moeder = client_van(plan.cast.moeder)
    zonder = moeder.post(url, {"gebeurd_op": "vandaag"})
    assert kwam_terug(zonder)
    assert vers(plan.oma).staat == Afspraakstaat.LOOPT
    moeder.post(url, {"gebeurd_op": "vandaag", "hoe_gehoord": "Oma belde"})
    assert vers(plan.oma).hoe_gehoord == "Oma belde"


@pytest.mark.eis("G14")
def test_reacting_to_an_afspraak_and_to_a_goal(plan):
    vader = client_van(plan.cast.vader)
    gezin = plan.cast.gezin.pk
    vader.post(reverse("gezinsplan:afspraak_reageren", args=[gezin, plan.school.pk]), {"tekst": "Ik help mee"})
    vader.post(reverse("gezinsplan:doel_reageren", args=[gezin, plan.doel.pk]), {"tekst": "Daar ben ik blij mee"})
    assert set(Reactie.objects.values_list("tekst", "door")) == {
        ("Ik help mee", plan.cast.vader.pk),
        ("Daar ben ik blij mee", plan.cast.vader.pk),
    }
    afspraak = bladzij(plan, plan.cast.moeder, reverse("gezinsplan:afspraak", args=[gezin, plan.school.pk]))
    doel = bladzij(plan, plan.cast.moeder, reverse("gezinsplan:doel", args=[gezin, plan.doel.pk]))
    assert "Ik help mee" in afspraak
    assert "Daar ben ik blij mee" in doel


@pytest.mark.eis("G3")
def test_a_condition_says_who_asks_it(plan):
    gelezen = woorden(bladzij(plan, plan.cast.moeder))
    assert "Dit vraagt de kinderrechter. Waarom?" in gelezen
    assert "Sanne miste veel lessen" in gelezen
    doel = woorden(
        bladzij(plan, plan.cast.moeder, reverse("gezinsplan:doel", args=[plan.cast.gezin.pk, plan.voorwaarde.pk]))
    )
    assert "Wie vraagt dit de kinderrechter" in doel


@pytest.mark.eis("T3")
def test_of_a_goal_that_is_not_his_a_doer_reads_only_the_wording(plan):
    brengen = plan.afspraak("Daan brengt Sanne weg", plan.cast.broer_in_gezin)
    gelezen = bladzij(plan, plan.cast.broer)
    assert "Aan jou gevraagd" in gelezen
    assert "Daan brengt Sanne weg" in gelezen
    assert "Sanne gaat elke dag naar school" not in gelezen
    actions.aanvaard(brengen, nu=plan.nu, door=plan.cast.broer)
    gelezen = bladzij(plan, plan.cast.broer)
    assert "Sanne gaat elke dag naar school" in gelezen
    assert "Sanne miste veel lessen" not in gelezen
    assert "kinderrechter" not in gelezen


@pytest.mark.eis("G14")
def test_the_way_in_leads_to_the_one_plan(plan):
    naar = client_van(plan.cast.moeder).get(reverse("gezinsplan:ons_plan"))
    assert naar["Location"] == adres(plan)


@pytest.mark.eis("G14")
def test_who_belongs_to_two_families_chooses(plan):
    cast = plan.cast
    gegevens = GezinslidGegevens(
        naam="Mark Jonker", relatie=Relatie.STIEFOUDER, huishouden=cast.ander_gezin.huishoudens.get()
    )
    daar = voeg_gezinslid_toe(cast.ander_gezin, gegevens, nu=plan.nu, door=cast.buitenstaander)
    koppel_account(daar, cast.vader, nu=plan.nu, door=cast.buitenstaander)
    gelezen = bladzij(plan, cast.vader, reverse("gezinsplan:ons_plan"))
    for gezin in (cast.gezin, cast.ander_gezin):
        assert reverse("gezinsplan:ons_plan_gezin", args=[gezin.pk]) in gelezen
        assert Logregel.objects.filter(gebruiker_id=cast.vader.pk, gezin_id=gezin.pk).exists()


@pytest.mark.eis("G14")
def test_a_professional_belongs_on_the_plan_page(plan):
    naar = client_van(plan.cast.mentor).get(adres(plan))
    assert naar["Location"] == reverse("gezinsplan:plan", args=[plan.cast.gezin.pk])
    assert "Er is nu geen plan voor u" in bladzij(plan, plan.cast.mentor, reverse("gezinsplan:ons_plan"))


@pytest.mark.eis("T3", "X1")
def test_the_outsider_finds_nothing(plan):
    assert client_van(plan.cast.buitenstaander).get(adres(plan)).status_code == 404
    assert client_van(plan.cast.andere_moeder).get(adres(plan)).status_code == 404


@pytest.mark.eis("X1")
def test_reading_is_logged_with_what_it_was_about(plan):
    bladzij(plan, plan.cast.vader)
    regel = Logregel.objects.filter(gebruiker_id=plan.cast.vader.pk, handeling=Handeling.BEKIJKEN).latest("op")
    assert regel.gezin_id == plan.cast.gezin.pk
    assert regel.grondslag
    assert plan.cast.sanne.pk in regel.over_wie
    assert plan.cast.moeder_in_gezin.pk not in regel.over_wie
    assert Leefgebied.VERSLAVING not in regel.leefgebieden


@pytest.mark.eis("X3", "X5")
def test_one_heading_and_a_way_out(plan):
    for url in (
        adres(plan),
        reverse("gezinsplan:afspraak", args=[plan.cast.gezin.pk, plan.gevraagd.pk]),
        reverse("gezinsplan:doel", args=[plan.cast.gezin.pk, plan.doel.pk]),
    ):
        gelezen = bladzij(plan, plan.cast.moeder, url)
        # What covers the page once the session is over is hidden until then.
        assert gelezen.partition("data-sessie-dicht")[0].count("<h1") == 1
        assert "Verlaat deze pagina snel" in gelezen
        ids = re.findall(r' id="([^"]+)"', gelezen)
        assert len(ids) == len(set(ids))


@pytest.mark.eis("G14")
@pytest.mark.heavy("a plan that grows, for the number of questions")
def test_the_number_of_queries_does_not_grow_with_the_plan(plan):
    moeder = client_van(plan.cast.moeder)
    moeder.get(adres(plan))
    with CaptureQueriesContext(connection) as klein:
        moeder.get(adres(plan))
    for nummer in range(6):
        plan.afspraak(f"Petra doet ding {nummer}", plan.cast.moeder_in_gezin, plan.cast.oma)
        plan.afspraak(f"School doet ding {nummer}", plan.cast.mentor_in_gezin)
    with CaptureQueriesContext(connection) as groot:
        moeder.get(adres(plan))
    assert len(groot) <= len(klein)
    assert len(klein) < 70, len(klein)


@pytest.mark.eis("E10", "G14")
def test_a_notice_about_the_plan_leads_the_family_home(plan):
    for gebruiker, naam in ((plan.cast.moeder, "ons_plan_gezin"), (plan.cast.mentor, "plan")):
        post = [regel.url for regel in inbox(gebruiker).rijen if regel.bericht.soort == "plan_gestart"]
        assert post == [reverse(f"gezinsplan:{naam}", args=[plan.cast.gezin.pk])]
