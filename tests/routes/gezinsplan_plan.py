"""Who gets what at the pages of the plan: each sees the own share; what is hidden isn't there (T3, G14, G16)."""

from datetime import timedelta
from types import SimpleNamespace

from gezinsplan import actions
from gezinsplan.actions import AfspraakGegevens, AfstemmingGegevens, DoelGegevens, Navraagantwoord
from gezinsplan.looptijd import dag_van
from gezinsplan.models import Antwoord
from instanties.models import Leefgebied
from termijnen.actions import bewaak
from tests.routes.rijen import KWAM_TERUG, Rij
from woorden.duur import Duur, Eenheid

DOEN_MEE = ("coordinator", "collega", "behandelaar", "mentor", "moeder", "vader", "broer")
DOET_NIET_MEE = {"buitenstaander": 404, "andere_moeder": 404, "manager": 404, "ambtenaar": 404, "beheerder": 404}
# The goal is about Sanne, and about school: who coordinates, who holds gezag, and the school itself.
ZIEN_SCHOOL = ("coordinator", "mentor", "moeder", "vader")


def wie(zien: tuple[str, ...], status: int, **anders: int) -> dict[str, int]:
    """These get `status`, the rest of the team sees nothing here, the outsider neither."""
    return {**dict.fromkeys(zien, status), **DOET_NIET_MEE, **anders}


def alleen_coordinator(status: int, zien: tuple[str, ...] = DOEN_MEE) -> dict[str, int]:
    """Who takes part may not (403): the right is asked before the part is looked for."""
    return {**dict.fromkeys(zien, 403), "coordinator": status, **DOET_NIET_MEE}


def wereld(cast):
    """The cast with a plan: the school's afspraak, asked about with a later day requested; mother's, missed; one done."""
    nu = cast.nu - timedelta(days=20)
    hoe = {"nu": nu, "door": cast.coordinator}
    over = {"leefgebieden": [Leefgebied.ONDERWIJS], "over_wie": [cast.sanne.pk]}
    doel = actions.voeg_doel_toe(cast.gezin, DoelGegevens("Sanne gaat naar school", **over), **hoe)

    def afspraak(wat, mens, termijn):
        gegevens = AfspraakGegevens(wat, [mens.pk], dag_van(nu), termijn)
        return actions.voeg_afspraak_toe(doel, gegevens, **hoe)

    later = afspraak("School belt", cast.mentor_in_gezin, Duur(19, Eenheid.DAG))
    moeders = afspraak("Moeder belt", cast.moeder_in_gezin, Duur(5, Eenheid.DAG))
    gedaan = afspraak("School mailt", cast.mentor_in_gezin, Duur(40, Eenheid.DAG))
    loopt = afspraak("School schrijft", cast.mentor_in_gezin, Duur(40, Eenheid.DAG))
    actions.activeer(actions.plan_van(cast.gezin), **hoe)
    bewaak(nu + timedelta(days=6))
    bewaak(nu + timedelta(days=12))
    actions.vink_af(gedaan, dag_van(nu), nu=cast.nu, door=cast.mentor)
    bewaak(cast.nu)
    antwoord = Navraagantwoord(Antwoord.LATER, "ziek", nieuwe_dag=dag_van(cast.nu) + timedelta(days=9))
    actions.beantwoord_navraag(later.navragen.get(), antwoord, nu=cast.nu, door=cast.mentor)
    concept = actions.voeg_doel_toe(cast.ander_gezin, DoelGegevens("Rust"), nu=nu, door=cast.buitenstaander)
    apart = AfstemmingGegevens(dag_van(cast.nu), [cast.coordinator_in_gezin.pk], "spoed", [Leefgebied.ONDERWIJS])
    zonder_gezin = actions.leg_afstemming_vast(cast.gezin, apart, nu=cast.nu, door=cast.mentor)
    return SimpleNamespace(
        cast=cast,
        gesproken=zonder_gezin,
        gezin=cast.gezin,
        doel=doel,
        later=later,
        moeders=moeders,
        gedaan=gedaan,
        loopt=loopt,
        concept=concept,
    )


def gezin(wereld):
    return {"gezin_id": wereld.gezin.pk}


def ander_gezin(wereld):
    return {"gezin_id": wereld.cast.ander_gezin.pk}


def doel(wereld):
    return {"gezin_id": wereld.gezin.pk, "doel_id": wereld.doel.pk}


def afspraak(naam):
    return lambda wereld: {"gezin_id": wereld.gezin.pk, "afspraak_id": getattr(wereld, naam).pk}


