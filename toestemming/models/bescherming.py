"""What is kept from somebody within the plan, and what somebody chose to show (T3, X5)."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gezinnen.models import Deelnemer, Gezin, geschiedenis
from instanties.models import Gebruiker
from termijnen.models import Termijn


@geschiedenis
class Veiligheidsvlag(models.Model):
    """What is about `over_wie` isn't shown to `voor_wie`, who never reads that this is so (T3, X5).

    Set by a professional, with a reason and a day on which it is looked at again. It ends by an act only.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gezin = models.ForeignKey(Gezin, on_delete=models.CASCADE, related_name="veiligheidsvlaggen")
    voor_wie = models.ForeignKey(Deelnemer, on_delete=models.CASCADE, related_name="+")
    over_wie = ArrayField(models.UUIDField())
    reden = models.CharField(_("waarom"), max_length=1000)
    van = models.DateTimeField()
    gezet_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    termijn = models.OneToOneField(Termijn, on_delete=models.PROTECT, related_name="vlag_herzien")
    tot = models.DateTimeField(null=True, blank=True)
    opgeheven_door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    waarom_opgeheven = models.CharField(_("waarom niet meer nodig"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("veiligheidsvlag")
        indexes = [models.Index(fields=["gezin"], condition=Q(tot__isnull=True), name="vlag_van_gezin")]
        constraints = [
            models.CheckConstraint(condition=~Q(reden="") & ~Q(over_wie=[]), name="vlag_zegt_waarom_en_over_wie"),
            models.CheckConstraint(
                condition=Q(tot__isnull=True, waarom_opgeheven="") | Q(tot__gte=F("van")) & ~Q(waarom_opgeheven=""),
                name="opgeheven_vlag_zegt_waarom",
            ),
        ]

    def __str__(self) -> str:
        return f"vlag {self.van:%Y-%m-%d}"


@geschiedenis
class Deelkeuze(models.Model):
    """`van` lets `voor` see one part of the plan that is about his or her own matters (T3).

    An adult towards a child; somebody of sixteen or seventeen towards a parent.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gezin = models.ForeignKey(Gezin, on_delete=models.CASCADE, related_name="deelkeuzes")
    van = models.ForeignKey(Deelnemer, on_delete=models.CASCADE, related_name="deelt")
    voor = models.ForeignKey(Deelnemer, on_delete=models.CASCADE, related_name="krijgt_te_zien")
    onderdeel = models.UUIDField()
    op = models.DateTimeField()
    tot = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("keuze om te delen")
        indexes = [models.Index(fields=["gezin"], condition=Q(tot__isnull=True), name="deelkeuze_van_gezin")]
        constraints = [
            models.UniqueConstraint(
                fields=["van", "voor", "onderdeel"], condition=Q(tot__isnull=True), name="een_keer_gekozen"
            ),
            models.CheckConstraint(condition=~Q(van=F("voor")), name="niemand_deelt_met_zichzelf"),
        ]

    def __str__(self) -> str:
        return f"deelt {self.onderdeel}"
