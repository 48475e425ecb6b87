"""The clock takes what is due of one moment family by family."""

from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("termijnen", "0002_namens")]

    operations = [
        AddIndexConcurrently(
            "termijn",
            models.Index(
                fields=["aan_de_beurt_op", "gezin", "id"],
                condition=models.Q(("staat", "loopt")),
                name="termijn_volgende_beurt",
            ),
        ),
        RemoveIndexConcurrently("termijn", "termijn_aan_de_beurt"),
    ]
