"""Who gets what at the pages about what is kept from somebody, other grounds, who decides, and the kinds of ground (T2, T3, X5)."""

from datetime import timedelta
from types import SimpleNamespace

from django.utils.timezone import localdate

from instanties.models import Leefgebied
from tests.routes.rijen import Rij
from toestemming import actions
from toestemming.actions import Handgegevens

GEZIN = ("moeder", "vader", "broer")
HELPEN_MEE = ("collega", "behandelaar", "mentor")
NIET_HIER = {"buitenstaander": 404, "andere_moeder": 404, "manager": 404, "beheerder": 404}
DOEN_MEE = (*GEZIN, *HELPEN_MEE)


def alleen_coordinator(status: int) -> dict[str, int]:
    return {"coordinator": status, **dict.fromkeys(DOEN_MEE, 403), **NIET_HIER}


def professionals(status: int) -> dict[str, int]:
    """Each professional of the plan; the family never, whether or not there is something."""
    return {**dict.fromkeys(("coordinator", *HELPEN_MEE), status), **dict.fromkeys(GEZIN, 403), **NIET_HIER}


def beheer(status: int) -> dict[str, int]:
    return {"beheerder": status, "buitenstaander": 403}


def wereld(cast):
    """The cast, with something that the behandelaar keeps from father, and a ground that the coordinator recorded."""
    hoe = {"nu": cast.nu, "door": cast.coordinator}
    opnieuw = localdate(cast.nu) + timedelta(days=90)
    vlag = actions.zet_vlag(
        cast.vader_in_gezin, [cast.sanne.pk], "Mark zoekt Sanne op", opnieuw, nu=cast.nu, door=cast.behandelaar
    )
    gegevens = Handgegevens(
        "wettelijke_plicht", cast.mentor_in_gezin, [Leefgebied.ONDERWIJS], [cast.sanne.pk], reden="Leerplicht"
    )
    regel = _wachtende_regel(cast, **hoe)
    gekeken = actions.zet_vlag(
        cast.broer_in_gezin, [cast.sanne.pk], "Daan slaat Sanne", opnieuw, nu=cast.nu, door=cast.coordinator
    )
    bekend = actions.zet_vlag(
        cast.oma, [cast.sanne.pk], "Riet schreeuwt tegen Sanne", opnieuw, nu=cast.nu, door=cast.behandelaar
    )
    actions.beantwoord_vlagverzoek(bekend.verzoeken.get(), True, "", nu=cast.nu, door=cast.coordinator)
    return SimpleNamespace(
        cast=cast,
        gezin=cast.gezin,
        vlag=vlag,
        regel=regel,
        gekeken=gekeken,
        bekend=bekend,
        grond=actions.leg_grondslag_vast(cast.gezin, gegevens, **hoe),
    )


def _wachtende_regel(cast, **hoe):
    """A line about Sanne, of whom father may read nothing: the privacy officer decides in his place."""
    vandaag = localdate(cast.nu)
    gesprek = actions.houd_gesprek(
        cast.gezin,
        actions.Gespreksgegevens("samen helpen", vandaag, vandaag + timedelta(days=60)),
        [actions.Toestemmingskeuze(cast.mentor_in_gezin.pk, Leefgebied.OPVOEDING, cast.sanne.pk, False)],
        **hoe,
    )
    return gesprek.regels.get()


def gezin(wereld):
    return {"gezin_id": wereld.gezin.pk}


def grond(wereld):
    return {
        "ontvanger": wereld.cast.mentor_in_gezin.pk,
        "leefgebieden": [Leefgebied.ONDERWIJS],
        "reden": "De leerplichtwet vraagt dit",
    }


def vlag(wereld):
    return {
        "voor_wie": wereld.cast.broer_in_gezin.pk,
        "over_wie": [wereld.cast.sanne.pk],
        "reden": "Daan bedreigt Sanne",
        "herzien_op": "over 2 weken",
    }


SOORT = {"naam": "Wams", "uitleg": "De wet zegt dat dit mag.", "actief": "on"}

RIJEN = {
    "toestemming:vlaggen": Rij(get=professionals(200), kwargs=gezin),
    "toestemming:vlag_zetten": Rij(get=professionals(200), post=professionals(302), kwargs=gezin, data=vlag),
    "toestemming:vlag_opheffen": Rij(
        get=alleen_coordinator(200),
        post=alleen_coordinator(302),
        kwargs=lambda wereld: {**gezin(wereld), "vlag_id": wereld.bekend.pk},
        data=lambda wereld: {"waarom": "Mark heeft hulp"},
    ),
    # Of who asks from outside a plan: nobody of it, and the coordinator only of what is asked of her.
    "toestemming:bescherming": Rij(get={"privacy_officer": 200, "buitenstaander": 403}, rest=403),
    "toestemming:vlag_bevestigen": Rij(
        get={"privacy_officer": 200, "buitenstaander": 404},
        post={"privacy_officer": 302, "buitenstaander": 404},
        rest=404,
        kwargs=lambda wereld: {"verzoek_id": wereld.gekeken.verzoeken.get().pk},
        data=lambda wereld: {"antwoord": "ja", "waarom": "dit is nodig"},
    ),
    "toestemming:beslissen": Rij(
        get={"privacy_officer": 200, "buitenstaander": 403},
        post={"privacy_officer": 302, "buitenstaander": 403},
        rest=403,
        kwargs=lambda wereld: {"vlag_id": wereld.vlag.pk, "toestemming_id": wereld.regel.pk},
        data=lambda wereld: {"antwoord": "ja", "waarom": "dit helpt Sanne"},
    ),
    "toestemming:vertegenwoordiging": Rij(
        get=alleen_coordinator(200),
        post=alleen_coordinator(302),
        kwargs=lambda wereld: {**gezin(wereld), "deelnemer_id": wereld.cast.moeder_in_gezin.pk},
        data=lambda wereld: {"door_wie": wereld.cast.oma.pk, "reden": "De rechter benoemde een mentor"},
    ),
    "toestemming:gronden": Rij(get=alleen_coordinator(200), kwargs=gezin),
    "toestemming:grond_vastleggen": Rij(
        get=alleen_coordinator(200),
        post=alleen_coordinator(302),
        kwargs=lambda wereld: {**gezin(wereld), "soort": "wettelijke_plicht"},
        data=grond,
    ),
    "toestemming:grond_beeindigen": Rij(
        post=alleen_coordinator(302), kwargs=lambda wereld: {**gezin(wereld), "grond_id": wereld.grond.pk}
    ),
    "toestemming:soorten": Rij(get=beheer(200), rest=403),
    "toestemming:soort_toevoegen": Rij(get=beheer(200), post=beheer(302), rest=403, data=lambda wereld: SOORT),
    "toestemming:soort": Rij(
        get=beheer(200),
        post=beheer(302),
        rest=403,
        kwargs=lambda wereld: {"code": "wettelijke_plicht"},
        data=lambda wereld: SOORT,
    ),
}
