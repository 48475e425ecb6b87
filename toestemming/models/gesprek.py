"""Consent: the talk at the table, its lines, and who signed each of them (T1, T2)."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.states import Moves
from gezinnen.models import Deelnemer, Gezin, geschiedenis
from instanties.models import Gebruiker, Instelling, Leefgebied, Weg
from termijnen.models import Termijn


class Vorm(models.TextChoices):
    """How consent was given (T1)."""

    SCHRIFTELIJK = "schriftelijk", _("op papier")
    MONDELING = "mondeling", _("mondeling")
    DIGITAAL = "digitaal", _("zelf, met het eigen account")


@geschiedenis
class Toestemmingsgesprek(models.Model):
    """One purpose in plain words, agreed on one day, with the text as it was shown or read aloud (T1).

    `termijn` runs until the day on which it is talked over again; then its lines end.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gezin = models.ForeignKey(Gezin, on_delete=models.CASCADE, related_name="toestemmingsgesprekken")
    doel = models.CharField(_("waarvoor delen we dit"), max_length=500)
    gehouden_op = models.DateField(_("op welke dag is dit besproken"))
    geldig_tot = models.DateField(_("tot en met welke dag geldt het"))
    tekst = models.TextField(editable=False)
    tekst_sha256 = models.CharField(max_length=64, editable=False)
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    termijn = models.OneToOneField(Termijn, on_delete=models.PROTECT, related_name="toestemming_loopt_af")

    class Meta:
        verbose_name = _("toestemmingsgesprek")
        ordering = ["-vastgelegd_op"]
        constraints = [
            models.CheckConstraint(
                condition=Q(geldig_tot__gte=models.F("gehouden_op")), name="toestemming_eindigt_na_gesprek"
            )
        ]

    def __str__(self) -> str:
        return self.doel


class Toestemmingstaat(models.TextChoices):
    GEVRAAGD = "gevraagd", _("Nog niet compleet")
    GELDIG = "geldig", _("Toestemming gegeven")
    GEWEIGERD = "geweigerd", _("Geen toestemming")
    INGETROKKEN = "ingetrokken", _("Ingetrokken")
    VERLOPEN = "verlopen", _("Voorbij")


class ToestemmingQuerySet(models.QuerySet["Toestemming"]):
    def open(self) -> "ToestemmingQuerySet":
        """Lines that still count: asked, given or refused; not those withdrawn or past."""
        return self.exclude(staat__in=[Toestemmingstaat.INGETROKKEN, Toestemmingstaat.VERLOPEN])


