"""Who reads the words of somebody under sixteen: what was said before, all who read the course (G18)."""

from django.db import migrations, models

import woorden.zinnen


class Migration(migrations.Migration):
    dependencies = [("escalatie", "0031_ja_of_kan_niet")]

    operations = [
        migrations.AddField(
            "terugkoppeling",
            "lezers",
            models.CharField(
                max_length=12,
                choices=[
                    ("coordinator", woorden.zinnen.zin("alleen [de zorgcoördinator]")),
                    ("allen", "iedereen die dit leest, ook thuis"),
                ],
                default="allen",
                db_default="allen",
            ),
        ),
    ]
