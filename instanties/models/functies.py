"""What a person does where (I3), and the question to a second person that goes before it (I8)."""

import uuid
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from instanties.models.organisaties import Gebruiker, Gemeente, Instelling
from instanties.models.verzoek import Stilte, Verzoek, Verzoekstaat
from woorden.zinnen import zin


class Rol(models.TextChoices):
    """What a person is within one instelling, gemeente or the region (I3). Roles within a family: gezinnen."""

    HULPVERLENER = "hulpverlener", _("hulpverlener")
    LEIDINGGEVENDE = "leidinggevende", _("leidinggevende")
    MANAGER = "manager", _("manager")
    BESTUURDER = "bestuurder", _("bestuurder")
    GEMEENTEAMBTENAAR = "gemeenteambtenaar", _("gemeenteambtenaar")
    SOCIAAL_TEAM = "sociaal_team", zin(_("lid van [het sociaal team]"))
    AANDACHTSFUNCTIONARIS = "aandachtsfunctionaris", _("aandachtsfunctionaris")
    MELDPUNT = "meldpunt", _("medewerker van het meldpunt")
    BEHEERDER = "beheerder", _("functioneel beheerder")
    PRIVACY_OFFICER = "privacy_officer", _("privacy officer")


ROLLEN_INSTELLING = [
    Rol.HULPVERLENER, Rol.LEIDINGGEVENDE, Rol.MANAGER, Rol.BESTUURDER,
    Rol.SOCIAAL_TEAM, Rol.AANDACHTSFUNCTIONARIS, Rol.MELDPUNT,
]  # fmt: skip
ROLLEN_GEMEENTE = [Rol.GEMEENTEAMBTENAAR]
ROLLEN_REGIO = [Rol.BEHEERDER, Rol.PRIVACY_OFFICER]

# Which role belongs to what kind of organisation; of the region: to neither.
_ROL_PAST = (
    Q(rol__in=ROLLEN_INSTELLING, instelling__isnull=False, gemeente__isnull=True)
    | Q(rol__in=ROLLEN_GEMEENTE, instelling__isnull=True, gemeente__isnull=False)
    | Q(rol__in=ROLLEN_REGIO, instelling__isnull=True, gemeente__isnull=True)
)
_ROL_PAST_NIET = _("Deze rol past niet bij deze organisatie.")


class FunctieVerzoekQuerySet(models.QuerySet["FunctieVerzoek"]):
    def loopt(self, nu: datetime) -> "FunctieVerzoekQuerySet":
        """Those that wait for an answer and whose term hasn't passed: asked at read, no clock has to run."""
        return self.filter(staat=Verzoekstaat.WACHT, uiterlijk_op__gt=nu)

    def verlopen(self, nu: datetime) -> "FunctieVerzoekQuerySet":
        """Those that nobody answered in time: nothing came of them."""
        return self.filter(Q(staat=Verzoekstaat.STILTE) | Q(staat=Verzoekstaat.WACHT, uiterlijk_op__lte=nu))


