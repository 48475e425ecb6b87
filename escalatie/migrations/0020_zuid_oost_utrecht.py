"""Each ladder that there was has one track; that of Zuid Oost Utrecht is shipped as data, not in use (E8, S25)."""

from django.db import migrations

NAAM = "Zuid Oost Utrecht"
PROCES = "Proces: samen tot nieuwe afspraken komen"
INHOUD = "Inhoud: het regionale doorbraakteam"
WANNEER = "De hulp komt niet verder, er zijn ernstige zorgen over de jeugdige of het gezin, en er is meer nodig."
# Number, name, the family's words, who keeps it, to hold or plan a talk, whether it is planned, to record.
STAPPEN = [
    (PROCES, 1, "Samen oplossen", "Wij samen", "coordinator", None, False, (1, "week")),
    (PROCES, 2, "Leidinggevenden", "De leidinggevenden praten samen", "manager", (2, "week"), False, (5, "werkdag")),
    (PROCES, 3, "Gemeente", "De gemeente beslist nu", "ambtenaar", None, False, (1, "week")),
    (INHOUD, 1, "Doorbraakteam", "Een team van de regio denkt mee", "coordinator", (1, "week"), True, (5, "werkdag")),
]
NIVEAUS = [
    ("Ambtelijk niveau", "De gemeente", "De gemeente of een instelling die zij betaalt, kan de belemmering wegnemen."),
    ("Wethouder of burgemeester", "De wethouder of de burgemeester", "Het gezag van een bestuurder is nodig."),
]
ELDERS = {
    "c": (
        "Is er een crisis, of is een kind niet veilig? Wacht dan niet op het doorbraakteam. Meld hier een crisis, "
        "en bel de crisisdienst of Veilig Thuis."
    ),
    "d": (
        "Past vrijwillige hulp niet meer? Dan is het doorbraakteam niet de weg. Overleg met de gecertificeerde instelling "
        "of de Raad voor de Kinderbescherming."
    ),
}
CRITERIA = [
    ("a", "Lokaal is geen oplossing gevonden."),
    ("b", "De vraag gaat over de jeugdige, niet over bijvoorbeeld de schulden van het gezin."),
    ("c", "Het is zeer urgent, maar er is (nog) geen crisis waarbij het kind niet veilig is."),
    ("d", "De hulp die nodig is, past binnen het vrijwillig kader."),
    ("e", "Er zijn meerdere aanbieders van jeugdhulp nodig."),
    ("f", "De jeugdige zit thuis zonder onderwijs, of dat dreigt."),
    ("g", "De jeugdige moet misschien naar een andere plek."),
    ("h", "De jeugdige moet misschien uit huis."),
    ("i", "De jeugdige heeft al lang hulp, en de plek van nu past (weer) niet."),
    ("j", "Er is hulp nodig om de tijd te overbruggen, bijvoorbeeld omdat er geen plek is."),
]


def maak(apps, schema_editor):
    db = schema_editor.connection.alias

    def tabel(naam):
        return apps.get_model("escalatie", naam).objects.using(db)

    for model in tabel("Escalatiemodel").all():
        spoor = tabel("Modelspoor").create(model=model, nummer=1, naam="Stappen", begin="vanzelf")
        van_model = tabel("Modelstap").filter(model=model)
        van_model.update(spoor=spoor)
        eerste = van_model.order_by("nummer").first()
        if eerste is not None:
            van_model.filter(pk=eerste.pk).update(begint=True)
    model = tabel("Escalatiemodel").create(naam=NAAM, versie=1, actief=False)
    sporen = {
        PROCES: tabel("Modelspoor").create(model=model, nummer=1, naam=PROCES, begin="vanzelf"),
        INHOUD: tabel("Modelspoor").create(model=model, nummer=2, naam=INHOUD, begin="gekozen", wanneer=WANNEER),
    }
    gemaakt = {}
    for spoor, nummer, naam, voor_gezin, houderrol, gesprek, gepland, vastleggen in STAPPEN:
        gemaakt[spoor, nummer] = tabel("Modelstap").create(
            model=model,
            spoor=sporen[spoor],
            begint=nummer == 1,
            nummer=nummer,
            naam=naam,
            naam_voor_gezin=voor_gezin,
            houderrol=houderrol,
            gesprek_aantal=gesprek[0] if gesprek else None,
            gesprek_eenheid=gesprek[1] if gesprek else "",
            gesprek_gepland=gepland,
            vastleggen_aantal=vastleggen[0],
            vastleggen_eenheid=vastleggen[1],
            spoed_aantal=24,
            spoed_eenheid="uur",
        )
    gemeente = gemaakt[PROCES, 3]
    for eerder, later in (((PROCES, 1), (PROCES, 2)), ((PROCES, 2), (PROCES, 3)), ((INHOUD, 1), (PROCES, 3))):
        gemaakt[eerder].volgende = gemaakt[later]
        gemaakt[eerder].save(update_fields=["volgende"])
    for nummer, (naam, voor_gezin, wanneer) in enumerate(NIVEAUS, 1):
        tabel("Modelniveau").create(
            modelstap=gemeente, nummer=nummer, naam=naam, naam_voor_gezin=voor_gezin, wanneer=wanneer
        )
    for letter, vraag in CRITERIA:
        tabel("Modelcriterium").create(
            spoor=sporen[INHOUD],
            letter=letter,
            vraag=vraag,
            anders="elders" if letter in ELDERS else "reden",
            verwijzing=ELDERS.get(letter, ""),
        )


def ruim_op(apps, schema_editor):
    db = schema_editor.connection.alias
    apps.get_model("escalatie", "Modelstap").objects.using(db).filter(model__naam=NAAM).update(volgende=None)
    apps.get_model("escalatie", "Escalatiemodel").objects.using(db).filter(naam=NAAM).delete()
    apps.get_model("escalatie", "Modelstap").objects.using(db).update(spoor=None, begint=False)
    apps.get_model("escalatie", "Modelspoor").objects.using(db).all().delete()


class Migration(migrations.Migration):
    dependencies = [("escalatie", "0019_sporen")]

    operations = [migrations.RunPython(maak, ruim_op)]
