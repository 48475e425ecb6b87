"""Which running afspraken were asked of somebody who hasn't said yes yet: to who guards the plan they don't run (T3, E10)."""

from collections.abc import Sequence

from gezinsplan.models import Aanvaarding, Afspraak, Afspraakstaat
from toestemming.zicht import Blik, kijkers


def zet_erbij(blik: Blik, afspraken: Sequence[Afspraak]) -> None:
    """Say of each of these (with its `doel` and `uitvoerders`) in `wacht_op_ja` whether a doer is still to say yes to it.

    As `met_vraag` asks it of the doer: of who doesn't see the goal by himself, and of who asks after a doer without account.
    Only to a reader of the whole plan: to others it would say who sees what. One query; two more where a yes is missing.
    """
    lopend = [afspraak for afspraak in afspraken if afspraak.staat == Afspraakstaat.LOOPT] if blik.ziet_alles else []
    if not lopend:
        return
    gezegd = set(Aanvaarding.objects.ja().filter(afspraak__in=lopend).values_list("afspraak_id", "deelnemer_id"))
    coordineert = blik.coordinatorschap.gebruiker_id if blik.coordinatorschap else None
    zonder_ja = [
        (afspraak, mens)
        for afspraak in lopend
        for mens in afspraak.uitvoerders.all()
        if (afspraak.pk, mens.pk) not in gezegd and mens.gestopt_op is None and mens.gebruiker_id != coordineert
    ]
    zelf = {mens.pk: mens for _afspraak, mens in zonder_ja if mens.gebruiker_id}
    ogen = kijkers(list(zelf.values()), blik.op) if zelf else {}
    for afspraak, mens in zonder_ja:
        oog, doel = ogen.get(mens.pk), afspraak.doel
        wacht = mens.navrager_id is not None if oog is None else not oog.ziet(doel.over_wie, doel.leefgebieden, doel.pk)
        afspraak.wacht_op_ja = afspraak.wacht_op_ja or wacht
