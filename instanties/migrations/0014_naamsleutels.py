from django.db import migrations, models

SLEUTELS = ("naam_sleutel", "naam_volgorde")


class Migration(migrations.Migration):
    dependencies = [("instanties", "0013_codes_als_weg")]

    operations = [
        migrations.AlterModelOptions(
            name="gemeente",
            options={
                "ordering": ["naam_volgorde"],
                "verbose_name": "gemeente",
                "verbose_name_plural": "gemeenten",
            },
        ),
        migrations.AlterModelOptions(
            name="instelling",
            options={
                "ordering": ["naam_volgorde"],
                "verbose_name": "instelling",
                "verbose_name_plural": "instellingen",
            },
        ),
        *[
            migrations.AddField(model, sleutel, models.TextField(db_collation="C", db_default=""))
            for model in ("gebruiker", "gemeente", "instelling")
            for sleutel in SLEUTELS
        ],
    ]
