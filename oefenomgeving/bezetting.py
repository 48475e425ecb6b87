"""The organisations and the professionals of the practice region: all invented, all made by the real actions."""

import secrets
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from instanties.actions import (
    controleer_uitnodiging,
    geef_functie,
    leg_gemeente_vast,
    leg_instelling_vast,
    leg_regio_vast,
    los_uitnodiging_in,
    maak_gebruiker,
    nodig_uit,
    sluit_instelling,
    vraag_functie,
    vraag_nieuwe_toegang,
)
from instanties.keuzes import hulpsoorten
from instanties.models import Gebruiker, Gemeente, Instelling, Leefgebied, Rol, SoortInstelling
from zorgcoordinatie.actions import SignaalGegevens, neem_op, stuur_signaal
from zorgcoordinatie.models import Route, Signaal

# name, kind, what it works on, what it offers
INSTELLINGEN = {
    "brug": (
        "Maatschappelijk Werk De Brug",
        SoortInstelling.MAATSCHAPPELIJK_WERK,
        [Leefgebied.OPVOEDING, Leefgebied.INKOMEN, Leefgebied.RELATIES],
        "Hulp bij geldzorgen, opvoeden en ruzie thuis. Biedt algemene zorgcoördinatie.",
    ),
    "vlieger": (
        "Jeugdhulp De Vlieger",
        SoortInstelling.JEUGDHULP,
        [Leefgebied.OPVOEDING, Leefgebied.PSYCHISCH],
        "Hulp aan kinderen en ouders thuis. Biedt specialistische zorgcoördinatie.",
    ),
    "keerpunt": (
        "Kliniek Het Keerpunt",
        SoortInstelling.VERSLAVINGSZORG,
        [Leefgebied.VERSLAVING],
        "Behandeling van verslaving, ook voor ouders.",
    ),
    "wilgentak": (
        "Basisschool De Wilgentak",
        SoortInstelling.SCHOOL,
        [Leefgebied.ONDERWIJS],
        "Basisschool met een eigen zorgteam.",
    ),
    "plassen": (
        "Scholengemeenschap De Plassen",
        SoortInstelling.SCHOOL,
        [Leefgebied.ONDERWIJS],
        "Middelbare school.",
    ),
    "thuisbest": (
        "Woningstichting Thuisbest",
        SoortInstelling.WONINGBOUW,
        [Leefgebied.WONEN],
        "Verhuurt woningen in de regio.",
    ),
    "plein": (
        "Sociaal team Het Plein",
        SoortInstelling.SOCIAAL_TEAM,
        [Leefgebied.OPVOEDING],
        "Het team van Plassendam. Hier komen gezinnen binnen die nog geen plan hebben.",
    ),
    "meldpunt": (
        "Meldpunt Zorg en Overlast",
        SoortInstelling.MELDPUNT,
        [],
        "Geeft advies als het bij een gezin vastloopt.",
    ),
}
# They take part without giving help themselves: the family is asked.
GEEN_HULP = {"wilgentak", "plassen", "meldpunt"}
# Where signals about families of the gemeente come in.
INTAKE = "plein"
HULP_HIER = [SoortInstelling.WONINGBOUW.value]
# Where this way of working is at home, with a plan for training; and who was trained when, in the method and in chairing.
WERKT_ERMEE = {"brug", "vlieger", "keerpunt", "wilgentak"}
OPGELEID = {
    "teamleider": (date(2024, 3, 12), date(2024, 10, 8)),
    "bakker": (date(2024, 3, 12), date(2025, 2, 4)),
    "yilmaz": (date(2025, 9, 16), None),
    "vanrijn": (date(2025, 9, 16), None),
    "willems": (date(2026, 1, 20), None),
}
# Whose name says too much: what others read (X5).
NAAM_VOOR_ANDEREN = {"keerpunt": "een instelling voor zorg"}

