"""The region and who is in it: gemeenten, instellingen, services, the people and their roles there (I1, I3, I5)."""

import uuid
from datetime import time
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.named import HasName, HasTitle, kept
from core.names import fold
from instanties.keuzes import BUNDELTIJDEN, DAGBEGIN, Leefgebied, Mailwijze, SoortInstelling, Weekdag, hulpsoorten
from instanties.models.steun import Steun
from woorden.duur import Duur, Eenheid
from woorden.zinnen import zin


def _aantal(standaard: int, woorden: Any = None, **extra: Any) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        woorden, default=standaard, validators=[MinValueValidator(1), MaxValueValidator(365)], **extra
    )


def _eenheid(standaard: Eenheid, **extra: Any) -> models.CharField:
    return models.CharField(max_length=10, choices=Eenheid, default=standaard, **extra)


def _herinner_dagen() -> list[int]:
    return [7, 1]


class RegioManager(models.Manager["Regio"]):
    def huidige(self) -> "Regio":
        """The region of this installation; migration 0002 made its row."""
        return self.get(pk=1)


class Regio(Steun):
    """The one region of this installation, with the terms that it has agreed (one database is one region)."""

    naam = models.CharField(_("naam van de regio"), max_length=100)
    navraag_aantal = _aantal(2)
    navraag_eenheid = _eenheid(Eenheid.WERKDAG)
    gesprek_aantal = _aantal(1)
    gesprek_eenheid = _eenheid(Eenheid.WEEK)
    instemming_aantal = _aantal(1)
    instemming_eenheid = _eenheid(Eenheid.WEEK)
    antwoord_aantal = _aantal(3)
    antwoord_eenheid = _eenheid(Eenheid.WERKDAG)
    # In which an intakepunt takes up a family, or says why not (Z13); and how long a signal that it didn't take up is kept (Z10).
    signaal_aantal = _aantal(5, db_default=5)
    signaal_eenheid = _eenheid(Eenheid.WERKDAG, db_default=Eenheid.WERKDAG)
    signaal_bewaren_dagen = _aantal(28, _("dagen dat een signaal blijft staan dat niet is opgepakt"), db_default=28)
    herinnering_dagen = ArrayField(
        models.PositiveSmallIntegerField(), verbose_name=_("dagen vooraf"), default=_herinner_dagen, blank=True
    )
    heropen_dagen = models.PositiveSmallIntegerField(zin(_("dagen waarin [een stagnatie] kan terugkeren")), default=30)
    goede_vrijdag_vrij = models.BooleanField(_("Goede Vrijdag is een vrije dag"), default=True)
    bevrijdingsdag_vrij = models.BooleanField(_("5 mei is elk jaar een vrije dag"), default=True)
    inzage_escalatiebericht = models.BooleanField(
        zin(_("managers en gemeente lezen [het escalatiebericht]")),
        default=True,
        help_text=_("Staat dit uit, dan zien zij alleen het plannummer en de data."),
    )
    logboek_bewaren_jaren = models.PositiveSmallIntegerField(
        _("jaren dat het logboek wordt bewaard"),
        default=5,
        validators=[MinValueValidator(5), MaxValueValidator(30)],
        help_text=_("Ten minste 5 jaar, en niet langer dan het dossier zelf."),
    )

    bundel_om = models.TimeField(
        _("mail met wat er wacht, elke werkdag om"),
        default=time(7, 30),
        choices=BUNDELTIJDEN,
        help_text=_("Wie zelf een tijd kiest, houdt die. Wat niet kan wachten, gaat altijd meteen."),
    )
    # Until then the night belongs to the day before: terms count from its end, and families get no mail (S2).
    dag_begint_om = models.TimeField(
        _("de dag begint om"),
        default=time(7, 0),
        db_default=time(7, 0),
        choices=DAGBEGIN,
        help_text=_(
            "Wat de klok daarvoor opent, telt vanaf het einde van de dag ervoor. Gezinnen krijgen voor deze tijd geen mail."
        ),
    )
    plannummer_in_mail = models.BooleanField(
        _("mail aan professionals noemt plannummers"),
        default=False,
        help_text=_("Staat dit uit, dan staat er alleen bij hoeveel gezinnen er iets wacht."),
    )

    # Only an instelling of such a kind can be said to give help itself; of which nothing follows by the kind alone (T3).
    hulpsoorten = ArrayField(
        models.CharField(max_length=30, choices=SoortInstelling),
        verbose_name=_("soorten instellingen die zelf hulp geven"),
        default=hulpsoorten,
        db_default=hulpsoorten(),
        blank=True,
    )
    # The name of each instelling of such a kind is kept from who may not know it: in every list, or in none (X5).
    gevoelige_soorten = ArrayField(
        models.CharField(max_length=30, choices=SoortInstelling),
        verbose_name=_("soorten instellingen waarvan de naam te veel zegt"),
        default=list,
        db_default=[],
        blank=True,
    )
    bovenlokaal = models.ForeignKey(
        "Gebruiker",
        verbose_name=_("wie boven de gemeenten beslist"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = RegioManager()

    class Meta:
        verbose_name = _("regio")
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="een_regio_per_database"),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def navraag(self) -> Duur:
        return Duur(self.navraag_aantal, Eenheid(self.navraag_eenheid))

    @property
    def gesprek(self) -> Duur:
        """How long the coordinator has for the talk that she owes (E12)."""
        return Duur(self.gesprek_aantal, Eenheid(self.gesprek_eenheid))

    @property
    def instemming(self) -> Duur:
        """After this the family's silence counts as yes (E11)."""
        return Duur(self.instemming_aantal, Eenheid(self.instemming_eenheid))

    @property
    def antwoord(self) -> Duur:
        """How long somebody who is addressed or asked for advice has to answer (E2, E5)."""
        return Duur(self.antwoord_aantal, Eenheid(self.antwoord_eenheid))

    @property
    def signaal(self) -> Duur:
        """How long an intakepunt has to take up a family, or to say why not (Z13)."""
        return Duur(self.signaal_aantal, Eenheid(self.signaal_eenheid))


class Regiowijziging(models.Model):
    """One thing that the region agreed otherwise: from what, to what, by whom; read below the agreements themselves."""

    op = models.DateTimeField()
    door = models.ForeignKey("Gebruiker", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    wat = models.CharField(max_length=500)
    van = models.CharField(max_length=500, blank=True)
    naar = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-op", "-pk"]

    def __str__(self) -> str:
        return f"{self.wat}: {self.van} → {self.naar}"


class VrijeDag(models.Model):
    """A day that the region counts as free beside the Dutch holidays, or (vrij=False) one that it doesn't (E7)."""

    datum = models.DateField(_("datum"), unique=True)
    naam = models.CharField(_("naam"), max_length=100)
    vrij = models.BooleanField(_("vrije dag"), default=True)

    class Meta:
        ordering = ["datum"]
        verbose_name = _("vrije dag")

    def __str__(self) -> str:
        return f"{self.naam} ({self.datum})"


class GebruikerManager(BaseUserManager["Gebruiker"]):
    """Accounts are made by invitation only; there is no sign-up."""

    def create_user(self, inlognaam: str, password: str | None = None, **velden: object) -> "Gebruiker":
        gebruiker = self.model(inlognaam=inlognaam, **velden)
        gebruiker.set_password(password)
        gebruiker.save(using=self._db)
        return gebruiker


class Gebruiker(HasName, AbstractBaseUser, PermissionsMixin):
    """Someone who can log in: professional, gezinslid or netwerklid. What that person may do hangs on roles."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    inlognaam = models.CharField(_("inlognaam"), max_length=150, unique=True)
    naam = models.CharField(_("naam"), max_length=150)
    email = models.EmailField(_("e-mailadres"), blank=True)
    telefoon = models.CharField(_("telefoon"), max_length=20, blank=True)
    mobiel = models.CharField(_("mobiel"), max_length=20, blank=True)
    werkdagen = ArrayField(models.PositiveSmallIntegerField(choices=Weekdag), default=list, blank=True)
    is_professional = models.BooleanField(_("professional"), default=False, help_text=_("Logt in met een tweede stap."))
    wil_mail = models.BooleanField(_("krijgt berichten ook per mail"), default=True)
    mail_wijze = models.CharField(_("wanneer de mail komt"), max_length=10, choices=Mailwijze, blank=True)
    mail_om = models.TimeField(_("tijd van de mail"), null=True, blank=True, choices=BUNDELTIJDEN)
    # When this professional was trained (I4); empty: not that the region knows.
    opgeleid_op = models.DateField(_("opgeleid in deze werkwijze op"), null=True, blank=True)
    opgeleid_voorzitten_op = models.DateField(_("opgeleid in voorzitten op"), null=True, blank=True)
    is_active = models.BooleanField(_("kan inloggen"), default=True)
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "inlognaam"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["naam"]

    objects = GebruikerManager()

    class Meta:
        verbose_name = _("gebruiker")
        constraints = [
            kept("gebruiker"),
            models.UniqueConstraint(
                # At home people share one: a couple, a child with its parent (I9).
                models.functions.Lower("email"),
                condition=~Q(email="") & Q(is_professional=True),
                name="een_professional_per_mailadres",
            ),
            models.UniqueConstraint(models.functions.Lower("inlognaam"), name="een_gebruiker_per_inlognaam"),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def former(self) -> str:
        """Why somebody who was chosen can't be chosen any more; empty for who can."""
        return "" if self.is_active else str(_("kan niet meer inloggen"))

    @property
    def krijgt_bundel(self) -> bool:
        """Whether what can wait comes in one mail a day (R2)."""
        return (self.mail_wijze or (Mailwijze.BUNDEL if self.is_professional else Mailwijze.METEEN)) == Mailwijze.BUNDEL

    def get_full_name(self) -> str:
        return self.naam

    def get_short_name(self) -> str:
        return self.naam.split(" ")[0]


class Gemeente(HasTitle):
    """A gemeente. Active only with a named official, a substitute and who is above them, so that step 3 always lands (E5, E6)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    naam = models.CharField(_("naam"), max_length=100, unique=True)
    actief = models.BooleanField(_("werkt mee"), default=False)
    ambtenaar = models.ForeignKey(
        Gebruiker,
        verbose_name=_("ambtenaar voor stap 3"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    vervanger = models.ForeignKey(
        Gebruiker,
        verbose_name=_("vervanger van de ambtenaar"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    # Keeps the level above the officials: the wethouder, the burgemeester, or whom the gemeente names (E6).
    bestuur = models.ForeignKey(
        Gebruiker,
        verbose_name=_("wethouder of burgemeester"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    telefoon = models.CharField(_("telefoon"), max_length=20, blank=True)

    class Meta:
        ordering = ["naam_volgorde"]
        verbose_name = _("gemeente")
        verbose_name_plural = _("gemeenten")
        constraints = [
            kept("gemeente"),
            models.CheckConstraint(
                condition=Q(actief=False) | Q(ambtenaar__isnull=False, vervanger__isnull=False),
                name="actieve_gemeente_heeft_ambtenaar_en_vervanger",
                violation_error_message=_("Een gemeente werkt pas mee met een ambtenaar en een vervanger."),
            ),
            models.CheckConstraint(
                condition=Q(ambtenaar__isnull=True) | Q(vervanger__isnull=True) | ~Q(ambtenaar=F("vervanger")),
                name="ambtenaar_is_niet_eigen_vervanger",
                violation_error_message=_("De vervanger is iemand anders dan de ambtenaar."),
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def former(self) -> str:
        """Why what was chosen can't be chosen any more; empty while it takes part."""
        return "" if self.actief else str(_("doet niet meer mee"))

    def clean(self) -> None:
        """One gemeente isn't there twice."""
        self.refuse_double(_("Deze gemeente staat er al."))


class Instelling(HasTitle):
    """An instelling, or a gemeente's own service (then with its gemeente): can be given actions (I1, I2)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    naam = models.CharField(_("naam"), max_length=150, unique=True)
    # The name of an addiction clinic says what somebody suffers from: who may not know that reads other words (X5).
    naam_gevoelig = models.BooleanField(_("de naam zegt te veel"), default=False)
    naam_voor_anderen = models.CharField(_("wat anderen dan lezen"), max_length=100, blank=True)
    soort = models.CharField(_("soort"), max_length=30, choices=SoortInstelling)
    gemeente = models.ForeignKey(
        Gemeente,
        verbose_name=_("dienst van gemeente"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="diensten",
    )
    aanbod = models.TextField(_("wat biedt deze instelling, en voor wie"), blank=True)
    leefgebieden = ArrayField(models.CharField(max_length=20, choices=Leefgebied), default=list, blank=True)
    # Who helps, sees what that help needs. A school or a corporatie doesn't: there the family is asked (T3).
    biedt_hulp = models.BooleanField(_("geeft zelf hulp aan gezinnen"), default=False)
    # Works by this method, with a plan for training its people (I4). Who watches over it is a role: aandachtsfunctionaris.
    werkt_ermee = models.BooleanField(_("heeft deze werkwijze ingevoerd"), default=False, db_default=False)
    scholingsplan = models.BooleanField(
        _("heeft een scholingsplan voor deze werkwijze"), default=False, db_default=False
    )
    telefoon = models.CharField(_("telefoon"), max_length=20, blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    actief = models.BooleanField(_("doet mee"), default=True)

    class Meta:
        ordering = ["naam_volgorde"]
        verbose_name = _("instelling")
        verbose_name_plural = _("instellingen")
        constraints = [
            kept("instelling"),
            models.CheckConstraint(
                condition=Q(naam_gevoelig=False) | ~Q(naam_voor_anderen=""),
                name="gevoelige_naam_heeft_andere_woorden",
                violation_error_message=_("Schrijf wat anderen in plaats van de naam lezen."),
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def former(self) -> str:
        """Why what was chosen can't be chosen any more; empty while it takes part."""
        return "" if self.actief else str(_("doet niet meer mee"))

    @property
    def voorzichtige_naam(self) -> str:
        """The name that anybody may read: for a sentence of which nobody knows yet who reads it."""
        return self.naam_voor_anderen if self.naam_gevoelig else self.naam

    def clean(self) -> None:
        """Say at the field itself what other words are needed, and that they must not give it away."""
        self.refuse_double(_("Deze instelling staat er al, misschien anders geschreven."))
        self.naam_voor_anderen = woorden = self.naam_voor_anderen.strip()
        if self.naam_gevoelig and not woorden:
            raise ValidationError({"naam_voor_anderen": _("Schrijf wat anderen in plaats van de naam lezen.")})
        verraad = [self.naam, str(self.get_soort_display())] if self.soort != SoortInstelling.ANDERS else [self.naam]
        if self.naam_gevoelig and any(woord and fold(woord) in fold(woorden) for woord in verraad):
            raise ValidationError({"naam_voor_anderen": _("Hierin staat nog de naam of het soort instelling.")})


class Beheermelding(models.Model):
    """Something about an organisation that the beheerder must mend, without any family data (E4: nobody at step 2)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    instelling = models.ForeignKey(Instelling, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    gemeente = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    tekst = models.TextField()
    op = models.DateTimeField()
    afgehandeld_op = models.DateTimeField(null=True, blank=True)
    afgehandeld_door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-op"]
        verbose_name = _("melding voor de beheerder")

    def __str__(self) -> str:
        return self.tekst


class Uitnodiging(models.Model):
    """An invitation to log in for the first time, by mail or by printed letter, with a one-time code (X2).

    Only the hash of the code is kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.CASCADE, related_name="uitnodigingen")
    code_hash = models.CharField(max_length=200)
    gemaakt_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField()
    verloopt_op = models.DateTimeField()
    gebruikt_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    pogingen = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("uitnodiging")
        constraints = [
            models.UniqueConstraint(
                fields=["gebruiker"],
                condition=Q(gebruikt_op__isnull=True, ingetrokken_op__isnull=True),
                name="een_open_uitnodiging_per_gebruiker",
            )
        ]

    def __str__(self) -> str:
        return f"uitnodiging {self.gemaakt_op:%Y-%m-%d}"
