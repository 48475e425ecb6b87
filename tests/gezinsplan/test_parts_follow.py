"""What hangs under a goal is about the same as that goal, until somebody sets it apart (T3, G5)."""

import pytest
from django.db import transaction

from gezinsplan import actions
from gezinsplan.actions import AfspraakGegevens, DoelGegevens
from gezinsplan.models import Afspraak, Doel
from instanties.models import Leefgebied
from tests.gezinsplan.conftest import vers
from toestemming.actions import kies_wat_te_zien
from toestemming.doorsnede import voor_heel_gezin
from toestemming.models import Deelkeuze
from toestemming.zicht import blik
from woorden.duur import Duur, Eenheid

pytestmark = [pytest.mark.django_db, pytest.mark.eis("T3")]

ZORG, WONEN = [Leefgebied.PSYCHISCH], [Leefgebied.WONEN]


@pytest.fixture
def door(cast):
    return {"nu": cast.nu, "door": cast.coordinator}


def gaat_over(deel):
    deel.refresh_from_db()
    return deel.leefgebieden, deel.over_wie


def wijzig(doel, door, **anders):
    doel.refresh_from_db()
    ook_voor = anders.pop("ook_voor", ())
    velden = {"leefgebieden": doel.leefgebieden, "over_wie": doel.over_wie} | anders
    rest = {"gesteld_door": doel.gesteld_door, "waarom": doel.waarom, "gevolg": doel.gevolg}
    return actions.wijzig_doel(
        doel, DoelGegevens(doel.tekst, **velden, **rest), versie=doel.versie, ook_voor=ook_voor, **door
    )


def ziet(cast, wie, afspraak):
    gezien = blik(getattr(cast, wie), cast.gezin)
    return Afspraak.objects.zichtbaar_voor(gezien).filter(pk=afspraak.pk).exists()


def test_father_s_clinic_is_his_also_when_that_was_said_after_the_afspraak(voorbeeld, door):
    """It stood on the youngster's page and on the sheet for the whole family."""
    cast = voorbeeld.cast
    doel = actions.voeg_doel_toe(cast.gezin, DoelGegevens("Weer goed slapen"), **door)
    kliniek = voorbeeld.afspraak("Naar de kliniek", cast.behandelaar_in_gezin, doel=doel)
    wijzig(doel, door, leefgebieden=ZORG, over_wie=[cast.vader_in_gezin.pk])
    assert gaat_over(kliniek) == (ZORG, [cast.vader_in_gezin.pk])
    assert ziet(cast, "vader", kliniek)
    assert not ziet(cast, "broer", kliniek)
    assert not ziet(cast, "moeder", kliniek)
    blad = voor_heel_gezin(blik(cast.coordinator, cast.gezin))
    assert not Afspraak.objects.zichtbaar_voor(blad).filter(pk=kliniek.pk).exists()


def test_who_may_know_of_the_goal_knows_of_its_afspraken(voorbeeld, door):
    cast = voorbeeld.cast
    doel = actions.voeg_doel_toe(cast.gezin, DoelGegevens("Sanne leert lezen"), **door)
    lezen = voorbeeld.afspraak("Elke avond lezen", cast.moeder_in_gezin, doel=doel)
    wijzig(doel, door, leefgebieden=[Leefgebied.ONDERWIJS], over_wie=[cast.sanne.pk])
    assert ziet(cast, "mentor", lezen)


def test_a_condition_and_what_hangs_under_it_follow_too(voorbeeld, door):
    cast, doel = voorbeeld.cast, voorbeeld.doel
    rest = {"gesteld_door": "de school", "waarom": "rust", "gevolg": "we praten"}
    onder = actions.voeg_doel_toe(cast.gezin, DoelGegevens("Rust thuis", **rest), hoofddoel=doel, **door)
    eten = voorbeeld.afspraak("Samen eten", cast.moeder_in_gezin, doel=onder)
    assert gaat_over(onder) == gaat_over(eten) == ([], [cast.sanne.pk])
    wijzig(doel, door, leefgebieden=WONEN, over_wie=[cast.vader_in_gezin.pk])
    assert gaat_over(onder) == gaat_over(eten) == (WONEN, [cast.vader_in_gezin.pk])
    # Its own subject was said of this one.
    assert gaat_over(voorbeeld.voorwaarde) == ([Leefgebied.ONDERWIJS], [cast.sanne.pk])


def test_what_was_set_apart_stays_so_until_it_is_asked_along(voorbeeld, door):
    cast = voorbeeld.cast
    doel = actions.voeg_doel_toe(cast.gezin, DoelGegevens("Rust thuis", leefgebieden=WONEN), **door)
    apart = voorbeeld.afspraak(
        "Naar de kliniek", cast.behandelaar_in_gezin, doel=doel, leefgebieden=ZORG, over_wie=[cast.vader_in_gezin.pk]
    )
    gewoon = voorbeeld.afspraak("Opruimen", cast.moeder_in_gezin, doel=doel)
    wijzig(doel, door, over_wie=[cast.sanne.pk])
    assert gaat_over(gewoon) == (WONEN, [cast.sanne.pk])
    assert gaat_over(apart) == (ZORG, [cast.vader_in_gezin.pk])
    wijzig(doel, door, ook_voor=[apart.pk])
    assert gaat_over(apart) == (WONEN, [cast.sanne.pk])
    assert not apart.apart


