"""The forms of a track and of the talk with which a step begins (E8, S25). They read what was typed; the rules are the actions'."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import Form
from escalatie.forms import ToelichtingForm
from escalatie.models import GezinBijGesprek, Modelcriterium
from woorden.velden import DatumVeld


class SpoorForm(ToelichtingForm):
    """The guidelines of a track, each with yes or no, and why it is chosen (E8).

    `bekend`: those that the course answers itself, per letter: shown as known, not asked.
    """

    def __init__(
        self,
        *args: Any,
        criteria: Sequence[Modelcriterium] = (),
        bekend: Mapping[str, bool] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._criteria = criteria
        for criterium in criteria:
            veld = self.fields[f"antwoord_{criterium.letter}"] = forms.ChoiceField(
                label=str(criterium),
                choices=[("ja", _("Ja")), ("nee", _("Nee"))],
                widget=forms.RadioSelect,
                error_messages={"required": _("Kies ja of nee.")},
            )
            if bekend and criterium.letter in bekend:
                veld.disabled, veld.initial = True, "ja" if bekend[criterium.letter] else "nee"
                veld.help_text = _("Dit weten wij al.") + f" {criterium.verwijzing}"
        self.order_fields([*(f"antwoord_{criterium.letter}" for criterium in criteria), "toelichting"])

    def antwoorden(self) -> dict[str, bool]:
        """Yes or no per letter."""
        return {rij.letter: self.cleaned_data[f"antwoord_{rij.letter}"] == "ja" for rij in self._criteria}


class GeplandGesprekForm(Form):
    """The day of the talk with which a step begins, and how the family joins it (S25)."""

    gebeurd_op = DatumVeld(
        label=gettext_lazy("Wanneer is het overleg?"),
        error_messages={"required": gettext_lazy("Schrijf wanneer het overleg is.")},
    )
    gezin = forms.ChoiceField(
        label=gettext_lazy("Hoe doet het gezin mee?"),
        help_text=gettext_lazy("Vraag dit eerst aan het gezin."),
        choices=GezinBijGesprek.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Vraag het gezin hoe het meedoet, en kies wat het zei.")},
    )


class GesprekForm(GeplandGesprekForm):
    """The same for a talk that was held."""

    gebeurd_op = DatumVeld(
        terug=True,
        label=gettext_lazy("Wanneer was het gesprek?"),
        error_messages={"required": gettext_lazy("Schrijf wanneer het gesprek was.")},
    )
