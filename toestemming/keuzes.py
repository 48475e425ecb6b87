"""What can be asked on a sheet: for each betrokkene the subjects of the plan, and what he or she may know already (T1)."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from gezinnen.models import Deelnemer
from instanties.models import Leefgebied
from toestemming import onderwerpen
from toestemming.dekking import dekking, geweigerd, is_van, treft
from toestemming.kring import Kring
from toestemming.models import Grondslag, SoortGrondslag, Toestemming, Toestemmingstaat, Weigering
from toestemming.plan import onderwerpen_in_plan
from toestemming.teksten import betrokkene_in_woorden, over_in_woorden
from toestemming.zicht import Blik

Wat = tuple[str, uuid.UUID | None]


@dataclass
class Groep:
    """One betrokkene on the sheet."""

    wie: Deelnemer
    # Topic → words: what the plan is about, and isn't shared or asked yet.
    mogelijk: dict[str, str] = field(default_factory=dict)
    # Words, and why it can't be ticked.
    al: list[tuple[str, str]] = field(default_factory=list)
    # Every topic, in the plan or not, that is asked or given.
    gevraagd: set[str] = field(default_factory=set)

    @property
    def naam(self) -> str:
        return betrokkene_in_woorden(self.wie)


def groepen(blik: Blik, kring: Kring) -> list[Groep]:
    """The betrokkenen of this family but the coordinator, each with what can be asked. A fixed number of queries."""
    wat = _op_volgorde(kring, onderwerpen_in_plan(blik.gezin.pk))
    wie = [
        rij
        for rij in blik.deelnemers()
        .actief()
        .betrokkenen()
        .order_by("soort", "instelling__naam_volgorde", "naam_volgorde")
        if not (blik.coordinatorschap and rij.gebruiker_id == blik.coordinatorschap.gebruiker_id)
    ]
    open_regels = list(Toestemming.objects.open().filter(gezin=blik.gezin))
    gronden = list(Grondslag.objects.geldig().voor_plan().filter(gezin=blik.gezin))
    weigeringen = blik.gezin.weigeringen_nu  # type: ignore[attr-defined] # as zicht found the family
    return [_groep(mens, wat, open_regels, gronden, weigeringen, kring) for mens in wie]


def namen_van_gezinsleden(kring: Kring) -> dict[str, str]:
    """About whom something may be shared: each gezinslid who takes part, and the family together."""
    leden = {str(pk): lid.naam for pk, lid in kring.leden.items() if lid.gestopt_op is None}
    return {**leden, onderwerpen.SAMEN: _("het gezin samen")}


def _groep(
    wie: Deelnemer,
    wat: list[Wat],
    open_regels: list[Toestemming],
    gronden: list[Grondslag],
    weigeringen: list[Weigering],
    kring: Kring,
) -> Groep:
    groep = Groep(wie)
    staten: dict[str, str] = {}
    for regel in open_regels:
        voor_instelling = regel.ontvanger_instelling_id is not None
        if regel.ontvanger_id == wie.pk or (voor_instelling and regel.ontvanger_instelling_id == wie.instelling_id):
            staten[onderwerpen.onderwerp(regel.leefgebied, regel.over_id)] = regel.staat
    groep.gevraagd = {deel for deel, staat in staten.items() if staat != Toestemmingstaat.GEWEIGERD}
    zonder = dekking(
        [grond for grond in gronden if grond.soort_id != SoortGrondslag.TOESTEMMING and is_van(grond, wie)],
        weigeringen,
        [wie],
    )
    tegen = [rij for rij in weigeringen if treft(rij, wie)]
    for gebied, over in wat:
        deel = onderwerpen.onderwerp(gebied, over)
        woorden = over_in_woorden(gebied, kring.leden[over] if over else None)
        if staten.get(deel) == Toestemmingstaat.GELDIG:
            groep.al.append((woorden, _("toestemming gegeven")))
        elif staten.get(deel) == Toestemmingstaat.GEVRAAGD:
            groep.al.append((woorden, _("al gevraagd")))
        elif gebied in zonder.over(over):
            groep.al.append((woorden, _("ziet dit al, want nodig voor de eigen hulp")))
        else:
            nee = staten.get(deel) == Toestemmingstaat.GEWEIGERD or geweigerd(tegen, gebied, over)
            eerder = _(" (eerder nee)") if nee else ""
            groep.mogelijk[deel] = f"{woorden}{eerder}"
    return groep


def _op_volgorde(kring: Kring, wat: Iterable[Wat]) -> list[Wat]:
    """By person in the order of the family, the family together last; only about who still takes part."""
    per_persoon: dict[uuid.UUID | None, set[str]] = defaultdict(set)
    for gebied, over in wat:
        per_persoon[over].add(gebied)
    wie: list[uuid.UUID | None] = [pk for pk, lid in kring.leden.items() if lid.gestopt_op is None]
    return [(gebied, over) for over in [*wie, None] for gebied in Leefgebied.values if gebied in per_persoon[over]]
