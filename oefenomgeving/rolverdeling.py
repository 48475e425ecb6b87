"""Who can be chosen: the cast of the practice environment, grouped as people know each other."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from gezinnen.models import Coordinatorschap, Deelnemer
from instanties.models import Functie, Gebruiker


@dataclass
class Rolspeler:
    gebruiker: Gebruiker
    wie: str


@dataclass
class Groep:
    naam: str
    spelers: list[Rolspeler] = field(default_factory=list)


def groepen() -> list[Groep]:
    """The cast: first each family, then each organisation. Everyone stands once, in the first group that fits."""
    gevonden: dict[str, Groep] = {}
    gezien: set[object] = set()

    def zet(groep: str, gebruiker: Gebruiker | None, wie: str) -> None:
        if gebruiker and gebruiker.is_active and gebruiker.pk not in gezien:
            gezien.add(gebruiker.pk)
            gevonden.setdefault(groep, Groep(groep)).spelers.append(Rolspeler(gebruiker, wie))

    coordinatoren = Coordinatorschap.objects.huidig().select_related("gebruiker", "gezin", "instelling")
    gezinsleden = (
        Deelnemer.objects.actief()
        .exclude(soort="professional")
        .filter(gebruiker__isnull=False)
        .select_related("gebruiker", "gezin")
        .order_by("gezin__nummer", "geboortedatum")
    )
    for lid in gezinsleden:
        zet(str(lid.gezin), lid.gebruiker, str(lid.get_relatie_display() or lid.relatie_tot_gezin))
    aantal: dict[object, list[str]] = {}
    for schap in coordinatoren:
        aantal.setdefault(schap.gebruiker_id, []).append(schap.gezin.naam)
    functies = Functie.objects.geldig().select_related("gebruiker", "instelling", "gemeente")
    for functie in functies.order_by("instelling__naam", "gemeente__naam", "rol"):
        plaats = str(functie.instelling or functie.gemeente or _("De regio"))
        gezinnen = aantal.get(functie.gebruiker_id)
        wie = str(functie.titel or functie.get_rol_display())
        if gezinnen:
            wie = _("zorgcoördinator van %(gezinnen)s") % {"gezinnen": ", ".join(sorted(gezinnen))}
        zet(plaats, functie.gebruiker, wie)
    return list(gevonden.values())
