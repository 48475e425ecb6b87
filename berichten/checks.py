"""What must be right before any mail can go out."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, register
from django.core.mail.message import sanitize_address


@register()
def afzender_is_een_adres(app_configs: Any = None, **_: Any) -> list[Error]:
    """A sender that can't be read would make every mail fail, one by one, until all are given up."""
    try:
        sanitize_address(settings.DEFAULT_FROM_EMAIL, "utf-8")
    except ValueError as fout:
        return [
            Error(
                f"DEFAULT_FROM_EMAIL is geen leesbaar mailadres: {fout}",
                hint='Een naam met een komma hoort tussen aanhalingstekens: "Naam, naam" <post@voorbeeld.example>',
                id="berichten.E001",
            )
        ]
    return []
