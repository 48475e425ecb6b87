"""What of somebody's signatures and gezag hangs on him or her, said before he or she stops (I9, T2)."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gezinnen.models import Deelnemer, Gezag
from toestemming.models import Toestemming, Vertegenwoordiging


def wat_nog_loopt(sender: Any, *, deelnemer: Deelnemer, overleden: bool, **rest: Any) -> list[str]:
    """Gezag, deciding for another, and consent about this person or to him or her."""
    zinnen = []
    gezag = Gezag.objects.geldig().filter(houder=deelnemer).order_by("kind__naam_volgorde")
    kinderen = list(gezag.values_list("kind__naam", flat=True)) if deelnemer.is_gezinslid else []
    if kinderen and overleden:
        zinnen.append(
            _("Had gezag over %(wie)s. Dat eindigt, en wie er nog tekent, bekijken we opnieuw.")
            % {"wie": ", ".join(kinderen)}
        )
    elif kinderen:
        zinnen.append(
            _(
                "Houdt gezag over %(wie)s, ook zonder mee te doen: waar toestemming nodig is, blijft deze handtekening nodig. "
                "Is het gezag geëindigd? Leg dat dan vast bij het kind."
            )
            % {"wie": ", ".join(kinderen)}
        )
    voor = list(
        Vertegenwoordiging.objects.filter(door_wie=deelnemer, tot__isnull=True)
        .order_by("wie__naam_volgorde")
        .values_list("wie__naam", flat=True)
    )
    if voor and (overleden or not deelnemer.is_gezinslid):
        zinnen.append(
            _("Beslist voor %(wie)s. Leg daarna vast wie dat nu doet: tot dan tekent daar niemand.")
            % {"wie": ", ".join(voor)}
        )
    aantal = Toestemming.objects.open().filter(Q(over=deelnemer) | Q(ontvanger=deelnemer)).count()
    if aantal:
        zinnen.append(
            ngettext(
                "%(n)d toestemming over of aan deze persoon eindigt.",
                "%(n)d toestemmingen over of aan deze persoon eindigen.",
                aantal,
            )
            % {"n": aantal}
        )
    return zinnen
