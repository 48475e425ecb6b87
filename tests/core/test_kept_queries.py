"""A question that is kept: the same answer as one made anew, and nothing of one reader or one moment in its text (R2)."""

from uuid import uuid4

import pytest
from django.db import DataError, connection, transaction
from django.db.models import Q, UUIDField
from django.test.utils import CaptureQueriesContext

from core import clock
from core.kept_queries import MOST_SHAPES, Kept, Rows, Slot, SlotList, kept
from core.named import keys_for
from gezinnen.models import Deelnemer
from gezinsplan.models import Doel
from toestemming.models import Grondslag

pytestmark = pytest.mark.django_db


@kept
def _mensen(alleen_leden):
    mensen = Deelnemer.objects.filter(gezin=Slot("gezin", UUIDField()))
    return Rows(mensen.gezinsleden() if alleen_leden else mensen, met=["gebruiker"])


@kept
def _enkele(_shape):
    return Rows(Deelnemer.objects.filter(pk__in=SlotList("wie", UUIDField())))


def test_the_rows_of_a_queryset_with_other_values_each_time(cast):
    for gezin in (cast.gezin, cast.ander_gezin):
        for alleen_leden in (True, False):
            gewoon = Deelnemer.objects.filter(gezin=gezin).select_related("gebruiker")
            gewoon = gewoon.gezinsleden() if alleen_leden else gewoon
            with CaptureQueriesContext(connection) as vragen:
                gevonden = _mensen(alleen_leden, gezin=gezin.pk)
                assert [(rij.pk, rij.naam, rij.gebruiker) for rij in gevonden] == [
                    (rij.pk, rij.naam, rij.gebruiker) for rij in gewoon
                ]
            assert len(vragen) == 2


def test_a_list_and_an_empty_list(cast):
    wie = [cast.moeder_in_gezin.pk, cast.oma.pk]
    assert {rij.pk for rij in _enkele(None, wie=wie)} == set(wie)
    assert _enkele(None, wie=[]) == []


def test_a_text_is_composed_once_for_each_shape(cast):
    gemaakt = []

    def maak(shape):
        gemaakt.append(shape)
        return Rows(Deelnemer.objects.filter(gezin=Slot("gezin", UUIDField())))

    vraag = Kept(maak)
    zonder_vergelijken = Kept.__call__.__wrapped__
    for shape in ("a", "b", "a"):
        zonder_vergelijken(vraag, shape, gezin=cast.gezin.pk)
    assert gemaakt == ["a", "b"]


def test_a_moment_or_an_id_in_the_text_is_refused():
    wie = uuid4()
    for maak in (
        lambda _shape: Rows(Grondslag.objects.geldig(clock.now())),
        lambda _shape: Rows(Deelnemer.objects.filter(pk=wie)),
        lambda _shape: Rows(Deelnemer.objects.filter(pk__in=[wie])),
        lambda _shape: Rows(Doel.objects.filter(onderwerpen__overlap=[f"wonen:{wie}"])),
    ):
        with pytest.raises(TypeError, match="make it a slot"):
            Kept(maak)(None)


def test_what_varies_with_the_data_is_no_shape(caplog):
    """A test fails on it; in a running system the answer is the same, and the log says it."""
    vraag = Kept(lambda _shape: Rows(Deelnemer.objects.all()))
    for nummer in range(MOST_SHAPES):
        vraag(nummer)
    with pytest.raises(AssertionError, match="too many shapes"):
        vraag(MOST_SHAPES)
    assert "makes place" in caplog.text


def test_of_too_many_shapes_the_one_asked_longest_ago_goes_out():
    """So what is asked all day stays, however many others came by."""
    made = []

    def build(shape):
        made.append(shape)
        return Rows(Deelnemer.objects.filter(naam=shape))

    query = Kept(build)
    without_comparing = Kept.__call__.__wrapped__
    for number in range(2 * MOST_SHAPES):
        without_comparing(query, "asked all day")
        without_comparing(query, str(number))
    assert made.count("asked all day") == 1
    without_comparing(query, "0")
    assert made.count("0") == 2


def test_a_text_that_looked_at_something_else_is_found():
    naam = ["Petra"]
    vraag = Kept(lambda _shape: Rows(Deelnemer.objects.filter(naam=naam[0])))
    vraag(None)
    naam[0] = "Mark"
    with pytest.raises(AssertionError, match="differs"):
        vraag(None)


def prepared() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return [text for [text] in cursor.fetchall()]


@pytest.mark.eis("R2")
def test_the_database_prepares_a_text_once_with_all_in_it_but_the_values(cast):
    vraag = Kept(
        lambda _shape: Rows(
            Deelnemer.objects.filter(Q(gebruiker=Slot("wie", UUIDField())) | Q(naam__in=["100% 'zeker'", "oma"]))
            .filter(naam__contains="%")
            .order_by("naam")[:7]
        )
    )
    Deelnemer.objects.filter(pk=cast.moeder_in_gezin.pk).update(**keys_for(Deelnemer, "50% thuis"))
    for wie, namen in ((cast.moeder, ["50% thuis"]), (cast.vader, []), (cast.moeder, ["50% thuis"])):
        assert [rij.naam for rij in vraag(None, wie=wie.pk)] == namen
    [tekst] = [tekst for tekst in prepared() if "zeker" in tekst]
    assert tekst.count("$") == 1
    assert "LIMIT 7" in tekst


def test_a_transaction_that_fails_takes_nothing_of_it_away(cast):
    vraag = Kept(lambda _shape: Rows(Deelnemer.objects.filter(gebruiker=Slot("wie", UUIDField()))))
    for _keer in range(2):
        with pytest.raises(DataError), transaction.atomic():
            vraag(None, wie="geen id")
        assert [rij.pk for rij in vraag(None, wie=cast.moeder.pk)] == [cast.moeder_in_gezin.pk]
