"""The family reads an escalatiebericht: who begins, and all others who must (E13, T2)."""

from django.utils.timezone import localdate

from escalatie import actions, vrijgave
from escalatie.models import Escalatiebericht
from toestemming.kring import kring_van


def lees_allen(bericht, *, eerst, door, nu, visie="") -> Escalatiebericht:
    """`eerst` (an account) reads it and says `visie`; the coordinator (`door`) records the others. It has gone then."""
    nieuw = actions.lees_bericht_als_gezin(bericht, visie=visie, door=eerst, nu=nu, versie=bericht.versie)
    kring = kring_van(nieuw.stagnatie.gezin_id)
    rest = vrijgave.zelf(vrijgave.nog_te_lezen(vrijgave.wie_leest(kring, nieuw.stagnatie, localdate(nu)), nieuw))
    if rest:
        nieuw = actions.lees_bericht_samen(
            nieuw, met=rest, visie="", hoe="gebeld", door=door, nu=nu, versie=nieuw.versie
        )
    return nieuw
