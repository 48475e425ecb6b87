"""The course of a stagnatie: what happened, and how it ended."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from escalatie.models.stagnatie import Stagnatie
from escalatie.models.stap import WEER_TE_VRAGEN, Stap
from instanties.models import Gebruiker, Stilte, Verzoek, Verzoekstaat
from termijnen.models import Termijn
from woorden.zinnen import zin


class Oplossing(Verzoek):
    """That the coordinator says it is solved, and what the family says to that; silence in its term is yes (E11).

    Asked of whoever answers for the family (`Ontvangers.namens_gezin`); the coordinator may write down what it said.
    """

    overgangen = WEER_TE_VRAGEN

    stagnatie = models.ForeignKey(Stagnatie, on_delete=models.CASCADE, related_name="oplossingen")
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    geleerd = models.CharField(_("wat hebben we geleerd"), max_length=1000, blank=True)
    termijn = models.OneToOneField(Termijn, on_delete=models.PROTECT, related_name="oplossing")
    # The name of the column is older.
    staat = models.CharField(max_length=10, choices=Verzoekstaat, default=Verzoekstaat.WACHT, db_column="instemming")
    stilte = models.CharField(max_length=10, choices=Stilte, default=Stilte.JA, db_default=Stilte.JA)
    gezin_zegt = models.CharField(_("wat wilt u erover zeggen"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("oplossing")
        verbose_name_plural = _("oplossingen")
        ordering = ["op"]
        constraints = [
            *Verzoek.Meta.constraints,
            models.UniqueConstraint(
                fields=["stagnatie"], condition=Q(staat="wacht"), name="een_open_oplossing_per_stagnatie"
            ),
        ]

    def __str__(self) -> str:
        return self.get_staat_display()


class SoortGebeurtenis(models.TextChoices):
    """What can happen in the course of a stagnatie."""

    GEOPEND = "geopend", _("Het plan loopt vast")
    AFSPRAAK_ERBIJ = "afspraak_erbij", _("Er kwam een afspraak bij")
    AFSPRAAK_ALSNOG = "afspraak_alsnog", _("Een afspraak is alsnog uitgevoerd")
    AFSPRAAK_WAS_GEDAAN = "afspraak_gedaan", _("Een afspraak bleek op tijd gedaan")
    AFSPRAAK_VERVALLEN = "afspraak_vervallen", _("Een afspraak is niet meer nodig")
    DOEL_AFGESLOTEN = "doel_afgesloten", _("Een doel is afgesloten")
    STAP_GEOPEND = "stap_geopend", _("Nieuwe stap")
    ACTIES_VASTGELEGD = "acties_vastgelegd", _("Acties vastgelegd")
    ACTIE_JA = "actie_ja", _("Wie een actie doet, zegt: ja")
    ACTIE_KAN_NIET = "actie_kan_niet", _("Wie een actie zou doen, zegt: dit kan niet")
    ACTIE_UITGEVOERD = "actie_uitgevoerd", _("Actie uitgevoerd")
    ACTIE_TERUGGENOMEN = "actie_teruggenomen", _("Melding ‘uitgevoerd’ teruggenomen")
    ACTIE_NIET_UITGEVOERD = "actie_niet_uitgevoerd", _("Actie niet op tijd uitgevoerd")
    GESPREK_VASTGELEGD = "gesprek_vastgelegd", _("De dag van het gesprek is vastgelegd")
    SPOOR_GEKOZEN = "spoor_gekozen", _("Er is gekozen voor een andere aanpak")
    TERMIJN_VERLENGD = "termijn_verlengd", _("Termijn verlengd")
    TERMIJN_VERKORT = "termijn_verkort", _("Termijn verkort")
    GEVRAAGD = "gevraagd", _("Vraag gesteld")
    BEANTWOORD = "beantwoord", _("Vraag beantwoord")
    GEEN_ANTWOORD = "geen_antwoord", _("Geen antwoord gekregen")
    BERICHT_VOORGELEGD = "bericht_voorgelegd", zin(_("[Escalatiebericht] aan het gezin voorgelegd"))
    BERICHT_VRIJGEGEVEN = "bericht_vrijgegeven", zin(_("[Escalatiebericht] gelezen door het gezin"))
    BESLOTEN = "besloten", _("De gemeente heeft besloten")
    BEVESTIGD = "bevestigd", _("Besluit bevestigd")
    KAN_NIET = "kan_niet", _("Instelling zegt: dit kan niet")
    TERUGGEKOPPELD = "teruggekoppeld", _("Terugkoppeling")
    OPLOSSING_GEMELD = "oplossing_gemeld", zin(_("[De zorgcoördinator] zegt: opgelost"))
    NOG_NIET_OPGELOST = "nog_niet_opgelost", _("Het gezin zegt: nog niet opgelost")
    OPGELOST = "opgelost", _("Opgelost")
    INGETROKKEN = "ingetrokken", _("Was al gedaan")
    VERVALLEN = "vervallen", _("Niet meer nodig: iemand is overleden")
    VERDER_ZONDER = "verder_zonder", _("Iemand is overleden: dit gaat verder zonder die persoon")
    ZEGT_GEDAAN = "zegt_gedaan", _("Wie het moest doen, zegt: op tijd gedaan")
    NIET_BEVESTIGD = "niet_bevestigd", _("Niet bevestigd: het gaat verder")
    HEROPEND = "heropend", _("Bleek toch niet gedaan: weer open")
    STAP_INGETROKKEN = "stap_ingetrokken", _("Deze stap was niet nodig: de actie was op tijd gedaan")
    BEZWAAR = "bezwaar", _("Iemand zegt: dit duurt te lang")
    BEZWAAR_BESLIST = "bezwaar_beslist", _("Beslist over ‘dit duurt te lang’")
    HOUDER_GEWISSELD = "houder_gewisseld", _("Iemand anders is aan zet")


class Gebeurtenis(models.Model):
    """One event in the course of a stagnatie, kept for ever (E11). `door` empty: the clock.

    `namens`: for whom `door` stood in at that moment, as substitute (I6); the first of them, where there were more.
    """

    stagnatie = models.ForeignKey(Stagnatie, on_delete=models.CASCADE, related_name="gebeurtenissen")
    stap = models.ForeignKey(Stap, null=True, blank=True, on_delete=models.CASCADE, related_name="gebeurtenissen")
    soort = models.CharField(max_length=25, choices=SoortGebeurtenis)
    door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    namens = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()
    # Facts of the ladder only (who, until when, why); a person's own words stay in their own table, behind zicht.
    tekst = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = _("gebeurtenis")
        verbose_name_plural = _("gebeurtenissen")
        ordering = ["op", "id"]

    def __str__(self) -> str:
        return self.get_soort_display()
