"""The region's own words: what the beheerder keeps of each term (I7)."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import RuleError
from instanties.actions.bewaren import bewaar_gecontroleerd
from instanties.models import Begripwoord, Gebruiker
from logboek.actions import schrijf
from logboek.models import Handeling
from woorden import begrippen

VAST = frozenset({"woord", "meervoud", "lidwoord", "voor_gezin"})


@transaction.atomic
def leg_begripwoord_vast(sleutel: str, *, door: Gebruiker | None, **velden: Any) -> Begripwoord | None:
    """Say a term in the region's own way; what equals the default is left to the default. None when nothing differs.

    Raises RuleError at the field: a word that is fixed, or one that another term has already.
    """
    standaard = begrippen.BEGRIPPEN[sleutel]
    eigen = {veld: waarde for veld, waarde in velden.items() if waarde != _gewoon(standaard, veld)}
    if standaard.vast and (anders := sorted(VAST & eigen.keys())):
        raise RuleError(_("Dit woord ligt vast. Wat het betekent, kunt u wel zelf zeggen."), field=anders[0])
    rijen = {rij.sleutel: rij for rij in Begripwoord.objects.select_for_update()}
    for veld in ("woord", "meervoud"):
        if wie := _heeft_dit_woord(sleutel, str(velden.get(veld, "")), rijen):
            melding = _("Dit woord is al in gebruik voor ‘%(woord)s’. Eén woord betekent één ding.")
            raise RuleError(melding % {"woord": wie}, field=veld)
    if eigen.keys() <= {"vastgesteld_op"} and not eigen.get("vastgesteld_op"):
        _haal_weg(sleutel, door)
        return None
    rij = rijen.get(sleutel)
    nieuw = rij is None
    rij = rij or Begripwoord(sleutel=sleutel)
    for veld in velden:
        setattr(rij, veld, eigen.get(veld, None if veld == "vastgesteld_op" else ""))
    bewaar_gecontroleerd(rij)
    schrijf(
        Handeling.AANMAKEN if nieuw else Handeling.WIJZIGEN,
        gebruiker=door,
        object_soort="begripwoord",
        object_naam=str(standaard.woord),
        getoond={"velden": sorted(eigen)},
    )
    transaction.on_commit(begrippen.vergeet)
    return rij


@transaction.atomic
def zet_begripwoord_terug(sleutel: str, *, door: Gebruiker | None) -> None:
    """Back to the default word and definition."""
    _haal_weg(sleutel, door)


def _haal_weg(sleutel: str, door: Gebruiker | None) -> None:
    aantal, _per_model = Begripwoord.objects.filter(sleutel=sleutel).delete()
    if not aantal:
        return
    naam = str(begrippen.BEGRIPPEN[sleutel].woord)
    schrijf(Handeling.VERWIJDEREN, gebruiker=door, object_soort="begripwoord", object_naam=naam)
    transaction.on_commit(begrippen.vergeet)


def _gewoon(begrip: begrippen.Begrip, veld: str) -> Any:
    return None if veld == "vastgesteld_op" else str(getattr(begrip, veld))


def _heeft_dit_woord(sleutel: str, woord: str, rijen: dict[str, Begripwoord]) -> str:
    """The term that says `woord` already, as singular or plural; empty when it is free."""
    for ander, begrip in begrippen.BEGRIPPEN.items():
        eigen = rijen.get(ander)
        enkel = (eigen and eigen.woord) or str(begrip.woord)
        meer = (eigen and eigen.meervoud) or str(begrip.meervoud)
        if ander != sleutel and woord.casefold() in (enkel.casefold(), meer.casefold()):
            return enkel
    return ""
