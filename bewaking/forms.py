"""The form with which a held clock is let go."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import Form

WEL, NIET = "wel", "niet"


class LoslatenForm(Form):
    """Why, and what to do with mails that may have gone out before the copy was put back."""

    mails = forms.ChoiceField(
        label=gettext_lazy("Mails die al klaarstonden"),
        widget=forms.RadioSelect,
        choices=(
            (NIET, gettext_lazy("Niet versturen: ze zijn waarschijnlijk al verstuurd. De berichten blijven te lezen.")),
            (WEL, gettext_lazy("Wel versturen: dan kan iemand een mail twee keer krijgen.")),
        ),
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom kan de klok weer lopen?"),
        max_length=200,
        help_text=gettext_lazy("Dit komt in het logboek. Schrijf er niets in over een gezin."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, klaarstaand: int, tot: datetime | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tot = tot
        if not klaarstaand or tot is None:
            del self.fields["mails"]
            return
        self.fields["mails"].help_text = _("Wat de klok nu nog gaat doen, krijgt altijd een nieuwe mail.")

    @property
    def mails_voor(self) -> datetime | None:
        """Of what was told before this moment no mail is sent; None: all are sent."""
        return self.tot if self.cleaned_data.get("mails") == NIET else None
