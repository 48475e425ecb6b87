"""What a term of each kind is about, for the questions of the self-check: the table, and when it is still open (E9)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Onderwerp:
    """What a term of one kind is about: its table, how it points at the term, and when it is still open (SQL about `o`).

    `altijd`: while it is open its term runs; else it may stay open after its term, like a question without an answer.
    `erna`: for what else a term of it may run, and what may stay open after that.
    """

    tabel: str
    open: str
    kolom: str = "termijn_id"
    altijd: bool = True
    erna: str = "false"


_STAGNATIE_OPEN = "EXISTS (SELECT FROM escalatie_stagnatie g WHERE g.id = o.stagnatie_id AND g.staat = 'open')"
# Kind of term → what must be there, still open, while a term of it runs. A new kind needs its line (E9).
ONDERWERPEN: dict[str, Onderwerp] = {
    "afspraak": Onderwerp("gezinsplan_afspraak", "o.staat = 'loopt'"),
    "navraag": Onderwerp("gezinsplan_navraag", "o.staat IN ('open', 'wacht_op_akkoord')"),
    "gesprek": Onderwerp("gezinsplan_gesprek", "o.staat = 'open'"),
    # That an open stagnatie has its one step term is a question of its own, below.
    "stap_vastleggen": Onderwerp("escalatie_stap", _STAGNATIE_OPEN, "vastleggen_id", altijd=False),
    "stap_resultaat": Onderwerp("escalatie_stap", _STAGNATIE_OPEN, "resultaat_id", altijd=False),
    "actie": Onderwerp("escalatie_actie", "o.staat = 'loopt'"),
    "actieverzoek": Onderwerp("escalatie_actieverzoek", "o.staat = 'wacht'"),
    "vraag": Onderwerp("escalatie_vraag", "o.beantwoord_op IS NULL", altijd=False),
    # Confirmed: its term goes on until there was reported back.
    "bevestiging": Onderwerp(
        "escalatie_bevestiging", "o.staat = 'gevraagd'", erna="o.staat = 'bevestigd' AND o.teruggekoppeld_op IS NULL"
    ),
    "tussenvraag": Onderwerp("escalatie_tussenvraag", "o.staat = 'wacht'"),
    "oplossing": Onderwerp("escalatie_oplossing", "o.instemming = 'wacht'"),
    "toestemming_loopt_af": Onderwerp("toestemming_toestemmingsgesprek", "true", altijd=False),
    "intrekking": Onderwerp("toestemming_intrekking", "o.staat = 'open'"),
    "vlag_herzien": Onderwerp("toestemming_veiligheidsvlag", "o.tot IS NULL"),
    "vlag_bevestigen": Onderwerp("toestemming_vlagverzoek", "o.staat = 'wacht'"),
    "verjaardag_nadert": Onderwerp("toestemming_verjaardag", "true", "aankondiging_id", altijd=False),
    "verjaardag": Onderwerp("toestemming_verjaardag", "true", altijd=False),
}


# Of the table above only, so nothing of a person comes into these questions.
def termijn_waarvan_niets_meer_open_is() -> str:
    """SQL: the running terms of which nothing is open any more."""
    gevallen = " ".join(
        f"WHEN '{soort}' THEN NOT EXISTS (SELECT FROM {van.tabel} o WHERE o.{van.kolom} = t.id AND ({van.open} OR {van.erna}))"
        for soort, van in ONDERWERPEN.items()
    )
    return f"SELECT t.id FROM termijnen_termijn t WHERE t.staat = 'loopt' AND CASE t.soort {gevallen} END"  # noqa: S608


def open_waarvan_geen_termijn_loopt() -> str:
    """SQL: what is open while its term doesn't run."""
    delen = " UNION ALL ".join(
        f"SELECT o.id FROM {van.tabel} o JOIN termijnen_termijn t ON t.id = o.{van.kolom} "  # noqa: S608
        f"WHERE {van.open} AND t.staat <> 'loopt'"
        for van in ONDERWERPEN.values()
        if van.altijd
    )
    return f"SELECT id FROM ({delen}) open"  # noqa: S608
