"""Since when this session shows that its user is the owner of the account: by the oldest means it was opened with (I8).

A password that somebody chose after a code of another, shows that he had that code; what existed before, shows the owner.
"""

from datetime import UTC, datetime

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.http import HttpRequest

from instanties.models import Gebruiker, Uitnodiging, Weg, Wegsoort
from instanties.tweede_factor import INLOGDIENST


def bewezen_sinds(request: HttpRequest) -> datetime | None:
    """Since when the oldest means of this session is this user's; None where it began by none of these.

    A passkey or a link with a provider since it was added, a password since it was chosen; by a mailed link, since the
    address was found right that she gave herself.
    """
    gebruiker: Gebruiker = request.user  # type: ignore[assignment] # the login came first
    sinds: list[datetime] = []
    feiten = get_authentication_records(request, gebruiker)
    sleutels = [feit["id"] for feit in feiten if feit.get("type") == Authenticator.Type.WEBAUTHN and "id" in feit]
    if sleutels:
        sinds += Authenticator.objects.filter(user_id=gebruiker.pk, pk__in=sleutels).values_list(
            "created_at", flat=True
        )
    if diensten := [feit.get("provider") for feit in feiten if feit.get("method") == INLOGDIENST]:
        gekoppeld = SocialAccount.objects.filter(user_id=gebruiker.pk, provider__in=diensten)
        sinds += gekoppeld.values_list("date_joined", flat=True)
    if any(feit.get("method") == "password" for feit in feiten):
        sinds.append(_wachtwoord_sinds(gebruiker))
    return min(sinds, default=None)


def _wachtwoord_sinds(gebruiker: Gebruiker) -> datetime:
    gekozen = Weg.objects.filter(gebruiker=gebruiker, soort=Wegsoort.WACHTWOORD).order_by("-op").first()
    met_code = (
        Uitnodiging.objects.filter(gebruiker=gebruiker, gebruikt_op__isnull=False)
        .order_by("-gebruikt_op")
        .values_list("gebruikt_op", flat=True)
        .first()
    )
    if gekozen is None or (met_code is not None and met_code > gekozen.op):
        return met_code or datetime.min.replace(tzinfo=UTC)
    via_mail = gekozen.door_id is None and gebruiker.wil_mail
    return (via_mail and _adres_sinds(gebruiker)) or gekozen.op


def _adres_sinds(gebruiker: Gebruiker) -> datetime | None:
    """None for an address that somebody else gave, or that nobody found right yet: it could be anybody's."""
    adres = Weg.objects.filter(gebruiker=gebruiker, soort=Wegsoort.ADRES).order_by("-op").first()
    return adres.bevestigd_op if adres is not None and not adres.door_een_ander else None
