"""A lasting 'no': who may not know what about whom, whatever others say yes to (T8)."""

import uuid

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from gezinnen.models import Deelnemer, Gezin, geschiedenis
from instanties.models import Functie, Gebruiker, Instelling, Leefgebied
from toestemming.models.gesprek import Toestemming
from toestemming.models.grondslag import Bereik


class WeigeringQuerySet(models.QuerySet["Weigering"]):
    def staand(self) -> "WeigeringQuerySet":
        """Those that no later yes has taken the place of."""
        return self.filter(tot__isnull=True)

    def met_wie_er_werkt(self) -> "WeigeringQuerySet":
        """Each with `werken_daar`: the accounts of this family that work for the refused instelling now, under whatever row.

        A 'no' is about who is meant, not about the row under which that one came in (see `dekking.treft`).
        """
        doet_mee = Deelnemer.objects.filter(gezin=OuterRef(OuterRef("gezin")), gebruiker=OuterRef("gebruiker"))
        werkt = Functie.objects.geldig().filter(Exists(doet_mee), instelling=OuterRef("ontvanger_instelling"))
        return self.annotate(werken_daar=ArraySubquery(werkt.order_by().values("gebruiker")))


@geschiedenis
class Weigering(models.Model):
    """`wie` doesn't want this receiver to know something; nobody has to ask first, and nobody has to know why (T8).

    The receiver is one betrokkene, or everybody of an instelling, who may still have to come. `leefgebied` empty:
    whatever it is about. `bereik`: about one gezinslid (`over`), the family together, or whoever `wie` decides about.
    It lasts until those who must sign say yes to the same; it is never shown to its receiver.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gezin = models.ForeignKey(Gezin, on_delete=models.CASCADE, related_name="weigeringen")
    wie = models.ForeignKey(Deelnemer, on_delete=models.PROTECT, related_name="weigeringen")
    ontvanger = models.ForeignKey(
        Deelnemer, null=True, blank=True, on_delete=models.CASCADE, related_name="geweigerd_door"
    )
    ontvanger_instelling = models.ForeignKey(
        Instelling, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    leefgebied = models.CharField(_("waarover"), max_length=20, choices=Leefgebied, blank=True)
    bereik = models.CharField(max_length=10, choices=Bereik)
    over = models.ForeignKey(
        Deelnemer, null=True, blank=True, on_delete=models.CASCADE, related_name="weigeringen_over"
    )
    # The line of a sheet to which it was the answer, or with which it was taken back; None: said by itself.
    regel = models.ForeignKey(Toestemming, null=True, blank=True, on_delete=models.SET_NULL, related_name="weigeringen")
    # About whom it counts on this day, as `herzie` keeps it up: a gezinslid or "samen" → whose 'no' must be there too
    # before it closes 'rechtstreeks betrokken' as well.
    telt = models.JSONField(default=dict)
    op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    tot = models.DateTimeField(null=True, blank=True)

    objects = WeigeringQuerySet.as_manager()

    class Meta:
        verbose_name = _("weigering")
        verbose_name_plural = _("weigeringen")
        ordering = ["-op"]
        indexes = [
            models.Index(fields=["gezin"], condition=Q(tot__isnull=True), name="weigering_van_gezin"),
            models.Index(fields=["ontvanger"], condition=Q(tot__isnull=True), name="weigering_tegen"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ontvanger__isnull=True, ontvanger_instelling__isnull=False)
                | Q(ontvanger__isnull=False, ontvanger_instelling__isnull=True),
                name="weigering_heeft_een_ontvanger",
            ),
            models.CheckConstraint(
                condition=Q(bereik="personen", over__isnull=False) | ~Q(bereik="personen") & Q(over__isnull=True),
                name="weigering_noemt_over_wie",
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("op")), name="weigering_eindigt_na_begin"
            ),
            models.UniqueConstraint(
                fields=["wie", "ontvanger", "ontvanger_instelling", "leefgebied", "bereik", "over"],
                condition=Q(tot__isnull=True),
                nulls_distinct=False,
                name="een_keer_geweigerd",
            ),
        ]

    def __str__(self) -> str:
        return f"nee {self.op:%Y-%m-%d}"

    @property
    def naar_wat(self) -> tuple[uuid.UUID | str | None, ...]:
        """As of a line of consent."""
        return (self.gezin_id, self.ontvanger_id, self.ontvanger_instelling_id, self.leefgebied, self.over_id)
