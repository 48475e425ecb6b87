"""Who gets what at the pages about the logboek: the family its own, the privacy officer by a question with a reason (T7, X1)."""

from types import SimpleNamespace

from tests.routes.rijen import Rij

GEZIN = ("moeder", "vader", "broer")
HELPEN_MEE = ("collega", "behandelaar", "mentor")


def wereld(cast):
    return SimpleNamespace(cast=cast, gezin=cast.gezin)


RIJEN = {
    "toestemming:inzage": Rij(
        get={
            **dict.fromkeys((*GEZIN, "coordinator"), 200),
            **dict.fromkeys(HELPEN_MEE, 403),
            "buitenstaander": 404,
            "andere_moeder": 404,
        },
        kwargs=lambda wereld: {"gezin_id": wereld.gezin.pk},
    ),
}
