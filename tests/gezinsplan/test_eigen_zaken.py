"""Own matters: what somebody of the family lets another see, and how that other will see it (T3)."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from berichten.models import Bericht
from gezinnen.actions import GezinslidGegevens, voeg_gezinslid_toe
from gezinnen.models import Deelnemer, Relatie
from gezinsplan import actions
from gezinsplan.actions import DoelGegevens, Terugblik
from gezinsplan.models import Afspraak, Doel
from gezinsplan.planbeeld import planbeeld
from instanties.models import Leefgebied
from logboek.models import Logregel
from tests.cast import jarig, maak_account
from tests.gezag import zet_gezag
from tests.inloggen import client_van, kwam_terug
from toestemming.actions import kies_wat_te_zien, zet_vlag
from toestemming.doorsnede import voorvertoning
from toestemming.models import Deelkeuze
from toestemming.zicht import blik

pytestmark = pytest.mark.django_db

GEHEIM_VAN_DAAN = "Daan praat met iemand over somber zijn"


def doel(plan, tekst, *over_wie, leefgebieden) -> Doel:
    gegevens = DoelGegevens(tekst, leefgebieden=list(leefgebieden), over_wie=[lid.pk for lid in over_wie])
    return actions.voeg_doel_toe(plan.cast.gezin, gegevens, nu=plan.nu, door=plan.cast.coordinator)


@pytest.fixture
def plan(voorbeeld):
    """Give the example with own matters of mother, of father, of Daan, and of the family together."""
    cast = voorbeeld.cast
    voorbeeld.kliniek = doel(
        voorbeeld, "Petra houdt vol bij de kliniek", cast.moeder_in_gezin, leefgebieden=[Leefgebied.VERSLAVING]
    )
    voorbeeld.belt = voorbeeld.afspraak(
        "Petra belt de kliniek",
        cast.moeder_in_gezin,
        doel=voorbeeld.kliniek,
        over_wie=[cast.moeder_in_gezin.pk],
        leefgebieden=[Leefgebied.VERSLAVING],
    )
    voorbeeld.schuld = doel(voorbeeld, "We zijn van de schulden af", leefgebieden=[Leefgebied.INKOMEN])
    voorbeeld.van_vader = doel(
        voorbeeld, "Mark zoekt hulp bij geld", cast.vader_in_gezin, leefgebieden=[Leefgebied.INKOMEN]
    )
    voorbeeld.van_daan = doel(voorbeeld, GEHEIM_VAN_DAAN, cast.broer_in_gezin, leefgebieden=[Leefgebied.PSYCHISCH])
    return voorbeeld


def naar(plan, voor: Deelnemer | None = None) -> str:
    if voor is None:
        return reverse("gezinsplan:eigen_zaken", args=[plan.cast.gezin.pk])
    return reverse("gezinsplan:eigen_zaken_voor", args=[plan.cast.gezin.pk, voor.pk])


def lees(antwoord) -> str:
    return " ".join(antwoord.content.decode().split())


def kies(plan, gebruiker, voor, *delen, doe="bewaar"):
    return client_van(gebruiker).post(naar(plan, voor), {"onderdelen": [deel.pk for deel in delen], "doe": doe})


def wordt(plan, lid: Deelnemer, jaren: int) -> None:
    """Let this child be `jaren` years old."""
    Deelnemer.objects.filter(pk=lid.pk).update(geboortedatum=jarig(plan.nu, jaren))


def ziet(plan, gebruiker) -> set[str]:
    gezien = blik(gebruiker, plan.cast.gezin)
    delen = [*Doel.objects.zichtbaar_voor(gezien), *Afspraak.objects.zichtbaar_voor(gezien)]
    return {str(deel) for deel in delen}


@pytest.mark.eis("T3")
def test_nothing_is_ticked_before_mother_chooses(plan):
    pagina = client_van(plan.cast.moeder).get(naar(plan, plan.cast.sanne))
    tekst = lees(pagina)
    assert "Petra houdt vol bij de kliniek" in tekst
    assert "Petra belt de kliniek" in tekst
    assert "We zijn van de schulden af" in tekst
    assert "checked" not in tekst.split("<form")[-1]


@pytest.mark.eis("T3")
def test_only_what_concerns_the_chooser_is_offered(plan):
    tekst = lees(client_van(plan.cast.moeder).get(naar(plan, plan.cast.sanne)))
    assert "Mark zoekt hulp" not in tekst
    assert GEHEIM_VAN_DAAN not in tekst
    # What Sanne sees anyway is no choice.
    assert "Sanne gaat elke dag naar school" not in tekst


@pytest.mark.eis("T3")
def test_daan_sees_what_mother_chose_and_no_more(plan):
    assert "Petra belt de kliniek" not in ziet(plan, plan.cast.broer)
    antwoord = kies(plan, plan.cast.moeder, plan.cast.broer_in_gezin, plan.kliniek)
    assert antwoord.status_code == 302
    gezien = ziet(plan, plan.cast.broer)
    assert "Petra houdt vol bij de kliniek" in gezien
    assert "Petra belt de kliniek" not in gezien
    kies(plan, plan.cast.moeder, plan.cast.broer_in_gezin)
    assert "Petra houdt vol bij de kliniek" not in ziet(plan, plan.cast.broer)


@pytest.mark.eis("T3")
@pytest.mark.parametrize("van_wie", ["van_vader", "van_daan", "doel"])
def test_nobody_shows_what_isnt_theirs(plan, van_wie):
    deel = getattr(plan, van_wie)
    antwoord = kies(plan, plan.cast.moeder, plan.cast.sanne, plan.kliniek, deel)
    assert kwam_terug(antwoord)
    assert "Kijk nog een keer" in lees(antwoord)
    # What was ticked stays ticked, and nothing was saved.
    assert lees(antwoord).count("checked") == 1
    assert not Deelkeuze.objects.exists()


@pytest.mark.eis("T3")
def test_a_preview_is_what_daan_reads_then(plan):
    """The same words as on his own page, once it is chosen; and looking changes nothing."""
    beeld = kies(plan, plan.cast.moeder, plan.cast.broer_in_gezin, plan.kliniek, doe="bekijk")
    assert beeld.status_code == 200
    tekst = lees(beeld)
    assert "Zo ziet Daan het" in tekst
    assert "Petra houdt vol bij de kliniek" in tekst
    assert "Petra belt de kliniek" not in tekst
    assert not Deelkeuze.objects.exists()
    kies(plan, plan.cast.moeder, plan.cast.broer_in_gezin, plan.kliniek)
    echt = planbeeld(blik(plan.cast.broer, plan.cast.gezin))
    moeder = blik(plan.cast.moeder, plan.cast.gezin)
    voorbeeld = planbeeld(voorvertoning(moeder, plan.cast.broer_in_gezin, [plan.kliniek.pk]))
    # Daan's own matter is his: mother, who may see it, would read it; nothing else differs.
    assert {str(deel) for deel in voorbeeld.onderdelen} == {str(deel) for deel in echt.onderdelen}


@pytest.mark.eis("T3")
def test_a_preview_of_who_has_no_account(plan):
    tekst = lees(kies(plan, plan.cast.moeder, plan.cast.sanne, plan.schuld, doe="bekijk"))
    assert "Zo ziet Sanne het" in tekst
    assert "Sanne gaat elke dag naar school" in tekst
    assert "We zijn van de schulden af" in tekst
    assert "petra@voorbeeld.example" not in tekst.split('class="voorbeeld stapel')[-1]


@pytest.mark.eis("T3", "G16")
def test_a_preview_shows_the_chooser_nothing_new(plan):
    """A stepfather reads nothing of Daan's own matters by looking through Daan's eyes."""
    cast = plan.cast
    wordt(plan, cast.broer_in_gezin, 17)
    tekst = lees(kies(plan, cast.moeder, cast.broer_in_gezin, doe="bekijk"))
    assert GEHEIM_VAN_DAAN not in tekst
    assert GEHEIM_VAN_DAAN in ziet(plan, cast.broer)
    vader = lees(kies(plan, cast.vader, cast.sanne, plan.van_vader, doe="bekijk"))
    assert "Mark zoekt hulp bij geld" in vader
    assert "We zijn van de schulden af" not in vader
    assert "Riet de Wit" not in vader


@pytest.mark.eis("T3")
def test_in_a_preview_there_is_nothing_to_press(plan):
    plan.afspraak("Daan ruimt zijn kamer op", plan.cast.broer_in_gezin, over_wie=[plan.cast.broer_in_gezin.pk])
    plan.activeer()
    tekst = lees(kies(plan, plan.cast.moeder, plan.cast.broer_in_gezin, doe="bekijk"))
    binnen = tekst.split('class="voorbeeld stapel')[1].split("</main>")[0]
    assert "Daan ruimt zijn kamer op" in binnen
    assert "<form" not in binnen
    assert 'href="/gezin' not in binnen


@pytest.mark.eis("X1")
def test_looking_is_logged_as_reading(plan):
    kies(plan, plan.cast.moeder, plan.cast.sanne, plan.kliniek, doe="bekijk")
    regel = Logregel.objects.filter(gebruiker_id=plan.cast.moeder.pk).latest("op")
    assert regel.getoond["zoals_gezien_door"] == str(plan.cast.sanne.pk)
    assert regel.grondslag


@pytest.mark.eis("T3")
def test_from_the_preview_back_or_on(plan):
    terug = kies(plan, plan.cast.moeder, plan.cast.sanne, plan.kliniek, doe="terug")
    assert terug.status_code == 200
    assert lees(terug).count("checked") == 1
    assert not Deelkeuze.objects.exists()
    assert kies(plan, plan.cast.moeder, plan.cast.sanne, plan.kliniek).status_code == 302
    assert "Ziet 1 van de 3" in lees(client_van(plan.cast.moeder).get(naar(plan)))


@pytest.mark.eis("T3")
def test_what_is_of_both_needs_both(plan):
    """With two adults at home, what the family has together is shown when both chose it; the page says so."""
    cast = plan.cast
    partner = voeg_gezinslid_toe(
        cast.gezin,
        GezinslidGegevens(naam="Rob Kok", relatie=Relatie.STIEFOUDER, huishouden=cast.hoofdhuishouden),
        nu=plan.nu,
        door=cast.coordinator,
    )
    assert "ook Rob Kok dat kiest" in lees(client_van(cast.moeder).get(naar(plan, cast.broer_in_gezin)))
    kies(plan, cast.moeder, cast.broer_in_gezin, plan.schuld)
    assert "We zijn van de schulden af" not in ziet(plan, cast.broer)
    Deelkeuze.objects.create(
        gezin=cast.gezin, van=partner, voor=cast.broer_in_gezin, onderdeel=plan.schuld.pk, op=plan.nu
    )
    assert "We zijn van de schulden af" in ziet(plan, cast.broer)


@pytest.mark.eis("T3", "T2")
def test_who_is_sixteen_chooses_towards_each_parent(plan):
    cast = plan.cast
    wordt(plan, cast.broer_in_gezin, 16)
    daan = client_van(cast.broer)
    overzicht = lees(daan.get(naar(plan)))
    assert "Petra de Wit" in overzicht
    assert "Mark Jonker" in overzicht
    assert "Sanne de Wit" not in overzicht.split("<main")[1]
    assert "Je ouders zien die niet" in overzicht
    assert GEHEIM_VAN_DAAN not in ziet(plan, cast.moeder)
    kies(plan, cast.broer, cast.moeder_in_gezin, plan.van_daan)
    assert GEHEIM_VAN_DAAN in ziet(plan, cast.moeder)
    assert GEHEIM_VAN_DAAN not in ziet(plan, cast.vader)


@pytest.mark.eis("T3")
def test_under_sixteen_there_is_nothing_to_choose(plan):
    assert client_van(plan.cast.broer).get(naar(plan)).status_code == 403
    assert client_van(plan.cast.broer).get(naar(plan, plan.cast.moeder_in_gezin)).status_code == 403
    assert "eigen-zaken" not in lees(client_van(plan.cast.broer).get(ons_plan(plan)))
    assert "eigen-zaken" in lees(client_van(plan.cast.moeder).get(ons_plan(plan)))


def ons_plan(plan) -> str:
    return reverse("gezinsplan:ons_plan_gezin", args=[plan.cast.gezin.pk])


@pytest.mark.eis("T3")
def test_only_towards_who_is_a_child_or_a_parent_with_gezag(plan):
    cast = plan.cast
    for wie in (cast.vader_in_gezin, cast.oma, cast.mentor_in_gezin):
        assert client_van(cast.moeder).get(naar(plan, wie)).status_code == 404
    wordt(plan, cast.broer_in_gezin, 16)
    zet_gezag(cast.broer_in_gezin, [cast.moeder_in_gezin], True, nu=plan.nu, door=cast.coordinator)
    assert client_van(cast.broer).get(naar(plan, cast.vader_in_gezin)).status_code == 404


@pytest.mark.eis("T3", "X5")
def test_a_flag_shows_neither_in_the_choice_nor_in_the_preview(plan):
    """Mother can't tell that something about her is kept from Daan; and he still reads nothing of it."""
    cast = plan.cast

    def gelezen() -> list[str]:
        client = client_van(cast.moeder)
        data = {"onderdelen": [plan.kliniek.pk], "doe": "bekijk"}
        bladen = [client.get(naar(plan, cast.broer_in_gezin)), client.post(naar(plan, cast.broer_in_gezin), data)]
        return [without_keys(lees(blad)) for blad in bladen]

    voor = gelezen()
    zet_vlag(
        cast.broer_in_gezin,
        [cast.moeder_in_gezin.pk],
        "Daan gebruikt dit tegen zijn moeder",
        plan.dag(30),
        nu=plan.nu,
        door=cast.behandelaar,
    )
    assert gelezen() == voor
    kies(plan, cast.moeder, cast.broer_in_gezin, plan.kliniek)
    assert "Petra houdt vol bij de kliniek" not in ziet(plan, cast.broer)


