"""The days that the law equates with a holiday, for the years for which that has been decided.

Algemene termijnenwet, art. 3 lid 3: Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028 en
26 mei 2028 met een algemeen erkende feestdag. What has passed is left out. They are the region's to take away.
"""

from datetime import date

from django.db import migrations

DAGEN = {
    date(2027, 5, 7): "vrijdag na Hemelvaart, door de wet gelijkgesteld met een feestdag",
    date(2028, 4, 28): "vrijdag na Koningsdag, door de wet gelijkgesteld met een feestdag",
    date(2028, 5, 26): "vrijdag na Hemelvaart, door de wet gelijkgesteld met een feestdag",
}


def zet_erbij(apps, schema_editor):
    dagen = apps.get_model("instanties", "VrijeDag").objects.using(schema_editor.connection.alias)
    for datum, naam in DAGEN.items():
        # A region that named this day itself keeps what it said.
        dagen.get_or_create(datum=datum, defaults={"naam": naam, "vrij": True})


class Migration(migrations.Migration):
    dependencies = [("instanties", "0021_dag_begint")]

    operations = [migrations.RunPython(zet_erbij, migrations.RunPython.noop)]
