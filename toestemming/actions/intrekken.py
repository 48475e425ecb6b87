"""Taking consent back: it closes at once, keeps the record, and brings a talk with a term to the coordinator (T3)."""

import uuid
from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from berichten.actions import Melding, meld_velen
from core.errors import NotAllowed, RuleError
from gezinnen.models import Deelnemer, Gezin
from gezinnen.permissions import eis_coordinator, is_coordinator
from gezinnen.selectie import coordinator
from instanties.models import Gebruiker, Regio, Verzoekstaat
from logboek.models import Handeling
from termijnen.actions import NieuweTermijn, beeindig, start
from termijnen.kalender import huidige_kalender, loopt_tot
from termijnen.models import Termijn, Termijnstaat
from toestemming.actions.herzien import eindig
from toestemming.actions.verslag import schrijf_over_gezin
from toestemming.actions.vlagverzoeken import vraag
from toestemming.actions.weigering import weiger_regels
from toestemming.kring import kring_van
from toestemming.models import (
    Handtekening,
    Intrekking,
    Intrekkingstaat,
    Toestemming,
    Toestemmingstaat,
    Veiligheidsvlag,
    Vlagverzoek,
    Vlagvraag,
)
from toestemming.ondertekenaars import ondertekenaars
from woorden.zinnen import zin


@transaction.atomic
def trek_in(wie: Deelnemer, regel_ids: Collection[uuid.UUID], *, nu: datetime, door: Gebruiker) -> Intrekking:
    """Take back these lines for `wie`, who must sign them: everything, one receiver or one subject (T3).

    By the person with the own account, or told to the coordinator, who records it. What is begun after this commits
    doesn't contain it. What is about somebody whom a safety flag keeps from `wie`, the privacy officer decides (S19):
    asked, and it goes on meanwhile. Raises RuleError (field regels) for lines that aren't this person's to take back.
    """
    if wie.gebruiker_id != door.pk and not is_coordinator(door, wie.gezin_id):
        raise NotAllowed(zin(_("Alleen de persoon zelf of [de zorgcoördinator] legt dit vast.")))
    Gezin.objects.select_for_update(no_key=True).get(pk=wie.gezin_id)
    regels = list(
        Toestemming.objects.open()
        .filter(gezin=wie.gezin_id, pk__in=list(regel_ids))
        .select_related("gezin", "gesprek", "over", "ontvanger__gebruiker", "ontvanger_instelling")
    )
    if not regel_ids:
        raise RuleError(_("Kies waarmee u wilt stoppen."), "regels")
    kring, op = kring_van(wie.gezin_id), localdate(nu)
    eigen = [regel for regel in regels if wie.pk in ondertekenaars(kring, regel.over_id, op).wie]
    if len(eigen) != len(set(regel_ids)):
        raise RuleError(_("Een van deze regels is al gestopt of niet van u. Bekijk de regels opnieuw."), "regels")
    eigen = _zonder_beschermd(wie, eigen, nu, door)
    weiger_regels(wie, eigen, nu=nu, door=door)
    return _stop(wie, eigen, nu=nu, door=door)


def stop_met(wie: Deelnemer, regels: Collection[Toestemming], *, nu: datetime, door: Gebruiker) -> Intrekking:
    """End these open lines, which `wie` signs, at once; the coordinator owes a talk about it.

    But of what is about somebody whom a safety flag keeps from `wie`: see `trek_in`.
    """
    return _stop(wie, _zonder_beschermd(wie, regels, nu, door), nu=nu, door=door)


def _stop(wie: Deelnemer, regels: Collection[Toestemming], *, nu: datetime, door: Gebruiker) -> Intrekking:
    Handtekening.objects.filter(
        toestemming__in=[regel.pk for regel in regels], ondertekenaar=wie, tot__isnull=True
    ).update(tot=nu)
    gedeeld = [regel for regel in regels if regel.staat == Toestemmingstaat.GELDIG]
    # A refusal isn't withdrawn; it is what it is.
    eindig([r for r in regels if r.staat != Toestemmingstaat.GEWEIGERD], Toestemmingstaat.INGETROKKEN, nu=nu, door=door)
    intrekking = Intrekking.objects.create(
        gezin_id=wie.gezin_id,
        wie=wie,
        vastgelegd_door=door,
        op=nu,
        termijn=begin_gesprekstermijn(wie.gezin_id, nu, door),
    )
    intrekking.regels.set(regels)
    _vertel(intrekking, gedeeld, nu)
    return intrekking


