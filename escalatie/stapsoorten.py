"""What a kind of step is: one record each, the only place that knows one kind from another (E2, E4, E5, E6, E8).

A ladder is data: its steps each name a kind, in any number and order. What a step does follows from its record and from
the steps around it: who may not keep it, from the step before; who is above and what follows, from the next.
A new region's ladder is rows; only a new way of finding a keeper is a record here.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from escalatie.models import Houderrol, Modelstap, Stagnatie, Stap
from instanties.models import Gebruiker, Rol
from instanties.permissions import ambtenaar_van, leidt
from instanties.vervanging import PLANWERK
from woorden.zinnen import zin

if TYPE_CHECKING:
    from escalatie.houders import Houder, Houders

Woorden = str | Promise


@dataclass(frozen=True)
class Stapsoort:
    """One kind of step.

    `vind`: who keeps it, not counting those whom the step before reached; None when there is nobody.
    `rol`: in which role its keeper is there; whoever stands in does that work too.
    `in_plan`: its keeper works in the plan and reads it; of another kind one reads the escalatiebericht.
    `beslist`: its keeper decides, on levels.
    `allen_zeggen`: who leads each instelling that takes part in what is stuck hears of it, and says what that can do.
    `is_van`, `mensen`: whether somebody is of those who come on turn after this step, and who they are (E7).
    `waar`: at which organisation somebody must be named, when nobody keeps it.
    """

    naam: Houderrol
    rol: Rol
    in_plan: bool
    beslist: bool
    allen_zeggen: bool
    vind: Callable[["Houders", Stagnatie, Collection[UUID]], "Houder | None"]
    is_van: Callable[[Gebruiker, Stap], bool]
    mensen: Callable[["Houders", Stap], Sequence[Gebruiker]]
    waar: Callable[["Houders", Stagnatie], Mapping[str, Any]]
    # To the beheerder, that nobody keeps it; who may lengthen a term once more, in the step before and in the last.
    niemand: Woorden
    alleen_zij: Woorden
    een_ander: Woorden
    # The button that goes on to this step, and what then happens.
    roep: Woorden
    meteen: Woorden


def _leiding_erboven(houders: "Houders", stap: Stap) -> list[Gebruiker]:
    instelling = stap.houder_instelling or houders.instelling(stap.stagnatie)
    leiding = houders.leiding(instelling, {stap.houder_id}) if instelling else None
    return [leiding] if leiding else []


def _ambtenaren_erboven(houders: "Houders", stap: Stap) -> list[Gebruiker]:
    gemeente = stap.houder_gemeente or houders.gemeente(stap.stagnatie)
    return [wie for wie in (gemeente.ambtenaar, gemeente.vervanger) if wie and wie.pk != stap.houder_id]


def _coordinator(houders: "Houders", stap: Stap) -> list[Gebruiker]:
    houder = houders.uitvoerder(stap.stagnatie, {stap.houder_id})
    return [houder.gebruiker] if houder else []


_SOORTEN = (
    Stapsoort(
        naam=Houderrol.COORDINATOR,
        rol=PLANWERK,
        in_plan=True,
        beslist=False,
        allen_zeggen=False,
        vind=lambda houders, stagnatie, niet: houders.uitvoerder(stagnatie, niet),
        is_van=lambda gebruiker, stap: (
            stap.stagnatie.gezin.coordinatorschappen.huidig().filter(gebruiker=gebruiker).exists()
        ),
        mensen=_coordinator,
        waar=lambda houders, stagnatie: {"gemeente": stagnatie.gezin.gemeente},
        niemand=zin(
            _("Een plan in deze gemeente loopt vast en heeft niemand die als [zorgcoördinator] aan zet kan zijn.")
        ),
        alleen_zij=zin(_("[de zorgcoördinator]")),
        een_ander=zin(_("wie [de zorgcoördinator] leidt")),
        roep=zin(_("Schakel [de zorgcoördinator] nu in")),
        meteen=zin(_("[De zorgcoördinator] is dan meteen aan zet.")),
    ),
    Stapsoort(
        naam=Houderrol.MANAGER,
        rol=Rol.MANAGER,
        in_plan=False,
        beslist=False,
        allen_zeggen=True,
        vind=lambda houders, stagnatie, niet: houders.manager(stagnatie, niet),
        is_van=lambda gebruiker, stap: stap.houder_instelling_id in leidt(gebruiker),
        mensen=_leiding_erboven,
        waar=lambda houders, stagnatie: {"instelling": houders.instelling(stagnatie)},
        niemand=_("Er is geen manager of bestuurder die bij een vastgelopen plan aan zet kan zijn."),
        alleen_zij=zin(_("een manager van de instelling van [de zorgcoördinator]")),
        een_ander=_("een andere manager van de instelling"),
        roep=_("Schakel de managers nu in"),
        meteen=_("De managers zijn dan meteen aan zet."),
    ),
    Stapsoort(
        naam=Houderrol.AMBTENAAR,
        rol=Rol.GEMEENTEAMBTENAAR,
        in_plan=False,
        beslist=True,
        allen_zeggen=False,
        vind=lambda houders, stagnatie, niet: houders.ambtenaar(stagnatie, niet),
        is_van=lambda gebruiker, stap: (
            (stap.houder_gemeente_id or stap.stagnatie.gezin.gemeente_id) in ambtenaar_van(gebruiker)
        ),
        mensen=_ambtenaren_erboven,
        waar=lambda houders, stagnatie: {"gemeente": houders.gemeente(stagnatie)},
        niemand=_("Er is geen ambtenaar die bij een vastgelopen plan aan zet kan zijn."),
        alleen_zij=_("de ambtenaar van de gemeente"),
        een_ander=_("een andere ambtenaar van de gemeente"),
        roep=_("Schakel de gemeente nu in"),
        meteen=_("De gemeente is dan meteen aan zet."),
    ),
)
STAPSOORTEN: dict[str, Stapsoort] = {soort.naam: soort for soort in _SOORTEN}
# Of whom the keeper works in the plan: for a question to the database.
IN_PLAN = [soort.naam for soort in _SOORTEN if soort.in_plan]


def soort_van(modelstap: Modelstap) -> Stapsoort:
    """The record of this step's kind. Raises KeyError for one that isn't known: nothing is an official by default."""
    return STAPSOORTEN[modelstap.houderrol]


def erboven(modelstap: Modelstap) -> Stapsoort:
    """The kind of step that is above this one; above the last its own."""
    return soort_van(modelstap.volgende or modelstap)


def ervoor(gang: Sequence[int], modelstap: Modelstap) -> int | None:
    """Of the steps that a stagnatie had (`gang`: their ids in order), the one before this; None: its track begins with it."""
    if modelstap.begint:
        return None
    return next((eerder for eerder in reversed(gang) if eerder != modelstap.pk), None)
