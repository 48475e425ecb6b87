"""The family's plan in its three parts: goals, people (gezinnen) and afspraken; and what is asked when a term has passed."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.duur import Duur, Eenheid
from gezinnen.models import Deelnemer, Gezin, geschiedenis
from instanties.models import Gebruiker
from termijnen.models import Termijn
from toestemming.models import Onderdeel


class Planstaat(models.TextChoices):
    CONCEPT = "concept", _("In de maak")
    ACTIEF = "actief", _("Loopt")
    AFGEROND = "afgerond", _("Afgerond")


PLAN_OVERGANGEN: dict[Planstaat, frozenset[Planstaat]] = {
    Planstaat.CONCEPT: frozenset({Planstaat.ACTIEF}),
    Planstaat.ACTIEF: frozenset({Planstaat.AFGEROND}),
    Planstaat.AFGEROND: frozenset(),
}


@geschiedenis
class Gezinsplan(models.Model):
    """The one plan of one family."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gezin = models.OneToOneField(Gezin, on_delete=models.CASCADE, related_name="plan")
    staat = models.CharField(max_length=10, choices=Planstaat, default=Planstaat.CONCEPT)
    afstemming = models.TextField(_("afspraken over afstemming"), blank=True)
    geactiveerd_op = models.DateTimeField(null=True, blank=True)
    afgerond_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("gezinsplan")
        constraints = [
            models.CheckConstraint(
                condition=Q(staat="concept", geactiveerd_op__isnull=True)
                | ~Q(staat="concept") & Q(geactiveerd_op__isnull=False),
                name="actief_plan_heeft_begin",
            )
        ]

    def __str__(self) -> str:
        return f"gezinsplan {self.gezin_id}"


class Doelstaat(models.TextChoices):
    LOOPT = "loopt", _("Loopt")
    BEREIKT = "bereikt", _("Bereikt")
    GESTOPT = "gestopt", _("Niet meer nodig")


DOEL_OVERGANGEN: dict[Doelstaat, frozenset[Doelstaat]] = {
    Doelstaat.LOOPT: frozenset({Doelstaat.BEREIKT, Doelstaat.GESTOPT}),
    Doelstaat.BEREIKT: frozenset({Doelstaat.LOOPT}),
    Doelstaat.GESTOPT: frozenset({Doelstaat.LOOPT}),
}


