"""What is asked of somebody, over all rooms below: one set of queries, each kind of term put into words by its own app.

Only what that app lets this person see now is shown (T3): a term without words is left out, and isn't counted.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, DateField, DateTimeField, Exists, OuterRef, QuerySet, When
from django.utils.translation import gettext_lazy as _

from berichten.selectie import verwoord
from core.kept_queries import Rows, Slot, kept
from core.names import person_order
from escalatie.verwoording import Stand, standen_van
from gezinsplan.looptijd import dag_van
from instanties import vervanging
from instanties.models import Gebruiker
from instanties.vaste_lezer import VasteLezer
from termijnen import soorten
from termijnen.inbox import met_onderwerp, met_woorden
from termijnen.models import Gevraagd, Klokfout, Kloktik, Termijn
from toestemming.eigen_recht import gronden_van_lezing, in_woorden
from toestemming.models import Grondslag
from toestemming.namen import Naamgever
from toestemming.zicht import blikken_van_lijst
from werklijst.bellen import Bellen, met_gevraagden, wie_te_bellen
from woorden import tijdwoorden

PER_PAGINA = 50
MEEST_WACHTEND = 25

GROEPEN = {
    "dringend": _("Kan niet wachten"),
    "te_laat": _("Te laat"),
    "vandaag": _("Vandaag"),
    "deze_week": _("Deze week"),
    "later": _("Later"),
}


@dataclass(frozen=True)
class Werkrij:
    """One line of work: the term, what it says to this reader, where it opens, how it stands, and on whom it waits."""

    termijn: Termijn
    tekst: str
    url: str
    label: str
    wacht_op: tuple[str, ...] = ()
    # For whom the reader stands in with this (I6).
    namens: str = ""
    # Of what is stuck: at which step, why, and whose share is missing.
    stand: Stand | None = None


@dataclass(frozen=True)
class Groep:
    """Lines under one heading, by term."""

    sleutel: str
    titel: Any
    rijen: list[Werkrij]


@dataclass(frozen=True)
class MijnWerk:
    """One page of what is asked of somebody, and what that person guards while another is on turn."""

    groepen: list[Groep]
    wacht: list[Werkrij]
    # On whom those wait, and who of them can be called today.
    bellen: list[Bellen]
    meer_wachtend: bool
    pagina: int
    volgende: int | None

    @property
    def aantal(self) -> int:
        """How many lines this page shows that ask something."""
        return sum(len(groep.rijen) for groep in self.groepen)

    @property
    def nu_te_bellen(self) -> list[Bellen]:
        """Whom one waits for and can call today, or who stands in."""
        return [wie for wie in self.bellen if wie.kan_vandaag]

    @property
    def later_te_bellen(self) -> list[Bellen]:
        """Whom one waits for and who isn't there today."""
        return [wie for wie in self.bellen if not wie.kan_vandaag]

    @property
    def gezin_ids(self) -> set[UUID]:
        """The families that this page says something about, for the logboek (X1)."""
        rijen = [rij for groep in self.groepen for rij in groep.rijen]
        return {rij.termijn.gezin_id for rij in [*rijen, *self.wacht]}


