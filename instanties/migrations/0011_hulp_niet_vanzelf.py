from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("instanties", "0010_vervanging_door_anderen")]

    operations = [
        migrations.AlterField(
            model_name="instelling",
            name="biedt_hulp",
            field=models.BooleanField(default=False, verbose_name="geeft zelf hulp aan gezinnen"),
        ),
    ]
