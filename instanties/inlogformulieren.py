"""The forms of logging in, in our words. What they check is allauth's."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from instanties.tasks import mail_nieuw_wachtwoord

# Seconds that a question for a new password waits for a worker.
BEWAARTIJD = 900
CODE_ATTRS = {"autocomplete": "one-time-code", "inputmode": "numeric", "size": "12"}
WACHTWOORDHULP = _("Minstens 12 tekens. Drie of vier gewone woorden achter elkaar is goed en makkelijk te onthouden.")


def _zet(form: forms.BaseForm, naam: str, label: Any, hulp: Any = "", **attrs: str) -> None:
    veld = form.fields[naam]
    veld.label = label
    veld.help_text = hulp
    veld.widget.attrs.pop("placeholder", None)
    veld.widget.attrs.update(attrs)


class Inloggen(account.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _zet(self, "login", _("Inlognaam of e-mailadres"), autocomplete="username", autocapitalize="none")
        _zet(self, "password", _("Wachtwoord"))


class WachtwoordVergeten(account.ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _zet(self, "email", _("E-mailadres"))

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Leave the mail to the worker, the same for a known and an unknown address. Raises OperationalError or OSError."""
        wie = [str(gebruiker.pk) for gebruiker in self.users]
        mail_nieuw_wachtwoord.apply_async(args=[wie], retry=False, expires=BEWAARTIJD)
        return str(self.cleaned_data["email"])


class WachtwoordHerstellen(account.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _zet(self, "password1", _("Nieuw wachtwoord"), WACHTWOORDHULP)
        _zet(self, "password2", _("Nieuw wachtwoord, nog een keer"))


class WachtwoordWijzigen(account.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _zet(self, "oldpassword", _("Wachtwoord van nu"))
        _zet(self, "password1", _("Nieuw wachtwoord"), WACHTWOORDHULP)
        _zet(self, "password2", _("Nieuw wachtwoord, nog een keer"))


class OpnieuwWachtwoord(account.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _zet(self, "password", _("Wachtwoord"))


class TweedeStap(mfa.AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _zet(self, "code", _("Code"), _("De zes cijfers uit uw app, of een van uw reservecodes."), **CODE_ATTRS)


class OpnieuwTweedeStap(mfa.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _zet(self, "code", _("Code"), _("De zes cijfers uit uw app, of een van uw reservecodes."), **CODE_ATTRS)


class TweedeStapInstellen(totp.ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _zet(self, "code", _("Code uit de app"), _("De zes cijfers die de app nu laat zien."), **CODE_ATTRS)
