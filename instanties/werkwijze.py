"""How far an instelling and its people are with this way of working (I4): who watches over it, and who was trained."""

from collections.abc import Iterable
from dataclasses import dataclass

from instanties.models import Functie, Rol

# Who works in families: of them training says something.
_IN_GEZINNEN = (Rol.HULPVERLENER, Rol.SOCIAAL_TEAM, Rol.AANDACHTSFUNCTIONARIS)


@dataclass(frozen=True)
class Werkwijze:
    """Of one instelling. `mensen`: how many work in families there; of them, how many were trained in what."""

    aandachtsfunctionarissen: tuple[str, ...]
    mensen: int
    opgeleid: int
    opgeleid_voorzitten: int


def werkwijze(functies: Iterable[Functie]) -> Werkwijze:
    """What the functions in force of an instelling, each with its person, say about it (I4)."""
    functies = list(functies)
    mensen = {functie.gebruiker_id: functie.gebruiker for functie in functies if functie.rol in _IN_GEZINNEN}
    return Werkwijze(
        aandachtsfunctionarissen=tuple(
            functie.gebruiker.naam for functie in functies if functie.rol == Rol.AANDACHTSFUNCTIONARIS
        ),
        mensen=len(mensen),
        opgeleid=sum(mens.opgeleid_op is not None for mens in mensen.values()),
        opgeleid_voorzitten=sum(mens.opgeleid_voorzitten_op is not None for mens in mensen.values()),
    )
