"""Who holds gezag over a child, as a story has it: exactly these, whoever it was before."""

from django.utils.timezone import localdate

from gezinnen.actions import beeindig_gezag, leg_gezag_vast


def zet_gezag(kind, houders, bekend, *, nu, door):
    """End what others held, then record these; not `bekend`: nobody's."""
    blijven = {houder.pk for houder in houders} if bekend else set()
    for rij in list(kind.gezagdragers.geldig().exclude(houder__in=blijven).select_related("houder")):
        beeindig_gezag(kind, rij.houder, op=localdate(nu), reden="besluit van de rechter", nu=nu, door=door)
    leg_gezag_vast(kind, houders, bekend, nu=nu, door=door)
