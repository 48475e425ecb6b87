"""Who gets what at the pages about the people of a plan: the coordinator only, others see them on the plan (T3, G16)."""

from datetime import date
from types import SimpleNamespace

from django.utils.timezone import localdate

from gezinnen.actions import (
    BetrokkeneGegevens,
    GezinslidGegevens,
    leg_overlijden_vast,
    maak_gezin,
    voeg_betrokkene_toe,
    voeg_gezinslid_toe,
    vraag_herstel,
)
from gezinnen.models import Relatie
from instanties.models import Gebruiker, Rol
from tests.cast import maak_professional
from tests.routes.rijen import Rij

DEELNEMERS = ("collega", "behandelaar", "mentor", "moeder", "vader", "broer")
DOET_NIET_MEE = {"buitenstaander": 404, "andere_moeder": 404, "manager": 404, "ambtenaar": 404, "beheerder": 404}


def alleen_coordinator(status: int) -> dict[str, int]:
    """Who takes part may not; for whoever doesn't, there is nothing here."""
    return {"coordinator": status, **dict.fromkeys(DEELNEMERS, 403), **DOET_NIET_MEE}


def wereld(cast):
    """The cast, with an aunt without account, a neighbour, and a family whose coordinator has left."""
    hoe = {"nu": cast.nu, "door": cast.coordinator}
    tante = voeg_gezinslid_toe(
        cast.gezin, GezinslidGegevens(naam="Els de Wit", relatie=Relatie.ANDERS, geboortedatum=date(1980, 3, 12)), **hoe
    )
    buurman = voeg_betrokkene_toe(cast.gezin, BetrokkeneGegevens(naam="Kees Bos"), **hoe)
    doden = [voeg_betrokkene_toe(cast.gezin, BetrokkeneGegevens(naam=naam), **hoe) for naam in ("Jan Bos", "Piet Bos")]
    for dode in doden:
        leg_overlijden_vast(dode, op=localdate(cast.nu), **hoe)
    # Each family has one of its own: a row may ask for two families.
    weg = maak_professional(f"O. Prins {cast.gezin.nummer}", Rol.HULPVERLENER, instelling=cast.school)
    verlaten = maak_gezin("Bos", cast.gemeente, weg, cast.school, nu=cast.nu, door=weg)
    Gebruiker.objects.filter(pk=weg.pk).update(is_active=False)
    return SimpleNamespace(
        cast=cast,
        gezin=cast.gezin,
        tante=tante,
        buurman=buurman,
        verlaten=verlaten.coordinatorschappen.get(),
        dode=doden[0],
        herstel=vraag_herstel(doden[1], **hoe),
    )


def gezin(wereld):
    return {"gezin_id": wereld.gezin.pk}


def met(naam):
    """The family and one of its people."""
    return lambda wereld: {
        "gezin_id": wereld.gezin.pk,
        "deelnemer_id": (getattr(wereld, naam, None) or getattr(wereld.cast, naam)).pk,
    }


def kind(wereld):
    return {
        "naam": "Lot de Wit",
        "relatie": "kind",
        "geboortedatum": "3-2-2018",
        "leeswijze": "zelf",
        "aanspreekvorm": "je",
    }


def volwassene(wereld):
    return {"naam": "Rob Kok", "relatie": "stiefouder", "leeswijze": "zelf", "aanspreekvorm": "u"}


# Who works at an instelling may start a plan with a family of his or her own.
WERKT_BIJ_INSTELLING = (
    "coordinator", "collega", "behandelaar", "mentor", "teamleider", "manager", "bestuurder", "manager_kliniek",
    "manager_school", "bestuurder_school", "buitenstaander",
)  # fmt: skip
MANAGERS = dict.fromkeys(("manager", "bestuurder", "manager_kliniek", "manager_school", "bestuurder_school"), 200)
HUISHOUDEN = {"naam": "Bij tante", "adres": "Populierstraat 2"}

