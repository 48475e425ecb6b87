"""Asking somebody for a yes: what every such question has, whatever it is about and whoever is asked.

Abstract: a room makes a table per kind, with of whom it is asked, why, and until when (a `termijn` where the clock
guards it, else `uiterlijk_op`, asked at read). The acts are in `instanties/actions/verzoeken.py`.
"""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.states import Moves
from instanties.models.organisaties import Gebruiker
from instanties.models.toegang import Weg


class Verzoekstaat(models.TextChoices):
    WACHT = "wacht", _("Gevraagd")
    JA = "ja", _("Ja")
    NEE = "nee", _("Nee")
    STILTE = "stilte", _("Geen antwoord")
    VERVALLEN = "vervallen", _("Niet meer nodig")


class Stilte(models.TextChoices):
    """What it means when nobody answers in time. Yes only where the rules say so; mostly somebody else is asked."""

    JA = "ja", _("telt als ja")
    NEE = "nee", _("telt als nee")
    VERDER = "verder", _("gaat naar een ander")


_VAN_NIEMAND = {"beantwoord_door__isnull": True, "beantwoord_namens__isnull": True, "hoe_gezegd": ""}


class Verzoek(models.Model):
    """That somebody was asked for a yes, and what came of it. Who asks never gives the answer himself."""

    overgangen = Moves(
        {Verzoekstaat.WACHT: {Verzoekstaat.JA, Verzoekstaat.NEE, Verzoekstaat.STILTE, Verzoekstaat.VERVALLEN}}
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Who asks; empty: the clock.
    door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()
    staat = models.CharField(max_length=10, choices=Verzoekstaat, default=Verzoekstaat.WACHT)
    stilte = models.CharField(max_length=10, choices=Stilte)
    beantwoord_op = models.DateTimeField(null=True, blank=True)
    beantwoord_door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # For whom it was answered by standing in, at that moment (I6).
    beantwoord_namens = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # Who asked may write down what the other said; then this says how it was said.
    hoe_gezegd = models.CharField(_("hoe is dat gezegd"), max_length=200, blank=True, db_default="")

    # The code of somebody else by which the account was entered before this was answered (I8).
    na_weg = models.ForeignKey(Weg, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(door__isnull=True)
                | ~Q(hoe_gezegd="")
                | (Q(beantwoord_door__isnull=True) | ~Q(beantwoord_door=F("door")))
                & (Q(beantwoord_namens__isnull=True) | ~Q(beantwoord_namens=F("door"))),
                name="%(class)s_niet_van_wie_vroeg",
            ),
            # Said by somebody at a moment; a silence is nobody's; and what waits, or isn't needed any more, has no answer.
            models.CheckConstraint(
                condition=Q(staat__in=["ja", "nee"], beantwoord_op__isnull=False, beantwoord_door__isnull=False)
                | Q(staat="stilte", beantwoord_op__isnull=False, **_VAN_NIEMAND)
                | Q(staat__in=["wacht", "vervallen"], beantwoord_op__isnull=True, **_VAN_NIEMAND),
                name="%(class)s_antwoord_past_bij_staat",
            ),
        ]

    @property
    def wacht(self) -> bool:
        """Whether it still waits for an answer."""
        return self.staat == Verzoekstaat.WACHT

    @property
    def is_na_code(self) -> bool:
        """Whether nobody confirmed yet that the owner of the account answered, and not who handed out a code."""
        return self.na_weg is not None and self.na_weg.bevestigd_op is None

    @property
    def is_ja(self) -> bool:
        """Whether it is a yes: said, or by a silence that counts as one."""
        return self.staat == Verzoekstaat.JA or (self.staat == Verzoekstaat.STILTE and self.stilte == Stilte.JA)
