"""The history of consent is added to, never changed: the app may read and insert only (T1, X1)."""

from django.conf import settings
from django.db import migrations

TABELLEN = [
    "toestemming_deelkeuzeevent",
    "toestemming_handtekeningevent",
    "toestemming_intrekkingevent",
    "toestemming_pogingevent",
    "toestemming_toestemmingevent",
    "toestemming_toestemmingsgesprekevent",
    "toestemming_veiligheidsvlagevent",
    "toestemming_vertegenwoordigingevent",
]


def beperk(apps, schema_editor):
    rol = settings.DATABASE_APP_ROL
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [rol])
        if cursor.fetchone():
            cursor.execute(f'REVOKE UPDATE, DELETE, TRUNCATE ON {", ".join(TABELLEN)} FROM "{rol}"')


class Migration(migrations.Migration):
    dependencies = [("toestemming", "0003_toestemming_en_bescherming")]

    operations = [migrations.RunPython(beperk, migrations.RunPython.noop)]
