"""Who holds a family: its zorgcoördinator, or who has it in another form (Z3, Z13, S10)."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gezinnen.models.gezin import Gezin, geschiedenis
from instanties.models import Gebruiker, Instelling
from woorden.zinnen import zin


class CoordinatorschapQuerySet(models.QuerySet["Coordinatorschap"]):
    def huidig(self) -> "CoordinatorschapQuerySet":
        return self.filter(tot__isnull=True)


@geschiedenis
class Coordinatorschap(models.Model):
    """Who is zorgcoördinator of this family, from when until when, from which instelling: one at a time (Z3)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gezin = models.ForeignKey(Gezin, on_delete=models.CASCADE, related_name="coordinatorschappen")
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="coordinatorschappen")
    instelling = models.ForeignKey(Instelling, on_delete=models.PROTECT, related_name="coordinatorschappen")
    van = models.DateTimeField()
    tot = models.DateTimeField(null=True, blank=True)
    # Why it became this one; of the first one nobody asks.
    waarom = models.CharField(_("waarom een ander"), max_length=300, blank=True, default="", db_default="")

    objects = CoordinatorschapQuerySet.as_manager()

    class Meta:
        verbose_name = _("zorgcoördinatorschap")
        constraints = [
            models.UniqueConstraint(
                fields=["gezin"], condition=Q(tot__isnull=True), name="hoogstens_een_zorgcoordinator"
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="coordinatorschap_eindigt_na_begin"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gebruiker} ({self.instelling})"


class Hoedervorm(models.TextChoices):
    """In which form somebody holds a family. Only a coordinator reads by it: that comes from the Coordinatorschap."""

    SIGNAALHOUDER = "signaalhouder", _("houdt het vast tot er iemand coördineert")
    COORDINATOR = "coordinator", zin(_("is [zorgcoördinator]"))
    ZELFREGIE = "zelfregie", _("het gezin regelt het zelf")
    WAAKVLAM = "waakvlam", _("kijkt nog mee")


class HoederQuerySet(models.QuerySet["Hoeder"]):
    def huidig(self) -> "HoederQuerySet":
        return self.filter(tot__isnull=True)


@geschiedenis
class Hoeder(models.Model):
    """Who holds this family, from when until when, in which form: at every moment exactly one (Z3, Z13, S10).

    A coordinator is one by the Coordinatorschap, and who that is stands there only. At most one is held by an index; never none,
    and that it is the coordinator where there is one, by a trigger at the commit (migration 0013).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gezin = models.ForeignKey(Gezin, on_delete=models.CASCADE, related_name="hoeders")
    vorm = models.CharField(max_length=15, choices=Hoedervorm)
    coordinatorschap = models.OneToOneField(
        Coordinatorschap, null=True, blank=True, on_delete=models.CASCADE, related_name="hoeder"
    )
    gebruiker = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="houdt_vast")
    # From where a professional holds it.
    instelling = models.ForeignKey(
        Instelling, null=True, blank=True, on_delete=models.PROTECT, related_name="houdt_vast"
    )
    van = models.DateTimeField()
    tot = models.DateTimeField(null=True, blank=True)

    objects = HoederQuerySet.as_manager()

    class Meta:
        verbose_name = _("wie een gezin vasthoudt")
        constraints = [
            models.UniqueConstraint(fields=["gezin"], condition=Q(tot__isnull=True), name="hoogstens_een_hoeder"),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="hoeder_eindigt_na_begin"
            ),
            models.CheckConstraint(
                condition=Q(
                    vorm="coordinator", coordinatorschap__isnull=False, gebruiker__isnull=True, instelling__isnull=True
                )
                | ~Q(vorm="coordinator") & Q(coordinatorschap__isnull=True, gebruiker__isnull=False),
                name="hoeder_is_coordinator_of_iemand_anders",
            ),
            models.CheckConstraint(
                condition=~Q(vorm="signaalhouder") | Q(instelling__isnull=False), name="signaalhouder_werkt_ergens"
            ),
        ]

    def __str__(self) -> str:
        return str(self.coordinatorschap or self.gebruiker)
