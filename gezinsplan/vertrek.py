"""What of somebody still runs in the plan, said before he or she stops (I9)."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import memo
from gezinnen.models import Deelnemer, DeelnemerQuerySet
from gezinsplan.models import Afspraak
from gezinsplan.models.afspraak import OPEN_AFSPRAAK
from gezinsplan.selectie import afgeschermd
from woorden.zinnen import zin

# More of them are counted, not read out.
NOEM = 5


def wat_nog_loopt(sender: Any, *, deelnemer: Deelnemer, overleden: bool, **rest: Any) -> list[str]:
    """The afspraken that somebody carries out, for whom he or she asks, and of who died what is about nobody else."""
    zinnen = []
    if overleden:
        over_hem = Afspraak.objects.filter(
            over_wie=[deelnemer.pk], doel__plan__gezin=deelnemer.gezin_id, staat__in=OPEN_AFSPRAAK
        ).count()
        tekst = ngettext(
            "%(n)d afspraak gaat alleen over deze persoon. Die is daarna niet meer nodig.",
            "%(n)d afspraken gaan alleen over deze persoon. Die zijn daarna niet meer nodig.",
            over_hem,
        )
        zinnen += [tekst % {"n": over_hem}] if over_hem else []
    afspraken = [str(afspraak) for afspraak in open_afspraken(deelnemer)]
    if afspraken:
        doet = ngettext(
            "Doet nog %(n)d afspraak: %(welke)s. Wie die overneemt, kiest u hieronder.",
            "Doet nog %(n)d afspraken: %(welke)s. Wie die overneemt, kiest u hieronder.",
            len(afspraken),
        )
        welke = "; ".join(f"‘{wat}’" for wat in afspraken[:NOEM]) + (" …" if len(afspraken) > NOEM else "")
        zinnen.append(doet % {"n": len(afspraken), "welke": welke})
    vraagt_na = (
        Deelnemer.objects.actief().filter(navrager=deelnemer).order_by("naam_volgorde").values_list("naam", flat=True)
    )
    if vraagt_na:
        straks = zin(_("Vraagt nu na bij %(wie)s. Dat doet straks [de zorgcoördinator]."))
        zinnen.append(straks % {"wie": ", ".join(vraagt_na)})
    return zinnen


def open_afspraken(deelnemer: Deelnemer) -> list[Afspraak]:
    """The afspraken that this person still carries out; asked once for a page that says them and asks who takes over."""
    rijen = Afspraak.objects.filter(uitvoerders=deelnemer, staat__in=OPEN_AFSPRAAK).select_related("doel")
    return memo.remember(("doet nog", deelnemer.pk), lambda: list(rijen.order_by("doel__volgorde", "volgorde")))


def kan_overnemen(deelnemer: Deelnemer) -> DeelnemerQuerySet:
    """Who of the plan could do it instead; not from whom a safety flag keeps whom it is about (X5).

    But for a flag of which the coordinator, who chooses, may not know: that somebody is missing would tell her.
    """
    over_wie = {pk for afspraak in open_afspraken(deelnemer) for pk in afspraak.over_wie}
    anderen = Deelnemer.objects.actief().filter(gezin=deelnemer.gezin_id).exclude(pk=deelnemer.pk)
    niet = afgeschermd(over_wie).filter(zonder_coordinator=False).values("voor_wie")
    return anderen.exclude(pk__in=niet).select_related("instelling").order_by("soort", "naam_volgorde")
