"""What the privacy officer decides in the place of whom a safety flag concerns: lines about those it protects (S19)."""

import uuid
from collections.abc import Iterable
from datetime import date

from toestemming.kring import kringen
from toestemming.models import Handtekening, Toestemming, Toestemmingstaat, Veiligheidsvlag
from toestemming.ondertekenaars import in_plaats

_VRAAGT = (Toestemmingstaat.GEVRAAGD, Toestemmingstaat.GELDIG)


def te_beslissen(regels: Iterable[Toestemming], op: date) -> list[tuple[Toestemming, Veiligheidsvlag]]:
    """Of these lines those that wait for the privacy officer, each with the flag that is why.

    A fixed number of queries, however many families.
    """
    regels = [regel for regel in regels if regel.staat in _VRAAGT]
    kring_van = kringen({regel.gezin_id for regel in regels}) if regels else {}
    paren = [
        (regel, vlag)
        for regel in regels
        for wie in in_plaats(kring_van[regel.gezin_id], regel, op)
        for vlag in kring_van[regel.gezin_id].vlaggen
        if vlag.voor_wie_id == wie and (regel.over_id is None or regel.over_id in vlag.over_wie)
    ]
    gezegd = set(
        Handtekening.objects.filter(toestemming__in=[regel.pk for regel, _vlag in paren], tot__isnull=True).values_list(
            "toestemming_id", "ondertekenaar_id"
        )
    )
    open_ = {
        (regel.pk, vlag.voor_wie_id): (regel, vlag)
        for regel, vlag in paren
        if (regel.pk, vlag.voor_wie_id) not in gezegd
    }
    return list(open_.values())


def wachtende_regels(gezin_id: uuid.UUID | None = None) -> list[Toestemming]:
    """The open lines in the families where a flag holds now, or in one of them, with all that a page about them says."""
    vlaggen = Veiligheidsvlag.objects.geldend()
    if gezin_id is not None:
        vlaggen = vlaggen.filter(gezin=gezin_id)
    return list(
        Toestemming.objects.filter(gezin__in=vlaggen.values("gezin"), staat__in=_VRAAGT)
        .select_related("gezin", "gesprek", "over", "ontvanger__instelling", "ontvanger_instelling")
        .order_by("gezin__nummer", "pk")
    )
