"""Whom to call where no coordinator is named: a person of the region, with the number that the beheerder gave (S20, I5)."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from core.phones import dial
from instanties import selectie
from instanties.models import Gebruiker


def wie_te_bellen(behalve: Iterable[UUID] = ()) -> tuple[Gebruiker, str] | None:
    """The first with a number, and that number as it dials: a privacy officer, else a beheerder; never `behalve`."""
    niet = list(behalve)
    for mensen in (selectie.privacy_officers(), selectie.beheerders()):
        for wie in mensen.exclude(pk__in=niet):
            if nummer := dial(wie.telefoon) or dial(wie.mobiel):
                return wie, nummer
    return None


def bel(behalve: Iterable[UUID] = ()) -> str:
    """'Bel D. Aksoy: 06-12345678.' Never `behalve`; without anybody's number: the organisation that helps."""
    if (gevonden := wie_te_bellen(behalve)) is None:
        return _("Bel de organisatie die u helpt.")
    wie = gevonden[0]
    nummer = wie.telefoon if dial(wie.telefoon) else wie.mobiel
    return _("Bel %(wie)s: %(nummer)s.") % {"wie": wie, "nummer": nummer}
