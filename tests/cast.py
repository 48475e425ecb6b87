"""The fixed cast: the handleiding's example with invented details, made by the real actions.

`cast` is the fixture; `maak_cast(nu)` makes the same at a moment of your own, also in a test with real commits.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core import clock
from gezinnen.actions import (
    BetrokkeneGegevens,
    GezinslidGegevens,
    koppel_account,
    leg_gezag_vast,
    maak_gezin,
    voeg_betrokkene_toe,
    voeg_gezinslid_toe,
    voeg_huishouden_toe,
)
from gezinnen.models import Deelnemer, Gezin, Huishouden, Leeswijze, Relatie
from instanties.actions import geef_functie, leg_gemeente_vast, leg_instelling_vast, maak_gebruiker
from instanties.models import Gebruiker, Gemeente, Instelling, Leefgebied, Regio, Rol, SoortInstelling
from tests.situaties import situatie
from toestemming.actions import begin_grondslagen
from toestemming.models import Grondslag, SoortGrondslag

WACHTWOORD = "een lang wachtwoord voor de tests"


@dataclass
class Cast:
    """Everyone of the example. Who logs in is a Gebruiker; `..._in_gezin` is that person's row in the plan."""

    nu: datetime
    regio: Regio
    gemeente: Gemeente
    # Organisations.
    maatschappelijk_werk: Instelling
    kliniek: Instelling
    school: Instelling
    jeugdhulp: Instelling
    # Professionals of the family.
    coordinator: Gebruiker
    collega: Gebruiker
    behandelaar: Gebruiker
    mentor: Gebruiker
    # Those above them, who see no plan.
    teamleider: Gebruiker
    manager: Gebruiker
    bestuurder: Gebruiker
    manager_kliniek: Gebruiker
    manager_school: Gebruiker
    bestuurder_school: Gebruiker
    ambtenaar: Gebruiker
    vervanger: Gebruiker
    beheerder: Gebruiker
    privacy_officer: Gebruiker
    # The family.
    gezin: Gezin
    hoofdhuishouden: Huishouden
    huishouden_elders: Huishouden
    moeder: Gebruiker
    vader: Gebruiker
    broer: Gebruiker
    coordinator_in_gezin: Deelnemer
    collega_in_gezin: Deelnemer
    behandelaar_in_gezin: Deelnemer
    mentor_in_gezin: Deelnemer
    moeder_in_gezin: Deelnemer
    vader_in_gezin: Deelnemer
    broer_in_gezin: Deelnemer
    sanne: Deelnemer
    oma: Deelnemer
    # The outsider: coordinator of another family.
    buitenstaander: Gebruiker
    ander_gezin: Gezin
    andere_moeder: Gebruiker

    def iedereen(self) -> dict[str, Gebruiker]:
        """Everyone who can log in, by the name of the field."""
        return {naam: waarde for naam, waarde in vars(self).items() if isinstance(waarde, Gebruiker)}


def jarig(nu: datetime, jaren: int) -> date:
    """The birth date of someone who has been `jaren` years old for a few months at `nu`."""
    dag = nu.date() - timedelta(days=100)
    return date(dag.year - jaren, dag.month, min(dag.day, 28))


def maak_professional(
    naam: str, rol: str, mobiel: str = "", werkdagen: tuple[int, ...] = (1, 2, 4), **waar
) -> Gebruiker:
    """An account with a password and a function: `instelling=`, `gemeente=` or, for the region, neither."""
    gebruiker = maak_gebruiker(
        naam,
        email=f"{naam.lower().replace(' ', '').replace('.', '')}@voorbeeld.example",
        is_professional=True,
        telefoon="06-00000001",
        mobiel=mobiel,
        werkdagen=werkdagen,
        door=None,
    )
    gebruiker.set_password(WACHTWOORD)
    gebruiker.save()
    geef_functie(gebruiker, rol, door=None, **waar)
    return gebruiker


def maak_account(deelnemer: Deelnemer, *, nu: datetime, door: Gebruiker, **extra) -> Gebruiker:
    """An account with a password for somebody of the family or its network."""
    gebruiker = maak_gebruiker(deelnemer.naam, email=deelnemer.email, is_professional=False, door=door)
    gebruiker.set_password(WACHTWOORD)
    gebruiker.save()
    koppel_account(deelnemer, gebruiker, nu=nu, door=door, **extra)
    deelnemer.refresh_from_db()
    return gebruiker


