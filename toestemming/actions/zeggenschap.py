"""Who decides about somebody has changed: told at once to who loses it, who gets it, and who has it too (T2, I8).

Not what a safety flag changes: that is told to nobody (X5). Whoever can't be mailed is phoned by somebody else than who
recorded it.
"""

import uuid
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from django.utils.timezone import localdate

from berichten.actions import Melding, krijgt_mail, meld_velen
from gezinnen.models import Coordinatorschap, Deelnemer
from gezinnen.selectie import coordinatoren
from instanties.models import Gebruiker, Rol, Vervanging
from instanties.selectie import per_instelling, privacy_officers
from toestemming.kring import Kring, kring_van
from toestemming.ondertekenaars import VOORUIT, ondertekenaars

KWIJT, GEKREGEN, ANDERS, BEL = (
    "zeggenschap_kwijt",
    "zeggenschap_gekregen",
    "zeggenschap_anders",
    "zeggenschap_bel",
)
# About whom (None: the family together) → who decides on a day.
Beslissers = Mapping[uuid.UUID | None, frozenset[uuid.UUID]]


def bij_zeggenschap(
    sender: Any, *, gezin_id: uuid.UUID, nu: datetime, door: Gebruiker | None, **rest: Any
) -> Callable[[], None]:
    """Keep who decides about whom now; gives back what tells the difference once it has changed."""
    kring, vandaag = kring_van(gezin_id), localdate(nu)
    was, straks = _beslissers(kring, vandaag), _beslissers(kring, vandaag + VOORUIT)
    return partial(_vertel, gezin_id, was, straks, nu=nu, door=door)


def _beslissers(kring: Kring, op: date) -> Beslissers:
    over = [None, *(pk for pk, lid in kring.leden.items() if lid.overleden_op is None)]
    return {pk: frozenset(ondertekenaars(kring, pk, op).wie) for pk in over}


def _vertel(gezin_id: uuid.UUID, was: Beslissers, straks: Beslissers, *, nu: datetime, door: Gebruiker | None) -> None:
    kring, vandaag = kring_van(gezin_id), localdate(nu)
    rollen = _verschil(kring, was, _beslissers(kring, vandaag))
    # A birthday within a month is told ahead by the clock: where the act itself brings one so near, it is told here.
    binnenkort = _verschil(kring, straks, _beslissers(kring, vandaag + VOORUIT))
    rollen = dict.fromkeys(binnenkort, ANDERS) | rollen
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
    # First: of what one person hears at once, it is the one that is mailed.
    wie_wat[:0] = [(wie, BEL, pk) for pk in te_bellen for wie in _bellers(schap, mensen.values(), nu=nu, door=door)]
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


def _verschil(kring: Kring, was: Beslissers, wordt: Beslissers) -> dict[tuple[uuid.UUID, uuid.UUID | None], str]:
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
    schap: Coordinatorschap | None, betrokken: Iterable[Deelnemer], *, nu: datetime, door: Gebruiker | None
) -> Iterable[Gebruiker]:
    """Who phones: the coordinator, or where she recorded it or is away the aandachtsfunctionaris, or the privacy officer.

    Not who is away while another is there: whoever stands in may be who recorded it.
    """
    weg = set(Vervanging.objects.op(localdate(nu)).values_list("wie", flat=True))
    niet = {lid.gebruiker_id for lid in betrokken} | {door.pk if door else None}
    kringen: list[list[Gebruiker]] = [list(privacy_officers())]
    if schap:
        daar = per_instelling(Rol.AANDACHTSFUNCTIONARIS, [schap.instelling_id])[schap.instelling_id]
        kringen = [[schap.gebruiker], daar, *kringen]
    kunnen = [[wie for wie in kring if wie.pk not in niet] for kring in kringen]
    aanwezig = [[wie for wie in kring if wie.pk not in weg] for kring in kunnen]
    return next((kring for kring in [*aanwezig, *kunnen] if kring), [])
