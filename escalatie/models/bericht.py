"""What managers and officials read, after the family has read it."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from escalatie.models.stagnatie import Stagnatie
from gezinnen.models import Deelnemer, geschiedenis
from instanties.models import Gebruiker


@geschiedenis
class Escalatiebericht(models.Model):
    """What managers and officials read: what was agreed, what is missing, what is asked; with the family's view (E13).

    It goes only after the family has read it (`vrijgegeven_op`); until then they see number, own afspraak and dates. What
    the family read before the coordinator wrote it anew is kept in its history (G7).

    With it goes the goal, as it stood when it was laid before the family: what became of the goal since, and whom it is
    about since, those outside read after the family has read that too.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stagnatie = models.OneToOneField(Stagnatie, on_delete=models.CASCADE, related_name="escalatiebericht")
    afgesproken = models.CharField(_("wat was er afgesproken"), max_length=2000)
    ontbreekt = models.CharField(_("wat ontbreekt er"), max_length=2000)
    gevraagd = models.CharField(_("wat vragen wij van u"), max_length=2000)
    doel = models.CharField(_("doel"), max_length=500, blank=True)
    over_wie = ArrayField(models.UUIDField(), default=list, blank=True)
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    voorgelegd_op = models.DateTimeField()
    visie_gezin = models.CharField(_("hoe ziet het gezin dit"), max_length=2000, blank=True)
    vrijgegeven_op = models.DateTimeField(null=True, blank=True)
    vrijgegeven_door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # How the family read it: on its own account, or together with the coordinator.
    hoe_gelezen = models.CharField(max_length=200, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("escalatiebericht")
        verbose_name_plural = _("escalatieberichten")

    def __str__(self) -> str:
        return self.ontbreekt[:60]

    @property
    def is_vrijgegeven(self) -> bool:
        return self.vrijgegeven_op is not None

    def gaat_over(self, stagnatie: Stagnatie) -> bool:
        """Whether what is stuck is still about those about whom this was laid before the family; nobody: all of it."""
        return set(self.over_wie) == set(stagnatie.doel.over_wie if stagnatie.doel else ())


@geschiedenis
class Berichtlezing(models.Model):
    """That one of those who must say yes to sharing it (T2) has read this text of the message: it goes when all have.

    By the own account; with the coordinator, or by the privacy officer in the place of whom a safety flag concerns, and
    then `hoe` says how.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bericht = models.ForeignKey(Escalatiebericht, on_delete=models.CASCADE, related_name="lezingen")
    versie = models.PositiveIntegerField()
    wie = models.ForeignKey(Deelnemer, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    hoe = models.CharField(_("hoe is het gelezen"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("lezing van een escalatiebericht")
        constraints = [
            models.UniqueConstraint(fields=["bericht", "versie", "wie"], name="bericht_een_keer_gelezen"),
        ]

    def __str__(self) -> str:
        return f"lezing {self.pk}"
