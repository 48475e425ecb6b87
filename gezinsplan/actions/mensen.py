"""When people come, go or take over: they are told, and the terms of the plan ask the right ones (Z3, G17, E10)."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from berichten.actions import Melding, meld, meld_velen
from gezinnen.models import Coordinatorschap, Deelnemer, Herstelverzoek, SoortDeelnemer
from gezinsplan.models import OPEN_NAVRAAG, Afspraak, Gesprek, Gespreksstaat, Navraag, Navraagstaat
from gezinsplan.selectie import bekend_in_plan, betrokkenheid
from instanties.models import Gebruiker, Vervanging, Weg
from logboek.actions import Logregelgegevens, schrijf_velen
from logboek.models import Handeling
from termijnen.actions import vraag_aan, wissel_houder
from termijnen.models import Termijn, Termijnstaat
from toestemming.zicht import blik

SOORT_WEG_MET_MAIL, SOORT_WEG_BEL = "weg_van_gezin", "weg_van_gezin_bel"


def vertel_wie_meedoet(deelnemer: Deelnemer, *, nu: datetime, door: Gebruiker | None) -> None:
    """Tell somebody of network or instelling that he or she takes part from now on; the family invites (E10)."""
    if deelnemer.gebruiker and deelnemer.gebruiker != door and not deelnemer.is_gezinslid:
        sleutel = f"doet_mee:{deelnemer.pk}"
        meld("doet_mee", deelnemer.gebruiker, sleutel=sleutel, nu=nu, gezin=deelnemer.gezin_id, door=door)


def vertel_wie_weg_is(rij: Vervanging, *, sleutel: str, nu: datetime, door: Gebruiker) -> None:
    """Tell each family where this person coordinates or takes part for work who is away, and who stands in (I6, I8)."""
    hier = Deelnemer.objects.actief().betrokkenen().filter(gebruiker=rij.wie, instelling__isnull=False)
    coordineert = set(Coordinatorschap.objects.huidig().filter(gebruiker=rij.wie).values_list("gezin_id", flat=True))
    gezinnen = {*hier.values_list("gezin_id", flat=True), *coordineert}

    def kent(lid: Deelnemer) -> bool:
        gezien = blik(lid.gebruiker, lid.gezin) if lid.gebruiker else None
        return gezien is not None and rij.wie_id in bekend_in_plan(gezien, [rij.wie])

    leden = Deelnemer.objects.actief().gezinsleden().filter(gezin__in=gezinnen, gebruiker__isnull=False)
    meld_velen(
        [
            Melding("iemand_weg", lid.gebruiker, sleutel, gezin=lid.gezin_id, object_id=rij.pk)
            for lid in leden.select_related("gebruiker", "gezin")
            if lid.gezin_id in coordineert or kent(lid)
        ],
        nu,
        door=door,
    )


def vertel_weg_naar_account(weg: Weg, *, per_mail: bool, nu: datetime, door: Gebruiker | None) -> None:
    """Tell the coordinator of each family that somebody of it, or of its network, can be logged in for in a new way (I8).

    Also when she is away and her substitute did it; not who did it herself. The log of the family has it either way.
    `per_mail`: whether the person hears of it by mail; if not, the coordinator is asked to phone (S20).
    """
    hier = list(
        Deelnemer.objects.actief()
        .exclude(soort=SoortDeelnemer.PROFESSIONAL)
        .filter(gebruiker=weg.gebruiker_id)
        .select_related("gezin")
    )
    schrijf_velen(
        Logregelgegevens(
            handeling=Handeling.RECHTEN_WIJZIGEN,
            gezin_id=lid.gezin_id,
            gezin_nummer=str(lid.gezin.nummer),
            over_wie=[lid.pk] if lid.is_gezinslid else [],
            object_soort="deelnemer",
            object_id=lid.pk,
            object_naam=lid.naam,
            gebruiker=door,
            melding=f"inloggen: {weg.get_soort_display()}",
        )
        for lid in hier
    )
    schappen = Coordinatorschap.objects.huidig().filter(gezin__in=[lid.gezin_id for lid in hier])
    meld_velen(
        [
            Melding(
                SOORT_WEG_MET_MAIL if per_mail else SOORT_WEG_BEL,
                schap.gebruiker,
                f"weg:{weg.pk}:{schap.gezin_id}",
                gezin=schap.gezin_id,
                object_id=weg.pk,
            )
            for schap in schappen.select_related("gebruiker")
            if door is None or schap.gebruiker_id != door.pk
        ],
        nu,
        door=door,
    )


def vertel_naam(gebruiker: Gebruiker, *, nu: datetime, door: Gebruiker) -> None:
    """Tell the coordinator of each family where somebody of family or network takes part, that another renamed him (I8, I9).

    A name is one person's, so whoever changes it in one plan changes it in all: nobody does that unheard.
    """
    if door.pk != gebruiker.pk:
        _meld_coordinatoren("andere_naam_in_plan", gebruiker, f"naam:{nu.isoformat()}", nu=nu, door=door)


def vertel_overlijden(deelnemer: Deelnemer, *, nu: datetime, door: Gebruiker) -> None:
    """Ask the coordinator of each other family of somebody who died here, whether that is right (I8, I9)."""
    if deelnemer.gebruiker is not None:
        _meld_coordinatoren("elders_overleden", deelnemer.gebruiker, f"overleden:{deelnemer.pk}", nu=nu, door=door)


def vraag_om_herstel(verzoek: Herstelverzoek, gevraagd: Iterable[Gebruiker], *, nu: datetime) -> None:
    """Ask a second person whether somebody hasn't died, as was recorded (I8). Who is asked may be from outside the plan."""
    sleutel = f"herstel:{verzoek.pk}"
    meld_velen([Melding("herstel_gevraagd", wie, sleutel, object_id=verzoek.pk) for wie in gevraagd], nu)


