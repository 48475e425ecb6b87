"""A question for a yes, whatever it is about: shown on 'is it solved?', the first kind that stands on it."""

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import OneToOneField

from core.errors import RuleError
from escalatie import actions
from escalatie.models import Oplossing
from instanties.actions.verzoeken import beantwoord
from instanties.models import Stilte, Verzoek, Verzoekstaat


@pytest.fixture
def gevraagd(vast):
    vast.loopt_vast()
    return actions.meld_opgelost(vast.stagnatie, door=vast.cast.coordinator, nu=vast.nu)


def test_who_asks_never_answers(vast, gevraagd):
    with pytest.raises(RuleError, match="zelf"):
        beantwoord(gevraagd, True, nu=vast.nu, door=vast.cast.coordinator)
    with pytest.raises(RuleError, match="zelf"):
        beantwoord(gevraagd, True, nu=vast.nu, door=vast.cast.collega, namens=vast.cast.coordinator)
    gevraagd.refresh_from_db()
    assert gevraagd.wacht


@pytest.mark.parametrize("veld", ["beantwoord_door", "beantwoord_namens"])
def test_the_database_refuses_an_answer_by_who_asked(vast, gevraagd, veld):
    eigen = Oplossing.objects.filter(pk=gevraagd.pk)
    antwoord = {"staat": Verzoekstaat.JA, "beantwoord_op": vast.nu, "beantwoord_door": vast.cast.moeder}
    antwoord[veld] = vast.cast.coordinator
    with pytest.raises(IntegrityError, match="niet_van_wie_vroeg"), transaction.atomic():
        eigen.update(**antwoord)
    assert eigen.update(**antwoord, hoe_gezegd="samen aan tafel") == 1


@pytest.mark.parametrize(
    ("staat", "wat"),
    [
        # A yes or no is somebody's, and of a moment.
        (Verzoekstaat.JA, {"door"}),
        (Verzoekstaat.NEE, {"op"}),
        (Verzoekstaat.NEE, set()),
        # A silence is nobody's.
        (Verzoekstaat.STILTE, {"op", "door"}),
        (Verzoekstaat.STILTE, {"op", "namens"}),
        (Verzoekstaat.STILTE, {"op", "hoe"}),
        (Verzoekstaat.STILTE, set()),
        # What waits has no answer, nor what was needed no more.
        (Verzoekstaat.WACHT, {"op"}),
        (Verzoekstaat.WACHT, {"door"}),
        (Verzoekstaat.VERVALLEN, {"op"}),
        (Verzoekstaat.VERVALLEN, {"hoe"}),
    ],
)
def test_the_database_refuses_half_an_answer(vast, gevraagd, staat, wat):
    antwoord = {
        "op": ("beantwoord_op", vast.nu),
        "door": ("beantwoord_door", vast.cast.moeder),
        "namens": ("beantwoord_namens", vast.cast.vader),
        "hoe": ("hoe_gezegd", "samen aan tafel"),
    }
    eigen = Oplossing.objects.filter(pk=gevraagd.pk)
    with pytest.raises(IntegrityError, match="antwoord_past_bij_staat"), transaction.atomic():
        eigen.update(staat=staat, **dict(antwoord[deel] for deel in wat))


@pytest.mark.eis("E11")
def test_what_was_written_down_for_another_keeps_how_it_was_said(vast, gevraagd):
    actions.zeg_ja(gevraagd, door=vast.cast.collega, nu=vast.nu, hoe="samen aan tafel")
    gevraagd.refresh_from_db()
    assert (gevraagd.beantwoord_door, gevraagd.hoe_gezegd) == (vast.cast.collega, "samen aan tafel")


@pytest.mark.eis("E11")
def test_own_words_are_nobodys_note(vast, gevraagd):
    actions.zeg_ja(gevraagd, door=vast.cast.moeder, nu=vast.nu, hoe="samen aan tafel")
    gevraagd.refresh_from_db()
    assert (gevraagd.beantwoord_door, gevraagd.hoe_gezegd) == (vast.cast.moeder, "")


def test_it_is_answered_once(vast, gevraagd):
    beantwoord(gevraagd, False, nu=vast.nu, door=vast.cast.moeder)
    with pytest.raises(RuleError, match="al geantwoord"):
        beantwoord(gevraagd, True, nu=vast.nu, door=vast.cast.moeder)
    gevraagd.refresh_from_db()
    assert gevraagd.staat == Verzoekstaat.NEE


@pytest.mark.eis("E14")
def test_what_a_withdrawn_stagnatie_asked_is_needed_no_more(vast, gevraagd):
    actions.trek_in([vast.stagnatie], nu=vast.nu, door=None)
    gevraagd.refresh_from_db()
    assert gevraagd.staat == Verzoekstaat.VERVALLEN


@pytest.mark.parametrize(
    ("staat", "stilte", "ja"),
    [
        (Verzoekstaat.JA, Stilte.VERDER, True),
        (Verzoekstaat.STILTE, Stilte.JA, True),
        (Verzoekstaat.STILTE, Stilte.NEE, False),
        (Verzoekstaat.STILTE, Stilte.VERDER, False),
        (Verzoekstaat.NEE, Stilte.JA, False),
        (Verzoekstaat.WACHT, Stilte.JA, False),
    ],
)
def test_silence_is_a_yes_only_where_the_question_says_so(staat, stilte, ja):
    assert Oplossing(staat=staat, stilte=stilte).is_ja is ja


def test_every_kind_keeps_the_rules_and_has_an_end():
    kinds = [model for model in apps.get_models() if issubclass(model, Verzoek)]
    assert Oplossing in kinds
    for kind in kinds:
        names = {constraint.name for constraint in kind._meta.constraints}
        naam = kind._meta.model_name
        assert {f"{naam}_niet_van_wie_vroeg", f"{naam}_antwoord_past_bij_staat"} <= names, kind
        fields = {field.name: field for field in kind._meta.fields}
        assert isinstance(fields.get("termijn"), OneToOneField) or "uiterlijk_op" in fields, kind
