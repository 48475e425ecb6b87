"""Answering the question that comes before any stagnatie: done, later, or it doesn't work (E12)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from berichten.actions import Melding, meld_velen
from core.errors import NotAllowed, RuleError
from gezinnen.waarneming import namens_wie
from gezinsplan.actions import invoer
from gezinsplan.actions.aanvaarden import aanvaard_met_antwoord
from gezinsplan.actions.afspraken import sluit_af_als_vervallen, vertel_uitvoerders, vertel_wie_het_ziet
from gezinsplan.actions.gedaan import leg_gedaan_vast
from gezinsplan.actions.gemist import Gemiste, meld_gemist
from gezinsplan.actions.reacties import bewaar_uitspraak
from gezinsplan.actions.sloten import met_slot_een, open_navraag
from gezinsplan.actions.verslag import schrijf_over
from gezinsplan.eigen_aandeel import mag_ja_zeggen, wie_zegt_ja
from gezinsplan.looptijd import LANGSTE, dag_van
from gezinsplan.models import OPEN_NAVRAAG, Afspraak, Afspraakstaat, Antwoord, Navraag, Navraagstaat
from gezinsplan.permissions import eis_afvinken
from gezinsplan.selectie import betrokkenheid
from gezinsplan.signalen import LUKT_NIET
from gezinsplan.spreker import Spreker, account, namens_bij, zonder_account
from instanties.models import Gebruiker, Regio
from logboek.models import Handeling
from termijnen.actions import NieuweTermijn, beeindig, start, verzet, vraag_aan
from termijnen.kalender import einde_van_dag, huidige_kalender, verloopt_op
from termijnen.models import Termijnstaat
from woorden.tijdwoorden import dag_voluit, laatste_dag
from woorden.zinnen import zin

MAG_VERZET = 2
# Whether it was said that it isn't needed, or that it will be later.
_GEEN_AKKOORD = {
    True: gettext_lazy("Het is nog wel nodig: %(reden)s"),
    False: gettext_lazy("Geen akkoord met een latere dag: %(reden)s"),
}


@dataclass(frozen=True)
class Navraagantwoord:
    """What somebody says. `gebeurd_op` with GEDAAN, `nieuwe_dag` with LATER, `toelichting` with LATER and LUKT_NIET."""

    antwoord: Antwoord
    toelichting: str = ""
    gebeurd_op: date | None = None
    nieuwe_dag: date | None = None
    hoe_gehoord: str = ""


@transaction.atomic
def beantwoord_navraag(navraag: Navraag, gegeven: Navraagantwoord, *, nu: datetime, door: Spreker) -> Navraag:
    """Answer as doer, as navrager or as coordinator (E12). If people say different things, both stand (E14).

    `door` a Deelnemer: a doer without account, by a one-time link (G17).
    A later day, within the region's maximum, needs the coordinator's yes (her own answer is one) or, was she to do it
    herself, the family's; it can be had twice (E7, E15). Raises RuleError at the field, or NotAllowed.
    """
    afspraak = met_slot_een(navraag.afspraak_id)
    navraag = _met_antwoord(navraag)
    eis_afvinken(door, afspraak)
    toelichting = invoer.tekst(gegeven.toelichting, "toelichting", 800, leeg=_wat_ontbreekt(gegeven.antwoord))
    if gegeven.antwoord == Antwoord.GEDAAN:
        _eis_dag(gegeven)
    if navraag.staat not in OPEN_NAVRAAG:
        return _na_afloop(navraag, afspraak, gegeven, toelichting, nu=nu, door=door)
    if navraag.antwoord and not _van(navraag, door):
        _bewaar_eerder_antwoord(navraag, afspraak, nu=nu)
    if gegeven.antwoord == Antwoord.GEDAAN:
        navraag.toelichting = toelichting
        navraag.save()
        leg_gedaan_vast(afspraak, _eis_dag(gegeven), nu=nu, door=door, hoe_gehoord=gegeven.hoe_gehoord)
        navraag.refresh_from_db()
    elif gegeven.antwoord == Antwoord.LATER:
        _later(navraag, afspraak, gegeven.nieuwe_dag, toelichting, nu=nu, door=door)
    else:
        _lukt_niet(navraag, afspraak, toelichting, nu=nu, door=door)
    return navraag


@transaction.atomic
def geef_akkoord(navraag: Navraag, *, nu: datetime, door: Gebruiker) -> Navraag:
    """Yes to a later day: the afspraak runs again until then; or that it isn't needed: it ends (E12, E15). Raises RuleError."""
    afspraak = met_slot_een(navraag.afspraak_id)
    navraag = Navraag.objects.select_related("termijn").get(pk=navraag.pk)
    _eis_zegt_ja(door, afspraak, nu)
    _eis_wacht_op_akkoord(navraag)
    _eis_op_tijd(navraag)
    if navraag.antwoord == Antwoord.NIET_NODIG:
        _is_niet_nodig(navraag, afspraak, nu=nu, door=door)
    else:
        _laat_langer_lopen(navraag, afspraak, nu=nu, door=door)
    return navraag


