"""Many rows with one statement: what they hold is what an object of the same values would have left."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError
from django.utils.translation import gettext_lazy

from core.rows import insert_rows
from logboek.models import Handeling, Logregel

pytestmark = pytest.mark.django_db

OP = datetime(2026, 11, 23, 8, 30, 15, 123456, tzinfo=UTC)


def test_a_row_is_what_an_object_would_have_been():
    gezin, wie = uuid4(), [uuid4(), uuid4()]
    waarden = {
        "op": OP, "handeling": Handeling.KLOK, "gezin_id": gezin, "over_wie": wie, "leefgebieden": ["wonen"],
        "getoond": {"diepte": 'alles "hier"'}, "melding": "één\nregel; 'nog' %s", "rol": gettext_lazy("Nee"),
    }  # fmt: skip
    insert_rows(Logregel, [waarden])
    Logregel.objects.create(**waarden)

    velden = [veld.name for veld in Logregel._meta.concrete_fields if veld.name != "id"]
    ingevoegd, bewaard = Logregel.objects.filter(gezin_id=gezin).values(*velden)
    assert ingevoegd == bewaard
    assert (ingevoegd["op"], ingevoegd["over_wie"], ingevoegd["gebruiker_id"]) == (OP, wie, None)


def test_each_row_has_a_key_of_its_own_and_keeps_its_place(django_assert_num_queries):
    with django_assert_num_queries(1):
        insert_rows(Logregel, ({"handeling": Handeling.KLOK, "melding": str(nummer), "op": OP} for nummer in range(40)))
    regels = list(Logregel.objects.filter(op=OP))
    assert len({regel.pk for regel in regels}) == 40
    assert all(isinstance(regel.pk, UUID) for regel in regels)


def test_no_rows_is_no_question(django_assert_num_queries):
    with django_assert_num_queries(0):
        insert_rows(Logregel, [])


def test_a_column_that_is_not_there_is_not_dropped_in_silence():
    with pytest.raises(TypeError, match="handelng"):
        insert_rows(Logregel, [{"handelng": Handeling.KLOK}])


def test_what_is_there_already_is_left_out_only_when_asked():
    insert_rows(Group, [{"name": "een"}])
    insert_rows(Group, [{"name": "een"}, {"name": "twee"}], ignore_duplicates=True)
    assert set(Group.objects.values_list("name", flat=True)) >= {"een", "twee"}
    with pytest.raises(IntegrityError):
        insert_rows(Group, [{"name": "een"}])
