"""No table without a line in the ledger, and no line that isn't true as far as it can be verified (T3, G7, X1, X4)."""

import importlib
import sys
from collections import Counter

import pytest
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from core.named import NameKey
from gezinnen.models import Gezin
from tests.huis.tabellen import (
    PGHISTORY,
    TABLES,
    WITH_FAMILY,
    By,
    Column,
    Marker,
    NotBuilt,
    Path,
    Rows,
)
from tests.huis.test_requirements import TABEL
from tests.routes.routes import EIGEN
from toestemming.models import Onderdeel

pytestmark = pytest.mark.eis("T3", "G7", "X1", "X4")

OURS = {
    model._meta.label: model
    for app in apps.get_app_configs()
    if app.label in EIGEN
    for model in app.get_models()
    if not hasattr(model, "pgh_tracked_model")
}
FOLLOWED = {
    model.pgh_tracked_model._meta.label: model._meta.db_table
    for model in apps.get_models()
    if hasattr(model, "pgh_tracked_model") and model._meta.app_label in EIGEN
}
# Where a row once made is never changed nor taken away by the app.
ONLY_ADDED = ("logboek_regel", "logboek_zegel", "logboek_onderzoek")


def hops(model, lookup):
    """The foreign keys of a lookup, in order."""
    found = []
    for name in filter(None, lookup.split("__")):
        field = model._meta.get_field(name)
        found.append(field)
        model = field.related_model
    return found, model


