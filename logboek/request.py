"""What one request has shown or refused, kept until just before its answer leaves (X1, invariant 4)."""

import ipaddress
import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from celery import current_task
from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponse

from logboek import hoedanigheid
from logboek.models import Handeling, Logregel, Uitkomst

BEZOEK_KOP = "X-Bezoek"
# Seconds that what a page asks for afterwards is the same visit; later it is another, of somebody who still looks.
ZELFDE_BEZOEK = 30 * 60
_DOORVERWEZEN = frozenset({301, 302, 303, 307, 308})
_GEWEIGERD = frozenset({403, 404})

_huidig: ContextVar["RequestLog | None"] = ContextVar("verzoeklogboek", default=None)


@dataclass(frozen=True, kw_only=True)
class ZonderAccount:
    """Somebody who reads or does something without an account of his own: who, and for which organisation."""

    pk: uuid.UUID
    naam: str
    rol: str = ""
    instelling_id: uuid.UUID | None = None
    instelling_naam: str = ""

    @property
    def hoedanigheid(self) -> dict[str, Any]:
        """In which capacity: what is known of it."""
        return {veld: waarde for veld in hoedanigheid.VELDEN if (waarde := getattr(self, veld))}


@dataclass(kw_only=True)
class Logregelgegevens:
    """What a caller says of one logboek row; who, where and when are filled in from the request.

    `rol`, `instelling_id`, `instelling_naam` empty: the user's own capacity. `grondslag_ids`: the grounds used.
    `onderwerpen`: strings of a higher room, that say of each piece of information what it is about and about whom.
    """

    handeling: str
    uitkomst: str = Uitkomst.GELUKT
    doel: str = ""
    gezin_id: uuid.UUID | None = None
    gezin_nummer: str = ""
    over_wie: Iterable[uuid.UUID] = ()
    leefgebieden: Iterable[str] = ()
    onderwerpen: Iterable[str] = ()
    object_soort: str = ""
    object_id: uuid.UUID | None = None
    object_naam: str = ""
    getoond: Mapping[str, Any] | None = None
    grondslag: str = ""
    grondslag_ids: Iterable[uuid.UUID] = ()
    melding: str = ""
    gebruiker: Any = None
    namens_id: uuid.UUID | None = None
    namens_naam: str = ""
    rol: str = ""
    instelling_id: uuid.UUID | None = None
    instelling_naam: str = ""


def _verenigd(oud: Iterable[Any], nieuw: Iterable[Any]) -> list[Any]:
    """Both without doubles, in the order in which they came."""
    return list(dict.fromkeys([*oud, *nieuw]))


def _samen(oud: Mapping[str, Any], nieuw: Mapping[str, Any]) -> dict[str, Any]:
    """What two parts of one page showed, as one: lists are joined, other values are those of the later part."""
    samen = dict(oud)
    for sleutel, waarde in nieuw.items():
        bestaand = samen.get(sleutel)
        if isinstance(bestaand, list) and isinstance(waarde, list):
            waarde = bestaand + [deel for deel in waarde if deel not in bestaand]
        samen[sleutel] = waarde
    return samen


