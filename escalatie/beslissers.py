"""Who decides at which level of a step, and who is above its keeper: each level has its own keeper (E6, E7)."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from escalatie.houders import Houders
from escalatie.models import Modelniveau, Stap
from escalatie.stapsoorten import erboven, soort_van
from escalatie.waarneming import is_houder
from instanties.models import Gebruiker
from instanties.permissions import ambtenaar_van, functies_van, leidt
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


def _niveau_erboven(stap: Stap, houders: Houders) -> list[Gebruiker] | None:
    """In a last step that decides on levels: who keeps the first level above its keeper, nobody above the highest.

    None: no level says it, but the ladder, or who else there is of the same kind.
    """
    if stap.modelstap.volgende_id is not None or not soort_van(stap.modelstap).beslist:
        return None
    per_niveau = houders.beslissers(stap.stagnatie, stap.modelstap)
    hoger = [wie for nummer, wie in per_niveau.items() if nummer > stap.niveau and wie.pk != stap.houder_id]
    return hoger[:1] if hoger or stap.houder in per_niveau.values() else None


def wie_erboven(stap: Stap, houders: Houders | None = None) -> list[Gebruiker]:
    """Who come on turn after the keeper of this open step, and so lengthen its term once more (E7).

    Above the last step that is another of its own kind; where it has levels who keeps the next one, above the highest nobody.
    """
    houders = houders or Houders([stap.stagnatie])
    van_niveau = _niveau_erboven(stap, houders)
    return list(erboven(stap.modelstap).mensen(houders, stap)) if van_niveau is None else van_niveau


def is_niveau_erboven(gebruiker: Gebruiker, stap: Stap) -> bool:
    """Whether this person is of those who come on turn after the keeper of this open step, as `wie_erboven` (E7).

    Of the levels nothing is asked but of who works where such a step is kept.
    """
    if is_houder(gebruiker, stap):
        return False
    van_leiding, van_niveau = bool(leidt(gebruiker) or ambtenaar_van(gebruiker)), None
    rol = soort_van(stap.modelstap).rol
    if stap.modelstap.volgende_id is None and (
        van_leiding or rol in {functie.rol for functie in functies_van(gebruiker)}
    ):
        van_niveau = _niveau_erboven(stap, Houders([stap.stagnatie]))
    if van_niveau is None:
        return van_leiding and erboven(stap.modelstap).is_van(gebruiker, stap)
    ik = ik_en_namens(gebruiker, stap.stagnatie.gezin_id)
    return any(wie.pk in ik for wie in van_niveau)


def erboven_in_woorden(stap: Stap) -> str:
    """Who alone may lengthen the term of this open step once more, in words; empty: nobody is above it."""
    van_niveau = _niveau_erboven(stap, Houders([stap.stagnatie]))
    if van_niveau is not None:
        return _("wie een niveau hoger beslist") if van_niveau else ""
    boven = erboven(stap.modelstap)
    return str(boven.alleen_zij if stap.modelstap.volgende_id else boven.een_ander)
