"""The form field in which people type a day in their own way; what can't be read stays as it was typed (G5)."""

from abc import ABC, abstractmethod
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core import clock
from core.errors import RuleError
from core.forms import DateInput
from woorden.duur import Duur
from woorden.getypt import Geboren, als_woorden, lees_dag, lees_geboren


class GetyptVeld(forms.Field, ABC):
    """Text that is read into a value; reads the clock itself, as views do: 'morgen' depends on today."""

    widget = DateInput

    @abstractmethod
    def lees(self, tekst: str) -> Any:
        """The value of what was typed. Raises RuleError."""

    def to_python(self, value: Any) -> Any:
        """None when empty; a ValidationError in the words of the RuleError."""
        if value in self.empty_values:
            return None
        if isinstance(value, Duur | date | Geboren):
            return value
        if not str(value).strip():
            return None
        try:
            return self.lees(str(value))
        except RuleError as fout:
            raise forms.ValidationError(fout.message, code="onleesbaar") from None

    def prepare_value(self, value: Any) -> Any:
        """A value as it can be typed; what was typed stays as it is."""
        if isinstance(value, Geboren):
            return str(value)
        return als_woorden(value) if isinstance(value, Duur | date) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another value was meant, however it was written."""
        try:
            return self.to_python(initial) != self.to_python(data)
        except forms.ValidationError:
            return True


class DatumVeld(GetyptVeld):
    """A day. `terug`: when something happened: today at the latest, and a day without a year is the last one (E14)."""

    def __init__(self, *, terug: bool = False, **kwargs: Any) -> None:
        self.terug = terug
        kwargs.setdefault(
            "help_text",
            _("Bijvoorbeeld: gisteren of 4-12-2026.") if terug else _("Bijvoorbeeld: 4-12-2026 of vr 4 dec."),
        )
        super().__init__(**kwargs)

    def lees(self, tekst: str) -> date:
        """Read as a day, seen from today."""
        nu = clock.now()
        dag = lees_dag(tekst, nu, terug=self.terug)
        if self.terug and dag > clock.today():
            raise RuleError(_("Deze dag is nog niet geweest. Kies vandaag of een dag ervoor."))
        return dag


class TijdstipVeld(forms.TimeField):
    """At what hour something happened, beside its day (E14)."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("Alleen nodig voor de laatste dag. Bijvoorbeeld: 18:30."))
        kwargs.setdefault("error_messages", {"invalid": _("Schrijf de tijd als 18:30.")})
        super().__init__(input_formats=["%H:%M", "%H.%M"], required=False, widget=forms.TextInput, **kwargs)


class GeboortedatumVeld(GetyptVeld):
    """A birth date as far as it is known: a day, a month, or only a year; its value is a Geboren (G1, I9)."""

    def lees(self, tekst: str) -> Geboren:
        """Read, seen from today."""
        return lees_geboren(tekst, clock.now())
