"""A sensitive instelling is named by other words, a professional by function: on every page, list, form and paper (X5)."""

import re
import uuid
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from escalatie import actions as ladder
from escalatie.actions import NieuweActie
from escalatie.models import Modelniveau, Oorzaak, Stap
from gezinnen.actions import BetrokkeneGegevens, stop_deelname, toon_met_functie, toon_met_naam, voeg_betrokkene_toe
from gezinnen.models import Deelnemer
from gezinsplan import actions as plan
from gezinsplan import pdf
from gezinsplan.actions import AfspraakGegevens, DoelGegevens
from gezinsplan.looptijd import dag_van
from gezinsplan.models import Afspraak, Doel
from gezinsplan.planbeeld import planbeeld
from instanties.actions import leg_instelling_vast
from instanties.models import Gebruiker, Instelling, Leefgebied
from logboek.models import Logregel
from tests.escalatie.lezen import lees_allen
from tests.form import LONG
from tests.inloggen import client_van, kwam_terug
from tests.rondgang import bladzijden, kamers, op_adressen
from tests.situaties import build_upon, load
from toestemming.models import Grondslag
from toestemming.namen import Naamgever, namen_voor
from toestemming.zicht import blik
from woorden.duur import Duur, Eenheid

pytestmark = pytest.mark.django_db

ANDERS = "een instelling voor zorg"
KLINIEK = ("Keerpunt", "verslavingszorg", "tokafor@", "06-00000020")
WILLEMS = ("Willems", "jwillems@")


def maak_gevoelig(cast):
    cast.kliniek = leg_instelling_vast(cast.kliniek, naam_gevoelig=True, naam_voor_anderen=ANDERS, door=cast.beheerder)


def verberg(cast, functie="leerkracht", reden="is bedreigd"):
    mentor = Deelnemer.objects.get(pk=cast.mentor_in_gezin.pk)
    return toon_met_functie(mentor, functie, reden, mentor.versie, nu=cast.nu, door=cast.coordinator)


