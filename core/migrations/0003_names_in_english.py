"""The code names these two models and their fields in English; tables and columns keep the names that they have."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("core", "0002_klokplaats"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RenameModel("Verwerkt", "Processed"),
                migrations.AlterModelTable("Processed", "core_verwerkt"),
                migrations.RenameField("processed", "sleutel", "key"),
                migrations.AlterField(
                    "processed",
                    "key",
                    models.UUIDField(db_column="sleutel", editable=False, primary_key=True, serialize=False),
                ),
                migrations.RenameField("processed", "gebruiker_id", "user_id"),
                migrations.AlterField("processed", "user_id", models.UUIDField(db_column="gebruiker_id", null=True)),
                migrations.RenameField("processed", "pad", "path"),
                migrations.AlterField("processed", "path", models.TextField(db_column="pad")),
                migrations.RenameField("processed", "antwoord_url", "answer_url"),
                migrations.AlterField("processed", "answer_url", models.TextField(blank=True, db_column="antwoord_url")),
                migrations.RenameField("processed", "op", "at"),
                migrations.AlterField("processed", "at", models.DateTimeField(db_column="op", db_index=True)),
                migrations.RenameModel("Klokplaats", "ClockHome"),
                migrations.AlterModelTable("ClockHome", "core_klokplaats"),
                migrations.RenameField("clockhome", "plaats", "place"),
                migrations.AlterField("clockhome", "place", models.CharField(db_column="plaats", max_length=60)),
                migrations.RenameField("clockhome", "vastgehouden_op", "held_at"),
                migrations.AlterField(
                    "clockhome", "held_at", models.DateTimeField(db_column="vastgehouden_op", null=True)
                ),
                migrations.RenameField("clockhome", "reden", "reason"),
                migrations.AlterField(
                    "clockhome", "reason", models.CharField(blank=True, db_column="reden", max_length=300)
                ),
                migrations.RenameField("clockhome", "gewacht_op", "waited_at"),
                migrations.AlterField("clockhome", "waited_at", models.DateTimeField(db_column="gewacht_op", null=True)),
            ]
        ),
    ]