def test_whoever_writes_it_what_follows_stays_equal(voorbeeld, door):
    """Held by the database: a stale row, an update past the actions, and another goal."""
    cast = voorbeeld.cast
    doel = actions.voeg_doel_toe(cast.gezin, DoelGegevens("Rust thuis", leefgebieden=WONEN), **door)
    eten = voorbeeld.afspraak("Samen eten", cast.moeder_in_gezin, doel=doel)
    stale = vers(eten)
    Doel.objects.filter(pk=doel.pk).update(over_wie=[cast.vader_in_gezin.pk])
    stale.save()
    assert gaat_over(eten) == (WONEN, [cast.vader_in_gezin.pk])
    Afspraak.objects.filter(pk=eten.pk).update(leefgebieden=ZORG, over_wie=[])
    assert gaat_over(eten) == (WONEN, [cast.vader_in_gezin.pk])
    Afspraak.objects.filter(pk=eten.pk).update(apart=True, leefgebieden=ZORG)
    assert gaat_over(eten) == (ZORG, [cast.vader_in_gezin.pk])
    Afspraak.objects.filter(pk=eten.pk).update(apart=False)
    assert gaat_over(eten) == (WONEN, [cast.vader_in_gezin.pk])
    Afspraak.objects.filter(pk=eten.pk).update(doel=voorbeeld.voorwaarde)
    assert gaat_over(eten) == ([Leefgebied.ONDERWIJS], [cast.sanne.pk])


def test_an_afspraak_that_is_changed_follows_on_or_is_set_apart(voorbeeld, door):
    cast = voorbeeld.cast
    eten = voorbeeld.afspraak("Samen eten", cast.moeder_in_gezin)
    velden = {
        "wat": "Samen eten en praten",
        "uitvoerders": [cast.moeder_in_gezin.pk],
        "start_op": eten.start_op,
        "termijn": Duur(1, Eenheid.WEEK),
    }
    actions.wijzig_afspraak(eten, AfspraakGegevens(**velden), versie=eten.versie, **door)
    assert (vers(eten).apart, gaat_over(eten)) == (False, ([Leefgebied.ONDERWIJS], [cast.sanne.pk]))
    los = AfspraakGegevens(**velden, leefgebieden=ZORG, over_wie=[cast.moeder_in_gezin.pk])
    actions.wijzig_afspraak(vers(eten), los, versie=vers(eten).versie, **door)
    assert (vers(eten).apart, gaat_over(eten)) == (True, (ZORG, [cast.moeder_in_gezin.pk]))


def test_what_was_chosen_to_be_shown_is_chosen_anew_when_its_goal_is_about_something_else(voorbeeld, door):
    cast = voorbeeld.cast
    vader, broer = cast.vader_in_gezin, cast.broer_in_gezin
    doel = actions.voeg_doel_toe(
        cast.gezin, DoelGegevens("Weer slapen", leefgebieden=ZORG, over_wie=[vader.pk]), **door
    )
    wandelen = voorbeeld.afspraak("Wandelen", vader, doel=doel)
    kies_wat_te_zien(vader, broer, [wandelen.pk], nu=cast.nu, door=cast.vader)
    assert ziet(cast, "broer", wandelen)
    wijzig(doel, door, leefgebieden=[Leefgebied.VERSLAVING])
    assert not Deelkeuze.objects.filter(onderdeel=wandelen.pk, tot=None).exists()
    assert not ziet(cast, "broer", wandelen)


@pytest.mark.eis("G7")
def test_the_history_holds_what_it_was_about_before_its_goal_changed(voorbeeld, door):
    cast = voorbeeld.cast
    eten = voorbeeld.afspraak("Samen eten", cast.moeder_in_gezin)
    wijzig(voorbeeld.voorwaarde, door, leefgebieden=WONEN)
    was = Afspraak.pgh_event_model.objects.filter(pgh_obj=eten.pk).order_by("pgh_id")
    assert [rij.leefgebieden for rij in was][-2:] == [[Leefgebied.ONDERWIJS], WONEN]


def test_an_afspraak_made_while_its_goal_changes_is_about_what_the_goal_becomes(voorbeeld, door):
    """The goal is held while its topics are read: the trigger names the lock."""
    with transaction.atomic():
        eten = voorbeeld.afspraak("Samen eten", voorbeeld.cast.moeder_in_gezin)
        wijzig(voorbeeld.voorwaarde, door, leefgebieden=WONEN)
    assert gaat_over(eten)[0] == WONEN
