"""Whoever does an action of the ladder says yes or 'kan niet' (E2, E4, E5): who answers, and who may write down what was said.

The doer himself, for an instelling who leads it, or who stands in for either (I6). What a doer without account said is
passed on by who asks after him (G17). What was said by phone or at the table may be written down by whoever keeps the step,
coordinates, or works in the plan, with how that was heard; never by whose share is what is stuck (E15). Of somebody who can
answer himself, who asked doesn't write down the yes.
"""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from core.errors import RuleError
from escalatie.houders import leiding_van
from escalatie.models import Actie, Actiestaat, Actieverzoek, Stap
from escalatie.ontvangers import Ontvangers, rekent_op
from escalatie.stem import is_eigen_aandeel
from escalatie.waarneming import is_houder
from gezinnen.models import Deelnemer
from gezinnen.permissions import is_coordinator
from gezinnen.waarneming import ik_en_namens
from gezinsplan.selectie import afgeschermd
from instanties.models import Gebruiker
from instanties.permissions import instellingen_als_manager


def over_wie(stap: Stap) -> list[UUID]:
    """Whom this is about: as its goal says; without one nobody said so, and it may be about everyone of the family (X5)."""
    doel = stap.stagnatie.doel
    if doel is not None:
        return doel.over_wie
    return list(Deelnemer.objects.gezinsleden().filter(gezin=stap.stagnatie.gezin_id).values_list("pk", flat=True))


def mag_niet_weten(stap: Stap) -> Collection[UUID]:
    """From whom a safety flag keeps what this step is about: they aren't asked about it (X5)."""
    return set(afgeschermd(over_wie(stap)).values_list("voor_wie", flat=True))


def zegt_het_zelf(gebruiker: Gebruiker, actie: Actie) -> bool:
    """Whether this person does the action, leads the instelling that does, or stands in for who does."""
    if actie.instelling_id is not None:
        return instellingen_als_manager(gebruiker).filter(pk=actie.instelling_id).exists()
    return actie.deelnemer is not None and actie.deelnemer.gebruiker_id in ik_en_namens(
        gebruiker, actie.stap.stagnatie.gezin_id
    )


def eis_mag_opschrijven(
    gebruiker: Gebruiker, verzoek: Actieverzoek, stap: Stap, ja: bool, ontvangers: Ontvangers
) -> None:
    """Raise RuleError unless this person may write down what the doer of this action said. `stap`: the open one."""
    actie, gezin_id = verzoek.actie, stap.stagnatie.gezin_id
    ik = ik_en_namens(gebruiker, gezin_id)
    rekent = rekent_op(actie.deelnemer, mag_niet_weten(stap))
    if rekent is not None and actie.deelnemer is not None and actie.deelnemer.gebruiker_id is None and rekent.pk in ik:
        return
    werkt_hier = is_houder(gebruiker, stap) or is_coordinator(gebruiker, gezin_id)
    if not (werkt_hier or ontvangers.werkt_mee(gebruiker, stap.stagnatie)) or is_eigen_aandeel(
        gebruiker, stap.stagnatie
    ):
        raise RuleError(_("Deze actie is van een ander."))
    zelf_vroeg = verzoek.door_id in ik or (
        verzoek.door is not None and gebruiker.pk in ik_en_namens(verzoek.door, gezin_id)
    )
    if ja and zelf_vroeg and kan_zelf(actie):
        raise RuleError(_("U vroeg dit zelf, of wie u vervangt. Wie het doet, zegt ja; of een ander schrijft het op."))


def kan_zelf(actie: Actie) -> bool:
    """Whether its doer can answer himself: by an account, or as who leads the instelling."""
    if actie.instelling is not None:
        return leiding_van(actie.instelling) is not None
    return actie.deelnemer is not None and actie.deelnemer.gebruiker is not None and actie.deelnemer.gebruiker.is_active


def onvervangen(acties: Iterable[Actie]) -> list[Actie]:
    """Of these actions (of one step, with their `termijn`) those that can't be done, after which no other was recorded."""
    acties = list(acties)
    laatste = max((actie.termijn.begint_op for actie in acties if actie.staat != Actiestaat.KAN_NIET), default=None)
    return [
        actie
        for actie in acties
        if actie.staat == Actiestaat.KAN_NIET
        and (laatste is None or actie.termijn.beeindigd_op is None or laatste < actie.termijn.beeindigd_op)
    ]
