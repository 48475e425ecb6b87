"""The writers of this room: people, invitations, organisations, notices to the beheerder."""

from instanties.actions.eerste import geef_nieuwe_toegang, maak_eerste_beheerder
from instanties.actions.functies import (
    beantwoord_functies,
    beeindig_functie,
    geef_functie,
    trek_verzoek_in,
    vraag_functie,
)
from instanties.actions.inlogdiensten import koppel_inlogdienst, los_uitnodiging_in_met, ontkoppel_inlogdienst
from instanties.actions.meldingen import handel_melding_af, meld_aan_beheer
from instanties.actions.mensen import (
    beeindig_toegang,
    geef_toegang_terug,
    maak_account_ernaast,
    maak_gebruiker,
    stel_berichten_in,
    wijzig_gebruiker,
)
from instanties.actions.nieuwe_toegang import beantwoord_nieuwe_toegang, vraag_nieuwe_toegang
from instanties.actions.organisaties import (
    leg_gemeente_vast,
    leg_instelling_vast,
    leg_regio_vast,
    leg_vrije_dag_vast,
    schrijf_regiowijzigingen,
    verwijder_vrije_dag,
)
from instanties.actions.sluiten import beantwoord_sluiten, sluit_gemeente, sluit_instelling, wat_blijft_achter
from instanties.actions.uitnodigingen import (
    begin_opnieuw,
    controleer_uitnodiging,
    los_uitnodiging_in,
    neem_uitnodiging_over,
    nodig_uit,
    trek_uitnodiging_in,
)
from instanties.actions.vervangingen import leg_vervanging_vast, trek_vervanging_in, wijzig_vervanging
from instanties.actions.wegen import bevestig_mondeling, bevestig_wegen, weg_naar_account
from instanties.actions.woorden import leg_begripwoord_vast, zet_begripwoord_terug

__all__ = [
    "beantwoord_functies",
    "beantwoord_nieuwe_toegang",
    "beantwoord_sluiten",
    "beeindig_functie",
    "beeindig_toegang",
    "begin_opnieuw",
    "bevestig_mondeling",
    "bevestig_wegen",
    "controleer_uitnodiging",
    "geef_functie",
    "geef_nieuwe_toegang",
    "geef_toegang_terug",
    "handel_melding_af",
    "koppel_inlogdienst",
    "leg_begripwoord_vast",
    "leg_gemeente_vast",
    "leg_instelling_vast",
    "leg_regio_vast",
    "leg_vervanging_vast",
    "leg_vrije_dag_vast",
    "los_uitnodiging_in",
    "los_uitnodiging_in_met",
    "maak_account_ernaast",
    "maak_eerste_beheerder",
    "maak_gebruiker",
    "meld_aan_beheer",
    "neem_uitnodiging_over",
    "nodig_uit",
    "ontkoppel_inlogdienst",
    "schrijf_regiowijzigingen",
    "sluit_gemeente",
    "sluit_instelling",
    "stel_berichten_in",
    "trek_uitnodiging_in",
    "trek_vervanging_in",
    "trek_verzoek_in",
    "verwijder_vrije_dag",
    "vraag_functie",
    "vraag_nieuwe_toegang",
    "wat_blijft_achter",
    "weg_naar_account",
    "wijzig_gebruiker",
    "wijzig_vervanging",
    "zet_begripwoord_terug",
]
