"""The forms of a stagnatie. They read what was typed; the rules are the actions', so that each is said in one place.

No control has a `maxlength`: a browser would cut off what is pasted without a word. The action says that it is too long.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import Form
from escalatie.models import Lezers, Oorzaak
from gezinnen.models import Deelnemer
from gezinsplan.models import Doel
from instanties.models import Instelling
from termijnen.velden import TermijnVeld
from toestemming.namen import Namen
from woorden.velden import DatumVeld, TijdstipVeld

MEEST_ACTIES = 20


def tekstveld(label: Any, hulp: Any = "", *, required: bool = True, rijen: int = 3, nodig: Any = "") -> forms.CharField:
    """A field for a few sentences; `nodig` says what to do when it is left empty."""
    fouten = {"required": nodig} if nodig else {}
    widget = forms.Textarea(attrs={"rows": rijen})
    return forms.CharField(label=label, help_text=hulp, required=required, widget=widget, error_messages=fouten)


def kort_veld(label: Any, hulp: Any = "", *, required: bool = True, nodig: Any = "") -> forms.CharField:
    """A field of one line."""
    return forms.CharField(
        label=label, help_text=hulp, required=required, error_messages={"required": nodig} if nodig else {}
    )


def veld_waarom_zo_lang() -> forms.CharField:
    """The reason for a term above the region's maximum, wherever one is set (E7)."""
    return kort_veld(
        gettext_lazy("Waarom zo lang?"),
        gettext_lazy("Alleen nodig bij een lange termijn. Iedereen die meedoet, krijgt dit te lezen."),
        required=False,
    )


