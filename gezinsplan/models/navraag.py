"""What is asked when a term has passed: the navraag, and the talk that the coordinator owes (E12)."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.states import Moves
from gezinnen.models import Deelnemer
from gezinsplan.models.afspraak import Afspraak
from instanties.models import Gebruiker
from termijnen.models import Termijn


class Navraagstaat(models.TextChoices):
    OPEN = "open", _("Gevraagd")
    WACHT_OP_AKKOORD = "wacht_op_akkoord", _("Wacht op akkoord")
    BEANTWOORD = "beantwoord", _("Beantwoord")
    VERLOPEN = "verlopen", _("Geen antwoord")
    INGETROKKEN = "ingetrokken", _("Niet meer nodig")


# Still waits, for an answer or for a yes to it.
OPEN_NAVRAAG = (Navraagstaat.OPEN, Navraagstaat.WACHT_OP_AKKOORD)


class Antwoord(models.TextChoices):
    GEDAAN = "gedaan", _("Ja, het is gedaan")
    LATER = "later", _("Het lukt later")
    LUKT_NIET = "lukt_niet", _("Het lukt niet")
    # Said by striking it out; by whoever was to do it, it takes another's yes.
    NIET_NODIG = "niet_nodig", _("Het is niet meer nodig")


class Navraag(models.Model):
    """The question that comes before any stagnatie: was it done? Asked of doer and coordinator (E12)."""

    overgangen = Moves(
        {
            Navraagstaat.OPEN: {
                Navraagstaat.WACHT_OP_AKKOORD, Navraagstaat.BEANTWOORD, Navraagstaat.VERLOPEN, Navraagstaat.INGETROKKEN,
            },
            # Another day may be asked for while the first still waits.
            Navraagstaat.WACHT_OP_AKKOORD: {
                Navraagstaat.WACHT_OP_AKKOORD, Navraagstaat.BEANTWOORD, Navraagstaat.VERLOPEN, Navraagstaat.INGETROKKEN,
            },
        }
    )  # fmt: skip

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    afspraak = models.ForeignKey(Afspraak, on_delete=models.CASCADE, related_name="navragen")
    termijn = models.OneToOneField(Termijn, on_delete=models.PROTECT, related_name="navraag")
    staat = models.CharField(max_length=20, choices=Navraagstaat, default=Navraagstaat.OPEN)
    gesteld_op = models.DateTimeField()
    antwoord = models.CharField(max_length=10, choices=Antwoord, blank=True)
    toelichting = models.CharField(_("toelichting"), max_length=1000, blank=True)
    gebeurd_op = models.DateField(null=True, blank=True)
    nieuwe_dag = models.DateField(null=True, blank=True)
    beantwoord_op = models.DateTimeField(null=True, blank=True)
    beantwoord_door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # Instead of an account: a doer without one, who answered himself by a one-time link (G17).
    beantwoord_door_deelnemer = models.ForeignKey(
        Deelnemer, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # For whom it was said or done by standing in, at that moment (I6).
    beantwoord_namens = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    akkoord_door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("navraag")
        ordering = ["gesteld_op"]
        constraints = [
            models.UniqueConstraint(
                fields=["afspraak"],
                condition=Q(staat__in=["open", "wacht_op_akkoord"]),
                name="een_open_navraag_per_afspraak",
            ),
            models.CheckConstraint(
                condition=~Q(antwoord="later") | Q(nieuwe_dag__isnull=False), name="later_noemt_nieuwe_dag"
            ),
            models.CheckConstraint(
                condition=Q(beantwoord_door__isnull=True) | Q(beantwoord_door_deelnemer__isnull=True),
                name="navraag_een_beantwoorder",
            ),
        ]

    def __str__(self) -> str:
        return f"navraag {self.gesteld_op:%Y-%m-%d}"

    @property
    def beantwoorder(self) -> Gebruiker | Deelnemer | None:
        """Who gave the answer that stands."""
        return self.beantwoord_door or self.beantwoord_door_deelnemer


class Gespreksstaat(models.TextChoices):
    OPEN = "open", _("Gevraagd")
    GEVOERD = "gevoerd", _("Gevoerd")
    VERLOPEN = "verlopen", _("Te laat")
    INGETROKKEN = "ingetrokken", _("Niet meer nodig")


class Gesprek(models.Model):
    """The talk that the coordinator owes when only family or network were to do it and it wasn't done (E12)."""

    overgangen = Moves(
        {
            Gespreksstaat.OPEN: {Gespreksstaat.GEVOERD, Gespreksstaat.VERLOPEN, Gespreksstaat.INGETROKKEN},
            # Held after all, or held in time and recorded later (E14).
            Gespreksstaat.VERLOPEN: {Gespreksstaat.GEVOERD},
        }
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    afspraak = models.ForeignKey(Afspraak, on_delete=models.CASCADE, related_name="gesprekken")
    termijn = models.OneToOneField(Termijn, on_delete=models.PROTECT, related_name="gesprek")
    staat = models.CharField(max_length=15, choices=Gespreksstaat, default=Gespreksstaat.OPEN)
    aanleiding = models.CharField(max_length=1000, blank=True)
    uitkomst = models.CharField(_("wat is er afgesproken"), max_length=1000, blank=True)
    gevoerd_op = models.DateField(null=True, blank=True)
    door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("gesprek")
        constraints = [
            models.UniqueConstraint(
                fields=["afspraak"], condition=Q(staat="open"), name="een_open_gesprek_per_afspraak"
            )
        ]

    def __str__(self) -> str:
        return f"gesprek {self.staat}"
