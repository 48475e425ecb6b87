"""What exactly was shown, in one column. The partitions get it with their table, and those made later by LIKE."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("logboek", "0001_initial")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    "ALTER TABLE logboek_regel ADD COLUMN onderwerpen text[] NOT NULL DEFAULT '{}'",
                    "ALTER TABLE logboek_regel DROP COLUMN onderwerpen",
                ),
            ],
            state_operations=[
                migrations.AddField(
                    model_name="regel",
                    name="onderwerpen",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
            ],
        ),
    ]
