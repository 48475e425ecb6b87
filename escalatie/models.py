"""Doorzettingsmacht: the region's ladder as data, a stagnatie and its course of steps, actions, questions and decisions.

At every moment an open stagnatie has exactly one open stap with one keeper and one running step term (E9): at most one by the
unique constraints here, at least one by the deferred triggers of migration 0002.
"""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from guardian.models import UserObjectPermissionBase

from core.duur import Duur, Eenheid
from gezinnen.models import Deelnemer, Gezin
from gezinsplan.models import Afspraak, Doel
from instanties.models import Gebruiker, Gemeente, Instelling
from termijnen.models import Termijn


class Houderrol(models.TextChoices):
    """Who keeps a step of the ladder."""

    COORDINATOR = "coordinator", _("zorgcoördinator")
    MANAGER = "manager", _("manager")
    AMBTENAAR = "ambtenaar", _("gemeenteambtenaar")


class Escalatiemodel(models.Model):
    """A region's ladder, versioned: running stagnaties keep the version they began with (E8)."""

    naam = models.CharField(max_length=100)
    versie = models.PositiveSmallIntegerField(default=1)
    actief = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("escalatiemodel")
        constraints = [
            models.UniqueConstraint(fields=["naam", "versie"], name="een_keer_dezelfde_modelversie"),
            models.UniqueConstraint(fields=["actief"], condition=Q(actief=True), name="een_actief_escalatiemodel"),
        ]

    def __str__(self) -> str:
        return f"{self.naam} ({self.versie})"


class Modelstap(models.Model):
    """One step of a ladder: who keeps it and how long there is to record actions."""

    model = models.ForeignKey(Escalatiemodel, on_delete=models.CASCADE, related_name="stappen")
    nummer = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=100)
    naam_voor_gezin = models.CharField(max_length=100)
    houderrol = models.CharField(max_length=20, choices=Houderrol)
    vastleggen_aantal = models.PositiveSmallIntegerField()
    vastleggen_eenheid = models.CharField(max_length=10, choices=Eenheid)

    class Meta:
        ordering = ["nummer"]
        constraints = [models.UniqueConstraint(fields=["model", "nummer"], name="een_stap_per_nummer")]

    def __str__(self) -> str:
        return self.naam

    @property
    def vastleggen(self) -> Duur:
        return Duur(self.vastleggen_aantal, Eenheid(self.vastleggen_eenheid))


class Modelniveau(models.Model):
    """A level within a step, for step 3: ambtelijk, wethouder of burgemeester, via de regio (E6)."""

    modelstap = models.ForeignKey(Modelstap, on_delete=models.CASCADE, related_name="niveaus")
    nummer = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=100)
    naam_voor_gezin = models.CharField(max_length=100)
    wanneer = models.TextField()

    class Meta:
        ordering = ["nummer"]
        constraints = [models.UniqueConstraint(fields=["modelstap", "nummer"], name="een_niveau_per_nummer")]

    def __str__(self) -> str:
        return self.naam


class Oorzaak(models.TextChoices):
    """Causes of stagnatie (E1)."""

    AFSPRAAK_NIET_NAGEKOMEN = "afspraak", _("een afspraak is niet nagekomen")
    WACHTLIJST = "wachtlijst", _("er is een wachtlijst")
    OMSTANDIGHEDEN = "omstandigheden", _("de omstandigheden zijn veranderd")
    CRISIS = "crisis", _("er is een (nieuwe) crisis")
    DOET_NIET_MEE = "doet_niet_mee", _("iemand van het gezin wil nu niet (verder) meedoen")
    PLAN_KOMT_ER_NIET = "plan", _("het plan komt er niet")


class Stagnatiestaat(models.TextChoices):
    OPEN = "open", _("Loopt vast")
    OPGELOST = "opgelost", _("Opgelost")
    INGETROKKEN = "ingetrokken", _("Was al gedaan")


STAGNATIE_OVERGANGEN: dict[Stagnatiestaat, frozenset[Stagnatiestaat]] = {
    Stagnatiestaat.OPEN: frozenset({Stagnatiestaat.OPGELOST, Stagnatiestaat.INGETROKKEN}),
    Stagnatiestaat.OPGELOST: frozenset(),
    Stagnatiestaat.INGETROKKEN: frozenset(),
}


class StagnatieRecht(models.TextChoices):
    """What someone outside the family's team may do with one stagnatie."""

    BEKIJKEN = "stagnatie_bekijken", _("de stagnatie bekijken")
    HANDELEN = "stagnatie_handelen", _("acties vastleggen en beslissen")
    ADVISEREN = "stagnatie_adviseren", _("advies geven")


