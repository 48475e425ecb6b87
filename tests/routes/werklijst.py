"""Who gets what at Mijn werk and the inbox: everyone their own."""

from types import SimpleNamespace

from berichten.models import Bericht
from instanties.actions import meld_aan_beheer
from tests.routes.rijen import KWAM_TERUG, Rij

FAMILIE = dict.fromkeys(["moeder", "vader", "broer", "andere_moeder"], 302)


def wereld(cast):
    meld_aan_beheer("Hier is niemand voor stap 2.", cast.nu, instelling=cast.kliniek)
    return SimpleNamespace(cast=cast, bericht=Bericht.objects.van(cast.beheerder).first())


RIJEN = {
    # Families go on to their own plan.
    "werklijst:mijn_werk": Rij(get={**FAMILIE, "buitenstaander": 200}, rest=200),
    "werklijst:berichten": Rij(get={"buitenstaander": 200}, rest=200),
    "werklijst:berichten_instellen": Rij(
        get={"buitenstaander": 200}, rest=200, post={"buitenstaander": KWAM_TERUG}, rest_post=KWAM_TERUG
    ),
    "werklijst:alles_gelezen": Rij(post={"buitenstaander": 302}, rest=302),
    "werklijst:bericht_openen": Rij(
        get={"beheerder": 302, "buitenstaander": 404},
        post={"beheerder": 302, "buitenstaander": 404},
        kwargs=lambda wereld: {"bericht_id": wereld.bericht.pk},
    ),
}
