"""Which topics the grounds of one reader cover, with every 'no' that reaches them (T3, T8).

Consent and 'rechtstreeks betrokken' give way to a 'no'; law, order and overmacht go before it, and who makes the plan
sees it. `zeg_nee` ends what it names at once, so of consent is looked at again what the facts behind it change: what
opens for a whole instelling, and a yes by name to who works since for an instelling about which somebody said no later.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from gezinnen.models import Deelnemer
from toestemming import onderwerpen
from toestemming.models import Bereik, Grondslag, SoortGrondslag, Weigering


@dataclass(frozen=True)
class Dekking:
    """Which leefgebieden the grounds of one reader cover: about whoever, about the family together, about one person.

    `dicht`: the topics that what covers whoever doesn't cover.
    """

    iedereen: frozenset[str] = frozenset()
    samen: frozenset[str] = frozenset()
    personen: Mapping[uuid.UUID, frozenset[str]] = field(default_factory=dict)
    dicht: frozenset[str] = frozenset()

    def over(self, persoon: uuid.UUID | None) -> frozenset[str]:
        """What is covered about this gezinslid, or (None) about the family together."""
        extra = self.samen if persoon is None else self.personen.get(persoon, frozenset())
        algemeen = self.iedereen
        if self.dicht:
            algemeen = frozenset(g for g in algemeen if onderwerpen.onderwerp(g, persoon) not in self.dicht)
        return algemeen | extra

    def onderwerpen(self) -> set[str]:
        """The topics that are covered about somebody named, and about the family together."""
        return {
            onderwerpen.onderwerp(gebied, persoon)
            for persoon in (None, *self.personen)
            for gebied in self.over(persoon)
        }


NIETS_GEDEKT = Dekking()


def dekking(
    grondslagen: Iterable[Grondslag], weigeringen: Sequence[Weigering] = (), rijen: Sequence[Deelnemer] = ()
) -> Dekking:
    """What these grounds cover together, but what somebody said 'no' to.

    `weigeringen`: all that stand in the family; `rijen`: under which the reader takes part, the own one and of whom he or
    she stands in for. Each of these sees by its own grounds what nobody closed to that one.
    """
    bouw = _Bouw()
    for grond in grondslagen:
        if not weigeringen:
            bouw.neem(grond, NIETS)
            continue
        for rij in rijen:
            if is_van(grond, rij):
                bouw.neem(grond, _ertegen(grond, [w for w in weigeringen if treft(w, rij)]))
    return bouw.klaar()


def is_van(grond: Grondslag, rij: Deelnemer) -> bool:
    """Whether this ground is of whoever takes part under this row."""
    if grond.instelling_id:
        return grond.instelling_id == rij.instelling_id
    zelfde_account = rij.gebruiker_id is not None and grond.gebruiker_id == rij.gebruiker_id
    return grond.deelnemer_id == rij.pk or zelfde_account


def treft(weigering: Weigering, rij: Deelnemer) -> bool:
    """Whether this 'no' (of `met_wie_er_werkt`) is about whoever takes part under this row, and not about the row.

    An instelling: who takes part for it, and who works there and came in for another. A person: also who left and came
    back; by the account, and as long as one of both rows has none, by the name.
    """
    wie = weigering.ontvanger
    if wie is None:
        werken_daar = weigering.werken_daar  # type: ignore[attr-defined] # of met_wie_er_werkt
        return weigering.ontvanger_instelling_id == rij.instelling_id or rij.gebruiker_id in werken_daar
    if wie.pk == rij.pk:
        return True
    if wie.gebruiker_id and rij.gebruiker_id:
        return wie.gebruiker_id == rij.gebruiker_id
    return not rij.is_gezinslid and wie.naam_sleutel == rij.naam_sleutel


def geweigerd(weigeringen: Iterable[Weigering], gebied: str, persoon: uuid.UUID | None) -> list[Weigering]:
    """Those that count for this topic now."""
    return [w for w in weigeringen if w.leefgebied in ("", gebied) and wie_als_tekst(persoon) in w.telt]


def tegen_wie(
    gezin_id: uuid.UUID, wie: Iterable[Deelnemer], over_wie: Sequence[uuid.UUID], leefgebieden: Sequence[str]
) -> list[Deelnemer]:
    """Of these, against whom a 'no' stands about this, for who would let them do it: whoever does something, reads it (T8).

    `over_wie` empty: about the family together; without leefgebieden: any 'no' about them. One question.
    """
    staand = list(Weigering.objects.staand().met_wie_er_werkt().filter(gezin=gezin_id).select_related("ontvanger"))
    mensen: list[uuid.UUID | None] = list(over_wie) or [None]

    def gaat_hierover(nee: Weigering) -> bool:
        over = any(wie_als_tekst(persoon) in nee.telt for persoon in mensen)
        return over and (not leefgebieden or nee.leefgebied in ("", *leefgebieden))

    hierover = [nee for nee in staand if gaat_hierover(nee)]
    return [mens for mens in wie if any(treft(nee, mens) for nee in hierover)]


@dataclass(frozen=True)
class _Tegen:
    """What stands against one ground; `betrokken`: one holder's 'no' isn't enough, unless it is about himself (S18)."""

    weigeringen: Sequence[Weigering]
    betrokken: bool

    def sluit(self, gebied: str, persoon: uuid.UUID | None) -> bool:
        """Whether something of this leefgebied about this gezinslid (None: the family together) stays closed."""
        hier = geweigerd(self.weigeringen, gebied, persoon)
        if not self.betrokken:
            return bool(hier)
        zeiden = {str(w.wie_id) for w in hier}
        nodig = (w.telt[wie_als_tekst(persoon)] for w in hier)
        return any(set(anderen) <= zeiden for anderen in nodig)

    def gesloten(self, gebied: str) -> set[str]:
        """The topics of this leefgebied that stay closed."""
        mensen = {_als_persoon(wie) for w in self.weigeringen for wie in w.telt}
        return {onderwerpen.onderwerp(gebied, wie) for wie in mensen if self.sluit(gebied, wie)}


NIETS = _Tegen((), betrokken=False)


def _ertegen(grond: Grondslag, weigeringen: Sequence[Weigering]) -> _Tegen:
    """What of these, which all reach its reader, this ground gives way to."""
    if grond.soort_id == SoortGrondslag.TOESTEMMING:
        # What was said to the same instelling ended its lines; a 'no' to another one follows who works at both.
        ander = [w for w in weigeringen if grond.instelling_id and w.ontvanger_instelling_id != grond.instelling_id]
        # And of who came to work there after it was said, it follows a yes by name of before (T8).
        later = [
            w for w in weigeringen if not grond.instelling_id and w.ontvanger_instelling_id and gaat_voor(w, grond)
        ]
        return _Tegen([*ander, *later], betrokken=False)
    if grond.soort_id == SoortGrondslag.RECHTSTREEKS_BETROKKEN:
        return _Tegen(weigeringen, betrokken=True)
    return NIETS


def gaat_voor(weigering: Weigering, grond: Grondslag) -> bool:
    """Whether a 'no' to an instelling was said by itself, after this opened: the answer to a line leaves other lines alone."""
    return weigering.regel_id is None and weigering.op > grond.van


def wie_als_tekst(persoon: uuid.UUID | None) -> str:
    """As `Weigering.telt` names a gezinslid, or (None) the family together."""
    return str(persoon or onderwerpen.SAMEN)


def _als_persoon(tekst: str) -> uuid.UUID | None:
    return None if tekst == onderwerpen.SAMEN else uuid.UUID(tekst)


class _Bouw:
    """Grounds put together, each with what stays closed of it."""

    def __init__(self) -> None:
        # Leefgebied → the topics of it that no ground about whoever covers.
        self.iedereen: dict[str, set[str]] = {}
        self.genoemd: dict[uuid.UUID | None, set[str]] = defaultdict(set)

    def neem(self, grond: Grondslag, tegen: _Tegen) -> None:
        """One ground of the reader more."""
        if grond.bereik == Bereik.IEDEREEN:
            for gebied in grond.leefgebieden:
                gesloten = tegen.gesloten(gebied)
                self.iedereen[gebied] = self.iedereen.get(gebied, gesloten) & gesloten
            return
        mensen: list[uuid.UUID | None] = [None] if grond.bereik == Bereik.SAMEN else list(grond.over_wie)
        for wie in mensen:
            self.genoemd[wie] |= {gebied for gebied in grond.leefgebieden if not tegen.sluit(gebied, wie)}

    def klaar(self) -> Dekking:
        """All of them together."""
        genoemd = {onderwerpen.onderwerp(gebied, wie) for wie, wat in self.genoemd.items() for gebied in wat}
        return Dekking(
            iedereen=frozenset(self.iedereen),
            samen=frozenset(self.genoemd.pop(None, ())),
            personen={wie: frozenset(wat) for wie, wat in self.genoemd.items() if wie},
            dicht=frozenset(set().union(*self.iedereen.values()) - genoemd),
        )
