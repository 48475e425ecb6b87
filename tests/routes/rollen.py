"""The roles of the matrix beside the cast: people who stand just outside, just inside, or not any more (T3, G16, Z3)."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.utils.timezone import localdate

from core import clock
from gezinnen.actions import (
    BetrokkeneGegevens,
    GezinslidGegevens,
    koppel_account,
    leg_gezag_vast,
    maak_gezin,
    stop_deelname,
    voeg_betrokkene_toe,
    voeg_gezinslid_toe,
    voeg_huishouden_toe,
    wissel_coordinator,
)
from gezinnen.models import Deelnemer, Gezin, Relatie
from instanties.actions import beeindig_functie, leg_gemeente_vast, maak_gebruiker
from instanties.models import Gebruiker, Leefgebied, Rol, Vervanging
from tests.cast import Cast, jarig, maak_account, maak_cast, maak_professional, wat_er_stond
from toestemming import actions

# Who isn't named in a row gets there what this other role gets, and without one `rest`; a row names who differs.
# The mentor of the cast is the betrokkene with one leefgebied, father the parent elsewhere, Daan the youngster of 15,
# manager and official have a stagnatie at most, and the beheerder has no family.
ALS = {
    "zonder_grond": "behandelaar",
    "met_toestemming": "behandelaar",
    "na_intrekking": "behandelaar",
    "ouder_zonder_gezag": "broer",
    "jongere_16": "broer",
    "was_coordinator": "teamleider",
    "waarnemer": "coordinator",
    "nog_geen_waarnemer": "buitenstaander",
    "geen_waarnemer_meer": "buitenstaander",
}
# Who stands in for the coordinator: from how many days from now on, and for how many days she is away (I6).
WEG = {"waarnemer": (0, 3), "nog_geen_waarnemer": (1, 3), "geen_waarnemer_meer": (-3, 3)}


@dataclass
class Rollen(Cast):
    """The cast, and those whom only the matrix asks."""

    # Takes part; nothing is shared with her.
    zonder_grond: Gebruiker
    # What mother says about her own living: shared with one, no longer with the other.
    met_toestemming: Gebruiker
    na_intrekking: Gebruiker
    # Lives at home; holds gezag over nobody.
    ouder_zonder_gezag: Gebruiker
    jongere_16: Gebruiker
    # Coordinated the family, and stopped.
    was_coordinator: Gebruiker
    ambtenaar_elders: Gebruiker
    # Still stands in the plan for an instelling where he doesn't work any more.
    functie_voorbij: Gebruiker
    # Colleagues of the coordinator: one stands in for her today, one from tomorrow on, one did until yesterday.
    waarnemer: Gebruiker
    nog_geen_waarnemer: Gebruiker
    geen_waarnemer_meer: Gebruiker
    # May do everything in the eyes of Django, and has no function at all.
    superuser: Gebruiker


def maak_rollen(nu: datetime) -> Rollen:
    """The cast with everyone of the matrix, at the moment `nu`."""
    cast = maak_cast(nu)
    hoe = {"nu": nu, "door": cast.coordinator}

    def hulpverlener(naam: str) -> Gebruiker:
        return maak_professional(naam, Rol.HULPVERLENER, instelling=cast.jeugdhulp)

    def doet_mee(naam: str, leefgebieden: tuple[str, ...] = ()) -> tuple[Gebruiker, Deelnemer]:
        gebruiker = hulpverlener(naam)
        gegevens = BetrokkeneGegevens(naam=naam, instelling=cast.jeugdhulp)
        return gebruiker, voeg_betrokkene_toe(
            cast.gezin, gegevens, gebruiker=gebruiker, leefgebieden=leefgebieden, **hoe
        )

    def lid(naam: str, relatie: str, **rest) -> tuple[Gebruiker, Deelnemer]:
        gegevens = GezinslidGegevens(
            naam=naam, relatie=relatie, huishouden=cast.hoofdhuishouden, email=f"{naam[:3]}@voorbeeld.example", **rest
        )
        rij = voeg_gezinslid_toe(cast.gezin, gegevens, **hoe)
        return maak_account(rij, **hoe), rij

    was_coordinator = hulpverlener("B. Hendriks")
    wissel_coordinator(cast.gezin, was_coordinator, cast.jeugdhulp, reden="verlof", **hoe)
    wissel_coordinator(cast.gezin, cast.coordinator, cast.maatschappelijk_werk, reden="terug", **hoe)
    stop_deelname(Deelnemer.objects.get(gezin=cast.gezin, gebruiker=was_coordinator), reden="klaar", **hoe)
    functie_voorbij, _rij = doet_mee("V. Dijk", (Leefgebied.ONDERWIJS,))
    beeindig_functie(functie_voorbij.functies.get(), **hoe)
    zonder_grond, _rij = doet_mee("P. de Jong")
    met_toestemming, met = doet_mee("Q. Maas")
    na_intrekking, zonder = doet_mee("U. Blom")
    _deel_wonen(cast, met, zonder)
    ouder_zonder_gezag, _rij = lid("Wim Postma", Relatie.STIEFOUDER)
    jongere_16, rij = lid(
        "Noor de Wit", Relatie.KIND, geboortedatum=jarig(nu, 16), gemeente=cast.gemeente, aanspreekvorm="je"
    )
    leg_gezag_vast(rij, [cast.moeder_in_gezin, cast.vader_in_gezin], True, **hoe)
    elders = leg_gemeente_vast(naam="Waterlaan", telefoon="06-00000011", door=None)
    superuser = maak_gebruiker("X. Tims", email="xtims@voorbeeld.example", is_professional=True, door=None)
    Gebruiker.objects.filter(pk=superuser.pk).update(is_superuser=True)
    return Rollen(
        **vars(cast),
        zonder_grond=zonder_grond,
        met_toestemming=met_toestemming,
        na_intrekking=na_intrekking,
        ouder_zonder_gezag=ouder_zonder_gezag,
        jongere_16=jongere_16,
        was_coordinator=was_coordinator,
        ambtenaar_elders=maak_professional("C. Evers", Rol.GEMEENTEAMBTENAAR, gemeente=elders),
        functie_voorbij=functie_voorbij,
        waarnemer=_collega(cast, "W. Nu"),
        nog_geen_waarnemer=_collega(cast, "W. Straks"),
        geen_waarnemer_meer=_collega(cast, "W. Eerst"),
        superuser=Gebruiker.objects.get(pk=superuser.pk),
    )


def _collega(cast: Cast, naam: str) -> Gebruiker:
    return maak_professional(naam, Rol.HULPVERLENER, instelling=cast.maatschappelijk_werk)


def laat_waarnemen(cast: Rollen, wie: str) -> None:
    """The coordinator is away, and this one of the matrix stands in on those days; others need no such thing (I6)."""
    if wie in WEG:
        over, dagen = WEG[wie]
        van = clock.today() + timedelta(days=over)
        Vervanging.objects.create(
            wie=cast.coordinator, vervanger=getattr(cast, wie), van=van, tot_en_met=van + timedelta(days=dagen - 1),
            gemaakt_op=cast.nu,
        )  # fmt: skip


def _deel_wonen(cast: Cast, met: Deelnemer, zonder: Deelnemer) -> None:
    """Mother shares one leefgebied about herself with both, and stops with the second."""
    vandaag, hoe = localdate(cast.nu), {"nu": cast.nu, "door": cast.coordinator}
    gegevens = actions.Gespreksgegevens("Zo helpt ieder bij het huis", vandaag, vandaag + timedelta(days=90))
    keuzes = [actions.Toestemmingskeuze(rij.pk, Leefgebied.WONEN, cast.moeder_in_gezin.pk) for rij in (met, zonder)]
    gesprek = actions.houd_gesprek(cast.gezin, gegevens, keuzes, **hoe)
    regels = {regel.ontvanger_id: regel.pk for regel in gesprek.regels.all()}
    actions.teken(
        cast.moeder_in_gezin, dict.fromkeys(regels.values(), "ja"), vorm="mondeling", gegeven_op=vandaag, **hoe
    )
    actions.trek_in(cast.moeder_in_gezin, [regels[zonder.pk]], **hoe)


def tweede_gezin(cast: Cast) -> Cast:
    """The cast around another family, in which the same accounts take part in the same way."""
    hoe = {"nu": cast.nu, "door": cast.coordinator}
    gezin = maak_gezin("Vos", cast.gemeente, cast.coordinator, cast.maatschappelijk_werk, **hoe)
    thuis, elders = gezin.huishoudens.get(), voeg_huishouden_toe(gezin, "Bij vader", **hoe)
    rijen = {"coordinator_in_gezin": Deelnemer.objects.get(gezin=gezin, gebruiker=cast.coordinator)}
    for naam in ("moeder_in_gezin", "vader_in_gezin", "broer_in_gezin", "sanne"):
        rijen[naam] = _lid_als(gezin, getattr(cast, naam), elders if naam == "vader_in_gezin" else thuis, hoe)
    for naam in ("broer_in_gezin", "sanne"):
        leg_gezag_vast(rijen[naam], [rijen["moeder_in_gezin"], rijen["vader_in_gezin"]], True, **hoe)
    for naam in ("collega_in_gezin", "behandelaar_in_gezin", "mentor_in_gezin", "oma"):
        rij = getattr(cast, naam)
        gegevens = BetrokkeneGegevens(naam=rij.naam, instelling=rij.instelling)
        gebieden = rij.instelling.leefgebieden if rij.instelling else []
        hulp = gebieden if rij.geeft_hulp else []
        rijen[naam] = voeg_betrokkene_toe(gezin, gegevens, gebruiker=rij.gebruiker, leefgebieden=hulp, **hoe)
        if gebieden and not hulp:
            wat_er_stond(rijen[naam], gebieden, nu=cast.nu)
    # The outsider's own, too.
    ander = maak_gezin("Berg", cast.gemeente, cast.buitenstaander, cast.jeugdhulp, nu=cast.nu, door=cast.buitenstaander)
    return replace(cast, gezin=gezin, ander_gezin=ander, hoofdhuishouden=thuis, huishouden_elders=elders, **rijen)


def _lid_als(gezin: Gezin, rij: Deelnemer, huishouden, hoe) -> Deelnemer:
    gegevens = GezinslidGegevens(
        naam=rij.naam, relatie=rij.relatie, geboortedatum=rij.geboortedatum, huishouden=huishouden,
        gemeente=rij.gemeente, aanspreekvorm=rij.aanspreekvorm,
    )  # fmt: skip
    lid = voeg_gezinslid_toe(gezin, gegevens, **hoe)
    return koppel_account(lid, rij.gebruiker, **hoe) if rij.gebruiker else lid
