"""How long there is in each step, and how long a term may be without a reason: the region's, as data (E7, E8)."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from escalatie.laddertermijnen import in_gebruik, in_woorden
from escalatie.models import Escalatiemodel
from instanties.actions import schrijf_regiowijzigingen
from instanties.models import Gebruiker
from logboek.actions import schrijf
from logboek.models import Handeling
from woorden.duur import Duur


@transaction.atomic
def leg_laddertermijnen_vast(duren: Mapping[str, Duur | None], *, door: Gebruiker | None, nu: datetime) -> None:
    """Change these lengths (by their `sleutel`) of the ladder in use, and keep what they were.

    None: this cause has no longest term of its own any more. A term that runs keeps its moment; one that begins from now on
    has the new length, in what is open too. The ladder itself, its steps and who keeps them, stays that of its version.
    What isn't of it any more is left alone.
    """
    model = Escalatiemodel.objects.select_for_update().get(actief=True)
    was = in_woorden(in_gebruik())
    for termijn in in_gebruik():
        wordt = duren.get(termijn.sleutel, termijn.duur)
        if wordt == termijn.duur:
            continue
        if wordt is None:
            termijn.rij.delete()
            continue
        termijn.wordt(wordt)
        termijn.rij.save()
    schrijf_regiowijzigingen(was, in_woorden(in_gebruik()), nu=nu, door=door)
    schrijf(Handeling.WIJZIGEN, gebruiker=door, object_soort="escalatiemodel", object_naam=str(model)[:200])
