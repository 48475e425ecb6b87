"""Whom to call, with a number, for a page of the login."""

from django import template

from instanties import bellen

register = template.Library()


@register.simple_tag
def bel() -> str:
    """'Bel D. Aksoy: 06-12345678.'"""
    return bellen.bel()
