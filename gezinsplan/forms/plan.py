"""The rows of the plan as people type them. Lengths and rules are the actions': nothing is cut off while typing."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.forms import Form
from gezinsplan import hulp, looptijd
from gezinsplan.actions import AfspraakGegevens, DoelGegevens
from gezinsplan.forms.dag import DagVeld
from gezinsplan.models import Afspraak, Doel, Gezinsplan
from gezinsplan.planbeeld import Planbeeld
from instanties.models import Leefgebied
from termijnen.velden import TermijnVeld
from woorden.zinnen import zin


class OnderdeelForm(Form):
    """What goals and afspraken share: the version that was read, which areas of life, and about whom."""

    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)
    leefgebieden = forms.MultipleChoiceField(
        label=_("Waar gaat het over?"),
        choices=Leefgebied.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Hulpverleners zien alleen wat bij hun werk past. Kiest u niets, dan zien zij dit niet."),
    )
    over_wie = forms.TypedMultipleChoiceField(
        label=_("Over wie gaat het?"),
        coerce=UUID,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kiest u niemand, dan gaat het over het gezin dat hier samen woont."),
    )

    def __init__(self, *args: Any, beeld: Planbeeld, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._blik = beeld.blik
        self.fields["over_wie"].choices = [(lid.pk, lid.naam) for lid in beeld.gezinsleden]

    def words_for_stored(self, name: str, values: Iterable[Any]) -> Mapping[str, str]:
        """Who takes part no more, by name for who knows that person here (T3)."""
        if name not in ("over_wie", "uitvoerders"):
            return {}
        gekend = {str(mens.pk): mens for mens in self._blik.deelnemers().filter(pk__in=values)}
        return {
            str(pk): f"{mens.naam} ({mens.former})"
            if (mens := gekend.get(str(pk)))
            else str(_("Iemand die hier niet staat"))
            for pk in values
        }

    @property
    def waarover_open(self) -> bool:
        """Whether the subjects stand open: something is wrong there, or nobody has said yet what it is about."""
        fout = self["leefgebieden"].errors or self["over_wie"].errors
        return bool(fout or (self.initial.get("id") and not self["leefgebieden"].value()))

    def waarover(self) -> dict[str, Any]:
        """What it is about and about whom, for the action."""
        return {naam: self.cleaned_data[naam] for naam in ("leefgebieden", "over_wie")}

    @property
    def gelezen_versie(self) -> int:
        """The version that the form began with."""
        return self.cleaned_data.get("versie") or 0


class VolgendForm(OnderdeelForm):
    """What hangs under a goal: about the same as that goal, unless it is set apart here (T3).

    Following, it has no subjects of its own to start from: so a form that was opened before the goal changed widens nothing.
    """

    apart = forms.BooleanField(label=_("Dit gaat over iets anders"), required=False)

    def __init__(self, *args: Any, boven: Doel, beeld: Planbeeld, **kwargs: Any) -> None:
        super().__init__(*args, beeld=beeld, **kwargs)
        if not self.initial.get("apart"):
            self.initial = {**self.initial, "leefgebieden": [], "over_wie": []}
        self.fields["apart"].help_text = _("Zonder dit vinkje gaat het over hetzelfde als het doel: %(wat)s.") % {
            "wat": hulp.waarover_in_woorden(boven, beeld.gezinsleden)
        }
        self.fields["leefgebieden"].help_text = _("Hulpverleners zien alleen wat bij hun werk past.")

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        apart, gekozen = gegevens.get("apart"), gegevens.get("leefgebieden")
        if not apart and (gekozen or gegevens.get("over_wie")):
            self.add_error("apart", _("U koos iets anders dan het doel. Zet dit vinkje erbij, of haal de keuzes weg."))
        if apart and not gekozen and "leefgebieden" not in self.errors:
            self.add_error("leefgebieden", _("Kies waar dit over gaat."))
        return gegevens

    @property
    def waarover_open(self) -> bool:
        return bool(self["apart"].value() or self["apart"].errors or super().waarover_open)

    def waarover(self) -> dict[str, Any]:
        return super().waarover() if self.cleaned_data["apart"] else {"leefgebieden": None, "over_wie": None}


class DoelForm(OnderdeelForm):
    """A goal in the family's own words (G2)."""

    tekst = forms.CharField(label=_("Wat wil het gezin bereiken?"), help_text=_("In de woorden van het gezin, kort."))
    ook_voor = forms.TypedMultipleChoiceField(
        coerce=UUID,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Hier staat iets anders dan bij het doel. Vink aan wat voortaan over hetzelfde gaat als het doel."),
    )
    teksten: tuple[str, ...] = ("tekst",)
    field_order = ["tekst", "leefgebieden", "over_wie", "ook_voor", "versie"]

    def __init__(self, *args: Any, beeld: Planbeeld, doel: Doel | None = None, **kwargs: Any) -> None:
        if doel is not None:
            kwargs.setdefault("initial", vars(doel))
        super().__init__(*args, beeld=beeld, **kwargs)
        apart = beeld.apart_onder(doel) if doel is not None else []
        if not apart:
            del self.fields["ook_voor"]
            return
        self.fields["ook_voor"].label = ngettext(
            "Ook voor dit onderdeel?", "Ook voor deze %(n)d onderdelen?", len(apart)
        ) % {"n": len(apart)}
        self.fields["ook_voor"].choices = [
            (deel.pk, f"{deel} ({hulp.waarover_in_woorden(deel, beeld.gezinsleden)})") for deel in apart
        ]

    def gegevens(self) -> DoelGegevens:
        """What was typed, for the action."""
        return DoelGegevens(**{naam: self.cleaned_data[naam] for naam in self.teksten}, **self.waarover())

    @property
    def ook_voor_ids(self) -> list[UUID]:
        """What was set apart, and follows the goal from now on."""
        return self.cleaned_data.get("ook_voor", [])


