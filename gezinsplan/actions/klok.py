"""What the clock does when terms of the plan have passed: always a whole list at once (E9, E12)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from berichten.actions import Melding, meld_velen
from core.rows import insert_rows
from gezinsplan.actions.gemist import Gemiste, meld_aandeel_coordinator, meld_gemist
from gezinsplan.actions.verslag import schrijf_over
from gezinsplan.eigen_aandeel import doet_coordinator
from gezinsplan.models import (
    OPEN_NAVRAAG,
    Afspraak,
    Afspraakstaat,
    Antwoord,
    Gesprek,
    Gespreksstaat,
    Navraag,
    Navraagstaat,
)
from gezinsplan.selectie import betrokkenheid
from gezinsplan.signalen import GEEN_AKKOORD, GEEN_ANTWOORD, GESPREK
from instanties.models import Regio
from logboek.models import Handeling
from termijnen.actions import NieuweTermijn, start
from termijnen.kalender import huidige_kalender, loopt_tot
from termijnen.models import Termijn
from woorden.zinnen import zin


def zonder_navraag(afspraak: Afspraak) -> bool:
    """Terms in hours and binding safety afspraken are missed at once, without a question first (E12)."""
    return afspraak.dringend


def behandel_afspraken(termijnen: list[Termijn], nu: datetime) -> None:
    """The terms of these afspraken have passed: ask first, or count as missed at once (E12)."""
    afspraken = list(
        Afspraak.objects.select_for_update(of=("self",))
        .select_related("doel__plan__gezin")
        .filter(termijn__in=termijnen, staat=Afspraakstaat.LOOPT)
        .order_by("pk")
    )
    per_termijn: dict[UUID | None, Termijn] = {termijn.pk: termijn for termijn in termijnen}
    for afspraak in afspraken:
        afspraak.termijn = per_termijn[afspraak.termijn_id]
    verwerk_verstreken(afspraken, nu)


def verwerk_verstreken(afspraken: Sequence[Afspraak], nu: datetime) -> None:
    """These locked, running afspraken are past their term: the one place where that has its consequence (E12)."""
    if not afspraken:
        return
    meteen = [afspraak for afspraak in afspraken if zonder_navraag(afspraak)]
    eerst_vragen = [afspraak for afspraak in afspraken if not zonder_navraag(afspraak)]
    if eerst_vragen:
        _vraag_na(eerst_vragen, nu)
    meld_gemist([Gemiste(afspraak, GEEN_ANTWOORD) for afspraak in meteen], nu=nu)
    schrijf_over(Handeling.KLOK, list(afspraken), door=None, melding=_("de termijn is voorbij"))


def _vraag_na(afspraken: Sequence[Afspraak], nu: datetime) -> None:
    """Ask doers and coordinator whether it was done, within the region's term."""
    regio = Regio.objects.huidige()
    tot = loopt_tot(nu, regio.navraag, huidige_kalender())
    rond = betrokkenheid(afspraken)
    nieuw = []
    for afspraak in afspraken:
        coordinator = rond[afspraak.pk].coordinator
        nieuw.append(
            NieuweTermijn(
                soort="navraag", gezin_id=afspraak.doel.plan.gezin_id,
                houder_id=coordinator.pk if coordinator else None, begint_op=nu, loopt_af_op=tot,
                duur=regio.navraag, gevraagd=[g.pk for g in rond[afspraak.pk].doeners_en_coordinator],
            )
        )  # fmt: skip
    start(nieuw, nu=nu)
    Afspraak.overgangen.move_and_save(Afspraakstaat.GEVRAAGD, afspraken)
    navragen = [(uuid4(), afspraak) for afspraak in afspraken]
    insert_rows(
        Navraag,
        (
            {"id": pk, "afspraak_id": afspraak.pk, "termijn_id": termijn.id, "gesteld_op": nu}
            for (pk, afspraak), termijn in zip(navragen, nieuw, strict=True)
        ),
    )
    meld_velen(
        [
            Melding(
                "navraag_gevraagd", gebruiker, sleutel=f"navraag:{pk}",
                gezin=afspraak.doel.plan.gezin_id, object_id=afspraak.pk,
            )
            for pk, afspraak in navragen
            for gebruiker in rond[afspraak.pk].doeners_en_coordinator
        ],
        nu,
    )  # fmt: skip


