"""What is kept from somebody, what somebody chose to show, and who decides in another's place (T2, T3, X5)."""

import uuid
from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from core.errors import NotAllowed, RuleError
from gezinnen.models import Deelnemer, Gezin, SoortDeelnemer
from gezinnen.permissions import eis_coordinator, is_coordinator
from gezinnen.selectie import MEERDERJARIG, coordinator, is_meerderjarig, leeftijd_onbekend
from gezinnen.waarneming import ik_en_namens
from gezinnen.zeggenschap import zeggenschap
from instanties.models import Gebruiker, Verzoekstaat
from logboek.models import Handeling
from termijnen.actions import NieuweTermijn, start
from termijnen.kalender import einde_van_dag
from toestemming.actions import vlagverzoeken
from toestemming.actions.herzien import herzie
from toestemming.actions.verslag import schrijf_over_gezin
from toestemming.actions.volgen import volg_allen
from toestemming.beoordelaars import mag_beantwoorden, mag_zetten
from toestemming.kring import kring_van
from toestemming.models import Deelkeuze, Veiligheidsvlag, Vertegenwoordiging, Vlagverzoek, Vlagvraag
from toestemming.ondertekenaars import LEEFTIJD_EIGEN_TOESTEMMING

# A flag is looked at again at the latest after this.
LANGST = timedelta(days=183)


@transaction.atomic
def zet_vlag(
    voor_wie: Deelnemer,
    over_wie: Collection[uuid.UUID],
    reden: str,
    herzien_op: date,
    *,
    zonder_coordinator: bool = False,
    nu: datetime,
    door: Gebruiker,
) -> Veiligheidsvlag:
    """Keep from `voor_wie` what is about these gezinsleden, without telling, and ask a second person (T3, X5, I8).

    A professional who helps sets it at once; another (a school, a corporatie) asks for it, and it begins with a yes.
    `zonder_coordinator`: she is the danger, and isn't asked or told. Raises RuleError at the field (over_wie, reden, herzien_op).
    """
    gezin = Gezin.objects.select_for_update(no_key=True).get(pk=voor_wie.gezin_id)
    _eis_professional(door, gezin.pk)
    _eis_leden(voor_wie, over_wie)
    zelf = mag_zetten(door, gezin.pk)
    vlag = Veiligheidsvlag(
        gezin=gezin, voor_wie=voor_wie, over_wie=sorted(over_wie), reden=reden.strip(), van=nu if zelf else None,
        zonder_coordinator=zonder_coordinator,
    )  # fmt: skip
    _bewaar(vlag, herzien_op, nu=nu, door=door)
    if zelf:
        vlagverzoeken.begint(vlag, nu=nu, door=door)
    volg_allen(gezin.pk, nu=nu)
    return vlag


@transaction.atomic
def vraag_vlag_in_woorden(
    gezin: Gezin,
    bedoeld_voor: str,
    bedoeld_over: str,
    reden: str,
    herzien_op: date,
    *,
    zonder_coordinator: bool = False,
    nu: datetime,
    door: Gebruiker,
) -> Veiligheidsvlag:
    """Ask for protection as zet_vlag, by a professional who isn't shown who is in the family: in words (I8, T3).

    Nothing tells whether somebody of that name is there. Who says yes chooses whom they mean, and then it begins. Raises
    RuleError at the field (bedoeld_voor, bedoeld_over, reden, herzien_op).
    """
    gezin = Gezin.objects.select_for_update(no_key=True).get(pk=gezin.pk)
    _eis_professional(door, gezin.pk)
    for veld, waarde in (("bedoeld_over", bedoeld_over), ("bedoeld_voor", bedoeld_voor)):
        if not waarde.strip():
            raise RuleError(_("Schrijf op wie u bedoelt."), veld)
    vlag = Veiligheidsvlag(
        gezin=gezin, over_wie=[], bedoeld_voor=bedoeld_voor.strip(), bedoeld_over=bedoeld_over.strip(), reden=reden.strip(),
        zonder_coordinator=zonder_coordinator,
    )  # fmt: skip
    _bewaar(vlag, herzien_op, nu=nu, door=door)
    return vlag


