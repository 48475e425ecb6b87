"""Looking back on a goal, and what people say about a part of the plan (G6, G14)."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gezinnen.models import Deelnemer
from gezinsplan.models.afspraak import Afspraak
from gezinsplan.models.plan import Doel
from instanties.models import Gebruiker


class Evaluatie(models.Model):
    """At the end of a term: was it done as agreed, did it help, are we on the right road (G6)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    doel = models.ForeignKey(Doel, on_delete=models.CASCADE, related_name="evaluaties")
    volgens_afspraak = models.BooleanField(_("is alles gedaan zoals afgesproken"))
    bereikt = models.BooleanField(_("is het doel bereikt"))
    waarom = models.CharField(_("hoe komt dat"), max_length=1000, blank=True)
    vervolg = models.CharField(_("wat doen we nu"), max_length=1000, blank=True)
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    # For whom it was said or done by standing in, at that moment (I6).
    namens = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        verbose_name = _("evaluatie")
        ordering = ["op"]

    def __str__(self) -> str:
        return f"evaluatie {self.op:%Y-%m-%d}"


class Reactie(models.Model):
    """What someone says about a goal or an afspraak; seen by whoever sees that part (G14)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    doel = models.ForeignKey(Doel, null=True, blank=True, on_delete=models.CASCADE, related_name="reacties")
    afspraak = models.ForeignKey(Afspraak, null=True, blank=True, on_delete=models.CASCADE, related_name="reacties")
    door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # Instead of an account: a doer without one, who said it by a one-time link (G17).
    door_deelnemer = models.ForeignKey(Deelnemer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # For whom it was said or done by standing in, at that moment (I6).
    namens = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    tekst = models.CharField(_("uw reactie"), max_length=1000)
    op = models.DateTimeField()

    class Meta:
        verbose_name = _("reactie")
        ordering = ["op"]
        constraints = [
            models.CheckConstraint(
                condition=Q(doel__isnull=False, afspraak__isnull=True) | Q(doel__isnull=True, afspraak__isnull=False),
                name="reactie_hoort_bij_doel_of_afspraak",
            ),
            models.CheckConstraint(
                condition=Q(door__isnull=False, door_deelnemer__isnull=True)
                | Q(door__isnull=True, door_deelnemer__isnull=False),
                name="reactie_is_van_iemand",
            ),
        ]

    def __str__(self) -> str:
        return self.tekst[:40]

    @property
    def spreker(self) -> Gebruiker | Deelnemer | None:
        """Who said it."""
        return self.door or self.door_deelnemer
