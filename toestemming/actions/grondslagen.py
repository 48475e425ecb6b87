"""Making and ending grounds (T3): they follow from acts elsewhere, or the coordinator records one by hand."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from core.errors import RuleError
from gezinnen.models import Deelnemer, Gezin
from gezinnen.permissions import eis_coordinator
from gezinnen.waarneming import eis_niet_aan_zichzelf
from instanties.models import Gebruiker, Leefgebied
from logboek.actions import Logregelgegevens, schrijf_velen
from logboek.models import Handeling
from termijnen.kalender import einde_van_dag
from toestemming import onderwerpen
from toestemming.actions.vertellen import vertel_aandeel, vertel_gezin
from toestemming.models import Bereik, Grondslag, Grondslagsoort, SoortGrondslag
from woorden.zinnen import zin


@transaction.atomic
def begin_grondslagen(nieuw: Sequence[Grondslag], *, nu: datetime, door: Gebruiker | None = None) -> list[Grondslag]:
    """Let these unsaved grounds be in force from now on, each instead of one of the same kind that was (T3).

    A fixed number of statements, however many (the clock). For doorzettingsmacht `voor_object` is the stap. Logged.
    """
    rijen = list({_sleutel(rij): rij for rij in nieuw}.values())
    nieuwe = {_sleutel(rij) for rij in rijen}
    lopend = Grondslag.objects.filter(gezin__in={rij.gezin_id for rij in rijen}, tot__isnull=True)
    oud = [rij.pk for rij in lopend if _sleutel(rij) in nieuwe]
    if oud:
        Grondslag.objects.filter(pk__in=oud).update(tot=nu)
    for rij in rijen:
        rij.van = nu
        rij.leefgebieden = sorted(set(rij.leefgebieden))
    Grondslag.objects.bulk_create(rijen)
    _log(rijen, _("grondslag begint: %(soort)s"), door)
    return rijen


@transaction.atomic
def eindig_grondslagen(
    *,
    nu: datetime,
    door: Gebruiker | None = None,
    gezin: Gezin | None = None,
    gebruiker: Gebruiker | None = None,
    deelnemer: Deelnemer | None = None,
    soort: str = "",
    voor_objecten: Iterable[uuid.UUID] | None = None,
) -> int:
    """End the grounds in force that fit all that is given, at once: what they opened is closed (T3). Returns how many.

    `voor_objecten`: the stappen that have ended (doorzettingsmacht). Raises ValueError when nothing at all is given.
    """
    filters: dict[str, Any] = {}
    if gezin is not None:
        filters["gezin"] = gezin
    if gebruiker is not None:
        filters["gebruiker"] = gebruiker
    if deelnemer is not None:
        filters["deelnemer"] = deelnemer
    if soort:
        filters["soort"] = soort
    if voor_objecten is not None:
        filters["voor_object__in"] = list(voor_objecten)
    if not filters:
        raise ValueError("Zeg welke grondslagen eindigen.")
    lopend = Grondslag.objects.filter(**filters, tot__isnull=True)
    rijen = list(lopend.select_for_update(of=("self",)).order_by("pk"))
    Grondslag.objects.filter(pk__in=[rij.pk for rij in rijen]).update(tot=nu)
    _log(rijen, _("grondslag eindigt: %(soort)s"), door)
    return len(rijen)


@dataclass(frozen=True)
class Handgegevens:
    """A ground that the coordinator records: another law or an order, or overmacht. `over_wie` empty: whoever."""

    soort: str
    ontvanger: Deelnemer
    leefgebieden: Sequence[str]
    over_wie: Sequence[uuid.UUID] = ()
    reden: str = ""
    kenmerk: str = ""
    tot_en_met: date | None = None


@transaction.atomic
def leg_grondslag_vast(gezin: Gezin, gegevens: Handgegevens, *, nu: datetime, door: Gebruiker) -> Grondslag:
    """Record a ground by hand, within the rules of its kind; the family hears of it (T3).

    Raises RuleError at the field (soort, ontvanger, leefgebieden, over_wie, reden, kenmerk, tot_en_met).
    """
    eis_coordinator(door, gezin.pk)
    soort = Grondslagsoort.objects.filter(pk=gegevens.soort, actief=True, met_de_hand=True).first()
    if soort is None:
        raise RuleError(_("Kies op welke grond dit mag."), "soort")
    ontvanger = gegevens.ontvanger
    if ontvanger.gezin_id != gezin.pk or ontvanger.gestopt_op or ontvanger.is_gezinslid:
        raise RuleError(_("Kies iemand die meedoet aan het plan."), "ontvanger")
    if not gegevens.leefgebieden or not set(gegevens.leefgebieden) <= set(Leefgebied.values):
        raise RuleError(_("Kies waar het over gaat. Niet meer dan nodig is."), "leefgebieden")
    leden = set(Deelnemer.objects.gezinsleden().filter(gezin=gezin).values_list("pk", flat=True))
    if not set(gegevens.over_wie) <= leden:
        raise RuleError(_("Kies gezinsleden van dit gezin."), "over_wie")
    if soort.vraagt_reden and not gegevens.reden.strip():
        raise RuleError(_("Schrijf op waarom dit nodig is."), "reden")
    if soort.vraagt_kenmerk and not gegevens.kenmerk.strip():
        raise RuleError(_("Vul het kenmerk van het besluit in."), "kenmerk")
    grond = Grondslag(
        gezin=gezin,
        gebruiker=ontvanger.gebruiker,
        deelnemer=ontvanger,
        soort=soort,
        leefgebieden=list(gegevens.leefgebieden),
        bereik=Bereik.PERSONEN if gegevens.over_wie else Bereik.IEDEREEN,
        over_wie=list(gegevens.over_wie),
        voor_object=uuid.uuid4(),
        reden=gegevens.reden.strip(),
        kenmerk=gegevens.kenmerk.strip(),
        uiterlijk=_uiterlijk(soort, gegevens.tot_en_met, nu),
    )
    [grond] = begin_grondslagen([grond], nu=nu, door=door)
    vertel_gezin(grond, nu=nu)
    return grond


@transaction.atomic
def eindig_grondslag(grond: Grondslag, *, nu: datetime, door: Gebruiker) -> None:
    """End one ground that was recorded by hand. Raises RuleError for one that other acts make and end."""
    eis_coordinator(door, grond.gezin_id)
    if not grond.soort.met_de_hand:
        raise RuleError(_("Deze grondslag eindigt vanzelf, als wat erbij hoort eindigt."))
    if grond.voor_object is not None:
        eindig_grondslagen(nu=nu, door=door, gezin=grond.gezin, voor_objecten=[grond.voor_object])


@transaction.atomic
def wijzig_aandeel(deelnemer: Deelnemer, leefgebieden: Sequence[str], *, nu: datetime, door: Gebruiker) -> None:
    """Change what the share of a betrokkene needs, and so what is seen without consent (T3). Raises RuleError."""
    eis_coordinator(door, deelnemer.gezin_id)
    if deelnemer.is_gezinslid or deelnemer.gestopt_op or not deelnemer.gebruiker_id:
        raise RuleError(_("Kies iemand die meedoet en zelf kan inloggen."))
    eis_niet_aan_zichzelf(deelnemer.gebruiker, deelnemer.gezin_id, door, "leefgebieden")
    begin_aandeel(deelnemer, leefgebieden, nu=nu, door=door)


@transaction.atomic
def begin_aandeel(
    deelnemer: Deelnemer, leefgebieden: Sequence[str], *, nu: datetime, door: Gebruiker | None
) -> Grondslag:
    """Let somebody see what the own share in the help needs, instead of what it was; the family hears what is new (T3, I8).

    The only way to such a ground (a house test). Raises RuleError (leefgebieden) for what isn't a leefgebied, and for more
    than stood of who gives no help: the family says yes to that, nobody else does.
    """
    if not set(leefgebieden) <= set(Leefgebied.values):
        raise RuleError(_("Kies uit de lijst."), "leefgebieden")
    stond = set(gebieden_van_aandeel(deelnemer, nu))
    nieuw = set(leefgebieden) - stond
    if nieuw and not deelnemer.geeft_hulp:
        raise RuleError(
            _("%(naam)s geeft zelf geen hulp. Vraag het gezin toestemming voor wat deze persoon mag weten.")
            % {"naam": deelnemer.naam},
            "leefgebieden",
        )
    grond = Grondslag(
        gezin_id=deelnemer.gezin_id,
        gebruiker=deelnemer.gebruiker,
        deelnemer=deelnemer,
        soort_id=SoortGrondslag.RECHTSTREEKS_BETROKKEN,
        leefgebieden=list(leefgebieden),
    )
    begin_grondslagen([grond], nu=nu, door=door)
    if nieuw:
        vertel_aandeel(grond, nu=nu)
    return grond


def gebieden_van_aandeel(deelnemer: Deelnemer, nu: datetime) -> list[str]:
    """Of which leefgebieden this person may read now because the own help needs it."""
    rijen = Grondslag.objects.geldig(nu).filter(
        deelnemer=deelnemer, gezin=deelnemer.gezin_id, soort=SoortGrondslag.RECHTSTREEKS_BETROKKEN
    )
    return [gebied for rij in rijen for gebied in rij.leefgebieden]


def grond_voor_eigen_aandeel(deelnemer: Deelnemer, *, nu: datetime, door: Gebruiker) -> Grondslag:
    """The ground on which a betrokkene without account is shown an own afspraak: being directly involved (T3, G17).

    Who takes part sees what is his to do, whatever was signed. Without an account nothing recorded that until now: then it
    begins here, for the own share alone, and ends when he stops.
    """
    eigen = Grondslag.objects.geldig(nu).filter(
        deelnemer=deelnemer, gezin=deelnemer.gezin_id, soort=SoortGrondslag.RECHTSTREEKS_BETROKKEN
    )
    return eigen.first() or begin_aandeel(deelnemer, [], nu=nu, door=door)


def _uiterlijk(soort: Grondslagsoort, tot_en_met: date | None, nu: datetime) -> datetime | None:
    vandaag = localdate(nu)
    laatst = vandaag + timedelta(days=soort.hoogstens_dagen) if soort.hoogstens_dagen else None
    if tot_en_met is None:
        if laatst is not None:
            raise RuleError(_("Kies tot wanneer dit nodig is."), "tot_en_met")
        return None
    if tot_en_met < vandaag:
        raise RuleError(_("Deze dag is al voorbij. Kies een dag die nog komt."), "tot_en_met")
    if laatst is not None and tot_en_met > laatst:
        raise RuleError(
            _("Dit mag hoogstens %(dagen)d dagen duren. Kies een eerdere dag.") % {"dagen": soort.hoogstens_dagen},
            "tot_en_met",
        )
    return einde_van_dag(tot_en_met)


def _sleutel(rij: Grondslag) -> tuple[Any, ...]:
    """What may be in force once only."""
    return (rij.gezin_id, rij.gebruiker_id, rij.instelling_id, rij.deelnemer_id, str(rij.soort_id), rij.voor_object)


def _log(rijen: Sequence[Grondslag], melding: str, door: Gebruiker | None) -> None:
    namen = dict(Grondslagsoort.objects.values_list("code", "naam"))
    schrijf_velen(
        Logregelgegevens(
            handeling=Handeling.RECHTEN_WIJZIGEN,
            gezin_id=rij.gezin_id,
            object_soort="grondslag",
            object_id=rij.pk,
            leefgebieden=rij.leefgebieden,
            gebruiker=door,
            onderwerpen=_onderwerpen(rij),
            melding=melding % {"soort": zin(namen[rij.soort_id])},
        )
        for rij in rijen
    )


def _onderwerpen(rij: Grondslag) -> set[str]:
    """The topics of a ground about named people or the family together; one about whoever names none."""
    if rij.bereik == Bereik.IEDEREEN:
        return set()
    return onderwerpen.van(rij.leefgebieden, rij.over_wie)
