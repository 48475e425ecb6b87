"""The region, its gemeenten, instellingen and services: data that the beheerder keeps (I1, E5, E7)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, memo
from core.errors import RuleError
from instanties import selectie
from instanties.actions.bewaren import bewaar_gecontroleerd
from instanties.actions.opening import stand, vertel_opening
from instanties.afspraken_van_regio import in_woorden
from instanties.models import Functie, Gebruiker, Gemeente, Instelling, Regio, Regiowijziging, Rol, VrijeDag
from instanties.signalen import beslisser_genoemd
from logboek.actions import schrijf
from logboek.models import Handeling

# Whom a gemeente names: each has the role there.
GENOEMD = ("ambtenaar", "vervanger", "bestuur")


def _noteer(rij: Any, nieuw: bool, velden: dict[str, Any], door: Gebruiker | None) -> None:
    schrijf(
        Handeling.AANMAKEN if nieuw else Handeling.WIJZIGEN,
        gebruiker=door,
        object_soort=rij._meta.model_name,
        object_id=rij.pk if not isinstance(rij.pk, int) else None,
        object_naam=str(rij)[:200],
        getoond={"velden": sorted(velden)},
    )


@transaction.atomic
def leg_regio_vast(*, door: Gebruiker | None, nu: datetime, **velden: Any) -> Regio:
    """Change the region's name, terms, days and what it says of kinds of instelling, and keep what they were. Terms that
    run keep their moment (E7, E12).

    Of a kind that gives no help any more, no instelling does; of one whose name says too much, each name is kept at once, so
    that it is hidden in every list or in none (T3, X5). Raises RuleError at the field.
    """
    regio = Regio.objects.select_for_update().get(pk=1)
    was, was_bovenlokaal, open_was = in_woorden(regio), regio.bovenlokaal_id, stand(regio)
    for veld, waarde in velden.items():
        setattr(regio, veld, waarde)
    dagen = regio.herinnering_dagen
    if len(set(dagen)) != len(dagen) or any(dag < 1 or dag > 365 for dag in dagen):
        raise RuleError(_("Noem elk aantal dagen één keer, tussen 1 en 365."), field="herinnering_dagen")
    ander = regio.bovenlokaal_id != was_bovenlokaal
    if ander:
        _eis_ambtenaar(regio.bovenlokaal, "bovenlokaal")
    bewaar_gecontroleerd(regio)
    if ander:
        beslisser_genoemd.send(Regio, gemeente=None, was={"bovenlokaal": was_bovenlokaal}, nu=nu, door=door)
    schrijf_regiowijzigingen(was, in_woorden(regio), nu=nu, door=door)
    _noteer(regio, False, velden, door)
    _volg_soorten(regio, door)
    vertel_opening(regio, open_was, nu=nu, door=door)
    return regio


def _volg_soorten(regio: Regio, door: Gebruiker | None) -> None:
    for rij in Instelling.objects.filter(biedt_hulp=True).exclude(soort__in=regio.hulpsoorten).select_for_update():
        rij.biedt_hulp = False
        rij.save(update_fields=["biedt_hulp"])
        _noteer(rij, False, {"biedt_hulp": False}, door)
    for rij in Instelling.objects.filter(naam_gevoelig=False, soort__in=regio.gevoelige_soorten).select_for_update():
        rij.naam_gevoelig, rij.naam_voor_anderen = True, rij.naam_voor_anderen or _("een instelling")
        rij.save(update_fields=["naam_gevoelig", "naam_voor_anderen"])
        _noteer(rij, False, {"naam_gevoelig": True}, door)


def schrijf_regiowijzigingen(
    was: Mapping[str, str], wordt: Mapping[str, str], *, nu: datetime, door: Gebruiker | None
) -> None:
    """Keep for each thing that the region agreed otherwise what it was, what it is, and by whom."""
    Regiowijziging.objects.bulk_create(
        Regiowijziging(op=nu, door=door, wat=wat[:500], van=was.get(wat, "")[:500], naar=wordt.get(wat, "")[:500])
        for wat in dict.fromkeys([*was, *wordt])
        if was.get(wat, "") != wordt.get(wat, "")
    )


@transaction.atomic
def leg_vrije_dag_vast(datum: date, naam: str, *, vrij: bool, door: Gebruiker | None, nu: datetime) -> VrijeDag:
    """Count a day as free, or as a working day though it is a holiday (E7). Raises RuleError for a day named before."""
    if VrijeDag.objects.filter(datum=datum).exists():
        raise RuleError(_("Deze dag staat al in de lijst."), field="datum")
    dag = VrijeDag(datum=datum, naam=naam, vrij=vrij)
    bewaar_gecontroleerd(dag)
    schrijf_regiowijzigingen({}, {str(dag): _dagsoort(dag)}, nu=nu, door=door)
    _noteer(dag, True, {"datum": datum}, door)
    return dag


@transaction.atomic
def verwijder_vrije_dag(dag: VrijeDag, *, door: Gebruiker | None, nu: datetime) -> None:
    """Forget a day. Terms that run keep their moment."""
    schrijf_regiowijzigingen({str(dag): _dagsoort(dag)}, {}, nu=nu, door=door)
    schrijf(Handeling.VERWIJDEREN, gebruiker=door, object_soort="vrijedag", object_naam=str(dag))
    dag.delete()


def _dagsoort(dag: VrijeDag) -> str:
    return _("vrije dag") if dag.vrij else _("gewone werkdag")


@transaction.atomic
def leg_gemeente_vast(
    gemeente: Gemeente | None = None, *, door: Gebruiker | None, nu: datetime | None = None, **velden: Any
) -> Gemeente:
    """Make or change a gemeente; active only with an official, a substitute and who is above them, who can log in (E5, E6).

    What lies with somebody who is named no longer, goes to who is (`nu` None: on the server, before anything runs). Naming
    somebody gives no role: who is named is gemeenteambtenaar there by the yes of a second person (I8). By a
    person it is made active only where there are two beheerders. Raises RuleError at the field.
    """
    nieuw = gemeente is None
    rij = Gemeente() if gemeente is None else Gemeente.objects.select_for_update().get(pk=gemeente.pk)
    was = (rij.actief, rij.ambtenaar_id, rij.vervanger_id, rij.bestuur_id)
    _eis_niet_gesloten_zo(rij, nieuw, velden)
    for veld, waarde in velden.items():
        setattr(rij, veld, waarde)
    _controleer_ambtenaren(rij)
    if rij.actief and rij.bestuur is None and (not was[0] or was[3]):
        raise RuleError(
            _("Noem eerst de wethouder of burgemeester. Zonder die komt een besluit nooit boven de ambtenaar uit."),
            field="bestuur",
        )
    if rij.actief and not was[0] and door is not None and not selectie.genoeg_beheerders():
        raise RuleError(
            _("De regio kan pas beginnen met twee functioneel beheerders die kunnen inloggen."), field="actief"
        )
    _eis_rol(rij, was[1:])
    bewaar_gecontroleerd(rij)
    memo.forget()
    _noteer(rij, nieuw, velden, door)
    ander = {veld: wie for veld, wie in zip(GENOEMD, was[1:], strict=True) if wie != getattr(rij, f"{veld}_id")}
    if ander and not nieuw and nu is not None:
        beslisser_genoemd.send(Gemeente, gemeente=rij, was=ander, nu=nu, door=door)
    return rij


def _eis_niet_gesloten_zo(rij: Gemeente | Instelling, nieuw: bool, velden: dict[str, Any]) -> None:
    """Raise RuleError where saving would let it stop: that is an act of its own, which says what stays behind (I9)."""
    if not nieuw and rij.actief and velden.get("actief") is False:
        raise RuleError(
            _("Laat dit apart stoppen. Dan ziet u eerst wat er achterblijft, en waar dat heen gaat."), "actief"
        )


def _controleer_ambtenaren(gemeente: Gemeente) -> None:
    if gemeente.actief and gemeente.ambtenaar is None:
        raise RuleError(
            _("Noem eerst de ambtenaar. Zonder ambtenaar kan een vastgelopen plan nergens heen."), field="ambtenaar"
        )
    if gemeente.actief and gemeente.vervanger is None:
        raise RuleError(_("Noem eerst een vervanger, voor als de ambtenaar er niet is."), field="vervanger")
    if gemeente.ambtenaar is not None and gemeente.ambtenaar == gemeente.vervanger:
        raise RuleError(_("De vervanger is iemand anders dan de ambtenaar."), field="vervanger")
    if gemeente.bestuur is not None and gemeente.bestuur in (gemeente.ambtenaar, gemeente.vervanger):
        raise RuleError(_("Elk niveau heeft een eigen beslisser. Kies iemand anders dan de ambtenaren."), "bestuur")
    for veld in GENOEMD:
        iemand = getattr(gemeente, veld)
        if gemeente.actief and iemand is not None and not iemand.is_active:
            raise RuleError(_("%(naam)s kan niet inloggen. Kies iemand anders.") % {"naam": iemand}, field=veld)


def _eis_rol(gemeente: Gemeente, was: tuple[Any, ...]) -> None:
    """Raise RuleError for who is named anew without being gemeenteambtenaar there."""
    for veld in GENOEMD:
        iemand = getattr(gemeente, veld)
        if iemand is not None and iemand.pk not in was:
            _eis_ambtenaar(iemand, veld, gemeente)


def _eis_ambtenaar(iemand: Gebruiker | None, veld: str, gemeente: Gemeente | None = None) -> None:
    """Raise RuleError for who isn't gemeenteambtenaar there (without a gemeente: anywhere in the region)."""
    daar = Functie.objects.geldig().filter(rol=Rol.GEMEENTEAMBTENAAR, gebruiker=iemand)
    if gemeente is not None:
        daar = daar.filter(gemeente=gemeente)
    if iemand is not None and not daar.exists():
        raise RuleError(
            _(
                "%(naam)s is hier nog geen gemeenteambtenaar. Geef die rol eerst, bij Mensen en rollen: "
                "een tweede persoon zegt er ja op."
            )
            % {"naam": iemand},
            field=veld,
        )


