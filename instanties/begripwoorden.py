"""The region's own words: a row for each term that this region says in its own way (I7)."""

from typing import Any

import pghistory
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from woorden import begrippen

# Nothing that could mean something in a page, a mail or a sentence with places to fill in.
GEWONE_TEKENS = RegexValidator(
    r"\A[^\W_](?:[^\W_]|[ '’.-])*\Z", _("Gebruik alleen letters, cijfers, spaties en streepjes.")
)


class Lidwoord(models.TextChoices):
    DE = begrippen.DE, _("de")
    HET = begrippen.HET, _("het")


def _woord(naam: Any, lengte: int = 40) -> models.CharField:
    return models.CharField(naam, max_length=lengte, blank=True, validators=[GEWONE_TEKENS])


@pghistory.track(
    pghistory.InsertEvent(level=pghistory.Statement),
    pghistory.UpdateEvent(level=pghistory.Statement),
    pghistory.DeleteEvent(level=pghistory.Statement),
)
class Begripwoord(models.Model):
    """How this region says one term, and what it means by it. An empty field is the default of woorden/begrippen.py."""

    sleutel = models.CharField(max_length=40, unique=True)
    woord = _woord(_("woord"))
    meervoud = _woord(_("meervoud"))
    lidwoord = models.CharField(_("de of het"), max_length=3, choices=Lidwoord, blank=True)
    voor_gezin = _woord(_("woord voor gezinnen"), 60)
    uitleg = models.CharField(_("wat het betekent"), max_length=400, blank=True)
    wie_doet_wat = models.CharField(_("wie doet wat"), max_length=400, blank=True)
    vastgesteld_op = models.DateField(_("vastgesteld op"), null=True, blank=True)

    class Meta:
        ordering = ["sleutel"]
        verbose_name = "begripwoord"

    def __str__(self) -> str:
        return self.woord or self.sleutel
