"""The forms of the beheer area. What a rule says comes back at its field (core/acts.py)."""

import re
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Model, QuerySet
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import clock
from core.forms import Form, ModelForm, NameField, PhoneField, Suggestion, SuggestionField
from core.named import same
from instanties.afspraken_van_regio import DUREN
from instanties.models import (
    Gebruiker,
    Gemeente,
    Instelling,
    Leefgebied,
    Regio,
    Rol,
    SoortInstelling,
    Weekdag,
)
from woorden.velden import DatumVeld
from woorden.zinnen import zin


def kies(keuze: Suggestion, uit: QuerySet[Any], wat: str) -> Any:
    """The row that was chosen from suggestions, or typed in full. Raises ValidationError that says what to do."""
    if not keuze:
        return None
    if keuze.key:
        try:
            if rij := uit.filter(pk=UUID(keuze.key)).first():
                return rij
        except ValueError:
            pass
    rijen = list(uit.filter(same(keuze.text))[:2])
    if len(rijen) == 1:
        return rijen[0]
    if rijen:
        raise forms.ValidationError(_("Er zijn er meer met deze naam. Kies uit de lijst."))
    raise forms.ValidationError(_("We vinden geen %(wat)s met deze naam. Typ twee letters en kies.") % {"wat": wat})


def suggestie(rij: Model | None) -> Suggestion | None:
    """What the field shows of a row that was chosen before."""
    return Suggestion(text=str(rij), key=str(rij.pk)) if rij is not None else None


def _mensenveld(label: Any, hulp: Any = "", required: bool = False) -> SuggestionField:
    return SuggestionField(url=reverse_lazy("instanties:mensen_zoeken"), label=label, help_text=hulp, required=required)