class FunctieVerzoek(Verzoek):
    """That `door` wants to give somebody a role, and asks a second person (I8). Until the yes there is no Functie.

    Whom it is asked of says `instanties/bevestigers.py`, at every read. Silence is no.
    """

    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    stilte = models.CharField(max_length=10, choices=Stilte, default=Stilte.NEE, db_default=Stilte.NEE)
    uiterlijk_op = models.DateTimeField()
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="gevraagde_functies")
    rol = models.CharField(_("rol"), max_length=30, choices=Rol)
    instelling = models.ForeignKey(Instelling, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    gemeente = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    leidinggevende = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    titel = models.CharField(_("functie"), max_length=100, blank=True)

    objects = FunctieVerzoekQuerySet.as_manager()

    class Meta:
        ordering = ["op", "id"]
        verbose_name = _("gevraagde functie")
        constraints = [
            *Verzoek.Meta.constraints,
            models.UniqueConstraint(
                fields=["gebruiker", "rol", "instelling", "gemeente"],
                condition=Q(staat="wacht"),
                nulls_distinct=False,
                name="een_keer_gevraagd_om_dezelfde_functie",
            ),
            models.CheckConstraint(
                condition=_ROL_PAST, name="gevraagde_rol_hoort_bij_organisatie", violation_error_message=_ROL_PAST_NIET
            ),
            # Three people: who asks, who answers, who gets it; and nobody answers for another.
            models.CheckConstraint(
                condition=~Q(gebruiker=F("door"))
                & (Q(beantwoord_door__isnull=True) | ~Q(beantwoord_door=F("gebruiker")))
                & Q(beantwoord_namens__isnull=True, hoe_gezegd=""),
                name="functie_gevraagd_door_een_ander",
            ),
            models.CheckConstraint(condition=Q(stilte="nee"), name="stilte_geeft_geen_functie"),
        ]

    def __str__(self) -> str:
        return f"{self.gebruiker}, {self.get_rol_display()} ({self.waar})"

    @property
    def waar(self) -> Any:
        """Where the role would be held."""
        return self.instelling or self.gemeente or _("regio")

    @property
    def bij_instelling_id(self) -> UUID | None:
        """The instelling whose leidinggevende or bestuurder is asked first."""
        return self.instelling_id

    @property
    def partijen(self) -> tuple[UUID, ...]:
        """Who may not answer."""
        return (self.door_id, self.gebruiker_id)


class Herkomst(models.TextChoices):
    """How somebody came by a function."""

    BESTOND_AL = "bestond_al", _("bestond al")
    BEVESTIGD = "bevestigd", _("bevestigd door een tweede persoon")
    SERVER = "server", _("gegeven op de server")


class Ongewoon(models.TextChoices):
    """Why a function that was given is told to the privacy officer the same day (I8)."""

    REGIO = "regio", _("een rol voor de hele regio")
    SERVER = "server", _("gegeven op de server, zonder tweede persoon")
    BUITEN = "buiten", _("bevestigd door iemand van buiten de organisatie")
    NA_CODE = "na_code", _("wie bevestigde kwam net binnen met een nieuwe code van een ander")
    OPNIEUW = "opnieuw", _("dezelfde rol eindigde kort ervoor")
    ELDERS = "elders", _("heeft ook een rol bij een andere organisatie")


class FunctieQuerySet(models.QuerySet["Functie"]):
    def geldig(self) -> "FunctieQuerySet":
        """Functions that have not ended."""
        return self.filter(beeindigd_op__isnull=True)


class Functie(models.Model):
    """A person's role within one instelling or gemeente, or (both empty) within the region."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="functies")
    rol = models.CharField(_("rol"), max_length=30, choices=Rol)
    instelling = models.ForeignKey(Instelling, null=True, blank=True, on_delete=models.PROTECT, related_name="functies")
    gemeente = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.PROTECT, related_name="functies")
    leidinggevende = models.ForeignKey(
        Gebruiker,
        verbose_name=_("leidinggevende"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    titel = models.CharField(_("functie"), max_length=100, blank=True)
    beeindigd_op = models.DateTimeField(null=True, blank=True)
    # What stood before a second person was asked is 'bestond al': that, and nothing that a page makes.
    herkomst = models.CharField(
        max_length=10, choices=Herkomst, default=Herkomst.BESTOND_AL, db_default=Herkomst.BESTOND_AL
    )
    verzoek = models.OneToOneField(
        FunctieVerzoek, null=True, blank=True, on_delete=models.PROTECT, related_name="functie"
    )
    gegeven_op = models.DateTimeField(null=True, blank=True)
    ongewoon = ArrayField(models.CharField(max_length=10, choices=Ongewoon), default=list, db_default=[], blank=True)

    objects = FunctieQuerySet.as_manager()

    class Meta:
        verbose_name = _("functie")
        constraints = [
            models.UniqueConstraint(
                fields=["gebruiker", "rol", "instelling", "gemeente"],
                condition=Q(beeindigd_op__isnull=True),
                nulls_distinct=False,
                name="een_keer_dezelfde_functie",
            ),
            models.CheckConstraint(
                condition=_ROL_PAST, name="rol_hoort_bij_soort_organisatie", violation_error_message=_ROL_PAST_NIET
            ),
            # Confirmed is by a question with its yes, and a question gives one function; a moment for all but what stood.
            models.CheckConstraint(
                condition=Q(herkomst="bestond_al", verzoek__isnull=True, gegeven_op__isnull=True)
                | Q(herkomst="bevestigd", verzoek__isnull=False, gegeven_op__isnull=False)
                | Q(herkomst="server", verzoek__isnull=True, gegeven_op__isnull=False),
                name="functie_heeft_herkomst",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gebruiker}, {self.get_rol_display()} ({self.waar})"

    @property
    def waar(self) -> Any:
        """Where the role is held."""
        return self.instelling or self.gemeente or _("regio")

    @property
    def redenen(self) -> list[str]:
        """Why this one is unusual, in words."""
        return [str(Ongewoon(reden).label) for reden in self.ongewoon]