@geschiedenis
class Doel(Onderdeel):
    """A family's goal in its own words (G2), or a condition under it, set by someone who says why (G3)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Gezinsplan, on_delete=models.CASCADE, related_name="doelen")
    hoofddoel = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="voorwaarden"
    )
    tekst = models.CharField(_("doel"), max_length=500)
    volgorde = models.PositiveSmallIntegerField(default=0)
    gesteld_door = models.CharField(_("wie stelt deze voorwaarde"), max_length=150, blank=True)
    waarom = models.CharField(_("waarom"), max_length=500, blank=True)
    gevolg = models.CharField(_("wat gebeurt er als het niet lukt"), max_length=500, blank=True)
    staat = models.CharField(max_length=10, choices=Doelstaat, default=Doelstaat.LOOPT)
    bereikt_op = models.DateField(null=True, blank=True)
    viering = models.CharField(_("hoe vieren we dat"), max_length=300, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("doel")
        verbose_name_plural = _("doelen")
        ordering = ["volgorde", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(hoofddoel__isnull=True, gesteld_door="")
                | Q(hoofddoel__isnull=False) & ~Q(gesteld_door="") & ~Q(waarom="") & ~Q(gevolg=""),
                name="voorwaarde_noemt_wie_waarom_en_gevolg",
            ),
            models.CheckConstraint(
                condition=~Q(staat="bereikt") | Q(bereikt_op__isnull=False), name="bereikt_doel_heeft_dag"
            ),
        ]

    def __str__(self) -> str:
        return self.tekst

    @property
    def is_voorwaarde(self) -> bool:
        return self.hoofddoel_id is not None


class Afspraakstaat(models.TextChoices):
    VOORSTEL = "voorstel", _("In de maak")
    LOOPT = "loopt", _("Loopt")
    GEVRAAGD = "gevraagd", _("Gevraagd")
    NIET_GEDAAN = "niet_gedaan", _("Niet gehaald")
    GEDAAN = "gedaan", _("Gehaald")
    VERVALLEN = "vervallen", _("Niet meer nodig")


AFSPRAAK_OVERGANGEN: dict[Afspraakstaat, frozenset[Afspraakstaat]] = {
    Afspraakstaat.VOORSTEL: frozenset({Afspraakstaat.LOOPT, Afspraakstaat.VERVALLEN}),
    Afspraakstaat.LOOPT: frozenset(
        {Afspraakstaat.GEVRAAGD, Afspraakstaat.NIET_GEDAAN, Afspraakstaat.GEDAAN, Afspraakstaat.VERVALLEN}
    ),
    Afspraakstaat.GEVRAAGD: frozenset(
        {Afspraakstaat.LOOPT, Afspraakstaat.NIET_GEDAAN, Afspraakstaat.GEDAAN, Afspraakstaat.VERVALLEN}
    ),
    Afspraakstaat.NIET_GEDAAN: frozenset({Afspraakstaat.LOOPT, Afspraakstaat.GEDAAN, Afspraakstaat.VERVALLEN}),
    # A wrong tick can be taken back, with a reason (E14).
    Afspraakstaat.GEDAAN: frozenset({Afspraakstaat.LOOPT}),
    Afspraakstaat.VERVALLEN: frozenset(),
}


@geschiedenis
class Afspraak(Onderdeel):
    """Who does what, from when, until when (G5). Until activation the term is a plan; from then on it is a Termijn."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    doel = models.ForeignKey(Doel, on_delete=models.CASCADE, related_name="afspraken")
    wat = models.CharField(_("wat"), max_length=1000)
    herhaling = models.CharField(_("hoe vaak"), max_length=100, blank=True)
    uitvoerders = models.ManyToManyField(Deelnemer, verbose_name=_("wie"), related_name="afspraken")
    volgorde = models.PositiveSmallIntegerField(default=0)
    start_op = models.DateField(_("begint op"))
    # The agreed term: a length from the start, or a day. One of the two.
    duur_aantal = models.PositiveSmallIntegerField(null=True, blank=True)
    duur_eenheid = models.CharField(max_length=10, choices=Eenheid, blank=True)
    eind_op = models.DateField(_("uiterlijk"), null=True, blank=True)
    is_veiligheidsafspraak = models.BooleanField(_("bindende veiligheidsafspraak"), default=False)
    termijn = models.OneToOneField(
        Termijn, null=True, blank=True, on_delete=models.PROTECT, related_name="afspraak"
    )
    staat = models.CharField(max_length=12, choices=Afspraakstaat, default=Afspraakstaat.VOORSTEL)
    verzet_aantal = models.PositiveSmallIntegerField(default=0)
    # When it happened and when that was recorded are two moments (E14).
    gebeurd_op = models.DateField(null=True, blank=True)
    vastgelegd_op = models.DateTimeField(null=True, blank=True)
    vastgelegd_door = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    hoe_gehoord = models.CharField(_("hoe weet u dat"), max_length=200, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("afspraak")
        verbose_name_plural = _("afspraken")
        ordering = ["volgorde", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(duur_aantal__isnull=True, duur_eenheid="", eind_op__isnull=False)
                | Q(duur_aantal__gte=1, eind_op__isnull=True) & ~Q(duur_eenheid=""),
                name="afspraak_heeft_een_termijn",
            ),
            models.CheckConstraint(
                condition=Q(staat__in=["voorstel", "vervallen"]) | Q(termijn__isnull=False),
                name="lopende_afspraak_heeft_termijn",
            ),
            models.CheckConstraint(
                condition=Q(staat="gedaan", gebeurd_op__isnull=False, vastgelegd_op__isnull=False)
                | ~Q(staat="gedaan") & Q(gebeurd_op__isnull=True),
                name="gedane_afspraak_heeft_dag_en_vastlegging",
            ),
        ]

    def __str__(self) -> str:
        return self.wat

    @property
    def duur(self) -> Duur | None:
        return Duur(self.duur_aantal, Eenheid(self.duur_eenheid)) if self.duur_aantal else None


class Navraagstaat(models.TextChoices):
    OPEN = "open", _("Gevraagd")
    WACHT_OP_AKKOORD = "wacht_op_akkoord", _("Wacht op akkoord")
    BEANTWOORD = "beantwoord", _("Beantwoord")
    VERLOPEN = "verlopen", _("Geen antwoord")
    INGETROKKEN = "ingetrokken", _("Niet meer nodig")


class Antwoord(models.TextChoices):
    GEDAAN = "gedaan", _("Ja, het is gedaan")
    LATER = "later", _("Het lukt later")
    LUKT_NIET = "lukt_niet", _("Het lukt niet")


