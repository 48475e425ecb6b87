"""Who is told of a signal: whose turn it is, who leads there when it is late, and the sender of what came of it (Z10, Z13, E10).

Each notice is kept once per fact and receiver: telling anew what was told, does nothing.
"""

from collections.abc import Iterable
from datetime import datetime

from berichten.actions import Melding, meld_velen
from instanties.models import Gebruiker
from zorgcoordinatie.models import Signaal
from zorgcoordinatie.selectie import leiders_van, werkers_van

SOORT_GEVRAAGD = "signaal_gevraagd"
SOORT_TE_LAAT = "signaal_te_laat"
SOORT_ANTWOORD = "signaal_antwoord"


def meld_gevraagd(signalen: Iterable[Signaal], nu: datetime, door: Gebruiker | None = None) -> None:
    """Tell who works at the intakepunt where each of these lies now; where nobody does, who leads it. Not `door`, who did it."""
    rijen = list(signalen)
    plekken = {rij.instelling_id for rij in rijen}
    werkers, leiders = werkers_van(plekken), leiders_van(plekken)
    meld_velen(
        [
            Melding(SOORT_GEVRAAGD, wie, _sleutel(rij), object_id=rij.pk, uiterlijk_op=rij.uiterlijk_op)
            for rij in rijen
            for wie in werkers.get(rij.instelling_id) or leiders.get(rij.instelling_id, [])
            if wie != door
        ],
        nu,
        door=door,
    )


def meld_te_laat(nu: datetime) -> int:
    """Tell who leads the intakepunt of each signal that nobody answered in time (S10). Returns how many of those there are."""
    laat = list(Signaal.objects.wacht().filter(uiterlijk_op__lte=nu))
    leiders = leiders_van({rij.instelling_id for rij in laat})
    meld_velen(
        [
            Melding(SOORT_TE_LAAT, wie, f"{_sleutel(rij)}:laat", object_id=rij.pk)
            for rij in laat
            for wie in leiders.get(rij.instelling_id, [])
        ],
        nu,
    )
    return len(laat)


def meld_antwoord(signaal: Signaal, nu: datetime) -> None:
    """Tell the professional who sent it that it was taken up, or not. Who has no account is called by the intakepunt."""
    if signaal.door:
        meld_velen([Melding(SOORT_ANTWOORD, signaal.door, f"signaal:{signaal.pk}:antwoord", object_id=signaal.pk)], nu)


def _sleutel(signaal: Signaal) -> str:
    """Per place: at another intakepunt others are told."""
    return f"signaal:{signaal.pk}:{signaal.instelling_id}"
