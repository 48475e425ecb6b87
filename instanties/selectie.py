"""Who is who in the region: the questions that the rooms above ask. Only people who can log in are an answer."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from core import memo
from core.kept_queries import Rows, kept
from core.names import fold, words
from instanties.models import (
    ROLLEN_REGIO,
    Begripwoord,
    Functie,
    Gebruiker,
    Gemeente,
    Instelling,
    Rol,
    Uitnodiging,
    Weg,
    Wegsoort,
)
from instanties.vaste_lezer import slots
from woorden.begrippen import EIGEN_VELDEN


def _met_rol(rol: Rol, **waar: object) -> QuerySet[Gebruiker]:
    functies = Functie.objects.geldig().filter(gebruiker=OuterRef("pk"), rol=rol, **waar)
    return Gebruiker.objects.filter(Exists(functies), is_active=True).order_by("naam_volgorde", "id")


def functies_van(gebruiker: Gebruiker) -> list[Functie]:
    """What this person does now and where; asked once per request."""
    return memo.remember(("functies", gebruiker.pk), lambda: _functies_van_velen(None, mensen=[gebruiker.pk]))


def functies_van_velen(mensen: Collection[UUID]) -> dict[UUID, list[Functie]]:
    """The same of several people; in this request it is then known of each."""
    gevonden: dict[UUID, list[Functie]] = {wie: [] for wie in mensen}
    for functie in _functies_van_velen(None, mensen=list(gevonden)):
        gevonden[functie.gebruiker_id].append(functie)
    for wie, functies in gevonden.items():
        memo.remember(("functies", wie), lambda functies=functies: functies)  # type: ignore[misc]
    return gevonden


@kept
def _functies_van_velen(_vorm: None) -> Rows:
    rijen = Functie.objects.geldig().filter(gebruiker__in=slots("mensen")).order_by("id")
    return Rows(rijen, met=["instelling", "gemeente"])


def functies_nu(wie: UUID) -> QuerySet[Functie]:
    """The functions in force of one person, in a fixed order."""
    return Functie.objects.geldig().filter(gebruiker=wie).order_by("id")


def managers(instelling: Instelling | UUID) -> QuerySet[Gebruiker]:
    """The managers of an instelling, in a fixed order (E4)."""
    return _met_rol(Rol.MANAGER, instelling=instelling)


def van_de_regio() -> QuerySet[Gebruiker]:
    """Who may do much in the whole region: beheerders and privacy officers."""
    met_rol = Functie.objects.geldig().filter(rol__in=ROLLEN_REGIO, gebruiker=OuterRef("pk"))
    return Gebruiker.objects.filter(Exists(met_rol), is_active=True)


def beheerders() -> QuerySet[Gebruiker]:
    """The functioneel beheerders of the region."""
    return _met_rol(Rol.BEHEERDER)


def wie_waakt_over(werkers: Collection[UUID]) -> QuerySet[Gebruiker]:
    """Who hears that another can get into these accounts of people who work here: their leidinggevenden, the bestuurder
    of their instelling, the beheerders and the privacy officers (I8)."""
    van_hen = Functie.objects.geldig().filter(gebruiker__in=werkers)
    eigen = Q(rol__in=(Rol.LEIDINGGEVENDE, Rol.BESTUURDER), instelling__in=van_hen.values("instelling"))
    waken = Functie.objects.geldig().filter(eigen | Q(rol__in=ROLLEN_REGIO), gebruiker=OuterRef("pk"))
    genoemd = Q(pk__in=van_hen.values("leidinggevende"))
    return Gebruiker.objects.filter(Exists(waken) | genoemd, is_active=True).order_by("naam_volgorde", "id")


def die_inloggen() -> QuerySet[Gebruiker]:
    """The people who have a way in: a password, or a provider of this installation; in practice everybody (X2)."""
    mensen = Gebruiker.objects.filter(is_active=True)
    if settings.OEFENOMGEVING:
        return mensen
    diensten = [dienst.id for dienst in settings.INLOGDIENSTEN]
    gekoppeld = SocialAccount.objects.filter(user=OuterRef("pk"), provider__in=diensten)
    wachtwoord = ~Q(password="") & ~Q(password__startswith=UNUSABLE_PASSWORD_PREFIX)
    return mensen.filter(wachtwoord | Q(Exists(gekoppeld)))


# With fewer the region isn't active: each is the other's second person (I8).
BEHEERDERS_NODIG = 2


def genoeg_beheerders() -> bool:
    """Whether there are enough beheerders who have a way in for the region to be active (I8)."""
    return beheerders().filter(pk__in=die_inloggen()).count() >= BEHEERDERS_NODIG


def privacy_officers() -> QuerySet[Gebruiker]:
    """The privacy officers of the region."""
    return _met_rol(Rol.PRIVACY_OFFICER)


def per_instelling(rol: Rol, instellingen: Iterable[UUID]) -> dict[UUID, list[Gebruiker]]:
    """The people with `rol` of many instellingen in one query, each list in the same fixed order."""
    functies = (
        Functie.objects.geldig()
        .filter(rol=rol, instelling__in=set(instellingen), gebruiker__is_active=True)
        .select_related("gebruiker")
        .order_by("gebruiker__naam_volgorde", "gebruiker_id")
    )
    gevonden: dict[UUID, list[Gebruiker]] = defaultdict(list)
    for functie in functies:
        if functie.instelling_id is not None:
            gevonden[functie.instelling_id].append(functie.gebruiker)
    return gevonden


def leidinggevende(gebruiker: Gebruiker, instelling: Instelling | UUID) -> Gebruiker | None:
    """Who leads this person at this instelling: the one named with the function, else a leidinggevende there (E3)."""
    functies = Functie.objects.geldig().filter(instelling=instelling)
    genoemd = (
        functies.filter(gebruiker=gebruiker, leidinggevende__is_active=True)
        .exclude(leidinggevende=gebruiker)
        .select_related("leidinggevende")
        .order_by("id")
        .first()
    )
    if genoemd:
        return genoemd.leidinggevende
    return _met_rol(Rol.LEIDINGGEVENDE, instelling=instelling).exclude(pk=gebruiker.pk).first()


def leidinggevenden(gebruiker: Gebruiker) -> list[Gebruiker]:
    """Who is named above this person in one of the functions that hold now."""
    werkt = Functie.objects.geldig().filter(gebruiker=OuterRef("leidinggevende"), instelling=OuterRef("instelling"))
    boven = Functie.objects.geldig().filter(Exists(werkt), gebruiker=gebruiker).values("leidinggevende")
    return list(Gebruiker.objects.filter(pk__in=boven, is_active=True))


def _die_kan(gemeente: Gemeente, behalve: frozenset[UUID]) -> Gebruiker | None:
    for iemand in (gemeente.ambtenaar, gemeente.vervanger):
        if iemand is not None and iemand.is_active and iemand.pk not in behalve:
            return iemand
    return None


def ambtenaar(gemeente: Gemeente, behalve: Iterable[UUID] = ()) -> Gebruiker | None:
    """The official of step 3: the one who was named, else the substitute; never somebody in `behalve` (E5).

    `behalve`: ids of people who may not be it, such as the keeper of step 2.
    """
    return _die_kan(gemeente, frozenset(behalve))


def ambtenaren(gemeenten: Iterable[UUID]) -> dict[UUID, Gemeente]:
    """Many gemeenten with official and substitute loaded, for `ambtenaar` without a query each."""
    rijen = Gemeente.objects.select_related("ambtenaar", "vervanger", "bestuur").in_bulk(list(set(gemeenten)))
    return dict(rijen)


def eigen_woorden() -> Mapping[str, Mapping[str, str]]:
    """The region's own words, by the key of the term (I7). A fault here must not spoil the transaction of a page."""
    with transaction.atomic():
        return {rij.pop("sleutel"): rij for rij in Begripwoord.objects.values("sleutel", *EIGEN_VELDEN)}


