"""Who takes no part any more, who died, and whose gezag ended: with what still runs handed on (I9, G16)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from core.forms import Form
from gezinnen.models import Deelnemer
from gezinsplan.hulp import naam_en_rol
from gezinsplan.vertrek import kan_overnemen, open_afspraken
from woorden.velden import DatumVeld
from woorden.zinnen import zin


class GezagEindeForm(Form):
    """From which day somebody holds no gezag any more, and how that is known (G16)."""

    op = DatumVeld(
        terug=True, label=gettext_lazy("Sinds welke dag?"), help_text=gettext_lazy("De dag die in het besluit staat.")
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom is het gezag geëindigd?"),
        help_text=gettext_lazy(
            "Bijvoorbeeld: besluit van de rechter, of: verkeerd vastgelegd. Kijk in het gezagsregister."
        ),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class OverneemForm(Form):
    """Who does from now on what somebody did who takes no part any more."""

    overnemer = forms.ModelChoiceField(
        Deelnemer.objects.none(),
        label=gettext_lazy("Wie neemt de afspraken over?"),
        help_text=gettext_lazy("Deze persoon krijgt de vraag of het lukt."),
        empty_label=zin(gettext_lazy("Wie het ook al doet, en anders [de zorgcoördinator]")),
        required=False,
    )

    def __init__(self, *args: Any, deelnemer: Deelnemer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if open_afspraken(deelnemer):
            self.fields["overnemer"].queryset = kan_overnemen(deelnemer)  # type: ignore[attr-defined]
            self.fields["overnemer"].label_from_instance = naam_en_rol  # type: ignore[attr-defined]
        else:
            del self.fields["overnemer"]


class StoppenForm(OverneemForm):
    """Why somebody takes no part any more."""

    reden = forms.CharField(
        label=gettext_lazy("Waarom?"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}), strip=True
    )
    field_order = ("reden", "overnemer")


class OverledenForm(OverneemForm):
    """On which day somebody died. Nothing more is asked."""

    op = DatumVeld(terug=True, label=gettext_lazy("Op welke dag?"))
    field_order = ("op", "overnemer")
