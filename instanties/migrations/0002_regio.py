"""The one region of this installation, with the defaults that the beheerder then makes the region's own."""

from django.db import migrations


def maak(apps, schema_editor):
    apps.get_model("instanties", "Regio").objects.using(schema_editor.connection.alias).create(id=1, naam="Onze regio")


class Migration(migrations.Migration):
    dependencies = [("instanties", "0001_initial")]

    operations = [migrations.RunPython(maak, migrations.RunPython.noop)]
