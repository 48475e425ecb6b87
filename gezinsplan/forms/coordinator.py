"""The forms about who coordinates (Z3)."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.acts import show_at
from core.forms import Form, SuggestionField
from core.names import fold
from gezinnen.models import Gezin
from gezinsplan import sociale_kaart
from instanties.models import Gebruiker, Instelling
from woorden.zinnen import zin


class WisselForm(Form):
    """Who coordinates from now on: somebody of the sociale kaart with a login (Z3)."""

    wie = SuggestionField(
        label=zin(gettext_lazy("Wie wordt [de zorgcoördinator]?")),
        help_text=gettext_lazy("Typ twee letters van de naam en kies uit de lijst."),
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom?"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}), strip=True
    )

    def __init__(self, *args: Any, gezin: Gezin, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wie"].widget.url = reverse(  # type: ignore[attr-defined]
            "gezinsplan:betrokkene_zoeken", kwargs={"gezin_id": gezin.pk}
        )

    def show_refusal(self, field: str | None, message: str) -> None:
        """Person and instelling were chosen as one."""
        show_at(self, "wie" if field in {"gebruiker", "instelling"} else field, message)

    def clean_wie(self) -> sociale_kaart.Kaartkeuze:
        """The person that was chosen, or whose whole name was typed."""
        gegeven = self.cleaned_data["wie"]
        keuze = sociale_kaart.lees(gegeven.key)
        if keuze is None:
            precies = [
                kaart
                for kaart in sociale_kaart.zoek(gegeven.text)
                if kaart.gebruiker and fold(kaart.tekst) == fold(gegeven.text)
            ]
            keuze = precies[0] if len(precies) == 1 else None
        if keuze is None or keuze.gebruiker is None:
            raise forms.ValidationError(_("We vinden deze persoon niet. Typ twee letters van de naam en kies."))
        return keuze


class AanwijzenForm(Form):
    """Which colleague takes over the coordination of a plan that nobody coordinates any more (Z3)."""

    gebruiker = forms.ModelChoiceField(
        Gebruiker.objects.none(),
        label=zin(gettext_lazy("Wie wordt [de zorgcoördinator]?")),
        empty_label=gettext_lazy("Kies een collega"),
    )

    def __init__(self, *args: Any, instelling: Instelling, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gebruiker"].queryset = sociale_kaart.uitvoerenden(instelling)  # type: ignore[attr-defined]
