"""Choosing a betrokkene from the sociale kaart: people who carry out help, and instellingen (I2, G4)."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from core.named import holds
from instanties.models import Functie, Gebruiker, Instelling, Rol

HOOGSTENS = 12
# Managers and directors see an escalatiebericht at most, never a plan (E13): they are no betrokkenen.
UITVOEREND = (
    Rol.HULPVERLENER,
    Rol.SOCIAAL_TEAM,
    Rol.AANDACHTSFUNCTIONARIS,
    Rol.LEIDINGGEVENDE,
    Rol.MELDPUNT,
)


@dataclass(frozen=True)
class Kaartkeuze:
    """An instelling, with a person there or (None) somebody still to be named."""

    instelling: Instelling
    gebruiker: Gebruiker | None = None
    titel: str = ""

    @property
    def sleutel(self) -> str:
        """What a form carries."""
        return f"{self.instelling.pk}:{self.gebruiker.pk if self.gebruiker else ''}"

    @property
    def tekst(self) -> str:
        """What is shown and may be typed."""
        return self.gebruiker.naam if self.gebruiker else self.instelling.naam

    @property
    def bij(self) -> str:
        """What tells it from others of the same name."""
        if self.gebruiker is None:
            return str(self.instelling.get_soort_display())
        return f"{self.titel}, {self.instelling.naam}" if self.titel else self.instelling.naam


def zoek(q: str) -> list[Kaartkeuze]:
    """People and instellingen whose name, or whose instelling's name, holds `q`; from two letters on (I2)."""
    q = q.strip()
    if len(q) < 2:
        return []
    functies = (
        _functies()
        .filter(holds(q, "gebruiker__") | holds(q, "instelling__"))
        .order_by("gebruiker__naam_volgorde", "instelling__naam_volgorde", "id")
    )
    mensen: dict[str, Kaartkeuze] = {}
    for functie in functies[: HOOGSTENS * 2]:
        keuze = Kaartkeuze(functie.instelling, functie.gebruiker, functie.titel)  # type: ignore[arg-type] # has one
        mensen.setdefault(keuze.sleutel, keuze)
    instellingen = [
        Kaartkeuze(instelling)
        for instelling in Instelling.objects.filter(actief=True)
        .filter(holds(q) | Q(aanbod__icontains=q))
        .order_by("naam_volgorde")[:HOOGSTENS]
    ]
    return [*mensen.values(), *instellingen][:HOOGSTENS]


def lees(sleutel: str) -> Kaartkeuze | None:
    """The choice that a form carries; None when it isn't (or no longer) on the sociale kaart."""
    instelling_id, _streep, gebruiker_id = sleutel.partition(":")
    try:
        instelling = Instelling.objects.filter(pk=UUID(instelling_id), actief=True).first()
        if instelling is None or not gebruiker_id:
            return Kaartkeuze(instelling) if instelling else None
        functie = _functies().filter(instelling=instelling, gebruiker=UUID(gebruiker_id)).first()
    except ValueError:
        return None
    return Kaartkeuze(instelling, functie.gebruiker, functie.titel) if functie else None


def uitvoerenden(instelling: Instelling) -> QuerySet[Gebruiker]:
    """Who carries out help at this instelling and can log in, by name."""
    functies = _functies().filter(instelling=instelling)
    return Gebruiker.objects.filter(pk__in=functies.values("gebruiker")).order_by("naam_volgorde", "id")


def _functies() -> QuerySet[Functie]:
    return (
        Functie.objects.geldig()
        .filter(rol__in=UITVOEREND, instelling__actief=True, gebruiker__is_active=True)
        .select_related("gebruiker", "instelling")
    )
