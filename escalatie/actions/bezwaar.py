"""'Dit duurt te lang': anybody who takes part objects to the step term in one sentence, and the level above decides (E7).

Unanswered it goes a level further, each in turn. Where nobody is left, a term above the region's maximum falls back to that.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import RuleError
from escalatie.actions import tussenvragen
from escalatie.actions.beurt import eis_deze_stap, eis_geen_oplossing, eis_tekst, vergrendel_open_stap
from escalatie.actions.looptijd import langste_vanaf, verkort_van_boven, wacht_tot
from escalatie.actions.verslag import Verslag
from escalatie.beslissers import wie_erboven
from escalatie.houders import Houders
from escalatie.models import (
    Modelstap,
    Oplossing,
    SoortGebeurtenis,
    SoortTussenvraag,
    StagnatieRecht,
    Stap,
    Tussenvraag,
)
from escalatie.ontvangers import Ontvangers
from escalatie.permissions import verleen
from escalatie.stapsoorten import soort_van
from escalatie.stem import mag_beslissen
from escalatie.waarneming import is_houder
from gezinnen.waarneming import namens_wie
from instanties.actions.verzoeken import beantwoord
from instanties.models import Gebruiker, Verzoekstaat
from termijnen import actions as termijnen
from termijnen.kalender import na_werkdagen


@transaction.atomic
def maak_bezwaar(stap: Stap, *, door: Gebruiker, nu: datetime, tekst: str) -> Tussenvraag:
    """Say that the term of this step is too long, and why. The caller knows that `door` takes part. Raises RuleError."""
    tekst = eis_tekst(tekst, "tekst", _("Schrijf in een zin waarom dit te lang duurt."), 500)
    huidig = eis_deze_stap(stap, nu)
    if is_houder(door, huidig):
        raise RuleError(_("U bent zelf aan zet. U kunt de termijn korter maken."))
    if tussenvragen.wachtend(stap=huidig, soort=SoortTussenvraag.TE_LANG).exists():
        raise RuleError(_("Dit is al gezegd. Een ander kijkt ernaar, en laat weten wat er verandert."))
    verslag = Verslag(nu, door)
    vanaf = huidig.modelstap.volgende or huidig.modelstap
    # Is there nobody at all, the keeper himself must answer.
    aan_stap, aan = _wie_beslist(huidig, vanaf, door, ()) or (vanaf, [huidig.houder])
    vraag = _vraag(huidig, aan_stap, aan, tekst, door, verslag)
    verslag.gebeurde(huidig.stagnatie, SoortGebeurtenis.BEZWAAR, stap=huidig)
    gevraagd = set(vraag.termijn.gevraagden.values_list("gebruiker_id", flat=True))
    anderen = [wie for wie in Ontvangers([huidig.stagnatie], nu).allen(huidig.stagnatie) if wie.pk not in gevraagd]
    verslag.meld("stagnatie_bezwaar_gemaakt", anderen, huidig.stagnatie, vraag.pk)
    verslag.schrijf()
    return vraag


def _wie_beslist(
    stap: Stap, vanaf: Modelstap, door: Gebruiker | None, gevraagd: Collection[UUID]
) -> tuple[Modelstap, list[Gebruiker]] | None:
    """Of the steps from `vanaf` on, and then the levels of the last, the first where there is somebody who wasn't asked.

    Never who objected, nor the keeper. None: nobody is left.
    """
    houders = Houders([stap.stagnatie])
    niet = {stap.houder_id, *gevraagd, *([door.pk] if door else ())}
    hier: Modelstap | None = vanaf
    while hier is not None:
        laatste = hier
        # Asked of the last step itself: of who is above its keeper there.
        in_deze = hier.pk == stap.modelstap_id
        mensen = wie_erboven(stap, houders) if in_deze else soort_van(hier).mensen(houders, stap)
        if boven := [wie for wie in mensen if wie.pk not in niet]:
            return hier, boven
        hier = hier.volgende
    niveau = stap.niveau if laatste.pk == stap.modelstap_id else 0
    hoger = houders.beslissers(stap.stagnatie, laatste)
    return next(((laatste, [wie]) for nummer, wie in hoger.items() if nummer > niveau and wie.pk not in niet), None)


def _vraag(
    stap: Stap, aan_stap: Modelstap, aan: Sequence[Gebruiker], tekst: str, door: Gebruiker | None, verslag: Verslag
) -> Tussenvraag:
    nu = verslag.nu
    verleen((stap.stagnatie_id, wie.pk, StagnatieRecht.BEKIJKEN) for wie in aan)
    vraag = tussenvragen.stel(
        SoortTussenvraag.TE_LANG, stap, aan, tussenvragen.BEVESTIGEN, nu=nu, door=door, aan_stap=aan_stap, tekst=tekst
    )
    verslag.meld("stagnatie_bezwaar", aan, stap.stagnatie, vraag.pk)
    return vraag


@transaction.atomic
def beslis_bezwaar(
    vraag: Tussenvraag, naar: datetime | None, *, door: Gebruiker, nu: datetime, uitleg: str
) -> Tussenvraag:
    """Who is above the step decides: a shorter term, until `naar`, or (None) it stays as it is; with the reason (E7)."""
    uitleg = eis_tekst(uitleg, "uitleg", _("Schrijf waarom u dit zo beslist."), 500)
    stap = vergrendel_open_stap(vraag.stagnatie_id)
    huidig = Tussenvraag.objects.select_related("termijn", "aan_stap").get(pk=vraag.pk)
    if not mag_beslissen(door, huidig, stap):
        raise RuleError(_("Hierover beslist wie hierna aan zet komt."))
    if huidig.stap_id != stap.pk:
        raise RuleError(_("Deze stap is intussen voorbij."))
    if naar is not None:
        eis_geen_oplossing(stap.stagnatie_id)
    namens = namens_wie(door, stap.stagnatie.gezin_id)
    beantwoord(huidig, naar is not None, nu=nu, door=door, namens=namens)
    tussenvragen.rond_af(huidig, nu=nu, door=door)
    if naar is not None:
        verkort_van_boven(stap, naar, door=door, nu=nu, reden=uitleg)
    verslag, ontvangers = Verslag(nu, door), Ontvangers([stap.stagnatie], nu)
    tekst = _("De termijn wordt korter.") if naar is not None else _("De termijn blijft. Reden: %(reden)s")
    verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.BEZWAAR_BESLIST, stap=stap, tekst=tekst % {"reden": uitleg})
    verslag.meld("stagnatie_bezwaar_beslist", ontvangers.allen(stap.stagnatie), stap.stagnatie, huidig.pk)
    verslag.schrijf()
    return huidig


def laat_bezwaar_wachten(stagnaties: Collection[UUID], *, nu: datetime) -> None:
    """While something is asked that may end it, or that the step term waits for, silence decides nothing (E7).

    Of these locked stagnaties: an objection whose term has passed waits until that is answered.
    """
    tot: dict[UUID, datetime] = {}
    vragen = Oplossing.objects.filter(stagnatie__in=stagnaties, staat=Verzoekstaat.WACHT)
    gedaan = tussenvragen.wachtend(stagnatie__in=stagnaties, soort=SoortTussenvraag.WAS_GEDAAN)
    for rijen in (vragen, gedaan):
        for stagnatie_id, loopt_af_op in rijen.values_list("stagnatie_id", "termijn__loopt_af_op"):
            tot[stagnatie_id] = max(loopt_af_op, tot.get(stagnatie_id, loopt_af_op))
    wacht = {pk for pk, einde in tot.items() if einde > nu}
    voorbij = tussenvragen.wachtend(stagnatie__in=wacht, soort=SoortTussenvraag.TE_LANG, termijn__loopt_af_op__lte=nu)
    for vraag in voorbij:
        reden = _("wacht op het antwoord op een andere vraag")
        wacht_tot(vraag.termijn, tot[vraag.stagnatie_id], nu=nu, door=None, reden=reden)


def vraag_verder(vraag: Tussenvraag, *, nu: datetime, verslag: Verslag) -> None:
    """Nobody decided on this objection in time: who is above is asked, each level in turn (S1).

    Is nobody left, then a term above the maximum falls back to that, and everybody hears how it ended.
    """
    stap = vraag.stap
    eerder = Tussenvraag.objects.filter(
        stap=stap, soort=SoortTussenvraag.TE_LANG, staat=Verzoekstaat.STILTE, door=vraag.door, tekst=vraag.tekst
    )
    gevraagd = set(eerder.values_list("termijn__gevraagden__gebruiker_id", flat=True))
    vanaf = vraag.aan_stap or stap.modelstap
    if (verder := _wie_beslist(stap, vanaf, vraag.door, gevraagd)) is not None:
        _vraag(stap, *verder, vraag.tekst, vraag.door, verslag)
        return
    termijn = stap.staptermijn
    grens = langste_vanaf(stap.stagnatie, termijn.begint_op)
    tekst = _("Niemand besliste op tijd. De termijn blijft.")
    if grens is not None and termijn.loopt and termijn.loopt_af_op > grens:
        # Nobody's term ends by surprise.
        naar = max(grens, na_werkdagen(nu, 1))
        if naar < termijn.loopt_af_op:
            reden = _("niemand besliste over het bezwaar: de langste termijn van de regio geldt")
            termijnen.verzet(termijn, naar, nu=nu, door=None, reden=reden, duur=termijn.duur)
            verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.TERMIJN_VERKORT, stap=stap, tekst=reden.capitalize())
            tekst = _("Niemand besliste op tijd. De termijn wordt korter.")
    verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.BEZWAAR_BESLIST, stap=stap, tekst=tekst)
    ontvangers = Ontvangers([stap.stagnatie], nu)
    verslag.meld("stagnatie_bezwaar_beslist", ontvangers.allen(stap.stagnatie), stap.stagnatie, vraag.pk)
