"""The family of the example whose plan gets stuck: the school's mentor does nothing."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from escalatie import actions
from escalatie.actions import NieuweActie
from escalatie.actions.beurt import open_stappen_van
from escalatie.models import SoortGebeurtenis, Stagnatie, Stap
from gezinnen.models import Deelnemer
from gezinsplan import actions as plan
from gezinsplan.models import Afspraak, Doel, Gezinsplan
from instanties.models import Gebruiker, Leefgebied
from tests.cast import Cast, maak_cast
from tests.escalatie import schedules
from tests.situaties import situatie
from tests.tikken import tik_tot_open
from woorden.duur import Duur, Eenheid

# A Monday, without holidays near.
NU = datetime(2026, 11, 2, 9, tzinfo=UTC)


@dataclass
class Vastgelopen:
    """The cast, a running plan with one afspraak of the mentor, and a clock to move on."""

    cast: Cast
    nu: datetime
    doel: Doel
    voorwaarde: Doel
    afspraak: Afspraak

    def tik(self, dagen: float = 0, uren: float = 0) -> None:
        """Move on and let the clock tick; has something passed that waits for the morning, then also in that morning (S2)."""
        self.nu = tik_tot_open(self.nu + timedelta(days=dagen, hours=uren))

    def loopt_vast(self) -> Stagnatie:
        """The mentor does nothing: his term passes, and so does the navraag."""
        self.tik(dagen=8)
        self.tik(dagen=5)
        return self.stagnatie

    def zwijgt_op_navraag(self) -> None:
        """The werkdag in which is asked whether an action was done passes without an answer (S6)."""
        self.tik(dagen=4)

    @property
    def stagnatie(self) -> Stagnatie:
        return Stagnatie.objects.filter(gezin=self.cast.gezin).latest("geopend_op", "id")

    @property
    def stap(self) -> Stap:
        """The open step now."""
        stagnatie = self.stagnatie
        stap = open_stappen_van([stagnatie.pk])[stagnatie.pk]
        stap.stagnatie = stagnatie
        return stap

    def in_dagen(self, dagen: float) -> datetime:
        return self.nu + timedelta(days=dagen)

    def actie(self, dagen: float = 7, wie: Deelnemer | None = None, **rest) -> NieuweActie:
        if "instelling" not in rest:
            rest["deelnemer"] = wie or self.cast.mentor_in_gezin
        return NieuweActie(
            rest.pop("wat", "Met Sanne en moeder om tafel"), "Sanne is elke dag op school", self.in_dagen(dagen), **rest
        )

    def leg_vast(self, *acties: NieuweActie, door: Gebruiker | None = None):
        stap = self.stap
        return actions.leg_acties_vast(stap, acties or [self.actie()], door=door or stap.houder, nu=self.nu)

    def naar_stap_2(self) -> Stap:
        """Nobody records anything in step 1."""
        self.loopt_vast()
        self.tik(dagen=8)
        return self.stap

    def naar_stap_3(self) -> Stap:
        """Nor in step 2."""
        self.naar_stap_2()
        self.tik(dagen=8)
        return self.stap

    def doen_afspraak(self, wat: str, *wie: Deelnemer, doel: Doel | None = None, termijn=None, **rest) -> Afspraak:
        """One more afspraak in the running plan."""
        gegevens = plan.AfspraakGegevens(
            wat=wat,
            uitvoerders=[mens.pk for mens in wie],
            start_op=self.nu.date(),
            termijn=termijn or Duur(1, Eenheid.WEEK),
            **rest,
        )
        return plan.voeg_afspraak_toe(doel or self.voorwaarde, gegevens, nu=self.nu, door=self.cast.coordinator)


def maak_vastgelopen(nu: datetime = NU) -> Vastgelopen:
    """Make the cast and its running plan; also in a test with real commits."""
    cast = maak_cast(nu)
    wie = {"nu": nu, "door": cast.coordinator}
    doel = plan.voeg_doel_toe(
        cast.gezin,
        plan.DoelGegevens(
            "Sanne blijft bij moeder wonen", leefgebieden=[Leefgebied.OPVOEDING], over_wie=[cast.sanne.pk]
        ),
        **wie,
    )
    voorwaarde = plan.voeg_doel_toe(
        cast.gezin,
        plan.DoelGegevens(
            "Sanne gaat elke dag naar school",
            leefgebieden=[Leefgebied.ONDERWIJS],
            over_wie=[cast.sanne.pk],
            gesteld_door="de kinderrechter",
            waarom="Sanne miste veel lessen",
            gevolg="Dan praten we opnieuw over waar Sanne woont",
        ),
        hoofddoel=doel,
        **wie,
    )
    gegevens = plan.AfspraakGegevens(
        wat="De school meldt verzuim dezelfde dag",
        uitvoerders=[cast.mentor_in_gezin.pk],
        start_op=nu.date(),
        termijn=Duur(1, Eenheid.WEEK),
    )
    afspraak = plan.voeg_afspraak_toe(voorwaarde, gegevens, **wie)
    plan.activeer(Gezinsplan.objects.get(gezin=cast.gezin), **wie)
    return Vastgelopen(cast, nu, doel, voorwaarde, afspraak)


def pytest_terminal_summary(terminalreporter) -> None:
    if schedules.FRESH and schedules.done:
        terminalreporter.write_line(schedules.line())


@situatie
def vast() -> Vastgelopen:
    """Give a running plan in which the mentor has a week."""
    return maak_vastgelopen()


def verteld(stagnatie: Stagnatie, soort: str) -> set[str]:
    """The names of everybody who got this kind of notice about this stagnatie."""
    from berichten.models import Bericht

    berichten = Bericht.objects.filter(object_id=stagnatie.pk, soort=soort)
    return set(berichten.values_list("ontvanger__naam", flat=True))


def gelezen_door(wie: Gebruiker, nu: datetime) -> None:
    """This person has read all notices up to now."""
    from berichten.actions import markeer_gelezen
    from berichten.models import Bericht

    markeer_gelezen(wie, Bericht.objects.filter(ontvanger=wie).values_list("pk", flat=True), nu)


def gebeurd(stagnatie: Stagnatie) -> list[SoortGebeurtenis]:
    """What happened, in order."""
    rijen = stagnatie.gebeurtenissen.order_by("op", "pk").values_list("soort", flat=True)
    return [SoortGebeurtenis(soort) for soort in rijen]
