"""An answer more: it isn't needed any more, said by who was to do it, takes another's yes (E15)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("gezinsplan", "0014_delen_volgen_hun_doel")]

    operations = [
        migrations.AlterField(
            "navraag",
            "antwoord",
            models.CharField(
                blank=True,
                choices=[
                    ("gedaan", "Ja, het is gedaan"),
                    ("later", "Het lukt later"),
                    ("lukt_niet", "Het lukt niet"),
                    ("niet_nodig", "Het is niet meer nodig"),
                ],
                max_length=10,
            ),
        )
    ]
