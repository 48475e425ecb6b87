"""The ladder of Zuid-Holland Noord as data (E8). The convenant gives no term for recording in step 1: one week is this project's."""

from django.db import migrations

STAPPEN = [
    (1, "Uitvoerders", "Wij samen", "coordinator"),
    (2, "Managers", "De managers", "manager"),
    (3, "Gemeente", "De gemeente", "ambtenaar"),
]
NIVEAUS = [
    (
        1,
        "Ambtelijk niveau",
        "De gemeente",
        "Een gemeentelijke dienst of een instelling die de gemeente betaalt, kan de belemmering wegnemen.",
    ),
    (
        2,
        "Wethouder of burgemeester",
        "De wethouder of de burgemeester",
        "Het gezag van een bestuurder is nodig, of er moet van een regel worden afgeweken.",
    ),
    (
        3,
        "Bovenlokaal, volgens de route van de regio",
        "Een niveau boven de gemeente",
        "De belemmering ligt bij jeugdhulp waar de gemeente alleen niet over gaat.",
    ),
]


def maak(apps, schema_editor):
    db = schema_editor.connection.alias
    model = apps.get_model("escalatie", "Escalatiemodel").objects.using(db).create(
        naam="Zuid-Holland Noord", versie=1, actief=True
    )
    for nummer, naam, naam_voor_gezin, houderrol in STAPPEN:
        stap = apps.get_model("escalatie", "Modelstap").objects.using(db).create(
            model=model,
            nummer=nummer,
            naam=naam,
            naam_voor_gezin=naam_voor_gezin,
            houderrol=houderrol,
            vastleggen_aantal=1,
            vastleggen_eenheid="week",
        )
        if nummer == 3:
            for niveau, niveaunaam, gezinsnaam, wanneer in NIVEAUS:
                apps.get_model("escalatie", "Modelniveau").objects.using(db).create(
                    modelstap=stap, nummer=niveau, naam=niveaunaam, naam_voor_gezin=gezinsnaam, wanneer=wanneer
                )


def ruim_op(apps, schema_editor):
    modellen = apps.get_model("escalatie", "Escalatiemodel").objects.using(schema_editor.connection.alias)
    modellen.filter(naam="Zuid-Holland Noord", versie=1).delete()


class Migration(migrations.Migration):
    dependencies = [("escalatie", "0004_ladder_waterdicht")]

    operations = [migrations.RunPython(maak, ruim_op)]
