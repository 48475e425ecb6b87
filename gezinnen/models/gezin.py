"""The family and the people around it: who they are, where they live, who has gezag (G1, G4, G16, G17).

Everyone in a plan is a Deelnemer: gezinslid, netwerklid or professional. An afspraak, an actie or a navrager points at
one table, so that grandmother without an account is as much a doer as the school is.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _
from guardian.models import UserObjectPermissionBase

from core.named import HasName, HasTitle, NameKey, kept
from instanties.models import Gebruiker, Gemeente, Instelling, Stilte, Verzoek, Weekdag
from woorden.getypt import Geboren, Precies
from woorden.zinnen import zin

Modelklasse = TypeVar("Modelklasse", bound=type[models.Model])


def geschiedenis(model: Modelklasse) -> Modelklasse:
    """Class decorator: every change of a row is kept in an event table, bulk writes too (G7, X1).

    Not what is made of other columns, by the database or for finding a name: it says nothing that those don't say.
    """
    volg = pghistory.track(
        pghistory.InsertEvent(level=pghistory.Statement),
        pghistory.UpdateEvent(level=pghistory.Statement),
        pghistory.DeleteEvent(level=pghistory.Statement),
        exclude=[
            veld.name for veld in model._meta.concrete_fields if isinstance(veld, models.GeneratedField | NameKey)
        ],
    )
    return volg(model)


class GezinsRecht(models.TextChoices):
    """What someone may do with a family. Which role gives which: gezinnen/permissions.py."""

    BEKIJKEN = "gezin_bekijken", _("het plan bekijken")
    BEWERKEN = "gezin_bewerken", _("het plan bewerken")
    REAGEREN = "gezin_reageren", _("reageren")
    STAGNATIE_MELDEN = "stagnatie_melden", _("melden dat het plan vastloopt")
    INSTEMMEN = "namens_gezin_instemmen", _("namens het gezin antwoorden")


@geschiedenis
class Gezin(HasTitle):
    """A family with its plan number, the only thing by which outsiders ever know it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    nummer = models.BigIntegerField(
        _("plannummer"), unique=True, editable=False, db_default=Func(Value("gezin_nummer"), function="nextval")
    )
    naam = models.CharField(_("naam van het gezin"), max_length=100)
    gemeente = models.ForeignKey(
        Gemeente, verbose_name=_("gemeente"), on_delete=models.PROTECT, related_name="gezinnen"
    )
    gemaakt_op = models.DateTimeField()

    class Meta:
        verbose_name = _("gezin")
        verbose_name_plural = _("gezinnen")
        ordering = ["naam_volgorde", "nummer"]
        permissions = [(recht.value, recht.label) for recht in GezinsRecht]
        constraints = [kept("gezin")]
        indexes = [models.Index(fields=["naam_volgorde", "nummer"], name="gezin_in_volgorde")]

    def __str__(self) -> str:
        return self.naam


class GezinRechtVerlening(UserObjectPermissionBase):
    """Guardian's grant on a family, with a direct foreign key."""

    content_object = models.ForeignKey(Gezin, on_delete=models.CASCADE)

    class Meta(UserObjectPermissionBase.Meta):
        indexes = [models.Index(fields=["content_object", "user"], name="verlening_op_gezin")]


