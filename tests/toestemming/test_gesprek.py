"""One sheet at the table: what for, who may know what, until when; then who signs (T1)."""

import hashlib
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from berichten.selectie import inbox
from core.errors import RuleError
from gezinnen.actions import stop_deelname
from gezinnen.models import Deelnemer
from instanties.models import Leefgebied
from tests.inloggen import client_van, kwam_terug
from tests.toestemming.conftest import Tafel
from tests.toestemming.elf import voeg_betrokkenen_toe
from toestemming.models import Toestemming, Toestemmingsgesprek
from werklijst.selectie import mijn_werk
from woorden.getypt import als_woorden

pytestmark = [pytest.mark.eis("T1"), pytest.mark.django_db]


def adres(tafel: Tafel, naam: str, *rest) -> str:
    return reverse(f"toestemming:{naam}", args=[tafel.cast.gezin.pk, *rest])


def lees(gebruiker, url: str) -> str:
    antwoord = client_van(gebruiker).get(url)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def velden(tafel: Tafel, **anders):
    """What the coordinator fills in, with the mentor ticked for school about Sanne."""
    cast = tafel.cast
    return {
        "doel": "De school helpt Sanne om elke dag te komen",
        "gehouden_op": "vandaag",
        "geldig_tot": "over 1 jaar",
        f"regels_{cast.mentor_in_gezin.pk}": f"onderwijs:{cast.sanne.pk}",
        **anders,
    }


@pytest.fixture
def met_doel(tafel):
    tafel.doel("Sanne gaat elke dag naar school", tafel.cast.sanne)
    return tafel


def test_the_sheet_is_filled_from_the_goals_and_nothing_is_ticked(met_doel):
    pagina = lees(met_doel.cast.coordinator, adres(met_doel, "gesprek"))
    assert "J. Willems (Basisschool De Wilgentak)" in pagina
    assert "school en onderwijs, over Sanne de Wit" in pagina
    assert " checked" not in pagina
    # Nobody is asked to share with who makes the plan.
    assert "N. Bakker (" not in pagina


def test_what_is_given_or_asked_or_seen_anyway_is_said_and_cannot_be_ticked(met_doel):
    cast = met_doel.cast
    met_doel.doel("Minder drinken", cast.moeder_in_gezin, gebieden=[Leefgebied.VERSLAVING])
    regel = met_doel.school_over_sanne()
    keuze = f'value="onderwijs:{cast.sanne.pk}"'
    pagina = lees(cast.coordinator, adres(met_doel, "gesprek"))
    assert "school en onderwijs, over Sanne de Wit: al gevraagd" in pagina
    # For the clinic it is its own help.
    assert "verslaving, over Petra de Wit: ziet dit al, want nodig voor de eigen hulp" in pagina
    aantal = pagina.count(keuze)
    met_doel.ja(regel, cast.moeder_in_gezin, cast.vader_in_gezin)
    pagina = lees(cast.coordinator, adres(met_doel, "gesprek"))
    assert "school en onderwijs, over Sanne de Wit: toestemming gegeven" in pagina
    assert pagina.count(keuze) == aantal


@pytest.mark.eis("T2", "T3")
def test_saving_asks_the_signers_and_opens_nothing(met_doel):
    cast = met_doel.cast
    antwoord = client_van(cast.coordinator).post(adres(met_doel, "gesprek"), velden(met_doel))
    assert antwoord.status_code == 302
    regel = Toestemming.objects.get()
    assert (regel.ontvanger, regel.leefgebied, regel.over, regel.staat) == (
        cast.mentor_in_gezin, Leefgebied.ONDERWIJS, cast.sanne, "gevraagd",
    )  # fmt: skip
    assert antwoord["Location"] == adres(met_doel, "tekenen", cast.moeder_in_gezin.pk)
    assert not met_doel.ziet(cast.mentor, met_doel.doelen["Sanne gaat elke dag naar school"])
    for ouder in (cast.moeder, cast.vader):
        assert any("gevraagd of iets gedeeld mag worden" in rij.tekst for rij in inbox(ouder).rijen)
    for ander in (cast.broer, cast.mentor):
        assert not any("gedeeld mag worden" in rij.tekst for rij in inbox(ander).rijen)