class Navraag(models.Model):
    """The question that comes before any stagnatie: was it done? Asked of doer and coordinator (E12)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    afspraak = models.ForeignKey(Afspraak, on_delete=models.CASCADE, related_name="navragen")
    termijn = models.OneToOneField(Termijn, on_delete=models.PROTECT, related_name="navraag")
    staat = models.CharField(max_length=20, choices=Navraagstaat, default=Navraagstaat.OPEN)
    gesteld_op = models.DateTimeField()
    antwoord = models.CharField(max_length=10, choices=Antwoord, blank=True)
    toelichting = models.CharField(_("toelichting"), max_length=1000, blank=True)
    gebeurd_op = models.DateField(null=True, blank=True)
    nieuwe_dag = models.DateField(null=True, blank=True)
    beantwoord_op = models.DateTimeField(null=True, blank=True)
    beantwoord_door = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    akkoord_door = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("navraag")
        ordering = ["gesteld_op"]
        constraints = [
            models.UniqueConstraint(
                fields=["afspraak"],
                condition=Q(staat__in=["open", "wacht_op_akkoord"]),
                name="een_open_navraag_per_afspraak",
            ),
            models.CheckConstraint(
                condition=~Q(antwoord="later") | Q(nieuwe_dag__isnull=False), name="later_noemt_nieuwe_dag"
            ),
        ]

    def __str__(self) -> str:
        return f"navraag {self.gesteld_op:%Y-%m-%d}"


class Gespreksstaat(models.TextChoices):
    OPEN = "open", _("Gevraagd")
    GEVOERD = "gevoerd", _("Gevoerd")
    VERLOPEN = "verlopen", _("Te laat")
    INGETROKKEN = "ingetrokken", _("Niet meer nodig")


class Gesprek(models.Model):
    """The talk that the coordinator owes when only family or network were to do it and it wasn't done (E12)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    afspraak = models.ForeignKey(Afspraak, on_delete=models.CASCADE, related_name="gesprekken")
    termijn = models.OneToOneField(Termijn, on_delete=models.PROTECT, related_name="gesprek")
    staat = models.CharField(max_length=15, choices=Gespreksstaat, default=Gespreksstaat.OPEN)
    aanleiding = models.CharField(max_length=1000, blank=True)
    uitkomst = models.CharField(_("wat is er afgesproken"), max_length=1000, blank=True)
    gevoerd_op = models.DateField(null=True, blank=True)
    door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("gesprek")
        constraints = [
            models.UniqueConstraint(
                fields=["afspraak"], condition=Q(staat="open"), name="een_open_gesprek_per_afspraak"
            )
        ]

    def __str__(self) -> str:
        return f"gesprek {self.staat}"


class Evaluatie(models.Model):
    """At the end of a term: was it done as agreed, did it help, are we on the right road (G6)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    doel = models.ForeignKey(Doel, on_delete=models.CASCADE, related_name="evaluaties")
    volgens_afspraak = models.BooleanField(_("is alles gedaan zoals afgesproken"))
    bereikt = models.BooleanField(_("is het doel bereikt"))
    waarom = models.CharField(_("hoe komt dat"), max_length=1000, blank=True)
    vervolg = models.CharField(_("wat doen we nu"), max_length=1000, blank=True)
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        verbose_name = _("evaluatie")
        ordering = ["op"]

    def __str__(self) -> str:
        return f"evaluatie {self.op:%Y-%m-%d}"


class Reactie(models.Model):
    """What someone says about a goal or an afspraak; seen by whoever sees that part (G14)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    doel = models.ForeignKey(Doel, null=True, blank=True, on_delete=models.CASCADE, related_name="reacties")
    afspraak = models.ForeignKey(
        Afspraak, null=True, blank=True, on_delete=models.CASCADE, related_name="reacties"
    )
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    tekst = models.CharField(_("uw reactie"), max_length=1000)
    op = models.DateTimeField()

    class Meta:
        verbose_name = _("reactie")
        ordering = ["op"]
        constraints = [
            models.CheckConstraint(
                condition=Q(doel__isnull=False, afspraak__isnull=True)
                | Q(doel__isnull=True, afspraak__isnull=False),
                name="reactie_hoort_bij_doel_of_afspraak",
            )
        ]

    def __str__(self) -> str:
        return self.tekst[:40]


class PdfStaat(models.TextChoices):
    WACHT = "wacht", _("Wordt zo gemaakt")
    BEZIG = "bezig", _("Wordt gemaakt")
    KLAAR = "klaar", _("Klaar")
    MISLUKT = "mislukt", _("Niet gelukt")


class PdfOpdracht(models.Model):
    """A PDF of a plan for one reader: claimed by a worker, kept for an hour, held against zicht again when fetched (G9)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Gezinsplan, on_delete=models.CASCADE, related_name="pdfs")
    lezer = models.ForeignKey(Gebruiker, on_delete=models.CASCADE, related_name="+")
    staat = models.CharField(max_length=10, choices=PdfStaat, default=PdfStaat.WACHT)
    gevraagd_op = models.DateTimeField()
    begonnen_op = models.DateTimeField(null=True, blank=True)
    klaar_op = models.DateTimeField(null=True, blank=True)
    verloopt_op = models.DateTimeField()
    pogingen = models.PositiveSmallIntegerField(default=0)
    # What the reader could see when it was made; a PDF of an older view is not handed out.
    zicht_kenmerk = models.CharField(max_length=64, blank=True)
    inhoud = models.BinaryField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["gevraagd_op"], condition=Q(staat__in=["wacht", "bezig"]), name="pdf_te_maken")
        ]

    def __str__(self) -> str:
        return f"pdf {self.staat}"
