from django.db import migrations, models

# School, leerplicht, woningcorporatie and other organisations take part without giving help themselves.
GEEN_HULP = ("school", "leerplicht", "woningbouw", "anders")


def zet_hulp(apps, schema_editor):
    instelling = apps.get_model("instanties", "Instelling")
    instelling.objects.using(schema_editor.connection.alias).filter(soort__in=GEEN_HULP).update(biedt_hulp=False)


class Migration(migrations.Migration):
    dependencies = [
        ("instanties", "0004_logboek_bewaren"),
    ]

    operations = [
        migrations.AddField(
            model_name="instelling",
            name="biedt_hulp",
            field=models.BooleanField(default=True, verbose_name="geeft zelf hulp aan gezinnen"),
        ),
        migrations.RunPython(zet_hulp, migrations.RunPython.noop),
    ]