@transaction.atomic
def leg_instelling_vast(
    instelling: Instelling | None = None, *, door: Gebruiker | None, nu: datetime | None = None, **velden: Any
) -> Instelling:
    """Make or change an instelling or a gemeente's own service in the sociale kaart (I1, I2). Raises RuleError.

    What opens by it, the privacy officer hears the same day (I8).
    """
    nieuw = instelling is None
    rij = Instelling() if instelling is None else Instelling.objects.select_for_update().get(pk=instelling.pk)
    _eis_niet_gesloten_zo(rij, nieuw, velden)
    was = stand(rij)
    for veld, waarde in velden.items():
        setattr(rij, veld, waarde)
    if velden.keys() & {"soort", "biedt_hulp", "naam_gevoelig"}:
        _eis_past_bij_soort(rij)
    bewaar_gecontroleerd(rij)
    _noteer(rij, nieuw, velden, door)
    vertel_opening(rij, was, nu=nu or clock.now(), door=door)
    return rij


def _eis_past_bij_soort(rij: Instelling) -> None:
    """Raise RuleError (field biedt_hulp or naam_gevoelig) where the region says otherwise of this kind (T3, X5)."""
    regio = Regio.objects.huidige()
    if rij.biedt_hulp and rij.soort not in regio.hulpsoorten:
        raise RuleError(
            _("In deze regio geeft dit soort organisatie zelf geen hulp. Dat staat bij de afspraken van de regio."),
            "biedt_hulp",
        )
    if rij.soort in regio.gevoelige_soorten and not rij.naam_gevoelig:
        raise RuleError(
            _("In deze regio zegt de naam van dit soort organisatie te veel. Schrijf wat anderen lezen."),
            "naam_gevoelig",
        )
