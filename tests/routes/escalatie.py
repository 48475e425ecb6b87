"""Who gets what at the addresses of a stagnatie: its people their share, everybody else nothing (T3, E10, E13)."""

from datetime import timedelta
from types import SimpleNamespace

from django.utils.timezone import localdate

from escalatie import actions
from escalatie.actions import NieuweActie
from escalatie.actions.tussenvragen import BEVESTIGEN, stel
from escalatie.models import (
    Modelniveau,
    Modelspoor,
    Oorzaak,
    SoortTussenvraag,
    SoortVraag,
    Spoorbegin,
    Tussenvraag,
    Vraag,
)
from gezinsplan import actions as plan
from instanties.models import Leefgebied
from termijnen.kalender import einde_van_dag
from tests.routes.instanties import ALLEEN_BEHEER
from tests.routes.rijen import KWAM_TERUG, Rij
from toestemming.actions import zet_vlag
from toestemming.models import Veiligheidsvlag

# It is about Sanne and opvoeding: her brother doesn't see it; the mentor has a share in it; the clinic hasn't.
FAMILIE = ("moeder", "vader")
COLLEGAS = ("collega", "mentor")
HOUDERS = ("coordinator", "manager", "ambtenaar")
LEIDING = ("manager", "bestuurder", "manager_school", "bestuurder_school")
# In a fixed order: who is asked in turn is then the same in every run.
ZIEN = tuple(dict.fromkeys((*FAMILIE, *COLLEGAS, *HOUDERS, *LEIDING, "vervanger")))
DOEN_MEE = ("coordinator", "collega", "behandelaar", "mentor", "moeder", "vader", "broer")


def wereld(cast):
    """A stagnatie that reached the gemeente: an action, a question, a decision, and an escalatiebericht to be read."""
    nu = cast.nu
    doel = plan.voeg_doel_toe(
        cast.gezin,
        plan.DoelGegevens(
            "Sanne woont thuis bij moeder", leefgebieden=[Leefgebied.OPVOEDING], over_wie=[cast.sanne.pk]
        ),
        nu=nu,
        door=cast.coordinator,
    )
    stagnatie = actions.meld_stagnatie(
        cast.gezin,
        door=cast.coordinator,
        nu=nu,
        oorzaak=Oorzaak.WACHTLIJST,
        toelichting="Er gebeurt niets",
        doel=doel,
        partij=cast.mentor_in_gezin,
    )

    def stap():
        return stagnatie.stappen.select_related("modelstap").get(staat="open")

    actions.schrijf_bericht(
        stagnatie,
        afgesproken="Er wordt gebeld",
        ontbreekt="Er belt niemand",
        gevraagd="Bel",
        door=cast.coordinator,
        nu=nu,
    )
    actions.roep_eerder_hulp_in(stap(), door=cast.coordinator, nu=nu, toelichting="Het duurt te lang")
    actions.buiten_macht(stap(), door=cast.manager, nu=nu, toelichting="Wij gaan er niet over")
    (actie,) = actions.leg_acties_vast(
        stap(),
        [NieuweActie("Iemand aanwijzen", "Er wordt gebeld", einde_van_dag(localdate(nu)), instelling=cast.school)],
        door=cast.ambtenaar,
        nu=nu,
    )
    besluit = actions.besluit(
        stap(),
        niveau=Modelniveau.objects.filter(modelstap__model__actief=True).first(),
        tekst="De school belt",
        grond="Het convenant",
        instellingen=[cast.school],
        door=cast.ambtenaar,
        nu=nu,
    )
    spoor, _nieuw = Modelspoor.objects.get_or_create(
        model=stagnatie.model, nummer=9, naam="Samen om tafel", begin=Spoorbegin.GEKOZEN
    )
    return SimpleNamespace(
        cast=cast,
        stagnatie=stagnatie,
        spoor=spoor,
        stap=stap(),
        actie=actie,
        bevestiging=besluit.bevestigingen.get(),
        vraag=Vraag.objects.get(stagnatie=stagnatie, soort=SoortVraag.AANDEEL),
    )


def wereld_opgelost(wereld):
    """The same, said to be solved."""
    cast = wereld.cast
    return actions.meld_opgelost(wereld.stagnatie, door=cast.coordinator, nu=cast.nu)


def kwargs(**extra):
    """The stagnatie, and what belongs to it: the name in the address → the name in the world."""

    def geef(wereld):
        return {"stagnatie_id": wereld.stagnatie.pk} | {
            naam: getattr(wereld, welke).pk for naam, welke in extra.items()
        }

    return geef


