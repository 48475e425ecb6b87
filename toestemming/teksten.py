"""What a sheet of consent says, in plain words: shown, read aloud, and kept with its hash (T1). B1."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _

from core.tijdwoorden import DAGEN, MAANDEN
from toestemming.models import Toestemming, Toestemmingsgesprek


def onderwerp_in_woorden(regel: Toestemming) -> str:
    """What a line is about: "school en onderwijs, over Sanne"."""
    over = regel.over.naam if regel.over else _("het gezin samen")
    return _("%(gebied)s, over %(wie)s") % {"gebied": regel.get_leefgebied_display(), "wie": over}


def ontvanger_in_woorden(regel: Toestemming) -> str:
    """Who may know it."""
    if regel.ontvanger_instelling:
        return _("iedereen van %(instelling)s die meedoet") % {"instelling": regel.ontvanger_instelling}
    ontvanger = regel.ontvanger
    if ontvanger is None:
        raise ValueError("a line has a receiver")
    waar = str(ontvanger.instelling) if ontvanger.instelling else ontvanger.relatie_tot_gezin
    return f"{ontvanger.naam} ({waar})" if waar else ontvanger.naam


def per_ontvanger(regels: Iterable[Toestemming]) -> dict[str, list[Toestemming]]:
    """The lines by who may know it, in the order in which they are given."""
    gevonden: dict[str, list[Toestemming]] = defaultdict(list)
    for regel in regels:
        gevonden[ontvanger_in_woorden(regel)].append(regel)
    return dict(gevonden)


def tekst_van(gesprek: Toestemmingsgesprek, regels: Iterable[Toestemming]) -> str:
    """The whole text of a sheet."""
    dag = gesprek.geldig_tot
    delen = [
        _("Waarvoor delen we dit? %(doel)s") % {"doel": gesprek.doel},
        "",
        *(
            _("%(wie)s mag weten: %(wat)s.")
            % {"wie": wie, "wat": "; ".join(onderwerp_in_woorden(regel) for regel in lijst)}
            for wie, lijst in per_ontvanger(regels).items()
        ),
        "",
        _("Dit geldt tot en met %(weekdag)s %(dag)s %(maand)s %(jaar)s.")
        % {"weekdag": DAGEN[dag.weekday()], "dag": dag.day, "maand": MAANDEN[dag.month - 1], "jaar": dag.year},
        _("U mag nee zeggen. U mag later stoppen, met alles of met een deel. U krijgt dan nog steeds hulp."),
        _("U ziet zelf altijd uw eigen plan, en wie erin heeft gekeken."),
    ]
    return "\n".join(delen)
