"""The region's ladder as data: who keeps which step and how long there is to record actions (E8)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from woorden.duur import Duur, Eenheid
from woorden.zinnen import zin


class Houderrol(models.TextChoices):
    """Who keeps a step of the ladder."""

    COORDINATOR = "coordinator", zin(_("[zorgcoördinator]"))
    MANAGER = "manager", _("manager")
    AMBTENAAR = "ambtenaar", _("gemeenteambtenaar")


class Escalatiemodel(models.Model):
    """A region's ladder, versioned: running stagnaties keep the version they began with (E8)."""

    naam = models.CharField(max_length=100)
    versie = models.PositiveSmallIntegerField(default=1)
    actief = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("escalatiemodel")
        constraints = [
            models.UniqueConstraint(fields=["naam", "versie"], name="een_keer_dezelfde_modelversie"),
            models.UniqueConstraint(fields=["actief"], condition=Q(actief=True), name="een_actief_escalatiemodel"),
        ]

    def __str__(self) -> str:
        return f"{self.naam} ({self.versie})"


class Modelstap(models.Model):
    """One step of a ladder: who keeps it, how long there is to record actions, and which step follows (none: the last)."""

    model = models.ForeignKey(Escalatiemodel, on_delete=models.CASCADE, related_name="stappen")
    nummer = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=100)
    naam_voor_gezin = models.CharField(max_length=100)
    houderrol = models.CharField(max_length=20, choices=Houderrol)
    vastleggen_aantal = models.PositiveSmallIntegerField()
    vastleggen_eenheid = models.CharField(max_length=10, choices=Eenheid)
    # For what goes first, a crisis or safety; empty: as long as the rest.
    spoed_aantal = models.PositiveSmallIntegerField(null=True, blank=True)
    spoed_eenheid = models.CharField(max_length=10, choices=Eenheid, blank=True, default="", db_default="")
    volgende = models.OneToOneField("self", null=True, blank=True, on_delete=models.RESTRICT, related_name="vorige")

    class Meta:
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(fields=["model", "nummer"], name="een_stap_per_nummer"),
            models.CheckConstraint(
                condition=Q(spoed_aantal__isnull=True, spoed_eenheid="")
                | Q(spoed_aantal__gte=1) & ~Q(spoed_eenheid=""),
                name="spoed_heeft_aantal_en_eenheid",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        """A step is followed by a higher one of its own ladder: nobody goes round in a circle."""
        volgende = self.volgende
        if volgende is not None and (volgende.model_id != self.model_id or volgende.nummer <= self.nummer):
            raise ValidationError({"volgende": _("Kies een hogere stap van dezelfde ladder.")})

    def vastleggen(self, *, spoed: bool = False) -> Duur:
        """How long there is to record actions; `spoed`: in what goes first."""
        if spoed and self.spoed_aantal:
            return Duur(self.spoed_aantal, Eenheid(self.spoed_eenheid))
        return Duur(self.vastleggen_aantal, Eenheid(self.vastleggen_eenheid))


class Modelniveau(models.Model):
    """A level within a step, for step 3: ambtelijk, wethouder of burgemeester, via de regio (E6)."""

    modelstap = models.ForeignKey(Modelstap, on_delete=models.CASCADE, related_name="niveaus")
    nummer = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=100)
    naam_voor_gezin = models.CharField(max_length=100)
    wanneer = models.TextField()

    class Meta:
        ordering = ["nummer"]
        constraints = [models.UniqueConstraint(fields=["modelstap", "nummer"], name="een_niveau_per_nummer")]

    def __str__(self) -> str:
        return self.naam
