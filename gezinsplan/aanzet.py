"""Who is on turn in a plan, until when: the one thing said at the top of the page (schermen 1, 2; E10)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import UUIDField
from django.urls import reverse
from django.utils.translation import gettext as _

from core.kept_queries import SlotList
from gezinsplan.eigen_aandeel import van_wie_het_ja_is
from gezinsplan.models import Afspraak, Afspraakstaat, Antwoord, Gesprek, Navraag, Navraagstaat
from gezinsplan.planbeeld import Erbij, Planbeeld
from termijnen.models import Gevraagd, Termijn
from toestemming.filters import Filters
from toestemming.namen import Namen, namen_voor
from toestemming.vervangers import wie_is_afwezig
from toestemming.zicht import Blik
from woorden.zinnen import zin


@dataclass(frozen=True)
class AanZet:
    """What is asked first. `u`: of the reader; else of `wie`."""

    u: bool
    wie: str
    wat: str
    loopt_af_op: datetime
    in_uren: bool
    url: str
    knop: str


@dataclass(frozen=True)
class _Vraag:
    termijn: Termijn
    afspraak: Afspraak
    wie: str
    wat: str
    knop: str


def _bij_gezin(oog: Filters) -> Mapping[str, Any]:
    mijn = Gevraagd.objects.filter(gebruiker__in=oog.accounts, termijn__in=SlotList("termijnen", UUIDField()))
    return {"van_mij_nu": ArraySubquery(mijn.values("termijn_id"))}


def _termijnen(beeld: Planbeeld, _gegeven: Mapping[str, Any]) -> Mapping[str, Any]:
    delen = (
        deel
        for afspraak in beeld.afspraken
        for deel in (afspraak, *afspraak.navragen_nu, *afspraak.gesprekken_nu)  # type: ignore[attr-defined]
    )
    return {"termijnen": [deel.termijn_id for deel in delen if deel.termijn_id]}


# Which terms of the afspraken on the page, and of what is open about them, ask something of this reader: `van_mij_nu`.
VAN_MIJ = Erbij(gezin=_bij_gezin, waarden=_termijnen)


def aan_zet(
    blik: Blik,
    afspraken: Sequence[Afspraak],
    navragen: Sequence[Navraag],
    gesprekken: Sequence[Gesprek],
    van_mij: Collection[UUID],
) -> AanZet | None:
    """The most pressing thing among what this reader sees: first what is asked of the reader, then of others.

    A question or a talk comes before a term that still runs. `van_mij`: see `VAN_MIJ`.
    """
    vragen = _vragen(blik, afspraken, navragen, gesprekken)
    if not vragen:
        return None
    vraag = min(vragen, key=lambda vraag: (vraag.termijn.pk not in van_mij, vraag.termijn.loopt_af_op))
    return AanZet(
        u=vraag.termijn.pk in van_mij,
        wie=met_vervanger(blik, vraag.wie),
        wat=vraag.wat,
        loopt_af_op=vraag.termijn.loopt_af_op,
        in_uren=vraag.termijn.in_uren,
        url=reverse("gezinsplan:afspraak", args=[blik.gezin.pk, vraag.afspraak.pk]),
        knop=vraag.knop,
    )


def _wat_gevraagd(navraag: Navraag) -> str:
    if navraag.staat != Navraagstaat.WACHT_OP_AKKOORD:
        return _("Is dit gedaan? %(wat)s")
    if navraag.antwoord == Antwoord.NIET_NODIG:
        return _("Is dit niet meer nodig? %(wat)s")
    return _("Is een latere dag goed? %(wat)s")


def _vragen(
    blik: Blik, afspraken: Sequence[Afspraak], navragen: Sequence[Navraag], gesprekken: Sequence[Gesprek]
) -> list[_Vraag]:
    bij: dict[UUID, Afspraak] = {afspraak.pk: afspraak for afspraak in afspraken}
    voor = namen_voor(blik)
    coordinator = voor.van(blik.coordinatorschap.gebruiker) if blik.coordinatorschap else zin(_("[de zorgcoördinator]"))
    vragen = []
    for navraag in navragen:
        afspraak = bij[navraag.afspraak_id]
        wacht = navraag.staat == Navraagstaat.WACHT_OP_AKKOORD
        vragen.append(
            _Vraag(
                navraag.termijn,
                afspraak,
                van_wie_het_ja_is(afspraak, blik.coordinatorschap, coordinator) if wacht else namen(afspraak, voor),
                _wat_gevraagd(navraag) % {"wat": afspraak.wat},
                _("Geef antwoord"),
            )
        )
    for gesprek in gesprekken:
        afspraak = bij[gesprek.afspraak_id]
        wat = _("Praat met elkaar over deze afspraak: %(wat)s") % {"wat": afspraak.wat}
        vragen.append(_Vraag(gesprek.termijn, afspraak, coordinator, wat, _("Leg het gesprek vast")))
    for afspraak in afspraken:
        if afspraak.staat == Afspraakstaat.LOOPT and afspraak.termijn is not None and afspraak.gevraagd:
            wat = _("Aan u gevraagd: %(wat)s") % {"wat": afspraak.wat}
            vragen.append(_Vraag(afspraak.termijn, afspraak, blik.gebruiker.naam, wat, _("Geef antwoord")))
        elif afspraak.staat == Afspraakstaat.LOOPT and afspraak.termijn is not None:
            vragen.append(_Vraag(afspraak.termijn, afspraak, namen(afspraak, voor), afspraak.wat, _("Vink af")))
    return vragen


def namen(afspraak: Afspraak, voor: Namen) -> str:
    """The doers: professionals by name and instelling, as this reader may read them (X5)."""
    return ", ".join(
        f"{voor.van(wie)} ({voor.van(wie.instelling)})" if wie.is_professional and wie.instelling else voor.van(wie)
        for wie in afspraak.uitvoerders.all()
    )


def met_vervanger(blik: Blik, wie: str) -> str:
    """The same names, with who stands in for those who are away: 'N. Bakker (A. Tahiri vervangt)' (I6)."""
    voor = namen_voor(blik)
    for afwezig in wie_is_afwezig(blik).values():
        naam = voor.van(afwezig.wie)
        if afwezig.vervanger is not None and naam in wie:
            vorm = _("%(wie)s (%(vervanger)s vervangt)") if afwezig.tot_en_met else _("%(wie)s (bel nu %(vervanger)s)")
            erbij = vorm % {"wie": naam, "vervanger": voor.van(afwezig.vervanger)}
            wie = wie.replace(naam, erbij, 1)
    return wie
