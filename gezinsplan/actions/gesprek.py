"""The talk that the coordinator owes when family or network were to do it and it wasn't done (E12)."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import RuleError
from gezinnen.permissions import eis_coordinator
from gezinsplan.actions import invoer
from gezinsplan.actions.afspraken import sluit_af_als_vervallen, vertel_uitvoerders, zet_op_nieuwe_termijn
from gezinsplan.actions.sloten import met_slot_een
from gezinsplan.actions.verslag import schrijf_over
from gezinsplan.looptijd import dag_van
from gezinsplan.models import Afspraak, Afspraakstaat, Gesprek, Gespreksstaat
from gezinsplan.signalen import afspraak_alsnog_gedaan
from instanties.models import Gebruiker
from logboek.models import Handeling
from termijnen.actions import beeindig, corrigeer
from termijnen.models import Termijnstaat
from woorden.tijdwoorden import laatste_dag


@transaction.atomic
def leg_gesprek_vast(
    gesprek: Gesprek,
    uitkomst: str,
    gevoerd_op: date,
    *,
    nieuwe_dag: date | None,
    nu: datetime,
    door: Gebruiker,
) -> Gesprek:
    """Record the talk and what it led to: the afspraak gets a new day, or (None) is no longer needed (E12).

    Held in time but recorded late: then the coordinator's share was not missing, and the rooms above hear it (E14).
    Raises RuleError at the field, or NotAllowed.
    """
    afspraak = met_slot_een(gesprek.afspraak_id)
    gesprek = Gesprek.objects.select_related("termijn").get(pk=gesprek.pk)
    eis_coordinator(door, afspraak.doel.plan.gezin_id)
    if gesprek.staat not in (Gespreksstaat.OPEN, Gespreksstaat.VERLOPEN):
        raise RuleError(_("Dit gesprek is al vastgelegd of niet meer nodig."))
    uitkomst = invoer.tekst(uitkomst, "uitkomst", 1000, leeg=_("Schrijf op wat er is afgesproken."))
    vandaag = dag_van(nu)
    if gevoerd_op > vandaag:
        raise RuleError(_("Deze dag moet nog komen. Kies vandaag of een eerdere dag."), "gevoerd_op")
    if gevoerd_op < dag_van(gesprek.termijn.begint_op):
        raise RuleError(_("Het gesprek is van na de dag waarop de termijn voorbij was. Klopt de datum?"), "gevoerd_op")
    if nieuwe_dag is not None and nieuwe_dag < vandaag:
        raise RuleError(_("Deze dag is al voorbij. Kies een dag die nog komt."), "nieuwe_dag")
    was_verlopen = gesprek.staat == Gespreksstaat.VERLOPEN
    op_tijd = gevoerd_op <= laatste_dag(gesprek.termijn.loopt_af_op)
    if gesprek.termijn.is_voorbij and not op_tijd:
        raise RuleError(
            _("De termijn van dit gesprek is voorbij. Leg het vast als de volgende stap is begonnen."), "gevoerd_op"
        )
    if not was_verlopen:
        beeindig([gesprek.termijn], Termijnstaat.GEHAALD, nu=nu, door=door)
    elif op_tijd:
        corrigeer([gesprek.termijn], Termijnstaat.GEHAALD, nu=nu, door=door, reden=_("het gesprek was op tijd"))
    Gesprek.overgangen.move(Gespreksstaat.GEVOERD, gesprek)
    gesprek.uitkomst, gesprek.gevoerd_op, gesprek.door = uitkomst, gevoerd_op, door
    gesprek.save()
    _ga_verder(afspraak, uitkomst, nieuwe_dag, nu=nu, door=door)
    schrijf_over(Handeling.WIJZIGEN, [afspraak], door=door, melding=_("gesprek gevoerd"))
    if was_verlopen:
        afspraak_alsnog_gedaan.send(Afspraak, afspraak=afspraak, op_tijd=op_tijd, door=door, nu=nu)
    return gesprek


def _ga_verder(afspraak: Afspraak, uitkomst: str, nieuwe_dag: date | None, *, nu: datetime, door: Gebruiker) -> None:
    if afspraak.staat != Afspraakstaat.NIET_GEDAAN:
        return
    if nieuwe_dag is None:
        sluit_af_als_vervallen([afspraak], uitkomst, nu=nu, door=door)
        vertel_uitvoerders([afspraak], "afspraak_vervallen", nu=nu, door=door)
    else:
        zet_op_nieuwe_termijn(afspraak, nieuwe_dag, uitkomst, nu=nu, door=door)
        vertel_uitvoerders([afspraak], "termijn_gewijzigd", nu=nu, door=door)
