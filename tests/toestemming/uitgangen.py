"""Every way out of the system, as one reader has it: each address with each id of the family, mail, paper, file and log."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from django.core import mail
from django.db.models import Model
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from berichten.models import Bericht
from escalatie.models import Actie, Bevestiging, Oplossing, Stagnatie, Stap, Vraag
from gezinnen.models import Coordinatorschap, Deelnemer, Gezin, Huishouden
from gezinsplan import pdf
from gezinsplan.models import Afspraak, AfstemmingZonderGezin, Doel
from gezinsplan.planbeeld import planbeeld
from instanties.models import Beheermelding, Gebruiker
from logboek.models import Logregel
from tests.huis.tabellen import TABLES, Column, Path
from tests.inloggen import client_van
from tests.routes.routes import Route, modules, routes
from toestemming.models import Grondslag, Grondslagsoort, Intrekking, Toestemmingsgesprek, Veiligheidsvlag
from toestemming.zicht import blik

# The rooms with pages about a family; the rest is searched where it says something of a person: mail, file, log.
GEZIN = {"gezinsplan", "toestemming", "escalatie", "werklijst"}
# Where the texts of a family are read; every other page is asked too in the long form.
KERN = {
    "gezinsplan:gezinnen",
    "gezinsplan:plan",
    "gezinsplan:doel",
    "gezinsplan:afspraak",
    "toestemming:toestemming",
    "escalatie:stagnaties",
    "escalatie:stagnatie",
    "werklijst:mijn_werk",
    "werklijst:berichten",
}
# The name of a part of an address → whose ids are tried in it.
SLEUTELS = {
    "gezin_id": Gezin,
    "doel_id": Doel,
    "afspraak_id": Afspraak,
    "afstemming_id": AfstemmingZonderGezin,
    "deelnemer_id": Deelnemer,
    "huishouden_id": Huishouden,
    "coordinatorschap_id": Coordinatorschap,
    "gesprek_id": Toestemmingsgesprek,
    "intrekking_id": Intrekking,
    "vlag_id": Veiligheidsvlag,
    "grond_id": Grondslag,
    "soort": Grondslagsoort,
    "code": Grondslagsoort,
    "stagnatie_id": Stagnatie,
    "stap_id": Stap,
    "actie_id": Actie,
    "vraag_id": Vraag,
    "bevestiging_id": Bevestiging,
    "oplossing_id": Oplossing,
    "bericht_id": Bericht,
    "melding_id": Beheermelding,
}


class Lezer:
    """One person, and all that he or she can ask for."""

    def __init__(self, gebruiker: Gebruiker) -> None:
        self.gebruiker, self.browser = gebruiker, client_van(gebruiker)

    def bladzijden(self, gezin: Gezin, *, alle: bool = True) -> Iterator[tuple[str, str]]:
        """Each page that is given, with its address; not `alle`: those where the texts of a family stand."""
        for adres in adressen(gezin, alle=alle):
            antwoord = self.browser.get(adres)
            if antwoord.status_code == 200:
                yield adres, antwoord.content.decode()

    def papier(self, gezin: Gezin, *, echt: bool = False) -> str:
        """The plan as it is printed for this reader; `echt`: read back from the real file."""
        gezien = blik(self.gebruiker, gezin)
        if gezien is None:
            return ""
        html = pdf.html(planbeeld(gezien), op=timezone.now())
        if not echt:
            return html
        bladen = PdfReader(BytesIO(pdf.maak(html))).pages
        return " ".join(blad.extract_text() for blad in bladen).replace("\x00", "")


def adressen(gezin: Gezin, *, alle: bool = True) -> Iterator[str]:
    """Every address that gives somebody a page, by the matrix, with the ids of this family."""
    rijen = {naam: rij for module in modules().values() for naam, rij in module.RIJEN.items()}
    for route in routes():
        rij = rijen.get(route.naam)
        if (
            (alle or route.naam in KERN)
            and rij
            and rij.get is not None
            and 200 in {*rij.get.values(), rij.rest}
            and route.pakket in GEZIN
        ):
            yield from _met_ids(route, gezin)


def _met_ids(route: Route, gezin: Gezin) -> Iterator[str]:
    """The address with each id once at least, never all with all."""
    namen = re.findall(r"<\w+:(\w+)>", route.patroon)
    if set(namen) <= set(SLEUTELS):
        ids = [_ids(SLEUTELS[naam], gezin) for naam in namen]
        for nummer in range(max(map(len, ids), default=1) if all(ids) else 0):
            yield reverse(route.naam, args=[lijst[nummer % len(lijst)] for lijst in ids])


def _ids(model: type[Model], gezin: Gezin) -> list[Any]:
    alle = model._default_manager.order_by("pk")
    van = TABLES[model._meta.label].family
    if model is Gezin:
        alle = alle.filter(pk=gezin.pk)
    elif isinstance(van, Path):
        alle = alle.filter(**{van.lookup: gezin})
    elif isinstance(van, Column):
        alle = alle.filter(**{van.name: gezin.pk})
    return list(alle.values_list("pk", flat=True))


def post() -> Iterator[tuple[str, str]]:
    """All mail that went out, without the address: that is of who receives it."""
    for brief in mail.outbox:
        yield (
            f"mail aan {brief.to}",
            " ".join([brief.subject, brief.body, *(html for html, _soort in brief.alternatives)]),
        )


def logboek() -> Iterator[tuple[str, str]]:
    """All that stands in the log, row by row."""
    for rij in Logregel.objects.values():
        yield f"logboek: {rij['handeling']} {rij['object_soort']}", repr(rij)