def without_keys(tekst: str) -> str:
    """Without what differs at every request: the keys of the forms and of the visit."""
    return re.sub(
        r'(csrfmiddlewaretoken" value|eenmalig" value|X-Bezoek"|&quot;X-Bezoek&quot;)[=: "]+[\w:-]+', "", tekst
    )


@pytest.mark.eis("X4")
def test_the_queries_dont_grow_with_parts_or_children(plan):
    cast = plan.cast
    moeder = client_van(cast.moeder)

    def vragen(url, **data) -> int:
        with CaptureQueriesContext(connection) as alle:
            (moeder.post(url, data) if data else moeder.get(url))
        return len(alle)

    def alles() -> list[int]:
        return [
            vragen(naar(plan)),
            vragen(naar(plan, cast.sanne)),
            vragen(naar(plan, cast.sanne), doe="bekijk", onderdelen=[plan.kliniek.pk]),
        ]

    klein = alles()
    for nummer in range(4):
        doel(plan, f"Petra gaat {nummer} keer", cast.moeder_in_gezin, leefgebieden=[Leefgebied.VERSLAVING])
        voeg_gezinslid_toe(
            cast.gezin,
            GezinslidGegevens(
                naam=f"Kind {nummer}",
                relatie=Relatie.KIND,
                huishouden=cast.hoofdhuishouden,
                geboortedatum=plan.dag(-3000).replace(day=nummer + 1),
                gemeente=cast.gemeente,
            ),
            nu=plan.nu + timedelta(seconds=nummer),
            door=cast.coordinator,
        )
    assert alles() == klein
    assert klein[0] <= 30


