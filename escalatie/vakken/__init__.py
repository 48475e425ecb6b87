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
from escalatie.vakken.jawoord import actie_ja, actie_kan_niet
from escalatie.vakken.stap import (
    acties_vastleggen,
    actietermijn,
    ander_spoor,
    besluit,
    buiten_macht,
    eerder_hulp,
    gesprek,
    hoger_niveau,
    termijn,
    terugkoppeling,
    terugnemen,
    uitgevoerd,
)
from escalatie.vakken.tussen import bezwaar, gedaan_klopt, gedaan_klopt_niet, niet_gedaan, te_lang
from escalatie.vakken.vak import Data, Vak, Vakken, pagina

__all__ = [
    "Data",
    "Vak",
    "Vakken",
    "actie_ja",
    "actie_kan_niet",
    "acties_vastleggen",
    "actietermijn",
    "ander_spoor",
    "antwoord",
    "bericht",
    "besluit",
    "bevestig",
    "bezwaar",
    "buiten_macht",
    "eerder_hulp",
    "gedaan_klopt",
    "gedaan_klopt_niet",
    "gelezen",
    "gesprek",
    "hoger_niveau",
    "kan_niet",
    "niet_gedaan",
    "opgelost",
    "opgelost_ja",
    "opgelost_nee",
    "pagina",
    "samen_gelezen",
    "te_lang",
    "termijn",
    "terugkoppeling",
    "terugnemen",
    "uitgevoerd",
    "vakken_voor",
    "vraag",
]
