import django.db.models.functions.comparison
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    # Nothing is listed by the bare name any more, and no version that did is out.
    SAMENTREKKEN = "gezin_op_naam: not used since families stand in Dutch order"

    dependencies = [("gezinnen", "0007_naamsleutels_vullen")]

    operations = [
        migrations.RemoveIndex(
            model_name='gezin',
            name='gezin_op_naam',
        ),
        migrations.AddIndex(
            model_name='gezin',
            index=models.Index(fields=['naam_volgorde', 'nummer'], name='gezin_in_volgorde'),
        ),
        migrations.AddConstraint(
            model_name='deelnemer',
            constraint=models.CheckConstraint(condition=models.Q(django.db.models.lookups.Exact(models.Func(models.F('naam_volgorde'), models.Value('\x1f'), models.Value(4), function='split_part', output_field=models.TextField()), django.db.models.functions.comparison.Collate(models.F('naam'), 'C'))), name='naam_en_volgorde_van_deelnemer'),
        ),
        migrations.AddConstraint(
            model_name='gezin',
            constraint=models.CheckConstraint(condition=models.Q(django.db.models.lookups.Exact(models.Func(models.F('naam_volgorde'), models.Value('\x1f'), models.Value(4), function='split_part', output_field=models.TextField()), django.db.models.functions.comparison.Collate(models.F('naam'), 'C'))), name='naam_en_volgorde_van_gezin'),
        ),
        migrations.AddConstraint(
            model_name='huishouden',
            constraint=models.CheckConstraint(condition=models.Q(django.db.models.lookups.Exact(models.Func(models.F('naam_volgorde'), models.Value('\x1f'), models.Value(4), function='split_part', output_field=models.TextField()), django.db.models.functions.comparison.Collate(models.F('naam'), 'C'))), name='naam_en_volgorde_van_huishouden'),
        ),
    ]
