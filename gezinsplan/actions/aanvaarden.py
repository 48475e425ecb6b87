"""'Ik doe dit', or 'Dat kan ik niet': what a doer answers to an afspraak. The clock is never touched by it (T3)."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from berichten.actions import meld
from core.errors import NotAllowed, RuleError
from gezinnen.models import Deelnemer
from gezinnen.permissions import eis_coordinator
from gezinnen.waarneming import ik_en_namens
from gezinsplan.actions import invoer
from gezinsplan.actions.sloten import met_slot_een
from gezinsplan.actions.verslag import schrijf_over
from gezinsplan.models import Aanvaarding, Aanvaardwijze, Afspraak
from gezinsplan.models.aanvaarding import AanvaardingQuerySet
from gezinsplan.models.afspraak import OPEN_AFSPRAAK
from gezinsplan.selectie import coordinatoren_van
from gezinsplan.spreker import Spreker, account, is_stem_van
from instanties.models import Gebruiker
from logboek.models import Handeling


@transaction.atomic
def aanvaard(afspraak: Afspraak, *, nu: datetime, door: Gebruiker, hoe_gezegd: str = "") -> Afspraak:
    """Say: I do this. From now on the doer sees the wording of the goal (T3).

    The navrager says it for a doer without account, with how that is known (G17). Raises RuleError or NotAllowed.
    """
    afspraak = _open(afspraak)
    wie, zelf = _voor_wie(afspraak, door)
    hoe_gezegd = invoer.tekst(hoe_gezegd, "hoe_gezegd", 200, leeg="" if zelf else _hoe_ontbreekt())
    wijze = Aanvaardwijze.ZELF if zelf else Aanvaardwijze.DOORGEGEVEN
    _bewaar_ja([afspraak], {afspraak.pk: wie}, wijze, "" if zelf else hoe_gezegd, nu=nu, door=door)
    return afspraak


@transaction.atomic
def zeg_kan_niet(afspraak: Afspraak, reden: str, *, nu: datetime, door: Gebruiker) -> Afspraak:
    """Say: I can't do this, and why. The coordinator hears it and chooses; the afspraak and its term stay as they are.

    Raises RuleError or NotAllowed.
    """
    reden = invoer.tekst(reden, "reden", 500, leeg=_("Zeg in een zin waarom het niet kan."))
    afspraak = _open(afspraak)
    wie, zelf = _voor_wie(afspraak, door)
    _laat_vervallen(Aanvaarding.objects.geldig().filter(afspraak=afspraak, deelnemer__in=wie), nu)
    wijze = Aanvaardwijze.ZELF if zelf else Aanvaardwijze.DOORGEGEVEN
    rijen = Aanvaarding.objects.bulk_create(
        Aanvaarding(afspraak=afspraak, deelnemer=mens, doet_het=False, wijze=wijze, reden=reden, op=nu, door=door)
        for mens in wie
    )
    schrijf_over(Handeling.WIJZIGEN, [afspraak], door=door, melding=_("een uitvoerder kan dit niet doen"))
    gezin_id = afspraak.doel.plan.gezin_id
    coordinator = coordinatoren_van([gezin_id]).get(gezin_id)
    if coordinator and coordinator.pk != door.pk:
        meld(
            "kan_niet", coordinator, sleutel=f"kan_niet:{rijen[0].pk}", nu=nu, gezin=gezin_id, object_id=afspraak.pk,
            spoed=afspraak.dringend, door=door,
        )  # fmt: skip
    return afspraak


@transaction.atomic
def leg_ja_vast(
    afspraak: Afspraak, deelnemer_ids: Collection[UUID], hoe_gezegd: str, *, nu: datetime, door: Gebruiker
) -> Afspraak:
    """Record, as coordinator, that these doers said yes, and how (G17). Raises RuleError or NotAllowed."""
    afspraak = _open(afspraak)
    eis_coordinator(door, afspraak.doel.plan.gezin_id)
    wie = [mens for mens in afspraak.uitvoerders.filter(gestopt_op__isnull=True) if mens.pk in set(deelnemer_ids)]
    if not deelnemer_ids or len(wie) != len(set(deelnemer_ids)):
        raise RuleError(_("Kies wie ja heeft gezegd."), "wie")
    hoe_gezegd = invoer.tekst(hoe_gezegd, "hoe_gezegd", 200, leeg=_hoe_ontbreekt())
    _bewaar_ja([afspraak], {afspraak.pk: wie}, Aanvaardwijze.DOORGEGEVEN, hoe_gezegd, nu=nu, door=door)
    return afspraak


def aanvaard_aan_tafel(
    afspraken: Sequence[Afspraak], wie: Collection[UUID] | None, *, nu: datetime, door: Gebruiker
) -> None:
    """Keep that these doers sat at the table and said yes to all that they do; None: every doer."""
    doen = Afspraak.uitvoerders.through.objects.filter(afspraak_id__in=[afspraak.pk for afspraak in afspraken])
    doen = doen.filter(deelnemer__gestopt_op__isnull=True).select_related("deelnemer")
    per_afspraak: dict[UUID, list[Deelnemer]] = {}
    for rij in doen:
        if wie is None or rij.deelnemer_id in wie:
            per_afspraak.setdefault(rij.afspraak_id, []).append(rij.deelnemer)
    _bewaar_ja(afspraken, per_afspraak, Aanvaardwijze.AAN_TAFEL, "", nu=nu, door=door)


def aanvaard_met_antwoord(
    afspraak: Afspraak, *, nu: datetime, door: Spreker, hoe_gezegd: str = "", ook_na_nee: bool = True
) -> None:
    """Who answers how a locked afspraak goes, does it: own answer, or of doers without account for whom one speaks."""
    doen = list(afspraak.uitvoerders.filter(gestopt_op__isnull=True).select_related("navrager"))
    wie = [mens for mens in doen if is_stem_van(door, mens, afspraak.doel.plan.gezin_id)]
    wijze = Aanvaardwijze.ZELF
    if not wie and hoe_gezegd:
        wie, wijze = [mens for mens in doen if mens.gebruiker_id is None], Aanvaardwijze.DOORGEGEVEN
    if not ook_na_nee:
        nee = set(Aanvaarding.objects.geldig().filter(afspraak=afspraak).values_list("deelnemer_id", flat=True))
        wie = [mens for mens in wie if mens.pk not in nee]
    hoe = hoe_gezegd if wijze == Aanvaardwijze.DOORGEGEVEN else ""
    _bewaar_ja([afspraak], {afspraak.pk: wie}, wijze, hoe, nu=nu, door=door)


def vraag_opnieuw_ja(afspraak: Afspraak, *, nu: datetime) -> bool:
    """Another text is another afspraak: all answers to the earlier one lapse. Whether there were any."""
    return _laat_vervallen(Aanvaarding.objects.geldig().filter(afspraak=afspraak), nu)


def vergeet_wie_stopt(afspraak: Afspraak, *, nu: datetime) -> None:
    """Who is no doer of it any more has no answer either."""
    doen = afspraak.uitvoerders.values("pk")
    _laat_vervallen(Aanvaarding.objects.geldig().filter(afspraak=afspraak).exclude(deelnemer__in=doen), nu)


def _open(afspraak: Afspraak) -> Afspraak:
    afspraak = met_slot_een(afspraak.pk)
    if afspraak.staat not in OPEN_AFSPRAAK:
        raise RuleError(_("Deze afspraak is al afgesloten. U hoeft niets meer te doen."))
    return afspraak


def _voor_wie(afspraak: Afspraak, door: Gebruiker) -> tuple[list[Deelnemer], bool]:
    """The doers for whom this person answers, and whether that is himself."""
    doen = list(afspraak.uitvoerders.filter(gestopt_op__isnull=True).select_related("navrager"))
    ik = ik_en_namens(door, afspraak.doel.plan.gezin_id)
    if zelf := [mens for mens in doen if mens.gebruiker_id in ik]:
        return zelf, True
    namens = [
        mens
        for mens in doen
        if mens.gebruiker_id is None
        and mens.navrager
        and mens.navrager.gebruiker_id in ik
        and mens.navrager.gestopt_op is None
    ]
    if not namens:
        raise NotAllowed(_("Deze afspraak is van een ander."))
    return namens, False


def _bewaar_ja(
    afspraken: Iterable[Afspraak],
    wie: dict[UUID, list[Deelnemer]],
    wijze: Aanvaardwijze,
    hoe_gezegd: str,
    *,
    nu: datetime,
    door: Spreker,
) -> None:
    """A yes per afspraak and doer; who said yes before keeps that, who said no has thought again."""
    geldig = Aanvaarding.objects.geldig().filter(
        afspraak__in=list(wie), deelnemer__in=[mens for mensen in wie.values() for mens in mensen]
    )
    eerder = {(rij.afspraak_id, rij.deelnemer_id): rij for rij in geldig}
    if nee := [rij.pk for rij in eerder.values() if not rij.doet_het]:
        _laat_vervallen(Aanvaarding.objects.filter(pk__in=nee), nu)
    nieuw = [
        Aanvaarding(
            afspraak=afspraak,
            deelnemer=mens,
            doet_het=True,
            wijze=wijze,
            hoe_gezegd=hoe_gezegd,
            op=nu,
            door=account(door),
        )
        for afspraak in afspraken
        for mens in wie.get(afspraak.pk, [])
        if (afspraak.pk, mens.pk) not in eerder or not eerder[afspraak.pk, mens.pk].doet_het
    ]
    if not nieuw:
        return
    Aanvaarding.objects.bulk_create(nieuw)
    aanvaard_nu = {rij.afspraak_id for rij in nieuw}
    schrijf_over(
        Handeling.WIJZIGEN,
        [afspraak for afspraak in afspraken if afspraak.pk in aanvaard_nu],
        door=door,
        melding=_("een uitvoerder zegt: ik doe dit"),
    )


def _laat_vervallen(rijen: AanvaardingQuerySet, nu: datetime) -> bool:
    return bool(rijen.update(vervallen_op=nu))


def _hoe_ontbreekt() -> str:
    return _("Zeg hoe dit bekend is, bijvoorbeeld: gebeld op maandag.")
