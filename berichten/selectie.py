"""The inbox as its owner may read it now (E10): each line is made at reading, through zicht, by the app that knows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, When
from django.utils.translation import gettext as _

from berichten.models import Bericht
from berichten.soorten import Verwoorder, Wijzer, bekende_soort, lees_vooraf
from core import memo

DRINGEND_EERST = Case(When(spoed=True, gelezen_op__isnull=True, then=0), default=1)


@dataclass(frozen=True)
class Inboxrij:
    """One line of the inbox; `url` is empty when there is nothing (more) to open."""

    bericht: Bericht
    tekst: str
    url: str
    categorie: str
    spoed: bool

    @property
    def namens(self) -> str:
        """For whom the reader stands in with this; '' for what is the reader's own (I6)."""
        return self.bericht.namens.naam if self.bericht.namens else ""

    @property
    def gelezen(self) -> bool:
        return self.bericht.gelezen_op is not None

    @property
    def dringend(self) -> bool:
        """Stands on top: can't wait, and isn't read yet."""
        return self.spoed and not self.gelezen


@dataclass(frozen=True)
class Inbox:
    """One page of the inbox; `vorige` and `volgende` are page numbers, or None."""

    rijen: list[Inboxrij]
    pagina: int
    vorige: int | None
    volgende: int | None


def inbox(gebruiker: Any, pagina: int = 1, per_pagina: int = 25) -> Inbox:
    """The notices of `gebruiker`: unread ones that can't wait on top, then newest first (E10, R2).

    One query for the rows and one call per owner of kinds.
    """
    pagina = max(1, pagina)
    begin = (pagina - 1) * per_pagina
    eigen = Bericht.objects.van(gebruiker).select_related("namens").order_by("-gemaakt_op", "id")
    berichten = list(eigen[begin : begin + per_pagina + 1])
    return Inbox(
        rijen=inboxrijen(berichten[:per_pagina], gebruiker),
        pagina=pagina,
        vorige=pagina - 1 if pagina > 1 else None,
        volgende=pagina + 1 if len(berichten) > per_pagina else None,
    )


def inboxrijen(berichten: list[Bericht], gebruiker: Any) -> list[Inboxrij]:
    """What each notice says to `gebruiker` now; what may not be seen (any more) becomes a neutral line (T3)."""
    feiten: dict[UUID, tuple[Any, Verwoorder]] = {}
    wijzers: dict[Wijzer, list[Bericht]] = defaultdict(list)
    for bericht in berichten:
        soort = bekende_soort(bericht.soort)
        if soort and soort.verwoord:
            feiten[bericht.pk] = (bericht, soort.verwoord)
        elif soort and soort.wijst_naar:
            wijzers[soort.wijst_naar].append(bericht)
    for wijst_naar, groep in wijzers.items():
        feiten |= wijst_naar(groep)
    teksten = verwoord(feiten.values(), gebruiker)
    return [
        _rij(bericht, teksten.get(feiten[bericht.pk][0].pk) if bericht.pk in feiten else None) for bericht in berichten
    ]


def verwoord(feiten: Iterable[tuple[Any, Verwoorder]], gebruiker: Any) -> dict[UUID, tuple[str, str]]:
    """Text and address of facts, each with who puts it into words: one call per owner, for all kinds that share it."""
    per_verwoorder: dict[Verwoorder, dict[UUID, Any]] = defaultdict(dict)
    for feit, verwoorder in feiten:
        per_verwoorder[verwoorder][feit.pk] = feit
    gezinnen = {feit.gezin_id for groep in per_verwoorder.values() for feit in groep.values() if feit.gezin_id}
    lees_vooraf(gebruiker, gezinnen)
    teksten: dict[UUID, tuple[str, str]] = {}
    for verwoorder, groep in per_verwoorder.items():
        teksten |= verwoorder(list(groep.values()), gebruiker)
    return teksten


def _rij(bericht: Bericht, zichtbaar: tuple[str, str] | None) -> Inboxrij:
    bekend = bekende_soort(bericht.soort)
    if bekend is None or zichtbaar is None:
        neutraal = _("Er is iets bijgewerkt dat u niet (meer) kunt inzien.")
        return Inboxrij(bericht, neutraal, "", "", spoed=False)
    tekst, url = zichtbaar
    return Inboxrij(bericht, tekst, url, str(bekend.categorie), bericht.spoed)


def aantal_ongelezen(gebruiker: Any) -> int:
    """How many notices wait unread; asked once per request."""
    return memo.remember(("ongelezen", gebruiker.pk), lambda: Bericht.objects.van(gebruiker).ongelezen().count())
