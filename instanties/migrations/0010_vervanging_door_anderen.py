import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("instanties", "0009_werkwijze")]

    operations = [
        migrations.AddField(
            model_name="vervanging",
            name="door_anderen",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(), blank=True, db_default=[], default=list, size=None
            ),
        ),
    ]
