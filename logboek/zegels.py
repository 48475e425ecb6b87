"""The chain of seals over the logboek: what a seal is made of, and whether it still holds (X1).

A seal covers the rows of one month whose position lies from `van` up to `tot`. The position of a row is the number of
its transaction. Only what lies below the oldest transaction that still runs is sealed: of those numbers nothing can
come any more, so a row that was written earlier and committed later falls in a later seal, never between two.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import connections

from logboek.models import Logregel, SoortZegel, Zegel

BEGIN = "0" * 64
# No log is kept shorter (X1); the region may keep it longer.
MINSTENS_JAREN = 5
PER_BLOK = 2000

# Per form the columns in their order. A new column is a new form; old seals keep theirs.
VORMEN: dict[int, tuple[str, ...]] = {
    1: (
        "id", "positie", "op", "bezoek", "verzoek", "gebruiker_id", "gebruiker_naam", "namens_id", "namens_naam", "rol",
        "instelling_id", "instelling_naam", "handeling", "uitkomst", "doel", "gezin_id", "gezin_nummer", "over_wie",
        "leefgebieden", "onderwerpen", "object_soort", "object_id", "object_naam", "getoond", "grondslag",
        "grondslag_ids", "netwerkadres", "bron", "url_naam", "melding",
    ),
}  # fmt: skip
VORM = max(VORMEN)


class ZegelFout(Exception):
    """A link that doesn't hold; says which, and what is wrong with it."""

    def __init__(self, nummer: int | None, melding: str) -> None:
        super().__init__(f"zegel {nummer}: {melding}" if nummer is not None else melding)
        self.nummer = nummer


@dataclass
class Maandinhoud:
    """The rows of one month within one range, as number and sha256."""

    aantal: int
    inhoud: str


def horizon(alias: str) -> int:
    """The position below which every transaction has ended. What commits from now on lies at or above it."""
    return int(_waarde(alias, "SELECT logboek_positie(pg_snapshot_xmin(pg_current_snapshot()))"))


def inhoud_per_maand(alias: str, van: int, tot: int, vorm: int = VORM) -> dict[date, Maandinhoud]:
    """Number and sha256 of the rows from position `van` up to `tot`, per month, in order of position and id."""
    rekenaars: dict[date, Any] = {}
    aantallen: dict[date, int] = {}
    for maand, tekst in _rijen(alias, van, tot, vorm):
        rekenaars.setdefault(maand, hashlib.sha256()).update(tekst.encode() + b"\n")
        aantallen[maand] = aantallen.get(maand, 0) + 1
    return {maand: Maandinhoud(aantallen[maand], rekenaars[maand].hexdigest()) for maand in sorted(rekenaars)}


def _rijen(alias: str, van: int, tot: int, vorm: int) -> Iterator[tuple[date, str]]:
    """The canonical text of each row: its columns as one JSON array, moments in UTC, whatever the session's settings."""
    kolommen = ", ".join(
        "to_char(op AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US')" if naam == "op" else f'"{naam}"'
        for naam in VORMEN[vorm]
    )
    tabel = Logregel._meta.db_table
    vraag = (
        "SELECT date_trunc('month', op AT TIME ZONE 'UTC')::date, "  # noqa: S608 - our own names
        f"jsonb_build_array({kolommen})::text FROM {tabel} "
        "WHERE positie >= %s AND positie < %s ORDER BY positie, id"
    )
    with connections[alias].chunked_cursor() as cursor:
        cursor.execute(vraag, [van, tot])
        while rijen := cursor.fetchmany(PER_BLOK):
            yield from rijen


def kenmerk(zegel: Zegel) -> str:
    """The sha256 of a link: all that it says, with the link before it."""
    delen = (
        zegel.vorige, zegel.nummer, zegel.soort, zegel.vorm, zegel.maand.isoformat(), zegel.van, zegel.tot,
        zegel.aantal, zegel.inhoud, zegel.op.astimezone(UTC).isoformat(),
    )  # fmt: skip
    return hashlib.sha256("\n".join(map(str, delen)).encode()).hexdigest()


