from django.db import migrations

from core.named import fill
from core.names import person_order, title_order


def vul(apps, schema_editor):
    for model, volgorde in (("Gebruiker", person_order), ("Gemeente", title_order), ("Instelling", title_order)):
        fill(apps.get_model("instanties", model), volgorde, schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [("instanties", "0014_naamsleutels")]

    operations = [migrations.RunPython(vul, migrations.RunPython.noop)]
