"""What waits until the region's day begins, on a werkdag, though its term has passed (S2): so opening and telling are one moment.

Nothing else may wait: not what is in hours or about safety, nor a kind that opens no step.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from termijnen import soorten
from termijnen.inbox import met_onderwerp
from termijnen.kalender import huidige_kalender, opent_op
from termijnen.models import Termijn
from woorden.tijdwoorden import dag_voluit, klokslag


def wachten(termijnen: Iterable[Termijn], nu: datetime) -> Mapping[UUID, datetime]:
    """Of these running terms those that have passed and still wait at `nu`, each until when. Two queries, or none."""
    kalender = huidige_kalender()
    opent = {
        termijn.pk: opent_op(termijn.loopt_af_op, kalender)
        for termijn in termijnen
        if termijn.loopt_af_op <= nu and not termijn.in_uren and _kan_wachten(termijn)
    }
    opent = {pk: moment for pk, moment in opent.items() if moment > nu}
    if not opent:
        return {}
    dringend = met_onderwerp(Termijn.objects.filter(pk__in=opent)).filter(soorten.kan_niet_wachten())
    for pk in dringend.values_list("pk", flat=True):
        del opent[pk]
    return opent


def wanneer_verder(termijn: Termijn, nu: datetime) -> str:
    """'De termijn is voorbij. Het gaat verder op maandag 7 december om 07:00.' Empty while it runs."""
    if not termijn.is_voorbij:
        return ""
    dag = dag_voluit(localdate(termijn.aan_de_beurt_op), localdate(nu))
    zin = _("De termijn is voorbij. Het gaat verder op %(dag)s om %(tijd)s.")
    return zin % {"dag": dag, "tijd": klokslag(termijn.aan_de_beurt_op)}


def wacht_ten_onrechte(nu: datetime, sinds: datetime) -> list[UUID]:
    """The running terms that passed before `sinds`, of which the clock waits with what follows, and mustn't (E9).

    What failed waits for the next try; that is found elsewhere.
    """
    uitgesteld = Termijn.objects.lopend().filter(loopt_af_op__lt=sinds, aan_de_beurt_op__gt=nu, pogingen=0)
    rijen = list(uitgesteld.order_by("pk"))
    mogen = wachten(rijen, nu)
    return [rij.pk for rij in rijen if rij.pk not in mogen or localdate(rij.aan_de_beurt_op) > localdate(mogen[rij.pk])]


def _kan_wachten(termijn: Termijn) -> bool:
    soort = soorten.bekende_soort(termijn.soort)
    return soort is not None and soort.wacht_op_werkdag
