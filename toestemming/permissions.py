"""The view decorator of every page of a family: right, ground and logboek in one place (T3, X1)."""

import uuid
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from core.errors import NotAllowed
from gezinnen.models import Deelnemer, Gezin, GezinsRecht
from gezinnen.permissions import GezinsRol
from instanties import vervanging
from logboek.models import Handeling
from logboek.request import RequestLog
from toestemming import onderwerpen
from toestemming.eigen_recht import gronden_van_lezing, in_woorden, treedt_op_voor
from toestemming.models import Onderdeel
from toestemming.zicht import Blik, blik
from woorden.zinnen import zin

View = Callable[..., HttpResponse]


def met_gezin(recht: GezinsRecht = GezinsRecht.BEKIJKEN) -> Callable[[View], View]:
    """Decorator: `view(request, blik, ...)` for a URL with `gezin_id`.

    Not logged in: to the login. Hidden or not there: 404, which looks the same. Seen, but without `recht`: 403. Both
    refusals are logged, and so is the read, with its ground (T3, X1). What exactly is shown, the view itself adds.
    """

    def maak(view: View) -> View:
        @wraps(view)
        @login_required
        def omhuld(request: HttpRequest, *args: Any, gezin_id: Any, **kwargs: Any) -> HttpResponse:
            gezin = blik_of_404(request, gezin_id)
            if not gezin.mag(recht):
                weiger(request, gezin.gezin.pk)
                raise NotAllowed(_("U mag dit gezin wel zien, maar dit niet doen."))
            return view(request, gezin, *args, **kwargs)

        omhuld.recht = recht  # type: ignore[attr-defined] # what this door asks, for whoever asks without a request
        return omhuld

    return maak


def blik_of_404(request: HttpRequest, gezin_id: Any) -> Blik:
    """What the user of this request may see of this family, logged as read; or Http404, logged as refused (T3, X1)."""
    gevonden = blik(request.user, Gezin(pk=gezin_id))  # type: ignore[arg-type] # the login came first
    if gevonden is None:
        weiger(request, gezin_id)
        raise Http404
    log_blik(request, gevonden)
    return gevonden


def log_blik(
    request: HttpRequest,
    gezien: Blik,
    *,
    onderdelen: Iterable[Onderdeel] = (),
    mensen: Iterable[Deelnemer] = (),
    **getoond: Any,
) -> None:
    """Note that this family is read, in which role and on which ground (X1).

    `onderdelen`: the parts of the plan that are shown; `mensen`: whose own data are; `getoond`: fields of the logboek.
    """
    delen = list(onderdelen)
    eigen = [mens.pk for mens in mensen if mens.is_gezinslid and _persoonlijk(gezien, mens)]
    instelling = gezien.deelnemer.instelling if gezien.deelnemer else None
    _logboek(request).als(
        rol=_rol(gezien),
        instelling_id=instelling.pk if instelling else None,
        instelling_naam=instelling.naam if instelling else "",
    )
    # Whoever stands in acts under the responsibility of who is away (NEN 7513); an own right goes before it.
    if voor := treedt_op_voor(gezien):
        _logboek(request).als(**vervanging.in_logboek(voor))
    if delen or eigen:
        getoond |= {
            "over_wie": {*eigen, *(wie for deel in delen for wie in deel.over_wie)},
            "leefgebieden": sorted({str(gebied) for deel in delen for gebied in deel.leefgebieden}),
            "onderwerpen": {*onderwerpen.van_onderdelen(delen), *map(onderwerpen.gegevens, eigen)},
        }
    _logboek(request).bekeken(**van_blik(gezien, delen), **getoond)


def van_blik(gezien: Blik, delen: Iterable[Onderdeel] = ()) -> dict[str, Any]:
    """The fields of the logboek that say which family was read, why, and on which ground (X1); `delen`: what was shown."""
    gronden = gronden_van_lezing(gezien, delen)
    return {
        "gezin_id": gezien.gezin.pk,
        "gezin_nummer": str(gezien.gezin.nummer),
        "grondslag": in_woorden(gronden),
        "grondslag_ids": [grond.pk for grond in gronden],
        "doel": zin(_("samen uitvoeren van [het gezinsplan]")),
    }


def _persoonlijk(gezien: Blik, mens: Deelnemer) -> bool:
    return gezien.mag_persoonlijk(mens) or gezien.mag_contact(mens)


def _rol(gezien: Blik) -> str:
    if gezien.is_coordinator:
        return GezinsRol.COORDINATOR
    return gezien.deelnemer.soort if gezien.deelnemer else ""


def weiger(request: HttpRequest, gezin_id: uuid.UUID) -> None:
    """Note that this family was asked for and refused; call it just before raising (X1)."""
    handeling = Handeling.WIJZIGEN if request.method == "POST" else Handeling.BEKIJKEN
    _logboek(request).geweigerd(gezin_id=gezin_id, handeling=handeling)


def _logboek(request: HttpRequest) -> RequestLog:
    """What LogboekMiddleware gave this request."""
    return request.logboek  # type: ignore[attr-defined]
