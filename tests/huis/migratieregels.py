"""What a migration may do while the version before it still runs (docs/migraties.md): read from its operations."""

import re
from collections.abc import Iterator

from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models import NOT_PROVIDED, Field

# A migration that takes away what no running version uses any more says so, and since when: `SAMENTREKKEN = "..."`.
MERK = "SAMENTREKKEN"
_GROF = re.compile(
    r"\b(DROP\s+(TABLE|COLUMN|VIEW)|RENAME\s+(TO|COLUMN)|SET\s+NOT\s+NULL|ALTER\s+COLUMN\s+\S+\s+(SET\s+DATA\s+)?TYPE|"
    r"TRUNCATE|VACUUM\s+FULL|CREATE\s+(UNIQUE\s+)?INDEX\s+(?!CONCURRENTLY))",
    re.IGNORECASE,
)


# What adds something: no harm while there is no version out that would have to live beside it.
TOEVOEGEN = (migrations.AddField, migrations.AddIndex, migrations.AddConstraint, migrations.AlterUniqueTogether)


def bezwaren(migratie: migrations.Migration, staat: ProjectState, *, uitgebracht: bool = True) -> list[str]:
    """What the version before this migration couldn't live with; `staat` is how the models were before it."""
    if getattr(type(migratie), MERK, ""):
        return []
    staat, nieuw, gevonden = staat.clone(), set(), []
    for operatie in _plat(migratie.operations):
        if uitgebracht or not isinstance(operatie, TOEVOEGEN):
            gevonden += _van(operatie, migratie.app_label, staat, nieuw)
        if isinstance(operatie, migrations.CreateModel):
            nieuw.add(operatie.name_lower)
        operatie.state_forwards(migratie.app_label, staat)
    return [f"{migratie}: {bezwaar}" for bezwaar in gevonden]


def _plat(operaties: list[Operation]) -> Iterator[Operation]:
    for operatie in operaties:
        if isinstance(operatie, migrations.SeparateDatabaseAndState):
            yield from _plat(operatie.database_operations)
        else:
            yield operatie


def _van(operatie: Operation, app: str, staat: ProjectState, nieuw: set[str]) -> list[str]:
    # A table that this same migration makes: nobody knows it yet.
    if getattr(operatie, "model_name_lower", None) in nieuw or getattr(operatie, "name_lower", None) in nieuw:
        return []
    match operatie:
        case migrations.RemoveField() | migrations.DeleteModel():
            return [f"{operatie.describe()}: de oude versie leest dit nog"]
        case migrations.RenameField() | migrations.RenameModel() | migrations.AlterModelTable():
            return [f"{operatie.describe()}: de oude versie kent de nieuwe naam niet"]
        case migrations.AddField() if not operatie.field.many_to_many and not _zonder_waarde_mag(operatie.field):
            return [f"{operatie.describe()}: de oude versie vult dit niet in; gebruik null=True of db_default"]
        case migrations.AlterField():
            return _gewijzigd(operatie, app, staat)
        case migrations.AlterUniqueTogether() | migrations.AddConstraint():
            return _strenger(operatie)
        case AddIndexConcurrently() | RemoveIndexConcurrently():
            return []
        case migrations.AddIndex() | migrations.RemoveIndex():
            return [f"{operatie.describe()}: houdt schrijvers tegen; gebruik {type(operatie).__name__}Concurrently"]
        case migrations.RunSQL() if _GROF.search(str(operatie.sql)):
            return [f"SQL: {_GROF.search(str(operatie.sql))[0]}"]
    return []


def _zonder_waarde_mag(veld: Field) -> bool:
    return veld.null or veld.db_default is not NOT_PROVIDED


def _gewijzigd(operatie: migrations.AlterField, app: str, staat: ProjectState) -> list[str]:
    oud = staat.models[app, operatie.model_name_lower].fields[operatie.name]
    nieuw = operatie.field
    if oud.null and not nieuw.null:
        return [f"{operatie.describe()}: de oude versie laat dit leeg"]
    if oud.get_internal_type() != nieuw.get_internal_type():
        return [f"{operatie.describe()}: een ander soort"]
    if (nieuw.max_length or 10**9) < (oud.max_length or 10**9):
        return [f"{operatie.describe()}: korter dan wat de oude versie schrijft"]
    if nieuw.unique and not oud.unique:
        return [f"{operatie.describe()}: strenger dan de oude versie weet"]
    return []


def _strenger(operatie: Operation) -> list[str]:
    return [f"{operatie.describe()}: strenger dan de oude versie weet, en leest de hele tabel met een slot erop"]
