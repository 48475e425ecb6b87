"""The forms of what is asked in between: an objection to a term, and what is decided about it (E7)."""

from django.utils.translation import gettext_lazy

from core.forms import Form
from escalatie.forms import tekstveld
from termijnen.velden import TermijnVeld


class BevestigForm(Form):
    """One button: nothing to type."""


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
