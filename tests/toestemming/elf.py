"""More betrokkenen, as at a full kitchen table."""

from gezinnen.actions import BetrokkeneGegevens, voeg_betrokkene_toe
from gezinnen.models import Deelnemer


def voeg_betrokkenen_toe(tafel, aantal: int) -> list[Deelnemer]:
    """This many people of the network, without an account."""
    return [
        voeg_betrokkene_toe(
            tafel.cast.gezin,
            BetrokkeneGegevens(naam=f"Buur {nummer}", relatie_tot_gezin="buur"),
            nu=tafel.nu,
            door=tafel.cast.coordinator,
        )
        for nummer in range(aantal)
    ]
