"""What follows when the term of actions, or of their result, has passed (E4, S6): it counts when it happened.

First one werkdag navraag: 'gedaan op …' or 'niet'. None for hours and safety, and none given twice. All done: 'is het
opgelost?', two werkdagen. Only then, or where something wasn't done, the next step.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from escalatie.actions import actieverzoeken
from escalatie.actions.looptijd import wacht_tot
from escalatie.actions.stappen import zet_door
from escalatie.actions.tussenvragen import BEVESTIGEN, NAVRAAG, stel, wachtend
from escalatie.actions.verslag import Verslag
from escalatie.houders import leiding_van
from escalatie.jawoord import onvervangen
from escalatie.models import (
    Actie,
    Actiestaat,
    Oplossing,
    SoortGebeurtenis,
    SoortTussenvraag,
    StagnatieAfspraak,
    Stap,
    Stapreden,
    Tussenvraag,
)
from escalatie.ontvangers import rekent_op
from escalatie.stem import wie_meldt
from instanties.models import Gebruiker, Verzoekstaat
from termijnen import actions as termijnen
from termijnen.models import Termijnstaat


def volg_afloop(stappen: Collection[Stap], *, nu: datetime, sinds: Mapping[UUID, datetime] | None = None) -> None:
    """Let each of these open steps, whose stagnaties the caller has locked, go on as its actions and its term now ask.

    `sinds`: per stagnatie the end of what the clock found passed.
    """
    stappen = [stap for stap in stappen if stap.resultaat is not None]
    if not stappen:
        return
    verslag = Verslag(nu)
    per_stap = _acties(stappen)
    gezin_gevraagd = laat_wachten_op_gezin(stappen, nu=nu)
    veilig = set(
        StagnatieAfspraak.objects.filter(
            stagnatie__in=[stap.stagnatie_id for stap in stappen], afspraak__is_veiligheidsafspraak=True
        ).values_list("stagnatie_id", flat=True)
    )
    hoger: dict[Stapreden, list[Stap]] = defaultdict(list)
    for stap in stappen:
        acties = per_stap[stap.pk]
        _vraag_na(stap, acties, stap.stagnatie_id in veilig, nu, verslag)
        if stap.stagnatie_id in gezin_gevraagd:
            continue
        if (reden := _verder(stap, acties, nu, verslag)) is not None:
            hoger[reden].append(stap)
    verslag.schrijf()
    for reden, groep in hoger.items():
        zet_door(groep, reden, nu=nu, sinds=sinds)


def laat_wachten_op_gezin(stappen: Collection[Stap], *, nu: datetime) -> set[UUID]:
    """The stagnaties of which the family is asked whether it is solved: by whatever road, no step term passes before that."""
    gevraagd = Oplossing.objects.filter(stagnatie__in=[stap.stagnatie_id for stap in stappen], staat=Verzoekstaat.WACHT)
    tot = dict(gevraagd.values_list("stagnatie_id", "termijn__loopt_af_op"))
    for stap in stappen:
        if stap.stagnatie_id in tot and tot[stap.stagnatie_id] > nu:
            reden = _("wacht op het antwoord van het gezin")
            wacht_tot(stap.staptermijn, tot[stap.stagnatie_id], nu=nu, door=None, reden=reden)
    return set(tot)


def _acties(stappen: Iterable[Stap]) -> dict[UUID, list[Actie]]:
    per_stap: dict[UUID, list[Actie]] = defaultdict(list)
    rijen = Actie.objects.filter(stap__in=stappen).exclude(staat=Actiestaat.VERVALLEN)
    wie = ("deelnemer__gebruiker", "deelnemer__navrager__gebruiker", "instelling")
    for actie in rijen.select_related("termijn", *wie).order_by("pk"):
        per_stap[actie.stap_id].append(actie)
    return per_stap


def _vraag_na(stap: Stap, acties: Iterable[Actie], veilig: bool, nu: datetime, verslag: Verslag) -> None:
    """Actions whose term has passed: ask first, or count as not done at once (S6)."""
    voorbij = [actie for actie in acties if actie.staat == Actiestaat.LOOPT and actie.termijn.loopt_af_op <= nu]
    termijnen.beeindig([actie.termijn for actie in voorbij], Termijnstaat.NIET_GEHAALD, nu=nu)
    actieverzoeken.rond_af(voorbij, nu=nu)
    for actie in voorbij:
        meteen = veilig or actie.termijn.in_uren or stap.stagnatie.gaat_voor
        naar = Actiestaat.NIET_UITGEVOERD if meteen else Actiestaat.GEVRAAGD
        Actie.overgangen.move_and_save(naar, [actie])
        if meteen:
            verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.ACTIE_NIET_UITGEVOERD, stap=stap)
            continue
        aan = [stap.houder, *_doet(actie)]
        stel(SoortTussenvraag.ACTIE_GEDAAN, stap, aan, NAVRAAG, nu=nu, over=actie)
        verslag.meld("stagnatie_actie_navraag", {wie.pk: wie for wie in aan}.values(), stap.stagnatie, actie.pk)


def _doet(actie: Actie) -> list[Gebruiker]:
    wie = leiding_van(actie.instelling) if actie.instelling else rekent_op(actie.deelnemer)
    return [wie] if wie else []


def _verder(stap: Stap, acties: Collection[Actie], nu: datetime, verslag: Verslag) -> Stapreden | None:
    """Why the next step begins now; None while it doesn't, and then the step term runs until what is asked is answered."""
    assert stap.resultaat is not None  # noqa: S101 - volg_afloop leaves the others out
    staten = {actie.staat for actie in acties} - {Actiestaat.KAN_NIET}
    if Actiestaat.NIET_UITGEVOERD in staten:
        return Stapreden.NIET_BEREIKT
    klaar = staten == {Actiestaat.UITGEVOERD} and not onvervangen(acties)
    # Asked of what was to be done before, it isn't asked of what came after that.
    opgelost = Tussenvraag.objects.filter(
        stap=stap,
        soort=SoortTussenvraag.OPGELOST,
        op__gte=max((actie.termijn.begint_op for actie in acties), default=stap.geopend_op),
    )
    if klaar and not opgelost.exclude(staat=Verzoekstaat.VERVALLEN).exists():
        vraag_of_het_is_opgelost(stap, nu=nu, verslag=verslag)
    tot = [
        vraag.termijn.loopt_af_op
        for vraag in wachtend(stap=stap).exclude(soort=SoortTussenvraag.TE_LANG)
        if vraag.termijn.loopt_af_op > nu
    ]
    if tot:
        wacht_tot(stap.resultaat, max(tot), nu=nu, door=None, reden=_("wacht op het antwoord op een vraag"))
        return None
    # Passed in the night or the weekend, it waits for the morning: a tick meanwhile doesn't open what then could wait (S2).
    if stap.resultaat.loopt_af_op > nu or (stap.resultaat.is_voorbij and stap.resultaat.aan_de_beurt_op > nu):
        return None
    zweeg = opgelost.filter(staat=Verzoekstaat.STILTE)
    return Stapreden.NIET_GEMELD if klaar and zweeg.exists() else Stapreden.NIET_BEREIKT


def vraag_of_het_is_opgelost(stap: Stap, *, nu: datetime, verslag: Verslag) -> None:
    """All actions are done: whoever reports it is asked whether it is solved (S6, S7)."""
    assert stap.resultaat is not None  # noqa: S101 - there are actions
    aan = wie_meldt(stap)
    vraag = stel(SoortTussenvraag.OPGELOST, stap, aan, BEVESTIGEN, nu=nu, minstens=stap.resultaat.loopt_af_op)
    verslag.meld("stagnatie_alles_uitgevoerd", aan, stap.stagnatie, vraag.pk)
