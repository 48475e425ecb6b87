"""Gentle help while writing a plan (G2): said once, never in the way of saving. And how a person is named in a row."""

import re
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gezinnen.models import Deelnemer
from gezinsplan.models import Doelstaat
from gezinsplan.planbeeld import Doelbeeld
from instanties.models import Leefgebied
from toestemming.models import Onderdeel
from toestemming.namen import Namen

VEEL_DOELEN = 5
LANG_DOEL = 120
_ONTKENNING = re.compile(r"\b(niet|geen|nooit|niets|niemand|zonder|stopt?|stoppen)\b", re.IGNORECASE)


def bij_doelen(doelen: Sequence[Doelbeeld]) -> str:
    """A hint about the list of goals, or nothing."""
    aantal = sum(beeld.doel.staat == Doelstaat.LOOPT for beeld in doelen)
    if aantal <= VEEL_DOELEN:
        return ""
    return ngettext(
        "Er staat %(n)d doel in het plan.", "Er staan %(n)d doelen in het plan. Met minder houdt iedereen overzicht: "
        "wat kan later?", aantal,
    ) % {"n": aantal}  # fmt: skip


def bij_doel(beeld: Doelbeeld) -> list[str]:
    """Hints about one goal: not said what it is about, negatively worded, long, or without an afspraak that has a term."""
    doel, tips = beeld.doel, []
    if doel.staat != Doelstaat.LOOPT:
        return tips
    if doel.is_onbenoemd and not doel.volgt:
        # Said first: until then nobody sees it who isn't named there and does nothing for it (T3).
        tips.append(_("Nog niet gezegd waar dit over gaat. Anderen lezen het nog niet. Zeg het bij ‘Wijzig’."))
    if not doel.is_voorwaarde and _ONTKENNING.search(doel.tekst):
        tips.append(_("Kan dit ook zonder ‘niet’ of ‘geen’? Iets nieuws doen lukt beter dan iets laten."))
    if not doel.is_voorwaarde and len(doel.tekst) > LANG_DOEL:
        tips.append(_("Dit doel is lang. Kan het in één korte zin?"))
    if not beeld.tellend:
        tips.append(_("Nog geen afspraak met een termijn: wie doet wat, en wanneer is het klaar?"))
    return tips


def waarover_in_woorden(deel: Onderdeel, gezinsleden: Iterable[Deelnemer]) -> str:
    """What a part is about and about whom, in words: 'onderwijs, wonen; over Sanne'. `gezinsleden`: those who take part."""
    gebieden = ", ".join(str(Leefgebied(gebied).label).lower() for gebied in deel.leefgebieden)
    namen = {lid.pk: lid.naam for lid in gezinsleden}
    wie = [namen.get(pk, _("iemand die is gestopt")) for pk in deel.over_wie]
    return _("%(wat)s; over %(wie)s") % {
        "wat": gebieden or _("nog niet gezegd waarover"),
        "wie": ", ".join(wie) or _("het gezin samen"),
    }


def naam_en_rol(mens: Deelnemer, namen: Namen | None = None) -> str:
    """A name with what the person is to the family: 'Riet de Wit (oma)', 'J. Willems (Basisschool De Wilgentak)'.

    `namen`: as this reader may read it (X5); None: as the coordinator does.
    """
    if namen is not None:
        rol = namen.rol(mens) or namen.van(mens.instelling)
    else:
        rol = mens.get_relatie_display() or mens.relatie_tot_gezin or str(mens.instelling or "")
    return f"{mens.naam} ({rol})" if rol else mens.naam
