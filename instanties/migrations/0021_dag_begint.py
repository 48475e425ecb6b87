"""When the region's day begins (S2), and what it agreed otherwise, kept."""

import datetime

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import instanties.models.organisaties
from instanties.keuzes import DAGBEGIN


class Migration(migrations.Migration):
    dependencies = [("instanties", "0020_toegang_en_soorten")]

    operations = [
        migrations.AddField(
            model_name="regio",
            name="dag_begint_om",
            field=models.TimeField(
                choices=DAGBEGIN,
                db_default=datetime.time(7, 0),
                default=datetime.time(7, 0),
                help_text="Wat de klok daarvoor opent, telt vanaf het einde van de dag ervoor. Gezinnen krijgen voor deze tijd geen mail.",
                verbose_name="de dag begint om",
            ),
        ),
        migrations.AlterField(
            model_name="regio",
            name="herinnering_dagen",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.PositiveSmallIntegerField(),
                blank=True,
                default=instanties.models.organisaties._herinner_dagen,
                size=None,
                verbose_name="dagen vooraf",
            ),
        ),
        migrations.CreateModel(
            name="Regiowijziging",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("op", models.DateTimeField()),
                ("wat", models.CharField(max_length=500)),
                ("van", models.CharField(blank=True, max_length=500)),
                ("naar", models.CharField(blank=True, max_length=500)),
                (
                    "door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"ordering": ["-op", "-pk"]},
        ),
    ]
