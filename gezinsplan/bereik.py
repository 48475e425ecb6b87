"""Who of a family can be reached today: said beside the phone, in the same words everywhere (R2, I5)."""

from gezinnen.models import Contact, Deelnemer
from termijnen.bereik import Bereik, bereik, vrije_dag
from toestemming.vervangers import wie_is_afwezig
from toestemming.zicht import Blik


def bereik_van(mens: Deelnemer, contact: Contact, blik: Blik) -> Bereik | None:
    """Of somebody whose contact this reader may see; a holiday counts for whom it is work."""
    afwezig = wie_is_afwezig(blik).get(mens.gebruiker_id) if mens.gebruiker_id else None
    return bereik(
        contact.weekdagen,
        blik.op,
        vrije_dag if mens.is_professional else lambda _dag: False,
        afwezig_tot_en_met=afwezig.tot_en_met if afwezig else None,
    )
