"""Who gets what at the one-time link: who sends it, and its pages without an account, where everybody is nobody (G17)."""

from types import SimpleNamespace

from django.core.cache import cache

from gezinsplan import links
from tests.gezinsplan.linkhulp import ADRES, maak, maak_vraag
from tests.routes.gezinsplan_plan import wie
from tests.routes.rijen import Rij

# The afspraak is about school and about Sanne: these see it, and only the coordinator and the navrager send a link.
ZIEN = {"vader": 403, "moeder": 403}


def wereld(cast):
    """The cast with D. Hof without account, asked about what he does; the mentor asks after it for him."""
    cache.clear()
    voorbeeld, hof, afspraak = maak_vraag(cast, navrager=cast.mentor_in_gezin)
    geheim = maak(voorbeeld, hof, afspraak).geheim
    return SimpleNamespace(cast=cast, gezin=cast.gezin, hof=hof, afspraak=afspraak, geheim=geheim)


def sturen(wereld):
    return {"gezin_id": wereld.gezin.pk, "afspraak_id": wereld.afspraak.pk, "deelnemer_id": wereld.hof.pk}


def merk(wereld):
    return {"merk": links.merk_van_geheim(wereld.geheim)}


def code(_wereld):
    """A code that is wrong; what others tried doesn't count here."""
    cache.clear()
    return {"code": "1234 5678"}


RIJEN = {
    "gezinsplan:link_sturen": Rij(
        get=wie(("coordinator", "mentor"), 200, **ZIEN),
        post=wie(("coordinator", "mentor"), 302, **ZIEN),
        kwargs=sturen,
        data=lambda wereld: {"email": ADRES},
    ),
    # The link of the mail leads everybody on in the same way, also who is logged in: it says nothing.
    "gezinsplan:link_volgen": Rij(
        get={"buitenstaander": 302},
        rest=302,
        anoniem=302,
        anoniem_naar=lambda wereld: f"/antwoord/vraag/{links.merk_van_geheim(wereld.geheim)}/",
        kwargs=lambda wereld: {"geheim": wereld.geheim},
    ),
    # The code is asked of everybody; without the secret of the mail no code is right.
    "gezinsplan:link_code": Rij(
        get={"buitenstaander": 200},
        post={"buitenstaander": 422},
        rest=200,
        rest_post=422,
        anoniem=200,
        anoniem_post=200,
        kwargs=merk,
        data=code,
    ),
    # Without the code in this browser: back to where it is asked. Being logged in as anybody doesn't help.
    "gezinsplan:link_geven": Rij(
        get={"buitenstaander": 302},
        post={"buitenstaander": 422},
        rest=302,
        rest_post=422,
        anoniem=302,
        anoniem_post=422,
        anoniem_naar=lambda wereld: f"/antwoord/vraag/{links.merk_van_geheim(wereld.geheim)}/",
        kwargs=merk,
        data=lambda wereld: {"antwoord": "gedaan", "gebeurd_op": "vandaag"},
    ),
    "gezinsplan:link_dank": Rij(get={"buitenstaander": 200}, rest=200, anoniem=200, kwargs=merk),
}
