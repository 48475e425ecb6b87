"""Who hears of consent: the family of a ground without it, the privacy officer of what she must decide (T3, S19)."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils.timezone import localdate

from berichten.actions import Melding, meld_velen
from gezinnen.models import Deelnemer
from instanties.selectie import privacy_officers
from toestemming import gronden
from toestemming.gronden import is_volwassen_thuis, kent
from toestemming.in_plaats import te_beslissen
from toestemming.models import Grondslag, Toestemming, Veiligheidsvlag
from toestemming.zicht import blik, kijkers


def vertel_gezin(grond: Grondslag, *, nu: datetime) -> None:
    """Tell whom it is about, and who reads along about a child; not from whom a safety flag keeps one of them."""
    leden = list(
        Deelnemer.objects.actief()
        .gezinsleden()
        .filter(gezin=grond.gezin_id, gebruiker__is_active=True)
        .select_related("gebruiker")
    )
    ogen = kijkers(leden, localdate(nu))
    meld_velen(
        [
            Melding(
                "grond_begonnen", lid.gebruiker, sleutel=f"grond:{grond.pk}", gezin=grond.gezin_id, object_id=grond.pk
            )
            for lid in leden
            if gronden.mag_weten(ogen[lid.pk], grond)
        ],
        nu,
    )


def vertel_aandeel(grond: Grondslag, *, nu: datetime) -> None:
    """Tell the family what who helps may read from now on without consent (T3, I8).

    Whoever may know that this person takes part hears who and what (`over_grond`, asked at the read); an adult at home
    who may not, only that there is somebody: the ground is about him or her too. Not from whom a flag keeps somebody here.
    """
    leden = (
        Deelnemer.objects.actief()
        .gezinsleden()
        .filter(gezin=grond.gezin_id, gebruiker__is_active=True)
        .select_related("gebruiker", "gezin")
    )
    ogen = [(lid.gebruiker, blik(lid.gebruiker, lid.gezin)) for lid in leden if lid.gebruiker]
    meld_velen(
        [
            Melding("grond_begonnen", wie, sleutel=f"grond:{grond.pk}", gezin=grond.gezin_id, object_id=grond.pk)
            for wie, gezien in ogen
            if gezien is not None and (kent(gezien, grond) or is_volwassen_thuis(gezien))
        ],
        nu,
    )


def vraag_in_plaats(regels: Sequence[Toestemming], *, nu: datetime) -> None:
    """Ask the privacy officers where they decide in the place of somebody whom a safety flag concerns (S19)."""
    wachtend = {(vlag.pk, regel.gesprek_id): vlag for regel, vlag in te_beslissen(regels, localdate(nu))}
    for (_pk, gesprek_id), vlag in wachtend.items():
        vraag_privacy_officers([vlag], str(gesprek_id), nu=nu)


def vraag_privacy_officers(vlaggen: Iterable[Veiligheidsvlag], feit: str, *, nu: datetime) -> None:
    """Ask them to decide about `feit` in the place of whom these flags concern."""
    vlaggen = list(vlaggen)
    meld_velen(
        [
            Melding(
                "beslissing_gevraagd",
                wie,
                sleutel=f"in_plaats:{feit}:{vlag.pk}",
                gezin=vlag.gezin_id,
                object_id=vlag.pk,
            )
            for vlag in vlaggen
            for wie in privacy_officers()
        ],
        nu,
    )
