"""The beheer area: the region's data, kept in the browser by the functioneel beheerder, without family data (I1, E5)."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from berichten.selectie import inbox
from core import clock
from core.errors import RuleError
from instanties import selectie
from instanties.actions import (
    beantwoord_functies,
    beeindig_functie,
    beeindig_toegang,
    geef_functie,
    leg_gemeente_vast,
    leg_instelling_vast,
    leg_regio_vast,
    leg_vrije_dag_vast,
    maak_gebruiker,
    meld_aan_beheer,
    verwijder_vrije_dag,
    vraag_functie,
    wijzig_gebruiker,
)
from instanties.models import (
    Beheermelding,
    Functie,
    FunctieVerzoek,
    Gebruiker,
    Gemeente,
    Instelling,
    Regio,
    Regiowijziging,
    Rol,
    VrijeDag,
)
from logboek.models import Logregel
from termijnen.kalender import huidige_kalender
from tests.inloggen import client_van, kwam_terug


@pytest.fixture
def beheer(cast):
    return client_van(cast.beheerder)


def tekst(antwoord):
    return " ".join(antwoord.content.decode().split())


@pytest.mark.django_db
@pytest.mark.eis("I8")
def test_nobody_gives_himself_a_role(cast):
    client = client_van(cast.beheerder)
    url = reverse("instanties:functie_geven", args=[cast.beheerder.pk])
    antwoord = client.post(url, {"rol": Rol.HULPVERLENER, "instelling": cast.school.naam})
    assert "rol" in antwoord.context["form"].errors
    with pytest.raises(RuleError, match="Niemand geeft zichzelf een rol") as fout:
        geef_functie(cast.beheerder, Rol.PRIVACY_OFFICER, door=cast.beheerder)
    assert fout.value.field == "rol"


@pytest.mark.django_db
@pytest.mark.eis("I8")
def test_a_role_in_the_whole_region_is_told_to_who_has_one(cast):
    tweede = selectie.beheerders().exclude(pk=cast.beheerder.pk).get()
    geef_functie(cast.mentor, Rol.BEHEERDER, door=None)
    verzoek = vraag_functie(cast.collega, Rol.PRIVACY_OFFICER, nu=clock.now(), door=cast.beheerder)
    beantwoord_functies([verzoek.pk], True, nu=clock.now(), door=tweede)
    [regel] = [rij for rij in inbox(cast.mentor).rijen if "privacy officer van de regio" in rij.tekst]
    assert regel.tekst.startswith("S. Yilmaz is nu privacy officer van de regio.")
    assert client_van(cast.mentor).get(regel.url).status_code == 200
    [alarm] = inbox(cast.privacy_officer).rijen
    assert alarm.tekst.startswith("Ongewoon: S. Yilmaz kreeg een rol")
    assert not [rij for rij in inbox(cast.beheerder).rijen if rij.categorie == regel.categorie], "who asked knows"


@pytest.mark.eis("E5")
@pytest.mark.django_db
def test_a_gemeente_takes_part_only_with_official_and_substitute(cast, beheer):
    nieuw = leg_gemeente_vast(naam="Oosterwold", door=cast.beheerder)
    url = reverse("instanties:gemeente", args=[nieuw.pk])
    antwoord = beheer.post(url, {"naam": "Oosterwold", "actief": "on", "telefoon": "06-00000077"})
    assert kwam_terug(antwoord)
    assert "Noem eerst de ambtenaar" in tekst(antwoord)
    assert "06-00000077" in tekst(antwoord), "nothing typed is lost"

    for ambtenaar in (cast.ambtenaar, cast.vervanger, cast.gemeente.bestuur):
        geef_functie(ambtenaar, Rol.GEMEENTEAMBTENAAR, gemeente=nieuw, door=None)
    velden = {"naam": "Oosterwold", "actief": "on", "ambtenaar": "L. Haddad"}
    assert "Noem eerst een vervanger" in tekst(beheer.post(url, velden))
    assert "iemand anders dan de ambtenaar" in tekst(beheer.post(url, velden | {"vervanger": "L. Haddad"}))
    assert "geen persoon met deze naam" in tekst(beheer.post(url, velden | {"vervanger": "Onbekend"}))
    nieuw.refresh_from_db()
    assert not nieuw.actief

    velden["vervanger"] = "F. de Boer"
    assert "Noem eerst de wethouder of burgemeester" in tekst(beheer.post(url, velden))
    assert "eigen beslisser" in tekst(beheer.post(url, velden | {"bestuur": "F. de Boer"}))
    assert beheer.post(url, velden | {"bestuur": "B. Wolters"}).status_code == 302
    nieuw.refresh_from_db()
    assert (nieuw.actief, nieuw.bestuur) == (True, cast.gemeente.bestuur)

    assert "Noem eerst de wethouder" in tekst(beheer.post(url, velden | {"bestuur": ""})), "nor does it go on without"


@pytest.mark.eis("E6")
@pytest.mark.django_db
def test_a_gemeente_that_took_part_before_there_were_levels_goes_on_until_somebody_is_named(cast):
    Gemeente.objects.update(bestuur=None)
    assert leg_gemeente_vast(cast.gemeente, telefoon="06-00000078", door=cast.beheerder).actief


@pytest.mark.eis("E6", "I8")
@pytest.mark.django_db
def test_who_decides_above_the_gemeenten_is_an_official_of_the_region(cast, beheer):
    with pytest.raises(RuleError, match="nog geen gemeenteambtenaar") as fout:
        leg_regio_vast(door=cast.beheerder, nu=clock.now(), bovenlokaal=cast.collega)
    assert fout.value.field == "bovenlokaal"
    leg_regio_vast(door=cast.beheerder, nu=clock.now(), bovenlokaal=cast.vervanger)
    assert "R. Overkamp naar L. Haddad" in strip_tags(tekst(beheer.get(reverse("instanties:regio"))))


@pytest.mark.eis("E5")
@pytest.mark.django_db
def test_somebody_without_access_cant_be_the_official(cast):
    weg = maak_gebruiker("V. Vertrokken", is_professional=True, door=None)
    beeindig_toegang(weg, nu=clock.now(), door=cast.beheerder, ook_als_iets_blijft_liggen=False)
    with pytest.raises(RuleError, match="kan niet inloggen") as fout:
        leg_gemeente_vast(cast.gemeente, ambtenaar=weg, door=cast.beheerder)
    assert fout.value.field == "ambtenaar"


@pytest.mark.eis("I1", "E7", "E12")
@pytest.mark.django_db
def test_the_region_sets_its_terms(cast, beheer):
    url = reverse("instanties:regio")
    velden = {
        "naam": "Regio Plassendam",
        "navraag_aantal": 3, "navraag_eenheid": "werkdag",
        "gesprek_aantal": 1, "gesprek_eenheid": "week",
        "instemming_aantal": 2, "instemming_eenheid": "week",
        "antwoord_aantal": 48, "antwoord_eenheid": "uur",
        "signaal_aantal": 3, "signaal_eenheid": "werkdag", "signaal_bewaren_dagen": 14,
        "vertrouwenspersoon": "", "clientondersteuner": "Steun, 06-00000190", "klacht": "De commissie, 06-00000191",
        "heropen_dagen": 30,
        "logboek_bewaren_jaren": 5,
        "dag_begint_om": "08:00:00",
        "bundel_om": "16:00:00",
        "herinnering_dagen": "1, 5",
    }  # fmt: skip
    assert beheer.post(url, velden).status_code == 302
    regio = Regio.objects.huidige()
    assert str(regio.navraag) == "3 werkdagen"
    assert str(regio.antwoord) == "48 uur"
    assert (str(regio.signaal), regio.signaal_bewaren_dagen) == ("3 werkdagen", 14)
    assert (regio.vertrouwenspersoon, regio.clientondersteuner) == ("", "Steun, 06-00000190")
    assert regio.herinnering_dagen == [5, 1]
    assert regio.dag_begint_om == time(8)
    for veld, waarde in [
        ("navraag_aantal", "0"),
        ("navraag_aantal", "-1"),
        ("navraag_aantal", "veel"),
        ("navraag_eenheid", "maanden"),
        ("herinnering_dagen", "een week"),
        ("herinnering_dagen", "0"),
        ("herinnering_dagen", "99999"),
        ("dag_begint_om", "23:00:00"),
        ("naam", ""),
    ]:
        antwoord = beheer.post(url, velden | {veld: waarde})
        assert kwam_terug(antwoord), (veld, waarde)
    assert str(Regio.objects.huidige().navraag) == "3 werkdagen"


@pytest.mark.eis("E8")
@pytest.mark.django_db
def test_what_the_region_agreed_otherwise_is_read_with_what_it_was_and_by_whom(cast, beheer):
    leg_regio_vast(door=cast.beheerder, nu=clock.now(), navraag_aantal=3, dag_begint_om=time(8))
    dag = leg_vrije_dag_vast(date(2027, 5, 14), "Regiodag", vrij=True, door=cast.beheerder, nu=clock.now())
    verwijder_vrije_dag(dag, door=cast.beheerder, nu=clock.now())

    woorden = " ".join(strip_tags(tekst(beheer.get(reverse("instanties:regio")))).split())

    for regel in (
        "Antwoord op de vraag of iets gedaan is van 2 werkdagen naar 3 werkdagen",
        "de dag begint om van 7:00 uur naar 8:00 uur",
        "Regiodag (2027-05-14) van niets naar vrije dag",
        "Regiodag (2027-05-14) van vrije dag naar niets",
    ):
        assert regel in woorden
    assert Regiowijziging.objects.filter(door=cast.beheerder).count() == 4


@pytest.mark.eis("E7")
@pytest.mark.django_db
@pytest.mark.parametrize("dag", [date(2027, 5, 7), date(2028, 4, 28), date(2028, 5, 26)])
def test_days_that_the_law_equates_with_holidays_come_with_it_and_are_the_regions_to_take_away(dag):
    assert not huidige_kalender().is_werkdag(dag)
    verwijder_vrije_dag(VrijeDag.objects.get(datum=dag), door=None, nu=clock.now())
    assert huidige_kalender().is_werkdag(dag)


@pytest.mark.eis("E7")
@pytest.mark.django_db
def test_a_day_of_the_regions_own(cast, beheer):
    url = reverse("instanties:vrije_dag_toevoegen")
    over_twee_jaar = clock.today().replace(month=4, day=27) + timedelta(days=2 * 365)
    geschreven = f"{over_twee_jaar.day}-{over_twee_jaar.month}-{over_twee_jaar.year}"
    assert beheer.post(url, {"datum": geschreven, "naam": "Regiodag", "vrij": "ja"}).status_code == 302
    assert VrijeDag.objects.get(naam="Regiodag").datum == over_twee_jaar
    for datum, melding in [
        (geschreven, "staat al in de lijst"),
        (f"31-2-{over_twee_jaar.year}", "bestaat niet"),
        ("soms", "begrijpen we niet"),
        ("", "Vul dit nog in"),
    ]:
        antwoord = beheer.post(url, {"datum": datum, "naam": "Regiodag", "vrij": "ja"})
        assert kwam_terug(antwoord)
        assert melding in tekst(antwoord)
    dag = VrijeDag.objects.get(naam="Regiodag")
    assert beheer.post(reverse("instanties:vrije_dag_weghalen", args=[dag.pk])).status_code == 302
    assert not VrijeDag.objects.filter(naam="Regiodag").exists()


@pytest.mark.eis("I1")
@pytest.mark.django_db
def test_an_instelling_and_a_service_of_a_gemeente(cast, beheer):
    url = reverse("instanties:instelling_toevoegen")
    velden = {
        "naam": "Schuldhulp Plassendam", "soort": "dienst", "gemeente": str(cast.gemeente.pk),
        "aanbod": "Hulp bij schulden", "leefgebieden": ["inkomen"], "telefoon": "06-00000030", "actief": "on",
    }  # fmt: skip
    assert beheer.post(url, velden).status_code == 302
    dienst = Instelling.objects.get(naam="Schuldhulp Plassendam")
    assert dienst.gemeente == cast.gemeente
    assert dienst.leefgebieden == ["inkomen"]
    dubbel = beheer.post(url, velden)
    assert kwam_terug(dubbel)
    assert "Hulp bij schulden" in tekst(dubbel)
    assert kwam_terug(beheer.post(url, velden | {"naam": "x" * 5000}))
    assert kwam_terug(beheer.post(url, velden | {"naam": "Ander", "soort": "onzin"}))
    gevonden = tekst(beheer.get(reverse("instanties:instellingen"), {"q": "schuldhulp"}))
    assert "Schuldhulp Plassendam" in gevonden
    assert "Kliniek" not in gevonden


@pytest.mark.eis("I3")
@pytest.mark.django_db
def test_a_person_gets_a_role_in_one_place(cast, beheer):
    antwoord = beheer.post(
        reverse("instanties:persoon_toevoegen"),
        {"naam": "Fatima El Amrani", "email": "Fatima@voorbeeld.example", "werkdagen": ["1", "3"]},
    )
    nieuw = Gebruiker.objects.get(naam="Fatima El Amrani")
    assert antwoord["Location"] == reverse("instanties:functie_geven", args=[nieuw.pk])
    assert (nieuw.email, nieuw.inlognaam, nieuw.werkdagen) == (
        "fatima@voorbeeld.example", "fatima.el.amrani", [1, 3],
    )  # fmt: skip
    url = reverse("instanties:functie_geven", args=[nieuw.pk])
    for velden, melding in [
        ({"rol": "manager"}, "past niet bij deze organisatie"),
        ({"rol": "beheerder", "instelling": "Kliniek Het Keerpunt"}, "past niet bij deze organisatie"),
        ({"rol": "gemeenteambtenaar", "instelling": "Kliniek Het Keerpunt"}, "past niet bij deze organisatie"),
        ({"rol": "manager", "instelling": "Bestaat Niet"}, "geen instelling met deze naam"),
        ({"rol": "manager", "instelling": "x", "instelling_sleutel": "geen-uuid"}, "geen instelling met deze naam"),
        (
            {"rol": "hulpverlener", "instelling": "Kliniek Het Keerpunt", "leidinggevende": "Fatima El Amrani"},
            "eigen leidinggevende",
        ),
    ]:
        antwoord = beheer.post(url, velden)
        assert kwam_terug(antwoord), velden
        assert melding in tekst(antwoord)
    velden = {"rol": "manager", "instelling": "Kliniek Het Keerpunt", "leidinggevende": "H. van Dam"}
    assert beheer.post(url, velden).status_code == 302
    assert "al gevraagd" in tekst(beheer.post(url, velden))
    verzoek = FunctieVerzoek.objects.get(gebruiker=nieuw)
    beantwoord_functies(
        [verzoek.pk], True, nu=clock.now(), door=selectie.beheerders().exclude(pk=cast.beheerder.pk).get()
    )
    assert "heeft deze rol hier al" in tekst(beheer.post(url, velden))
    functie = Functie.objects.get(gebruiker=nieuw)
    assert (functie.rol, functie.instelling, functie.leidinggevende) == (Rol.MANAGER, cast.kliniek, cast.bestuurder)


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_two_people_with_one_name_get_names_of_their_own_to_log_in_with(cast):
    namen = [maak_gebruiker("Jan de Vries", is_professional=True, door=None).inlognaam for _keer in range(3)]
    assert namen == ["jan.de.vries", "jan.de.vries2", "jan.de.vries3"]
    with pytest.raises(RuleError) as fout:
        maak_gebruiker("Jan", email=cast.mentor.email.upper(), is_professional=True, door=None)
    assert fout.value.field == "email"
    with pytest.raises(RuleError):
        wijzig_gebruiker(cast.collega, nu=cast.nu, email=cast.mentor.email, door=cast.beheerder)


@pytest.mark.eis("E5", "Z3")
@pytest.mark.django_db
def test_ending_a_role_says_who_must_be_replaced_first(cast):
    nu = clock.now()
    functie = Functie.objects.get(gebruiker=cast.ambtenaar)
    with pytest.raises(RuleError, match="Plassendam"):
        beeindig_functie(functie, nu=nu, door=cast.beheerder)
    with pytest.raises(RuleError, match="zorgcoördinator van 1 gezin"):
        beeindig_functie(Functie.objects.get(gebruiker=cast.coordinator), nu=nu, door=cast.beheerder)
    with pytest.raises(RuleError, match="ten minste twee"):
        beeindig_functie(Functie.objects.get(gebruiker=cast.beheerder), nu=nu, door=cast.beheerder)
    beeindig_functie(Functie.objects.get(gebruiker=cast.mentor), nu=nu, door=cast.beheerder)
    assert not Functie.objects.geldig().filter(gebruiker=cast.mentor).exists()


@pytest.mark.eis("X2", "Z3")
@pytest.mark.django_db
def test_closing_an_account_tells_what_is_left_and_asks(cast, beheer):
    url = reverse("instanties:toegang_beeindigen", args=[cast.coordinator.pk])
    vraag = tekst(beheer.get(url))
    assert "zorgcoördinator van 1 gezin" in vraag
    assert "De Wit" not in vraag
    assert kwam_terug(beheer.post(url, {}))
    cast.coordinator.refresh_from_db()
    assert cast.coordinator.is_active
    assert beheer.post(url, {"toch": "on"}).status_code == 302
    cast.coordinator.refresh_from_db()
    assert not cast.coordinator.is_active
    melding = Beheermelding.objects.get()
    assert "N. Bakker" in melding.tekst
    assert "De Wit" not in melding.tekst


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_a_beheerder_cant_lock_everyone_out(cast):
    nu = clock.now()
    with pytest.raises(RuleError, match="eigen toegang"):
        beeindig_toegang(cast.beheerder, nu=nu, door=cast.beheerder, ook_als_iets_blijft_liggen=True)
    beeindig_toegang(
        selectie.beheerders().exclude(pk=cast.beheerder.pk).get(),
        nu=nu,
        door=cast.beheerder,
        ook_als_iets_blijft_liggen=True,
    )
    with pytest.raises(RuleError, match="enige functioneel beheerder"):
        beeindig_toegang(cast.beheerder, nu=nu, door=cast.mentor, ook_als_iets_blijft_liggen=True)
    for wie in (cast.collega, cast.mentor):
        geef_functie(wie, Rol.BEHEERDER, door=None)
    beeindig_toegang(cast.beheerder, nu=nu, door=cast.collega, ook_als_iets_blijft_liggen=False)


@pytest.mark.eis("T3")
@pytest.mark.django_db
def test_the_beheerder_meets_no_family_anywhere(cast, beheer):
    paden = [
        reverse(f"instanties:{naam}")
        for naam in ("beheer", "regio", "gemeenten", "instellingen", "mensen", "persoon_toevoegen")
    ]
    paden += [reverse("instanties:persoon", args=[cast.coordinator.pk]), "/"]
    for pad in paden:
        pagina = tekst(beheer.get(pad))
        for familie in ("De Wit", "de Wit", "Sanne", "Mark Jonker"):
            assert familie not in pagina, pad
    assert "Petra" not in tekst(beheer.get(reverse("instanties:mensen_zoeken"), {"q": "petra"}))
    for naam in ("persoon", "persoon_wijzigen", "persoon_uitnodigen", "toegang_beeindigen"):
        assert beheer.get(reverse(f"instanties:{naam}", args=[cast.moeder.pk])).status_code == 404


@pytest.mark.eis("E4")
@pytest.mark.django_db
def test_a_notice_is_made_once_and_taken_off_the_list(cast, beheer):
    nu = clock.now()
    melding = meld_aan_beheer("Bij deze instelling is niemand voor stap 2.", nu, instelling=cast.kliniek)
    assert meld_aan_beheer("Bij deze instelling is niemand voor stap 2.", nu, instelling=cast.kliniek) == melding
    assert "niemand voor stap 2" in tekst(beheer.get(reverse("instanties:beheer")))
    assert "niemand voor stap 2" in tekst(beheer.get(reverse("werklijst:berichten")))
    beheer.post(reverse("instanties:melding_afhandelen", args=[melding.pk]))
    melding.refresh_from_db()
    assert melding.afgehandeld_door == cast.beheerder
    assert "niemand voor stap 2" not in tekst(beheer.get(reverse("instanties:beheer")))


@pytest.mark.eis("X1")
@pytest.mark.django_db
def test_what_the_beheerder_does_is_in_the_logboek(cast, beheer):
    leg_instelling_vast(cast.kliniek, telefoon="06-00000099", door=cast.beheerder)
    regel = Logregel.objects.filter(object_id=cast.kliniek.pk).latest("op")
    assert (regel.gebruiker_id, regel.rol) == (cast.beheerder.pk, Rol.BEHEERDER)
    assert regel.getoond == {"velden": ["telefoon"]}


@pytest.mark.eis("R2")
@pytest.mark.django_db
def test_lists_dont_ask_more_of_the_database_when_they_grow(cast, beheer, django_assert_max_num_queries):
    beheer.get(reverse("instanties:mensen"))
    with django_assert_max_num_queries(20) as eerst:
        beheer.get(reverse("instanties:mensen"))
    for nummer in range(20):
        wie = maak_gebruiker(f"Extra Mens {nummer}", is_professional=True, door=None)
        geef_functie(wie, Rol.HULPVERLENER, instelling=cast.school, door=None)
    with django_assert_max_num_queries(len(eerst)):
        beheer.get(reverse("instanties:mensen"))


@pytest.mark.eis("I1")
@pytest.mark.django_db
def test_saving_twice_by_a_double_click_makes_one(cast, beheer):
    velden = {"naam": "Twee Keer", "eenmalig": "b6c0c7ae-4f4e-4f62-8d9e-0f4f8f1b1f11"}
    url = reverse("instanties:gemeente_toevoegen")
    assert beheer.post(url, velden).status_code == 302
    assert beheer.post(url, velden).status_code in (302, 303)
    assert Gemeente.objects.filter(naam="Twee Keer").count() == 1
