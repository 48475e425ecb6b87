"""Who gets what at the door and in the beheer area: the beheerder only, and no family there."""

from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

from django.utils.timezone import localdate

from core import clock
from instanties.actions import (
    leg_vrije_dag_vast,
    meld_aan_beheer,
    sluit_instelling,
    vraag_functie,
    vraag_nieuwe_toegang,
)
from instanties.models import Gemeente, Instelling, Rol
from tests.afwezig import is_weg
from tests.routes.rijen import KWAM_TERUG, Rij

ALLEEN_BEHEER = {"beheerder": 200, "buitenstaander": 403}
BEHEER_POST = {"beheerder": 302, "buitenstaander": 403}


def wereld(cast):
    return SimpleNamespace(
        cast=cast,
        melding=meld_aan_beheer("Hier is niemand voor stap 2.", cast.nu, instelling=cast.kliniek),
        dag=leg_vrije_dag_vast(
            localdate(cast.nu).replace(year=cast.nu.year + 1), "Regiodag", vrij=True, door=None, nu=cast.nu
        ),
        functie=cast.mentor.functies.get(),
        gaat_weg=Gemeente.objects.create(
            naam="Zonderdam", actief=True, ambtenaar=cast.vervanger, vervanger=cast.ambtenaar
        ),
        stopt=Instelling.objects.create(naam="Stichting Leeg", soort="anders"),
        weg=is_weg(cast.mentor, over=3),
        sluiten=sluit_instelling(cast.kliniek, opvolger=cast.school, nu=clock.now(), door=cast.beheerder),
        toegang=vraag_nieuwe_toegang(cast.behandelaar, nu=clock.now(), door=cast.beheerder),
        verzoek=vraag_functie(cast.mentor, Rol.MANAGER, instelling=cast.school, nu=clock.now(), door=cast.beheerder),
    )


def _gebruiker(wereld):
    return {"gebruiker_id": wereld.cast.mentor.pk}


def _dienst(_wereld):
    return {"provider_id": "werk"}


def _beheer(**extra):
    return Rij(get=ALLEEN_BEHEER, rest=403, **extra)


def _beheer_post(**extra):
    return Rij(post=BEHEER_POST, rest=403, **extra)


def _afwezig(wereld, over):
    dag = clock.today() + timedelta(days=over)
    return {"van": f"{dag:%d-%m-%Y}", "tot_en_met": f"{dag:%d-%m-%Y}", "vervanger": ""}


