"""`{% static %}`, `{% url %}` and `{% translate %}` whose outcome is the same for everybody are worked out once per process.

An address without arguments, a file of the style or a plain sentence depends on nobody and on no moment. What has a
variable or a filter in it (also `|zin`, for the region's words) is worked out at every reading, by Django's own tag; of an
address with keys in it only the keys are filled in.
"""

from typing import Any
from uuid import UUID, uuid4

from django import template
from django.conf import settings
from django.core.signals import setting_changed
from django.template import Context, Node
from django.template.base import FilterExpression, Parser, Token
from django.template.defaulttags import url as _url
from django.templatetags.i18n import do_translate as _translate
from django.templatetags.static import do_static as _static
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

# (what the tag says, language, table of addresses) → what it gives. As many as there are different tags in the templates.
_known: dict[tuple[str, str | None, str], Any] = {}


class Constant(Node):
    """A tag of Django's that gives the same at every reading, per language."""

    child_nodelists = ()

    def __init__(self, node: Node, source: str, asvar: str | None) -> None:
        self.node, self.source, self.asvar = node, source, asvar

    def render(self, context: Context) -> Any:
        """What the tag gave the first time; set as the variable that it names, if it names one."""
        key = (self.source, get_language(), settings.ROOT_URLCONF)
        if key not in _known:
            given = self.node.render(context)
            _known[key] = context[self.asvar] if self.asvar else given
        if not self.asvar:
            return _known[key]
        context[self.asvar] = _known[key]
        return ""


class Address(Node):
    """An address of which only keys differ: Django makes it once, and then they are filled in."""

    child_nodelists = ()

    def __init__(self, node: Any, source: str) -> None:
        self.node, self.source = node, source

    def render(self, context: Context) -> Any:
        """What Django's own tag gives. An argument that is no key (a name, a number) is left to it."""
        keys = [part.resolve(context) for part in self.node.args]
        if not all(isinstance(key, UUID) for key in keys):
            return self.node.render(context)
        # As many as there are such tags in the templates; settings are the same for a whole process.
        known = (self.source, None, settings.ROOT_URLCONF)
        if known not in _known:
            try:
                _known[known] = _pieces(str(self.node.view_name.resolve(context)), len(keys))
            except NoReverseMatch:
                return self.node.render(context)
        first, *others = _known[known]
        address = SafeString(first + "".join(f"{key}{after}" for key, after in zip(keys, others, strict=True)))
        if not self.node.asvar:
            return address
        context[self.node.asvar] = address
        return ""


def _pieces(name: str, count: int) -> list[str]:
    """What stands around the keys in an address."""
    keys = [uuid4() for _ in range(count)]
    rest, pieces = reverse(name, args=keys), []
    for key in keys:
        before, _, rest = rest.partition(str(key))
        pieces.append(before)
    return [*pieces, rest]


def _is_constant(*parts: FilterExpression) -> bool:
    return not any(part.is_var or part.filters for part in parts)


@register.tag
def static(parser: Parser, token: Token) -> Node:
    """Django's own, remembered: with a manifest, its address changes with the installation only."""
    node = _static(parser, token)
    return Constant(node, token.contents, node.varname) if _is_constant(node.path) else node


@register.tag
def url(parser: Parser, token: Token) -> Node:
    """Django's own; remembered when it has no arguments, or around its arguments."""
    node = _url(parser, token)
    if not _is_constant(node.view_name) or node.kwargs:
        return node
    return Address(node, token.contents) if node.args else Constant(node, token.contents, node.asvar)


@register.tag
def translate(parser: Parser, token: Token) -> Node:
    """Django's own; remembered for a sentence that stands there as a whole, without a filter."""
    node = _translate(parser, token)
    sentence = node.filter_expression
    constant = sentence.var.literal is not None and not sentence.filters and not node.noop and not node.message_context
    return Constant(node, token.contents, node.asvar) if constant else node


def _forget(**_what: Any) -> None:
    """A test changed a setting: addresses may be others now."""
    _known.clear()


setting_changed.connect(_forget)
