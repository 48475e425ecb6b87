"""Whether a ladder can be gone: what is wrong with it, in words for who manages it (E8)."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from escalatie.models import Escalatiemodel, Modelspoor, Modelstap, Spoorbegin
from escalatie.stapsoorten import STAPSOORTEN


def bezwaren(model: Escalatiemodel) -> list[str]:
    """What must be mended before anything goes by this ladder; nothing: it may."""
    return list(_bezwaren(model))


def _bezwaren(model: Escalatiemodel) -> Iterator[str]:
    sporen = list(model.sporen.all())
    stappen = list(model.stappen.select_related("volgende", "spoor"))
    if not any(spoor.begin == Spoorbegin.VANZELF for spoor in sporen):
        yield _("Er is geen spoor dat vanzelf begint als iets vastloopt.")
    for spoor in sporen:
        yield from _van_spoor(spoor, [stap for stap in stappen if stap.spoor_id == spoor.pk])
    for stap in stappen:
        yield from _van_stap(stap)


def _van_spoor(spoor: Modelspoor, stappen: list[Modelstap]) -> Iterator[str]:
    waar = {"spoor": spoor.naam}
    if [stap.nummer for stap in stappen] != list(range(1, len(stappen) + 1)) or not stappen:
        yield _("%(spoor)s: de stappen zijn niet 1, 2, 3 genummerd.") % waar
    if [stap.nummer for stap in stappen if stap.begint] != [1]:
        yield _("%(spoor)s: alleen stap 1 is het begin.") % waar


def _van_stap(stap: Modelstap) -> Iterator[str]:
    waar = {"stap": stap.naam}
    if stap.spoor is None:
        yield _("%(stap)s: deze stap hoort bij geen spoor.") % waar
    if (soort := STAPSOORTEN.get(stap.houderrol)) is None:
        yield _("%(stap)s: het is niet bekend wie hier aan zet is.") % waar
        return
    try:
        stap.full_clean(validate_unique=False, validate_constraints=False)
    except ValidationError as fout:
        yield from (f"{stap.naam}: {melding}" for melding in fout.messages)
    if stap.volgende_id is None and not soort.beslist:
        yield _("%(stap)s: hierna komt niets, en hier wordt niet beslist. Dan komt het niet verder.") % waar
    houders = list(stap.niveaus.values_list("houder", flat=True))
    if len(houders) != len(set(houders)):
        yield _("%(stap)s: twee niveaus hebben dezelfde beslisser. Elk niveau heeft een eigen.") % waar
    if soort.beslist and not houders:
        yield _("%(stap)s: hier wordt beslist, maar er zijn geen niveaus.") % waar
