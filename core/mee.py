"""Small lists that come along with the row they belong to, in the same question to the database.

`Gezin.objects.annotate(vlaggen=Meegevraagd(Veiligheidsvlag.objects.filter(gezin=OuterRef("pk"))))` gives each family its
flags as real objects. What comes along stays a queryset, so a filter is written in one place and used in both ways; a
list may bring lists of its own. For lists that are short for every row; for long ones a question of their own is cheaper.
"""

import json
from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import JSONObject


class Meegevraagd(ArraySubquery):
    """The rows of a queryset, in its order, as a list of its model's objects.

    `met`: foreign keys whose objects come along too, as with select_related ("deelnemer__gebruiker" too). What was
    annotated comes along as well.
    """

    def __init__(self, vraag: models.QuerySet[Any], *, met: Sequence[str] = ()) -> None:
        self._rijen = _Rijen(vraag, met)
        super().__init__(vraag.values(rij=self._rijen.als_json()))

    @property
    def output_field(self) -> "models.Field[Any, Any]":
        return self._rijen


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
        self._erbij = {naam: deel.output_field for naam, deel in vraag.query.annotation_select.items()}
        # Path → the model at its end; what leads to it first.
        self._met: dict[str, type[models.Model]] = {}
        for pad in met:
            model, tot = self._van, ""
            for naam in pad.split("__"):
                model, tot = model._meta.get_field(naam).related_model, f"{tot}__{naam}" if tot else naam
                self._met[tot] = model

    def als_json(self) -> JSONObject:
        """What the database makes of one row: under "" the row itself, and what comes along by its name."""
        delen: dict[str, Any] = {pad: _Rij(f"{pad}__{_eigen_veld(model)}") for pad, model in self._met.items()}
        return JSONObject(**{"": _Rij("pk"), **delen, **{naam: naam for naam in self._erbij}})

    def from_db_value(self, value: Sequence[str] | None, expression: Any, connection: Any) -> list[models.Model]:
        # None: Django saw that the answer is empty, and asked nothing.
        return [self._object(json.loads(rij), connection.alias) for rij in value or ()]

    def _object(self, rij: dict[str, Any], db: str) -> models.Model:
        gevonden: dict[str, Any] = {"": _als_object(self._van, rij[""], db)}
        for pad, model in self._met.items():
            ouder, _, naam = pad.rpartition("__")
            gevonden[pad] = een = None if rij[pad] is None else _als_object(model, rij[pad], db)
            if gevonden[ouder] is not None:
                setattr(gevonden[ouder], naam, een)
        for naam, veld in self._erbij.items():
            setattr(gevonden[""], naam, _waarde(veld, rij[naam], db))
        hier: models.Model = gevonden[""]
        return hier


def _eigen_veld(model: type[models.Model]) -> str:
    """A column that only the table itself has: Django reads the key of a row where it is pointed from."""
    return next(veld.name for veld in model._meta.concrete_fields if not veld.primary_key)


def _als_object(model: type[models.Model], rij: dict[str, Any], db: str) -> models.Model:
    velden = model._meta.concrete_fields
    return model.from_db(
        db, [veld.attname for veld in velden], [_waarde(veld, rij[str(veld.column)], db) for veld in velden]
    )


def _waarde(veld: "models.Field[Any, Any]", waarde: Any, db: str) -> Any:
    """What JSON has as text, as the kind of value that the column has."""
    if isinstance(veld, _Rijen):
        return [veld._object(rij, db) for rij in waarde or ()]
    if isinstance(veld, ArrayField) and waarde is not None:
        return [_waarde(veld.base_field, een, db) for een in waarde]
    return veld.to_python(waarde)
