"""The one form of the practice environment."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import Form

SPRONGEN = [
    (1, _("een uur")),
    (24, _("een dag")),
    (72, _("drie dagen")),
    (168, _("een week")),
    (336, _("twee weken")),
    (720, _("dertig dagen")),
]


class SprongForm(Form):
    uren = forms.TypedChoiceField(
        label=_("Zet de klok vooruit met"),
        choices=SPRONGEN,
        coerce=int,
        initial=24,
        error_messages={"required": _("Kies hoe ver de klok vooruit gaat.")},
    )
