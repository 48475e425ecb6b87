"""The form in which a second person says yes or no to roles, many at once (I8)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import clock
from core.forms import Form
from instanties.models import FunctieVerzoek
from woorden.tijdwoorden import AMSTERDAM, dag_voluit


class AntwoordForm(Form):
    """Nothing is ticked beforehand: each is looked at."""

    JA, NEE = "ja", "nee"

    verzoeken = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Op welke rollen antwoordt u?"),
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Kies een of meer rollen."),
            "invalid_choice": gettext_lazy("Een van deze rollen wacht niet meer op uw antwoord. Kies nog eens."),
        },
    )
    # The button that was pressed.
    antwoord = forms.ChoiceField(
        choices=[(JA, gettext_lazy("ja")), (NEE, gettext_lazy("nee"))], widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, wachten: Sequence[FunctieVerzoek] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wachten = wachten
        veld: Any = self.fields["verzoeken"]
        veld.choices = [(str(rij.pk), _in_woorden(rij)) for rij in wachten]


def _in_woorden(rij: FunctieVerzoek) -> str:
    dag = dag_voluit(rij.uiterlijk_op.astimezone(AMSTERDAM).date(), clock.today())
    delen = [
        _("%(wie)s: %(rol)s (%(waar)s).") % {"wie": rij.gebruiker, "rol": rij.get_rol_display(), "waar": rij.waar},
        _("Gevraagd door %(door)s, uiterlijk %(dag)s.") % {"door": rij.door, "dag": dag},
    ]
    if rij.leidinggevende:
        delen.append(_("Leidinggevende: %(wie)s.") % {"wie": rij.leidinggevende})
    return " ".join(delen)


class JaNeeForm(Form):
    """Yes or no to one question: the button that was pressed."""

    antwoord = forms.ChoiceField(
        choices=[(AntwoordForm.JA, gettext_lazy("ja")), (AntwoordForm.NEE, gettext_lazy("nee"))],
        widget=forms.HiddenInput,
    )
