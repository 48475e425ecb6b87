"""Spoken without the family: chosen in one page, with the day of today and nothing claimed beforehand (T4)."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from core import clock
from core.forms import Form
from gezinsplan import hulp
from gezinsplan.actions.afstemming import AfstemmingGegevens, Gezinszegt
from gezinsplan.models import Afstemreden, Antwoordwijze, Gezinsantwoord
from gezinsplan.planbeeld import Planbeeld
from instanties.models import Leefgebied
from toestemming.namen import namen_voor
from woorden.velden import DatumVeld


class GezinsantwoordForm(Form):
    """What the family said about it, who of it, and how."""

    antwoord = forms.ChoiceField(label=_("Wat zei het gezin?"), widget=forms.RadioSelect)
    antwoord_van = forms.TypedMultipleChoiceField(
        label=_("Wie zei dat?"),
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies wie van het gezin dat zei.")},
    )
    antwoord_hoe = forms.ChoiceField(
        label=_("Hoe is dat gezegd?"),
        choices=Antwoordwijze.choices,
        initial=Antwoordwijze.MONDELING,
        error_messages={"required": _("Kies hoe dat is gezegd.")},
    )

    ANTWOORDEN: tuple[Gezinsantwoord, ...] = (Gezinsantwoord.JA, Gezinsantwoord.NEE)

    def __init__(self, *args: Any, beeld: Planbeeld, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["antwoord"].choices = [(keuze.value, keuze.label) for keuze in self.ANTWOORDEN]
        self.fields["antwoord_van"].choices = [(lid.pk, lid.naam) for lid in beeld.gezinsleden]

    def gezin_zegt(self) -> Gezinszegt:
        """What was chosen, for the action."""
        velden = self.cleaned_data
        return Gezinszegt(velden["antwoord"], velden["antwoord_van"], velden["antwoord_hoe"])


class AfstemmingZonderGezinForm(GezinsantwoordForm):
    """With whom, about what, why; and whether the family said yes."""

    ANTWOORDEN = (Gezinsantwoord.NOG_NIET, Gezinsantwoord.JA)

    met = forms.TypedMultipleChoiceField(
        label=_("Met wie sprak u?"),
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies met wie u sprak.")},
    )
    leefgebieden = forms.MultipleChoiceField(
        label=_("Waar ging het over?"),
        choices=Leefgebied.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies waar het over ging.")},
    )
    over_wie = forms.TypedMultipleChoiceField(
        label=_("Over wie ging het?"),
        coerce=UUID,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kiest u niemand, dan ging het over het gezin dat hier samen woont."),
    )
    reden = forms.ChoiceField(
        label=_("Waarom was het gezin er niet bij?"),
        choices=[(keuze.value, str(keuze.label).capitalize()) for keuze in Afstemreden],
        widget=forms.RadioSelect,
        initial=Afstemreden.SNELLER,
    )
    toelichting = forms.CharField(
        label=_("Welke andere reden?"), required=False, help_text=_("Alleen bij een andere reden. Het gezin leest dit.")
    )
    op = DatumVeld(terug=True, label=_("Op welke dag?"))
    field_order = [
        "met", "leefgebieden", "over_wie", "reden", "toelichting", "antwoord", "antwoord_van", "antwoord_hoe", "op",
    ]  # fmt: skip

    def __init__(self, *args: Any, beeld: Planbeeld, **kwargs: Any) -> None:
        ik = beeld.blik.deelnemer
        eigen = list(ik.instelling.leefgebieden) if ik and ik.instelling else []
        kwargs.setdefault(
            "initial",
            {
                "op": clock.today(),
                "antwoord": Gezinsantwoord.NOG_NIET,
                # Who works on one thing mostly spoke about that.
                "leefgebieden": eigen if len(eigen) == 1 else [],
            },
        )
        super().__init__(*args, beeld=beeld, **kwargs)
        # Without a yes there is nobody who said it.
        self.fields["antwoord_van"].required = self.fields["antwoord_hoe"].required = False
        self.fields["antwoord_van"].help_text = _("Alleen als het gezin ja zei.")
        namen = namen_voor(beeld.blik)
        anderen = [mens for mens in beeld.betrokkenen if ik is None or mens.pk != ik.pk]
        self.fields["met"].choices = [(mens.pk, hulp.naam_en_rol(mens, namen)) for mens in anderen]
        self.fields["over_wie"].choices = [(lid.pk, lid.naam) for lid in beeld.gezinsleden]

    def gegevens(self) -> AfstemmingGegevens:
        """What was chosen, for the action."""
        namen = ("op", "met", "reden", "leefgebieden", "over_wie", "toelichting")
        return AfstemmingGegevens(**{naam: self.cleaned_data[naam] for naam in namen}, gezin_zegt=self.gezin_zegt())
