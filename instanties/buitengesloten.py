"""Whoever changes how he logs in is alone afterwards; whoever got a new code of somebody else is told (X2)."""

from datetime import timedelta
from typing import Any

from allauth.account.signals import password_changed, password_reset
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest

from berichten.models import Bericht
from core import clock
from instanties.actions.uitnodigingen import SOORT_NIEUWE_CODE
from instanties.models import Uitnodiging
from instanties.verwoording import nieuwe_code_zin

BLIJFT_GEZEGD = timedelta(days=14)


def beeindig_andere(sender: Any, request: HttpRequest, user: Any, **_overig: Any) -> None:
    """Receiver: end the others; this session goes on."""
    for sessie in UserSession.objects.filter(user_id=user.pk).exclude(session_key=request.session.session_key):
        sessie.end()


def zeg_nieuwe_code(sender: Any, request: HttpRequest, user: Any, **_overig: Any) -> None:
    """Receiver of user_logged_in: for two weeks each login says that a new code was made, whoever logged in before."""
    bericht = Bericht.objects.filter(
        ontvanger=user, soort=SOORT_NIEUWE_CODE, gemaakt_op__gt=clock.now() - BLIJFT_GEZEGD
    ).first()
    if bericht is None or bericht.object_id is None:
        return
    uitnodiging = Uitnodiging.objects.select_related("gemaakt_door").filter(pk=bericht.object_id).first()
    if uitnodiging is not None:
        messages.warning(request, nieuwe_code_zin(uitnodiging), fail_silently=True)


def luister() -> None:
    """Hear every login, and every change of password or second step."""
    user_logged_in.connect(zeg_nieuwe_code, dispatch_uid="instanties.nieuwe_code")
    for signaal in (password_changed, password_reset, authenticator_added, authenticator_removed, authenticator_reset):
        signaal.connect(beeindig_andere, dispatch_uid="instanties.buitengesloten")