def maak_vol(cast):
    """Give the addresses of a plan in which clinic and mentor stand wherever a name can stand."""
    nu = cast.nu
    hoe = {"nu": nu, "door": cast.coordinator}
    doel = plan.voeg_doel_toe(
        cast.gezin,
        DoelGegevens("Sanne gaat naar school", over_wie=[cast.sanne.pk], leefgebieden=[Leefgebied.ONDERWIJS]),
        **hoe,
    )
    voorwaarde = plan.voeg_doel_toe(
        cast.gezin,
        DoelGegevens(
            "Sanne slaapt goed",
            over_wie=[cast.sanne.pk],
            leefgebieden=[Leefgebied.ONDERWIJS],
            gesteld_door="J. Willems van Kliniek Het Keerpunt",
            waarom="rust",
            gevolg="praten",
        ),
        hoofddoel=doel,
        **hoe,
    )

    def afspraak(wat, *wie, dagen):
        gegevens = AfspraakGegevens(wat, [mens.pk for mens in wie], dag_van(nu), Duur(dagen, Eenheid.DAG))
        return plan.voeg_afspraak_toe(voorwaarde, gegevens, **hoe)

    samen = afspraak("Elke week bellen", cast.mentor_in_gezin, cast.behandelaar_in_gezin, cast.vader_in_gezin, dagen=20)
    gedaan = afspraak("Een brief sturen", cast.mentor_in_gezin, cast.behandelaar_in_gezin, dagen=9)
    plan.activeer(plan.plan_van(cast.gezin), **hoe)
    plan.reageer(gedaan, "Ik ben er dinsdag", nu=nu, door=cast.mentor)
    plan.vink_af(gedaan, dag_van(nu), nu=nu, door=cast.mentor)
    plan.neem_vink_terug(Afspraak.objects.get(pk=gedaan.pk), "nog niet", nu=nu, door=cast.coordinator)
    plan.vink_af(Afspraak.objects.get(pk=gedaan.pk), dag_van(nu), nu=nu, door=cast.mentor)

    stagnatie = ladder.meld_stagnatie(
        cast.gezin,
        door=cast.mentor,
        nu=nu,
        oorzaak=Oorzaak.WACHTLIJST,
        toelichting="Er gebeurt niets",
        doel=doel,
        partij=cast.behandelaar_in_gezin,
    )

    def stap():
        return Stap.objects.select_related("modelstap").get(stagnatie=stagnatie, staat="open")

    ladder.leg_acties_vast(
        stap(),
        [
            NieuweActie("Bellen", "Er is gebeld", nu + timedelta(days=2), deelnemer=cast.mentor_in_gezin),
            NieuweActie("Schrijven", "Er is geschreven", nu + timedelta(days=3), deelnemer=cast.behandelaar_in_gezin),
        ],
        **hoe,
    )
    bericht = ladder.schrijf_bericht(
        stagnatie, afgesproken="Er wordt gebeld", ontbreekt="Er belt niemand", gevraagd="Bel", **hoe
    )
    lees_allen(bericht, eerst=cast.moeder, door=cast.coordinator, nu=nu)
    ladder.roep_eerder_hulp_in(stap(), toelichting="Het duurt te lang", **hoe)
    houder = stap().houder
    ladder.buiten_macht(stap(), door=houder, nu=nu, toelichting="Wij gaan er niet over")
    ladder.leg_acties_vast(
        stap(),
        [NieuweActie("Plaats maken", "Er is plaats", nu + timedelta(days=2), instelling=cast.kliniek)],
        door=cast.ambtenaar,
        nu=nu,
    )
    ladder.besluit(
        stap(),
        niveau=Modelniveau.objects.filter(modelstap__model__actief=True).first(),
        tekst="Er komt plaats",
        grond="Het convenant",
        instellingen=[cast.kliniek],
        door=cast.ambtenaar,
        nu=nu,
    )
    gezin = [cast.gezin.pk]
    return [
        reverse("gezinsplan:plan", args=gezin),
        reverse("gezinsplan:ons_plan_gezin", args=gezin),
        *(reverse("gezinsplan:afspraak", args=[*gezin, rij.pk]) for rij in (samen, gedaan)),
        *(reverse("gezinsplan:doel", args=[*gezin, rij.pk]) for rij in (doel, voorwaarde)),
        reverse("escalatie:stagnatie", args=[stagnatie.pk]),
        reverse("escalatie:melden", args=gezin),
        reverse("escalatie:stagnaties"),
        reverse("gezinsplan:gezinnen"),
        reverse("werklijst:mijn_werk"),
        reverse("werklijst:berichten"),
    ]


# Made once, for all tests that walk through it.
MET_VOL = build_upon("cast", "vol plan", maak_vol)


@pytest.fixture
def vol(request, cast):
    """Give the addresses of the plan that `MET_VOL` made."""
    return load(request.node.get_closest_marker("situatie").args[0])


def verraden(bladen, woorden):
    """Where these words stand: {word: {(page, who)}}."""
    return {
        (woord, pagina, wie)
        for pagina, wie, tekst in bladen
        for woord in woorden
        if woord.casefold() in tekst.casefold()
    }


# --- A sensitive instelling


NIET_WETEN = ("vader", "broer", "collega", "mentor", "manager", "manager_school", "ambtenaar", "vervanger")
# In the short form one of each kind: family, in the plan, official, standing in for somebody.
WIE_NIET_WETEN = NIET_WETEN if LONG else ("vader", "mentor", "ambtenaar", "vervanger")


