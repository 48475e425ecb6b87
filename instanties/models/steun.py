"""Who stands beside a family that meets help, and where it complains: what every page for families can say (S27)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

# The vertrouwenspersoon of the whole country: what a region says that says nothing else.
JEUGDSTEM = "Jeugdstem, www.jeugdstem.nl"


def _wie(woorden: Any, meestal: str = "") -> models.CharField:
    return models.CharField(
        woorden,
        max_length=200,
        blank=True,
        default=meestal,
        db_default=meestal,
        help_text=_("Een naam, en een nummer of adres. Leeg: het gezin leest hier niets over."),
    )


class Steun(models.Model):
    """Each a name and how to reach it; empty is not shown."""

    vertrouwenspersoon = _wie(_("vertrouwenspersoon voor ouders en jongeren"), JEUGDSTEM)
    clientondersteuner = _wie(_("cliëntondersteuner"))
    klacht = _wie(_("waar een gezin een klacht vertelt"))

    class Meta:
        abstract = True
