"""How far ahead a talk with which a step begins may be planned: the region's, as data (S25)."""

from django.db import migrations, models

from woorden.duur import Eenheid


class Migration(migrations.Migration):
    dependencies = [("escalatie", "0027_langste_termijnen")]

    operations = [
        migrations.AddField("modelstap", "vooruit_aantal", models.PositiveSmallIntegerField(null=True, blank=True)),
        migrations.AddField(
            "modelstap",
            "vooruit_eenheid",
            models.CharField(max_length=10, choices=Eenheid.choices, blank=True, default="", db_default=""),
        ),
    ]
