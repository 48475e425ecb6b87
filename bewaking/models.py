"""What the system finds when it looks at itself. Kinds, numbers and keys; never a text about a family (E9)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Zelfcontrole(models.Model):
    """One reading of all invariants. `bevindingen`: a list of {controle, aantal, ids} or, where one failed, {controle, fout}."""

    op = models.DateTimeField()
    duur_ms = models.PositiveIntegerField()
    bevindingen = models.JSONField(default=list)
    # The kinds that were found: the beheerder is told when these change.
    kenmerk = models.CharField(max_length=500, blank=True)
    alarm = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("zelfcontrole")
        verbose_name_plural = _("zelfcontroles")
        ordering = ["-op", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kenmerk="", bevindingen=[]) | ~Q(kenmerk=""), name="bevinding_heeft_kenmerk"
            )
        ]

    def __str__(self) -> str:
        return f"{self.op:%Y-%m-%d %H:%M}: {self.kenmerk or 'in orde'}"
