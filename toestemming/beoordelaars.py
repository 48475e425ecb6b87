"""Who looks at a safety flag beside who set it, and in which order they are asked (I8, S19, S26).

The coordinator; where she is the danger or says nothing, the aandachtsfunctionaris; then the privacy officer, who decides.
Never who set it or asked for it, whom it concerns, nor somebody of the family itself.
"""

import uuid
from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from gezinnen.models import Deelnemer, SoortDeelnemer
from gezinnen.permissions import is_coordinator
from gezinnen.selectie import coordinator
from instanties.models import Gebruiker, Rol
from instanties.permissions import is_aandachtsfunctionaris, is_privacy_officer
from instanties.selectie import per_instelling, privacy_officers
from toestemming.models import Beoordelaar, Veiligheidsvlag, Vlagverzoek

VOLGORDE = (Beoordelaar.COORDINATOR, Beoordelaar.AANDACHTSFUNCTIONARIS, Beoordelaar.PRIVACY_OFFICER)


def mag_zetten(gebruiker: Gebruiker, gezin_id: uuid.UUID) -> bool:
    """Whether this professional may set a flag, or (a school, a corporatie) only ask for one (I8)."""
    helpt = Deelnemer.objects.actief().filter(
        gezin=gezin_id, gebruiker=gebruiker, soort=SoortDeelnemer.PROFESSIONAL, instelling__biedt_hulp=True
    )
    return is_coordinator(gebruiker, gezin_id) or helpt.exists()


def wie_eerst(vlag: Veiligheidsvlag, na: str = "") -> tuple[Beoordelaar, list[Gebruiker]]:
    """Who is asked first, or after `na`: the next of whom there is somebody. At the end always the privacy officers."""
    for aan in VOLGORDE[VOLGORDE.index(Beoordelaar(na)) + 1 if na else 0 :]:
        if mensen := beoordelaars(vlag, aan):
            return aan, mensen
    return Beoordelaar.PRIVACY_OFFICER, beoordelaars(vlag, Beoordelaar.PRIVACY_OFFICER)


def beoordelaars(vlag: Veiligheidsvlag, aan: str) -> list[Gebruiker]:
    """The people who may answer for this flag in that capacity, now."""
    schap = coordinator(vlag.gezin)
    niet = {vlag.gezet_door_id, *_van_gezin(vlag)}
    if schap and vlag.zonder_coordinator:
        niet.add(schap.gebruiker_id)
    if aan == Beoordelaar.COORDINATOR:
        mensen = [schap.gebruiker] if schap and schap.gebruiker.is_active and not vlag.zonder_coordinator else []
    elif aan == Beoordelaar.AANDACHTSFUNCTIONARIS:
        return _aandachtsfunctionarissen(vlag, schap.instelling_id if schap else None, niet)
    else:
        mensen = list(privacy_officers())
    return [wie for wie in mensen if wie.pk not in niet]


def mag_beantwoorden(verzoek: Vlagverzoek, gebruiker: Gebruiker) -> bool:
    """Whether this question is this person's to answer: asked of him or her, or of whom he or she stands in for (I6)."""
    vlag = verzoek.vlag
    if gebruiker.pk == vlag.gezet_door_id:
        return False
    if verzoek.aan == Beoordelaar.COORDINATOR:
        mag = not vlag.zonder_coordinator and is_coordinator(gebruiker, vlag.gezin_id)
        return mag and bool(beoordelaars(vlag, verzoek.aan))
    return gebruiker.pk in {wie.pk for wie in beoordelaars(vlag, verzoek.aan)}


def kijkt_mee(gebruiker: Any) -> bool:
    """Whether questions about flags may come to this person from outside a plan: aandachtsfunctionaris, privacy officer."""
    return is_aandachtsfunctionaris(gebruiker) or is_privacy_officer(gebruiker)


def beslist_in_plaats(gebruiker: Gebruiker, vlag: Veiligheidsvlag) -> bool:
    """Whether this privacy officer may decide in the place of whom the flag concerns (S19)."""
    return is_privacy_officer(gebruiker) and gebruiker.pk not in {vlag.gezet_door_id, *_van_gezin(vlag)}


def _van_gezin(vlag: Veiligheidsvlag) -> Sequence[uuid.UUID]:
    eigen = ~Q(soort=SoortDeelnemer.PROFESSIONAL) | Q(pk=vlag.voor_wie_id)
    rijen = Deelnemer.objects.filter(eigen, gezin=vlag.gezin_id, gebruiker__isnull=False)
    return list(rijen.values_list("gebruiker_id", flat=True))


def _aandachtsfunctionarissen(
    vlag: Veiligheidsvlag, van_coordinator: uuid.UUID | None, niet: set[uuid.UUID]
) -> list[Gebruiker]:
    """Those of one instelling: of the coordinator's, but of who set it where she may not know of it; else of the other."""
    zetter = Deelnemer.objects.filter(gezin=vlag.gezin_id, gebruiker=vlag.gezet_door_id, instelling__isnull=False)
    plekken = [van_coordinator, *zetter.values_list("instelling_id", flat=True)]
    if vlag.zonder_coordinator:
        plekken.reverse()
    daar = per_instelling(Rol.AANDACHTSFUNCTIONARIS, [plek for plek in plekken if plek])
    for plek in plekken:
        if plek and (mensen := [wie for wie in daar[plek] if wie.pk not in niet]):
            return mensen
    return []
