"""Who gets what at the pages of signals: whom it is asked of, whoever works at an instelling, and a family without account."""

from types import SimpleNamespace

from gezinnen.models import Hoeder
from tests.routes.rijen import Rij
from tests.zorgcoordinatie.team import maak_team, meld
from zorgcoordinatie import actions
from zorgcoordinatie.models import Route

# Who works at an instelling may say something of a family; who is of one, or of a gemeente or the region only, has another road.
WERKT_ERGENS = dict.fromkeys(
    ("coordinator", "collega", "behandelaar", "mentor", "teamleider", "manager", "bestuurder", "buitenstaander",
     "waarnemer", "nog_geen_waarnemer", "geen_waarnemer_meer"), 200,
)  # fmt: skip


def wereld(cast):
    """The cast, an intakepunt with a signal that waits, and a family that the colleague of the cast holds."""
    team = maak_team(cast)
    opgepakt = actions.neem_op(meld(cast, naam="Vos"), naam="Vos", nagebeld=False, nu=cast.nu, door=team.lid)
    return SimpleNamespace(
        cast=cast, signaal=meld(cast), hoeder=Hoeder.objects.huidig().get(gezin=opgepakt.gezin), team=team
    )


def _signaal(wereld):
    return {"signaal_id": wereld.signaal.pk}


def _nieuw(wereld):
    return {
        "gemeente": str(wereld.cast.gemeente.pk), "naam": "Bos", "telefoon": "0182-000002", "wat": "Er speelt veel",
        "route": Route.ZORGNETWERK, "met_gezin": "ja",
    }  # fmt: skip


RIJEN = {
    "zorgcoordinatie:signalen": Rij(get=WERKT_ERGENS, rest=403),
    "zorgcoordinatie:signaal_sturen": Rij(
        get=WERKT_ERGENS, post=dict.fromkeys(WERKT_ERGENS, 302), rest=403, data=_nieuw
    ),
    "zorgcoordinatie:signaal_telefoon": Rij(get={"buitenstaander": 403}, post={"buitenstaander": 403}, rest=403),
    # Of whom it isn't asked: there is nothing here, whoever sent it.
    "zorgcoordinatie:signaal_oppakken": Rij(
        get={"buitenstaander": 404}, post={"buitenstaander": 404}, kwargs=_signaal, data=lambda _w: {"naam": "Van Dam"}
    ),
    "zorgcoordinatie:signaal_afwijzen": Rij(
        get={"buitenstaander": 404}, post={"buitenstaander": 404}, kwargs=_signaal, data=lambda _w: {"waarom": "Nee"}
    ),
    "zorgcoordinatie:coordinatie_beginnen": Rij(
        get={"collega": 200, "buitenstaander": 404},
        post={"collega": 302, "buitenstaander": 404},
        kwargs=lambda wereld: {"hoeder_id": wereld.hoeder.pk},
        data=lambda wereld: {"gebruiker": str(wereld.cast.collega.pk), "hoe_gezegd": "moeder, aan de telefoon"},
    ),
    "zorgcoordinatie:hulp_vragen": Rij(
        get={"buitenstaander": 200}, post={"buitenstaander": 302}, rest=200, rest_post=302, anoniem=200,
        anoniem_post=422, data=_nieuw,
    ),
    "zorgcoordinatie:hulp_dank": Rij(get={"buitenstaander": 200}, rest=200, anoniem=200),
}  # fmt: skip