# Mentor's own manager and bestuurder, and the beheerder.
VAN_MENTOR = {"manager_school": 200, "bestuurder_school": 200, "beheerder": 200, "buitenstaander": 404}
FAMILIE = ["moeder", "vader", "broer", "andere_moeder"]
GEEN_FAMILIE = {
    **dict.fromkeys(FAMILIE, 404),
    "buitenstaander": 200,
}
# Without an organisation there is nobody to stand in.
ZONDER_ORGANISATIE = ["beheerder", "privacy_officer", "superuser", "functie_voorbij"]
ZELF = {**GEEN_FAMILIE, **dict.fromkeys(ZONDER_ORGANISATIE, 404)}
ZELF_POST = {rol: 302 if status == 200 else status for rol, status in ZELF.items()}
ALLEEN_FAMILIE = {
    **dict.fromkeys(["moeder", "vader", "broer", "andere_moeder"], 200),
    "buitenstaander": 404,
}
ALLEEN_FAMILIE_POST = {rol: 302 if status == 200 else status for rol, status in ALLEEN_FAMILIE.items()}
ANDER_GEZIN = {rol: 303 if status == 200 else status for rol, status in ALLEEN_FAMILIE.items()}
RIJEN = {
    # Allauth's view with one step of ours: professionals without second step come here, families if they want.
    "mfa_activate_totp": Rij(get={"buitenstaander": 200}, rest=200),
    # The same for a passkey; of one's own only.
    "mfa_add_webauthn": Rij(get={"buitenstaander": 200}, rest=200),
    "mfa_remove_webauthn": Rij(get={"buitenstaander": 404}, rest=404, kwargs=lambda wereld: {"pk": 1}),
    # Nobody here has one: led to the password.
    "mfa_reauthenticate_webauthn": Rij(get={"buitenstaander": 302, "superuser": 403}, rest=302),
    # Where one is logged in oneself.
    "usersessions_list": Rij(get={"buitenstaander": 200}, post={"buitenstaander": 302}, rest=200, rest_post=302),
    # Asked once, then out.
    "account_logout": Rij(get={"buitenstaander": 200}, post={"buitenstaander": 302}, rest=200, rest_post=302),
    # How long one's own session still lasts, and to make it longer.
    "sessie_stand": Rij(get={"buitenstaander": 200}, rest=200, anoniem=200),
    "sessie_blijf": Rij(post={"buitenstaander": 302}, rest=302),
    # What waits after a detour: of one's own only, and here nothing waits.
    "verder": Rij(get={"buitenstaander": 302}, rest=302),
    # Whether this device is one's own, and leaving in a hurry, for whoever is there.
    "apparaat": Rij(get={"buitenstaander": 200}, post={"buitenstaander": 303}, rest=200, rest_post=303),
    "verlaat": Rij(
        get={"buitenstaander": 302},
        post={"buitenstaander": 200},
        rest=302,
        rest_post=200,
        anoniem_post=200,
        anoniem_naar=lambda _wereld: "/",
    ),
    # An address that allauth wants to know, and that isn't offered.
    "account_set_password": Rij(get={"buitenstaander": 404}, anoniem=404),
    # There is no provider here: nobody goes anywhere, and nothing waits to be linked.
    "openid_connect_login": Rij(get={"buitenstaander": 404}, anoniem=404, kwargs=_dienst),
    "openid_connect_callback": Rij(get={"buitenstaander": 404}, anoniem=404, kwargs=_dienst),
    "inlogdienst_uitgelogd": Rij(get={"buitenstaander": 404}, anoniem=404, kwargs=_dienst),
    "inlogdienst_ook_daar": Rij(get={"buitenstaander": 404}, anoniem=404, kwargs=_dienst),
    "inlogdienst_koppelen": Rij(get={"buitenstaander": 302}, post={"buitenstaander": 302}, rest=302, rest_post=302),
    # Asked again first, and all have just shown who they are.
    "inlogdienst_ontkoppelen": Rij(
        get={"buitenstaander": 302}, post={"buitenstaander": 404}, rest=302, rest_post=404, kwargs=_dienst
    ),
    # Everyone may try a code; who is logged in is told so.
    "instanties:welkom": Rij(get={"buitenstaander": 200}, rest=200, anoniem=200),
    # Nothing without a code in this session: back to where it is asked.
    "instanties:welkom_wachtwoord": Rij(get={"buitenstaander": 303}, rest=303, anoniem=303),
    # Family and network only; nothing without a code in this session, as above.
    "instanties:ander_gezin": Rij(get=ANDER_GEZIN, post=ANDER_GEZIN),
    # The ways into one's own account; nothing to confirm here.
    "instanties:toegang": Rij(get={"buitenstaander": 200}, rest=200),
    "instanties:toegang_klopt": Rij(post={"buitenstaander": 302}, rest=302),
    # Mail and phone of one's own: of family and network.
    "instanties:eigen_gegevens": Rij(get=ALLEEN_FAMILIE, post=ALLEEN_FAMILIE_POST),
    # Everyone who logs in for work; whose absence one records, is the leiding's and the beheerder's.
    "instanties:afwezigheid": Rij(get=GEEN_FAMILIE, rest=200),
    "instanties:afwezigheid_vastleggen": Rij(
        get=ZELF, post=ZELF_POST, rest=200, rest_post=302, data=lambda wereld: _afwezig(wereld, 20)
    ),
    "instanties:afwezigheid_van": Rij(
        get={**VAN_MENTOR, "mentor": 200},
        post={**dict.fromkeys(VAN_MENTOR, 302), "buitenstaander": 404, "mentor": 302},
        kwargs=_gebruiker,
        data=lambda wereld: _afwezig(wereld, 40),
    ),
    "instanties:afwezigheid_wijzigen": Rij(
        get={**VAN_MENTOR, "mentor": 200},
        post={**dict.fromkeys(VAN_MENTOR, 302), "buitenstaander": 404, "mentor": 302},
        kwargs=lambda wereld: {"vervanging_id": wereld.weg.pk},
        data=lambda wereld: {"tot_en_met": f"{wereld.weg.tot_en_met:%d-%m-%Y}"},
    ),
    "instanties:afwezigheid_intrekken": Rij(
        get={**VAN_MENTOR, "mentor": 200},
        post={**dict.fromkeys(VAN_MENTOR, 302), "buitenstaander": 404, "mentor": 302},
        kwargs=lambda wereld: {"vervanging_id": wereld.weg.pk},
    ),
    "instanties:rollen": Rij(get=GEEN_FAMILIE, rest=200),
    # Nothing that waits for this person was chosen: the form comes back.
    "instanties:rollen_beantwoorden": Rij(
        get={**dict.fromkeys(FAMILIE, 404), "buitenstaander": 302},
        post={**dict.fromkeys(FAMILIE, 404), "buitenstaander": KWAM_TERUG},
        rest=302,
        rest_post=KWAM_TERUG,
        data=lambda wereld: {"antwoord": "ja"},
    ),
    # One leads the instelling where it would go on; the others aren't asked.
    "instanties:sluiten_beantwoorden": Rij(
        get={"bestuurder_school": 302, "buitenstaander": 404},
        post={"bestuurder_school": 302, "buitenstaander": 404},
        rest=404,
        kwargs=lambda wereld: {"verzoek_id": wereld.sluiten.pk},
        data=lambda wereld: {"antwoord": "nee"},
    ),
    # Nobody leads that instelling, so the other beheerder is asked, who isn't among these.
    "instanties:toegang_beantwoorden": Rij(
        get={"beheerder": 404, "buitenstaander": 404},
        post={"beheerder": 404, "buitenstaander": 404},
        rest=404,
        kwargs=lambda wereld: {"verzoek_id": wereld.toegang.pk},
        data=lambda wereld: {"antwoord": "nee"},
    ),
    # By who asked, and a beheerder.
    "instanties:rol_intrekken": Rij(
        get={"beheerder": 302, "buitenstaander": 404},
        post={"beheerder": 302, "buitenstaander": 404},
        rest=404,
        kwargs=lambda wereld: {"verzoek_id": wereld.verzoek.pk},
    ),
    "instanties:beheer": _beheer(),
    "instanties:melding_afhandelen": _beheer_post(kwargs=lambda wereld: {"melding_id": wereld.melding.pk}),
    "instanties:regio": Rij(get=ALLEEN_BEHEER, post={"beheerder": KWAM_TERUG, "buitenstaander": 403}, rest=403),
    "instanties:vrije_dag_toevoegen": Rij(
        get=BEHEER_POST,
        post=BEHEER_POST,
        rest=403,
        data=lambda wereld: {"datum": "over 2 jaar", "naam": "Sluitingsdag", "vrij": "ja"},
    ),
    "instanties:vrije_dag_weghalen": _beheer_post(kwargs=lambda wereld: {"dag_id": wereld.dag.pk}),
    # What the words mean is for everybody who is logged in.
    "instanties:begrippenlijst": Rij(get={"buitenstaander": 200}, rest=200),
    "instanties:woorden": _beheer(),
    "instanties:woord": Rij(
        get=ALLEEN_BEHEER,
        post={"beheerder": KWAM_TERUG, "buitenstaander": 403},
        rest=403,
        kwargs=lambda wereld: {"sleutel": "gezinsplan"},
    ),
    "instanties:woord_terug": _beheer_post(kwargs=lambda wereld: {"sleutel": "gezinsplan"}),
    "instanties:gemeenten": _beheer(),
    "instanties:gemeente_toevoegen": Rij(
        get=ALLEEN_BEHEER, post=BEHEER_POST, rest=403, data=lambda wereld: {"naam": "Oosterwold"}
    ),
    "instanties:gemeente": Rij(
        get=ALLEEN_BEHEER,
        post=BEHEER_POST,
        rest=403,
        kwargs=lambda wereld: {"gemeente_id": wereld.cast.gemeente.pk},
        data=lambda wereld: {
            "naam": "Plassendam",
            "ambtenaar": wereld.cast.ambtenaar.naam,
            "vervanger": wereld.cast.vervanger.naam,
            "bestuur": wereld.cast.gemeente.bestuur.naam,
        },
    ),
    "instanties:gemeente_sluiten": Rij(
        get=ALLEEN_BEHEER,
        post=BEHEER_POST,
        rest=403,
        kwargs=lambda wereld: {"gemeente_id": wereld.gaat_weg.pk},
        data=lambda wereld: {"hoe": "nergens"},
    ),
    "instanties:instelling_sluiten": Rij(
        get=ALLEEN_BEHEER,
        post=BEHEER_POST,
        rest=403,
        kwargs=lambda wereld: {"instelling_id": wereld.stopt.pk},
        data=lambda wereld: {"hoe": "nergens"},
    ),
    "instanties:instellingen": _beheer(),
    "instanties:instellingen_zoeken": _beheer(query=lambda wereld: {"q": "de"}),
    "instanties:instelling_toevoegen": Rij(
        get=ALLEEN_BEHEER, post=BEHEER_POST, rest=403, data=lambda wereld: {"naam": "De Sluis", "soort": "ggz"}
    ),
    "instanties:instelling": Rij(
        get=ALLEEN_BEHEER,
        post=BEHEER_POST,
        rest=403,
        kwargs=lambda wereld: {"instelling_id": wereld.cast.kliniek.pk},
        data=lambda wereld: {"naam": "Kliniek", "soort": "verslavingszorg"},
    ),
    "instanties:mensen": _beheer(),
    "instanties:mensen_zoeken": _beheer(query=lambda wereld: {"q": "ba"}),
    "instanties:persoon_toevoegen": Rij(
        get=ALLEEN_BEHEER, post=BEHEER_POST, rest=403, data=lambda wereld: {"naam": "V. Nieuw"}
    ),
    "instanties:persoon": _beheer(kwargs=_gebruiker),
    "instanties:persoon_wijzigen": Rij(
        get=ALLEEN_BEHEER, post=BEHEER_POST, rest=403, kwargs=_gebruiker, data=lambda wereld: {"naam": "J. Willems"}
    ),
    "instanties:functie_geven": Rij(
        get=ALLEEN_BEHEER,
        post=BEHEER_POST,
        rest=403,
        kwargs=_gebruiker,
        data=lambda wereld: {"rol": "aandachtsfunctionaris", "instelling": "Basisschool De Wilgentak"},
    ),
    "instanties:persoon_uitnodigen": Rij(
        get={"beheerder": 302, "buitenstaander": 403},
        post={"beheerder": KWAM_TERUG, "buitenstaander": 403},
        rest=403,
        kwargs=_gebruiker,
        data=lambda wereld: {"wijze": "brief"},
    ),
    "instanties:persoon_opnieuw": Rij(get=ALLEEN_BEHEER, post=BEHEER_POST, rest=403, kwargs=_gebruiker),
    # Of a way that somebody else made long ago; there is none here.
    "instanties:weg_gehoord": Rij(
        get={"beheerder": 404, "buitenstaander": 403},
        post={"beheerder": 404, "buitenstaander": 403},
        rest=403,
        kwargs=lambda _wereld: {"weg_id": uuid4()},
    ),
    "instanties:toegang_beeindigen": Rij(get=ALLEEN_BEHEER, post=BEHEER_POST, rest=403, kwargs=_gebruiker),
    "instanties:toegang_terug": _beheer_post(kwargs=_gebruiker),
    "instanties:functie_beeindigen": Rij(
        get=ALLEEN_BEHEER,
        post=BEHEER_POST,
        rest=403,
        kwargs=lambda wereld: {"functie_id": wereld.functie.pk},
    ),
}
