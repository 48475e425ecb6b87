"""The logboek's table: partitioned by month of real time, and append-only for the role with which the app works (X1)."""

import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.serializers.json
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABEL = """
CREATE TABLE logboek_regel (
    id uuid NOT NULL,
    op timestamptz NOT NULL,
    bezoek uuid,
    verzoek uuid,
    gebruiker_id uuid,
    gebruiker_naam varchar(150) NOT NULL,
    namens_id uuid,
    namens_naam varchar(150) NOT NULL,
    rol varchar(100) NOT NULL,
    instelling_id uuid,
    instelling_naam varchar(150) NOT NULL,
    handeling varchar(20) NOT NULL,
    uitkomst varchar(10) NOT NULL,
    doel varchar(200) NOT NULL,
    gezin_id uuid,
    gezin_nummer varchar(30) NOT NULL,
    over_wie uuid[] NOT NULL,
    leefgebieden varchar(30)[] NOT NULL,
    object_soort varchar(50) NOT NULL,
    object_id uuid,
    object_naam varchar(200) NOT NULL,
    getoond jsonb NOT NULL,
    grondslag text NOT NULL,
    grondslag_ids uuid[] NOT NULL,
    netwerkadres inet,
    bron varchar(100) NOT NULL,
    url_naam varchar(100) NOT NULL,
    melding text NOT NULL,
    PRIMARY KEY (id, op),
    CONSTRAINT logboek_uitkomst CHECK (uitkomst IN ('gelukt', 'geweigerd'))
) PARTITION BY RANGE (op);
CREATE INDEX logboek_gezin_op ON logboek_regel (gezin_id, op DESC);
CREATE INDEX logboek_gebruiker_op ON logboek_regel (gebruiker_id, op DESC);
CREATE INDEX logboek_over_wie ON logboek_regel USING gin (over_wie);
CREATE TABLE logboek_regel_default PARTITION OF logboek_regel DEFAULT;
"""

# Makes the partition of the (UTC) month in which a day lies, unless it is there; what the DEFAULT partition caught of that month
# moves along. Only the owner may call it: it makes tables.
MAAND = """
CREATE FUNCTION logboek_maak_maand(dag date) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    begin_op timestamptz := date_trunc('month', dag::timestamp) AT TIME ZONE 'UTC';
    eind_op timestamptz := (date_trunc('month', dag::timestamp) + interval '1 month') AT TIME ZONE 'UTC';
    naam text := 'logboek_regel_' || to_char(dag, 'YYYY_MM');
BEGIN
    IF to_regclass(naam) IS NOT NULL THEN
        RETURN false;
    END IF;
    LOCK TABLE logboek_regel_default IN ACCESS EXCLUSIVE MODE;
    EXECUTE format('CREATE TABLE %I (LIKE logboek_regel INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', naam);
    EXECUTE format('WITH weg AS (DELETE FROM logboek_regel_default WHERE op >= %L AND op < %L RETURNING *) '
                   'INSERT INTO %I SELECT * FROM weg', begin_op, eind_op, naam);
    EXECUTE format('ALTER TABLE logboek_regel ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', naam, begin_op, eind_op);
    PERFORM logboek_scherm_af(naam);
    RETURN true;
END $$;
"""

TERUG = """
DROP TABLE logboek_regel;
DROP FUNCTION logboek_maak_maand(date);
DROP FUNCTION logboek_scherm_af(text);
"""