class Stagnatie(models.Model):
    """That a plan does not move: per goal and missing party (E1). `partij` empty: nobody in particular; `doel` empty: the whole plan."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gezin = models.ForeignKey(Gezin, on_delete=models.CASCADE, related_name="stagnaties")
    doel = models.ForeignKey(Doel, null=True, blank=True, on_delete=models.PROTECT, related_name="stagnaties")
    partij = models.ForeignKey(
        Deelnemer, null=True, blank=True, on_delete=models.PROTECT, related_name="stagnaties"
    )
    model = models.ForeignKey(Escalatiemodel, on_delete=models.PROTECT, related_name="stagnaties")
    oorzaak = models.CharField(max_length=20, choices=Oorzaak)
    toelichting = models.CharField(_("wat is er aan de hand"), max_length=1000, blank=True)
    staat = models.CharField(max_length=12, choices=Stagnatiestaat, default=Stagnatiestaat.OPEN)
    gemeld_door = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    geopend_op = models.DateTimeField()
    gesloten_op = models.DateTimeField(null=True, blank=True)
    geleerd = models.CharField(_("wat hebben we geleerd"), max_length=1000, blank=True)
    voorganger = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="opvolgers"
    )
    afspraken = models.ManyToManyField(Afspraak, through="StagnatieAfspraak", related_name="stagnaties")

    class Meta:
        verbose_name = _("stagnatie")
        ordering = ["geopend_op", "id"]
        permissions = [(recht.value, recht.label) for recht in StagnatieRecht]
        indexes = [models.Index(fields=["gezin"], condition=Q(staat="open"), name="open_stagnatie_van_gezin")]
        constraints = [
            models.UniqueConstraint(
                fields=["gezin", "doel", "partij"],
                condition=Q(staat="open"),
                nulls_distinct=False,
                name="een_open_stagnatie_per_doel_en_partij",
            ),
            models.CheckConstraint(
                condition=Q(staat="open", gesloten_op__isnull=True) | ~Q(staat="open") & Q(gesloten_op__isnull=False),
                name="gesloten_stagnatie_heeft_einde",
            ),
        ]

    def __str__(self) -> str:
        return f"stagnatie {self.geopend_op:%Y-%m-%d}"

    @property
    def is_open(self) -> bool:
        return self.staat == Stagnatiestaat.OPEN


class StagnatieRechtVerlening(UserObjectPermissionBase):
    """Guardian's grant on a stagnatie, with a direct foreign key."""

    content_object = models.ForeignKey(Stagnatie, on_delete=models.CASCADE)


class StagnatieAfspraak(models.Model):
    """A missed afspraak that belongs to this stagnatie; a further one of the same party joins (E12)."""

    stagnatie = models.ForeignKey(Stagnatie, on_delete=models.CASCADE)
    afspraak = models.ForeignKey(Afspraak, on_delete=models.PROTECT)
    op = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stagnatie", "afspraak"], name="afspraak_een_keer_in_stagnatie")
        ]

    def __str__(self) -> str:
        return f"{self.stagnatie_id} {self.afspraak_id}"


class BetrokkenOrganisatie(models.Model):
    """That an instelling or gemeente takes part in a stagnatie, from which step; its managers or officials may see it from there."""

    stagnatie = models.ForeignKey(Stagnatie, on_delete=models.CASCADE, related_name="organisaties")
    instelling = models.ForeignKey(Instelling, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    gemeente = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    vanaf_stap = models.PositiveSmallIntegerField()
    # The instelling whose share is missing, as against the one that keeps the step.
    aandeel_ontbreekt = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["stagnatie", "instelling", "gemeente"],
                nulls_distinct=False,
                name="organisatie_een_keer_in_stagnatie",
            ),
            models.CheckConstraint(
                condition=Q(instelling__isnull=True, gemeente__isnull=False)
                | Q(instelling__isnull=False, gemeente__isnull=True),
                name="instelling_of_gemeente",
            ),
        ]

    def __str__(self) -> str:
        return str(self.instelling or self.gemeente)


class Stapstaat(models.TextChoices):
    OPEN = "open", _("Aan zet")
    DOORGEZET = "doorgezet", _("Doorgezet")
    GESLOTEN = "gesloten", _("Gesloten")


