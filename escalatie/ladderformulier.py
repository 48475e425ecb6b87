"""The form in which the region changes its step terms: a number and a unit for each length of each step (E8)."""

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
            self.fields[termijn.veld("aantal")] = forms.IntegerField(
                label=_("aantal"), min_value=1, max_value=MEEST, initial=termijn.duur.aantal
            )
            self.fields[termijn.veld("eenheid")] = forms.ChoiceField(
                label=_("eenheid"), choices=Eenheid.choices, initial=termijn.duur.eenheid
            )

    def duren(self) -> list[dict[str, Any]]:
        """The lengths, each as a pair of fields under its words."""
        return [
            {"woorden": rij.woorden, "aantal": self[rij.veld("aantal")], "eenheid": self[rij.veld("eenheid")]}
            for rij in self.termijnen
        ]

    def gekozen(self) -> dict[tuple[int, str], Duur]:
        """Per step and length, as typed."""
        return {
            (rij.stap.pk, rij.soort): Duur(
                self.cleaned_data[rij.veld("aantal")], Eenheid(self.cleaned_data[rij.veld("eenheid")])
            )
            for rij in self.termijnen
        }
