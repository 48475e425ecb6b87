"""What a part of the plan is about, as the coordinator says it on the page: it follows its goal, or is set apart (T3, G5, T1)."""

import pytest
from django.urls import reverse

from gezinsplan import actions
from gezinsplan.actions import DoelGegevens
from gezinsplan.models import Afspraak, Doel
from instanties.models import Leefgebied
from tests.gezinsplan.conftest import vers
from tests.inloggen import client_van, kwam_terug

pytestmark = [pytest.mark.django_db, pytest.mark.eis("T3")]

NIET_GEZEGD = "Nog niet gezegd waar dit over gaat"


def url(naam, voorbeeld, **rest):
    return reverse(f"gezinsplan:{naam}", kwargs={"gezin_id": voorbeeld.cast.gezin.pk, **rest})


@pytest.fixture
def coordinator(voorbeeld):
    return client_van(voorbeeld.cast.coordinator)


def pagina(client, voorbeeld, open_deel=""):
    return client.get(url("plan", voorbeeld), {"open": open_deel}).content.decode()


def afspraakvelden(voorbeeld, **anders):
    wie = [str(voorbeeld.cast.mentor_in_gezin.pk)]
    return {"wat": "School belt", "uitvoerders": wie, "start_op": "vandaag", "termijn": "over 2 weken", **anders}


@pytest.mark.eis("G5")
def test_a_new_afspraak_follows_its_goal_also_when_that_changed_while_it_was_typed(voorbeeld, coordinator):
    hier = url("afspraak_toevoegen", voorbeeld, doel_id=voorbeeld.voorwaarde.pk)
    blad = pagina(coordinator, voorbeeld, f"afspraak.{voorbeeld.voorwaarde.pk}")
    assert "hetzelfde als het doel: school en onderwijs; over Sanne" in blad
    Doel.objects.filter(pk=voorbeeld.voorwaarde.pk).update(leefgebieden=[Leefgebied.WONEN])
    assert coordinator.post(hier, afspraakvelden(voorbeeld)).status_code == 302
    afspraak = Afspraak.objects.get(wat="School belt")
    assert (afspraak.apart, afspraak.leefgebieden) == (False, [Leefgebied.WONEN])


def test_to_be_about_something_else_is_said_in_so_many_words(voorbeeld, coordinator):
    """Who only ticks a subject is asked; and what is set apart says what it is about."""
    hier = url("afspraak_toevoegen", voorbeeld, doel_id=voorbeeld.voorwaarde.pk)
    anders = {"leefgebieden": ["psychisch"], "over_wie": [str(voorbeeld.cast.vader_in_gezin.pk)]}
    for gekozen, fout in ((anders, "U koos iets anders dan het doel"), ({"apart": "on"}, "Kies waar dit over gaat.")):
        terug = coordinator.post(hier, afspraakvelden(voorbeeld, **gekozen))
        assert kwam_terug(terug)
        assert fout in terug.content.decode()
    assert not Afspraak.objects.exists()
    assert coordinator.post(hier, afspraakvelden(voorbeeld, apart="on", **anders)).status_code == 302
    afspraak = Afspraak.objects.get()
    assert (afspraak.apart, afspraak.leefgebieden) == (True, [Leefgebied.PSYCHISCH])
    assert afspraak.over_wie == [voorbeeld.cast.vader_in_gezin.pk]
    assert "Gaat over iets anders dan het doel." in pagina(coordinator, voorbeeld)
    # Opened again it shows what it is about, and following again takes both away.
    blad = pagina(coordinator, voorbeeld, str(afspraak.pk))
    assert "checked" in blad.split('name="apart"')[1].split(">")[0]
    hier = url("afspraak_wijzigen", voorbeeld, afspraak_id=afspraak.pk)
    assert coordinator.post(hier, afspraakvelden(voorbeeld, versie=afspraak.versie)).status_code == 302
    assert (vers(afspraak).apart, vers(afspraak).leefgebieden) == (False, [Leefgebied.ONDERWIJS])