class VoorwaardeForm(VolgendForm, DoelForm):
    """A condition: it names who sets it, why, and what follows (G3)."""

    tekst = forms.CharField(label=_("Wat is daarvoor nodig?"), help_text=_("Zo dat iedereen kan zien of het lukt."))
    gesteld_door = forms.CharField(label=zin(_("Wie stelt [deze voorwaarde]?")))
    waarom = forms.CharField(label=_("Waarom is dit nodig?"))
    gevolg = forms.CharField(label=_("Wat gebeurt er als het niet lukt?"))
    teksten = ("tekst", "gesteld_door", "waarom", "gevolg")
    field_order = [*teksten, "apart", "leefgebieden", "over_wie", "ook_voor", "versie"]


class AfspraakForm(VolgendForm):
    """Who does what, from when, until when (G5)."""

    wat = forms.CharField(label=_("Wat gaat er gebeuren?"))
    uitvoerders = forms.TypedMultipleChoiceField(
        label=_("Wie doet dit?"), coerce=UUID, required=False, widget=forms.CheckboxSelectMultiple
    )
    start_op = DagVeld(label=_("Begint op"))
    termijn = TermijnVeld(label=_("Klaar"), help_text=_("Bijvoorbeeld: vr 4 dec, over 2 weken, 24 uur of 5 werkdagen."))
    herhaling = forms.CharField(label=_("Hoe vaak?"), required=False, help_text=_("Bijvoorbeeld: elke week."))
    is_veiligheidsafspraak = forms.BooleanField(
        label=_("Bindende veiligheidsafspraak"),
        required=False,
        help_text=_("Geldt voor iedereen. Gaat de termijn voorbij, dan is er meteen stap 1, zonder eerst te vragen."),
    )
    reden = forms.CharField(
        label=_("Waarom verandert de termijn?"),
        required=False,
        help_text=_("Alleen als u de begindag of de termijn verandert. Wie meedoet leest dit."),
    )
    field_order = [
        "wat", "uitvoerders", "start_op", "termijn", "reden", "herhaling",
        "is_veiligheidsafspraak", "apart", "leefgebieden", "over_wie", "versie",
    ]  # fmt: skip

    def __init__(
        self, *args: Any, beeld: Planbeeld, boven: Doel, afspraak: Afspraak | None = None, **kwargs: Any
    ) -> None:
        if afspraak is not None:
            kwargs.setdefault(
                "initial",
                {
                    **vars(afspraak),
                    "termijn": looptijd.afgesproken(afspraak),
                    "uitvoerders": [wie.pk for wie in afspraak.uitvoerders.all()],
                },
            )
        super().__init__(*args, beeld=beeld, boven=boven, **kwargs)
        mensen = {mens.pk: hulp.naam_en_rol(mens) for mens in [*beeld.gezinsleden, *beeld.betrokkenen]}
        self.fields["uitvoerders"].choices = list(mensen.items())
        if afspraak is None or afspraak.termijn_id is None:
            del self.fields["reden"]

    def gegevens(self) -> AfspraakGegevens:
        """What was typed, for the action."""
        velden = ("wat", "uitvoerders", "start_op", "termijn", "herhaling", "is_veiligheidsafspraak")
        return AfspraakGegevens(**{naam: self.cleaned_data[naam] for naam in velden}, **self.waarover())


class AfstemmingForm(Form):
    """How everyone keeps in touch (G4)."""

    tekst = forms.CharField(
        label=_("Hoe houden jullie elkaar op de hoogte?"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
        # It has no leefgebied and is about nobody: whoever takes part reads it.
        help_text=_(
            "Bijvoorbeeld: we bellen op maandag, en zien elkaar elke zes weken aan tafel. Iedereen die meedoet, leest dit, "
            "ook wie verder niets van het plan ziet."
        ),
    )
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, plan: Gezinsplan, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"tekst": plan.afstemming, "versie": plan.versie})
        super().__init__(*args, **kwargs)
