"""Taking part with an account, and no longer taking part: rights follow at once, in the same transaction (T3, X1)."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from core.errors import RuleError
from gezinnen.models import Coordinatorschap, Deelnemer, Gezag
from gezinnen.permissions import herzie_verleningen
from gezinnen.selectie import leeftijd_onbekend, mag_account
from gezinnen.signalen import deelname_begonnen, deelname_gestopt, persoon_veranderd
from gezinnen.zeggenschap import zeggenschap
from instanties.actions import beeindig_toegang, maak_gebruiker, vraag_functie, wijzig_gebruiker
from instanties.models import Gebruiker, Rol
from logboek.actions import schrijf
from logboek.models import Handeling
from woorden.zinnen import zin


@transaction.atomic
def koppel_account(
    deelnemer: Deelnemer,
    gebruiker: Gebruiker,
    *,
    leefgebieden: Iterable[str] | None = None,
    nu: datetime,
    door: Gebruiker,
) -> Deelnemer:
    """Give this person in the plan an account, and with it the rights of his or her role (G14, T3).

    `leefgebieden`: what the share of a professional or netwerklid needs; None: those of the instelling.
    Raises RuleError when there is an account already, for who stopped, a child under 12, or who takes part already.
    """
    deelnemer = (
        Deelnemer.objects.select_for_update(of=("self",)).select_related("gezin", "instelling").get(pk=deelnemer.pk)
    )
    if deelnemer.gestopt_op:
        raise RuleError(_("%(naam)s doet niet meer mee met dit plan.") % {"naam": deelnemer.naam})
    if deelnemer.gebruiker_id:
        raise RuleError(_("%(naam)s heeft al een account.") % {"naam": deelnemer.naam})
    if not mag_account(deelnemer, nu):
        if leeftijd_onbekend(deelnemer):
            raise RuleError(_("Leg eerst de geboortedatum vast: kinderen onder de 12 jaar krijgen geen eigen account."))
        raise RuleError(_("Kinderen onder de 12 jaar krijgen geen eigen account."))
    controleer_niet_dubbel(deelnemer, gebruiker)
    deelnemer.gebruiker = gebruiker
    # Who can answer alone needs nobody to ask after it.
    deelnemer.navrager = None
    _naar_account(deelnemer, nu=nu, door=door)
    deelnemer.save(update_fields=["gebruiker", "navrager", "email", "telefoon"])
    persoon_veranderd.send(Deelnemer, deelnemer=deelnemer, nu=nu, door=door)
    begin_deelname(deelnemer, leefgebieden=leefgebieden, nu=nu, door=door)
    return deelnemer


@transaction.atomic
def geef_account(
    deelnemer: Deelnemer, *, email: str, leefgebieden: Iterable[str] | None = None, nu: datetime, door: Gebruiker
) -> Gebruiker:
    """Make an account for somebody in the plan and give it the rights of his or her role; an invitation comes next (X2).

    For a professional the function of hulpverlener at the instelling is asked of a second person; nothing of the plan
    opens before that yes (I8). Raises RuleError (field email when somebody has that address).
    """
    gebruiker = maak_gebruiker(
        deelnemer.werkelijke_naam or deelnemer.naam,
        email=email,
        is_professional=deelnemer.is_professional,
        telefoon=deelnemer.telefoon,
        werkdagen=deelnemer.bereikbaar if deelnemer.is_professional else (),
        door=door,
    )
    if deelnemer.instelling:
        vraag_functie(gebruiker, Rol.HULPVERLENER, instelling=deelnemer.instelling, nu=nu, door=door)
    koppel_account(deelnemer, gebruiker, leefgebieden=leefgebieden, nu=nu, door=door)
    return gebruiker


def _naar_account(deelnemer: Deelnemer, *, nu: datetime, door: Gebruiker) -> None:
    """What the row of the plan held goes to the account that it got, where that says nothing of it yet (I9)."""
    account = deelnemer.gebruiker
    if account is None or deelnemer.is_professional:
        return
    velden = {
        veld: getattr(deelnemer, veld)
        for veld in ("email", "telefoon")
        if getattr(deelnemer, veld) and not getattr(account, veld)
    }
    if velden:
        wijzig_gebruiker(account, nu=nu, door=door, **velden)
    deelnemer.email = deelnemer.telefoon = ""


def begin_deelname(
    deelnemer: Deelnemer, *, leefgebieden: Iterable[str] | None = None, nu: datetime, door: Gebruiker | None
) -> None:
    """Grant what the role of someone with an account gives, log it, and tell the rooms above (T3, X1).

    Without an account nothing happens. `leefgebieden`: what was chosen for this person; nothing of it is a matter of course.
    """
    if deelnemer.gebruiker is None:
        return
    herzie_verleningen(deelnemer.gezin, deelnemer.gebruiker)
    _log_rechten(deelnemer, door, _("krijgt toegang"))
    deelname_begonnen.send(Deelnemer, deelnemer=deelnemer, leefgebieden=list(leefgebieden or ()), nu=nu, door=door)


@transaction.atomic
def stop_deelname(
    deelnemer: Deelnemer, *, nu: datetime, door: Gebruiker, reden: str, overnemer: Deelnemer | None = None
) -> Deelnemer:
    """End someone's part in the plan: nothing is seen from this moment on; what was agreed stays readable (T3, Z3).

    What he or she does goes to `overnemer`, else to the coordinator; whoever asked after others for them is let go. Raises
    RuleError (field reden) without a reason, (field overnemer) for who takes no part, for the coordinator (first someone else
    must take over) and for somebody who stopped already.
    """
    deelnemer = _vergrendel(deelnemer)
    if deelnemer.gestopt_op:
        raise RuleError(_("%(naam)s doet al niet meer mee.") % {"naam": deelnemer.naam})
    if not reden.strip():
        raise RuleError(_("Schrijf kort op waarom %(naam)s niet meer meedoet.") % {"naam": deelnemer.naam}, "reden")
    with zeggenschap(deelnemer.gezin_id, nu=nu, door=door):
        _stop(deelnemer, overnemer, _("doet niet meer mee"), nu=nu, door=door, reden=reden.strip())
    return deelnemer


@transaction.atomic
def leg_overlijden_vast(
    deelnemer: Deelnemer, *, op: date, nu: datetime, door: Gebruiker, overnemer: Deelnemer | None = None
) -> Deelnemer:
    """Record that somebody of family or network has died: nothing is asked of or about him or her any more (I9, T2).

    All ends that ends for who stops; gezag ends, and the account closes, so that no mail goes out: not while it opens another
    family, whose coordinator is asked whether it is right (I8). Of somebody who had stopped before, only this is added.
    Raises RuleError: field op for a day to come, else as stop_deelname.
    """
    deelnemer = _vergrendel(deelnemer)
    if deelnemer.is_professional:
        raise RuleError(_("Dit legt u vast van iemand van het gezin of het netwerk."))
    if deelnemer.overleden_op:
        raise RuleError(_("Dit is al vastgelegd."))
    if op > localdate(nu):
        raise RuleError(_("Deze dag moet nog komen."), "op")
    deelnemer.overleden_op = op
    # Told before the account closes: who is alive and well still reads it, and is mailed that it closed.
    with zeggenschap(deelnemer.gezin_id, nu=nu, door=door):
        Gezag.objects.geldig().filter(Q(houder=deelnemer) | Q(kind=deelnemer)).update(
            geeindigd_op=op, waarom_geeindigd=_("overleden")
        )
        _stop(deelnemer, overnemer, _("overleden"), nu=nu, door=door, reden=_("overleden"))
    gebruiker = deelnemer.gebruiker
    elders = Deelnemer.objects.actief().filter(gebruiker=gebruiker)
    if gebruiker and gebruiker.is_active and not gebruiker.is_professional and not elders.exists():
        beeindig_toegang(gebruiker, nu=nu, door=door, ook_als_iets_blijft_liggen=True)
    return deelnemer


def _vergrendel(deelnemer: Deelnemer) -> Deelnemer:
    rijen = Deelnemer.objects.select_for_update(of=("self",)).select_related("gezin", "gebruiker")
    return rijen.get(pk=deelnemer.pk)


def _stop(
    deelnemer: Deelnemer, overnemer: Deelnemer | None, melding: str, *, nu: datetime, door: Gebruiker, reden: str
) -> None:
    coordineert = Coordinatorschap.objects.huidig().filter(gezin=deelnemer.gezin, gebruiker=deelnemer.gebruiker_id)
    if deelnemer.gebruiker_id and coordineert.exists():
        raise RuleError(zin(_("Kies eerst [een ander(e) zorgcoördinator]. Een gezin is nooit zonder.")))
    if overnemer is not None and (
        overnemer.gezin_id != deelnemer.gezin_id or overnemer.gestopt_op or overnemer.pk == deelnemer.pk
    ):
        raise RuleError(_("Kies iemand anders die meedoet aan dit plan."), "overnemer")
    if deelnemer.gestopt_op is None:
        deelnemer.gestopt_op, deelnemer.waarom_gestopt = nu, reden
    deelnemer.save(update_fields=["gestopt_op", "waarom_gestopt", "overleden_op"])
    Deelnemer.objects.filter(navrager=deelnemer).update(navrager=None)
    if deelnemer.gebruiker:
        herzie_verleningen(deelnemer.gezin, deelnemer.gebruiker)
    _log_rechten(deelnemer, door, melding)
    deelname_gestopt.send(Deelnemer, deelnemer=deelnemer, nu=nu, door=door, reden=reden.strip(), overnemer=overnemer)


def controleer_niet_dubbel(deelnemer: Deelnemer, gebruiker: Gebruiker) -> None:
    """Raise RuleError (field wie) when this account takes part in the family under another row."""
    ander = (
        Deelnemer.objects.actief().filter(gezin=deelnemer.gezin, gebruiker=gebruiker).exclude(pk=deelnemer.pk).first()
    )
    if ander:
        raise RuleError(_("%(naam)s doet al mee met dit plan.") % {"naam": ander.naam}, "wie")


def _log_rechten(deelnemer: Deelnemer, door: Gebruiker | None, melding: str) -> None:
    schrijf(
        Handeling.RECHTEN_WIJZIGEN,
        gezin_id=deelnemer.gezin_id,
        gezin_nummer=str(deelnemer.gezin.nummer),
        over_wie=[deelnemer.pk] if deelnemer.is_gezinslid else [],
        object_soort="deelnemer",
        object_id=deelnemer.pk,
        object_naam=deelnemer.naam,
        gebruiker=door,
        melding=melding,
    )
