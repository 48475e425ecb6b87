"""What is said when an afspraak is asked: I do this, I can't, or who said yes (T3, G17)."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import Form
from gezinsplan import hulp
from gezinsplan.forms.afspraak import RedenForm
from gezinsplan.models import Afspraak
from gezinsplan.planbeeld import Planbeeld

HOE_GEZEGD_HULP = _("Bijvoorbeeld: gebeld op maandag, of gehoord tijdens huisbezoek.")


class DoeIkForm(Form):
    """I do this; for a doer without account, with how that is known (G17)."""

    hoe_gezegd = forms.CharField(label=_("Hoe is dat bekend?"), help_text=HOE_GEZEGD_HULP)

    def __init__(self, *args: Any, namens: Sequence[str] = (), **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "doe_%s")
        super().__init__(*args, **kwargs)
        if not namens:
            del self.fields["hoe_gezegd"]


def kan_niet_form(data: Any = None) -> RedenForm:
    """I can't do this, and why."""
    return RedenForm(data, label=_("Waarom kan dat niet?"), auto_id="kan_niet_%s")


class JaForm(Form):
    """Who said yes, recorded by the coordinator."""

    wie = forms.TypedMultipleChoiceField(
        label=_("Wie zei ja?"),
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies wie ja heeft gezegd.")},
    )
    hoe_gezegd = forms.CharField(label=_("Hoe is dat gezegd?"), help_text=HOE_GEZEGD_HULP)

    def __init__(self, *args: Any, afspraak: Afspraak, ja: Collection[UUID], **kwargs: Any) -> None:
        """`ja`: the doers who said so already."""
        kwargs.setdefault("auto_id", "ja_%s")
        super().__init__(*args, **kwargs)
        self.fields["wie"].choices = [
            (wie.pk, hulp.naam_en_rol(wie))
            for wie in afspraak.uitvoerders.all()
            if wie.pk not in ja and wie.gestopt_op is None
        ]

    @property
    def valt_te_kiezen(self) -> bool:
        """Whether there is a doer who hasn't said yes."""
        return bool(self.fields["wie"].choices)


class StartForm(Form):
    """Who sat at the table and says yes, when the plan starts. Nobody is ticked beforehand."""

    iedereen = forms.BooleanField(label=_("Iedereen die iets doet, zat aan tafel en zegt ja"), required=False)
    zeiden_ja = forms.TypedMultipleChoiceField(
        label=_("Of alleen deze mensen"),
        coerce=UUID,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Wie u niet aanvinkt, krijgt zelf de vraag als dat nodig is."),
    )

    def __init__(self, *args: Any, beeld: Planbeeld, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "start_%s")
        super().__init__(*args, **kwargs)
        doen = {wie.pk: wie for afspraak in beeld.afspraken for wie in afspraak.uitvoerders.all()}
        self.fields["zeiden_ja"].choices = [
            (wie.pk, hulp.naam_en_rol(wie)) for wie in doen.values() if wie.gestopt_op is None
        ]

    @property
    def valt_te_kiezen(self) -> bool:
        """Whether anybody does something."""
        return bool(self.fields["zeiden_ja"].choices)

    def aan_tafel(self) -> list[UUID] | None:
        """The doers who said yes; None: all of them."""
        return None if self.cleaned_data["iedereen"] else self.cleaned_data["zeiden_ja"]