def met_inlogdienst(gebruikers: Iterable[Gebruiker]) -> set[UUID]:
    """Who of these logs in by an OpenID provider of this installation, in one query; none where there is no provider (X2)."""
    diensten = [dienst.id for dienst in settings.INLOGDIENSTEN]
    if not diensten:
        return set()
    van = [gebruiker.pk for gebruiker in gebruikers]
    return set(SocialAccount.objects.filter(user__in=van, provider__in=diensten).values_list("user_id", flat=True))


def logt_in(gebruiker: Gebruiker) -> bool:
    """Whether this person has a way in already: a password, or an OpenID provider (X2)."""
    return gebruiker.has_usable_password() or bool(met_inlogdienst([gebruiker]))


def na_code_van_een_ander(gebruiker: Gebruiker) -> Weg | None:
    """The code, or the changed address, of somebody else by which one can get in, until its owner says it was he (I8).

    What is signed with the account meanwhile says so: whoever hands out a code could sign with it, and
    whoever changed where the mail goes. None for who works here, and for who came in by himself.
    """
    if gebruiker.is_professional:
        return None
    return (
        Weg.objects.filter(
            Q(uitnodiging__gebruikt_op__isnull=False) | Q(soort=Wegsoort.ADRES),
            gebruiker=gebruiker,
            door__isnull=False,
            bevestigd_op__isnull=True,
        )
        .exclude(door=gebruiker.pk)
        .select_related("door")
        .first()
    )


