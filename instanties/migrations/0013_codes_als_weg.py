from django.db import migrations

# What a new code was told as, before every way into an account was.
EERDER, NU = "nieuwe_inlogcode", "weg_naar_account"


def neem_over(apps, schema_editor):
    """A code of which its owner was told stays an alarm: the way gets the key of its invitation, as the notice has it."""
    bericht, weg = apps.get_model("berichten", "Bericht"), apps.get_model("instanties", "Weg")
    verteld = bericht.objects.filter(soort=EERDER)
    codes = apps.get_model("instanties", "Uitnodiging").objects.filter(pk__in=verteld.values("object_id"))
    weg.objects.bulk_create(
        weg(
            pk=code.pk,
            gebruiker_id=code.gebruiker_id,
            soort="code",
            op=code.gemaakt_op,
            door_id=code.gemaakt_door_id if code.gemaakt_door_id != code.gebruiker_id else None,
            uitnodiging_id=code.pk,
        )
        for code in codes
    )
    verteld.update(soort=NU)


class Migration(migrations.Migration):
    dependencies = [("instanties", "0012_weg"), ("berichten", "0004_bericht_adres")]

    operations = [migrations.RunPython(neem_over, migrations.RunPython.noop)]
