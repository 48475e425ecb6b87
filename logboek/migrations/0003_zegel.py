"""Each row gets the position of its transaction, and the seals a table of their own to which the app can only add (X1).

Why the position is the number of the transaction: docs/adr/0008-het-logboek-verzegeld.md.
"""

from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# The rows that were there before all come first. The command logboek_hervat replaces the function after a restore.
POSITIE = """
CREATE FUNCTION logboek_positie(transactie xid8) RETURNS bigint LANGUAGE sql STABLE AS
    'SELECT transactie::text::bigint + 0';
ALTER TABLE logboek_regel ADD COLUMN positie bigint NOT NULL DEFAULT 0;
ALTER TABLE logboek_regel ALTER COLUMN positie SET DEFAULT logboek_positie(pg_current_xact_id());
CREATE INDEX logboek_positie_regel ON logboek_regel (positie);
"""

TERUG = """
ALTER TABLE logboek_regel DROP COLUMN positie;
DROP FUNCTION logboek_positie(xid8);
DROP FUNCTION logboek_invoegrecht();
"""

# Nobody but the database says what the position of a row is. A later column is granted by calling it again.
INVOEGRECHT = """
CREATE FUNCTION logboek_invoegrecht() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    kolommen text;
BEGIN
    SELECT string_agg(quote_ident(attname), ', ') INTO kolommen FROM pg_attribute
    WHERE attrelid = 'logboek_regel'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'positie';
    <geven>
END $$
"""


def scherm_af(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The app adds rows and seals and reads them; the position of a row it can't choose."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(rolname) FROM pg_roles WHERE rolname = %s", [settings.DATABASE_APP_ROL])
        rollen = [rij[0] for rij in cursor.fetchall()]
        geven = "".join(
            f"REVOKE INSERT ON logboek_regel FROM {rol}; "
            f"EXECUTE format('GRANT INSERT (%s) ON logboek_regel TO {rol}', kolommen);"
            for rol in rollen
        )
        cursor.execute(INVOEGRECHT.replace("<geven>", geven or "NULL;"))
        for rol in ["PUBLIC", *rollen]:
            cursor.execute(f"REVOKE ALL ON FUNCTION logboek_invoegrecht() FROM {rol}")
            cursor.execute(f"REVOKE ALL ON TABLE logboek_zegel FROM {rol}")
        for rol in rollen:
            cursor.execute(f"GRANT SELECT, INSERT ON logboek_zegel TO {rol}")
        cursor.execute("SELECT logboek_invoegrecht()")


class Migration(migrations.Migration):
    dependencies = [("logboek", "0002_onderwerpen")]

    operations = [
        migrations.RunSQL(POSITIE, TERUG),
        migrations.CreateModel(
            name="Zegel",
            fields=[
                ("nummer", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "soort",
                    models.CharField(
                        choices=[("regels", "regels"), ("verwijderd", "maand verwijderd")], max_length=10
                    ),
                ),
                ("vorm", models.PositiveSmallIntegerField()),
                ("maand", models.DateField()),
                ("van", models.BigIntegerField()),
                ("tot", models.BigIntegerField()),
                ("aantal", models.BigIntegerField()),
                ("inhoud", models.CharField(max_length=64)),
                ("vorige", models.CharField(max_length=64)),
                ("kenmerk", models.CharField(max_length=64, unique=True)),
                ("op", models.DateTimeField()),
            ],
            options={
                "verbose_name": "zegel",
                "verbose_name_plural": "zegels",
                "ordering": ["nummer"],
                "indexes": [models.Index(fields=["maand"], name="zegel_maand")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tot__gte", models.F("van"))), name="zegel_tot_na_van"
                    ),
                    models.CheckConstraint(condition=models.Q(("aantal__gte", 0)), name="zegel_aantal"),
                ],
            },
        ),
        migrations.RunPython(scherm_af, migrations.RunPython.noop),
    ]
