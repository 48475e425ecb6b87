"""The acts on a question for a yes: the same for page and clock, and for every kind (instanties/models/verzoek.py).

The rows are locked, and read under that lock, by the room that asks; what follows from the answer is its own.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from core.errors import RuleError
from instanties.models import Gebruiker, Verzoek, Verzoekstaat
from instanties.selectie import na_code_van_een_ander

_ANTWOORD = ("staat", "beantwoord_op", "beantwoord_door", "beantwoord_namens", "hoe_gezegd", "na_weg")


def beantwoord(
    verzoek: Verzoek,
    ja: bool,
    *,
    nu: datetime,
    door: Gebruiker,
    namens: Gebruiker | None = None,
    hoe_gezegd: str = "",
    en_velden: Sequence[str] = (),
) -> None:
    """Say yes or no, once. Whether `door` is the one who was asked, the room has asked before.

    `hoe_gezegd`: `door` writes down what another said, and how that was said. `en_velden`: fields of the kind itself that
    were filled in with the answer. A silence is an end, unless the moves of the kind let it be answered after all. Raises
    RuleError where it was answered already, and for who asked it himself.
    """
    if not verzoek.overgangen.may(verzoek.staat, Verzoekstaat.JA):
        raise RuleError(_("Hierop is al geantwoord."))
    zelf = verzoek.door_id is not None and verzoek.door_id in (door.pk, namens.pk if namens else None)
    if zelf and not hoe_gezegd:
        raise RuleError(_("Wie iets vraagt, geeft niet zelf het antwoord."))
    verzoek.overgangen.move(Verzoekstaat.JA if ja else Verzoekstaat.NEE, verzoek)
    verzoek.beantwoord_op, verzoek.beantwoord_door, verzoek.beantwoord_namens = nu, door, namens
    verzoek.hoe_gezegd, verzoek.na_weg = hoe_gezegd, na_code_van_een_ander(door)
    verzoek.save(update_fields=[*_ANTWOORD, *en_velden])


def zwijg(verzoeken: Sequence[Verzoek], *, nu: datetime) -> None:
    """Nobody answered these in time: what that means, each says itself (`stilte`). One question, however many."""
    if verzoeken:
        verzoeken[0].overgangen.move_and_save(Verzoekstaat.STILTE, verzoeken, beantwoord_op=nu)


def laat_vervallen(verzoeken: QuerySet[Any]) -> None:
    """What these asked is needed no more; those that were answered stay as they are."""
    verzoeken.model.overgangen.move_all(Verzoekstaat.VERVALLEN, verzoeken)