def na_code_q(account: str = "door", op: str = "op") -> Exists:
    """The same of what somebody said, for a row whose fields these are: that it was said after a way of somebody else (I8).

    Asked at read, so it is no more once its owner confirmed that way. Every yes that counts shows it beside who said it.
    """
    gebruikt = Q(uitnodiging__gebruikt_op__lte=OuterRef(op)) | Q(soort=Wegsoort.ADRES, op__lte=OuterRef(op))
    van_ander = Weg.objects.filter(
        gebruikt,
        gebruiker=OuterRef(account),
        gebruiker__is_professional=False,
        door__isnull=False,
        bevestigd_op__isnull=True,
    )
    return Exists(van_ander.exclude(door=F("gebruiker")))


def is_naam(getypt: str, naam: str) -> bool:
    """A name as people write it: first name or surname is enough, capitals and accents don't matter.

    One letter is no name, except where all of it was typed: 李 明.
    """
    eigen, gegeven = words(naam), words(getypt)
    lang = {woord for woord in eigen & gegeven if len(woord) > 1}
    return fold(getypt) == fold(naam) != "" or (bool(lang) and (gegeven <= eigen or eigen <= gegeven))


def is_nooit_gebruikt(gebruiker: Gebruiker) -> bool:
    """Whether this is an account of family or network that nobody ever came in with."""
    return not gebruiker.is_professional and gebruiker.last_login is None and not logt_in(gebruiker)


def is_ook_elders_gevraagd(gebruiker: Gebruiker, nu: datetime) -> bool:
    """Whether somebody of this name and mail address was invited as if he had no account yet (I9).

    Only its owner is told, and only where nobody else made a way into the account: who did would read it. A mail address
    may be shared at home, and a name too: so this is a question, and the code is what shows that it is he.
    """
    if gebruiker.is_professional or not gebruiker.email or na_code_van_een_ander(gebruiker):
        return False
    gevraagd = (
        Uitnodiging.objects.filter(
            gebruikt_op__isnull=True,
            ingetrokken_op__isnull=True,
            verloopt_op__gt=nu,
            gebruiker__email__iexact=gebruiker.email,
            gebruiker__is_active=True,
        )
        .exclude(gebruiker=gebruiker)
        .select_related("gebruiker")
    )
    return any(is_nooit_gebruikt(rij.gebruiker) and is_naam(rij.gebruiker.naam, gebruiker.naam) for rij in gevraagd)
