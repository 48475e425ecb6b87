"""The family, the people around it, and who holds it."""

from gezinnen.models.gezin import (
    Aanspreekvorm,
    Contact,
    Deelnemer,
    DeelnemerQuerySet,
    Gezag,
    Gezin,
    GezinRechtVerlening,
    GezinsRecht,
    Herstelverzoek,
    Huishouden,
    Leeswijze,
    Relatie,
    SoortDeelnemer,
    geschiedenis,
)
from gezinnen.models.houden import Coordinatorschap, Hoeder, Hoedervorm

__all__ = [
    "Aanspreekvorm",
    "Contact",
    "Coordinatorschap",
    "Deelnemer",
    "DeelnemerQuerySet",
    "Gezag",
    "Gezin",
    "GezinRechtVerlening",
    "GezinsRecht",
    "Herstelverzoek",
    "Hoeder",
    "Hoedervorm",
    "Huishouden",
    "Leeswijze",
    "Relatie",
    "SoortDeelnemer",
    "geschiedenis",
]
