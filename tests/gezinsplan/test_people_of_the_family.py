"""At the kitchen table: the family, its people, and who is invited (G1, G4, G16, G17, I2, X2)."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from berichten.selectie import inbox
from core import clock
from gezinnen.actions import BetrokkeneGegevens, stop_deelname, voeg_betrokkene_toe
from gezinnen.models import Deelnemer, Gezag, Gezin
from gezinnen.selectie import mag_account
from instanties.models import Leefgebied, Rol
from logboek.models import Logregel
from tests.cast import maak_professional
from tests.inloggen import client_van, kwam_terug
from tests.sleutels import code_op_brief
from toestemming.zicht import blik

pytestmark = pytest.mark.django_db


@pytest.fixture
def bakker(cast):
    return client_van(cast.coordinator)


def pad(naam, gezin, **kwargs):
    return reverse(f"gezinsplan:{naam}", kwargs={"gezin_id": gezin.pk, **kwargs})


def tekst(antwoord):
    return re.sub(r"\s+", " ", antwoord.content.decode())


@pytest.mark.eis("G1", "Z3")
def test_a_new_family_begins_with_who_belongs_to_it(cast, bakker):
    antwoord = bakker.post(
        reverse("gezinsplan:gezin_maken"), {"naam": "Bos", "gemeente": cast.gemeente.pk}, follow=True
    )
    gezin = Gezin.objects.get(naam="Bos")
    assert antwoord.redirect_chain == [(pad("mensen", gezin), 302)]
    assert "De mensen van gezin Bos" in tekst(antwoord)
    assert blik(cast.coordinator, gezin).is_coordinator


@pytest.mark.eis("G1")
def test_going_back_and_beginning_again_makes_one_family(cast, bakker):
    begin = {"naam": "Bos", "gemeente": cast.gemeente.pk}
    bakker.post(reverse("gezinsplan:gezin_maken"), begin)
    opnieuw = bakker.post(reverse("gezinsplan:gezin_maken"), begin | {"naam": "bos "})
    assert kwam_terug(opnieuw)
    assert "U bent al begonnen met gezin Bos" in tekst(opnieuw)
    assert Gezin.objects.filter(naam__iexact="bos").count() == 1


@pytest.mark.eis("G1")
def test_two_families_of_the_same_name_are_two(cast, bakker):
    begin = {"naam": "Bos", "gemeente": cast.gemeente.pk}
    bakker.post(reverse("gezinsplan:gezin_maken"), begin)
    eerste = Gezin.objects.get(naam="Bos")
    wie = {"naam": "Anna Bos", "relatie": "moeder", "leeswijze": "zelf", "aanspreekvorm": "u"}
    assert bakker.post(pad("gezinslid_toevoegen", eerste), wie).status_code == 302
    assert bakker.post(reverse("gezinsplan:gezin_maken"), begin).status_code == 302
    assert Gezin.objects.filter(naam="Bos").count() == 2


@pytest.mark.eis("G1")
def test_an_empty_form_says_at_each_field_what_to_do(cast, bakker):
    antwoord = bakker.post(reverse("gezinsplan:gezin_maken"), {"naam": "", "gemeente": ""})
    assert kwam_terug(antwoord)
    assert set(antwoord.context["form"].errors) == {"naam", "gemeente"}


@pytest.mark.eis("G1", "G16")
def test_a_child_comes_in_with_gemeente_and_gezag_in_one_act(cast, bakker):
    gegevens = {
        "naam": "Lot de Wit",
        "relatie": "kind",
        "geboortedatum": "3-2-2019",
        "huishouden": cast.hoofdhuishouden.pk,
        "gemeente": cast.gemeente.pk,
        "taal": "Pools",
        "tolk_nodig": "on",
        "leeswijze": "voorlezen",
        "aanspreekvorm": "je",
        "gezag_bekend": "on",
        "gezag": [cast.moeder_in_gezin.pk],
    }
    antwoord = bakker.post(pad("kind_toevoegen", cast.gezin), gegevens, follow=True)
    lot = Deelnemer.objects.get(naam="Lot de Wit")
    assert (lot.taal, lot.tolk_nodig, lot.leeswijze, lot.gemeente) == ("Pools", True, "voorlezen", cast.gemeente)
    assert set(Gezag.objects.filter(kind=lot).values_list("houder", flat=True)) == {cast.moeder_in_gezin.pk}
    assert "Lot de Wit is vastgelegd" in tekst(antwoord)


@pytest.mark.eis("G1")
@pytest.mark.parametrize(
    ("geboren", "melding"),
    [
        ("31-2-2019", "bestaat niet"),
        ("over twee jaar", "niet"),
        ("1-1-2190", "vooruit"),
        ("3-2-1015", "Klopt het jaar?"),
        ("3-2-0015", "Klopt het jaar?"),
    ],
)
def test_a_wrong_birth_date_is_said_and_nothing_typed_is_lost(cast, bakker, geboren, melding):
    gegevens = {
        "naam": "Lot de Wit",
        "relatie": "kind",
        "geboortedatum": geboren,
        "leeswijze": "zelf",
        "aanspreekvorm": "je",
    }
    antwoord = bakker.post(pad("kind_toevoegen", cast.gezin), gegevens)
    assert kwam_terug(antwoord)
    assert melding in str(antwoord.context["form"].errors["geboortedatum"])
    assert 'value="Lot de Wit"' in tekst(antwoord)
    assert not Deelnemer.objects.filter(naam="Lot de Wit").exists()


@pytest.mark.eis("G1", "I9")
@pytest.mark.parametrize("geboren", ["12-3-1984", "12 maart 1984", "12\u00a0maart\u00a01984", "12/3/1984"])
def test_a_birth_date_is_read_as_people_write_it(cast, bakker, geboren):
    gegevens = {
        "naam": "Henk Jonker",
        "relatie": "anders",
        "geboortedatum": geboren,
        "leeswijze": "zelf",
        "aanspreekvorm": "u",
    }
    bakker.post(pad("gezinslid_toevoegen", cast.gezin), gegevens)
    assert Deelnemer.objects.get(naam="Henk Jonker").geboortedatum == date(1984, 3, 12)


@pytest.mark.eis("G1", "I9")
@pytest.mark.parametrize(
    ("geboren", "dag", "woorden"),
    [("1980", date(1980, 12, 31), "1980"), ("mei 1980", date(1980, 5, 31), "mei 1980")],
)
def test_a_birth_date_may_be_known_in_part(cast, bakker, geboren, dag, woorden):
    """Kept as what is known, shown so, and offered so again; what counts is the last day that it can be."""
    gegevens = {
        "naam": "Henk Jonker",
        "relatie": "anders",
        "geboortedatum": geboren,
        "leeswijze": "zelf",
        "aanspreekvorm": "u",
    }
    bakker.post(pad("gezinslid_toevoegen", cast.gezin), gegevens)
    henk = Deelnemer.objects.get(naam="Henk Jonker")
    assert (henk.geboortedatum, str(henk.geboren)) == (dag, woorden)
    assert f"<span>{woorden}</span>" in tekst(bakker.get(pad("mensen", cast.gezin)))
    waar = reverse("gezinsplan:gezinslid_wijzigen", args=[cast.gezin.pk, henk.pk])
    form = bakker.get(waar)
    assert f'value="{woorden}"' in tekst(form)
    bakker.post(waar, {**gegevens, "geboortedatum": "3-5-1980", "versie": henk.versie})
    henk.refresh_from_db()
    assert (henk.geboortedatum, str(henk.geboren)) == (date(1980, 5, 3), "3 mei 1980")


@pytest.mark.eis("T2", "G18")
def test_of_a_birth_year_alone_no_right_comes_before_it_is_certain(cast, bakker):
    jaar = clock.today().year - 12
    gegevens = {
        "naam": "Lot de Wit", "relatie": "kind", "geboortedatum": str(jaar), "leeswijze": "zelf", "aanspreekvorm": "je",
    }  # fmt: skip
    bakker.post(pad("kind_toevoegen", cast.gezin), gegevens)
    lot = Deelnemer.objects.get(naam="Lot de Wit")
    assert not mag_account(lot, date(jaar + 12, 12, 30)), "perhaps twelve isn't twelve"
    assert mag_account(lot, date(jaar + 12, 12, 31))


@pytest.mark.eis("G16", "I9")
def test_saving_a_child_keeps_the_gezag_of_a_parent_who_stopped(cast, bakker):
    """What the form shows is what it sends back, and nothing that is stored may be missing from it."""
    stop_deelname(cast.vader_in_gezin, reden="wil niet meer meepraten", nu=cast.nu, door=cast.coordinator)
    url = reverse("gezinsplan:gezinslid_wijzigen", args=[cast.gezin.pk, cast.sanne.pk])
    bladzijde = bakker.get(url)
    assert "Mark Jonker (doet niet meer mee)" in tekst(bladzijde)
    form = bladzijde.context["form"]
    velden = {naam: form[naam].value() for naam in form.fields if form[naam].value() not in (None, "", False)}
    bakker.post(url, velden | {"naam": "Sanne Wit"})
    assert Deelnemer.objects.get(pk=cast.sanne.pk).naam == "Sanne Wit"
    houders = set(Gezag.objects.geldig().filter(kind=cast.sanne).values_list("houder", flat=True))
    assert houders == {cast.moeder_in_gezin.pk, cast.vader_in_gezin.pk}


@pytest.mark.eis("G16", "I9", "T2")
def test_gezag_ends_by_an_act_of_its_own(cast, bakker):
    url = reverse("gezinsplan:gezag_beeindigen", args=[cast.gezin.pk, cast.sanne.pk, cast.vader_in_gezin.pk])
    kind = reverse("gezinsplan:gezinslid_wijzigen", args=[cast.gezin.pk, cast.sanne.pk])
    assert url in bakker.get(kind).content.decode()
    leeg = bakker.post(url, {"op": "", "reden": ""})
    assert set(leeg.context["form"].errors) == {"op", "reden"}
    klaar = bakker.post(url, {"op": "vandaag", "reden": "besluit van de rechter"}, follow=True)
    assert "Mark Jonker heeft geen gezag meer over Sanne de Wit." in tekst(klaar)
    assert "besluit van de rechter" in tekst(bakker.get(kind))
    houders = set(Gezag.objects.geldig().filter(kind=cast.sanne).values_list("houder", flat=True))
    assert houders == {cast.moeder_in_gezin.pk}


@pytest.mark.eis("G16")
def test_gezag_without_having_looked_it_up_is_refused(cast, bakker):
    gegevens = {
        "naam": "Lot",
        "relatie": "kind",
        "geboortedatum": "3-2-2019",
        "leeswijze": "zelf",
        "aanspreekvorm": "je",
        "gezag": [cast.moeder_in_gezin.pk],
    }
    antwoord = bakker.post(pad("kind_toevoegen", cast.gezin), gegevens)
    assert "gezag_bekend" in antwoord.context["form"].errors


@pytest.mark.eis("G7")
def test_two_who_change_the_same_person_both_see_both(cast, bakker):
    moeder = cast.moeder_in_gezin
    url = pad("gezinslid_wijzigen", cast.gezin, deelnemer_id=moeder.pk)
    gegevens = {
        "naam": "Petra de Wit",
        "relatie": "moeder",
        "leeswijze": "zelf",
        "aanspreekvorm": "u",
        "versie": moeder.versie,
    }
    assert bakker.post(url, {**gegevens, "taal": "Pools"}).status_code == 302
    antwoord = bakker.post(url, {**gegevens, "taal": "Duits"})
    assert kwam_terug(antwoord)
    assert "Pools" in tekst(antwoord)
    assert 'value="Duits"' in tekst(antwoord)
    # What was typed can be sent again from there.
    versie = re.search(r'name="versie" value="(\d+)"', tekst(antwoord))[1]
    assert bakker.post(url, {**gegevens, "taal": "Duits", "versie": versie}).status_code == 302
    moeder.refresh_from_db()
    assert moeder.taal == "Duits"


@pytest.mark.eis("I2")
def test_two_letters_find_people_and_instellingen(cast, bakker):
    antwoord = bakker.get(pad("betrokkene_zoeken", cast.gezin), {"q": "wil", "lijst": "x"})
    assert "J. Willems" in tekst(antwoord)
    assert "mentor, Basisschool De Wilgentak" in tekst(antwoord)
    assert "Niets gevonden" in tekst(bakker.get(pad("betrokkene_zoeken", cast.gezin), {"q": "w"}))


@pytest.mark.eis("E13")
def test_managers_are_not_offered_as_betrokkene(cast, bakker):
    antwoord = bakker.get(pad("betrokkene_zoeken", cast.gezin), {"q": "de brug"})
    assert "N. Bakker" in tekst(antwoord)
    assert "M. Smit" not in tekst(antwoord)


@pytest.mark.eis("I2", "X3")
def test_choosing_works_without_javascript_as_a_search(cast, bakker):
    maak_professional("P. Visser", Rol.HULPVERLENER, instelling=cast.school)
    maak_professional("P. Visser-Maas", Rol.HULPVERLENER, instelling=cast.kliniek)
    url = pad("betrokkene_toevoegen", cast.gezin)
    assert "Kies wie u bedoelt" in tekst(bakker.get(url, {"wie": "visser"}))
    antwoord = bakker.get(url, {"wie": "p. visser"})
    assert "P. Visser, Basisschool De Wilgentak" in tekst(antwoord)
    assert "Niets gevonden" in tekst(bakker.get(url, {"wie": "bestaat niet"}))


@pytest.mark.eis("G4", "T3")
def test_a_professional_is_added_with_what_the_share_is_about(cast, bakker):
    nieuw = maak_professional("P. Visser", Rol.HULPVERLENER, instelling=cast.jeugdhulp)
    url = f"{pad('betrokkene_toevoegen', cast.gezin)}?wie_sleutel={cast.jeugdhulp.pk}:{nieuw.pk}"
    assert "checked" not in tekst(bakker.get(url)).split('value="onderwijs"')[1][:60]
    assert bakker.post(url, {"leefgebieden": [Leefgebied.ONDERWIJS]}).status_code == 302
    assert blik(nieuw, cast.gezin).kijker.dekking.iedereen == {"onderwijs"}
    assert [regel.tekst for regel in inbox(nieuw).rijen] == ["De Wit: u doet nu mee met dit plan."]


@pytest.mark.eis("G4")
def test_the_same_person_twice_is_said_clearly(cast, bakker):
    url = f"{pad('betrokkene_toevoegen', cast.gezin)}?wie_sleutel={cast.school.pk}:{cast.mentor.pk}"
    antwoord = bakker.post(url, {"leefgebieden": []})
    assert kwam_terug(antwoord)
    assert "J. Willems doet al mee met dit plan." in tekst(antwoord)


@pytest.mark.eis("G4", "G17")
def test_an_instelling_without_a_known_person_gets_a_name(cast, bakker):
    url = f"{pad('betrokkene_toevoegen', cast.gezin)}?wie_sleutel={cast.kliniek.pk}:"
    gegevens = {"naam": "Balie", "telefoon": "06-00000009", "navrager": cast.coordinator_in_gezin.pk}
    assert bakker.post(url, gegevens).status_code == 302
    balie = Deelnemer.objects.get(naam="Balie")
    assert (balie.instelling, balie.navrager, balie.gebruiker) == (cast.kliniek, cast.coordinator_in_gezin, None)


@pytest.mark.eis("G17")
def test_a_neighbour_without_account_has_somebody_who_asks(cast, bakker):
    gegevens = {"naam": "Kees Bos", "relatie_tot_gezin": "buurman", "navrager": cast.moeder_in_gezin.pk}
    antwoord = bakker.post(pad("netwerklid_toevoegen", cast.gezin), gegevens, follow=True)
    assert "Petra de Wit vraagt het na" in tekst(antwoord)


@pytest.mark.eis("X2", "G14")
def test_inviting_gives_an_account_and_then_a_code_that_is_shown_once(cast, bakker):
    url = pad("deelnemer_uitnodigen", cast.gezin, deelnemer_id=cast.oma.pk)
    assert bakker.post(url, {"email": ""}).status_code == 302
    cast.oma.refresh_from_db()
    assert cast.oma.gebruiker.has_usable_password() is False
    brief = bakker.post(url, {"wijze": "brief"})
    code = code_op_brief(brief.content.decode())
    assert brief.headers["Cache-Control"] == "no-store"
    assert code not in tekst(bakker.get(url))


@pytest.mark.eis("X2")
def test_an_address_for_work_that_somebody_has_is_said_at_the_field(cast, bakker):
    gegevens = BetrokkeneGegevens(naam="D. Prins", instelling=cast.school)
    prins = voeg_betrokkene_toe(cast.gezin, gegevens, nu=cast.nu, door=cast.coordinator)
    url = pad("deelnemer_uitnodigen", cast.gezin, deelnemer_id=prins.pk)
    antwoord = bakker.post(url, {"email": cast.mentor.email})
    assert "email" in antwoord.context["form"].errors
    prins.refresh_from_db()
    assert prins.gebruiker is None


@pytest.mark.eis("I9")
def test_at_home_nobody_learns_that_an_address_has_an_account(cast, bakker):
    url = pad("deelnemer_uitnodigen", cast.gezin, deelnemer_id=cast.oma.pk)
    assert bakker.post(url, {"email": cast.moeder.email}).status_code == 302
    cast.oma.refresh_from_db()
    assert cast.oma.gebruiker.email == cast.moeder.email
    assert cast.oma.gebruiker != cast.moeder


@pytest.mark.eis("X2")
def test_a_code_is_never_given_for_an_account_that_opens_more(cast, bakker):
    mevrouw = maak_professional("D. Prins", Rol.HULPVERLENER, instelling=cast.school)
    mevrouw.set_unusable_password()
    mevrouw.save()
    rij = voeg_betrokkene_toe(
        cast.gezin,
        BetrokkeneGegevens(naam="D. Prins", instelling=cast.school),
        gebruiker=mevrouw,
        nu=cast.nu,
        door=cast.coordinator,
    )
    url = pad("deelnemer_uitnodigen", cast.gezin, deelnemer_id=rij.pk)
    assert bakker.get(url).status_code == 200
    mevrouw.functies.create(rol=Rol.MANAGER, instelling=cast.school)
    assert bakker.get(url).status_code == 403


@pytest.mark.eis("X2")
def test_who_lost_access_gets_a_new_code_and_the_old_password_ends(cast, bakker):
    url = pad("deelnemer_opnieuw", cast.gezin, deelnemer_id=cast.moeder_in_gezin.pk)
    assert "oude wachtwoord werkt dan niet meer" in tekst(bakker.get(url))
    assert bakker.post(url)["Location"] == pad("deelnemer_uitnodigen", cast.gezin, deelnemer_id=cast.moeder_in_gezin.pk)
    cast.moeder.refresh_from_db()
    assert not cast.moeder.has_usable_password()


@pytest.mark.eis("T3")
def test_stopping_asks_once_with_a_reason_and_closes_at_once(cast, bakker):
    mentor = client_van(cast.mentor)
    url = pad("deelnemer_stoppen", cast.gezin, deelnemer_id=cast.mentor_in_gezin.pk)
    assert mentor.get(pad("mensen", cast.gezin)).status_code == 403
    assert kwam_terug(bakker.post(url, {"reden": ""}))
    assert bakker.post(url, {"reden": "andere school"}).status_code == 302
    assert mentor.get(pad("mensen", cast.gezin)).status_code == 404


@pytest.mark.eis("Z3")
def test_the_coordinator_is_told_that_a_family_is_never_without(cast, bakker):
    url = pad("deelnemer_stoppen", cast.gezin, deelnemer_id=cast.coordinator_in_gezin.pk)
    assert "nooit zonder" in tekst(bakker.post(url, {"reden": "vakantie"}))


@pytest.mark.eis("T3")
def test_people_of_another_family_are_not_found_through_ones_own(cast, bakker):
    vreemd = Deelnemer.objects.get(gebruiker=cast.andere_moeder)
    for naam in ("gezinslid_wijzigen", "deelnemer_uitnodigen", "deelnemer_opnieuw", "deelnemer_stoppen"):
        assert bakker.get(pad(naam, cast.gezin, deelnemer_id=vreemd.pk)).status_code == 404
    huis = cast.ander_gezin.huishoudens.get()
    assert bakker.get(pad("huishouden_wijzigen", cast.gezin, huishouden_id=huis.pk)).status_code == 404


@pytest.mark.eis("X1")
def test_reading_is_logged_with_whose_data_and_on_which_ground(cast, bakker):
    bakker.get(pad("mensen", cast.gezin))
    regel = Logregel.objects.filter(gezin_id=cast.gezin.pk, handeling="bekijken").latest("op")
    assert cast.sanne.pk in regel.over_wie
    assert "zorgcoördinator" in regel.grondslag
    assert (regel.rol, regel.gezin_nummer) == ("coordinator", str(cast.gezin.nummer))


def test_the_page_asks_no_more_queries_with_more_people(cast, bakker):
    def aantal():
        with CaptureQueriesContext(connection) as vragen:
            assert bakker.get(pad("mensen", cast.gezin)).status_code == 200
        return len(vragen)

    aantal()
    eerst = aantal()
    for nummer in range(8):
        voeg_betrokkene_toe(
            cast.gezin,
            BetrokkeneGegevens(naam=f"Hulp {nummer}", instelling=cast.school if nummer % 2 else None),
            nu=cast.nu,
            door=cast.coordinator,
        )
    assert aantal() == eerst


@pytest.mark.eis("Z3")
def test_the_coordination_is_handed_over_on_a_page(cast, bakker):
    url = pad("coordinator_wisselen", cast.gezin)
    assert "wie" in bakker.post(url, {"wie": "Yil", "reden": "x"}).context["form"].errors
    gegevens = {"wie": "S. Yilmaz", "wie_sleutel": f"{cast.maatschappelijk_werk.pk}:{cast.collega.pk}"}
    assert "reden" in bakker.post(url, {**gegevens, "reden": ""}).context["form"].errors
    antwoord = bakker.post(url, {**gegevens, "reden": "ziek"}, follow=True)
    assert "S. Yilmaz is nu de zorgcoördinator." in tekst(antwoord)
    assert blik(cast.collega, cast.gezin).is_coordinator
    assert "De Wit: u bent nu de zorgcoördinator." in [regel.tekst for regel in inbox(cast.collega).rijen]
    assert bakker.get(url).status_code == 403


@pytest.mark.eis("Z3")
def test_a_plan_whose_coordinator_left_is_on_the_managers_list_by_number_only(cast):
    manager = client_van(cast.manager)
    lijst = reverse("gezinsplan:zonder_coordinator")
    assert "Elk plan heeft een zorgcoördinator" in tekst(manager.get(lijst))
    cast.coordinator.is_active = False
    cast.coordinator.save()
    gezien = tekst(manager.get(lijst))
    assert f"Plan {cast.gezin.nummer}" in gezien
    assert "De Wit" not in gezien
    assert "Zonder zorgcoördinator" in tekst(manager.get("/"))
    assert "Zonder zorgcoördinator" not in tekst(client_van(cast.manager_school).get("/"))
    rij = cast.gezin.coordinatorschappen.get(tot=None)
    url = reverse("gezinsplan:coordinator_aanwijzen", args=[rij.pk])
    assert client_van(cast.manager_school).get(url).status_code == 404
    assert kwam_terug(manager.post(url, {"gebruiker": cast.mentor.pk}))
    assert manager.post(url, {"gebruiker": cast.collega.pk}).status_code == 302
    assert blik(cast.collega, cast.gezin).is_coordinator
    assert "Elk plan heeft een zorgcoördinator" in tekst(manager.get(lijst))
