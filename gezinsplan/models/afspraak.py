"""Who does what, from when, until when."""

import uuid
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import BooleanField, Case, Exists, F, OuterRef, Q, Value, When
from django.utils.translation import gettext_lazy as _

from core.states import Moves
from gezinnen.models import Deelnemer, geschiedenis
from gezinsplan.models.plan import Doel, in_zicht
from instanties.models import Gebruiker
from termijnen.models import Termijn
from toestemming.models import VolgendOnderdeel, volgt_boven
from woorden.duur import Duur, Eenheid

if TYPE_CHECKING:
    from toestemming.filters import Filters


class Afspraakstaat(models.TextChoices):
    VOORSTEL = "voorstel", _("In de maak")
    LOOPT = "loopt", _("Loopt")
    GEVRAAGD = "gevraagd", _("Gevraagd")
    NIET_GEDAAN = "niet_gedaan", _("Niet gehaald")
    GEDAAN = "gedaan", _("Gehaald")
    VERVALLEN = "vervallen", _("Niet meer nodig")


# An answer 'Ik doe dit' is asked until it has ended.
OPEN_AFSPRAAK = (
    Afspraakstaat.VOORSTEL,
    Afspraakstaat.LOOPT,
    Afspraakstaat.GEVRAAGD,
    Afspraakstaat.NIET_GEDAAN,
)


class AfspraakQuerySet(models.QuerySet["Afspraak"]):
    def eigen_van(self, blik: "Filters") -> "AfspraakQuerySet":
        """Afspraken that the reader carries out, or asks after for a doer without account (G17).

        Not where a safety flag keeps from him what they are about, by whatever road they came to him: but what he said yes
        to before that, in the words to which he said it (X5).
        """
        from gezinsplan.models.aanvaarding import Aanvaarding

        if not blik.doet_mee:
            return self.none()
        doet = Afspraak.uitvoerders.through.objects.filter(afspraak_id=OuterRef("pk"))
        ik = blik.rijen
        zelf, namens = Q(deelnemer__in=ik), Q(deelnemer__navrager__in=ik)
        if not blik.heeft_verborgen:
            return self.filter(Exists(doet.filter(zelf | namens)))
        kende = Aanvaarding.objects.ja().voor_een_vlag().filter(afspraak=OuterRef("pk"), deelnemer__in=ik)
        mag = Exists(doet.filter(zelf | namens)) & ~blik.verborgen_q()
        return self.filter(mag | Exists(doet.filter(zelf)) & Exists(kende))

    def zichtbaar_voor(self, blik: "Filters") -> "AfspraakQuerySet":
        """Afspraken of this family that the reader sees (T3): those within zicht, and his own."""
        gezien = self.filter(doel__plan__gezin=blik.gezin_id)
        if blik.alleen_zicht:
            gezien = gezien.filter(in_zicht(blik))
        for deel in blik.delen:
            gezien = gezien.filter(in_zicht(deel) | Q(pk__in=Afspraak.objects.eigen_van(deel).values("pk")))
        return gezien

    def aanvaard_door(self, blik: "Filters") -> "AfspraakQuerySet":
        """Own afspraken to which was said: I do this. They show the wording of their goal (T3)."""
        from gezinsplan.models.aanvaarding import Aanvaarding

        ja = Aanvaarding.objects.ja().filter(afspraak=OuterRef("pk"))
        ik = blik.rijen
        ja = ja.filter(Q(deelnemer__in=ik) | Q(deelnemer__navrager__in=ik))
        return self.eigen_van(blik).filter(Exists(ja))

    def met_vraag(self, blik: "Filters") -> "AfspraakQuerySet":
        """Each row says in `gevraagd` whether this reader is still to answer: I do this, or I can't (T3).

        Asked of a doer whose zicht doesn't hold the goal, and of the navrager for a doer without account. `kaal`: until
        then only the afspraak itself is seen, for it isn't within zicht either.
        """
        from gezinsplan.models.aanvaarding import Aanvaarding

        if not blik.doet_mee or blik.ziet_alles:
            return self.annotate(gevraagd=Value(False), kaal=Value(False))
        doet = Afspraak.uitvoerders.through.objects.filter(afspraak_id=OuterRef("pk"))
        ja = Aanvaarding.objects.ja()
        ik = blik.rijen
        ik_ja = ja.filter(afspraak=OuterRef("pk"), deelnemer__in=ik)
        ander_ja = ja.filter(afspraak=OuterRef("afspraak_id"), deelnemer=OuterRef("deelnemer_id"))
        namens = doet.filter(deelnemer__navrager__in=ik, deelnemer__gebruiker__isnull=True)
        vraag = Case(
            When(Q(doel__isnull=False) & blik.onderdeel_q("doel__"), then=Value(False)),
            When(~Q(staat__in=OPEN_AFSPRAAK), then=Value(False)),
            When(Exists(doet.filter(deelnemer__in=ik)), then=~Exists(ik_ja)),
            default=Exists(namens.filter(~Exists(ander_ja))),
            output_field=BooleanField(),
        )
        kaal = Case(When(in_zicht(blik), then=Value(False)), default=F("gevraagd"), output_field=BooleanField())
        return self.annotate(gevraagd=vraag, kaal=kaal)


