"""`{% once_field %}`: makes a form count once (core/idempotency.py)."""

import uuid

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core import returned
from core.idempotency import FIELD

register = template.Library()


@register.simple_tag(takes_context=True)
def once_field(context: Context) -> SafeString:
    """A hidden field with a fresh key, one per form; a form that came back with errors keeps its own (core/returned.py)."""
    request = context.get("request")
    came_back = returned.of(request) if request is not None else None
    return format_html(
        '<input type="hidden" name="{}" value="{}">', FIELD, came_back.key if came_back else uuid.uuid4()
    )
