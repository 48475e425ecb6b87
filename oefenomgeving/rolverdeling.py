"""Who can be chosen: the cast of the practice environment, grouped as people know each other."""

from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from core.names import title_order
from escalatie.models import Stagnatie, Stagnatiestaat, Stap, Stapstaat
from gezinnen.models import Coordinatorschap, Deelnemer
from gezinsplan.models import Gezinsplan, Navraag, Navraagstaat, Planstaat
from instanties.models import Functie, Gebruiker
from woorden.zinnen import zin


@dataclass
class Rolspeler:
    gebruiker: Gebruiker
    wie: str


@dataclass
class Groep:
    naam: str
    toestand: str = ""
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
    toestanden = _toestanden()
    for lid in gezinsleden:
        naam = _("Gezin %(naam)s") % {"naam": lid.gezin.naam}
        gevonden.setdefault(naam, Groep(naam, toestanden.get(lid.gezin_id, "")))
        zet(naam, lid.gebruiker, str(lid.get_relatie_display() or lid.relatie_tot_gezin))
    aantal: dict[object, list[str]] = {}
    for schap in coordinatoren:
        aantal.setdefault(schap.gebruiker_id, []).append(schap.gezin.naam)
    functies = Functie.objects.geldig().select_related("gebruiker", "instelling", "gemeente")
    for functie in functies.order_by("instelling__naam_volgorde", "gemeente__naam_volgorde", "rol"):
        plaats = str(functie.instelling or functie.gemeente or _("De regio"))
        gezinnen = aantal.get(functie.gebruiker_id)
        wie = str(functie.titel or functie.get_rol_display())
        if gezinnen:
            wie = zin(_("[zorgcoördinator] van %(gezinnen)s")) % {
                "gezinnen": ", ".join(sorted(gezinnen, key=title_order))
            }
        zet(plaats, functie.gebruiker, wie)
    return list(gevonden.values())


def _toestanden() -> dict[UUID, str]:
    """What goes on in each family, in one sentence."""
    toestanden = {
        plan.gezin_id: str(_("Het plan wordt nu gemaakt.") if plan.staat == Planstaat.CONCEPT else _("Het plan loopt."))
        for plan in Gezinsplan.objects.all()
    }
    for navraag in Navraag.objects.filter(staat=Navraagstaat.OPEN).select_related("termijn"):
        toestanden[navraag.termijn.gezin_id] = _("Een termijn is net voorbij: er wordt nagevraagd.")
    for stagnatie in Stagnatie.objects.filter(staat=Stagnatiestaat.OPGELOST):
        toestanden[stagnatie.gezin_id] = _("Het liep vast en is samen opgelost.")
    open_stappen = Stap.objects.filter(staat=Stapstaat.OPEN).select_related("stagnatie", "modelstap", "houder")
    for stap in open_stappen.order_by("modelstap__nummer"):
        toestanden[stap.stagnatie.gezin_id] = _("Het loopt vast. Stap %(nummer)s: %(wie)s is aan zet.") % {
            "nummer": stap.modelstap.nummer,
            "wie": stap.houder.naam,
        }
    return toestanden
