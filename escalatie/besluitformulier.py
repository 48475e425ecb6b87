"""The form of a decision: at which level, on which ground, and whom it binds (E6)."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from core.acts import show_at
from core.forms import Form
from escalatie.forms import tekstveld, veld_waarom_zo_lang
from escalatie.models import Modelniveau
from instanties.models import Instelling
from termijnen.velden import TermijnVeld
from toestemming.namen import Namen


class BesluitForm(Form):
    """A decision with its level, its ground and the instellingen that it binds (E6)."""

    niveau = forms.ModelChoiceField(
        Modelniveau.objects.none(),
        label=gettext_lazy("Op welk niveau?"),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": gettext_lazy("Kies op welk niveau dit besluit is genomen.")},
    )
    tekst = tekstveld(
        gettext_lazy("Wat is het besluit?"),
        gettext_lazy("Wie doet wat, en wanneer. Schrijf het zo dat het gezin het ook begrijpt."),
        nodig=gettext_lazy("Schrijf wat er is besloten."),
    )
    grond = tekstveld(
        gettext_lazy("Op welke grond?"),
        gettext_lazy("Bijvoorbeeld: de afspraak in het convenant, de opdracht of de subsidie."),
        rijen=2,
        nodig=gettext_lazy("Schrijf op welke grond dit besluit rust."),
    )
    termijn = TermijnVeld(
        label=gettext_lazy("Wanneer moet het klaar zijn?"),
        help_text=gettext_lazy("Laat u dit leeg, dan is de termijn net zo lang als die om vast te leggen."),
        required=False,
    )
    waarom_zo_lang = veld_waarom_zo_lang()
    instellingen = forms.ModelMultipleChoiceField(
        Instelling.objects.none(),
        label=gettext_lazy("Welke instellingen voeren dit uit?"),
        help_text=gettext_lazy("Elke instelling bevestigt het besluit, of zegt waarom het niet kan."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies voor welke instellingen dit besluit geldt.")},
    )
    andere_instelling = forms.ModelChoiceField(
        Instelling.objects.none(),
        label=gettext_lazy("Nog een andere instelling"),
        empty_label=gettext_lazy("Geen andere"),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        namen: Namen,
        niveaus: Sequence[Modelniveau] = (),
        betrokken: Sequence[Instelling] = (),
        instellingen: Sequence[Instelling] = (),
        **kwargs: Any,
    ) -> None:
        """`instellingen`: all that can be bound; `betrokken`: those of them that take part."""
        super().__init__(*args, **kwargs)
        bij = [rij.pk for rij in betrokken]
        # Who doesn't know that a sensitive one takes part, doesn't find that out because it fails in the list of others.
        bekend = [rij.pk for rij in betrokken if namen.kent(rij)]
        velden: Any = self.fields
        # What was chosen is looked up; what can be chosen is known already.
        velden["niveau"].queryset = Modelniveau.objects.filter(pk__in=[rij.pk for rij in niveaus])
        velden["niveau"].choices = [(rij.pk, f"{rij.naam}. {rij.wanneer}") for rij in niveaus]
        velden["instellingen"].queryset = Instelling.objects.filter(pk__in=bij, actief=True).order_by("naam_volgorde")
        velden["instellingen"].choices = [(rij.pk, namen.van(rij)) for rij in betrokken]
        velden["andere_instelling"].queryset = (
            Instelling.objects.filter(actief=True).exclude(pk__in=bekend).order_by("naam_volgorde")
        )
        # Hidden in the one list, it isn't named in the other: nor by the place where it stands.
        andere = [(rij.pk, namen.van(rij)) for rij in instellingen if rij.pk not in bekend]
        andere.sort(key=lambda keuze: keuze[1])
        velden["andere_instelling"].choices = [("", velden["andere_instelling"].empty_label), *andere]
        # One of the two is enough.
        velden["instellingen"].required = not self.data.get("andere_instelling")
        if not bij:
            del self.fields["instellingen"]

    def show_refusal(self, field: str | None, message: str) -> None:
        """Where nobody takes part to choose from, the other one is asked."""
        anders = field == "instellingen" and field not in self.fields
        show_at(self, "andere_instelling" if anders else field, message)

    def gekozen(self) -> list[Instelling]:
        """All instellingen that are bound by it."""
        gekozen = list(self.cleaned_data.get("instellingen", ()))
        andere = self.cleaned_data.get("andere_instelling")
        return [*gekozen, andere] if andere and andere not in gekozen else gekozen
