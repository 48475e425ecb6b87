"""The region's ladder as data: who keeps which step and how long there is to record actions (E8)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from woorden.duur import Duur, Eenheid
from woorden.zinnen import zin

TWEE_WEKEN = Duur(2, Eenheid.WEEK)


class Houderrol(models.TextChoices):
    """Who keeps a step of the ladder."""

    COORDINATOR = "coordinator", zin(_("[zorgcoördinator]"))
    MANAGER = "manager", _("manager")
    AMBTENAAR = "ambtenaar", _("gemeenteambtenaar")


class Escalatiemodel(models.Model):
    """A region's ladder, versioned: running stagnaties keep the version they began with (E8)."""

    naam = models.CharField(max_length=100)
    versie = models.PositiveSmallIntegerField(default=1)
    actief = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("escalatiemodel")
        constraints = [
            models.UniqueConstraint(fields=["naam", "versie"], name="een_keer_dezelfde_modelversie"),
            models.UniqueConstraint(fields=["actief"], condition=Q(actief=True), name="een_actief_escalatiemodel"),
        ]

    def __str__(self) -> str:
        return f"{self.naam} ({self.versie})"


class Spoorbegin(models.TextChoices):
    """How a track of a ladder begins."""

    VANZELF = "vanzelf", _("vanzelf, als iets vastloopt")
    GEKOZEN = "gekozen", _("als iemand ervoor kiest")


