"""A step of a stagnatie with its keeper and its step terms, and the actions that it records."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.states import Moves
from escalatie.models.ladder import Modelstap
from escalatie.models.stagnatie import Stagnatie
from gezinnen.models import Deelnemer
from instanties.models import Gebruiker, Gemeente, Instelling, Verzoekstaat
from termijnen.models import Termijn
from woorden.zinnen import zin

# As each Verzoek; and what was asked in a step that was left because of a wrong tick, is asked again with it (E14).
WEER_TE_VRAGEN = Moves(
    {
        Verzoekstaat.WACHT: {Verzoekstaat.JA, Verzoekstaat.NEE, Verzoekstaat.STILTE, Verzoekstaat.VERVALLEN},
        Verzoekstaat.VERVALLEN: {Verzoekstaat.WACHT},
    }
)


class Stapstaat(models.TextChoices):
    OPEN = "open", _("Aan zet")
    DOORGEZET = "doorgezet", _("Doorgezet")
    GESLOTEN = "gesloten", _("Gesloten")
    INGETROKKEN = "ingetrokken", _("Was niet nodig")


class Stapreden(models.TextChoices):
    """Why a step was opened."""

    GEMELD = "gemeld", _("er is gemeld dat het vastloopt")
    GEEN_ANTWOORD = "geen_antwoord", zin(_("op [de navraag] kwam geen antwoord"))
    LUKT_NIET = "lukt_niet", _("er is gezegd dat het niet lukt")
    GESPREK_BLEEF_UIT = "gesprek", _("het gesprek met het gezin bleef uit")
    CRISIS = "crisis", _("er is een crisis gemeld")
    GEEN_AKKOORD = "geen_akkoord", _("er is op tijd om een latere dag gevraagd, en daarop kwam geen antwoord")
    VEILIGHEID = "veiligheid", _("een veiligheidsafspraak is niet nagekomen")
    NIET_VASTGELEGD = "niet_vastgelegd", _("er zijn op tijd geen acties vastgelegd")
    NIET_BEREIKT = "niet_bereikt", _("de acties hebben op tijd niet het resultaat gegeven")
    BUITEN_MACHT = "buiten_macht", _("het gaat de mogelijkheden te boven")
    EERDER = "eerder", zin(_("[de zorgcoördinator] vroeg eerder om hulp"))
    NIEMAND = "niemand", _("op de stap ervoor was niemand die aan zet kon zijn")
    SPOOR = "spoor", _("er is gekozen voor een andere aanpak")
    TERUG = "terug", _("het was opgelost en loopt weer vast; dit gaat verder waar het was gebleven")
    NIET_GEMELD = "niet_gemeld", _("de acties zijn gedaan, en niemand zei of het is opgelost")
    GEZIN_NIET_BEREIKT = "gezin_niet_bereikt", _("het gezin kon niet gevraagd worden of het is opgelost")
    HOGER_NIVEAU = "hoger_niveau", _("de ambtenaar zette een niveau hoger in")
    KAN_NIET = "kan_niet", _("een instelling zei dat het besluit niet kan")


class GezinBijGesprek(models.TextChoices):
    """How the family joins the talk with which a step begins, as it said when it was asked (S25)."""

    ERBIJ = "erbij", _("het gezin is erbij, of was dat")
    VOORAF = "vooraf", _("het gezin zei vooraf wat het wil")
    NIET = "niet", _("het gezin wilde er niet bij zijn")


class StapQuerySet(models.QuerySet["Stap"]):
    def doorlopen(self) -> "StapQuerySet":
        """Those that were really on turn: one that was withdrawn, was opened for nothing, and counts for nothing (E14)."""
        return self.exclude(staat=Stapstaat.INGETROKKEN)


class Stap(models.Model):
    """One step of one stagnatie, with its one keeper and its step terms: to record actions, then to reach the result (E4, E5)."""

    overgangen = Moves(
        {
            Stapstaat.OPEN: {Stapstaat.DOORGEZET, Stapstaat.GESLOTEN, Stapstaat.INGETROKKEN},
            # What it was left or closed for had been done in time, or hadn't been done after all (E14).
            Stapstaat.DOORGEZET: {Stapstaat.OPEN},
            Stapstaat.GESLOTEN: {Stapstaat.OPEN},
            # The tick for which it was withdrawn was wrong (E14).
            Stapstaat.INGETROKKEN: {Stapstaat.OPEN},
        }
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stagnatie = models.ForeignKey(Stagnatie, on_delete=models.CASCADE, related_name="stappen")
    modelstap = models.ForeignKey(Modelstap, on_delete=models.PROTECT, related_name="+")
    volgnummer = models.PositiveSmallIntegerField()
    niveau = models.PositiveSmallIntegerField(default=1)
    staat = models.CharField(max_length=12, choices=Stapstaat, default=Stapstaat.OPEN)
    reden = models.CharField(max_length=20, choices=Stapreden)
    toelichting = models.CharField(max_length=1000, blank=True)
    houder = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="stappen")
    houder_instelling = models.ForeignKey(Instelling, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    houder_gemeente = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    vastleggen = models.OneToOneField(Termijn, on_delete=models.PROTECT, related_name="stap_vastleggen")
    resultaat = models.OneToOneField(
        Termijn, null=True, blank=True, on_delete=models.PROTECT, related_name="stap_resultaat"
    )
    # The day of the talk with which it begins, where it does: held, or planned.
    gesprek_op = models.DateField(null=True, blank=True)
    gesprek_gezin = models.CharField(max_length=10, choices=GezinBijGesprek, blank=True, default="", db_default="")
    geopend_op = models.DateTimeField()
    gesloten_op = models.DateTimeField(null=True, blank=True)

    objects = StapQuerySet.as_manager()

    class Meta:
        verbose_name = _("stap")
        verbose_name_plural = _("stappen")
        ordering = ["volgnummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["stagnatie"], condition=Q(staat="open"), name="een_open_stap_per_stagnatie"
            ),
            # No step twice: the number is taken under the lock on the stagnatie.
            models.UniqueConstraint(fields=["stagnatie", "volgnummer"], name="een_stap_per_volgnummer"),
            models.CheckConstraint(
                condition=Q(staat="open", gesloten_op__isnull=True) | ~Q(staat="open") & Q(gesloten_op__isnull=False),
                name="gesloten_stap_heeft_einde",
            ),
        ]

    def __str__(self) -> str:
        return f"stap {self.modelstap_id}.{self.niveau}"

    @property
    def is_open(self) -> bool:
        return self.staat == Stapstaat.OPEN

    @property
    def wacht_op_gesprek(self) -> bool:
        """Whether the talk with which this step begins is still to be held or planned; its step term is for that.

        What goes first doesn't wait for a talk.
        """
        begint_ermee = self.modelstap.gesprek is not None and not self.stagnatie.gaat_voor
        return begint_ermee and self.gesprek_op is None and self.resultaat_id is None

    @property
    def gesprek_kan_anders(self) -> bool:
        """Whether the day of the talk may be corrected: while nothing was recorded after it."""
        return self.gesprek_op is not None and self.resultaat_id is None

    @property
    def staptermijn(self) -> Termijn:
        """The step term in force: to reach the result once actions are recorded, else to record them."""
        return self.resultaat or self.vastleggen


class Actiestaat(models.TextChoices):
    LOOPT = "loopt", _("Loopt")
    GEVRAAGD = "gevraagd", _("Gevraagd")
    UITGEVOERD = "uitgevoerd", _("Gehaald")
    NIET_UITGEVOERD = "niet_uitgevoerd", _("Niet gehaald")
    KAN_NIET = "kan_niet", _("Kan niet")
    VERVALLEN = "vervallen", _("Niet meer nodig")


class Actie(models.Model):
    """Who does what, by when, with which result: what a step records (E2, E4, E5). Done by a deelnemer or an organisation."""

    overgangen = Moves(
        {
            Actiestaat.LOOPT: {
                Actiestaat.GEVRAAGD,
                Actiestaat.UITGEVOERD,
                Actiestaat.NIET_UITGEVOERD,
                # Whoever was to do it said so: never done, and another is chosen (E4).
                Actiestaat.KAN_NIET,
                Actiestaat.VERVALLEN,
            },
            # Its term has passed, and whether it was done is asked first (S6).
            Actiestaat.GEVRAAGD: {Actiestaat.UITGEVOERD, Actiestaat.NIET_UITGEVOERD, Actiestaat.VERVALLEN},
            Actiestaat.UITGEVOERD: {Actiestaat.LOOPT, Actiestaat.NIET_UITGEVOERD},
            Actiestaat.NIET_UITGEVOERD: {Actiestaat.UITGEVOERD},
            # Lapsed with a stagnatie that was withdrawn by mistake (E14).
            Actiestaat.VERVALLEN: {Actiestaat.LOOPT},
        }
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stap = models.ForeignKey(Stap, on_delete=models.CASCADE, related_name="acties")
    deelnemer = models.ForeignKey(Deelnemer, null=True, blank=True, on_delete=models.PROTECT, related_name="acties")
    instelling = models.ForeignKey(Instelling, null=True, blank=True, on_delete=models.PROTECT, related_name="acties")
    wat = models.CharField(_("wat gaat er gebeuren"), max_length=1000)
    gewenst_resultaat = models.CharField(_("met welk resultaat"), max_length=1000)
    termijn = models.OneToOneField(Termijn, on_delete=models.PROTECT, related_name="actie")
    staat = models.CharField(max_length=16, choices=Actiestaat, default=Actiestaat.LOOPT)
    uitgevoerd_op = models.DateField(null=True, blank=True)
    vastgelegd_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    gemeld_door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("actie")
        constraints = [
            models.CheckConstraint(
                condition=Q(deelnemer__isnull=False, instelling__isnull=True)
                | Q(deelnemer__isnull=True, instelling__isnull=False),
                name="actie_heeft_een_uitvoerder",
            ),
            models.CheckConstraint(
                condition=~Q(staat="uitgevoerd") | Q(uitgevoerd_op__isnull=False), name="uitgevoerde_actie_heeft_dag"
            ),
        ]

    def __str__(self) -> str:
        return self.wat
