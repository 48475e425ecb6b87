"""What a sheet of consent says, in plain words: shown, read aloud, and kept with its hash (T1). B1."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _

from gezinnen.models import Deelnemer
from instanties.models import Leefgebied
from toestemming.models import Bereik, Toestemming, Toestemmingsgesprek, Weigering
from toestemming.namen import Namen
from woorden.tijdwoorden import DAGEN, MAANDEN


def over_in_woorden(leefgebied: str, over: Deelnemer | None) -> str:
    """What something is about: "school en onderwijs, over Sanne"."""
    wie = over.naam if over else _("het gezin samen")
    return _("%(gebied)s, over %(wie)s") % {"gebied": Leefgebied(leefgebied).label, "wie": wie}


def onderwerp_in_woorden(regel: Toestemming) -> str:
    """What a line is about."""
    return over_in_woorden(regel.leefgebied, regel.over)


def betrokkene_in_woorden(wie: Deelnemer, namen: Namen | None = None) -> str:
    """A betrokkene with the instelling, or what he or she is to the family. `namen`: as this reader may read it (X5)."""
    if namen is None:
        waar = str(wie.instelling) if wie.instelling else wie.relatie_tot_gezin
    else:
        waar = namen.van(wie.instelling) if wie.instelling else namen.rol(wie)
    return f"{wie.naam} ({waar})" if waar else wie.naam


def ontvanger_in_woorden(regel: Toestemming | Weigering, namen: Namen | None = None) -> str:
    """Who may know it. `namen`: as this reader may read it (X5); None: as the coordinator does."""
    if regel.ontvanger_instelling:
        naam = namen.van(regel.ontvanger_instelling) if namen else str(regel.ontvanger_instelling)
        return _("iedereen van %(instelling)s die meedoet") % {"instelling": naam}
    if regel.ontvanger is None:
        raise ValueError("a line has a receiver")
    return betrokkene_in_woorden(regel.ontvanger, namen)


def nee_in_woorden(weigering: Weigering) -> str:
    """What a 'no' is about. Says neither 'u' nor 'je'."""
    if weigering.bereik == Bereik.IEDEREEN:
        over = _("iedereen over wie %(naam)s beslist") % {"naam": weigering.wie.naam}
    else:
        over = weigering.over.naam if weigering.over else _("het gezin samen")
    gebied = weigering.get_leefgebied_display() or _("alles")
    return _("%(gebied)s, over %(wie)s") % {"gebied": gebied, "wie": over}


def per_ontvanger(regels: Iterable[Toestemming]) -> dict[str, list[Toestemming]]:
    """The lines by who may know it, in the order in which they are given."""
    gevonden: dict[str, list[Toestemming]] = defaultdict(list)
    for regel in regels:
        gevonden[ontvanger_in_woorden(regel)].append(regel)
    return dict(gevonden)


def aanhef(gesprek: Toestemmingsgesprek) -> str:
    """What it is for."""
    return _("Waarvoor delen we dit? %(doel)s") % {"doel": gesprek.doel}


def slot(gesprek: Toestemmingsgesprek) -> list[str]:
    """Until when, and what somebody must know before signing. Says neither 'u' nor 'je': everybody reads the same."""
    dag = gesprek.geldig_tot
    return [
        _("Dit geldt tot en met %(weekdag)s %(dag)s %(maand)s %(jaar)s.")
        % {"weekdag": DAGEN[dag.weekday()], "dag": dag.day, "maand": MAANDEN[dag.month - 1], "jaar": dag.year},
        _("Nee zeggen mag. Later stoppen mag ook, met alles of met een deel. De hulp gaat dan gewoon door."),
        _("Het gezin ziet zelf altijd het eigen plan, en wie erin heeft gekeken."),
    ]


def tekst_van(gesprek: Toestemmingsgesprek, regels: Iterable[Toestemming]) -> str:
    """The whole text of a sheet."""
    delen = [
        aanhef(gesprek),
        "",
        *(
            _("%(wie)s mag weten: %(wat)s.")
            % {"wie": wie, "wat": "; ".join(onderwerp_in_woorden(regel) for regel in lijst)}
            for wie, lijst in per_ontvanger(regels).items()
        ),
        "",
        *slot(gesprek),
    ]
    return "\n".join(delen)
