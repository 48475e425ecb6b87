"""A notice that asks something says by when: its mail's subject tells it from the others (R2)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("berichten", "0004_bericht_adres")]

    operations = [migrations.AddField("bericht", "uiterlijk_op", models.DateTimeField(null=True))]