@transaction.atomic
def weiger_akkoord(navraag: Navraag, reden: str, *, nu: datetime, door: Gebruiker) -> Navraag:
    """No to it: then it doesn't work as agreed, and the ladder or a talk begins (E12, E15)."""
    reden = invoer.tekst(reden, "reden", 500, leeg=_("Zeg waarom dat niet kan."))
    afspraak = met_slot_een(navraag.afspraak_id)
    navraag = Navraag.objects.select_related("termijn").get(pk=navraag.pk)
    _eis_zegt_ja(door, afspraak, nu)
    _eis_wacht_op_akkoord(navraag)
    beeindig([navraag.termijn], Termijnstaat.GEHAALD, nu=nu, door=door, reden=reden)
    Navraag.overgangen.move(Navraagstaat.BEANTWOORD, navraag)
    navraag.save()
    bewaar_uitspraak(
        afspraak,
        _GEEN_AKKOORD[navraag.antwoord == Antwoord.NIET_NODIG] % {"reden": reden},
        nu=nu,
        door=door,
        namens=namens_wie(door, afspraak.doel.plan.gezin_id, als_coordinator=True),
    )
    schrijf_over(Handeling.WIJZIGEN, [afspraak], door=door, melding=_("geen akkoord met een latere dag"))
    vertel_uitvoerders([afspraak], "geen_akkoord", nu=nu, door=door)
    meld_gemist([Gemiste(afspraak, LUKT_NIET, navraag.toelichting)], nu=nu)
    return navraag


def _later(
    navraag: Navraag, afspraak: Afspraak, nieuwe_dag: date | None, toelichting: str, *, nu: datetime, door: Spreker
) -> None:
    _eis_op_tijd(navraag)
    vandaag = dag_van(nu)
    if nieuwe_dag is None:
        raise RuleError(_("Zeg op welke dag het wel lukt."), "nieuwe_dag")
    if nieuwe_dag < vandaag:
        raise RuleError(_("Deze dag is al voorbij. Kies een dag die nog komt."), "nieuwe_dag")
    grens = LANGSTE.item(nu) if LANGSTE.item else None
    if grens is not None and einde_van_dag(nieuwe_dag) > grens:
        melding = _("Later kan tot en met %(dag)s. Lukt het dan nog niet? Antwoord dat het niet lukt.")
        raise RuleError(melding % {"dag": dag_voluit(laatste_dag(grens), vandaag)}, "nieuwe_dag")
    if afspraak.verzet_aantal >= MAG_VERZET:
        raise RuleError(
            _("Deze afspraak is al twee keer verzet. Antwoord dat het niet lukt; dan wordt er samen naar gekeken."),
            "antwoord",
        )
    _leg_antwoord_vast(navraag, afspraak, Antwoord.LATER, toelichting, nu=nu, door=door)
    navraag.nieuwe_dag = nieuwe_dag
    schrijf_over(Handeling.WIJZIGEN, [afspraak], door=door, melding=zin(_("[navraag]: later")))
    gebruiker = account(door)
    if gebruiker is not None and mag_ja_zeggen(gebruiker, afspraak, nu):
        _laat_langer_lopen(navraag, afspraak, nu=nu, door=gebruiker)
        return
    _vraag_een_ja(navraag, afspraak, _("er is om een latere dag gevraagd"), nu=nu, door=door)


def vraag_of_het_niet_nodig_is(afspraak: Afspraak, reden: str, *, nu: datetime, door: Gebruiker) -> None:
    """Whoever was to do this locked, late afspraak says that it isn't needed: another's yes ends it, and until then the
    question whether it was done stays open (E15).
    """
    navraag = open_navraag(afspraak)
    if navraag is None:
        raise RuleError(_("Hier wordt geen akkoord meer gevraagd. Bekijk de afspraak opnieuw."))
    _leg_antwoord_vast(navraag, afspraak, Antwoord.NIET_NODIG, reden, nu=nu, door=door)
    navraag.nieuwe_dag = None
    schrijf_over(Handeling.WIJZIGEN, [afspraak], door=door, melding=zin(_("[navraag]: niet meer nodig")))
    _vraag_een_ja(navraag, afspraak, _("er is gezegd dat het niet meer nodig is"), nu=nu, door=door)


