"""A step names the one that follows it; that nobody could keep the step before is a reason of any step (E4, E8)."""

from django.db import migrations, models

REDENEN = [
    ("gemeld", "er is gemeld dat het vastloopt"),
    ("geen_antwoord", "op de navraag kwam geen antwoord"),
    ("lukt_niet", "er is gezegd dat het niet lukt"),
    ("gesprek", "het gesprek met het gezin bleef uit"),
    ("veiligheid", "een veiligheidsafspraak is niet nagekomen"),
    ("niet_vastgelegd", "er zijn op tijd geen acties vastgelegd"),
    ("niet_bereikt", "de acties hebben op tijd niet het resultaat gegeven"),
    ("buiten_macht", "het gaat de mogelijkheden te boven"),
    ("eerder", "de zorgcoördinator vroeg eerder om hulp"),
    ("niemand", "op de stap ervoor was niemand die aan zet kon zijn"),
    ("hoger_niveau", "de ambtenaar zette een niveau hoger in"),
]


class Migration(migrations.Migration):
    dependencies = [("escalatie", "0014_wie_het_bericht_las")]

    operations = [
        migrations.AlterField("stap", "reden", models.CharField(choices=REDENEN, max_length=20)),
        migrations.AddField(
            "modelstap",
            "volgende",
            models.OneToOneField(
                "escalatie.modelstap", null=True, blank=True, on_delete=models.RESTRICT, related_name="vorige"
            ),
        ),
    ]
