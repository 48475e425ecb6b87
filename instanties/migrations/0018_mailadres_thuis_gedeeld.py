import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    SAMENTREKKEN = "looser than the one that it replaces: what the old version writes, fits"

    dependencies = [
        ('instanties', '0017_functies_met_een_tweede'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='gebruiker',
            name='een_gebruiker_per_mailadres',
        ),
        migrations.AddConstraint(
            model_name='gebruiker',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('email'), condition=models.Q(models.Q(('email', ''), _negated=True), ('is_professional', True)), name='een_professional_per_mailadres'),
        ),
    ]
