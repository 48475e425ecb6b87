"""What a doer answers when an afspraak is asked of him or her: 'Ik doe dit', or 'Dat kan ik niet' (T3)."""

import uuid

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from gezinnen.models import Deelnemer
from gezinsplan.models.afspraak import Afspraak
from instanties.models import Gebruiker
from toestemming.models import Veiligheidsvlag


class Aanvaardwijze(models.TextChoices):
    ZELF = "zelf", _("zelf gezegd")
    AAN_TAFEL = "aan_tafel", _("gezegd aan tafel")
    DOORGEGEVEN = "doorgegeven", _("doorgegeven")


class AanvaardingQuerySet(models.QuerySet["Aanvaarding"]):
    def geldig(self) -> "AanvaardingQuerySet":
        """Answers to the afspraak as it stands now: another text asks again, who is no doer any more has none."""
        return self.filter(vervallen_op__isnull=True)

    def ja(self) -> "AanvaardingQuerySet":
        """Those who said: I do this."""
        return self.geldig().filter(doet_het=True)

    def voor_een_vlag(self) -> "AanvaardingQuerySet":
        """Those given before a safety flag kept from that doer what it is about: he knows these words, and no others (X5)."""
        vlag = Veiligheidsvlag.objects.geldend().filter(
            voor_wie=OuterRef("deelnemer"), over_wie__overlap=OuterRef("afspraak__over_wie"), van__lte=OuterRef("op")
        )
        return self.filter(~Exists(vlag))


class Aanvaarding(models.Model):
    """The answer of one doer to one afspraak; an earlier one is kept, with when it lapsed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    afspraak = models.ForeignKey(Afspraak, on_delete=models.CASCADE, related_name="aanvaardingen")
    deelnemer = models.ForeignKey(Deelnemer, on_delete=models.CASCADE, related_name="aanvaardingen")
    doet_het = models.BooleanField()
    wijze = models.CharField(max_length=12, choices=Aanvaardwijze)
    hoe_gezegd = models.CharField(_("hoe is dat gezegd"), max_length=200, blank=True)
    reden = models.CharField(_("waarom kan het niet"), max_length=500, blank=True)
    op = models.DateTimeField()
    # Empty: the doer himself, without account, by a one-time link (G17).
    door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    vervallen_op = models.DateTimeField(null=True, blank=True)

    objects = AanvaardingQuerySet.as_manager()

    class Meta:
        verbose_name = _("aanvaarding")
        verbose_name_plural = _("aanvaardingen")
        ordering = ["op"]
        constraints = [
            models.UniqueConstraint(
                fields=["afspraak", "deelnemer"],
                condition=Q(vervallen_op__isnull=True),
                name="een_geldige_aanvaarding_per_uitvoerder",
            ),
            models.CheckConstraint(
                condition=Q(doet_het=True, reden="") | Q(doet_het=False) & ~Q(reden=""), name="kan_niet_zegt_waarom"
            ),
            models.CheckConstraint(
                condition=~Q(wijze="doorgegeven", doet_het=True) | ~Q(hoe_gezegd=""),
                name="doorgegeven_ja_zegt_hoe",
            ),
            models.CheckConstraint(
                condition=Q(door__isnull=False) | Q(wijze="zelf"), name="zonder_account_zegt_iemand_het_zelf"
            ),
        ]

    def __str__(self) -> str:
        return f"{'doet het' if self.doet_het else 'kan niet'}, {self.op:%Y-%m-%d}"
