"""An intakepunt beside the cast: the sociaal team of the gemeente, with two members and who leads it."""

from dataclasses import dataclass

from instanties.models import Gebruiker, Instelling, Rol, SoortInstelling
from tests.cast import Cast, maak_professional
from zorgcoordinatie import actions
from zorgcoordinatie.actions import SignaalGegevens
from zorgcoordinatie.models import Route, Signaal


@dataclass(frozen=True)
class Team:
    instelling: Instelling
    lid: Gebruiker
    ander_lid: Gebruiker
    leiding: Gebruiker


def maak_team(cast: Cast) -> Team:
    team = Instelling.objects.create(
        naam=f"Sociaal team {cast.gezin.nummer}", soort=SoortInstelling.SOCIAAL_TEAM, gemeente=cast.gemeente
    )
    lid, ander = (
        maak_professional(f"{naam} {cast.gezin.nummer}", Rol.SOCIAAL_TEAM, instelling=team)
        for naam in ("Team Lid", "Team Ander")
    )
    leiding = maak_professional(f"Team Leider {cast.gezin.nummer}", Rol.MANAGER, instelling=team)
    return Team(team, lid, ander, leiding)


def gegevens(cast: Cast, **anders) -> SignaalGegevens:
    gegeven = {
        "gemeente": cast.gemeente, "route": Route.LOKAAL_TEAM, "naam": "Van Dam", "telefoon": "0182-000001",
        "wat": "Moeder slaapt weinig en de huur loopt achter",
    }  # fmt: skip
    return SignaalGegevens(**{**gegeven, **anders})


def meld(cast: Cast, **anders) -> Signaal:
    """The colleague of the cast, who gives help, signals a family."""
    return actions.stuur_signaal(
        gegevens(cast, **anders), door=cast.collega, instelling=cast.maatschappelijk_werk, nu=cast.nu
    )