class Stapreden(models.TextChoices):
    """Why a step was opened."""

    GEMELD = "gemeld", _("er is gemeld dat het vastloopt")
    GEEN_ANTWOORD = "geen_antwoord", _("op de navraag kwam geen antwoord")
    LUKT_NIET = "lukt_niet", _("er is gezegd dat het niet lukt")
    GESPREK_BLEEF_UIT = "gesprek", _("het gesprek met het gezin bleef uit")
    VEILIGHEID = "veiligheid", _("een veiligheidsafspraak is niet nagekomen")
    NIET_VASTGELEGD = "niet_vastgelegd", _("er zijn op tijd geen acties vastgelegd")
    NIET_BEREIKT = "niet_bereikt", _("de acties hebben op tijd niet het resultaat gegeven")
    BUITEN_MACHT = "buiten_macht", _("het gaat de mogelijkheden te boven")
    EERDER = "eerder", _("de zorgcoördinator vroeg eerder om hulp")
    NIEMAND_OP_STAP_2 = "niemand_stap_2", _("bij de instelling was niemand die de stap kon dragen")
    HOGER_NIVEAU = "hoger_niveau", _("de ambtenaar zette een niveau hoger in")


class Stap(models.Model):
    """One step of one stagnatie, with its one keeper and its step terms: to record actions, then to reach the result (E4, E5)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stagnatie = models.ForeignKey(Stagnatie, on_delete=models.CASCADE, related_name="stappen")
    modelstap = models.ForeignKey(Modelstap, on_delete=models.PROTECT, related_name="+")
    volgnummer = models.PositiveSmallIntegerField()
    niveau = models.PositiveSmallIntegerField(default=1)
    staat = models.CharField(max_length=12, choices=Stapstaat, default=Stapstaat.OPEN)
    reden = models.CharField(max_length=20, choices=Stapreden)
    toelichting = models.CharField(max_length=1000, blank=True)
    houder = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="stappen")
    houder_instelling = models.ForeignKey(
        Instelling, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    houder_gemeente = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    vastleggen = models.OneToOneField(Termijn, on_delete=models.PROTECT, related_name="stap_vastleggen")
    resultaat = models.OneToOneField(
        Termijn, null=True, blank=True, on_delete=models.PROTECT, related_name="stap_resultaat"
    )
    geopend_op = models.DateTimeField()
    gesloten_op = models.DateTimeField(null=True, blank=True)

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
    def staptermijn(self) -> Termijn:
        """The step term in force: to reach the result once actions are recorded, else to record them."""
        return self.resultaat or self.vastleggen


class Actiestaat(models.TextChoices):
    LOOPT = "loopt", _("Loopt")
    UITGEVOERD = "uitgevoerd", _("Gehaald")
    NIET_UITGEVOERD = "niet_uitgevoerd", _("Niet gehaald")
    VERVALLEN = "vervallen", _("Niet meer nodig")


ACTIE_OVERGANGEN: dict[Actiestaat, frozenset[Actiestaat]] = {
    Actiestaat.LOOPT: frozenset({Actiestaat.UITGEVOERD, Actiestaat.NIET_UITGEVOERD, Actiestaat.VERVALLEN}),
    Actiestaat.UITGEVOERD: frozenset({Actiestaat.LOOPT}),
    Actiestaat.NIET_UITGEVOERD: frozenset({Actiestaat.UITGEVOERD}),
    Actiestaat.VERVALLEN: frozenset(),
}


class Actie(models.Model):
    """Who does what, by when, with which result: what a step records (E2, E4, E5). Done by a deelnemer or an organisation."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stap = models.ForeignKey(Stap, on_delete=models.CASCADE, related_name="acties")
    deelnemer = models.ForeignKey(
        Deelnemer, null=True, blank=True, on_delete=models.PROTECT, related_name="acties"
    )
    instelling = models.ForeignKey(
        Instelling, null=True, blank=True, on_delete=models.PROTECT, related_name="acties"
    )
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


class SoortVraag(models.TextChoices):
    """What is asked of someone within a stagnatie."""

    AANSPREKEN = "aanspreken", _("aangesproken")
    AANDEEL = "aandeel", _("uitleg over het aandeel dat ontbreekt")
    ADVIES = "advies", _("advies")


