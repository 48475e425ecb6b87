"""Who may do what with the parts of a plan, beside rights on the family (gezinnen) and what is seen (toestemming)."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from core.errors import NotAllowed
from core.kept_queries import SlotList
from gezinnen.models import Coordinatorschap, Deelnemer
from gezinnen.permissions import is_coordinator
from gezinnen.selectie import zonder_werkende_coordinator
from gezinnen.waarneming import ik_en_namens
from gezinsplan.models import Afspraak
from gezinsplan.spreker import Spreker, account
from instanties.models import Gebruiker
from instanties.permissions import instellingen_als_manager, is_manager
from toestemming.zicht import Blik
from woorden.zinnen import zin


def plannen_zonder_coordinator(gebruiker: Gebruiker) -> QuerySet[Coordinatorschap]:
    """The plans for which this manager or director may name a colleague, without seeing them (Z3)."""
    return zonder_werkende_coordinator(instellingen_als_manager(gebruiker))


def mist_coordinatoren(gebruiker: Gebruiker) -> bool:
    """Whether there is such a plan now."""
    return is_manager(gebruiker) and plannen_zonder_coordinator(gebruiker).exists()


def uitvoerder_q(ik: Collection[UUID] | SlotList) -> Q:
    """The filter for doers who take part still, and for whom one of these accounts answers (G17)."""
    namens = Q(gebruiker__isnull=True, navrager__gebruiker__in=ik, navrager__gestopt_op__isnull=True)
    return Q(gestopt_op__isnull=True) & (Q(gebruiker__in=ik) | namens)


def mag_afvinken(spreker: Spreker, afspraak: Afspraak) -> bool:
    """A doer ticks off his own; the navrager for a doer without account (G17); the coordinator any.

    A doer without account does so by a one-time link, as long as he has none.
    """
    gebruiker = account(spreker)
    if gebruiker is None:
        return afspraak.uitvoerders.filter(pk=spreker.pk, gebruiker__isnull=True, gestopt_op__isnull=True).exists()
    gezin_id = afspraak.doel.plan.gezin_id
    if afspraak.uitvoerders.filter(uitvoerder_q(ik_en_namens(gebruiker, gezin_id))).exists():
        return True
    return is_coordinator(gebruiker, gezin_id)


def eis_afvinken(spreker: Spreker, afspraak: Afspraak) -> None:
    """Raise NotAllowed unless this person may say how this afspraak went."""
    if not mag_afvinken(spreker, afspraak):
        raise NotAllowed(_("Deze afspraak is van een ander."))


def mag_link_sturen(
    gebruiker: Gebruiker, afspraak: Afspraak, deelnemer: Deelnemer, *, coordineert: bool | None = None
) -> bool:
    """The coordinator, and who asks after this doer without account, may let him answer by a one-time link (G17).

    Of who is shown by function, the mail address says who it is: that one the coordinator sends (X5). `coordineert`: for
    who knows already whether this is the coordinator.
    """
    if not deelnemer.is_professional or deelnemer.gebruiker_id:
        return False
    if coordineert is None:
        coordineert = is_coordinator(gebruiker, afspraak.doel.plan.gezin_id)
    if coordineert:
        return True
    navrager = deelnemer.navrager
    return (
        navrager is not None
        and navrager.gebruiker_id in ik_en_namens(gebruiker, deelnemer.gezin_id)
        and navrager.gestopt_op is None
        and not deelnemer.is_functienaam
    )


def mag_gezinsblad(blik: Blik) -> bool:
    """Who may put what everyone at home may read on paper: the coordinator, and who lives in the main household (T3)."""
    return blik.is_coordinator or blik.in_hoofdhuishouden


def eis_gezinsblad(blik: Blik) -> None:
    """Raise NotAllowed unless this reader may."""
    if not mag_gezinsblad(blik):
        raise NotAllowed(zin(_("Dit blad is voor wie in het gezin woont, en voor [de zorgcoördinator].")))
