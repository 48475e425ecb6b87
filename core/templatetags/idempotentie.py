"""`{% eenmalig_veld %}`: makes a form count once (core/idempotentie.py)."""

import uuid

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.idempotentie import VELD

register = template.Library()


@register.simple_tag
def eenmalig_veld() -> SafeString:
    """A hidden field with a fresh key, one per form."""
    return format_html('<input type="hidden" name="{}" value="{}">', VELD, uuid.uuid4())