def test_the_words_that_were_shown_are_kept_with_their_hash(met_doel):
    cast = met_doel.cast
    met_doel.school_over_sanne()
    gesprek = Toestemmingsgesprek.objects.get()
    for stuk in (
        "Zo kan de school Sanne helpen", "J. Willems (Basisschool De Wilgentak) mag weten",
        "school en onderwijs, over Sanne de Wit", "Nee zeggen mag", "Dit geldt tot en met",
    ):  # fmt: skip
        assert stuk in gesprek.tekst
    assert gesprek.tekst_sha256 == hashlib.sha256(gesprek.tekst.encode()).hexdigest()
    pagina = lees(cast.coordinator, adres(met_doel, "blad", gesprek.pk))
    assert gesprek.tekst_sha256 in pagina
    assert "J. Willems (Basisschool De Wilgentak) mag weten" in pagina


def test_something_that_is_in_no_goal_can_be_asked_too(met_doel):
    cast = met_doel.cast
    gegevens = velden(met_doel)
    del gegevens[f"regels_{cast.mentor_in_gezin.pk}"]
    gegevens |= {f"gebieden_{cast.oma.pk}": ["wonen", "werk"], f"wie_{cast.oma.pk}": [str(cast.moeder_in_gezin.pk)]}
    assert client_van(cast.coordinator).post(adres(met_doel, "gesprek"), gegevens).status_code == 302
    assert set(Toestemming.objects.values_list("ontvanger", "leefgebied", "over")) == {
        (cast.oma.pk, "wonen", cast.moeder_in_gezin.pk),
        (cast.oma.pk, "werk", cast.moeder_in_gezin.pk),
    }


def test_colleagues_are_one_choice_and_become_one_line_for_the_instelling(met_doel):
    cast = met_doel.cast
    client_van(cast.coordinator).post(adres(met_doel, "gesprek"), velden(met_doel, ook_collegas="on"))
    regel = Toestemming.objects.get()
    assert (regel.ontvanger, regel.ontvanger_instelling) == (None, cast.school)


FOUTEN = [
    ({"doel": "  "}, "doel", "Vul dit nog in"),
    ({"doel": "x" * 501}, "doel", "Dit is te lang"),
    ({"gehouden_op": "morgen"}, "gehouden_op", "nog niet geweest"),
    ({"geldig_tot": "gisteren"}, "geldig_tot", ""),
    ({"geldig_tot": "vandaag"}, "geldig_tot", "al voorbij"),
    ({"geldig_tot": "over 30 maanden"}, "geldig_tot", "hoogstens twee jaar"),
    ({"geldig_tot": "ooit"}, "geldig_tot", ""),
]


@pytest.mark.eis("G7")
@pytest.mark.parametrize(("anders", "veld", "melding"), FOUTEN)
def test_a_mistake_stands_at_its_field_and_nothing_typed_is_lost(met_doel, anders, veld, melding):
    cast = met_doel.cast
    antwoord = client_van(cast.coordinator).post(adres(met_doel, "gesprek"), velden(met_doel, **anders))
    assert kwam_terug(antwoord)
    form = antwoord.context["form"]
    assert list(form.errors) == [veld]
    assert melding in str(form.errors[veld])
    pagina = antwoord.content.decode()
    assert f'href="#id_{veld}"' in pagina
    assert re.search(rf'value="onderwijs:{cast.sanne.pk}"[^>]*checked', pagina)
    for waarde in {**velden(met_doel), **anders}.values():
        assert waarde.strip() in pagina
    assert not Toestemmingsgesprek.objects.exists()


def test_for_nobody_and_for_nothing_are_said_at_the_choices(met_doel):
    cast = met_doel.cast
    mentor, client = cast.mentor_in_gezin.pk, client_van(cast.coordinator)
    gevallen = [
        ({f"regels_{mentor}": []}, f"regels_{cast.oma.pk}", "Kies minstens één ding"),
        ({f"gebieden_{mentor}": ["wonen"]}, f"wie_{mentor}", "Kies over wie"),
        ({f"wie_{mentor}": ["samen"]}, f"gebieden_{mentor}", "Kies waarover"),
        ({f"wie_{mentor}": ["samen"], f"gebieden_{mentor}": ["geheimen"]}, f"gebieden_{mentor}", "hoort niet"),
        ({f"regels_{mentor}": [f"wonen:{cast.sanne.pk}"]}, f"regels_{mentor}", "hoort niet"),
    ]
    for anders, veld, melding in gevallen:
        antwoord = client.post(adres(met_doel, "gesprek"), velden(met_doel, **anders))
        assert kwam_terug(antwoord)
        assert melding in str(antwoord.context["form"].errors.get(veld)), antwoord.context["form"].errors
    assert not Toestemmingsgesprek.objects.exists()


