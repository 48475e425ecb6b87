"""A region full of running afspraken: one family made by the real actions, and copied by the database itself."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from django.db import connections, transaction
from django.utils.timezone import localdate

from bench import multiply
from gezinnen.actions import (
    BetrokkeneGegevens,
    GezinslidGegevens,
    leg_gezag_vast,
    maak_gezin,
    voeg_betrokkene_toe,
    voeg_gezinslid_toe,
)
from gezinnen.actions.houden import houdt_signaal
from gezinnen.models import Coordinatorschap, Deelnemer, Gezin, Relatie
from gezinsplan import actions as plan
from gezinsplan.actions import AfspraakGegevens, DoelGegevens
from gezinsplan.models import Afspraak, Doelstaat, Gezinsplan, Planstaat
from instanties.actions import leg_gemeente_vast, leg_instelling_vast
from instanties.models import Gebruiker, Leefgebied, Rol, SoortInstelling
from termijnen.actions import beeindig
from termijnen.models import Termijn, Termijnstaat
from tests.cast import jarig, maak_professional
from toestemming.models import Grondslag
from woorden.duur import Duur, Eenheid

AFSPRAKEN_PER_GEZIN = 10
GEZINNEN_PER_MENS = 15
# Kept plans that are made with one round of statements.
PER_KEER = 250_000
# Columns of a person that no two people share.
EIGEN = frozenset({"inlognaam", "email"})


class Voorbeeld:
    """The rows of one family in which ten afspraken run, those of the two who help, and those of a family that is kept."""

    def __init__(self, nu: datetime) -> None:
        self.nu = nu
        begin = nu - timedelta(days=3)
        gemeente = leg_gemeente_vast(naam="Waterlaan", telefoon="06-00000010", door=None)
        ambtenaren = [maak_professional(f"Ambtenaar {i}", Rol.GEMEENTEAMBTENAAR, gemeente=gemeente) for i in range(3)]
        gemeente = leg_gemeente_vast(
            gemeente, ambtenaar=ambtenaren[0], vervanger=ambtenaren[1], bestuur=ambtenaren[2], actief=True, door=None
        )
        waar = [
            leg_instelling_vast(
                naam=f"Instelling {i}", soort=SoortInstelling.ANDERS, leefgebieden=[], telefoon="", aanbod="", door=None
            )
            for i in range(2)
        ]
        wie = [maak_professional(f"Wie {i}", Rol.HULPVERLENER, instelling=waar[i]) for i in range(2)]
        lopend = _gezin(begin, gemeente, waar, wie, AFSPRAKEN_PER_GEZIN)
        bewaard = _gezin(begin, gemeente, waar, wie, 2)
        _sluit_af(bewaard, nu, wie[0])
        gedeeld = (Gebruiker,)
        self.gezin = multiply.belonging_to([lopend], shared=gedeeld)
        self.bewaard = multiply.belonging_to([bewaard], shared=gedeeld)
        van_gezinnen = {(rij.table, rij.pk) for rij in (*self.gezin, *self.bewaard)}
        self.mensen = [rij for rij in multiply.belonging_to(wie) if (rij.table, rij.pk) not in van_gezinnen]

    @property
    def rijen(self) -> list[multiply.Row]:
        """All rows of the example."""
        return [*self.gezin, *self.bewaard, *self.mensen]

    def sleutels(self, mensen: int) -> dict:
        """Each family has its own copies; the people are shared out among the families."""
        van_gezin = multiply.keys_of([*self.gezin, *self.bewaard], "n")
        return van_gezin | multiply.keys_of(self.mensen, f"mod(n, {mensen})")


def maak(afspraken: int, nu: datetime) -> None:
    """Fill an empty database with at least `afspraken` running terms, ten to a family; none is due before `nu`."""
    maak_land(-(-afspraken // AFSPRAKEN_PER_GEZIN), 0, nu, lambda _wat: None)


def maak_land(actief: int, bewaard: int, nu: datetime, meld: Callable[[str], None]) -> None:
    """Fill an empty database with `actief` plans of ten running terms and `bewaard` plans that have ended.

    `meld` hears how far it is. Indexes are made when all rows are there: that takes a third of the time.
    """
    voorbeeld, mensen = Voorbeeld(nu), max(1, actief // GEZINNEN_PER_MENS)
    sleutels, tabellen = voorbeeld.sleutels(mensen), sorted({rij.table for rij in voorbeeld.rijen})
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute("SET maintenance_work_mem = '512MB'")
        with zonder_controles(cursor, tabellen), _zonder_indexen(cursor, tabellen):

            def vermenigvuldig(rijen: list[multiply.Row], nummers: range) -> None:
                for opdracht, waarden in multiply.copies(rijen, nummers, sleutels, own=EIGEN, ahead=nu):
                    cursor.execute(opdracht, waarden)

            vermenigvuldig(voorbeeld.mensen, range(mensen))
            vermenigvuldig(voorbeeld.gezin, range(actief))
            meld(f"{actief} lopende plannen")
            for van in range(0, bewaard, PER_KEER):
                tot = min(van + PER_KEER, bewaard)
                vermenigvuldig(voorbeeld.bewaard, range(van, tot))
                meld(f"{tot} bewaarde plannen")
            for rij in voorbeeld.rijen:
                cursor.execute(*multiply.removal(rij))
        meld("indexen")
        cursor.execute("VACUUM ANALYZE")


def _gezin(nu: datetime, gemeente: Any, waar: list, wie: list[Gebruiker], afspraken: int) -> Gezin:
    """A mother with two children, who is helped by these two, and a plan that runs."""
    hoe = {"nu": nu, "door": wie[0]}
    gezin = maak_gezin("Gezin", gemeente, wie[0], waar[0], **hoe)
    thuis = gezin.huishoudens.get()
    moeder = voeg_gezinslid_toe(
        gezin, GezinslidGegevens(naam="Moeder", relatie=Relatie.MOEDER, huishouden=thuis), **hoe
    )
    for jaren in (5, 10):
        gegevens = GezinslidGegevens(
            naam=f"Kind van {jaren}",
            relatie=Relatie.KIND,
            huishouden=thuis,
            geboortedatum=jarig(nu, jaren),
            gemeente=gemeente,
        )
        leg_gezag_vast(voeg_gezinslid_toe(gezin, gegevens, **hoe), [moeder], True, **hoe)
    gegevens = BetrokkeneGegevens(naam=wie[1].naam, instelling=waar[1])
    doet = voeg_betrokkene_toe(gezin, gegevens, gebruiker=wie[1], **hoe)
    doel = plan.voeg_doel_toe(gezin, DoelGegevens("Wij wonen rustig", leefgebieden=[Leefgebied.WONEN]), **hoe)
    for nummer in range(afspraken):
        gegeven = AfspraakGegevens(f"Papieren {nummer}", [doet.pk], localdate(nu), Duur(4 + nummer, Eenheid.WEEK))
        plan.voeg_afspraak_toe(doel, gegeven, **hoe)
    plan.activeer(plan.plan_van(gezin), aan_tafel=None, **hoe)
    return gezin


def _sluit_af(gezin: Gezin, nu: datetime, door: Gebruiker) -> None:
    """As a plan that has ended; there is no act for that yet."""
    for afspraak in Afspraak.objects.filter(doel__plan__gezin=gezin):
        plan.vink_af(afspraak, localdate(nu), nu=nu, door=door, hoe_gehoord="gebeld")
    gezin.plan.doelen.update(staat=Doelstaat.BEREIKT, bereikt_op=localdate(nu))
    Gezinsplan.objects.filter(gezin=gezin).update(staat=Planstaat.AFGEROND, afgerond_op=nu)
    schap = Coordinatorschap.objects.get(gezin=gezin)
    schap.tot = nu
    schap.save(update_fields=["tot"])
    houdt_signaal(gezin, schap.gebruiker, schap.instelling, nu=nu)
    Deelnemer.objects.filter(gezin=gezin).update(gestopt_op=nu)
    Grondslag.objects.filter(gezin=gezin).delete()
    with transaction.atomic():
        lopend = Termijn.objects.lopend().filter(gezin=gezin)
        beeindig(list(lopend.select_for_update()), Termijnstaat.VERVALLEN, nu=nu, door=door, reden="afgerond")


@contextmanager
def zonder_controles(cursor: Any, tabellen: list[str]) -> Iterator[None]:
    """Without history and foreign keys as long as the block lasts: what is made here is right by construction."""
    _triggers(cursor, tabellen, "DISABLE")
    verwijzingen = _neem_verwijzingen_weg(cursor)
    yield
    _zet_verwijzingen_terug(cursor, verwijzingen)
    _triggers(cursor, tabellen, "ENABLE")


def laat_verlopen(aantal: int, nu: datetime) -> None:
    """Let `aantal` of the running afspraken, spread over all families, have passed an hour before `nu`."""
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute(
            """
            UPDATE termijnen_termijn
            SET loopt_af_op = %(nu)s - interval '1 hour', aan_de_beurt_op = %(nu)s - interval '1 hour'
            WHERE id IN (
                SELECT id FROM termijnen_termijn
                WHERE staat = 'loopt' AND soort = 'afspraak' AND begint_op < %(nu)s - interval '1 hour'
                ORDER BY id LIMIT %(aantal)s
            )
            """,
            {"nu": nu, "aantal": aantal},
        )
        cursor.execute("VACUUM ANALYZE termijnen_termijn")


def _triggers(cursor: Any, tabellen: list[str], stand: str) -> None:
    for tabel in tabellen:
        cursor.execute(f"ALTER TABLE {tabel} {stand} TRIGGER USER")


def _neem_verwijzingen_weg(cursor) -> list[tuple[str, str, str]]:
    """Foreign keys cost more than the rows that are made here. Returns table, name and text of each."""
    cursor.execute(
        """
        SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
        WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0
        """
    )
    verwijzingen = cursor.fetchall()
    for tabel, naam, _tekst in verwijzingen:
        cursor.execute(f"ALTER TABLE {tabel} DROP CONSTRAINT {naam}")
    return verwijzingen


def _zet_verwijzingen_terug(cursor, verwijzingen: list[tuple[str, str, str]]) -> None:
    """What is written from now on is checked, as ever; what was made here is right by construction."""
    for tabel, naam, tekst in verwijzingen:
        cursor.execute(f"ALTER TABLE {tabel} ADD CONSTRAINT {naam} {tekst} NOT VALID")


@contextmanager
def _zonder_indexen(cursor: Any, tabellen: list[str]) -> Iterator[None]:
    """Without the indexes, unique and primary keys of what is filled; they come back when the block ends well."""
    cursor.execute(
        """
        SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
        WHERE contype IN ('p', 'u') AND conrelid::regclass::text = ANY(%s)
        """,
        [tabellen],
    )
    sleutels = cursor.fetchall()
    for tabel, naam, _tekst in sleutels:
        cursor.execute(f"ALTER TABLE {tabel} DROP CONSTRAINT {naam}")
    cursor.execute(
        """
        SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
        WHERE indrelid::regclass::text = ANY(%s)
        """,
        [tabellen],
    )
    indexen = cursor.fetchall()
    for naam, _tekst in indexen:
        cursor.execute(f"DROP INDEX {naam}")
    yield
    for tabel, naam, tekst in sleutels:
        cursor.execute(f"ALTER TABLE {tabel} ADD CONSTRAINT {naam} {tekst}")
    for _naam, tekst in indexen:
        cursor.execute(tekst)