@geschiedenis
class Toestemming(models.Model):
    """One line of the sheet: this receiver may know this leefgebied about this person, or the family together (T1).

    The receiver is one betrokkene, or everybody who takes part for an instelling. `over` empty: the family together.
    """

    overgangen = Moves(
        {
            Toestemmingstaat.GEVRAAGD: {
                Toestemmingstaat.GELDIG,
                Toestemmingstaat.GEWEIGERD,
                Toestemmingstaat.INGETROKKEN,
                Toestemmingstaat.VERLOPEN,
            },
            # Back to asked: a birthday or other gezag makes somebody else sign as well.
            Toestemmingstaat.GELDIG: {
                Toestemmingstaat.GEVRAAGD,
                Toestemmingstaat.GEWEIGERD,
                Toestemmingstaat.INGETROKKEN,
                Toestemmingstaat.VERLOPEN,
            },
            # A no may become a yes, at the next talk or by the same person; or no longer be that person's to say.
            Toestemmingstaat.GEWEIGERD: {Toestemmingstaat.GEVRAAGD, Toestemmingstaat.GELDIG, Toestemmingstaat.VERLOPEN},
        }
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gesprek = models.ForeignKey(Toestemmingsgesprek, on_delete=models.CASCADE, related_name="regels")
    gezin = models.ForeignKey(Gezin, on_delete=models.CASCADE, related_name="toestemmingen")
    ontvanger = models.ForeignKey(
        Deelnemer, null=True, blank=True, on_delete=models.CASCADE, related_name="toestemmingen"
    )
    ontvanger_instelling = models.ForeignKey(
        Instelling, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    leefgebied = models.CharField(max_length=20, choices=Leefgebied)
    over = models.ForeignKey(
        Deelnemer, null=True, blank=True, on_delete=models.CASCADE, related_name="toestemmingen_over"
    )
    staat = models.CharField(max_length=12, choices=Toestemmingstaat, default=Toestemmingstaat.GEVRAAGD)
    beeindigd_op = models.DateTimeField(null=True, blank=True)

    objects = ToestemmingQuerySet.as_manager()

    class Meta:
        verbose_name = _("toestemming")
        verbose_name_plural = _("toestemmingen")
        ordering = [
            "ontvanger_instelling__naam_volgorde",
            "ontvanger__naam_volgorde",
            "leefgebied",
            "over__naam_volgorde",
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ontvanger__isnull=True, ontvanger_instelling__isnull=False)
                | Q(ontvanger__isnull=False, ontvanger_instelling__isnull=True),
                name="toestemming_heeft_een_ontvanger",
            ),
            models.UniqueConstraint(
                fields=["gezin", "ontvanger", "ontvanger_instelling", "leefgebied", "over"],
                condition=Q(staat__in=["gevraagd", "geldig"]),
                nulls_distinct=False,
                name="een_open_toestemming_per_onderwerp",
            ),
            models.CheckConstraint(
                condition=Q(staat__in=["ingetrokken", "verlopen"], beeindigd_op__isnull=False)
                | ~Q(staat__in=["ingetrokken", "verlopen"]) & Q(beeindigd_op__isnull=True),
                name="beeindigde_toestemming_heeft_einde",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_leefgebied_display()}"

    @property
    def naar_wat(self) -> tuple[uuid.UUID | str | None, ...]:
        """To whom about what: two lines with the same are about the same."""
        return (self.gezin_id, self.ontvanger_id, self.ontvanger_instelling_id, self.leefgebied, self.over_id)


class Hoedanigheid(models.TextChoices):
    """In which capacity somebody signs (T1, T2)."""

    ZELF = "zelf", _("voor zichzelf")
    GEZAG = "gezag", _("als ouder met gezag")
    VERTEGENWOORDIGER = "vertegenwoordiger", _("als vertegenwoordiger")
    # Said in the place of somebody whom a safety flag concerns, who isn't asked (S19).
    PRIVACY_OFFICER = "privacy_officer", _("door de privacy officer, in plaats van deze persoon")


class Antwoord(models.TextChoices):
    JA = "ja", _("ja")
    NEE = "nee", _("nee")


@geschiedenis
class Handtekening(models.Model):
    """What one person said to one line: yes or no, how, when, recorded by whom (T1). A later answer ends this one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    toestemming = models.ForeignKey(Toestemming, on_delete=models.CASCADE, related_name="handtekeningen")
    ondertekenaar = models.ForeignKey(Deelnemer, on_delete=models.PROTECT, related_name="handtekeningen")
    hoedanigheid = models.CharField(max_length=20, choices=Hoedanigheid)
    antwoord = models.CharField(max_length=3, choices=Antwoord)
    vorm = models.CharField(max_length=12, choices=Vorm)
    gegeven_op = models.DateField()
    # Where the paper lies, or who heard it.
    bewijs = models.CharField(_("waar is het bewijs"), max_length=200, blank=True)
    # The code of somebody else by which the account was entered before this was signed (I8).
    na_weg = models.ForeignKey(Weg, null=True, blank=True, on_delete=models.PROTECT, related_name="handtekeningen")
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    tot = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("handtekening")
        ordering = ["vastgelegd_op"]
        constraints = [
            models.UniqueConstraint(
                fields=["toestemming", "ondertekenaar"],
                condition=Q(tot__isnull=True),
                name="een_antwoord_per_ondertekenaar",
            ),
            models.CheckConstraint(condition=~Q(vorm="schriftelijk") | ~Q(bewijs=""), name="papier_heeft_een_plek"),
        ]

    def __str__(self) -> str:
        return f"{self.antwoord} {self.gegeven_op:%Y-%m-%d}"

    @property
    def is_na_code(self) -> bool:
        """Whether nobody confirmed yet that the owner of the account signed this, and not who handed out a code."""
        return self.na_weg is not None and self.na_weg.bevestigd_op is None


@geschiedenis
class Poging(models.Model):
    """That somebody whose signature is needed was asked, and what came of it (T2)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gezin = models.ForeignKey(Gezin, on_delete=models.CASCADE, related_name="pogingen_om_toestemming")
    wie = models.ForeignKey(Deelnemer, on_delete=models.CASCADE, related_name="pogingen_om_toestemming")
    op = models.DateField(_("wanneer"))
    hoe = models.CharField(_("hoe hebt u het geprobeerd"), max_length=200)
    uitkomst = models.CharField(_("wat kwam eruit"), max_length=500)
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("poging")
        ordering = ["-op", "-vastgelegd_op"]

    def __str__(self) -> str:
        return f"{self.op:%Y-%m-%d} {self.hoe}"