def maak_gemeente(naam: str = "Plassendam") -> Gemeente:
    """A gemeente that takes part, with official, substitute and wethouder; above them whom the region names."""
    gemeente = leg_gemeente_vast(naam=naam, telefoon="06-00000010", door=None)
    ambtenaar = maak_professional("F. de Boer", Rol.GEMEENTEAMBTENAAR, gemeente=gemeente)
    vervanger = maak_professional("L. Haddad", Rol.GEMEENTEAMBTENAAR, gemeente=gemeente)
    wethouder = maak_professional("B. Wolters", Rol.GEMEENTEAMBTENAAR, gemeente=gemeente)
    boven = maak_professional("R. Overkamp", Rol.GEMEENTEAMBTENAAR, gemeente=gemeente)
    Regio.objects.update(bovenlokaal=boven)
    return leg_gemeente_vast(
        gemeente, ambtenaar=ambtenaar, vervanger=vervanger, bestuur=wethouder, actief=True, door=None
    )


def wat_er_stond(deelnemer: Deelnemer, leefgebieden: list[str], *, nu: datetime) -> None:
    """Let somebody who gives no help see topics, as in a plan of before joining gave such a one none (T3)."""
    grond = Grondslag(
        gezin=deelnemer.gezin, gebruiker=deelnemer.gebruiker, deelnemer=deelnemer,
        soort_id=SoortGrondslag.RECHTSTREEKS_BETROKKEN, leefgebieden=leefgebieden,
    )  # fmt: skip
    begin_grondslagen([grond], nu=nu)


def _instelling(naam: str, soort: str, leefgebieden: list[str]) -> Instelling:
    return leg_instelling_vast(
        naam=naam, soort=soort, leefgebieden=leefgebieden, telefoon="06-00000020", aanbod="",
        biedt_hulp=soort != SoortInstelling.SCHOOL, door=None,
    )  # fmt: skip


