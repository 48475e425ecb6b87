"""Step terms that moved along with the family's answer, known by their reason until now (E7, E11)."""

from django.db import migrations

REDEN = "wacht op het antwoord van het gezin"


def vul(apps, schema_editor):
    wijzigingen = apps.get_model("termijnen", "TermijnWijziging").objects.using(schema_editor.connection.alias)
    # A person's own words are only in the reason of a lengthening: whoever typed these got a second one; that stays so.
    wijzigingen.filter(reden=REDEN, termijn__soort__startswith="stap_", van_loopt_af_op__isnull=False).update(soort="wacht")


class Migration(migrations.Migration):
    dependencies = [("termijnen", "0004_wijziging_soort")]

    operations = [migrations.RunPython(vul, migrations.RunPython.noop)]
