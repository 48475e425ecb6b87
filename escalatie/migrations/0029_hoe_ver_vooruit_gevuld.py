"""Each talk that is planned: two weeks ahead, as it was (S25)."""

from django.db import migrations


def vul(apps, schema_editor):
    stappen = apps.get_model("escalatie", "Modelstap").objects.using(schema_editor.connection.alias)
    stappen.filter(gesprek_gepland=True, vooruit_aantal=None).update(vooruit_aantal=2, vooruit_eenheid="week")


class Migration(migrations.Migration):
    dependencies = [("escalatie", "0028_hoe_ver_vooruit")]

    operations = [migrations.RunPython(vul, migrations.RunPython.noop)]