# key, name, role, organisation, title, weekdays
PROFESSIONALS = [
    ("teamleider", "Rosa Vos", Rol.LEIDINGGEVENDE, "brug", "teamleider", [1, 2, 3, 4]),
    ("bakker", "Noor Bakker", Rol.HULPVERLENER, "brug", "maatschappelijk werker", [1, 2, 4]),
    ("yilmaz", "Selin Yilmaz", Rol.HULPVERLENER, "brug", "maatschappelijk werker", [2, 3, 4, 5]),
    ("smit", "Michiel Smit", Rol.MANAGER, "brug", "manager", [1, 2, 3, 4, 5]),
    ("vandam", "Hanna van Dam", Rol.BESTUURDER, "brug", "bestuurder", [1, 2, 3, 4]),
    ("vanrijn", "Eva van Rijn", Rol.HULPVERLENER, "vlieger", "gezinscoach", [1, 3, 5]),
    ("degraaf", "Pieter de Graaf", Rol.MANAGER, "vlieger", "manager", [1, 2, 3, 4]),
    ("okafor", "Tobe Okafor", Rol.HULPVERLENER, "keerpunt", "behandelaar", [1, 2, 3]),
    ("pieters", "Anne Pieters", Rol.MANAGER, "keerpunt", "manager", [1, 2, 4, 5]),
    ("willems", "Jasper Willems", Rol.HULPVERLENER, "wilgentak", "mentor", [1, 2, 3, 4]),
    ("jansen", "Karin Jansen", Rol.MANAGER, "wilgentak", "directeur", [1, 2, 3, 4, 5]),
    ("blom", "Iris Blom", Rol.HULPVERLENER, "plassen", "zorgcoördinator school", [2, 3, 4]),
    ("mulder", "Wim Mulder", Rol.MANAGER, "plassen", "teamleider", [1, 2, 3, 4]),
    ("hof", "Dirk Hof", Rol.HULPVERLENER, "thuisbest", "woonconsulent", [1, 2, 3, 4, 5]),
    ("dejong", "Lotte de Jong", Rol.MANAGER, "thuisbest", "manager wonen", [1, 2, 3, 4]),
    ("elbaz", "Nadia Elbaz", Rol.SOCIAAL_TEAM, "plein", "medewerker intake", [1, 2, 3, 4]),
    ("vries", "Gijs de Vries", Rol.MANAGER, "plein", "teamleider", [1, 2, 4, 5]),
    ("bos", "Ruud Bos", Rol.MELDPUNT, "meldpunt", "adviseur", [1, 2, 3, 4, 5]),
]


# Came to De Brug this week.
NIEUW = [
    ("Samir Haddou", Rol.HULPVERLENER, "maatschappelijk werker"),
    ("Ellen Prins", Rol.AANDACHTSFUNCTIONARIS, "aandachtsfunctionaris"),
]


@dataclass
class Bezetting:
    """Who and what there is, by the short names above."""

    gemeente: Gemeente
    instellingen: dict[str, Instelling] = field(default_factory=dict)
    mensen: dict[str, Gebruiker] = field(default_factory=dict)


def bezet(nu: datetime) -> Bezetting:
    """Make the region, its gemeente, its instellingen and the people who work there."""
    # Here a woonconsulent helps families with living; elsewhere a corporatie asks the family.
    leg_regio_vast(
        door=None,
        nu=nu,
        naam="Regio De Plassen",
        hulpsoorten=[*hulpsoorten(), *HULP_HIER],
        clientondersteuner="Cliëntondersteuning De Plassen, 06-00000190",
        klacht="Klachtencommissie Plassendam, 06-00000191",
    )
    gemeente = leg_gemeente_vast(door=None, naam="Plassendam", telefoon="06-00000010")
    bezetting = Bezetting(gemeente)
    for sleutel, (naam, soort, leefgebieden, aanbod) in INSTELLINGEN.items():
        bezetting.instellingen[sleutel] = leg_instelling_vast(
            door=None,
            naam=naam,
            naam_gevoelig=sleutel in NAAM_VOOR_ANDEREN,
            naam_voor_anderen=NAAM_VOOR_ANDEREN.get(sleutel, ""),
            soort=soort,
            leefgebieden=leefgebieden,
            biedt_hulp=sleutel not in GEEN_HULP,
            aanbod=aanbod,
            werkt_ermee=sleutel in WERKT_ERMEE,
            scholingsplan=sleutel in WERKT_ERMEE,
            gemeente=gemeente if sleutel == INTAKE else None,
            telefoon="06-00000020",
        )
    for dienst, gebied in (("Schuldhulp Plassendam", Leefgebied.INKOMEN), ("Huisvesting Plassendam", Leefgebied.WONEN)):
        leg_instelling_vast(
            door=None,
            naam=dienst,
            soort=SoortInstelling.DIENST,
            gemeente=gemeente,
            leefgebieden=[gebied],
            aanbod="Dienst van de gemeente.",
            telefoon="06-00000021",
        )
    for nummer, (sleutel, naam, rol, waar, titel, dagen) in enumerate(PROFESSIONALS, start=100):
        gebruiker = _professional(naam, nummer, dagen, OPGELEID.get(sleutel, (None, None)))
        bezetting.mensen[sleutel] = gebruiker
        leiding = bezetting.mensen.get("teamleider") if waar == "brug" and rol == Rol.HULPVERLENER else None
        geef_functie(
            gebruiker, rol, door=None, instelling=bezetting.instellingen[waar], titel=titel, leidinggevende=leiding
        )
    for sleutel, naam, titel in (
        ("deboer", "Fatima de Boer", "ambtenaar jeugd"),
        ("haddad", "Leo Haddad", "ambtenaar jeugd"),
        ("wolters", "Bea Wolters", "wethouder jeugd"),
        ("overkamp", "Rik Overkamp", "voorzitter van het regionale expertteam"),
    ):
        bezetting.mensen[sleutel] = _professional(naam, 130 + len(bezetting.mensen), [1, 2, 4, 5])
        geef_functie(bezetting.mensen[sleutel], Rol.GEMEENTEAMBTENAAR, door=None, gemeente=gemeente, titel=titel)
    bezetting.gemeente = leg_gemeente_vast(
        gemeente, door=None, ambtenaar=bezetting.mensen["deboer"], vervanger=bezetting.mensen["haddad"],
        bestuur=bezetting.mensen["wolters"], actief=True,
    )  # fmt: skip
    leg_regio_vast(door=None, nu=nu, bovenlokaal=bezetting.mensen["overkamp"])
    bezetting.mensen["kuiper"] = _professional("Ilse Kuiper", 160, [1, 2, 3, 4])
    geef_functie(bezetting.mensen["kuiper"], Rol.BEHEERDER, door=None, titel="functioneel beheerder")
    bezetting.mensen["kok"] = _professional("Bas Kok", 162, [2, 3, 4, 5])
    geef_functie(bezetting.mensen["kok"], Rol.BEHEERDER, door=None, titel="functioneel beheerder")
    bezetting.mensen["aksoy"] = _professional("Derya Aksoy", 161, [1, 2, 4])
    geef_functie(bezetting.mensen["aksoy"], Rol.PRIVACY_OFFICER, door=None, titel="privacy officer")
    return bezetting


