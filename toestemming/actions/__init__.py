"""The only writers of grounds, consent and what is kept from whom."""

from toestemming.actions.bescherming import (
    beeindig_vertegenwoordiging,
    bevestig_in_woorden,
    hef_vlag_op,
    kies_wat_te_zien,
    leg_vertegenwoordiging_vast,
    vergeet_keuzes,
    vraag_vlag_in_woorden,
    zet_vlag,
)
from toestemming.actions.gesprek import Gespreksgegevens, Toestemmingskeuze, houd_gesprek, leg_poging_vast
from toestemming.actions.grondslagen import (
    Handgegevens,
    begin_grondslagen,
    eindig_grondslag,
    eindig_grondslagen,
    gebieden_van_aandeel,
    grond_voor_eigen_aandeel,
    leg_grondslag_vast,
    wijzig_aandeel,
)
from toestemming.actions.herzien import herzie
from toestemming.actions.intrekken import leg_besproken_vast, trek_in
from toestemming.actions.soorten import Soortgegevens, leg_soort_vast
from toestemming.actions.tekenen import beslis_in_plaats, teken
from toestemming.actions.vlagverzoeken import beantwoord_vlagverzoek, vertel_wie_iets_zou_doen
from toestemming.actions.weigeren import Neegegevens, zeg_nee

__all__ = [
    "Gespreksgegevens",
    "Handgegevens",
    "Neegegevens",
    "Soortgegevens",
    "Toestemmingskeuze",
    "beantwoord_vlagverzoek",
    "beeindig_vertegenwoordiging",
    "begin_grondslagen",
    "beslis_in_plaats",
    "bevestig_in_woorden",
    "eindig_grondslag",
    "eindig_grondslagen",
    "gebieden_van_aandeel",
    "grond_voor_eigen_aandeel",
    "hef_vlag_op",
    "herzie",
    "houd_gesprek",
    "kies_wat_te_zien",
    "leg_besproken_vast",
    "leg_grondslag_vast",
    "leg_poging_vast",
    "leg_soort_vast",
    "leg_vertegenwoordiging_vast",
    "teken",
    "trek_in",
    "vergeet_keuzes",
    "vertel_wie_iets_zou_doen",
    "vraag_vlag_in_woorden",
    "wijzig_aandeel",
    "zeg_nee",
    "zet_vlag",
]
