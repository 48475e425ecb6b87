"""How long there is in each step: the region's, as data (E7, E8)."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from escalatie.laddertermijnen import SOORTEN, in_gebruik, in_woorden
from escalatie.models import Escalatiemodel, Modelstap
from instanties.actions import schrijf_regiowijzigingen
from instanties.models import Gebruiker
from logboek.actions import schrijf
from logboek.models import Handeling
from woorden.duur import Duur


@transaction.atomic
def leg_laddertermijnen_vast(duren: Mapping[tuple[int, str], Duur], *, door: Gebruiker | None, nu: datetime) -> None:
    """Change these lengths (of a step by its id, which of them) of the ladder in use, and keep what they were.

    A term that runs keeps its moment; one that begins from now on has the new length, in what is open too. The ladder
    itself, its steps and who keeps them, stays that of its version. What isn't of it any more is left alone.
    """
    model = Escalatiemodel.objects.select_for_update().get(actief=True)
    termijnen = in_gebruik()
    was = in_woorden(termijnen)
    for termijn in termijnen:
        if (duur := duren.get((termijn.stap.pk, termijn.soort))) is not None:
            termijn.wordt(duur)
    velden = [f"{soort}_{deel}" for soort in SOORTEN for deel in ("aantal", "eenheid")]
    Modelstap.objects.bulk_update({termijn.stap.pk: termijn.stap for termijn in termijnen}.values(), velden)
    schrijf_regiowijzigingen(was, in_woorden(termijnen), nu=nu, door=door)
    schrijf(Handeling.WIJZIGEN, gebruiker=door, object_soort="escalatiemodel", object_naam=str(model)[:200])
