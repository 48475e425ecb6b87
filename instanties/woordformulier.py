"""The form for one word of the region (I7)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import Form
from instanties.begripwoorden import GEWONE_TEKENS, Lidwoord
from woorden.velden import DatumVeld

WOORDVELDEN = ("woord", "meervoud", "lidwoord", "voor_gezin")


class BegripForm(Form):
    """Filled with what holds now. Of a fixed word only the meaning can be said."""

    woord = forms.CharField(label=_("Het woord"), max_length=40, validators=[GEWONE_TEKENS])
    meervoud = forms.CharField(
        label=_("Meervoud"),
        max_length=40,
        validators=[GEWONE_TEKENS],
        help_text=_("Is er geen meervoud? Vul dan het woord zelf in."),
    )
    lidwoord = forms.ChoiceField(label=_("De of het?"), choices=Lidwoord, widget=forms.RadioSelect)
    voor_gezin = forms.CharField(
        label=_("Gewone woorden voor gezinnen"),
        max_length=60,
        validators=[GEWONE_TEKENS],
        help_text=_("Staat erbij als een gezin opzoekt wat het woord betekent."),
    )
    uitleg = forms.CharField(
        label=_("Wat betekent het?"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Eén of twee korte zinnen. Ook gezinnen lezen dit."),
    )
    wie_doet_wat = forms.CharField(label=_("Wie doet wat?"), max_length=400, widget=forms.Textarea(attrs={"rows": 3}))
    vastgesteld_op = DatumVeld(
        terug=True,
        label=_("Wanneer is dit in de regio afgesproken?"),
        required=False,
        help_text=_("Mag leeg blijven. Bijvoorbeeld 27-4-2027."),
    )

    def __init__(self, *args: Any, rij: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.woordvelden = () if rij["begrip"].vast else WOORDVELDEN
        if rij["begrip"].vast:
            for veld in WOORDVELDEN:
                del self.fields[veld]
        for veld in self.fields:
            self.initial[veld] = getattr(rij["begrip"], veld, None)
        if rij["eigen"] is not None:
            self.initial["vastgesteld_op"] = rij["eigen"].vastgesteld_op

    def clean(self) -> dict[str, Any]:
        """One space between words, so that the same word is the same."""
        gegevens = super().clean() or {}
        for veld in ("woord", "meervoud", "voor_gezin"):
            if waarde := gegevens.get(veld):
                gegevens[veld] = " ".join(waarde.split())
        return gegevens