@pytest.mark.eis("T2", "G16")
def test_without_a_birth_date_a_child_is_a_child(plan):
    """Nobody knows how old: so no own choices, no own account's rights, and adults' matters stay kept."""
    cast = plan.cast
    Deelnemer.objects.filter(pk=cast.broer_in_gezin.pk).update(geboortedatum=None)
    assert client_van(cast.broer).get(naar(plan)).status_code == 403
    assert "Petra houdt vol bij de kliniek" not in ziet(plan, cast.broer)
    assert "Daan de Wit" in lees(client_van(cast.moeder).get(naar(plan)))


@pytest.mark.eis("T3", "G16")
def test_whose_age_nobody_knows_reads_as_a_child(plan):
    """A niece who lives there, without birth date: what the adults have together is kept from her, until they choose."""
    cast = plan.cast
    hoe = {"nu": plan.nu, "door": cast.coordinator}
    nicht = voeg_gezinslid_toe(
        cast.gezin,
        GezinslidGegevens(
            naam="Els de Wit",
            relatie=Relatie.ANDERS,
            huishouden=cast.hoofdhuishouden,
            email="els@voorbeeld.example",
            geboortedatum=jarig(plan.nu, 40),
        ),
        **hoe,
    )
    account = maak_account(nicht, **hoe)
    # An account asks for a birth date; from before that there are some without.
    Deelnemer.objects.filter(pk=nicht.pk).update(geboortedatum=None)
    assert "We zijn van de schulden af" not in ziet(plan, account)
    assert "Els de Wit" in lees(client_van(cast.moeder).get(naar(plan)))
    kies(plan, cast.moeder, nicht, plan.schuld)
    assert "We zijn van de schulden af" in ziet(plan, account)
    kies(plan, cast.moeder, nicht)
    Deelnemer.objects.filter(pk=nicht.pk).update(geboortedatum=jarig(plan.nu, 40))
    assert "We zijn van de schulden af" in ziet(plan, account)


