"""Who may do what with a stagnatie: the rights of people outside the family's team, what each may do, the view decorator.

Outside the team a right comes from a grant (who keeps or kept a step, who was asked something) or, for reading only, from
being manager, bestuurder or official of an organisation that takes part from its step on (E4, E5).
"""

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import wraps
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from core.errors import NotAllowed
from core.rows import insert_rows
from escalatie.models import BetrokkenOrganisatie, Stagnatie, StagnatieQuerySet, StagnatieRecht, StagnatieRechtVerlening
from escalatie.waarneming import niet_waargenomen, stappen_namens
from instanties import vervanging
from instanties.models import Gebruiker
from instanties.permissions import ambtenaar_van, leidt
from instanties.vaste_lezer import VasteLezer, slots
from logboek.models import Handeling
from toestemming import onderwerpen
from woorden.zinnen import zin

if TYPE_CHECKING:
    from escalatie.zicht import Zicht

View = Callable[..., HttpResponse]


class Daad(StrEnum):
    """What somebody may do on the pages of a stagnatie; whose turn it is at this moment, the act itself asks."""

    HANDELEN = "handelen"  # keeper of a step, now or before
    COORDINEREN = "coordineren"  # the coordinator of the family
    BERICHT = "bericht"  # she, or who keeps the executors' step for her, writes the escalatiebericht
    INSTEMMEN = "instemmen"  # a gezinslid, for the family
    OPSCHRIJVEN = "opschrijven"  # what the family said, by phone or on paper
    BEVESTIGEN = "bevestigen"  # whether it was done in time, as the missing party says
    BEZWAAR = "bezwaar"  # takes part, and may say that it takes too long
    OPGELOST_MELDEN = "opgelost_melden"  # whose share wasn't the subject
    VRIJGEVEN = "vrijgeven"  # a gezinslid who may let the escalatiebericht go
    VRAGEN = "vragen"  # addressing a colleague or peer, asking advice
    ANTWOORDEN = "antwoorden"  # was asked something here
    TERUGKOPPELEN = "terugkoppelen"
    UITVOEREN = "uitvoeren"  # says that an action has been done
    VERLENGEN = "verlengen"  # the keeper, or the level above


def _organisaties_q(gebruiker: Any) -> Q:
    if isinstance(gebruiker, VasteLezer):
        hier = Q(instelling__in=slots("leidt")) | Q(gemeente__in=slots("ambtenaar"))
        return hier & ~Q(stagnatie__gezin__in=slots("niet_in"))
    hier = Q(instelling__in=leidt(gebruiker)) | Q(gemeente__in=ambtenaar_van(gebruiker))
    # Where somebody belongs to the family or its network, standing in gives nothing (I6).
    return hier & ~Q(stagnatie__gezin__in=niet_waargenomen(gebruiker))


def heeft_recht_q(gebruiker: Any, recht: StagnatieRecht) -> Q:
    """The filter on Stagnatie for one right of one person: one EXISTS on the grants, and for reading the organisation."""
    if not gebruiker.is_authenticated or not gebruiker.is_active:
        return Q(pk__in=[])
    van_mij = Q(user=gebruiker.pk) if recht == StagnatieRecht.HANDELEN else _verleend_q(gebruiker)
    verleend = Q(
        Exists(
            StagnatieRechtVerlening.objects.filter(van_mij, content_object=OuterRef("pk"), permission__codename=recht)
        )
    )
    if recht in (StagnatieRecht.BEKIJKEN, StagnatieRecht.HANDELEN) and (waargenomen := _waargenomen(gebruiker)):
        verleend |= Q(pk__in=waargenomen)
    if recht != StagnatieRecht.BEKIJKEN:
        return verleend
    eigen = BetrokkenOrganisatie.objects.filter(stagnatie=OuterRef("pk")).filter(_organisaties_q(gebruiker))
    return verleend | Q(Exists(eigen))


def met_recht(gebruiker: Gebruiker, recht: StagnatieRecht) -> StagnatieQuerySet:
    """Stagnaties on which this person, from outside the family's team, holds `recht` (T3)."""
    return Stagnatie.objects.filter(heeft_recht_q(gebruiker, recht))


def _verleend_q(gebruiker: Any) -> Q:
    """Grants of this person and of whom he stands in for; acting goes by the step itself (I6)."""
    return vervanging.namens_q(gebruiker, "user", "content_object__gezin")


def _waargenomen(gebruiker: Any) -> Any:
    """The stagnaties in whose open step this person acts for the keeper (I6)."""
    if isinstance(gebruiker, VasteLezer):
        return slots("houdt_stagnaties") if gebruiker.houdt_stappen else ()
    return sorted({stagnatie_id for stagnatie_id, _wie in stappen_namens(gebruiker).values()})


