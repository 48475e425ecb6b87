"""A PDF of the plan, made by a worker."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.states import Moves
from gezinsplan.models.plan import Gezinsplan
from instanties.models import Gebruiker


class PdfStaat(models.TextChoices):
    WACHT = "wacht", _("Wordt zo gemaakt")
    BEZIG = "bezig", _("Wordt gemaakt")
    KLAAR = "klaar", _("Klaar")
    MISLUKT = "mislukt", _("Niet gelukt")


class PdfOpdracht(models.Model):
    """A PDF of a plan for one reader: claimed by a worker, kept for an hour, held against zicht when fetched (G9)."""

    overgangen = Moves(
        {
            PdfStaat.WACHT: {PdfStaat.BEZIG, PdfStaat.MISLUKT},
            # Taken over from a worker that died.
            PdfStaat.BEZIG: {PdfStaat.BEZIG, PdfStaat.KLAAR, PdfStaat.MISLUKT},
        }
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Gezinsplan, on_delete=models.CASCADE, related_name="pdfs")
    lezer = models.ForeignKey(Gebruiker, on_delete=models.CASCADE, related_name="+")
    # A sheet for the table: only what everyone of the main household may read.
    voor_gezin = models.BooleanField(default=False)
    staat = models.CharField(max_length=10, choices=PdfStaat, default=PdfStaat.WACHT)
    gevraagd_op = models.DateTimeField()
    begonnen_op = models.DateTimeField(null=True, blank=True)
    klaar_op = models.DateTimeField(null=True, blank=True)
    verloopt_op = models.DateTimeField()
    pogingen = models.PositiveSmallIntegerField(default=0)
    # What the reader could see when it was made; a PDF of an older view is not handed out.
    zicht_kenmerk = models.CharField(max_length=64, blank=True)
    inhoud = models.BinaryField(null=True)

    class Meta:
        indexes = [models.Index(fields=["gevraagd_op"], condition=Q(staat__in=["wacht", "bezig"]), name="pdf_te_maken")]

    def __str__(self) -> str:
        return f"pdf {self.staat}"
