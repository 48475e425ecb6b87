"""The forms of a signal: of a professional, of who types what was said by phone, and of the family itself (Z10)."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from core.forms import Form, NameField, PhoneField
from gezinsplan.forms.coordinator import AanwijzenForm
from instanties.models import Gemeente, Instelling
from woorden.zinnen import zin
from zorgcoordinatie.actions import SignaalGegevens
from zorgcoordinatie.models import Route
from zorgcoordinatie.selectie import gemeenten_met_intakepunt


class _Gemeenteveld(Form):
    gemeente = forms.ModelChoiceField(
        Gemeente.objects.none(),
        label=gettext_lazy("In welke gemeente woont het gezin?"),
        empty_label=gettext_lazy("Kies een gemeente"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].queryset = gemeenten_met_intakepunt()  # type: ignore[attr-defined]


class SignaalForm(_Gemeenteveld):
    """What a professional says of a family; also by phone, typed by who works at an intakepunt."""

    route = forms.ChoiceField(
        label=gettext_lazy("Langs welke weg komt dit?"), choices=[("", gettext_lazy("Kies een weg")), *Route.choices]
    )
    naam = NameField(
        label=gettext_lazy("Om welk gezin gaat het?"), help_text=gettext_lazy("Bijvoorbeeld: De Wit."), max_length=100
    )
    telefoon = PhoneField(label=gettext_lazy("Telefoon van het gezin"))
    wat = forms.CharField(
        label=gettext_lazy("Wat speelt er, in één zin?"),
        help_text=gettext_lazy("Kort, zonder diagnoses. Het gezin mag dit lezen."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    met_gezin = forms.TypedChoiceField(
        label=gettext_lazy("Weet het gezin hiervan?"),
        choices=[("ja", gettext_lazy("Ja, samen besproken")), ("nee", gettext_lazy("Nee"))],
        coerce=lambda gekozen: gekozen == "ja",
        widget=forms.RadioSelect,
    )
    waarom_zonder = forms.CharField(
        label=gettext_lazy("Waarom zonder het gezin?"),
        help_text=gettext_lazy("Vul dit in als het gezin hier nog niet van weet."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    instelling = forms.ModelChoiceField(
        Instelling.objects.none(), label=gettext_lazy("U meldt dit vanuit"), empty_label=None
    )

    def __init__(self, *args: Any, instellingen: QuerySet[Instelling], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.enige = instellingen[0] if len(instellingen) == 1 else None
        if self.enige:
            del self.fields["instelling"]
        else:
            self.fields["instelling"].queryset = instellingen  # type: ignore[attr-defined]

    def gegevens(self) -> tuple[SignaalGegevens, Instelling]:
        """What was said, and from where."""
        velden = dict(self.cleaned_data)
        waar = self.enige or velden.pop("instelling")
        return SignaalGegevens(**velden), waar


class TelefoonForm(_Gemeenteveld):
    """What somebody of a family said by phone."""

    naam = NameField(label=gettext_lazy("Om welk gezin gaat het?"), max_length=100)
    telefoon = PhoneField(label=gettext_lazy("Telefoon van het gezin"))
    wat = forms.CharField(
        label=gettext_lazy("Wat speelt er, in één zin?"), max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )

    def gegevens(self) -> SignaalGegevens:
        """As the family would have sent it itself."""
        return SignaalGegevens(**self.cleaned_data, route=Route.GEZIN)


class HulpvraagForm(_Gemeenteveld):
    """What a family types itself, without an account; B1."""

    gemeente = forms.ModelChoiceField(
        Gemeente.objects.none(),
        label=gettext_lazy("In welke gemeente woont u?"),
        empty_label=gettext_lazy("Kies een gemeente"),
    )
    naam = NameField(label=gettext_lazy("Hoe heet u?"), max_length=100)
    telefoon = PhoneField(
        label=gettext_lazy("Op welk nummer kunnen we u bellen?"),
        help_text=gettext_lazy(
            "We bellen eerst een nummer dat we zelf opzoeken. Is dat niet veilig? Schrijf dat hieronder erbij, of bel ons."
        ),
    )
    wat = forms.CharField(
        label=gettext_lazy("Wat is er aan de hand?"),
        help_text=gettext_lazy("Een paar woorden is genoeg. De rest vertelt u aan de telefoon."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def gegevens(self) -> SignaalGegevens:
        """What was asked."""
        return SignaalGegevens(**self.cleaned_data, route=Route.GEZIN)


class OpneemForm(Form):
    """Taking a family up."""

    naam = NameField(
        label=gettext_lazy("Naam van het gezin"), help_text=gettext_lazy("Bijvoorbeeld: De Wit."), max_length=100
    )
    nagebeld = forms.BooleanField(
        label=gettext_lazy("Ik heb gebeld met een nummer dat ik zelf heb opgezocht"), required=False
    )

    def __init__(self, *args: Any, openbaar: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not openbaar:
            del self.fields["nagebeld"]


class AfwijsForm(Form):
    """Not taking it up, kindly."""

    waarom = forms.CharField(
        label=gettext_lazy("Waarom niet, en wat kan het gezin wel doen?"),
        help_text=gettext_lazy("Wie dit stuurde, leest dit."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class BeginForm(AanwijzenForm):
    """Who coordinates from now on, and what the family and that colleague said: together in one reason."""

    hoe_gezegd = forms.CharField(
        label=gettext_lazy("Wie van het gezin zei ja, en wanneer?"),
        help_text=gettext_lazy("Bijvoorbeeld: moeder, aan de telefoon op 3 maart."),
        max_length=120,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    hoe_gevraagd = forms.CharField(
        label=zin(gettext_lazy("Hoe en wanneer zei [de zorgcoördinator] ja?")),
        help_text=gettext_lazy("Bijvoorbeeld: in het overleg op 3 maart. Wordt u het zelf? Laat dit dan leeg."),
        max_length=120,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
