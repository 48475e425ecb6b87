"""What follows for grounds and consent from acts in the room below: who joins, stops, coordinates, is born or moves (T3)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from berichten.actions import Melding, meld_velen
from core import clock
from core.errors import RuleError
from gezinnen.models import Coordinatorschap, Deelnemer, Gezin, SoortDeelnemer
from gezinnen.selectie import coordinatoren
from instanties.models import Functie, Gebruiker, Instelling
from termijnen.actions import wissel_houder
from termijnen.models import Termijn
from toestemming.actions.grondslagen import begin_aandeel, begin_grondslagen, eindig_grondslagen
from toestemming.actions.herzien import eindig, herzie
from toestemming.actions.verjaardagen import plan_verjaardag
from toestemming.actions.vlagverzoeken import hef_op, vraag_wie_mag_weten, zet_terug
from toestemming.actions.weigering import vertel_die_nee_zeiden, volg_opvolger, wie_er_komt_werken
from toestemming.dekking import treft
from toestemming.models import (
    Beoordelaar,
    Deelkeuze,
    Grondslag,
    SoortGrondslag,
    Toestemming,
    Toestemmingstaat,
    Veiligheidsvlag,
    Vertegenwoordiging,
    Weigering,
)
from woorden.zinnen import zin

# The terms of this room that the coordinator keeps.
VAN_COORDINATOR = ("intrekking", "toestemming_loopt_af", "vlag_herzien", "vlag_bevestigen")
# But not about a flag of which she may not know, nor what is asked of somebody else.
_NIET_VAN_HAAR = Q(vlag_herzien__zonder_coordinator=True) | Q(vlag_bevestigen__isnull=False) & ~Q(
    vlag_bevestigen__aan=Beoordelaar.COORDINATOR
)


def bij_begin_deelname(
    sender: Any, *, deelnemer: Deelnemer, leefgebieden: Sequence[str], nu: datetime, door: Gebruiker | None, **rest: Any
) -> None:
    """Joining gives a ground: the own family, or being directly involved for what the share needs (T3).

    Raises RuleError (leefgebieden) for topics of who gives no help.
    """
    if deelnemer.soort == SoortDeelnemer.GEZINSLID:
        grondslag = Grondslag(
            gezin=deelnemer.gezin,
            gebruiker=deelnemer.gebruiker,
            deelnemer=deelnemer,
            soort_id=SoortGrondslag.EIGEN_GEZIN,
        )
        begin_grondslagen([grondslag], nu=nu, door=door)
        return
    # Consent that was given before there was an account.
    zonder = Grondslag.objects.filter(deelnemer=deelnemer, gebruiker__isnull=True, tot__isnull=True)
    zonder.update(gebruiker=deelnemer.gebruiker)
    begin_aandeel(deelnemer, leefgebieden, nu=nu, door=door)


def bij_verhuizen_deelname(sender: Any, *, deelnemer: Deelnemer, oud: Gebruiker, **rest: Any) -> None:
    """The same person by another account: his grounds are that account's, and open nothing for the one of before (T3, I9)."""
    Grondslag.objects.filter(deelnemer=deelnemer, gebruiker=oud, tot__isnull=True).update(gebruiker=deelnemer.gebruiker)


def bij_stoppen_deelname(sender: Any, *, deelnemer: Deelnemer, nu: datetime, door: Gebruiker, **rest: Any) -> None:
    """Who takes no part any more has no ground any more, from the same moment, and nothing is asked about him or her (T3, I9)."""
    regels = Toestemming.objects.open().filter(Q(ontvanger=deelnemer) | Q(over=deelnemer)).select_related("gezin")
    eindig(regels, Toestemmingstaat.VERLOPEN, nu=nu, door=door)
    gronden = Grondslag.objects.filter(gezin=deelnemer.gezin_id, tot__isnull=True)
    van_deelname = gronden.filter(deelnemer=deelnemer).exclude(soort=SoortGrondslag.COORDINATIE)
    for soort in set(van_deelname.values_list("soort", flat=True)):
        eindig_grondslagen(nu=nu, door=door, gezin=deelnemer.gezin, deelnemer=deelnemer, soort=soort)
    if deelnemer.overleden_op:
        eindig_bij_overlijden(deelnemer, nu=nu, door=door)
    if deelnemer.is_gezinslid:
        plan_verjaardag(deelnemer, nu=nu, door=door, reden=_("doet niet meer mee"))
    herzie([deelnemer.gezin_id], nu=nu, door=door)


