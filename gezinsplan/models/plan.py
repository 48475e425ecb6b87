"""The plan and its goals."""

import uuid
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import BooleanField, Case, Exists, OuterRef, Q, Value, When
from django.utils.translation import gettext_lazy as _

from core.states import Moves
from gezinnen.models import Gezin, geschiedenis
from toestemming.models import VolgendOnderdeel, neemt_onder_mee, volgt_boven
from woorden.zinnen import zin

if TYPE_CHECKING:
    from toestemming.filters import Filters


def in_zicht(blik: "Filters") -> Q:
    """The reader's zicht as a filter that can be or-ed: an empty Q would vanish there instead of letting all through."""
    return Q(pk__isnull=False) & blik.onderdeel_q()


class Planstaat(models.TextChoices):
    CONCEPT = "concept", _("In de maak")
    ACTIEF = "actief", _("Loopt")
    AFGEROND = "afgerond", _("Afgerond")


@geschiedenis
class Gezinsplan(models.Model):
    """The one plan of one family."""

    overgangen = Moves(
        {
            Planstaat.CONCEPT: {Planstaat.ACTIEF},
            Planstaat.ACTIEF: {Planstaat.AFGEROND},
        }
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gezin = models.OneToOneField(Gezin, on_delete=models.CASCADE, related_name="plan")
    staat = models.CharField(max_length=10, choices=Planstaat, default=Planstaat.CONCEPT)
    afstemming = models.TextField(_("afspraken over afstemming"), blank=True)
    geactiveerd_op = models.DateTimeField(null=True, blank=True)
    afgerond_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("gezinsplan")
        constraints = [
            models.CheckConstraint(
                condition=Q(staat="concept", geactiveerd_op__isnull=True)
                | ~Q(staat="concept") & Q(geactiveerd_op__isnull=False),
                name="actief_plan_heeft_begin",
            )
        ]

    def __str__(self) -> str:
        return f"gezinsplan {self.gezin_id}"


class Doelstaat(models.TextChoices):
    LOOPT = "loopt", _("Loopt")
    BEREIKT = "bereikt", _("Bereikt")
    GESTOPT = "gestopt", _("Niet meer nodig")


class DoelQuerySet(models.QuerySet["Doel"]):
    def zichtbaar_voor(self, blik: "Filters") -> "DoelQuerySet":
        """Goals of this family that the reader sees (T3): those within zicht, and those with an afspraak that he accepted.

        The last for who helps or belongs to the family: a school does what it agreed to, and needn't know what for.
        Each row says in `heel` whether all of it is seen; else only the wording of the goal is. That not for a goal
        about somebody whom a safety flag keeps from the reader, nor for another's own matters within the family that
        weren't chosen to be shown: then the own afspraak is all there is.
        """
        from gezinsplan.models.afspraak import Afspraak

        heel = Case(When(in_zicht(blik), then=Value(True)), default=Value(False), output_field=BooleanField())
        gezien = self.filter(plan__gezin=blik.gezin_id).annotate(heel=heel)
        if blik.alleen_zicht:
            gezien = gezien.filter(in_zicht(blik))
        for deel in blik.delen:
            eigen = Exists(Afspraak.objects.aanvaard_door(deel).filter(doel=OuterRef("pk")))
            erbij = eigen & ~deel.verborgen_q() & ~deel.eigen_zaken_q()
            gezien = gezien.filter(in_zicht(deel) | erbij if deel.helpt else in_zicht(deel))
        return gezien


@geschiedenis
class Doel(VolgendOnderdeel):
    """A family's goal in its own words (G2), or a condition under it, set by someone who says why (G3); it follows that goal."""

    overgangen = Moves(
        {
            Doelstaat.LOOPT: {Doelstaat.BEREIKT, Doelstaat.GESTOPT},
            Doelstaat.BEREIKT: {Doelstaat.LOOPT},
            Doelstaat.GESTOPT: {Doelstaat.LOOPT},
        }
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Gezinsplan, on_delete=models.CASCADE, related_name="doelen")
    hoofddoel = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="voorwaarden")
    tekst = models.CharField(_("doel"), max_length=500)
    volgorde = models.PositiveSmallIntegerField(default=0)
    gesteld_door = models.CharField(zin(_("wie stelt [deze voorwaarde]")), max_length=150, blank=True)
    waarom = models.CharField(_("waarom"), max_length=500, blank=True)
    gevolg = models.CharField(_("wat gebeurt er als het niet lukt"), max_length=500, blank=True)
    staat = models.CharField(max_length=10, choices=Doelstaat, default=Doelstaat.LOOPT)
    bereikt_op = models.DateField(null=True, blank=True)
    viering = models.CharField(_("hoe vieren we dat"), max_length=300, blank=True)
    waarom_gestopt = models.CharField(
        _("waarom niet meer nodig"), max_length=1000, blank=True, default="", db_default=""
    )
    versie = models.PositiveIntegerField(default=1)

    objects = DoelQuerySet.as_manager()

    class Meta:
        verbose_name = _("doel")
        verbose_name_plural = _("doelen")
        ordering = ["volgorde", "id"]
        triggers = [
            *volgt_boven("hoofddoel", "gezinsplan_doel"),
            neemt_onder_mee(("gezinsplan_doel", "hoofddoel"), ("gezinsplan_afspraak", "doel")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(hoofddoel__isnull=True, gesteld_door="")
                | Q(hoofddoel__isnull=False) & ~Q(gesteld_door="") & ~Q(waarom="") & ~Q(gevolg=""),
                name="voorwaarde_noemt_wie_waarom_en_gevolg",
            ),
            models.CheckConstraint(
                condition=~Q(staat="bereikt") | Q(bereikt_op__isnull=False), name="bereikt_doel_heeft_dag"
            ),
        ]

    def __str__(self) -> str:
        return self.tekst

    @property
    def is_voorwaarde(self) -> bool:
        return self.hoofddoel_id is not None

    @property
    def volgt(self) -> bool:
        """Whether what it is about, is said by the goal above it."""
        return self.is_voorwaarde and not self.apart