def afspraakvelden(wereld):
    return {
        "wat": "De school belt op vrijdag",
        "uitvoerders": [wereld.cast.mentor_in_gezin.pk],
        "start_op": "morgen",
        "termijn": "over 6 weken",
        "reden": "De week was te vol",
        "versie": wereld.loopt.versie,
    }


def doelvelden(wereld):
    return {"tekst": "Sanne gaat graag naar school", "versie": wereld.doel.versie}


def voorwaarde(wereld):
    return {"tekst": "Elke dag op tijd", "gesteld_door": "school", "waarom": "rust", "gevolg": "we praten"}


def vandaag(wereld):
    return {"gebeurd_op": "vandaag"}


def reden(wereld):
    return {"reden": "De dag klopte niet"}


def gesprek(wereld):
    return {
        "gevoerd_op": "vandaag",
        "uitkomst": "We bellen samen",
        "hoe_verder": "nieuwe_dag",
        "nieuwe_dag": "over 2 weken",
    }


def evaluatie(wereld):
    return {"volgens_afspraak": "ja", "bereikt": "nee", "waarom": "Het begon laat", "vervolg": "We gaan door"}


def reactie(wereld):
    return {"tekst": "Mooi"}


def professionals(status: int) -> dict[str, int]:
    """All who take part as professional; the family may not (403)."""
    return {**wie(DOEN_MEE, 403), **dict.fromkeys(("coordinator", "collega", "behandelaar", "mentor"), status)}


def gesproken(wereld):
    return {
        "met": [wereld.cast.coordinator_in_gezin.pk],
        "leefgebieden": ["onderwijs"],
        "reden": "sneller",
        "antwoord": "nog_niet",
        "op": "vandaag",
    }


# The family's other plan, still in the making, is the outsider's own: the whole cast of this one sees nothing of it.
EIGEN_VAN_BUITENSTAANDER = {"buitenstaander": 302, "andere_moeder": 403}

# Outsiders too, without a family of their own.
NIET_VAN_HEN = dict.fromkeys(["nog_geen_waarnemer", "geen_waarnemer_meer"], 404)

