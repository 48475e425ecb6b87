"""The questions of the privacy officer: each asks from when to when, and why (X1)."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import Form
from core.named import same
from gezinnen.models import Deelnemer, Gezin
from instanties.models import Gebruiker
from logboek.models import SoortOnderzoek
from woorden.tijdwoorden import AMSTERDAM
from woorden.velden import DatumVeld


class OnderzoekForm(Form):
    """Days, and the reason. `waarnaar()` gives the fields of the Onderzoek."""

    van = DatumVeld(label=gettext_lazy("Van"), terug=True)
    tot = DatumVeld(label=gettext_lazy("Tot en met"), terug=True)
    reden = forms.CharField(
        label=gettext_lazy("Waarom zoekt u dit uit?"),
        help_text=gettext_lazy("Dit staat in het logboek. Noem geen gegevens van het gezin."),
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
    )
    # What is asked comes before the days and the reason.
    field_order: list[str] = []

    def clean(self) -> dict[str, Any]:
        """The end comes after the beginning."""
        gegevens = super().clean() or {}
        begin, eind = self._begin(gegevens), self._eind(gegevens)
        if begin and eind and eind <= begin:
            self.add_error("tot", _("Dit moment ligt voor het begin. Kies een later moment."))
        return gegevens

    def _begin(self, gegevens: dict[str, Any]) -> datetime | None:
        return _moment(gegevens.get("van"), time())

    def _eind(self, gegevens: dict[str, Any]) -> datetime | None:
        dag = gegevens.get("tot")
        return _moment(dag + timedelta(days=1), time()) if dag else None

    def waarnaar(self) -> dict[str, Any]:
        """What was asked, for `begin_onderzoek`."""
        return {"van": self._begin(self.cleaned_data), "tot": self._eind(self.cleaned_data)}


def _moment(dag: date | None, uur: time) -> datetime | None:
    return datetime.combine(dag, uur, AMSTERDAM) if dag else None


class MedewerkerForm(OnderzoekForm):
    """One employee, by name or address."""

    wie = forms.CharField(
        label=gettext_lazy("Welke medewerker?"),
        help_text=gettext_lazy("De naam of het e-mailadres, zoals die in het systeem staan."),
        max_length=254,
    )
    field_order = ["wie"]

    def clean_wie(self) -> Gebruiker:
        """The one account that is meant."""
        getypt = self.cleaned_data["wie"].strip()
        # Of somebody of a family the rows would say whose plan has which number.
        mensen = Gebruiker.objects.filter(is_professional=True)
        gevonden = list(mensen.filter(same(getypt) | Q(email__iexact=getypt)).order_by("naam_volgorde")[:2])
        if not gevonden:
            raise forms.ValidationError(_("Niemand heet zo. Kijk of de naam klopt, of neem het e-mailadres."))
        if len(gevonden) > 1:
            raise forms.ValidationError(_("Er zijn meer mensen die zo heten. Neem het e-mailadres."))
        return gevonden[0]

    def waarnaar(self) -> dict[str, Any]:
        wie = self.cleaned_data["wie"]
        return {**super().waarnaar(), "gebruiker_id": wie.pk, "gebruiker_naam": wie.naam}


class GezinForm(OnderzoekForm):
    """One plan by its number, and one of its people by the exact name: this page says no names itself."""

    nummer = forms.CharField(label=gettext_lazy("Welk plan?"), help_text=gettext_lazy("Het plannummer."), max_length=30)
    gezinslid = forms.CharField(
        label=gettext_lazy("Alleen over één gezinslid?"),
        help_text=gettext_lazy("De naam zoals die in het plan staat. Leeg: iedereen."),
        max_length=150,
        required=False,
    )
    field_order = ["nummer", "gezinslid"]

    def clean(self) -> dict[str, Any]:
        """The plan is there, and so is that one person in it."""
        gegevens = super().clean()
        if self.errors:
            # Nothing is looked up without days and a reason.
            return gegevens
        nummer = gegevens["nummer"].strip()
        gezin = Gezin.objects.filter(nummer=int(nummer)).first() if nummer.isdecimal() and len(nummer) < 19 else None
        if gezin is None:
            self.add_error("nummer", _("Er is geen plan met dit nummer."))
            return gegevens
        gegevens["gezin"] = gezin
        if naam := gegevens.get("gezinslid", "").strip():
            leden = Deelnemer.objects.filter(same(naam), gezin=gezin).gezinsleden()[:2]
            if len(leden) != 1:
                self.add_error("gezinslid", _("In dit plan is niet één gezinslid met deze naam."))
            else:
                gegevens["over_wie"] = leden[0].pk
        return gegevens

    def waarnaar(self) -> dict[str, Any]:
        gezin = self.cleaned_data["gezin"]
        return {
            **super().waarnaar(),
            "gezin_id": gezin.pk,
            "gezin_nummer": str(gezin.nummer),
            "over_wie": self.cleaned_data.get("over_wie"),
        }


class DatalekForm(OnderzoekForm):
    """Between two moments, to the minute."""

    van_uur = forms.TimeField(label=gettext_lazy("Van: hoe laat"), help_text=gettext_lazy("Bijvoorbeeld 9:30."))
    tot_uur = forms.TimeField(label=gettext_lazy("Tot: hoe laat"), help_text=gettext_lazy("Bijvoorbeeld 17:00."))
    field_order = ["van", "van_uur", "tot", "tot_uur"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tot"].label = _("Tot")
        for naam in ("van_uur", "tot_uur"):
            self.fields[naam].error_messages["invalid"] = _("Schrijf de tijd als 9:30.")

    def _begin(self, gegevens: dict[str, Any]) -> datetime | None:
        uur = gegevens.get("van_uur")
        return _moment(gegevens.get("van"), uur) if uur is not None else None

    def _eind(self, gegevens: dict[str, Any]) -> datetime | None:
        uur = gegevens.get("tot_uur")
        return _moment(gegevens.get("tot"), uur) if uur is not None else None


FORMULIEREN: dict[str, type[OnderzoekForm]] = {
    SoortOnderzoek.MEDEWERKER: MedewerkerForm,
    SoortOnderzoek.GEZIN: GezinForm,
    SoortOnderzoek.DATALEK: DatalekForm,
    SoortOnderzoek.OPVALLEND: OnderzoekForm,
}
