"""The logboek row of an act on consent (X1)."""

from collections.abc import Iterable

from gezinnen.models import Gezin
from instanties.models import Gebruiker
from logboek.actions import Logregelgegevens, schrijf, schrijf_velen
from logboek.models import Handeling
from toestemming import onderwerpen
from toestemming.models import Toestemming


def schrijf_over(handeling: Handeling, regels: Iterable[Toestemming], *, door: Gebruiker | None) -> None:
    """One row per line: what it is about and what became of it."""
    schrijf_velen(
        Logregelgegevens(
            handeling=handeling,
            gezin_id=regel.gezin_id,
            gezin_nummer=str(regel.gezin.nummer),
            over_wie=[regel.over_id] if regel.over_id else [],
            leefgebieden=[regel.leefgebied],
            onderwerpen={onderwerpen.onderwerp(regel.leefgebied, regel.over_id)},
            object_soort="toestemming",
            object_id=regel.pk,
            gebruiker=door,
            melding=str(regel.get_staat_display()),
        )
        for regel in regels
    )


def schrijf_over_gezin(
    handeling: Handeling, gezin: Gezin, soort: str, object_id: object, *, door: Gebruiker | None, melding: str
) -> None:
    """One row about something of this room that isn't a line of consent."""
    schrijf(
        handeling,
        gezin_id=gezin.pk,
        gezin_nummer=str(gezin.nummer),
        object_soort=soort,
        object_id=object_id,
        gebruiker=door,
        melding=melding,
    )
