"""What this room adds to the pages of the plan: what is stuck, who is on turn, until when (E10, schermen 2)."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db.models import DateTimeField, Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from core import clock
from core.kept_queries import Rows, Slot
from core.mee import Meegevraagd
from escalatie import laddertermijnen, selectie, vrijgave
from escalatie.beeld import NOG_TE_DOEN
from escalatie.filters import Wat, ziet_doel_q
from escalatie.gelezen import ziet_inhoud
from escalatie.models import (
    Actie,
    Actieverzoek,
    Oplossing,
    Stagnatie,
    StagnatieAfspraak,
    Stagnatiestaat,
    Stap,
    Stapstaat,
)
from escalatie.permissions import log_zicht
from escalatie.stapbeeld import stapnaam, stapnaam_voor_gezin, wie_is_aan_zet
from escalatie.zicht import Zicht
from gezinnen.models import GezinsRecht
from instanties.models import Verzoekstaat
from toestemming import onderwerpen
from toestemming.aanspreken import met_je
from toestemming.filters import Filters, OverBlik
from toestemming.permissions import van_blik
from toestemming.zicht import Blik

# How long a solved stagnatie is good news.
GOED_NIEUWS = timedelta(days=30)


@dataclass
class Rij:
    """One stagnatie in a list."""

    zicht: Zicht
    # The family is asked whether it is solved (E11).
    oplossing: Oplossing | None = None
    mijn_acties: list[Actie] = field(default_factory=list)

    @property
    def onderwerp(self) -> str:
        """What it is about, as far as this reader may see it; '' when that is nothing."""
        if not ziet_inhoud(self.zicht):
            return _("Uw deel in het plan") if self.zicht.blik else ""
        return self.zicht.doeltekst or _("Het hele plan")

    @property
    def houder(self) -> str:
        return wie_is_aan_zet(self.zicht)

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
            and self.zicht.mag_vrijgeven
            and not self.zicht.las_het_al
        )

    @property
    def u(self) -> bool:
        """Whether something is asked of this reader."""
        return bool(self.zicht.is_houder or self.oplossing or self.lezen or self.mijn_acties)


def open_rijen(blik: Blik) -> list[Rij]:
    """The open stagnaties of this family that this reader sees: what is asked of the reader first, then what weighs more, then
    by term."""
    gezien = [zicht for zicht in selectie.open_van_gezin(blik, MET_WAT_GEVRAAGD_IS) if zicht.stap is not None]
    return sorted((_rij(zicht, blik) for zicht in gezien), key=_volgorde)


def _met_wat_gevraagd_is(oog: Filters | None) -> QuerySet[Stagnatie]:
    """Each open stagnatie with what the family is asked about it, and the actions to be done that this reader carries out,
    or asks after for somebody without account (G17)."""
    ik = oog.accounts if oog is not None else []
    wacht = Oplossing.objects.filter(stagnatie=OuterRef("pk"), staat=Verzoekstaat.WACHT)
    van_mij = Q(deelnemer__gebruiker__in=ik) | Q(
        deelnemer__gebruiker__isnull=True, deelnemer__navrager__gebruiker__in=ik
    )
    gevraagd = Actieverzoek.objects.filter(actie=OuterRef("pk"), staat__in=[Verzoekstaat.WACHT, Verzoekstaat.STILTE])
    acties = Actie.objects.filter(van_mij, stap__stagnatie=OuterRef("pk"), staat__in=NOG_TE_DOEN)
    acties = acties.annotate(gevraagd=Exists(gevraagd))
    return (
        selectie.van_gezin(oog)
        .open()
        .annotate(
            gemeld=Meegevraagd(wacht, met=["termijn"]),
            mijn_acties=Meegevraagd(
                acties.order_by("termijn__loopt_af_op", "pk"), met=["stap", "termijn", "deelnemer"]
            ),
        )
    )


MET_WAT_GEVRAAGD_IS = Wat(_met_wat_gevraagd_is)


def _rij(zicht: Zicht, blik: Blik) -> Rij:
    stagnatie: Any = zicht.stagnatie
    gevraagd = zicht.ziet_doel and blik.mag(GezinsRecht.INSTEMMEN)
    return Rij(zicht, next(iter(stagnatie.gemeld), None) if gevraagd else None, stagnatie.mijn_acties)


def _volgorde(rij: Rij) -> Any:
    assert rij.zicht.stap is not None  # noqa: S101 - open_rijen leaves the others out
    return not rij.u, -rij.zicht.stagnatie.klasse, rij.zicht.stap.staptermijn.loopt_af_op, rij.zicht.stagnatie.pk


class PlanPaneel:
    """On the plan: all that is stuck, bundled. On Ons plan the same in the family's words (E10)."""

    template = "escalatie/paneel_plan.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        """`blik`: what the reader sees of this family. Nothing where nothing is stuck."""
        blik: Blik = doel["blik"]
        rijen = open_rijen(blik)
        if not rijen:
            return None
        if request is not None:
            for rij in rijen:
                log_zicht(request, rij.zicht)
        return {"rijen": rijen, "u": any(rij.zicht.is_houder for rij in rijen), "je": met_je(blik)}


class OnsPlanPaneel(PlanPaneel):
    """On Ons plan: who has to do something now, with what the family is asked (E10, E11, E13)."""

    template = "escalatie/paneel_ons_plan.html"


class MeldPaneel:
    """The way to say that it is stuck, for whoever may (E1)."""

    template = "escalatie/paneel_melden.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        """`blik`: what the reader sees of this family."""
        blik: Blik = doel["blik"]
        return {"gezin_id": blik.gezin.pk} if blik.mag(GezinsRecht.STAGNATIE_MELDEN) else None


class OnsPlanMeldPaneel(MeldPaneel):
    """The same on Ons plan."""

    template = "escalatie/paneel_ons_plan_melden.html"


class GoedNieuwsPaneel:
    """On Ons plan: what was stuck and has been solved not long ago (E11)."""

    template = "escalatie/paneel_goed_nieuws.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        """`blik`: what the reader sees of this family."""
        rijen = _opgelost(doel["blik"], sinds=clock.now() - GOED_NIEUWS)
        return {"opgelost": rijen} if rijen else None


@OverBlik
def _opgelost(oog: Filters, _rest: None) -> Rows:
    """What was solved in this family since then and this reader sees, the last first."""
    opgelost = Stagnatie.objects.filter(
        ziet_doel_q(oog), staat=Stagnatiestaat.OPGELOST, gesloten_op__gte=Slot("sinds", DateTimeField())
    )
    return Rows(opgelost.order_by("-gesloten_op", "pk"), met=["doel"])


class SluitPaneel:
    """Where a goal or an afspraak is closed: what is stuck about it, and that it stays open (E9, E11). One query."""

    template = "escalatie/paneel_sluiten.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        """`blik`, and the `doel` or the `afspraak` that would close. Nothing of what the reader doesn't see (T3)."""
        blik: Blik = doel["blik"]
        if "afspraak" in doel:
            onder, hierover = Q(afspraak=doel["afspraak"]), Q(pk__in=[])
        else:
            onder = Q(afspraak__doel=doel["doel"]) | Q(afspraak__doel__hoofddoel=doel["doel"])
            hierover = Q(doel=doel["doel"])
        hierover |= Q(pk__in=StagnatieAfspraak.objects.filter(onder).values("stagnatie"))
        gezien = Stagnatie.objects.open().filter(ziet_doel_q(blik), hierover)
        stappen = list(
            Stap.objects.filter(staat=Stapstaat.OPEN, stagnatie__in=gezien)
            .select_related("modelstap", "vastleggen", "resultaat", "stagnatie__doel")
            .order_by("stagnatie__geopend_op", "pk")
        )
        if not stappen:
            return None
        for stap in stappen if request is not None else ():
            over = stap.stagnatie.doel
            request.logboek.bekeken(  # type: ignore[union-attr]
                **van_blik(blik),
                object_soort="stagnatie",
                object_id=stap.stagnatie_id,
                over_wie=over.over_wie if over else (),
                leefgebieden=over.leefgebieden if over else (),
                onderwerpen=onderwerpen.van_onderdeel(over) if over else (),
            )
        return {"stappen": [(stap, stapnaam(stap.modelstap)) for stap in stappen], "ik": blik.ik_en_namens}


class InPlaatsPaneel:
    """On the page of the privacy officer: messages that she reads in the place of whom a safety flag concerns (S19)."""

    template = "escalatie/paneel_in_plaats.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        """Nothing where nothing waits."""
        if request is None:
            return None
        berichten = [bericht for bericht, _vlaggen in vrijgave.berichten_in_plaats(request.user)]  # type: ignore[arg-type]
        return {"berichten": berichten} if berichten else None


class LadderIngang:
    """In the beheer area: the region's ladder (E8)."""

    template = "escalatie/paneel_ladder.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        """The way there only: the page says which it is."""
        return {}


class LaddertermijnenPaneel:
    """With what the region agreed: how long there is in each step of the ladder (E8)."""

    template = "escalatie/paneel_laddertermijnen.html"

    def context(self, request: HttpRequest | None, **over: Any) -> dict[str, Any]:
        """The ladder in use."""
        return {"termijnen": laddertermijnen.in_woorden(laddertermijnen.in_gebruik())}
