"""Who gets what at the pages of consent: the coordinator's table, each one's own answers, and nobody another's (T1, T2, T3)."""

from datetime import timedelta
from types import SimpleNamespace

from django.utils.timezone import localdate

from instanties.models import Leefgebied, Uitnodiging, Weg, Wegsoort
from tests.routes.rijen import Rij
from toestemming import actions
from toestemming.actions import Gespreksgegevens, Toestemmingskeuze
from toestemming.models import Handtekening

GEZIN = ("moeder", "vader", "broer")
HELPEN_MEE = ("collega", "behandelaar", "mentor")
DOEN_MEE = ("coordinator", *GEZIN, *HELPEN_MEE)
NIET_HIER = {"buitenstaander": 404, "andere_moeder": 404, "manager": 404}


def alleen_coordinator(status: int) -> dict[str, int]:
    return {**dict.fromkeys(DOEN_MEE, 403), "coordinator": status, **NIET_HIER}


def van_moeder_zelf(status: int) -> dict[str, int]:
    """Her own answers: she herself, or the coordinator who records what she says. Who doesn't help, doesn't know of her."""
    kent_haar_niet = dict.fromkeys(("zonder_grond", "na_intrekking"), 404)
    return {**dict.fromkeys(DOEN_MEE, 403), "coordinator": status, "moeder": status, **NIET_HIER, **kent_haar_niet}


def wereld(cast):
    """The cast: mother shares something about herself with grandmother and the mentor, and took one of them back."""
    vandaag = localdate(cast.nu)
    keuzes = [
        Toestemmingskeuze(wie.pk, Leefgebied.WONEN, cast.moeder_in_gezin.pk) for wie in (cast.oma, cast.mentor_in_gezin)
    ]
    hoe = {"nu": cast.nu, "door": cast.coordinator}
    gegevens = Gespreksgegevens("Zo helpt ieder waar het kan", vandaag, vandaag + timedelta(days=300))
    gesprek = actions.houd_gesprek(cast.gezin, gegevens, keuzes, **hoe)
    regels = list(gesprek.regels.all())
    antwoorden = {regel.pk: "ja" for regel in regels}
    actions.teken(cast.moeder_in_gezin, antwoorden, vorm="mondeling", gegeven_op=vandaag, **hoe)
    code = Uitnodiging.objects.create(
        gebruiker=cast.moeder, code_hash="-", gemaakt_door=cast.coordinator, gemaakt_op=cast.nu, verloopt_op=cast.nu,
        gebruikt_op=cast.nu,
    )  # fmt: skip
    weg = Weg.objects.create(
        gebruiker=cast.moeder, soort=Wegsoort.CODE, op=cast.nu, door=cast.coordinator, uitnodiging=code
    )
    Handtekening.objects.filter(toestemming=regels[1]).update(na_weg=weg)
    intrekking = actions.trek_in(cast.moeder_in_gezin, [regels[0].pk], **hoe)
    return SimpleNamespace(
        cast=cast,
        gezin=cast.gezin,
        weg=weg,
        gesprek=gesprek,
        gestopt=regels[0],
        geldig=regels[1],
        intrekking=intrekking,
    )


def gezin(wereld):
    return {"gezin_id": wereld.gezin.pk}


def lid(naam):
    return lambda wereld: {**gezin(wereld), "deelnemer_id": getattr(wereld.cast, naam).pk}


def intrekking(wereld):
    return {**gezin(wereld), "intrekking_id": wereld.intrekking.pk}


def vel(wereld):
    cast = wereld.cast
    return {
        "doel": "Zo kan oma helpen",
        "gehouden_op": "vandaag",
        "geldig_tot": "over 1 jaar",
        f"gebieden_{cast.oma.pk}": "werk",
        f"wie_{cast.oma.pk}": str(cast.moeder_in_gezin.pk),
    }


RIJEN = {
    "toestemming:toestemming": Rij(get={**dict.fromkeys(DOEN_MEE, 200), **NIET_HIER}, kwargs=gezin),
    "toestemming:gesprek": Rij(get=alleen_coordinator(200), post=alleen_coordinator(302), kwargs=gezin, data=vel),
    "toestemming:blad": Rij(
        get=alleen_coordinator(200), kwargs=lambda wereld: {**gezin(wereld), "gesprek_id": wereld.gesprek.pk}
    ),
    # Nothing waits for her any more: a POST leads back.
    "toestemming:tekenen": Rij(get=van_moeder_zelf(200), post=van_moeder_zelf(302), kwargs=lid("moeder_in_gezin")),
    "toestemming:poging": Rij(
        get=alleen_coordinator(200),
        post=alleen_coordinator(302),
        kwargs=lid("moeder_in_gezin"),
        data=lambda wereld: {"op": "vandaag", "hoe": "gebeld", "uitkomst": "geen gehoor"},
    ),
    "toestemming:intrekken": Rij(
        get=van_moeder_zelf(200),
        post=van_moeder_zelf(302),
        kwargs=lid("moeder_in_gezin"),
        data=lambda wereld: {"regels": str(wereld.geldig.pk)},
    ),
    "toestemming:nee": Rij(
        get=van_moeder_zelf(200),
        post=van_moeder_zelf(302),
        kwargs=lid("moeder_in_gezin"),
        data=lambda wereld: {
            "ontvanger": str(wereld.cast.behandelaar_in_gezin.pk),
            "over": "samen",
            "leefgebied": "alles",
        },
    ),
    "toestemming:gestopt": Rij(get={"coordinator": 200, "moeder": 200, **NIET_HIER}, kwargs=intrekking),
    "toestemming:besproken": Rij(
        get=alleen_coordinator(302),
        post=alleen_coordinator(302),
        kwargs=intrekking,
        data=lambda wereld: {"besproken_op": "vandaag", "uitkomst": "Oma belt voortaan eerst"},
    ),
    # A second professional of the plan, not the coordinator: she handed out the code.
    "toestemming:hoorde_bevestiging": Rij(
        get={**dict.fromkeys(DOEN_MEE, 403), **dict.fromkeys(HELPEN_MEE, 200), **NIET_HIER},
        post={**dict.fromkeys(DOEN_MEE, 403), **dict.fromkeys(HELPEN_MEE, 302), **NIET_HIER},
        kwargs=lambda wereld: {**gezin(wereld), "weg_id": wereld.weg.pk},
    ),
    "toestemming:aandeel": Rij(
        get=alleen_coordinator(200), post=alleen_coordinator(302), kwargs=lid("mentor_in_gezin")
    ),
}
