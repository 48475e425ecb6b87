"""How long the term of a step may be without a reason, per cause: the region's, as data (E7)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from escalatie.models.ladder import Escalatiemodel
from escalatie.models.stagnatie import Oorzaak
from woorden.duur import Duur, Eenheid


class LangsteTermijn(models.Model):
    """The longest term for one cause; `oorzaak` empty: for every cause that isn't named."""

    model = models.ForeignKey(Escalatiemodel, on_delete=models.CASCADE, related_name="langste_termijnen")
    oorzaak = models.CharField(max_length=20, choices=Oorzaak, blank=True)
    aantal = models.PositiveSmallIntegerField()
    eenheid = models.CharField(max_length=10, choices=Eenheid)

    class Meta:
        verbose_name = _("langste termijn")
        verbose_name_plural = _("langste termijnen")
        constraints = [models.UniqueConstraint(fields=["model", "oorzaak"], name="een_langste_termijn_per_oorzaak")]

    def __str__(self) -> str:
        return str(self.duur)

    @property
    def duur(self) -> Duur:
        return Duur(self.aantal, Eenheid(self.eenheid))
