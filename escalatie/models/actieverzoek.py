"""That whoever is to do an action says so himself: yes, or 'kan niet' (E2, E4, E5)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.states import Moves
from escalatie.models.stap import Actie
from instanties.models import Stilte, Verzoek, Verzoekstaat
from termijnen.models import Termijn


class Actieverzoek(Verzoek):
    """One action asked of its doer, in whatever step. Silence is no yes: who keeps the step hears of it (S1).

    Who may answer follows from the action (`escalatie/jawoord.py`). An answer after its term is one.
    """

    overgangen = Moves(
        {
            Verzoekstaat.WACHT: {Verzoekstaat.JA, Verzoekstaat.NEE, Verzoekstaat.STILTE, Verzoekstaat.VERVALLEN},
            Verzoekstaat.STILTE: {Verzoekstaat.JA, Verzoekstaat.NEE},
        }
    )

    actie = models.ForeignKey(Actie, on_delete=models.CASCADE, related_name="verzoeken")
    reden = models.CharField(_("waarom kan het niet"), max_length=500, blank=True)
    termijn = models.OneToOneField(Termijn, on_delete=models.PROTECT, related_name="actieverzoek")
    stilte = models.CharField(max_length=10, choices=Stilte, default=Stilte.VERDER)

    class Meta:
        verbose_name = _("actieverzoek")
        verbose_name_plural = _("actieverzoeken")
        ordering = ["op"]
        constraints = [
            *Verzoek.Meta.constraints,
            models.UniqueConstraint(fields=["actie"], condition=Q(staat="wacht"), name="een_open_actieverzoek"),
            models.CheckConstraint(
                condition=Q(staat="nee") & ~Q(reden="") | ~Q(staat="nee") & Q(reden=""), name="kan_niet_zegt_reden"
            ),
        ]

    def __str__(self) -> str:
        return self.get_staat_display()

    @property
    def is_onbeantwoord(self) -> bool:
        """Whether nobody has said yes or 'kan niet' yet, in time or after it."""
        return self.staat in (Verzoekstaat.WACHT, Verzoekstaat.STILTE)
