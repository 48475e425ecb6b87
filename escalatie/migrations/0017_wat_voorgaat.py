"""What weighs more goes first: a class of what is open, and a term of its own per step of the ladder (E1, S2)."""

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
    ("hoger_niveau", "de ambtenaar zette een niveau hoger in"),
]
EENHEDEN = [("uur", "uur"), ("dag", "dagen"), ("week", "weken"), ("werkdag", "werkdagen")]


class Migration(migrations.Migration):
    dependencies = [("escalatie", "0016_stap_volgende_gevuld")]

    operations = [
        migrations.AlterField("stap", "reden", models.CharField(choices=REDENEN, max_length=20)),
        migrations.AddField(
            "stagnatie",
            "klasse",
            models.PositiveSmallIntegerField(
                choices=[(0, "gewoon"), (1, "crisis"), (2, "veiligheid")], db_default=0, default=0
            ),
        ),
        migrations.AddField(
            "modelstap", "spoed_aantal", models.PositiveSmallIntegerField(blank=True, null=True)
        ),
        migrations.AddField(
            "modelstap",
            "spoed_eenheid",
            models.CharField(blank=True, choices=EENHEDEN, db_default="", default="", max_length=10),
        ),
        migrations.AddConstraint(
            "modelstap",
            models.CheckConstraint(
                condition=models.Q(("spoed_aantal__isnull", True), ("spoed_eenheid", ""))
                | models.Q(("spoed_aantal__gte", 1), models.Q(("spoed_eenheid", ""), _negated=True)),
                name="spoed_heeft_aantal_en_eenheid",
            ),
        ),
    ]
