"""The privacy officer asks the logboek, with a reason, and is shown nothing of a plan (X1)."""

import csv
import io
import uuid
from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from gezinsplan import actions as plan
from gezinsplan.actions import DoelGegevens
from instanties.models import Leefgebied
from logboek import nen7513
from logboek.models import Handeling, Logregel, Onderzoek, Uitkomst
from tests.inloggen import client_van, kwam_terug
from toestemming.onderwerpen import gegevens, onderwerp

pytestmark = [pytest.mark.eis("X1"), pytest.mark.django_db]
DOEL = "Moeder drinkt niet meer"


@pytest.fixture
def wereld(cast):
    """A plan with mother's own matter in it, that the clinic and the coordinator have read."""
    plan.voeg_doel_toe(
        cast.gezin,
        DoelGegevens(DOEL, leefgebieden=[Leefgebied.VERSLAVING], over_wie=[cast.moeder_in_gezin.pk]),
        nu=cast.nu,
        door=cast.coordinator,
    )
    for wie in (cast.behandelaar, cast.coordinator):
        client_van(wie).get(reverse("gezinsplan:plan", args=[cast.gezin.pk]))
    client_van(cast.buitenstaander).get(reverse("gezinsplan:plan", args=[cast.gezin.pk]))
    return cast


@pytest.fixture
def officer(wereld):
    return client_van(wereld.privacy_officer)


def vraag(officer, soort, **velden):
    """Ask, and return the answer's page and the Onderzoek."""
    gisteren = (timezone.localtime() - timedelta(days=1)).strftime("%d-%m-%Y")
    vandaag = timezone.localtime().strftime("%d-%m-%Y")
    gegeven = {"van": gisteren, "tot": vandaag, "reden": "melding van een mogelijk lek", **velden}
    antwoord = officer.post(reverse("toestemming:onderzoek_beginnen", args=[soort]), gegeven)
    if antwoord.status_code != 302:
        return antwoord, None
    return officer.get(antwoord["Location"]), Onderzoek.objects.latest("op")


def tekst(antwoord):
    return " ".join(antwoord.content.decode().split())


def niets_uit_het_plan(inhoud):
    for woord in (DOEL, "Petra", "Sanne", "De Wit", "Kastanjelaan"):
        assert woord not in inhoud


def test_all_rows_of_one_employee(wereld, officer):
    antwoord, onderzoek = vraag(officer, "medewerker", wie="t. okafor")
    pagina = tekst(antwoord)
    assert antwoord.status_code == 200
    assert onderzoek.gebruiker_id == wereld.behandelaar.pk
    assert "bekeken (gezinsplan)" in pagina and str(wereld.gezin.nummer) in pagina
    assert "verslaving" in pagina and "ingelogd" in pagina
    assert "N. Bakker" not in pagina
    niets_uit_het_plan(pagina)


@pytest.mark.eis("X2")
def test_failed_logins_on_an_account_are_among_its_rows(wereld, officer, client):
    client.login(username=wereld.mentor.inlognaam, password="verkeerd")
    antwoord, _onderzoek = vraag(officer, "medewerker", wie=wereld.mentor.email)
    assert "1 keer geweigerd" in tekst(antwoord)
    assert not any("verkeerd" in str(rij) for rij in Logregel.objects.values_list())


@pytest.mark.eis("T7")
def test_all_rows_of_one_family_with_the_refusals_counted(wereld, officer):
    antwoord, _onderzoek = vraag(officer, "gezin", nummer=str(wereld.gezin.nummer))
    pagina = tekst(antwoord)
    assert "1 keer geweigerd" in pagina
    for naam in ("N. Bakker", "T. Okafor", "E. van Rijn"):
        assert naam in pagina
    niets_uit_het_plan(pagina)


@pytest.mark.eis("T7")
def test_nobody_of_a_family_by_name_beside_the_number_of_its_plan(wereld, officer):
    client_van(wereld.moeder).get(reverse("gezinsplan:ons_plan_gezin", args=[wereld.gezin.pk]))
    uren = {"van_uur": "0:00", "tot_uur": "23:59"}
    for soort, velden in (("gezin", {"nummer": str(wereld.gezin.nummer)}), ("datalek", uren)):
        antwoord, onderzoek = vraag(officer, soort, **velden)
        bestand = officer.get(reverse("toestemming:onderzoek_bestand", args=[onderzoek.pk])).content.decode()
        for inhoud in (tekst(antwoord), bestand):
            assert "iemand van een gezin of netwerk" in inhoud
            assert "T. Okafor" in inhoud
            niets_uit_het_plan(inhoud)
    for wie in (wereld.moeder.naam, wereld.moeder.email):
        antwoord, onderzoek = vraag(officer, "medewerker", wie=wie)
        assert onderzoek is None and kwam_terug(antwoord)


