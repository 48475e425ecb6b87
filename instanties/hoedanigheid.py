"""In which capacity somebody acts when nothing else is known: for the logboek (X1)."""

from typing import Any

from instanties.selectie import functies_van


def van(gebruiker: Any) -> dict[str, Any]:
    """Role and instelling of a person with one function; the roles alone, joined, of one with several."""
    functies = functies_van(gebruiker)
    if not functies:
        return {}
    rollen = ", ".join(dict.fromkeys(functie.rol for functie in functies))[:100]
    instellingen = {functie.instelling_id: functie.instelling for functie in functies if functie.instelling}
    if len(instellingen) != 1:
        return {"rol": rollen}
    instelling = next(iter(instellingen.values()))
    return {"rol": rollen, "instelling_id": instelling.pk, "instelling_naam": instelling.naam}
