"""Each message that was laid before a family: with the goal as it stands now, and about whom (E13)."""

from django.db import migrations


def vul(apps, schema_editor):
    berichten = apps.get_model("escalatie", "Escalatiebericht").objects.using(schema_editor.connection.alias)
    for bericht in berichten.filter(stagnatie__doel__isnull=False).select_related("stagnatie__doel").iterator():
        doel = bericht.stagnatie.doel
        berichten.filter(pk=bericht.pk).update(doel=doel.tekst, over_wie=doel.over_wie)


class Migration(migrations.Migration):
    dependencies = [("escalatie", "0036_doel_van_het_bericht")]

    operations = [migrations.RunPython(vul, migrations.RunPython.noop)]
