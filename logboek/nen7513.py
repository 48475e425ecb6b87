"""The logboek in the words of NEN 7513: every field of the norm, and where it comes from (X1). The table: docs/logboek.md.

The name of an object (`object_naam`) and `melding` stay in the table: they may hold the name of a gezinslid or words of a
professional about a family. Who needs them finds them by the number of the event.
"""

import json
from collections.abc import Callable, Sequence
from datetime import UTC

from logboek.models import Handeling, Logregel, Uitkomst

# C(reate), R(ead), U(pdate), D(elete), E(xecute).
DAADCODE = {
    Handeling.AANMAKEN: "C",
    Handeling.BEKIJKEN: "R",
    Handeling.ZOEKEN: "R",
    Handeling.AFDRUKKEN: "R",
    Handeling.EXPORTEREN: "R",
    Handeling.LOG_BEKIJKEN: "R",
    Handeling.NOODTOEGANG: "R",
    Handeling.WIJZIGEN: "U",
    Handeling.RECHTEN_WIJZIGEN: "U",
    Handeling.KLOK: "U",
    Handeling.VERWIJDEREN: "D",
}
LEVENSLOOP = {
    Handeling.AANMAKEN: "ontstaan",
    Handeling.WIJZIGEN: "wijziging",
    Handeling.KLOK: "wijziging",
    Handeling.VERWIJDEREN: "verwijdering",
    Handeling.AFDRUKKEN: "uitvoer",
    Handeling.EXPORTEREN: "uitvoer",
}


def _tekst(waarde: object) -> str:
    return "" if waarde is None else str(waarde)


def _lijst(waarden: Sequence[object]) -> str:
    return " ".join(map(str, waarden))


VELDEN: dict[str, Callable[[Logregel], str]] = {
    "EventID": lambda regel: regel.handeling,
    "EventActionCode": lambda regel: DAADCODE.get(Handeling(regel.handeling), "E"),
    "EventDateTime": lambda regel: regel.op.astimezone(UTC).isoformat(),
    "EventOutcomeIndicator": lambda regel: "0" if regel.uitkomst == Uitkomst.GELUKT else "8",
    "EventTypeCode": lambda regel: regel.url_naam or regel.bron,
    "EventNumber": lambda regel: str(regel.pk),
    "EventVisit": lambda regel: _tekst(regel.bezoek),
    "userID": lambda regel: _tekst(regel.gebruiker_id),
    "userName": lambda regel: regel.gebruiker_naam,
    "userIsRequestor": lambda regel: "true" if regel.gebruiker_id else "false",
    "roleIDCode": lambda regel: regel.rol,
    "userOrganisationID": lambda regel: _tekst(regel.instelling_id),
    "userOrganisation": lambda regel: regel.instelling_naam,
    "responsibleUserID": lambda regel: _tekst(regel.namens_id or regel.gebruiker_id),
    "responsibleUserName": lambda regel: regel.namens_naam or regel.gebruiker_naam,
    "purposeOfUse": lambda regel: regel.doel,
    "networkAccessPointTypeCode": lambda regel: "2" if regel.netwerkadres else "",
    "networkAccessPointID": lambda regel: _tekst(regel.netwerkadres),
    "objectTypeCode": lambda regel: "1" if regel.gezin_id else "2",
    "objectRole": lambda regel: regel.object_soort,
    "objectDataLifeCycle": lambda regel: LEVENSLOOP.get(Handeling(regel.handeling), "raadpleging"),
    "objectIDTypeCode": lambda regel: "plannummer" if regel.gezin_nummer else "uuid",
    "objectID": lambda regel: regel.gezin_nummer or _tekst(regel.object_id),
    "objectPartID": lambda regel: _tekst(regel.object_id),
    "objectPersons": lambda regel: _lijst(regel.over_wie),
    "objectSensitivity": lambda regel: _lijst(regel.leefgebieden),
    "objectDetail": lambda regel: _lijst(regel.onderwerpen) or json.dumps(regel.getoond, default=str),
    "permissionPolicySet": lambda regel: _lijst(regel.grondslag_ids),
    "sourceID": lambda regel: regel.bron,
    "sourceTypeCode": lambda regel: "4" if regel.bron.startswith("taak") else "3",
    "autorisatieProtocol": lambda regel: "recht en grondslag" if regel.gezin_id else "rol",
    "behandelrelatieProtocol": lambda regel: regel.rol if regel.gezin_id else "",
    "toestemmingsProfiel": lambda regel: regel.grondslag,
    "emergency": lambda regel: "true" if regel.handeling == Handeling.NOODTOEGANG else "false",
}


def velden(regel: Logregel) -> list[str]:
    """The value of each of VELDEN for one row."""
    return [waarde(regel) for waarde in VELDEN.values()]
