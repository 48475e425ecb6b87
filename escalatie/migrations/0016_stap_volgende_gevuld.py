"""Each step names the one that follows; the reason by its new name; the family's words are those of the region (E4, E8)."""

from django.db import migrations

REDEN = ("niemand_stap_2", "niemand")
# Until now pages said these words by kind of step, whatever stood here.
VOOR_GEZIN = [("manager", "De managers", "De managers helpen"), ("ambtenaar", "De gemeente", "De gemeente beslist nu")]


def naar_nieuw(apps, schema_editor):
    db = schema_editor.connection.alias
    oud, nieuw = REDEN
    apps.get_model("escalatie", "Stap").objects.using(db).filter(reden=oud).update(reden=nieuw)
    stappen = apps.get_model("escalatie", "Modelstap").objects.using(db)
    for houderrol, was, wordt in VOOR_GEZIN:
        stappen.filter(houderrol=houderrol, naam_voor_gezin=was).update(naam_voor_gezin=wordt)
    hoger = {}
    for stap in stappen.order_by("model_id", "-nummer"):
        stap.volgende_id = hoger.get(stap.model_id)
        stap.save(update_fields=["volgende"])
        hoger[stap.model_id] = stap.pk


def naar_oud(apps, schema_editor):
    db = schema_editor.connection.alias
    oud, nieuw = REDEN
    apps.get_model("escalatie", "Stap").objects.using(db).filter(reden=nieuw).update(reden=oud)
    stappen = apps.get_model("escalatie", "Modelstap").objects.using(db)
    for houderrol, was, wordt in VOOR_GEZIN:
        stappen.filter(houderrol=houderrol, naam_voor_gezin=wordt).update(naam_voor_gezin=was)


class Migration(migrations.Migration):
    dependencies = [("escalatie", "0015_stap_volgende")]

    operations = [migrations.RunPython(naar_nieuw, naar_oud)]