def _vraag_een_ja(navraag: Navraag, afspraak: Afspraak, reden: str, *, nu: datetime, door: Spreker) -> None:
    Navraag.overgangen.move(Navraagstaat.WACHT_OP_AKKOORD, navraag)
    navraag.save()
    gevraagd = wie_zegt_ja(afspraak, nu)
    if not gevraagd:
        return
    # Whoever answered on the last day did answer: there is a full term for the yes.
    regio = Regio.objects.huidige()
    tot = verloopt_op(nu, regio.navraag, huidige_kalender())
    if tot > navraag.termijn.loopt_af_op:
        verzet(navraag.termijn, tot, nu=nu, door=account(door), duur=regio.navraag, reden=reden)
    vraag_aan(navraag.termijn, [wie.pk for wie in gevraagd])
    soort = "niet_nodig_gevraagd" if navraag.antwoord == Antwoord.NIET_NODIG else "later_gevraagd"
    sleutel = f"{soort}:{navraag.pk}:{navraag.nieuwe_dag or nu.isoformat()}"
    gezin_id = afspraak.doel.plan.gezin_id
    meldingen = [Melding(soort, wie, sleutel=sleutel, gezin=gezin_id, object_id=afspraak.pk) for wie in gevraagd]
    meld_velen(meldingen, nu, door=door)


def _is_niet_nodig(navraag: Navraag, afspraak: Afspraak, *, nu: datetime, door: Gebruiker) -> None:
    beeindig([navraag.termijn], Termijnstaat.GEHAALD, nu=nu, door=door)
    Navraag.overgangen.move(Navraagstaat.BEANTWOORD, navraag)
    navraag.akkoord_door = door
    navraag.save()
    afspraak.waarom_vervallen = navraag.toelichting
    sluit_af_als_vervallen([afspraak], navraag.toelichting, nu=nu, door=door)
    vertel_wie_het_ziet(afspraak, "afspraak_vervallen", nu=nu, door=door)
    schrijf_over(Handeling.WIJZIGEN, [afspraak], door=door, melding=_("afspraak niet meer nodig"))


def _laat_langer_lopen(navraag: Navraag, afspraak: Afspraak, *, nu: datetime, door: Gebruiker) -> None:
    tot = einde_van_dag(navraag.nieuwe_dag) if navraag.nieuwe_dag else nu
    if tot <= nu:
        raise RuleError(_("De gevraagde dag is al voorbij. Spreek een nieuwe dag af."), "nieuwe_dag")
    if navraag.termijn.loopt:
        beeindig([navraag.termijn], Termijnstaat.GEHAALD, nu=nu, door=door)
    rond = betrokkenheid([afspraak])[afspraak.pk]
    nieuw = NieuweTermijn(
        soort="afspraak", gezin_id=afspraak.doel.plan.gezin_id,
        houder_id=rond.coordinator.pk if rond.coordinator else None,
        begint_op=nu, loopt_af_op=tot, gevraagd=[gebruiker.pk for gebruiker in rond.doeners],
    )  # fmt: skip
    [afspraak.termijn] = start([nieuw], nu=nu, door=door, reden=navraag.toelichting)
    Afspraak.overgangen.move(Afspraakstaat.LOOPT, afspraak)
    afspraak.duur_aantal, afspraak.duur_eenheid, afspraak.eind_op = None, "", navraag.nieuwe_dag
    afspraak.verzet_aantal += 1
    afspraak.versie += 1
    afspraak.save()
    Navraag.overgangen.move(Navraagstaat.BEANTWOORD, navraag)
    navraag.akkoord_door = door
    navraag.save()
    schrijf_over(Handeling.WIJZIGEN, [afspraak], door=door, melding=_("akkoord met een latere dag"))
    vertel_uitvoerders([afspraak], "termijn_gewijzigd", nu=nu, door=door)


def _lukt_niet(navraag: Navraag, afspraak: Afspraak, toelichting: str, *, nu: datetime, door: Spreker) -> None:
    _leg_antwoord_vast(navraag, afspraak, Antwoord.LUKT_NIET, toelichting, nu=nu, door=door)
    navraag.nieuwe_dag = None
    Navraag.overgangen.move(Navraagstaat.BEANTWOORD, navraag)
    navraag.save()
    beeindig([navraag.termijn], Termijnstaat.GEHAALD, nu=nu, door=account(door))
    schrijf_over(Handeling.WIJZIGEN, [afspraak], door=door, melding=zin(_("[navraag]: lukt niet")))
    meld_gemist([Gemiste(afspraak, LUKT_NIET, toelichting)], nu=nu)


