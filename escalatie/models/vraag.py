"""What is asked of people and instellingen within a stagnatie, and what they answer: questions, decisions, feedback."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.states import Moves
from escalatie.models.ladder import Modelniveau
from escalatie.models.stagnatie import Stagnatie
from escalatie.models.stap import Stap
from instanties.models import Gebruiker, Instelling
from termijnen.models import Termijn, Termijnstaat
from woorden.zinnen import zin


class SoortVraag(models.TextChoices):
    """What is asked of someone within a stagnatie."""

    AANSPREKEN = "aanspreken", _("aangesproken")
    AANDEEL = "aandeel", _("uitleg over het aandeel dat ontbreekt")
    ADVIES = "advies", _("advies")
    BIJDRAGE = "bijdrage", _("wat de eigen instelling kan doen")


# What instellingen say on one page that they can do: also of the one whose share is missing (E4).
BIJDRAGEN = (SoortVraag.AANDEEL, SoortVraag.BIJDRAGE)


class Vraag(models.Model):
    """A dated act between two people: addressing a peer, the answer a manager owes, or advice (E2, E4, E5). With a term of its own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stagnatie = models.ForeignKey(Stagnatie, on_delete=models.CASCADE, related_name="vragen")
    stap = models.ForeignKey(Stap, on_delete=models.CASCADE, related_name="vragen")
    soort = models.CharField(max_length=12, choices=SoortVraag)
    # Empty: asked by the clock, as the convenant says.
    van = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    aan = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="gestelde_vragen")
    aan_instelling = models.ForeignKey(Instelling, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    tekst = models.CharField(_("wat wilt u vragen of zeggen"), max_length=1000)
    gesteld_op = models.DateTimeField()
    termijn = models.OneToOneField(Termijn, on_delete=models.PROTECT, related_name="vraag")
    antwoord = models.CharField(_("uw antwoord"), max_length=1000, blank=True)
    beantwoord_op = models.DateTimeField(null=True, blank=True)
    beantwoord_door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("vraag")
        verbose_name_plural = _("vragen")
        ordering = ["gesteld_op"]
        constraints = [
            models.CheckConstraint(
                condition=Q(beantwoord_op__isnull=True, antwoord="") | Q(beantwoord_op__isnull=False) & ~Q(antwoord=""),
                name="antwoord_en_moment_samen",
            ),
            models.CheckConstraint(condition=Q(van__isnull=True) | ~Q(van=F("aan")), name="niemand_vraagt_zichzelf"),
        ]

    def __str__(self) -> str:
        return self.get_soort_display()

    @property
    def is_vervallen(self) -> bool:
        """Whether nobody waits for an answer any more: the step that asked it was withdrawn (E14)."""
        return self.beantwoord_op is None and self.termijn.staat == Termijnstaat.VERVALLEN


class Besluit(models.Model):
    """A decision of the gemeente on the ground of the convenant (no Awb-besluit), with its level and ground (E6)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stap = models.ForeignKey(Stap, on_delete=models.CASCADE, related_name="besluiten")
    niveau = models.ForeignKey(Modelniveau, on_delete=models.PROTECT, related_name="+")
    tekst = models.CharField(_("wat is het besluit"), max_length=2000)
    grond = models.CharField(_("op welke grond"), max_length=1000)
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        verbose_name = _("besluit")
        verbose_name_plural = _("besluiten")
        ordering = ["op"]

    def __str__(self) -> str:
        return self.tekst[:60]


class Bevestigingsstaat(models.TextChoices):
    GEVRAAGD = "gevraagd", _("Gevraagd")
    BEVESTIGD = "bevestigd", _("Wordt uitgevoerd")
    KAN_NIET = "kan_niet", _("Kan niet")
    GEEN_ANTWOORD = "geen_antwoord", _("Geen antwoord")


class Bevestiging(models.Model):
    """What an instelling answers to a decision: it carries it out, or 'kan niet' with the ground (E6)."""

    overgangen = Moves(
        {
            Bevestigingsstaat.GEVRAAGD: {
                Bevestigingsstaat.BEVESTIGD, Bevestigingsstaat.KAN_NIET, Bevestigingsstaat.GEEN_ANTWOORD,
            },
            # An answer after the term is one.
            Bevestigingsstaat.GEEN_ANTWOORD: {Bevestigingsstaat.BEVESTIGD, Bevestigingsstaat.KAN_NIET},
        }
    )  # fmt: skip

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    besluit = models.ForeignKey(Besluit, on_delete=models.CASCADE, related_name="bevestigingen")
    instelling = models.ForeignKey(Instelling, on_delete=models.PROTECT, related_name="+")
    gevraagd_aan = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    termijn = models.OneToOneField(Termijn, on_delete=models.PROTECT, related_name="bevestiging")
    staat = models.CharField(max_length=15, choices=Bevestigingsstaat, default=Bevestigingsstaat.GEVRAAGD)
    grond = models.CharField(_("waarom kan het niet"), max_length=1000, blank=True)
    op = models.DateTimeField(null=True, blank=True)
    door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # When the instelling first reported back on what it confirmed; until then its term is for that.
    teruggekoppeld_op = models.DateTimeField(null=True, blank=True)

    NOG_TERUG_TE_KOPPELEN: ClassVar = Q(staat=Bevestigingsstaat.BEVESTIGD, teruggekoppeld_op__isnull=True)

    class Meta:
        verbose_name = _("bevestiging")
        verbose_name_plural = _("bevestigingen")
        constraints = [
            models.UniqueConstraint(fields=["besluit", "instelling"], name="een_bevestiging_per_instelling"),
            models.CheckConstraint(condition=~Q(staat="kan_niet") | ~Q(grond=""), name="kan_niet_heeft_grond"),
        ]

    def __str__(self) -> str:
        return self.get_staat_display()


class Lezers(models.TextChoices):
    """Who reads the words of somebody under sixteen, as he or she chose before sending them (G18)."""

    COORDINATOR = "coordinator", zin(_("alleen [de zorgcoördinator]"))
    ALLEN = "allen", _("iedereen die dit leest, ook thuis")


class Terugkoppeling(models.Model):
    """Feedback on actions and decisions, by whoever carries them out or guards them (E6); how the family sees it (E10)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stap = models.ForeignKey(Stap, on_delete=models.CASCADE, related_name="terugkoppelingen")
    van = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    tekst = models.CharField(_("terugkoppeling"), max_length=1000)
    lezers = models.CharField(max_length=12, choices=Lezers, default=Lezers.ALLEN, db_default=Lezers.ALLEN)
    op = models.DateTimeField()

    class Meta:
        verbose_name = _("terugkoppeling")
        ordering = ["op"]

    def __str__(self) -> str:
        return self.tekst[:60]
