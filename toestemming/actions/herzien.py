"""Whether each line of consent is complete now, and the ground that follows from it: said in one place (T1, T2, T3)."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gezinnen.models import Gezin
from instanties.models import Gebruiker
from logboek.models import Handeling
from toestemming.actions.grondslagen import begin_grondslagen, eindig_grondslagen
from toestemming.actions.verslag import schrijf_over
from toestemming.dekking import treft
from toestemming.kring import Kring, kringen
from toestemming.models import (
    Antwoord,
    Bereik,
    Grondslag,
    Handtekening,
    SoortGrondslag,
    Toestemming,
    Toestemmingstaat,
    Weigering,
)
from toestemming.ondertekenaars import genoeg_tot, ondertekenaars, telt
from woorden.tijdwoorden import AMSTERDAM


@transaction.atomic
def herzie(gezin_ids: Iterable[uuid.UUID], *, nu: datetime, door: Gebruiker | None = None) -> list[Toestemming]:
    """Bring the lines of these families and their grounds up to date with signatures, ages and gezag of this day (T2).

    A fixed number of statements. Returns the lines whose state changed. To be called by every act that touches these.
    """
    gezin_ids = sorted(set(gezin_ids))
    # One at a time in each family: a signature, a withdrawal and the clock look at the same lines.
    list(Gezin.objects.select_for_update(no_key=True).filter(pk__in=gezin_ids).order_by("pk").values_list("pk"))
    regels = list(
        Toestemming.objects.open()
        .filter(gezin__in=gezin_ids)
        .select_related("gesprek", "gezin", "ontvanger")
        .order_by("pk")
    )
    weigeringen = list(
        Weigering.objects.staand().filter(gezin__in=gezin_ids).select_related("ontvanger").order_by("pk")
    )
    if not regels and not weigeringen:
        return []
    kringen_nu, op = kringen(gezin_ids), localdate(nu)
    gezegd = _gezegd(regels)
    gronden = {
        grond.voor_object: grond
        for grond in Grondslag.objects.filter(voor_object__in=[regel.pk for regel in regels], tot__isnull=True)
    }
    veranderd, nieuw, weg = [], [], []
    for regel in regels:
        kring = kringen_nu[regel.gezin_id]
        ja = {wie for wie, antwoord in gezegd[regel.pk].items() if antwoord == Antwoord.JA}
        eigen_nee = regel.over_id not in ja and any(_zei_zelf_nee(weigering, regel) for weigering in weigeringen)
        staat = Toestemmingstaat.GEWEIGERD if eigen_nee else _staat(kring, regel, gezegd[regel.pk], ja, op)
        if staat != regel.staat:
            Toestemming.overgangen.move(staat, regel)
            veranderd.append(regel)
        grond = gronden.get(regel.pk)
        if staat != Toestemmingstaat.GELDIG:
            if grond:
                weg.append(regel.pk)
            continue
        uiterlijk = _uiterlijk(kring, regel, ja, op)
        if grond is None or grond.uiterlijk != uiterlijk:
            nieuw.append(_grond(regel, uiterlijk))
    Toestemming.objects.bulk_update(veranderd, ["staat"])
    if weg:
        eindig_grondslagen(nu=nu, door=door, voor_objecten=weg)
    begin_grondslagen(nieuw, nu=nu, door=door)
    schrijf_over(Handeling.RECHTEN_WIJZIGEN, veranderd, door=door)
    _herzie_weigeringen(weigeringen, regels, kringen_nu, nu)
    return veranderd


def _zei_zelf_nee(weigering: Weigering, regel: Toestemming) -> bool:
    """Whether who this line is about said 'no' to all that it opens: nobody's yes in that place ends it (T8)."""
    if weigering.wie_id != regel.over_id or weigering.bereik == Bereik.SAMEN:
        return False
    if weigering.bereik == Bereik.PERSONEN and weigering.over_id != regel.over_id:
        return False
    if weigering.ontvanger_instelling_id:
        van = regel.ontvanger.instelling_id if regel.ontvanger else regel.ontvanger_instelling_id
        zelfde = weigering.ontvanger_instelling_id == van
    else:
        zelfde = regel.ontvanger is not None and treft(weigering, regel.ontvanger)
    return zelfde and weigering.leefgebied in ("", regel.leefgebied)


