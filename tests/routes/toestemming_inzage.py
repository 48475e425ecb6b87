"""Who gets what at the pages about the logboek: the family its own, the privacy officer by a question with a reason (T7, X1)."""

from datetime import timedelta
from types import SimpleNamespace

from django.utils import timezone

from logboek.actions import begin_onderzoek
from logboek.models import SoortOnderzoek
from tests.routes.rijen import KWAM_TERUG, Rij

GEZIN = ("moeder", "vader", "broer")
HELPEN_MEE = ("collega", "behandelaar", "mentor")


def wereld(cast):
    nu = timezone.now()
    onderzoek = begin_onderzoek(
        SoortOnderzoek.GEZIN, "klacht van het gezin", door=cast.privacy_officer, op=nu, van=nu - timedelta(days=1),
        tot=nu, gezin_id=cast.gezin.pk, gezin_nummer=str(cast.gezin.nummer),
    )  # fmt: skip
    return SimpleNamespace(cast=cast, gezin=cast.gezin, onderzoek=onderzoek)


def alleen_officer(status=200, **extra):
    """Nobody else reads the logboek of others: not the beheerder, not a manager, not the coordinator."""
    return Rij(get={"privacy_officer": status, "buitenstaander": 403}, rest=403, **extra)


def onderzoek(wereld):
    return {"onderzoek_id": wereld.onderzoek.pk}


RIJEN = {
    "toestemming:inzage": Rij(
        get={
            **dict.fromkeys((*GEZIN, "coordinator"), 200),
            **dict.fromkeys(HELPEN_MEE, 403),
            "buitenstaander": 404,
            "andere_moeder": 404,
            "privacy_officer": 404,
        },
        kwargs=lambda wereld: {"gezin_id": wereld.gezin.pk},
    ),
    "toestemming:logboek": alleen_officer(),
    "toestemming:onderzoek_beginnen": alleen_officer(
        post={"privacy_officer": KWAM_TERUG, "buitenstaander": 403}, kwargs=lambda wereld: {"soort": "gezin"}
    ),
    "toestemming:onderzoek": alleen_officer(kwargs=onderzoek),
    "toestemming:onderzoek_bestand": alleen_officer(kwargs=onderzoek),
}
