"""Making and changing afspraken (G5); once one runs, another term needs a reason and is told to all doers (E7)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from berichten.actions import Melding, meld_velen
from core.errors import RuleError
from gezinnen.models import Deelnemer
from gezinsplan import looptijd
from gezinsplan.actions import invoer
from gezinsplan.actions.aanvaarden import vergeet_wie_stopt, vraag_opnieuw_ja
from gezinsplan.actions.afsluiten import sluit_wat_nog_gevraagd_is
from gezinsplan.actions.mag_weten import eis_mag_weten
from gezinsplan.actions.sloten import met_slot_een
from gezinsplan.actions.verslag import schrijf_over
from gezinsplan.models import Afspraak, Afspraakstaat, Doel, Doelstaat, Gezinsplan, Planstaat
from gezinsplan.selectie import betrokkenheid, wie_ziet
from gezinsplan.signalen import afgesloten
from instanties.models import Gebruiker
from logboek.models import Handeling
from termijnen.actions import NieuweTermijn, beeindig, start, verzet, vraag_aan
from termijnen.kalender import huidige_kalender
from termijnen.models import Termijnstaat
from toestemming.actions import vergeet_keuzes
from woorden.duur import Duur

OUDSTE_START = timedelta(days=366)
NOG_BEZIG = (Afspraakstaat.VOORSTEL, Afspraakstaat.LOOPT, Afspraakstaat.GEVRAAGD)


@dataclass(frozen=True)
class AfspraakGegevens:
    """Who does what, from when, until when.

    `leefgebieden` and `over_wie` None: it follows its goal, now and later; with one of them it is set apart from it (T3).
    """

    wat: str
    uitvoerders: Sequence[UUID]
    start_op: date
    termijn: Duur | date
    herhaling: str = ""
    is_veiligheidsafspraak: bool = False
    leefgebieden: Sequence[str] | None = None
    over_wie: Sequence[UUID] | None = None


@transaction.atomic
def voeg_afspraak_toe(doel: Doel, gegevens: AfspraakGegevens, *, nu: datetime, door: Gebruiker) -> Afspraak:
    """Add an afspraak to a goal; in a plan that runs it runs at once and its doers hear it (G5). Raises RuleError."""
    plan = Gezinsplan.objects.select_for_update().get(pk=doel.plan_id)
    doel = Doel.objects.select_related("plan__gezin").get(pk=doel.pk)
    if doel.staat != Doelstaat.LOOPT or plan.staat == Planstaat.AFGEROND:
        raise RuleError(_("Dit doel loopt niet meer. Pak het eerst weer op."))
    loopt = plan.staat == Planstaat.ACTIEF
    laatste = Afspraak.objects.filter(doel=doel).aggregate(hoogste=Max("volgorde"))["hoogste"]
    afspraak = Afspraak(doel=doel, volgorde=(laatste or 0) + 1)
    uitvoerders = invoer.uitvoerders(gegevens.uitvoerders, plan.gezin_id)
    if loopt and not uitvoerders:
        raise RuleError(_("Kies wie dit doet."), "uitvoerders")
    _vul(afspraak, gegevens)
    eis_termijn(gegevens.start_op, gegevens.termijn, nu, was_start=None)
    _eis_nieuw(afspraak, uitvoerders)
    afspraak.save()
    eis_mag_weten([afspraak], uitvoerders, nu=nu)
    afspraak.uitvoerders.set(uitvoerders)
    if loopt:
        laat_lopen([afspraak], nu=nu, door=door)
        vertel_uitvoerders([afspraak], "afspraak_gemaakt", nu=nu, door=door)
    schrijf_over(Handeling.AANMAKEN, [afspraak], door=door)
    return afspraak


@transaction.atomic
def wijzig_afspraak(
    afspraak: Afspraak, gegevens: AfspraakGegevens, *, versie: int, nu: datetime, door: Gebruiker, reden: str = ""
) -> Afspraak:
    """Change an afspraak that was read as `versie`. Another term of one that runs needs `reden` (E7).

    Raises Outdated with both texts when someone else changed it (G7), or RuleError.
    """
    afspraak = met_slot_een(afspraak.pk)
    if afspraak.staat in (Afspraakstaat.GEDAAN, Afspraakstaat.VERVALLEN):
        raise RuleError(_("Deze afspraak is al afgesloten en verandert niet meer."))
    oude_uitvoerders = list(afspraak.uitvoerders.all())
    uitvoerders = invoer.uitvoerders(
        gegevens.uitvoerders, afspraak.doel.plan.gezin_id, al_gekozen=[d.pk for d in oude_uitvoerders]
    )
    if afspraak.staat != Afspraakstaat.VOORSTEL and not uitvoerders:
        raise RuleError(_("Kies wie dit doet."), "uitvoerders")
    invoer.eis_versie(
        afspraak.versie, versie,
        eigen=_teksten(
            gegevens.wat.strip(), uitvoerders, gegevens.start_op, gegevens.termijn, gegevens.herhaling.strip()
        ),
        huidig=_teksten(
            afspraak.wat, oude_uitvoerders, afspraak.start_op, looptijd.afgesproken(afspraak), afspraak.herhaling
        ),
    )  # fmt: skip
    andere_termijn = gegevens.termijn != looptijd.afgesproken(afspraak) or gegevens.start_op != afspraak.start_op
    if andere_termijn and afspraak.staat != Afspraakstaat.VOORSTEL:
        gegevens = replace(
            gegevens, termijn=looptijd.vanaf_vandaag(gegevens.start_op, gegevens.termijn, nu, huidige_kalender())
        )
    if andere_termijn:
        eis_termijn(gegevens.start_op, gegevens.termijn, nu, was_start=afspraak.start_op)
        if afspraak.staat != Afspraakstaat.VOORSTEL:
            _zet_termijn(afspraak, gegevens.start_op, gegevens.termijn, reden, nu=nu, door=door)
    stond_er, ging_over = afspraak.wat, (set(afspraak.leefgebieden), set(afspraak.over_wie))
    _vul(afspraak, gegevens)
    afspraak.versie += 1
    afspraak.save()
    al = [] if set(afspraak.over_wie) - ging_over[1] else oude_uitvoerders
    eis_mag_weten([afspraak], [mens for mens in uitvoerders if mens not in al], nu=nu)
    zegt_iets_anders = (afspraak.wat, (set(afspraak.leefgebieden), set(afspraak.over_wie))) != (stond_er, ging_over)
    if zegt_iets_anders:
        vergeet_keuzes(afspraak.pk, nu=nu)
    if afspraak.wat != stond_er:
        # Who said yes, said it to other words.
        vraag_opnieuw_ja(afspraak, nu=nu)
        if afspraak.staat != Afspraakstaat.VOORSTEL:
            vertel_uitvoerders([afspraak], "afspraak_veranderd", nu=nu, door=door)
    if {d.pk for d in uitvoerders} != {d.pk for d in oude_uitvoerders}:
        afspraak.uitvoerders.set(uitvoerders)
        vergeet_wie_stopt(afspraak, nu=nu)
        _vraag_opnieuw(afspraak)
        if not andere_termijn and afspraak.staat != Afspraakstaat.VOORSTEL:
            vertel_uitvoerders([afspraak], "afspraak_gemaakt", nu=nu, door=door)
    elif zegt_iets_anders:
        _vraag_opnieuw(afspraak)
    if andere_termijn and afspraak.staat != Afspraakstaat.VOORSTEL:
        vertel_uitvoerders([afspraak], "termijn_gewijzigd", nu=nu, door=door)
    schrijf_over(Handeling.WIJZIGEN, [afspraak], door=door, melding=_("afspraak veranderd"))
    return afspraak


@transaction.atomic
def wijzig_termijn(afspraak: Afspraak, termijn: Duur | date, reden: str, *, nu: datetime, door: Gebruiker) -> Afspraak:
    """Agree another term, with a reason that all doers hear (E7). A length counts from today. Raises RuleError."""
    afspraak = met_slot_een(afspraak.pk)
    if afspraak.staat == Afspraakstaat.VOORSTEL:
        raise RuleError(_("Het plan loopt nog niet. Verander de afspraak zelf."))
    nieuw = looptijd.vanaf_vandaag(afspraak.start_op, termijn, nu, huidige_kalender())
    eis_termijn(afspraak.start_op, nieuw, nu, was_start=afspraak.start_op)
    zet_op_nieuwe_termijn(afspraak, termijn, reden, nu=nu, door=door)
    vertel_uitvoerders([afspraak], "termijn_gewijzigd", nu=nu, door=door)
    schrijf_over(Handeling.WIJZIGEN, [afspraak], door=door, melding=_("andere termijn"))
    return afspraak


@transaction.atomic
def verwijder_afspraak(afspraak: Afspraak, *, nu: datetime, door: Gebruiker) -> None:
    """Take out an afspraak that never ran. Raises RuleError for any other: what was agreed is never lost (G7)."""
    afspraak = met_slot_een(afspraak.pk)
    if afspraak.staat != Afspraakstaat.VOORSTEL:
        raise RuleError(_("Deze afspraak loopt al. U kunt wel zeggen dat hij niet meer nodig is."))
    schrijf_over(Handeling.VERWIJDEREN, [afspraak], door=door)
    afspraak.delete()


def laat_lopen(afspraken: Sequence[Afspraak], *, nu: datetime, door: Gebruiker) -> None:
    """Give each afspraak (with `doel.plan` loaded, not running) its term; the moments were checked by the caller."""
    kalender = huidige_kalender()
    rond = betrokkenheid(afspraken)
    nieuw = [
        NieuweTermijn(
            soort="afspraak",
            gezin_id=afspraak.doel.plan.gezin_id,
            houder_id=_pk(rond[afspraak.pk].coordinator),
            begint_op=looptijd.begin(afspraak.start_op, nu),
            loopt_af_op=looptijd.einde(afspraak.start_op, looptijd.afgesproken(afspraak), nu, kalender),
            duur=afspraak.duur,
            gevraagd=[gebruiker.pk for gebruiker in rond[afspraak.pk].doeners],
        )
        for afspraak in afspraken
    ]
    termijnen = {termijn.pk: termijn for termijn in start(nieuw, nu=nu, door=door)}
    for afspraak, gegeven in zip(afspraken, nieuw, strict=True):
        afspraak.termijn = termijnen[gegeven.id]
    Afspraak.overgangen.move(Afspraakstaat.LOOPT, *afspraken)
    Afspraak.objects.bulk_update(afspraken, ["termijn", "staat"])


def zet_op_nieuwe_termijn(
    afspraak: Afspraak, termijn: Duur | date, reden: str, *, nu: datetime, door: Gebruiker
) -> None:
    """Let a locked afspraak run until another moment; a length counts from today. Raises RuleError."""
    termijn = looptijd.vanaf_vandaag(afspraak.start_op, termijn, nu, huidige_kalender())
    _zet_termijn(afspraak, afspraak.start_op, termijn, reden, nu=nu, door=door)
    _neem_over(afspraak, termijn)
    afspraak.versie += 1
    afspraak.save()


def sluit_af_als_vervallen(
    afspraken: Sequence[Afspraak], reden: str, *, nu: datetime, door: Gebruiker, doelen: Sequence[Doel] = ()
) -> None:
    """End locked afspraken that are no longer needed, with every question and talk that still stood open.

    `doelen`: those that close together with them. The rooms above hear it.
    """
    beeindig([a.termijn for a in afspraken if a.termijn], Termijnstaat.VERVALLEN, nu=nu, door=door, reden=reden)
    sluit_wat_nog_gevraagd_is(afspraken, reden, nu=nu, door=door)
    Afspraak.overgangen.move(Afspraakstaat.VERVALLEN, *afspraken)
    for afspraak in afspraken:
        afspraak.versie += 1
    Afspraak.objects.bulk_update(afspraken, ["staat", "versie", "waarom_vervallen"])
    afgesloten.send(Afspraak, afspraken=afspraken, doelen=doelen, door=door, nu=nu)


def vertel_uitvoerders(afspraken: Sequence[Afspraak], soort: str, *, nu: datetime, door: Gebruiker) -> None:
    """Tell all doers (or who answers for them) and the coordinator, except the one who did it."""
    rond = betrokkenheid(afspraken)
    meld_velen(
        [
            Melding(
                soort, gebruiker, sleutel=f"{soort}:{afspraak.pk}:{nu.isoformat()}",
                gezin=afspraak.doel.plan.gezin_id, object_id=afspraak.pk, spoed=afspraak.dringend,
            )
            for afspraak in afspraken
            for gebruiker in rond[afspraak.pk].doeners_en_coordinator
            if gebruiker.pk != door.pk
        ],
        nu,
        door=door,
    )  # fmt: skip


def vertel_wie_het_ziet(afspraak: Afspraak, soort: str, *, nu: datetime, door: Gebruiker) -> None:
    """Tell all who see its goal, and its doers, except the one who did it (E10)."""
    rond = betrokkenheid([afspraak])[afspraak.pk]
    mensen = {wie.pk: wie for wie in [*rond.doeners_en_coordinator, *wie_ziet(afspraak.doel, looptijd.dag_van(nu))]}
    gezin_id, sleutel = afspraak.doel.plan.gezin_id, f"{soort}:{afspraak.pk}:{nu.isoformat()}"
    meldingen = [
        Melding(soort, wie, sleutel=sleutel, gezin=gezin_id, object_id=afspraak.pk, spoed=afspraak.dringend)
        for wie in mensen.values()
        if wie.pk != door.pk
    ]
    meld_velen(meldingen, nu, door=door)


def eis_termijn(start_op: date, termijn: Duur | date, nu: datetime, *, was_start: date | None) -> None:
    """Raise RuleError, at the field, for a start long ago, an end before the start, or a term that has passed."""
    vandaag = looptijd.dag_van(nu)
    if start_op < vandaag - OUDSTE_START and start_op != was_start:
        raise RuleError(_("Deze begindatum is meer dan een jaar geleden. Klopt het jaartal?"), "start_op")
    if isinstance(termijn, date) and termijn < start_op:
        raise RuleError(_("Deze dag ligt voor de dag waarop de afspraak begint."), "termijn")
    if looptijd.einde(start_op, termijn, nu, huidige_kalender()) <= nu:
        raise RuleError(_("Deze termijn is al voorbij. Kies een dag die nog komt."), "termijn")


def _eis_nieuw(afspraak: Afspraak, uitvoerders: Sequence[Deelnemer]) -> None:
    """Raise RuleError when the same is agreed already: who goes back and sends the form again, meant one (G7)."""
    wie = {uitvoerder.pk for uitvoerder in uitvoerders}
    gelijk = Afspraak.objects.filter(
        doel=afspraak.doel, wat__iexact=afspraak.wat, staat__in=NOG_BEZIG, start_op=afspraak.start_op,
        duur_aantal=afspraak.duur_aantal, duur_eenheid=afspraak.duur_eenheid, eind_op=afspraak.eind_op,
    ).prefetch_related("uitvoerders")  # fmt: skip
    if any({ander.pk for ander in zo.uitvoerders.all()} == wie for zo in gelijk):
        raise RuleError(
            _("Deze afspraak staat al bij dit doel. Bedoelt u er nog een? Schrijf dan op wat er anders is."), "wat"
        )


def _zet_termijn(
    afspraak: Afspraak, start_op: date, termijn: Duur | date, reden: str, *, nu: datetime, door: Gebruiker
) -> None:
    """Move or replace the term of an afspraak that was agreed before, and let it run."""
    reden = invoer.tekst(reden, "reden", 1000, leeg=_("Zeg waarom de termijn verandert. Wie meedoet leest dit."))
    duur = termijn if isinstance(termijn, Duur) else None
    tot = looptijd.einde(start_op, termijn, nu, huidige_kalender())
    if afspraak.staat == Afspraakstaat.LOOPT:
        verzet(afspraak.lopende_termijn, tot, nu=nu, door=door, reden=reden, duur=duur)
    elif afspraak.staat == Afspraakstaat.NIET_GEDAAN:
        # A term that has passed stays as it is, for the record; a new one starts.
        sluit_wat_nog_gevraagd_is([afspraak], reden, nu=nu, door=door)
        rond = betrokkenheid([afspraak])[afspraak.pk]
        nieuw = NieuweTermijn(
            soort="afspraak", gezin_id=afspraak.doel.plan.gezin_id, houder_id=_pk(rond.coordinator),
            begint_op=nu, loopt_af_op=tot, duur=duur, gevraagd=[gebruiker.pk for gebruiker in rond.doeners],
        )  # fmt: skip
        [afspraak.termijn] = start([nieuw], nu=nu, door=door, reden=reden)
        Afspraak.overgangen.move(Afspraakstaat.LOOPT, afspraak)
    elif afspraak.staat == Afspraakstaat.GEVRAAGD:
        raise RuleError(_("Er staat nog een vraag open over deze afspraak. Antwoord daar: het lukt later."), "termijn")
    else:
        raise RuleError(_("Deze afspraak is al afgesloten en verandert niet meer."), "termijn")


def _neem_over(afspraak: Afspraak, termijn: Duur | date) -> None:
    if isinstance(termijn, Duur):
        afspraak.duur_aantal, afspraak.duur_eenheid, afspraak.eind_op = termijn.aantal, termijn.eenheid, None
    else:
        afspraak.duur_aantal, afspraak.duur_eenheid, afspraak.eind_op = None, "", termijn


def _vraag_opnieuw(afspraak: Afspraak) -> None:
    if afspraak.termijn is not None and afspraak.termijn.loopt:
        vraag_aan(afspraak.termijn, [gebruiker.pk for gebruiker in betrokkenheid([afspraak])[afspraak.pk].doeners])


def _vul(afspraak: Afspraak, gegevens: AfspraakGegevens) -> None:
    doel = afspraak.doel
    afspraak.wat = invoer.tekst(gegevens.wat, "wat", 1000, leeg=_("Schrijf op wat er gaat gebeuren."))
    afspraak.herhaling = invoer.tekst(gegevens.herhaling, "herhaling", 100)
    afspraak.start_op = gegevens.start_op
    afspraak.is_veiligheidsafspraak = gegevens.is_veiligheidsafspraak
    _neem_over(afspraak, gegevens.termijn)
    invoer.waarover(afspraak, doel, gegevens.leefgebieden, gegevens.over_wie, gezin_id=doel.plan.gezin_id)


def _teksten(wat: str, uitvoerders: Sequence, start_op: date, termijn: Duur | date, herhaling: str) -> dict[str, str]:
    return {
        _("Wat"): wat,
        _("Wie"): ", ".join(uitvoerder.naam for uitvoerder in uitvoerders),
        _("Hoe vaak"): herhaling,
        _("Begint op"): f"{start_op:%d-%m-%Y}",
        _("Termijn"): f"{termijn:%d-%m-%Y}" if isinstance(termijn, date) else str(termijn),
    }


def _pk(gebruiker: Gebruiker | None) -> UUID | None:
    return gebruiker.pk if gebruiker else None
