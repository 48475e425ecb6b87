"""How the family joins the talk with which a step begins (S25)."""

from django.db import migrations, models

KEUZES = [
    ("erbij", "het gezin is erbij, of was dat"),
    ("vooraf", "het gezin zei vooraf wat het wil"),
    ("niet", "het gezin wilde er niet bij zijn"),
]


class Migration(migrations.Migration):
    dependencies = [("escalatie", "0022_terug")]

    operations = [
        migrations.AddField(
            "stap",
            "gesprek_gezin",
            models.CharField(blank=True, choices=KEUZES, db_default="", default="", max_length=10),
        ),
    ]
