"""Grounds: why someone may see information of a family. The one table that zicht reads (T3)."""

import uuid
from datetime import datetime

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core import clock
from gezinnen.models import Deelnemer, Gezin
from instanties.models import Gebruiker, Instelling, Leefgebied
from woorden.zinnen import zin


class SoortGrondslag(models.TextChoices):
    """The kinds of ground that our own acts make, by their code. Each is a row of Grondslagsoort; there may be more."""

    COORDINATIE = "coordinatie", zin(_("[zorgcoördinator] van dit gezin"))
    RECHTSTREEKS_BETROKKEN = "rechtstreeks_betrokken", _("rechtstreeks betrokken bij de hulp")
    EIGEN_GEZIN = "eigen_gezin", _("gegevens van het eigen gezin")
    DOORZETTINGSMACHT = "doorzettingsmacht", zin(_("[doorzettingsmacht] volgens het convenant"))
    TOESTEMMING = "toestemming", _("toestemming van het gezin")


class Opent(models.TextChoices):
    """What a ground of a kind opens."""

    PLAN = "plan", _("het plan, voor waar de grondslag over gaat")
    BERICHT = "bericht", zin(_("alleen [het escalatiebericht]"))


class Grondslagsoort(models.Model):
    """A kind of ground with its rules: data, so that a new law needs no new code (T3).

    `met_de_hand`: the coordinator may record one. Then `vraagt_reden` and `vraagt_kenmerk` (of an order or a decision)
    say what must be filled in, and `hoogstens_dagen` how long one may last (empty: until somebody ends it).
    """

    code = models.SlugField(_("code"), max_length=30, primary_key=True)
    naam = models.CharField(_("naam"), max_length=100, unique=True)
    uitleg = models.CharField(_("uitleg voor het gezin"), max_length=300, blank=True)
    opent = models.CharField(_("wat gaat ermee open"), max_length=10, choices=Opent, default=Opent.PLAN)
    vraagt_ondertekenaars = models.BooleanField(_("alleen met handtekeningen"), default=False)
    vraagt_reden = models.BooleanField(_("vraagt een reden"), default=False)
    vraagt_kenmerk = models.BooleanField(_("vraagt het kenmerk van een besluit"), default=False)
    hoogstens_dagen = models.PositiveSmallIntegerField(
        _("duurt hoogstens (dagen)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(3650)],
    )
    met_de_hand = models.BooleanField(zin(_("[een zorgcoördinator] kan deze vastleggen")), default=False)
    actief = models.BooleanField(_("in gebruik"), default=True)

    class Meta:
        verbose_name = _("soort grondslag")
        verbose_name_plural = _("soorten grondslag")
        ordering = ["naam"]
        constraints = [
            models.CheckConstraint(
                condition=Q(met_de_hand=False) | Q(vraagt_ondertekenaars=False, opent="plan"),
                name="met_de_hand_opent_het_plan_zonder_handtekening",
                violation_error_message=_("Wat een handtekening vraagt, legt niemand met de hand vast."),
            )
        ]

    def __str__(self) -> str:
        return self.naam


class Bereik(models.TextChoices):
    """About whom a ground gives information."""

    IEDEREEN = "iedereen", _("iedereen van het gezin")
    PERSONEN = "personen", _("bepaalde personen")
    SAMEN = "samen", _("het gezin samen")


class GrondslagQuerySet(models.QuerySet["Grondslag"]):
    def geldig(self, nu: datetime | None = None) -> "GrondslagQuerySet":
        """Grounds in force at `nu` (default: now): not ended by an act, and not past the moment they were good for."""
        return self.filter(Q(uiterlijk__isnull=True) | Q(uiterlijk__gt=nu or clock.now()), tot__isnull=True)

    def voor_plan(self) -> "GrondslagQuerySet":
        """Those that open (part of) the plan; doorzettingsmacht opens an escalatiebericht only (E13)."""
        return self.filter(soort__opent=Opent.PLAN)


class Grondslag(models.Model):
    """Why somebody may see information of `gezin`: made and ended by acts, kept for ever (T3).

    For one account (`gebruiker`), or for whoever takes part for an `instelling`. For a betrokkene without account there is
    only the `deelnemer`, until an account comes. `alles` is for the coordinator, who makes the plan. Otherwise
    `leefgebieden` about the people of `bereik` is what is seen beside one's own share.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gezin = models.ForeignKey(Gezin, on_delete=models.CASCADE, related_name="grondslagen")
    gebruiker = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="grondslagen"
    )
    instelling = models.ForeignKey(
        Instelling, null=True, blank=True, on_delete=models.PROTECT, related_name="grondslagen"
    )
    deelnemer = models.ForeignKey(
        Deelnemer, null=True, blank=True, on_delete=models.CASCADE, related_name="grondslagen"
    )
    soort = models.ForeignKey(Grondslagsoort, on_delete=models.PROTECT, related_name="+", db_column="soort")
    alles = models.BooleanField(default=False)
    leefgebieden = ArrayField(models.CharField(max_length=20, choices=Leefgebied), default=list, blank=True)
    bereik = models.CharField(max_length=10, choices=Bereik, default=Bereik.IEDEREEN)
    over_wie = ArrayField(models.UUIDField(), default=list, blank=True)
    # The stap (doorzettingsmacht) or the toestemming that this ground belongs to: a uuid, for this room knows no escalatie.
    voor_object = models.UUIDField(null=True, blank=True)
    reden = models.CharField(_("reden"), max_length=1000, blank=True)
    kenmerk = models.CharField(_("kenmerk van het besluit"), max_length=100, blank=True)
    van = models.DateTimeField()
    uiterlijk = models.DateTimeField(null=True, blank=True)
    tot = models.DateTimeField(null=True, blank=True)

    objects = GrondslagQuerySet.as_manager()

    class Meta:
        verbose_name = _("grondslag")
        indexes = [
            models.Index(fields=["gebruiker", "gezin"], condition=Q(tot__isnull=True), name="grondslag_geldig"),
            # Consent and its withdrawal look at one family.
            models.Index(fields=["gezin"], condition=Q(tot__isnull=True), name="grondslag_van_gezin"),
            # Grounds of a step end with it.
            models.Index(
                fields=["voor_object"],
                condition=Q(tot__isnull=True, voor_object__isnull=False),
                name="grondslag_van_object",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["gezin", "gebruiker", "instelling", "deelnemer", "soort", "voor_object"],
                condition=Q(tot__isnull=True),
                nulls_distinct=False,
                name="een_geldige_grondslag_per_soort",
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="grondslag_eindigt_na_begin"
            ),
            models.CheckConstraint(
                condition=Q(alles=False) | Q(soort="coordinatie"), name="alles_alleen_voor_coordinatie"
            ),
            models.CheckConstraint(
                condition=~Q(soort__in=["doorzettingsmacht", "toestemming"]) | Q(voor_object__isnull=False),
                name="hoort_bij_stap_of_toestemming",
            ),
            models.CheckConstraint(
                condition=Q(instelling__isnull=True, gebruiker__isnull=False)
                | Q(instelling__isnull=True, deelnemer__isnull=False)
                | Q(instelling__isnull=False, gebruiker__isnull=True, deelnemer__isnull=True),
                name="grondslag_is_van_iemand_of_een_instelling",
            ),
            models.CheckConstraint(
                condition=Q(bereik="personen") & ~Q(over_wie=[]) | ~Q(bereik="personen") & Q(over_wie=[]),
                name="grondslag_noemt_personen",
            ),
        ]

    def __str__(self) -> str:
        return str(zin(self.soort.naam))