class Vraag(models.Model):
    """A dated act between two people: addressing a peer, the answer a manager owes, or advice (E2, E4, E5). With a term of its own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stagnatie = models.ForeignKey(Stagnatie, on_delete=models.CASCADE, related_name="vragen")
    stap = models.ForeignKey(Stap, on_delete=models.CASCADE, related_name="vragen")
    soort = models.CharField(max_length=12, choices=SoortVraag)
    # Empty: asked by the clock, as the convenant says.
    van = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    aan = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="gestelde_vragen")
    aan_instelling = models.ForeignKey(Instelling, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    tekst = models.CharField(_("wat wilt u vragen of zeggen"), max_length=1000)
    gesteld_op = models.DateTimeField()
    termijn = models.OneToOneField(Termijn, on_delete=models.PROTECT, related_name="vraag")
    antwoord = models.CharField(_("uw antwoord"), max_length=1000, blank=True)
    beantwoord_op = models.DateTimeField(null=True, blank=True)
    beantwoord_door = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("vraag")
        verbose_name_plural = _("vragen")
        ordering = ["gesteld_op"]
        constraints = [
            models.CheckConstraint(
                condition=Q(beantwoord_op__isnull=True, antwoord="")
                | Q(beantwoord_op__isnull=False) & ~Q(antwoord=""),
                name="antwoord_en_moment_samen",
            ),
            models.CheckConstraint(
                condition=Q(van__isnull=True) | ~Q(van=F("aan")), name="niemand_vraagt_zichzelf"
            ),
        ]

    def __str__(self) -> str:
        return self.get_soort_display()


class Besluit(models.Model):
    """A decision of the gemeente on the ground of the convenant (no Awb-besluit), with its level and ground (E6)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stap = models.ForeignKey(Stap, on_delete=models.CASCADE, related_name="besluiten")
    niveau = models.ForeignKey(Modelniveau, on_delete=models.PROTECT, related_name="+")
    tekst = models.CharField(_("wat is het besluit"), max_length=2000)
    grond = models.CharField(_("op welke grond"), max_length=1000)
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        verbose_name = _("besluit")
        verbose_name_plural = _("besluiten")
        ordering = ["op"]

    def __str__(self) -> str:
        return self.tekst[:60]


class Bevestigingsstaat(models.TextChoices):
    GEVRAAGD = "gevraagd", _("Gevraagd")
    BEVESTIGD = "bevestigd", _("Wordt uitgevoerd")
    KAN_NIET = "kan_niet", _("Kan niet")
    GEEN_ANTWOORD = "geen_antwoord", _("Geen antwoord")


class Bevestiging(models.Model):
    """What an instelling answers to a decision: it carries it out, or 'kan niet' with the ground (E6)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    besluit = models.ForeignKey(Besluit, on_delete=models.CASCADE, related_name="bevestigingen")
    instelling = models.ForeignKey(Instelling, on_delete=models.PROTECT, related_name="+")
    gevraagd_aan = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    termijn = models.OneToOneField(Termijn, on_delete=models.PROTECT, related_name="bevestiging")
    staat = models.CharField(max_length=15, choices=Bevestigingsstaat, default=Bevestigingsstaat.GEVRAAGD)
    grond = models.CharField(_("waarom kan het niet"), max_length=1000, blank=True)
    op = models.DateTimeField(null=True, blank=True)
    door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("bevestiging")
        verbose_name_plural = _("bevestigingen")
        constraints = [
            models.UniqueConstraint(fields=["besluit", "instelling"], name="een_bevestiging_per_instelling"),
            models.CheckConstraint(condition=~Q(staat="kan_niet") | ~Q(grond=""), name="kan_niet_heeft_grond"),
        ]

    def __str__(self) -> str:
        return self.get_staat_display()


class Terugkoppeling(models.Model):
    """Feedback on actions and decisions, by whoever carries them out or guards them (E6)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stap = models.ForeignKey(Stap, on_delete=models.CASCADE, related_name="terugkoppelingen")
    van = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    tekst = models.CharField(_("terugkoppeling"), max_length=1000)
    op = models.DateTimeField()

    class Meta:
        verbose_name = _("terugkoppeling")
        ordering = ["op"]

    def __str__(self) -> str:
        return self.tekst[:60]


