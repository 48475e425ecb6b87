"""The form in which the region changes its step terms and the longest ones: a number and a unit for each (E7, E8)."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from core.forms import Form
from escalatie.laddertermijnen import in_gebruik
from woorden.duur import Duur, Eenheid

MEEST = 365


class LaddertermijnenForm(Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.termijnen = in_gebruik()
        for termijn in self.termijnen:
            duur = termijn.duur
            self.fields[f"{termijn.sleutel}_aantal"] = forms.IntegerField(
                label=_("aantal"),
                min_value=1,
                max_value=MEEST,
                initial=duur.aantal if duur else None,
                required=termijn.verplicht,
            )
            self.fields[f"{termijn.sleutel}_eenheid"] = forms.ChoiceField(
                label=_("eenheid"), choices=Eenheid.choices, initial=duur.eenheid if duur else Eenheid.WEEK
            )

    def duren(self) -> list[dict[str, Any]]:
        """The lengths, each as a pair of fields under its words."""
        return [
            {
                "woorden": rij.woorden,
                "mag_leeg": not rij.verplicht,
                "aantal": self[f"{rij.sleutel}_aantal"],
                "eenheid": self[f"{rij.sleutel}_eenheid"],
            }
            for rij in self.termijnen
        ]

    def gekozen(self) -> dict[str, Duur | None]:
        """Per length, as typed; None: left empty."""
        return {rij.sleutel: self._duur(rij.sleutel) for rij in self.termijnen}

    def _duur(self, sleutel: str) -> Duur | None:
        aantal = self.cleaned_data[f"{sleutel}_aantal"]
        return Duur(aantal, Eenheid(self.cleaned_data[f"{sleutel}_eenheid"])) if aantal else None
