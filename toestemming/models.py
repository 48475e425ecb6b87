"""Grounds: why someone may see information of a family (T3). First form: grounds are made by acts, never by hand."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gezinnen.models import Deelnemer, Gezin
from instanties.models import Gebruiker, Leefgebied


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

    class Meta:
        abstract = True


class SoortGrondslag(models.TextChoices):
    """The kinds of ground. A table row in a later form, so that a new law needs no new code."""

    COORDINATIE = "coordinatie", _("zorgcoördinator van dit gezin")
    RECHTSTREEKS_BETROKKEN = "rechtstreeks_betrokken", _("rechtstreeks betrokken bij de hulp")
    EIGEN_GEZIN = "eigen_gezin", _("gegevens van het eigen gezin")
    DOORZETTINGSMACHT = "doorzettingsmacht", _("doorzettingsmacht volgens het convenant")


class GrondslagQuerySet(models.QuerySet["Grondslag"]):
    def geldig(self) -> "GrondslagQuerySet":
        """Grounds in force: begun and not ended. A ground ends by an act, which closes it at once."""
        return self.filter(tot__isnull=True)


class Grondslag(models.Model):
    """Why `gebruiker` may see information of `gezin`: made and ended by acts, kept for ever (T3).

    `alles` is for the coordinator, who makes the plan. Otherwise `leefgebieden` bounds what is seen beside one's own
    share.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gezin = models.ForeignKey(Gezin, on_delete=models.CASCADE, related_name="grondslagen")
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="grondslagen")
    deelnemer = models.ForeignKey(
        Deelnemer, null=True, blank=True, on_delete=models.CASCADE, related_name="grondslagen"
    )
    soort = models.CharField(max_length=30, choices=SoortGrondslag)
    alles = models.BooleanField(default=False)
    leefgebieden = ArrayField(models.CharField(max_length=20, choices=Leefgebied), default=list, blank=True)
    # The stap that this ground belongs to (doorzettingsmacht); a uuid, for this room knows no escalatie.
    voor_object = models.UUIDField(null=True, blank=True)
    van = models.DateTimeField()
    tot = models.DateTimeField(null=True, blank=True)

    objects = GrondslagQuerySet.as_manager()

    class Meta:
        verbose_name = _("grondslag")
        indexes = [
            models.Index(fields=["gebruiker", "gezin"], condition=Q(tot__isnull=True), name="grondslag_geldig"),
            # Grounds of a step end with it.
            models.Index(
                fields=["voor_object"],
                condition=Q(tot__isnull=True, voor_object__isnull=False),
                name="grondslag_van_object",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["gezin", "gebruiker", "soort", "voor_object"],
                condition=Q(tot__isnull=True),
                nulls_distinct=False,
                name="een_geldige_grondslag_per_soort",
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="grondslag_eindigt_na_begin"
            ),
            models.CheckConstraint(
                condition=Q(alles=False) | Q(soort="coordinatie"), name="alles_alleen_voor_coordinatie"
            ),
            models.CheckConstraint(
                condition=~Q(soort="doorzettingsmacht") | Q(voor_object__isnull=False),
                name="doorzettingsmacht_hoort_bij_stap",
            ),
        ]

    def __str__(self) -> str:
        return self.get_soort_display()
