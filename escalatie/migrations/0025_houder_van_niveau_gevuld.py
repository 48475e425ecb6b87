"""The levels of Zuid-Holland Noord: the wethouder or burgemeester, and above the gemeenten whom the region names (E6)."""

from django.db import migrations

HOUDERS = {2: "bestuur", 3: "regio"}


def vul(apps, schema_editor):
    niveaus = apps.get_model("escalatie", "Modelniveau").objects.using(schema_editor.connection.alias)
    for nummer, houder in HOUDERS.items():
        niveaus.filter(modelstap__model__naam="Zuid-Holland Noord", nummer=nummer).update(houder=houder)


class Migration(migrations.Migration):
    dependencies = [("escalatie", "0024_houder_van_niveau")]

    operations = [migrations.RunPython(vul, migrations.RunPython.noop)]
