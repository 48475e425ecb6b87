"""The talk at the table: one purpose, who may know what about whom; nothing opens before everybody has signed (T1)."""

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from berichten.actions import Melding, meld_velen
from core.errors import RuleError
from gezinnen.models import Deelnemer, Gezin
from gezinnen.permissions import eis_coordinator
from instanties.models import Gebruiker, Leefgebied
from logboek.models import Handeling
from termijnen.actions import NieuweTermijn, start
from termijnen.kalender import einde_van_dag
from toestemming.actions.herzien import eindig, herzie
from toestemming.actions.verslag import schrijf_over, schrijf_over_gezin
from toestemming.actions.vertellen import vraag_in_plaats
from toestemming.kring import kring_van
from toestemming.models import Poging, Toestemming, Toestemmingsgesprek, Toestemmingstaat
from toestemming.ondertekenaars import te_tekenen_door
from toestemming.teksten import tekst_van

# Consent is talked over again at the latest after this.
LANGST = timedelta(days=2 * 365)


@dataclass(frozen=True)
class Toestemmingskeuze:
    """One ticked line. `over` None: the family together. `ook_collegas`: whoever takes part for the same instelling."""

    ontvanger: uuid.UUID
    leefgebied: str
    over: uuid.UUID | None
    ook_collegas: bool = False


@dataclass(frozen=True)
class Gespreksgegevens:
    """What the sheet says above its lines."""

    doel: str
    gehouden_op: date
    geldig_tot: date


@transaction.atomic
def houd_gesprek(
    gezin: Gezin, gegevens: Gespreksgegevens, keuzes: Sequence[Toestemmingskeuze], *, nu: datetime, door: Gebruiker
) -> Toestemmingsgesprek:
    """Put one sheet on the table; its lines wait for signatures (T1).

    Raises RuleError at the field (doel, gehouden_op, geldig_tot, regels), NotAllowed for anybody but the coordinator.
    """
    eis_coordinator(door, gezin.pk)
    Gezin.objects.select_for_update(no_key=True).get(pk=gezin.pk)
    doel = gegevens.doel.strip()
    _controleer(gegevens, doel, localdate(nu))
    regels = _toestemmingen(gezin, keuzes)
    nieuw = {regel.naar_wat for regel in regels}
    for oud in Toestemming.objects.filter(gezin=gezin, staat=Toestemmingstaat.GEWEIGERD).select_related("gezin"):
        if oud.naar_wat in nieuw:
            eindig([oud], Toestemmingstaat.VERLOPEN, nu=nu, door=door)
    open_nu = list(Toestemming.objects.open().filter(gezin=gezin))
    if any(oud.naar_wat in nieuw for oud in open_nu):
        raise RuleError(_("Een van deze regels is al gevraagd of gegeven. Laat die weg."), "regels")
    tot = einde_van_dag(gegevens.geldig_tot)
    [termijn] = start(
        [
            NieuweTermijn(
                soort="toestemming_loopt_af", gezin_id=gezin.pk, houder_id=door.pk, begint_op=nu, loopt_af_op=tot,
                gevraagd=[door.pk],
            )
        ],
        nu=nu,
        door=door,
    )  # fmt: skip
    gesprek = Toestemmingsgesprek(
        gezin=gezin,
        doel=doel,
        gehouden_op=gegevens.gehouden_op,
        geldig_tot=gegevens.geldig_tot,
        vastgelegd_op=nu,
        vastgelegd_door=door,
        termijn=termijn,
    )
    gesprek.tekst = tekst_van(gesprek, regels)
    gesprek.tekst_sha256 = hashlib.sha256(gesprek.tekst.encode()).hexdigest()
    gesprek.save(force_insert=True)
    for regel in regels:
        regel.gesprek = gesprek
    Toestemming.objects.bulk_create(regels)
    schrijf_over(Handeling.AANMAKEN, regels, door=door)
    herzie([gezin.pk], nu=nu, door=door)
    _vraag(gesprek, regels, nu)
    return gesprek


