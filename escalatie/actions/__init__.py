"""The only writers of the ladder: opening, steps, actions, questions, the escalatiebericht, decisions, how it ends, the clock."""

from escalatie.actions.acties import (
    NieuweActie,
    leg_acties_vast,
    meld_niet_gedaan,
    meld_uitgevoerd,
    neem_uitgevoerd_terug,
)
from escalatie.actions.actieverzoeken import zeg_ja_tegen_actie, zeg_kan_niet_tegen_actie
from escalatie.actions.afgesloten import noteer_afgesloten
from escalatie.actions.alsnog import bevestig_gedaan, heropen_ingetrokken, trek_in, verwerk_alsnog_gedaan
from escalatie.actions.bericht import (
    lees_bericht_als_gezin,
    lees_bericht_in_plaats,
    lees_bericht_samen,
    schrijf_bericht,
)
from escalatie.actions.besluit import besluit, bevestig, kan_niet, koppel_terug
from escalatie.actions.bezwaar import beslis_bezwaar, maak_bezwaar
from escalatie.actions.ladder import neem_ladder_in_gebruik
from escalatie.actions.laddertermijnen import leg_laddertermijnen_vast
from escalatie.actions.looptijd import verkort, verkort_actie, verleng, verleng_actie
from escalatie.actions.openen import meld_stagnatie, open_stagnaties
from escalatie.actions.oplossing import meld_opgelost, zeg_ja, zeg_nee
from escalatie.actions.sporen import kies_spoor, leg_gesprek_vast
from escalatie.actions.stappen import buiten_macht, hoger_niveau, roep_eerder_hulp_in, zet_door
from escalatie.actions.vragen import beantwoord_vraag, stel_vraag

__all__ = [
    "NieuweActie",
    "beantwoord_vraag",
    "beslis_bezwaar",
    "besluit",
    "bevestig",
    "bevestig_gedaan",
    "buiten_macht",
    "heropen_ingetrokken",
    "hoger_niveau",
    "kan_niet",
    "kies_spoor",
    "koppel_terug",
    "lees_bericht_als_gezin",
    "lees_bericht_in_plaats",
    "lees_bericht_samen",
    "leg_acties_vast",
    "leg_gesprek_vast",
    "leg_laddertermijnen_vast",
    "maak_bezwaar",
    "meld_niet_gedaan",
    "meld_opgelost",
    "meld_stagnatie",
    "meld_uitgevoerd",
    "neem_ladder_in_gebruik",
    "neem_uitgevoerd_terug",
    "noteer_afgesloten",
    "open_stagnaties",
    "roep_eerder_hulp_in",
    "schrijf_bericht",
    "stel_vraag",
    "trek_in",
    "verkort",
    "verkort_actie",
    "verleng",
    "verleng_actie",
    "verwerk_alsnog_gedaan",
    "zeg_ja",
    "zeg_ja_tegen_actie",
    "zeg_kan_niet_tegen_actie",
    "zeg_nee",
    "zet_door",
]
