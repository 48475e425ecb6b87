"""Who read or changed what, when, on which ground (X1, NEN 7513). Knows no domain: uuids, and names as they were."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Handeling(models.TextChoices):
    """What was done: the acts that NEN 7513 wants to see."""

    AANMELDEN = "aanmelden", _("ingelogd")
    AFMELDEN = "afmelden", _("uitgelogd")
    BEKIJKEN = "bekijken", _("bekeken")
    ZOEKEN = "zoeken", _("gezocht")
    AANMAKEN = "aanmaken", _("gemaakt")
    WIJZIGEN = "wijzigen", _("veranderd")
    VERWIJDEREN = "verwijderen", _("verwijderd")
    AFDRUKKEN = "afdrukken", _("afgedrukt")
    EXPORTEREN = "exporteren", _("meegenomen in een bestand")
    RECHTEN_WIJZIGEN = "rechten_wijzigen", _("rechten veranderd")
    LOG_BEKIJKEN = "log_bekijken", _("logboek bekeken")
    NOODTOEGANG = "noodtoegang", _("noodtoegang gebruikt")
    KLOK = "klok", _("door de klok gedaan")


class Uitkomst(models.TextChoices):
    """Whether it was let through."""

    GELUKT = "gelukt", _("gelukt")
    GEWEIGERD = "geweigerd", _("geweigerd")


class Logregel(models.Model):
    """One row of the logboek. The app may insert and select, never change or delete: the database sees to it.

    The table is partitioned by month of `op` (its real key is id and op); see the migration.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    op = models.DateTimeField(default=timezone.now, editable=False)
    bezoek = models.UUIDField(null=True)
    verzoek = models.UUIDField(null=True)
    gebruiker_id = models.UUIDField(null=True)
    gebruiker_naam = models.CharField(max_length=150, blank=True)
    namens_id = models.UUIDField(null=True)
    namens_naam = models.CharField(max_length=150, blank=True)
    rol = models.CharField(max_length=100, blank=True)
    instelling_id = models.UUIDField(null=True)
    instelling_naam = models.CharField(max_length=150, blank=True)
    handeling = models.CharField(max_length=20, choices=Handeling)
    uitkomst = models.CharField(max_length=10, choices=Uitkomst, default=Uitkomst.GELUKT)
    doel = models.CharField(max_length=200, blank=True)
    gezin_id = models.UUIDField(null=True)
    gezin_nummer = models.CharField(max_length=30, blank=True)
    over_wie = ArrayField(models.UUIDField(), default=list)
    leefgebieden = ArrayField(models.CharField(max_length=30), default=list)
    # What exactly was shown, as strings that a higher room makes and reads: what it is about × about whom.
    onderwerpen = ArrayField(models.TextField(), default=list)
    object_soort = models.CharField(max_length=50, blank=True)
    object_id = models.UUIDField(null=True)
    object_naam = models.CharField(max_length=200, blank=True)
    getoond = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    grondslag = models.TextField(blank=True)
    grondslag_ids = ArrayField(models.UUIDField(), default=list)
    netwerkadres = models.GenericIPAddressField(null=True)
    bron = models.CharField(max_length=100, blank=True)
    url_naam = models.CharField(max_length=100, blank=True)
    melding = models.TextField(blank=True)

    class Meta:
        db_table = "logboek_regel"
        verbose_name = _("logboekregel")
        verbose_name_plural = _("logboekregels")
        ordering = ["-op"]
        indexes = [
            models.Index(fields=["gezin_id", "-op"], name="logboek_gezin_op"),
            models.Index(fields=["gebruiker_id", "-op"], name="logboek_gebruiker_op"),
            GinIndex(fields=["over_wie"], name="logboek_over_wie"),
        ]

    def __str__(self) -> str:
        return f"{self.op:%Y-%m-%d %H:%M} {self.gebruiker_naam or '-'}: {self.handeling} ({self.uitkomst})"


class SoortZegel(models.TextChoices):
    """What a link of the chain says."""

    REGELS = "regels", _("regels")
    VERWIJDERD = "verwijderd", _("maand verwijderd")


class Zegel(models.Model):
    """One link of the chain over the logboek: rows of one month whose position is from `van` up to `tot` (X1).

    `inhoud` is the sha256 of those rows, `kenmerk` that of this link with the `vorige` in it. Of kind VERWIJDERD: that
    month was taken away by its retention; its seals stay, and their rows can't be read again. Made by `zegels` only.
    """

    nummer = models.BigIntegerField(primary_key=True)
    soort = models.CharField(max_length=10, choices=SoortZegel)
    # Which columns were sealed, and how: zegels.VORMEN.
    vorm = models.PositiveSmallIntegerField()
    maand = models.DateField()
    van = models.BigIntegerField()
    tot = models.BigIntegerField()
    aantal = models.BigIntegerField()
    inhoud = models.CharField(max_length=64)
    vorige = models.CharField(max_length=64)
    kenmerk = models.CharField(max_length=64, unique=True)
    op = models.DateTimeField()

    class Meta:
        verbose_name = _("zegel")
        verbose_name_plural = _("zegels")
        ordering = ["nummer"]
        indexes = [models.Index(fields=["maand"], name="zegel_maand")]
        constraints = [
            models.CheckConstraint(condition=models.Q(tot__gte=models.F("van")), name="zegel_tot_na_van"),
            models.CheckConstraint(condition=models.Q(aantal__gte=0), name="zegel_aantal"),
        ]

    def __str__(self) -> str:
        return f"{self.nummer}:{self.kenmerk}"


class SoortOnderzoek(models.TextChoices):
    """What a privacy officer asks of the logboek."""

    MEDEWERKER = "medewerker", _("wat één medewerker deed")
    GEZIN = "gezin", _("wie bij één gezin keek")
    DATALEK = "datalek", _("wie zag wiens gegevens, tussen twee momenten")
    OPVALLEND = "opvallend", _("opvallend lezen")


class Onderzoek(models.Model):
    """One question put to the logboek, by whom and why (X1). Kept like the logboek itself: only ever added to."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    soort = models.CharField(max_length=12, choices=SoortOnderzoek)
    reden = models.CharField(max_length=500)
    door_id = models.UUIDField()
    door_naam = models.CharField(max_length=150)
    op = models.DateTimeField()
    van = models.DateTimeField()
    tot = models.DateTimeField()
    gebruiker_id = models.UUIDField(null=True)
    gebruiker_naam = models.CharField(max_length=150, blank=True)
    gezin_id = models.UUIDField(null=True)
    gezin_nummer = models.CharField(max_length=30, blank=True)
    # One person of that family, if the question is about him or her alone.
    over_wie = models.UUIDField(null=True)

    class Meta:
        verbose_name = _("onderzoek in het logboek")
        ordering = ["-op"]
        constraints = [
            models.CheckConstraint(condition=models.Q(tot__gt=models.F("van")), name="onderzoek_tot_na_van"),
            models.CheckConstraint(condition=~models.Q(reden=""), name="onderzoek_heeft_reden"),
            models.CheckConstraint(
                condition=~models.Q(soort="medewerker") | models.Q(gebruiker_id__isnull=False),
                name="onderzoek_naar_een_medewerker",
            ),
            models.CheckConstraint(
                condition=~models.Q(soort="gezin") | models.Q(gezin_id__isnull=False), name="onderzoek_naar_een_gezin"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} ({self.van:%Y-%m-%d}, {self.tot:%Y-%m-%d})"
