"""The logboek row of an act on the plan (X1)."""

from gezinnen.models import Gezin
from gezinsplan.models import Afspraak, AfstemmingZonderGezin, Doel
from gezinsplan.spreker import Spreker, in_logboek
from instanties.models import Gebruiker
from logboek.actions import Logregelgegevens, schrijf_velen
from logboek.models import Handeling
from toestemming import onderwerpen
from toestemming.models import Onderdeel


def schrijf_over(
    handeling: Handeling, onderdelen: list[Doel | Afspraak], *, door: Spreker | None, melding: str = ""
) -> None:
    """One row per part: whose it is and which areas of life it touches; never its text."""
    schrijf_velen([_logregel(handeling, onderdeel, door, melding) for onderdeel in onderdelen])


def schrijf_over_plan(handeling: Handeling, gezin: Gezin, *, door: Gebruiker | None, melding: str = "") -> None:
    """One row about the plan as a whole."""
    schrijf_velen(
        [
            Logregelgegevens(
                handeling=handeling, gezin_id=gezin.pk, gezin_nummer=str(gezin.nummer),
                object_soort="gezinsplan", gebruiker=door, melding=str(melding),
            )
        ]
    )  # fmt: skip


def schrijf_over_afstemming(
    handeling: Handeling, afstemming: AfstemmingZonderGezin, *, door: Gebruiker, melding: str = ""
) -> None:
    """One row about a conversation without the family (T4)."""
    schrijf_velen([_over(handeling, afstemming, afstemming.gezin, door, melding)])


def _logregel(handeling: Handeling, onderdeel: Doel | Afspraak, door: Spreker | None, melding: str) -> Logregelgegevens:
    plan = onderdeel.plan if isinstance(onderdeel, Doel) else onderdeel.doel.plan
    return _over(handeling, onderdeel, plan.gezin, door, melding)


def _over(
    handeling: Handeling, onderdeel: Onderdeel, gezin: Gezin, door: Spreker | None, melding: str
) -> Logregelgegevens:
    return Logregelgegevens(
        handeling=handeling,
        gezin_id=gezin.pk,
        gezin_nummer=str(gezin.nummer),
        over_wie=onderdeel.over_wie,
        leefgebieden=onderdeel.leefgebieden,
        onderwerpen=onderwerpen.van_onderdeel(onderdeel),
        object_soort=onderdeel._meta.model_name or "",
        object_id=onderdeel.pk,
        gebruiker=in_logboek(door),
        melding=str(melding),
    )
