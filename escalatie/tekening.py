"""A ladder drawn for who manages it: one box per step, from top to bottom, as numbers for an SVG that reads as a list (E8)."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from escalatie.models import Modelspoor, Modelstap

# In the units of the drawing, which is as wide as a small phone.
BREEDTE = 290
_TEKENS = 36
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
    """One track."""

    spoor: Modelspoor
    hoogte: int
    vakken: Sequence[Vak]
    breedte: int = BREEDTE
    midden: int = BREEDTE // 2


def teken(spoor: Modelspoor) -> Tekening:
    """Draw a track, of which `stappen` with their `niveaus` and `volgende` are loaded."""
    stappen = list(spoor.stappen.all())
    y, vakken = 0, []
    for plaats, stap in enumerate(stappen, 1):
        regels = _regels(stap)
        hoogte = len(regels) * _REGEL + _RAND
        onder = y + hoogte
        pijl = (onder, onder + _PIJL) if plaats < len(stappen) else None
        geplaatst = [
            Regel(tekst, y + _REGEL * nummer + _RAND // 4, is_kop) for nummer, (tekst, is_kop) in enumerate(regels, 1)
        ]
        vakken.append(Vak(y, hoogte, geplaatst, pijl))
        y = onder + (_PIJL if pijl else 0)
    return Tekening(spoor, y, vakken)


def _regels(stap: Modelstap) -> list[tuple[str, bool]]:
    kop = _("Stap %(nummer)d: %(naam)s") % {"nummer": stap.nummer, "naam": stap.naam}
    rest = [_("Aan zet: %(wie)s") % {"wie": stap.get_houderrol_display()}]
    if stap.gesprek is None:
        rest.append(_("Legt acties vast binnen %(duur)s") % {"duur": stap.vastleggen()})
    else:
        zin = _("Plant een overleg binnen %(duur)s") if stap.gesprek_gepland else _("Voert een gesprek binnen %(duur)s")
        rest += [
            zin % {"duur": stap.gesprek},
            _("Legt acties vast binnen %(duur)s na die dag") % {"duur": stap.vastleggen()},
        ]
    if stap.spoed_aantal:
        rest.append(_("Bij crisis of veiligheid binnen %(duur)s") % {"duur": stap.vastleggen(spoed=True)})
    if niveaus := [niveau.naam for niveau in stap.niveaus.all()]:
        rest.append(_("Beslist op: %(niveaus)s") % {"niveaus": "; ".join(niveaus)})
    rest += [_("Het gezin leest: ‘%(woorden)s’") % {"woorden": stap.naam_voor_gezin}, _daarna(stap)]
    koppen = [(regel, True) for regel in textwrap.wrap(kop, _TEKENS - 4)]
    return koppen + [(regel, False) for tekst in rest for regel in textwrap.wrap(tekst, _TEKENS)]


def _daarna(stap: Modelstap) -> str:
    if stap.volgende is None:
        return _("Lukt het niet: een niveau hoger, met een nieuwe termijn")
    naam = {"nummer": stap.volgende.nummer, "naam": stap.volgende.naam}
    if stap.volgende.spoor_id != stap.spoor_id:
        return _("Lukt het niet: stap %(nummer)d %(naam)s van een ander spoor") % naam
    return _("Lukt het niet: stap %(nummer)d %(naam)s") % naam
