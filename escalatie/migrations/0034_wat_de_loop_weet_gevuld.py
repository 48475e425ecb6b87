"""Zuid Oost Utrecht's guideline c: whether there is a crisis, the course knows (S25)."""

from django.db import migrations


def vul(apps, schema_editor):
    criteria = apps.get_model("escalatie", "Modelcriterium").objects.using(schema_editor.connection.alias)
    criteria.filter(spoor__model__naam="Zuid Oost Utrecht", letter="c").update(weet="gaat_voor")


class Migration(migrations.Migration):
    dependencies = [("escalatie", "0033_wat_de_loop_weet")]

    operations = [migrations.RunPython(vul, migrations.RunPython.noop)]