def rechten(gebruiker: Gebruiker, stagnatie: Stagnatie) -> set[StagnatieRecht]:
    """The rights of this person on this stagnatie from outside the team. `is_superuser` gives nothing."""
    if not gebruiker.is_authenticated or not gebruiker.is_active:
        return set()
    alleen_deze = Stagnatie.objects.filter(pk=stagnatie.pk)
    return {recht for recht in StagnatieRecht if alleen_deze.filter(heeft_recht_q(gebruiker, recht)).exists()}


def verleen(verleningen: Iterable[tuple[UUID, UUID, StagnatieRecht]]) -> None:
    """Grant rights: (stagnatie, gebruiker, recht). What was granted already stays; one insert for a whole list."""
    nieuw = set(verleningen)
    if not nieuw:
        return
    soort = ContentType.objects.get_for_model(Stagnatie)
    codes = {recht.value for _stagnatie, _gebruiker, recht in nieuw}
    per_code = {recht.codename: recht for recht in Permission.objects.filter(content_type=soort, codename__in=codes)}
    insert_rows(
        StagnatieRechtVerlening,
        (
            {"content_object_id": stagnatie, "user_id": gebruiker, "permission_id": per_code[recht].pk}
            for stagnatie, gebruiker, recht in sorted(nieuw)
        ),
        ignore_duplicates=True,
    )


def neem_terug(stagnaties: Iterable[UUID]) -> None:
    """Nobody acts on or advises about these any more; who was told may still read that it has ended (E11)."""
    StagnatieRechtVerlening.objects.filter(
        content_object__in=list(stagnaties),
        permission__codename__in=[StagnatieRecht.HANDELEN, StagnatieRecht.ADVISEREN],
    ).delete()


def neem_terug_van(gebruiker: Gebruiker, stagnaties: Iterable[UUID]) -> None:
    """This person has no right any more on these, of whatever kind (T3)."""
    StagnatieRechtVerlening.objects.filter(content_object__in=list(stagnaties), user=gebruiker).delete()


def met_stagnatie(daad: Daad | None = None) -> Callable[[View], View]:
    """Decorator: `view(request, zicht, ...)` for a URL with `stagnatie_id`.

    Not logged in: to the login. Hidden or not there: 404, which looks the same. Seen, but this is not for this person to
    do: 403. Both refusals are logged, and so is the read, with its ground (T3, X1).
    """

    def maak(view: View) -> View:
        @wraps(view)
        @login_required
        def omhuld(request: Any, *args: Any, stagnatie_id: UUID, **kwargs: Any) -> HttpResponse:
            zicht = zicht_of_404(request, stagnatie_id)
            if daad is not None and daad not in zicht.daden:
                request.logboek.geweigerd(
                    gezin_id=zicht.stagnatie.gezin_id, object_soort="stagnatie", object_id=stagnatie_id
                )
                raise NotAllowed(zin(_("U mag [deze stagnatie] wel zien, maar dit niet doen.")))
            return view(request, zicht, *args, **kwargs)

        omhuld.daad = daad  # type: ignore[attr-defined] # what this door asks, for whoever asks without a request
        return omhuld

    return maak


def zicht_of_404(request: Any, stagnatie_id: UUID) -> "Zicht":
    """What the user of this request may see of this stagnatie, logged as read; or Http404, logged as refused (T3, X1)."""
    from escalatie.zicht import zicht_op_id

    gevonden = zicht_op_id(request.user, stagnatie_id)
    if gevonden is None:
        request.logboek.geweigerd(object_soort="stagnatie", object_id=stagnatie_id)
        raise Http404
    log_zicht(request, gevonden)
    return gevonden


def log_zicht(request: Any, zicht: "Zicht", handeling: Handeling = Handeling.BEKIJKEN) -> None:
    """Note that this stagnatie is read, how deep and on which ground (X1).

    The subjects are those of its goal, however little of it was shown: those whom it concerns read who looked.
    """
    doel = zicht.stagnatie.doel
    gemeente = zicht.stagnatie.gezin.gemeente
    if zicht.blik is None and gemeente.ambtenaar and gemeente.vervanger_id == zicht.gebruiker.pk:
        # A substitute acts under the responsibility of the official (NEN 7513).
        request.logboek.als(namens_id=gemeente.ambtenaar_id, namens_naam=gemeente.ambtenaar.naam)
    if zicht.namens:
        request.logboek.als(namens_id=zicht.namens[0].pk, namens_naam=", ".join(wie.naam for wie in zicht.namens))
    request.logboek.bekeken(
        gezin_id=zicht.stagnatie.gezin_id,
        gezin_nummer=str(zicht.stagnatie.gezin.nummer),
        grondslag=zicht.grondslag,
        grondslag_ids=zicht.grondslag_ids,
        doel=_("een vastgelopen plan weer vlot trekken"),
        object_soort="stagnatie",
        object_id=zicht.stagnatie.pk,
        over_wie=doel.over_wie if doel else (),
        leefgebieden=doel.leefgebieden if doel else (),
        onderwerpen=onderwerpen.van_onderdeel(doel) if doel else (),
        getoond={"diepte": zicht.diepte},
        handeling=handeling,
    )
