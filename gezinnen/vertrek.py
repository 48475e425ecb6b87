"""What would be left without anyone: when somebody's account closes (Z3), numbers only; when somebody leaves a plan, in words."""

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import ngettext

from gezinnen.models import Coordinatorschap, Deelnemer, Hoeder
from gezinnen.signalen import stopt_met_plan
from instanties.models import Functie, Gebruiker, Rol
from woorden.zinnen import zin


def wat_nog_loopt(deelnemer: Deelnemer, *, overleden: bool = False) -> list[str]:
    """What of this person still runs in the plan and who takes it, said before he or she stops: for the coordinator (I9)."""
    antwoorden = stopt_met_plan.send(Deelnemer, deelnemer=deelnemer, overleden=overleden)
    return [zin for _wie, zinnen in antwoorden for zin in zinnen or ()]


def wat_blijft_liggen(sender: Any, *, gebruiker: Gebruiker, functie: Functie | None = None, **rest: Any) -> list[str]:
    """Families whose coordinator this is, per instelling, with who must be replaced; and those held until there is one (S10).

    Of a single function: what is coordinated from it, as hulpverlener; what is held, when it is the last one there.
    """
    rijen = Coordinatorschap.objects.huidig().filter(gebruiker=gebruiker)
    houdt = Hoeder.objects.huidig().filter(gebruiker=gebruiker)
    if functie is not None:
        blijft = Functie.objects.geldig().filter(gebruiker=gebruiker, instelling=OuterRef("instelling"))
        houdt = houdt.filter(~Exists(blijft.exclude(pk=functie.pk)), instelling=functie.instelling_id)
        van_hier = Q(instelling=functie.instelling_id) if functie.rol == Rol.HULPVERLENER else Q(pk__in=())
        rijen = rijen.filter(van_hier)
    zinnen = []
    for rij in rijen.values("instelling__naam").annotate(aantal=Count("pk")).order_by("instelling__naam_volgorde"):
        tekst = zin(
            ngettext(
                "Is [zorgcoördinator] van %(n)d gezin bij %(waar)s. Daar is eerst [een ander(e) zorgcoördinator] nodig.",
                "Is [zorgcoördinator] van %(n)d gezinnen bij %(waar)s. Daar is eerst [een ander(e) zorgcoördinator] nodig.",
                rij["aantal"],
            )
        )
        zinnen.append(tekst % {"n": rij["aantal"], "waar": rij["instelling__naam"]})
    if aantal := houdt.count():
        tekst = zin(
            ngettext(
                "Houdt %(n)d gezin vast dat nog geen [zorgcoördinator] heeft. Daar is eerst [een zorgcoördinator] nodig.",
                "Houdt %(n)d gezinnen vast die nog geen [zorgcoördinator] hebben. Daar is eerst [een zorgcoördinator] nodig.",
                aantal,
            )
        )
        zinnen.append(tekst % {"n": aantal})
    return zinnen
