"""What the managers are asked in the same week as their step (E4): of who leads where a share is missing what comes of it;
of who leads any other instelling that takes part in what is stuck, what the own one can do. On one page they read each other.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as vertaald
from django.utils.translation import gettext_lazy as _

from escalatie.actions.toegang import geef_grond
from escalatie.actions.verslag import Verslag
from escalatie.betrokken import instellingen
from escalatie.houders import Houders
from escalatie.models import BIJDRAGEN, BetrokkenOrganisatie, SoortVraag, StagnatieRecht, Stap, Vraag
from escalatie.ontvangers import Ontvangers
from escalatie.permissions import verleen
from escalatie.stapsoorten import soort_van
from instanties.actions import meld_aan_beheer
from instanties.models import Gebruiker, Instelling, Regio, Rol
from instanties.selectie import per_instelling
from termijnen import actions as termijnen
from termijnen.kalender import huidige_kalender, verloopt_op
from termijnen.models import Termijnstaat
from woorden.duur import Duur


class Aandeelvraag(NamedTuple):
    """That the manager of an instelling is asked about the share that is missing there, or about what it can do."""

    stap: Stap
    wie: Gebruiker
    instelling: Instelling
    soort: SoortVraag = SoortVraag.AANDEEL
    # Whether the ground to read the escalatiebericht comes with it.
    leest: bool = True


TEKST = {
    SoortVraag.AANDEEL: _("Wat kan uw instelling bijdragen, en wanneer?"),
    SoortVraag.BIJDRAGE: _("Wat kan uw instelling doen om dit op te lossen?"),
}
BERICHT = {SoortVraag.AANDEEL: "stagnatie_vraag", SoortVraag.BIJDRAGE: "stagnatie_bijdrage"}
NIEMAND = _("Er is geen manager of bestuurder die bij een vastgelopen plan om uitleg gevraagd kan worden.")


def _ontbreken(stap: Stap, houders: Houders) -> list[Instelling]:
    """The instellingen whose share is missing, each once."""
    gevonden = [partij.instelling for partij in houders.partijen(stap.stagnatie) if partij.instelling is not None]
    return list({instelling.pk: instelling for instelling in gevonden}.values())


def _opnieuw(stappen: Sequence[Stap], soorten: Collection[SoortVraag]) -> set[tuple[UUID, UUID | None]]:
    """The stagnaties and instellingen that are asked anew in these steps: what they were asked lapsed with its step, or was
    answered the last time that this same step was taken (E4, E14). Not while it waits for an answer, late or not.
    """
    van = {stap.stagnatie_id: stap for stap in stappen}
    rijen = Vraag.objects.filter(stagnatie__in=van, soort__in=soorten).select_related("termijn", "stap")
    laatste = {(vraag.stagnatie_id, vraag.aan_instelling_id): vraag for vraag in rijen.order_by("gesteld_op", "pk")}
    return {
        sleutel
        for sleutel, vraag in laatste.items()
        if vraag.is_vervallen
        or (
            vraag.beantwoord_op is not None
            and vraag.stap.modelstap_id == van[vraag.stagnatie_id].modelstap_id
            and vraag.stap_id != van[vraag.stagnatie_id].pk
        )
    }


def verkort_voor_wat_voorgaat(stappen: Sequence[Stap], *, nu: datetime, verslag: Verslag) -> None:
    """In a crisis or about safety who was asked already answers no later than the step lasts, and hears it (E1, S2)."""
    tot = {stap.stagnatie_id: stap for stap in stappen if stap.stagnatie.gaat_voor}
    if not tot:
        return
    lopend = Vraag.objects.filter(stagnatie__in=tot, soort__in=BIJDRAGEN, termijn__staat=Termijnstaat.LOOPT)
    for vraag in lopend.select_related("termijn", "aan").order_by("pk"):
        stap = tot[vraag.stagnatie_id]
        if nu < stap.vastleggen.loopt_af_op < vraag.termijn.loopt_af_op:
            reden = vertaald("er is iets dat voorgaat")
            termijnen.verzet(vraag.termijn, stap.vastleggen.loopt_af_op, nu=nu, door=verslag.door, reden=reden)
            feit = f"{vraag.termijn_id}:{stap.pk}"
            verslag.meld(BERICHT[SoortVraag(vraag.soort)], [vraag.aan], stap.stagnatie, feit, termijn=vraag.termijn)


def vraag_aandeel(stappen: Sequence[Stap], *, nu: datetime, houders: Houders, verslag: Verslag) -> None:
    """Notify the instelling whose share is missing, when a stagnatie leaves the executors, and each round of that step (E4).

    Its manager (else its bestuurder) gets a question with the step's own term. Is it the keeper's own instelling, then its
    bestuurder is told too. Nobody there: the beheerder hears of it, without family data.
    """
    al_gevraagd = set(
        BetrokkenOrganisatie.objects.filter(
            stagnatie__in=[stap.stagnatie_id for stap in stappen], aandeel_ontbreekt=True
        ).values_list("stagnatie_id", "instelling_id")
    )
    al_gevraagd -= _opnieuw(stappen, [SoortVraag.AANDEEL])
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
                meld_aan_beheer(str(NIEMAND), nu, instelling=instelling)
            elif manager.pk != stap.houder_id:
                vragen.append(Aandeelvraag(stap, manager, instelling))
    BetrokkenOrganisatie.objects.bulk_create(
        organisaties,
        # It may have taken part already, without a share that was missing.
        update_conflicts=True,
        unique_fields=["stagnatie", "instelling", "gemeente"],
        update_fields=["aandeel_ontbreekt"],
    )
    verleen(
        (stap.stagnatie_id, wie.pk, StagnatieRecht.BEKIJKEN)
        for stap, wie in [*ingelicht, *((rij.stap, rij.wie) for rij in vragen)]
    )
    for stap, bestuurder in ingelicht:
        verslag.meld("stagnatie_ingelicht", [bestuurder], stap.stagnatie, stap.pk)
    _stel(vragen, nu, verslag)


def vraag_bijdragen(stappen: Sequence[Stap], *, nu: datetime, verslag: Verslag) -> None:
    """Tell who leads each instelling that takes part in what is stuck that this step began, and ask what it can do (E4).

    Each once, also who keeps the step; not who is asked about a share that is missing. Nobody there: the beheerder hears of it.
    """
    stappen = [stap for stap in stappen if soort_van(stap.modelstap).allen_zeggen]
    if not stappen:
        return
    stagnaties = [stap.stagnatie for stap in stappen]
    ontvangers = Ontvangers(stagnaties, nu)
    betrokken = instellingen(stagnaties, ontvangers)
    gevraagd = Vraag.objects.filter(stagnatie__in=stagnaties, soort__in=BIJDRAGEN)
    al_gevraagd = set(gevraagd.values_list("stagnatie_id", "aan_instelling_id"))
    al_gevraagd -= _opnieuw(stappen, BIJDRAGEN)
    ids = {instelling.pk for hier in betrokken.values() for instelling in hier}
    leiding = [per_instelling(rol, ids) for rol in (Rol.MANAGER, Rol.BESTUURDER)]
    vragen: list[Aandeelvraag] = []
    for stap in stappen:
        niet = ontvangers.prive(stap.stagnatie)
        for instelling, ziet in betrokken[stap.stagnatie_id].items():
            if (stap.stagnatie_id, instelling.pk) in al_gevraagd:
                continue
            mensen = [wie for per in leiding for wie in per.get(instelling.pk, ()) if wie.pk not in niet]
            wie = stap.houder if instelling.pk == stap.houder_instelling_id else next(iter(mensen), None)
            if wie is None:
                meld_aan_beheer(str(NIEMAND), nu, instelling=instelling)
            else:
                vragen.append(Aandeelvraag(stap, wie, instelling, SoortVraag.BIJDRAGE, leest=ziet))
    BetrokkenOrganisatie.objects.bulk_create(
        (
            BetrokkenOrganisatie(
                stagnatie=rij.stap.stagnatie, instelling=rij.instelling, vanaf_stap=rij.stap.modelstap.nummer
            )
            for rij in vragen
        ),
        ignore_conflicts=True,
    )
    verleen((rij.stap.stagnatie_id, rij.wie.pk, StagnatieRecht.BEKIJKEN) for rij in vragen)
    if vragen:
        _stel(vragen, nu, verslag)


def _zolang(stap: Stap, nu: datetime) -> tuple[datetime, Duur | None]:
    """As long as the step lasts; has its term passed while it waits for the morning, then as any question."""
    termijn = stap.staptermijn
    if termijn.loopt_af_op > nu:
        return termijn.loopt_af_op, termijn.duur
    duur = Regio.objects.huidige().antwoord
    return verloopt_op(nu, duur, huidige_kalender()), duur


def _stel(vragen: list[Aandeelvraag], nu: datetime, verslag: Verslag) -> None:
    verleen((stap.stagnatie_id, wie.pk, StagnatieRecht.ADVISEREN) for stap, wie, *_rest in vragen)
    te_lezen = [(rij.stap, rij.wie) for rij in vragen if rij.leest and rij.wie.pk != rij.stap.houder_id]
    geef_grond(te_lezen, nu=nu, door=verslag.door)
    gestart = termijnen.start(
        [
            termijnen.NieuweTermijn(
                soort="vraag",
                gezin_id=stap.stagnatie.gezin_id,
                houder_id=stap.houder_id,
                begint_op=nu,
                loopt_af_op=tot,
                duur=duur,
                gevraagd=(wie.pk,),
            )
            for stap, wie, *_rest in vragen
            for tot, duur in [_zolang(stap, nu)]
        ],
        nu=nu,
        door=verslag.door,
        reden=vertaald("gevraagd wat de instelling kan bijdragen"),
    )
    Vraag.objects.bulk_create(
        Vraag(
            stagnatie=stap.stagnatie,
            stap=stap,
            soort=soort,
            aan=wie,
            aan_instelling=instelling,
            tekst=str(TEKST[soort]),
            gesteld_op=nu,
            termijn=termijn,
        )
        for (stap, wie, instelling, soort, _leest), termijn in zip(vragen, gestart, strict=True)
    )
    for (stap, wie, _instelling, soort, _leest), termijn in zip(vragen, gestart, strict=True):
        verslag.meld(BERICHT[soort], [wie], stap.stagnatie, termijn.pk, termijn=termijn)
