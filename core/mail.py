"""One way to make a mail: the same words as text and as HTML, from two templates on one base (X5).

Nothing from outside is loaded by the HTML, and it reads the same with its style left out.
"""

import re
from collections.abc import Mapping
from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string


def maak_mail(
    sjabloon: str,
    context: Mapping[str, Any],
    *,
    aan: str,
    onderwerp: Any,
    headers: Mapping[str, str] | None = None,
) -> EmailMultiAlternatives:
    """A mail of `<sjabloon>.txt` and `<sjabloon>.html`, with who doesn't read HTML in mind first."""
    onderwerp = str(onderwerp)
    context = {**context, "onderwerp": onderwerp}
    mail = EmailMultiAlternatives(
        subject=onderwerp,
        body=net(render_to_string(f"{sjabloon}.txt", context)),
        to=[aan],
        headers={"Auto-Submitted": "auto-generated", **(headers or {})},
    )
    mail.attach_alternative(net(render_to_string(f"{sjabloon}.html", context)), "text/html")
    return mail


def net(tekst: str) -> str:
    """Without the white lines and spaces that the tags of a template leave behind."""
    regels = (regel.rstrip() for regel in tekst.strip().splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(regels)) + "\n"
