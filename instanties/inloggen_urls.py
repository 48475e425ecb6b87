"""The addresses of logging in: those of allauth that are used here, and no others (no sign-up, no mail addresses)."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.usersessions.models import UserSession
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, re_path

from instanties import apparaat, koppelen, passkeys, sessieduur, tweede_factor, uitloggen
from instanties.herbevestigen import herbevestigd
from instanties.sessies import Sessies
from instanties.teller import met_teller, zonder_wachtrij
from instanties.verder import verder


class TweedeStapInstellen(totp.ActivateTOTPView):
    """The code that was typed to set up the app is the first time that the second step is shown."""

    def form_valid(self, form: Any) -> HttpResponse:
        antwoord = super().form_valid(form)
        tweede_factor.onthoud(self.request, self.request.user, "totp")
        return antwoord


def nieuwe_sleutel(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorator: who has shown again who he is, goes on under a new session key."""

    @wraps(view)
    def omhuld(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        oud = request.session.session_key
        antwoord = view(request, *args, **kwargs)
        if request.method == "POST" and antwoord.status_code == 302 and request.user.is_authenticated and oud:
            request.session.cycle_key()
            UserSession.objects.filter(session_key=oud).update(session_key=request.session.session_key)
        return antwoord

    return omhuld


def bestaat_niet(request: HttpRequest) -> HttpResponse:
    """Addresses that allauth wants to know, and that aren't offered here."""
    raise Http404


urlpatterns = [
    path("inloggen/", met_teller(account.login), name="account_login"),
    path("uitloggen/", uitloggen.uitloggen, name="account_logout"),
    path("blijf/", sessieduur.blijf, name="sessie_blijf"),
    path("stand/", sessieduur.nog_over, name="sessie_stand"),
    path("verder/", verder, name="verder"),
    path("apparaat/", apparaat.apparaat, name="apparaat"),
    path("weg/", apparaat.verlaat, name="verlaat"),
    path("geen-toegang/", account.account_inactive, name="account_inactive"),
    path("bevestigen/", met_teller(nieuwe_sleutel(account.reauthenticate)), name="account_reauthenticate"),
    path("wachtwoord/", account.password_change, name="account_change_password"),
    path("wachtwoord/kiezen/", bestaat_niet, name="account_set_password"),
    path("wachtwoord/vergeten/", met_teller(zonder_wachtrij(account.password_reset)), name="account_reset_password"),
    path("wachtwoord/vergeten/gemaild/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "wachtwoord/nieuw/klaar/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^wachtwoord/nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        met_teller(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    # By an OpenID provider; the first two names are those that allauth asks for.
    path("via/koppelen/", met_teller(koppelen.koppelen), name="inlogdienst_koppelen"),
    path("via/<slug:provider_id>/", met_teller(koppelen.heen), name="openid_connect_login"),
    path("via/<slug:provider_id>/terug/", met_teller(koppelen.terug), name="openid_connect_callback"),
    path("via/<slug:provider_id>/uitgelogd/", uitloggen.uitgelogd, name="inlogdienst_uitgelogd"),
    path("via/<slug:provider_id>/uitloggen/", uitloggen.ook_daar, name="inlogdienst_ook_daar"),
    path("via/<slug:provider_id>/ontkoppelen/", koppelen.ontkoppelen, name="inlogdienst_ontkoppelen"),
    path("veilig-inloggen/", mfa.index, name="mfa_index"),
    path("tweede-stap/", met_teller(mfa.authenticate), name="mfa_authenticate"),
    path("tweede-stap/bevestigen/", met_teller(nieuwe_sleutel(mfa.reauthenticate)), name="mfa_reauthenticate"),
    path("tweede-stap/instellen/", herbevestigd(met_teller(TweedeStapInstellen.as_view())), name="mfa_activate_totp"),
    path("tweede-stap/uitzetten/", herbevestigd(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("passkey/toevoegen/", herbevestigd(met_teller(passkeys.Toevoegen.as_view())), name="mfa_add_webauthn"),
    path("passkey/<int:pk>/weghalen/", herbevestigd(passkeys.Weghalen.as_view()), name="mfa_remove_webauthn"),
    path("passkey/inloggen/", met_teller(webauthn.login_webauthn), name="mfa_login_webauthn"),
    path(
        "passkey/bevestigen/",
        met_teller(nieuwe_sleutel(passkeys.Bevestigen.as_view())),
        name="mfa_reauthenticate_webauthn",
    ),
    path("ingelogd/", herbevestigd(Sessies.as_view()), name="usersessions_list"),
    path("reservecodes/", herbevestigd(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("reservecodes/nieuw/", herbevestigd(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("reservecodes/bestand/", herbevestigd(codes.download_recovery_codes), name="mfa_download_recovery_codes"),
]
