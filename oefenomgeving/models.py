"""What the practice environment remembers: how far its clock is ahead, what was asked of it, and all mail."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.states import Moves


class Oefenklok(models.Model):
    """How far the practice clock is ahead of real time. Its one row also marks this database as one for practice."""

    seconden_vooruit = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="een_oefenklok")]

    def __str__(self) -> str:
        return f"{self.seconden_vooruit} s vooruit"


class SoortOpdracht(models.TextChoices):
    SPRONG = "sprong", _("De klok gaat vooruit")
    OPNIEUW = "opnieuw", _("Alles gaat terug naar het begin")


class Opdrachtstaat(models.TextChoices):
    WACHT = "wacht", _("Begint zo")
    BEZIG = "bezig", _("Bezig")
    KLAAR = "klaar", _("Klaar")
    MISLUKT = "mislukt", _("Niet gelukt")


class Opdracht(models.Model):
    """A jump in time or a fresh start, done by the worker; the page shows how far it is."""

    overgangen = Moves(
        {
            Opdrachtstaat.WACHT: {Opdrachtstaat.BEZIG},
            Opdrachtstaat.BEZIG: {Opdrachtstaat.KLAAR, Opdrachtstaat.MISLUKT},
        }
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    soort = models.CharField(max_length=10, choices=SoortOpdracht)
    staat = models.CharField(max_length=10, choices=Opdrachtstaat, default=Opdrachtstaat.WACHT)
    doel_op = models.DateTimeField(null=True, blank=True)
    gevraagd_op = models.DateTimeField(auto_now_add=True)
    begonnen_op = models.DateTimeField(null=True, blank=True)
    aantal_momenten = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["gevraagd_op"]
        constraints = [
            models.UniqueConstraint(
                models.Value(1), condition=Q(staat__in=["wacht", "bezig"]), name="een_oefenopdracht_tegelijk"
            )
        ]

    def __str__(self) -> str:
        return self.get_soort_display()

    @property
    def loopt(self) -> bool:
        return self.staat in (Opdrachtstaat.WACHT, Opdrachtstaat.BEZIG)


class Oefenbrief(models.Model):
    """A mail that would have been sent: in practice it stays here, and anyone can read it."""

    aan = models.CharField(max_length=254)
    onderwerp = models.CharField(max_length=300)
    tekst = models.TextField()
    opmaak = models.TextField(blank=True)
    op = models.DateTimeField()

    class Meta:
        ordering = ["-op", "-id"]

    def __str__(self) -> str:
        return self.onderwerp
