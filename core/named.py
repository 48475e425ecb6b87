"""Rows with a name: the keys by which it is found, compared and listed are kept with it, by whatever road it is written (I9)."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Collate

from core.names import SEPARATOR, fold, person_order, title_order

# Of the parts of a key of order the name itself is the last.
NAME_PART = 4


class NameKey(models.TextField):
    """A key made of the field `of` by the function `by` whenever a row is saved, compared letter by letter (G1, I9)."""

    def __init__(self, *args: Any, of: str = "naam", by: Callable[[str], str] = fold, **kwargs: Any) -> None:
        self.of, self.by = of, by
        kwargs.update(editable=False, db_collation="C", db_default="")
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """What a migration needs to make it again: the column only."""
        name, _path, args, kwargs = super().deconstruct()
        kwargs.pop("editable")
        return name, "django.db.models.TextField", args, kwargs

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        """The key of the name as it is now."""
        key = self.by(getattr(model_instance, self.of))
        setattr(model_instance, self.attname, key)
        return key

    def clean(self, value: Any, model_instance: models.Model | None) -> str:
        """Made anew before the row is validated too: then the name may have changed since it was read."""
        return self.pre_save(model_instance, False) if model_instance else str(value)


class HasName(models.Model):
    """Somebody or something with a name that is looked for, compared and listed: a person; see `HasTitle`."""

    naam_sleutel = NameKey()
    naam_volgorde = NameKey(by=person_order)

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Save the keys with the name, also where only some fields are saved."""
        if update_fields is not None and "naam" in update_fields:
            update_fields = {*update_fields, *keys_of(type(self))}
        super().save(*args, update_fields=update_fields, **kwargs)


class HasTitle(HasName):
    """A family, a household, an organisation: what comes first in its name counts first."""

    naam_volgorde = NameKey(by=title_order)

    class Meta:
        abstract = True


def keys_of(model: type[models.Model]) -> list[str]:
    """The names of the keys that this model keeps."""
    return [field.name for field in model._meta.local_concrete_fields if isinstance(field, NameKey)]


def keys_for(model: type[models.Model], name: str) -> dict[str, str]:
    """`naam` and its keys, for who writes rows past `save`."""
    keys = {field.name: field.by(name) for field in model._meta.local_concrete_fields if isinstance(field, NameKey)}
    return {"naam": name, **keys}


def kept(table: str) -> models.CheckConstraint:
    """The constraint by which the database refuses a name whose keys were not written with it, whatever wrote it."""
    tail = models.Func(
        F("naam_volgorde"), Value(SEPARATOR), Value(NAME_PART), function="split_part", output_field=models.TextField()
    )
    return models.CheckConstraint(
        condition=Q(models.lookups.Exact(tail, Collate(F("naam"), "C"))), name=f"naam_en_volgorde_van_{table}"
    )


def same(name: str, path: str = "") -> Q:
    """Whose name is this one, however it is written; `path` leads to the model, as in 'gebruiker__'."""
    return Q(**{f"{path}naam_sleutel": fold(name)})


def holds(text: str, path: str = "") -> Q:
    """In whose name each word of this can be found; of nothing but signs nobody's."""
    words = fold(text).split()
    found = Q(pk__in=[]) if not words else Q()
    for word in words:
        found &= Q(**{f"{path}naam_sleutel__contains": word})
    return found
