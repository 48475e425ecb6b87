"""Who decides at which level of a step: each level has its own keeper (E6)."""

from collections.abc import Iterable

from escalatie.houders import Houders
from escalatie.models import Modelniveau, Stap
from escalatie.stapsoorten import soort_van
from escalatie.waarneming import is_houder
from instanties.models import Gebruiker
from instanties.permissions import functies_van
from instanties.vervanging import ik_en_namens


def beslisser(stap: Stap, niveau: Modelniveau, houders: Houders | None = None) -> Gebruiker | None:
    """Who keeps this level of this open step; of the level where it lies now, its keeper."""
    if niveau.nummer == stap.niveau:
        return stap.houder
    houder = (houders or Houders([stap.stagnatie])).van(stap.stagnatie, stap.modelstap, niveau.nummer)
    return houder.gebruiker if houder else None


def mag_besluiten(gebruiker: Gebruiker, stap: Stap, niveau: Modelniveau) -> bool:
    """Whether this person decides at this level of this open step: its keeper, or who stands in for that one (E6, I6)."""
    return niveau in eigen_niveaus(gebruiker, stap, [niveau])


def eigen_niveaus(gebruiker: Gebruiker, stap: Stap, niveaus: Iterable[Modelniveau]) -> list[Modelniveau]:
    """Those of these levels at which this person decides: of the keeper of the step, the one where it lies.

    Of others nothing is asked but of who works where such a step is kept.
    """
    if is_houder(gebruiker, stap):
        return [niveau for niveau in niveaus if niveau.nummer == stap.niveau]
    if soort_van(stap.modelstap).rol not in {functie.rol for functie in functies_van(gebruiker)}:
        return []
    wie, houders = ik_en_namens(gebruiker, stap.stagnatie.gezin_id), Houders([stap.stagnatie])
    van = [(niveau, beslisser(stap, niveau, houders)) for niveau in niveaus if niveau.nummer != stap.niveau]
    return [niveau for niveau, beslist in van if beslist is not None and beslist.pk in wie]
