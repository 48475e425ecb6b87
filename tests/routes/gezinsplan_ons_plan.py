"""Who gets what at the family's own pages and at the plan on paper: each one's own, and nobody another's (T3, G9, G14)."""

from types import SimpleNamespace

from gezinsplan.actions import papier
from tests.routes.rijen import Rij
from toestemming import zicht

GEZIN = ("moeder", "vader", "broer")
PROFESSIONALS = ("coordinator", "collega", "behandelaar", "mentor")
DOEN_MEE = (*GEZIN, *PROFESSIONALS)
NIET_HIER = {"buitenstaander": 404, "andere_moeder": 404}
KIEST_ZELF = {**dict.fromkeys((*PROFESSIONALS, "broer"), 403), **NIET_HIER}
KIEST_ZELF_200 = {**KIEST_ZELF, "moeder": 200, "vader": 200, "ouder_zonder_gezag": 200}


def wereld(cast):
    """The cast, with a paper that mother asked for and that lies ready."""
    opdracht = papier.vraag_pdf(zicht.blik(cast.moeder, cast.gezin), nu=cast.nu)
    papier.maak_wachtende(cast.nu)
    return SimpleNamespace(gezin=cast.gezin, opdracht=opdracht, sanne=cast.sanne)


def gezin(wereld):
    return {"gezin_id": wereld.gezin.pk}


def van_moeder(wereld):
    return {**gezin(wereld), "opdracht_id": wereld.opdracht.pk}


RIJEN = {
    # Whoever belongs to one family is led to its plan; for the others there is none here.
    "gezinsplan:ons_plan": Rij(
        get={**dict.fromkeys(GEZIN, 302), "andere_moeder": 302, "buitenstaander": 200}, rest=200
    ),
    "gezinsplan:ons_plan_gezin": Rij(
        get={**dict.fromkeys(GEZIN, 200), **dict.fromkeys(PROFESSIONALS, 302), **NIET_HIER}, kwargs=gezin
    ),
    # Of age: somebody of the family chooses. Others of the plan may not.
    "gezinsplan:eigen_zaken": Rij(get={**KIEST_ZELF_200, "jongere_16": 200}, kwargs=gezin),
    "gezinsplan:eigen_zaken_voor": Rij(
        # A youngster chooses towards parents, not towards a sister.
        get={**KIEST_ZELF_200, "jongere_16": 404},
        post={**KIEST_ZELF, "moeder": 302, "vader": 302, "ouder_zonder_gezag": 302, "jongere_16": 404},
        kwargs=lambda wereld: {**gezin(wereld), "deelnemer_id": wereld.sanne.pk},
    ),
    "gezinsplan:papier_vragen": Rij(post={**dict.fromkeys(DOEN_MEE, 302), **NIET_HIER}, kwargs=gezin),
    "gezinsplan:papier": Rij(get={"moeder": 200, **NIET_HIER}, kwargs=van_moeder),
    "gezinsplan:papier_bestand": Rij(get={"moeder": 200, **NIET_HIER}, kwargs=van_moeder),
}
