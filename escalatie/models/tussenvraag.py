"""What the ladder asks in between, while the step goes on: one table for all that is asked with a term of its own."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from escalatie.models.ladder import Modelstap
from escalatie.models.stagnatie import Stagnatie
from escalatie.models.stap import WEER_TE_VRAGEN, Actie, Stap
from gezinsplan.models import Afspraak
from instanties.models import Stilte, Verzoek
from termijnen.models import Termijn


class SoortTussenvraag(models.TextChoices):
    """What is asked. Silence is never a yes: it goes on (S1)."""

    WAS_GEDAAN = "was_gedaan", _("is dit op tijd gedaan?")
    ACTIE_GEDAAN = "actie_gedaan", _("is deze actie gedaan?")
    OPGELOST = "opgelost", _("is het opgelost?")
    TE_LANG = "te_lang", _("duurt dit te lang?")


class Tussenvraag(Verzoek):
    """One such question (E14, E7, S6).

    WAS_GEDAAN: what the missing party itself says was done, an afspraak or an action; the family or the coordinator
    confirms. ACTIE_GEDAAN: the navraag after an action's term. OPGELOST: all actions are done. TE_LANG: somebody objects to
    the step term (`tekst`), and those of `aan_stap`, above it, decide.
    """

    overgangen = WEER_TE_VRAGEN

    stagnatie = models.ForeignKey(Stagnatie, on_delete=models.CASCADE, related_name="tussenvragen")
    stap = models.ForeignKey(Stap, on_delete=models.CASCADE, related_name="tussenvragen")
    soort = models.CharField(max_length=15, choices=SoortTussenvraag)
    afspraak = models.ForeignKey(Afspraak, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    actie = models.ForeignKey(Actie, null=True, blank=True, on_delete=models.CASCADE, related_name="tussenvragen")
    aan_stap = models.ForeignKey(Modelstap, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    tekst = models.CharField(_("waarom duurt dit te lang"), max_length=500, blank=True)
    termijn = models.OneToOneField(Termijn, on_delete=models.PROTECT, related_name="tussenvraag")
    stilte = models.CharField(max_length=10, choices=Stilte, default=Stilte.VERDER)

    class Meta:
        verbose_name = _("tussenvraag")
        verbose_name_plural = _("tussenvragen")
        ordering = ["op"]
        constraints = [
            *Verzoek.Meta.constraints,
            models.UniqueConstraint(
                fields=["stap", "soort", "afspraak", "actie"],
                condition=Q(staat="wacht"),
                nulls_distinct=False,
                name="een_open_tussenvraag_erover",
            ),
            models.CheckConstraint(
                condition=Q(soort="was_gedaan", actie__isnull=True, afspraak__isnull=False)
                | Q(soort__in=["was_gedaan", "actie_gedaan"], actie__isnull=False, afspraak__isnull=True)
                | Q(soort__in=["opgelost", "te_lang"], actie__isnull=True, afspraak__isnull=True),
                name="tussenvraag_gaat_ergens_over",
            ),
            models.CheckConstraint(
                condition=Q(soort="te_lang", aan_stap__isnull=False) & ~Q(tekst="")
                | ~Q(soort="te_lang") & Q(aan_stap__isnull=True),
                name="bezwaar_heeft_reden_en_gaat_omhoog",
            ),
        ]

    def __str__(self) -> str:
        return self.get_soort_display()