def eindig_bij_overlijden(deelnemer: Deelnemer, *, nu: datetime, door: Gebruiker) -> None:
    """Nothing is kept from the dead any more, nobody decides in their place, and what they were shown ends (I9)."""
    vlaggen = Veiligheidsvlag.objects.filter(voor_wie=deelnemer, tot__isnull=True)
    for vlag in vlaggen.select_related("gezin", "termijn", "gezet_door"):
        hef_op(vlag, _("overleden"), nu=nu, door=door)
    Vertegenwoordiging.objects.filter(wie=deelnemer, tot__isnull=True).update(tot=nu)
    Deelkeuze.objects.filter(Q(van=deelnemer) | Q(voor=deelnemer), tot__isnull=True).update(tot=nu)


def bij_verhuizen(sender: Any, *, deelnemer: Deelnemer, nu: datetime, **rest: Any) -> None:
    """Nobody gets the address of somebody who is protected from them: not by living there on paper (X5, G16).

    Raises RuleError (field huishouden). Of a flag that the coordinator may not know nothing is said, for she would find it:
    the address stays closed to whom it concerns (`Blik.mag_adres`), and who may know is asked to look (S19).
    """
    daar = Deelnemer.objects.actief().filter(huishouden=deelnemer.huishouden_id).exclude(pk=deelnemer.pk)
    huisgenoten = dict(daar.values_list("pk", "naam"))
    stil = []
    for vlag in (
        Veiligheidsvlag.objects.geldend().filter(gezin=deelnemer.gezin_id).select_related("gezin", "gezet_door")
    ):
        ander = next((pk for pk in huisgenoten if vlag.voor_wie_id == deelnemer.pk and pk in vlag.over_wie), None) or (
            vlag.voor_wie_id if vlag.voor_wie_id in huisgenoten and deelnemer.pk in vlag.over_wie else None
        )
        if ander and vlag.zonder_coordinator:
            stil.append(vlag)
        elif ander:
            raise RuleError(
                _(
                    "Tussen %(een)s en %(ander)s is een bescherming vastgelegd. In één huishouden leest de een het adres van de ander. "
                    "Kies een ander huishouden, of hef eerst de bescherming op."
                )
                % {"een": deelnemer.naam, "ander": huisgenoten[ander]},
                "huishouden",
            )
    vraag_wie_mag_weten(stil, nu=nu)


def bij_herstel(sender: Any, *, deelnemer: Deelnemer, nu: datetime, door: Gebruiker, **rest: Any) -> None:
    """Who hasn't died is kept again from what a flag kept; somebody looks at it anew (S19)."""
    for vlag in Veiligheidsvlag.objects.filter(voor_wie=deelnemer, waarom_opgeheven=_("overleden")).select_related(
        "gezin"
    ):
        zet_terug(vlag, nu=nu, door=door)


