"""Who asks whether it is solved never gives the answer; and what a stagnatie asked that has closed is needed no more."""

from django.db import migrations, models
from django.db.models import F, Q

SLUIT = """
    UPDATE escalatie_oplossing SET instemming = 'vervallen'
    FROM escalatie_stagnatie
    WHERE escalatie_stagnatie.id = stagnatie_id AND escalatie_stagnatie.staat <> 'open' AND instemming = 'wacht'
"""


class Migration(migrations.Migration):

    dependencies = [("escalatie", "0010_oplossing_is_een_verzoek")]

    operations = [
        migrations.AddConstraint(
            "oplossing",
            models.CheckConstraint(
                condition=Q(door__isnull=True)
                | ~Q(hoe_gezegd="")
                | (Q(beantwoord_door__isnull=True) | ~Q(beantwoord_door=F("door")))
                & (Q(beantwoord_namens__isnull=True) | ~Q(beantwoord_namens=F("door"))),
                name="oplossing_niet_van_wie_vroeg",
            ),
        ),
        migrations.AddConstraint(
            "oplossing",
            models.CheckConstraint(
                condition=Q(staat__in=["wacht", "vervallen"]) | Q(beantwoord_op__isnull=False),
                name="oplossing_antwoord_heeft_moment",
            ),
        ),
        migrations.RunSQL(SLUIT, migrations.RunSQL.noop),
    ]
