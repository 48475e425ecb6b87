"""Another track of the ladder, chosen by a person; and the talk with which a step begins (E8, S25)."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.errors import RuleError
from escalatie.actions.beurt import (
    eis_aan_zet,
    eis_geen_oplossing,
    eis_tekst,
    uiterlijk,
)
from escalatie.actions.stappen import zet_door
from escalatie.actions.verslag import Verslag
from escalatie.models import (
    Anders,
    Besluit,
    GezinBijGesprek,
    Modelspoor,
    Modelstap,
    SoortGebeurtenis,
    Spoorbegin,
    Stap,
    Stapreden,
)
from escalatie.ontvangers import Ontvangers
from escalatie.sporen import bekend, waarom_niet
from instanties.models import Gebruiker
from termijnen import actions as termijnen
from termijnen.kalender import einde_van_dag, huidige_kalender, verloopt_op
from termijnen.models import Wijzigingsoort
from woorden.tijdwoorden import dag_voluit, laatste_dag


@transaction.atomic
def kies_spoor(
    stap: Stap, spoor: Modelspoor, *, antwoorden: Mapping[str, bool], toelichting: str, door: Gebruiker, nu: datetime
) -> Stap:
    """Go on by another track, by who keeps the step; `antwoorden`: yes or no per letter of its guidelines.

    A guideline that sends elsewhere stops it, at its field and saying where; every other 'no' is in the reason. What the
    course knows itself is no answer of the person. About one thing there is one track at a time (S25); it is no way round
    who keeps a step above (E15). Raises RuleError.
    """
    huidig = eis_aan_zet(stap, door, nu)
    eis_geen_oplossing(huidig.stagnatie_id)
    if spoor.model_id != huidig.modelstap.model_id or spoor.begin != Spoorbegin.GEKOZEN:
        raise RuleError(_("Dit kan hier niet gekozen worden."))
    gang = Stap.objects.filter(stagnatie=huidig.stagnatie_id).select_related("modelstap")
    besloten = Besluit.objects.filter(stap__stagnatie=huidig.stagnatie_id).exists()
    if melding := waarom_niet(spoor, huidig, gang, besloten=besloten):
        raise RuleError(melding)
    criteria = list(spoor.criteria.all())
    antwoorden = {**antwoorden, **bekend(criteria, huidig.stagnatie)}
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

    As long as nothing was recorded after it, the day may be corrected; what it was stays in the course. Never beyond what
    was possible when it was first said: else it would stop the ladder. `gezin`: how the family joins it, which it is asked
    each time (GezinBijGesprek). Raises RuleError at `gebeurd_op` or `gezin`.
    """
    huidig = eis_aan_zet(stap, door, nu)
    eis_geen_oplossing(huidig.stagnatie_id)
    eerst_op, was = _eerst_gezegd_op(huidig), huidig.gesprek_op
    if not huidig.wacht_op_gesprek and not huidig.gesprek_kan_anders:
        raise RuleError(_("In deze stap hoeft geen gesprek meer te worden vastgelegd."))
    _eis_dag(huidig, op, eerst_op or nu, nu)
    if gezin not in GezinBijGesprek.values:
        raise RuleError(_("Vraag het gezin hoe het meedoet, en kies wat het zei."), field="gezin")
    if (op, gezin) == (was, huidig.gesprek_gezin):
        return huidig
    huidig.gesprek_op, huidig.gesprek_gezin = op, gezin
    huidig.save(update_fields=["gesprek_op", "gesprek_gezin"])
    vandaag, duur = timezone.localdate(nu), huidig.modelstap.vastleggen()
    if op != was:
        # Held long ago and only now told: there is today to record what was said.
        naar = verloopt_op(einde_van_dag(op) - timedelta(seconds=1), duur, huidige_kalender())
        naar = max(naar, einde_van_dag(vandaag))
        reden = _("het gesprek is vastgelegd") if was is None else _("de dag van het gesprek is verbeterd")
        termijnen.verzet(huidig.staptermijn, naar, nu=nu, door=door, reden=reden, duur=duur, soort=Wijzigingsoort.FASE)
    verslag, ontvangers = Verslag(nu, door), Ontvangers([huidig.stagnatie], nu)
    tekst = _("%(dag)s; %(gezin)s. Afspraken: %(uiterlijk)s.") % {
        "dag": dag_voluit(op, vandaag).capitalize(),
        "gezin": GezinBijGesprek(gezin).label,
        "uiterlijk": uiterlijk(huidig.staptermijn, nu),
    }
    if was is not None:
        tekst = _("%(nu)s Eerst stond er: %(was)s.") % {"nu": tekst, "was": dag_voluit(was, vandaag)}
    verslag.gebeurde(huidig.stagnatie, SoortGebeurtenis.GESPREK_VASTGELEGD, stap=huidig, tekst=tekst)
    feit = f"{huidig.pk}:gesprek" if was is None else f"{huidig.pk}:gesprek:{nu.isoformat()}"
    verslag.meld("stagnatie_gesprek", ontvangers.allen(huidig.stagnatie), huidig.stagnatie, feit)
    verslag.schrijf()
    return huidig


def _eerst_gezegd_op(stap: Stap) -> datetime | None:
    """When the day of the talk of this step was first said."""
    gezegd = stap.gebeurtenissen.filter(soort=SoortGebeurtenis.GESPREK_VASTGELEGD)
    return gezegd.order_by("op").values_list("op", flat=True).first()


def _eis_dag(stap: Stap, op: date, gezegd_op: datetime, nu: datetime) -> None:
    if stap.modelstap.gesprek_gepland:
        vooruit = stap.modelstap.vooruit
        if not timezone.localdate(nu) <= op <= laatste_dag(verloopt_op(gezegd_op, vooruit, huidige_kalender())):
            raise RuleError(_("Kies een dag binnen %(duur)s.") % {"duur": vooruit}, field="gebeurd_op")
    elif not timezone.localdate(stap.geopend_op) <= op <= timezone.localdate(gezegd_op):
        raise RuleError(_("Kies de dag waarop het gesprek was, sinds deze stap begon."), field="gebeurd_op")
