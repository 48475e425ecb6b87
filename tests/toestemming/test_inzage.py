"""Wie heeft gekeken: the family reads who looked, at what and why, as far as each of them may know (T7, X1)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from gezinsplan import actions as plan
from gezinsplan.actions import AfspraakGegevens, DoelGegevens
from gezinsplan.looptijd import dag_van
from instanties.models import Leefgebied
from logboek.models import Handeling, Logregel, Uitkomst
from tests.inloggen import client_van
from tests.sleutels import without_keys
from toestemming.models import Grondslag
from toestemming.onderwerpen import gegevens, onderwerp
from woorden.duur import Duur, Eenheid

pytestmark = pytest.mark.django_db
IEMAND = "iemand van een andere organisatie"


@pytest.fixture
def gezin(cast):
    """A plan with a goal about Sanne at school, and one about mother's own matter."""
    hoe = {"nu": cast.nu, "door": cast.coordinator}
    school = plan.voeg_doel_toe(
        cast.gezin,
        DoelGegevens("Sanne gaat naar school", leefgebieden=[Leefgebied.ONDERWIJS], over_wie=[cast.sanne.pk]),
        **hoe,
    )
    plan.voeg_doel_toe(
        cast.gezin,
        DoelGegevens("Moeder drinkt niet", leefgebieden=[Leefgebied.VERSLAVING], over_wie=[cast.moeder_in_gezin.pk]),
        **hoe,
    )
    cast.doel_school = school
    return cast


def adres(cast, **vraag):
    return reverse("toestemming:inzage", args=[cast.gezin.pk], query=vraag)


def lees(cast, wie, **vraag):
    antwoord = client_van(wie).get(adres(cast, **vraag))
    assert antwoord.status_code in (200, 422), antwoord.status_code
    return " ".join(antwoord.content.decode().split())


def kijk(cast, wie, *delen, **rest):
    """A row of the logboek as a page would have left it."""
    return Logregel.objects.create(
        gezin_id=cast.gezin.pk,
        gebruiker_id=wie.pk,
        gebruiker_naam=wie.naam,
        onderwerpen=sorted(delen),
        **{"handeling": Handeling.BEKIJKEN, "rol": "professional", **rest},
    )


def over_school(cast):
    return onderwerp(Leefgebied.ONDERWIJS, cast.sanne.pk)


def over_drinken(cast):
    return onderwerp(Leefgebied.VERSLAVING, cast.moeder_in_gezin.pk)


@pytest.mark.eis("T7")
def test_mother_reads_that_the_mentor_looked_at_what_and_why(gezin):
    client_van(gezin.mentor).get(reverse("gezinsplan:plan", args=[gezin.gezin.pk]))
    pagina = lees(gezin, gezin.moeder)
    assert "J. Willems" in pagina
    assert "Basisschool De Wilgentak" in pagina
    assert "school en onderwijs, over Sanne de Wit" in pagina
    assert "Dit mocht, want: helpt mee in het plan." in pagina
    assert "verslaving" not in pagina


@pytest.mark.eis("T7", "T3")
def test_a_child_reads_nothing_of_who_read_mothers_own_matters(gezin):
    client_van(gezin.behandelaar).get(reverse("gezinsplan:plan", args=[gezin.gezin.pk]))
    kijk(gezin, gezin.behandelaar, over_drinken(gezin), instelling_naam="Kliniek Het Keerpunt")
    for wie in (gezin.broer, gezin.vader):
        pagina = lees(gezin, wie)
        assert "verslaving" not in pagina and "Keerpunt" not in pagina and "Okafor" not in pagina
    assert "verslaving, over Petra de Wit" in lees(gezin, gezin.moeder)


@pytest.mark.eis("T7", "T3")
def test_of_a_row_about_more_only_the_shared_subjects_are_named(gezin):
    kijk(gezin, gezin.coordinator, over_school(gezin), over_drinken(gezin), gegevens(gezin.moeder_in_gezin.pk))
    pagina = lees(gezin, gezin.vader)
    assert "N. Bakker" in pagina
    assert "school en onderwijs, over Sanne de Wit" in pagina
    assert "verslaving" not in pagina and "over Petra" not in pagina