@transaction.atomic
def leg_besproken_vast(
    intrekking: Intrekking, uitkomst: str, besproken_op: date, *, nu: datetime, door: Gebruiker
) -> Intrekking:
    """Record the talk about it (T3). Raises RuleError at the field (uitkomst, besproken_op)."""
    eis_coordinator(door, intrekking.gezin_id)
    intrekking = (
        Intrekking.objects.select_for_update(of=("self",)).select_related("gezin", "termijn").get(pk=intrekking.pk)
    )
    if intrekking.staat != Intrekkingstaat.OPEN:
        raise RuleError(_("Dit gesprek is al vastgelegd."))
    if not uitkomst.strip():
        raise RuleError(_("Schrijf op wat eruit kwam."), "uitkomst")
    if besproken_op > localdate(nu):
        raise RuleError(_("Deze dag moet nog komen. Kies vandaag of een eerdere dag."), "besproken_op")
    if besproken_op < localdate(intrekking.op):
        raise RuleError(_("Deze dag ligt voor het intrekken. Klopt de datum?"), "besproken_op")
    beeindig([intrekking.termijn], Termijnstaat.GEHAALD, nu=nu, door=door)
    Intrekking.overgangen.move(Intrekkingstaat.BESPROKEN, intrekking)
    intrekking.uitkomst = uitkomst.strip()
    intrekking.besproken_op, intrekking.besproken_door = besproken_op, door
    intrekking.save(update_fields=["staat", "uitkomst", "besproken_op", "besproken_door"])
    schrijf_over_gezin(
        Handeling.WIJZIGEN, intrekking.gezin, "intrekking", intrekking.pk, door=door, melding=_("besproken")
    )
    return intrekking


def begin_gesprekstermijn(gezin_id: uuid.UUID, nu: datetime, door: Gebruiker | None) -> Termijn:
    """The term within which the coordinator talks it over, as long as the region gives for a talk."""
    duur = Regio.objects.huidige().gesprek
    schap = coordinator(Gezin(pk=gezin_id))
    wie = schap.gebruiker_id if schap else None
    [termijn] = start(
        [
            NieuweTermijn(
                soort="intrekking", gezin_id=gezin_id, houder_id=wie, begint_op=nu,
                loopt_af_op=loopt_tot(nu, duur, huidige_kalender()), duur=duur, gevraagd=[wie] if wie else [],
            )
        ],
        nu=nu,
        door=door,
    )  # fmt: skip
    return termijn


def _zonder_beschermd(
    wie: Deelnemer, regels: Collection[Toestemming], nu: datetime, door: Gebruiker
) -> list[Toestemming]:
    """What is left to take back by himself; of the rest a question goes to the privacy officer, one for each flag (S19)."""
    over = list(regels)
    for vlag in kring_van(wie.gezin_id).vlaggen:
        hier = [regel for regel in over if vlag.voor_wie_id == wie.pk and regel.over_id in vlag.over_wie]
        over = [regel for regel in over if regel not in hier]
        if hier:
            _vraag_privacy_officer(vlag, wie, [regel.pk for regel in hier], nu, door)
    return over


def _vraag_privacy_officer(
    vlag: Veiligheidsvlag, wie: Deelnemer, regels: list[uuid.UUID], nu: datetime, door: Gebruiker
) -> None:
    wacht = Vlagverzoek.objects.filter(vlag=vlag, soort=Vlagvraag.INTREKKEN, staat=Verzoekstaat.WACHT).first()
    if wacht is None:
        vlag.gezin = wie.gezin
        vraag(vlag, door=door, nu=nu, soort=Vlagvraag.INTREKKEN, regels=regels)
    elif extra := [pk for pk in regels if pk not in wacht.regels]:
        wacht.regels += extra
        wacht.save(update_fields=["regels"])


def _vertel(intrekking: Intrekking, regels: list[Toestemming], nu: datetime) -> None:
    """The coordinator hears that a talk is asked; who might know it until now, that this is over (AVG 19).

    Who was only going to be told something, doesn't hear that it was asked.
    """
    schap = coordinator(intrekking.gezin)
    ontvangers = {
        regel.ontvanger.gebruiker for regel in regels if regel.ontvanger is not None and regel.ontvanger.gebruiker
    }
    instellingen = {regel.ontvanger_instelling_id for regel in regels if regel.ontvanger_instelling_id}
    via_instelling = Deelnemer.objects.actief().filter(
        gezin=intrekking.gezin_id, instelling__in=instellingen, gebruiker__isnull=False
    )
    ontvangers |= {rij.gebruiker for rij in via_instelling.select_related("gebruiker") if rij.gebruiker}
    meldingen = [
        Melding("delen_gestopt", wie, sleutel=f"gestopt:{intrekking.pk}", gezin=intrekking.gezin_id)
        for wie in ontvangers
        if wie.is_active
    ]
    if schap:
        meldingen.append(
            Melding(
                "intrekking_bespreken", schap.gebruiker, sleutel=f"intrekking:{intrekking.pk}",
                gezin=intrekking.gezin_id, object_id=intrekking.pk,
            )
        )  # fmt: skip
    meld_velen(meldingen, nu)