def test_only_who_takes_part_may_receive_and_only_about_this_family(met_doel):
    cast = met_doel.cast
    elders = Deelnemer.objects.get(gezin=cast.ander_gezin, gebruiker=cast.andere_moeder)
    stop_deelname(cast.behandelaar_in_gezin, nu=met_doel.nu, door=cast.coordinator, reden="klaar")
    for wie, over in (
        (elders, cast.sanne),
        (cast.moeder_in_gezin, cast.sanne),
        (cast.behandelaar_in_gezin, cast.sanne),
        (cast.mentor_in_gezin, elders),
        (cast.mentor_in_gezin, cast.oma),
    ):
        with pytest.raises(RuleError) as fout:
            met_doel.vraag((wie, Leefgebied.ONDERWIJS, over))
        assert fout.value.field == "regels"
    assert not Toestemming.objects.exists()


@pytest.mark.eis("T2")
def test_asked_again_after_a_no_the_old_line_ends_and_a_new_one_waits(met_doel):
    cast = met_doel.cast
    eerst = met_doel.school_over_sanne()
    met_doel.zegt(cast.vader_in_gezin, "nee", eerst)
    assert "(eerder nee)" in lees(cast.coordinator, adres(met_doel, "gesprek"))
    dan = met_doel.school_over_sanne()
    assert (met_doel.staat(eerst), met_doel.staat(dan)) == ("verlopen", "gevraagd")


def test_twice_the_same_is_said_by_name(met_doel):
    cast = met_doel.cast
    met_doel.school_over_sanne()
    gegevens = velden(met_doel)
    mentor = cast.mentor_in_gezin.pk
    del gegevens[f"regels_{mentor}"]
    gegevens |= {f"gebieden_{mentor}": ["onderwijs", "wonen"], f"wie_{mentor}": [str(cast.sanne.pk)]}
    antwoord = client_van(cast.coordinator).post(adres(met_doel, "gesprek"), gegevens)
    assert kwam_terug(antwoord)
    fout = str(antwoord.context["form"].errors[f"gebieden_{mentor}"])
    assert "al gevraagd of gegeven: school en onderwijs, over Sanne de Wit" in fout


def test_a_new_betrokkene_asks_for_that_line_only(met_doel):
    cast = met_doel.cast
    eerste = met_doel.school_over_sanne()
    met_doel.ja(eerste, cast.moeder_in_gezin, cast.vader_in_gezin)
    met_doel.vraag((cast.oma, Leefgebied.ONDERWIJS, cast.sanne))
    assert met_doel.staat(eerste) == "geldig"
    pagina = lees(cast.coordinator, adres(met_doel, "tekenen", cast.moeder_in_gezin.pk))
    assert "Riet de Wit (oma) mag weten" in pagina
    assert "J. Willems" not in pagina


def test_sent_twice_is_one_talk(met_doel):
    client = client_van(met_doel.cast.coordinator)
    sleutel = re.search(r'name="eenmalig" value="([^"]+)"', client.get(adres(met_doel, "gesprek")).content.decode())[1]
    for _keer in range(2):
        client.post(adres(met_doel, "gesprek"), velden(met_doel, eenmalig=sleutel))
    assert Toestemmingsgesprek.objects.count() == 1


def test_the_sheet_costs_as_many_queries_for_eleven_as_for_four(met_doel):
    client = client_van(met_doel.cast.coordinator)
    client.get(adres(met_doel, "gesprek"))
    with CaptureQueriesContext(connection) as klein:
        client.get(adres(met_doel, "gesprek"))
    voeg_betrokkenen_toe(met_doel, 7)
    with CaptureQueriesContext(connection) as groot:
        client.get(adres(met_doel, "gesprek"))
    assert len(groot) == len(klein) <= 30


@pytest.mark.eis("R2")
def test_talking_it_over_again_is_asked_when_the_end_is_near_and_not_a_year_before(met_doel):
    met_doel.school_over_sanne()
    vraag = "Bespreek de toestemming opnieuw: Gezin De Wit"
    coordinator = met_doel.cast.coordinator

    def werk(dagen: int) -> list[str]:
        gevonden = mijn_werk(coordinator, met_doel.nu + timedelta(days=dagen))
        return [regel.tekst for groep in gevonden.groepen for regel in groep.rijen]

    assert vraag not in werk(0)
    assert vraag in werk(350)


def test_the_end_is_a_year_away_unless_they_say_otherwise(met_doel):
    pagina = lees(met_doel.cast.coordinator, adres(met_doel, "gesprek"))
    assert f'value="{als_woorden(met_doel.vandaag + timedelta(days=365))}"' in pagina
