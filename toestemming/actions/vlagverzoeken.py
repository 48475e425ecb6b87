"""What is asked about a safety flag: a second person confirms it, silence ends nothing, the privacy officer decides (I8, S19)."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from berichten.actions import Melding, meld_velen
from core.errors import NotAllowed, RuleError
from gezinnen.models import Gezin
from gezinnen.selectie import coordinator
from gezinnen.waarneming import namens_wie
from instanties.actions.verzoeken import beantwoord, laat_vervallen, zwijg
from instanties.models import Gebruiker, Regio, Verzoekstaat
from logboek.models import Handeling
from termijnen.actions import NieuweTermijn, beeindig, start
from termijnen.kalender import einde_van_dag, huidige_kalender, loopt_tot
from termijnen.models import Termijn, Termijnstaat
from toestemming.actions.herzien import eindig, herzie
from toestemming.actions.verslag import schrijf_over_gezin
from toestemming.actions.vertellen import vraag_in_plaats
from toestemming.beoordelaars import beoordelaars, mag_beantwoorden, wie_eerst
from toestemming.in_plaats import wachtende_regels
from toestemming.models import (
    Beoordelaar,
    Handtekening,
    Hoedanigheid,
    Toestemming,
    Toestemmingstaat,
    Veiligheidsvlag,
    Vlagverzoek,
    Vlagvraag,
)
from toestemming.signalen import vlag_veranderd

# A flag that holds again after a mistake is looked at within this.
WEER_BEKIJKEN = timedelta(days=31)


def vraag(
    vlag: Veiligheidsvlag,
    *,
    door: Gebruiker | None,
    nu: datetime,
    na: str = "",
    soort: str = Vlagvraag.BEVESTIGEN,
    regels: Sequence[uuid.UUID] = (),
) -> Vlagverzoek:
    """Ask the first who may answer, or the next after `na`; a withdrawal is the privacy officer's. They hear it at once."""
    if soort == Vlagvraag.INTREKKEN:
        na = Beoordelaar.AANDACHTSFUNCTIONARIS
    aan, mensen = wie_eerst(vlag, na)
    duur = Regio.objects.huidige().antwoord
    [termijn] = start(
        [
            NieuweTermijn(
                soort="vlag_bevestigen", gezin_id=vlag.gezin_id, begint_op=nu, duur=duur,
                loopt_af_op=loopt_tot(nu, duur, huidige_kalender()), gevraagd=[wie.pk for wie in mensen],
                houder_id=mensen[0].pk if aan == Beoordelaar.COORDINATOR else None,
            )
        ],
        nu=nu,
        door=door,
    )  # fmt: skip
    verzoek = Vlagverzoek.objects.create(
        vlag=vlag, door=door, op=nu, aan=aan, soort=soort, regels=list(regels), termijn=termijn
    )
    _meld("vlag_gevraagd", mensen, verzoek, nu)
    return verzoek


@transaction.atomic
def beantwoord_vlagverzoek(
    verzoek: Vlagverzoek, ja: bool, waarom: str, *, nu: datetime, door: Gebruiker
) -> Veiligheidsvlag:
    """Say whether this protection is needed, or (of a withdrawal) whether sharing ends; the flag as it is then (S19).

    A yes confirms it, and begins one that was only asked for. A no, with a reason, goes to the next; the privacy officer's
    no ends it. Raises NotAllowed for who wasn't asked, RuleError (field waarom), or where it was answered already.
    """
    Gezin.objects.select_for_update(no_key=True).get(pk=verzoek.vlag.gezin_id)
    verzoek = Vlagverzoek.objects.select_related("vlag__gezin", "vlag__gezet_door", "termijn").get(pk=verzoek.pk)
    vlag = verzoek.vlag
    if not mag_beantwoorden(verzoek, door):
        raise NotAllowed(_("Deze vraag is niet aan u gesteld."))
    beslist = verzoek.aan == Beoordelaar.PRIVACY_OFFICER
    if not waarom.strip() and (beslist or not ja):
        raise RuleError(_("Schrijf op waarom."), "waarom")
    verzoek.waarom = waarom.strip()
    als_coordinator = verzoek.aan == Beoordelaar.COORDINATOR
    namens = namens_wie(door, vlag.gezin_id, als_coordinator=True) if als_coordinator else None
    beantwoord(verzoek, ja, nu=nu, door=door, namens=namens, en_velden=["waarom"])
    beeindig([verzoek.termijn], Termijnstaat.GEHAALD, nu=nu, door=door)
    melding = _("beantwoord: %(wat)s, %(ja_of_nee)s") % {
        "wat": verzoek.get_soort_display(), "ja_of_nee": verzoek.get_staat_display().lower()
    }  # fmt: skip
    schrijf_over_gezin(Handeling.RECHTEN_WIJZIGEN, vlag.gezin, "veiligheidsvlag", vlag.pk, door=door, melding=melding)
    if verzoek.soort == Vlagvraag.INTREKKEN:
        if ja:
            _trek_regels_in(verzoek, nu, door)
    elif ja:
        _bevestigd(verzoek, nu, door)
    elif beslist:
        hef_op(vlag, verzoek.waarom, nu=nu, door=door)
    else:
        vraag(vlag, door=verzoek.door, nu=nu, na=verzoek.aan)
    return vlag


