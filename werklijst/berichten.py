"""The inbox per family, and the form in which somebody chooses when mail comes (R2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from berichten.selectie import Inboxrij
from core.forms import Form
from gezinnen.models import Gezin
from instanties.models import BUNDELTIJDEN, Gebruiker, Mailwijze, Regio, Weekdag
from toestemming.zicht import blikken_van_lijst

GEEN = "geen"


@dataclass(frozen=True)
class Postgroep:
    """Lines of the inbox under one heading; without a heading where there is only one."""

    kop: str
    rijen: list[Inboxrij]
    dringend: bool = False


def per_gezin(rijen: Sequence[Inboxrij], gebruiker: Gebruiker) -> list[Postgroep]:
    """What can't wait on top, then each family with its newest first; named through zicht (T3)."""
    ids = {rij.bericht.gezin_id for rij in rijen if rij.url and rij.bericht.gezin_id}
    namen: dict[UUID | None, str] = {pk: _titel(blik.gezin) for pk, blik in blikken_van_lijst(gebruiker, ids).items()}
    dringend = [rij for rij in rijen if rij.dringend]
    rest: dict[str, list[Inboxrij]] = {}
    for rij in rijen:
        if not rij.dringend:
            rest.setdefault(namen.get(rij.bericht.gezin_id, _("Verder")), []).append(rij)
    groepen = [Postgroep(kop, groep) for kop, groep in rest.items()]
    if dringend:
        groepen.insert(0, Postgroep(_("Kan niet wachten"), dringend, dringend=True))
    return groepen if len(groepen) > 1 else [Postgroep("", groep.rijen, groep.dringend) for groep in groepen]


def _titel(gezin: Gezin) -> str:
    return gezin.naam if gezin.naam.lower().startswith("gezin") else _("Gezin %(naam)s") % {"naam": gezin.naam}


class InstellenForm(Form):
    """When mail comes. Whoever works for a living also says on which days; those stand in the plans too (I5)."""

    wijze = forms.ChoiceField(label=gettext_lazy("Wanneer wilt u mail?"), widget=forms.RadioSelect)
    om = forms.ChoiceField(
        label=gettext_lazy("Hoe laat komt die ene mail?"),
        help_text=gettext_lazy("Telt alleen als u kiest voor één mail per dag."),
        required=False,
    )
    werkdagen = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Op welke dagen werkt u?"),
        help_text=gettext_lazy(
            "Op andere dagen en op vrije dagen komt de mail niet. Anderen zien deze dagen ook, bij uw naam."
        ),
        choices=Weekdag.choices,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bundel = Mailwijze.BUNDEL if gebruiker.krijgt_bundel else Mailwijze.METEEN
        self.fields["wijze"].choices = [  # type: ignore[attr-defined]
            (Mailwijze.BUNDEL, _("Eén mail per dag, als er iets wacht")),
            (Mailwijze.METEEN, _("Meteen, bij elk bericht. Niet in de nacht")),
            (GEEN, _("Geen mail. Ik kijk hier zelf")),
        ]
        self.fields["wijze"].initial = bundel if gebruiker.wil_mail else GEEN
        standaard = dict(BUNDELTIJDEN).get(Regio.objects.huidige().bundel_om, "")
        self.fields["om"].choices = [  # type: ignore[attr-defined]
            ("", _("de gewone tijd: %(tijd)s") % {"tijd": standaard}),
            *((tijd.isoformat("minutes"), woorden) for tijd, woorden in BUNDELTIJDEN),
        ]
        self.fields["om"].initial = gebruiker.mail_om.isoformat("minutes") if gebruiker.mail_om else ""
        self.fields["werkdagen"].initial = gebruiker.werkdagen
        if not gebruiker.is_professional:
            del self.fields["werkdagen"]

    def keuze(self) -> dict[str, Any]:
        """What was chosen, as the account keeps it; without mail the rest stays as it was."""
        gegeven = self.cleaned_data
        velden: dict[str, Any] = {"wil_mail": gegeven["wijze"] != GEEN}
        if gegeven["wijze"] != GEEN:
            velden["mail_wijze"] = gegeven["wijze"]
        velden["mail_om"] = next(
            (tijd for tijd, _woorden in BUNDELTIJDEN if tijd.isoformat("minutes") == gegeven["om"]), None
        )
        if "werkdagen" in gegeven:
            velden["werkdagen"] = gegeven["werkdagen"]
        return velden
