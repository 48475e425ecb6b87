"""Birthdays on which other people must sign: known ahead, told a month before, applied on the day by the clock (T2)."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from berichten.actions import Melding, meld_velen
from gezinnen.models import Deelnemer
from gezinnen.selectie import coordinatoren
from instanties.models import Gebruiker
from termijnen.actions import NieuweTermijn, beeindig, start
from termijnen.models import Termijn, Termijnstaat
from toestemming.actions.herzien import begin_van_dag, herzie
from toestemming.kring import kringen
from toestemming.models import Veiligheidsvlag, Verjaardag
from toestemming.ondertekenaars import maand_ervoor, ondertekenaars, volgende_verjaardag


def plan_verjaardag(lid: Deelnemer, *, nu: datetime, door: Gebruiker | None, reden: str = "") -> None:
    """Let the clock know the next birthday that matters for this gezinslid, instead of what it knew; `reden`: why."""
    plan_verjaardagen([lid], nu=nu, door=door, reden=reden)


def plan_verjaardagen(leden: Sequence[Deelnemer], *, nu: datetime, door: Gebruiker | None, reden: str = "") -> None:
    """As plan_verjaardag, for many at once. Not for who no longer takes part."""
    oud = list(
        Verjaardag.objects.filter(gezinslid__in=leden, dag__gt=localdate(nu)).select_related("termijn", "aankondiging")
    )
    gepland = {rij.gezinslid_id: (rij.leeftijd, rij.dag) for rij in oud}
    komend = {lid.pk: volgende_verjaardag(lid, localdate(nu)) for lid in leden if lid.gestopt_op is None}
    anders = [rij for rij in oud if komend.get(rij.gezinslid_id) != (rij.leeftijd, rij.dag)]
    weg = [termijn for rij in anders for termijn in (rij.termijn, rij.aankondiging) if termijn is not None]
    Verjaardag.objects.filter(pk__in=[rij.pk for rij in anders]).delete()
    beeindig(weg, Termijnstaat.VERVALLEN, nu=nu, door=door, reden=reden or _("de geboortedatum is veranderd"))
    nieuw = [
        (lid, *wanneer)
        for lid in leden
        if (wanneer := komend.get(lid.pk)) is not None and gepland.get(lid.pk) != wanneer
    ]
    termijnen, rijen = [], []
    for lid, jaren, dag in nieuw:
        op_de_dag = _termijn("verjaardag", lid, nu, begin_van_dag(dag))
        vooraf = begin_van_dag(maand_ervoor(dag))
        aankondiging = _termijn("verjaardag_nadert", lid, nu, vooraf) if vooraf > nu else None
        termijnen += [op_de_dag, *([aankondiging] if aankondiging else [])]
        rijen.append(
            Verjaardag(
                gezinslid=lid,
                leeftijd=jaren,
                dag=dag,
                termijn_id=op_de_dag.id,
                aankondiging_id=aankondiging.id if aankondiging else None,
            )
        )
    start(termijnen, nu=nu, door=door)
    Verjaardag.objects.bulk_create(rijen)


def behandel_nadert(termijnen: list[Termijn], nu: datetime) -> None:
    """A month before: the youngster, who holds gezag, and the coordinator hear what will change."""
    rijen = Verjaardag.objects.filter(aankondiging__in=termijnen).select_related("gezinslid__gebruiker")
    _vertel("verjaardag_nadert", list(rijen), nu)


def behandel_verjaardag(termijnen: list[Termijn], nu: datetime) -> None:
    """The day itself: who must sign is asked again for every line of the family, and the next birthday is planned."""
    rijen = list(Verjaardag.objects.filter(termijn__in=termijnen).select_related("gezinslid__gebruiker"))
    herzie({rij.gezinslid.gezin_id for rij in rijen}, nu=nu)
    _vertel("verjaardag_geweest", rijen, nu)
    plan_verjaardagen([rij.gezinslid for rij in rijen], nu=nu, door=None)


def _termijn(soort: str, lid: Deelnemer, nu: datetime, op: datetime) -> NieuweTermijn:
    # Nobody's task: the clock does it. Planned in the past only where a jump of the clock went over it.
    return NieuweTermijn(
        soort=soort, gezin_id=lid.gezin_id, houder_id=None, begint_op=min(nu, op - timedelta(seconds=1)), loopt_af_op=op
    )


def _vertel(soort: str, rijen: Iterable[Verjaardag], nu: datetime) -> None:
    """Tell who signs before or after it, and the coordinator; not from whom a safety flag keeps this gezinslid."""
    rijen = list(rijen)
    gezin_ids = {rij.gezinslid.gezin_id for rij in rijen}
    kringen_nu, wie_coordineert = kringen(gezin_ids), coordinatoren(gezin_ids)
    wie = {
        rij.pk: {
            *ondertekenaars(kringen_nu[rij.gezinslid.gezin_id], rij.gezinslid_id, rij.dag - timedelta(days=1)).wie,
            *ondertekenaars(kringen_nu[rij.gezinslid.gezin_id], rij.gezinslid_id, rij.dag).wie,
        }
        for rij in rijen
    }
    verborgen = {
        (vlag.voor_wie_id, over)
        for vlag in Veiligheidsvlag.objects.geldend().filter(gezin__in=gezin_ids)
        for over in vlag.over_wie
    }
    accounts = {
        mens.pk: mens.gebruiker
        for mens in Deelnemer.objects.actief()
        .filter(pk__in={pk for mensen in wie.values() for pk in mensen}, gebruiker__is_active=True)
        .select_related("gebruiker")
    }
    meldingen = []
    for rij in rijen:
        gezin_id = rij.gezinslid.gezin_id
        schap = wie_coordineert.get(gezin_id)
        horen = {pk for pk in wie[rij.pk] if pk in accounts and (pk, rij.gezinslid_id) not in verborgen}
        ontvangers = {accounts[pk] for pk in horen} | ({schap.gebruiker} if schap else set())
        meldingen += [
            Melding(soort, ontvanger, sleutel=f"{soort}:{rij.pk}", gezin=gezin_id, object_id=rij.pk)
            for ontvanger in ontvangers
            if ontvanger is not None
        ]
    meld_velen(meldingen, nu)
