"""What is kept from somebody, and who decides in another's place (T2, T3, X5)."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import clock
from core.forms import Form
from gezinnen.models import Deelnemer, DeelnemerQuerySet
from gezinnen.selectie import is_meerderjarig
from toestemming.forms.gesprek import EinddagVeld
from toestemming.models import Antwoord
from woorden.zinnen import zin

HERZIEN_NA = timedelta(days=91)
KLEIN = {"rows": 3}


class _Reden(Form):
    """Why it is needed, until when, and whether the coordinator may know."""

    reden = forms.CharField(
        label=gettext_lazy("Waarom is dat nodig?"),
        help_text=gettext_lazy("Alleen u en wie beoordeelt of dit nodig is, lezen dit."),
        max_length=1000,
        widget=forms.Textarea(attrs=KLEIN),
    )
    herzien_op = EinddagVeld(label=gettext_lazy("Wanneer bekijken we dit opnieuw?"))
    zonder_coordinator = forms.BooleanField(
        label=zin(gettext_lazy("[De zorgcoördinator] mag dit niet weten")),
        help_text=zin(
            gettext_lazy(
                "Alleen als [de zorgcoördinator] zelf het gevaar is, of er te dicht bij staat. Dan kijkt de "
                "aandachtsfunctionaris mee, of de privacy officer."
            )
        ),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["herzien_op"].initial = clock.today() + HERZIEN_NA


class VlagForm(_Reden):
    """Keep what is about these gezinsleden from one person, with a reason, for a while."""

    voor_wie = forms.ModelChoiceField(
        Deelnemer.objects.none(),
        label=gettext_lazy("Wie mag iets niet lezen?"),
        help_text=gettext_lazy("Deze persoon merkt er niets van."),
        empty_label=gettext_lazy("Kies iemand"),
    )
    over_wie = forms.ModelMultipleChoiceField(
        Deelnemer.objects.none(),
        label=gettext_lazy("Over wie mag deze persoon niets lezen?"),
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ("voor_wie", "over_wie")

    def __init__(self, *args: Any, mensen: DeelnemerQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["voor_wie"].queryset = mensen  # type: ignore[attr-defined]
        self.fields["over_wie"].queryset = mensen.gezinsleden()  # type: ignore[attr-defined]


class VlagInWoordenForm(_Reden):
    """Ask for the same, by who isn't shown the people of this family."""

    bedoeld_over = forms.CharField(
        label=gettext_lazy("Over wie maakt u zich zorgen?"),
        help_text=gettext_lazy("Bijvoorbeeld de voornaam en de klas. U leest hier niet terug of u het goed hebt."),
        max_length=200,
    )
    bedoeld_voor = forms.CharField(label=gettext_lazy("Wie mag daar niets over lezen?"), max_length=200)
    field_order = ("bedoeld_over", "bedoeld_voor")


class OpheffenForm(Form):
    """Why it isn't needed any more."""

    waarom = forms.CharField(
        label=gettext_lazy("Waarom is dit niet meer nodig?"), max_length=1000, widget=forms.Textarea(attrs=KLEIN)
    )


class JaNeeForm(Form):
    """Yes or no to a question about protection, and why."""

    antwoord = forms.ChoiceField(label=gettext_lazy("Uw antwoord"), widget=forms.RadioSelect)
    waarom = forms.CharField(
        label=gettext_lazy("Waarom?"), max_length=1000, required=False, widget=forms.Textarea(attrs=KLEIN)
    )

    def __init__(self, *args: Any, ja: str, nee: str, altijd_waarom: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["antwoord"].choices = [(Antwoord.JA, ja), (Antwoord.NEE, nee)]  # type: ignore[attr-defined]
        self.fields["waarom"].required = altijd_waarom

    @property
    def ja(self) -> bool:
        """Whether it is a yes."""
        return bool(self.cleaned_data["antwoord"] == Antwoord.JA)


class BedoeldForm(JaNeeForm):
    """Yes or no to what was asked in words; with a yes, who are meant."""

    voor_wie = forms.ModelChoiceField(
        Deelnemer.objects.none(),
        label=gettext_lazy("Bij ja: wie mag iets niet lezen?"),
        empty_label=gettext_lazy("Kies iemand"),
        required=False,
    )
    over_wie = forms.ModelMultipleChoiceField(
        Deelnemer.objects.none(),
        label=gettext_lazy("Bij ja: over wie mag deze persoon niets lezen?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, mensen: DeelnemerQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["voor_wie"].queryset = mensen  # type: ignore[attr-defined]
        self.fields["over_wie"].queryset = mensen.gezinsleden()  # type: ignore[attr-defined]


class VertegenwoordigingForm(Form):
    """Who decides instead, and why."""

    door_wie = forms.ModelChoiceField(
        Deelnemer.objects.none(),
        label=gettext_lazy("Wie beslist er dan?"),
        help_text=gettext_lazy(
            "Bijvoorbeeld de curator, de mentor of de voogd. Zet die eerst bij de mensen van het plan."
        ),
        empty_label=gettext_lazy("Kies iemand"),
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom beslist deze persoon niet zelf?"),
        help_text=gettext_lazy("Schrijf op wie dat heeft vastgesteld, en wanneer."),
        max_length=1000,
        widget=forms.Textarea(attrs=KLEIN),
    )

    def __init__(self, *args: Any, wie: Deelnemer, mensen: DeelnemerQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["door_wie"].queryset = mensen.exclude(pk=wie.pk)  # type: ignore[attr-defined]
        if not is_meerderjarig(wie, clock.now()):
            self.fields["door_wie"].required = False
            self.fields["door_wie"].empty_label = _("Wie het gezag heeft")  # type: ignore[attr-defined]
