"""Making a way into an account: whoever does, tells its owner by every safe channel, and who looks after him (I8, X2).

Every function that gives somebody a way in calls `weg_naar_account`; tests/huis/test_roads_to_accounts.py finds the one
that doesn't.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from berichten.actions import Melding, krijgt_mail, meld, meld_velen
from core.errors import RuleError
from instanties import selectie
from instanties.bevestigers import binnengelaten, wie_een_kan_zijn
from instanties.models import Gebruiker, Uitnodiging, Weg, Wegsoort
from instanties.signalen import weg_gemaakt
from logboek.actions import schrijf
from logboek.models import Handeling

SOORT_WEG = "weg_naar_account"
SOORT_WEG_WERKER = "weg_van_werker"
SOORT_BEVESTIGD = "weg_bevestigd"


@transaction.atomic
def weg_naar_account(
    gebruiker: Gebruiker,
    soort: Wegsoort,
    *,
    nu: datetime,
    door: Gebruiker | None,
    uitnodiging: Uitnodiging | None = None,
    oud_adres: str = "",
    is_al_gemaild: bool = False,
) -> Weg:
    """Record that there is a new way into this account, and tell it (I8): inbox, safe mail, each login, the rooms above.

    `door`: who made it; None on the server, or for who isn't logged in. `oud_adres` hears of it too, and not what the
    new one is. `is_al_gemaild`: the way itself goes to that mail address.
    """
    weg = Weg.objects.create(gebruiker=gebruiker, soort=soort, op=nu, door=door, uitnodiging=uitnodiging)
    meldingen = [Melding(SOORT_WEG, gebruiker, f"weg:{weg.pk}", object_id=weg.pk, mailt=not is_al_gemaild)]
    if oud_adres:
        # Of no object: a mail only, that the inbox doesn't say twice.
        meldingen.append(Melding(SOORT_WEG, gebruiker, f"weg:{weg.pk}:oud", adres=oud_adres))
    if gebruiker.is_professional and (weg.door_een_ander or (door is None and soort == Wegsoort.CODE)):
        # Whoever lets himself into an account has its rights: who looks after those hears it, and never only the account.
        meldingen += [
            Melding(SOORT_WEG_WERKER, een, f"weg:{weg.pk}:werker", object_id=weg.pk)
            for een in selectie.wie_waakt_over([gebruiker.pk]).exclude(
                pk__in=[een.pk for een in (gebruiker, door) if een]
            )
        ]
    meld_velen(meldingen, nu, door=door)
    weg_gemaakt.send(sender=Weg, weg=weg, per_mail=krijgt_mail(gebruiker, oud_adres), nu=nu, door=door)
    return weg


@transaction.atomic
def bevestig_wegen(gebruiker: Gebruiker, *, sinds: datetime | None, nu: datetime) -> int:
    """Its owner says that the ways of more than a day ago are right; returns how many (I8).

    `sinds`: of when the means is with which this session began (instanties/bewezen.py). Raises RuleError when there is
    nothing that she may confirm.
    """
    rijen = Weg.objects.te_bevestigen(nu).bewezen(sinds).filter(gebruiker=gebruiker)
    pks = list(rijen.select_for_update(of=["self"]).values_list("pk", flat=True))
    if not pks:
        raise RuleError(_("Dit kan pas een dag later, en alleen als u inlogt zoals u dat ervoor al deed."))
    _bevestig(pks, gebruiker, door=gebruiker, nu=nu)
    return len(pks)


@transaction.atomic
def bevestig_mondeling(weg: Weg, *, nu: datetime, door: Gebruiker) -> None:
    """Somebody heard the owner say that this way is right. The caller has checked that `door` may hear it (I8).

    The owner is told who says so. Raises RuleError for who made that way or may be the same person, and for what was
    confirmed already.
    """
    rij = Weg.objects.select_for_update(of=["self"]).select_related("gebruiker").get(pk=weg.pk)
    if door.pk in wie_een_kan_zijn(rij.door_id, [rij.gebruiker_id], binnengelaten(nu)):
        raise RuleError(
            _(
                "Dit hoort iemand anders: niet wie de code maakte, en niet wie zelf binnenkwam met een code van diezelfde "
                "persoon, zolang die niet is bevestigd."
            )
        )
    if rij.bevestigd_op:
        raise RuleError(_("Dit is al bevestigd."))
    _bevestig([rij.pk], rij.gebruiker, door=door, nu=nu)
    meld(SOORT_BEVESTIGD, rij.gebruiker, sleutel=f"weg:{rij.pk}:bevestigd", nu=nu, object_id=rij.pk, door=door)


def _bevestig(pks: Collection[UUID], gebruiker: Gebruiker, *, door: Gebruiker, nu: datetime) -> None:
    Weg.objects.filter(pk__in=pks).update(bevestigd_op=nu, bevestigd_door=door)
    schrijf(
        Handeling.RECHTEN_WIJZIGEN,
        gebruiker=door,
        object_soort="gebruiker",
        object_id=gebruiker.pk,
        object_naam=gebruiker.naam,
        melding="weg naar het account bevestigd",
    )
