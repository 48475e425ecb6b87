"""Which own matters of the plan somebody of the family may choose to show, and to whom (T3).

An adult chooses for each child; somebody of sixteen or seventeen for each parent with gezag. What is offered is what
concerns the chooser and isn't shown without a choice. Never said by a safety flag: what is kept from somebody is nobody
else's to read.
"""

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from django.db.models import Q
from django.utils.translation import gettext as _

from gezinnen.models import Deelnemer
from gezinnen.selectie import LEEFTIJD_EIGEN_TOESTEMMING, MEERDERJARIG, is_meerderjarig
from gezinsplan.models import Afspraak, Afspraakstaat, Doel, Doelstaat
from gezinsplan.models.plan import in_zicht
from instanties.models import Leefgebied
from toestemming.kring import Kring, op_volgorde
from toestemming.models import Deelkeuze
from toestemming.regels import EIGEN_ZAKEN, Kijker
from toestemming.zicht import Blik


@dataclass(frozen=True)
class Zaak:
    """A part of the plan that the chooser may show; `ook`: who else must choose it before it is shown."""

    onderdeel: Doel | Afspraak
    ook: tuple[Deelnemer, ...] = ()

    @property
    def tekst(self) -> str:
        return str(self.onderdeel)

    @property
    def waarover(self) -> str:
        """The own matters that it touches, in words."""
        gebieden = [str(Leefgebied(gebied).label) for gebied in self.onderdeel.leefgebieden]
        return ", ".join(gebieden) or _("nog niet gezegd waar dit over gaat")


def kiest_voor(blik: Blik) -> list[Deelnemer]:
    """Towards whom this reader chooses what to show: an adult the children, a youngster the parents with gezag; or nobody."""
    ik = blik.deelnemer
    if ik is None or not blik.is_gezinslid:
        return []
    if is_meerderjarig(ik, blik.op):
        anderen: Collection[uuid.UUID] = (blik.kring.minderjarigen(blik.op) | blik.kring.leeftijd_onbekend()) - {ik.pk}
    elif ik.pk in blik.kring.van_leeftijd(blik.op, LEEFTIJD_EIGEN_TOESTEMMING, MEERDERJARIG):
        anderen = blik.kring.houders(ik.pk)
    else:
        anderen = ()
    return [lid for lid in op_volgorde(blik.kring, anderen) if lid.gestopt_op is None]


def te_kiezen(blik: Blik, voor: Deelnemer, zaken: Sequence[Doel | Afspraak]) -> list[Zaak]:
    """What of these `zaken` (eigen_zaken_van) this reader may show to `voor`. No query."""
    zonder, met = _kijkers(blik, voor, zaken)
    return [
        Zaak(deel, _ook(blik, zonder, deel))
        for deel in zaken
        if not zonder.ziet(deel.over_wie, deel.leefgebieden, deel.pk)
        and met.ziet(deel.over_wie, deel.leefgebieden, deel.pk)
    ]


def gekozen(blik: Blik, voor: Deelnemer) -> set[uuid.UUID]:
    """What this reader chose to show to `voor` until now."""
    ik = blik.deelnemer.pk if blik.deelnemer else None
    return {keuze.onderdeel for keuze in blik.kring.keuzes if keuze.van_id == ik and keuze.voor_id == voor.pk}


def eigen_zaken_van(blik: Blik) -> list[Doel | Afspraak]:
    """What concerns this reader, touches own matters, and isn't over: two queries."""
    ik = blik.deelnemer
    if ik is None:
        return []
    # Of what nobody said what it is about, it may be one.
    eigen = Q(leefgebieden__overlap=sorted(EIGEN_ZAKEN)) | Q(leefgebieden=[])
    doelen = Doel.objects.filter(in_zicht(blik), eigen, plan__gezin=blik.gezin)
    afspraken = Afspraak.objects.filter(in_zicht(blik), eigen, doel__plan__gezin=blik.gezin)
    delen: list[Doel | Afspraak] = [
        *doelen.exclude(staat=Doelstaat.GESTOPT),
        *afspraken.exclude(staat=Afspraakstaat.VERVALLEN),
    ]
    return [deel for deel in delen if ik.pk in deel.over_wie or (not deel.over_wie and blik.in_hoofdhuishouden)]


def _kijkers(blik: Blik, voor: Deelnemer, delen: Collection[Doel | Afspraak]) -> tuple[Kijker, Kijker]:
    """The eyes of `voor` if nobody had chosen anything, and if everybody had chosen all of this; both without flags."""
    anderen = [pk for pk in blik.kring.leden if pk != voor.pk]
    alles = [
        Deelkeuze(gezin_id=blik.gezin.pk, van_id=van, voor_id=voor.pk, onderdeel=deel.pk)
        for deel in delen
        for van in anderen
    ]
    leeg: Kring = replace(blik.kring, vlaggen=[], keuzes=[])
    return (
        Kijker(leeg, blik.op, ik=voor.pk),
        Kijker(replace(leeg, keuzes=alles), blik.op, ik=voor.pk),
    )


def _ook(blik: Blik, kijker: Kijker, deel: Doel | Afspraak) -> tuple[Deelnemer, ...]:
    """Who else must choose this part: the others whose own matters are in it."""
    ik = blik.deelnemer.pk if blik.deelnemer else None
    wie = kijker.samen_van_wie if not deel.over_wie else kijker.van_wie & set(deel.over_wie)
    return tuple(op_volgorde(blik.kring, wie - {ik}))
