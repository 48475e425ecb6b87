
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('escalatie', '0012_antwoord_past_bij_staat'),
        ('instanties', '0013_codes_als_weg'),
    ]

    operations = [
        migrations.AddField(
            model_name='oplossing',
            name='na_weg',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='instanties.weg'),
        ),
    ]
