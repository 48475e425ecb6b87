"""What this room adds to the pages of the plan: what is stuck, who is on turn, until when (E10, beeld 2)."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from escalatie import selectie
from escalatie.beeld import stapnaam, stapnaam_voor_gezin, wie_is_houder, ziet_inhoud
from escalatie.models import Instemming, Oplossing
from escalatie.permissions import log_zicht
from escalatie.zicht import Zicht
from gezinnen.models import GezinsRecht
from gezinsplan.aanspreken import met_je, voor_gezin
from toestemming.zicht import Blik


@dataclass
class Rij:
    """One stagnatie in a list."""

    zicht: Zicht
    opgelost: bool = False

    @property
    def onderwerp(self) -> str:
        """What it is about, as far as this reader may see it; '' when that is nothing."""
        doel = self.zicht.stagnatie.doel
        if not ziet_inhoud(self.zicht):
            return _("Uw deel in het plan") if self.zicht.blik else ""
        return doel.tekst if doel else _("Het hele plan")

    @property
    def houder(self) -> str:
        return wie_is_houder(self.zicht.stap) if self.zicht.stap else ""

    @property
    def badge(self) -> str:
        return f"stap_{self.zicht.stap.modelstap.nummer}" if self.zicht.stap else ""

    @property
    def stapnaam(self) -> str:
        return stapnaam(self.zicht.stap.modelstap) if self.zicht.stap else ""

    @property
    def stap_voor_gezin(self) -> str:
        return stapnaam_voor_gezin(self.zicht.stap.modelstap) if self.zicht.stap else ""

    @property
    def lezen(self) -> bool:
        """Whether the family is asked to read the escalatiebericht (E13)."""
        bericht = self.zicht.bericht
        return (
            bericht is not None
            and not bericht.is_vrijgegeven
            and ziet_inhoud(self.zicht)
            and self.zicht.blik is not None
            and self.zicht.blik.mag(GezinsRecht.INSTEMMEN)
        )

    @property
    def u(self) -> bool:
        return self.opgelost or self.lezen


def open_rijen(blik: Blik) -> list[Rij]:
    """The open stagnaties of this family that this reader sees, the one that ends first on top."""
    gezien = [zicht for zicht in selectie.open_van_gezin(blik) if zicht.stap is not None]
    wacht = set(
        Oplossing.objects.filter(
            stagnatie__in=[zicht.stagnatie.pk for zicht in gezien], instemming=Instemming.WACHT
        ).values_list("stagnatie_id", flat=True)
    )
    mag_antwoorden = blik.mag(GezinsRecht.INSTEMMEN)
    rijen = [Rij(zicht, opgelost=mag_antwoorden and zicht.stagnatie.pk in wacht) for zicht in gezien]
    return sorted(rijen, key=_einde)


def _einde(rij: Rij) -> Any:
    assert rij.zicht.stap is not None  # noqa: S101 - open_rijen leaves the others out
    return rij.zicht.stap.staptermijn.loopt_af_op, rij.zicht.stagnatie.pk


class PlanPaneel:
    """On the plan: all that is stuck, bundled."""

    template = "escalatie/paneel_plan.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        """`blik`: what the reader sees of this family."""
        blik: Blik = doel["blik"]
        rijen = open_rijen(blik)
        mag_melden = blik.mag(GezinsRecht.STAGNATIE_MELDEN)
        if not rijen and not mag_melden:
            return None
        if request is not None:
            for rij in rijen:
                log_zicht(request, rij.zicht)
        return {
            "rijen": rijen,
            "u": any(rij.zicht.is_houder for rij in rijen),
            "mag_melden": mag_melden,
            "gezin_id": blik.gezin.pk,
            "je": voor_gezin(blik) and met_je(blik),
        }


class OnsPlanPaneel(PlanPaneel):
    """On Ons plan: who has to do something now, with what the family is asked (E10, E11, E13)."""

    template = "escalatie/paneel_ons_plan.html"
