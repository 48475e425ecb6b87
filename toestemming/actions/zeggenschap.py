"""Who decides about somebody has changed: told at once to who loses it, who gets it, and who has it too (T2, I8).

Not what a safety flag changes: that is told to nobody (X5). Whoever can't be mailed is phoned by somebody else than who
recorded it.
"""

import uuid
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from django.utils.timezone import localdate

from berichten.actions import Melding, krijgt_mail, meld_velen
from gezinnen.models import Coordinatorschap, Deelnemer
from gezinnen.selectie import coordinatoren
from instanties.models import Gebruiker, Rol
from instanties.selectie import per_instelling, privacy_officers
from toestemming.kring import Kring, kring_van
from toestemming.ondertekenaars import ondertekenaars

KWIJT, GEKREGEN, ANDERS, BEL = (
    "zeggenschap_kwijt",
    "zeggenschap_gekregen",
    "zeggenschap_anders",
    "zeggenschap_bel",
)
# About whom (None: the family together) → who decides.
Stand = Mapping[uuid.UUID | None, frozenset[uuid.UUID]]


def bij_zeggenschap(
    sender: Any, *, gezin_id: uuid.UUID, nu: datetime, door: Gebruiker | None, **rest: Any
) -> Callable[[], None]:
    """Keep who decides about whom now; gives back what tells the difference once it has changed."""
    return partial(_vertel, gezin_id, _stand(kring_van(gezin_id), nu), nu=nu, door=door)


def _stand(kring: Kring, nu: datetime) -> Stand:
    over = [None, *(pk for pk, lid in kring.leden.items() if lid.overleden_op is None)]
    return {pk: frozenset(ondertekenaars(kring, pk, localdate(nu)).wie) for pk in over}


def _vertel(gezin_id: uuid.UUID, was: Stand, *, nu: datetime, door: Gebruiker | None) -> None:
    kring = kring_van(gezin_id)
    rollen = _verschil(kring, was, _stand(kring, nu))
    if not rollen:
        return
    mensen = Deelnemer.objects.select_related("gebruiker").in_bulk({pk for pk, _over in rollen})
    schap = coordinatoren([gezin_id]).get(gezin_id)
    wie_wat = [(mensen[pk].gebruiker, soort, over) for (pk, over), soort in rollen.items()]
    if schap:
        wie_wat += [(schap.gebruiker, ANDERS, over) for over in dict.fromkeys(over for _pk, over in rollen)]
    te_bellen = {
        pk: mensen[pk]
        for (pk, _over), soort in rollen.items()
        if soort == KWIJT and not ((account := mensen[pk].gebruiker) and (account == door or krijgt_mail(account)))
    }
    wie_wat += [(wie, BEL, pk) for pk in te_bellen for wie in _bellers(schap, mensen.values(), door)]
    gemaild: set[uuid.UUID] = set()
    meldingen = []
    for account, soort, over in wie_wat:
        if account is not None and account != door:
            # One mail, however many children it is about.
            mailt = account.pk not in gemaild
            sleutel = f"{soort}:{over or gezin_id}:{nu.isoformat()}"
            meldingen.append(Melding(soort, account, sleutel, gezin=gezin_id, object_id=over, mailt=mailt))
            gemaild.add(account.pk)
    meld_velen(meldingen, nu, door=door)


def _verschil(kring: Kring, was: Stand, wordt: Stand) -> dict[tuple[uuid.UUID, uuid.UUID | None], str]:
    """Who hears what about whom; not from whom a safety flag keeps this gezinslid."""
    rollen = {}
    for over in [*was, *(pk for pk in wordt if pk not in was)]:
        eerst, straks = was.get(over, frozenset()), wordt.get(over, frozenset())
        # One more who signs for the family together takes nothing from anybody.
        if eerst == straks or (over is None and eerst <= straks):
            continue
        for soort, wie in ((KWIJT, eerst - straks), (GEKREGEN, straks - eerst), (ANDERS, eerst & straks)):
            rollen |= {(pk, over): soort for pk in sorted(wie) if not kring.treft(pk, over)}
    return rollen


def _bellers(
    schap: Coordinatorschap | None, betrokken: Iterable[Deelnemer], door: Gebruiker | None
) -> Iterable[Gebruiker]:
    """Who phones: the coordinator, or where she recorded it the aandachtsfunctionaris, or else the privacy officer."""
    niet = {lid.gebruiker_id for lid in betrokken} | {door.pk if door else None}
    if schap and schap.gebruiker_id not in niet:
        return [schap.gebruiker]
    if schap:
        daar = per_instelling(Rol.AANDACHTSFUNCTIONARIS, [schap.instelling_id])[schap.instelling_id]
        if mensen := [wie for wie in daar if wie.pk not in niet]:
            return mensen
    return [wie for wie in privacy_officers() if wie.pk not in niet]
