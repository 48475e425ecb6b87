"""The forms about the people of a plan: the family, its households, and who else takes part (G1, G4, G16, G17)."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import Form, NameField, PhoneField, SuggestionField
from gezinnen.actions.deelnemers import VAN_ACCOUNT
from gezinnen.models import Aanspreekvorm, Deelnemer, Gezin, Huishouden, Leeswijze, Relatie
from gezinnen.selectie import misschien_minderjarig
from instanties.models import Gemeente, Instelling, Leefgebied, Weekdag
from woorden.velden import GeboortedatumVeld
from woorden.zinnen import zin

LEEFGEBIEDEN_HULP = gettext_lazy(
    "Dit ziet deze persoon zonder toestemming, omdat de hulp het nodig heeft. Niets aangevinkt: alleen de eigen "
    "afspraken. Het gezin hoort wat u kiest."
)


def _gemeenten() -> QuerySet[Gemeente]:
    """The gemeenten that take part."""
    return Gemeente.objects.filter(actief=True)


def _weekdagen() -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(
        label=gettext_lazy("Goed bereikbaar op"),
        choices=Weekdag.choices,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def _telefoon() -> PhoneField:
    return PhoneField(label=gettext_lazy("Telefoon"), required=False)


def _email() -> forms.EmailField:
    return forms.EmailField(label=gettext_lazy("E-mailadres"), required=False)


def _leefgebieden() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=gettext_lazy("Waar gaat de hulp over?"),
        help_text=LEEFGEBIEDEN_HULP,
        choices=Leefgebied.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def _waarvoor(instelling: Instelling) -> str:
    """What an instelling helps with, to choose by: nothing is ticked beforehand (T3, T7)."""
    gebieden = [str(Leefgebied(gebied).label) for gebied in instelling.leefgebieden]
    if not gebieden:
        return str(LEEFGEBIEDEN_HULP)
    aanbod = _("Het aanbod van %(naam)s gaat over: %(gebieden)s.")
    return f"{aanbod % {'naam': instelling.naam, 'gebieden': ', '.join(gebieden)}} {LEEFGEBIEDEN_HULP}"


def _alleen_wie_helpt(form: Form, deelnemer: Deelnemer, *, nu: bool = True) -> None:
    """What joining opens is asked of who helps, and of nobody else (T3)."""
    if nu and deelnemer.geeft_hulp and deelnemer.instelling:
        form.fields["leefgebieden"].help_text = _waarvoor(deelnemer.instelling)
    else:
        del form.fields["leefgebieden"]


def leest_alleen_het_eigene(deelnemer: Deelnemer) -> str:
    """What is said instead, of who joins and gives no help; else nothing."""
    if deelnemer.is_gezinslid or deelnemer.geeft_hulp:
        return ""
    return _(
        "Wie hier komt te staan, geeft zelf geen hulp en leest alleen de eigen afspraken. Mag deze persoon meer weten? "
        "Vraag het gezin daarna om toestemming."
    )


def _zonder_wat_van_het_account_is(form: Form, deelnemer: Deelnemer) -> None:
    """Mail and phone of somebody of family or network with an account are said there, and once (I9)."""
    if deelnemer.gebruiker_id and not deelnemer.is_professional:
        for veld in VAN_ACCOUNT:
            del form.fields[veld]


class ContactForm(Form):
    """Mail and phone of an account, for who can't change them himself (I9)."""

    email = _email()
    telefoon = _telefoon()


