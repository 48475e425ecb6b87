"""Rows with a name: the keys by which it is found, compared and listed are kept with it, by whatever road it is written (I9)."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
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
        super().__init__(*args, **{**kwargs, "editable": False, "db_collation": "C", "db_default": ""})

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


class HasName(models.Model):
    """Somebody or something with a name that is looked for, compared and listed: a person; see `HasTitle`."""

    naam_sleutel = NameKey()
    naam_volgorde = NameKey(by=person_order)

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Save the keys with the name, also where only some fields are saved."""
        if update_fields is not None and "naam" in update_fields:
            update_fields = {*update_fields, *(field.name for field in _keys(type(self)))}
        super().save(*args, update_fields=update_fields, **kwargs)

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        """Validate the row with the keys of the name as it is now."""
        for field in _keys(type(self)):
            field.pre_save(self, False)
        super().clean_fields(exclude)


class HasTitle(HasName):
    """A family, a household, an organisation: what comes first in its name counts first."""

    naam_volgorde = NameKey(by=title_order)

    class Meta:
        abstract = True

    def refuse_double(self, message: Any) -> None:
        """Raise ValidationError (naam) where another has this name, in other letters perhaps; one that stays is no news."""
        rows: Any = type(self)._default_manager
        name = getattr(self, "naam")  # noqa: B009 - of the model that this is mixed into
        own = rows.filter(pk=self.pk).values_list("naam", flat=True).first()
        if name != own and rows.filter(same(name)).exclude(pk=self.pk).exists():
            raise ValidationError({"naam": message})


def _keys(model: type[models.Model]) -> list[NameKey]:
    return [field for field in model._meta.local_concrete_fields if isinstance(field, NameKey)]


def keys_for(model: type[models.Model], name: str) -> dict[str, str]:
    """`naam` and its keys, for who writes rows past `save`."""
    return {"naam": name, **{field.name: field.by(name) for field in _keys(model)}}


def kinds() -> list[tuple[type[models.Model], Callable[[str], str]]]:
    """Each model with keys of names, and how its rows are put in order."""
    found = [model for model in apps.get_models() if issubclass(model, HasName)]
    return [(model, next(field.by for field in _keys(model) if field.name == "naam_volgorde")) for model in found]


def stale(model: type[models.Model], order: Callable[[str], str], using: str = "default") -> Iterator[tuple[Any, str]]:
    """Of each row whose keys aren't those of its name: the primary key and that name."""
    rows = model._base_manager.using(using).order_by("pk").values_list("pk", "naam", "naam_sleutel", "naam_volgorde")
    for pk, name, *keys in rows.iterator():
        if keys != [fold(name), order(name)]:
            yield pk, name


def fill(model: type[models.Model], order: Callable[[str], str], using: str = "default") -> int:
    """Make the keys anew where they aren't those of the name; returns of how many rows.

    `model` may be one of a migration. Whoever changes a name meanwhile has written its keys as well.
    """
    filled = 0
    for pk, name in list(stale(model, order, using)):
        row = model._base_manager.using(using).filter(pk=pk, naam=name)
        filled += row.update(naam_sleutel=fold(name), naam_volgorde=order(name))
    return filled


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
