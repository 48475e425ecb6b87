"""'Dit duurt te lang': anybody who takes part objects to the step term in one sentence, and the level above decides (E7).

Unanswered it goes a level further. Where nobody is left, a term above the region's maximum falls back to that.
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import RuleError
from escalatie.actions import tussenvragen
from escalatie.actions.beurt import eis_deze_stap, eis_geen_oplossing, eis_tekst, vergrendel_open_stap
from escalatie.actions.looptijd import langste_vanaf, verkort_van_boven
from escalatie.actions.verslag import Verslag
from escalatie.beslissers import wie_erboven
from escalatie.houders import Houders
from escalatie.models import Modelstap, SoortGebeurtenis, SoortTussenvraag, StagnatieRecht, Stap, Tussenvraag
from escalatie.ontvangers import Ontvangers
from escalatie.permissions import verleen
from escalatie.stapsoorten import soort_van
from escalatie.stem import mag_beslissen
from escalatie.waarneming import is_houder
from gezinnen.waarneming import namens_wie
from instanties.actions.verzoeken import beantwoord
from instanties.models import Gebruiker
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
    vraag = _vraag(huidig, huidig.modelstap.volgende or huidig.modelstap, tekst, door, nu, verslag)
    verslag.gebeurde(huidig.stagnatie, SoortGebeurtenis.BEZWAAR, stap=huidig)
    gevraagd = set(vraag.termijn.gevraagden.values_list("gebruiker_id", flat=True))
    anderen = [wie for wie in Ontvangers([huidig.stagnatie], nu).allen(huidig.stagnatie) if wie.pk not in gevraagd]
    verslag.meld("stagnatie_bezwaar_gemaakt", anderen, huidig.stagnatie, vraag.pk)
    verslag.schrijf()
    return vraag


def _vraag(
    stap: Stap, aan_stap: Modelstap, tekst: str, door: Gebruiker | None, nu: datetime, verslag: Verslag
) -> Tussenvraag:
    """Ask who come on turn in `aan_stap`; is nobody there, the keeper himself must answer."""
    houders = Houders([stap.stagnatie])
    # Asked of the last step itself: of who is above its keeper there.
    in_deze = aan_stap.pk == stap.modelstap_id
    mensen = wie_erboven(stap, houders) if in_deze else soort_van(aan_stap).mensen(houders, stap)
    boven = [wie for wie in mensen if door is None or wie != door]
    aan = boven or [stap.houder]
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


def vraag_verder(vraag: Tussenvraag, *, nu: datetime, verslag: Verslag) -> None:
    """Nobody decided on this objection in time: the next level is asked; is there none, the maximum is the term (S1)."""
    stap = vraag.stap
    volgende = vraag.aan_stap.volgende if vraag.aan_stap is not None else None
    if volgende is not None:
        _vraag(stap, volgende, vraag.tekst, vraag.door, nu, verslag)
        return
    termijn = stap.staptermijn
    grens = langste_vanaf(stap.stagnatie, termijn.begint_op)
    if grens is None or not termijn.loopt or termijn.loopt_af_op <= grens:
        return
    # Nobody's term ends by surprise.
    naar = max(grens, na_werkdagen(nu, 1))
    if naar < termijn.loopt_af_op:
        reden = _("niemand besliste over het bezwaar: de langste termijn van de regio geldt")
        termijnen.verzet(termijn, naar, nu=nu, door=None, reden=reden, duur=termijn.duur)
        verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.TERMIJN_VERKORT, stap=stap, tekst=reden.capitalize())
