"""A death that was recorded wrongly is undone by two people, and what protected somebody protects again (I8, I9, S19)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from berichten.models import Bericht
from core import clock
from core.errors import NotAllowed, RuleError
from gezinnen.actions import beantwoord_herstel, leg_overlijden_vast, stop_deelname, vraag_herstel
from gezinnen.models import Deelnemer, Gezag, Herstelverzoek
from instanties import bevestigers
from instanties.models import Gebruiker, Verzoekstaat
from tests.inloggen import client_van
from toestemming.actions import zet_vlag
from toestemming.models import Veiligheidsvlag
from toestemming.zicht import blik

pytestmark = [pytest.mark.django_db, pytest.mark.eis("I8", "I9")]


@pytest.fixture
def wie(cast):
    return {"nu": clock.now(), "door": cast.coordinator}


@pytest.fixture
def dood(cast, wie):
    """The father, of whom somebody recorded that he died yesterday."""
    zet_vlag(cast.vader_in_gezin, [cast.sanne.pk], "Er zijn zorgen.", localdate(wie["nu"]) + timedelta(days=30), **wie)
    leg_overlijden_vast(cast.vader_in_gezin, op=localdate(wie["nu"]) - timedelta(days=1), **wie)
    return Deelnemer.objects.get(pk=cast.vader_in_gezin.pk)


def test_by_the_yes_of_another_all_is_as_it_was(cast, wie, dood):
    assert blik(cast.vader, cast.gezin) is None
    verzoek = vraag_herstel(dood, **wie)
    assert Deelnemer.objects.get(pk=dood.pk).overleden_op, "only asked"
    assert bevestigers.tweeden([verzoek], wie["nu"]).van(verzoek) == [cast.bestuurder, cast.teamleider]
    Bericht.objects.all().delete()
    beantwoord_herstel(verzoek, True, nu=wie["nu"], door=cast.teamleider)
    vader = Deelnemer.objects.get(pk=dood.pk)
    assert (vader.overleden_op, vader.gestopt_op, vader.waarom_gestopt) == (None, None, "")
    assert set(Gezag.objects.geldig().filter(houder=vader).values_list("kind", flat=True)) == {
        cast.sanne.pk, cast.broer_in_gezin.pk,
    }  # fmt: skip
    wie_weer = Gebruiker.objects.get(pk=cast.vader.pk)
    assert wie_weer.is_active
    assert blik(wie_weer, cast.gezin) is not None
    # Told to whom it concerns: who decides with him, and he himself.
    verteld = set(Bericht.objects.values_list("soort", "ontvanger"))
    assert ("zeggenschap_anders", cast.moeder.pk) in verteld
    assert ("weg_naar_account", cast.vader.pk) in verteld
    assert ("herstel_beantwoord", cast.coordinator.pk) in verteld


@pytest.mark.eis("X5")
def test_what_was_kept_from_him_is_kept_again(cast, wie, dood):
    assert not Veiligheidsvlag.objects.geldend().exists()
    beantwoord_herstel(vraag_herstel(dood, **wie), True, nu=wie["nu"], door=cast.teamleider)
    vlag = Veiligheidsvlag.objects.geldend().get()
    assert (vlag.voor_wie, vlag.over_wie) == (dood, [cast.sanne.pk])
    assert vlag.termijn.staat == "loopt"
    assert vlag.verzoeken.filter(staat=Verzoekstaat.WACHT).exists(), "a second person looks at it anew"
    assert cast.sanne.pk in blik(Gebruiker.objects.get(pk=cast.vader.pk), cast.gezin).kijker.verborgen


def test_a_no_or_silence_changes_nothing(cast, wie, dood):
    verzoek = vraag_herstel(dood, **wie)
    with pytest.raises(RuleError, match="al gevraagd"):
        vraag_herstel(dood, **wie)
    for niet in (cast.coordinator, cast.manager, cast.privacy_officer):
        with pytest.raises(RuleError, match="wacht niet"):
            beantwoord_herstel(verzoek, True, nu=wie["nu"], door=niet)
    later = verzoek.uiterlijk_op
    with pytest.raises(RuleError, match="wacht niet"):
        beantwoord_herstel(verzoek, True, nu=later, door=cast.teamleider)
    opnieuw = vraag_herstel(dood, nu=later, door=cast.coordinator)
    beantwoord_herstel(opnieuw, False, nu=later, door=cast.teamleider)
    assert Deelnemer.objects.get(pk=dood.pk).overleden_op


def test_only_who_coordinates_asks_it(cast, wie, dood):
    with pytest.raises(NotAllowed):
        vraag_herstel(dood, nu=wie["nu"], door=cast.collega)
    with pytest.raises(RuleError, match="niets om te herstellen"):
        vraag_herstel(cast.moeder_in_gezin, **wie)


def test_who_had_stopped_before_stays_stopped(cast, wie):
    stop_deelname(cast.oma, reden="verhuisd", **wie)
    leg_overlijden_vast(cast.oma, op=localdate(wie["nu"]), **wie)
    beantwoord_herstel(vraag_herstel(cast.oma, **wie), True, nu=wie["nu"], door=cast.teamleider)
    oma = Deelnemer.objects.get(pk=cast.oma.pk)
    assert (oma.overleden_op, oma.waarom_gestopt) == (None, "verhuisd")
    assert oma.gestopt_op


def test_the_pages_ask_and_the_second_person_reads_no_name(cast, wie, dood):
    bakker = client_van(cast.coordinator)
    vragen = reverse("gezinsplan:herstel_vragen", args=[cast.gezin.pk, dood.pk])
    assert vragen in bakker.get(reverse("gezinsplan:mensen", args=[cast.gezin.pk])).content.decode()
    assert "tweede persoon" in bakker.get(vragen).content.decode()
    bakker.post(vragen)
    teamleider = client_van(cast.teamleider)
    assert f"Plan {cast.gezin.nummer}: er is vastgelegd" in teamleider.get("/berichten/").content.decode()
    pagina = teamleider.get(reverse("gezinsplan:herstel")).content.decode()
    assert f"Plan {cast.gezin.nummer}" in pagina
    assert "Jonker" not in pagina
    assert "De Wit" not in pagina
    verzoek = Herstelverzoek.objects.get()
    ander = client_van(cast.manager).post(
        reverse("gezinsplan:herstel_beantwoorden", args=[verzoek.pk]), {"antwoord": "ja"}
    )
    assert ander.status_code == 404
    teamleider.post(reverse("gezinsplan:herstel_beantwoorden", args=[verzoek.pk]), {"antwoord": "ja"})
    assert Deelnemer.objects.get(pk=dood.pk).overleden_op is None
