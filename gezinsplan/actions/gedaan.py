"""Saying that an afspraak was carried out, and taking a wrong tick back (E14, G14, G17)."""

from datetime import date, datetime, time

from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import NotAllowed, RuleError
from gezinsplan.actions import invoer
from gezinsplan.actions.aanvaarden import aanvaard_met_antwoord
from gezinsplan.actions.afspraken import vertel_uitvoerders
from gezinsplan.actions.klok import verwerk_verstreken
from gezinsplan.actions.overgeven import geef_afspraken_over
from gezinsplan.actions.reacties import bewaar_uitspraak
from gezinsplan.actions.sloten import met_slot_een, open_gesprek, open_navraag
from gezinsplan.actions.verslag import schrijf_over
from gezinsplan.looptijd import dag_van
from gezinsplan.models import Afspraak, Afspraakstaat, Antwoord, Gesprek, Gespreksstaat, Navraag, Navraagstaat
from gezinsplan.permissions import eis_afvinken, mag_afvinken
from gezinsplan.signalen import afspraak_alsnog_gedaan, vink_teruggenomen
from gezinsplan.spreker import Spreker, account, is_stem_van, namens_bij, zonder_account
from instanties.models import Gebruiker
from logboek.models import Handeling
from termijnen.actions import beeindig, corrigeer, heropen
from termijnen.models import Termijnstaat
from termijnen.op_tijd import was_op_tijd
from woorden.tijdwoorden import dag_voluit


@transaction.atomic
def vink_af(
    afspraak: Afspraak,
    gebeurd_op: date,
    *,
    nu: datetime,
    door: Gebruiker,
    hoe_gehoord: str = "",
    om: time | None = None,
) -> Afspraak:
    """Record that it was done on `gebeurd_op`: by a doer, the navrager or the coordinator, in any state (E14, G14).

    For a doer without account `hoe_gehoord` says how it is known (G17). `om`: at what hour, where its term was one in hours
    and has passed. Done within the term but recorded late: the
    term counts as kept, and the rooms above hear it. Raises RuleError or NotAllowed.
    """
    afspraak = met_slot_een(afspraak.pk)
    eis_afvinken(door, afspraak)
    return leg_gedaan_vast(afspraak, gebeurd_op, nu=nu, door=door, hoe_gehoord=hoe_gehoord, om=om)


def leg_gedaan_vast(
    afspraak: Afspraak,
    gebeurd_op: date,
    *,
    nu: datetime,
    door: Spreker,
    hoe_gehoord: str = "",
    om: time | None = None,
) -> Afspraak:
    """The transition itself, on a locked afspraak; the caller knows that `door` may say this."""
    if afspraak.staat == Afspraakstaat.GEDAAN and afspraak.gebeurd_op == gebeurd_op:
        return afspraak
    if afspraak.staat not in (Afspraakstaat.LOOPT, Afspraakstaat.GEVRAAGD, Afspraakstaat.NIET_GEDAAN):
        raise RuleError(_niet_af_te_vinken(afspraak))
    hoe_gehoord = invoer.tekst(hoe_gehoord, "hoe_gehoord", 200, leeg=_hoe_ontbreekt(afspraak, door))
    _eis_dag(afspraak, gebeurd_op, dag_van(nu))
    was_gemist = afspraak.staat == Afspraakstaat.NIET_GEDAAN
    op_tijd = was_op_tijd(afspraak.lopende_termijn, gebeurd_op, om, nu)
    if afspraak.lopende_termijn.loopt:
        beeindig([afspraak.lopende_termijn], Termijnstaat.GEHAALD, nu=nu, door=account(door))
    elif op_tijd and afspraak.lopende_termijn.staat == Termijnstaat.NIET_GEHAALD:
        reden = _("was op tijd gedaan")
        corrigeer([afspraak.lopende_termijn], Termijnstaat.GEHAALD, nu=nu, door=account(door), reden=reden)
    _sluit_vragen(afspraak, gebeurd_op, nu=nu, door=door)
    aanvaard_met_antwoord(afspraak, nu=nu, door=door, hoe_gezegd=hoe_gehoord)
    Afspraak.overgangen.move(Afspraakstaat.GEDAAN, afspraak)
    afspraak.gebeurd_op = gebeurd_op
    afspraak.vastgelegd_op = nu
    afspraak.vastgelegd_door, afspraak.vastgelegd_door_deelnemer = account(door), zonder_account(door)
    afspraak.vastgelegd_namens = namens_bij(door, afspraak)
    afspraak.hoe_gehoord = hoe_gehoord
    afspraak.versie += 1
    afspraak.save()
    schrijf_over(Handeling.WIJZIGEN, [afspraak], door=door, melding=_("afgevinkt"))
    if was_gemist:
        afspraak_alsnog_gedaan.send(Afspraak, afspraak=afspraak, op_tijd=op_tijd, door=account(door), nu=nu)
    return afspraak


