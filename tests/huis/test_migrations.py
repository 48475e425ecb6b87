"""Migrations run while the version before them still answers: no new one may break it (docs/migraties.md)."""

import re
from pathlib import Path

import pytest
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ModelState, ProjectState

from tests.huis.migratieregels import MERK, bezwaren
from tests.routes.routes import EIGEN

CHANGELOG = Path(__file__).resolve().parents[2] / "CHANGELOG.md"
# The last migration of each room from before there were rules. Practice holds nothing that must survive.
BASIS = {
    "berichten": 3,
    "core": 2,
    "escalatie": 6,
    "gezinnen": 3,
    "gezinsplan": 6,
    "instanties": 8,
    "logboek": 4,
    "termijnen": 1,
    "toestemming": 5,
}


def test_no_new_migration_breaks_the_version_that_still_runs():
    loader = MigrationLoader(None)
    uitgebracht = re.search(r"^## \[?\d", CHANGELOG.read_text(), re.M) is not None
    gevonden = []
    for (app, naam), migratie in loader.disk_migrations.items():
        if app in EIGEN - {"oefenomgeving"} and int(naam.split("_")[0]) > BASIS.get(app, 0):
            staat = loader.project_state((app, naam), at_end=False)
            gevonden += bezwaren(migratie, staat, uitgebracht=uitgebracht)
    assert gevonden == []


def migratie(*operaties, **eigen):
    soort = type("Migration", (migrations.Migration,), {"operations": list(operaties), **eigen})
    return soort("0009_proef", "proef")


@pytest.fixture
def staat():
    velden = [
        ("id", models.BigAutoField(primary_key=True)),
        ("naam", models.CharField(max_length=100)),
        ("op", models.DateTimeField(null=True)),
    ]
    gemaakt = ProjectState()
    gemaakt.add_model(ModelState("proef", "Ding", velden))
    return gemaakt


INDEX = models.Index(fields=["naam"], name="ding_naam")


@pytest.mark.parametrize(
    "operatie",
    [
        migrations.RemoveField("Ding", "naam"),
        migrations.RenameField("Ding", "naam", "titel"),
        migrations.RenameModel("Ding", "Zaak"),
        migrations.DeleteModel("Ding"),
        migrations.AddField("Ding", "soort", models.CharField(max_length=10, default="x")),
        migrations.AlterField("Ding", "op", models.DateTimeField()),
        migrations.AlterField("Ding", "op", models.DateField(null=True)),
        migrations.AlterField("Ding", "naam", models.CharField(max_length=50)),
        migrations.AlterField("Ding", "naam", models.CharField(max_length=100, unique=True)),
        migrations.AddIndex("Ding", INDEX),
        migrations.AddConstraint("Ding", models.CheckConstraint(condition=~models.Q(naam=""), name="ding_heeft_naam")),
        migrations.RunSQL("ALTER TABLE ding DROP COLUMN naam"),
        migrations.RunSQL("CREATE INDEX ding_naam ON ding (naam)"),
        migrations.SeparateDatabaseAndState(database_operations=[migrations.RemoveField("Ding", "naam")]),
    ],
    ids=lambda operatie: operatie.describe()[:60],
)
def test_what_the_old_version_could_not_live_with_is_found(staat, operatie):
    assert len(bezwaren(migratie(operatie), staat)) == 1
    assert bezwaren(migratie(operatie, **{MERK: "niet meer gebruikt sinds 0.3"}), staat) == []


@pytest.mark.parametrize(
    "operaties",
    [
        [migrations.AddField("Ding", "soort", models.CharField(max_length=10, db_default="x"))],
        [migrations.AddField("Ding", "soort", models.CharField(max_length=10, null=True))],
        [migrations.AlterField("Ding", "naam", models.CharField(max_length=200))],
        [AddIndexConcurrently("Ding", INDEX)],
        [migrations.RunSQL("CREATE INDEX CONCURRENTLY ding_naam ON ding (naam)")],
        [
            migrations.CreateModel("Nieuw", [("id", models.BigAutoField(primary_key=True))]),
            migrations.AddField("Nieuw", "naam", models.CharField(max_length=10, default="")),
            migrations.AddIndex("Nieuw", INDEX),
        ],
    ],
    ids=lambda operaties: operaties[-1].describe()[:60],
)
def test_what_may_be_done_beside_the_old_version_passes(staat, operaties):
    assert bezwaren(migratie(*operaties), staat) == []
