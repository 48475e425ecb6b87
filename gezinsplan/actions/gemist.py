"""An afspraak was missed: a professional's share goes up the ladder, that of family or network to a talk (E12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from berichten.actions import Melding, meld_velen
from gezinnen.selectie import coordinator_deelnemers
from gezinsplan.models import Afspraak, Afspraakstaat, Gesprek
from gezinsplan.selectie import Betrokkenheid, betrokkenheid
from gezinsplan.signalen import VEILIGHEID, Gemist, afspraken_gemist
from instanties.models import Regio
from termijnen.actions import NieuweTermijn, start
from termijnen.kalender import huidige_kalender, loopt_tot


@dataclass(frozen=True)
class Gemiste:
    """A missed afspraak (locked, with `doel.plan` loaded), why it counts as missed, and what was said about it.

    `sinds`: the end of the term that passed, from which what follows counts (S2); None where somebody said so.
    """

    afspraak: Afspraak
    reden: str
    toelichting: str = ""
    sinds: datetime | None = None


def meld_gemist(gemiste: Sequence[Gemiste], *, nu: datetime) -> None:
    """Mark these afspraken as not done, and let the ladder or a talk begin: in bulk, one signal for all (E12)."""
    if not gemiste:
        return
    afspraken = [gemist.afspraak for gemist in gemiste]
    Afspraak.overgangen.move_and_save(Afspraakstaat.NIET_GEDAAN, afspraken)
    rond = betrokkenheid(afspraken)
    op_de_ladder: list[Gemist] = []
    te_bespreken: list[Gemiste] = []
    for gemist in gemiste:
        partijen = rond[gemist.afspraak.pk].professionals
        if gemist.afspraak.is_veiligheidsafspraak:
            # A binding safety afspraak counts for everyone.
            partijen = rond[gemist.afspraak.pk].uitvoerders
        if partijen:
            reden = VEILIGHEID if gemist.afspraak.is_veiligheidsafspraak else gemist.reden
            op_de_ladder += [
                Gemist(gemist.afspraak, partij, reden, gemist.toelichting, gemist.sinds) for partij in partijen
            ]
        else:
            te_bespreken.append(gemist)
    _vraag_gesprekken(te_bespreken, rond, nu=nu)
    if op_de_ladder:
        afspraken_gemist.send(Afspraak, gemist=op_de_ladder, nu=nu)


def meld_aandeel_coordinator(gemiste: Sequence[Gemiste], *, nu: datetime) -> None:
    """What is missing here is what the coordinator owed: a talk, or her answer to who asked for a later day (E12, S4).

    Without a coordinator nobody in particular is missing.
    """
    if not gemiste:
        return
    wie = coordinator_deelnemers({gemist.afspraak.doel.plan.gezin_id for gemist in gemiste})
    gemist = [
        Gemist(rij.afspraak, wie.get(rij.afspraak.doel.plan.gezin_id), rij.reden, rij.toelichting, rij.sinds)
        for rij in gemiste
    ]
    afspraken_gemist.send(Afspraak, gemist=gemist, nu=nu)


def _vraag_gesprekken(gemiste: Sequence[Gemiste], rond: dict[UUID, Betrokkenheid], *, nu: datetime) -> None:
    """The coordinator owes the family a talk about each of these, within the region's term."""
    if not gemiste:
        return
    regio = Regio.objects.huidige()
    kalender, nieuw = huidige_kalender(), []
    for gemist in gemiste:
        tot = loopt_tot(nu, regio.gesprek, kalender, gemist.sinds)
        coordinator = rond[gemist.afspraak.pk].coordinator
        nieuw.append(
            NieuweTermijn(
                soort="gesprek", gezin_id=gemist.afspraak.doel.plan.gezin_id,
                houder_id=coordinator.pk if coordinator else None, begint_op=nu, loopt_af_op=tot,
                duur=regio.gesprek, gevraagd=[coordinator.pk] if coordinator else [],
            )
        )  # fmt: skip
    start(nieuw, nu=nu)
    gesprekken = Gesprek.objects.bulk_create(
        [
            Gesprek(afspraak=gemist.afspraak, termijn_id=termijn.id, aanleiding=gemist.toelichting[:1000])
            for gemist, termijn in zip(gemiste, nieuw, strict=True)
        ]
    )
    meldingen = []
    for gesprek in gesprekken:
        coordinator = rond[gesprek.afspraak_id].coordinator
        if coordinator:
            meldingen.append(
                Melding(
                    "gesprek_gevraagd", coordinator, sleutel=f"gesprek:{gesprek.pk}",
                    gezin=gesprek.afspraak.doel.plan.gezin_id, object_id=gesprek.afspraak_id,
                )
            )  # fmt: skip
    meld_velen(meldingen, nu)