@pytest.mark.eis("T7", "G16")
def test_who_the_reader_does_not_know_is_somebody_of_another_organisation(gezin):
    kijk(gezin, gezin.behandelaar, over_school(gezin), instelling_naam="Kliniek Het Keerpunt")
    pagina = lees(gezin, gezin.vader)
    assert IEMAND in pagina
    assert "Okafor" not in pagina and "Keerpunt" not in pagina
    kijk(gezin, gezin.mentor, over_school(gezin))
    gegeven = AfspraakGegevens("Mentor belt", [gezin.mentor_in_gezin.pk], dag_van(gezin.nu), Duur(5, Eenheid.DAG))
    plan.voeg_afspraak_toe(gezin.doel_school, gegeven, nu=gezin.nu, door=gezin.coordinator)
    assert "J. Willems" in lees(gezin, gezin.vader)


@pytest.mark.eis("T7", "E13")
def test_manager_and_official_are_named_with_their_task(gezin):
    kijk(
        gezin, gezin.manager, over_school(gezin), rol="manager", instelling_naam="Maatschappelijk Werk De Brug",
        grondslag="taak volgens het convenant (alleen nummer en data)",
    )  # fmt: skip
    kijk(gezin, gezin.ambtenaar, over_school(gezin), rol="gemeenteambtenaar")
    pagina = lees(gezin, gezin.vader)
    assert "M. Smit" in pagina and "manager, Maatschappelijk Werk De Brug" in pagina
    assert "taak volgens het convenant" in pagina
    assert "F. de Boer" in pagina and "ambtenaar van de gemeente" in pagina


@pytest.mark.eis("T7", "G16")
def test_a_name_in_a_list_is_for_who_lives_in_the_main_household(gezin):
    kijk(gezin, gezin.collega, handeling=Handeling.ZOEKEN)
    assert "Alleen de naam van het gezin of het nummer van het plan." in lees(gezin, gezin.moeder)
    assert "niemand anders gekeken" in lees(gezin, gezin.vader)


@pytest.mark.eis("T7", "T3")
def test_a_ground_for_something_else_is_not_told(gezin):
    grond = Grondslag.objects.get(gebruiker=gezin.behandelaar, gezin=gezin.gezin)
    kijk(gezin, gezin.behandelaar, over_school(gezin), over_drinken(gezin), grondslag_ids=[grond.pk])
    assert "Dit mocht, want" not in lees(gezin, gezin.vader)
    assert "Dit mocht, want: helpt mee in het plan" in lees(gezin, gezin.moeder)


@pytest.mark.eis("T7")
def test_reads_of_one_day_are_one_line_with_their_times(gezin):
    begin = timezone.localtime().replace(hour=11, minute=0)
    for minuten in (0, 20):
        kijk(gezin, gezin.mentor, over_school(gezin), op=begin + timedelta(minutes=minuten))
    pagina = lees(gezin, gezin.moeder, periode="week")
    assert pagina.count("J. Willems") == 1
    for minuten in range(30, 36):
        kijk(gezin, gezin.mentor, over_school(gezin), op=begin + timedelta(minutes=minuten))
    pagina = lees(gezin, gezin.moeder)
    assert pagina.count("J. Willems") == 1
    assert "8 keer, tussen" in pagina


@pytest.mark.eis("T7")
def test_own_reads_are_counted_and_those_of_the_family_not_shown(gezin):
    client_van(gezin.vader).get(reverse("gezinsplan:ons_plan_gezin", args=[gezin.gezin.pk]))
    for _ in range(2):
        client_van(gezin.moeder).get(reverse("gezinsplan:ons_plan_gezin", args=[gezin.gezin.pk]))
    pagina = lees(gezin, gezin.moeder)
    assert "U keek zelf 2 keer." in pagina
    assert "Mark Jonker" not in pagina
    assert "Zelf keek je" not in pagina
    kijk(gezin, gezin.broer)
    assert "Zelf keek je" in lees(gezin, gezin.broer)


