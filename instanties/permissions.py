"""What a role outside a family allows: the functioneel beheerder, the manager and bestuurder, the official."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse

from core.errors import NotAllowed
from instanties.models import ROLLEN_REGIO, Functie, Gebruiker, Gemeente, Instelling, Rol
from instanties.selectie import functies_van
from instanties.vervanging import Namens, namens


def _heeft_rol(gebruiker: Any, *rollen: Rol) -> bool:
    if not gebruiker.is_authenticated or not gebruiker.is_active:
        return False
    return any(functie.rol in rollen for functie in functies_van(gebruiker))


def is_professional(gebruiker: Any) -> bool:
    """Whether this account is of somebody who works with families."""
    return bool(gebruiker.is_professional)


def is_van_gezin(gebruiker: Any) -> bool:
    """Whether this account is of somebody of a family or its network."""
    return not gebruiker.is_professional


def is_beheerder(gebruiker: Any) -> bool:
    """Whether this person is functioneel beheerder of the region. `is_superuser` gives nothing (T3)."""
    return _heeft_rol(gebruiker, Rol.BEHEERDER)


def is_privacy_officer(gebruiker: Any) -> bool:
    """Whether this person watches over privacy in the region: reads the logboek, and no family (X1)."""
    return _heeft_rol(gebruiker, Rol.PRIVACY_OFFICER)


def is_aandachtsfunctionaris(gebruiker: Any) -> bool:
    """Whether this person watches over safety at an instelling: is asked about a flag there, and reads no plan (S19)."""
    return _heeft_rol(gebruiker, Rol.AANDACHTSFUNCTIONARIS)


def is_leiding(gebruiker: Any) -> bool:
    """Whether this person is manager or bestuurder somewhere, or official of a gemeente (E4, E5)."""
    rollen = (Rol.MANAGER, Rol.BESTUURDER, Rol.GEMEENTEAMBTENAAR)
    if _heeft_rol(gebruiker, *rollen):
        return True
    return any(een.waar(*rollen) for een in namens(gebruiker))


def is_manager(gebruiker: Any) -> bool:
    """Whether this person is manager or bestuurder of an instelling (E4)."""
    return _heeft_rol(gebruiker, Rol.MANAGER, Rol.BESTUURDER)


# Who leads an instelling (E4).
LEIDEN = (Rol.MANAGER, Rol.BESTUURDER)


def leidt(gebruiker: Any, *, ook_namens: bool = True) -> set[UUID]:
    """The ids of the instellingen where this person is manager or bestuurder, or stands in for one (E4, I6)."""
    eigen = {functie.instelling_id for functie in functies_van(gebruiker) if functie.rol in LEIDEN}
    for een in _waarneming(gebruiker) if ook_namens else ():
        eigen |= een.waar(*LEIDEN)
    return {pk for pk in eigen if pk}


def instellingen_als_manager(gebruiker: Any, *, ook_namens: bool = True) -> QuerySet[Instelling]:
    """Those instellingen."""
    return Instelling.objects.filter(pk__in=leidt(gebruiker, ook_namens=ook_namens))


def ambtenaar_van(gebruiker: Any, *, ook_namens: bool = True) -> set[UUID]:
    """The ids of the gemeenten of which this person is the official of step 3 or the substitute, or stands in for one
    (E5, I6). Who is named there has the role there."""
    eigen = _genoemd_bij(gebruiker)
    for een in _waarneming(gebruiker) if ook_namens else ():
        eigen |= _genoemd_bij(een.wie) & een.waar(Rol.GEMEENTEAMBTENAAR)
    return eigen


def _genoemd_bij(gebruiker: Any) -> set[UUID]:
    gemeenten = (functie.gemeente for functie in functies_van(gebruiker) if functie.gemeente is not None)
    return {rij.pk for rij in gemeenten if gebruiker.pk in (rij.ambtenaar_id, rij.vervanger_id)}


def gemeenten_als_ambtenaar(gebruiker: Any, *, ook_namens: bool = True) -> QuerySet[Gemeente]:
    """Those gemeenten."""
    return Gemeente.objects.filter(pk__in=ambtenaar_van(gebruiker, ook_namens=ook_namens))


def _waarneming(gebruiker: Any) -> list[Namens]:
    return [een for een in namens(gebruiker) if een.alleen is None]


# Who may record the absence of colleagues, and which roles stand above that, wherever held: who is away is away
# everywhere, also where he stands higher (I6). An official and who may do much in the whole region is nobody's below.
_BUITEN = (Rol.GEMEENTEAMBTENAAR, *ROLLEN_REGIO)
_ONDER: dict[Rol, tuple[Rol, ...]] = {
    Rol.LEIDINGGEVENDE: (Rol.MANAGER, Rol.BESTUURDER, *_BUITEN),
    Rol.MANAGER: (Rol.BESTUURDER, *_BUITEN),
    Rol.BESTUURDER: _BUITEN,
}


def mensen_onder(gebruiker: Any) -> QuerySet[Gebruiker]:
    """Whose absence this person may record: of the beheerder everyone, of the leiding their own people, never upward (I6)."""
    werkers = Gebruiker.objects.filter(is_professional=True, is_active=True).exclude(pk=gebruiker.pk)
    if is_beheerder(gebruiker):
        return werkers.filter(Exists(Functie.objects.geldig().filter(_met_organisatie(), gebruiker=OuterRef("pk"))))
    eigen = Functie.objects.geldig().filter(gebruiker=OuterRef("pk"))
    werkt = Functie.objects.geldig().filter(gebruiker=gebruiker).values("instelling")
    genoemd = eigen.filter(leidinggevende=gebruiker, instelling__in=werkt)
    mag = Q(Exists(genoemd)) & ~Q(Exists(eigen.filter(rol__in=_hoger_dan(gebruiker))))
    for rol, boven in _ONDER.items():
        daar = Functie.objects.geldig().filter(gebruiker=gebruiker, rol=rol).values("instelling")
        mag |= Q(Exists(eigen.filter(instelling__in=daar))) & ~Q(Exists(eigen.filter(rol__in=boven)))
    return werkers.filter(mag)


def _hoger_dan(gebruiker: Any) -> tuple[Rol, ...]:
    """What stands above who was named as leidinggevende: above the highest that he is himself."""
    eigen = {functie.rol for functie in functies_van(gebruiker)}
    hoogste = next((rol for rol in (Rol.BESTUURDER, Rol.MANAGER) if rol in eigen), Rol.LEIDINGGEVENDE)
    return _ONDER[hoogste]


def mag_afwezigheid_vastleggen(gebruiker: Gebruiker, wie: Gebruiker) -> bool:
    """The person, the leiding of the same organisation, or the beheerder (I6)."""
    if gebruiker.pk == wie.pk:
        return gebruiker.is_professional and Functie.objects.geldig().filter(_met_organisatie(), gebruiker=wie).exists()
    return mensen_onder(gebruiker).filter(pk=wie.pk).exists()


def _met_organisatie() -> Q:
    return Q(instelling__isnull=False) | Q(gemeente__isnull=False)


def _vereist(mag: Callable[[Any], bool], view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    @login_required
    def omhuld(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not mag(request.user):
            raise NotAllowed
        return view(request, *args, **kwargs)

    omhuld.mag = mag  # type: ignore[attr-defined] # what this door asks, for whoever asks without a request
    return omhuld


def vereist_beheerder(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """View decorator: only the functioneel beheerder passes; others get a 403, who isn't logged in the login page."""
    return _vereist(is_beheerder, view)


def vereist_privacy_officer(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """View decorator: only the privacy officer passes; others get a 403, who isn't logged in the login page."""
    return _vereist(is_privacy_officer, view)
