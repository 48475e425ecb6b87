"""How a row of beheer is saved: after its own validation, with the words of the rule at the field."""

from typing import Any

from django.core.exceptions import ValidationError

from core.errors import RuleError


def bewaar_gecontroleerd(rij: Any) -> None:
    """Save a row of beheer after its own validation. Raises RuleError with the field and the words of the rule."""
    try:
        rij.full_clean()
    except ValidationError as fout:
        for veld, meldingen in fout.message_dict.items():
            raise RuleError(meldingen[0], field=None if veld == "__all__" else veld) from fout
    rij.save()
