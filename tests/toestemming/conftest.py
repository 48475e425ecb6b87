"""A talk about consent with the cast: what the sheet says, who signs it, and what follows."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import pytest
from django.utils.timezone import localdate

from gezinnen.models import Deelnemer
from gezinsplan import actions as plan
from gezinsplan.actions import DoelGegevens
from gezinsplan.models import Doel
from instanties.models import Leefgebied
from tests.cast import Cast
from toestemming import actions, zicht
from toestemming.actions import Gespreksgegevens, Toestemmingskeuze
from toestemming.models import Toestemming, Vorm

JAAR = timedelta(days=365)


@dataclass
class Tafel:
    """The cast at the table, at a moment that moves on."""

    cast: Cast
    nu: datetime
    doelen: dict[str, Doel] = field(default_factory=dict)

    @property
    def vandaag(self) -> date:
        return localdate(self.nu)

    def doel(self, naam: str, *over: Deelnemer, gebieden=(Leefgebied.ONDERWIJS,)) -> Doel:
        """A goal in the plan."""
        gegevens = DoelGegevens(naam, leefgebieden=list(gebieden), over_wie=[lid.pk for lid in over])
        self.doelen[naam] = plan.voeg_doel_toe(self.cast.gezin, gegevens, nu=self.nu, door=self.cast.coordinator)
        return self.doelen[naam]

    def vraag(self, *regels, doel="Zo kan de school Sanne helpen", tot: date | None = None, ook_collegas=False):
        """Hold a talk; each line is (receiver, leefgebied, about whom). Returns its lines in that order."""
        gegevens = Gespreksgegevens(doel, self.vandaag, tot or self.vandaag + JAAR)
        keuzes = [
            Toestemmingskeuze(wie.pk, gebied, over.pk if over else None, ook_collegas) for wie, gebied, over in regels
        ]
        gesprek = actions.houd_gesprek(self.cast.gezin, gegevens, keuzes, nu=self.nu, door=self.cast.coordinator)
        gevonden = {(rij.ontvanger_id, rij.leefgebied, rij.over_id): rij for rij in gesprek.regels.all()}
        if ook_collegas:
            return list(gesprek.regels.all())
        return [gevonden[wie.pk, gebied, over.pk if over else None] for wie, gebied, over in regels]

    def school_over_sanne(self) -> Toestemming:
        """Asked: may the mentor know about school, about Sanne?"""
        [regel] = self.vraag((self.cast.mentor_in_gezin, Leefgebied.ONDERWIJS, self.cast.sanne))
        return regel

    def zegt(self, wie: Deelnemer, antwoord: str, *regels: Toestemming):
        """Somebody says yes or no aloud, and the coordinator records it."""
        return actions.teken(
            wie, {regel.pk: antwoord for regel in regels}, vorm=Vorm.MONDELING, gegeven_op=self.vandaag, nu=self.nu,
            door=self.cast.coordinator,
        )  # fmt: skip

    def ja(self, regel: Toestemming, *wie: Deelnemer) -> None:
        for lid in wie:
            self.zegt(lid, "ja", regel)

    def trek_in(self, wie: Deelnemer, *regels: Toestemming):
        return actions.trek_in(wie, [regel.pk for regel in regels], nu=self.nu, door=self.cast.coordinator)

    def staat(self, regel: Toestemming) -> str:
        return Toestemming.objects.values_list("staat", flat=True).get(pk=regel.pk)

    def ziet(self, gebruiker, doel: Doel) -> bool:
        """Whether this person sees that goal of the plan now."""
        blik = zicht.blik(gebruiker, self.cast.gezin, op=self.vandaag)
        return blik is not None and Doel.objects.zichtbaar_voor(blik).filter(pk=doel.pk).exists()


@pytest.fixture
def tafel(cast) -> Tafel:
    """Give the table, where the mentor sees nothing yet but own afspraken."""
    actions.wijzig_aandeel(cast.mentor_in_gezin, [], nu=cast.nu, door=cast.coordinator)
    return Tafel(cast, cast.nu)
