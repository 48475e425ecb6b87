"""What each person says to the lines that need his or her signature: yes or no, as easily the one as the other (T1, T2)."""

import uuid
from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from berichten.actions import meld
from core.errors import NotAllowed, RuleError
from gezinnen.models import Deelnemer, Gezin
from gezinnen.permissions import is_coordinator
from instanties.models import Gebruiker
from instanties.selectie import na_code_van_een_ander
from logboek.models import Handeling
from toestemming.actions.herzien import herzie
from toestemming.actions.verslag import schrijf_over_gezin
from toestemming.actions.weigering import weiger_regels
from toestemming.beoordelaars import beslist_in_plaats
from toestemming.in_plaats import te_beslissen
from toestemming.kring import kan_beslissen, kring_van
from toestemming.models import Antwoord, Handtekening, Hoedanigheid, Toestemming, Veiligheidsvlag, Vorm
from toestemming.ondertekenaars import te_tekenen_door
from woorden.zinnen import zin


@transaction.atomic
def teken(
    ondertekenaar: Deelnemer,
    antwoorden: Mapping[uuid.UUID, str],
    *,
    vorm: str,
    gegeven_op: date,
    bewijs: str = "",
    nu: datetime,
    door: Gebruiker,
) -> list[Toestemming]:
    """Record this person's answer to these lines; a new answer replaces the old (T1). Returns the lines that changed.

    With the own account (`Vorm.DIGITAAL`), or recorded by the coordinator: oral, or on paper with where it lies.
    Raises RuleError at the field (regels, vorm, gegeven_op, bewijs), NotAllowed for who may not record this.
    """
    zelf = ondertekenaar.gebruiker_id == door.pk
    if not zelf and not is_coordinator(door, ondertekenaar.gezin_id):
        raise NotAllowed(zin(_("Alleen de persoon zelf of [de zorgcoördinator] legt dit vast.")))
    if not kan_beslissen(ondertekenaar):
        raise RuleError(_("%(naam)s beslist niet meer mee.") % {"naam": ondertekenaar.naam}, "regels")
    Gezin.objects.select_for_update(no_key=True).get(pk=ondertekenaar.gezin_id)
    bewijs = _controleer_vorm(vorm, bewijs, zelf)
    if (na_weg := na_code_van_een_ander(door) if zelf else None) is not None:
        # Whoever hands out a code could sign with it: the evidence says so, and the privacy officer finds it.
        melding = _("Getekend na %(weg)s van %(wie)s.") % {"weg": na_weg.get_soort_display(), "wie": na_weg.door}
        schrijf_over_gezin(
            Handeling.RECHTEN_WIJZIGEN,
            ondertekenaar.gezin,
            "handtekening",
            ondertekenaar.pk,
            door=door,
            melding=melding,
        )
        bewijs = melding
    regels = list(
        Toestemming.objects.open().filter(gezin=ondertekenaar.gezin_id, pk__in=antwoorden).select_related("gesprek")
    )
    if not antwoorden:
        raise RuleError(_("Kies minstens één regel."), "regels")
    if len(regels) != len(antwoorden) or not set(antwoorden.values()) <= set(Antwoord.values):
        raise RuleError(_("Een van deze regels is intussen voorbij. Bekijk de regels opnieuw."), "regels")
    _controleer_dag(gegeven_op, regels, localdate(nu))
    kring, op = kring_van(ondertekenaar.gezin_id), localdate(nu)
    hoedanigheden = {regel.pk: te_tekenen_door(kring, regel, op).get(ondertekenaar.pk) for regel in regels}
    if None in hoedanigheden.values():
        raise RuleError(
            _("%(naam)s kan niet voor al deze regels toestemming geven.") % {"naam": ondertekenaar.naam}, "regels"
        )
    voor_een_ander = [regel for regel in regels if hoedanigheden[regel.pk] == Hoedanigheid.VERTEGENWOORDIGER]
    _controleer_vertegenwoordiger(ondertekenaar, voor_een_ander)
    Handtekening.objects.filter(
        toestemming__in=[regel.pk for regel in regels], ondertekenaar=ondertekenaar, tot__isnull=True
    ).update(tot=nu)
    Handtekening.objects.bulk_create(
        Handtekening(
            toestemming=regel,
            ondertekenaar=ondertekenaar,
            hoedanigheid=hoedanigheden[regel.pk] or Hoedanigheid.ZELF,
            antwoord=antwoorden[regel.pk],
            vorm=vorm,
            gegeven_op=gegeven_op,
            bewijs=bewijs,
            na_weg=na_weg,
            vastgelegd_op=nu,
            vastgelegd_door=door,
        )
        for regel in regels
    )
    weiger_regels(ondertekenaar, [r for r in regels if antwoorden[r.pk] == Antwoord.NEE], nu=nu, door=door)
    if not zelf and ondertekenaar.gebruiker is not None and ondertekenaar.gebruiker.is_active:
        # Whoever speaks reads back what was written down, and can still stop.
        sleutel = f"vastgelegd:{ondertekenaar.pk}:{nu.isoformat()}"
        meld("toestemming_vastgelegd", ondertekenaar.gebruiker, sleutel=sleutel, nu=nu, gezin=ondertekenaar.gezin_id)
    return herzie([ondertekenaar.gezin_id], nu=nu, door=door)


