"""That somebody is away and who stands in, beside a name (I6)."""

from datetime import date
from typing import Any
from uuid import UUID

from django import template

from instanties.models import Gebruiker
from toestemming.namen import namen_voor
from toestemming.vervangers import wie_is_weg
from toestemming.zicht import Blik

register = template.Library()


def _zin(blik: Blik, gebruiker_id: UUID | None, *, je: bool = False) -> dict[str, Any]:
    weg = wie_is_weg(blik).get(gebruiker_id) if gebruiker_id else None
    if weg is None:
        return {"weg": None}
    namen = namen_voor(blik)
    vervanger: Gebruiker | None = weg.vervanger
    tot: date = weg.tot_en_met
    return {
        "weg": weg,
        "wie": namen.van(weg.wie),
        "vervanger": namen.van(vervanger) if vervanger else "",
        "ik": vervanger is not None and vervanger.pk == blik.gebruiker.pk,
        "telefoon": vervanger.telefoon if vervanger else "",
        "mobiel": vervanger.mobiel if vervanger else "",
        "tot": tot,
        "je": je,
    }


@register.inclusion_tag("toestemming/vervangt.html")
def vervangt(blik: Blik, gebruiker_id: UUID | None) -> dict[str, Any]:
    """`{% vervangt blik mens.gebruiker_id %}`: 'A. Tahiri vervangt N. Bakker tot en met ...', with phone; nothing for who is here."""
    return _zin(blik, gebruiker_id)


@register.inclusion_tag("toestemming/vervangt_gezin.html")
def vervangt_gezin(blik: Blik, gebruiker_id: UUID | None, je: bool = False) -> dict[str, Any]:
    """The same in the family's words (schermen 7)."""
    return _zin(blik, gebruiker_id, je=je)