def behandel_navragen(termijnen: list[Termijn], nu: datetime) -> None:
    """No answer came in time, or no yes to a later day: the afspraak was missed (E12)."""
    navragen = list(Navraag.objects.filter(termijn__in=termijnen, staat__in=OPEN_NAVRAAG).order_by("pk"))
    voorbij = {termijn.pk: termijn.loopt_af_op for termijn in termijnen}
    afspraken = {
        afspraak.pk: afspraak
        for afspraak in Afspraak.objects.select_for_update(of=("self",))
        .select_related("doel__plan__gezin")
        .filter(pk__in=[navraag.afspraak_id for navraag in navragen], staat=Afspraakstaat.GEVRAAGD)
        .order_by("pk")
    }
    gemiste, wachtten = [], []
    rond = betrokkenheid([afspraken[rij.afspraak_id] for rij in navragen if _wachtte(rij, afspraken)])
    for navraag in navragen:
        if (afspraak := afspraken.get(navraag.afspraak_id)) is None:
            continue
        if _wachtte(navraag, afspraken):
            geen_akkoord = _geen_akkoord(navraag, van_haar=doet_coordinator(rond[afspraak.pk]))
            wachtten.append(Gemiste(afspraak, GEEN_AKKOORD, geen_akkoord, voorbij[navraag.termijn_id]))
        else:
            gemiste.append(Gemiste(afspraak, GEEN_ANTWOORD, sinds=voorbij[navraag.termijn_id]))
    Navraag.overgangen.move_and_save(Navraagstaat.VERLOPEN, navragen)
    meld_gemist(gemiste, nu=nu)
    # Asked in time: who didn't answer is the coordinator, not the doer (S4).
    Afspraak.overgangen.move_and_save(Afspraakstaat.NIET_GEDAAN, [gemist.afspraak for gemist in wachtten])
    meld_aandeel_coordinator(wachtten, nu=nu)
    schrijf_over(
        Handeling.KLOK,
        [gemist.afspraak for gemist in [*gemiste, *wachtten]],
        door=None,
        melding=zin(_("geen antwoord op [de navraag]")),
    )


def _wachtte(navraag: Navraag, afspraken: Mapping[UUID, Afspraak]) -> bool:
    """Whether it was answered, and a yes to that was asked."""
    return navraag.staat == Navraagstaat.WACHT_OP_AKKOORD and navraag.afspraak_id in afspraken


def _geen_akkoord(navraag: Navraag, *, van_haar: bool) -> str:
    """What was asked, and that nobody said yes in time (S4, E15)."""
    gevraagd = _("Er is om een latere dag gevraagd.")
    if navraag.antwoord == Antwoord.NIET_NODIG:
        gevraagd = _("Er is gezegd dat dit niet meer nodig is.")
    if van_haar:
        return f"{gevraagd} {_('Niemand van het gezin gaf op tijd akkoord.')}"
    return f"{gevraagd} {zin(_('[De zorgcoördinator] gaf op tijd geen akkoord.'))}"


def behandel_gesprekken(termijnen: list[Termijn], nu: datetime) -> None:
    """The talk that the coordinator owed did not come: her share is what is missing (E12)."""
    gesprekken = list(
        Gesprek.objects.filter(termijn__in=termijnen, staat=Gespreksstaat.OPEN)
        .select_related("afspraak__doel__plan__gezin")
        .order_by("pk")
    )
    if not gesprekken:
        return
    Gesprek.overgangen.move_and_save(Gespreksstaat.VERLOPEN, gesprekken)
    voorbij = {termijn.pk: termijn.loopt_af_op for termijn in termijnen}
    meld_aandeel_coordinator(
        [Gemiste(rij.afspraak, GESPREK, rij.aanleiding, voorbij[rij.termijn_id]) for rij in gesprekken], nu=nu
    )
    schrijf_over(
        Handeling.KLOK, [gesprek.afspraak for gesprek in gesprekken], door=None, melding=_("het gesprek bleef uit")
    )
