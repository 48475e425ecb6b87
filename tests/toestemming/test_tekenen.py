"""Signing at the table and on the own phone: read aloud, yes as easy as no, nothing chosen beforehand (T1, T2)."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from instanties.actions import leg_instelling_vast
from instanties.models import Leefgebied
from tests.inloggen import client_van, kwam_terug
from tests.toestemming.conftest import Tafel
from toestemming.actions import zet_vlag
from toestemming.models import Handtekening, Poging, Vorm

pytestmark = pytest.mark.django_db


def adres(tafel: Tafel, naam: str, *rest) -> str:
    return reverse(f"toestemming:{naam}", args=[tafel.cast.gezin.pk, *rest])


def lees(gebruiker, url: str, **vraag) -> str:
    antwoord = client_van(gebruiker).get(url, vraag, follow=True)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def keuzes(pagina: str, regel) -> list[str]:
    """The tags of the answers to one line."""
    return re.findall(rf'<input[^>]*name="regel_{regel.pk}"[^>]*>', pagina)


@pytest.fixture
def gevraagd(tafel):
    """Give the table with two lines that mother must sign, of which one is hers alone."""
    cast = tafel.cast
    tafel.over_sanne, tafel.over_moeder = tafel.vraag(
        (cast.mentor_in_gezin, Leefgebied.ONDERWIJS, cast.sanne),
        (cast.mentor_in_gezin, Leefgebied.WERK, cast.moeder_in_gezin),
    )
    return tafel


@pytest.mark.eis("T1", "T2")
def test_each_signs_under_the_lines_that_are_his_or_hers_with_the_kept_words(gevraagd):
    cast = gevraagd.cast
    moeder = lees(cast.coordinator, adres(gevraagd, "tekenen", cast.moeder_in_gezin.pk))
    vader = lees(cast.coordinator, adres(gevraagd, "tekenen", cast.vader_in_gezin.pk))
    tekst = gevraagd.over_sanne.gesprek.tekst
    for zin in ("Waarvoor delen we dit? Zo kan de school Sanne helpen", "Nee zeggen mag. Later stoppen mag ook"):
        assert zin in tekst
        assert zin in moeder
    assert "school en onderwijs, over Sanne de Wit" in moeder
    assert "als ouder met gezag" in moeder
    assert "werk en dagbesteding, over Petra de Wit" in moeder
    assert "voor zichzelf" in moeder
    assert "over Petra" not in vader


@pytest.mark.eis("T2")
def test_nothing_is_chosen_and_yes_and_no_are_alike(gevraagd):
    cast = gevraagd.cast
    pagina = lees(cast.coordinator, adres(gevraagd, "tekenen", cast.moeder_in_gezin.pk))
    for regel in (gevraagd.over_sanne, gevraagd.over_moeder):
        ja, nee = keuzes(pagina, regel)
        assert "checked" not in ja + nee
    knoppen = re.findall(r'<button class="([^"]+)" type="submit" name="alles" value="(\w+)"', pagina)
    assert [waarde for _klasse, waarde in knoppen] == ["ja", "nee"]
    assert len({klasse for klasse, _waarde in knoppen}) == 1


@pytest.mark.eis("T1")
@pytest.mark.parametrize("antwoord", ["ja", "nee"])
def test_one_tap_fills_in_the_lines_shown_and_signs_nothing(gevraagd, antwoord):
    cast = gevraagd.cast
    client = client_van(cast.coordinator)
    url = adres(gevraagd, "tekenen", cast.moeder_in_gezin.pk)
    pagina = client.post(url, {"alles": antwoord, "vorm": "schriftelijk", "bewijs": "kast 2", "gegeven_op": "vandaag"})
    assert pagina.status_code == 200
    tekst = pagina.content.decode()
    for regel in (gevraagd.over_sanne, gevraagd.over_moeder):
        aan = [tag for tag in keuzes(tekst, regel) if "checked" in tag]
        assert len(aan) == 1
        assert f'value="{antwoord}"' in aan[0]
    assert "kast 2" in tekst
    assert not Handtekening.objects.exists()


@pytest.mark.eis("T2")
def test_refusing_takes_as_many_taps_as_giving_on_the_phone(gevraagd):
    cast = gevraagd.cast
    client = client_van(cast.moeder)
    assert "Mag dit gedeeld worden?" in lees(cast.moeder, reverse("gezinsplan:ons_plan_gezin", args=[cast.gezin.pk]))
    url = adres(gevraagd, "tekenen", cast.moeder_in_gezin.pk)
    assert client.post(url, {f"regel_{gevraagd.over_moeder.pk}": "nee"}).status_code == 302
    assert client.post(url, {f"regel_{gevraagd.over_sanne.pk}": "ja"}).status_code == 302
    assert gevraagd.staat(gevraagd.over_moeder) == "geweigerd"
    assert set(Handtekening.objects.values_list("antwoord", "vorm")) == {("nee", Vorm.DIGITAAL), ("ja", Vorm.DIGITAAL)}
    # And a no may be thought over again.
    assert "eerder was het antwoord nee" in lees(cast.moeder, url)
    client.post(url, {f"regel_{gevraagd.over_moeder.pk}": "ja"})
    assert gevraagd.staat(gevraagd.over_moeder) == "geldig"


@pytest.mark.eis("T1")
def test_the_next_signer_follows_and_then_the_overview(gevraagd):
    cast = gevraagd.cast
    client = client_van(cast.coordinator)
    antwoorden = {f"regel_{regel.pk}": "ja" for regel in (gevraagd.over_sanne, gevraagd.over_moeder)}
    hoe = {"vorm": "mondeling", "gegeven_op": "vandaag"}
    eerst = client.post(adres(gevraagd, "tekenen", cast.moeder_in_gezin.pk), {**antwoorden, **hoe})
    assert eerst["Location"] == adres(gevraagd, "tekenen", cast.vader_in_gezin.pk)
    dan = client.post(eerst["Location"], {f"regel_{gevraagd.over_sanne.pk}": "ja", **hoe})
    assert dan["Location"] == adres(gevraagd, "toestemming")
    assert gevraagd.staat(gevraagd.over_sanne) == "geldig"


@pytest.mark.eis("T1", "G7")
@pytest.mark.parametrize(
    ("anders", "veld", "melding"),
    [
        ({"vorm": ""}, "vorm", "Kies hoe het is gezegd"),
        ({"vorm": "schriftelijk"}, "bewijs", "waar het papier"),
        ({"gegeven_op": "morgen"}, "gegeven_op", "nog niet geweest"),
        ({"gegeven_op": "gisteren"}, "gegeven_op", "voor het gesprek"),
        ({"regels": False}, "regel_", "Kies ja of nee"),
    ],
)
def test_a_mistake_stands_at_its_field_and_the_answers_stay(gevraagd, anders, veld, melding):
    cast = gevraagd.cast
    gegevens = {"vorm": "mondeling", "gegeven_op": "vandaag", f"regel_{gevraagd.over_moeder.pk}": "ja"}
    if anders.pop("regels", True) is False:
        del gegevens[f"regel_{gevraagd.over_moeder.pk}"]
    antwoord = client_van(cast.coordinator).post(
        adres(gevraagd, "tekenen", cast.moeder_in_gezin.pk), {**gegevens, **anders}
    )
    assert kwam_terug(antwoord)
    [fout] = antwoord.context["form"].errors
    assert fout.startswith(veld)
    assert melding in str(antwoord.context["form"].errors[fout])
    aan = [tag for tag in keuzes(antwoord.content.decode(), gevraagd.over_moeder) if "checked" in tag]
    assert len(aan) == (veld != "regel_")
    assert not Handtekening.objects.exists()


@pytest.mark.eis("T2")
def test_a_youngster_is_spoken_to_informally(tafel):
    cast = tafel.cast
    [regel] = tafel.vraag((cast.mentor_in_gezin, Leefgebied.ONDERWIJS, cast.broer_in_gezin))
    pagina = lees(cast.broer, adres(tafel, "tekenen", cast.broer_in_gezin.pk))
    assert "Je mag bij elke regel ja of nee zeggen" in pagina
    assert "U mag" not in pagina
    client_van(cast.broer).post(adres(tafel, "tekenen", cast.broer_in_gezin.pk), {f"regel_{regel.pk}": "ja"})
    # Both parents still have to.
    assert tafel.staat(regel) == "gevraagd"


@pytest.mark.eis("T2", "T3")
def test_nobody_answers_a_line_that_is_not_his(gevraagd):
    cast = gevraagd.cast
    url = adres(gevraagd, "tekenen", cast.vader_in_gezin.pk)
    client_van(cast.vader).post(url, {f"regel_{gevraagd.over_moeder.pk}": "ja"})
    assert not Handtekening.objects.exists()
    assert client_van(cast.moeder).get(url).status_code == 403


@pytest.mark.eis("T3", "X5")
def test_of_who_is_kept_from_somebody_nothing_is_asked_there(tafel):
    cast = tafel.cast
    herzien_op = tafel.vandaag + timedelta(days=60)
    zet_vlag(cast.vader_in_gezin, [cast.sanne.pk], "bedreiging", herzien_op, nu=tafel.nu, door=cast.coordinator)
    tafel.school_over_sanne()
    for url in (
        adres(tafel, "toestemming"),
        adres(tafel, "tekenen", cast.vader_in_gezin.pk),
        reverse("gezinsplan:ons_plan_gezin", args=[cast.gezin.pk]),
    ):
        pagina = lees(cast.vader, url)
        assert "school en onderwijs, over Sanne" not in pagina
        assert "Mag dit gedeeld worden" not in pagina or "Er wordt u nu niets gevraagd" in pagina


@pytest.mark.eis("X5", "T1")
def test_an_instelling_whose_name_says_too_much_is_named_by_other_words_to_who_does_not_know_it(tafel):
    cast = tafel.cast
    leg_instelling_vast(
        cast.kliniek, naam_gevoelig=True, naam_voor_anderen="een instelling voor zorg", door=cast.beheerder
    )
    tafel.vraag(
        (cast.behandelaar_in_gezin, Leefgebied.ONDERWIJS, cast.broer_in_gezin),
        (cast.behandelaar_in_gezin, Leefgebied.WERK, cast.moeder_in_gezin),
    )
    for naam in ("toestemming", "tekenen"):
        rest = [cast.broer_in_gezin.pk] if naam == "tekenen" else []
        pagina = lees(cast.broer, adres(tafel, naam, *rest))
        assert "T. Okafor (een instelling voor zorg)" in pagina
        assert "Keerpunt" not in pagina
    assert "T. Okafor (Kliniek Het Keerpunt)" in lees(cast.moeder, adres(tafel, "toestemming"))


@pytest.mark.eis("T2")
def test_an_attempt_is_recorded_and_the_ways_on_are_named(gevraagd):
    cast = gevraagd.cast
    client, url = client_van(cast.coordinator), adres(gevraagd, "poging", cast.vader_in_gezin.pk)
    fout = client.post(url, {"op": "morgen", "hoe": "gebeld", "uitkomst": ""})
    assert kwam_terug(fout)
    assert set(fout.context["form"].errors) == {"op", "uitkomst"}
    assert 'value="gebeld"' in fout.content.decode()
    client.post(url, {"op": "vandaag", "hoe": "gebeld", "uitkomst": "geen gehoor"})
    assert Poging.objects.get().wie == cast.vader_in_gezin
    pagina = lees(cast.coordinator, adres(gevraagd, "toestemming"))
    for stuk in ("gebeld. geen gehoor", "Mark Jonker", "vervangende toestemming", "overmacht", "Vraag het later"):
        assert stuk in pagina


@pytest.mark.eis("T2")
def test_the_coordinator_reads_who_must_still_answer_and_what_to_find_out(gevraagd):
    cast = gevraagd.cast
    gevraagd.ja(gevraagd.over_sanne, cast.moeder_in_gezin)
    pagina = lees(cast.coordinator, adres(gevraagd, "toestemming"))
    assert "Wacht nog op: Mark Jonker" in pagina
    cast.sanne.gezag_bekend = False
    cast.sanne.save()
    assert "kijk in het gezagsregister" in lees(cast.coordinator, adres(gevraagd, "toestemming"))


def test_the_pages_cost_a_fixed_number_of_queries(gevraagd):
    cast = gevraagd.cast
    paginas = [
        (cast.coordinator, adres(gevraagd, "toestemming"), 45),
        (cast.moeder, adres(gevraagd, "toestemming"), 45),
        (cast.coordinator, adres(gevraagd, "tekenen", cast.moeder_in_gezin.pk), 40),
    ]

    def tel() -> list[int]:
        aantallen = []
        for wie, url, _meest in paginas:
            client = client_van(wie)
            client.get(url)
            with CaptureQueriesContext(connection) as vragen:
                client.get(url)
            aantallen.append(len(vragen))
        return aantallen

    klein = tel()
    meer = gevraagd.vraag(
        *((wie, gebied, cast.moeder_in_gezin)
          for wie in (cast.oma, cast.behandelaar_in_gezin)
          for gebied in (Leefgebied.WONEN, Leefgebied.WERK, Leefgebied.OPVOEDING))
    )  # fmt: skip
    gevraagd.zegt(cast.moeder_in_gezin, "ja", *meer[:3])
    assert tel() == klein
    assert all(aantal <= meest for aantal, (_wie, _url, meest) in zip(klein, paginas, strict=True)), klein
