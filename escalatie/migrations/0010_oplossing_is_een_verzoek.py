"""What the family is asked about its being solved becomes a Verzoek: the column keeps its name, and three come beside it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

# How the coordinator heard an answer that she wrote down herself, was asked and not kept.
VUL = """
    UPDATE escalatie_oplossing SET hoe_gezegd = 'niet bewaard'
    WHERE beantwoord_door_id = door_id AND hoe_gezegd = ''
"""


class Migration(migrations.Migration):

    dependencies = [
        ("escalatie", "0009_escalatiebericht_geschiedenis"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RemoveConstraint("oplossing", "een_open_oplossing_per_stagnatie"),
                migrations.RenameField("oplossing", "instemming", "staat"),
                migrations.AlterField(
                    "oplossing",
                    "staat",
                    models.CharField(
                        choices=[
                            ("wacht", "Gevraagd"), ("ja", "Ja"), ("nee", "Nee"), ("stilte", "Geen antwoord"),
                            ("vervallen", "Niet meer nodig"),
                        ],
                        db_column="instemming",
                        default="wacht",
                        max_length=10,
                    ),
                ),
                migrations.AddConstraint(
                    "oplossing",
                    models.UniqueConstraint(
                        fields=["stagnatie"], condition=Q(staat="wacht"), name="een_open_oplossing_per_stagnatie"
                    ),
                ),
            ]
        ),
        migrations.AddField(
            "oplossing",
            "stilte",
            models.CharField(
                choices=[("ja", "telt als ja"), ("nee", "telt als nee"), ("verder", "gaat naar een ander")],
                db_default="ja",
                default="ja",
                max_length=10,
            ),
        ),
        migrations.AddField(
            "oplossing",
            "beantwoord_namens",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            "oplossing",
            "hoe_gezegd",
            models.CharField(blank=True, db_default="", max_length=200, verbose_name="hoe is dat gezegd"),
        ),
        migrations.RunSQL(VUL, migrations.RunSQL.noop),
    ]