@pytest.mark.eis("X5")
@pytest.mark.heavy("a walk over all pages of a family", seconds=6)
@MET_VOL
def test_who_may_not_know_reads_other_words_everywhere(cast, vol):
    maak_gevoelig(cast)
    bladen = list(op_adressen(cast, (*WIE_NIET_WETEN, "buitenstaander"), vol))
    # In the list of all of the sociale kaart too, whether or not it takes part: that it failed there would say that it does.
    kaart = re.compile(r"<select[^>]*andere_instelling.*?</select>", re.DOTALL)
    assert any(ANDERS in keuzes for _pagina, _wie, tekst in bladen for keuzes in kaart.findall(tekst))
    assert verraden(bladen, KLINIEK[:3]) == set()
    lezen_anders = {wie for _woord, _pagina, wie in verraden(bladen, [ANDERS])}
    assert {"vader", "mentor", "ambtenaar"} <= lezen_anders, "the test looks where nothing is shown"


@pytest.mark.eis("X5")
@pytest.mark.heavy("reads all pages of a room")
@pytest.mark.parametrize("kamer", kamers(0))
def test_no_page_of_any_world_says_it(cast, kamer):
    bladen = bladzijden(cast, ("vader", "broer", "mentor", "manager", "ambtenaar"), kamer, vooraf=maak_gevoelig)
    assert verraden(bladen, ["Keerpunt", "verslavingszorg"]) == set()


@pytest.mark.eis("X5")
@pytest.mark.heavy("reads every address and the paper as several people")
@MET_VOL
def test_who_knows_it_anyway_reads_the_name(cast, vol):
    maak_gevoelig(cast)
    kennen = ("coordinator", "behandelaar", "moeder", "manager_kliniek")
    lezen = {wie for _woord, _pagina, wie in verraden(op_adressen(cast, kennen, vol), ["Keerpunt"])}
    assert lezen == set(kennen)


@pytest.mark.eis("X5")
@pytest.mark.heavy("reads every address and the paper as several people")
@MET_VOL
def test_an_ordinary_instelling_is_named_to_everybody(cast, vol):
    bladen = op_adressen(cast, ("vader", "mentor"), vol)
    assert {wie for _woord, _pagina, wie in verraden(bladen, ["Keerpunt"])} == {"vader", "mentor"}


def naam_voor(cast, gebruiker):
    return namen_voor(blik(gebruiker, cast.gezin)).van(Instelling.objects.get(pk=cast.kliniek.pk))


@pytest.mark.eis("X5", "G16")
def test_with_another_adult_at_home_only_whom_it_is_about_knows(cast):
    maak_gevoelig(cast)
    Deelnemer.objects.filter(pk=cast.vader_in_gezin.pk).update(huishouden=cast.hoofdhuishouden)
    assert naam_voor(cast, cast.moeder) == ANDERS
    hoe = {"nu": cast.nu, "door": cast.coordinator}
    doel = plan.voeg_doel_toe(
        cast.gezin,
        DoelGegevens("Mama slaapt goed", over_wie=[cast.moeder_in_gezin.pk], leefgebieden=[Leefgebied.VERSLAVING]),
        **hoe,
    )
    gegevens = AfspraakGegevens("Praten", [cast.behandelaar_in_gezin.pk], dag_van(cast.nu), Duur(1, Eenheid.WEEK))
    plan.voeg_afspraak_toe(doel, gegevens, **hoe)
    assert naam_voor(cast, cast.moeder) == "Kliniek Het Keerpunt"
    assert naam_voor(cast, cast.vader) == ANDERS


@pytest.mark.eis("X5", "T1")
def test_consent_for_what_it_is_about_tells_the_name_to_a_professional(cast):
    maak_gevoelig(cast)

    def met_toestemming(gebied):
        grond = Grondslag.objects.create(
            gezin=cast.gezin,
            gebruiker=cast.mentor,
            soort_id="toestemming",
            leefgebieden=[gebied],
            voor_object=uuid.uuid4(),
            van=cast.nu,
        )
        naam = naam_voor(cast, cast.mentor)
        Grondslag.objects.filter(pk=grond.pk).update(tot=cast.nu)
        return naam

    assert met_toestemming(Leefgebied.VERSLAVING) == "Kliniek Het Keerpunt"
    assert met_toestemming(Leefgebied.ONDERWIJS) == ANDERS
    assert naam_voor(cast, cast.mentor) == ANDERS


