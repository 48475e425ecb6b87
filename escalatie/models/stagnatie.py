"""That a plan does not move: per goal and missing party, with who outside the family's team takes part in it.

At every moment an open stagnatie has exactly one open stap with one keeper and one running step term (E9): at most one by the
unique constraints here, at least one by the deferred triggers of migration 0004.
"""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from guardian.models import UserObjectPermissionBase

from core.states import Moves
from escalatie.models.ladder import Escalatiemodel
from gezinnen.models import Deelnemer, Gezin
from gezinsplan.models import Afspraak, Doel
from instanties.models import Gebruiker, Gemeente, Instelling
from woorden.zinnen import zin


class Oorzaak(models.TextChoices):
    """Causes of stagnatie (E1)."""

    AFSPRAAK_NIET_NAGEKOMEN = "afspraak", _("een afspraak is niet nagekomen")
    WACHTLIJST = "wachtlijst", _("er is een wachtlijst")
    OMSTANDIGHEDEN = "omstandigheden", _("de omstandigheden zijn veranderd")
    CRISIS = "crisis", _("er is een (nieuwe) crisis")
    DOET_NIET_MEE = "doet_niet_mee", _("iemand van het gezin wil nu niet (verder) meedoen")
    PLAN_KOMT_ER_NIET = "plan", _("het plan komt er niet")


class Klasse(models.IntegerChoices):
    """What weighs more goes first: higher above lower, in order and in terms. Never lowered while it is open."""

    GEWOON = 0, _("gewoon")
    CRISIS = 1, _("crisis")
    VEILIGHEID = 2, _("veiligheid")


class Stagnatiestaat(models.TextChoices):
    OPEN = "open", _("Loopt vast")
    OPGELOST = "opgelost", _("Opgelost")
    INGETROKKEN = "ingetrokken", _("Was al gedaan")
    # About somebody who died (I9).
    VERVALLEN = "vervallen", _("Niet meer nodig")


class StagnatieRecht(models.TextChoices):
    """What someone outside the family's team may do with one stagnatie."""

    BEKIJKEN = "stagnatie_bekijken", zin(_("[de stagnatie] bekijken"))
    HANDELEN = "stagnatie_handelen", _("acties vastleggen en beslissen")
    ADVISEREN = "stagnatie_adviseren", _("advies geven")


class StagnatieQuerySet(models.QuerySet["Stagnatie"]):
    def open(self) -> "StagnatieQuerySet":
        return self.filter(staat=Stagnatiestaat.OPEN)