def wie(mag, status, **anders):
    """These get `status`; who sees the stagnatie but may not do this gets 403; the rest 404."""
    return {**dict.fromkeys(ZIEN, 403), **dict.fromkeys(mag, status), "buitenstaander": 404, **anders}


def daad(mag, *, gelukt=KWAM_TERUG, anders=None, **extra):
    """An act, sent empty: who may do it goes to what is missing (303), or it is done (302). Opening it leads to the page."""
    anders = anders or {}
    return Rij(get=wie(mag, 302, **anders), post=wie(mag, gelukt, **anders), kwargs=kwargs(**extra))


def oplossing(wereld):
    """The address of an answer of the family; made here, for nothing else can be done while it waits."""
    return {"stagnatie_id": wereld.stagnatie.pk, "oplossing_id": _gemeld(wereld).pk}


def _gemeld(wereld):
    if not hasattr(wereld, "oplossing"):
        wereld.oplossing = wereld_opgelost(wereld)
    return wereld.oplossing


def _wacht_op_privacy_officer(wereld):
    """The message, of which father may not know: made here, for it takes from him what other rows give."""
    if not Veiligheidsvlag.objects.filter(gezin=wereld.cast.gezin).exists():
        cast, herzien = wereld.cast, localdate(wereld.cast.nu) + timedelta(days=30)
        zet_vlag(
            cast.vader_in_gezin, [cast.sanne.pk], "Mark zoekt Sanne op", herzien, nu=cast.nu, door=cast.behandelaar
        )
    return wereld.stagnatie.escalatiebericht.pk


def _bezwaar(wereld):
    """An objection of the mother, on which another than the official who keeps the last step decides."""
    bezwaar = Tussenvraag.objects.filter(stagnatie=wereld.stagnatie, soort=SoortTussenvraag.TE_LANG).first()
    return bezwaar or actions.maak_bezwaar(
        wereld.stap, door=wereld.cast.moeder, nu=wereld.cast.nu, tekst="Sanne wacht te lang"
    )


def _zegt_gedaan(wereld):
    """The school says that it was done: the family and the coordinator confirm."""
    over = {"stap": wereld.stap, "over": wereld.actie, "nu": wereld.cast.nu}
    gevraagd = Tussenvraag.objects.filter(stagnatie=wereld.stagnatie, soort=SoortTussenvraag.WAS_GEDAAN).first()
    return gevraagd or stel(
        SoortTussenvraag.WAS_GEDAAN, aan=[wereld.cast.moeder], duur=BEVESTIGEN, door=wereld.cast.manager_school, **over
    )


def tussenvraag(maak):
    return lambda wereld: {"stagnatie_id": wereld.stagnatie.pk, "vraag_id": maak(wereld).pk}


STAP = {"stap_id": "stap"}
SPOOR = {**STAP, "spoor_id": "spoor"}
# Standing in is for the step that is open: who kept one before reads whose turn it is now, whoever stands in for her doesn't.
HIELD = {"waarnemer": 403}
ACTIE = {"actie_id": "actie"}
# What the gemeente asks of the school, the other instelling doesn't see, nor the mentor.
ZIEN_ACTIE = (*FAMILIE, "collega", "coordinator", "manager_school", "bestuurder_school", "ambtenaar")
ZIEN_ACTIE_NIET = dict.fromkeys(["mentor", "manager", "bestuurder"], 404)
# What the family said by phone or on paper: who keeps the step, the other official, and who sees it in the plan (S1).
SCHRIJFT_OP = ("coordinator", "collega", "ambtenaar")
MET_EIGEN = ("coordinator", *LEIDING, "ambtenaar")

