"""Every ladder gets a longest term without a reason: a week in a crisis, six weeks otherwise; the region's to change (E7)."""

from django.db import migrations

LANGSTE = {"": (6, "week"), "crisis": (1, "week")}


def vul(apps, schema_editor):
    alias = schema_editor.connection.alias
    langste = apps.get_model("escalatie", "LangsteTermijn").objects.using(alias)
    for model in apps.get_model("escalatie", "Escalatiemodel").objects.using(alias):
        for oorzaak, (aantal, eenheid) in LANGSTE.items():
            langste.get_or_create(model=model, oorzaak=oorzaak, defaults={"aantal": aantal, "eenheid": eenheid})


class Migration(migrations.Migration):
    dependencies = [("escalatie", "0026_tussenvraag")]

    operations = [migrations.RunPython(vul, migrations.RunPython.noop)]
