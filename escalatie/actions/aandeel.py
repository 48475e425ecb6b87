"""The instellingen whose share is missing: the manager of each owes an answer in the same week as the step (E4)."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _

from escalatie.actions.toegang import geef_grond
from escalatie.actions.verslag import Verslag
from escalatie.houders import Houders
from escalatie.models import BetrokkenOrganisatie, SoortVraag, StagnatieRecht, Stap, Vraag
from escalatie.permissions import verleen
from instanties.actions import meld_aan_beheer
from instanties.models import Gebruiker, Instelling
from termijnen import actions as termijnen


class Aandeelvraag(NamedTuple):
    """That the manager of an instelling is asked about the share that is missing there."""

    stap: Stap
    wie: Gebruiker
    instelling: Instelling


def _ontbreken(stap: Stap, houders: Houders) -> list[Instelling]:
    """The instellingen whose share is missing, each once."""
    gevonden = [partij.instelling for partij in houders.partijen(stap.stagnatie) if partij.instelling is not None]
    return list({instelling.pk: instelling for instelling in gevonden}.values())


def vraag_aandeel(stappen: Sequence[Stap], *, nu: datetime, houders: Houders, verslag: Verslag) -> None:
    """Notify the instelling whose share is missing, the first time that a stagnatie leaves the executors (E4).

    Its manager (else its bestuurder) gets a question with the step's own term. Is it the keeper's own instelling, then its
    bestuurder is told too. Nobody there: the beheerder hears of it, without family data.
    """
    al_gevraagd = set(
        BetrokkenOrganisatie.objects.filter(
            stagnatie__in=[stap.stagnatie_id for stap in stappen], aandeel_ontbreekt=True
        ).values_list("stagnatie_id", "instelling_id")
    )
    vragen: list[Aandeelvraag] = []
    ingelicht: list[tuple[Stap, Gebruiker]] = []
    organisaties: list[BetrokkenOrganisatie] = []
    for stap in stappen:
        for instelling in _ontbreken(stap, houders):
            if (stap.stagnatie_id, instelling.pk) in al_gevraagd:
                continue
            organisaties.append(
                BetrokkenOrganisatie(
                    stagnatie=stap.stagnatie,
                    instelling=instelling,
                    vanaf_stap=stap.modelstap.nummer,
                    aandeel_ontbreekt=True,
                )
            )
            if instelling.pk == stap.houder_instelling_id:
                bestuurder = houders.bestuurder(instelling, {stap.houder_id})
                if bestuurder is not None:
                    ingelicht.append((stap, bestuurder))
                continue
            manager = houders.leiding(instelling)
            if manager is None:
                tekst = _(
                    "Er is geen manager of bestuurder die bij een vastgelopen plan om uitleg gevraagd kan worden."
                )
                meld_aan_beheer(tekst, nu, instelling=instelling)
            elif manager.pk != stap.houder_id:
                vragen.append(Aandeelvraag(stap, manager, instelling))
    BetrokkenOrganisatie.objects.bulk_create(organisaties, ignore_conflicts=True)
    verleen(
        (stap.stagnatie_id, wie.pk, StagnatieRecht.BEKIJKEN)
        for stap, wie in [*ingelicht, *((rij.stap, rij.wie) for rij in vragen)]
    )
    for stap, bestuurder in ingelicht:
        verslag.meld("stagnatie_ingelicht", [bestuurder], stap.stagnatie, stap.pk)
    _stel(vragen, nu, verslag)


def _stel(vragen: list[Aandeelvraag], nu: datetime, verslag: Verslag) -> None:
    verleen((stap.stagnatie_id, wie.pk, StagnatieRecht.ADVISEREN) for stap, wie, _instelling in vragen)
    geef_grond([(rij.stap, rij.wie) for rij in vragen], nu=nu, door=verslag.door)
    gestart = termijnen.start(
        [
            termijnen.NieuweTermijn(
                soort="vraag",
                gezin_id=stap.stagnatie.gezin_id,
                houder_id=stap.houder_id,
                begint_op=nu,
                loopt_af_op=stap.vastleggen.loopt_af_op,
                duur=stap.vastleggen.duur,
                gevraagd=(wie.pk,),
            )
            for stap, wie, _instelling in vragen
        ],
        nu=nu,
        door=verslag.door,
        reden=_("uitleg gevraagd over het aandeel dat ontbreekt"),
    )
    Vraag.objects.bulk_create(
        Vraag(
            stagnatie=stap.stagnatie,
            stap=stap,
            soort=SoortVraag.AANDEEL,
            aan=wie,
            aan_instelling=instelling,
            tekst=_("Wat kan uw instelling bijdragen, en wanneer?"),
            gesteld_op=nu,
            termijn=termijn,
        )
        for (stap, wie, instelling), termijn in zip(vragen, gestart, strict=True)
    )
    for (stap, wie, _instelling), termijn in zip(vragen, gestart, strict=True):
        verslag.meld("stagnatie_vraag", [wie], stap.stagnatie, termijn.pk, termijn=termijn)
