"""The sheet at the table: what for, who may know what, until when (T1). Nothing is ticked beforehand."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import clock
from core.errors import RuleError
from core.forms import Form
from instanties.models import Leefgebied
from termijnen.kalender import huidige_kalender, verloopt_op
from toestemming import onderwerpen
from toestemming.actions import Gespreksgegevens, Toestemmingskeuze
from toestemming.keuzes import Groep
from toestemming.teksten import over_in_woorden
from woorden.duur import Duur
from woorden.getypt import lees_termijn
from woorden.tijdwoorden import laatste_dag
from woorden.velden import DatumVeld


@dataclass
class Groepvelden:
    """The controls of one betrokkene."""

    groep: Groep
    regels: forms.BoundField | None
    gebieden: forms.BoundField
    wie: forms.BoundField

    @property
    def open(self) -> bool:
        """Whether 'ook iets anders' stands open: something was chosen there."""
        return bool(self.gebieden.value() or self.wie.value() or self.gebieden.errors or self.wie.errors)


class EinddagVeld(DatumVeld):
    """A day to come, also as a length: 'over 1 jaar', '6 maanden'."""

    def lees(self, tekst: str) -> date:
        nu, kalender = clock.now(), huidige_kalender()
        try:
            gelezen = lees_termijn(tekst, nu, kalender)
        except RuleError:
            return super().lees(tekst)
        return laatste_dag(verloopt_op(nu, gelezen, kalender)) if isinstance(gelezen, Duur) else gelezen


class GesprekForm(Form):
    """One purpose and its lines."""

    doel = forms.CharField(
        label=gettext_lazy("Waarvoor delen we dit?"),
        help_text=gettext_lazy("In gewone woorden. Bijvoorbeeld: zodat de school weet hoe zij Sanne kan helpen."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    gehouden_op = DatumVeld(label=gettext_lazy("Wanneer is dit besproken?"), terug=True)
    geldig_tot = EinddagVeld(
        label=gettext_lazy("Tot en met welke dag?"),
        help_text=gettext_lazy("Bijvoorbeeld: over 1 jaar. Daarna bespreekt u het opnieuw."),
    )
    ook_collegas = forms.BooleanField(
        label=gettext_lazy("Ook hun collega’s die meedoen"),
        help_text=gettext_lazy(
            "Dan geldt wat u aanvinkt voor iedereen van dezelfde instelling die bij dit plan hoort."
        ),
        required=False,
    )

    def __init__(self, *args: Any, groepen: Sequence[Groep], gezinsleden: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._groepen, self._gezinsleden = groepen, gezinsleden
        for groep in groepen:
            sleutel = groep.wie.pk
            if groep.mogelijk:
                self.fields[f"regels_{sleutel}"] = _vinkjes(groep.naam, list(groep.mogelijk.items()))
            self.fields[f"gebieden_{sleutel}"] = _vinkjes(_("Waarover?"), Leefgebied.choices)
            self.fields[f"wie_{sleutel}"] = _vinkjes(_("Over wie?"), list(gezinsleden.items()))

    @property
    def groepen(self) -> list[Groepvelden]:
        """The controls, one set for each betrokkene."""
        return [
            Groepvelden(
                groep,
                self[f"regels_{groep.wie.pk}"] if groep.mogelijk else None,
                self[f"gebieden_{groep.wie.pk}"],
                self[f"wie_{groep.wie.pk}"],
            )
            for groep in self._groepen
        ]

    def clean(self) -> dict[str, Any]:
        """Say at the field itself what is half chosen, asked already, or not chosen at all."""
        gegevens = super().clean() or self.cleaned_data
        iets = False
        for groep in self._groepen:
            gebieden, wie = gegevens.get(f"gebieden_{groep.wie.pk}"), gegevens.get(f"wie_{groep.wie.pk}")
            if gebieden and not wie:
                self.add_error(f"wie_{groep.wie.pk}", _("Kies over wie dit gaat."))
            if wie and not gebieden:
                self.add_error(f"gebieden_{groep.wie.pk}", _("Kies waarover."))
            dubbel = [deel for deel in self._anders(groep) if deel in groep.gevraagd]
            if dubbel:
                self.add_error(
                    f"gebieden_{groep.wie.pk}",
                    _("Dit is al gevraagd of gegeven: %(wat)s. Laat het weg.")
                    % {"wat": "; ".join(self._woorden(deel) for deel in dubbel)},
                )
            iets = iets or bool(gebieden or wie or gegevens.get(f"regels_{groep.wie.pk}"))
        if not iets and self._groepen and not self._kiesfouten():
            self.add_error(self._eerste_keuzeveld(), _("Kies minstens één ding dat iemand mag weten."))
        return gegevens

    def gespreksgegevens(self) -> Gespreksgegevens:
        """What stands above the lines."""
        gegevens = self.cleaned_data
        return Gespreksgegevens(gegevens["doel"], gegevens["gehouden_op"], gegevens["geldig_tot"])

    def keuzes(self) -> list[Toestemmingskeuze]:
        """The ticked lines, each once."""
        gevonden = []
        for groep in self._groepen:
            delen = [*self.cleaned_data.get(f"regels_{groep.wie.pk}", []), *self._anders(groep)]
            for deel in dict.fromkeys(delen):
                gebied, over = onderwerpen.lees(deel)
                gevonden.append(Toestemmingskeuze(groep.wie.pk, gebied, over, self.cleaned_data["ook_collegas"]))
        return gevonden

    def _anders(self, groep: Groep) -> list[str]:
        gebieden = self.cleaned_data.get(f"gebieden_{groep.wie.pk}") or []
        wie = self.cleaned_data.get(f"wie_{groep.wie.pk}") or []
        return [f"{gebied}:{persoon}" for persoon in wie for gebied in gebieden]

    def _woorden(self, deel: str) -> str:
        gebied, _streep, wie = deel.partition(":")
        if wie == onderwerpen.SAMEN:
            return over_in_woorden(gebied, None)
        return f"{Leefgebied(gebied).label}, {_('over')} {self._gezinsleden.get(str(uuid.UUID(wie)), '')}"

    def _kiesfouten(self) -> bool:
        return any(naam.startswith(("regels_", "gebieden_", "wie_")) for naam in self.errors)

    def _eerste_keuzeveld(self) -> str:
        eerste = next((groep for groep in self._groepen if groep.mogelijk), None)
        return f"regels_{eerste.wie.pk}" if eerste else f"gebieden_{self._groepen[0].wie.pk}"


def _vinkjes(label: str, keuzes: Sequence[tuple[str, Any]]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        choices=keuzes,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Dit hoort niet (meer) bij dit plan. Kies opnieuw.")},
    )