@geschiedenis
class Huishouden(HasTitle):
    """An address where part of the family lives. A parent elsewhere never sees another household's address (G16)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gezin = models.ForeignKey(Gezin, on_delete=models.CASCADE, related_name="huishoudens")
    naam = models.CharField(_("hoe noemen we dit huishouden"), max_length=100)
    adres = models.CharField(_("adres"), max_length=200, blank=True)
    # Then only the coordinator and who lives here know the address and the name, and nothing says that it is secret.
    geheim_adres = models.BooleanField(_("dit adres is geheim"), default=False)
    is_hoofdhuishouden = models.BooleanField(_("hier gaat het plan over"), default=False)

    class Meta:
        verbose_name = _("huishouden")
        ordering = ["-is_hoofdhuishouden", "naam_volgorde"]
        constraints = [
            kept("huishouden"),
            models.UniqueConstraint(
                fields=["gezin"], condition=Q(is_hoofdhuishouden=True), name="een_hoofdhuishouden_per_gezin"
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class SoortDeelnemer(models.TextChoices):
    GEZINSLID = "gezinslid", _("gezinslid")
    NETWERKLID = "netwerklid", zin(_("[netwerklid]"))
    PROFESSIONAL = "professional", _("professional")


class Relatie(models.TextChoices):
    """How a gezinslid belongs to the family."""

    MOEDER = "moeder", _("moeder")
    VADER = "vader", _("vader")
    STIEFOUDER = "stiefouder", _("stiefouder")
    VERZORGER = "verzorger", _("verzorger")
    KIND = "kind", _("kind")
    ANDERS = "anders", _("anders")


class Leeswijze(models.TextChoices):
    ZELF = "zelf", _("leest zelf")
    VOORLEZEN = "voorlezen", _("laat het liever voorlezen")


class Aanspreekvorm(models.TextChoices):
    U = "u", _("met u")
    JE = "je", _("met je")


@dataclass(frozen=True)
class Contact:
    """How somebody is reached, and on which days (ISO weekdays) (I5)."""

    telefoon: str
    mobiel: str
    email: str
    weekdagen: Sequence[int]

    @property
    def dagen(self) -> str:
        """The days as people say them: "ma di do"."""
        return " ".join(str(Weekdag(dag).label)[:2] for dag in sorted(self.weekdagen))


class DeelnemerQuerySet(models.QuerySet["Deelnemer"]):
    def actief(self) -> "DeelnemerQuerySet":
        return self.filter(gestopt_op__isnull=True)

    def gezinsleden(self) -> "DeelnemerQuerySet":
        return self.filter(soort=SoortDeelnemer.GEZINSLID)

    def leven(self) -> "DeelnemerQuerySet":
        """Who hasn't died: of the dead nothing is asked, and nobody waits for them."""
        return self.filter(overleden_op__isnull=True)

    def betrokkenen(self) -> "DeelnemerQuerySet":
        """Everyone in part 2 of the plan: network and professionals."""
        return self.exclude(soort=SoortDeelnemer.GEZINSLID)


