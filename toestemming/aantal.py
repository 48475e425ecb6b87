"""How many families somebody may see: one number, in one question (R2)."""

from django.db.models import Count, DateTimeField, Subquery, Value
from django.db.models.functions import Coalesce

from core import clock
from core.kept_queries import Rows, Slot, kept
from instanties.models import Gebruiker
from instanties.vaste_lezer import VasteLezer
from toestemming import waarneming
from toestemming.zicht import zichtbare_gezinnen


def aantal_gezinnen(gebruiker: Gebruiker) -> int:
    """How many families those are, now."""
    if not gebruiker.is_active:
        return 0
    lezer, waarden = waarneming.vast(gebruiker)
    [gevonden] = _aantal(lezer, **waarden, nu=clock.now())
    return int(gevonden.aantal)


@kept
def _aantal(lezer: VasteLezer) -> Rows:
    gezinnen = zichtbare_gezinnen(lezer, nu=Slot("nu", DateTimeField())).order_by()
    geteld = gezinnen.annotate(samen=Value(1)).values("samen").annotate(aantal=Count("pk")).values("aantal")
    return Rows(Gebruiker.objects.filter(pk=lezer.pk).annotate(aantal=Coalesce(Subquery(geteld), 0)))
