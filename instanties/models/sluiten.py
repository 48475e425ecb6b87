"""That an instelling or gemeente would stop, or go on as part of another, and what a second person said of it (I8, I9)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from instanties.models.organisaties import Gebruiker, Gemeente, Instelling
from instanties.models.verzoek import Stilte, Verzoek, Verzoekstaat


class SluitverzoekQuerySet(models.QuerySet["Sluitverzoek"]):
    def loopt(self, nu: datetime) -> "SluitverzoekQuerySet":
        """Those that wait for an answer and whose term hasn't passed: asked at read, no clock has to run."""
        return self.filter(staat=Verzoekstaat.WACHT, uiterlijk_op__gt=nu)


class Sluitverzoek(Verzoek):
    """That `door` wants to let an instelling or gemeente stop, and go on at another or nowhere (I8). Until the yes nothing moves.

    Whom it is asked of says `instanties/bevestigers.py`, at every read. Silence is no.
    """

    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    stilte = models.CharField(max_length=10, choices=Stilte, default=Stilte.NEE, db_default=Stilte.NEE)
    uiterlijk_op = models.DateTimeField()
    instelling = models.ForeignKey(Instelling, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    naar_instelling = models.ForeignKey(Instelling, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    gemeente = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    naar_gemeente = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = SluitverzoekQuerySet.as_manager()

    class Meta:
        ordering = ["op", "id"]
        verbose_name = _("gevraagde sluiting")
        constraints = [
            *Verzoek.Meta.constraints,
            models.UniqueConstraint(
                fields=["instelling", "gemeente"],
                condition=Q(staat="wacht"),
                nulls_distinct=False,
                name="een_keer_gevraagd_om_te_sluiten",
            ),
            models.CheckConstraint(
                condition=(
                    Q(instelling__isnull=False, gemeente__isnull=True, naar_gemeente__isnull=True)
                    & (Q(naar_instelling__isnull=True) | ~Q(instelling=F("naar_instelling")))
                )
                | (
                    Q(gemeente__isnull=False, instelling__isnull=True, naar_instelling__isnull=True)
                    & (Q(naar_gemeente__isnull=True) | ~Q(gemeente=F("naar_gemeente")))
                ),
                name="sluit_of_naar_een_ander_van_dezelfde_soort",
            ),
            # Whoever answers, does it himself; and silence moves nothing.
            models.CheckConstraint(
                condition=Q(stilte="nee", beantwoord_namens__isnull=True, hoe_gezegd=""),
                name="sluiten_door_een_mens_bevestigd",
            ),
        ]

    def __str__(self) -> str:
        return (
            f"{self.organisatie} → {self.opvolger}"
            if self.opvolger
            else str(_("%(van)s stopt")) % {"van": self.organisatie}
        )

    @property
    def organisatie(self) -> Any:
        """Which one would stop."""
        return self.instelling or self.gemeente

    @property
    def opvolger(self) -> Any:
        """Where it would go on; None: all of it would end."""
        return self.naar_instelling or self.naar_gemeente

    @property
    def bij_instelling_id(self) -> UUID | None:
        """The instelling whose leidinggevende or bestuurder is asked first: the one that receives, else the one that stops."""
        return self.naar_instelling_id or self.instelling_id

    @property
    def partijen(self) -> tuple[UUID, ...]:
        """Who may not answer."""
        return (self.door_id,)