@geschiedenis
class Deelnemer(HasName):
    """A person in the plan: gezinslid (part 1), or betrokkene: netwerklid or professional (part 2)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gezin = models.ForeignKey(Gezin, on_delete=models.CASCADE, related_name="deelnemers")
    soort = models.CharField(max_length=20, choices=SoortDeelnemer)
    naam = models.CharField(_("naam"), max_length=150)
    gebruiker = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="deelnames")
    huishouden = models.ForeignKey(
        Huishouden,
        verbose_name=_("woont in"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="deelnemers",
    )
    telefoon = models.CharField(_("telefoon"), max_length=20, blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    bereikbaar = ArrayField(
        models.PositiveSmallIntegerField(choices=Weekdag),
        verbose_name=_("goed bereikbaar op"),
        default=list,
        blank=True,
    )
    # Gezinsleden.
    relatie = models.CharField(_("relatie"), max_length=20, choices=Relatie, blank=True)
    # Where only the month or the year is known: the last day on which it can have been (woorden/getypt.py: Geboren).
    geboortedatum = models.DateField(_("geboortedatum"), null=True, blank=True)
    geboren_precies = models.CharField(
        _("hoe precies de geboortedatum bekend is"),
        max_length=5,
        choices=[
            (Precies.DAG.value, _("de dag")),
            (Precies.MAAND.value, _("alleen de maand")),
            (Precies.JAAR.value, _("alleen het jaar")),
        ],
        default=Precies.DAG.value,
        db_default=Precies.DAG.value,
    )
    taal = models.CharField(_("taal"), max_length=50, blank=True)
    tolk_nodig = models.BooleanField(_("tolk nodig"), default=False)
    leeswijze = models.CharField(max_length=10, choices=Leeswijze, default=Leeswijze.ZELF)
    aanspreekvorm = models.CharField(max_length=2, choices=Aanspreekvorm, default=Aanspreekvorm.U)
    gezag_bekend = models.BooleanField(_("is nagegaan wie het gezag heeft"), default=False)
    gemeente = models.ForeignKey(
        Gemeente,
        verbose_name=_("verantwoordelijke gemeente"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="jeugdigen",
    )
    # Betrokkenen.
    instelling = models.ForeignKey(
        Instelling, null=True, blank=True, on_delete=models.PROTECT, related_name="betrokkenen"
    )
    relatie_tot_gezin = models.CharField(_("relatie tot het gezin"), max_length=100, blank=True)
    # A professional who is shown by function: `naam` then holds the function, and these who it is and why.
    werkelijke_naam = models.CharField(_("eigen naam"), max_length=150, blank=True)
    reden_functienaam = models.CharField(_("waarom de functie in plaats van de naam"), max_length=300, blank=True)
    # Who asks and records for a doer without an account (G17).
    navrager = models.ForeignKey(
        "self",
        verbose_name=_("wie vraagt het na"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="vraagt_na_bij",
    )
    gestopt_op = models.DateTimeField(null=True, blank=True)
    waarom_gestopt = models.CharField(
        _("waarom iemand niet meer meedoet"), max_length=300, blank=True, default="", db_default=""
    )
    # Then `gestopt_op` stands too: all that ends for who takes no part any more ends for the dead.
    overleden_op = models.DateField(_("overleden op"), null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    objects = DeelnemerQuerySet.as_manager()

    class Meta:
        verbose_name = _("deelnemer")
        ordering = ["soort", "geboortedatum", "naam_volgorde"]
        constraints = [
            kept("deelnemer"),
            models.CheckConstraint(
                condition=Q(soort=SoortDeelnemer.GEZINSLID, instelling__isnull=True) & ~Q(relatie="")
                | Q(soort=SoortDeelnemer.NETWERKLID, instelling__isnull=True, relatie="")
                | Q(soort=SoortDeelnemer.PROFESSIONAL, instelling__isnull=False, relatie=""),
                name="gegevens_passen_bij_soort_deelnemer",
            ),
            models.UniqueConstraint(
                fields=["gezin", "gebruiker"],
                condition=Q(gestopt_op__isnull=True, gebruiker__isnull=False),
                name="iemand_een_keer_in_een_gezin",
            ),
            models.CheckConstraint(
                condition=Q(navrager__isnull=True) | ~Q(navrager=F("id")), name="niemand_is_eigen_navrager"
            ),
            models.CheckConstraint(
                condition=Q(werkelijke_naam="", reden_functienaam="")
                | Q(soort=SoortDeelnemer.PROFESSIONAL) & ~Q(werkelijke_naam="") & ~Q(reden_functienaam=""),
                name="functienaam_alleen_professional_met_reden",
            ),
            models.CheckConstraint(
                condition=Q(overleden_op__isnull=True) | Q(gestopt_op__isnull=False),
                name="wie_overleed_doet_niet_meer_mee",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def contact(self) -> Contact:
        """What was recorded for this family, else what the account says, else the instelling's own phone (I5)."""
        van_account = self.gebruiker
        return Contact(
            telefoon=self.telefoon
            or (van_account.telefoon if van_account else "")
            or (self.instelling.telefoon if self.instelling else ""),
            mobiel=van_account.mobiel if van_account else "",
            email=self.email or (van_account.email if van_account else ""),
            weekdagen=self.bereikbaar or (van_account.werkdagen if van_account else []),
        )

    @property
    def geboren(self) -> Geboren | None:
        """The birth date as far as it is known, in words by str(); None when nothing of it is."""
        return Geboren(self.geboortedatum, Precies(self.geboren_precies)) if self.geboortedatum else None

    @property
    def is_gezinslid(self) -> bool:
        return self.soort == SoortDeelnemer.GEZINSLID

    @property
    def is_professional(self) -> bool:
        return self.soort == SoortDeelnemer.PROFESSIONAL

    @property
    def geeft_hulp(self) -> bool:
        """Whether somebody takes part to help: then joining opens what that share needs, and else nothing does (T3).

        An instelling that gives no help (a school, a corporatie) and the network read more by consent alone.
        """
        return self.is_professional and self.instelling is not None and self.instelling.biedt_hulp

    @property
    def is_functienaam(self) -> bool:
        """Whether the name that is shown is a function, and who it is stays with the coordinator (X5)."""
        return bool(self.werkelijke_naam)

    @property
    def former(self) -> str:
        """Why somebody who was chosen can't be chosen any more; empty for who takes part."""
        if self.overleden_op:
            return str(_("overleden"))
        return str(_("doet niet meer mee")) if self.gestopt_op else ""


