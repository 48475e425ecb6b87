"""What the beheerder sees of the machine room: counts, kinds and moments, never anything about a family."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Min, QuerySet
from django.db.models.functions import TruncDate

from berichten.models import Bericht, MailStaat
from bewaking.controles import PER_NAAM, Controle
from bewaking.models import Zelfcontrole
from core import clock_home
from core.clock_home import ClockState
from termijnen import soorten
from termijnen.models import Herinnering, Kloktik, Termijn

MEESTE_MAILS = 50


@dataclass(frozen=True)
class Wachtrij:
    """So many of one kind wait, the oldest since then."""

    naam: Any
    aantal: int
    oudste: datetime


@dataclass(frozen=True)
class WatDeKlokZouDoen:
    """What happens as soon as the clock runs. Its acts have consequences of their own; those aren't counted."""

    klok: ClockState
    laatste_tik: datetime | None
    termijnen: list[Wachtrij]
    herinneringen: Wachtrij | None
    mails: list[Wachtrij]

    @property
    def aantal_termijnen(self) -> int:
        return sum(rij.aantal for rij in self.termijnen)

    @property
    def aantal_mails(self) -> int:
        return sum(rij.aantal for rij in self.mails)


def wat_de_klok_zou_doen(nu: datetime) -> WatDeKlokZouDoen:
    """Terms that are due per kind, reminders, and mails that wait per day (E9). Four questions, however much waits."""
    aan_de_beurt = (
        Termijn.objects.lopend()
        .filter(aan_de_beurt_op__lte=nu)
        .order_by()
        .values("soort")
        .annotate(aantal=Count("pk"), oudste=Min("aan_de_beurt_op"))
    )
    herinnering = Herinnering.objects.filter(aan_de_beurt_op__lte=nu).aggregate(
        aantal=Count("pk"), oudste=Min("aan_de_beurt_op")
    )
    mails = (
        Bericht.objects.filter(mail_staat=MailStaat.TE_VERZENDEN)
        .annotate(dag=TruncDate("gemaakt_op"))
        .order_by("dag")
        .values("dag")
        .annotate(aantal=Count("pk"), oudste=Min("gemaakt_op"))
    )
    return WatDeKlokZouDoen(
        klok=clock_home.state(),
        laatste_tik=Kloktik.objects.aggregate(laatste=Max("laatste_op"))["laatste"],
        termijnen=sorted(
            (Wachtrij(_label(rij["soort"]), rij["aantal"], rij["oudste"]) for rij in aan_de_beurt),
            key=lambda rij: rij.oudste,
        ),
        herinneringen=Wachtrij("", herinnering["aantal"], herinnering["oudste"]) if herinnering["aantal"] else None,
        mails=[Wachtrij(rij["dag"], rij["aantal"], rij["oudste"]) for rij in mails],
    )


def _label(naam: str) -> Any:
    bekend = soorten.bekende_soort(naam)
    return bekend.label if bekend else naam


def mislukte_mails() -> QuerySet[Bericht]:
    """Mails that were given up, newest first, with their receiver."""
    mislukt = Bericht.objects.filter(mail_staat=MailStaat.MISLUKT).select_related("ontvanger")
    return mislukt.order_by("-gemaakt_op", "id")


@dataclass(frozen=True)
class Bevinding:
    """What one invariant found. `fout`: the question itself failed."""

    controle: Controle | None
    naam: str
    aantal: int
    ids: Sequence[str]
    fout: str


@dataclass(frozen=True)
class Controleuitkomst:
    """The last reading, and what it found in words."""

    laatste: Zelfcontrole | None
    bevindingen: list[Bevinding]


def controleuitkomst() -> Controleuitkomst:
    """What the system last found about itself."""
    laatste = Zelfcontrole.objects.first()
    return Controleuitkomst(
        laatste,
        [
            Bevinding(
                controle=PER_NAAM.get(rij["controle"]),
                naam=rij["controle"],
                aantal=rij.get("aantal", 0),
                ids=rij.get("ids", []),
                fout=rij.get("fout", ""),
            )
            for rij in (laatste.bevindingen if laatste else [])
        ],
    )
