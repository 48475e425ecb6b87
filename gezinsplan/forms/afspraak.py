"""What people say about one afspraak: how it went, why it changes, and what they think of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import Form
from gezinsplan.actions import Navraagantwoord, Terugblik
from gezinsplan.forms.dag import DagVeld
from gezinsplan.models import Afspraak, Antwoord, Doel
from woorden.velden import DatumVeld, TijdstipVeld


class GedaanForm(Form):
    """It was done, on which day; and how that is known, for a doer without account (G17)."""

    gebeurd_op = DatumVeld(terug=True, label=_("Op welke dag?"))
    hoe_gehoord = forms.CharField(
        label=_("Hoe is dat bekend?"), help_text=_("Bijvoorbeeld: gebeld op maandag, of gehoord tijdens huisbezoek.")
    )

    om = TijdstipVeld(label=_("Hoe laat was dat?"))

    field_order = ("gebeurd_op", "om", "hoe_gehoord")

    def __init__(self, *args: Any, vraag_hoe: bool, vraag_tijd: bool = False, **kwargs: Any) -> None:
        """`vraag_tijd`: a term in hours has passed, so that the day alone doesn't say whether it was in time (E14)."""
        super().__init__(*args, **kwargs)
        for naam, gevraagd in (("hoe_gehoord", vraag_hoe), ("om", vraag_tijd)):
            if not gevraagd:
                del self.fields[naam]

    def antwoord(self) -> Navraagantwoord:
        return Navraagantwoord(
            Antwoord.GEDAAN,
            gebeurd_op=self.cleaned_data["gebeurd_op"],
            hoe_gehoord=self.cleaned_data.get("hoe_gehoord", ""),
        )


class LaterForm(Form):
    """It will be done later: when, and why (E12)."""

    nieuwe_dag = DagVeld(label=_("Wanneer lukt het wel?"))
    toelichting = forms.CharField(label=_("Waarom wordt het later?"), help_text=_("Eén zin is genoeg."))

    def antwoord(self) -> Navraagantwoord:
        return Navraagantwoord(
            Antwoord.LATER,
            toelichting=self.cleaned_data["toelichting"],
            nieuwe_dag=self.cleaned_data["nieuwe_dag"],
        )


class LuktNietForm(Form):
    """It doesn't work, and why (E12)."""

    toelichting = forms.CharField(label=_("Waarom lukt het niet?"), help_text=_("Eén zin is genoeg."))

    def antwoord(self) -> Navraagantwoord:
        return Navraagantwoord(Antwoord.LUKT_NIET, toelichting=self.cleaned_data["toelichting"])