@dataclass
class RequestLog:
    """`request.logboek`: pages say here what they show; the middleware writes it down before the answer leaves."""

    request: HttpRequest
    verzoek: uuid.UUID = field(default_factory=uuid.uuid4)
    _bekeken: dict[tuple[Any, ...], Logregelgegevens] = field(default_factory=dict)
    _geweigerd: list[Logregelgegevens] = field(default_factory=list)
    _als: dict[str, Any] = field(default_factory=dict)
    _hoedanigheden: dict[Any, dict[str, Any]] = field(default_factory=dict)
    _zonder_account: ZonderAccount | None = None

    @cached_property
    def bezoek(self) -> uuid.UUID:
        """The visit to which this request belongs: that of the page whose part it is, if it proves so, or its own."""
        try:
            return uuid.UUID(self._zegel().unsign(self.request.headers.get(BEZOEK_KOP, ""), max_age=ZELFDE_BEZOEK))
        except (BadSignature, ValueError):
            return uuid.uuid4()

    @property
    def bezoekbewijs(self) -> str:
        """What this page gives its parts along. How often somebody looked is counted by visits (X1)."""
        return self._zegel().sign(str(self.bezoek))

    def _zegel(self) -> TimestampSigner:
        """Good for this session and this address: nobody makes two visits one by what he sends (I9)."""
        sessie = getattr(getattr(self.request, "session", None), "session_key", None) or ""
        return TimestampSigner(salt=f"logboek.bezoek:{sessie}:{self.request.path}")

    def bekeken(self, *, handeling: str = Handeling.BEKIJKEN, **gegevens: Any) -> None:
        """Note what this page shows of one family (X1); fields as in Logregelgegevens.

        Every part of the page may call it: a request gets one row per family and handeling, with the parts united.
        """
        nieuw = Logregelgegevens(handeling=handeling, **gegevens)
        sleutel = (handeling, nieuw.gezin_id, None if nieuw.gezin_id else nieuw.object_id)
        oud = self._bekeken.setdefault(sleutel, nieuw)
        if oud is nieuw:
            return
        oud.over_wie = _verenigd(oud.over_wie, nieuw.over_wie)
        oud.leefgebieden = _verenigd(oud.leefgebieden, nieuw.leefgebieden)
        oud.onderwerpen = _verenigd(oud.onderwerpen, nieuw.onderwerpen)
        oud.grondslag_ids = _verenigd(oud.grondslag_ids, nieuw.grondslag_ids)
        oud.grondslag = "; ".join(_verenigd(filter(None, oud.grondslag.split("; ")), filter(None, [nieuw.grondslag])))
        oud.getoond = _samen(oud.getoond or {}, nieuw.getoond or {})
        for veld in ("doel", "gezin_nummer", "object_soort", "object_id", "object_naam", "melding"):
            setattr(oud, veld, getattr(oud, veld) or getattr(nieuw, veld))

    def bekeken_velen(self, rijen: Iterable[Mapping[str, Any]]) -> None:
        """Note all families of a list; they are written with one insert."""
        for rij in rijen:
            self.bekeken(**rij)

    def geweigerd(self, **gegevens: Any) -> None:
        """Note what was asked and refused; call it just before raising Http404 or PermissionDenied."""
        self._geweigerd.append(
            Logregelgegevens(**{"handeling": Handeling.BEKIJKEN, **gegevens, "uitkomst": Uitkomst.GEWEIGERD})
        )

    def als(self, **hoedanigheid_of_namens: Any) -> None:
        """Say in which capacity this request acts: rol, instelling_id, instelling_naam, namens_id, namens_naam."""
        self._als.update(hoedanigheid_of_namens)

    def is_van(self, iemand: ZonderAccount) -> None:
        """This request is somebody's without an account, whoever may be logged in in the same browser."""
        self._zonder_account = iemand

    def rijen(self, antwoord: HttpResponse) -> list[Logregelgegevens]:
        """What to write for this answer: refusals, or else what was shown. A redirect or an error shows nothing."""
        if antwoord.status_code in _GEWEIGERD:
            return self._geweigerd or self._naamloze_weigering(antwoord.status_code)
        if antwoord.status_code in _DOORVERWEZEN or antwoord.status_code >= 500:
            return self._geweigerd
        return [*self._geweigerd, *self._bekeken.values()]

    def _naamloze_weigering(self, status: int) -> list[Logregelgegevens]:
        """A refusal that no decorator described: a part of a family that was let in, or another object.

        An unknown address without an object in it is nobody's data.
        """
        treffer = self.request.resolver_match
        if treffer is None or self.gebruiker() is None or (status == 404 and not treffer.kwargs):
            return []
        ids = [waarde for waarde in treffer.kwargs.values() if isinstance(waarde, uuid.UUID)]
        gezien = {regel.gezin_id: regel.gezin_nummer for regel in self._bekeken.values() if regel.gezin_id}
        gezin_id, nummer = next(iter(gezien.items())) if len(gezien) == 1 else (None, "")
        handeling = Handeling.WIJZIGEN if self.request.method == "POST" else Handeling.BEKIJKEN
        return [
            Logregelgegevens(
                handeling=handeling,
                uitkomst=Uitkomst.GEWEIGERD,
                gezin_id=gezin_id,
                gezin_nummer=nummer,
                object_id=ids[-1] if ids else None,
            )
        ]

    def kenmerken(self) -> dict[str, Any]:
        """Where a row comes from."""
        treffer = self.request.resolver_match
        return {
            "bezoek": self.bezoek,
            "verzoek": self.verzoek,
            "netwerkadres": netwerkadres(self.request),
            "bron": self.request.get_host()[:100],
            "url_naam": (treffer.view_name or "")[:100] if treffer else "",
        }

    def gebruiker(self) -> Any:
        """Who asks; None for somebody who isn't logged in, and said nothing else."""
        if self._zonder_account is not None:
            return self._zonder_account
        gebruiker = getattr(self.request, "user", None)
        return gebruiker if gebruiker is not None and gebruiker.is_authenticated else None

    def hoedanigheid(self, gebruiker: Any) -> dict[str, Any]:
        """The capacity of `gebruiker` in this request, asked once."""
        if isinstance(gebruiker, ZonderAccount):
            return gebruiker.hoedanigheid
        if gebruiker.pk not in self._hoedanigheden:
            self._hoedanigheden[gebruiker.pk] = hoedanigheid.van(gebruiker)
        return {**self._hoedanigheden[gebruiker.pk], **self._als}