def dotted(name):
    """What a dotted name stands for. Raises when it isn't there."""
    parts = name.split(".")
    for length in range(len(parts) - 1, 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError as missing:
            if not ".".join(parts[:length]).startswith(str(missing.name)):
                raise
            continue
        for part in parts[length:]:
            found = getattr(found, part)
        return found
    raise ModuleNotFoundError(name)


def texts(model):
    """The names of the fields in which words can stand; a field of fixed choices holds a code, a key what is in its name."""
    for field in model._meta.local_fields:
        if isinstance(field, NameKey):
            continue
        kind = field.base_field if isinstance(field, ArrayField) else field
        if isinstance(kind, models.CharField | models.TextField | models.JSONField) and not kind.choices:
            yield field.name


def promises(line):
    return [value for value in vars(line).values() if isinstance(value, NotBuilt)]


def test_every_model_has_its_line():
    assert set(TABLES) - set(OURS) == set(), "a line without a model"
    assert set(OURS) - set(TABLES) == set(), "a model without a line in tests/huis/tabellen.py"


@pytest.mark.parametrize("label", sorted(set(TABLES) & set(OURS)))
@pytest.mark.eis("T3", "G7", "X1")
def test_what_the_line_says_is_so(label):
    line, model = TABLES[label], OURS[label]
    _is_of_that_family(line, model)
    for value in vars(line).values():
        if isinstance(value, By):
            assert callable(dotted(value.name)) or isinstance(dotted(value.name), property), value
        if isinstance(value, Rows):
            assert value.model in TABLES, value
    assert (line.history is PGHISTORY) == (label in FOLLOWED), "history: does pghistory follow it, or not?"
    assert set(line.texts) == set(texts(model)), "texts: a marker, or why there is none, for each text"


@pytest.mark.eis("T3")
def test_what_is_of_a_family_has_zicht():
    """Whatever leads to a family is asked through code of ours that limits who sees it, and not by a reason or a test."""
    of_a_family = {label: line for label, line in TABLES.items() if isinstance(line.family, Path | Column)}
    assert len(of_a_family) > 40
    without = [
        label
        for label, line in of_a_family.items()
        if not isinstance(line.zicht, By) or line.zicht.name.split(".")[0] not in EIGEN
    ]
    assert without == []


@pytest.mark.eis("T3")
def test_a_part_of_a_plan_is_asked_for_a_reader():
    """What carries leefgebieden and over wie has a queryset with the filter of zicht, and its line names that one."""
    parts = {label: model for label, model in OURS.items() if issubclass(model, Onderdeel)}
    assert len(parts) >= 3
    for label, model in parts.items():
        assert hasattr(model._default_manager.all(), "zichtbaar_voor"), label
        assert TABLES[label].zicht.name.endswith("QuerySet.zichtbaar_voor"), label


def _is_of_that_family(line, model):
    if isinstance(line.family, Path):
        keys, end = hops(model, line.family.lookup)
        assert end is Gezin, "family: the lookup ends elsewhere"
        straight = all(key.remote_field.on_delete is models.CASCADE and not key.null for key in keys)
        assert straight or line.destruction is not WITH_FAMILY, "destruction: a row may hang on nothing, or hold on"
        assert isinstance(line.destruction, NotBuilt | By), (
            "destruction: what a family leaves must be destroyed with it"
        )
        return
    if isinstance(line.family, Column):
        assert isinstance(model._meta.get_field(line.family.name), models.UUIDField)
        return
    names = {field.name for field in model._meta.local_fields}
    assert "gezin_id" not in names, "family: it holds the id of one"
    for field in model._meta.local_fields:
        if field.related_model and field.related_model._meta.label in TABLES:
            other = TABLES[field.related_model._meta.label]
            assert not isinstance(other.family, Path), f"family: {field.name} leads to one"


@pytest.mark.eis("G7")
def test_what_people_may_overwrite_keeps_what_it_was():
    """A row with `versie` is edited by several people: its earlier texts are kept, and not only that it changed."""
    edited = {
        label
        for label, model in OURS.items()
        if any(field.name == "versie" for field in model._meta.local_fields) and any(texts(model))
    }
    assert len(edited) > 5
    # A ladder isn't edited: another version is another row. Of an action only whether it was done changes.
    assert edited - set(FOLLOWED) == {"escalatie.Escalatiemodel", "escalatie.Actie"}


@pytest.mark.django_db
@pytest.mark.eis("X1", "G7")
def test_the_app_can_only_add_to_what_was():
    assert len(FOLLOWED) > 15
    with connection.cursor() as cursor:
        for table in [*FOLLOWED.values(), *ONLY_ADDED]:
            for right in ("UPDATE", "DELETE", "TRUNCATE"):
                cursor.execute("SELECT has_table_privilege('app', %s, %s)", [table, right])
                assert cursor.fetchone() == (False,), f"{right} on {table}"


def test_what_isnt_built_yet_is_said_and_counted(capsys):
    """A promise names a requirement that the table of requirements doesn't call built either."""
    count = Counter(name for line in TABLES.values() for name in {promise.requirement for promise in promises(line)})
    assert {requirement: TABEL[requirement].state for requirement in count} == dict.fromkeys(count, "nog niet")
    with capsys.disabled():
        sys.stdout.write(f"\nnog niet gebouwd: {', '.join(f'{name} bij {n} tabellen' for name, n in count.items())}\n")


def test_a_marker_that_stays_says_why():
    for label, line in TABLES.items():
        for name, text in line.texts.items():
            assert not isinstance(text, Marker) or not text.stays or len(text.stays) > 20, f"{label}.{name}"
            assert not isinstance(text, Marker) or not text.as_typed or len(text.as_typed) > 20, f"{label}.{name}"
            assert isinstance(text, Marker) or len(text.why) > 5, f"{label}.{name}"


class Made(models.Model):
    """A model that nobody wrote a line for."""

    gezin_id = models.UUIDField()
    tekst = models.CharField(max_length=10)
    soort = models.CharField(max_length=10, choices=[("a", "A")])

    class Meta:
        app_label = "tests"
        managed = False

    def __str__(self):
        return self.tekst


def test_a_text_is_seen_and_a_code_isnt():
    assert list(texts(Made)) == ["tekst"]


def test_a_family_that_the_line_denies_is_found():
    with pytest.raises(AssertionError, match="holds the id of one"):
        _is_of_that_family(TABLES["instanties.Regio"], Made)
    with pytest.raises(AssertionError, match="leads to one"):
        _is_of_that_family(TABLES["instanties.Regio"], OURS["gezinsplan.Doel"])