def _bewaar(vlag: Veiligheidsvlag, herzien_op: date, *, nu: datetime, door: Gebruiker) -> None:
    """Keep it with the day on which it is looked at again, and ask a second person. Raises RuleError (reden, herzien_op)."""
    vlag.gezet_door = door
    if not vlag.reden:
        raise RuleError(_("Schrijf op waarom dit nodig is."), "reden")
    vandaag = localdate(nu)
    if not vandaag < herzien_op <= vandaag + LANGST:
        raise RuleError(_("Kies een dag in het komende half jaar."), "herzien_op")
    schap = None if vlag.zonder_coordinator else coordinator(vlag.gezin)
    wie = schap.gebruiker_id if schap else None
    [vlag.termijn] = start(
        [
            NieuweTermijn(
                soort="vlag_herzien", gezin_id=vlag.gezin_id, houder_id=wie, begint_op=nu,
                loopt_af_op=einde_van_dag(herzien_op), gevraagd=[wie] if wie else [],
            )
        ],
        nu=nu,
        door=door,
    )  # fmt: skip
    vlag.save(force_insert=True)
    melding = _("veiligheidsvlag gezet") if vlag.van else _("om een veiligheidsvlag gevraagd")
    schrijf_over_gezin(Handeling.RECHTEN_WIJZIGEN, vlag.gezin, "veiligheidsvlag", vlag.pk, door=door, melding=melding)
    vlagverzoeken.vraag(vlag, door=door, nu=nu)


@transaction.atomic
def bevestig_in_woorden(
    verzoek: Vlagverzoek, waarom: str, *, voor_wie: Deelnemer | None, over_wie: Collection[uuid.UUID], nu: datetime,
    door: Gebruiker,
) -> Veiligheidsvlag:  # fmt: skip
    """Say yes to what was asked in words, choosing whom they mean: from now on it holds for these. Raises as zet_vlag does."""
    vlag = verzoek.vlag
    if voor_wie is None or voor_wie.gezin_id != vlag.gezin_id:
        raise RuleError(_("Kies wie iets niet mag lezen."), "voor_wie")
    _eis_leden(voor_wie, over_wie)
    if not mag_beantwoorden(verzoek, door):
        raise NotAllowed(_("Deze vraag is niet aan u gesteld."))
    Veiligheidsvlag.objects.filter(pk=vlag.pk, voor_wie__isnull=True).update(
        voor_wie=voor_wie, over_wie=sorted(over_wie)
    )
    vlag = vlagverzoeken.beantwoord_vlagverzoek(verzoek, True, waarom, nu=nu, door=door)
    volg_allen(vlag.gezin_id, nu=nu)
    return vlag


def _eis_leden(voor_wie: Deelnemer, over_wie: Collection[uuid.UUID]) -> None:
    if not over_wie or not set(over_wie) <= kring_van(voor_wie.gezin_id).leden.keys() - {voor_wie.pk}:
        raise RuleError(_("Kies over wie %(naam)s niets mag lezen.") % {"naam": voor_wie.naam}, "over_wie")


@transaction.atomic
def hef_vlag_op(vlag: Veiligheidsvlag, waarom: str, *, nu: datetime, door: Gebruiker) -> None:
    """Lift a flag that a second person has looked at. Only the coordinator, with a reason (RuleError, veld waarom)."""
    eis_coordinator(door, vlag.gezin_id)
    vlag = (
        Veiligheidsvlag.objects.select_for_update(of=("self",))
        .select_related("termijn", "gezin", "gezet_door")
        .get(pk=vlag.pk)
    )
    if vlag.zonder_coordinator:
        raise NotAllowed(_("Dit doet de privacy officer."))
    if vlag.tot is not None:
        raise RuleError(_("Deze vlag is al opgeheven."))
    if Vlagverzoek.objects.filter(vlag=vlag, staat=Verzoekstaat.WACHT, soort=Vlagvraag.BEVESTIGEN).exists():
        raise RuleError(_("Er wordt nog gekeken of deze bescherming nodig is. Zolang blijft zij."))
    if not waarom.strip():
        raise RuleError(_("Schrijf op waarom dit niet meer nodig is."), "waarom")
    vlagverzoeken.hef_op(vlag, waarom.strip(), nu=nu, door=door)


@transaction.atomic
def kies_wat_te_zien(
    van: Deelnemer, voor: Deelnemer, onderdelen: Collection[uuid.UUID], *, nu: datetime, door: Gebruiker
) -> None:
    """Let `voor` see exactly these of the own matters of `van`, instead of what was chosen before (T3).

    The person alone chooses, with the own account: an adult towards a child, somebody of sixteen or seventeen towards who
    holds gezag. Raises NotAllowed, or RuleError (field voor). Which parts these are, the room of the plan checks.
    """
    if van.gebruiker_id != door.pk:
        raise NotAllowed(_("Alleen de persoon zelf kiest dit."))
    kring, op = kring_van(van.gezin_id), localdate(nu)
    volwassene = is_meerderjarig(van, op)
    jongere = van.pk in kring.van_leeftijd(op, LEEFTIJD_EIGEN_TOESTEMMING, MEERDERJARIG)
    naar_kind = volwassene and voor.pk in kring.minderjarigen(op) | kring.leeftijd_onbekend()
    naar_ouder = jongere and voor.pk in kring.houders(van.pk)
    if voor.gezin_id != van.gezin_id or not (naar_kind or naar_ouder):
        raise RuleError(_("Kies iemand van het gezin die dit nog niet ziet."), "voor")
    oud = Deelkeuze.objects.filter(van=van, voor=voor, tot__isnull=True)
    oud.exclude(onderdeel__in=list(onderdelen)).update(tot=nu)
    bestaand = set(oud.values_list("onderdeel", flat=True))
    Deelkeuze.objects.bulk_create(
        Deelkeuze(gezin_id=van.gezin_id, van=van, voor=voor, onderdeel=onderdeel, op=nu)
        for onderdeel in dict.fromkeys(onderdelen)
        if onderdeel not in bestaand
    )
    schrijf_over_gezin(
        Handeling.RECHTEN_WIJZIGEN, van.gezin, "deelkeuze", voor.pk, door=door,
        melding=_("gekozen wat iemand uit het gezin ziet"),
    )  # fmt: skip