class GezagQuerySet(models.QuerySet["Gezag"]):
    def geldig(self) -> "GezagQuerySet":
        return self.filter(geeindigd_op__isnull=True)


@geschiedenis
class Gezag(models.Model):
    """That someone holds gezag over a child, or held it until a day. None and not `gezag_bekend` means: unknown, so nobody."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.ForeignKey(Deelnemer, on_delete=models.CASCADE, related_name="gezagdragers")
    houder = models.ForeignKey(Deelnemer, on_delete=models.CASCADE, related_name="gezag_over")
    geeindigd_op = models.DateField(_("gezag geëindigd op"), null=True, blank=True)
    waarom_geeindigd = models.CharField(
        _("waarom het gezag is geëindigd"), max_length=300, blank=True, default="", db_default=""
    )

    objects = GezagQuerySet.as_manager()

    class Meta:
        verbose_name = _("gezag")
        constraints = [
            models.UniqueConstraint(fields=["kind", "houder"], name="gezag_een_keer"),
            models.CheckConstraint(
                condition=Q(geeindigd_op__isnull=True, waarom_geeindigd="")
                | Q(geeindigd_op__isnull=False) & ~Q(waarom_geeindigd=""),
                name="gezag_eindigt_met_dag_en_reden",
            ),
            models.CheckConstraint(condition=~Q(kind=F("houder")), name="niemand_heeft_gezag_over_zichzelf"),
        ]

    def __str__(self) -> str:
        return f"{self.houder} over {self.kind}"


class Herstelverzoek(Verzoek):
    """That `door` says that this person hasn't died, as was recorded (I9). Until the yes of a second person it stays so.

    Silence changes nothing. Whom it is asked of says `instanties/bevestigers.py`, at every read.
    """

    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    deelnemer = models.ForeignKey(Deelnemer, on_delete=models.CASCADE, related_name="herstelverzoeken")
    # From where the family is coordinated: there somebody can ask after it.
    instelling = models.ForeignKey(Instelling, on_delete=models.PROTECT, related_name="+")
    stilte = models.CharField(max_length=10, choices=Stilte, default=Stilte.NEE, db_default=Stilte.NEE)
    uiterlijk_op = models.DateTimeField()

    class Meta:
        verbose_name = _("gevraagd herstel")
        constraints = [
            *Verzoek.Meta.constraints,
            models.UniqueConstraint(
                fields=["deelnemer"], condition=Q(staat="wacht"), name="een_keer_gevraagd_om_herstel"
            ),
            models.CheckConstraint(
                condition=Q(stilte="nee", beantwoord_namens__isnull=True, hoe_gezegd=""),
                name="herstel_door_een_mens_bevestigd",
            ),
        ]

    def __str__(self) -> str:
        return str(self.deelnemer)

    @property
    def bij_instelling_id(self) -> uuid.UUID:
        """The instelling whose leidinggevende or bestuurder is asked first."""
        return self.instelling_id

    @property
    def partijen(self) -> tuple[uuid.UUID, ...]:
        """Who may not answer."""
        return (self.door_id,)