def mijn_werk(gebruiker: Gebruiker, nu: datetime, pagina: int = 1) -> MijnWerk:
    """What is asked of `gebruiker`: first what can't wait, then the oldest; and what waits on another (R2, S2).

    What is late stays until it is done (E15). Queries don't grow with rows.
    """
    pagina = max(1, pagina)
    begin = (pagina - 1) * PER_PAGINA
    if pagina == 1:
        lezer, waarden = vervanging.vast(gebruiker)
        # Kinds of term are part of the text.
        kinds = tuple(soorten.namen())
        gevraagd = _gevraagd((lezer, PER_PAGINA + 1, kinds), **waarden, nu=nu)
        wachtend = _wachtend((lezer, kinds), **waarden, nu=nu, vandaag=dag_van(nu))
    else:
        gevraagd = list(_gevraagd_aan(gebruiker, nu)[begin : begin + PER_PAGINA + 1])
        wachtend = []
    namen = Naamgever.zonder_plan(gebruiker, {termijn.gezin_id for termijn in wachtend})
    woorden = verwoord(met_woorden([*gevraagd[:PER_PAGINA], *wachtend[:MEEST_WACHTEND]]), gebruiker)
    standen = standen_van([*gevraagd[:PER_PAGINA], *wachtend[:MEEST_WACHTEND]], gebruiker)
    voor_wie = _namens(gevraagd[:PER_PAGINA], wachtend[:MEEST_WACHTEND], gebruiker)
    wacht = _rijen(wachtend[:MEEST_WACHTEND], woorden, voor_wie, standen, namen)
    return MijnWerk(
        groepen=_groepen(_rijen(gevraagd[:PER_PAGINA], woorden, voor_wie, standen), nu),
        wacht=wacht,
        bellen=wie_te_bellen(gebruiker, [rij.termijn for rij in wacht], namen, dag_van(nu)),
        meer_wachtend=len(wachtend) > MEEST_WACHTEND,
        pagina=pagina,
        volgende=pagina + 1 if len(gevraagd) > PER_PAGINA else None,
    )


def _gevraagd_aan(gebruiker: Any, nu: Any) -> QuerySet[Termijn]:
    """What is asked of this person, or of whom he or she stands in for: now, and what was late and isn't done (E15)."""
    lopend = Termijn.objects.lopend().exclude(soorten.vraagt_nog_niets(nu)).filter(Exists(_van(gebruiker)))
    alles = lopend.order_by().values("pk").union(*soorten.nog_verschuldigd(gebruiker))
    eerst = Case(When(soorten.kan_niet_wachten(), then=True), default=False)
    rijen = met_onderwerp(Termijn.objects.filter(pk__in=alles)).annotate(dringend=eerst)
    return rijen.order_by("-dringend", "loopt_af_op", "id")


def _wacht_op_ander(gebruiker: Any, nu: Any, vandaag: Any) -> QuerySet[Termijn]:
    """What this person guards while another is on turn: the nearest."""
    lopend = Termijn.objects.lopend().exclude(soorten.vraagt_nog_niets(nu))
    van_een_ander = lopend.filter(vervanging.namens_q(gebruiker, "houder", "gezin"), ~Exists(_van(gebruiker)))
    return met_gevraagden(met_onderwerp(van_een_ander).order_by("loopt_af_op", "id"), vandaag)[: MEEST_WACHTEND + 1]


def _van(gebruiker: Any) -> QuerySet[Gevraagd]:
    wie = vervanging.namens_q(gebruiker, "gebruiker", "termijn__gezin")
    return Gevraagd.objects.filter(wie, termijn=OuterRef("pk"))


NU, VANDAAG = Slot("nu", DateTimeField()), Slot("vandaag", DateField())


@kept
def _gevraagd(vorm: tuple[VasteLezer, int, tuple[str, ...]]) -> Rows:
    """The first so many."""
    lezer, aantal, _kinds = vorm
    return Rows(_gevraagd_aan(lezer, NU)[:aantal])


@kept
def _wachtend(vorm: tuple[VasteLezer, tuple[str, ...]]) -> Rows:
    lezer, _kinds = vorm
    return Rows(_wacht_op_ander(lezer, NU, VANDAAG))


def _namens(gevraagd: Sequence[Termijn], wachtend: Sequence[Termijn], gebruiker: Gebruiker) -> dict[UUID, str]:
    """For whom each of these is the reader's (I6): one query for who stands in for somebody, and none for the others."""
    namen = {een.wie.pk: een.wie.naam for een in vervanging.namens(gebruiker)}
    if not namen:
        return {}
    van_wie: dict[UUID, set[UUID]] = defaultdict(set)
    vragen = Gevraagd.objects.filter(termijn__in=[termijn.pk for termijn in gevraagd])
    for termijn_id, wie in vragen.values_list("termijn_id", "gebruiker_id"):
        van_wie[termijn_id].add(wie)
    for termijn in wachtend:
        if termijn.houder_id is not None:
            van_wie[termijn.pk].add(termijn.houder_id)
    return {
        pk: ", ".join(sorted((namen[wie] for wie in mensen if wie in namen), key=person_order))
        for pk, mensen in van_wie.items()
        if gebruiker.pk not in mensen
    }


