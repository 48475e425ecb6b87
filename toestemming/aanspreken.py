"""Who reads as family, and how he or she is spoken to (schermen 7)."""

from gezinnen.models import Aanspreekvorm
from toestemming.zicht import Blik


def voor_gezin(blik: Blik) -> bool:
    """Whether this reader gets the family's pages: everyone in the plan who isn't there as a professional."""
    return blik.deelnemer is not None and not blik.deelnemer.is_professional


def met_je(blik: Blik) -> bool:
    """Whether this reader wants to be spoken to with 'je'."""
    return blik.deelnemer is not None and blik.deelnemer.aanspreekvorm == Aanspreekvorm.JE
