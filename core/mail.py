"""One way to make a mail: the same words as text and as HTML, from two templates on one base (X5).

Nothing from outside is loaded by the HTML, and it reads the same with its style left out.
"""

import re
from collections.abc import Mapping
from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string


def make_mail(
    template: str,
    context: Mapping[str, Any],
    *,
    to: str,
    subject: Any,
    headers: Mapping[str, str] | None = None,
) -> EmailMultiAlternatives:
    """A mail of `<sjabloon>.txt` and `<sjabloon>.html`, with who doesn't read HTML in mind first."""
    subject = str(subject)
    context = {**context, "onderwerp": subject}
    mail = EmailMultiAlternatives(
        subject=subject,
        body=tidy(render_to_string(f"{template}.txt", context)),
        to=[to],
        headers={"Auto-Submitted": "auto-generated", **(headers or {})},
    )
    mail.attach_alternative(tidy(render_to_string(f"{template}.html", context)), "text/html")
    return mail


def tidy(text: str) -> str:
    """Without the white lines and spaces that the tags of a template leave behind."""
    lines = (line.rstrip() for line in text.strip().splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"
