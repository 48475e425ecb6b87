"""Grounds that a coordinator records, and the kinds that the beheerder keeps (T3)."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import Form, NameField, ReferenceField
from gezinnen.models import Deelnemer, DeelnemerQuerySet
from instanties.models import Leefgebied
from toestemming.forms.gesprek import EinddagVeld
from toestemming.models import Grondslagsoort
from woorden.zinnen import zin


class GrondForm(Form):
    """Who may know what about whom, with what its kind asks."""

    ontvanger = forms.ModelChoiceField(
        Deelnemer.objects.none(), label=gettext_lazy("Wie mag iets weten?"), empty_label=gettext_lazy("Kies iemand")
    )
    leefgebieden = forms.MultipleChoiceField(
        label=gettext_lazy("Waarover?"),
        help_text=gettext_lazy("Niet meer dan nodig is."),
        choices=Leefgebied.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    over_wie = forms.ModelMultipleChoiceField(
        Deelnemer.objects.none(),
        label=gettext_lazy("Over wie?"),
        help_text=gettext_lazy("Niemand aangevinkt: over iedereen van het gezin."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom is dit nodig?"),
        help_text=gettext_lazy("Het gezin leest dit."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    kenmerk = ReferenceField(label=gettext_lazy("Kenmerk van het besluit"), max_length=100)
    tot_en_met = EinddagVeld(label=gettext_lazy("Tot en met"), required=False)

    def __init__(self, *args: Any, soort: Grondslagsoort, mensen: DeelnemerQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ontvanger"].queryset = mensen.betrokkenen()  # type: ignore[attr-defined]
        self.fields["over_wie"].queryset = mensen.gezinsleden()  # type: ignore[attr-defined]
        if not soort.vraagt_reden:
            del self.fields["reden"]
        if not soort.vraagt_kenmerk:
            del self.fields["kenmerk"]
        tot = self.fields["tot_en_met"]
        if soort.hoogstens_dagen:
            tot.required = True
            tot.help_text = _("Hoogstens %(dagen)d dagen.") % {"dagen": soort.hoogstens_dagen}
        else:
            tot.help_text = _("Leeg: tot u het beëindigt.")


class SoortForm(Form):
    """A kind of ground: its words, and what it asks of who records one."""

    naam = NameField(label=gettext_lazy("Naam"), max_length=100)
    uitleg = forms.CharField(
        label=gettext_lazy("Uitleg voor het gezin"),
        help_text=gettext_lazy(
            "In gewone woorden: waarom mag dit zonder toestemming? Een woord van de regio zet u tussen haken, dan volgt het vanzelf."
        ),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    vraagt_reden = forms.BooleanField(label=gettext_lazy("Vraag waarom het nodig is"), required=False)
    vraagt_kenmerk = forms.BooleanField(label=gettext_lazy("Vraag het kenmerk van een besluit"), required=False)
    hoogstens_dagen = forms.IntegerField(
        label=gettext_lazy("Duurt hoogstens (dagen)"),
        help_text=zin(gettext_lazy("Leeg: tot [de zorgcoördinator] het beëindigt.")),
        min_value=1,
        max_value=3650,
        required=False,
    )
    actief = forms.BooleanField(
        label=gettext_lazy("In gebruik"),
        help_text=gettext_lazy("Uit: niemand kan deze grond meer kiezen. Wat al is vastgelegd, blijft gelden."),
        required=False,
    )

    velden_met_de_hand = ("vraagt_reden", "vraagt_kenmerk", "hoogstens_dagen", "actief")

    def __init__(self, *args: Any, soort: Grondslagsoort | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if soort is None:
            self.fields["vraagt_reden"].initial = self.fields["actief"].initial = True
            return
        if not soort.met_de_hand:
            for naam in self.velden_met_de_hand:
                del self.fields[naam]
        for naam, veld in self.fields.items():
            veld.initial = getattr(soort, naam)
