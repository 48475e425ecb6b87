"""Saying 'no': as easily as yes, before anybody asks, and lasting until those who must sign say yes to the same (T8, S18)."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from berichten.actions import meld
from core.errors import NotAllowed, RuleError
from gezinnen.models import Deelnemer, Gezin
from gezinnen.permissions import is_coordinator
from gezinnen.selectie import coordinator
from instanties.models import Gebruiker, Instelling, Leefgebied
from logboek.models import Handeling
from toestemming.actions.herzien import eindig
from toestemming.actions.intrekken import stop_met
from toestemming.actions.verslag import schrijf_over_gezin
from toestemming.actions.weigering import leg_weigeringen_vast, noemt
from toestemming.dekking import treft
from toestemming.kring import kan_beslissen, kring_van
from toestemming.models import Bereik, Toestemming, Toestemmingstaat, Weigering
from toestemming.ondertekenaars import beslist_over
from woorden.zinnen import zin


@dataclass(frozen=True)
class Neegegevens:
    """To whom (one betrokkene, or everybody of an instelling) about what: `leefgebied` empty is whatever it is about."""

    ontvanger: Deelnemer | None
    instelling: Instelling | None
    leefgebied: str
    bereik: str
    over: uuid.UUID | None = None


@transaction.atomic
def zeg_nee(wie: Deelnemer, gegevens: Neegegevens, *, nu: datetime, door: Gebruiker) -> Weigering:
    """From now on this receiver doesn't know it, on consent or on what a share needs (T8). No reason is asked.

    By the person with the own account, or told to the coordinator, who records it. What it names of what was shared ends
    at once, like something taken back. Raises RuleError at the field (ontvanger, leefgebied, over).
    """
    if wie.gebruiker_id != door.pk and not is_coordinator(door, wie.gezin_id):
        raise NotAllowed(zin(_("Alleen de persoon zelf of [de zorgcoördinator] legt dit vast.")))
    Gezin.objects.select_for_update(no_key=True).get(pk=wie.gezin_id)
    _controleer(wie, gegevens, nu)
    nieuw = Weigering(
        gezin_id=wie.gezin_id,
        wie=wie,
        ontvanger=gegevens.ontvanger,
        ontvanger_instelling=gegevens.instelling,
        leefgebied=gegevens.leefgebied,
        bereik=gegevens.bereik,
        over_id=gegevens.over,
        op=nu,
        vastgelegd_door=door,
    )
    if not leg_weigeringen_vast([nieuw], nu=nu):
        raise RuleError(_("Dit nee staat er al."), "ontvanger")
    schrijf_over_gezin(Handeling.RECHTEN_WIJZIGEN, wie.gezin, "weigering", nieuw.pk, door=door, melding=_("nee gezegd"))
    nieuw = Weigering.objects.met_wie_er_werkt().select_related("ontvanger").get(pk=nieuw.pk)
    geraakt = [regel for regel in _open_regels(wie.gezin_id) if noemt(nieuw, regel)]
    lopend = [regel for regel in geraakt if regel.staat != Toestemmingstaat.GEWEIGERD]
    eindig([regel for regel in geraakt if regel not in lopend], Toestemmingstaat.VERLOPEN, nu=nu, door=door)
    if lopend:
        stop_met(wie, lopend, nu=nu, door=door)
    else:
        _vertel(nieuw, nu, door)
    return nieuw


def _controleer(wie: Deelnemer, gegevens: Neegegevens, nu: datetime) -> None:
    ontvanger = gegevens.ontvanger
    if not kan_beslissen(wie):
        raise RuleError(_("%(naam)s beslist niet meer mee.") % {"naam": wie.naam}, "over")
    if (ontvanger is None) == (gegevens.instelling is None):
        raise RuleError(_("Kies wie iets niet mag weten."), "ontvanger")
    if ontvanger is not None and (ontvanger.gezin_id != wie.gezin_id or ontvanger.is_gezinslid):
        raise RuleError(_("Kies iemand die meedoet aan het plan, of een organisatie."), "ontvanger")
    schap = coordinator(wie.gezin)
    if ontvanger is not None and schap and ontvanger.gebruiker_id == schap.gebruiker_id:
        raise RuleError(
            zin(_("[De zorgcoördinator] maakt het plan en ziet daarom alles. Vraag om [een andere zorgcoördinator].")),
            "ontvanger",
        )
    if gegevens.leefgebied not in ("", *Leefgebied.values):
        raise RuleError(_("Kies uit de lijst."), "leefgebied")
    beslist = beslist_over(kring_van(wie.gezin_id), wie.pk, localdate(nu))
    bedoeld = {Bereik.IEDEREEN: bool(beslist), Bereik.SAMEN: None in beslist}
    mag = bedoeld.get(Bereik(gegevens.bereik), gegevens.over is not None and gegevens.over in beslist)
    if not mag:
        raise RuleError(_("Daar beslist %(naam)s niet over.") % {"naam": wie.naam}, "over")


def _open_regels(gezin_id: uuid.UUID) -> Iterable[Toestemming]:
    return (
        Toestemming.objects.open()
        .filter(gezin=gezin_id)
        .select_related("gezin", "gesprek", "over", "ontvanger__gebruiker", "ontvanger_instelling")
    )


def _vertel(weigering: Weigering, nu: datetime, door: Gebruiker) -> None:
    """The coordinator hears it, who makes the plan with it; never whom it is about."""
    schap = coordinator(weigering.gezin)
    rijen = Deelnemer.objects.actief().filter(gezin=weigering.gezin_id, gebruiker=schap.gebruiker_id) if schap else ()
    if schap and schap.gebruiker_id != door.pk and not any(treft(weigering, rij) for rij in rijen):
        meld("nee_gezegd", schap.gebruiker, sleutel=f"nee:{weigering.pk}", nu=nu, gezin=weigering.gezin_id)
