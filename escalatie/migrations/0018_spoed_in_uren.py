"""A crisis or safety has a day per step (the convenant's own example: 24 hours). What runs has no class and keeps its terms."""

from django.db import migrations


def vul(apps, schema_editor):
    stappen = apps.get_model("escalatie", "Modelstap").objects.using(schema_editor.connection.alias)
    stappen.filter(model__naam="Zuid-Holland Noord").update(spoed_aantal=24, spoed_eenheid="uur")


class Migration(migrations.Migration):
    dependencies = [("escalatie", "0017_wat_voorgaat")]

    operations = [migrations.RunPython(vul, migrations.RunPython.noop)]
