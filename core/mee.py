"""Small lists that come along with the row they belong to, in the same question to the database.

`Gezin.objects.annotate(vlaggen=Meegevraagd(Veiligheidsvlag.objects.filter(gezin=OuterRef("pk"))))` gives each family its
flags as real objects. What comes along stays a queryset, so a filter is written in one place and used in both ways.
For lists that are short for every row; for long ones a question of their own is cheaper.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import JSONObject


class Meegevraagd(ArraySubquery):
    """The rows of a queryset, in its order, as a list of its model's objects.

    `met`: foreign keys whose objects come along too, as with select_related. What was annotated comes along as well.
    """

    def __init__(self, vraag: models.QuerySet[Any], *, met: Sequence[str] = ()) -> None:
        self._rijen = _Rijen(vraag, met)
        super().__init__(vraag.values(rij=self._rijen.als_json()))

    @property
    def output_field(self) -> "models.Field[Any, Any]":
        return self._rijen


class _Rijen(models.Field):  # type: ignore[type-arg] # the class itself takes no types
    """An array of rows as JSON; read as objects of the model. Only for questions, no column is of this kind."""

    def __init__(self, vraag: models.QuerySet[Any], met: Sequence[str]) -> None:
        super().__init__()
        self._van = vraag.model
        self._met: Mapping[str, type[models.Model]] = {
            naam: vraag.model._meta.get_field(naam).related_model for naam in met
        }
        self._erbij = {naam: deel.output_field for naam, deel in vraag.query.annotation_select.items()}

    def als_json(self) -> JSONObject:
        """What the database makes of one row."""
        delen: dict[str, Any] = {veld.attname: veld.attname for veld in self._van._meta.concrete_fields}
        for naam, model in self._met.items():
            velden = model._meta.concrete_fields
            delen[naam] = JSONObject(**{veld.attname: f"{naam}__{veld.attname}" for veld in velden})
        return JSONObject(**delen, **{naam: naam for naam in self._erbij})

    def from_db_value(self, value: Sequence[str] | None, expression: Any, connection: Any) -> list[models.Model]:
        # None: Django saw that the answer is empty, and asked nothing.
        return [self._object(json.loads(rij), connection.alias) for rij in value or ()]

    def _object(self, rij: dict[str, Any], db: str) -> models.Model:
        gevonden = _als_object(self._van, rij, db)
        for naam, model in self._met.items():
            # A foreign key that is empty has an object of nothing but nulls.
            sleutel = rij[self._van._meta.get_field(naam).attname]  # type: ignore[union-attr]
            setattr(gevonden, naam, None if sleutel is None else _als_object(model, rij[naam], db))
        for naam, veld in self._erbij.items():
            setattr(gevonden, naam, _waarde(veld, rij[naam]))
        return gevonden


def _als_object(model: type[models.Model], rij: dict[str, Any], db: str) -> models.Model:
    velden = model._meta.concrete_fields
    return model.from_db(db, [veld.attname for veld in velden], [_waarde(veld, rij[veld.attname]) for veld in velden])


def _waarde(veld: "models.Field[Any, Any]", waarde: Any) -> Any:
    """What JSON has as text, as the kind of value that the column has."""
    if isinstance(veld, ArrayField) and waarde is not None:
        return [_waarde(veld.base_field, een) for een in waarde]
    return veld.to_python(waarde)
