"""What was solved and is stuck again within the region's days goes on in the step in which it was left (E4, E11)."""

from django.db import migrations, models

REDENEN = [
    ("gemeld", "er is gemeld dat het vastloopt"),
    ("geen_antwoord", "op de navraag kwam geen antwoord"),
    ("lukt_niet", "er is gezegd dat het niet lukt"),
    ("gesprek", "het gesprek met het gezin bleef uit"),
    ("crisis", "er is een crisis gemeld"),
    ("veiligheid", "een veiligheidsafspraak is niet nagekomen"),
    ("niet_vastgelegd", "er zijn op tijd geen acties vastgelegd"),
    ("niet_bereikt", "de acties hebben op tijd niet het resultaat gegeven"),
    ("buiten_macht", "het gaat de mogelijkheden te boven"),
    ("eerder", "de zorgcoördinator vroeg eerder om hulp"),
    ("niemand", "op de stap ervoor was niemand die aan zet kon zijn"),
    ("spoor", "er is gekozen voor een andere aanpak"),
    ("terug", "het was opgelost en loopt weer vast; dit gaat verder waar het was gebleven"),
    ("hoger_niveau", "de ambtenaar zette een niveau hoger in"),
]


class Migration(migrations.Migration):
    dependencies = [("escalatie", "0021_gebeurtenissen_van_sporen")]

    operations = [
        migrations.AlterField("stap", "reden", models.CharField(choices=REDENEN, max_length=20)),
    ]
