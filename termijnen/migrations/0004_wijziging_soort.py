"""What kind of change of a term it was, where a rule asks: no longer read from its reason (E7)."""

from django.db import migrations, models

SOORTEN = [("gewoon", "veranderd"), ("wacht", "wacht op een antwoord")]


class Migration(migrations.Migration):
    dependencies = [("termijnen", "0003_volgende_beurt")]

    operations = [
        migrations.AddField(
            "termijnwijziging",
            "soort",
            models.CharField(choices=SOORTEN, db_default="gewoon", default="gewoon", max_length=10),
        ),
    ]
