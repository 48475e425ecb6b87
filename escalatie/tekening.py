"""A ladder drawn for who manages it: one box per step, from top to bottom, as numbers for an SVG that reads as a list (E8)."""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from escalatie.models import Modelniveau, Modelstap

# In the units of the drawing, which is as wide as a small phone.
BREEDTE = 340
_TEKENS = 40
_REGEL = 20
_RAND = 16
_PIJL = 28


@dataclass(frozen=True)
class Regel:
    """One line of text: its baseline, and whether it is the name of the step."""

    tekst: str
    y: int
    is_kop: bool


@dataclass(frozen=True)
class Vak:
    """One step of the drawing; `pijl`: where the arrow to the next one begins and ends."""

    y: int
    hoogte: int
    regels: Sequence[Regel]
    pijl: tuple[int, int] | None


@dataclass(frozen=True)
class Tekening:
    """All of it."""

    hoogte: int
    vakken: Sequence[Vak]
    breedte: int = BREEDTE


def teken(stappen: Sequence[Modelstap], niveaus: Iterable[Modelniveau]) -> Tekening:
    """Draw these steps, in this order, with their levels."""
    per_stap: dict[int, list[str]] = {}
    for niveau in niveaus:
        per_stap.setdefault(niveau.modelstap_id, []).append(niveau.naam)
    y, vakken = 0, []
    for plaats, stap in enumerate(stappen, 1):
        regels = _regels(stap, per_stap.get(stap.pk, []))
        hoogte = len(regels) * _REGEL + _RAND
        onder = y + hoogte
        pijl = (onder, onder + _PIJL) if plaats < len(stappen) else None
        geplaatst = [
            Regel(tekst, y + _REGEL * nummer + _RAND // 4, is_kop) for nummer, (tekst, is_kop) in enumerate(regels, 1)
        ]
        vakken.append(Vak(y, hoogte, geplaatst, pijl))
        y = onder + (_PIJL if pijl else 0)
    return Tekening(y, vakken)


def _regels(stap: Modelstap, niveaus: Sequence[str]) -> list[tuple[str, bool]]:
    kop = _("Stap %(nummer)d: %(naam)s") % {"nummer": stap.nummer, "naam": stap.naam}
    rest = [
        _("Aan zet: %(wie)s") % {"wie": stap.get_houderrol_display()},
        _("Legt vast binnen %(duur)s") % {"duur": stap.vastleggen()},
    ]
    if stap.spoed_aantal:
        rest.append(_("Bij crisis of veiligheid binnen %(duur)s") % {"duur": stap.vastleggen(spoed=True)})
    if niveaus:
        rest.append(_("Beslist op: %(niveaus)s") % {"niveaus": "; ".join(niveaus)})
    rest.append(_("Het gezin leest: ‘%(woorden)s’") % {"woorden": stap.naam_voor_gezin})
    koppen = [(regel, True) for regel in textwrap.wrap(kop, _TEKENS - 4)]
    return koppen + [(regel, False) for tekst in rest for regel in textwrap.wrap(str(tekst), _TEKENS)]