def verstreken(termijnen: list[Termijn], nu: datetime) -> None:
    """Nobody answered: what is protected stays so, and the next one is asked; at the end the privacy officer again (S19)."""
    open_ = list(
        Vlagverzoek.objects.filter(termijn__in=termijnen, staat=Verzoekstaat.WACHT)
        .select_related("vlag__gezin", "door")
        .order_by("pk")
    )
    zwijg(open_, nu=nu)
    for oud in open_:
        schrijf_over_gezin(
            Handeling.KLOK, oud.vlag.gezin, "veiligheidsvlag", oud.vlag_id, door=None, melding=_("niet op tijd gedaan")
        )
        vraag(oud.vlag, door=oud.door, nu=nu, na=oud.aan, soort=oud.soort, regels=oud.regels)


def hef_op(vlag: Veiligheidsvlag, waarom: str, *, nu: datetime, door: Gebruiker) -> None:
    """End a flag, with all that hangs on it; who set it and who confirmed it hear so at once (I8)."""
    gold = vlag.van is not None
    open_ = Vlagverzoek.objects.filter(vlag=vlag, staat=Verzoekstaat.WACHT)
    lopend = Termijn.objects.filter(vlag_bevestigen__in=open_)
    beeindig(list(lopend), Termijnstaat.VERVALLEN, nu=nu, door=door)
    laat_vervallen(open_)
    beeindig([vlag.termijn], Termijnstaat.GEHAALD, nu=nu, door=door)
    vlag.tot, vlag.opgeheven_door, vlag.waarom_opgeheven = nu, door, waarom
    vlag.save(update_fields=["tot", "opgeheven_door", "waarom_opgeheven"])
    # What was decided in somebody's place is that person's again.
    Handtekening.objects.filter(
        toestemming__gezin=vlag.gezin_id, toestemming__over__in=vlag.over_wie, ondertekenaar=vlag.voor_wie_id,
        hoedanigheid=Hoedanigheid.PRIVACY_OFFICER, tot__isnull=True,
    ).update(tot=nu)  # fmt: skip
    herzie([vlag.gezin_id], nu=nu, door=door)
    schrijf_over_gezin(
        Handeling.RECHTEN_WIJZIGEN, vlag.gezin, "veiligheidsvlag", vlag.pk, door=door,
        melding=_("veiligheidsvlag opgeheven"),
    )  # fmt: skip
    gezegd = Vlagverzoek.objects.filter(vlag=vlag, beantwoord_door__isnull=False).select_related("beantwoord_door")
    betrokken = {vlag.gezet_door, *(rij.beantwoord_door for rij in gezegd if rij.beantwoord_door)} - {door}
    meld_velen(
        [
            Melding("vlag_opgeheven", wie, sleutel=f"vlag_op:{vlag.pk}", gezin=vlag.gezin_id, object_id=vlag.pk)
            for wie in sorted(betrokken, key=lambda wie: wie.pk)
            if wie.is_active
        ],
        nu,
    )
    if gold:
        vlag_veranderd.send(Veiligheidsvlag, gezin=vlag.gezin, nu=nu, door=door)


def zet_terug(vlag: Veiligheidsvlag, *, nu: datetime, door: Gebruiker) -> None:
    """Let a flag hold again that ended by a mistake: at once, and a second person looks at it anew (S19)."""
    schap = None if vlag.zonder_coordinator else coordinator(vlag.gezin)
    wie = schap.gebruiker_id if schap else None
    [vlag.termijn] = start(
        [
            NieuweTermijn(
                soort="vlag_herzien", gezin_id=vlag.gezin_id, houder_id=wie, begint_op=nu,
                loopt_af_op=einde_van_dag(localdate(nu) + WEER_BEKIJKEN), gevraagd=[wie] if wie else [],
            )
        ],
        nu=nu,
        door=door,
    )  # fmt: skip
    vlag.tot, vlag.opgeheven_door, vlag.waarom_opgeheven = None, None, ""
    vlag.save(update_fields=["termijn", "tot", "opgeheven_door", "waarom_opgeheven"])
    schrijf_over_gezin(
        Handeling.RECHTEN_WIJZIGEN, vlag.gezin, "veiligheidsvlag", vlag.pk, door=door, melding=_("veiligheidsvlag geldt weer"),
    )  # fmt: skip
    vraag(vlag, door=vlag.gezet_door, nu=nu)
    if vlag.van is not None:
        begint(vlag, nu=nu, door=door)


