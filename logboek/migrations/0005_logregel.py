"""A row of the logboek is called Logregel in the code; its table keeps the name that it has."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("logboek", "0004_onderzoek"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RenameModel("Regel", "Logregel"),
                migrations.AlterModelTable("Logregel", "logboek_regel"),
            ]
        ),
    ]