@transaction.atomic
def leg_poging_vast(wie: Deelnemer, op: date, hoe: str, uitkomst: str, *, nu: datetime, door: Gebruiker) -> Poging:
    """Record that somebody whose signature is needed was asked, and what came of it (T2). Raises RuleError at the field."""
    eis_coordinator(door, wie.gezin_id)
    if op > localdate(nu):
        raise RuleError(_("Deze dag moet nog komen. Kies vandaag of een eerdere dag."), "op")
    if not hoe.strip():
        raise RuleError(_("Schrijf op hoe u het hebt geprobeerd."), "hoe")
    if not uitkomst.strip():
        raise RuleError(_("Schrijf op wat eruit kwam."), "uitkomst")
    poging = Poging.objects.create(
        gezin_id=wie.gezin_id, wie=wie, op=op, hoe=hoe.strip(), uitkomst=uitkomst.strip(), vastgelegd_op=nu,
        vastgelegd_door=door,
    )  # fmt: skip
    schrijf_over_gezin(
        Handeling.AANMAKEN, wie.gezin, "poging", poging.pk, door=door, melding=_("om toestemming gevraagd")
    )
    return poging


def _vraag(gesprek: Toestemmingsgesprek, regels: Sequence[Toestemming], nu: datetime) -> None:
    """Who must sign and has an account, hears that something is asked (T1); in some places the privacy officer (S19)."""
    kring, op = kring_van(gesprek.gezin_id), localdate(nu)
    wie = {pk for regel in regels for pk in te_tekenen_door(kring, regel, op)}
    vraag_in_plaats(regels, nu=nu)
    accounts = Deelnemer.objects.actief().filter(pk__in=wie, gebruiker__is_active=True).select_related("gebruiker")
    meld_velen(
        [
            Melding(
                "toestemming_gevraagd", lid.gebruiker, sleutel=f"toestemming:{gesprek.pk}", gezin=gesprek.gezin_id,
                object_id=gesprek.pk,
            )
            for lid in accounts
            if lid.gebruiker
        ],
        nu,
    )  # fmt: skip


def _controleer(gegevens: Gespreksgegevens, doel: str, vandaag: date) -> None:
    if not doel:
        raise RuleError(_("Schrijf in gewone woorden op waarvoor u dit wilt delen."), "doel")
    if gegevens.gehouden_op > vandaag:
        raise RuleError(_("Deze dag moet nog komen. Kies vandaag of een eerdere dag."), "gehouden_op")
    if gegevens.geldig_tot <= vandaag:
        raise RuleError(_("Deze dag is al voorbij. Kies een dag die nog komt."), "geldig_tot")
    if gegevens.geldig_tot > vandaag + LANGST:
        raise RuleError(_("Toestemming geldt hoogstens twee jaar. Kies een eerdere dag."), "geldig_tot")


def _toestemmingen(gezin: Gezin, keuzes: Sequence[Toestemmingskeuze]) -> list[Toestemming]:
    """Unsaved lines, each once. Raises RuleError (field regels) for nothing, and for who or what isn't of this family."""
    if not keuzes:
        raise RuleError(_("Kies minstens één ding dat iemand mag weten."), "regels")
    mogelijk = {
        rij.pk: rij for rij in Deelnemer.objects.actief().betrokkenen().filter(gezin=gezin).select_related("instelling")
    }
    leden = kring_van(gezin.pk).leden
    regels: dict[Any, Toestemming] = {}
    for keuze in keuzes:
        ontvanger = mogelijk.get(keuze.ontvanger)
        over = leden.get(keuze.over) if keuze.over else None
        if ontvanger is None or keuze.leefgebied not in Leefgebied.values or (keuze.over and over is None):
            raise RuleError(_("Een van de gekozen mensen of onderwerpen hoort niet (meer) bij dit gezin."), "regels")
        instelling = ontvanger.instelling if keuze.ook_collegas else None
        regel = Toestemming(
            gezin=gezin,
            ontvanger=None if instelling else ontvanger,
            ontvanger_instelling=instelling,
            leefgebied=keuze.leefgebied,
            over=over,
        )
        regels.setdefault(regel.naar_wat, regel)
    return list(regels.values())
