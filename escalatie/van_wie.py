"""Of whom an action or a missed afspraak is, for one reader (E2, E4, E5, G17)."""

from escalatie.jawoord import kan_zelf
from escalatie.models import Actie, Actieverzoek
from escalatie.ontvangers import rekent_op
from escalatie.permissions import Daad
from escalatie.zicht import Zicht
from gezinnen.models import Deelnemer


def van_lezer(zicht: Zicht, uitvoerder: Deelnemer) -> bool:
    """Whether this is the reader, somebody for whom he or she answers, or of the instelling that the reader leads."""
    account = uitvoerder.gebruiker_id or (uitvoerder.navrager.gebruiker_id if uitvoerder.navrager else None)
    return account in zicht.ik_en_namens or uitvoerder.instelling_id in zicht.eigen_instellingen


def doet(zicht: Zicht, actie: Actie) -> bool:
    """Whether this reader carries out the action, or answers for who does (G17)."""
    if actie.instelling_id is not None:
        return actie.instelling_id in zicht.eigen_instellingen
    uitvoerder = rekent_op(actie.deelnemer)
    return uitvoerder is not None and uitvoerder.pk in zicht.ik_en_namens


def zegt_het_zelf(zicht: Zicht, actie: Actie) -> bool:
    """Whether this reader says for himself whether it can be done, or for the instelling that he leads; what another said
    is passed on, with how it was heard."""
    return doet(zicht, actie) and (actie.deelnemer is None or actie.deelnemer.gebruiker_id in zicht.ik_en_namens)


def mag_opschrijven(zicht: Zicht, verzoek: Actieverzoek, ja: bool) -> bool:
    """Whether to offer writing down what the doer said; the act itself decides (jawoord)."""
    if Daad.OPSCHRIJVEN not in zicht.daden or not zicht.aandeel_van.isdisjoint(zicht.ik_en_namens):
        return False
    return not ja or verzoek.door_id not in zicht.ik_en_namens or not _kan_zelf(verzoek.actie)


def _kan_zelf(actie: Actie) -> bool:
    """As `jawoord.kan_zelf`, of an action that the page read with whether somebody leads its instelling."""
    return actie.heeft_leiding if actie.instelling_id else kan_zelf(actie)  # type: ignore[attr-defined, no-any-return]


def mag_uitgevoerd_melden(zicht: Zicht, actie: Actie) -> bool:
    """Whether to offer 'uitgevoerd' for this action; the act itself decides (actions.acties)."""
    return (
        zicht.is_houder or zicht.is_coordinator or actie.vastgelegd_door_id in zicht.ik_en_namens or doet(zicht, actie)
    )
