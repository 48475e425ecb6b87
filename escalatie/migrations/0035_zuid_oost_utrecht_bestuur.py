"""The upper level of Zuid Oost Utrecht is kept by whom the gemeente names above its officials, as its name says (E6)."""

from django.db import migrations


def vul(apps, schema_editor):
    niveaus = apps.get_model("escalatie", "Modelniveau").objects.using(schema_editor.connection.alias)
    niveaus.filter(modelstap__model__naam="Zuid Oost Utrecht", nummer=2, houder="stap").update(houder="bestuur")


class Migration(migrations.Migration):
    dependencies = [("escalatie", "0034_wat_de_loop_weet_gevuld")]

    operations = [migrations.RunPython(vul, migrations.RunPython.noop)]
