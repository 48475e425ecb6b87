"""Whether an action can be done: its doer says so by one button, or another writes down what was said (E2, E4, E5)."""

from django.utils.translation import gettext as _

from escalatie import forms_tussen as formulieren
from escalatie.beeld import voor_gezin
from escalatie.models import Actie
from escalatie.vakken.vak import Data, Vak, act_url, veldnamen
from escalatie.van_wie import zegt_het_zelf
from escalatie.zicht import Zicht


def actie_ja(zicht: Zicht, actie: Actie, data: Data = None) -> Vak:
    naam, zelf = f"actie-ja-{actie.pk}", zegt_het_zelf(zicht, actie)
    return Vak(
        zicht,
        naam,
        _("Ja, dat kan") if zelf else _("Er is ‘ja’ gezegd"),
        _knop(zicht) if zelf else _("Schrijf op: ja"),
        act_url(zicht, "actie_ja", actie.pk),
        formulieren.JawoordForm(data, namens=not zelf, **veldnamen(naam)),
        direct=zelf,
    )


def _knop(zicht: Zicht) -> str:
    return _("Ja, dat lukt") if voor_gezin(zicht) else _("Ja, dit doe ik")


def actie_kan_niet(zicht: Zicht, actie: Actie, data: Data = None) -> Vak:
    naam, zelf = f"actie-kan-niet-{actie.pk}", zegt_het_zelf(zicht, actie)
    return Vak(
        zicht,
        naam,
        _("Nee, dit kan niet") if zelf else _("Er is ‘kan niet’ gezegd"),
        _("Laat weten dat dit niet kan") if zelf else _("Schrijf op: kan niet"),
        act_url(zicht, "actie_kan_niet", actie.pk),
        formulieren.ActieKanNietForm(data, namens=not zelf, **veldnamen(naam)),
        uitleg=_("Wie aan zet is, hoort het meteen, en kiest een ander of iets anders."),
    )