RIJEN = {
    "escalatie:ladder": Rij(get={"beheerder": 200, "buitenstaander": 403}, rest=403),
    "escalatie:laddertermijnen": Rij(
        get=ALLEEN_BEHEER, post={"beheerder": KWAM_TERUG, "buitenstaander": 403}, rest=403
    ),
    "escalatie:stagnaties": Rij(get={"buitenstaander": 200}, rest=200),
    "escalatie:melden": Rij(
        get={**dict.fromkeys(DOEN_MEE, 200), "buitenstaander": 404},
        post={**dict.fromkeys(DOEN_MEE, KWAM_TERUG), "buitenstaander": 404},
        kwargs=lambda wereld: {"gezin_id": wereld.cast.gezin.pk},
    ),
    "escalatie:stagnatie": Rij(get={**dict.fromkeys(ZIEN, 200), "buitenstaander": 404}, kwargs=kwargs()),
    "escalatie:acties_vastleggen": daad(HOUDERS, anders=HIELD, **STAP),
    "escalatie:eerder_hulp": daad(("coordinator",), **STAP),
    "escalatie:ander_spoor": daad(HOUDERS, anders=HIELD, **SPOOR),
    "escalatie:gesprek": daad(HOUDERS, anders=HIELD, **STAP),
    "escalatie:buiten_macht": daad(HOUDERS, anders=HIELD, **STAP),
    "escalatie:hoger_niveau": daad(HOUDERS, anders=HIELD, **STAP),
    "escalatie:termijn": daad(HOUDERS, anders=HIELD, **STAP),
    "escalatie:koppel_terug": daad((*MET_EIGEN, *FAMILIE), **STAP),
    "escalatie:besluit": daad(HOUDERS, anders=HIELD, **STAP),
    "escalatie:uitgevoerd": daad(ZIEN_ACTIE, anders=ZIEN_ACTIE_NIET, **ACTIE),
    "escalatie:terugnemen": daad(ZIEN_ACTIE, anders=ZIEN_ACTIE_NIET, **ACTIE),
    "escalatie:actietermijn": daad(("coordinator", "ambtenaar"), anders={"manager": 404, **HIELD}, **ACTIE),
    "escalatie:niet_gedaan": daad(ZIEN_ACTIE, anders=ZIEN_ACTIE_NIET, **ACTIE),
    # Who isn't the doer says how it was heard; who isn't asked nor may write it down, that it is another's.
    "escalatie:actie_ja": daad(ZIEN_ACTIE, anders=ZIEN_ACTIE_NIET, **ACTIE),
    "escalatie:actie_kan_niet": daad(ZIEN_ACTIE, anders=ZIEN_ACTIE_NIET, **ACTIE),
    "escalatie:te_lang": daad(("coordinator", *FAMILIE, *COLLEGAS), **STAP),
    # Who keeps the level above decides, the wethouder here, who isn't one of these roles: test_lengthening_a_term.
    "escalatie:bezwaar": Rij(get=wie((), 302), post=wie((), KWAM_TERUG), kwargs=tussenvraag(_bezwaar)),
    "escalatie:gedaan_klopt": Rij(
        get=wie(("coordinator", *FAMILIE), 302),
        post=wie(("coordinator", *FAMILIE), 302),
        kwargs=tussenvraag(_zegt_gedaan),
    ),
    "escalatie:gedaan_klopt_niet": Rij(
        get=wie(("coordinator", *FAMILIE), 302),
        post=wie(("coordinator", *FAMILIE), 302),
        kwargs=tussenvraag(_zegt_gedaan),
    ),
    "escalatie:aanspreken": daad((*COLLEGAS, *MET_EIGEN)),
    "escalatie:advies": daad((*COLLEGAS, *MET_EIGEN)),
    # Who is asked something else here answers, and not this.
    "escalatie:antwoord": daad(
        ("manager_school",), anders={"manager": 404, "bestuurder_school": 404}, vraag_id="vraag"
    ),
    "escalatie:bericht": daad(("coordinator",)),
    "escalatie:samen_gelezen": daad(("coordinator",)),
    "escalatie:gelezen": daad(FAMILIE),
    "escalatie:in_plaats": Rij(
        get={"privacy_officer": 200, "buitenstaander": 404},
        post={"privacy_officer": KWAM_TERUG, "buitenstaander": 404},
        kwargs=lambda wereld: {"bericht_id": _wacht_op_privacy_officer(wereld)},
    ),
    # Whoever leads the instelling answers for it.
    "escalatie:bevestig": daad(
        ("manager_school", "bestuurder_school"), gelukt=302, anders={"manager": 404}, bevestiging_id="bevestiging"
    ),
    "escalatie:kan_niet": daad(
        ("manager_school", "bestuurder_school"), anders={"manager": 404}, bevestiging_id="bevestiging"
    ),
    "escalatie:opgelost": daad(("coordinator",), gelukt=302),
    "escalatie:opgelost_ja": Rij(
        get=wie((*FAMILIE, *SCHRIJFT_OP), 302),
        post=wie(FAMILIE, 302, **dict.fromkeys(SCHRIJFT_OP, KWAM_TERUG)),
        kwargs=oplossing,
    ),
    "escalatie:opgelost_nee": Rij(
        get=wie((*FAMILIE, *SCHRIJFT_OP), 302), post=wie((*FAMILIE, *SCHRIJFT_OP), KWAM_TERUG), kwargs=oplossing
    ),
}