def vraag_rollen(bezetting: Bezetting, nu: datetime) -> None:
    """Two new people, whose roles wait for a second person."""
    brug, mensen = bezetting.instellingen["brug"], bezetting.mensen
    for nummer, (naam, rol, titel) in enumerate(NIEUW, start=170):
        wie = _professional(naam, nummer, [1, 2, 3, 4])
        vraag_functie(
            wie, rol, instelling=brug, leidinggevende=mensen["teamleider"], titel=titel, nu=nu, door=mensen["kuiper"]
        )


def meld_gezinnen(bezetting: Bezetting, nu: datetime) -> None:
    """Three families that just came in: by a school, by themselves without an account, and one that was taken up."""
    daar, mensen = bezetting.instellingen, bezetting.mensen

    def meld(naam: str, wat: str, route: Route, **hoe: Any) -> Signaal:
        gegevens = SignaalGegevens(gemeente=bezetting.gemeente, route=route, naam=naam, telefoon="06-00000180", wat=wat)
        return stuur_signaal(gegevens, nu=nu, **hoe)

    school = {"door": mensen["willems"], "instelling": daar["wilgentak"]}
    meld("Kaya", "De kinderen komen vaak te laat en moeder is moe", Route.ZORGNETWERK, **school)
    meld("Sara Prins", "Het wordt me te veel met de jongens en de brieven", Route.GEZIN)
    opgepakt = meld("Verhoeven", "Vader is zijn werk kwijt en er is ruzie thuis", Route.VERWIJSINDEX, **school)
    neem_op(opgepakt, naam="Verhoeven", nagebeld=False, nu=nu, door=mensen["elbaz"])


def vraag_toegang(bezetting: Bezetting, nu: datetime) -> None:
    """Somebody who works here lost the phone: whether there may be a new way in waits for a second person (I8)."""
    kwijt, beheerder = bezetting.mensen["yilmaz"], bezetting.mensen["kuiper"]
    # Whoever never logged in is only invited: so she did once, by the code of an invitation.
    uitnodiging = controleer_uitnodiging(kwijt.naam, nodig_uit(kwijt, beheerder, nu), nu=nu)
    if uitnodiging is not None:
        los_uitnodiging_in(uitnodiging, secrets.token_urlsafe(24), nu=nu)
        vraag_nieuwe_toegang(kwijt, nu=nu, door=beheerder)


def vraag_een_fusie(bezetting: Bezetting, nu: datetime) -> None:
    """One school would go on in another: the other beheerder is asked."""
    daar = bezetting.instellingen
    sluit_instelling(daar["plassen"], opvolger=daar["wilgentak"], nu=nu, door=bezetting.mensen["kuiper"])


def _professional(
    naam: str, nummer: int, dagen: list[int], opgeleid: tuple[date | None, date | None] = (None, None)
) -> Gebruiker:
    return maak_gebruiker(
        naam,
        email=f"{naam.lower().replace(' ', '.')}@voorbeeld.example",
        is_professional=True,
        telefoon=f"06-00000{nummer}",
        werkdagen=dagen,
        opgeleid_op=opgeleid[0],
        opgeleid_voorzitten_op=opgeleid[1],
        door=None,
    )
