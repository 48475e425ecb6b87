"""What is kept from somebody within the plan, and what somebody chose to show (T3, X5)."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gezinnen.models import Deelnemer, Gezin, geschiedenis
from instanties.models import Gebruiker, Stilte, Verzoek
from termijnen.models import Termijn
from woorden.zinnen import zin


class VeiligheidsvlagQuerySet(models.QuerySet["Veiligheidsvlag"]):
    def geldend(self) -> "VeiligheidsvlagQuerySet":
        """Those that keep something from somebody now: not what was only asked for, nor what was lifted."""
        return self.filter(van__isnull=False, tot__isnull=True)


@geschiedenis
class Veiligheidsvlag(models.Model):
    """What is about `over_wie` isn't shown to `voor_wie`, who never reads that this is so (T3, X5).

    Set by a professional who helps, with a reason and a day on which it is looked at again; somebody else asks for one,
    and then it begins with a yes. Who isn't shown the family asks in words (`bedoeld_...`), and who says yes chooses whom
    they mean; the asker goes on reading the own words only. A second person confirms it (Vlagverzoek). It ends by an act
    only. Who comes back under another row has one of his own, that follows it (`volgt`).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gezin = models.ForeignKey(Gezin, on_delete=models.CASCADE, related_name="veiligheidsvlaggen")
    voor_wie = models.ForeignKey(Deelnemer, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    over_wie = ArrayField(models.UUIDField())
    bedoeld_voor = models.CharField(_("wie mag iets niet lezen"), max_length=200, blank=True, db_default="")
    bedoeld_over = models.CharField(_("over wie"), max_length=200, blank=True, db_default="")
    reden = models.CharField(_("waarom"), max_length=1000)
    # Empty while it was only asked for.
    van = models.DateTimeField(null=True, blank=True)
    # The coordinator is the danger, or close to it: she isn't asked or told, and doesn't find it.
    zonder_coordinator = models.BooleanField(default=False, db_default=False)
    gezet_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    # The flag that this one goes on from: the same people, as far as is known, under another row (see `actions/volgen.py`).
    volgt = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="gevolgd_door")
    termijn = models.OneToOneField(Termijn, on_delete=models.PROTECT, related_name="vlag_herzien")
    tot = models.DateTimeField(null=True, blank=True)
    opgeheven_door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    waarom_opgeheven = models.CharField(_("waarom niet meer nodig"), max_length=1000, blank=True)

    objects = VeiligheidsvlagQuerySet.as_manager()

    class Meta:
        verbose_name = _("veiligheidsvlag")
        indexes = [models.Index(fields=["gezin"], condition=Q(tot__isnull=True), name="vlag_van_gezin")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reden="")
                & (
                    Q(voor_wie__isnull=False) & ~Q(over_wie=[])
                    # Asked for by who isn't shown the family: of nobody yet, and so it holds for nobody.
                    | Q(voor_wie__isnull=True, over_wie=[], van__isnull=True)
                    & ~Q(bedoeld_voor="")
                    & ~Q(bedoeld_over="")
                ),
                name="vlag_zegt_waarom_en_wie",
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True, waarom_opgeheven="") | Q(tot__gte=F("van")) & ~Q(waarom_opgeheven=""),
                name="opgeheven_vlag_zegt_waarom",
            ),
            models.UniqueConstraint(
                fields=["volgt", "voor_wie", "over_wie"], condition=Q(volgt__isnull=False), name="vlag_volgt_een_keer"
            ),
        ]

    def __str__(self) -> str:
        return f"vlag {self.pk}"


class Beoordelaar(models.TextChoices):
    """Who looks at a flag, in the order in which they are asked: the last decides, with a reason (S19)."""

    COORDINATOR = "coordinator", zin(_("[zorgcoördinator]"))
    AANDACHTSFUNCTIONARIS = "aandacht", _("aandachtsfunctionaris")
    PRIVACY_OFFICER = "privacy", _("privacy officer")


class Vlagvraag(models.TextChoices):
    BEVESTIGEN = "bevestigen", _("is deze bescherming nodig")
    INTREKKEN = "intrekken", _("stopt dit delen")


@geschiedenis
class Vlagverzoek(Verzoek):
    """A question to a second person about a flag: is it needed; or, of whom it concerns: does sharing end (I8, S19).

    Silence never ends a protection: the next one is asked, and the privacy officer again. `regels`: the lines of consent
    that somebody whom the flag concerns wants to take back.
    """

    vlag = models.ForeignKey(Veiligheidsvlag, on_delete=models.CASCADE, related_name="verzoeken")
    soort = models.CharField(max_length=12, choices=Vlagvraag, default=Vlagvraag.BEVESTIGEN)
    aan = models.CharField(max_length=12, choices=Beoordelaar)
    regels = ArrayField(models.UUIDField(), default=list, blank=True)
    stilte = models.CharField(max_length=10, choices=Stilte, default=Stilte.VERDER)
    waarom = models.CharField(_("waarom"), max_length=1000, blank=True)
    termijn = models.OneToOneField(Termijn, on_delete=models.PROTECT, related_name="vlag_bevestigen")

    class Meta:
        verbose_name = _("vraag over een veiligheidsvlag")
        constraints = [
            *Verzoek.Meta.constraints,
            models.UniqueConstraint(
                fields=["vlag", "soort"], condition=Q(staat="wacht"), name="een_open_vraag_per_vlag"
            ),
            models.CheckConstraint(condition=~Q(staat="nee") | ~Q(waarom=""), name="vlag_nee_zegt_waarom"),
            models.CheckConstraint(condition=Q(stilte="verder"), name="stilte_heft_geen_vlag_op"),
        ]

    def __str__(self) -> str:
        return f"{self.soort}: {self.get_staat_display()}"


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
