"""Names in templates, as the reader of the page may read them (X5)."""

from typing import Any, Protocol

from django import template
from django.utils.translation import gettext as _

from gezinnen.models import Deelnemer
from instanties.models import Gebruiker, Instelling
from toestemming.namen import Namen, namen_voor
from toestemming.zicht import Blik

register = template.Library()


class HeeftNamen(Protocol):
    """What a higher room shows its pages by."""

    @property
    def namen(self) -> Namen: ...


def _van(lezer: Blik | HeeftNamen) -> Namen:
    return namen_voor(lezer) if isinstance(lezer, Blik) else lezer.namen


@register.filter
def naam_voor(wie: Deelnemer | Gebruiker | Instelling | None, lezer: Blik | HeeftNamen) -> str:
    """`{{ reactie.door|naam_voor:blik }}`: the name of a person or instelling for this reader."""
    return _van(lezer).van(wie)


@register.simple_tag
def door(wie: Deelnemer | Gebruiker | None, namens: Gebruiker | None, lezer: Blik | HeeftNamen) -> str:
    """`{% door reactie.spreker reactie.namens blik %}`: who did it and, where he stood in, for whom (I6)."""
    namen = _van(lezer)
    if namens is None:
        return namen.van(wie)
    return _("%(wie)s, namens %(ander)s") % {"wie": namen.van(wie), "ander": namen.van(namens)}


@register.filter
def rol_voor(mens: Deelnemer, lezer: Blik | HeeftNamen) -> str:
    """`{{ mens|rol_voor:blik }}`: what somebody is to the family."""
    return _van(lezer).rol(mens)


@register.filter
def namen_in_tekst_voor(tekst: Any, lezer: Blik | HeeftNamen) -> str:
    """`{{ rij.tekst|namen_in_tekst_voor:zicht }}`: the names in a text, of the system or as somebody typed it."""
    return _van(lezer).in_tekst(str(tekst))
