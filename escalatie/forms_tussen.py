"""The forms of what is asked in between: an objection to a term, and what is decided about it (E7)."""

from typing import Any

from django.utils.translation import gettext_lazy

from core.forms import Form
from escalatie.forms import kort_veld, tekstveld
from termijnen.velden import TermijnVeld


class BevestigForm(Form):
    """One button: nothing to type."""


class JawoordForm(Form):
    """Yes to an action; who writes down what the doer said, says how that was heard (E4)."""

    hoe = kort_veld(
        gettext_lazy("Hoe hebt u dit gehoord?"),
        gettext_lazy("Bijvoorbeeld: dinsdag aan de telefoon."),
        nodig=gettext_lazy("Schrijf hoe u dit hebt gehoord."),
    )

    def __init__(self, *args: Any, namens: bool = False, **kwargs: Any) -> None:
        """`namens`: another than the doer writes it down."""
        super().__init__(*args, **kwargs)
        if not namens:
            del self.fields["hoe"]


class ActieKanNietForm(JawoordForm):
    """'Kan niet', in one sentence (E4)."""

    reden = tekstveld(
        gettext_lazy("Waarom kan het niet?"), rijen=2, nodig=gettext_lazy("Schrijf in een zin waarom dit niet kan.")
    )
    field_order = ("reden", "hoe")


class BezwaarForm(Form):
    """'Dit duurt te lang', in one sentence (E7)."""

    tekst = tekstveld(
        gettext_lazy("Waarom duurt dit te lang?"), rijen=2, nodig=gettext_lazy("Schrijf waarom dit te lang duurt.")
    )


class BezwaarBesluitForm(Form):
    """A shorter term, or the reason why it stays (E7)."""

    termijn = TermijnVeld(
        label=gettext_lazy("Nieuwe, kortere termijn"),
        help_text=gettext_lazy("Laat dit leeg als de termijn blijft zoals hij is."),
        required=False,
    )
    uitleg = tekstveld(
        gettext_lazy("Waarom beslist u dit?"),
        gettext_lazy("Iedereen die meedoet, krijgt dit te lezen."),
        rijen=2,
        nodig=gettext_lazy("Schrijf waarom u dit zo beslist."),
    )
