"""How allauth behaves here: no sign-up, one answer for whatever is wrong (X2)."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import MultiFernet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core import sealed
from instanties import herbevestigen, tweede_factor

_HOORT_NIET_BIJ_ELKAAR = _("Deze naam en dit wachtwoord horen niet bij elkaar. Kijk ze nog eens na.")
_CODE_KLOPT_NIET = _("Deze code klopt niet. Wacht op een nieuwe code in uw app en typ die over.")
_TE_VAAK = _(
    "Het is te vaak niet gelukt. Wacht vijf minuten en probeer het dan opnieuw. "
    "Lukt het dan nog niet? Wacht een uur, of kies een nieuw wachtwoord."
)


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come by invitation only."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _HOORT_NIET_BIJ_ELKAAR,
        "email_password_mismatch": _HOORT_NIET_BIJ_ELKAAR,
        "username_password_mismatch": _HOORT_NIET_BIJ_ELKAAR,
        "invalid_login": _HOORT_NIET_BIJ_ELKAAR,
        "too_many_login_attempts": _TE_VAAK,
        "rate_limited": _TE_VAAK,
        "incorrect_code": _CODE_KLOPT_NIET,
        "incorrect_password": _("Dit wachtwoord klopt niet. Typ het nog eens."),
        "enter_current_password": _("Dit is niet uw wachtwoord van nu. Typ het nog eens."),
        "invalid_password_reset": _("Deze link werkt niet meer. Vraag een nieuwe aan."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an own account."""
        return False

    def get_login_stages(self) -> list[str]:
        """Those of allauth, with our own rule for when the code is asked."""
        eigen = {"allauth.mfa.stages.AuthenticateStage": "instanties.tweede_factor.TweedeStapFase"}
        return [eigen.get(fase, fase) for fase in super().get_login_stages()]

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask again before what matters, by the same rule as everywhere here (`@herbevestigd`)."""
        if self.request.user.is_authenticated and herbevestigen.is_vers(self.request):
            return False
        return super().is_reauthentication_required(app=app, **kwargs)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Wrong tries count for a name from one address: nobody can shut out somebody else from afar."""
        naam: str = super()._get_login_attempts_cache_key(request, **credentials)
        return ":".join([str(self.get_client_ip(request)), naam])


def sleutels() -> MultiFernet:
    """Of the second steps; the key can be changed without losing anyone's."""
    return sealed.keys("instanties.tweede_factor")


class MFAAdapter(DefaultMFAAdapter):
    """The second step: its secrets are of no use to who reads the database alone."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _CODE_KLOPT_NIET,
        "cannot_delete_authenticator": _(
            "Wie voor zijn werk inlogt, kan de tweede stap niet uitzetten. "
            "Nieuwe telefoon? Vraag de beheerder om nieuwe toegang."
        ),
        "cannot_generate_recovery_codes": _("Stel eerst de tweede stap in."),
    }

    def encrypt(self, text: str) -> str:
        """Encrypt a secret before it is stored."""
        return sleutels().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Read a secret; raises InvalidToken when the installation's key was lost."""
        return sleutels().decrypt(encrypted_text.encode()).decode()

    def get_totp_label(self, user: Any) -> str:
        """What the app on the phone shows beside the code."""
        return str(user.inlognaam)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Professionals keep a second step."""
        return tweede_factor.mag_weg(authenticator)

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        """What a key is called until its owner gives it a name."""
        return str(_("passkey"))