class Escalatiebericht(models.Model):
    """What managers and officials read: what was agreed, what is missing, what is asked; with the family's view (E13).

    It goes only after the family has read it (`vrijgegeven_op`); until then they see number, own afspraak and dates.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stagnatie = models.OneToOneField(Stagnatie, on_delete=models.CASCADE, related_name="escalatiebericht")
    afgesproken = models.CharField(_("wat was er afgesproken"), max_length=2000)
    ontbreekt = models.CharField(_("wat ontbreekt er"), max_length=2000)
    gevraagd = models.CharField(_("wat vragen wij van u"), max_length=2000)
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    voorgelegd_op = models.DateTimeField()
    visie_gezin = models.CharField(_("hoe ziet het gezin dit"), max_length=2000, blank=True)
    vrijgegeven_op = models.DateTimeField(null=True, blank=True)
    vrijgegeven_door = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # How the family read it: on its own account, or together with the coordinator.
    hoe_gelezen = models.CharField(max_length=200, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("escalatiebericht")
        verbose_name_plural = _("escalatieberichten")

    def __str__(self) -> str:
        return self.ontbreekt[:60]

    @property
    def is_vrijgegeven(self) -> bool:
        return self.vrijgegeven_op is not None


class Instemming(models.TextChoices):
    WACHT = "wacht", _("Gevraagd")
    JA = "ja", _("Het gezin zegt ook: opgelost")
    STILTE = "stilte", _("Het gezin had geen bezwaar")
    NEE = "nee", _("Het gezin zegt: nog niet opgelost")


class Oplossing(models.Model):
    """That the coordinator says it is solved, and what the family says to that; silence in its term is yes (E11)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stagnatie = models.ForeignKey(Stagnatie, on_delete=models.CASCADE, related_name="oplossingen")
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()
    geleerd = models.CharField(_("wat hebben we geleerd"), max_length=1000, blank=True)
    termijn = models.OneToOneField(Termijn, on_delete=models.PROTECT, related_name="oplossing")
    instemming = models.CharField(max_length=10, choices=Instemming, default=Instemming.WACHT)
    gezin_zegt = models.CharField(_("wat wilt u erover zeggen"), max_length=1000, blank=True)
    beantwoord_door = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    beantwoord_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("oplossing")
        verbose_name_plural = _("oplossingen")
        ordering = ["op"]
        constraints = [
            models.UniqueConstraint(
                fields=["stagnatie"], condition=Q(instemming="wacht"), name="een_open_oplossing_per_stagnatie"
            )
        ]

    def __str__(self) -> str:
        return self.get_instemming_display()


class SoortGebeurtenis(models.TextChoices):
    """What can happen in the course of a stagnatie."""

    GEOPEND = "geopend", _("Het plan loopt vast")
    AFSPRAAK_ERBIJ = "afspraak_erbij", _("Er kwam een afspraak bij")
    STAP_GEOPEND = "stap_geopend", _("Nieuwe stap")
    ACTIES_VASTGELEGD = "acties_vastgelegd", _("Acties vastgelegd")
    ACTIE_UITGEVOERD = "actie_uitgevoerd", _("Actie uitgevoerd")
    ACTIE_NIET_UITGEVOERD = "actie_niet_uitgevoerd", _("Actie niet op tijd uitgevoerd")
    TERMIJN_VERLENGD = "termijn_verlengd", _("Termijn verlengd")
    TERMIJN_VERKORT = "termijn_verkort", _("Termijn verkort")
    GEVRAAGD = "gevraagd", _("Vraag gesteld")
    BEANTWOORD = "beantwoord", _("Vraag beantwoord")
    GEEN_ANTWOORD = "geen_antwoord", _("Geen antwoord gekregen")
    BERICHT_VOORGELEGD = "bericht_voorgelegd", _("Escalatiebericht aan het gezin voorgelegd")
    BERICHT_VRIJGEGEVEN = "bericht_vrijgegeven", _("Escalatiebericht gelezen door het gezin")
    BESLOTEN = "besloten", _("De gemeente heeft besloten")
    BEVESTIGD = "bevestigd", _("Besluit bevestigd")
    KAN_NIET = "kan_niet", _("Instelling zegt: dit kan niet")
    TERUGGEKOPPELD = "teruggekoppeld", _("Terugkoppeling")
    OPLOSSING_GEMELD = "oplossing_gemeld", _("De zorgcoördinator zegt: opgelost")
    NOG_NIET_OPGELOST = "nog_niet_opgelost", _("Het gezin zegt: nog niet opgelost")
    OPGELOST = "opgelost", _("Opgelost")
    INGETROKKEN = "ingetrokken", _("Was al gedaan")
    HOUDER_GEWISSELD = "houder_gewisseld", _("Iemand anders is aan zet")


class Gebeurtenis(models.Model):
    """One event in the course of a stagnatie, kept for ever (E11). `door` empty: the clock."""

    stagnatie = models.ForeignKey(Stagnatie, on_delete=models.CASCADE, related_name="gebeurtenissen")
    stap = models.ForeignKey(Stap, null=True, blank=True, on_delete=models.CASCADE, related_name="gebeurtenissen")
    soort = models.CharField(max_length=25, choices=SoortGebeurtenis)
    door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()
    # Facts of the ladder only (who, until when, why); a person's own words stay in their own table, behind zicht.
    tekst = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = _("gebeurtenis")
        verbose_name_plural = _("gebeurtenissen")
        ordering = ["op", "id"]

    def __str__(self) -> str:
        return self.get_soort_display()