class Modelspoor(models.Model):
    """One track of a ladder: its steps in order, that lead to those of another track where it says so (E8)."""

    model = models.ForeignKey(Escalatiemodel, on_delete=models.CASCADE, related_name="sporen")
    nummer = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=100)
    begin = models.CharField(max_length=10, choices=Spoorbegin)
    wanneer = models.TextField(blank=True)

    class Meta:
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(fields=["model", "nummer"], name="een_spoor_per_nummer"),
            models.UniqueConstraint(
                fields=["model"], condition=Q(begin="vanzelf"), name="een_spoor_dat_vanzelf_begint"
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class Anders(models.TextChoices):
    """What 'no' to a guideline does."""

    REDEN = "reden", _("vraagt een reden")
    ELDERS = "elders", _("verwijst naar een ander")


class Weet(models.TextChoices):
    """What a course knows itself, so that nobody is asked it."""

    GAAT_VOOR = "gaat_voor", _("dat het een crisis is, of over veiligheid gaat")


class Modelcriterium(models.Model):
    """A guideline for choosing a track: 'yes' fits, 'no' asks a reason or sends elsewhere (E8, S25).

    `weet`: what, once the course knows it, is a 'no' here.
    """

    spoor = models.ForeignKey(Modelspoor, on_delete=models.CASCADE, related_name="criteria")
    letter = models.CharField(max_length=1)
    vraag = models.CharField(max_length=300)
    anders = models.CharField(max_length=10, choices=Anders, default=Anders.REDEN)
    verwijzing = models.CharField(max_length=300, blank=True)
    weet = models.CharField(max_length=10, choices=Weet, blank=True, default="", db_default="")

    class Meta:
        ordering = ["letter"]
        constraints = [
            models.UniqueConstraint(fields=["spoor", "letter"], name="een_criterium_per_letter"),
            models.CheckConstraint(
                condition=~Q(anders="elders") | ~Q(verwijzing=""), name="wie_verwijst_zegt_waarheen"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.letter}. {self.vraag}"


class Modelstap(models.Model):
    """One step of a ladder: who keeps it, how long there is to record actions, and which step follows (none: the last).

    `begint`: with this step its track begins, so nobody was reached before it.
    """

    model = models.ForeignKey(Escalatiemodel, on_delete=models.CASCADE, related_name="stappen")
    spoor = models.ForeignKey(Modelspoor, null=True, blank=True, on_delete=models.CASCADE, related_name="stappen")
    begint = models.BooleanField(default=False, db_default=False)
    nummer = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=100)
    naam_voor_gezin = models.CharField(max_length=100)
    houderrol = models.CharField(max_length=20, choices=Houderrol)
    vastleggen_aantal = models.PositiveSmallIntegerField()
    vastleggen_eenheid = models.CharField(max_length=10, choices=Eenheid)
    # A step may begin with a talk, held or planned in this time; recording then counts from the day of the talk.
    gesprek_aantal = models.PositiveSmallIntegerField(null=True, blank=True)
    gesprek_eenheid = models.CharField(max_length=10, choices=Eenheid, blank=True, default="", db_default="")
    gesprek_gepland = models.BooleanField(default=False, db_default=False)
    # How far ahead it may be planned: else planning it would stop the ladder. Empty: two weeks.
    vooruit_aantal = models.PositiveSmallIntegerField(null=True, blank=True)
    vooruit_eenheid = models.CharField(max_length=10, choices=Eenheid, blank=True, default="", db_default="")
    # For what goes first, a crisis or safety; empty: as long as the rest.
    spoed_aantal = models.PositiveSmallIntegerField(null=True, blank=True)
    spoed_eenheid = models.CharField(max_length=10, choices=Eenheid, blank=True, default="", db_default="")
    volgende = models.ForeignKey("self", null=True, blank=True, on_delete=models.RESTRICT, related_name="vorigen")

    class Meta:
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["model", "spoor", "nummer"], nulls_distinct=False, name="een_stap_per_nummer_van_spoor"
            ),
            models.CheckConstraint(
                condition=Q(gesprek_aantal__isnull=True, gesprek_eenheid="")
                | Q(gesprek_aantal__gte=1) & ~Q(gesprek_eenheid=""),
                name="gesprek_heeft_aantal_en_eenheid",
            ),
            models.CheckConstraint(
                condition=Q(spoed_aantal__isnull=True, spoed_eenheid="")
                | Q(spoed_aantal__gte=1) & ~Q(spoed_eenheid=""),
                name="spoed_heeft_aantal_en_eenheid",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        """A step is followed by a higher one of its track, or by one of another track; nobody goes round in a circle."""
        volgende = self.volgende
        if volgende is None:
            return
        lager = volgende.spoor_id == self.spoor_id and volgende.nummer <= self.nummer
        if volgende.model_id != self.model_id or lager:
            raise ValidationError({"volgende": _("Kies een hogere stap van dezelfde ladder.")})
        while volgende is not None:
            if volgende.pk == self.pk:
                raise ValidationError({"volgende": _("Zo gaat de ladder rond: kies een andere stap.")})
            volgende = volgende.volgende

    @property
    def gesprek(self) -> Duur | None:
        """How long there is to hold or plan the talk with which this step begins; None: it begins without."""
        return Duur(self.gesprek_aantal, Eenheid(self.gesprek_eenheid)) if self.gesprek_aantal else None

    @property
    def vooruit(self) -> Duur:
        """How far ahead a talk that is planned may be."""
        return Duur(self.vooruit_aantal, Eenheid(self.vooruit_eenheid)) if self.vooruit_aantal else TWEE_WEKEN

    def vastleggen(self, *, spoed: bool = False) -> Duur:
        """How long there is to record actions; `spoed`: in what goes first."""
        if spoed and self.spoed_aantal:
            return Duur(self.spoed_aantal, Eenheid(self.spoed_eenheid))
        return Duur(self.vastleggen_aantal, Eenheid(self.vastleggen_eenheid))


class Niveauhouder(models.TextChoices):
    """Who keeps a level of a step."""

    STAP = "stap", _("wie de stap houdt")
    BESTUUR = "bestuur", _("wie de gemeente boven de ambtenaar noemt")
    REGIO = "regio", _("wie de regio noemt")


class Modelniveau(models.Model):
    """A level within a step, with its own keeper: ambtelijk, wethouder of burgemeester, via de regio (E6)."""

    modelstap = models.ForeignKey(Modelstap, on_delete=models.CASCADE, related_name="niveaus")
    nummer = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=100)
    naam_voor_gezin = models.CharField(max_length=100)
    wanneer = models.TextField()
    houder = models.CharField(
        max_length=10, choices=Niveauhouder, default=Niveauhouder.STAP, db_default=Niveauhouder.STAP
    )

    class Meta:
        ordering = ["nummer"]
        constraints = [models.UniqueConstraint(fields=["modelstap", "nummer"], name="een_niveau_per_nummer")]

    def __str__(self) -> str:
        return self.naam
