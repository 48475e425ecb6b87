"""Which ladder the region goes by (E8)."""

from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import RuleError
from escalatie.geldig import bezwaren
from escalatie.models import Escalatiemodel


@transaction.atomic
def neem_ladder_in_gebruik(naam: str) -> Escalatiemodel:
    """What gets stuck from now on goes by the last version of this ladder; what runs keeps its own (E8).

    Raises RuleError when there is none of that name, or with what is wrong with it.
    """
    model = Escalatiemodel.objects.filter(naam=naam).order_by("-versie").first()
    if model is None:
        namen = ", ".join(sorted(set(Escalatiemodel.objects.values_list("naam", flat=True))))
        raise RuleError(_("Deze ladder is er niet. Wel: %(namen)s.") % {"namen": namen})
    if fouten := bezwaren(model):
        raise RuleError(" ".join(fouten))
    Escalatiemodel.objects.filter(actief=True).exclude(pk=model.pk).update(actief=False)
    model.actief = True
    model.save(update_fields=["actief"])
    return model
