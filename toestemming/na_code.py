"""What was signed after a login code that somebody else handed out, and who may hear whether it was the owner (I8)."""

from django.db.models import Exists, OuterRef, QuerySet

from instanties.models import Weg
from toestemming.models import Handtekening
from toestemming.zicht import Blik


def kan_horen(blik: Blik) -> bool:
    """Whether this reader is a second professional: takes part for work himself, and neither coordinates nor stands in."""
    ik = blik.deelnemer
    return ik is not None and ik.is_professional and ik.gebruiker_id == blik.gebruiker.pk and not blik.is_coordinator


def getekend_na_code(blik: Blik) -> QuerySet[Weg]:
    """The codes after which something of this family was signed that nobody confirmed yet; not those of this reader."""
    gezegd = Handtekening.objects.filter(na_weg=OuterRef("pk"), toestemming__gezin=blik.gezin.pk, tot__isnull=True)
    wegen = Weg.objects.filter(Exists(gezegd), bevestigd_op__isnull=True)
    return wegen.exclude(door=blik.gebruiker.pk).select_related("door", "gebruiker")
