"""The outbox: the only writers of notices."""

from berichten.actions.melden import Melding, markeer_gelezen, meld, meld_velen, verzet_wachtende
from berichten.actions.post import claim_en_verzend

__all__ = ["Melding", "claim_en_verzend", "markeer_gelezen", "meld", "meld_velen", "verzet_wachtende"]