@transaction.atomic
def neem_vink_terug(afspraak: Afspraak, reden: str, *, nu: datetime, door: Gebruiker) -> Afspraak:
    """Take a wrong tick back, with a reason that stays readable. If the term has passed it is asked again (E14).

    Not where the plan was stuck on it: then it stands as it stood, and what was withdrawn for this tick is open again.

    By whoever recorded it, a doer, or the coordinator. Raises RuleError or NotAllowed.
    """
    afspraak = met_slot_een(afspraak.pk)
    if afspraak.vastgelegd_door_id != door.pk and not mag_afvinken(door, afspraak):
        raise NotAllowed(_("Deze afspraak is van een ander."))
    if afspraak.staat != Afspraakstaat.GEDAAN or afspraak.gebeurd_op is None:
        raise RuleError(_("Deze afspraak staat niet als gedaan in het plan."))
    reden = invoer.tekst(reden, "reden", 700, leeg=_("Zeg waarom dit niet klopt."))
    bewaar_uitspraak(
        afspraak,
        _("Staat niet meer als gedaan op %(dag)s (vastgelegd door %(wie)s). Reden: %(reden)s")
        % {"dag": dag_voluit(afspraak.gebeurd_op, dag_van(nu)), "wie": afspraak.vastlegger, "reden": reden},
        nu=nu,
        door=door,
        namens=namens_bij(door, afspraak),
    )
    voorbij = afspraak.lopende_termijn.loopt_af_op <= nu
    if not voorbij:
        heropen(afspraak.lopende_termijn, afspraak.lopende_termijn.loopt_af_op, nu=nu, door=door, reden=reden)
    elif afspraak.lopende_termijn.staat == Termijnstaat.GEHAALD:
        corrigeer([afspraak.lopende_termijn], Termijnstaat.NIET_GEHAALD, nu=nu, door=door, reden=reden)
    was_gemist = voorbij and any(
        antwoord
        for _ontvanger, antwoord in vink_teruggenomen.send(
            Afspraak, afspraak=afspraak, sinds=afspraak.vastgelegd_op, door=door, nu=nu
        )
    )
    Afspraak.overgangen.move(Afspraakstaat.NIET_GEDAAN if was_gemist else Afspraakstaat.LOOPT, afspraak)
    afspraak.gebeurd_op = afspraak.vastgelegd_op = None
    afspraak.vastgelegd_door = afspraak.vastgelegd_door_deelnemer = afspraak.vastgelegd_namens = None
    afspraak.hoe_gehoord = ""
    afspraak.versie += 1
    afspraak.save()
    for weg in afspraak.uitvoerders.filter(gestopt_op__isnull=False):
        geef_afspraken_over(weg, None, nu=nu, door=door)
    vertel_uitvoerders([afspraak], "vink_teruggenomen", nu=nu, door=door)
    schrijf_over(Handeling.WIJZIGEN, [afspraak], door=door, melding=_("niet meer als gedaan"))
    if voorbij and not was_gemist:
        verwerk_verstreken([afspraak], nu)
    return afspraak


def zonder_eigen_stem(afspraak: Afspraak, spreker: Spreker) -> bool:
    """Whether somebody records here for a doer without account, so that it must be said how it is known (G17)."""
    uitvoerders = list(afspraak.uitvoerders.all())
    gezin_id = afspraak.doel.plan.gezin_id
    if any(is_stem_van(spreker, uitvoerder, gezin_id) for uitvoerder in uitvoerders):
        return False
    return any(uitvoerder.gebruiker_id is None for uitvoerder in uitvoerders)


def _hoe_ontbreekt(afspraak: Afspraak, door: Spreker) -> str:
    return _("Zeg hoe dit bekend is, bijvoorbeeld: gebeld op maandag.") if zonder_eigen_stem(afspraak, door) else ""


def _eis_dag(afspraak: Afspraak, gebeurd_op: date, vandaag: date) -> None:
    if gebeurd_op > vandaag:
        raise RuleError(_("Deze dag moet nog komen. Kies vandaag of een eerdere dag."), "gebeurd_op")
    if gebeurd_op < afspraak.start_op:
        raise RuleError(
            _("De afspraak begon pas op %(dag)s. Klopt de datum?") % {"dag": dag_voluit(afspraak.start_op, vandaag)},
            "gebeurd_op",
        )


def _niet_af_te_vinken(afspraak: Afspraak) -> str:
    if afspraak.staat == Afspraakstaat.VOORSTEL:
        return _("Het plan loopt nog niet. Zodra het loopt kunt u deze afspraak afvinken.")
    if afspraak.staat == Afspraakstaat.GEDAAN:
        return _("Deze afspraak staat al als gedaan in het plan, op een andere dag. Neem dat eerst terug.")
    return _("Deze afspraak is niet meer nodig.")


def _sluit_vragen(afspraak: Afspraak, gebeurd_op: date, *, nu: datetime, door: Spreker) -> None:
    """The open question has its answer; a talk is no longer owed."""
    if navraag := open_navraag(afspraak):
        beeindig([navraag.termijn], Termijnstaat.GEHAALD, nu=nu, door=account(door))
        Navraag.overgangen.move(Navraagstaat.BEANTWOORD, navraag)
        navraag.antwoord = Antwoord.GEDAAN
        navraag.gebeurd_op, navraag.beantwoord_op = gebeurd_op, nu
        navraag.beantwoord_door, navraag.beantwoord_door_deelnemer = account(door), zonder_account(door)
        navraag.beantwoord_namens = namens_bij(door, afspraak)
        navraag.save()
    if gesprek := open_gesprek(afspraak):
        beeindig([gesprek.termijn], Termijnstaat.VERVALLEN, nu=nu, door=account(door), reden=_("het was gedaan"))
        Gesprek.overgangen.move(Gespreksstaat.INGETROKKEN, gesprek)
        gesprek.save()
