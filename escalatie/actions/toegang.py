"""What the people of a step may do and read: rights on the stagnatie, and the ground for the escalatiebericht (T3, E13)."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from escalatie.models import Stagnatie, StagnatieRecht, StagnatieRechtVerlening, Stap, Stapstaat
from escalatie.permissions import neem_terug_van, verleen
from escalatie.stapsoorten import soort_van
from gezinnen.models import Gezin
from instanties.models import Functie, Gebruiker, Gemeente, Instelling, Regio, Rol
from instanties.permissions import gemeenten_als_ambtenaar, instellingen_als_manager
from toestemming.actions import begin_grondslagen, eindig_grondslagen
from toestemming.models import Grondslag, SoortGrondslag
from toestemming.zicht import zichtbare_gezinnen


def geef_toegang(stappen: Iterable[Stap], *, nu: datetime, door: Gebruiker | None) -> None:
    """The keeper's rights and, outside the plan, the ground to read the escalatiebericht, for this step (E13)."""
    stappen = list(stappen)
    verleen(
        (stap.stagnatie_id, stap.houder_id, recht)
        for stap in stappen
        for recht in (StagnatieRecht.BEKIJKEN, StagnatieRecht.HANDELEN)
    )
    geef_grond([(stap, stap.houder) for stap in stappen], nu=nu, door=door)


def geef_grond(mensen: Iterable[tuple[Stap, Gebruiker]], *, nu: datetime, door: Gebruiker | None) -> None:
    """Doorzettingsmacht for these people, ending with the step; nothing where the region has switched it off (T3, E13)."""
    gronden = [
        Grondslag(
            gezin_id=stap.stagnatie.gezin_id,
            gebruiker=gebruiker,
            soort_id=SoortGrondslag.DOORZETTINGSMACHT,
            voor_object=stap.pk,
        )
        for stap, gebruiker in mensen
        if not soort_van(stap.modelstap).in_plan
    ]
    if gronden and Regio.objects.huidige().inzage_escalatiebericht:
        begin_grondslagen(gronden, nu=nu, door=door)


def herzie_toegang(gebruiker: Gebruiker, *, nu: datetime, door: Gebruiker | None, gezin: Gezin | None = None) -> None:
    """Take back what was granted to somebody whose role or part in a plan has ended, where nothing holds it now (T3).

    It is held by a step that is kept now, a place in the family's team, or a function at the organisation for which a
    step was kept or something was asked; not by standing in for a colleague for some days (I6). `gezin`: of this family only.
    """
    verleend = StagnatieRechtVerlening.objects.filter(user=gebruiker).values("content_object")
    stagnaties = Stagnatie.objects.filter(pk__in=verleend)
    if gezin is not None:
        stagnaties = stagnaties.filter(gezin=gezin)
    weg = set(stagnaties.values_list("pk", flat=True))
    weg -= set(Stagnatie.objects.filter(_wat_blijft(gebruiker), pk__in=weg).values_list("pk", flat=True))
    if weg:
        neem_terug_van(gebruiker, weg)
        stappen = Stap.objects.filter(stagnatie__in=weg).values_list("pk", flat=True)
        eindig_grondslagen(
            nu=nu, door=door, gebruiker=gebruiker, soort=SoortGrondslag.DOORZETTINGSMACHT, voor_objecten=stappen
        )


def _wat_blijft(gebruiker: Gebruiker) -> Q:
    functies = Functie.objects.geldig().filter(gebruiker=gebruiker)
    leiding = instellingen_als_manager(gebruiker, ook_namens=False)
    meldpunten = Instelling.objects.filter(pk__in=functies.filter(rol=Rol.MELDPUNT).values("instelling"))
    gemeenten = Gemeente.objects.filter(
        Q(pk__in=functies.values("gemeente"))
        | Q(pk__in=gemeenten_als_ambtenaar(gebruiker, ook_namens=False).values("pk"))
    )
    houdt = Stap.objects.filter(houder=gebruiker, staat=Stapstaat.OPEN)
    van_werk = Stap.objects.filter(Q(houder_instelling__in=leiding) | Q(houder_gemeente__in=gemeenten))
    return (
        Q(pk__in=houdt.values("stagnatie"))
        | Q(pk__in=van_werk.values("stagnatie"))
        | Q(gezin__in=zichtbare_gezinnen(gebruiker, ook_namens=False).order_by())
        | Q(gezin__gemeente__in=gemeenten)
        | Q(organisaties__instelling__in=leiding)
        | Q(organisaties__gemeente__in=gemeenten)
        | Q(vragen__aan=gebruiker, vragen__aan_instelling__in=meldpunten)
    )