# Opening the address of an act leads to the page where its form stands.
RIJEN = {
    "gezinsplan:gezinnen": Rij(get={"buitenstaander": 200}, rest=200),
    "gezinsplan:plan": Rij(get=wie(DOEN_MEE, 200), kwargs=gezin),
    "gezinsplan:plan_starten": Rij(get=alleen_coordinator(302), post=alleen_coordinator(KWAM_TERUG), kwargs=gezin),
    "gezinsplan:afstemming": Rij(
        get=alleen_coordinator(302),
        post=alleen_coordinator(302),
        kwargs=gezin,
        data=lambda wereld: {"tekst": "We bellen", "versie": "2"},
    ),
    # Whoever takes part as professional; the family reads it, and asks nobody to write it down.
    "gezinsplan:zonder_gezin": Rij(
        # Nobody speaks with himself: what the coordinator sends here comes back.
        get=professionals(200),
        post={**professionals(302), "coordinator": KWAM_TERUG},
        kwargs=gezin,
        data=gesproken,
    ),
    "gezinsplan:zonder_gezin_antwoord": Rij(
        get=alleen_coordinator(200),
        post=alleen_coordinator(302),
        kwargs=lambda wereld: {"gezin_id": wereld.gezin.pk, "afstemming_id": wereld.gesproken.pk},
        data=lambda wereld: {
            "antwoord": "ja",
            "antwoord_van": wereld.cast.moeder_in_gezin.pk,
            "antwoord_hoe": "mondeling",
        },
    ),
    "gezinsplan:zonder_gezin_geteld": Rij(get={"beheerder": 200, "buitenstaander": 403}, rest=403),
    "gezinsplan:doel_toevoegen": Rij(
        get=alleen_coordinator(302), post=alleen_coordinator(302), kwargs=gezin, data=doelvelden
    ),
    "gezinsplan:doel": Rij(get=wie(ZIEN_SCHOOL, 200), kwargs=doel),
    "gezinsplan:doel_wijzigen": Rij(
        get=alleen_coordinator(302), post=alleen_coordinator(302), kwargs=doel, data=doelvelden
    ),
    "gezinsplan:doel_verplaatsen": Rij(post=alleen_coordinator(302), kwargs=doel, data=lambda wereld: {"omhoog": "1"}),
    "gezinsplan:doel_verwijderen": Rij(
        get={"buitenstaander": 200, "andere_moeder": 403, **NIET_VAN_HEN},
        post={**EIGEN_VAN_BUITENSTAANDER, **NIET_VAN_HEN},
        kwargs=lambda wereld: {"gezin_id": wereld.cast.ander_gezin.pk, "doel_id": wereld.concept.pk},
    ),
    "gezinsplan:doel_stoppen": Rij(get=alleen_coordinator(200), post=alleen_coordinator(302), kwargs=doel, data=reden),
    "gezinsplan:doel_heropenen": Rij(post=alleen_coordinator(302), kwargs=doel),
    "gezinsplan:doel_evalueren": Rij(
        get=alleen_coordinator(302), post=alleen_coordinator(302), kwargs=doel, data=evaluatie
    ),
    "gezinsplan:doel_reageren": Rij(get=wie(ZIEN_SCHOOL, 302), post=wie(ZIEN_SCHOOL, 302), kwargs=doel, data=reactie),
    "gezinsplan:voorwaarde_toevoegen": Rij(
        get=alleen_coordinator(302), post=alleen_coordinator(302), kwargs=doel, data=voorwaarde
    ),
    "gezinsplan:afspraak_toevoegen": Rij(
        get=alleen_coordinator(302), post=alleen_coordinator(302), kwargs=doel, data=afspraakvelden
    ),
    "gezinsplan:afspraak": Rij(get=wie(ZIEN_SCHOOL, 200), kwargs=afspraak("loopt")),
    "gezinsplan:afspraak_wijzigen": Rij(
        get=alleen_coordinator(302), post=alleen_coordinator(302), kwargs=afspraak("loopt"), data=afspraakvelden
    ),
    "gezinsplan:afspraak_verwijderen": Rij(
        get=alleen_coordinator(200), post=alleen_coordinator(KWAM_TERUG), kwargs=afspraak("loopt")
    ),
    # Only a doer says what he or she does, and only the coordinator who said yes elsewhere.
    "gezinsplan:afspraak_aanvaarden": Rij(
        get=wie(ZIEN_SCHOOL, 302),
        post=wie(("mentor",), 302, coordinator=403, moeder=403, vader=403),
        kwargs=afspraak("loopt"),
    ),
    "gezinsplan:afspraak_kan_niet": Rij(
        get=wie(ZIEN_SCHOOL, 302),
        post=wie(("mentor",), 302, coordinator=403, moeder=403, vader=403),
        kwargs=afspraak("loopt"),
        data=reden,
    ),
    "gezinsplan:afspraak_ja_vastleggen": Rij(
        get=alleen_coordinator(302),
        post=alleen_coordinator(302),
        kwargs=afspraak("loopt"),
        data=lambda wereld: {"wie": wereld.cast.mentor_in_gezin.pk, "hoe_gezegd": "gebeld op maandag"},
    ),
    # Who sees an afspraak of somebody else may not tick it off.
    "gezinsplan:afspraak_gedaan": Rij(
        get=wie(ZIEN_SCHOOL, 302),
        post=wie(("coordinator", "mentor"), 302, moeder=403, vader=403),
        kwargs=afspraak("loopt"),
        data=vandaag,
    ),
    "gezinsplan:afspraak_antwoord": Rij(
        get=wie(ZIEN_SCHOOL, 302),
        post=wie(("coordinator", "mentor"), 302, moeder=403, vader=403),
        kwargs=afspraak("later"),
        data=lambda wereld: {"antwoord": "lukt_niet", "toelichting": "Er is niemand"},
    ),
    "gezinsplan:afspraak_akkoord": Rij(
        get=wie(("coordinator",), 302, mentor=403, moeder=403, vader=403),
        post=wie(("coordinator",), 302, mentor=403, moeder=403, vader=403),
        kwargs=afspraak("later"),
    ),
    "gezinsplan:afspraak_terugnemen": Rij(
        get=wie(ZIEN_SCHOOL, 302),
        post=wie(("coordinator", "mentor"), 302, moeder=403, vader=403),
        kwargs=afspraak("gedaan"),
        data=reden,
    ),
    "gezinsplan:afspraak_vervalt": Rij(
        get=alleen_coordinator(302), post=alleen_coordinator(302), kwargs=afspraak("loopt"), data=reden
    ),
    "gezinsplan:afspraak_gesprek": Rij(
        get=alleen_coordinator(302), post=alleen_coordinator(302), kwargs=afspraak("moeders"), data=gesprek
    ),
    "gezinsplan:afspraak_reageren": Rij(
        get=wie(ZIEN_SCHOOL, 302), post=wie(ZIEN_SCHOOL, 302), kwargs=afspraak("loopt"), data=reactie
    ),
}
