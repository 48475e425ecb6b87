"""What somebody of the family shows of the own matters to one other (T3)."""

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import Form
from gezinnen.models import Deelnemer
from gezinsplan.eigen_zaken import Zaak
from gezinsplan.models import Doel


class EigenZakenForm(Form):
    """Every own matter, unticked unless it was chosen before."""

    onderdelen = forms.TypedMultipleChoiceField(
        coerce=uuid.UUID,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": gettext_lazy("Een van de vinkjes staat niet meer in het plan. Kijk nog een keer.")
        },
    )

    def __init__(
        self, *args: Any, voor: Deelnemer, zaken: Sequence[Zaak], nu_te_zien: Iterable[uuid.UUID], **kwargs: Any
    ):
        super().__init__(*args, **kwargs)
        veld = self.fields["onderdelen"]
        veld.label = _("Wat mag %(naam)s zien?") % {"naam": voor.naam}
        groepen = (
            (_("Doelen"), [zaak for zaak in zaken if isinstance(zaak.onderdeel, Doel)]),
            (_("Afspraken"), [zaak for zaak in zaken if not isinstance(zaak.onderdeel, Doel)]),
        )
        veld.choices = [  # type: ignore[attr-defined]
            (kop, [(str(zaak.onderdeel.pk), _woorden(zaak)) for zaak in lijst]) for kop, lijst in groepen if lijst
        ]
        veld.initial = [str(deel) for deel in nu_te_zien]

    def words_for_stored(self, name: str, values: Iterable[Any]) -> dict[str, str]:
        """What was chosen before and isn't offered now: what it says may not be read here."""
        return dict.fromkeys(map(str, values), _("Eerder gekozen. Dit staat nu niet bij wat u kunt kiezen."))


def _woorden(zaak: Zaak) -> str:
    """The part in the plan's own words, what it is about, and who else must choose it."""
    tekst = f"{zaak.tekst} ({zaak.waarover})"
    if not zaak.ook:
        return tekst
    wie = _(" en ").join(lid.naam for lid in zaak.ook)
    return _("%(wat)s. Dit is pas te zien als ook %(wie)s dat kiest.") % {"wat": tekst, "wie": wie}
