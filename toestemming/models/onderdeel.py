"""What a part of a plan carries, so that zicht can say who sees it (T3)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from instanties.models import Leefgebied


class Onderdeel(models.Model):
    """A part of a plan. What it is about, and about whom, decides who sees it (zicht).

    `over_wie` holds ids of gezinsleden. Empty: about the family that lives together in the main household.
    """

    leefgebieden = ArrayField(
        models.CharField(max_length=20, choices=Leefgebied),
        verbose_name=_("waar gaat het over"),
        default=list,
        blank=True,
    )
    over_wie = ArrayField(models.UUIDField(), verbose_name=_("over wie gaat het"), default=list, blank=True)
    # As toestemming/onderwerpen.py makes them of the two above, kept up by the database: what the filter of zicht reads.
    onderwerpen = models.GeneratedField(
        expression=models.Func(models.F("leefgebieden"), models.F("over_wie"), function="toestemming_onderwerpen"),
        output_field=ArrayField(models.TextField()),
        db_persist=True,
    )

    class Meta:
        abstract = True
