"""How long the logboek is kept is the region's setting (X1)."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("instanties", "0003_gevoelige_naam")]

    operations = [
        migrations.AddField(
            model_name="regio",
            name="logboek_bewaren_jaren",
            field=models.PositiveSmallIntegerField(
                default=5,
                help_text="Ten minste 5 jaar, en niet langer dan het dossier zelf.",
                validators=[
                    django.core.validators.MinValueValidator(5),
                    django.core.validators.MaxValueValidator(30),
                ],
                verbose_name="jaren dat het logboek wordt bewaard",
            ),
        ),
    ]
