from django.db import migrations

# Read by parents ('u') and youngsters ('je') alike.
UITLEG = {
    "coordinatie": (
        "De zorgcoördinator maakt met u het plan en ziet daarom het hele plan.",
        "De zorgcoördinator maakt het plan samen met het gezin en ziet daarom het hele plan.",
    ),
    "eigen_gezin": ("U ziet uw eigen plan altijd.", "Het gezin ziet het eigen plan altijd."),
    "toestemming": (
        "U hebt hier ja op gezegd. U kunt er altijd mee stoppen.",
        "Het gezin heeft hier ja op gezegd, en kan er altijd mee stoppen.",
    ),
}


def maak_neutraal(apps, schema_editor):
    """What a region wrote itself, stays."""
    soort = apps.get_model("toestemming", "Grondslagsoort").objects.using(schema_editor.connection.alias)
    for code, (was, wordt) in UITLEG.items():
        soort.filter(code=code, uitleg=was).update(uitleg=wordt)


class Migration(migrations.Migration):
    dependencies = [
        ("toestemming", "0004_geschiedenis_alleen_erbij"),
    ]

    operations = [
        migrations.RunPython(maak_neutraal, migrations.RunPython.noop),
    ]