class RedenForm(Form):
    """One reason, in the words of the act that asks for it."""

    reden = forms.CharField(label=_("Waarom?"))

    def __init__(self, *args: Any, label: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if label:
            self.fields["reden"].label = label


class ReactieForm(Form):
    """What somebody wants to say about a part (G14)."""

    tekst = forms.CharField(label=_("Reactie"), widget=forms.Textarea({"rows": 3}))


class GesprekForm(Form):
    """The talk about an afspraak that didn't work out, and what came of it (E12)."""

    NIEUWE_DAG, NIET_NODIG = "nieuwe_dag", "niet_nodig"

    gevoerd_op = DatumVeld(terug=True, label=_("Wanneer was het gesprek?"))
    uitkomst = forms.CharField(
        label=_("Wat is er samen afgesproken?"),
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Het gezin leest dit ook."),
    )
    hoe_verder = forms.ChoiceField(
        label=_("Hoe gaat het verder met de afspraak?"),
        choices=[
            (NIEUWE_DAG, _("De afspraak krijgt een nieuwe dag")),
            (NIET_NODIG, _("De afspraak is niet meer nodig")),
        ],
        widget=forms.RadioSelect,
        initial=NIEUWE_DAG,
    )
    nieuwe_dag = DagVeld(label=_("Nieuwe dag"), required=False)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        mist_dag = gegevens.get("hoe_verder") == self.NIEUWE_DAG and not gegevens.get("nieuwe_dag")
        if mist_dag and "nieuwe_dag" not in self.errors:
            self.add_error("nieuwe_dag", _("Zeg op welke dag het klaar is."))
        return gegevens

    @property
    def gekozen_dag(self) -> date | None:
        """The new day, or None when the afspraak is no longer needed."""
        return self.cleaned_data["nieuwe_dag"] if self.cleaned_data["hoe_verder"] == self.NIEUWE_DAG else None


class EvaluatieForm(Form):
    """Looking back on a goal (G6)."""

    JA, NEE = "ja", "nee"
    JA_NEE = [(JA, _("Ja")), (NEE, _("Nee"))]

    volgens_afspraak = forms.ChoiceField(
        label=_("Is alles gedaan zoals afgesproken?"), choices=JA_NEE, widget=forms.RadioSelect
    )
    bereikt = forms.ChoiceField(label=_("Is het doel bereikt?"), choices=JA_NEE, widget=forms.RadioSelect)
    waarom = forms.CharField(
        label=_("Hoe komt dat?"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_(
            "Niet gedaan: waardoor, en hoe kan het beter? Wel gedaan en nog niet bereikt: is dit de goede weg?"
        ),
    )
    vervolg = forms.CharField(label=_("Wat doen jullie nu?"), required=False, widget=forms.Textarea({"rows": 2}))
    bereikt_op = DatumVeld(
        terug=True, required=False, label=_("Wanneer is het bereikt?"), help_text=_("Leeg: vandaag.")
    )
    viering = forms.CharField(
        label=_("Hoe vieren jullie dat?"), required=False, help_text=_("Alleen als het doel is bereikt.")
    )

    GEDAAN, VERVALT = "gedaan", "vervalt"

    def __init__(
        self, *args: Any, doel: Doel, lopend: Sequence[Afspraak] = (), doelen: Sequence[Doel] = (), **kwargs: Any
    ) -> None:
        """`lopend`: what still runs for this goal; `doelen`: those under which it may go on."""
        super().__init__(*args, **kwargs)
        if doel.is_voorwaarde:
            self.fields["bereikt"].label = _("Is dit bereikt?")
        keuzes = [
            (self.GEDAAN, _("Dit is gedaan")),
            (self.VERVALT, _("Dit is niet meer nodig")),
            *((str(ander.pk), _("Dit gaat door, bij: %(doel)s") % {"doel": ander.tekst}) for ander in doelen),
        ]
        self._lopend = {f"afspraak_{afspraak.pk}": afspraak for afspraak in lopend}
        for naam, afspraak in self._lopend.items():
            self.fields[naam] = forms.ChoiceField(
                label=_("Als het doel is bereikt: wat gebeurt er met ‘%(wat)s’?") % {"wat": afspraak.wat},
                choices=keuzes,
                required=False,
                widget=forms.RadioSelect,
            )

    def clean(self) -> dict[str, Any]:
        """Of a goal that is reached, nothing goes on or ends unsaid."""
        gegevens = super().clean() or self.cleaned_data
        if gegevens.get("bereikt") == self.JA:
            for naam in self._lopend:
                if not gegevens.get(naam) and naam not in self.errors:
                    self.add_error(naam, _("Kies wat hiermee gebeurt."))
        return gegevens

    def terugblik(self) -> Terugblik:
        velden = self.cleaned_data
        keuzes = {afspraak.pk: velden[naam] for naam, afspraak in self._lopend.items() if velden[naam]}
        return Terugblik(
            volgens_afspraak=velden["volgens_afspraak"] == self.JA,
            bereikt=velden["bereikt"] == self.JA,
            waarom=velden["waarom"],
            vervolg=velden["vervolg"],
            bereikt_op=velden["bereikt_op"],
            viering=velden["viering"],
            gedaan=[pk for pk, keuze in keuzes.items() if keuze == self.GEDAAN],
            verder={pk: UUID(keuze) for pk, keuze in keuzes.items() if keuze not in (self.GEDAAN, self.VERVALT)},
        )
