from django.db import migrations
from django.db.models.functions import Lower


def naar_account(apps, schema_editor):
    """What the plan held of somebody with an account, goes there where that said nothing; from then on it is said once."""
    deelnemer, gebruiker = apps.get_model("gezinnen", "Deelnemer"), apps.get_model("instanties", "Gebruiker")
    bezet = set(gebruiker.objects.exclude(email="").values_list(Lower("email"), flat=True))
    rijen = deelnemer.objects.filter(gebruiker__isnull=False).exclude(soort="professional")
    for rij in rijen.exclude(email="", telefoon="").select_related("gebruiker").iterator(chunk_size=500):
        account, velden = rij.gebruiker, []
        if rij.email and not account.email and rij.email.lower() not in bezet:
            account.email = rij.email.lower()
            bezet.add(account.email)
            velden.append("email")
        if rij.telefoon and not account.telefoon:
            account.telefoon = rij.telefoon
            velden.append("telefoon")
        if velden:
            account.save(update_fields=velden)
    rijen.exclude(email="", telefoon="").update(email="", telefoon="")


class Migration(migrations.Migration):
    dependencies = [("gezinnen", "0008_naamsleutels_vast"), ("instanties", "0016_naamsleutels_vast")]

    operations = [migrations.RunPython(naar_account, migrations.RunPython.noop)]
