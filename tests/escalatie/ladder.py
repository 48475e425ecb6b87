"""Invariant 1 as a question to the database itself, apart from the constraints that should hold it."""

import contextlib
import itertools
import os
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import Q
from psycopg import sql

from bewaking.controles import PER_NAAM
from core import clock
from escalatie.models import (
    Actie,
    Actiestaat,
    Actieverzoek,
    Bevestiging,
    Bevestigingsstaat,
    Stagnatie,
    Stap,
    Stapstaat,
    Vraag,
)
from escalatie.waarneming import stappen_namens
from instanties.models import Beheermelding, Gebruiker, Vervanging, Verzoekstaat
from termijnen.kalender import huidige_kalender
from termijnen.models import Gevraagd, Termijn
from tests import databases
from werklijst.selectie import mijn_werk
from woorden.tijdwoorden import AMSTERDAM

SCHEEF = """
SELECT * FROM (
    SELECT g.id, g.staat,
           (SELECT count(*) FROM escalatie_stap s WHERE s.stagnatie_id = g.id AND s.staat = 'open') AS open_stappen,
           (SELECT count(*) FROM escalatie_stap s
              JOIN termijnen_termijn t ON t.id IN (s.vastleggen_id, s.resultaat_id)
             WHERE s.stagnatie_id = g.id AND t.staat = 'loopt') AS lopend,
           (SELECT count(*) FROM escalatie_stap s
              JOIN termijnen_termijn t ON t.id = coalesce(s.resultaat_id, s.vastleggen_id)
             WHERE s.stagnatie_id = g.id AND s.staat = 'open' AND t.staat = 'loopt'
               AND t.houder_id = s.houder_id) AS van_houder
      FROM escalatie_stagnatie g
) s
WHERE CASE WHEN staat = 'open' THEN (open_stappen, lopend, van_houder) <> (1, 1, 1)
           ELSE (open_stappen, lopend) <> (0, 0) END
"""

WACHT_OP_WERKDAG = {"navraag", "gesprek", "stap_vastleggen", "stap_resultaat", "actie", "tussenvraag", "oplossing"}
_nummers = itertools.count(1)


def eis_waterdicht() -> None:
    """Every open stagnatie has one open step, whose keeper keeps the one running step term; a closed one has none (E9)."""
    with connection.cursor() as cursor:
        cursor.execute(SCHEEF)
        scheef = cursor.fetchall()
        assert not scheef, f"stagnaties without exactly one step and keeper: {scheef}"
        cursor.execute(
            "SELECT stagnatie_id FROM escalatie_stap GROUP BY 1 HAVING max(volgnummer) <> count(*) OR min(volgnummer) <> 1"
        )
        assert not cursor.fetchall(), "a step was skipped or done twice"
        cursor.execute(
            "SELECT count(*) FROM termijnen_termijn t WHERE t.staat = 'loopt'"
            " AND t.soort IN ('stap_vastleggen', 'stap_resultaat', 'actie', 'actieverzoek', 'vraag', 'bevestiging', 'oplossing')"
            " AND NOT EXISTS (SELECT 1 FROM escalatie_stagnatie g WHERE g.gezin_id = t.gezin_id AND g.staat = 'open')"
        )
        assert cursor.fetchone() == (0,), "a term of the ladder runs in a family where nothing is open"


def eis_bewaakt(nu: datetime) -> None:
    """Of every kind: what waits has a term that runs, and no term runs of what is done; the daily self-check's own questions (E9)."""
    for naam in (
        "termijn_zonder_onderwerp",
        "onderwerp_zonder_termijn",
        "onbekende_soort",
        "termijn_wacht_ten_onrechte",
    ):
        assert PER_NAAM[naam].zoek(nu) == [], naam


def eis_niets_gemist(nu: datetime) -> None:
    """No term that has passed still runs, but what may open a step and waits for 7:00 on a werkdag; nothing urgent does (S2)."""
    kalender = huidige_kalender()
    for termijn in Termijn.objects.lopend().filter(loopt_af_op__lte=nu):
        assert termijn.soort in WACHT_OP_WERKDAG and not termijn.in_uren, f"the clock missed {termijn.soort}"
        voor = Stagnatie.objects.filter(klasse__gt=0).filter(
            Q(stappen__vastleggen=termijn) | Q(stappen__resultaat=termijn) | Q(stappen__acties__termijn=termijn)
            | Q(tussenvragen__termijn=termijn) | Q(oplossingen__termijn=termijn)
        )  # fmt: skip
        assert not voor.exists(), f"{termijn.soort} of a crisis or safety waits"
        moment = termijn.loopt_af_op
        while moment < nu:
            moment += timedelta(minutes=30)
            lokaal = moment.astimezone(AMSTERDAM)
            open_ = kalender.is_werkdag(lokaal.date()) and time(7) <= lokaal.time() < time(23, 30)
            assert not (open_ and moment < nu), f"{termijn.soort} should have opened at {lokaal}"