@geschiedenis
class Afspraak(VolgendOnderdeel):
    """Who does what, from when, until when (G5). Until activation the term is a plan; from then on it is a Termijn.

    What it is about follows its goal, unless it is set apart.
    """

    overgangen = Moves(
        {
            Afspraakstaat.VOORSTEL: {Afspraakstaat.LOOPT, Afspraakstaat.VERVALLEN},
            Afspraakstaat.LOOPT: {
                Afspraakstaat.GEVRAAGD,
                Afspraakstaat.NIET_GEDAAN,
                Afspraakstaat.GEDAAN,
                Afspraakstaat.VERVALLEN,
            },
            Afspraakstaat.GEVRAAGD: {
                Afspraakstaat.LOOPT,
                Afspraakstaat.NIET_GEDAAN,
                Afspraakstaat.GEDAAN,
                Afspraakstaat.VERVALLEN,
            },
            Afspraakstaat.NIET_GEDAAN: {Afspraakstaat.LOOPT, Afspraakstaat.GEDAAN, Afspraakstaat.VERVALLEN},
            # A wrong tick can be taken back, with a reason; what had been missed, is missed again (E14).
            Afspraakstaat.GEDAAN: {Afspraakstaat.LOOPT, Afspraakstaat.NIET_GEDAAN},
        }
    )

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
    termijn = models.OneToOneField(Termijn, null=True, blank=True, on_delete=models.PROTECT, related_name="afspraak")
    staat = models.CharField(max_length=12, choices=Afspraakstaat, default=Afspraakstaat.VOORSTEL)
    verzet_aantal = models.PositiveSmallIntegerField(default=0)
    # When it happened and when that was recorded are two moments (E14).
    gebeurd_op = models.DateField(null=True, blank=True)
    vastgelegd_op = models.DateTimeField(null=True, blank=True)
    vastgelegd_door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # For whom it was said or done by standing in, at that moment (I6).
    vastgelegd_namens = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # Instead of an account: a doer without one, who said it himself by a one-time link (G17).
    vastgelegd_door_deelnemer = models.ForeignKey(
        Deelnemer, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    hoe_gehoord = models.CharField(_("hoe weet u dat"), max_length=200, blank=True)
    waarom_vervallen = models.CharField(
        _("waarom niet meer nodig"), max_length=1000, blank=True, default="", db_default=""
    )
    versie = models.PositiveIntegerField(default=1)

    # Whether the reader is still to answer, and sees nothing beside it until then; only met_vraag says so.
    gevraagd = kaal = False
    # Whether a doer is still to say yes, for who guards the plan (gezinsplan/toezegging.py).
    wacht_op_ja = False

    objects = AfspraakQuerySet.as_manager()

    class Meta:
        verbose_name = _("afspraak")
        verbose_name_plural = _("afspraken")
        ordering = ["volgorde", "id"]
        triggers = volgt_boven("doel", "gezinsplan_doel")
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
    def volgt(self) -> bool:
        """Whether what it is about, is said by its goal."""
        return not self.apart

    @property
    def vastlegger(self) -> Gebruiker | Deelnemer | None:
        """Who recorded that it was done."""
        return self.vastgelegd_door or self.vastgelegd_door_deelnemer

    @property
    def lopende_termijn(self) -> Termijn:
        """The term of an afspraak that was agreed. Raises ValueError for one in the making."""
        if self.termijn is None:
            raise ValueError("an afspraak in the making has no term yet")
        return self.termijn

    @property
    def dringend(self) -> bool:
        """A term in hours or a binding safety afspraak: nothing about it waits (E12, R2)."""
        return self.is_veiligheidsafspraak or (self.termijn is not None and self.termijn.in_uren)

    @property
    def duur(self) -> Duur | None:
        return Duur(self.duur_aantal, Eenheid(self.duur_eenheid)) if self.duur_aantal else None
