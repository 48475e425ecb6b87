from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Verwerkt",
            fields=[
                ("sleutel", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("gebruiker_id", models.UUIDField(null=True)),
                ("pad", models.TextField()),
                ("antwoord_url", models.TextField(blank=True)),
                ("op", models.DateTimeField(db_index=True)),
            ],
            options={
                "verbose_name": "verwerkt formulier",
                "verbose_name_plural": "verwerkte formulieren",
            },
        ),
    ]
