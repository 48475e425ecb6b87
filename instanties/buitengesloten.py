"""Whoever changes how he logs in is alone afterwards, and every login says which new ways in there are (I8, X2)."""

from typing import Any

from allauth.account.signals import password_changed, password_reset
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from core import clock
from instanties.actions.wegen import weg_naar_account
from instanties.bellen import wie_te_bellen
from instanties.models import Weg, Wegsoort
from instanties.selectie import is_ook_elders_gevraagd
from instanties.tweede_factor import STAPPEN
from instanties.verwoording import code_hier, weg_zin


def beeindig_andere(sender: Any, request: HttpRequest, user: Any, **_overig: Any) -> None:
    """Receiver: end the others; this session goes on."""
    for sessie in UserSession.objects.filter(user_id=user.pk).exclude(session_key=request.session.session_key):
        sessie.end()


def zeg_wegen(sender: Any, request: HttpRequest, user: Any, **_overig: Any) -> None:
    """Receiver of user_logged_in: each login asks whether the newest way is right, in one line, until its owner says so."""
    wegen = Weg.objects.te_zeggen(clock.now()).filter(gebruiker=user).select_related("door")
    weg = wegen.first()
    if weg is None:
        return
    delen = [
        format_html("{} {}", weg_zin(weg), _("Klopt dit?")),
        format_html('<a class="utrecht-link" href="{}">{}</a>', reverse("instanties:toegang"), _("Ja")),
    ]
    # Never whoever made it, nor who reads this.
    if gevonden := wie_te_bellen(behalve={weg.door_id or weg.gebruiker_id, weg.gebruiker_id}):
        nee = _("Nee, bel %(wie)s") % {"wie": gevonden[0]}
        delen.append(format_html('<a class="utrecht-link" href="tel:{}">{}</a>', gevonden[1], nee))
    messages.warning(request, format_html_join(" ", "{}", ((deel,) for deel in delen)), fail_silently=True)


def nieuw_wachtwoord(sender: Any, user: Any, **_overig: Any) -> None:
    """Receiver: who was logged in chose another password."""
    weg_naar_account(user, Wegsoort.WACHTWOORD, nu=clock.now(), door=user)


def wachtwoord_via_mail(sender: Any, user: Any, **_overig: Any) -> None:
    """Receiver: somebody with the mailed link did, who wasn't logged in (`Weg.door` is nobody)."""
    weg_naar_account(user, Wegsoort.WACHTWOORD, nu=clock.now(), door=None)


def nieuwe_stap(sender: Any, user: Any, authenticator: Authenticator, **_overig: Any) -> None:
    """Receiver: a passkey opens by itself. Another second step is a way in beside the first; the first is a lock."""
    if authenticator.type == Authenticator.Type.WEBAUTHN:
        soort = Wegsoort.PASSKEY
    elif authenticator.type == Authenticator.Type.RECOVERY_CODES or not _heeft_een_andere(authenticator):
        return
    else:
        soort = Wegsoort.STAP
    weg_naar_account(user, soort, nu=clock.now(), door=user)


def _heeft_een_andere(authenticator: Authenticator) -> bool:
    stappen = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=STAPPEN)
    return stappen.exclude(pk=authenticator.pk).exists()


def nieuwe_reservecodes(sender: Any, user: Any, **_overig: Any) -> None:
    """Receiver: other codes for an emergency than those that came with the second step."""
    weg_naar_account(user, Wegsoort.STAP, nu=clock.now(), door=user)


def zeg_ook_elders_gevraagd(sender: Any, request: HttpRequest, user: Any, **_overig: Any) -> None:
    """Receiver of user_logged_in: in his own account, and nowhere else, somebody is asked to use that account (I9)."""
    if is_ook_elders_gevraagd(user, clock.now()):
        messages.info(
            request,
            _("U bent ook gevraagd bij een ander gezin. Wilt u dat met dit account zien? %(hoe)s")
            % {"hoe": code_hier()},
            fail_silently=True,
        )


# What allauth tells us of, and what is a way in.
WEGEN = {
    password_changed: nieuw_wachtwoord,
    password_reset: wachtwoord_via_mail,
    authenticator_added: nieuwe_stap,
    authenticator_reset: nieuwe_reservecodes,
}


def luister() -> None:
    """Hear every login, and every change of password or second step."""
    user_logged_in.connect(zeg_wegen, dispatch_uid="instanties.wegen")
    user_logged_in.connect(zeg_ook_elders_gevraagd, dispatch_uid="instanties.ook_elders_gevraagd")
    for signaal in (password_changed, password_reset, authenticator_added, authenticator_removed, authenticator_reset):
        signaal.connect(beeindig_andere, dispatch_uid="instanties.buitengesloten")
    for signaal, ontvanger in WEGEN.items():
        signaal.connect(ontvanger, dispatch_uid="instanties.weg_gemaakt")
