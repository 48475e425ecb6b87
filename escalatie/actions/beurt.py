"""Whose turn it is: held under the lock by every act, so that who comes after the clock is told who is on turn now."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from core.errors import RuleError
from escalatie.actions import slot
from escalatie.models import Oplossing, Stagnatie, Stagnatiestaat, Stap, Stapstaat
from escalatie.stapsoorten import soort_van
from escalatie.stem import aandeel_van
from escalatie.waarneming import is_houder
from gezinnen.models import Coordinatorschap
from gezinnen.permissions import is_coordinator as coordineert
from instanties.models import Gebruiker, Verzoekstaat
from termijnen.models import Termijn
from termijnen.uitstel import wanneer_verder
from woorden.tijdwoorden import termijnwoorden
from woorden.zinnen import zin


def open_stappen_van(stagnaties: list[UUID]) -> dict[UUID, Stap]:
    """The open stap of each of these stagnaties, with all that a transition needs; closed ones are left out."""
    stappen = Stap.objects.filter(stagnatie__in=stagnaties, staat=Stapstaat.OPEN).select_related(
        "modelstap", "houder", "houder_instelling", "houder_gemeente", "vastleggen", "resultaat"
    )
    return {stap.stagnatie_id: stap for stap in stappen}


def open_stappen_bij(stagnaties: dict[UUID, Stagnatie]) -> list[Stap]:
    """The open stappen of these locked stagnaties, each with its `stagnatie` as it was locked."""
    stappen = open_stappen_van(list(stagnaties))
    for stagnatie_id, stap in stappen.items():
        stap.stagnatie = stagnaties[stagnatie_id]
    return list(stappen.values())


def uiterlijk(termijn: Termijn, nu: datetime) -> str:
    """'uiterlijk vrijdag 4 december', with the hour only for a term in hours."""
    return termijnwoorden(termijn.loopt_af_op, nu, in_uren=termijn.in_uren).uiterlijk


def wie_is_aan_zet(stap: Stap, nu: datetime) -> str:
    """'Nu is M. Smit aan zet (Managers), uiterlijk vrijdag 4 december.'"""
    return _("Nu is %(wie)s aan zet (%(stap)s), %(uiterlijk)s.") % {
        "wie": stap.houder.naam,
        "stap": stap.modelstap.naam,
        "uiterlijk": uiterlijk(stap.staptermijn, nu),
    }


def open_stap_van(stagnatie: Stagnatie) -> Stap:
    """The open stap of a locked stagnatie. Raises RuleError when it is closed."""
    if stagnatie.staat == Stagnatiestaat.OPGELOST:
        raise RuleError(_("Dit is intussen opgelost. Er is niemand meer aan zet."))
    if stagnatie.staat == Stagnatiestaat.INGETROKKEN:
        raise RuleError(_("Dit is intussen ingetrokken: het was al gedaan."))
    if stagnatie.staat == Stagnatiestaat.VERVALLEN:
        raise RuleError(_("Dit is intussen niet meer nodig: iemand is overleden."))
    stap = open_stappen_van([stagnatie.pk])[stagnatie.pk]
    stap.stagnatie = stagnatie
    return stap


def vergrendel_open_stap(stagnatie_id: UUID) -> Stap:
    """Lock a stagnatie and give its open stap (`stap.stagnatie` loaded). Raises RuleError when it is closed."""
    return open_stap_van(slot.vergrendel_een(stagnatie_id))


def eis_deze_stap(stap: Stap, nu: datetime, *, ook_voorbij: bool = False) -> Stap:
    """Lock, and give this stap as it is now. Raises RuleError, saying who is on turn, when the ladder has moved on.

    Also when its term has passed and the next step waits for the morning (S2), but for what may be done then too.
    """
    huidig = vergrendel_open_stap(stap.stagnatie_id)
    if huidig.pk != stap.pk:
        raise RuleError(_("Deze stap is intussen voorbij.") + " " + wie_is_aan_zet(huidig, nu))
    if not ook_voorbij:
        eis_niet_voorbij(huidig, nu)
    return huidig


def eis_niet_voorbij(stap: Stap, nu: datetime) -> None:
    """Raise RuleError when the term of this open step has passed, saying when the next step begins (S2)."""
    if gaat_verder := wanneer_verder(stap.staptermijn, nu):
        raise RuleError(gaat_verder)


def eis_aan_zet(stap: Stap, door: Gebruiker, nu: datetime) -> Stap:
    """Lock, and give this stap as it is now. Raises RuleError when `door` isn't its keeper, or no longer is (E9)."""
    huidig = eis_deze_stap(stap, nu)
    if not is_houder(door, huidig):
        raise RuleError(_("U bent hier niet aan zet.") + " " + wie_is_aan_zet(huidig, nu))
    return huidig


def is_coordinator(gebruiker: Gebruiker, gezin_id: UUID) -> bool:
    """Whether this person coordinates this family now, or stands in for who does (I6)."""
    return coordineert(gebruiker, gezin_id)


def _is_coordinator_hier(gebruiker: Gebruiker, stagnatie: Stagnatie) -> bool:
    """A substitute whose own share is what is missing doesn't help the coordinator out of it (I6)."""
    if not coordineert(gebruiker, stagnatie.gezin_id):
        return False
    eigen = Coordinatorschap.objects.huidig().filter(gezin_id=stagnatie.gezin_id, gebruiker=gebruiker)
    return eigen.exists() or gebruiker.pk not in aandeel_van(stagnatie)


def eis_coordinator(gebruiker: Gebruiker, stap: Stap) -> None:
    """Raise RuleError unless this person coordinates the family or, without a coordinator, keeps the step."""
    gezin_id = stap.stagnatie.gezin_id
    if _is_coordinator_hier(gebruiker, stap.stagnatie):
        return
    if is_houder(gebruiker, stap) and not Coordinatorschap.objects.huidig().filter(gezin_id=gezin_id).exists():
        return
    raise RuleError(zin(_("Dit doet [de zorgcoördinator] van het gezin.")))


def eis_schrijft_bericht(gebruiker: Gebruiker, stap: Stap) -> None:
    """Raise RuleError unless this person coordinates the family, or keeps the executors' step in her place (E2, E13)."""
    if not soort_van(stap.modelstap).in_plan or not is_houder(gebruiker, stap):
        eis_coordinator(gebruiker, stap)


def wachtende_oplossing(stagnatie_id: UUID) -> Oplossing | None:
    """The report that it is solved, to which the family hasn't answered yet."""
    return Oplossing.objects.filter(stagnatie=stagnatie_id, staat=Verzoekstaat.WACHT).select_related("termijn").first()


def eis_geen_oplossing(stagnatie_id: UUID) -> None:
    """Raise RuleError while the family is asked whether it is solved: until then nothing moves."""
    if wachtende_oplossing(stagnatie_id):
        raise RuleError(_("Er is gemeld dat dit is opgelost. Wacht eerst op het antwoord van het gezin."))


def eis_tekst(tekst: str, veld: str, wat: str, lengte: int = 1000) -> str:
    """The text without spaces around it. Raises RuleError at the field when it is empty or too long."""
    tekst = tekst.strip()
    if not tekst:
        raise RuleError(wat, field=veld)
    if len(tekst) > lengte:
        melding = _("Deze tekst is te lang: %(n)d tekens. Er passen er %(max)d.")
        raise RuleError(melding % {"n": len(tekst), "max": lengte}, field=veld)
    return tekst