def vertel_herstel(verzoek: Herstelverzoek, *, nu: datetime) -> None:
    """What the second person said: to who asked, and, by a yes, in each other family whose coordinator was asked to look."""
    lid = verzoek.deelnemer
    meld(
        "herstel_beantwoord",
        verzoek.door,
        sleutel=f"herstel_antwoord:{verzoek.pk}",
        nu=nu,
        gezin=lid.gezin,
        object_id=lid.pk,
    )
    if verzoek.is_ja and lid.gebruiker is not None:
        _meld_coordinatoren("toch_niet_overleden", lid.gebruiker, f"leeft:{verzoek.pk}", nu=nu, door=verzoek.door)


def _meld_coordinatoren(soort: str, gebruiker: Gebruiker, sleutel: str, *, nu: datetime, door: Gebruiker) -> None:
    """Not who did it. The notice is about the row of that person in the reader's own family."""
    rijen = Deelnemer.objects.actief().exclude(soort=SoortDeelnemer.PROFESSIONAL).filter(gebruiker=gebruiker)
    hier = {rij.gezin_id: rij for rij in rijen}
    schappen = Coordinatorschap.objects.huidig().filter(gezin__in=hier).exclude(gebruiker=door)
    meld_velen(
        [
            Melding(soort, schap.gebruiker, sleutel, gezin=schap.gezin_id, object_id=hier[schap.gezin_id].pk)
            for schap in schappen.select_related("gebruiker")
        ],
        nu,
        door=door,
    )


def vertel_nieuwe_coordinator(nieuw: Coordinatorschap, *, nu: datetime, door: Gebruiker | None) -> None:
    """Tell somebody that this family's coordination is his or hers from now on (Z3)."""
    if nieuw.gebruiker != door:
        sleutel = f"coordinator:{nieuw.pk}"
        meld("coordinator_geworden", nieuw.gebruiker, sleutel=sleutel, nu=nu, gezin=nieuw.gezin_id, door=door)


def herzie_wie_gevraagd_wordt(gezin_id: UUID, *, nu: datetime, door: Gebruiker | None, reden: str = "") -> None:
    """Let every running term of this family's plan be kept by its coordinator, and ask whom it concerns now."""
    afspraken = list(
        Afspraak.objects.filter(doel__plan__gezin=gezin_id, termijn__isnull=False).select_related(
            "termijn", "doel__plan"
        )
    )
    if not afspraken:
        return
    rond = betrokkenheid(afspraken)
    gevraagd: dict[Termijn, list[Gebruiker]] = {
        afspraak.lopende_termijn: rond[afspraak.pk].doeners
        for afspraak in afspraken
        if afspraak.lopende_termijn.staat == Termijnstaat.LOOPT
    }
    for navraag in Navraag.objects.filter(afspraak__in=afspraken, staat__in=OPEN_NAVRAAG).select_related("termijn"):
        om_haar = rond[navraag.afspraak_id]
        if navraag.staat == Navraagstaat.WACHT_OP_AKKOORD and om_haar.coordinator:
            gevraagd[navraag.termijn] = [om_haar.coordinator]
        else:
            gevraagd[navraag.termijn] = om_haar.doeners_en_coordinator
    for gesprek in Gesprek.objects.filter(afspraak__in=afspraken, staat=Gespreksstaat.OPEN).select_related("termijn"):
        coordinator = rond[gesprek.afspraak_id].coordinator
        gevraagd[gesprek.termijn] = [coordinator] if coordinator else []
    coordinator = next((om.coordinator for om in rond.values()), None)
    wissel_houder(list(gevraagd), coordinator, nu=nu, door=door, reden=reden, ook_gevraagd=False)
    for termijn, mensen in gevraagd.items():
        vraag_aan(termijn, [gebruiker.pk for gebruiker in mensen])
