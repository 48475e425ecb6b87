"""Making a family, its households, and who coordinates it (G1, G16, Z3)."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from core.errors import RuleError
from core.named import same
from gezinnen.actions.houden import houdt_coordinator, houdt_signaal
from gezinnen.actions.toegang import begin_deelname
from gezinnen.models import Coordinatorschap, Deelnemer, Gezin, Huishouden, SoortDeelnemer
from gezinnen.permissions import herzie_verleningen
from gezinnen.signalen import coordinator_gewisseld
from gezinnen.waarneming import eis_niet_aan_zichzelf
from instanties.models import Functie, Gebruiker, Gemeente, Instelling
from logboek.actions import schrijf
from logboek.models import Handeling
from woorden.zinnen import zin


@transaction.atomic
def maak_gezin(
    naam: str, gemeente: Gemeente, coordinator: Gebruiker, instelling: Instelling, *, nu: datetime, door: Gebruiker
) -> Gezin:
    """Make a family with its main household and its zorgcoördinator, who takes part as professional too (G1, Z3).

    Raises RuleError (field naam, gemeente or instelling) when the gemeente doesn't take part, the coordinator doesn't
    work at that instelling, or began with this family already.
    """
    naam = _naam_en_gemeente(naam, gemeente)
    _moet_er_werken(coordinator, instelling)
    _eis_nieuw(naam, gemeente, coordinator)
    gezin = _leg_gezin_aan(naam, gemeente, nu=nu, door=door)
    _begin_coordinatie(gezin, None, coordinator, instelling, nu=nu, door=door, reden="")
    return gezin


@transaction.atomic
def begin_met_signaal(
    naam: str, gemeente: Gemeente, houder: Gebruiker, instelling: Instelling, *, nu: datetime, door: Gebruiker
) -> Gezin:
    """Make a family that is only held: no plan, no coordinator, and nobody who may read anything of it (Z13, S10).

    Raises RuleError (field naam, gemeente or instelling), as maak_gezin does.
    """
    naam = _naam_en_gemeente(naam, gemeente)
    _moet_er_werken(houder, instelling)
    gezin = _leg_gezin_aan(naam, gemeente, nu=nu, door=door)
    houdt_signaal(gezin, houder, instelling, nu=nu)
    return gezin


@transaction.atomic
def wijzig_gezin(gezin: Gezin, *, naam: str, gemeente: Gemeente, nu: datetime, door: Gebruiker) -> Gezin:
    """Change the family's name or its gemeente. Raises RuleError (field naam or gemeente) (G1)."""
    gezin = vergrendel(gezin)
    if gemeente != gezin.gemeente and not gemeente.actief:
        raise RuleError(_("Deze gemeente werkt nog niet mee. Vraag de beheerder."), "gemeente")
    gezin.naam, gezin.gemeente = schone_naam(naam, _("Vul de naam van het gezin in.")), gemeente
    gezin.save(update_fields=["naam", "gemeente"])
    schrijf_gezin(Handeling.WIJZIGEN, gezin, gezin, door)
    return gezin


@transaction.atomic
def voeg_huishouden_toe(
    gezin: Gezin, naam: str, adres: str = "", geheim_adres: bool = False, *, nu: datetime, door: Gebruiker
) -> Huishouden:
    """Add a household elsewhere (G16, X5). Raises RuleError (field naam) when the name is taken in this family."""
    gezin = vergrendel(gezin)
    huishouden = Huishouden(gezin=gezin, naam=_vrije_naam(gezin, naam), adres=adres.strip(), geheim_adres=geheim_adres)
    huishouden.save(force_insert=True)
    schrijf_gezin(Handeling.AANMAKEN, gezin, huishouden, door)
    return huishouden


@transaction.atomic
def wijzig_huishouden(
    huishouden: Huishouden, *, naam: str, adres: str, geheim_adres: bool, nu: datetime, door: Gebruiker
) -> Huishouden:
    """Change a household's name, its address, or whether that is secret (G16, X5).

    Raises RuleError (field naam) when the name is taken.
    """
    gezin = vergrendel(huishouden.gezin)
    huishouden.naam, huishouden.adres = _vrije_naam(gezin, naam, huishouden), adres.strip()
    huishouden.geheim_adres = geheim_adres
    huishouden.save(update_fields=["naam", "adres", "geheim_adres"])
    schrijf_gezin(Handeling.WIJZIGEN, gezin, huishouden, door)
    return huishouden


@transaction.atomic
def wissel_coordinator(
    gezin: Gezin, gebruiker: Gebruiker, instelling: Instelling, *, nu: datetime, door: Gebruiker, reden: str
) -> Coordinatorschap:
    """Let someone else coordinate this family from now on; the former one stays a betrokkene (Z3).

    There is never a moment with two, nor one with nobody. Raises RuleError (field gebruiker, instelling or reden).
    """
    gezin = vergrendel(gezin)
    oud = Coordinatorschap.objects.huidig().filter(gezin=gezin).select_related("gebruiker", "instelling").first()
    if oud and oud.gebruiker_id == gebruiker.pk and oud.instelling_id == instelling.pk:
        raise RuleError(
            zin(_("%(naam)s is al [zorgcoördinator] van dit gezin.")) % {"naam": gebruiker.naam}, "gebruiker"
        )
    if not reden.strip():
        raise RuleError(zin(_("Zeg waarom iemand anders [zorgcoördinator] wordt.")), "reden")
    eis_niet_aan_zichzelf(gebruiker, gezin.pk, door, "gebruiker")
    _moet_er_werken(gebruiker, instelling)
    if oud:
        oud.tot = nu
        oud.save(update_fields=["tot"])
    return _begin_coordinatie(gezin, oud, gebruiker, instelling, nu=nu, door=door, reden=reden.strip())


