"""Whoever changes how he logs in is alone afterwards: every other place where he was logged in ends (X2)."""

from typing import Any

from allauth.account.signals import password_changed, password_reset
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from allauth.usersessions.models import UserSession
from django.http import HttpRequest


def beeindig_andere(sender: Any, request: HttpRequest, user: Any, **_overig: Any) -> None:
    """Receiver: end the others; this session goes on."""
    for sessie in UserSession.objects.filter(user_id=user.pk).exclude(session_key=request.session.session_key):
        sessie.end()


def luister() -> None:
    """Hear every change of password or second step."""
    for signaal in (password_changed, password_reset, authenticator_added, authenticator_removed, authenticator_reset):
        signaal.connect(beeindig_andere, dispatch_uid="instanties.buitengesloten")
