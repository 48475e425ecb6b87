"""Hours and safety never go up twice while nobody opened them: within the same step others are asked as well (S2)."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from berichten.models import Bericht
from escalatie.actions.dringend import is_dringend, waarschuw
from escalatie.actions.looptijd import wacht_tot
from escalatie.actions.stappen import NIET_GEHAALD
from escalatie.actions.verslag import Verslag
from escalatie.beslissers import wie_erboven
from escalatie.houders import Houders
from escalatie.models import SoortGebeurtenis, Stap, Stapreden
from escalatie.stapsoorten import soort_van
from escalatie.waarneming import waarnemers_van
from instanties.actions import meld_aan_beheer
from instanties.models import Gebruiker
from logboek.models import Handeling, Logregel
from termijnen.kalender import huidige_kalender, loopt_tot

# Because of these the clock went up.
VANZELF = {*NIET_GEHAALD, Stapreden.GEZIN_NIET_BEREIKT}

# Because of these a step begins again where it stood.
BEGINT_OPNIEUW = {Stapreden.CRISIS, Stapreden.VEILIGHEID}


def houd_wat_niemand_opende(stappen: Collection[Stap], *, nu: datetime) -> list[Stap]:
    """Of these open steps, of which the term to record has passed, those that go up now.

    One that can't wait, went up by the clock and was opened by nobody who was asked, stays: with its term once more, and asked
    of who stands in, of another of its kind, of who is above and of who leads the coordinator. The beheerder hears of it.
    """
    gingen_omhoog = [stap for stap in stappen if is_dringend(stap) and _waarom_hier(stap) in VANZELF]
    geopend = _geopend(gingen_omhoog)
    blijven = [stap for stap in gingen_omhoog if stap.pk not in geopend]
    _vraag_ook_anderen(blijven, nu)
    weg = {stap.pk for stap in blijven}
    return [stap for stap in stappen if stap.pk not in weg]


def _waarom_hier(stap: Stap) -> str:
    """Why it came to this step and niveau: something that goes first only lets it begin again there."""
    reden = stap.reden
    if reden in BEGINT_OPNIEUW:
        eerder = stap.stagnatie.stappen.doorlopen().filter(volgnummer__lt=stap.volgnummer).order_by("-volgnummer")
        hier = (stap.modelstap_id, stap.niveau)
        for modelstap, niveau, reden_toen in eerder.values_list("modelstap", "niveau", "reden"):
            if reden not in BEGINT_OPNIEUW or (modelstap, niveau) != hier:
                break
            reden = reden_toen
    return reden


def _geopend(stappen: Collection[Stap]) -> set[UUID]:
    """Those that somebody who was asked has opened: read the notice, or looked at the page, since the step began."""
    if not stappen:
        return set()
    gevraagd: dict[UUID, set[UUID]] = {stap.pk: {stap.houder_id} for stap in stappen}
    per_stagnatie: dict[UUID | None, Stap] = {stap.stagnatie_id: stap for stap in stappen}
    berichten = Bericht.objects.filter(
        object_id__in=per_stagnatie, soort__in=("stagnatie_aan_zet", "stagnatie_dringend")
    )
    gelezen = set()
    for bericht in berichten:
        stap = per_stagnatie[bericht.object_id]
        if bericht.gemaakt_op >= stap.geopend_op:
            gevraagd[stap.pk].add(bericht.ontvanger_id)
            if bericht.gelezen_op is not None:
                gelezen.add(stap.pk)
    regels = Logregel.objects.filter(
        gezin_id__in={stap.stagnatie.gezin_id for stap in stappen},
        object_soort="stagnatie",
        object_id__in=per_stagnatie,
    )
    # The log keeps real time, also where the clock is moved: so it is compared with its own row of that the step began.
    begon = dict(
        regels.filter(handeling=Handeling.KLOK, melding=str(SoortGebeurtenis.STAP_GEOPEND.label))
        .order_by()
        .values_list("object_id")
        .annotate(laatst=Max("op"))
    )
    for stagnatie_id, wie, namens, op in regels.exclude(handeling=Handeling.KLOK).values_list(
        "object_id", "gebruiker_id", "namens_id", "op"
    ):
        stap = per_stagnatie[stagnatie_id]
        if op >= begon.get(stagnatie_id, op) and {wie, namens} & gevraagd[stap.pk]:
            gelezen.add(stap.pk)
    return gelezen


def _vraag_ook_anderen(stappen: Collection[Stap], nu: datetime) -> None:
    if not stappen:
        return
    houders, kalender, verslag = Houders([stap.stagnatie for stap in stappen]), huidige_kalender(), Verslag(nu)
    waarnemers = waarnemers_van(stappen)
    for stap in stappen:
        duur = stap.modelstap.vastleggen(spoed=stap.stagnatie.gaat_voor)
        tot = loopt_tot(nu, duur, kalender)
        wacht_tot(
            stap.vastleggen, tot, nu=nu, door=None, reden=_("niemand heeft dit geopend; ook anderen zijn gevraagd")
        )
        anderen = [
            *([waarnemers[stap.pk].gebruiker] if stap.pk in waarnemers else []),
            *soort_van(stap.modelstap).mensen(houders, stap),
            *wie_erboven(stap, houders),
            *houders.leidt_coordinator(stap.stagnatie),
        ]
        wie = waarschuw(stap, anderen, f"{stap.pk}:{tot.isoformat()}", verslag)
        tekst = _("Niemand heeft dit geopend. Ook gevraagd: %(wie)s.") % {"wie": _namen(wie) or _("niemand")}
        verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.GEVRAAGD, stap=stap, tekst=tekst)
        melding = _("Iets dat niet kan wachten is door niemand geopend die erover moet beslissen. Bel wie daar werkt.")
        meld_aan_beheer(melding, nu, instelling=stap.houder_instelling, gemeente=stap.houder_gemeente)
    verslag.schrijf()


def _namen(wie: Iterable[Gebruiker]) -> str:
    return ", ".join(een.naam for een in wie)
