"""Questions of the privacy officer, kept like the logboek itself; and attempts on one account found without reading all."""

import uuid

from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def scherm_af(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The app adds questions and reads them; it changes none."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(rolname) FROM pg_roles WHERE rolname = %s", [settings.DATABASE_APP_ROL])
        rollen = [rij[0] for rij in cursor.fetchall()]
        for rol in ["PUBLIC", *rollen]:
            cursor.execute(f"REVOKE ALL ON TABLE logboek_onderzoek FROM {rol}")
        for rol in rollen:
            cursor.execute(f"GRANT SELECT, INSERT ON logboek_onderzoek TO {rol}")


class Migration(migrations.Migration):
    dependencies = [("logboek", "0003_zegel")]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX logboek_account ON logboek_regel (object_id, op DESC) WHERE object_soort = 'account'",
            "DROP INDEX logboek_account",
        ),
        migrations.CreateModel(
            name="Onderzoek",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("medewerker", "wat één medewerker deed"),
                            ("gezin", "wie bij één gezin keek"),
                            ("datalek", "wie zag wiens gegevens, tussen twee momenten"),
                            ("opvallend", "opvallend lezen"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reden", models.CharField(max_length=500)),
                ("door_id", models.UUIDField()),
                ("door_naam", models.CharField(max_length=150)),
                ("op", models.DateTimeField()),
                ("van", models.DateTimeField()),
                ("tot", models.DateTimeField()),
                ("gebruiker_id", models.UUIDField(null=True)),
                ("gebruiker_naam", models.CharField(blank=True, max_length=150)),
                ("gezin_id", models.UUIDField(null=True)),
                ("gezin_nummer", models.CharField(blank=True, max_length=30)),
                ("over_wie", models.UUIDField(null=True)),
            ],
            options={
                "verbose_name": "onderzoek in het logboek",
                "ordering": ["-op"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tot__gt", models.F("van"))), name="onderzoek_tot_na_van"
                    ),
                    models.CheckConstraint(condition=~models.Q(("reden", "")), name="onderzoek_heeft_reden"),
                    models.CheckConstraint(
                        condition=~models.Q(("soort", "medewerker")) | models.Q(("gebruiker_id__isnull", False)),
                        name="onderzoek_naar_een_medewerker",
                    ),
                    models.CheckConstraint(
                        condition=~models.Q(("soort", "gezin")) | models.Q(("gezin_id__isnull", False)),
                        name="onderzoek_naar_een_gezin",
                    ),
                ],
            },
        ),
        migrations.RunPython(scherm_af, migrations.RunPython.noop),
    ]