def schakel(laatste: Zegel | None, op: datetime, **wat: Any) -> Zegel:
    """The next link after `laatste` (None: the first)."""
    zegel = Zegel(
        nummer=laatste.nummer + 1 if laatste else 1,
        vorige=laatste.kenmerk if laatste else BEGIN,
        vorm=VORM,
        op=op,
        **wat,
    )
    zegel.kenmerk = kenmerk(zegel)
    return zegel


def is_voorbij(maand: date, jaren: int, op: date) -> bool:
    """Whether this whole month lies `jaren` years before `op`: what is kept is never less than the term."""
    volgende = date(maand.year + maand.month // 12, maand.month % 12 + 1, 1)
    return volgende <= date(op.year - jaren, op.month, 1)


def na_jaren(jaren: int) -> str:
    """What the seal of a removed month says instead of the sha256 of rows: after how many years it went."""
    return f"{jaren:064d}"


def _controleer_verwijderd(zegel: Zegel, jaren: int, nu: datetime) -> None:
    """A month goes when its time is over, by the term that its seal names; one without counts by that of now."""
    if zegel.op > nu + timedelta(days=1):
        raise ZegelFout(zegel.nummer, f"maand {zegel.maand:%Y-%m} zou in de toekomst zijn verwijderd")
    gezegd = int(zegel.inhoud) if zegel.inhoud.isdigit() else 0
    termijn = max(MINSTENS_JAREN, gezegd or jaren)
    if not is_voorbij(zegel.maand, termijn, zegel.op.date()):
        raise ZegelFout(zegel.nummer, f"maand {zegel.maand:%Y-%m} is verwijderd voor er {termijn} jaar voorbij was")


@dataclass
class Bevinding:
    """What a check found when all links hold."""

    zegels: int
    laatste: Zegel | None
    regels: int
    verwijderde_maanden: list[date]
    # Of those: gone after fewer years than the region keeps them now.
    korter_bewaard: list[date]
    onverzegeld: int
    oudste_onverzegeld_op: datetime | None


def controleer(alias: str = "default", *, jaren: int = MINSTENS_JAREN, vanaf: int = 1) -> Bevinding:
    """Check every link from number `vanaf` and the rows under it. Raises ZegelFout at the first that doesn't hold.

    `jaren`: how many years the region keeps the logboek. Every month that was taken away is held against it, whatever `vanaf`.
    """
    weg = list(Zegel.objects.using(alias).filter(soort=SoortZegel.VERWIJDERD).order_by("nummer"))
    for zegel in weg:
        _controleer_verwijderd(zegel, jaren, datetime.now(UTC))
    verwijderd = {zegel.maand for zegel in weg}
    vorige = Zegel.objects.using(alias).filter(nummer=vanaf - 1).first()
    if vanaf > 1 and vorige is None:
        raise ZegelFout(vanaf - 1, "dit zegel is weg")
    if vanaf == 1 and _waarde(alias, "SELECT EXISTS (SELECT 1 FROM logboek_regel WHERE positie < 0)"):
        raise ZegelFout(None, "er staat een regel voor het eerste zegel: later toegevoegd")
    aantal = regels = 0
    for groep in _groepen(alias, vanaf):
        for zegel in groep:
            _controleer_schakel(zegel, vorige)
            vorige, aantal = zegel, aantal + 1
        if groep[0].soort == SoortZegel.REGELS:
            regels += _controleer_regels(alias, groep, verwijderd)
    tot = vorige.tot if vorige else 0
    korter = sorted(zegel.maand for zegel in weg if not is_voorbij(zegel.maand, jaren, zegel.op.date()))
    return Bevinding(aantal, vorige, regels, sorted(verwijderd), korter, *_onverzegeld(alias, tot))


def _groepen(alias: str, vanaf: int) -> Iterator[list[Zegel]]:
    """The seals in order; those that cover the same range for different months together."""
    groep: list[Zegel] = []
    for zegel in Zegel.objects.using(alias).filter(nummer__gte=vanaf).order_by("nummer").iterator():
        if groep and _bereik(groep[0]) != _bereik(zegel):
            yield groep
            groep = []
        groep.append(zegel)
    if groep:
        yield groep


def _bereik(zegel: Zegel) -> tuple[str, int, int]:
    return (zegel.soort, zegel.van, zegel.tot)


def _controleer_schakel(zegel: Zegel, vorige: Zegel | None) -> None:
    verwacht = vorige.nummer + 1 if vorige else 1
    if zegel.nummer != verwacht:
        raise ZegelFout(verwacht, "dit zegel is weg")
    if zegel.vorige != (vorige.kenmerk if vorige else BEGIN):
        raise ZegelFout(zegel.nummer, "sluit niet aan op het zegel ervoor")
    if zegel.kenmerk != kenmerk(zegel):
        raise ZegelFout(zegel.nummer, "het zegel zelf is veranderd")
    zelfde = vorige is not None and _bereik(vorige) == _bereik(zegel)
    if not zelfde and zegel.van != (vorige.tot if vorige else 0):
        raise ZegelFout(zegel.nummer, "tussen dit zegel en het vorige zit een gat")


def _controleer_regels(alias: str, groep: list[Zegel], verwijderd: set[date]) -> int:
    """Compare the rows with what was sealed; returns how many were read."""
    eerste = groep[0]
    gevonden = inhoud_per_maand(alias, eerste.van, eerste.tot, eerste.vorm)
    gelezen = sum(deel.aantal for deel in gevonden.values())
    for zegel in groep:
        nu = gevonden.pop(zegel.maand, Maandinhoud(0, ""))
        plaats = f"maand {zegel.maand:%Y-%m}, posities {zegel.van} tot {zegel.tot}"
        if zegel.maand in verwijderd:
            if nu.aantal:
                raise ZegelFout(zegel.nummer, f"{plaats}: later toegevoegd aan een verwijderde maand ({nu.aantal})")
        elif nu.aantal < zegel.aantal:
            raise ZegelFout(zegel.nummer, f"{plaats}: {zegel.aantal - nu.aantal} regel(s) weggehaald")
        elif nu.aantal > zegel.aantal:
            raise ZegelFout(zegel.nummer, f"{plaats}: {nu.aantal - zegel.aantal} regel(s) later toegevoegd")
        elif nu.inhoud != zegel.inhoud:
            raise ZegelFout(zegel.nummer, f"{plaats}: een regel is veranderd")
    if gevonden:
        maand = min(gevonden)
        raise ZegelFout(groep[-1].nummer, f"maand {maand:%Y-%m}: {gevonden[maand].aantal} regel(s) later toegevoegd")
    return gelezen


UITGEGEVEN = """
    SELECT greatest(
        logboek_positie(pg_snapshot_xmax(pg_current_snapshot())), logboek_positie(pg_current_xact_id_if_assigned()))"""


def _onverzegeld(alias: str, tot: int) -> tuple[int, datetime | None]:
    """How many rows wait for a seal and since when. ZegelFout when one has a position that wasn't given out yet."""
    with connections[alias].cursor() as cursor:
        cursor.execute(
            "SELECT count(*), min(op), coalesce(max(positie), 0) FROM logboek_regel WHERE positie >= %s", [tot]
        )
        aantal, oudste, hoogste = cursor.fetchone()
    # Asked afterwards: what was written meanwhile has its number by then. One's own number may lie beyond the snapshot's
    # end, as long as an older transaction is open.
    uitgegeven = int(_waarde(alias, UITGEGEVEN))
    if hoogste > uitgegeven:
        raise ZegelFout(None, f"een regel heeft positie {hoogste}, die nog niet is uitgegeven: van buiten toegevoegd")
    return aantal, oudste


def _waarde(alias: str, vraag: str) -> Any:
    with connections[alias].cursor() as cursor:
        cursor.execute(vraag)
        return cursor.fetchone()[0]