def test_a_condition_follows_its_goal_or_is_set_apart(voorbeeld, coordinator):
    hier = url("voorwaarde_toevoegen", voorbeeld, doel_id=voorbeeld.doel.pk)
    velden = {"tekst": "Rust thuis", "gesteld_door": "de school", "waarom": "rust", "gevolg": "we praten"}
    assert coordinator.post(hier, velden).status_code == 302
    assert Doel.objects.get(tekst="Rust thuis").over_wie == [voorbeeld.cast.sanne.pk]
    assert (
        coordinator.post(hier, {**velden, "tekst": "Wonen", "apart": "on", "leefgebieden": ["wonen"]}).status_code
        == 302
    )
    apart = Doel.objects.get(tekst="Wonen")
    assert (apart.apart, apart.leefgebieden, apart.over_wie) == (True, [Leefgebied.WONEN], [])


def test_a_changed_goal_asks_for_which_parts_too_and_only_for_those_that_were_set_apart(voorbeeld, coordinator):
    cast, doel = voorbeeld.cast, voorbeeld.voorwaarde
    voorbeeld.afspraak("Gewoon", cast.mentor_in_gezin)
    assert "Ook voor" not in pagina(coordinator, voorbeeld, str(doel.pk))
    apart = [voorbeeld.afspraak(wat, cast.mentor_in_gezin, leefgebieden=[Leefgebied.WONEN]) for wat in ("Een", "Twee")]
    blad = pagina(coordinator, voorbeeld, str(doel.pk))
    assert "Ook voor deze 2 onderdelen?" in blad
    assert "Een (wonen; over Sanne de Wit)" in blad
    hoofd = pagina(coordinator, voorbeeld, str(voorbeeld.doel.pk))
    assert "Ook voor dit onderdeel?" in hoofd  # the condition; what hangs under that follows the condition
    velden = {
        "tekst": doel.tekst, "gesteld_door": doel.gesteld_door, "waarom": doel.waarom, "gevolg": doel.gevolg,
        "apart": "on", "leefgebieden": ["opvoeding"], "over_wie": [str(cast.sanne.pk)],
        "ook_voor": [str(apart[0].pk)], "versie": doel.versie,
    }  # fmt: skip
    assert coordinator.post(url("doel_wijzigen", voorbeeld, doel_id=doel.pk), velden).status_code == 302
    over = {rij.wat: (rij.apart, rij.leefgebieden) for rij in Afspraak.objects.all()}
    opvoeding = (False, [Leefgebied.OPVOEDING])
    assert over == {"Gewoon": opvoeding, "Een": opvoeding, "Twee": (True, [Leefgebied.WONEN])}


def test_before_the_plan_starts_stands_of_what_nobody_said_the_subject(voorbeeld, coordinator):
    blad = pagina(coordinator, voorbeeld)
    # At the goal, and before the start; the condition said what it is about.
    assert blad.count(NIET_GEZEGD) == 2
    assert f'?open={voorbeeld.doel.pk}#open">Sanne blijft bij moeder wonen</a>' in blad.split('id="starten"')[1]
    actions.wijzig_doel(
        voorbeeld.doel,
        DoelGegevens(voorbeeld.doel.tekst, leefgebieden=[Leefgebied.OPVOEDING]),
        versie=voorbeeld.doel.versie,
        nu=voorbeeld.nu,
        door=voorbeeld.cast.coordinator,
    )
    assert NIET_GEZEGD not in pagina(coordinator, voorbeeld)
    assert NIET_GEZEGD not in pagina(client_van(voorbeeld.cast.collega), voorbeeld)


@pytest.mark.eis("T1")
def test_in_the_consent_talk_stands_what_nobody_can_say_yes_to_yet(voorbeeld, coordinator):
    hier = reverse("toestemming:gesprek", args=[voorbeeld.cast.gezin.pk])
    blad = coordinator.get(hier).content.decode()
    assert NIET_GEZEGD in blad
    assert "<li>Sanne blijft bij moeder wonen</li>" in blad
    Doel.objects.filter(pk=voorbeeld.doel.pk).update(leefgebieden=[Leefgebied.OPVOEDING])
    assert NIET_GEZEGD not in coordinator.get(hier).content.decode()