def vertel_wie_iets_zou_doen(vlaggen: Sequence[Veiligheidsvlag], *, nu: datetime) -> None:
    """Whom a flag concerns was chosen to do something about who is protected, by a coordinator who may not know of it (S19).

    It stays so and he reads nothing of it; who set each of these (with `gezin` and `gezet_door`) and the aandachtsfunctionaris
    hear it, and see to it. Nobody else does.
    """
    meld_velen(
        [
            Melding(
                "vlag_doet_iets", wie, sleutel=f"vlag_doet:{vlag.pk}:{nu.isoformat()}", gezin=vlag.gezin_id,
                object_id=vlag.pk,
            )
            for vlag in {vlag.pk: vlag for vlag in vlaggen}.values()
            for wie in {vlag.gezet_door, *beoordelaars(vlag, Beoordelaar.AANDACHTSFUNCTIONARIS)}
            if wie.is_active
        ],
        nu,
    )  # fmt: skip


def vraag_wie_mag_weten(vlaggen: Sequence[Veiligheidsvlag], *, nu: datetime) -> None:
    """Whom these flags concern and who is protected stand in one household now, by a coordinator who may not know (S19).

    Whoever looks at it first is told, with who set it, and asked whether it is needed as it is now: silence goes on to the
    privacy officer. `vlaggen` with `gezin` and `gezet_door`.
    """
    wachten = set(
        Vlagverzoek.objects.filter(vlag__in=vlaggen, staat=Verzoekstaat.WACHT, soort=Vlagvraag.BEVESTIGEN).values_list(
            "vlag", flat=True
        )
    )
    for vlag in vlaggen:
        if vlag.pk not in wachten:
            vraag(vlag, door=vlag.gezet_door, nu=nu)
    meld_velen(
        [
            Melding(
                "vlag_in_huis", wie, sleutel=f"vlag_huis:{vlag.pk}:{nu.isoformat()}", gezin=vlag.gezin_id, object_id=vlag.pk
            )
            for vlag in vlaggen
            for wie in {vlag.gezet_door, *wie_eerst(vlag)[1]}
            if wie.is_active
        ],
        nu,
    )  # fmt: skip


def _bevestigd(verzoek: Vlagverzoek, nu: datetime, door: Gebruiker) -> None:
    vlag = verzoek.vlag
    if vlag.van is None:
        vlag.van = nu
        vlag.save(update_fields=["van"])
        begint(vlag, nu=nu, door=door)
    if vlag.gezet_door.is_active:
        _meld("vlag_bevestigd", [vlag.gezet_door], verzoek, nu)


def begint(vlag: Veiligheidsvlag, *, nu: datetime, door: Gebruiker | None) -> None:
    """What follows when a flag begins to hold: others say yes or no now, and what was asked of somebody may not be."""
    herzie([vlag.gezin_id], nu=nu, door=door)
    vraag_in_plaats(wachtende_regels(vlag.gezin_id), nu=nu)
    vlag_veranderd.send(Veiligheidsvlag, gezin=vlag.gezin, nu=nu, door=door)


def _trek_regels_in(verzoek: Vlagverzoek, nu: datetime, door: Gebruiker) -> None:
    regels = Toestemming.objects.open().filter(gezin=verzoek.vlag.gezin_id, pk__in=verzoek.regels)
    # A refusal isn't withdrawn; it is what it is.
    regels = regels.exclude(staat=Toestemmingstaat.GEWEIGERD)
    eindig(regels.select_related("gezin").order_by("pk"), Toestemmingstaat.INGETROKKEN, nu=nu, door=door)


def _meld(soort: str, mensen: Sequence[Gebruiker], verzoek: Vlagverzoek, nu: datetime) -> None:
    meld_velen(
        [
            Melding(
                soort, wie, sleutel=f"{soort}:{verzoek.pk}", gezin=verzoek.vlag.gezin_id, object_id=verzoek.pk
            )
            for wie in mensen
        ],
        nu,
    )  # fmt: skip
