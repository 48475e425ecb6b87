"""Speaking about a family without the family being there: the exception, with its reason and its consent (T4)."""

import uuid
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gezinnen.models import Deelnemer, Gezin
from gezinsplan.models.plan import in_zicht
from instanties.models import Gebruiker, Instelling
from toestemming.models import Onderdeel

if TYPE_CHECKING:
    from toestemming.filters import Filters


class Afstemreden(models.TextChoices):
    SNELLER = "sneller", _("zo ging het sneller")
    ONTLAST = "ontlast", _("het gezin hoefde het even niet zelf te regelen")
    SPOED = "spoed", _("het had haast")
    ANDERS = "anders", _("een andere reden")


class Gezinsantwoord(models.TextChoices):
    NOG_NIET = "nog_niet", _("Nog niet gevraagd")
    JA = "ja", _("Het gezin zei ja")
    NEE = "nee", _("Het gezin wilde dit liever niet")


class Antwoordwijze(models.TextChoices):
    MONDELING = "mondeling", _("in een gesprek")
    TELEFOON = "telefoon", _("aan de telefoon")
    BERICHT = "bericht", _("in een bericht")


class AfstemmingQuerySet(models.QuerySet["AfstemmingZonderGezin"]):
    def zichtbaar_voor(self, blik: "Filters") -> "AfstemmingQuerySet":
        """Those of this family that the reader sees (T3): within zicht, and those in which he or she spoke."""
        eigen = Q(door__in=blik.accounts)
        if blik.doet_mee:
            gesproken = AfstemmingZonderGezin.met.through.objects.filter(deelnemer__in=blik.rijen)
            eigen |= Q(pk__in=gesproken.values("afstemmingzondergezin_id"))
        return self.filter(gezin=blik.gezin_id).filter(in_zicht(blik) | eigen)


class AfstemmingZonderGezin(Onderdeel):
    """That somebody spoke with others of the team about the family, without it (T4)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gezin = models.ForeignKey(Gezin, on_delete=models.CASCADE, related_name="afstemmingen")
    op = models.DateField(_("op welke dag"))
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    als = models.ForeignKey(Deelnemer, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    # For whom the speaker worked then: what the beheerder counts.
    instelling = models.ForeignKey(Instelling, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    met = models.ManyToManyField(Deelnemer, verbose_name=_("met wie"), related_name="+")
    reden = models.CharField(_("waarom"), max_length=10, choices=Afstemreden)
    toelichting = models.CharField(_("welke reden"), max_length=300, blank=True)
    antwoord = models.CharField(max_length=10, choices=Gezinsantwoord, default=Gezinsantwoord.NOG_NIET)
    antwoord_van = models.ManyToManyField(Deelnemer, verbose_name=_("wie van het gezin"), related_name="+")
    antwoord_hoe = models.CharField(max_length=10, choices=Antwoordwijze, blank=True)
    antwoord_op = models.DateTimeField(null=True, blank=True)
    antwoord_door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField()

    objects = AfstemmingQuerySet.as_manager()

    class Meta:
        verbose_name = _("afstemming zonder het gezin")
        verbose_name_plural = _("afstemmingen zonder het gezin")
        ordering = ["-op", "-vastgelegd_op"]
        indexes = [models.Index(fields=["op", "instelling"], name="afstemming_per_instelling")]
        constraints = [
            models.CheckConstraint(condition=~Q(reden="anders") | ~Q(toelichting=""), name="andere_reden_wordt_gezegd"),
            models.CheckConstraint(
                condition=Q(antwoord="nog_niet", antwoord_op__isnull=True, antwoord_hoe="")
                | ~Q(antwoord="nog_niet") & Q(antwoord_op__isnull=False) & ~Q(antwoord_hoe=""),
                name="antwoord_van_gezin_zegt_hoe",
            ),
        ]

    def __str__(self) -> str:
        return f"afstemming zonder het gezin, {self.op:%Y-%m-%d}"
