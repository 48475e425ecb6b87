"""A length of time as people agree it: a number and a unit. How it is counted, says termijnen/kalender.py."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext


class Eenheid(models.TextChoices):
    """The units in which a term is agreed (E7)."""

    UUR = "uur", _("uur")
    DAG = "dag", _("dagen")
    WEEK = "week", _("weken")
    WERKDAG = "werkdag", _("werkdagen")


@dataclass(frozen=True)
class Duur:
    """`aantal` of `eenheid`; always at least one."""

    aantal: int
    eenheid: Eenheid

    def __post_init__(self) -> None:
        if self.aantal < 1:
            raise ValueError("Een duur is minstens 1.")

    def __str__(self) -> str:
        woorden = {
            Eenheid.UUR: ngettext("%(n)d uur", "%(n)d uur", self.aantal),
            Eenheid.DAG: ngettext("%(n)d dag", "%(n)d dagen", self.aantal),
            Eenheid.WEEK: ngettext("%(n)d week", "%(n)d weken", self.aantal),
            Eenheid.WERKDAG: ngettext("%(n)d werkdag", "%(n)d werkdagen", self.aantal),
        }
        return woorden[Eenheid(self.eenheid)] % {"n": self.aantal}