def eis_vindbaar(nu: datetime) -> None:
    """Who owes something in what is open finds it in his own list, late or not (E15): steps, questions, actions, decisions."""
    open_ = Stagnatie.objects.open()
    schuldig: dict[Gebruiker, set[UUID]] = defaultdict(set)
    for stap in Stap.objects.filter(staat=Stapstaat.OPEN).select_related("houder", "vastleggen", "resultaat"):
        schuldig[stap.houder].add(stap.staptermijn.pk)
    for vraag in Vraag.objects.filter(stagnatie__in=open_, beantwoord_op__isnull=True).select_related("aan"):
        schuldig[vraag.aan].add(vraag.termijn_id)
    nog = Q(staat__in=(Bevestigingsstaat.GEVRAAGD, Bevestigingsstaat.GEEN_ANTWOORD))
    nog |= Q(staat=Bevestigingsstaat.BEVESTIGD, teruggekoppeld_op__isnull=True)
    besloten = Bevestiging.objects.filter(nog, besluit__stap__stagnatie__in=open_)
    for bevestiging in besloten.select_related("gevraagd_aan"):
        schuldig[bevestiging.gevraagd_aan].add(bevestiging.termijn_id)
    acties = Actie.objects.filter(stap__stagnatie__in=open_, staat__in=(Actiestaat.LOOPT, Actiestaat.NIET_UITGEVOERD))
    verzoeken = Actieverzoek.objects.filter(actie__in=acties, staat=Verzoekstaat.WACHT)
    gevraagd = Gevraagd.objects.filter(Q(termijn__actie__in=acties) | Q(termijn__actieverzoek__in=verzoeken))
    for rij in gevraagd.select_related("gebruiker"):
        schuldig[rij.gebruiker].add(rij.termijn_id)
    for wie, termijnen in schuldig.items():
        if wie.is_active:
            missend = termijnen - _in_mijn_werk(wie, nu)
            assert not missend, f"{wie} doesn't find {Termijn.objects.filter(pk__in=missend).values_list('soort')}"


def _in_mijn_werk(wie: Gebruiker, nu: datetime) -> set[UUID]:
    gevonden: set[UUID] = set()
    pagina: int | None = 1
    while pagina is not None:
        werk = mijn_werk(wie, nu, pagina)
        gevonden |= {rij.termijn.pk for groep in werk.groepen for rij in groep.rijen}
        pagina = werk.volgende
    return gevonden


def eis_iemand_handelt() -> None:
    """A keeper is there, or one other acts, or the beheerder was told; never who was there in the step before (I6, E5).

    Asked of everybody by the question that an act asks, apart from the list that a page makes.
    """
    weg = set(Vervanging.objects.op(clock.today()).values_list("wie", flat=True))
    stappen = list(Stap.objects.filter(staat=Stapstaat.OPEN, houder__in=weg).select_related("modelstap", "houder"))
    mensen = list(Gebruiker.objects.filter(is_active=True, is_professional=True)) if stappen else []
    namens = {wie.pk: set(stappen_namens(wie)) for wie in mensen}
    for stap in stappen:
        handelen = [wie for wie in mensen if stap.pk in namens[wie.pk]]
        assert len(handelen) <= 1, f"{handelen} act for {stap.houder}"
        if not handelen:
            gemeld = Beheermelding.objects.filter(afgehandeld_op__isnull=True, tekst__contains=stap.houder.naam)
            assert gemeld.exists(), f"nobody acts for {stap.houder}, and nobody knows"
            continue
        (wie,) = handelen
        assert wie.pk not in weg, f"{wie} is away too"
        gang = stap.stagnatie.stappen.doorlopen().exclude(modelstap=stap.modelstap).order_by("-volgnummer")
        vorige = None if stap.modelstap.begint else gang.values_list("modelstap", flat=True).first()
        hield = stap.stagnatie.stappen.filter(modelstap=vorige, houder=wie)
        deed = stap.stagnatie.gebeurtenissen.filter(stap__modelstap=vorige, stap__isnull=False, door=wie)
        assert not hield.exists() and not deed.exists(), f"{wie} was on turn in the step before"


@contextlib.contextmanager
def kopie_van(wereld: str) -> Iterator[None]:
    """Work in a copy of a database that a test has filled, and drop it after."""
    naam = f"t_{os.getpid()}_l{next(_nummers)}"
    connection.close()
    with databases._server() as server:
        server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(naam), sql.Identifier(wereld)))
    try:
        with databases.pointed_at(naam):
            yield
    finally:
        with databases._server() as server:
            server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(naam)))
