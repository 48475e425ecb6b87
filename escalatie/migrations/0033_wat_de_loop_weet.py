"""A guideline that a course answers itself: what it then knows (E8, S25)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("escalatie", "0032_wie_eigen_woorden_leest")]

    operations = [
        migrations.AddField(
            "modelcriterium",
            "weet",
            models.CharField(
                max_length=10,
                choices=[("gaat_voor", "dat het een crisis is, of over veiligheid gaat")],
                blank=True,
                default="",
                db_default="",
            ),
        )
    ]
