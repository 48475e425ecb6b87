"""The instelling whose share is missing: its manager owes an answer in the same week as the step (E4)."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from escalatie.actions.toegang import geef_grond
from escalatie.actions.verslag import Verslag
from escalatie.houders import Houders
from escalatie.models import BetrokkenOrganisatie, SoortVraag, StagnatieRecht, Stap, Vraag
from escalatie.permissions import verleen
from instanties.actions import meld_aan_beheer
from instanties.models import Gebruiker
from termijnen import actions as termijnen


def vraag_aandeel(stappen: Sequence[Stap], *, nu: datetime, houders: Houders, verslag: Verslag) -> None:
    """Notify the instelling whose share is missing, the first time that a stagnatie leaves the executors (E4).

    Its manager (else its bestuurder) gets a question with the step's own term. Is it the keeper's own instelling, then its
    bestuurder is told too. Nobody there: the beheerder hears of it, without family data.
    """
    al_gevraagd = set(
        BetrokkenOrganisatie.objects.filter(
            stagnatie__in=[stap.stagnatie_id for stap in stappen], aandeel_ontbreekt=True
        ).values_list("stagnatie_id", flat=True)
    )
    vragen: list[tuple[Stap, Gebruiker]] = []
    ingelicht: list[tuple[Stap, Gebruiker]] = []
    organisaties: list[BetrokkenOrganisatie] = []
    for stap in stappen:
        partij = stap.stagnatie.partij
        if partij is None or partij.instelling is None or stap.stagnatie_id in al_gevraagd:
            continue
        organisaties.append(
            BetrokkenOrganisatie(
                stagnatie=stap.stagnatie,
                instelling=partij.instelling,
                vanaf_stap=stap.modelstap.nummer,
                aandeel_ontbreekt=True,
            )
        )
        if partij.instelling_id == stap.houder_instelling_id:
            bestuurder = houders.bestuurder(partij.instelling, {stap.houder_id})
            if bestuurder is not None:
                ingelicht.append((stap, bestuurder))
            continue
        manager = houders.leiding(partij.instelling)
        if manager is None:
            tekst = _("Er is geen manager of bestuurder die bij een vastgelopen plan om uitleg gevraagd kan worden.")
            meld_aan_beheer(tekst, nu, instelling=partij.instelling)
        elif manager.pk != stap.houder_id:
            vragen.append((stap, manager))
    BetrokkenOrganisatie.objects.bulk_create(organisaties, ignore_conflicts=True)
    verleen((stap.stagnatie_id, wie.pk, StagnatieRecht.BEKIJKEN) for stap, wie in [*vragen, *ingelicht])
    for stap, bestuurder in ingelicht:
        verslag.meld("stagnatie_ingelicht", [bestuurder], stap.stagnatie, stap.pk)
    _stel(vragen, nu, verslag)


def _stel(vragen: list[tuple[Stap, Gebruiker]], nu: datetime, verslag: Verslag) -> None:
    verleen((stap.stagnatie_id, wie.pk, StagnatieRecht.ADVISEREN) for stap, wie in vragen)
    geef_grond(vragen, nu=nu, door=verslag.door)
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
            for stap, wie in vragen
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
            aan_instelling=stap.stagnatie.partij.instelling if stap.stagnatie.partij else None,
            tekst=_("Wat kan uw instelling bijdragen, en wanneer?"),
            gesteld_op=nu,
            termijn=termijn,
        )
        for (stap, wie), termijn in zip(vragen, gestart, strict=True)
    )
    for (stap, wie), termijn in zip(vragen, gestart, strict=True):
        verslag.meld("stagnatie_vraag", [wie], stap.stagnatie, termijn.pk, termijn=termijn)