def scherm_af(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take from the app's role all that would let it change or empty the logboek; a partition it may not touch directly.

    Default privileges may have given it everything. Where the role doesn't exist there is nothing to take.
    """
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(rolname) FROM pg_roles WHERE rolname = %s", [settings.DATABASE_APP_ROL])
        rollen = ["PUBLIC", *(rij[0] for rij in cursor.fetchall())]
        intrekken = " ".join(f"EXECUTE format('REVOKE ALL ON TABLE %I FROM {rol}', deel);" for rol in rollen)
        cursor.execute(
            "CREATE FUNCTION logboek_scherm_af(deel text) RETURNS void LANGUAGE plpgsql AS "
            f"$$ BEGIN {intrekken} END $$"
        )
        for rol in rollen:
            cursor.execute(f"REVOKE ALL ON FUNCTION logboek_scherm_af(text), logboek_maak_maand(date) FROM {rol}")
        cursor.execute("SELECT logboek_scherm_af('logboek_regel'), logboek_scherm_af('logboek_regel_default')")
        for rol in rollen[1:]:
            cursor.execute(f"GRANT SELECT, INSERT ON logboek_regel TO {rol}")
        # This month and the next; the command logboek_maanden makes the later ones.
        cursor.execute(
            "SELECT logboek_maak_maand((now() AT TIME ZONE 'UTC' + make_interval(months => n))::date) "
            "FROM generate_series(0, 1) AS n"
        )


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(TABEL + MAAND, TERUG),
                migrations.RunPython(scherm_af, migrations.RunPython.noop),
            ],
            state_operations=[
                migrations.CreateModel(
                    name='Regel',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('op', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ('bezoek', models.UUIDField(null=True)),
                        ('verzoek', models.UUIDField(null=True)),
                        ('gebruiker_id', models.UUIDField(null=True)),
                        ('gebruiker_naam', models.CharField(blank=True, max_length=150)),
                        ('namens_id', models.UUIDField(null=True)),
                        ('namens_naam', models.CharField(blank=True, max_length=150)),
                        ('rol', models.CharField(blank=True, max_length=100)),
                        ('instelling_id', models.UUIDField(null=True)),
                        ('instelling_naam', models.CharField(blank=True, max_length=150)),
                        ('handeling', models.CharField(choices=[('aanmelden', 'ingelogd'), ('afmelden', 'uitgelogd'), ('bekijken', 'bekeken'), ('zoeken', 'gezocht'), ('aanmaken', 'gemaakt'), ('wijzigen', 'veranderd'), ('verwijderen', 'verwijderd'), ('afdrukken', 'afgedrukt'), ('exporteren', 'meegenomen in een bestand'), ('rechten_wijzigen', 'rechten veranderd'), ('log_bekijken', 'logboek bekeken'), ('noodtoegang', 'noodtoegang gebruikt'), ('klok', 'door de klok gedaan')], max_length=20)),
                        ('uitkomst', models.CharField(choices=[('gelukt', 'gelukt'), ('geweigerd', 'geweigerd')], default='gelukt', max_length=10)),
                        ('doel', models.CharField(blank=True, max_length=200)),
                        ('gezin_id', models.UUIDField(null=True)),
                        ('gezin_nummer', models.CharField(blank=True, max_length=30)),
                        ('over_wie', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                        ('leefgebieden', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=30), default=list, size=None)),
                        ('object_soort', models.CharField(blank=True, max_length=50)),
                        ('object_id', models.UUIDField(null=True)),
                        ('object_naam', models.CharField(blank=True, max_length=200)),
                        ('getoond', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                        ('grondslag', models.TextField(blank=True)),
                        ('grondslag_ids', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                        ('netwerkadres', models.GenericIPAddressField(null=True)),
                        ('bron', models.CharField(blank=True, max_length=100)),
                        ('url_naam', models.CharField(blank=True, max_length=100)),
                        ('melding', models.TextField(blank=True)),
                    ],
                    options={
                        'verbose_name': 'logboekregel',
                        'verbose_name_plural': 'logboekregels',
                        'ordering': ['-op'],
                        'indexes': [models.Index(fields=['gezin_id', '-op'], name='logboek_gezin_op'), models.Index(fields=['gebruiker_id', '-op'], name='logboek_gebruiker_op'), django.contrib.postgres.indexes.GinIndex(fields=['over_wie'], name='logboek_over_wie')],
                    },
                ),
            ],
        ),
    ]
