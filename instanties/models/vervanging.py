"""Who is away, from when to when, and who was named to stand in (I6)."""

import uuid
from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from instanties.models.organisaties import Gebruiker


class VervangingQuerySet(models.QuerySet["Vervanging"]):
    def geldig(self) -> "VervangingQuerySet":
        """Those that weren't withdrawn."""
        return self.filter(ingetrokken_op__isnull=True)

    def op(self, dag: date) -> "VervangingQuerySet":
        """Those in force on this day (in the Netherlands)."""
        return self.geldig().filter(van__lte=dag, tot_en_met__gte=dag)


class Vervanging(models.Model):
    """That somebody is away, from one day to another, and who stands in (I6). No overdracht: nothing changes hands.

    Of the person, not of one function: who is away, is away everywhere. `vervanger` empty: nobody was named, and the
    rules of `instanties/vervanging.py` say who it falls to.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wie = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="vervangingen")
    vervanger = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="vervangt")
    van = models.DateField(_("eerste dag"))
    tot_en_met = models.DateField(_("laatste dag"))
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(Gebruiker, null=True, on_delete=models.PROTECT, related_name="+")
    # Who for somebody else named another or nobody, made it longer or ended it, the last one last.
    door_anderen = ArrayField(models.UUIDField(), default=list, db_default=[], blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    objects = VervangingQuerySet.as_manager()

    class Meta:
        ordering = ["van"]
        verbose_name = _("vervanging")
        indexes = [
            models.Index(
                fields=["tot_en_met", "van"], condition=Q(ingetrokken_op__isnull=True), name="vervanging_geldig"
            )
        ]
        constraints = [
            models.CheckConstraint(condition=Q(van__lte=F("tot_en_met")), name="vervanging_eindigt_niet_voor_begin"),
            models.CheckConstraint(condition=~Q(wie=F("vervanger")), name="niemand_vervangt_zichzelf"),
            ExclusionConstraint(
                name="niemand_twee_keer_tegelijk_afwezig",
                expressions=[
                    ("wie", RangeOperators.EQUAL),
                    (
                        Func(
                            "van",
                            "tot_en_met",
                            RangeBoundary(inclusive_lower=True, inclusive_upper=True),
                            function="DATERANGE",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(ingetrokken_op__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.wie}, {self.van} t/m {self.tot_en_met}"

    @property
    def door_wie_anders(self) -> list[uuid.UUID]:
        """Who recorded this for somebody else, or had a hand in it: never gets a plan by it (I8). The last one last."""
        return [pk for pk in (self.gemaakt_door_id, *self.door_anderen) if pk and pk != self.wie_id]
