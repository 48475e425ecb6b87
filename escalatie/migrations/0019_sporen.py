"""A ladder has tracks, that begin by themselves or by choice; a step may begin with a talk (E8, S25)."""

import django.db.models.deletion
from django.db import migrations, models

EENHEDEN = [("uur", "uur"), ("dag", "dagen"), ("week", "weken"), ("werkdag", "werkdagen")]
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
    ("hoger_niveau", "de ambtenaar zette een niveau hoger in"),
]


def _sleutel(naar, namen):
    return models.ForeignKey(naar, on_delete=django.db.models.deletion.CASCADE, related_name=namen)


class Migration(migrations.Migration):
    # `volgende` was unique and isn't any more: looser than what the version before writes.
    SAMENTREKKEN = "looser: no version refuses what this lets in"

    dependencies = [("escalatie", "0018_spoed_in_uren")]

    operations = [
        migrations.CreateModel(
            "Modelspoor",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.PositiveSmallIntegerField()),
                ("naam", models.CharField(max_length=100)),
                (
                    "begin",
                    models.CharField(
                        choices=[("vanzelf", "vanzelf, als iets vastloopt"), ("gekozen", "als iemand ervoor kiest")],
                        max_length=10,
                    ),
                ),
                ("wanneer", models.TextField(blank=True)),
                ("model", _sleutel("escalatie.escalatiemodel", "sporen")),
            ],
            {"ordering": ["nummer"]},
        ),
        migrations.CreateModel(
            "Modelcriterium",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("letter", models.CharField(max_length=1)),
                ("vraag", models.CharField(max_length=300)),
                (
                    "anders",
                    models.CharField(
                        choices=[("reden", "vraagt een reden"), ("elders", "verwijst naar een ander")],
                        default="reden",
                        max_length=10,
                    ),
                ),
                ("verwijzing", models.CharField(blank=True, max_length=300)),
                ("spoor", _sleutel("escalatie.modelspoor", "criteria")),
            ],
            {"ordering": ["letter"]},
        ),
        migrations.AddConstraint(
            "modelspoor", models.UniqueConstraint(fields=("model", "nummer"), name="een_spoor_per_nummer")
        ),
        migrations.AddConstraint(
            "modelspoor",
            models.UniqueConstraint(
                condition=models.Q(("begin", "vanzelf")), fields=("model",), name="een_spoor_dat_vanzelf_begint"
            ),
        ),
        migrations.AddConstraint(
            "modelcriterium", models.UniqueConstraint(fields=("spoor", "letter"), name="een_criterium_per_letter")
        ),
        migrations.AddConstraint(
            "modelcriterium",
            models.CheckConstraint(
                condition=models.Q(models.Q(("anders", "elders"), _negated=True))
                | models.Q(models.Q(("verwijzing", ""), _negated=True)),
                name="wie_verwijst_zegt_waarheen",
            ),
        ),
        migrations.AddField(
            "modelstap",
            "spoor",
            models.ForeignKey(
                "escalatie.modelspoor",
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="stappen",
            ),
        ),
        migrations.AddField("modelstap", "begint", models.BooleanField(db_default=False, default=False)),
        migrations.AddField("modelstap", "gesprek_aantal", models.PositiveSmallIntegerField(blank=True, null=True)),
        migrations.AddField(
            "modelstap",
            "gesprek_eenheid",
            models.CharField(blank=True, choices=EENHEDEN, db_default="", default="", max_length=10),
        ),
        migrations.AddField("modelstap", "gesprek_gepland", models.BooleanField(db_default=False, default=False)),
        migrations.AlterField(
            "modelstap",
            "volgende",
            models.ForeignKey(
                "escalatie.modelstap",
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="vorigen",
            ),
        ),
        migrations.RemoveConstraint("modelstap", "een_stap_per_nummer"),
        migrations.AddConstraint(
            "modelstap",
            models.UniqueConstraint(
                fields=("model", "spoor", "nummer"), name="een_stap_per_nummer_van_spoor", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            "modelstap",
            models.CheckConstraint(
                condition=models.Q(("gesprek_aantal__isnull", True), ("gesprek_eenheid", ""))
                | models.Q(("gesprek_aantal__gte", 1), models.Q(("gesprek_eenheid", ""), _negated=True)),
                name="gesprek_heeft_aantal_en_eenheid",
            ),
        ),
        migrations.AddField("stap", "gesprek_op", models.DateField(blank=True, null=True)),
        migrations.AlterField("stap", "reden", models.CharField(choices=REDENEN, max_length=20)),
    ]
