"""The rows of a 'no': said by itself, as the answer to a line, or by taking that line back (T8)."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils.timezone import localdate

from berichten.actions import Melding, meld_velen
from gezinnen.models import Deelnemer
from instanties.models import Gebruiker, Instelling
from toestemming.dekking import treft, wie_als_tekst
from toestemming.kring import kring_van
from toestemming.models import Bereik, Toestemming, Weigering
from toestemming.ondertekenaars import telt


def leg_weigeringen_vast(nieuw: Sequence[Weigering], *, nu: datetime) -> list[Weigering]:
    """Keep these unsaved ones of one family, but those that stand already; returns what is new."""
    if not nieuw:
        return []
    staand = {
        (rij.wie_id, rij.bereik, rij.naar_wat) for rij in Weigering.objects.staand().filter(gezin=nieuw[0].gezin_id)
    }
    rijen = [rij for rij in nieuw if (rij.wie_id, rij.bereik, rij.naar_wat) not in staand]
    kring = kring_van(nieuw[0].gezin_id)
    for rij in rijen:
        rij.telt = telt(kring, rij, localdate(nu))
    return Weigering.objects.bulk_create(rijen)


def noemt(weigering: Weigering, regel: Toestemming) -> bool:
    """Whether this 'no' names all that the line would open: its receiver, and its topic."""
    if regel.ontvanger is not None:
        zelfde = treft(weigering, regel.ontvanger)
    else:
        zelfde = weigering.ontvanger_instelling_id == regel.ontvanger_instelling_id
    gebied = weigering.leefgebied in ("", regel.leefgebied)
    return zelfde and gebied and wie_als_tekst(regel.over_id) in weigering.telt


def volg_opvolger(instelling: Instelling, opvolger: Instelling, *, nu: datetime) -> list[Toestemming]:
    """What was refused to an instelling is refused to the one in which it goes on; who said it, hears that (T8, I9).

    Returns the open lines that it names there now, which nobody said yes to with this 'no' in mind.
    """
    oud = list(Weigering.objects.staand().filter(ontvanger_instelling=instelling).select_related("wie__gebruiker"))
    daar = Weigering.objects.staand().filter(ontvanger_instelling=opvolger)
    al = {(rij.wie_id, rij.bereik, rij.naar_wat) for rij in daar}
    Weigering.objects.filter(pk__in=[rij.pk for rij in oud]).update(tot=nu)
    nieuw = [
        Weigering(
            gezin_id=rij.gezin_id, wie_id=rij.wie_id, ontvanger_instelling=opvolger, leefgebied=rij.leefgebied,
            bereik=rij.bereik, over_id=rij.over_id, regel_id=rij.regel_id, telt=rij.telt, op=rij.op,
            vastgelegd_door_id=rij.vastgelegd_door_id,
        )
        for rij in oud
    ]  # fmt: skip
    nieuw = Weigering.objects.bulk_create([rij for rij in nieuw if (rij.wie_id, rij.bereik, rij.naar_wat) not in al])
    vertel_die_nee_zeiden("nee_gaat_mee", oud, feit=str(instelling.pk), nu=nu)
    return [regel for rij in nieuw for regel in _regels_bij(rij)]


def wie_er_komt_werken(
    instelling: Instelling, *, feit: str, nu: datetime, wie: Gebruiker | None = None
) -> list[Toestemming]:
    """The open lines by name that a 'no' to this instelling names now that their receiver works there (T8).

    `wie`: only of this receiver; else of all who came there. Who said no, hears that it reaches somebody more; `feit`: once.
    """
    tegen = Weigering.objects.staand().filter(ontvanger_instelling=instelling)
    if wie is not None:
        tegen = tegen.filter(gezin__deelnemers__gebruiker=wie).distinct()
    gevonden: dict[Toestemming, Weigering] = {}
    for nee in tegen.select_related("wie__gebruiker"):
        for regel in _regels_bij(nee):
            if regel.ontvanger is not None and (wie is None or regel.ontvanger.gebruiker_id == wie.pk):
                gevonden[regel] = nee
    vertel_die_nee_zeiden("nee_geldt_ook", gevonden.values(), feit=feit, nu=nu)
    return list(gevonden)


def _regels_bij(nieuw: Weigering) -> Iterable[Toestemming]:
    """The open lines that this one names: those by name asked after it was said, and with it in mind, stay (T8)."""
    tegen = Weigering.objects.met_wie_er_werkt().get(pk=nieuw.pk)
    regels = Toestemming.objects.open().filter(gezin=nieuw.gezin_id).select_related("gezin", "gesprek", "ontvanger")
    for regel in regels:
        eerder = tegen.regel_id is None and regel.gesprek.vastgelegd_op < tegen.op
        if noemt(tegen, regel) and (regel.ontvanger_id is None or eerder):
            yield regel


def vertel_die_nee_zeiden(soort: str, nee: Iterable[Weigering], *, feit: str, nu: datetime) -> None:
    """Tell each who said one of these, once, with an account."""
    zeiden = {(rij.gezin_id, rij.wie.gebruiker) for rij in nee if rij.wie.gebruiker and rij.wie.gebruiker.is_active}
    meld_velen([Melding(soort, wie, sleutel=f"{soort}:{feit}:{gezin}", gezin=gezin) for gezin, wie in zeiden], nu)


def weiger_regels(wie: Deelnemer, regels: Iterable[Toestemming], *, nu: datetime, door: Gebruiker) -> None:
    """What somebody refuses or takes back, that receiver doesn't know by another's yes either (T8)."""
    leg_weigeringen_vast(
        [
            Weigering(
                gezin_id=regel.gezin_id,
                wie=wie,
                ontvanger_id=regel.ontvanger_id,
                ontvanger_instelling_id=regel.ontvanger_instelling_id,
                leefgebied=regel.leefgebied,
                bereik=Bereik.PERSONEN if regel.over_id else Bereik.SAMEN,
                over_id=regel.over_id,
                regel=regel,
                op=nu,
                vastgelegd_door=door,
            )
            for regel in regels
        ],
        nu=nu,
    )
