"""Small lists that come along with the row they belong to, in the same question to the database.

`Gezin.objects.annotate(vlaggen=Meegevraagd(Veiligheidsvlag.objects.filter(gezin=OuterRef("pk"))))` gives each family its
flags as real objects. What comes along stays a queryset, so a filter is written in one place and used in both ways; a
list may bring lists of its own. For lists that are short for every row; for long ones a question of their own is cheaper.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import DEFAULT_DB_ALIAS, models

Lezer = Callable[[Any], Any]
# Kinds of value that are in JSON what they are in Python.
ALS_IN_JSON = (models.CharField, models.TextField, models.BooleanField, models.IntegerField, models.JSONField)


class Meegevraagd(ArraySubquery):
    """The rows of a queryset, in its order, as a list of its model's objects.

    `met`: foreign keys whose objects come along too, as with select_related ("deelnemer__gebruiker" too). What was
    annotated comes along as well.
    """

    def __init__(self, vraag: models.QuerySet[Any], *, met: Sequence[str] = ()) -> None:
        self._rijen = _Rijen(vraag, met)
        super().__init__(vraag.values(rij=self._rijen.als_json()))

    @property
    def output_field(self) -> "models.Field[Any, Any]":  # type: ignore[override] # objects, not values
        return self._rijen


class Rows:
    """The same rows as a question by itself: its `query`, and how what the database gives for each is read."""

    def __init__(self, vraag: models.QuerySet[Any], *, met: Sequence[str] = ()) -> None:
        self._rijen = _Rijen(vraag, met)
        self.query = vraag.values(rij=self._rijen.als_json()).query

    def objects(self, rijen: Iterable[list[Any]]) -> list[models.Model]:
        """What the database gave, as objects of the model."""
        return self._rijen.objecten(rijen)


class _Rij(models.Func):
    """A whole row of one table of the question as JSON, by the names of its columns; null where there is no row."""

    output_field = models.JSONField()

    def as_sql(self, compiler: Any, connection: Any, *_extra: Any, **_meer: Any) -> Any:
        [kolom] = self.get_source_expressions()
        return f"to_jsonb({compiler.quote_name_unless_alias(kolom.alias)})", ()


class _Rijen(models.Field):  # type: ignore[type-arg] # the class itself takes no types
    """An array of rows as JSON; read as objects of the model. Only for questions, no column is of this kind."""

    def __init__(self, vraag: models.QuerySet[Any], met: Sequence[str]) -> None:
        super().__init__()
        self._van = vraag.model
        self._erbij = {naam: _lezer(deel.output_field) for naam, deel in vraag.query.annotation_select.items()}
        # Path → the model at its end; what leads to it first.
        self._met: dict[str, type[models.Model]] = {}
        for pad in met:
            model, tot = self._van, ""
            for naam in pad.split("__"):
                model, tot = model._meta.get_field(naam).related_model, f"{tot}__{naam}" if tot else naam
                self._met[tot] = model

    def als_json(self) -> models.Func:
        """What the database makes of one row: the row itself, what it points at, and what was annotated."""
        delen = [_Rij("pk"), *(_Rij(f"{pad}__{_eigen_veld(model)}") for pad, model in self._met.items())]
        return models.Func(*delen, *self._erbij, function="JSONB_BUILD_ARRAY", output_field=models.JSONField())

    def from_db_value(self, value: Sequence[str] | None, expression: Any, connection: Any) -> list[models.Model]:
        # None: Django saw that the answer is empty, and asked nothing.
        return self.objecten(map(json.loads, value or ()))

    def objecten(self, rijen: Iterable[list[Any]]) -> list[models.Model]:
        """What the database made of the rows, as objects."""
        return [self._object(iter(rij)) for rij in rijen]

    def _object(self, delen: Iterator[Any]) -> models.Model:
        hier = _als_object(self._van, next(delen))
        gevonden: dict[str, models.Model | None] = {"": hier}
        for pad, model in self._met.items():
            ouder, _, naam = pad.rpartition("__")
            rij = next(delen)
            gevonden[pad] = een = None if rij is None else _als_object(model, rij)
            if gevonden[ouder] is not None:
                setattr(gevonden[ouder], naam, een)
        for naam, lees in self._erbij.items():
            setattr(hier, naam, lees(next(delen)))
        return hier


def zet_klaar(rij: models.Model, relatie: str, gevonden: Sequence[models.Model]) -> None:
    """Let `rij.relatie.all()` give what came along, as after prefetch_related."""
    vraag = getattr(rij, relatie).get_queryset()
    vraag._result_cache = list(gevonden)
    vraag._prefetch_done = True
    if not hasattr(rij, "_prefetched_objects_cache"):
        rij._prefetched_objects_cache = {}  # type: ignore[attr-defined]
    rij._prefetched_objects_cache[relatie] = vraag  # type: ignore[attr-defined]


def _eigen_veld(model: type[models.Model]) -> str:
    """A column that only the table itself has: Django reads the key of a row where it is pointed from."""
    return next(veld.name for veld in model._meta.concrete_fields if not veld.primary_key)


def _als_object(model: type[models.Model], rij: dict[str, Any]) -> models.Model:
    namen, lezing = _lezing(model)
    return model.from_db(DEFAULT_DB_ALIAS, namen, [lees(rij[kolom]) for kolom, lees in lezing])


@cache
def _lezing(model: type[models.Model]) -> tuple[list[str], list[tuple[str, Lezer]]]:
    """The attributes of a row, and from which column and how each is read."""
    velden = model._meta.concrete_fields
    return [veld.attname for veld in velden], [(str(veld.column), _lezer(veld)) for veld in velden]


def _lezer(veld: "models.Field[Any, Any]") -> Lezer:
    """Makes of what JSON has as text the kind of value that the column has."""
    if isinstance(veld, _Rijen):
        return lambda waarde: veld.objecten(waarde or ())
    if isinstance(veld, ArrayField):
        per_stuk = _lezer(veld.base_field)
        return lambda waarde: None if waarde is None else [per_stuk(een) for een in waarde]
    if isinstance(veld, models.ForeignKey):
        return _lezer(veld.target_field)
    return _zoals_het_is if isinstance(veld, ALS_IN_JSON) else veld.to_python


def _zoals_het_is(waarde: Any) -> Any:
    return waarde
