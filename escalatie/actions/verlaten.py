"""Leaving an open step: its term, what it asked, and the grounds that it gave (E4)."""

from collections.abc import Collection

from escalatie.actions.tussenvragen import laat_los
from escalatie.actions.verslag import Verslag
from escalatie.models import Actie, Actiestaat, SoortGebeurtenis, Stap, Stapstaat, Tussenvraag
from termijnen import actions as termijnen
from termijnen.models import Termijnstaat
from toestemming.actions import eindig_grondslagen
from toestemming.models import SoortGrondslag


def verlaat(stappen: Collection[Stap], termijnstaat: Termijnstaat, reden: str, verslag: Verslag) -> None:
    """Let these open steps, whose stagnaties the caller has locked, be left for another; their terms end so.

    What was asked about an action isn't asked any more: it counts as not done, until it is said that it was (S6).
    """
    nu, door = verslag.nu, verslag.door
    Stap.overgangen.move_all(
        Stapstaat.DOORGEZET, Stap.objects.filter(pk__in=[stap.pk for stap in stappen]), gesloten_op=nu
    )
    # What had passed already, wasn't done in time, whatever comes now (S2).
    for einde, voorbij in ((Termijnstaat.NIET_GEHAALD, True), (termijnstaat, False)):
        groep = [stap.staptermijn for stap in stappen if stap.staptermijn.is_voorbij == voorbij]
        termijnen.beeindig(groep, einde, nu=nu, door=door, reden=reden)
    laat_los(Tussenvraag.objects.filter(stap__in=stappen), nu=nu, door=door)
    per_stap = {stap.pk: stap for stap in stappen}
    gevraagd = list(Actie.objects.filter(stap__in=stappen, staat=Actiestaat.GEVRAAGD))
    Actie.overgangen.move_and_save(Actiestaat.NIET_UITGEVOERD, gevraagd)
    for actie in gevraagd:
        stap = per_stap[actie.stap_id]
        verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.ACTIE_NIET_UITGEVOERD, stap=stap)
    eindig_grondslagen(nu=nu, door=door, soort=SoortGrondslag.DOORZETTINGSMACHT, voor_objecten=list(per_stap))
