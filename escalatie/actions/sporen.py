"""Another track of the ladder, chosen by a person; and the talk with which a step begins (E8, S25)."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.errors import RuleError
from escalatie.actions.beurt import (
    eis_aan_zet,
    eis_coordinator,
    eis_deze_stap,
    eis_geen_oplossing,
    eis_tekst,
    uiterlijk,
)
from escalatie.actions.stappen import zet_door
from escalatie.actions.verslag import Verslag
from escalatie.models import (
    Anders,
    GezinBijGesprek,
    Modelspoor,
    Modelstap,
    SoortGebeurtenis,
    Spoorbegin,
    Stap,
    Stapreden,
)
from escalatie.ontvangers import Ontvangers
from instanties.models import Gebruiker
from termijnen import actions as termijnen
from termijnen.kalender import einde_van_dag, huidige_kalender, verloopt_op
from termijnen.models import Wijzigingsoort
from woorden.tijdwoorden import dag_voluit, laatste_dag


def te_kiezen(stap: Stap) -> list[Modelspoor]:
    """The tracks of this ladder that a person may choose now: those in which it isn't already."""
    sporen = Modelspoor.objects.filter(model=stap.modelstap.model_id, begin=Spoorbegin.GEKOZEN)
    return [spoor for spoor in sporen.prefetch_related("criteria") if spoor.pk != stap.modelstap.spoor_id]


@transaction.atomic
def kies_spoor(
    stap: Stap, spoor: Modelspoor, *, antwoorden: Mapping[str, bool], toelichting: str, door: Gebruiker, nu: datetime
) -> Stap:
    """Go on by another track, by the coordinator; `antwoorden`: yes or no per letter of its guidelines.

    A guideline that sends elsewhere stops it, at its field and saying where; every other 'no' is in the reason. About one
    thing there is one track at a time (S25). Raises RuleError.
    """
    huidig = eis_deze_stap(stap, nu)
    eis_coordinator(door, huidig)
    eis_geen_oplossing(huidig.stagnatie_id)
    if spoor not in te_kiezen(huidig):
        raise RuleError(_("Dit kan hier niet gekozen worden."))
    criteria = list(spoor.criteria.all())
    for criterium in criteria:
        if criterium.letter not in antwoorden:
            raise RuleError(_("Kies ja of nee."), field=f"antwoord_{criterium.letter}")
        if criterium.anders == Anders.ELDERS and not antwoorden[criterium.letter]:
            raise RuleError(criterium.verwijzing, field=f"antwoord_{criterium.letter}")
    toelichting = eis_tekst(
        toelichting, "toelichting", _("Schrijf waarom u hiervoor kiest, ook waar u nee antwoordde.")
    )
    verslag = Verslag(nu, door)
    gezegd = ", ".join(
        f"{criterium.letter} {_('ja') if antwoorden[criterium.letter] else _('nee')}" for criterium in criteria
    )
    tekst = f"{spoor.naam}: {gezegd}." if gezegd else f"{spoor.naam}."
    verslag.gebeurde(huidig.stagnatie, SoortGebeurtenis.SPOOR_GEKOZEN, stap=huidig, tekst=tekst)
    verslag.schrijf()
    eerste = Modelstap.objects.get(spoor=spoor, begint=True)
    return zet_door([huidig], Stapreden.SPOOR, nu=nu, door=door, toelichting=toelichting, naar=eerste)[0]


@transaction.atomic
def leg_gesprek_vast(stap: Stap, op: date, *, gezin: str, door: Gebruiker, nu: datetime) -> Stap:
    """The keeper says on which day the talk is or was; recording actions then counts from that day (S25).

    Once. `gezin`: how the family joins it, which it is asked each time (GezinBijGesprek). Raises RuleError at `gebeurd_op`
    or `gezin`.
    """
    huidig = eis_aan_zet(stap, door, nu)
    eis_geen_oplossing(huidig.stagnatie_id)
    if not huidig.wacht_op_gesprek:
        raise RuleError(_("In deze stap hoeft geen gesprek meer te worden vastgelegd."))
    vandaag = timezone.localdate(nu)
    if huidig.modelstap.gesprek_gepland:
        vooruit = huidig.modelstap.vooruit
        if not vandaag <= op <= laatste_dag(verloopt_op(nu, vooruit, huidige_kalender())):
            raise RuleError(_("Kies een dag binnen %(duur)s.") % {"duur": vooruit}, field="gebeurd_op")
    elif not timezone.localdate(huidig.geopend_op) <= op <= vandaag:
        raise RuleError(_("Kies de dag waarop het gesprek was, sinds deze stap begon."), field="gebeurd_op")
    if gezin not in GezinBijGesprek.values:
        raise RuleError(_("Vraag het gezin hoe het meedoet, en kies wat het zei."), field="gezin")
    huidig.gesprek_op, huidig.gesprek_gezin = op, gezin
    huidig.save(update_fields=["gesprek_op", "gesprek_gezin"])
    duur = huidig.modelstap.vastleggen()
    # Held long ago and only now told: there is today to record what was said.
    naar = max(verloopt_op(einde_van_dag(op) - timedelta(seconds=1), duur, huidige_kalender()), einde_van_dag(vandaag))
    reden = _("het gesprek is vastgelegd")
    termijnen.verzet(huidig.staptermijn, naar, nu=nu, door=door, reden=reden, duur=duur, soort=Wijzigingsoort.FASE)
    verslag, ontvangers = Verslag(nu, door), Ontvangers([huidig.stagnatie], nu)
    tekst = _("%(dag)s; %(gezin)s. Afspraken: %(uiterlijk)s.") % {
        "dag": dag_voluit(op, vandaag).capitalize(),
        "gezin": GezinBijGesprek(gezin).label,
        "uiterlijk": uiterlijk(huidig.staptermijn, nu),
    }
    verslag.gebeurde(huidig.stagnatie, SoortGebeurtenis.GESPREK_VASTGELEGD, stap=huidig, tekst=tekst)
    verslag.meld("stagnatie_gesprek", ontvangers.allen(huidig.stagnatie), huidig.stagnatie, f"{huidig.pk}:gesprek")
    verslag.schrijf()
    return huidig