def test_one_person_of_a_family(wereld, officer):
    Logregel.objects.create(
        gezin_id=wereld.gezin.pk, over_wie=[wereld.sanne.pk], gebruiker_naam="J. Willems", handeling="bekijken"
    )
    antwoord, onderzoek = vraag(officer, "gezin", nummer=str(wereld.gezin.nummer), gezinslid="sanne de wit")
    assert onderzoek.over_wie == wereld.sanne.pk
    assert "J. Willems" in tekst(antwoord)
    assert "T. Okafor" not in tekst(antwoord)
    niets_uit_het_plan(tekst(antwoord))


def test_who_saw_whose_data_between_two_moments(wereld, officer):
    nu = timezone.now()
    Logregel.objects.create(
        op=nu - timedelta(hours=30), gezin_id=wereld.gezin.pk, gezin_nummer=str(wereld.gezin.nummer),
        gebruiker_id=wereld.mentor.pk, gebruiker_naam="J. Willems", handeling=Handeling.AFDRUKKEN,
        onderwerpen=[onderwerp(Leefgebied.ONDERWIJS, wereld.sanne.pk), gegevens(wereld.sanne.pk)],
    )  # fmt: skip
    antwoord, _onderzoek = vraag(
        officer, "datalek", van=(nu - timedelta(hours=30)).astimezone().strftime("%d-%m-%Y"), van_uur="0:00",
        tot=nu.astimezone().strftime("%d-%m-%Y"), tot_uur="23:59",
    )  # fmt: skip
    pagina = tekst(antwoord)
    assert "J. Willems" in pagina and "persoonsgegevens, school en onderwijs" in pagina
    assert "T. Okafor" in pagina and "E. van Rijn" not in pagina
    niets_uit_het_plan(pagina)


def _lees(cast, wie, gezinnen, **rest):
    Logregel.objects.bulk_create(
        Logregel(gezin_id=gezin, gebruiker_id=wie.pk, gebruiker_naam=wie.naam, handeling=Handeling.BEKIJKEN, **rest)
        for gezin in gezinnen
    )


def test_reading_that_stands_out_with_the_rule_beside_it(wereld, officer):
    gewoon = [uuid.uuid4() for _ in range(12)]
    _lees(wereld, wereld.collega, [wereld.gezin.pk])
    _lees(wereld, wereld.ambtenaar, gewoon[:3], object_soort="stagnatie", rol="gemeenteambtenaar")
    _lees(wereld, wereld.teamleider, gewoon)
    _lees(wereld, wereld.buitenstaander, [wereld.gezin.pk] * 2, uitkomst=Uitkomst.GEWEIGERD)
    antwoord, onderzoek = vraag(officer, "opvallend")
    pagina = tekst(antwoord)
    assert "Iemand valt op door een van deze drie" in pagina
    assert "R. Vos" in pagina and "veel meer dan gewoon" in pagina
    assert "E. van Rijn" in pagina
    for naam in ("S. Yilmaz", "T. Okafor", "F. de Boer"):
        assert naam not in pagina
    bestand = officer.get(reverse("toestemming:onderzoek_bestand", args=[onderzoek.pk])).content.decode("utf-8-sig")
    assert ["R. Vos", "12", "12", "0"] in list(csv.reader(io.StringIO(bestand), delimiter=";"))


def test_a_question_without_a_reason_is_not_asked(wereld, officer):
    antwoord, onderzoek = vraag(officer, "opvallend", reden=" ")
    assert kwam_terug(antwoord) and onderzoek is None
    assert not Onderzoek.objects.exists()


@pytest.mark.parametrize(
    ("soort", "velden", "fout"),
    [
        ("medewerker", {"wie": "Niemand"}, "Niemand heet zo"),
        ("gezin", {"nummer": "99999999"}, "Er is geen plan met dit nummer"),
        ("gezin", {"nummer": "9" * 25}, "Er is geen plan met dit nummer"),
        ("gezin", {"nummer": "abc"}, "Er is geen plan met dit nummer"),
        ("opvallend", {"van": "gisteren", "tot": "eergisteren"}, "ligt voor het begin"),
        ("opvallend", {"van": "ooit"}, "ooit"),
        ("datalek", {"van_uur": "half tien", "tot_uur": "10:00"}, "Schrijf de tijd als 9:30"),
        ("datalek", {}, "Vul dit nog in"),
    ],
)
def test_bad_input_is_said_at_its_field_and_nothing_is_lost(wereld, officer, soort, velden, fout):
    antwoord, onderzoek = vraag(officer, soort, **velden)
    assert kwam_terug(antwoord) and onderzoek is None
    assert fout in tekst(antwoord)
    assert "melding van een mogelijk lek" in tekst(antwoord)


def test_a_name_that_is_not_in_the_plan_says_nothing_of_who_is(wereld, officer):
    antwoord, _geen = vraag(officer, "gezin", nummer=str(wereld.gezin.nummer), gezinslid="Jan")
    assert kwam_terug(antwoord)
    niets_uit_het_plan(tekst(antwoord))