@pytest.mark.eis("T7")
def test_what_was_refused_is_not_shown(gezin):
    kijk(gezin, gezin.buitenstaander, over_school(gezin), uitkomst=Uitkomst.GEWEIGERD)
    assert client_van(gezin.buitenstaander).get(adres(gezin)).status_code == 404
    assert "niemand anders gekeken" in lees(gezin, gezin.moeder)
    assert "Rijn" not in without_keys(lees(gezin, gezin.coordinator))


@pytest.mark.eis("T7")
def test_only_the_family_and_the_coordinator_read_it(gezin):
    assert client_van(gezin.mentor).get(adres(gezin)).status_code == 403
    geweigerd = Logregel.objects.filter(gebruiker_id=gezin.mentor.pk, uitkomst=Uitkomst.GEWEIGERD).latest("op")
    assert geweigerd.gezin_id == gezin.gezin.pk


@pytest.mark.eis("X1")
def test_reading_who_looked_is_itself_a_row(gezin):
    lees(gezin, gezin.moeder)
    regel = Logregel.objects.get(gebruiker_id=gezin.moeder.pk, handeling=Handeling.LOG_BEKIJKEN)
    assert regel.gezin_id == gezin.gezin.pk and regel.grondslag
    lees(gezin, gezin.coordinator)
    assert "gelezen wie er keek" in lees(gezin, gezin.moeder)


def _midden_op_de_dag():
    """Noon of yesterday: no clock that was put forward or back makes it another day."""
    return timezone.localtime().replace(hour=12) - timedelta(days=1)


@pytest.mark.eis("T7")
def test_by_period(gezin):
    lang_geleden = _midden_op_de_dag() - timedelta(days=70)
    kijk(gezin, gezin.mentor, over_school(gezin), op=lang_geleden)
    assert "J. Willems" not in lees(gezin, gezin.moeder)
    assert "J. Willems" not in lees(gezin, gezin.moeder, periode="week")
    dag = lang_geleden.strftime("%d-%m-%Y")
    assert "J. Willems" in lees(gezin, gezin.moeder, van=dag, tot=dag)
    assert "J. Willems" in lees(gezin, gezin.moeder, van=dag)


@pytest.mark.parametrize(
    ("vraag", "fout"),
    [
        ({"van": "ooit", "tot": ""}, "ooit"),
        ({"van": "3-3-2026", "tot": "2-3-2026"}, "Deze dag ligt voor de eerste dag."),
        ({"van": "morgen", "tot": ""}, "Deze dag is nog niet geweest."),
    ],
)
def test_a_day_that_cannot_be_is_said_at_its_field(gezin, vraag, fout):
    antwoord = client_van(gezin.moeder).get(adres(gezin, **vraag))
    assert antwoord.status_code == 422
    tekst = antwoord.content.decode()
    assert fout in tekst
    assert f'value="{vraag["van"]}"' in tekst


@pytest.mark.eis("T7")
def test_long_lists_are_paged_and_can_be_put_under_each_other(gezin):
    nu = _midden_op_de_dag()
    for dagen in range(40):
        kijk(gezin, gezin.mentor, over_school(gezin), op=nu - timedelta(days=dagen))
    dag = (nu - timedelta(days=60)).strftime("%d-%m-%Y")
    eerste = lees(gezin, gezin.moeder, van=dag)
    assert eerste.count("J. Willems") == 25 and "bladzijde 1 van 2" in eerste
    assert lees(gezin, gezin.moeder, van=dag, pagina=2).count("J. Willems") == 15
    op_papier = lees(gezin, gezin.moeder, van=dag, papier="ja")
    assert op_papier.count("J. Willems") == 40 and "Ctrl" in op_papier


def test_the_number_of_queries_does_not_grow_with_rows_or_people(gezin):
    lezers = [gezin.mentor, gezin.collega, gezin.behandelaar, gezin.coordinator]
    moeder = client_van(gezin.moeder)

    def aantal():
        with CaptureQueriesContext(connection) as vragen:
            assert moeder.get(adres(gezin)).status_code == 200
        return len(vragen)

    kijk(gezin, gezin.mentor, over_school(gezin))
    eerst = aantal()
    for lezer in lezers:
        for _ in range(6):
            kijk(gezin, lezer, over_school(gezin))
    assert aantal() <= eerst + 1  # the instellingen and grounds of a first row that has them