def _leg_antwoord_vast(
    navraag: Navraag, afspraak: Afspraak, antwoord: Antwoord, toelichting: str, *, nu: datetime, door: Spreker
) -> None:
    navraag.antwoord, navraag.toelichting = antwoord, toelichting
    navraag.beantwoord_op = nu
    navraag.beantwoord_door, navraag.beantwoord_door_deelnemer = account(door), zonder_account(door)
    navraag.beantwoord_namens = namens_bij(door, afspraak)
    # 'It doesn't work' is no yes after an earlier no.
    aanvaard_met_antwoord(
        afspraak,
        nu=nu,
        door=door,
        hoe_gezegd=zin(_("bij [de navraag]")),
        ook_na_nee=antwoord in (Antwoord.GEDAAN, Antwoord.LATER),
    )


def _na_afloop(
    navraag: Navraag, afspraak: Afspraak, gegeven: Navraagantwoord, toelichting: str, *, nu: datetime, door: Spreker
) -> Navraag:
    """The question is closed. Done is still done; anything else is kept beside the answer that stands."""
    if gegeven.antwoord == Antwoord.GEDAAN and afspraak.staat != Afspraakstaat.GEDAAN:
        leg_gedaan_vast(afspraak, _eis_dag(gegeven), nu=nu, door=door, hoe_gehoord=gegeven.hoe_gehoord)
        return navraag
    if gegeven.antwoord != navraag.antwoord or not _van(navraag, door):
        bewaar_uitspraak(
            afspraak,
            _zin(gegeven.antwoord, toelichting, gegeven.gebeurd_op, gegeven.nieuwe_dag, dag_van(nu)),
            nu=nu,
            door=door,
            namens=namens_bij(door, afspraak),
        )
    return navraag


def _met_antwoord(navraag: Navraag) -> Navraag:
    return Navraag.objects.select_related("termijn", "beantwoord_door", "beantwoord_door_deelnemer__instelling").get(
        pk=navraag.pk
    )


def _van(navraag: Navraag, spreker: Spreker) -> bool:
    """Whether the answer that stands is this person's own."""
    return spreker.pk in (navraag.beantwoord_door_id, navraag.beantwoord_door_deelnemer_id)


def _eis_dag(gegeven: Navraagantwoord) -> date:
    if gegeven.gebeurd_op is None:
        raise RuleError(_("Zeg op welke dag het is gedaan."), "gebeurd_op")
    return gegeven.gebeurd_op


def _bewaar_eerder_antwoord(navraag: Navraag, afspraak: Afspraak, *, nu: datetime) -> None:
    if navraag.beantwoorder is None:
        return
    zin = _zin(Antwoord(navraag.antwoord), navraag.toelichting, navraag.gebeurd_op, navraag.nieuwe_dag, dag_van(nu))
    bewaar_uitspraak(
        afspraak, zin, nu=navraag.beantwoord_op or nu, door=navraag.beantwoorder, namens=navraag.beantwoord_namens
    )


def _zin(antwoord: Antwoord, toelichting: str, gebeurd_op: date | None, nieuwe_dag: date | None, vandaag: date) -> str:
    """An answer as one sentence, for beside another answer."""
    if antwoord == Antwoord.GEDAAN and gebeurd_op:
        zin = _("Zegt: het is gedaan op %(dag)s.") % {"dag": dag_voluit(gebeurd_op, vandaag)}
    elif antwoord == Antwoord.LATER and nieuwe_dag:
        zin = _("Zegt: het lukt later, op %(dag)s.") % {"dag": dag_voluit(nieuwe_dag, vandaag)}
    elif antwoord == Antwoord.LATER:
        zin = _("Zegt: het lukt later.")
    elif antwoord == Antwoord.NIET_NODIG:
        zin = _("Zegt: het is niet meer nodig.")
    else:
        zin = _("Zegt: het lukt niet.")
    return f"{zin} {toelichting}".strip()


def _wat_ontbreekt(antwoord: Antwoord) -> str:
    if antwoord == Antwoord.LATER:
        return _("Zeg in een zin waarom het later wordt.")
    if antwoord == Antwoord.LUKT_NIET:
        return _("Zeg in een zin waarom het niet lukt.")
    return ""


def _eis_op_tijd(navraag: Navraag) -> None:
    """A later day is asked and given before the term has passed, also where what follows waits for the morning (S2)."""
    if navraag.termijn.is_voorbij:
        raise RuleError(_("De termijn van deze vraag is voorbij: een latere dag kan niet meer."), "antwoord")


def _eis_zegt_ja(gebruiker: Gebruiker, afspraak: Afspraak, nu: datetime) -> None:
    if not mag_ja_zeggen(gebruiker, afspraak, nu):
        raise NotAllowed(_("Dit zegt een ander dan wie het zou doen."))


def _eis_wacht_op_akkoord(navraag: Navraag) -> None:
    if navraag.staat != Navraagstaat.WACHT_OP_AKKOORD:
        raise RuleError(_("Hier wordt geen akkoord meer gevraagd. Bekijk de afspraak opnieuw."))