@pytest.mark.eis("T3", "E10")
def test_of_a_goal_that_was_reached_hears_who_may_read_it(plan):
    cast = plan.cast
    plan.activeer()
    Bericht.objects.all().delete()
    terugblik = Terugblik(volgens_afspraak=True, bereikt=True)
    actions.evalueer(plan.kliniek, terugblik, nu=plan.nu, door=cast.coordinator)
    gehoord = set(Bericht.objects.filter(soort="doel_bereikt").values_list("ontvanger__naam", flat=True))
    assert gehoord == {"Petra de Wit", "T. Okafor"}


@pytest.mark.eis("T3")
def test_what_says_something_else_by_now_is_chosen_again(plan):
    cast = plan.cast
    kies_wat_te_zien(
        cast.moeder_in_gezin, cast.broer_in_gezin, [plan.kliniek.pk, plan.belt.pk], nu=plan.nu, door=cast.moeder
    )

    def daan_ziet():
        kijk = blik(cast.broer, cast.gezin)
        doelen = Doel.objects.zichtbaar_voor(kijk).filter(pk=plan.kliniek.pk)
        afspraken = Afspraak.objects.zichtbaar_voor(kijk).filter(pk=plan.belt.pk)
        return doelen.exists(), afspraken.exists()

    assert daan_ziet() == (True, True)

    def wijzig(tekst):
        huidig = Doel.objects.get(pk=plan.kliniek.pk)
        gegevens = DoelGegevens(tekst, leefgebieden=huidig.leefgebieden, over_wie=huidig.over_wie)
        actions.wijzig_doel(huidig, gegevens, versie=huidig.versie, nu=plan.nu, door=cast.coordinator)

    wijzig(plan.kliniek.tekst)
    assert daan_ziet() == (True, True)
    wijzig("Petra is weer begonnen met drinken")
    assert daan_ziet() == (False, True)