def test_nothing_is_looked_up_without_a_reason_and_looking_in_vain_is_a_row(wereld, officer):
    nummer = str(wereld.gezin.nummer)
    for naam in ("Sanne de Wit", "Kevin de Wit"):
        antwoord, _geen = vraag(officer, "gezin", nummer=nummer, gezinslid=naam, reden="")
        assert kwam_terug(antwoord) and "niet één gezinslid" not in tekst(antwoord)
    zocht = Logregel.objects.filter(gebruiker_id=wereld.privacy_officer.pk, handeling=Handeling.ZOEKEN)
    eerst = zocht.count()
    vraag(officer, "gezin", nummer=nummer, gezinslid="Kevin de Wit")
    assert zocht.count() == eerst + 1
    assert not any("Kevin" in str(rij) for rij in Logregel.objects.values_list())


def test_asking_and_reading_the_answer_are_rows_with_their_reason(wereld, officer):
    _antwoord, onderzoek = vraag(officer, "gezin", nummer=str(wereld.gezin.nummer))
    officer.get(reverse("toestemming:onderzoek_bestand", args=[onderzoek.pk]))
    rijen = Logregel.objects.filter(gebruiker_id=wereld.privacy_officer.pk, object_id=onderzoek.pk).order_by("op")
    assert [(rij.handeling, rij.gezin_id) for rij in rijen] == [
        (soort, wereld.gezin.pk) for soort in ("zoeken", "log_bekijken", "exporteren")
    ]
    assert {rij.doel for rij in rijen} == {"melding van een mogelijk lek"}
    gezien = tekst(client_van(wereld.moeder).get(reverse("toestemming:inzage", args=[wereld.gezin.pk])))
    assert "de privacy officer van de regio" in gezien and "D. Aksoy" not in gezien


def test_the_file_has_every_field_of_the_norm_and_no_text_of_the_family(wereld, officer):
    client_van(wereld.coordinator).get(reverse("gezinsplan:gezinnen"), {"q": "=HYPERLINK"})
    _antwoord, onderzoek = vraag(officer, "medewerker", wie="N. Bakker")
    antwoord = officer.get(reverse("toestemming:onderzoek_bestand", args=[onderzoek.pk]))
    assert antwoord["Content-Type"].startswith("text/csv") and "attachment" in antwoord["Content-Disposition"]
    inhoud = antwoord.content.decode("utf-8-sig")
    niets_uit_het_plan(inhoud)
    kop, *rijen = csv.reader(io.StringIO(inhoud), delimiter=";")
    assert kop == list(nen7513.VELDEN)
    gelezen = [dict(zip(kop, rij, strict=True)) for rij in rijen]
    op_plan = next(rij for rij in gelezen if rij["objectRole"] == "gezinsplan" and rij["EventActionCode"] == "R")
    assert op_plan["EventOutcomeIndicator"] == "0"
    assert op_plan["objectID"] == str(wereld.gezin.nummer)
    assert "zorgcoördinator" in op_plan["toestemmingsProfiel"]
    assert op_plan["objectSensitivity"] == "verslaving"
    assert all(rij["EventDateTime"] and rij["userName"] for rij in gelezen)


def test_a_cell_is_never_a_formula(wereld, officer):
    Logregel.objects.create(gebruiker_id=wereld.mentor.pk, gebruiker_naam="=1+1", handeling=Handeling.AANMELDEN)
    _antwoord, onderzoek = vraag(officer, "medewerker", wie="J. Willems")
    inhoud = officer.get(reverse("toestemming:onderzoek_bestand", args=[onderzoek.pk])).content.decode()
    assert "'=1+1" in inhoud and ";=1+1" not in inhoud


def test_only_the_privacy_officer_has_the_entry_in_the_menu(wereld, officer):
    assert reverse("toestemming:logboek") in tekst(officer.get(reverse("toestemming:logboek")))
    for wie in (wereld.beheerder, wereld.coordinator, wereld.manager):
        assert reverse("toestemming:logboek") not in tekst(client_van(wie).get(reverse("werklijst:mijn_werk")))


@pytest.mark.parametrize("sql", ["UPDATE logboek_onderzoek SET reden = 'niets'", "DELETE FROM logboek_onderzoek"])
def test_a_question_cannot_be_unasked(sql):
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


@pytest.mark.parametrize("soort", ["medewerker", "gezin", "datalek", "opvallend"])
def test_the_number_of_queries_does_not_grow_with_rows(wereld, officer, soort):
    velden = {
        "medewerker": {"wie": "T. Okafor"},
        "gezin": {"nummer": str(wereld.gezin.nummer)},
        "datalek": {"van_uur": "0:00", "tot_uur": "23:59"},
        "opvallend": {},
    }[soort]
    _antwoord, onderzoek = vraag(officer, soort, **velden)
    adres = reverse("toestemming:onderzoek", args=[onderzoek.pk])

    def aantal():
        with CaptureQueriesContext(connection) as vragen:
            assert officer.get(adres).status_code == 200
        return len(vragen)

    eerst = aantal()
    for wie in (wereld.behandelaar, wereld.mentor, wereld.collega):
        _lees(wereld, wie, [wereld.gezin.pk, wereld.ander_gezin.pk] * 5)
    assert aantal() == eerst
