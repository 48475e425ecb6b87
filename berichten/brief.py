"""What a mail about notices says: that something waits, what kind of thing, and where. Nothing about anybody (X5)."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from berichten.models import Bericht
from berichten.soorten import ADRESSEN, bekende_soort
from core.mail import make_mail
from core.registry import Seat
from woorden.tijdwoorden import termijnwoorden

# Gets a receiver and families; gives the words by which a mail may call those: none unless the region allows it.
Aanduiding = Callable[[Any, Iterable[UUID]], Mapping[UUID, str]]

AANDUIDING: Seat[Aanduiding] = Seat()


@dataclass(frozen=True)
class Blok:
    """Lines under one heading; without a heading, of all families together."""

    kop: str
    regels: list[str]


def maak_brief(berichten: Sequence[Bericht]) -> EmailMessage:
    """The one mail about these notices to their one receiver."""
    eerste = berichten[0]
    bladzijden = ADRESSEN.item
    adres = _adres(bladzijden.inbox if bladzijden else None)
    context: dict[str, Any] = {"adres": adres}
    if bladzijden:
        context["instellen"] = _adres(bladzijden.instellen)
    # The same mail twice (a worker that died in between) is recognised as one by many mail programs.
    headers = {"Message-ID": f"<{eerste.mail_id}@{urlsplit(adres).hostname}>"}
    if len(berichten) == 1:
        context |= {"categorie": _categorie(eerste), "spoed": eerste.spoed}
        onderwerp, sjabloon = _onderwerp(eerste), "mail/bericht"
        if bladzijden and eerste.pk:
            context["adres"] = settings.BASIS_URL + reverse(bladzijden.bericht, args=[eerste.pk])
    else:
        context |= {"inleiding": _inleiding(berichten), "blokken": _blokken(berichten)}
        onderwerp, sjabloon = _onderwerp_van_allen(berichten), "mail/bundel"
    return make_mail(sjabloon, context, to=eerste.adres or eerste.ontvanger.email, subject=onderwerp, headers=headers)


def _onderwerp(bericht: Bericht) -> str:
    """What kind of thing and by when: no two subjects alike that ask for something else, and nothing about anybody."""
    onderwerp = _categorie(bericht) or _("Er staat een bericht voor u klaar")
    if bericht.uiterlijk_op:
        onderwerp = f"{onderwerp}, {_uiterlijk(bericht.uiterlijk_op, bericht)}"
    return _("Kan niet wachten: %(onderwerp)s") % {"onderwerp": onderwerp} if bericht.spoed else onderwerp


def _onderwerp_van_allen(berichten: Sequence[Bericht]) -> str:
    """How many, and by when the first of them asks something."""
    onderwerp = _("%(n)d berichten voor u") % {"n": len(berichten)}
    met_dag = [(bericht.uiterlijk_op, bericht) for bericht in berichten if bericht.uiterlijk_op]
    if not met_dag:
        return onderwerp
    op, eerst = min(met_dag, key=lambda paar: paar[0])
    return _("%(berichten)s, het eerste %(uiterlijk)s") % {"berichten": onderwerp, "uiterlijk": _uiterlijk(op, eerst)}


def _uiterlijk(op: datetime, bericht: Bericht) -> str:
    return termijnwoorden(op, bericht.gemaakt_op, in_uren=bericht.spoed).uiterlijk


def _adres(url_naam: str | None) -> str:
    return settings.BASIS_URL + (reverse(url_naam) if url_naam else "/")


def _categorie(bericht: Bericht) -> str:
    soort = bekende_soort(bericht.soort)
    return str(soort.categorie).rstrip(".") if soort else ""


def _inleiding(berichten: Sequence[Bericht]) -> str:
    gezinnen = {bericht.gezin_id for bericht in berichten if bericht.gezin_id}
    if berichten[0].ontvanger.is_professional and gezinnen:
        bij = ngettext("Bij %(n)d gezin wacht iets op u.", "Bij %(n)d gezinnen wacht iets op u.", len(gezinnen))
        return bij % {"n": len(gezinnen)}
    return _("Er staan %(n)d berichten voor u klaar.") % {"n": len(berichten)}


def _blokken(berichten: Sequence[Bericht]) -> list[Blok]:
    """Per family where it may be called by something; what is left, together, with how many families it is about."""
    eerste = berichten[0]
    ids = {bericht.gezin_id for bericht in berichten if bericht.gezin_id}
    namen = (
        AANDUIDING.item(eerste.ontvanger, ids) if AANDUIDING.item and ids and eerste.ontvanger.is_professional else {}
    )
    per_gezin: dict[UUID | None, list[Bericht]] = defaultdict(list)
    for bericht in berichten:
        per_gezin[bericht.gezin_id if bericht.gezin_id in namen else None].append(bericht)
    rest = per_gezin.pop(None, [])
    blokken = [
        Blok(namen[gezin_id], _per_categorie(groep, gezinnen=False))
        for gezin_id, groep in sorted(per_gezin.items(), key=lambda paar: namen[paar[0]] if paar[0] else "")
        if gezin_id
    ]
    if rest:
        kop = _("Verder") if blokken else ""
        blokken.append(Blok(kop, _per_categorie(rest, gezinnen=eerste.ontvanger.is_professional)))
    return blokken


def _per_categorie(berichten: Sequence[Bericht], *, gezinnen: bool) -> list[str]:
    """One line per kind of thing, what there is most of first."""
    aantal: Counter[str] = Counter()
    van: dict[str, set[UUID]] = defaultdict(set)
    for bericht in berichten:
        categorie = _categorie(bericht)
        aantal[categorie] += 1
        if bericht.gezin_id:
            van[categorie].add(bericht.gezin_id)
    volgorde = sorted(aantal, key=lambda categorie: (-aantal[categorie], categorie))
    return [_zin(categorie, aantal[categorie], len(van[categorie]) if gezinnen else 0) for categorie in volgorde]


def _zin(categorie: str, aantal: int, gezinnen: int) -> str:
    categorie = categorie or _("Er is iets bijgewerkt")
    if gezinnen:
        bij = ngettext("bij %(n)d gezin", "bij %(n)d gezinnen", gezinnen) % {"n": gezinnen}
        return f"{categorie}: {bij}"
    return categorie if aantal == 1 else f"{categorie} ({aantal})"
