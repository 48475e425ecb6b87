"""What the clock does when a term of this room has passed (T2, T3, E9): never silence."""

from datetime import datetime

from django.utils.translation import gettext as _

from berichten.actions import Melding, meld_velen
from gezinnen.selectie import coordinatoren
from instanties.models import Functie, Regio, Verzoekstaat
from logboek.models import Handeling
from termijnen.actions import NieuweTermijn, start
from termijnen.kalender import huidige_kalender, loopt_tot
from termijnen.models import Termijn
from toestemming.actions import vlagverzoeken
from toestemming.actions.herzien import eindig
from toestemming.actions.verslag import schrijf_over_gezin
from toestemming.models import (
    Beoordelaar,
    Intrekking,
    Intrekkingstaat,
    Toestemming,
    Toestemmingsgesprek,
    Toestemmingstaat,
    Veiligheidsvlag,
    Vlagverzoek,
    Vlagvraag,
)


def behandel_loopt_af(termijnen: list[Termijn], nu: datetime) -> None:
    """The last day of a sheet has passed: its lines end, and the coordinator hears that it is to be talked over again."""
    gesprekken = list(Toestemmingsgesprek.objects.filter(termijn__in=termijnen).order_by("pk"))
    regels = Toestemming.objects.open().filter(gesprek__in=gesprekken).select_related("gezin").order_by("pk")
    eindig(regels, Toestemmingstaat.VERLOPEN, nu=nu, door=None)
    wie = coordinatoren({gesprek.gezin_id for gesprek in gesprekken})
    meld_velen(
        [
            Melding(
                "toestemming_voorbij", wie[gesprek.gezin_id].gebruiker, sleutel=f"voorbij:{gesprek.pk}",
                gezin=gesprek.gezin_id, object_id=gesprek.pk,
            )
            for gesprek in gesprekken
            if gesprek.gezin_id in wie
        ],
        nu,
    )  # fmt: skip


def behandel_intrekking(termijnen: list[Termijn], nu: datetime) -> None:
    """The talk about a withdrawal did not come: a new term, told to the coordinator and to her leidinggevende."""
    open_ = list(
        Intrekking.objects.filter(termijn__in=termijnen, staat=Intrekkingstaat.OPEN)
        .select_related("gezin")
        .order_by("pk")
    )
    for intrekking, termijn in zip(open_, _nieuwe_termijnen("intrekking", open_, nu), strict=True):
        intrekking.termijn_id = termijn.pk
    Intrekking.objects.bulk_update(open_, ["termijn"])
    _meld_laat("intrekking_te_laat", open_, nu)


def behandel_vlag(termijnen: list[Termijn], nu: datetime) -> None:
    """A safety flag is to be looked at again: it stays until somebody lifts it, and is asked again (S19).

    Where nobody but who set it ever looked at it, or the coordinator may not know of it, a second person is asked.
    """
    open_ = list(
        Veiligheidsvlag.objects.filter(termijn__in=termijnen, tot__isnull=True)
        .select_related("gezin", "gezet_door")
        .order_by("pk")
    )
    gewone = [vlag for vlag in open_ if not vlag.zonder_coordinator]
    anders = [vlag for vlag in open_ if vlag.zonder_coordinator]
    nieuw = [
        *_nieuwe_termijnen("vlag_herzien", gewone, nu),
        *_nieuwe_termijnen("vlag_herzien", anders, nu, van_coordinator=False),
    ]
    for vlag, termijn in zip([*gewone, *anders], nieuw, strict=True):
        vlag.termijn_id = termijn.pk
    Veiligheidsvlag.objects.bulk_update(open_, ["termijn"])
    over = Vlagverzoek.objects.filter(vlag__in=open_, soort=Vlagvraag.BEVESTIGEN)
    gevraagd = set(over.filter(staat=Verzoekstaat.WACHT).values_list("vlag", flat=True))
    bevestigd = set(over.filter(staat=Verzoekstaat.JA).values_list("vlag", flat=True))
    for vlag in open_:
        if vlag.pk not in gevraagd and (vlag.zonder_coordinator or vlag.pk not in bevestigd):
            na = Beoordelaar.AANDACHTSFUNCTIONARIS if vlag.zonder_coordinator else ""
            vlagverzoeken.vraag(vlag, door=vlag.gezet_door, nu=nu, na=na)
    _meld_laat("vlag_te_laat", gewone, nu)


def _nieuwe_termijnen(soort: str, wat: list, nu: datetime, *, van_coordinator: bool = True) -> list[Termijn]:
    duur = Regio.objects.huidige().gesprek
    tot = loopt_tot(nu, duur, huidige_kalender())
    wie = coordinatoren({rij.gezin_id for rij in wat}) if van_coordinator else {}
    return start(
        [
            NieuweTermijn(
                soort=soort, gezin_id=rij.gezin_id, begint_op=nu, loopt_af_op=tot, duur=duur,
                houder_id=wie[rij.gezin_id].gebruiker_id if rij.gezin_id in wie else None,
                gevraagd=[wie[rij.gezin_id].gebruiker_id] if rij.gezin_id in wie else [],
            )
            for rij in wat
        ],
        nu=nu,
        reden=_("niet op tijd gedaan"),
    )  # fmt: skip


def _meld_laat(soort: str, wat: list, nu: datetime) -> None:
    schappen = coordinatoren({rij.gezin_id for rij in wat})
    leiding = {
        (functie.gebruiker_id, functie.instelling_id): functie.leidinggevende
        for functie in Functie.objects.geldig()
        .filter(gebruiker__in=[schap.gebruiker_id for schap in schappen.values()], leidinggevende__is_active=True)
        .select_related("leidinggevende")
    }
    meldingen = []
    for rij in wat:
        schrijf_over_gezin(
            Handeling.KLOK, rij.gezin, rij._meta.model_name, rij.pk, door=None, melding=_("niet op tijd gedaan")
        )
        schap = schappen.get(rij.gezin_id)
        if schap is None:
            continue
        boven = leiding.get((schap.gebruiker_id, schap.instelling_id))
        meldingen += [
            Melding(soort, wie, sleutel=f"{soort}:{rij.pk}:{rij.termijn_id}", gezin=rij.gezin_id, object_id=rij.pk)
            for wie in (schap.gebruiker, boven)
            if wie is not None
        ]
    meld_velen(meldingen, nu)