@transaction.atomic
def beslis_in_plaats(
    regel: Toestemming, vlag: Veiligheidsvlag, antwoord: str, reden: str, *, nu: datetime, door: Gebruiker
) -> list[Toestemming]:
    """The privacy officer says yes or no, with a reason, in the place of whom the flag concerns (S19).

    Raises NotAllowed for another, RuleError (field reden, or none) where nothing is asked in that place any more.
    """
    Gezin.objects.select_for_update(no_key=True).get(pk=regel.gezin_id)
    if not beslist_in_plaats(door, vlag):
        raise NotAllowed(_("Dit doet de privacy officer."))
    if not reden.strip():
        raise RuleError(_("Schrijf op waarom."), "reden")
    huidig = Toestemming.objects.open().filter(pk=regel.pk).select_related("gesprek", "gezin").first()
    op = localdate(nu)
    waarop = {(een.pk, een_vlag.voor_wie_id) for een, een_vlag in te_beslissen([huidig] if huidig else [], op)}
    voor_wie = vlag.voor_wie_id
    if voor_wie is None or (regel.pk, voor_wie) not in waarop or antwoord not in Antwoord.values:
        raise RuleError(_("Hierover wordt niets meer gevraagd. Bekijk de lijst opnieuw."))
    Handtekening.objects.create(
        toestemming=regel, ondertekenaar_id=voor_wie, hoedanigheid=Hoedanigheid.PRIVACY_OFFICER,
        antwoord=antwoord, vorm=Vorm.DIGITAAL, gegeven_op=op, bewijs=reden.strip(), vastgelegd_op=nu,
        vastgelegd_door=door,
    )  # fmt: skip
    schrijf_over_gezin(
        Handeling.RECHTEN_WIJZIGEN,
        vlag.gezin,
        "handtekening",
        regel.pk,
        door=door,
        melding=_("in plaats van een ander"),
    )
    return herzie([regel.gezin_id], nu=nu, door=door)


def _controleer_vertegenwoordiger(wie: Deelnemer, regels: list[Toestemming]) -> None:
    """Whoever decides for another, neither asks for it, now or as a substitute, nor gets to know it himself (I8)."""
    if not regels:
        return
    if wie.gebruiker and is_coordinator(wie.gebruiker, wie.gezin_id):
        raise RuleError(
            _("%(naam)s vraagt om de toestemming, en geeft haar niet. Leg vast wie er beslist.") % {"naam": wie.naam},
            "regels",
        )
    eigen = {wie.pk, *([wie.instelling_id] if wie.instelling_id else [])}
    if any(eigen & {regel.ontvanger_id, regel.ontvanger_instelling_id} for regel in regels):
        raise RuleError(
            _(
                "%(naam)s krijgt het zelf te weten, en beslist er daarom niet over. Zegt de wet dat het mag? Leg dat vast."
            )
            % {"naam": wie.naam},
            "regels",
        )


def _controleer_vorm(vorm: str, bewijs: str, zelf: bool) -> str:
    if vorm not in Vorm.values:
        raise RuleError(_("Kies hoe de toestemming is gegeven."), "vorm")
    if (vorm == Vorm.DIGITAAL) != zelf:
        raise RuleError(_("Met het eigen account tekent iemand zelf. Anders is het mondeling of op papier."), "vorm")
    if vorm == Vorm.SCHRIFTELIJK and not bewijs.strip():
        raise RuleError(_("Schrijf op waar het papier met de handtekening ligt."), "bewijs")
    return bewijs.strip()


def _controleer_dag(gegeven_op: date, regels: list[Toestemming], vandaag: date) -> None:
    if gegeven_op > vandaag:
        raise RuleError(_("Deze dag moet nog komen. Kies vandaag of een eerdere dag."), "gegeven_op")
    if any(gegeven_op < regel.gesprek.gehouden_op for regel in regels):
        raise RuleError(_("Deze dag ligt voor het gesprek. Klopt de datum?"), "gegeven_op")
