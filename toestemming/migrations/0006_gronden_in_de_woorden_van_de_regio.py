from django.db import migrations

# A term between brackets is said as the region says it.
TEKSTEN = [
    ("coordinatie", "naam", "zorgcoördinator van dit gezin", "[zorgcoördinator] van dit gezin"),
    (
        "coordinatie",
        "uitleg",
        "De zorgcoördinator maakt het plan samen met het gezin en ziet daarom het hele plan.",
        "[De zorgcoördinator] maakt het plan samen met het gezin en ziet daarom het hele plan.",
    ),
    ("doorzettingsmacht", "naam", "doorzettingsmacht volgens het convenant", "[doorzettingsmacht] volgens het convenant"),
]


def zet_haken(apps, schema_editor):
    """What a region wrote itself, stays."""
    soort = apps.get_model("toestemming", "Grondslagsoort").objects.using(schema_editor.connection.alias)
    for code, veld, was, wordt in TEKSTEN:
        soort.filter(code=code, **{veld: was}).update(**{veld: wordt})


class Migration(migrations.Migration):
    dependencies = [
        ("toestemming", "0005_uitleg_voor_u_en_je"),
    ]

    operations = [
        migrations.RunPython(zet_haken, migrations.RunPython.noop),
    ]
