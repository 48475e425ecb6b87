"""The form in which an absence is recorded or changed."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import Form
from instanties.afwezig import collegas
from instanties.models import Gebruiker
from woorden.velden import DatumVeld


def _dag(label: Any, hulp: Any) -> DatumVeld:
    return DatumVeld(label=label, help_text=hulp, error_messages={"required": gettext_lazy("Kies een dag.")})


class VervangingForm(Form):
    van = _dag(gettext_lazy("Eerste dag"), gettext_lazy("Bijvoorbeeld: vandaag, 27-4-2027 of over 2 weken."))
    tot_en_met = _dag(gettext_lazy("Laatste dag"), gettext_lazy("Op deze dag is de vervanger er nog."))
    vervanger = forms.ChoiceField(label=gettext_lazy("Wie vervangt?"), required=False)

    def __init__(self, *args: Any, wie: Gebruiker, door: Gebruiker, nieuw: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._collegas = {str(mens.pk): mens for mens in collegas(wie, door)}
        veld = self.fields["vervanger"]
        veld.choices = [("", _("Ik noem niemand")), *self._collegas.items()]  # type: ignore[attr-defined]
        veld.help_text = _(
            "Een collega die daar hetzelfde werk doet. Die ziet en doet op deze dagen wat hier ligt, en niet meer. Noemt u "
            "niemand? Dan vervangt de leidinggevende, als die zelf zulk werk doet. Anders leest niemand het plan."
        )
        if not nieuw:
            del self.fields["van"]

    def words_for_stored(self, name: str, values: Iterable[Any]) -> dict[str, str]:
        """Who was named and can't stand in any more: it is said, and another is chosen by whoever saves this."""
        self._collegas |= {str(mens.pk): mens for mens in Gebruiker.objects.filter(pk__in=values)}
        return {
            pk: _("%(naam)s (kan niet meer vervangen)") % {"naam": self._collegas[pk].naam} for pk in map(str, values)
        }

    def clean_vervanger(self) -> Gebruiker | None:
        return self._collegas.get(self.cleaned_data["vervanger"])