RIJEN = {
    "gezinsplan:gezin_maken": Rij(
        get=dict.fromkeys(WERKT_BIJ_INSTELLING, 200),
        post=dict.fromkeys(WERKT_BIJ_INSTELLING, 302),
        rest=403,
        data=lambda wereld: {
            "naam": "Bos",
            "gemeente": wereld.cast.gemeente.pk,
        },
    ),
    "gezinsplan:mensen": Rij(get=alleen_coordinator(200), kwargs=gezin),
    "gezinsplan:gezin_wijzigen": Rij(
        get=alleen_coordinator(200),
        post=alleen_coordinator(302),
        kwargs=gezin,
        data=lambda wereld: {"naam": "De Wit", "gemeente": wereld.gezin.gemeente_id},
    ),
    "gezinsplan:coordinator_wisselen": Rij(
        get=alleen_coordinator(200),
        post=alleen_coordinator(302),
        kwargs=gezin,
        data=lambda wereld: {"wie": "S. Yilmaz", "reden": "meer tijd"},
    ),
    # A manager sees plan numbers of the own instelling, and only where nobody coordinates any more.
    "gezinsplan:zonder_coordinator": Rij(get={**MANAGERS, "buitenstaander": 403}, rest=403),
    "gezinsplan:coordinator_aanwijzen": Rij(
        get={"manager_school": 200, "bestuurder_school": 200, "manager": 404, "buitenstaander": 404},
        post={"manager_school": 302, "bestuurder_school": 302, "manager": 404, "buitenstaander": 404},
        kwargs=lambda wereld: {"coordinatorschap_id": wereld.verlaten.pk},
        data=lambda wereld: {"gebruiker": wereld.cast.mentor.pk},
    ),
    "gezinsplan:huishouden_toevoegen": Rij(
        get=alleen_coordinator(200), post=alleen_coordinator(302), kwargs=gezin, data=lambda wereld: HUISHOUDEN
    ),
    "gezinsplan:huishouden_wijzigen": Rij(
        get=alleen_coordinator(200),
        post=alleen_coordinator(302),
        kwargs=lambda wereld: {"gezin_id": wereld.gezin.pk, "huishouden_id": wereld.cast.huishouden_elders.pk},
        data=lambda wereld: HUISHOUDEN,
    ),
    "gezinsplan:gezinslid_toevoegen": Rij(
        get=alleen_coordinator(200), post=alleen_coordinator(302), kwargs=gezin, data=volwassene
    ),
    "gezinsplan:kind_toevoegen": Rij(
        get=alleen_coordinator(200), post=alleen_coordinator(302), kwargs=gezin, data=kind
    ),
    "gezinsplan:gezinslid_wijzigen": Rij(
        get=alleen_coordinator(200),
        post=alleen_coordinator(302),
        kwargs=met("sanne"),
        data=lambda wereld: {**kind(wereld), "versie": 1},
    ),
    "gezinsplan:betrokkene_zoeken": Rij(get=alleen_coordinator(200), kwargs=gezin, query=lambda wereld: {"q": "br"}),
    "gezinsplan:betrokkene_toevoegen": Rij(get=alleen_coordinator(200), post=alleen_coordinator(200), kwargs=gezin),
    "gezinsplan:netwerklid_toevoegen": Rij(
        get=alleen_coordinator(200), post=alleen_coordinator(302), kwargs=gezin, data=lambda wereld: {"naam": "Ans"}
    ),
    "gezinsplan:betrokkene_wijzigen": Rij(
        get=alleen_coordinator(200),
        post=alleen_coordinator(302),
        kwargs=met("oma"),
        data=lambda wereld: {"naam": "Riet de Wit", "versie": 1},
    ),
    "gezinsplan:met_functie": Rij(
        get=alleen_coordinator(200),
        post=alleen_coordinator(302),
        kwargs=lambda wereld: {**gezin(wereld), "deelnemer_id": wereld.cast.mentor_in_gezin.pk},
        data=lambda wereld: {"functie": "mentor", "reden": "is bedreigd", "versie": 1},
    ),
    "gezinsplan:met_naam": Rij(
        get=alleen_coordinator(200),
        post=alleen_coordinator(302),
        kwargs=lambda wereld: {**gezin(wereld), "deelnemer_id": wereld.cast.mentor_in_gezin.pk},
    ),
    "gezinsplan:deelnemer_uitnodigen": Rij(
        get=alleen_coordinator(200),
        post=alleen_coordinator(302),
        kwargs=met("tante"),
        data=lambda wereld: {"email": ""},
    ),
    "gezinsplan:deelnemer_opnieuw": Rij(
        get=alleen_coordinator(200), post=alleen_coordinator(302), kwargs=met("moeder_in_gezin")
    ),
    "gezinsplan:contact": Rij(get=alleen_coordinator(200), post=alleen_coordinator(302), kwargs=met("moeder_in_gezin")),
    "gezinsplan:gezag_beeindigen": Rij(
        get=alleen_coordinator(200),
        post=alleen_coordinator(302),
        kwargs=lambda wereld: met("sanne")(wereld) | {"houder_id": wereld.cast.vader_in_gezin.pk},
        data=lambda wereld: {"op": "vandaag", "reden": "besluit"},
    ),
    "gezinsplan:deelnemer_overleden": Rij(
        get=alleen_coordinator(200),
        post=alleen_coordinator(302),
        kwargs=met("buurman"),
        data=lambda wereld: {"op": "vandaag"},
    ),
    "gezinsplan:herstel_vragen": Rij(get=alleen_coordinator(200), post=alleen_coordinator(302), kwargs=met("dode")),
    # What waits for oneself; for most nothing.
    "gezinsplan:herstel": Rij(get={"buitenstaander": 200}, rest=200),
    # Who leads where the coordinator works.
    "gezinsplan:herstel_beantwoorden": Rij(
        get={"teamleider": 302, "bestuurder": 302, "buitenstaander": 404},
        post={"teamleider": 302, "bestuurder": 302, "buitenstaander": 404},
        rest=404,
        kwargs=lambda wereld: {"verzoek_id": wereld.herstel.pk},
        data=lambda wereld: {"antwoord": "nee"},
    ),
    "gezinsplan:deelnemer_stoppen": Rij(
        get=alleen_coordinator(200),
        post=alleen_coordinator(302),
        kwargs=met("buurman"),
        data=lambda wereld: {"reden": "verhuisd"},
    ),
}
