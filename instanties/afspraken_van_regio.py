"""What the region agreed, each under its own words: so that a change can be read by who didn't make it (E8)."""

from datetime import time
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from instanties.models import Regio, SoortInstelling
from woorden.zinnen import zin

# The lengths, each a number and a unit: field and words.
DUREN = (
    ("navraag", gettext_lazy("Antwoord op de vraag of iets gedaan is")),
    ("gesprek", zin(gettext_lazy("Gesprek dat [de zorgcoördinator] met het gezin voert"))),
    ("instemming", gettext_lazy("Antwoord van het gezin of het opgelost is")),
    ("antwoord", gettext_lazy("Antwoord van een collega of adviseur")),
    ("signaal", gettext_lazy("Antwoord van het intakepunt op een signaal")),
)


def in_woorden(regio: Regio) -> dict[str, str]:
    """Each thing that was agreed, with what it is now."""
    afspraken = {str(woorden): str(getattr(regio, naam)) for naam, woorden in DUREN}
    van_duren = {f"{naam}_{deel}" for naam, _woorden in DUREN for deel in ("aantal", "eenheid")}
    for veld in regio._meta.concrete_fields:
        if veld.name not in van_duren and not veld.primary_key:
            afspraken[str(veld.verbose_name)] = _waarde(getattr(regio, veld.name))
    return afspraken


def _waarde(waarde: Any) -> str:
    match waarde:
        case None:
            return ""
        case bool():
            return _("ja") if waarde else _("nee")
        case list():
            soorten = dict(SoortInstelling.choices)
            return ", ".join(str(soorten.get(deel, deel)) for deel in waarde)
        case time():
            return _("%(uur)d:%(minuut)02d uur") % {"uur": waarde.hour, "minuut": waarde.minute}
        case _:
            return str(waarde)
