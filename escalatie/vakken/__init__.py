"""The acts on the page of a stagnatie: which forms this reader gets now, with their words, and where each is sent."""

from escalatie.vakken.aanbod import vakken_voor
from escalatie.vakken.antwoorden import (
    antwoord,
    bericht,
    bevestig,
    gelezen,
    kan_niet,
    opgelost,
    opgelost_ja,
    opgelost_nee,
    samen_gelezen,
    vraag,
)
from escalatie.vakken.stap import (
    acties_vastleggen,
    actietermijn,
    besluit,
    buiten_macht,
    eerder_hulp,
    hoger_niveau,
    termijn,
    terugkoppeling,
    terugnemen,
    uitgevoerd,
)
from escalatie.vakken.vak import Data, Vak, Vakken, pagina

__all__ = [
    "Data",
    "Vak",
    "Vakken",
    "acties_vastleggen",
    "actietermijn",
    "antwoord",
    "bericht",
    "besluit",
    "bevestig",
    "buiten_macht",
    "eerder_hulp",
    "gelezen",
    "hoger_niveau",
    "kan_niet",
    "opgelost",
    "opgelost_ja",
    "opgelost_nee",
    "pagina",
    "samen_gelezen",
    "termijn",
    "terugkoppeling",
    "terugnemen",
    "uitgevoerd",
    "vakken_voor",
    "vraag",
]
