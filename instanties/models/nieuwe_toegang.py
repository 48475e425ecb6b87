"""That somebody who works here would get a new way into an account in use, and what a second person said of it (I8, X2)."""

from datetime import datetime
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from instanties.models.organisaties import Gebruiker, Instelling
from instanties.models.verzoek import Stilte, Verzoek, Verzoekstaat


class ToegangsverzoekQuerySet(models.QuerySet["Toegangsverzoek"]):
    def loopt(self, nu: datetime) -> "ToegangsverzoekQuerySet":
        """Those that wait for an answer and whose term hasn't passed: asked at read, no clock has to run."""
        return self.filter(staat=Verzoekstaat.WACHT, uiterlijk_op__gt=nu)


class Toegangsverzoek(Verzoek):
    """That `door` wants to take password and second step from who works here, to hand out a new code (I8).

    Whoever has the code has all that the account opens. Until the yes nothing changes; silence is no. Whom it is asked of
    says `instanties/bevestigers.py`, at every read.
    """

    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="toegangsverzoeken")
    # Where this person works: there somebody knows whether the phone was really lost.
    instelling = models.ForeignKey(Instelling, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    stilte = models.CharField(max_length=10, choices=Stilte, default=Stilte.NEE, db_default=Stilte.NEE)
    uiterlijk_op = models.DateTimeField()

    objects = ToegangsverzoekQuerySet.as_manager()

    class Meta:
        ordering = ["op", "id"]
        verbose_name = _("gevraagde toegang")
        constraints = [
            *Verzoek.Meta.constraints,
            models.UniqueConstraint(
                fields=["gebruiker"], condition=Q(staat="wacht"), name="een_keer_gevraagd_om_toegang"
            ),
            models.CheckConstraint(condition=~Q(door=models.F("gebruiker")), name="niemand_vraagt_eigen_toegang"),
            # Whoever answers, does it himself, and it isn't who would get in; and silence opens nothing.
            models.CheckConstraint(
                condition=Q(stilte="nee", beantwoord_namens__isnull=True, hoe_gezegd="")
                & (Q(beantwoord_door__isnull=True) | ~Q(beantwoord_door=models.F("gebruiker"))),
                name="toegang_door_een_ander_bevestigd",
            ),
        ]

    def __str__(self) -> str:
        return str(self.gebruiker)

    @property
    def bij_instelling_id(self) -> UUID | None:
        """The instelling whose leidinggevende or bestuurder is asked first."""
        return self.instelling_id

    @property
    def partijen(self) -> tuple[UUID, ...]:
        """Who may not answer."""
        return (self.door_id, self.gebruiker_id)