def vergrendel(gezin: Gezin) -> Gezin:
    """Read the family again, locked: acts on one family come one after another."""
    return Gezin.objects.select_for_update(no_key=True, of=("self",)).select_related("gemeente").get(pk=gezin.pk)


def schrijf_gezin(handeling: str, gezin: Gezin, wat: Any, door: Gebruiker | None, **extra: Any) -> None:
    """Write the logboek row of an act on `wat`, which belongs to `gezin` (X1)."""
    schrijf(
        handeling,
        gezin_id=gezin.pk,
        gezin_nummer=str(gezin.nummer),
        object_soort=wat._meta.model_name,
        object_id=wat.pk,
        # Never a household's name: it may become secret, and the logboek can't be changed.
        object_naam="" if isinstance(wat, Huishouden) else str(wat)[:200],
        gebruiker=door,
        **extra,
    )


def _naam_en_gemeente(naam: str, gemeente: Gemeente) -> str:
    naam = schone_naam(naam, _("Vul de naam van het gezin in."))
    if not gemeente.actief:
        raise RuleError(_("Deze gemeente werkt nog niet mee. Vraag de beheerder."), "gemeente")
    return naam


def _leg_gezin_aan(naam: str, gemeente: Gemeente, *, nu: datetime, door: Gebruiker) -> Gezin:
    """The family with its number and its main household; who holds it comes in the same transaction."""
    gezin = Gezin.objects.create(naam=naam, gemeente=gemeente, gemaakt_op=nu)
    gezin.refresh_from_db(fields=["nummer"])
    Huishouden.objects.create(gezin=gezin, naam=_("Gezin %(naam)s") % {"naam": naam}, is_hoofdhuishouden=True)
    schrijf_gezin(Handeling.AANMAKEN, gezin, gezin, door)
    return gezin


def _begin_coordinatie(
    gezin: Gezin,
    oud: Coordinatorschap | None,
    gebruiker: Gebruiker,
    instelling: Instelling,
    *,
    nu: datetime,
    door: Gebruiker,
    reden: str,
) -> Coordinatorschap:
    nieuw = Coordinatorschap.objects.create(
        gezin=gezin, gebruiker=gebruiker, instelling=instelling, van=nu, waarom=reden
    )
    houdt_coordinator(nieuw)
    if not Deelnemer.objects.actief().filter(gezin=gezin, gebruiker=gebruiker).exists():
        deelnemer = Deelnemer.objects.create(
            gezin=gezin,
            soort=SoortDeelnemer.PROFESSIONAL,
            naam=gebruiker.naam,
            gebruiker=gebruiker,
            instelling=instelling,
        )
        begin_deelname(deelnemer, nu=nu, door=door)
    herzie_verleningen(gezin, gebruiker)
    if oud and oud.gebruiker_id != gebruiker.pk:
        herzie_verleningen(gezin, oud.gebruiker)
    schrijf_gezin(Handeling.RECHTEN_WIJZIGEN, gezin, nieuw, door, melding=zin(_("[zorgcoördinator] geworden")))
    coordinator_gewisseld.send(Gezin, gezin=gezin, oud=oud, nieuw=nieuw, nu=nu, door=door, reden=reden)
    return nieuw


def schone_naam(naam: str, leeg: str) -> str:
    """The name without spaces around it. Raises RuleError, saying `leeg`, when nothing is left."""
    naam = naam.strip()
    if not naam:
        raise RuleError(leeg, "naam")
    return naam


def _vrije_naam(gezin: Gezin, naam: str, zelf: Huishouden | None = None) -> str:
    naam = naam.strip()
    if not naam:
        raise RuleError(_("Geef dit huishouden een naam, bijvoorbeeld: bij vader."), "naam")
    anderen = Huishouden.objects.filter(same(naam), gezin=gezin)
    if zelf:
        anderen = anderen.exclude(pk=zelf.pk)
    if anderen.exists():
        raise RuleError(_("Er is al een huishouden met deze naam."), "naam")
    return naam


def _eis_nieuw(naam: str, gemeente: Gemeente, coordinator: Gebruiker) -> None:
    """Raise RuleError when this coordinator has such a family in which nobody stands yet: sent again, or forgotten."""
    leden = Deelnemer.objects.gezinsleden().filter(gezin=OuterRef("pk"))
    begonnen = Gezin.objects.filter(
        same(naam), gemeente=gemeente, coordinatorschappen__gebruiker=coordinator, coordinatorschappen__tot=None
    )
    if gezin := begonnen.exclude(Exists(leden)).first():
        raise RuleError(
            _("U bent al begonnen met gezin %(naam)s. Er staat nog niemand bij. U vindt het bij Gezinnen.")
            % {"naam": gezin.naam},
            "naam",
        )


def _moet_er_werken(gebruiker: Gebruiker, instelling: Instelling) -> None:
    if not gebruiker.is_active or not instelling.actief:
        raise RuleError(_("Deze persoon of instelling doet niet meer mee."), "instelling")
    if not Functie.objects.geldig().filter(gebruiker=gebruiker, instelling=instelling).exists():
        raise RuleError(
            _("%(naam)s werkt niet bij %(instelling)s.") % {"naam": gebruiker.naam, "instelling": instelling.naam},
            "instelling",
        )
