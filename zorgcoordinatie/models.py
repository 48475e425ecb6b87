"""That a family may need help of several sides: who says so, by which road, and what came of it (Z10, Z13)."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gezinnen.models import Gezin
from instanties.models import Gebruiker, Gemeente, Instelling, Stilte, Verzoek, Verzoekstaat
from woorden.zinnen import zin


class Route(models.TextChoices):
    """By which road a family comes in (NOT; ZOU 3)."""

    LOKAAL_TEAM = "lokaal_team", zin(_("[het sociaal team] of het CJG"))
    VERWIJSINDEX = "verwijsindex", _("de verwijsindex")
    ZORGNETWERK = "zorgnetwerk", _("een zorgnetwerk")
    JUSTITIE = "justitie", _("het justitieel netwerk")
    MELDPUNT = "meldpunt", _("het meldpunt")
    ARTS = "arts", _("een verwijzing van een arts")
    GEZIN = "gezin", _("het gezin zelf")


class SignaalQuerySet(models.QuerySet["Signaal"]):
    def wacht(self) -> "SignaalQuerySet":
        return self.filter(staat=Verzoekstaat.WACHT)

    def met_wie(self) -> "SignaalQuerySet":
        """With what a page says of it."""
        return self.select_related(
            "door", "getypt_door", "van_instelling", "instelling", "gemeente", "gezin", "beantwoord_door"
        )


class Signaal(Verzoek):
    """Asks the intakepunt of a gemeente to take up a family. Until then there is no Gezin, and nothing of it in any plan.

    A yes makes the Gezin, held by its signaalhouder (S10). A no has a reason, and the row goes when the region's time is over.
    Silence asks who leads the intakepunt too. Who is asked, says `selectie.py`, at every read.
    """

    gemeente = models.ForeignKey(Gemeente, verbose_name=_("gemeente"), on_delete=models.PROTECT, related_name="+")
    # The intakepunt at which it lies.
    instelling = models.ForeignKey(Instelling, on_delete=models.PROTECT, related_name="signalen")
    # From where a professional sends it. The family, and whoever rings, sends it from nowhere.
    van_instelling = models.ForeignKey(Instelling, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    route = models.CharField(_("langs welke weg"), max_length=20, choices=Route)
    naam = models.CharField(_("om welk gezin gaat het"), max_length=100)
    telefoon = models.CharField(_("telefoon"), max_length=20)
    wat = models.CharField(_("wat speelt er"), max_length=300)
    met_gezin = models.BooleanField(_("het gezin weet hiervan"))
    waarom_zonder = models.CharField(_("waarom zonder het gezin"), max_length=300, blank=True)
    # Who typed what somebody said by phone.
    getypt_door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # By the public page: anybody may have typed it (S24).
    openbaar = models.BooleanField(default=False)
    nagebeld_op = models.DateTimeField(null=True, blank=True)
    stilte = models.CharField(max_length=10, choices=Stilte, default=Stilte.VERDER)
    uiterlijk_op = models.DateTimeField()
    waarom_niet = models.CharField(_("waarom niet"), max_length=500, blank=True)
    gezin = models.OneToOneField(Gezin, null=True, blank=True, on_delete=models.CASCADE, related_name="signaal")

    objects = SignaalQuerySet.as_manager()

    class Meta:
        ordering = ["uiterlijk_op", "id"]
        verbose_name = _("signaal")
        verbose_name_plural = _("signalen")
        constraints = [
            *Verzoek.Meta.constraints,
            models.CheckConstraint(
                condition=Q(staat="ja", gezin__isnull=False) | ~Q(staat="ja") & Q(gezin__isnull=True),
                name="opgepakt_signaal_is_een_gezin",
            ),
            models.CheckConstraint(condition=~Q(staat="nee") | ~Q(waarom_niet=""), name="weigering_zegt_waarom"),
            models.CheckConstraint(
                condition=Q(met_gezin=True) | ~Q(waarom_zonder=""), name="zonder_het_gezin_met_een_reden"
            ),
            models.CheckConstraint(
                condition=Q(openbaar=False) | ~Q(staat="ja") | Q(nagebeld_op__isnull=False),
                name="openbaar_signaal_is_nagebeld",
            ),
            models.CheckConstraint(
                condition=Q(door__isnull=False, van_instelling__isnull=False, openbaar=False, getypt_door__isnull=True)
                | Q(door__isnull=True, van_instelling__isnull=True)
                & (Q(openbaar=True, getypt_door__isnull=True) | Q(openbaar=False, getypt_door__isnull=False)),
                name="signaal_van_een_of_van_buiten",
            ),
            models.CheckConstraint(condition=Q(uiterlijk_op__gt=F("op")), name="signaal_eindigt_na_begin"),
        ]

    def __str__(self) -> str:
        return self.naam

    def is_te_laat(self, nu: datetime) -> bool:
        """Whether nobody took it up in the term of the region."""
        return self.wacht and self.uiterlijk_op <= nu
