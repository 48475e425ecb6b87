"""Asking something in between, with a term of its own that never stands in for the step term (E9, S6)."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from escalatie.models import Actie, Modelstap, SoortTussenvraag, Stap, Tussenvraag
from gezinsplan.models import Afspraak
from instanties.actions.verzoeken import laat_vervallen, zwijg
from instanties.models import Gebruiker, Verzoekstaat
from termijnen import actions as termijnen
from termijnen.kalender import huidige_kalender, loopt_tot
from termijnen.models import Termijn, Termijnstaat
from woorden.duur import Duur, Eenheid

# One werkdag to say whether an action was done; two to confirm, and to say whether it is solved (S6, ours).
NAVRAAG = Duur(1, Eenheid.WERKDAG)
BEVESTIGEN = Duur(2, Eenheid.WERKDAG)


def stel(
    soort: SoortTussenvraag,
    stap: Stap,
    aan: Iterable[Gebruiker],
    duur: Duur,
    *,
    nu: datetime,
    door: Gebruiker | None = None,
    minstens: datetime | None = None,
    over: Afspraak | Actie | None = None,
    aan_stap: Modelstap | None = None,
    tekst: str = "",
) -> Tussenvraag:
    """Ask these people, for `duur` and until `minstens` at least. `door`: who asks, nobody: the clock or the rules."""
    tot = loopt_tot(nu, duur, huidige_kalender())
    (termijn,) = termijnen.start(
        [
            termijnen.NieuweTermijn(
                soort="tussenvraag",
                gezin_id=stap.stagnatie.gezin_id,
                houder_id=stap.houder_id,
                begint_op=nu,
                loopt_af_op=max(tot, minstens) if minstens else tot,
                duur=duur,
                gevraagd=[wie.pk for wie in aan],
            )
        ],
        nu=nu,
        door=door,
        reden=str(soort.label),
    )
    return Tussenvraag.objects.create(
        stagnatie=stap.stagnatie,
        stap=stap,
        soort=soort,
        afspraak=over if isinstance(over, Afspraak) else None,
        actie=over if isinstance(over, Actie) else None,
        aan_stap=aan_stap,
        tekst=tekst,
        door=door,
        op=nu,
        termijn=termijn,
    )


def wachtend(**waar: object) -> QuerySet[Tussenvraag]:
    """Those that still wait for an answer, with their term."""
    return Tussenvraag.objects.filter(staat=Verzoekstaat.WACHT, **waar).select_related("termijn").order_by("pk")


def rond_af(vraag: Tussenvraag, *, nu: datetime, door: Gebruiker | None) -> None:
    """It was answered: its term was kept."""
    termijnen.beeindig([vraag.termijn], Termijnstaat.GEHAALD, nu=nu, door=door, reden=_("beantwoord"))


def laat_los(vragen: QuerySet[Tussenvraag], *, nu: datetime, door: Gebruiker | None) -> None:
    """These are needed no more: the step went on, or what they asked has shown."""
    lopend = list(Termijn.objects.lopend().filter(tussenvraag__in=vragen).order_by("pk"))
    if lopend:
        termijnen.beeindig(lopend, Termijnstaat.VERVALLEN, nu=nu, door=door, reden=_("niet meer nodig"))
    laat_vervallen(vragen)


def laat_verlopen(stagnaties: Collection[UUID], *, nu: datetime) -> Sequence[Tussenvraag]:
    """Of these locked, open stagnaties those that nobody answered in time, now closed as silence."""
    vragen = list(
        wachtend(stagnatie__in=stagnaties, termijn__loopt_af_op__lte=nu).select_related("actie", "stap", "aan_stap")
    )
    zwijg(vragen, nu=nu)
    termijnen.beeindig([vraag.termijn for vraag in vragen], Termijnstaat.NIET_GEHAALD, nu=nu, reden=_("geen antwoord"))
    return vragen
