"""Reminders in the inbox: only of what still runs, in the words of the app that owns the term, which asks zicht."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery, UUIDField, Value
from django.db.models.functions import Coalesce

from berichten.models import Bericht
from termijnen import soorten
from termijnen.models import Termijn
from termijnen.soorten import Verwoorder


def met_onderwerp(termijnen: QuerySet[Termijn]) -> QuerySet[Termijn]:
    """Each with `over`: the id of what it is about, as its kind says; in the same question, whatever the kinds."""
    return termijnen.annotate(over=_onderwerp(tuple(soorten.paden())))


@cache
def _onderwerp(paden: tuple[str, ...]) -> Subquery:
    # The same in every question: made once.
    niets = Value(None, output_field=UUIDField())
    eigen = Termijn.objects.filter(pk=OuterRef("pk")).order_by()
    return Subquery(eigen.annotate(van=Coalesce(*paden, niets, niets)).values("van"))


def met_woorden(termijnen: Iterable[Termijn]) -> list[tuple[Termijn, Verwoorder]]:
    """Those that can be put into words, each with who does so."""
    bekend = [(termijn, soorten.bekende_soort(termijn.soort)) for termijn in termijnen]
    return [(termijn, soort.verwoord) for termijn, soort in bekend if soort and soort.verwoord]


def termijnen_van(berichten: Sequence[Bericht]) -> Mapping[UUID, tuple[Termijn, Verwoorder]]:
    """Per reminder its term; none for a term that has ended (E10)."""
    lopend = Termijn.objects.lopend().filter(pk__in={bericht.object_id for bericht in berichten})
    per_termijn = {termijn.pk: (termijn, regel) for termijn, regel in met_woorden(met_onderwerp(lopend))}
    return {bericht.pk: per_termijn[bericht.object_id] for bericht in berichten if bericht.object_id in per_termijn}
