"""The one-time link: a professional without an account answers a navraag himself (G17)."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from gezinnen.models import Deelnemer, SoortDeelnemer
from gezinsplan.models.afspraak import Afspraak, Afspraakstaat
from gezinsplan.models.navraag import Navraag, Navraagstaat
from instanties.models import Gebruiker
from toestemming.models import Grondslag, Veiligheidsvlag

HOOGSTENS_POGINGEN = 5


class EenmaligeLinkQuerySet(models.QuerySet["EenmaligeLink"]):
    def levend(self, nu: datetime) -> "EenmaligeLinkQuerySet":
        """Links that open something at `nu`: asked anew at every read, for whatever may have ended since (G17, T3).

        Not used, not withdrawn, not past its moment, not tried too often; the question still waits for its first
        answer; the doer still takes part, still does this and still has no account; the ground is still in force, and no flag
        keeps from the doer whom it is about.
        """
        doet = Afspraak.uitvoerders.through.objects.filter(
            afspraak_id=OuterRef("navraag__afspraak_id"), deelnemer_id=OuterRef("deelnemer_id")
        )
        # Whom a safety flag concerns reads nothing about those it protects; the link says as little as one that is past (X5).
        verborgen = Veiligheidsvlag.objects.geldend().filter(
            voor_wie=OuterRef("deelnemer"), over_wie__overlap=OuterRef("navraag__afspraak__over_wie")
        )
        return self.filter(
            Exists(doet),
            ~Exists(verborgen),
            gebruikt_op__isnull=True,
            ingetrokken_op__isnull=True,
            verloopt_op__gt=nu,
            pogingen__lt=HOOGSTENS_POGINGEN,
            navraag__staat=Navraagstaat.OPEN,
            navraag__termijn__loopt_af_op__gt=nu,
            navraag__afspraak__staat=Afspraakstaat.GEVRAAGD,
            navraag__afspraak__doel__plan__gezin=F("deelnemer__gezin"),
            deelnemer__soort=SoortDeelnemer.PROFESSIONAL,
            deelnemer__gestopt_op__isnull=True,
            deelnemer__gebruiker__isnull=True,
            deelnemer__instelling__actief=True,
            grondslag__in=Grondslag.objects.geldig(nu).voor_plan(),
        )

    def beantwoord_naar_onbevestigd(self) -> "EenmaligeLinkQuerySet":
        """Those by which was answered, that went to an address of which only the sender says whose it is (I9)."""
        return self.filter(gebruikt_op__isnull=False, adres_onbevestigd=True)


class EenmaligeLink(models.Model):
    """One way in for one doer to one question. Of link and code only a keyed hash is kept.

    At most one per question and doer that hasn't been used or withdrawn: a new one takes its place.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    navraag = models.ForeignKey(Navraag, on_delete=models.CASCADE, related_name="links")
    deelnemer = models.ForeignKey(Deelnemer, on_delete=models.CASCADE, related_name="links")
    # Why the doer may read this afspraak; when it ends, so does the link (T3).
    grondslag = models.ForeignKey(Grondslag, on_delete=models.PROTECT, related_name="+")
    geheim_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64)
    pogingen = models.PositiveSmallIntegerField(default=0)
    # Where the mail went, and whether only the sender says that it is the doer's: then the answer says no more (I9).
    email = models.EmailField(blank=True, default="", db_default="")
    adres_onbevestigd = models.BooleanField(default=False, db_default=False)
    gemaakt_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField()
    verloopt_op = models.DateTimeField()
    gebruikt_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    objects = EenmaligeLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("eenmalige link")
        verbose_name_plural = _("eenmalige links")
        ordering = ["gemaakt_op"]
        constraints = [
            models.UniqueConstraint(
                fields=["navraag", "deelnemer"],
                condition=Q(gebruikt_op__isnull=True, ingetrokken_op__isnull=True),
                name="een_open_link_per_uitvoerder",
            ),
            models.UniqueConstraint(
                fields=["navraag"], condition=Q(gebruikt_op__isnull=False), name="een_antwoord_per_navraag_met_link"
            ),
            models.CheckConstraint(
                condition=Q(gebruikt_op__isnull=True) | Q(ingetrokken_op__isnull=True),
                name="gebruikte_link_is_niet_ingetrokken",
            ),
            models.CheckConstraint(condition=Q(verloopt_op__gt=F("gemaakt_op")), name="link_verloopt_na_maken"),
        ]

    def __str__(self) -> str:
        return f"eenmalige link {self.gemaakt_op:%Y-%m-%d}"
