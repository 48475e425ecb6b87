from django.db import migrations

from core.named import fill
from core.names import person_order, title_order


def vul(apps, schema_editor):
    for model, volgorde in (("Gezin", title_order), ("Huishouden", title_order), ("Deelnemer", person_order)):
        fill(apps.get_model("gezinnen", model), volgorde, schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [("gezinnen", "0006_naamsleutels")]

    operations = [migrations.RunPython(vul, migrations.RunPython.noop)]
