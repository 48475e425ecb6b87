"""What one person says to the lines shown: yes or no for each, nothing chosen beforehand; and what became of asking (T1, T2)."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import Form
from toestemming.models import Antwoord, Vorm
from toestemming.stand import Toestemmingsbeeld
from woorden.velden import DatumVeld

ANTWOORDEN = [(Antwoord.JA.value, gettext_lazy("Ja, dat mag")), (Antwoord.NEE.value, gettext_lazy("Nee, dat mag niet"))]
AAN_TAFEL = [
    (Vorm.MONDELING.value, gettext_lazy("Mondeling")),
    (Vorm.SCHRIFTELIJK.value, gettext_lazy("Op papier, met een handtekening")),
]


class TekenForm(Form):
    """One answer per line; `aan_tafel`: the coordinator records it, so how and when is asked as well."""

    vorm = forms.ChoiceField(
        label=gettext_lazy("Hoe is het gezegd?"),
        choices=AAN_TAFEL,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies hoe het is gezegd.")},
    )
    bewijs = forms.CharField(
        label=gettext_lazy("Waar ligt het papier?"),
        help_text=gettext_lazy("Alleen bij op papier. Bijvoorbeeld: in de map van het gezin, kast 2."),
        max_length=200,
        required=False,
    )
    gegeven_op = DatumVeld(label=gettext_lazy("Op welke dag?"), terug=True)

    def __init__(self, *args: Any, beelden: Sequence[Toestemmingsbeeld], aan_tafel: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not aan_tafel:
            for naam in ("vorm", "bewijs", "gegeven_op"):
                del self.fields[naam]
        self._beelden = beelden
        for beeld in beelden:
            self.fields[f"regel_{beeld.toestemming.pk}"] = forms.ChoiceField(
                label=beeld.wat, choices=ANTWOORDEN, widget=forms.RadioSelect, required=False
            )

    def veld(self, regel_id: uuid.UUID) -> forms.BoundField:
        """The two answers to one line."""
        return self[f"regel_{regel_id}"]

    def clean(self) -> dict[str, Any]:
        """At least one line has an answer; of paper it is said where it lies."""
        gegevens = super().clean() or self.cleaned_data
        if self._beelden and not self.antwoorden():
            self.add_error(f"regel_{self._beelden[0].toestemming.pk}", _("Kies ja of nee."))
        return gegevens

    def antwoorden(self) -> dict[uuid.UUID, str]:
        """The lines that were answered."""
        gezegd = {
            beeld.toestemming.pk: self.cleaned_data.get(f"regel_{beeld.toestemming.pk}", "") for beeld in self._beelden
        }
        return {pk: antwoord for pk, antwoord in gezegd.items() if antwoord}

    def met_alles(self, antwoord: str) -> dict[str, Any]:
        """What was typed, with this answer at each of the lines shown: ticked, not yet signed."""
        gegevens = {naam: self.data.get(naam, "") for naam in self.fields if not naam.startswith("regel_")}
        return {**gegevens, **{f"regel_{beeld.toestemming.pk}": antwoord for beeld in self._beelden}}


class PogingForm(Form):
    """That somebody was asked who couldn't be reached, or didn't want to (T2)."""

    op = DatumVeld(label=gettext_lazy("Wanneer?"), terug=True)
    hoe = forms.CharField(
        label=gettext_lazy("Hoe hebt u het geprobeerd?"),
        help_text=gettext_lazy("Bijvoorbeeld: gebeld, een brief gestuurd, aan de deur geweest."),
        max_length=200,
    )
    uitkomst = forms.CharField(
        label=gettext_lazy("Wat kwam eruit?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )


class BesprokenForm(Form):
    """The talk about what was taken back (T3)."""

    besproken_op = DatumVeld(label=gettext_lazy("Op welke dag is erover gepraat?"), terug=True)
    uitkomst = forms.CharField(
        label=gettext_lazy("Wat kwam eruit?"),
        help_text=gettext_lazy("Bijvoorbeeld: mist er nu hulp, en hoe lossen we dat samen op?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
