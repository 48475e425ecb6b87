"""Terms: one table is the clock's work list, each person's 'Mijn werk', and the proof that none was missed (E9)."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.states import Moves
from gezinnen.models import Gezin
from instanties.models import Gebruiker
from woorden.duur import Duur, Eenheid

# The beat sends a tick every minute: one may be late, three in a row is a clock that stands still.
STIL_NA = timedelta(minutes=3)


class Termijnstaat(models.TextChoices):
    LOOPT = "loopt", _("Loopt")
    GEHAALD = "gehaald", _("Gehaald")
    NIET_GEHAALD = "niet_gehaald", _("Niet gehaald")
    VERVALLEN = "vervallen", _("Niet meer nodig")


class TermijnQuerySet(models.QuerySet["Termijn"]):
    def lopend(self) -> "TermijnQuerySet":
        return self.filter(staat=Termijnstaat.LOOPT)

    def gevraagd_aan(self, gebruiker: Gebruiker) -> "TermijnQuerySet":
        """What is asked of this person: the terms with a Gevraagd row of theirs."""
        return self.filter(gevraagden__gebruiker=gebruiker)


class Termijn(models.Model):
    """One term of one thing, which holds a OneToOne to it (afspraak, navraag, stap, ...); `soort` names the handler.

    `loopt_af_op` is what was agreed; `aan_de_beurt_op` is when the clock looks at it: the same moment, when the region's day
    begins where what follows waits for that (S2), or the next try.
    """

    overgangen = Moves(
        {
            Termijnstaat.LOOPT: {Termijnstaat.GEHAALD, Termijnstaat.NIET_GEHAALD, Termijnstaat.VERVALLEN},
            # A wrong tick can be taken back, and what was late may turn out to have been done in time (E14).
            Termijnstaat.GEHAALD: {Termijnstaat.LOOPT, Termijnstaat.NIET_GEHAALD},
            # Passed while something is still to be asked first, or dropped with what was closed by mistake: it runs again.
            Termijnstaat.NIET_GEHAALD: {Termijnstaat.GEHAALD, Termijnstaat.LOOPT},
            Termijnstaat.VERVALLEN: {Termijnstaat.LOOPT},
        }
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    soort = models.CharField(max_length=40)
    gezin = models.ForeignKey(Gezin, on_delete=models.CASCADE, related_name="termijnen")
    houder = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="bewaakte_termijnen"
    )
    staat = models.CharField(max_length=15, choices=Termijnstaat, default=Termijnstaat.LOOPT)
    begint_op = models.DateTimeField()
    loopt_af_op = models.DateTimeField()
    aan_de_beurt_op = models.DateTimeField()
    # As agreed, when it was agreed as a length; empty when a date was named.
    aantal = models.PositiveSmallIntegerField(null=True, blank=True)
    eenheid = models.CharField(max_length=10, choices=Eenheid, blank=True)
    oorspronkelijk_loopt_af_op = models.DateTimeField()
    beeindigd_op = models.DateTimeField(null=True, blank=True)
    pogingen = models.PositiveSmallIntegerField(default=0)

    objects = TermijnQuerySet.as_manager()

    class Meta:
        verbose_name = _("termijn")
        ordering = ["loopt_af_op", "id"]
        indexes = [
            models.Index(
                fields=["aan_de_beurt_op", "gezin", "id"], condition=Q(staat="loopt"), name="termijn_volgende_beurt"
            ),
            models.Index(fields=["gezin"], condition=Q(staat="loopt"), name="termijn_lopend_van_gezin"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(staat="loopt", beeindigd_op__isnull=True)
                | ~Q(staat="loopt") & Q(beeindigd_op__isnull=False),
                name="beeindigde_termijn_heeft_einde",
            ),
            models.CheckConstraint(
                condition=Q(loopt_af_op__gte=F("begint_op")), name="termijn_eindigt_niet_voor_begin"
            ),
            models.CheckConstraint(
                condition=Q(aantal__isnull=True, eenheid="") | Q(aantal__gte=1) & ~Q(eenheid=""),
                name="duur_heeft_aantal_en_eenheid",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.loopt_af_op:%Y-%m-%d %H:%M}"

    @property
    def loopt(self) -> bool:
        return self.staat == Termijnstaat.LOOPT

    @property
    def is_voorbij(self) -> bool:
        """Whether the clock saw it pass, and what follows waits until the region's day begins: nobody moves it any more (S2)."""
        return self.loopt and not self.pogingen and self.loopt_af_op < self.aan_de_beurt_op

    @property
    def in_uren(self) -> bool:
        """Whether the hour matters when it is shown."""
        return self.eenheid == Eenheid.UUR

    @property
    def duur(self) -> Duur | None:
        return Duur(self.aantal, Eenheid(self.eenheid)) if self.aantal else None


