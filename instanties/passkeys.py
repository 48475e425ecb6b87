"""Passkeys as second step, and as the whole login of who shows with it that he is there (X2). The checks are allauth's."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms as webauthn_formulieren
from allauth.mfa.webauthn import views as webauthn
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _

from instanties import tweede_factor
from instanties.models import Gebruiker


class Toevoegen(webauthn.AddWebAuthnView):
    """A key that was made just now counts as shown, as the app's first code does."""

    def form_valid(self, form: Any) -> HttpResponse:
        antwoord = super().form_valid(form)
        tweede_factor.onthoud(self.request, self.request.user, Authenticator.Type.WEBAUTHN)
        return antwoord


class Weghalen(webauthn.RemoveWebAuthnView):
    """A professional keeps at least one second step, also when two windows each take one away."""

    success_url = reverse_lazy("mfa_index")

    def form_valid(self, form: Any) -> HttpResponse:
        Gebruiker.objects.select_for_update().get(pk=self.request.user.pk)
        if not tweede_factor.mag_weg(self.get_object()):
            messages.error(self.request, _("Dit is uw enige tweede stap. Voeg eerst een andere toe."))
            return HttpResponseRedirect(reverse("mfa_index"))
        return super().form_valid(form)


class Bevestigen(webauthn.ReauthenticateWebAuthnView):
    """Show once more who is there; a key that isn't accepted may be tried again."""

    def form_invalid(self, form: Any) -> HttpResponse:
        messages.error(self.request, _("Dat is nog niet gelukt. Probeer het opnieuw."))
        return HttpResponseRedirect(self.request.get_full_path())


class ToevoegForm(webauthn_formulieren.AddWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        naam = self.fields["name"]
        naam.label = _("Naam van deze passkey")
        naam.help_text = _("Bijvoorbeeld: laptop van het werk. Zo weet u later welke het is.")
        naam.max_length = 100  # type: ignore[attr-defined]
        zonder = self.fields.get("passwordless")
        if zonder is not None:
            zonder.label = _("Hiermee ook inloggen zonder wachtwoord")
            zonder.help_text = _("U bevestigt dan met uw vinger, uw gezicht of de pincode van het apparaat.")


def heeft(gebruiker: Any) -> bool:
    """Whether this person has a passkey."""
    return Authenticator.objects.filter(user_id=gebruiker.pk, type=Authenticator.Type.WEBAUTHN).exists()


def in_context(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `heeft_passkey`, asked only by the pages of logging in."""
    return {"heeft_passkey": lambda: request.user.is_authenticated and heeft(request.user)}