class Stagnatie(models.Model):
    """That a plan does not move: per goal and missing party (E1). `partij` empty: nobody in particular; `doel` empty: the whole plan."""

    overgangen = Moves(
        {
            Stagnatiestaat.OPEN: {Stagnatiestaat.OPGELOST, Stagnatiestaat.INGETROKKEN, Stagnatiestaat.VERVALLEN},
            # The tick for which it was withdrawn was wrong (E14).
            Stagnatiestaat.INGETROKKEN: {Stagnatiestaat.OPEN},
        }
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gezin = models.ForeignKey(Gezin, on_delete=models.CASCADE, related_name="stagnaties")
    doel = models.ForeignKey(Doel, null=True, blank=True, on_delete=models.PROTECT, related_name="stagnaties")
    partij = models.ForeignKey(Deelnemer, null=True, blank=True, on_delete=models.PROTECT, related_name="stagnaties")
    model = models.ForeignKey(Escalatiemodel, on_delete=models.PROTECT, related_name="stagnaties")
    oorzaak = models.CharField(max_length=20, choices=Oorzaak)
    klasse = models.PositiveSmallIntegerField(choices=Klasse, default=Klasse.GEWOON, db_default=Klasse.GEWOON)
    toelichting = models.CharField(_("wat is er aan de hand"), max_length=1000, blank=True)
    staat = models.CharField(max_length=12, choices=Stagnatiestaat, default=Stagnatiestaat.OPEN)
    gemeld_door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    geopend_op = models.DateTimeField()
    gesloten_op = models.DateTimeField(null=True, blank=True)
    geleerd = models.CharField(_("wat hebben we geleerd"), max_length=1000, blank=True)
    voorganger = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="opvolgers")
    afspraken = models.ManyToManyField(Afspraak, through="StagnatieAfspraak", related_name="stagnaties")

    objects = StagnatieQuerySet.as_manager()

    class Meta:
        verbose_name = _("stagnatie")
        ordering = ["geopend_op", "id"]
        permissions = [(recht.value, recht.label) for recht in StagnatieRecht]
        indexes = [models.Index(fields=["gezin"], condition=Q(staat="open"), name="open_stagnatie_van_gezin")]
        constraints = [
            models.UniqueConstraint(
                fields=["gezin", "doel", "partij"],
                condition=Q(staat="open"),
                nulls_distinct=False,
                name="een_open_stagnatie_per_doel_en_partij",
            ),
            models.CheckConstraint(
                condition=Q(staat="open", gesloten_op__isnull=True) | ~Q(staat="open") & Q(gesloten_op__isnull=False),
                name="gesloten_stagnatie_heeft_einde",
            ),
        ]

    def __str__(self) -> str:
        return f"stagnatie {self.geopend_op:%Y-%m-%d}"

    @property
    def is_open(self) -> bool:
        return self.staat == Stagnatiestaat.OPEN

    @property
    def gaat_voor(self) -> bool:
        """Whether this is a crisis or about safety: told at once, on top, with terms of its own (E1, S2)."""
        return self.klasse > Klasse.GEWOON


class Medepartij(models.Model):
    """A party beside the first: two who were to do one afspraak together are one course, with both in sight (E12)."""

    stagnatie = models.ForeignKey(Stagnatie, on_delete=models.CASCADE, related_name="medepartijen")
    deelnemer = models.ForeignKey(Deelnemer, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["stagnatie", "deelnemer"], name="een_keer_medepartij")]

    def __str__(self) -> str:
        return f"{self.stagnatie_id} {self.deelnemer_id}"


class StagnatieRechtVerlening(UserObjectPermissionBase):
    """Guardian's grant on a stagnatie, with a direct foreign key."""

    content_object = models.ForeignKey(Stagnatie, on_delete=models.CASCADE)


class StagnatieAfspraak(models.Model):
    """A missed afspraak that belongs to this stagnatie; a further one of the same party joins (E12)."""

    stagnatie = models.ForeignKey(Stagnatie, on_delete=models.CASCADE)
    afspraak = models.ForeignKey(Afspraak, on_delete=models.PROTECT)
    op = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["stagnatie", "afspraak"], name="afspraak_een_keer_in_stagnatie")]

    def __str__(self) -> str:
        return f"{self.stagnatie_id} {self.afspraak_id}"


class BetrokkenOrganisatie(models.Model):
    """That an instelling or gemeente takes part in a stagnatie, from which step; its managers or officials may see it from there."""

    stagnatie = models.ForeignKey(Stagnatie, on_delete=models.CASCADE, related_name="organisaties")
    instelling = models.ForeignKey(Instelling, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    gemeente = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    vanaf_stap = models.PositiveSmallIntegerField()
    # The instelling whose share is missing, as against the one that keeps the step.
    aandeel_ontbreekt = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["stagnatie", "instelling", "gemeente"],
                nulls_distinct=False,
                name="organisatie_een_keer_in_stagnatie",
            ),
            models.CheckConstraint(
                condition=Q(instelling__isnull=True, gemeente__isnull=False)
                | Q(instelling__isnull=False, gemeente__isnull=True),
                name="instelling_of_gemeente",
            ),
        ]

    def __str__(self) -> str:
        return str(self.instelling or self.gemeente)