class Gevraagd(models.Model):
    """That a term asks something of this person: one row in that person's 'Mijn werk' while the term runs (R2)."""

    termijn = models.ForeignKey(Termijn, on_delete=models.CASCADE, related_name="gevraagden")
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="gevraagd")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gebruiker", "termijn"], name="een_keer_gevraagd")]

    def __str__(self) -> str:
        return f"{self.gebruiker_id} {self.termijn_id}"


class Wijzigingsoort(models.TextChoices):
    """What kind of change of a term, where a rule asks that; why, is told to people and read by none."""

    GEWOON = "gewoon", _("veranderd")
    # It moved along with a question that is answered first: nobody's lengthening.
    WACHT = "wacht", _("wacht op een antwoord")
    # What it is for has changed: the next thing to be done in the same step.
    FASE = "fase", _("nu voor wat erna komt")


class TermijnWijziging(models.Model):
    """One change of a term: of its moment, its keeper or its state, by whom (nobody: the clock), and why (E7)."""

    termijn = models.ForeignKey(Termijn, on_delete=models.CASCADE, related_name="wijzigingen")
    op = models.DateTimeField()
    door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # For whom it was said or done by standing in, at that moment (I6).
    namens = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    van_staat = models.CharField(max_length=15, choices=Termijnstaat, blank=True)
    naar_staat = models.CharField(max_length=15, choices=Termijnstaat)
    van_loopt_af_op = models.DateTimeField(null=True, blank=True)
    naar_loopt_af_op = models.DateTimeField()
    soort = models.CharField(
        max_length=10, choices=Wijzigingsoort, default=Wijzigingsoort.GEWOON, db_default=Wijzigingsoort.GEWOON
    )
    reden = models.TextField(blank=True)

    class Meta:
        ordering = ["op", "id"]

    def __str__(self) -> str:
        return f"{self.van_staat} → {self.naar_staat}"


class Herinnering(models.Model):
    """A reminder of a running term; the row goes when it has been sent or when its term has ended."""

    termijn = models.ForeignKey(Termijn, on_delete=models.CASCADE, related_name="herinneringen")
    aan_de_beurt_op = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["aan_de_beurt_op"], name="herinnering_aan_de_beurt")]
        constraints = [
            models.UniqueConstraint(fields=["termijn", "aan_de_beurt_op"], name="een_herinnering_per_moment")
        ]

    def __str__(self) -> str:
        return f"{self.aan_de_beurt_op:%Y-%m-%d %H:%M}"


class Klokfout(models.Model):
    """A term whose handling failed: shown to the beheerder, without family data, until it has passed."""

    termijn = models.ForeignKey(Termijn, on_delete=models.CASCADE, related_name="fouten")
    op = models.DateTimeField()
    melding = models.CharField(max_length=300)
    poging = models.PositiveSmallIntegerField()
    opgelost_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-op"]

    def __str__(self) -> str:
        return self.melding


class Kloktik(models.Model):
    """When the clock last ran and what it did: one row, so that anyone can see that it runs."""

    laatste_op = models.DateTimeField()
    aantal_termijnen = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="een_kloktik")]

    def __str__(self) -> str:
        return f"{self.laatste_op:%Y-%m-%d %H:%M}"

    def staat_stil(self, nu: datetime) -> bool:
        """Whether the clock doesn't run at `nu` (E9). A tick in the future too: then a machine's own clock is wrong."""
        return abs(nu - self.laatste_op) > STIL_NA
