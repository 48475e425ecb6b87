"""The practice environment never goes where real families are."""

from typing import Any

from django.core.checks import Error, Tags, register


@register(Tags.security, deploy=True)
def niet_in_productie(app_configs: Any = None, **_: Any) -> list[Error]:
    """Where this room is installed, everybody may log in as anyone and read all mail: `check --deploy` says no."""
    return [
        Error(
            "De oefenomgeving is geïnstalleerd: iedereen kan er inloggen als ieder ander.",
            hint="Gebruik config.settings.production, zonder oefenomgeving in INSTALLED_APPS.",
            id="oefenomgeving.E001",
        )
    ]