def maak_cast(nu: datetime) -> Cast:
    """Make everyone, at the moment `nu`."""
    gebied = Leefgebied
    gemeente = maak_gemeente()
    werk = _instelling(
        "Maatschappelijk Werk De Brug", SoortInstelling.MAATSCHAPPELIJK_WERK, [gebied.OPVOEDING, gebied.INKOMEN]
    )
    kliniek = _instelling("Kliniek Het Keerpunt", SoortInstelling.VERSLAVINGSZORG, [gebied.VERSLAVING])
    school = _instelling("Basisschool De Wilgentak", SoortInstelling.SCHOOL, [gebied.ONDERWIJS])
    jeugdhulp = _instelling("Jeugdhulp De Vlieger", SoortInstelling.JEUGDHULP, [gebied.OPVOEDING])

    teamleider = maak_professional("R. Vos", Rol.LEIDINGGEVENDE, instelling=werk)
    coordinator = maak_professional(
        "N. Bakker", Rol.HULPVERLENER, "06-00000002", instelling=werk, leidinggevende=teamleider
    )
    collega = maak_professional("S. Yilmaz", Rol.HULPVERLENER, instelling=werk, leidinggevende=teamleider)
    behandelaar = maak_professional("T. Okafor", Rol.HULPVERLENER, instelling=kliniek)
    mentor = maak_professional("J. Willems", Rol.HULPVERLENER, instelling=school, titel="mentor")
    buitenstaander = maak_professional("E. van Rijn", Rol.HULPVERLENER, instelling=jeugdhulp)
    wie = {"nu": nu, "door": coordinator}

    beheerder = maak_professional("I. Kuiper", Rol.BEHEERDER)
    # Nobody of the cast: a region has two.
    maak_professional("Y. Kuipers-Zand", Rol.BEHEERDER)

    gezin = maak_gezin("De Wit", gemeente, coordinator, werk, nu=nu, door=coordinator)
    thuis = gezin.huishoudens.get()
    elders = voeg_huishouden_toe(gezin, "Bij vader", "Elzenlaan 5, Plassendam", **wie)

    def gezinslid(naam: str, relatie: str, **rest) -> Deelnemer:
        return voeg_gezinslid_toe(gezin, GezinslidGegevens(naam=naam, relatie=relatie, **rest), **wie)

    moeder = gezinslid(
        "Petra de Wit", Relatie.MOEDER, huishouden=thuis, telefoon="06-00000003", email="petra@voorbeeld.example"
    )
    vader = gezinslid("Mark Jonker", Relatie.VADER, huishouden=elders, email="mark@voorbeeld.example")
    broer = gezinslid(
        "Daan de Wit",
        Relatie.KIND,
        huishouden=thuis,
        geboortedatum=jarig(nu, 15),
        gemeente=gemeente,
        aanspreekvorm="je",
        email="daan@voorbeeld.example",
    )
    sanne = gezinslid(
        "Sanne de Wit",
        Relatie.KIND,
        huishouden=thuis,
        geboortedatum=jarig(nu, 9),
        gemeente=gemeente,
        aanspreekvorm="je",
        leeswijze=Leeswijze.VOORLEZEN,
    )
    for kind in (sanne, broer):
        leg_gezag_vast(kind, [moeder, vader], True, **wie)

    def betrokkene(gebruiker: Gebruiker, instelling: Instelling, leefgebieden: list[str]) -> Deelnemer:
        gegevens = BetrokkeneGegevens(naam=gebruiker.naam, instelling=instelling)
        return voeg_betrokkene_toe(gezin, gegevens, gebruiker=gebruiker, leefgebieden=leefgebieden, **wie)

    collega_in_gezin = betrokkene(collega, werk, [gebied.OPVOEDING])
    behandelaar_in_gezin = betrokkene(behandelaar, kliniek, [gebied.VERSLAVING])
    mentor_in_gezin = betrokkene(mentor, school, [])
    wat_er_stond(mentor_in_gezin, [gebied.ONDERWIJS], nu=nu)
    # After who helps: the family would hear of each.
    accounts = {
        "moeder": maak_account(moeder, **wie),
        "vader": maak_account(vader, **wie),
        "broer": maak_account(broer, **wie),
    }
    oma = voeg_betrokkene_toe(
        gezin,
        BetrokkeneGegevens(
            naam="Riet de Wit", relatie_tot_gezin="oma", telefoon="06-00000004", bereikbaar=[2, 3], navrager=moeder
        ),
        **wie,
    )

    ander_gezin = maak_gezin("Ait", gemeente, buitenstaander, jeugdhulp, nu=nu, door=buitenstaander)
    andere_moeder = voeg_gezinslid_toe(
        ander_gezin,
        GezinslidGegevens(
            naam="Samira Ait",
            relatie=Relatie.MOEDER,
            huishouden=ander_gezin.huishoudens.get(),
            email="samira@voorbeeld.example",
        ),
        nu=nu,
        door=buitenstaander,
    )
    return Cast(
        nu=nu,
        regio=Regio.objects.huidige(),
        gemeente=gemeente,
        maatschappelijk_werk=werk,
        kliniek=kliniek,
        school=school,
        jeugdhulp=jeugdhulp,
        coordinator=coordinator,
        collega=collega,
        behandelaar=behandelaar,
        mentor=mentor,
        teamleider=teamleider,
        manager=maak_professional("M. Smit", Rol.MANAGER, instelling=werk),
        bestuurder=maak_professional("H. van Dam", Rol.BESTUURDER, instelling=werk),
        manager_kliniek=maak_professional("A. Pieters", Rol.MANAGER, instelling=kliniek),
        manager_school=maak_professional("K. Jansen", Rol.MANAGER, instelling=school),
        bestuurder_school=maak_professional("W. Mulder", Rol.BESTUURDER, instelling=school),
        ambtenaar=gemeente.ambtenaar,
        vervanger=gemeente.vervanger,
        beheerder=beheerder,
        privacy_officer=maak_professional("D. Aksoy", Rol.PRIVACY_OFFICER),
        gezin=gezin,
        hoofdhuishouden=thuis,
        huishouden_elders=elders,
        **accounts,
        coordinator_in_gezin=Deelnemer.objects.get(gezin=gezin, gebruiker=coordinator),
        collega_in_gezin=collega_in_gezin,
        behandelaar_in_gezin=behandelaar_in_gezin,
        mentor_in_gezin=mentor_in_gezin,
        moeder_in_gezin=moeder,
        vader_in_gezin=vader,
        broer_in_gezin=broer,
        sanne=sanne,
        oma=oma,
        buitenstaander=buitenstaander,
        ander_gezin=ander_gezin,
        andere_moeder=maak_account(andere_moeder, nu=nu, door=buitenstaander),
    )


@situatie
def cast() -> Cast:
    """Give everyone, at this moment."""
    return maak_cast(clock.now())
