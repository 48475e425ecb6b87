"""The first functioneel beheerder of an installation, made on the server itself: nobody is there to invite him or her."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import RuleError
from instanties import selectie
from instanties.actions.mensen import geef_functie, maak_gebruiker
from instanties.actions.uitnodigingen import nodig_uit
from instanties.models import Gebruiker, Regio, Rol


@transaction.atomic
def maak_eerste_beheerder(naam: str, email: str, *, nu: datetime) -> tuple[Gebruiker, str]:
    """Make the first beheerder; returns the account and the one-time code for the first login (X2).

    Asked again for the same address before that first login, it gives a new code: a code may get lost. Raises RuleError
    when there is another beheerder, or one who has chosen a password: from then on beheerders invite each other.
    """
    # Asked twice at the same moment, there is still one first.
    Regio.objects.select_for_update().get(pk=1)
    beheerders = list(selectie.beheerders())
    if any(selectie.logt_in(wie) or wie.email != email.strip().lower() for wie in beheerders):
        raise RuleError(_("Er is al een functioneel beheerder. Die kan anderen uitnodigen, ook als beheerder."))
    if beheerders:
        beheerder = beheerders[0]
    else:
        beheerder = maak_gebruiker(naam, email=email, is_professional=True, door=None)
        geef_functie(beheerder, Rol.BEHEERDER, door=None)
    return beheerder, nodig_uit(beheerder, beheerder, nu)