@pytest.mark.eis("X5")
def test_being_involved_in_it_is_no_consent(cast):
    maak_gevoelig(cast)
    Grondslag.objects.filter(gebruiker=cast.mentor).update(leefgebieden=[Leefgebied.VERSLAVING])
    assert naam_voor(cast, cast.mentor) == ANDERS


@pytest.mark.eis("X5")
def test_the_beheerder_says_which_words_others_read(cast):
    client = client_van(cast.beheerder)
    url = reverse("instanties:instelling", args=[cast.kliniek.pk])
    velden = {"naam": "Kliniek Het Keerpunt", "soort": "verslavingszorg", "actief": "on", "naam_gevoelig": "on"}
    for woorden, fout in (
        ("", "Schrijf wat anderen in plaats van de naam lezen."),
        ("de verslavingszorg", "Hierin staat nog de naam of het soort instelling."),
    ):
        antwoord = client.post(url, {**velden, "naam_voor_anderen": woorden})
        assert kwam_terug(antwoord)
        assert antwoord.context["form"].errors["naam_voor_anderen"] == [fout]
    assert client.post(url, {**velden, "naam_voor_anderen": ANDERS}).status_code == 302
    cast.kliniek.refresh_from_db()
    assert (cast.kliniek.naam_gevoelig, cast.kliniek.naam_voor_anderen) == (True, ANDERS)


