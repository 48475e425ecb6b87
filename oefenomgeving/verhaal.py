"""One family in the making: what the practice stories are told with. Everything is done by the real actions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from escalatie import actions as ladder
from escalatie import vrijgave
from escalatie.models import Stagnatie
from gezinnen.actions import (
    BetrokkeneGegevens,
    GezinslidGegevens,
    koppel_account,
    leg_gezag_vast,
    maak_gezin,
    voeg_betrokkene_toe,
    voeg_gezinslid_toe,
)
from gezinnen.models import Deelnemer, Gezin, Relatie
from gezinsplan import actions as plan
from gezinsplan.models import Afspraak, Doel
from instanties.actions import maak_gebruiker
from instanties.models import Gebruiker, Leefgebied
from oefenomgeving.bezetting import Bezetting
from toestemming import actions as toestemming
from toestemming.kring import kring_van
from toestemming.models import Bereik, Vorm
from woorden.tijdwoorden import AMSTERDAM

Daad = Callable[[datetime], None]


@dataclass
class Verhaal:
    """One family in the making. `dag` counts from the beginning of the practice region."""

    bezetting: Bezetting
    begin: datetime
    naam: str
    coordinator: str
    instelling: str
    gezin: Gezin = field(init=False)
    mensen: dict[str, Deelnemer] = field(default_factory=dict)
    doelen: dict[str, Doel] = field(default_factory=dict)
    afspraken: dict[str, Afspraak] = field(default_factory=dict)
    daden: list[tuple[int, Daad]] = field(default_factory=list)

    @property
    def wie(self) -> Gebruiker:
        return self.bezetting.mensen[self.coordinator]

    def moment(self, dag: int) -> datetime:
        """Ten in the morning of that day."""
        return (
            (self.begin + timedelta(days=dag)).astimezone(AMSTERDAM).replace(hour=10, minute=0, second=0, microsecond=0)
        )

    def dag(self, dag: int) -> date:
        return self.moment(dag).date()

    def op(self, dag: int, daad: Daad) -> None:
        """Let `daad` happen on that day."""
        self.daden.append((dag, daad))

    def maak(self, nu: datetime) -> None:
        self.gezin = maak_gezin(
            self.naam,
            self.bezetting.gemeente,
            self.wie,
            self.bezetting.instellingen[self.instelling],
            nu=nu,
            door=self.wie,
        )

    def lid(
        self,
        sleutel: str,
        naam: str,
        relatie: Relatie,
        nu: datetime,
        *,
        jaren: int | None = None,
        account: bool = False,
        **rest: Any,
    ) -> None:
        """Add a gezinslid; a child gets its birth date, its gemeente and the plan's own household."""
        if jaren is not None:
            dag = nu.astimezone(AMSTERDAM).date()
            rest |= {
                "geboortedatum": date(dag.year - jaren, 1 + dag.month % 12, 11)
                if dag.month < 12
                else date(dag.year - jaren, 3, 11)
            }
        if relatie == Relatie.KIND:
            rest |= {"gemeente": self.bezetting.gemeente, "aanspreekvorm": "je"}
        rest.setdefault("huishouden", self.gezin.huishoudens.get(is_hoofdhuishouden=True))
        email = f"{naam.lower().replace(' ', '.')}@voorbeeld.example" if account else ""
        lid = voeg_gezinslid_toe(
            self.gezin,
            GezinslidGegevens(naam=naam, relatie=relatie, email=email, **rest),
            nu=nu,
            door=self.wie,
        )
        self.mensen[sleutel] = lid
        if account:
            gebruiker = maak_gebruiker(naam, email=email, is_professional=False, door=self.wie)
            self.mensen[sleutel] = koppel_account(lid, gebruiker, nu=nu, door=self.wie)

    def gezag(self, houders: Sequence[str], kinderen: Sequence[str], nu: datetime) -> None:
        for kind in kinderen:
            leg_gezag_vast(self.mensen[kind], [self.mensen[houder] for houder in houders], True, nu=nu, door=self.wie)

    def professional(self, sleutel: str, waar: str, relatie: str, nu: datetime) -> None:
        """The coordinator ticks what the help of that instelling is about, and nothing where it gives none."""
        gebruiker, instelling = self.bezetting.mensen[sleutel], self.bezetting.instellingen[waar]
        self.mensen[sleutel] = voeg_betrokkene_toe(
            self.gezin,
            BetrokkeneGegevens(
                naam=gebruiker.naam,
                instelling=instelling,
                relatie_tot_gezin=relatie,
                telefoon=gebruiker.telefoon,
                bereikbaar=gebruiker.werkdagen,
            ),
            gebruiker=gebruiker,
            leefgebieden=instelling.leefgebieden if instelling.biedt_hulp else [],
            nu=nu,
            door=self.wie,
        )

    def vraag_toestemming(
        self, doel: str, regels: Sequence[tuple[str, Leefgebied, str]], ja: Sequence[str], nu: datetime
    ) -> None:
        """A talk about consent: (receiver, leefgebied, about whom); `ja`: who says yes at the table."""
        vandaag = nu.astimezone(AMSTERDAM).date()
        gesprek = toestemming.houd_gesprek(
            self.gezin,
            toestemming.Gespreksgegevens(doel, vandaag, vandaag + timedelta(days=365)),
            [
                toestemming.Toestemmingskeuze(self.mensen[wie].pk, gebied, self.mensen[over].pk if over else None)
                for wie, gebied, over in regels
            ],
            nu=nu,
            door=self.wie,
        )
        antwoorden = {regel.pk: "ja" for regel in gesprek.regels.all()}
        for wie in ja:
            toestemming.teken(
                self.mensen[wie], antwoorden, vorm=Vorm.MONDELING, gegeven_op=vandaag, nu=nu, door=self.wie
            )

    def zegt_nee(self, wie: str, waar: str, gebied: Leefgebied, nu: datetime) -> None:
        """Before anybody asked: everybody of this instelling may not know it about who says so."""
        lid = self.mensen[wie]
        gegevens = toestemming.Neegegevens(
            None, self.bezetting.instellingen[waar], gebied, Bereik.PERSONEN, over=lid.pk
        )
        toestemming.zeg_nee(lid, gegevens, nu=nu, door=self.wie)

    def ik(self) -> Deelnemer:
        """The coordinator's own row in the plan."""
        return Deelnemer.objects.get(gezin=self.gezin, gebruiker=self.wie)

    def doel(
        self,
        sleutel: str,
        tekst: str,
        nu: datetime,
        *,
        over: Sequence[str] = (),
        gebieden: Sequence[str] = (),
        onder: str = "",
        **voorwaarde: str,
    ) -> None:
        self.doelen[sleutel] = plan.voeg_doel_toe(
            self.gezin,
            plan.DoelGegevens(
                tekst=tekst,
                leefgebieden=gebieden or None,
                over_wie=[self.mensen[wie].pk for wie in over] or None,
                **voorwaarde,
            ),
            hoofddoel=self.doelen.get(onder),
            nu=nu,
            door=self.wie,
        )

    def afspraak(
        self,
        sleutel: str,
        doel: str,
        wat: str,
        wie: Sequence[Deelnemer],
        tot: int,
        nu: datetime,
        herhaling: str = "",
        samen_over: Sequence[str] | None = None,
    ) -> None:
        """`samen_over`: set apart from its goal, about these areas of life of the family together."""
        gegevens = plan.AfspraakGegevens(
            wat=wat,
            uitvoerders=[iemand.pk for iemand in wie],
            start_op=nu.astimezone(AMSTERDAM).date(),
            termijn=self.dag(tot),
            herhaling=herhaling,
            leefgebieden=samen_over,
            over_wie=None if samen_over is None else [],
        )
        self.afspraken[sleutel] = plan.voeg_afspraak_toe(self.doelen[doel], gegevens, nu=nu, door=self.wie)

    def activeer(self, nu: datetime, *, niet_aan_tafel: Sequence[str] = ()) -> None:
        """Start the plan: whoever does something sat at the table and says yes, except these."""
        weg = {self.mensen[wie].pk for wie in niet_aan_tafel}
        doen = Deelnemer.objects.filter(afspraken__doel__plan__gezin=self.gezin).exclude(pk__in=weg)
        aan_tafel = set(doen.values_list("pk", flat=True))
        plan.activeer(plan.plan_van(self.gezin), nu=nu, door=self.wie, aan_tafel=aan_tafel)

    def vink(self, sleutel: str, wie: str, nu: datetime) -> None:
        gebruiker = self.account(wie)
        plan.vink_af(
            Afspraak.objects.get(pk=self.afspraken[sleutel].pk), nu.astimezone(AMSTERDAM).date(), nu=nu, door=gebruiker
        )

    def account(self, sleutel: str) -> Gebruiker:
        """The account of someone in this story who has one."""
        gebruiker = self.mensen[sleutel].gebruiker
        if gebruiker is None:
            raise ValueError(f"{sleutel} heeft geen account")
        return gebruiker

    def stagnatie(self) -> Stagnatie:
        return Stagnatie.objects.filter(gezin=self.gezin).latest("geopend_op")

    def bericht(self, nu: datetime, afgesproken: str, ontbreekt: str, gevraagd: str, lezer: str, visie: str) -> None:
        """The coordinator writes the escalatiebericht, and the family reads it: who else must, together with her (E13, T2)."""
        bericht = ladder.schrijf_bericht(
            self.stagnatie(), afgesproken=afgesproken, ontbreekt=ontbreekt, gevraagd=gevraagd, door=self.wie, nu=nu
        )
        nieuw = ladder.lees_bericht_als_gezin(
            bericht, visie=visie, door=self.account(lezer), nu=nu, versie=bericht.versie
        )
        kring = kring_van(self.gezin.pk)
        nog = vrijgave.zelf(vrijgave.nog_te_lezen(vrijgave.wie_leest(kring, nieuw.stagnatie, localdate(nu)), nieuw))
        if nog:
            ladder.lees_bericht_samen(
                nieuw, met=nog, visie="", hoe="samen gelezen, thuis", door=self.wie, nu=nu, versie=nieuw.versie
            )
