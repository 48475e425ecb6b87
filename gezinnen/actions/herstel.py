"""That somebody has died was recorded, and isn't so: asked by who coordinates, undone by the yes of another (I8, I9).

Nobody is brought back into a plan by one alone: it opens an account, and gives gezag.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from core.errors import RuleError
from gezinnen.actions.toegang import begin_deelname, controleer_niet_dubbel
from gezinnen.models import Deelnemer, Gezag, Herstelverzoek
from gezinnen.permissions import eis_coordinator
from gezinnen.selectie import coordinator, herstel_aan_mij_gevraagd
from gezinnen.signalen import gezinslid_veranderd, herstel_beantwoord, herstel_gevraagd, overlijden_hersteld
from gezinnen.zeggenschap import zeggenschap
from instanties import bevestigers
from instanties.actions import geef_toegang_terug
from instanties.actions.functies import TERMIJN
from instanties.actions.verzoeken import beantwoord, zwijg
from instanties.bellen import bel
from instanties.models import Gebruiker, Verzoekstaat
from instanties.werkdagen import na_werkdagen
from logboek.actions import schrijf
from logboek.models import Handeling

OVERLEDEN = "overleden"


@transaction.atomic
def vraag_herstel(deelnemer: Deelnemer, *, nu: datetime, door: Gebruiker) -> Herstelverzoek:
    """Ask a second person to undo that this one has died. Raises NotAllowed for who doesn't coordinate.

    Raises RuleError for who lives, what was asked already, and where nobody else can confirm it.
    """
    eis_coordinator(door, deelnemer.gezin_id)
    rij = Deelnemer.objects.select_for_update(of=("self",)).select_related("gezin").get(pk=deelnemer.pk)
    schap = coordinator(rij.gezin)
    if rij.overleden_op is None or schap is None:
        raise RuleError(_("Er is niets om te herstellen."))
    open_ = Herstelverzoek.objects.filter(deelnemer=rij, staat=Verzoekstaat.WACHT)
    zwijg(list(open_.filter(uiterlijk_op__lte=nu)), nu=nu)
    if open_.exists():
        raise RuleError(_("Dit is al gevraagd en wacht op een tweede persoon."))
    verzoek = Herstelverzoek.objects.create(
        deelnemer=rij, door=door, instelling=schap.instelling, op=nu, uiterlijk_op=na_werkdagen(nu, TERMIJN)
    )
    gevraagd = bevestigers.tweeden([verzoek], nu).van(verzoek)
    if not gevraagd:
        raise RuleError(_("Er is niemand anders die dit kan bevestigen. %(bel)s") % {"bel": bel()})
    _noteer(verzoek, door, _("herstel gevraagd: niet overleden"))
    herstel_gevraagd.send(Herstelverzoek, verzoek=verzoek, gevraagd=gevraagd, nu=nu, door=door)
    return verzoek


@transaction.atomic
def beantwoord_herstel(verzoek: Herstelverzoek, ja: bool, *, nu: datetime, door: Gebruiker) -> Herstelverzoek:
    """Say yes or no. By the yes this person takes part again, with the gezag and the account of before.

    Consent that ended stays ended: it is asked anew. Raises RuleError where it doesn't wait for this person (any more).
    """
    Herstelverzoek.objects.select_for_update().get(pk=verzoek.pk)
    wachten = {rij.pk: rij for rij in herstel_aan_mij_gevraagd(door, nu)}
    if verzoek.pk not in wachten:
        raise RuleError(_("Deze vraag wacht niet (meer) op uw antwoord."))
    rij = wachten[verzoek.pk]
    beantwoord(rij, ja, nu=nu, door=door)
    if ja:
        _herstel(rij, nu=nu)
    _noteer(rij, door, _("hersteld: niet overleden") if ja else _("herstel geweigerd"))
    herstel_beantwoord.send(Herstelverzoek, verzoek=rij, nu=nu, door=door)
    return rij


def _herstel(verzoek: Herstelverzoek, *, nu: datetime) -> None:
    door = verzoek.door
    deelnemer = (
        Deelnemer.objects.select_for_update(of=("self",))
        .select_related("gezin", "gebruiker")
        .get(pk=verzoek.deelnemer_id)
    )
    account = deelnemer.gebruiker
    weer_mee = deelnemer.waarom_gestopt == _(OVERLEDEN)
    if account is not None and weer_mee:
        controleer_niet_dubbel(deelnemer, account)
    with zeggenschap(deelnemer.gezin_id, nu=nu, door=door):
        # Not over or of somebody who has died too.
        Gezag.objects.filter(
            Q(houder=deelnemer, kind__overleden_op__isnull=True) | Q(kind=deelnemer, houder__overleden_op__isnull=True),
            geeindigd_op=deelnemer.overleden_op,
            waarom_geeindigd=_(OVERLEDEN),
        ).update(geeindigd_op=None, waarom_geeindigd="")
        deelnemer.overleden_op = None
        if weer_mee:
            deelnemer.gestopt_op, deelnemer.waarom_gestopt = None, ""
        deelnemer.save(update_fields=["overleden_op", "gestopt_op", "waarom_gestopt"])
        # What was kept from this person is kept again, before anything opens.
        overlijden_hersteld.send(Deelnemer, deelnemer=deelnemer, nu=nu, door=door)
    if not weer_mee:
        return
    if account is not None:
        geef_toegang_terug(account, nu=nu, door=door)
        begin_deelname(deelnemer, nu=nu, door=door)
    if deelnemer.is_gezinslid:
        gezinslid_veranderd.send(Deelnemer, deelnemer=deelnemer, nu=nu, door=door)


def _noteer(verzoek: Herstelverzoek, door: Gebruiker, melding: str) -> None:
    deelnemer = verzoek.deelnemer
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