@pytest.mark.eis("X5")
def test_the_database_refuses_a_sensitive_name_without_other_words(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        Instelling.objects.filter(pk=cast.kliniek.pk).update(naam_gevoelig=True)


# --- A professional by function


LEZERS = ("collega", "behandelaar", "moeder", "vader", "broer", "manager", "ambtenaar", "buitenstaander")
WIE_LEZEN = LEZERS if LONG else ("behandelaar", "moeder", "vader", "ambtenaar")


@pytest.mark.eis("X5")
@pytest.mark.heavy("a walk over all pages of a family", seconds=6)
@MET_VOL
def test_the_real_name_is_nowhere_also_where_it_stood_before(cast, vol):
    verberg(cast)
    bladen = list(op_adressen(cast, WIE_LEZEN, vol))
    assert verraden(bladen, [*WILLEMS, "is bedreigd"]) == set()
    lezen = {wie for _woord, _pagina, wie in verraden(bladen, ["leerkracht"])}
    assert {"moeder", "vader", "ambtenaar", "behandelaar"} <= lezen, "the test looks where nothing is shown"


@pytest.mark.eis("X5")
@pytest.mark.heavy("asks four pages for the first time")
def test_why_something_ended_says_the_function_too(cast):
    hoe = {"nu": cast.nu, "door": cast.coordinator}
    over = {"over_wie": [cast.sanne.pk], "leefgebieden": [Leefgebied.ONDERWIJS]}
    doel = plan.voeg_doel_toe(cast.gezin, DoelGegevens("Sanne gaat naar school", **over), **hoe)
    gegevens = AfspraakGegevens("Bellen", [cast.moeder_in_gezin.pk], dag_van(cast.nu), Duur(1, Eenheid.WEEK))
    afspraak = plan.voeg_afspraak_toe(doel, gegevens, **hoe)
    plan.activeer(plan.plan_van(cast.gezin), **hoe)
    plan.laat_vervallen(Afspraak.objects.get(pk=afspraak.pk), "J. Willems belt al", **hoe)
    plan.stop_doel(Doel.objects.get(pk=doel.pk), "Het gaat goed, zegt J. Willems", **hoe)
    verberg(cast)
    adressen = [
        reverse("gezinsplan:afspraak", args=[cast.gezin.pk, afspraak.pk]),
        reverse("gezinsplan:doel", args=[cast.gezin.pk, doel.pk]),
    ]
    for wie in (cast.moeder, cast.coordinator):
        for adres in adressen:
            tekst = client_van(wie).get(adres, follow=True).content.decode()
            assert "leerkracht" in tekst
            assert "J. Willems" not in tekst


@pytest.mark.eis("X5")
@pytest.mark.heavy("reads all pages of a room")
@pytest.mark.parametrize("kamer", kamers(1))
def test_no_page_of_any_world_says_the_name(cast, kamer):
    assert verraden(bladzijden(cast, LEZERS, kamer, vooraf=verberg), WILLEMS) == set()


@pytest.mark.eis("X5")
@pytest.mark.heavy("a walk over several pages")
@MET_VOL
def test_only_the_coordinator_and_the_person_find_name_and_reason(cast, vol):
    verberg(cast)
    mensen = client_van(cast.coordinator).get(reverse("gezinsplan:mensen", args=[cast.gezin.pk])).content.decode()
    assert "J. Willems" in mensen
    eigen = client_van(cast.mentor).get(vol[0]).content.decode()
    assert "is bedreigd" in eigen
    # What lies on the table says it to whoever sits there.
    for gebruiker in (cast.coordinator, cast.mentor):
        assert (
            verraden([("papier", "", pdf.html(planbeeld(blik(gebruiker, cast.gezin)), op=cast.nu))], WILLEMS) == set()
        )


@pytest.mark.eis("X5")
@pytest.mark.heavy("a walk over all pages of a family", seconds=6)
@MET_VOL
def test_the_coordinator_can_be_shown_by_function_too(cast, vol):
    zij = cast.coordinator_in_gezin
    toon_met_functie(zij, "vaste begeleider", "veiligheid", zij.versie, nu=cast.nu, door=cast.coordinator)
    bladen = list(op_adressen(cast, LEZERS if LONG else ("moeder", "behandelaar", "manager"), vol))
    assert verraden(bladen, ["Bakker", "nbakker@"]) == set()


@pytest.mark.eis("X1", "X5")
@MET_VOL
def test_the_log_keeps_who_it_was_and_the_family_reads_the_function(cast, vol):
    verberg(cast)
    client_van(cast.mentor).get(vol[0])
    regel = Logregel.objects.filter(gezin_id=cast.gezin.pk, gebruiker_id=cast.mentor.pk).order_by("-op").first()
    assert regel.gebruiker_naam == "J. Willems"
    namen = namen_voor(blik(cast.moeder, cast.gezin))
    wie, waar = namen.in_log(regel.gebruiker_id, regel.gebruiker_naam, regel.instelling_id, regel.instelling_naam)
    assert (wie, waar) == ("leerkracht", "Basisschool De Wilgentak")
    # The act itself tells neither name nor reason.
    daad = Logregel.objects.get(object_id=cast.mentor_in_gezin.pk, handeling="wijzigen")
    for geheim in (*WILLEMS, "bedreigd"):
        assert geheim not in f"{daad.object_naam} {daad.melding}"


@pytest.mark.eis("X5")
@pytest.mark.heavy("reads every address and the paper as several people")
@MET_VOL
def test_by_name_again(cast, vol):
    rij = verberg(cast)
    client = client_van(cast.coordinator)
    url = reverse("gezinsplan:met_naam", args=[cast.gezin.pk, rij.pk])
    assert "J. Willems" in client.get(url).content.decode()
    assert client.post(url).status_code == 302
    rij.refresh_from_db()
    assert (rij.naam, rij.werkelijke_naam, rij.reden_functienaam) == ("J. Willems", "", "")
    assert verraden(op_adressen(cast, ("vader",), vol[:1]), WILLEMS)


@pytest.mark.eis("X5")
@pytest.mark.parametrize(
    ("functie", "reden", "veld"),
    [
        ("", "veiligheid", "functie"),
        ("mentor", " ", "reden"),
        ("mevrouw Willems", "veiligheid", "functie"),
    ],
)
def test_a_function_without_reason_or_with_the_name_is_refused_at_its_field(cast, functie, reden, veld):
    client = client_van(cast.coordinator)
    url = reverse("gezinsplan:met_functie", args=[cast.gezin.pk, cast.mentor_in_gezin.pk])
    antwoord = client.post(url, {"functie": functie, "reden": reden, "versie": cast.mentor_in_gezin.versie})
    assert kwam_terug(antwoord)
    assert list(antwoord.context["form"].errors) == [veld]
    cast.mentor_in_gezin.refresh_from_db()
    assert cast.mentor_in_gezin.naam == "J. Willems"


@pytest.mark.eis("G7")
def test_two_who_change_it_at_once_both_keep_their_text(cast):
    verberg(cast, functie="leerkracht")
    client = client_van(cast.coordinator)
    url = reverse("gezinsplan:met_functie", args=[cast.gezin.pk, cast.mentor_in_gezin.pk])
    antwoord = client.post(url, {"functie": "begeleider", "reden": "rust", "versie": 1})
    assert kwam_terug(antwoord)
    tekst = antwoord.content.decode()
    assert "begeleider" in tekst
    assert "leerkracht" in tekst


@pytest.mark.eis("X5")
def test_who_comes_back_is_still_shown_by_function(cast):
    verberg(cast)
    rij = Deelnemer.objects.get(pk=cast.mentor_in_gezin.pk)
    stop_deelname(rij, nu=cast.nu, door=cast.coordinator, reden="ander werk")
    nieuw = voeg_betrokkene_toe(
        cast.gezin,
        BetrokkeneGegevens(naam="J. Willems", instelling=cast.school),
        gebruiker=Gebruiker.objects.get(pk=cast.mentor.pk),
        nu=cast.nu,
        door=cast.coordinator,
    )
    assert (nieuw.naam, nieuw.werkelijke_naam) == ("leerkracht", "J. Willems")
    toon_met_naam(nieuw, nieuw.versie, nu=cast.nu, door=cast.coordinator)
    assert not Deelnemer.objects.filter(gezin=cast.gezin, naam="leerkracht").exists()


@pytest.mark.eis("X5")
def test_only_a_professional_has_a_function(cast):
    url = reverse("gezinsplan:met_functie", args=[cast.gezin.pk, cast.oma.pk])
    assert client_van(cast.coordinator).get(url).status_code == 404
    with pytest.raises(IntegrityError), transaction.atomic():
        Deelnemer.objects.filter(pk=cast.oma.pk).update(werkelijke_naam="Riet", reden_functienaam="x")


# --- Cheap


@pytest.mark.eis("X5")
def test_names_cost_no_query_per_row_and_none_where_nothing_is_sensitive(cast):
    namen = namen_voor(blik(cast.moeder, cast.gezin))
    with CaptureQueriesContext(
        connection,
    ) as gewoon:
        for instelling in (cast.school, cast.kliniek, cast.jeugdhulp) * 20:
            namen.van(instelling)
        for gebruiker in (cast.mentor, cast.behandelaar) * 20:
            namen.van(gebruiker)
    assert len(gewoon) == 1
    maak_gevoelig(cast)
    lijst = Naamgever(cast.mentor, {cast.gezin.pk: blik(cast.mentor, cast.gezin), cast.ander_gezin.pk: None})
    with CaptureQueriesContext(connection) as gevoelig:
        for gezin in (cast.gezin, cast.ander_gezin) * 20:
            lijst.van_gezin(gezin.pk).van(cast.kliniek)
            lijst.van_gezin(gezin.pk).van(cast.mentor)
    assert len(gevoelig) <= 4