def netwerkadres(request: HttpRequest) -> str | None:
    """The reader's address; behind N trusted proxies (VERTROUWDE_PROXIES) the Nth from the right of X-Forwarded-For."""
    aantal = getattr(settings, "VERTROUWDE_PROXIES", 0)
    doorgegeven = [adres.strip() for adres in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if adres.strip()]
    keten = [*doorgegeven, request.META.get("REMOTE_ADDR", "")]
    gegeven = keten[max(0, len(keten) - 1 - aantal)]
    try:
        return str(ipaddress.ip_address(gegeven))
    except ValueError:
        return None


def _passend(naam: str, waarde: Any) -> Any:
    """A long name is cut off: it may not keep a page from being shown."""
    lengte = getattr(Logregel._meta.get_field(naam), "max_length", None)
    return waarde[:lengte] if isinstance(waarde, str) else waarde


def _hoedanigheid_van(gebruiker: Any) -> dict[str, Any]:
    return gebruiker.hoedanigheid if isinstance(gebruiker, ZonderAccount) else hoedanigheid.van(gebruiker)


def maak_logregel(gegevens: Logregelgegevens) -> dict[str, Any]:
    """The row for these data, by column, with who and where of the current request; in a task there is neither."""
    verzoek = _huidig.get()
    velden: dict[str, Any] = {
        naam: getattr(gegevens, naam)
        for naam in gegevens.__dataclass_fields__
        if naam not in ("gebruiker", "over_wie", "leefgebieden", "onderwerpen", "grondslag_ids", "getoond")
    }
    gebruiker = gegevens.gebruiker or (verzoek.gebruiker() if verzoek else None)
    if gebruiker is not None:
        als = verzoek.hoedanigheid(gebruiker) if verzoek else _hoedanigheid_van(gebruiker)
        velden |= {naam: waarde for naam, waarde in als.items() if not velden.get(naam)}
        velden |= {"gebruiker_id": gebruiker.pk, "gebruiker_naam": gebruiker.naam}
    velden = {naam: _passend(naam, waarde) for naam, waarde in velden.items()}
    velden |= (
        verzoek.kenmerken() if verzoek else {"bron": f"taak {current_task.name}"[:100] if current_task else "taak"}
    )
    return {
        **velden,
        "over_wie": list(gegevens.over_wie),
        "leefgebieden": [str(gebied) for gebied in gegevens.leefgebieden],
        "onderwerpen": sorted(map(str, gegevens.onderwerpen)),
        "grondslag_ids": list(gegevens.grondslag_ids),
        "getoond": dict(gegevens.getoond or {}),
    }


@contextmanager
def in_verzoek(logboek: RequestLog) -> Iterator[None]:
    """All rows written inside belong to this request."""
    teken = _huidig.set(logboek)
    try:
        yield
    finally:
        _huidig.reset(teken)
