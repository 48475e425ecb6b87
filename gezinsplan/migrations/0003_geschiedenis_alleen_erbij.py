"""The history of families and plans is added to, never changed: the app may read and insert only (G7, X1)."""

from django.conf import settings
from django.db import migrations

TABELLEN = [
    "gezinnen_gezinevent",
    "gezinnen_huishoudenevent",
    "gezinnen_deelnemerevent",
    "gezinnen_gezagevent",
    "gezinnen_coordinatorschapevent",
    "gezinsplan_gezinsplanevent",
    "gezinsplan_doelevent",
    "gezinsplan_afspraakevent",
]


def beperk(apps, schema_editor):
    rol = settings.DATABASE_APP_ROL
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [rol])
        if cursor.fetchone():
            cursor.execute(f'REVOKE UPDATE, DELETE, TRUNCATE ON {", ".join(TABELLEN)} FROM "{rol}"')


class Migration(migrations.Migration):
    dependencies = [("gezinsplan", "0002_initial"), ("gezinnen", "0002_initial")]

    operations = [migrations.RunPython(beperk, migrations.RunPython.noop)]
