"""The only writers of the plan."""

from gezinsplan.actions.aanvaarden import aanvaard, leg_ja_vast, zeg_kan_niet
from gezinsplan.actions.activeren import Bezwaar, activeer, bezwaren
from gezinsplan.actions.afspraken import (
    AfspraakGegevens,
    verwijder_afspraak,
    voeg_afspraak_toe,
    wijzig_afspraak,
    wijzig_termijn,
)
from gezinsplan.actions.afstemming import (
    AfstemmingGegevens,
    Gezinszegt,
    leg_afstemming_vast,
    leg_gezinsantwoord_vast,
)
from gezinsplan.actions.doelen import (
    DoelGegevens,
    heropen_doel,
    plan_van,
    verplaats_doel,
    verwijder_doel,
    voeg_doel_toe,
    wijzig_afstemming,
    wijzig_doel,
)
from gezinsplan.actions.evaluatie import Terugblik, evalueer, stop_doel
from gezinsplan.actions.gedaan import neem_vink_terug, vink_af
from gezinsplan.actions.gesprek import leg_gesprek_vast
from gezinsplan.actions.klok import behandel_afspraken, behandel_gesprekken, behandel_navragen
from gezinsplan.actions.link import GemaakteLink, beantwoord_met_link, maak_link, probeer_code
from gezinsplan.actions.navraag import Navraagantwoord, beantwoord_navraag, geef_akkoord, weiger_akkoord
from gezinsplan.actions.reacties import reageer
from gezinsplan.actions.vervallen import laat_vervallen

__all__ = [
    "AfspraakGegevens",
    "AfstemmingGegevens",
    "Bezwaar",
    "DoelGegevens",
    "GemaakteLink",
    "Gezinszegt",
    "Navraagantwoord",
    "Terugblik",
    "aanvaard",
    "activeer",
    "beantwoord_met_link",
    "beantwoord_navraag",
    "behandel_afspraken",
    "behandel_gesprekken",
    "behandel_navragen",
    "bezwaren",
    "evalueer",
    "geef_akkoord",
    "heropen_doel",
    "laat_vervallen",
    "leg_afstemming_vast",
    "leg_gesprek_vast",
    "leg_gezinsantwoord_vast",
    "leg_ja_vast",
    "maak_link",
    "neem_vink_terug",
    "plan_van",
    "probeer_code",
    "reageer",
    "stop_doel",
    "verplaats_doel",
    "verwijder_afspraak",
    "verwijder_doel",
    "vink_af",
    "voeg_afspraak_toe",
    "voeg_doel_toe",
    "weiger_akkoord",
    "wijzig_afspraak",
    "wijzig_afstemming",
    "wijzig_doel",
    "wijzig_termijn",
    "zeg_kan_niet",
]
