"""Who decides above the officials: in a gemeente, and above the gemeenten (E6)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("instanties", "0022_gelijkgestelde_dagen")]

    operations = [
        migrations.AddField(
            model_name="gemeente",
            name="bestuur",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="wethouder of burgemeester",
            ),
        ),
        migrations.AddField(
            model_name="regio",
            name="bovenlokaal",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="wie boven de gemeenten beslist",
            ),
        ),
    ]
