"""The outbox: the only writers of notices."""

from berichten.actions.beheer import laat_liggen, probeer_opnieuw
from berichten.actions.melden import Melding, geef_berichten_door, markeer_gelezen, meld, meld_velen, verzet_wachtende
from berichten.actions.post import claim_en_verzend, krijgt_mail

__all__ = [
    "Melding",
    "claim_en_verzend",
    "geef_berichten_door",
    "krijgt_mail",
    "laat_liggen",
    "markeer_gelezen",
    "meld",
    "meld_velen",
    "probeer_opnieuw",
    "verzet_wachtende",
]
