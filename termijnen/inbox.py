"""Reminders in the inbox, in the words of the app that owns the term, which asks zicht; of what has ended, that it is over."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery, UUIDField, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

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


@cache
def _voorbij(verwoord: Verwoorder) -> Verwoorder:
    """The same words, and that it is over: one function per owner, so that all of its reminders come in one call."""

    def woorden(feiten: Sequence[Any], gebruiker: Any) -> Mapping[UUID, tuple[str, str]]:
        for feit in feiten:
            # Of what it asked, as it was asked; whatever is owed still has a line of its own in Mijn werk.
            feit.is_herinnering = True
        return {
            pk: (_("Is voorbij: %(tekst)s") % {"tekst": tekst}, url)
            for pk, (tekst, url) in verwoord(feiten, gebruiker).items()
        }

    return woorden


def met_woorden(termijnen: Iterable[Termijn]) -> list[tuple[Termijn, Verwoorder]]:
    """Those that can be put into words, each with who does so."""
    bekend = [(termijn, soorten.bekende_soort(termijn.soort)) for termijn in termijnen]
    return [(termijn, soort.verwoord) for termijn, soort in bekend if soort and soort.verwoord]


def termijnen_van(berichten: Sequence[Bericht]) -> Mapping[UUID, tuple[Termijn, Verwoorder]]:
    """Per reminder its term; of a term that has ended the reminder says that it is over (E10)."""
    herinnerd = Termijn.objects.filter(pk__in={bericht.object_id for bericht in berichten})
    per_termijn = {
        termijn.pk: (termijn, regel if termijn.loopt else _voorbij(regel))
        for termijn, regel in met_woorden(met_onderwerp(herinnerd))
    }
    return {bericht.pk: per_termijn[bericht.object_id] for bericht in berichten if bericht.object_id in per_termijn}
