"""The OpenID providers that a page may offer (X2)."""

from typing import Any

from allauth.socialaccount.models import SocialAccount
from django import template
from django.http import HttpRequest

from instanties.inlogdienst import Inlogdienst
from instanties.inlogdiensten import diensten_voor

register = template.Library()


@register.simple_tag
def inlogdiensten(gebruiker: Any) -> list[Inlogdienst]:
    """The providers for this person; all of them for who isn't logged in."""
    return diensten_voor(gebruiker)


@register.simple_tag(takes_context=True)
def gekoppelde_inlogdiensten(context: dict[str, Any]) -> list[tuple[Inlogdienst, bool]]:
    """The providers for who is logged in, each with whether the account is linked to it."""
    request: HttpRequest = context["request"]
    diensten = diensten_voor(request.user)
    if not diensten:
        return []
    gekoppeld = set(SocialAccount.objects.filter(user=request.user).values_list("provider", flat=True))
    return [(dienst, dienst.id in gekoppeld) for dienst in diensten]