def _soorten(label: Any, hulp: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        help_text=hulp,
        choices=SoortInstelling.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class RegioForm(ModelForm):
    herinnering_dagen = forms.CharField(
        label=gettext_lazy("Herinneren, zoveel dagen vooraf"),
        help_text=gettext_lazy(
            "Bijvoorbeeld: 7, 1. Een termijn korter dan drie dagen krijgt een herinnering halverwege."
        ),
        required=False,
    )
    bovenlokaal = _mensenveld(
        gettext_lazy("Wie beslist boven de gemeenten"),
        gettext_lazy("Een gemeenteambtenaar uit de regio. Hier komt wat een wethouder of burgemeester niet oplost."),
    )

    hulpsoorten = _soorten(
        gettext_lazy("Deze soorten organisaties geven zelf hulp"),
        gettext_lazy(
            "Wie hulp geeft, ziet in een plan wat daarvoor nodig is. Een ander vraagt het gezin om toestemming. Haalt u een soort weg, "
            "dan geldt dat meteen voor alle organisaties van die soort."
        ),
    )
    gevoelige_soorten = _soorten(
        gettext_lazy("Van deze soorten zegt de naam te veel"),
        gettext_lazy("Wie niet mag weten dat zo’n organisatie meedoet, leest overal andere woorden."),
    )

    class Meta:
        model = Regio
        fields = [
            "naam",
            "navraag_aantal", "navraag_eenheid",
            "gesprek_aantal", "gesprek_eenheid",
            "instemming_aantal", "instemming_eenheid",
            "antwoord_aantal", "antwoord_eenheid",
            "signaal_aantal", "signaal_eenheid", "signaal_bewaren_dagen",
            "vertrouwenspersoon", "clientondersteuner", "klacht",
            "heropen_dagen", "goede_vrijdag_vrij", "bevrijdingsdag_vrij", "inzage_escalatiebericht",
            "logboek_bewaren_jaren", "dag_begint_om", "bundel_om", "plannummer_in_mail", "hulpsoorten", "gevoelige_soorten",
        ]  # fmt: skip
        field_classes = {"naam": NameField}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bovenlokaal"].initial = suggestie(self.instance.bovenlokaal)
        self.fields["herinnering_dagen"].initial = ", ".join(str(dag) for dag in self.instance.herinnering_dagen)
        for naam, _woorden in DUREN:
            self.fields[f"{naam}_aantal"].label = _("aantal")
            self.fields[f"{naam}_eenheid"].label = _("eenheid")

    def duren(self) -> list[dict[str, Any]]:
        """The agreed lengths, each as a pair of fields under its words."""
        return [
            {"woorden": woorden, "aantal": self[f"{naam}_aantal"], "eenheid": self[f"{naam}_eenheid"]}
            for naam, woorden in DUREN
        ]

    def clean_bovenlokaal(self) -> Gebruiker | None:
        return kies(self.cleaned_data["bovenlokaal"], professionals(), _("persoon"))

    def clean_herinnering_dagen(self) -> list[int]:
        delen = [deel for deel in re.split(r"[,;\s]+", self.cleaned_data["herinnering_dagen"]) if deel]
        if not all(deel.isdigit() for deel in delen):
            raise forms.ValidationError(_("Typ getallen met een komma ertussen, bijvoorbeeld: 7, 1."))
        return sorted({int(deel) for deel in delen}, reverse=True)

    def _post_clean(self) -> None:
        """The action validates the row itself; this form only reads what was typed."""


class VrijeDagForm(Form):
    datum = DatumVeld(label=gettext_lazy("Datum"), help_text=gettext_lazy("Bijvoorbeeld 27-4-2027."))
    naam = NameField(label=gettext_lazy("Naam van de dag"), max_length=100)
    vrij = forms.ChoiceField(
        label=gettext_lazy("Wat is het?"),
        choices=[
            ("ja", gettext_lazy("Een vrije dag: telt niet mee als werkdag")),
            ("nee", gettext_lazy("Een gewone werkdag, ook al is het een feestdag")),
        ],
        widget=forms.RadioSelect,
        initial="ja",
    )


class GemeenteForm(Form):
    naam = NameField(label=gettext_lazy("Naam"), max_length=100)
    telefoon = PhoneField(label=gettext_lazy("Telefoon"), required=False)
    ambtenaar = _mensenveld(
        gettext_lazy("Ambtenaar voor stap 3"), gettext_lazy("Wie neemt het over als managers er niet uitkomen?")
    )
    vervanger = _mensenveld(
        gettext_lazy("Vervanger van de ambtenaar"), gettext_lazy("Wie doet het als de ambtenaar er niet is?")
    )
    bestuur = _mensenveld(
        gettext_lazy("Wethouder of burgemeester"),
        gettext_lazy(
            "Wie beslist als de ambtenaar er niet uitkomt? Dat mag ook iemand anders zijn die de gemeente noemt."
        ),
    )
    actief = forms.BooleanField(label=gettext_lazy("Deze gemeente werkt mee"), required=False)

    @classmethod
    def begin(cls, gemeente: Gemeente | None) -> dict[str, Any]:
        """What the fields show at first."""
        if gemeente is None:
            return {}
        return {
            "naam": gemeente.naam,
            "telefoon": gemeente.telefoon,
            "ambtenaar": suggestie(gemeente.ambtenaar),
            "vervanger": suggestie(gemeente.vervanger),
            "bestuur": suggestie(gemeente.bestuur),
            "actief": gemeente.actief,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Stopping is an act of its own, which says what stays behind.
        if self.initial.get("actief"):
            del self.fields["actief"]

    def clean_ambtenaar(self) -> Gebruiker | None:
        return kies(self.cleaned_data["ambtenaar"], professionals(), _("persoon"))

    def clean_vervanger(self) -> Gebruiker | None:
        return kies(self.cleaned_data["vervanger"], professionals(), _("persoon"))

    def clean_bestuur(self) -> Gebruiker | None:
        return kies(self.cleaned_data["bestuur"], professionals(), _("persoon"))


def professionals() -> QuerySet[Gebruiker]:
    """Who the beheerder sees: people who log in for their work. A gezinslid's account says that there is a plan."""
    return Gebruiker.objects.filter(is_professional=True)


class InstellingForm(ModelForm):
    leefgebieden = forms.MultipleChoiceField(
        label=gettext_lazy("Waar gaat het aanbod over?"),
        choices=Leefgebied.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = Instelling
        fields = [
            "naam",
            "naam_gevoelig",
            "naam_voor_anderen",
            "soort",
            "gemeente",
            "aanbod",
            "leefgebieden",
            "biedt_hulp",
            "werkt_ermee",
            "scholingsplan",
            "telefoon",
            "email",
            "actief",
        ]
        field_classes = {"naam": NameField, "telefoon": PhoneField}
        widgets = {"aanbod": forms.Textarea({"rows": 4})}
        labels = {
            "werkt_ermee": zin(gettext_lazy("Werkt met [het gezinsplan]")),
            "scholingsplan": zin(
                gettext_lazy("Heeft een plan om mensen op te leiden in het werken met [het gezinsplan]")
            ),
        }
        help_texts = {
            "werkt_ermee": gettext_lazy(
                "De werkwijze is er ingevoerd. Wie erop let, geeft u de rol van aandachtsfunctionaris."
            ),
            "biedt_hulp": gettext_lazy(
                "Wie hulp geeft, ziet in een plan wat daarvoor nodig is. Niet bij een school, leerplicht of "
                "woningcorporatie: die vragen het gezin om toestemming."
            ),
            "gemeente": zin(
                gettext_lazy(
                    "Bij een dienst van de gemeente zelf, en bij [het sociaal team]: daar komen signalen binnen."
                )
            ),
            "naam_gevoelig": gettext_lazy(
                "Bijvoorbeeld bij een kliniek voor verslaving. Wie niet mag weten dat deze instelling meedoet, leest dan "
                "andere woorden, ook niet wat voor soort instelling het is."
            ),
            "naam_voor_anderen": gettext_lazy(
                "Alleen als de naam te veel zegt. Bijvoorbeeld: een instelling voor zorg."
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].empty_label = _("Hoort niet bij een gemeente")
        # Stopping is an act of its own, which says what stays behind.
        if not self.instance._state.adding and self.instance.actief:
            del self.fields["actief"]

    def _post_clean(self) -> None:
        """The action validates the row itself; this form only reads what was typed."""


class EigenGegevensForm(Form):
    """How one is reached, said by oneself (I9)."""

    email = forms.EmailField(
        label=gettext_lazy("E-mailadres"),
        help_text=gettext_lazy("Hier komen berichten, en een link als u uw wachtwoord vergeet."),
        required=False,
    )
    telefoon = PhoneField(label=gettext_lazy("Telefoon"), required=False)
    mobiel = PhoneField(label=gettext_lazy("Mobiel"), required=False)


class SluitForm(Form):
    """Whether what stands on an instelling or gemeente goes on, and where. Nothing is chosen beforehand (T3)."""

    NERGENS, ANDER = "nergens", "ander"

    hoe = forms.ChoiceField(
        label=gettext_lazy("Gaat het ergens verder?"),
        choices=[(ANDER, gettext_lazy("Ja, bij een ander")), (NERGENS, gettext_lazy("Nee, alles hier eindigt"))],
        widget=forms.RadioSelect,
    )
    opvolger = forms.ModelChoiceField(
        Instelling.objects.none(),
        label=gettext_lazy("Waar gaat het verder?"),
        help_text=gettext_lazy(
            "Bijvoorbeeld na een fusie. Dat gebeurt pas als een tweede persoon ja zegt. Wie een gezin helpt, gaat mee, met wat "
            "er wacht. Voor alle anderen wordt daar een rol gevraagd. Uw eigen rol gaat niet mee."
        ),
        empty_label=gettext_lazy("Kies"),
        required=False,
    )

    def __init__(self, *args: Any, rij: Instelling | Gemeente, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        anderen = type(rij)._default_manager.filter(actief=True).exclude(pk=rij.pk)
        self.fields["opvolger"].queryset = anderen  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Each answer says one thing: with whom, or with nobody."""
        gegevens = super().clean() or self.cleaned_data
        hoe, ander = gegevens.get("hoe"), gegevens.get("opvolger")
        if hoe == self.ANDER and ander is None and "opvolger" not in self.errors:
            self.add_error("opvolger", _("Kies waar het verder gaat."))
        if hoe == self.NERGENS and ander is not None:
            self.add_error("hoe", _("Eindigt alles hier? Kies dan geen ander."))
        return gegevens


class PersoonForm(Form):
    naam = NameField(label=gettext_lazy("Naam"), max_length=150)
    email = forms.EmailField(label=gettext_lazy("E-mailadres"), required=False)
    telefoon = PhoneField(label=gettext_lazy("Telefoon"), required=False)
    mobiel = PhoneField(label=gettext_lazy("Mobiel"), required=False)
    werkdagen = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Werkdagen"),
        choices=Weekdag.choices,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    opgeleid_op = DatumVeld(
        terug=True,
        label=zin(gettext_lazy("Opgeleid in werken met [het gezinsplan] op")),
        help_text=gettext_lazy("Leeg als dat niet zo is. Bijvoorbeeld 27-4-2026."),
        required=False,
    )
    opgeleid_voorzitten_op = DatumVeld(
        terug=True,
        label=gettext_lazy("Opgeleid in het voorzitten van een overleg op"),
        help_text=gettext_lazy("Leeg als dat niet zo is. Bijvoorbeeld 27-4-2026."),
        required=False,
    )

    def clean_opgeleid_op(self) -> date | None:
        return _geweest(self.cleaned_data["opgeleid_op"])

    def clean_opgeleid_voorzitten_op(self) -> date | None:
        return _geweest(self.cleaned_data["opgeleid_voorzitten_op"])


def _geweest(dag: date | None) -> date | None:
    if dag is not None and dag > clock.today():
        raise forms.ValidationError(_("Deze dag moet nog komen. Vul hem in als de opleiding klaar is."))
    return dag


class FunctieForm(Form):
    rol = forms.ChoiceField(label=gettext_lazy("Rol"), choices=Rol.choices)
    instelling = SuggestionField(
        url=reverse_lazy("instanties:instellingen_zoeken"),
        label=gettext_lazy("Bij welke instelling"),
        help_text=gettext_lazy("Laat leeg bij een rol in de gemeente of de regio."),
        required=False,
    )
    gemeente = forms.ModelChoiceField(
        label=gettext_lazy("Bij welke gemeente"),
        queryset=Gemeente.objects.all(),
        help_text=gettext_lazy("Alleen bij een gemeenteambtenaar."),
        empty_label=gettext_lazy("Niet bij een gemeente"),
        required=False,
    )
    leidinggevende = _mensenveld(gettext_lazy("Leidinggevende"))
    titel = forms.CharField(label=gettext_lazy("Functie, zoals op het visitekaartje"), max_length=100, required=False)

    def clean_instelling(self) -> Instelling | None:
        return kies(self.cleaned_data["instelling"], Instelling.objects.filter(actief=True), _("instelling"))

    def clean_leidinggevende(self) -> Gebruiker | None:
        return kies(self.cleaned_data["leidinggevende"], professionals(), _("persoon"))


class ToegangForm(Form):
    """Asked when something would be left without anyone."""

    toch = forms.BooleanField(
        label=gettext_lazy("Ik beëindig de toegang toch. Wat blijft liggen, komt op de lijst van de beheerder."),
        error_messages={"required": gettext_lazy("Regel dit eerst, of vink aan dat u het toch doet.")},
    )
