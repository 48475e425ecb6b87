"""Taking consent back: three taps, closed at once, what was shared until then, and a talk about it (T3)."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from berichten.selectie import inbox
from core.errors import NotAllowed, RuleError
from gezinnen.actions import BetrokkeneGegevens, voeg_betrokkene_toe
from gezinnen.models import Deelnemer, SoortDeelnemer
from gezinsplan import actions as plan_actions
from gezinsplan.actions import AfspraakGegevens, papier
from gezinsplan.forms.gezin import AccountForm, NieuweBetrokkeneForm
from instanties.models import Instelling, Leefgebied
from termijnen.actions import bewaak
from termijnen.models import Termijn
from tests.inloggen import client_van, kwam_terug
from tests.sleutels import without_keys
from tests.toestemming.conftest import Tafel
from toestemming import actions
from toestemming.models import Grondslag, Intrekking
from woorden.duur import Duur, Eenheid

pytestmark = pytest.mark.django_db

DOEL = "Sanne gaat elke dag naar school"


def adres(tafel: Tafel, naam: str, *rest) -> str:
    return reverse(f"toestemming:{naam}", args=[tafel.cast.gezin.pk, *rest])


def plan(tafel: Tafel, naam: str = "plan") -> str:
    return reverse(f"gezinsplan:{naam}", args=[tafel.cast.gezin.pk])


def lees(gebruiker, url: str) -> str:
    antwoord = client_van(gebruiker).get(url)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def link(pagina: str, woorden: str) -> str:
    """Where the link with these words leads."""
    gevonden = re.search(rf'href="([^"]+)"[^>]*>(?:<svg.*?</svg>)?\s*{woorden}', pagina)
    assert gevonden, woorden
    return gevonden[1].replace("&amp;", "&")


@pytest.fixture
def gedeeld(tafel):
    """Give the table where the mentor may know of school and of work, and grandmother of work."""
    cast = tafel.cast
    tafel.doel(DOEL, cast.sanne)
    tafel.doel("Moeder vindt werk", cast.moeder_in_gezin, gebieden=[Leefgebied.WERK])
    tafel.school, tafel.werk, tafel.oma = tafel.vraag(
        (cast.mentor_in_gezin, Leefgebied.ONDERWIJS, cast.sanne),
        (cast.mentor_in_gezin, Leefgebied.WERK, cast.moeder_in_gezin),
        (cast.oma, Leefgebied.WERK, cast.moeder_in_gezin),
    )
    tafel.zegt(cast.moeder_in_gezin, "ja", tafel.school, tafel.werk, tafel.oma)
    tafel.ja(tafel.school, cast.vader_in_gezin)
    return tafel


@pytest.mark.eis("T3")
def test_from_our_plan_in_three_taps_and_it_is_closed(gedeeld):
    cast = gedeeld.cast
    assert DOEL in lees(cast.mentor, plan(gedeeld))
    client = client_van(cast.moeder)
    ons_plan = client.get(plan(gedeeld, "ons_plan_gezin")).content.decode()
    mijn = client.get(link(ons_plan, "Toestemming")).content.decode()
    vraag_url = link(mijn, r"Stop met delen met J\. Willems")
    vraag = client.get(vraag_url).content.decode()
    assert "Ja, stop" in vraag
    assert "Het stopt meteen" in vraag
    regels = re.findall(r'name="regels" value="([^"]+)"', vraag)
    assert set(regels) == {str(gedeeld.school.pk), str(gedeeld.werk.pk)}
    antwoord = client.post(vraag_url, {"regels": regels}, follow=True)
    pagina = antwoord.content.decode()
    assert "De hulp gaat gewoon door" in pagina
    # The mentor's next page doesn't have it, and nothing of the family's own view is gone.
    for doel in (DOEL, "Moeder vindt werk"):
        assert doel not in lees(cast.mentor, plan(gedeeld))
        assert doel in lees(cast.moeder, plan(gedeeld, "ons_plan_gezin"))
    assert gedeeld.staat(gedeeld.oma) == "geldig"


@pytest.mark.eis("T3")
def test_one_subject_stops_and_the_rest_goes_on(gedeeld):
    cast = gedeeld.cast
    mijn = lees(cast.moeder, adres(gedeeld, "toestemming"))
    url = adres(gedeeld, "intrekken", cast.moeder_in_gezin.pk)
    assert f"{url}?regels={gedeeld.werk.pk}" in mijn
    client_van(cast.moeder).post(url, {"regels": [str(gedeeld.werk.pk)]})
    assert [gedeeld.staat(regel) for regel in (gedeeld.school, gedeeld.werk, gedeeld.oma)] == [
        "geldig", "ingetrokken", "geldig",
    ]  # fmt: skip
    assert "Moeder vindt werk" not in lees(cast.mentor, plan(gedeeld))
    assert DOEL in lees(cast.mentor, plan(gedeeld))


@pytest.mark.eis("T3")
def test_everything_at_once(gedeeld):
    cast = gedeeld.cast
    url = adres(gedeeld, "intrekken", cast.moeder_in_gezin.pk)
    regels = re.findall(r'name="regels" value="([^"]+)"', lees(cast.moeder, url))
    client_van(cast.moeder).post(url, {"regels": regels})
    assert {gedeeld.staat(regel) for regel in (gedeeld.school, gedeeld.werk, gedeeld.oma)} == {"ingetrokken"}


@pytest.mark.eis("T3", "X1")
def test_she_reads_who_looked_until_then(gedeeld):
    cast = gedeeld.cast
    lees(cast.mentor, plan(gedeeld))
    intrekking = gedeeld.trek_in(cast.moeder_in_gezin, gedeeld.werk)
    pagina = lees(cast.moeder, adres(gedeeld, "gestopt", intrekking.pk))
    gelezen = pagina[pagina.index("tot nu toe gelezen") :]
    assert "J. Willems" in gelezen
    assert "werk en dagbesteding, over Petra de Wit" in gelezen
    # Only what this line opened, not what else he read.
    assert "school en onderwijs" not in gelezen


@pytest.mark.eis("T3", "G9", "X1")
def test_what_went_on_paper_is_said_too(gedeeld):
    cast = gedeeld.cast
    client = client_van(cast.mentor)
    waar = client.post(reverse("gezinsplan:papier_vragen", args=[cast.gezin.pk]))["Location"]
    papier.maak_wachtende(gedeeld.nu + timedelta(minutes=5))
    assert client.get(f"{waar}bestand/").status_code == 200
    intrekking = gedeeld.trek_in(cast.moeder_in_gezin, gedeeld.werk)
    assert "ook op papier gezet" in lees(cast.moeder, adres(gedeeld, "gestopt", intrekking.pk))


@pytest.mark.eis("T3", "X1")
def test_what_was_asked_but_never_given_was_not_read_on_it(tafel):
    cast = tafel.cast
    doel = tafel.doel(DOEL, cast.sanne)
    # His own afspraak is about the same subject; he reads it without consent.
    afspraak = AfspraakGegevens("Bellen", [cast.mentor_in_gezin.pk], tafel.vandaag, Duur(2, Eenheid.WEEK))
    plan_actions.voeg_afspraak_toe(doel, afspraak, nu=tafel.nu, door=cast.coordinator)
    school, werk = tafel.vraag(
        (cast.mentor_in_gezin, Leefgebied.ONDERWIJS, cast.sanne),
        (cast.mentor_in_gezin, Leefgebied.WERK, cast.moeder_in_gezin),
    )
    tafel.zegt(cast.moeder_in_gezin, "ja", school, werk)
    lees(cast.mentor, plan(tafel))
    intrekking = tafel.trek_in(cast.moeder_in_gezin, school, werk)
    assert "Niemand heeft hier iets van gelezen" in lees(cast.moeder, adres(tafel, "gestopt", intrekking.pk))


@pytest.mark.eis("T3")
def test_nobody_looked_is_said(gedeeld):
    intrekking = gedeeld.trek_in(gedeeld.cast.moeder_in_gezin, gedeeld.oma)
    pagina = lees(gedeeld.cast.moeder, adres(gedeeld, "gestopt", intrekking.pk))
    assert "Niemand heeft hier iets van gelezen" in pagina


@pytest.mark.eis("T3", "E10")
def test_the_record_stays_and_everybody_concerned_is_told_without_content(gedeeld):
    cast = gedeeld.cast
    gedeeld.trek_in(cast.moeder_in_gezin, gedeeld.werk)
    assert any("er is toestemming ingetrokken" in rij.tekst for rij in inbox(cast.coordinator).rijen)
    assert any("deelt iets niet langer met u" in rij.tekst for rij in inbox(cast.mentor).rijen)
    eerder = lees(cast.moeder, adres(gedeeld, "toestemming"))
    assert "Ingetrokken" in eerder
    assert "werk en dagbesteding, over Petra de Wit" in eerder


@pytest.mark.eis("T3", "R2")
def test_the_talk_is_in_mijn_werk_and_is_recorded_on_the_page(gedeeld):
    cast = gedeeld.cast
    intrekking = gedeeld.trek_in(cast.moeder_in_gezin, gedeeld.werk)
    werk = lees(cast.coordinator, reverse("werklijst:mijn_werk"))
    assert "Praat over ingetrokken toestemming: Gezin De Wit" in werk
    url = adres(gedeeld, "toestemming")
    assert f'href="{url}"' in werk
    pagina = lees(cast.coordinator, url)
    assert "Petra de Wit stopte met delen" in pagina
    daad = adres(gedeeld, "besproken", intrekking.pk)
    client = client_van(cast.coordinator)
    fout = client.post(daad, {"besproken_op": "gisteren", "uitkomst": "Oma belt eerst"})
    assert kwam_terug(fout)
    assert "voor het intrekken" in fout.content.decode()
    assert "Oma belt eerst" in fout.content.decode()
    leeg = client.post(daad, {"besproken_op": "vandaag", "uitkomst": " "})
    assert "Vul dit nog in" in leeg.content.decode()
    assert client.post(daad, {"besproken_op": "vandaag", "uitkomst": "Oma belt eerst"}).status_code == 302
    assert Intrekking.objects.get().uitkomst == "Oma belt eerst"
    assert "Praat over ingetrokken" not in lees(cast.coordinator, reverse("werklijst:mijn_werk"))
    assert "Oma belt eerst" in lees(cast.coordinator, url)


@pytest.mark.eis("T3", "E12")
def test_a_talk_that_does_not_come_is_asked_again(gedeeld):
    cast = gedeeld.cast
    intrekking = gedeeld.trek_in(cast.moeder_in_gezin, gedeeld.werk)
    bewaak(gedeeld.nu + timedelta(days=9))
    assert any("gesprek over ingetrokken toestemming is er nog niet" in r.tekst for r in inbox(cast.coordinator).rijen)
    lopend = Termijn.objects.lopend().get(soort="intrekking")
    assert Intrekking.objects.get(pk=intrekking.pk).termijn == lopend


@pytest.mark.eis("T2", "T3")
def test_only_who_must_sign_takes_back(gedeeld):
    cast = gedeeld.cast
    with pytest.raises(RuleError) as fout:
        gedeeld.trek_in(cast.vader_in_gezin, gedeeld.werk)
    assert fout.value.field == "regels"
    for door in (cast.vader, cast.mentor, cast.buitenstaander):
        with pytest.raises(NotAllowed):
            actions.trek_in(cast.moeder_in_gezin, [gedeeld.werk.pk], nu=gedeeld.nu, door=door)
    # He may for his daughter: both holders sign, so either stops it.
    gedeeld.trek_in(cast.vader_in_gezin, gedeeld.school)
    assert gedeeld.staat(gedeeld.school) == "ingetrokken"


@pytest.mark.eis("T3")
@pytest.mark.parametrize("regels", [[], ["00000000-0000-0000-0000-000000000000"], ["geen id"]])
def test_nothing_or_something_else_is_said_and_stops_nothing(gedeeld, regels):
    cast = gedeeld.cast
    url = adres(gedeeld, "intrekken", cast.moeder_in_gezin.pk)
    antwoord = client_van(cast.moeder).post(url, {"regels": regels})
    assert kwam_terug(antwoord)
    assert "regels" in antwoord.context["form"].errors
    assert not Intrekking.objects.exists()


@pytest.mark.eis("T3")
def test_twice_the_same_stops_once(gedeeld):
    cast = gedeeld.cast
    url, client = adres(gedeeld, "intrekken", cast.moeder_in_gezin.pk), client_van(cast.moeder)
    assert client.post(url, {"regels": [str(gedeeld.werk.pk)]}).status_code == 302
    assert kwam_terug(client.post(url, {"regels": [str(gedeeld.werk.pk)]}))
    assert Intrekking.objects.count() == 1


@pytest.mark.eis("T3")
def test_the_coordinator_records_it_for_who_has_no_phone_one_line_or_more(gedeeld):
    cast = gedeeld.cast
    url = adres(gedeeld, "intrekken", cast.moeder_in_gezin.pk)
    assert url in lees(cast.coordinator, adres(gedeeld, "toestemming"))
    pagina = lees(cast.coordinator, url)
    assert pagina.count('type="checkbox" name="regels"') == 3
    assert "checked" not in pagina
    client_van(cast.coordinator).post(url, {"regels": [str(gedeeld.oma.pk)]})
    assert gedeeld.staat(gedeeld.oma) == "ingetrokken"


@pytest.mark.eis("T3")
def test_a_gezinslid_reads_only_lines_about_or_for_him_or_herself(gedeeld):
    cast = gedeeld.cast
    vader, broer = (lees(wie, adres(gedeeld, "toestemming")) for wie in (cast.vader, cast.broer))
    assert "school en onderwijs, over Sanne de Wit" in vader
    assert "over Petra" not in vader
    for stuk in ("over Sanne", "over Petra"):
        assert stuk not in broer


@pytest.mark.eis("T3")
def test_what_is_seen_without_consent_is_said_honestly(gedeeld):
    pagina = lees(gedeeld.cast.moeder, adres(gedeeld, "toestemming"))
    zonder = pagina[pagina.index("zonder toestemming?") :]
    assert "T. Okafor" in zonder
    assert "Verslaving" in zonder
    assert "Wie hulp geeft, ziet wat nodig is voor die hulp" in zonder
    # Her son isn't told of another's help.
    broer = lees(gedeeld.cast.broer, adres(gedeeld, "toestemming"))
    assert "Okafor" not in broer
    assert "erslaving" not in broer


@pytest.mark.eis("T3")
def test_without_a_ground_not_everything_is_shared_is_said_once_and_without_a_number(gedeeld):
    cast = gedeeld.cast
    zin = "Niet alles in dit plan is met u gedeeld. Het gezin beslist wat u ziet."
    assert lees(cast.mentor, plan(gedeeld)).count(zin) == 1
    assert lees(cast.mentor, adres(gedeeld, "toestemming")).count(zin) == 1
    for wie in (cast.coordinator, cast.moeder):
        naam = "plan" if wie == cast.coordinator else "ons_plan_gezin"
        assert zin not in lees(wie, plan(gedeeld, naam))


@pytest.mark.eis("T3")
def test_the_receiver_reads_what_is_shared_with_him_and_nothing_of_others(gedeeld):
    pagina = lees(gedeeld.cast.mentor, adres(gedeeld, "toestemming"))
    assert "School en onderwijs, over Sanne de Wit" in pagina
    assert "Riet" not in without_keys(pagina)


@pytest.mark.eis("T3")
def test_the_share_of_a_betrokkene_is_changed_on_its_own_page(gedeeld):
    cast = gedeeld.cast
    url = adres(gedeeld, "aandeel", cast.behandelaar_in_gezin.pk)
    assert url in lees(
        cast.coordinator,
        reverse("gezinsplan:betrokkene_wijzigen", args=[cast.gezin.pk, cast.behandelaar_in_gezin.pk]),
    )
    gedeeld.doel("Rustig slapen", cast.moeder_in_gezin, gebieden=[Leefgebied.LICHAMELIJK])
    assert not gedeeld.ziet(cast.behandelaar, gedeeld.doelen["Rustig slapen"])
    client = client_van(cast.coordinator)
    assert kwam_terug(client.post(url, {"leefgebieden": ["onzin"]}))
    client.post(url, {"leefgebieden": ["lichamelijk"]})
    assert gedeeld.ziet(cast.behandelaar, gedeeld.doelen["Rustig slapen"])


@pytest.mark.eis("T3")
@pytest.mark.parametrize("helpt", [True, False])
def test_nothing_is_ticked_beforehand(cast, helpt):
    """What the help is about stands beside it; of who gives none nothing is asked."""
    cast.kliniek.biedt_hulp = helpt
    nieuw = Deelnemer(
        gezin=cast.gezin, soort=SoortDeelnemer.PROFESSIONAL, instelling=cast.kliniek, gebruiker=cast.manager, naam="X"
    )
    for form in (NieuweBetrokkeneForm(gezin=cast.gezin, deelnemer=nieuw), AccountForm(deelnemer=nieuw)):
        assert ("leefgebieden" in form.fields) is helpt
        if helpt:
            veld = form.fields["leefgebieden"]
            assert not veld.initial
            assert "Het aanbod van Kliniek Het Keerpunt gaat over: verslaving" in veld.help_text


@pytest.mark.eis("T3")
def test_a_new_instelling_gives_no_help_unless_somebody_says_so(cast):
    client = client_van(cast.beheerder)
    assert not client.get(reverse("instanties:instelling_toevoegen")).context["form"]["biedt_hulp"].value()
    assert not Instelling._meta.get_field("biedt_hulp").default


@pytest.mark.eis("T3")
def test_who_takes_part_without_a_choice_reads_the_own_afspraken_only(cast):
    gegevens = BetrokkeneGegevens(naam=cast.manager_kliniek.naam, instelling=cast.kliniek)
    cast.kliniek.biedt_hulp = True
    cast.kliniek.save()
    rij = voeg_betrokkene_toe(cast.gezin, gegevens, gebruiker=cast.manager_kliniek, nu=cast.nu, door=cast.coordinator)
    assert rij.gebruiker == cast.manager_kliniek
    gronden = Grondslag.objects.filter(gezin=cast.gezin, gebruiker=cast.manager_kliniek)
    assert [gebied for grond in gronden for gebied in grond.leefgebieden] == []
