"""What the plan tells the rooms above it. Receivers work in the same transaction."""

from dataclasses import dataclass
from datetime import datetime

from django.dispatch import Signal

from gezinnen.models import Deelnemer
from gezinsplan.models import Afspraak

# Why an afspraak counts as missed (E12).
GEEN_ANTWOORD = "geen_antwoord"
LUKT_NIET = "lukt_niet"
GESPREK = "gesprek"
GEEN_AKKOORD = "geen_akkoord"
VEILIGHEID = "veiligheid"


@dataclass(frozen=True)
class Gemist:
    """One afspraak that one party did not carry out. `partij` is None only where a family has no coordinator at all."""

    afspraak: Afspraak
    partij: Deelnemer | None
    reden: str
    toelichting: str = ""
    # The end of what passed, where the clock found it so.
    sinds: datetime | None = None


# afspraken_gemist: gemist (list[Gemist]), nu. One entry per afspraak and missing party; whole batches at once.
afspraken_gemist = Signal()

# afspraak_alsnog_gedaan: afspraak, op_tijd (done within its term, only recorded later: E14), door, nu.
afspraak_alsnog_gedaan = Signal()

# vink_teruggenomen: afspraak (ticked at `sinds`, its term over), door, nu. A receiver that still has it as missed answers True.
vink_teruggenomen = Signal()

# afgesloten: afspraken that lapse and goals that close with them (each may be empty), door, nu. The ladder goes on (E11).
afgesloten = Signal()
