"""Taking back what was still asked about afspraken that have ended or got another term."""

from collections.abc import Sequence
from datetime import datetime

from gezinsplan.models import OPEN_NAVRAAG, Afspraak, Gesprek, Gespreksstaat, Navraag, Navraagstaat
from instanties.models import Gebruiker
from termijnen.actions import beeindig
from termijnen.models import Termijnstaat


def sluit_wat_nog_gevraagd_is(
    afspraken: Sequence[Afspraak], reden: str, *, nu: datetime, door: Gebruiker | None
) -> None:
    """Withdraw open questions and owed talks about these locked afspraken."""
    navragen = list(Navraag.objects.filter(afspraak__in=afspraken, staat__in=OPEN_NAVRAAG).select_related("termijn"))
    gesprekken = list(
        Gesprek.objects.filter(afspraak__in=afspraken, staat=Gespreksstaat.OPEN).select_related("termijn")
    )
    if not navragen and not gesprekken:
        return
    termijnen = [navraag.termijn for navraag in navragen] + [gesprek.termijn for gesprek in gesprekken]
    beeindig(termijnen, Termijnstaat.VERVALLEN, nu=nu, door=door, reden=reden)
    Navraag.overgangen.move_and_save(Navraagstaat.INGETROKKEN, navragen)
    Gesprek.overgangen.move_and_save(Gespreksstaat.INGETROKKEN, gesprekken)