def bij_wissel_coordinator(
    sender: Any,
    *,
    gezin: Gezin,
    oud: Coordinatorschap | None,
    nieuw: Coordinatorschap,
    nu: datetime,
    door: Gebruiker | None,
    **rest: Any,
) -> None:
    """Whoever coordinates sees the whole plan, and whoever did no longer does (T3, Z3)."""
    if oud is not None:
        eindig_grondslagen(nu=nu, door=door, gezin=gezin, gebruiker=oud.gebruiker, soort=SoortGrondslag.COORDINATIE)
    deelnemer = Deelnemer.objects.actief().filter(gezin=gezin, gebruiker=nieuw.gebruiker).first()
    grondslag = Grondslag(
        gezin=gezin,
        gebruiker=nieuw.gebruiker,
        deelnemer=deelnemer,
        soort_id=SoortGrondslag.COORDINATIE,
        alles=True,
    )
    begin_grondslagen([grondslag], nu=nu, door=door)
    # Who makes the plan sees all of it: whoever didn't want this person to, hears at once that it is so now (T8).
    staand = (
        Weigering.objects.staand().met_wie_er_werkt().filter(gezin=gezin).select_related("ontvanger", "wie__gebruiker")
    )
    tegen = [nee for nee in staand if deelnemer is not None and treft(nee, deelnemer)]
    vertel_die_nee_zeiden("nee_coordineert", tegen, feit=str(nieuw.pk), nu=nu)
    eigen = Termijn.objects.lopend().filter(gezin=gezin, soort__in=VAN_COORDINATOR).exclude(_NIET_VAN_HAAR)
    wissel_houder(list(eigen), nieuw.gebruiker, nu=nu, door=door, reden=zin(_("[ander(e) zorgcoördinator]")))


def bij_gezinslid_veranderd(
    sender: Any, *, deelnemer: Deelnemer, nu: datetime, door: Gebruiker | None, **rest: Any
) -> None:
    """Another birth date, household or gezag: other people may have to sign (T2)."""
    plan_verjaardag(deelnemer, nu=nu, door=door)
    herzie([deelnemer.gezin_id], nu=nu, door=door)


def bij_sluiten(
    sender: Any, *, instelling: Instelling | None, opvolger: Any, nu: datetime, door: Gebruiker | None, **rest: Any
) -> None:
    """Consent to an instelling as a whole ends with it: nobody said yes to another one; the coordinator asks anew (T1, T3).

    A 'no' to it goes on with its people, and so ends what it names there (T8).
    """
    if instelling is None:
        return
    van_hier = Toestemming.objects.open().filter(ontvanger_instelling=instelling).select_related("gezin", "gesprek")
    regels = list({*van_hier, *(volg_opvolger(instelling, opvolger, nu=nu) if opvolger else ())})
    if opvolger:
        komen = wie_er_komt_werken(opvolger, feit=str(instelling.pk), nu=nu)
        regels += [regel for regel in komen if regel not in regels]
    _eindig_en_vertel(regels, feit=str(instelling.pk), nu=nu, door=door)


def bij_functie_gegeven(
    sender: Any, *, functie: Functie, nu: datetime | None, door: Gebruiker | None, **rest: Any
) -> None:
    """Who comes to work for an instelling to which somebody said 'no', loses what was said yes to before that (T8)."""
    if functie.instelling is None:
        return
    nu, feit = nu or clock.now(), str(functie.pk)
    regels = wie_er_komt_werken(functie.instelling, feit=feit, nu=nu, wie=functie.gebruiker)
    _eindig_en_vertel(regels, feit=feit, nu=nu, door=door)


def _eindig_en_vertel(regels: Sequence[Toestemming], *, feit: str, nu: datetime, door: Gebruiker | None) -> None:
    """These lines are past; the coordinator of each family hears once per sheet that it is to be discussed anew."""
    eindig(regels, Toestemmingstaat.VERLOPEN, nu=nu, door=door)
    gesprekken = {regel.gesprek_id: regel.gezin_id for regel in regels}
    wie = coordinatoren(set(gesprekken.values()))
    meld_velen(
        [
            Melding(
                "toestemming_voorbij", wie[gezin_id].gebruiker, sleutel=f"voorbij:{pk}:{feit}", gezin=gezin_id,
                object_id=pk,
            )
            for pk, gezin_id in gesprekken.items()
            if gezin_id in wie
        ],
        nu,
        door=door,
    )  # fmt: skip