def _herzie_weigeringen(
    weigeringen: Iterable[Weigering],
    regels: Iterable[Toestemming],
    kringen_nu: Mapping[uuid.UUID, Kring],
    nu: datetime,
) -> None:
    """Who may still say 'no' about whom; and a 'no' ends where all who must have said yes to the same (T8)."""
    ja = {regel.naar_wat for regel in regels if regel.staat == Toestemmingstaat.GELDIG}
    veranderd = []
    for weigering in weigeringen:
        nu_telt = telt(kringen_nu[weigering.gezin_id], weigering, localdate(nu))
        tot = nu if weigering.bereik != Bereik.IEDEREEN and weigering.naar_wat in ja else None
        if (nu_telt, tot) != (weigering.telt, None):
            weigering.telt, weigering.tot = nu_telt, tot
            veranderd.append(weigering)
    Weigering.objects.bulk_update(veranderd, ["telt", "tot"])


@transaction.atomic
def eindig(regels: Iterable[Toestemming], staat: Toestemmingstaat, *, nu: datetime, door: Gebruiker | None) -> None:
    """End these open lines and what they opened, at once: withdrawn or past (T3)."""
    lijst = list(regels)
    for regel in lijst:
        Toestemming.overgangen.move(staat, regel)
        regel.beeindigd_op = nu
    Toestemming.objects.bulk_update(lijst, ["staat", "beeindigd_op"])
    if lijst:
        eindig_grondslagen(nu=nu, door=door, voor_objecten=[regel.pk for regel in lijst])
    schrijf_over(Handeling.RECHTEN_WIJZIGEN, lijst, door=door)


def begin_van_dag(dag: date) -> datetime:
    """The first moment of a day in the Netherlands."""
    return datetime.combine(dag, time.min, AMSTERDAM)


def _gezegd(regels: Iterable[Toestemming]) -> dict[uuid.UUID, dict[uuid.UUID, str]]:
    gezegd: dict[uuid.UUID, dict[uuid.UUID, str]] = defaultdict(dict)
    tekeningen = Handtekening.objects.filter(toestemming__in=[regel.pk for regel in regels], tot__isnull=True)
    for regel_id, wie, antwoord in tekeningen.values_list("toestemming_id", "ondertekenaar_id", "antwoord"):
        gezegd[regel_id][wie] = antwoord
    return gezegd


def _staat(
    kring: Kring, regel: Toestemming, gezegd: dict[uuid.UUID, str], ja: set[uuid.UUID], op: date
) -> Toestemmingstaat:
    nodig = ondertekenaars(kring, regel.over_id, op)
    if any(gezegd.get(wie) == Antwoord.NEE for wie in nodig.wie):
        return Toestemmingstaat.GEWEIGERD
    return Toestemmingstaat.GELDIG if nodig.compleet_met(ja) else Toestemmingstaat.GEVRAAGD


def _uiterlijk(kring: Kring, regel: Toestemming, ja: set[uuid.UUID], op: date) -> datetime:
    """Until when this ground may hold without another look: its last day, or a birthday that asks for others."""
    eind = regel.gesprek.geldig_tot + timedelta(days=1)
    verjaardag = genoeg_tot(kring, regel.over_id, ja, op)
    return begin_van_dag(min(eind, verjaardag) if verjaardag else eind)


def _grond(regel: Toestemming, uiterlijk: datetime) -> Grondslag:
    ontvanger = regel.ontvanger
    return Grondslag(
        gezin_id=regel.gezin_id,
        gebruiker_id=ontvanger.gebruiker_id if ontvanger else None,
        deelnemer=ontvanger,
        instelling_id=regel.ontvanger_instelling_id,
        soort_id=SoortGrondslag.TOESTEMMING,
        leefgebieden=[regel.leefgebied],
        bereik=Bereik.PERSONEN if regel.over_id else Bereik.SAMEN,
        over_wie=[regel.over_id] if regel.over_id else [],
        voor_object=regel.pk,
        reden=_("toestemming voor: %(doel)s") % {"doel": regel.gesprek.doel},
        uiterlijk=uiterlijk,
    )
