"""A beheerder let in on the server itself: the first two, and one whom nobody else can help (X2)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core import key_mark
from core.errors import RuleError
from instanties import selectie
from instanties.actions.functies import geef_functie
from instanties.actions.meldingen import meld_aan_beheer
from instanties.actions.mensen import maak_gebruiker
from instanties.actions.uitnodigingen import begin_opnieuw, nodig_uit
from instanties.models import Gebruiker, Herkomst, Regio, Rol, Uitnodiging
from logboek.actions import schrijf
from logboek.models import Handeling

BRON = "manage.py nieuwe_toegang"


@transaction.atomic
def maak_eerste_beheerder(naam: str, email: str, *, nu: datetime) -> tuple[Gebruiker, str]:
    """Make one of the first two beheerders; returns the account and the one-time code for the first login (X2).

    The first two, since each is the other's second person (I8); also where later one is left. Asked again for the same
    address before that first login, it gives a new code: a code may get lost. Raises RuleError when there are two others,
    or somebody has that address: from then on beheerders ask for each other.
    """
    # Asked twice at the same moment, there are still two at most.
    Regio.objects.select_for_update().get(pk=1)
    beheerders = {wie.email: wie for wie in selectie.beheerders()}
    beheerder = beheerders.get(email.strip().lower())
    if beheerder is not None and selectie.logt_in(beheerder):
        raise RuleError(_("%(naam)s is al functioneel beheerder en kan inloggen.") % {"naam": beheerder})
    if beheerder is None:
        if len(beheerders) >= selectie.BEHEERDERS_NODIG:
            raise RuleError(_("Er zijn al twee functioneel beheerders. Die kunnen samen anderen beheerder maken."))
        beheerder = maak_gebruiker(naam, email=email, is_professional=True, door=None)
        geef_functie(beheerder, Rol.BEHEERDER, door=None, herkomst=Herkomst.SERVER, nu=nu)
    return beheerder, nodig_uit(beheerder, beheerder, nu)


@transaction.atomic
def geef_nieuwe_toegang(beheerder: Gebruiker, reden: str, *, nu: datetime, sleutel_verloren: bool = False) -> str:
    """Take away how this beheerder logged in and return a code for a new beginning (X2). The others are told.

    `sleutel_verloren`: SECRET_KEY of now belongs to this database from here on. What was signed by the earlier one is
    worthless, so invitations that still wait are withdrawn; second steps stay as they are until their owner is helped.
    Raises RuleError for who is no beheerder.
    """
    if not selectie.beheerders().filter(pk=beheerder.pk).exists():
        raise RuleError(_("%(naam)s is geen functioneel beheerder. Die helpt de anderen verder.") % {"naam": beheerder})
    ingetrokken = 0
    if sleutel_verloren:
        key_mark.accept(nu)
        open_nog = Uitnodiging.objects.filter(gebruikt_op__isnull=True, ingetrokken_op__isnull=True)
        ingetrokken = open_nog.update(ingetrokken_op=nu)
    begin_opnieuw(beheerder, nu=nu, door=None)
    code = nodig_uit(beheerder, beheerder, nu)
    schrijf(
        Handeling.RECHTEN_WIJZIGEN,
        object_soort="gebruiker",
        object_id=beheerder.pk,
        object_naam=beheerder.naam,
        doel=reden[:200],
        melding="nieuwe toegang op de server",
        getoond={"sleutel_verloren": sleutel_verloren, "uitnodigingen_ingetrokken": ingetrokken, "bron": BRON},
    )
    zin = _("Op de server is voor %(naam)s een nieuwe inlogcode gemaakt. Klopt dat niet? Bel wie het systeem draait.")
    meld_aan_beheer(zin % {"naam": beheerder}, nu)
    return code
