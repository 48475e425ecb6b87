"""What changes a consent: taking it back, a birthday, and somebody who decides in another's place (T2, T3)."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.states import Moves
from gezinnen.models import Deelnemer, Gezin, geschiedenis
from instanties.models import Gebruiker
from termijnen.models import Termijn
from toestemming.models.gesprek import Toestemming


class Intrekkingstaat(models.TextChoices):
    OPEN = "open", _("Gevraagd")
    BESPROKEN = "besproken", _("Besproken")


@geschiedenis
class Intrekking(models.Model):
    """That somebody took consent back: it closed at once, and the coordinator owes a talk within a term (T3)."""

    overgangen = Moves({Intrekkingstaat.OPEN: {Intrekkingstaat.BESPROKEN}})

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gezin = models.ForeignKey(Gezin, on_delete=models.CASCADE, related_name="intrekkingen")
    wie = models.ForeignKey(Deelnemer, on_delete=models.CASCADE, related_name="intrekkingen")
    regels = models.ManyToManyField(Toestemming, related_name="intrekkingen")
    vastgelegd_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()
    staat = models.CharField(max_length=10, choices=Intrekkingstaat, default=Intrekkingstaat.OPEN)
    termijn = models.OneToOneField(Termijn, on_delete=models.PROTECT, related_name="intrekking")
    besproken_op = models.DateField(_("op welke dag"), null=True, blank=True)
    uitkomst = models.CharField(_("wat kwam eruit"), max_length=1000, blank=True)
    besproken_door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("intrekking")
        ordering = ["-op"]
        constraints = [
            models.CheckConstraint(
                condition=Q(staat="open", besproken_op__isnull=True)
                | Q(staat="besproken", besproken_op__isnull=False) & ~Q(uitkomst=""),
                name="besproken_intrekking_heeft_uitkomst",
            )
        ]

    def __str__(self) -> str:
        return f"intrekking {self.op:%Y-%m-%d}"


class Verjaardag(models.Model):
    """A birthday on which other people must sign: announced a month before, applied on the day itself (T2)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gezinslid = models.ForeignKey(Deelnemer, on_delete=models.CASCADE, related_name="verjaardagen")
    leeftijd = models.PositiveSmallIntegerField()
    dag = models.DateField()
    # None where the birthday was less than a month away when it became known.
    aankondiging = models.OneToOneField(
        Termijn, null=True, blank=True, on_delete=models.PROTECT, related_name="verjaardag_nadert"
    )
    termijn = models.OneToOneField(Termijn, on_delete=models.PROTECT, related_name="verjaardag")

    class Meta:
        verbose_name = _("verjaardag")
        ordering = ["dag"]

    def __str__(self) -> str:
        return f"{self.leeftijd} op {self.dag:%Y-%m-%d}"


@geschiedenis
class Vertegenwoordiging(models.Model):
    """That somebody decides in this person's place, with a reason: wilsonbekwaam, or a voogd outside the family (T2).

    `door_wie` empty (for a minor only): whoever holds gezag decides, as under twelve.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wie = models.ForeignKey(Deelnemer, on_delete=models.CASCADE, related_name="vertegenwoordigingen")
    door_wie = models.ForeignKey(
        Deelnemer,
        verbose_name=_("wie beslist"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="vertegenwoordigt",
    )
    reden = models.CharField(_("waarom"), max_length=1000)
    van = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    tot = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("vertegenwoordiging")
        constraints = [
            models.UniqueConstraint(
                fields=["wie"], condition=Q(tot__isnull=True), name="een_vertegenwoordiging_tegelijk"
            ),
            models.CheckConstraint(condition=~Q(reden=""), name="vertegenwoordiging_heeft_een_reden"),
            models.CheckConstraint(
                condition=Q(door_wie__isnull=True) | ~Q(door_wie=F("wie")), name="niemand_vertegenwoordigt_zichzelf"
            ),
        ]

    def __str__(self) -> str:
        return self.reden[:40]
