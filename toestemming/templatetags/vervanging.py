"""That somebody is away and who stands in, or has left and whom to call, beside a name (I6, Z3)."""

from datetime import date
from typing import Any
from uuid import UUID

from django import template

from instanties.models import Gebruiker
from toestemming.namen import namen_voor
from toestemming.vervangers import wie_is_afwezig
from toestemming.zicht import Blik

register = template.Library()


def _zin(blik: Blik, gebruiker_id: UUID | None, *, je: bool = False) -> dict[str, Any]:
    weg = wie_is_afwezig(blik).get(gebruiker_id) if gebruiker_id else None
    if weg is None:
        return {"weg": None}
    namen = namen_voor(blik)
    vervanger: Gebruiker | None = weg.vervanger
    tot: date | None = weg.tot_en_met
    belt = vervanger or weg.belt
    return {
        "weg": weg,
        "wie": namen.van(weg.wie),
        "vervanger": namen.van(belt) if belt else "",
        "ik": vervanger is not None and vervanger.pk == blik.gebruiker.pk,
        "telefoon": belt.telefoon if belt else "",
        "mobiel": vervanger.mobiel if vervanger else "",
        "tot": tot,
        "je": je,
    }


@register.inclusion_tag("toestemming/coordinator_bellen.html")
def coordinator_bellen(blik: Blik) -> dict[str, Any]:
    """`{% coordinator_bellen blik %}`: the phone of the coordinator, and who stands in; has she left, whom to call instead."""
    schap = blik.coordinatorschap
    wie = schap.gebruiker if schap is not None and not blik.coordinator_weg else None
    zelf = {"zelf_telefoon": wie.telefoon if wie else "", "zelf_mobiel": wie.mobiel if wie else ""}
    return {**zelf, **_zin(blik, schap.gebruiker_id if schap else None)}


@register.inclusion_tag("toestemming/vervangt.html")
def vervangt(blik: Blik, gebruiker_id: UUID | None) -> dict[str, Any]:
    """`{% vervangt blik mens.gebruiker_id %}`: 'A. Tahiri vervangt N. Bakker tot en met ...', with phone; nothing for who is here."""
    return _zin(blik, gebruiker_id)


@register.inclusion_tag("toestemming/vervangt_gezin.html")
def vervangt_gezin(blik: Blik, gebruiker_id: UUID | None, je: bool = False) -> dict[str, Any]:
    """The same in the family's words (schermen 7)."""
    return _zin(blik, gebruiker_id, je=je)
