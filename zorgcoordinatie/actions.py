"""The only writers of this room: a signal is sent, taken up or not; and somebody begins to coordinate (Z10, Z13, S10, S24)."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import NotAllowed, RuleError
from core.names import fold
from gezinnen.actions import wissel_coordinator
from gezinnen.actions.gezin import begin_met_signaal
from gezinnen.models import Coordinatorschap, Hoeder
from instanties.actions.verzoeken import beantwoord
from instanties.models import Gebruiker, Gemeente, Instelling, Regio, Verzoekstaat
from logboek.actions import schrijf
from logboek.models import Handeling
from termijnen.kalender import huidige_kalender, loopt_tot
from woorden.zinnen import zin
from zorgcoordinatie.meldingen import meld_antwoord, meld_gevraagd
from zorgcoordinatie.models import Route, Signaal
from zorgcoordinatie.selectie import aan_mij_gevraagd, intakepunt, signaalhouder, vastgehouden, werkt_bij_intake


@dataclass(frozen=True, kw_only=True)
class SignaalGegevens:
    """What is said of a family before there is one."""

    gemeente: Gemeente
    route: Route
    naam: str
    telefoon: str
    wat: str
    met_gezin: bool = True
    waarom_zonder: str = ""


@transaction.atomic
def stuur_signaal(
    gegevens: SignaalGegevens,
    *,
    nu: datetime,
    door: Gebruiker | None = None,
    instelling: Instelling | None = None,
    getypt_door: Gebruiker | None = None,
) -> Signaal:
    """Ask the intakepunt of this gemeente to take up a family, by the term of the region (Z10, Z13).

    `door` and `instelling`: the professional who signals, and from where. `getypt_door`: who typed what somebody said by phone.
    Without either it came by the public page. What was sent already and still waits, isn't sent twice. Raises RuleError
    (field gemeente or waarom_zonder), and NotAllowed for who types for an intakepunt where he doesn't work.
    """
    punt = intakepunt(gegevens.gemeente)
    if punt is None:
        raise RuleError(_("Bij deze gemeente kan dit nog niet. Bel de gemeente."), "gemeente")
    if getypt_door and punt.pk not in werkt_bij_intake(getypt_door):
        raise NotAllowed
    if not gegevens.met_gezin and not gegevens.waarom_zonder.strip():
        raise RuleError(_("Schrijf op waarom dit zonder het gezin gebeurt."), "waarom_zonder")
    zelfde = Signaal.objects.wacht().filter(gemeente=gegevens.gemeente, door=door, telefoon=gegevens.telefoon)
    if eerder := next((rij for rij in zelfde if _zegt_hetzelfde(rij, gegevens)), None):
        return eerder
    signaal = Signaal.objects.create(
        **asdict(gegevens) | {"gemeente": gegevens.gemeente},
        instelling=punt,
        door=door,
        van_instelling=instelling,
        getypt_door=getypt_door,
        openbaar=door is None and getypt_door is None,
        op=nu,
        uiterlijk_op=loopt_tot(nu, Regio.objects.huidige().signaal, huidige_kalender()),
    )
    meld_gevraagd([signaal], nu, door or getypt_door)
    _noteer(Handeling.AANMAKEN, signaal, door or getypt_door)
    return signaal


@transaction.atomic
def neem_op(signaal: Signaal, *, naam: str, nagebeld: bool, nu: datetime, door: Gebruiker) -> Signaal:
    """Take the family up: it is a Gezin from now on, without a plan, held by its signaalhouder (S10).

    `nagebeld`: a number that the team found itself was rung. Raises RuleError (field naam; field nagebeld where it came by the
    public page and nobody rang, S24), and where it doesn't wait for this person.
    """
    rij = _wacht_op(signaal, nu=nu, door=door)
    if rij.openbaar and not nagebeld:
        raise RuleError(
            _("Bel eerst met een nummer dat u zelf hebt opgezocht. Iedereen kan deze vraag hebben getypt."), "nagebeld"
        )
    wie, waar = signaalhouder(rij, door)
    rij.gezin = begin_met_signaal(naam, rij.gemeente, wie, waar, nu=nu, door=door)
    rij.nagebeld_op = nu if nagebeld else None
    beantwoord(rij, True, nu=nu, door=door, en_velden=("gezin", "nagebeld_op"))
    meld_antwoord(rij, nu)
    _noteer(Handeling.WIJZIGEN, rij, door)
    return rij


@transaction.atomic
def wijs_af(signaal: Signaal, waarom: str, *, nu: datetime, door: Gebruiker) -> Signaal:
    """Don't take it up, with a reason that who sent it reads. Raises RuleError (field waarom), and where it doesn't wait for `door`."""
    rij = _wacht_op(signaal, nu=nu, door=door)
    if not waarom.strip():
        raise RuleError(_("Schrijf op waarom, en wat het gezin wel kan doen."), "waarom")
    rij.waarom_niet = waarom.strip()
    beantwoord(rij, False, nu=nu, door=door, en_velden=("waarom_niet",))
    meld_antwoord(rij, nu)
    _noteer(Handeling.WIJZIGEN, rij, door)
    return rij


@transaction.atomic
def begin_coordinatie(
    hoeder: Hoeder, gebruiker: Gebruiker, *, hoe_gezegd: str, hoe_gevraagd: str = "", nu: datetime, door: Gebruiker
) -> Coordinatorschap:
    """Let somebody of where the family is held coordinate it, as the family said (Z3, Z13): then it has a plan too.

    `hoe_gevraagd`: how a colleague said yes to it (S12). Raises RuleError (field gebruiker; field hoe_gezegd without what the
    family said; field hoe_gevraagd without the colleague's yes), and NotAllowed for who doesn't hold it.
    """
    rij = vastgehouden(door).filter(pk=hoeder.pk).select_for_update(of=("self",)).first()
    if rij is None or rij.instelling is None:
        raise NotAllowed
    if not hoe_gezegd.strip():
        raise RuleError(_("Schrijf op wie van het gezin ja zei, en wanneer."), "hoe_gezegd")
    reden = hoe_gezegd.strip()
    if gebruiker.pk != door.pk:
        if not hoe_gevraagd.strip():
            raise RuleError(
                _("Vraag eerst aan %(naam)s of die dit wil doen, en schrijf op wanneer die ja zei.")
                % {"naam": gebruiker.naam},
                "hoe_gevraagd",
            )
        tekst = zin(_("Het gezin: %(gezin)s. [De zorgcoördinator]: %(wie)s."))
        reden = tekst % {"gezin": reden, "wie": hoe_gevraagd.strip()}
    return wissel_coordinator(rij.gezin, gebruiker, rij.instelling, nu=nu, door=door, reden=reden)


@transaction.atomic
def vernietig_oude(nu: datetime) -> int:
    """Destroy the signals that were not taken up, when the time of the region is over (Z10). Returns how many."""
    tot = nu - timedelta(days=Regio.objects.huidige().signaal_bewaren_dagen)
    oud = list(
        Signaal.objects.filter(staat=Verzoekstaat.NEE, beantwoord_op__lte=tot).select_for_update(skip_locked=True)
    )
    for rij in oud:
        _noteer(Handeling.VERWIJDEREN, rij, None)
    Signaal.objects.filter(pk__in=[rij.pk for rij in oud]).delete()
    return len(oud)


def bij_sluiten(
    *, instelling: Instelling | None, gemeente: Gemeente | None, opvolger: Instelling | Gemeente | None, nu: datetime
) -> None:
    """What lies at a team or belongs to a gemeente that stops goes on where that does (I9), and the team there is told.

    Raises RuleError (field opvolger) where a signal would wait for nobody.
    """
    if instelling is not None:
        daar = Signaal.objects.filter(instelling=instelling)
        if opvolger is not None:
            Signaal.objects.filter(van_instelling=instelling).update(van_instelling=opvolger)
            wachten = list(daar.wacht().values_list("pk", flat=True))
            daar.update(instelling=opvolger)
            meld_gevraagd(Signaal.objects.filter(pk__in=wachten), nu)
        elif daar.wacht().exists():
            raise RuleError(
                _("Hier wachten signalen op een antwoord. Kies welke instelling die overneemt."), "opvolger"
            )
    elif gemeente is not None and opvolger is not None:
        Signaal.objects.filter(gemeente=gemeente).update(gemeente=opvolger)


def _zegt_hetzelfde(rij: Signaal, gegevens: SignaalGegevens) -> bool:
    return (fold(rij.naam), fold(rij.wat)) == (fold(gegevens.naam), fold(gegevens.wat))


def _wacht_op(signaal: Signaal, *, nu: datetime, door: Gebruiker) -> Signaal:
    Signaal.objects.select_for_update().get(pk=signaal.pk)
    rij = aan_mij_gevraagd(door, nu).filter(pk=signaal.pk).first()
    if rij is None:
        raise RuleError(_("Dit signaal wacht niet (meer) op u."))
    return rij


def _noteer(handeling: str, signaal: Signaal, door: Gebruiker | None) -> None:
    """The log takes no word of it: there is no family yet."""
    schrijf(
        handeling, object_soort="signaal", object_id=signaal.pk, object_naam=str(signaal.instelling), gebruiker=door
    )
