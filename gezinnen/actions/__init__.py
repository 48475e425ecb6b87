"""The only writers of this room: the family, the people in it, and their access."""

from gezinnen.actions.contact import hernoem
from gezinnen.actions.deelnemers import (
    BetrokkeneGegevens,
    GezinslidGegevens,
    beeindig_gezag,
    leg_gezag_vast,
    leg_gezinslid_vast,
    leg_mailadres_vast,
    voeg_betrokkene_toe,
    voeg_gezinslid_toe,
    wijzig_betrokkene,
    wijzig_gezinslid,
)
from gezinnen.actions.functienaam import toon_met_functie, toon_met_naam
from gezinnen.actions.gezin import maak_gezin, voeg_huishouden_toe, wijzig_gezin, wijzig_huishouden, wissel_coordinator
from gezinnen.actions.herstel import beantwoord_herstel, vraag_herstel
from gezinnen.actions.toegang import geef_account, koppel_account, leg_overlijden_vast, stop_deelname
from gezinnen.actions.verhuizen import alleen_hier, geef_nieuwe_toegang, verhuis_deelnames, wijzig_contact

__all__ = [
    "BetrokkeneGegevens",
    "GezinslidGegevens",
    "alleen_hier",
    "beantwoord_herstel",
    "beeindig_gezag",
    "geef_account",
    "geef_nieuwe_toegang",
    "hernoem",
    "koppel_account",
    "leg_gezag_vast",
    "leg_gezinslid_vast",
    "leg_mailadres_vast",
    "leg_overlijden_vast",
    "maak_gezin",
    "stop_deelname",
    "toon_met_functie",
    "toon_met_naam",
    "verhuis_deelnames",
    "voeg_betrokkene_toe",
    "voeg_gezinslid_toe",
    "voeg_huishouden_toe",
    "vraag_herstel",
    "wijzig_betrokkene",
    "wijzig_contact",
    "wijzig_gezin",
    "wijzig_gezinslid",
    "wijzig_huishouden",
    "wissel_coordinator",
]