class GezinForm(Form):
    """A new family, or its name and gemeente."""

    naam = NameField(
        label=gettext_lazy("Naam van het gezin"), help_text=gettext_lazy("Bijvoorbeeld: De Wit."), max_length=100
    )
    gemeente = forms.ModelChoiceField(
        Gemeente.objects.none(),
        label=gettext_lazy("Gemeente van het gezin"),
        help_text=gettext_lazy("Deze gemeente beslist als het plan vastloopt en anderen er niet uitkomen."),
        empty_label=gettext_lazy("Kies een gemeente"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].queryset = _gemeenten()  # type: ignore[attr-defined]


class NieuwGezinForm(GezinForm):
    """With the instelling from which one coordinates; only asked of who works at more than one."""

    instelling = forms.ModelChoiceField(
        Instelling.objects.none(), label=zin(gettext_lazy("U bent [zorgcoördinator] vanuit")), empty_label=None
    )

    def __init__(self, *args: Any, instellingen: QuerySet[Instelling], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.enige = instellingen[0] if len(instellingen) == 1 else None
        if self.enige:
            del self.fields["instelling"]
        else:
            self.fields["instelling"].queryset = instellingen  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Who works at one instelling coordinates from there."""
        gegevens = super().clean() or self.cleaned_data
        return {"instelling": self.enige, **gegevens} if self.enige else gegevens


class HuishoudenForm(Form):
    """Where part of the family lives."""

    naam = NameField(
        label=gettext_lazy("Hoe noemen we dit huishouden?"),
        help_text=gettext_lazy("Bijvoorbeeld: bij vader."),
        max_length=100,
    )
    adres = forms.CharField(
        label=gettext_lazy("Adres"),
        help_text=gettext_lazy("Alleen u en wie hier woont, ziet dit adres."),
        max_length=200,
        required=False,
    )
    geheim_adres = forms.BooleanField(
        label=gettext_lazy("Dit adres is geheim"),
        help_text=gettext_lazy(
            "Dan staat het nergens, ook niet op papier. Wie ergens anders woont, leest ook niet hoe we dit huishouden "
            "noemen en hoe iedereen daar te bereiken is. Nergens staat dat er iets geheim is."
        ),
        required=False,
    )


class GezinslidForm(Form):
    """An adult of the family (G1)."""

    naam = NameField(label=gettext_lazy("Naam"), max_length=150)
    relatie = forms.ChoiceField(label=gettext_lazy("Wie is dit in het gezin?"))
    geboortedatum = GeboortedatumVeld(
        label=gettext_lazy("Geboortedatum"),
        help_text=gettext_lazy("Bijvoorbeeld: 14-3-1988. Weet u niet alles? Dan is mei 1988 of 1988 ook goed."),
        required=False,
    )
    huishouden = forms.ModelChoiceField(
        Huishouden.objects.none(),
        label=gettext_lazy("Waar woont deze persoon?"),
        empty_label=gettext_lazy("Weten we niet"),
        required=False,
    )
    taal = forms.CharField(
        label=gettext_lazy("Taal"),
        help_text=gettext_lazy("Alleen als dat niet Nederlands is."),
        max_length=50,
        required=False,
    )
    tolk_nodig = forms.BooleanField(label=gettext_lazy("Er is een tolk nodig"), required=False)
    leeswijze = forms.ChoiceField(label=gettext_lazy("Lezen"), choices=Leeswijze, widget=forms.RadioSelect)
    aanspreekvorm = forms.ChoiceField(label=gettext_lazy("Aanspreken"), choices=Aanspreekvorm, widget=forms.RadioSelect)
    telefoon = _telefoon()
    email = _email()
    bereikbaar = _weekdagen()
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    relaties = tuple(keuze for keuze in Relatie.choices if keuze[0] != Relatie.KIND)
    aanspreekvorm_eerst = Aanspreekvorm.U

    def __init__(self, *args: Any, gezin: Gezin, deelnemer: Deelnemer | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["huishouden"].queryset = gezin.huishoudens.all()  # type: ignore[attr-defined]
        self.fields["relatie"].choices = self.relaties  # type: ignore[attr-defined]
        if deelnemer is None:
            self.fields["leeswijze"].initial = Leeswijze.ZELF
            self.fields["aanspreekvorm"].initial = self.aanspreekvorm_eerst
            return
        _zonder_wat_van_het_account_is(self, deelnemer)
        for veld in self.fields:
            if hasattr(deelnemer, veld):
                self.fields[veld].initial = getattr(deelnemer, veld)
        self.fields["geboortedatum"].initial = deelnemer.geboren

    def clean(self) -> dict[str, Any]:
        """The birth date as day and how much of it is known."""
        gegevens = super().clean() or self.cleaned_data
        if geboren := gegevens.get("geboortedatum"):
            gegevens |= {"geboortedatum": geboren.dag, "geboren_precies": geboren.precies.value}
        return gegevens


class KindForm(GezinslidForm):
    """A child, or another who isn't of age: with the gemeente that was chosen for it, and who holds gezag (G1, G16).

    Who holds it already stands beside the form: that ends by an act of its own (I9).
    """

    gemeente = forms.ModelChoiceField(
        Gemeente.objects.none(),
        label=gettext_lazy("Verantwoordelijke gemeente"),
        help_text=gettext_lazy("De gemeente die de jeugdhulp voor dit kind regelt."),
        empty_label=gettext_lazy("Nog niet bekend"),
        required=False,
    )
    gezag_bekend = forms.BooleanField(
        label=gettext_lazy("We zijn nagegaan wie het gezag heeft"),
        help_text=gettext_lazy("Zolang dit niet vaststaat, ziet geen ouder wat alleen over dit kind gaat."),
        required=False,
    )
    gezag = forms.ModelMultipleChoiceField(
        Deelnemer.objects.none(),
        label=gettext_lazy("Wie heeft het gezag?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    relaties = ((Relatie.KIND.value, Relatie.KIND.label),)
    aanspreekvorm_eerst = Aanspreekvorm.JE
    field_order = ("naam", "geboortedatum", "huishouden", "gemeente", "gezag_bekend", "gezag")

    def __init__(self, *args: Any, gezin: Gezin, deelnemer: Deelnemer | None = None, nu: Any, **kwargs: Any) -> None:
        super().__init__(*args, gezin=gezin, deelnemer=deelnemer, **kwargs)
        if deelnemer is not None and deelnemer.relatie != Relatie.KIND:
            # A mother of fifteen, a cousin of six: who somebody is, isn't what age says.
            self.fields["relatie"].choices = Relatie.choices  # type: ignore[attr-defined]
        else:
            self.fields["relatie"].initial = Relatie.KIND
            self.fields["relatie"].widget = forms.HiddenInput()
        self.fields["geboortedatum"].help_text = _(
            "Bijvoorbeeld: 14-3-2015. Alleen mei 2015 of 2015 is ook goed: we gaan dan uit van de laatste dag die kan. Nog niet "
            "geboren, of weet u niets? Laat dit dan leeg: wie het gezag heeft, beslist dan."
        )
        self.fields["gemeente"].queryset = _gemeenten()  # type: ignore[attr-defined]
        leden = Deelnemer.objects.gezinsleden().filter(gezin=gezin)
        self.gezagdragers = (
            list(deelnemer.gezagdragers.select_related("houder").order_by("geeindigd_op", "houder__naam_volgorde"))
            if deelnemer is not None
            else []
        )
        houders = {rij.houder_id for rij in self.gezagdragers if rij.geeindigd_op is None}
        niet = houders | ({deelnemer.pk} if deelnemer is not None else set())
        kunnen = [
            lid for lid in leden if lid.gestopt_op is None and lid.pk not in niet and not misschien_minderjarig(lid, nu)
        ]
        self.fields["gezag"].queryset = leden.filter(pk__in=[lid.pk for lid in kunnen])  # type: ignore[attr-defined]
        # Read once: without this the page would ask for them again.
        self.fields["gezag"].choices = [(lid.pk, str(lid)) for lid in kunnen]  # type: ignore[attr-defined]
        self.staat_vast = bool(houders)
        if deelnemer is None:
            self.fields["gemeente"].initial = gezin.gemeente
        if houders:
            del self.fields["gezag_bekend"]
            self.fields["gezag"].label = _("Wie heeft ook het gezag?")
        self.over_gezag = deelnemer is None or misschien_minderjarig(deelnemer, nu)
        if not self.over_gezag:
            # Of age: gezag over somebody has ended.
            self.fields.pop("gezag_bekend", None)
        if not self.over_gezag or (houders and not kunnen):
            del self.fields["gezag"]

    def clean(self) -> dict[str, Any]:
        """Who holds gezag can be said only when it was looked up; nobody at all isn't an answer."""
        gegevens = super().clean() or self.cleaned_data
        if gegevens.get("gezag") and not self.staat_vast and not gegevens.get("gezag_bekend"):
            self.add_error("gezag_bekend", _("Vink aan dat dit is nagegaan, of kies niemand."))
        return gegevens


class ZoekBetrokkeneForm(Form):
    """Choose from the sociale kaart while typing; without JavaScript it searches (I2)."""

    wie = SuggestionField(
        label=gettext_lazy("Wie doet er mee?"),
        help_text=gettext_lazy("Typ twee letters van een naam of een instelling."),
    )

    def __init__(self, *args: Any, gezin: Gezin, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wie"].widget.url = reverse(  # type: ignore[attr-defined]
            "gezinsplan:betrokkene_zoeken", kwargs={"gezin_id": gezin.pk}
        )


class BetrokkeneForm(Form):
    """How somebody of an instelling or network is reached, and who asks after it for who has no account (G4, G17)."""

    naam = NameField(label=gettext_lazy("Naam"), max_length=150)
    relatie_tot_gezin = forms.CharField(
        label=gettext_lazy("Wat is deze persoon van het gezin?"), max_length=100, required=False
    )
    telefoon = _telefoon()
    email = _email()
    bereikbaar = _weekdagen()
    navrager = forms.ModelChoiceField(
        Deelnemer.objects.none(),
        label=gettext_lazy("Wie vraagt na of het gelukt is?"),
        help_text=zin(gettext_lazy("Het gezin kiest. Kiest niemand, dan vraagt [de zorgcoördinator] het na.")),
        empty_label=zin(gettext_lazy("[De zorgcoördinator]")),
        required=False,
    )
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, gezin: Gezin, deelnemer: Deelnemer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        navragers = (
            Deelnemer.objects.actief().filter(gezin=gezin, gebruiker__isnull=False).order_by("soort", "naam_volgorde")
        )
        self.fields["navrager"].queryset = navragers.exclude(pk=deelnemer.pk)  # type: ignore[attr-defined]
        if deelnemer.instelling:
            self.fields["relatie_tot_gezin"].label = _("Wat doet deze persoon?")
            self.fields["relatie_tot_gezin"].help_text = _("Bijvoorbeeld: mentor van Sanne.")
        else:
            self.fields["relatie_tot_gezin"].help_text = _("Bijvoorbeeld: oma, buurvrouw, voetbaltrainer.")
        if deelnemer.gebruiker_id:
            del self.fields["navrager"]
        _zonder_wat_van_het_account_is(self, deelnemer)
        if deelnemer.is_professional and deelnemer.gebruiker_id:
            # The beheerder says how an account for work is called (I9).
            self.fields["naam"].disabled = True
        if deelnemer.is_functienaam:
            self.fields["naam"].label = _("Functie die anderen lezen")
            self.fields["naam"].disabled = True
        for veld in self.fields:
            if hasattr(deelnemer, veld):
                self.fields[veld].initial = getattr(deelnemer, veld)


class FunctienaamForm(Form):
    """By which function a professional is shown, and why (X5)."""

    functie = forms.CharField(
        label=gettext_lazy("Welke functie lezen anderen?"),
        help_text=zin(gettext_lazy("Bijvoorbeeld: [jeugdbeschermer]. De instelling staat er al bij.")),
        max_length=150,
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom?"),
        help_text=gettext_lazy("Alleen u en deze persoon zelf lezen dit."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, deelnemer: Deelnemer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["versie"].initial = deelnemer.versie
        if deelnemer.is_functienaam:
            self.fields["functie"].initial = deelnemer.naam
            self.fields["reden"].initial = deelnemer.reden_functienaam


class NieuweBetrokkeneForm(BetrokkeneForm):
    """Somebody who was chosen from the sociale kaart: with an account, also what the share is about."""

    leefgebieden = _leefgebieden()

    def __init__(self, *args: Any, deelnemer: Deelnemer, **kwargs: Any) -> None:
        super().__init__(*args, deelnemer=deelnemer, **kwargs)
        if deelnemer.gebruiker_id and deelnemer.instelling:
            self.fields["naam"].disabled = True
        # Without an account nobody reads along yet; what about is asked when this person is invited.
        _alleen_wie_helpt(self, deelnemer, nu=bool(deelnemer.gebruiker_id))


class AccountForm(Form):
    """What is needed before somebody can be invited (X2)."""

    email = forms.EmailField(
        label=gettext_lazy("E-mailadres"),
        help_text=gettext_lazy("Zonder adres geeft u een brief met een code."),
        required=False,
    )
    leefgebieden = _leefgebieden()

    def __init__(self, *args: Any, deelnemer: Deelnemer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].initial = deelnemer.email
        _alleen_wie_helpt(self, deelnemer)
