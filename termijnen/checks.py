"""What Django checks at every start: no kind of term without someone who acts when it has passed (E9)."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.core.checks import Error
from django.db.models import OneToOneRel

from termijnen import soorten
from termijnen.models import Termijn


def elke_soort_heeft_een_behandelaar(app_configs: Any, **kwargs: Any) -> list[Error]:
    """Refuse a OneToOneField to Termijn whose related_name (the kind) nobody registered."""
    return [
        Error(
            f"Termijnen van de soort '{naam}' heeft niemand geregistreerd: verlopen ze, dan gebeurt er niets.",
            hint=f"Zet een Termijnsoort('{naam}', ...) in TERMS van de kinds.py van die kamer.",
            obj=eigenaar,
            id="termijnen.E001",
        )
        for naam, eigenaar in _soorten_in_de_code()
        if soorten.bekende_soort(naam) is None
    ]


def _soorten_in_de_code() -> Iterable[tuple[str, Any]]:
    apps.check_models_ready()
    for relatie in Termijn._meta.related_objects:
        if isinstance(relatie, OneToOneRel):
            yield relatie.name, relatie.field