def _rijen(
    termijnen: Sequence[Termijn],
    woorden: Mapping[UUID, tuple[str, str]],
    voor_wie: Mapping[UUID, str],
    standen: Mapping[UUID, Stand],
    namen: Naamgever | None = None,
) -> list[Werkrij]:
    """`namen`: also say on whom each waits."""
    return [
        Werkrij(
            termijn=termijn,
            tekst=woorden[termijn.pk][0],
            url=woorden[termijn.pk][1],
            label=str(soorten.soort(termijn.soort).label),
            wacht_op=tuple(namen.van_gezin(termijn.gezin_id).van(rij.gebruiker) for rij in termijn.wacht_op)  # type: ignore[attr-defined]
            if namen
            else (),
            namens=voor_wie.get(termijn.pk, ""),
            stand=standen.get(termijn.pk),
        )
        for termijn in termijnen
        if termijn.pk in woorden
    ]


def _groepen(rijen: list[Werkrij], nu: datetime) -> list[Groep]:
    per_groep: dict[str, list[Werkrij]] = defaultdict(list)
    for rij in rijen:
        dringend = rij.termijn.dringend  # type: ignore[attr-defined] # of _gevraagd_aan
        per_groep["dringend" if dringend else tijdwoorden.groep(rij.termijn.loopt_af_op, nu)].append(rij)
    return [Groep(sleutel, titel, per_groep[sleutel]) for sleutel, titel in GROEPEN.items() if per_groep[sleutel]]


def gelezen_gezinnen(gebruiker: Gebruiker, gezin_ids: set[UUID]) -> list[dict[str, Any]]:
    """For the logboek: these families, each with the grounds on which this person reads (X1).

    One query at most: of whom the plan is closed to, and something of the ladder is open.
    """
    gezien = blikken_van_lijst(gebruiker, gezin_ids)
    gronden: dict[UUID, list[Grondslag]] = {pk: gronden_van_lezing(blik) for pk, blik in gezien.items()}
    gezinnen = {pk: blik.gezin for pk, blik in gezien.items()}
    if van_buiten := gezin_ids - gezien.keys():
        eigen = vervanging.namens_q(gebruiker, "gebruiker", "gezin")
        for grond in Grondslag.objects.geldig().filter(eigen, gezin__in=van_buiten).select_related("gezin", "soort"):
            gronden.setdefault(grond.gezin_id, []).append(grond)
            gezinnen[grond.gezin_id] = grond.gezin
    return [
        {
            "gezin_id": gezin_id,
            "gezin_nummer": str(gezinnen[gezin_id].nummer) if gezin_id in gezinnen else "",
            "grondslag": in_woorden(gronden.get(gezin_id, ())),
            "grondslag_ids": [grond.pk for grond in gronden.get(gezin_id, ())],
            "object_soort": "werklijst",
        }
        for gezin_id in sorted(gezin_ids)
    ]


@dataclass(frozen=True)
class Kloktoestand:
    """Whether the clock runs, and what it couldn't do. No family data: the beheerder has no right on any."""

    laatste_op: datetime | None
    staat_stil: bool
    fouten: list[Klokfout]

    @property
    def soorten(self) -> list[tuple[str, Klokfout]]:
        """Each failure with the name of its kind of term."""
        bekend = {fout.termijn.soort: soorten.bekende_soort(fout.termijn.soort) for fout in self.fouten}
        return [(str(soort.label) if (soort := bekend[fout.termijn.soort]) else "", fout) for fout in self.fouten]


def kloktoestand(nu: datetime) -> Kloktoestand:
    """How the clock is doing at `nu` (E9)."""
    tik = Kloktik.objects.first()
    stil = tik is None or tik.staat_stil(nu)
    fouten = Klokfout.objects.filter(opgelost_op__isnull=True).select_related("termijn")[:MEEST_WACHTEND]
    return Kloktoestand(laatste_op=tik.laatste_op if tik else None, staat_stil=stil, fouten=list(fouten))
