import django.db.models.functions.comparison
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('instanties', '0015_naamsleutels_vullen'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='gebruiker',
            constraint=models.CheckConstraint(condition=models.Q(django.db.models.lookups.Exact(models.Func(models.F('naam_volgorde'), models.Value('\x1f'), models.Value(4), function='split_part', output_field=models.TextField()), django.db.models.functions.comparison.Collate(models.F('naam'), 'C'))), name='naam_en_volgorde_van_gebruiker'),
        ),
        migrations.AddConstraint(
            model_name='gemeente',
            constraint=models.CheckConstraint(condition=models.Q(django.db.models.lookups.Exact(models.Func(models.F('naam_volgorde'), models.Value('\x1f'), models.Value(4), function='split_part', output_field=models.TextField()), django.db.models.functions.comparison.Collate(models.F('naam'), 'C'))), name='naam_en_volgorde_van_gemeente'),
        ),
        migrations.AddConstraint(
            model_name='instelling',
            constraint=models.CheckConstraint(condition=models.Q(django.db.models.lookups.Exact(models.Func(models.F('naam_volgorde'), models.Value('\x1f'), models.Value(4), function='split_part', output_field=models.TextField()), django.db.models.functions.comparison.Collate(models.F('naam'), 'C'))), name='naam_en_volgorde_van_instelling'),
        ),
    ]