def vergeet_keuzes(onderdeel: uuid.UUID, *, nu: datetime) -> None:
    """A part that says something else was shown by nobody: each chooses again (T3)."""
    Deelkeuze.objects.filter(onderdeel=onderdeel, tot__isnull=True).update(tot=nu)


@transaction.atomic
def leg_vertegenwoordiging_vast(
    wie: Deelnemer, door_wie: Deelnemer | None, reden: str, *, nu: datetime, door: Gebruiker
) -> Vertegenwoordiging:
    """Record that somebody else decides for this gezinslid (T2): `door_wie`, or (None, for a minor) who holds gezag.

    Raises RuleError at the field (wie, door_wie, reden).
    """
    eis_coordinator(door, wie.gezin_id)
    Gezin.objects.select_for_update(no_key=True).get(pk=wie.gezin_id)
    if not wie.is_gezinslid:
        raise RuleError(_("Kies iemand van het gezin."), "wie")
    if door_wie is None and is_meerderjarig(wie, nu):
        raise RuleError(_("Kies wie er beslist: de curator of de mentor."), "door_wie")
    if door_wie is not None and (door_wie.gezin_id != wie.gezin_id or door_wie.gestopt_op or door_wie.pk == wie.pk):
        raise RuleError(_("Kies iemand anders die meedoet aan dit plan."), "door_wie")
    if door_wie is not None and (not is_meerderjarig(door_wie, nu) or leeftijd_onbekend(door_wie)):
        raise RuleError(_("Kies iemand van 18 jaar of ouder."), "door_wie")
    if door_wie is not None and door_wie.gebruiker and is_coordinator(door_wie.gebruiker, wie.gezin_id):
        # Whoever asks for consent doesn't give it; nor whoever stands in.
        raise RuleError(
            _("%(naam)s vraagt om de toestemming. Kies iemand anders die beslist.") % {"naam": door_wie.naam},
            "door_wie",
        )
    if not reden.strip():
        raise RuleError(_("Schrijf op waarom %(naam)s hier niet zelf over beslist.") % {"naam": wie.naam}, "reden")
    if Vertegenwoordiging.objects.filter(wie=wie, tot__isnull=True).exists():
        raise RuleError(_("Dit is al vastgelegd. Beëindig dat eerst."), "wie")
    with zeggenschap(wie.gezin_id, nu=nu, door=door):
        rij = Vertegenwoordiging.objects.create(
            wie=wie, door_wie=door_wie, reden=reden.strip(), van=nu, vastgelegd_door=door
        )
    schrijf_over_gezin(
        Handeling.RECHTEN_WIJZIGEN, wie.gezin, "vertegenwoordiging", rij.pk, door=door, melding=_("ander beslist")
    )
    herzie([wie.gezin_id], nu=nu, door=door)
    return rij


@transaction.atomic
def beeindig_vertegenwoordiging(rij: Vertegenwoordiging, *, nu: datetime, door: Gebruiker) -> None:
    """From now on this person decides again, by age and gezag (T2)."""
    eis_coordinator(door, rij.wie.gezin_id)
    with zeggenschap(rij.wie.gezin_id, nu=nu, door=door):
        Vertegenwoordiging.objects.filter(pk=rij.pk, tot__isnull=True).update(tot=nu)
    schrijf_over_gezin(
        Handeling.RECHTEN_WIJZIGEN,
        rij.wie.gezin,
        "vertegenwoordiging",
        rij.pk,
        door=door,
        melding=_("beslist weer zelf"),
    )
    herzie([rij.wie.gezin_id], nu=nu, door=door)


def _eis_professional(gebruiker: Gebruiker, gezin_id: uuid.UUID) -> None:
    ik = ik_en_namens(gebruiker, gezin_id)
    rijen = Deelnemer.objects.actief().filter(gezin=gezin_id, gebruiker__in=ik, soort=SoortDeelnemer.PROFESSIONAL)
    if not rijen.exists():
        raise NotAllowed(_("Dit doet een professional die meedoet aan het plan."))