class ActieForm(Form):
    """One action: who does what, by when, with which result (E2)."""

    wat = tekstveld(gettext_lazy("Wat gaat er gebeuren?"), rijen=2, nodig=gettext_lazy("Schrijf wat er gaat gebeuren."))
    wie = forms.ChoiceField(
        label=gettext_lazy("Wie doet dat?"), error_messages={"required": gettext_lazy("Kies wie dit doet.")}
    )
    termijn = TermijnVeld(
        label=gettext_lazy("Wanneer is het klaar?"),
        error_messages={"required": gettext_lazy("Schrijf wanneer het klaar is.")},
    )
    gewenst_resultaat = kort_veld(
        gettext_lazy("Met welk resultaat?"), nodig=gettext_lazy("Schrijf welk resultaat dat moet geven.")
    )
    waarom_zo_lang = veld_waarom_zo_lang()

    def __init__(
        self,
        *args: Any,
        namen: Namen,
        mensen: Sequence[Deelnemer] = (),
        instellingen: Sequence[Instelling] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._uitvoerders: dict[str, Deelnemer | Instelling] = {
            **{f"mens:{mens.pk}": mens for mens in mensen},
            **{f"instelling:{instelling.pk}": instelling for instelling in instellingen},
        }
        self.fields["wie"].choices = _uitvoerderkeuzes(mensen, instellingen, namen)  # type: ignore[attr-defined]

    @property
    def is_leeg(self) -> bool:
        """Whether nothing was typed in this row; it then doesn't count."""
        return not self.has_changed()

    def uitvoerder(self) -> dict[str, Any]:
        """Who does it, as the action wants it: `deelnemer` or `instelling`."""
        gekozen = self._uitvoerders[self.cleaned_data["wie"]]
        return {"deelnemer" if isinstance(gekozen, Deelnemer) else "instelling": gekozen}


def _uitvoerderkeuzes(mensen: Sequence[Deelnemer], instellingen: Sequence[Instelling], namen: Namen) -> list[Any]:
    groepen = [
        (_("Mensen in dit plan"), [(f"mens:{mens.pk}", _naam_met_werk(mens, namen)) for mens in mensen]),
        (_("Instellingen en diensten"), [(f"instelling:{rij.pk}", namen.van(rij)) for rij in instellingen]),
    ]
    return [("", _("Kies …")), *(groep for groep in groepen if groep[1])]


def _naam_met_werk(mens: Deelnemer, namen: Namen) -> str:
    bij = namen.van(mens.instelling) or namen.rol(mens)
    return f"{namen.van(mens)}, {bij}" if bij else namen.van(mens)


class BasisActies(BaseFormSet):
    """The rows of one step; an empty row doesn't count, but one must be filled."""

    def clean(self) -> None:
        if self.forms and not any(self.errors) and all(rij.is_leeg for rij in self.forms):
            self.forms[0].add_error("wat", _("Leg minstens één actie vast: wie doet wat, wanneer, met welk resultaat."))

    @property
    def fouten(self) -> list[dict[str, Any]]:
        """All errors of all rows, each with the control that it belongs to: for the summary on top."""
        return [
            {"target": veld.auto_id, "label": f"{_('Actie')} {nummer}: {veld.label}", "error": fout}
            for nummer, rij in enumerate(self.forms, start=1)
            for veld in rij
            for fout in rij.errors.get(veld.name, ())
        ]

    @property
    def gevuld(self) -> list[ActieForm]:
        return [rij for rij in self.forms if not rij.is_leeg]

    def show_refusal(self, field: str | None, message: str) -> None:
        """A rule about one of several actions: at its field when there is one row, else above the rows."""
        gevuld = self.gevuld
        if len(gevuld) == 1 and field in gevuld[0].fields:
            gevuld[0].add_error(field, message)
        else:
            self.non_form_errors().append(message)


Acties = formset_factory(
    ActieForm, formset=BasisActies, extra=0, max_num=MEEST_ACTIES, absolute_max=MEEST_ACTIES, validate_max=True
)


class ToelichtingForm(Form):
    """Why: one step up, help earlier, a level higher."""

    toelichting = tekstveld(gettext_lazy("Waarom?"), nodig=gettext_lazy("Schrijf waarom."))


class TermijnForm(Form):
    """A longer or shorter term, with its reason (E7)."""

    termijn = TermijnVeld(
        label=gettext_lazy("Nieuwe termijn"),
        help_text=gettext_lazy("Bijvoorbeeld: vr 4 dec, of over 3 dagen (vanaf nu)."),
        error_messages={"required": gettext_lazy("Schrijf tot wanneer de termijn loopt.")},
    )
    reden = tekstveld(
        gettext_lazy("Waarom?"),
        gettext_lazy("Iedereen die meedoet, krijgt dit te lezen."),
        nodig=gettext_lazy("Schrijf waarom de termijn verandert."),
    )


class UitgevoerdForm(Form):
    """When it happened: another day than when it is recorded (E14)."""

    gebeurd_op = DatumVeld(
        terug=True,
        label=gettext_lazy("Wanneer is het gedaan?"),
        error_messages={"required": gettext_lazy("Schrijf wanneer het is gedaan.")},
    )
    om = TijdstipVeld(label=gettext_lazy("Hoe laat was dat?"))

    def __init__(self, *args: Any, vraag_tijd: bool, **kwargs: Any) -> None:
        """`vraag_tijd`: a term in hours has passed, so that the day alone doesn't say whether it was in time."""
        super().__init__(*args, **kwargs)
        if not vraag_tijd:
            del self.fields["om"]


class RedenForm(Form):
    reden = tekstveld(gettext_lazy("Wat klopt er niet?"), rijen=2, nodig=gettext_lazy("Schrijf waarom dit niet klopt."))


class VraagForm(Form):
    """Addressing a colleague or peer, or asking advice (E2, E4, E5)."""

    aan = forms.ChoiceField(label=gettext_lazy("Aan wie?"), error_messages={"required": gettext_lazy("Kies aan wie.")})
    tekst = tekstveld(
        gettext_lazy("Wat wilt u vragen of zeggen?"), nodig=gettext_lazy("Schrijf wat u wilt vragen of zeggen.")
    )

    def __init__(self, *args: Any, keuzes: Sequence[Any] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._keuzes = {keuze.sleutel: keuze for keuze in keuzes}
        paren = [(keuze.sleutel, keuze.label) for keuze in keuzes]
        self.fields["aan"].choices = [("", _("Kies …")), *paren]  # type: ignore[attr-defined]

    def ontvanger(self) -> dict[str, Any]:
        """To whom, as the action wants it: `aan` or `instelling`."""
        gekozen = self._keuzes[self.cleaned_data["aan"]]
        return {"aan": gekozen.gebruiker, "instelling": gekozen.instelling}


class AntwoordForm(Form):
    antwoord = tekstveld(gettext_lazy("Uw antwoord"), nodig=gettext_lazy("Schrijf uw antwoord."))


class VersieForm(Form):
    """A form that says from which version it started, so that nothing is overwritten unseen (G7)."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)


class BerichtForm(VersieForm):
    """What managers and officials will read: never the plan itself (E13)."""

    afgesproken = tekstveld(
        gettext_lazy("Wat was er afgesproken?"), nodig=gettext_lazy("Schrijf wat er was afgesproken.")
    )
    ontbreekt = tekstveld(gettext_lazy("Wat ontbreekt er?"), nodig=gettext_lazy("Schrijf wat er ontbreekt."))
    gevraagd = tekstveld(
        gettext_lazy("Wat vraagt u van wie dit leest?"), nodig=gettext_lazy("Schrijf wat er nodig is.")
    )


class SamenGelezenForm(VersieForm):
    """The coordinator records who of the family has read it, together with her (E13, T2)."""

    met = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Wie heeft het gelezen?"),
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies met wie u het hebt gelezen.")},
    )
    hoe = kort_veld(
        gettext_lazy("Hoe is het samen gelezen?"),
        gettext_lazy("Bijvoorbeeld: maandag bij mevrouw thuis, hardop voorgelezen."),
        nodig=gettext_lazy("Schrijf hoe het samen is gelezen."),
    )
    visie = tekstveld(
        gettext_lazy("Hoe ziet het gezin dit?"),
        gettext_lazy("In de eigen woorden van het gezin. Managers en gemeente lezen dit ook."),
        required=False,
    )

    def __init__(self, *args: Any, mensen: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["met"].choices = [(str(pk), naam) for pk, naam in mensen.items()]  # type: ignore[attr-defined]


class InPlaatsForm(VersieForm):
    """The privacy officer lets it go in somebody's place, and why (S19)."""

    waarom = kort_veld(gettext_lazy("Waarom mag dit gelezen worden?"), nodig=gettext_lazy("Schrijf op waarom."))


class VisieForm(VersieForm):
    """The family has read it and may say how it sees this (E13)."""

    visie = tekstveld(
        gettext_lazy("Wat wilt u erbij zeggen?"),
        gettext_lazy("De managers en de gemeente lezen dit ook."),
        required=False,
    )


class BevestigForm(Form):
    """'We carry this out': nothing to type."""


class KanNietForm(Form):
    grond = tekstveld(
        gettext_lazy("Waarom kan het niet?"),
        gettext_lazy("De gemeente beslist daarna opnieuw."),
        nodig=gettext_lazy("Schrijf waarom het niet kan."),
    )


class TerugkoppelingForm(Form):
    tekst = tekstveld(gettext_lazy("Hoe staat het ermee?"), nodig=gettext_lazy("Schrijf hoe het ermee staat."))


class ZienswijzeForm(Form):
    """How somebody of the family sees it, in own words (E10, E11)."""

    tekst = tekstveld(gettext_lazy("Wat ziet u anders?"), nodig=gettext_lazy("Schrijf wat u anders ziet."))


class EigenWoordenForm(ZienswijzeForm):
    """The same for somebody under sixteen, who chooses who reads it (G18)."""

    lezers = forms.ChoiceField(
        label=gettext_lazy("Wie mag dit lezen?"),
        choices=Lezers.choices,
        initial=Lezers.COORDINATOR,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wie dit mag lezen.")},
    )


class OpgelostForm(Form):
    """What was learnt goes on with the plan (E11)."""

    geleerd = tekstveld(gettext_lazy("Wat hebben we ervan geleerd?"), required=False)


class GezinsantwoordForm(Form):
    """Solved or not, in the family's own words; the coordinator who notes it says how she heard it (E11)."""

    gezin_zegt = tekstveld(gettext_lazy("Wat wilt u erover zeggen?"), required=False, rijen=2)
    hoe = kort_veld(
        gettext_lazy("Hoe hebt u dit van het gezin gehoord?"),
        gettext_lazy("Bijvoorbeeld: dinsdag aan de telefoon, van moeder."),
        nodig=gettext_lazy("Schrijf hoe u dit van het gezin hebt gehoord."),
    )

    def __init__(self, *args: Any, namens: bool = False, nee: bool = False, **kwargs: Any) -> None:
        """`namens`: somebody else notes it. `nee`: then there is something to tell."""
        super().__init__(*args, **kwargs)
        veld = self.fields["gezin_zegt"]
        if namens:
            veld.label = _("Wat zegt het gezin erover?")
        else:
            del self.fields["hoe"]
        if nee:
            veld.required = True
            veld.label = _("Wat ziet het gezin anders?") if namens else _("Wat ziet u anders?")
            veld.error_messages["required"] = _("Schrijf wat er nog niet goed is.")


class MeldForm(Form):
    """That the plan is stuck, reported by hand with its cause (E1)."""

    toelichting = tekstveld(
        gettext_lazy("Wat is er aan de hand?"), nodig=gettext_lazy("Schrijf in een paar woorden wat er aan de hand is.")
    )
    oorzaak = forms.ChoiceField(
        label=gettext_lazy("Waardoor loopt het vast?"),
        choices=Oorzaak.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies waardoor het vastloopt.")},
    )
    doel = forms.ModelChoiceField(
        Doel.objects.none(),
        label=gettext_lazy("Over welk doel gaat het?"),
        empty_label=gettext_lazy("Over het hele plan"),
        required=False,
    )
    partij = forms.ModelChoiceField(
        Deelnemer.objects.none(),
        label=gettext_lazy("Van wie is er iets nodig?"),
        help_text=gettext_lazy("Wie komt er niet uit, of op wie wordt gewacht?"),
        empty_label=gettext_lazy("Niet van één iemand"),
        required=False,
    )

    def __init__(self, *args: Any, doelen: Any, mensen: Any, namen: Namen, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        velden: Any = self.fields
        velden["doel"].queryset = doelen
        velden["partij"].queryset = mensen
        velden["partij"].label_from_instance = lambda mens: _naam_met_werk(mens, namen)


OORZAKEN_VOOR_GEZIN = {
    Oorzaak.AFSPRAAK_NIET_NAGEKOMEN: gettext_lazy("Iemand doet niet wat is afgesproken"),
    Oorzaak.WACHTLIJST: gettext_lazy("We moeten te lang wachten op hulp"),
    Oorzaak.OMSTANDIGHEDEN: gettext_lazy("Er is bij ons iets veranderd"),
    Oorzaak.CRISIS: gettext_lazy("Het gaat nu echt niet goed"),
    Oorzaak.DOET_NIET_MEE: gettext_lazy("Iemand van ons wil nu niet (verder) meedoen"),
    Oorzaak.PLAN_KOMT_ER_NIET: gettext_lazy("Er komt maar geen plan"),
}


class GezinMeldForm(MeldForm):
    """The same for the family itself: one thing at a time, in plain words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        velden: Any = self.fields
        velden["toelichting"].label = _("Wat loopt er vast?")
        velden["oorzaak"].label = _("Hoe komt dat, denkt u?")
        velden["oorzaak"].choices = [(waarde, OORZAKEN_VOOR_GEZIN[Oorzaak(waarde)]) for waarde in Oorzaak.values]
        velden["doel"].label = _("Bij welk doel?")
        velden["doel"].empty_label = _("Ons hele plan, of ik weet het niet")
        velden["partij"].label = _("Wie moet er iets doen?")
        velden["partij"].help_text = ""
        velden["partij"].empty_label = _("Ik weet het niet")
