"""Counting, with SQL and with the mail server's own list: what is missing and what is doubled."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import psycopg

# Per fact how often it is there. The names are the same in each copy of one filled database.
STAPPEN = {
    "einde van een termijn": """
        SELECT w.termijn_id::text, count(*) FROM termijnen_termijnwijziging w
        JOIN termijnen_termijn t ON t.id = w.termijn_id
        WHERE w.van_staat = 'loopt' AND w.naar_staat <> 'loopt' AND w.door_id IS NULL AND t.soort <> 'kapot'
        GROUP BY 1""",
    "navraag": "SELECT afspraak_id::text, count(*) FROM gezinsplan_navraag GROUP BY 1",
    "stagnatie": "SELECT gezin_id::text, count(*) FROM escalatie_stagnatie GROUP BY 1",
    "stap": """
        SELECT g.gezin_id || ' ' || m.nummer, count(*) FROM escalatie_stap s
        JOIN escalatie_stagnatie g ON g.id = s.stagnatie_id JOIN escalatie_modelstap m ON m.id = s.modelstap_id
        GROUP BY 1""",
    "lopende termijn": """
        SELECT gezin_id || ' ' || soort, count(*) FROM termijnen_termijn
        WHERE staat = 'loopt' AND soort <> 'kapot' GROUP BY 1""",
}
BERICHTEN = "SELECT soort || ' ' || ontvanger_id || ' ' || coalesce(gezin_id::text, ''), count(*) FROM {} GROUP BY 1"
# A mail may cover several notices; each knows its mail.
MAILS = """
    SELECT soort || ' ' || ontvanger_id || ' ' || coalesce(gezin_id::text, ''), mail_staat,
        coalesce(bundel, id)::text
    FROM berichten_bericht WHERE mail_staat <> 'niet_nodig'"""


@dataclass(frozen=True)
class Stand:
    """What lies in a database: how often each step and each notice is there, and the mail of each notice."""

    stappen: Counter
    berichten: Counter
    mails: list[tuple[str, str, str]]

    @classmethod
    def van(cls, adres: str) -> "Stand":
        with psycopg.connect(adres) as db:
            stappen = Counter({(wat, naam): n for wat, vraag in STAPPEN.items() for naam, n in db.execute(vraag)})
            berichten = Counter(dict(db.execute(BERICHTEN.format("berichten_bericht")).fetchall()))
            return cls(stappen, berichten, db.execute(MAILS).fetchall())


@dataclass(frozen=True)
class Uitslag:
    """One line of the table. `nog_eens` were offered twice under one Message-ID: an inbox shows these once."""

    termijnen: int
    stappen_gemist: int
    stappen_dubbel: int
    berichten_gemist: int
    berichten_dubbel: int
    mails_gemist: int
    mails_dubbel: int
    mails: int
    nog_eens: int

    @property
    def goed(self) -> bool:
        return not any(
            (
                self.stappen_gemist,
                self.stappen_dubbel,
                self.berichten_gemist,
                self.berichten_dubbel,
                self.mails_gemist,
                self.mails_dubbel,
            )
        )


def vergelijk(kalm: Stand, nu: Stand, aangenomen: Path) -> Uitslag:
    """Hold what happened against what a calm system does, and what was sent against what the mail server took."""
    regels = aangenomen.read_text().split("\n")[:-1] if aangenomen.exists() else []
    ontvangen = Counter(regel.split(" ", 1)[0].strip("<>").partition("@")[0] for regel in regels)
    hoort = Counter(naam for naam, _staat, _mail in kalm.mails)
    # In the inbox: a notice counts once for each different mail about it that the server took.
    gekregen = Counter(naam for naam, _staat, mail in nu.mails if mail in ontvangen)
    onbekend = set(ontvangen) - {mail for _naam, _staat, mail in nu.mails}
    return Uitslag(
        termijnen=sum(1 for wat, _naam in kalm.stappen if wat == "einde van een termijn"),
        stappen_gemist=(kalm.stappen - nu.stappen).total(),
        stappen_dubbel=(nu.stappen - kalm.stappen).total(),
        berichten_gemist=(kalm.berichten - nu.berichten).total(),
        berichten_dubbel=(nu.berichten - kalm.berichten).total(),
        mails_gemist=(hoort - gekregen).total(),
        mails_dubbel=(gekregen - hoort).total() + len(onbekend),
        mails=len(ontvangen),
        nog_eens=ontvangen.total() - len(ontvangen),
    )


def verschil(kalm: Stand, nu: Stand) -> dict[str, list[str]]:
    """What is too little and too much, by name: for whoever looks into a failure."""
    return {
        "te weinig": [*map(str, kalm.stappen - nu.stappen), *(kalm.berichten - nu.berichten)][:20],
        "te veel": [*map(str, nu.stappen - kalm.stappen), *(nu.berichten - kalm.berichten)][:20],
    }
