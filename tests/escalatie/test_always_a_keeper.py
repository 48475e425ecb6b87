"""Whatever people and the clock do, in whatever order: one open step, one keeper, one running step term (E9).

Also when people are away: then somebody who may acts for the keeper, or the beheerder has been told (I6).

A state machine with real commits over all acts of the ladder and the tick; after each of them the database is asked.
"""

import contextlib
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from core import clock
from core.errors import NotAllowed, RuleError
from escalatie import actions
from escalatie.actions import NieuweActie
from escalatie.actions.afwezig import meld_houders_zonder_waarnemer
from escalatie.actions.beurt import open_stappen_van
from escalatie.actions.overdragen import herbezet_zonder
from escalatie.models import (
    Actie,
    Bevestiging,
    Gebeurtenis,
    Modelniveau,
    Oorzaak,
    Oplossing,
    SoortVraag,
    Stagnatie,
    Stap,
    Vraag,
)
from escalatie.waarneming import waarnemers_van
from gezinnen.actions import wissel_coordinator
from gezinsplan.models import Afspraak, Afspraakstaat
from gezinsplan.signalen import GEEN_ANTWOORD, LUKT_NIET, VEILIGHEID, Gemist
from instanties.actions import geef_functie, trek_vervanging_in
from instanties.models import Functie, Gebruiker, Rol, Vervanging, Verzoekstaat
from instanties.permissions import mag_afwezigheid_vastleggen
from termijnen import soorten
from termijnen.actions import bewaak
from termijnen.models import Termijn, Termijnstaat, TermijnWijziging
from tests.afwezig import is_weg
from tests.escalatie import schedules
from tests.escalatie.andere_kamers import AndereKamers
from tests.escalatie.conftest import maak_vastgelopen
from tests.escalatie.ladder import (
    eis_bewaakt,
    eis_iemand_handelt,
    eis_niets_gemist,
    eis_vindbaar,
    eis_waterdicht,
    kopie_van,
)
from tests.escalatie.schedules import RUNS_PER_TEST, STEPS, TESTS, keys_from, said_how_to_do_again, seed_of
from tests.escalatie.tussendoor import Tussendoor

pytestmark = pytest.mark.eis("E9", "I6")

PARTIJEN = ("mentor_in_gezin", "behandelaar_in_gezin", "collega_in_gezin", "coordinator_in_gezin")
# Whoever keeps a step in these runs, or stands in there.
MENSEN = ("coordinator", "collega", "teamleider", "manager", "bestuurder", "manager_school", "ambtenaar", "vervanger")
KEUS = st.integers(0, 7)


def maak_machine(vast, wereld: str) -> type[RuleBasedStateMachine]:
    """The machine over this family; every run begins in a fresh copy of its database."""
    cast = vast.cast

    class Ladder(Tussendoor, RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.open = contextlib.ExitStack()
            self.nu, self.vast, self.cast = vast.nu, vast, cast

        @initialize(
            wie=st.sets(st.sampled_from(PARTIJEN), min_size=1),
            stap=st.integers(1, 4),
            dagen=st.lists(st.integers(1, 12), max_size=2),
        )
        def begin(self, wie: set[str], stap: int, dagen: list[int]) -> None:
            """Something is open from the beginning, at any step, with or without actions."""
            self.open.enter_context(kopie_van(wereld))
            self.open.enter_context(keys_from("run"))
            # Days of absence are days of this clock.
            self.open.callback(clock.set_offset, clock._offset)
            clock.set_offset(lambda: self.nu - timezone.now())
            self.afspraken_gemist(wie, GEEN_ANTWOORD)
            for _keer in range(stap - 1):
                self.de_klok_tikt(24 * 8)
            if dagen:
                self.acties_vastgelegd(0, dagen, zelf=True)

        def teardown(self) -> None:
            self.open.close()

        @rule()
        def iedereen_kijkt_in_mijn_werk(self) -> None:
            eis_vindbaar(self.nu)

        @invariant()
        def een_houder_een_termijn(self) -> None:
            eis_waterdicht()

        @invariant()
        def iemand_handelt(self) -> None:
            """I6: a keeper who is away has somebody who acts, or the beheerder knows (the task of every hour ran)."""
            meld_houders_zonder_waarnemer(self.nu)
            eis_iemand_handelt()

        def stap(self, keus: int) -> Stap | None:
            stappen = sorted(open_stappen_van(list(Stagnatie.objects.open().values_list("pk", flat=True))).values(),
                             key=lambda stap: stap.pk.hex)  # fmt: skip
            return stappen[keus % len(stappen)] if stappen else None

        def een(self, rijen, keus: int):
            rijen = list(rijen.order_by("pk"))
            return rijen[keus % len(rijen)] if rijen else None

        @rule(uren=st.sampled_from([1, 24, 24 * 3, 24 * 8, 24 * 40]))
        def de_klok_tikt(self, uren: int) -> None:
            self.nu += timedelta(hours=uren)
            assert bewaak(self.nu).mislukt == 0
            eis_niets_gemist(self.nu)

        @rule(
            wie=st.sets(st.sampled_from(PARTIJEN), min_size=1),
            reden=st.sampled_from([GEEN_ANTWOORD, LUKT_NIET, VEILIGHEID]),
        )
        def afspraken_gemist(self, wie: set[str], reden: str) -> None:
            gemist = [Gemist(vast.afspraak, getattr(cast, naam), reden) for naam in sorted(wie)]
            actions.open_stagnaties(gemist, nu=self.nu)

        @rule(oorzaak=st.sampled_from(list(Oorzaak)))
        def iemand_meldt(self, oorzaak: Oorzaak) -> None:
            with contextlib.suppress(RuleError):
                actions.meld_stagnatie(
                    cast.gezin, door=cast.moeder, nu=self.nu, oorzaak=oorzaak, toelichting="Het lukt niet"
                )

        @rule(keus=KEUS, dagen=st.lists(st.integers(1, 12), min_size=1, max_size=3), zelf=st.booleans())
        def acties_vastgelegd(self, keus: int, dagen: list[int], zelf: bool) -> None:
            if stap := self.stap(keus):
                acties = [
                    NieuweActie("Bellen", "Antwoord", self.nu + timedelta(days=dag), deelnemer=cast.mentor_in_gezin)
                    for dag in dagen
                ]
                with contextlib.suppress(RuleError):
                    door = stap.houder if zelf else cast.mentor
                    actions.leg_acties_vast(stap, acties, door=door, nu=self.nu)

        @rule(keus=KEUS, wat=st.sampled_from(["roep_eerder_hulp_in", "buiten_macht", "hoger_niveau"]))
        def een_stap_hoger(self, keus: int, wat: str) -> None:
            if stap := self.stap(keus):
                door = cast.coordinator if wat == "roep_eerder_hulp_in" else stap.houder
                with contextlib.suppress(RuleError):
                    getattr(actions, wat)(stap, door=door, nu=self.nu, toelichting="Het gaat niet")

        @rule(keus=KEUS, uren=st.integers(-200, 300), wat=st.sampled_from(["verleng", "verkort"]))
        def een_andere_termijn(self, keus: int, uren: int, wat: str) -> None:
            if stap := self.stap(keus):
                naar = stap.staptermijn.loopt_af_op + timedelta(hours=uren)
                with contextlib.suppress(RuleError):
                    getattr(actions, wat)(stap, naar, door=stap.houder, nu=self.nu, reden="Daarom")

        @rule(keus=KEUS, terug=st.booleans())
        def uitgevoerd(self, keus: int, terug: bool) -> None:
            if actie := self.een(Actie.objects.select_related("stap", "termijn"), keus):
                with contextlib.suppress(RuleError):
                    if terug:
                        actions.neem_uitgevoerd_terug(actie, door=cast.mentor, nu=self.nu, reden="Toch niet")
                    else:
                        actions.meld_uitgevoerd(actie, door=cast.mentor, nu=self.nu, gebeurd_op=self.nu.date())

        @rule(keus=KEUS, antwoord=st.booleans())
        def vragen(self, keus: int, antwoord: bool) -> None:
            with contextlib.suppress(RuleError):
                if antwoord:
                    if vraag := self.een(Vraag.objects.select_related("aan"), keus):
                        actions.beantwoord_vraag(vraag, antwoord="Ja", door=vraag.aan, nu=self.nu)
                elif stap := self.stap(keus):
                    actions.stel_vraag(
                        stap.stagnatie, soort=SoortVraag.AANSPREKEN, tekst="Lukt het?", door=stap.houder,
                        aan=cast.mentor, nu=self.nu,
                    )  # fmt: skip

        @rule(keus=KEUS, nummer=st.integers(1, 3))
        def besluit(self, keus: int, nummer: int) -> None:
            if stap := self.stap(keus):
                niveau = Modelniveau.objects.get(modelstap__model__actief=True, nummer=nummer)
                with contextlib.suppress(RuleError):
                    actions.besluit(
                        stap, niveau=niveau, tekst="Zo gaan we het doen", grond="Convenant",
                        instellingen=[cast.school], door=stap.houder, nu=self.nu,
                    )  # fmt: skip

        @rule(keus=KEUS)
        def teruggekoppeld(self, keus: int) -> None:
            if stap := self.stap(keus):
                with contextlib.suppress(RuleError):
                    actions.koppel_terug(stap, tekst="Het loopt", door=cast.manager_school, nu=self.nu)

        @rule(keus=KEUS, kan=st.booleans())
        def bevestigd(self, keus: int, kan: bool) -> None:
            if rij := self.een(Bevestiging.objects.select_related("besluit__stap", "gevraagd_aan"), keus):
                with contextlib.suppress(RuleError):
                    if kan:
                        actions.bevestig(rij, door=rij.gevraagd_aan, nu=self.nu)
                    else:
                        actions.kan_niet(rij, grond="Geen plek", door=rij.gevraagd_aan, nu=self.nu)

        @rule(keus=KEUS)
        def opgelost_gemeld(self, keus: int) -> None:
            if stap := self.stap(keus):
                with contextlib.suppress(RuleError):
                    actions.meld_opgelost(stap.stagnatie, door=self.coordinator(), nu=self.nu)

        @rule(keus=KEUS, ja=st.booleans())
        def het_gezin_antwoordt(self, keus: int, ja: bool) -> None:
            if oplossing := self.een(Oplossing.objects.filter(staat=Verzoekstaat.WACHT), keus):
                zeg = actions.zeg_ja if ja else actions.zeg_nee
                with contextlib.suppress(RuleError):
                    zeg(oplossing, door=cast.moeder, nu=self.nu, gezin_zegt="Dit vinden wij")

        @rule(op_tijd=st.booleans())
        def alsnog_gedaan(self, op_tijd: bool) -> None:
            actions.verwerk_alsnog_gedaan(vast.afspraak, op_tijd=op_tijd, door=cast.mentor, nu=self.nu)

        @rule(doel=st.booleans())
        def iets_afgesloten(self, doel: bool) -> None:
            """E11: nobody gets out of the ladder by closing in the plan what it is about."""
            voor = set(Stap.objects.filter(staat="open").values_list("pk", "houder"))
            actions.noteer_afgesloten([vast.afspraak], [vast.doel] if doel else [], door=self.coordinator(), nu=self.nu)
            assert set(Stap.objects.filter(staat="open").values_list("pk", "houder")) == voor

        def coordinator(self) -> Gebruiker:
            return cast.gezin.coordinatorschappen.huidig().get().gebruiker

        @rule()
        def een_ander_coordineert(self) -> None:
            ander = cast.collega if self.coordinator() == cast.coordinator else cast.coordinator
            wissel_coordinator(
                cast.gezin, ander, cast.maatschappelijk_werk, nu=self.nu, door=cast.manager, reden="Verlof"
            )

        @rule(
            wie=st.sampled_from(["manager", "bestuurder", "teamleider", "manager_school", "ambtenaar"]),
            weg=st.booleans(),
        )
        def iemand_komt_of_gaat(self, wie: str, weg: bool) -> None:
            gebruiker = getattr(cast, wie)
            with transaction.atomic():
                Gebruiker.objects.filter(pk=gebruiker.pk).update(is_active=not weg)
                if weg:
                    herbezet_zonder(gebruiker, nu=self.nu, door=None)

        @contextlib.contextmanager
        def de_klok_merkt_niets(self):
            """No term begins, ends, moves or changes hands by an absence."""
            was = list(Termijn.objects.order_by("pk").values_list("pk", "staat", "loopt_af_op", "houder"))
            yield
            assert list(Termijn.objects.order_by("pk").values_list("pk", "staat", "loopt_af_op", "houder")) == was

        @contextlib.contextmanager
        def alleen_wie_ergens_werkt(self, wie: Gebruiker):
            """Whose function ended, records nothing of himself any more; and the clock notices nothing of it (I6)."""
            mag = mag_afwezigheid_vastleggen(wie, wie)
            with self.de_klok_merkt_niets():
                try:
                    yield
                except NotAllowed:
                    assert not mag, f"{wie} works here, and was refused"
                except RuleError:
                    assert mag, f"{wie} works here no more: that comes first"
                else:
                    assert mag, f"{wie} works here no more, and recorded it all the same"

        @rule(
            wie=st.sampled_from(MENSEN), vervanger=st.sampled_from((None, *MENSEN)), over=st.integers(0, 2),
            dagen=st.sampled_from([1, 5, 40]),
        )  # fmt: skip
        def iemand_is_afwezig(self, wie: str, vervanger: str | None, over: int, dagen: int) -> None:
            van_wie = getattr(cast, wie)
            with self.alleen_wie_ergens_werkt(van_wie):
                is_weg(van_wie, vervanger and getattr(cast, vervanger), over=over, dagen=dagen)

        @rule(keus=KEUS)
        def iemand_is_terug(self, keus: int) -> None:
            rij = self.een(Vervanging.objects.geldig().filter(tot_en_met__gte=clock.today()), keus)
            if rij:
                with self.alleen_wie_ergens_werkt(rij.wie):
                    trek_vervanging_in(rij, nu=self.nu, vandaag=clock.today(), door=rij.wie)

        def waarnemer(self, keus: int) -> tuple[Stap, Gebruiker] | None:
            stap = self.stap(keus)
            wordt = waarnemers_van([Stap.objects.get(pk=stap.pk)]) if stap else {}
            return (stap, wordt[stap.pk].gebruiker) if stap and wordt else None

        @rule(keus=KEUS, vervanger=st.sampled_from((None, *MENSEN)))
        def de_waarnemer_is_ook_afwezig(self, keus: int, vervanger: str | None) -> None:
            if gevonden := self.waarnemer(keus):
                with self.de_klok_merkt_niets(), contextlib.suppress(RuleError):
                    is_weg(gevonden[1], vervanger and getattr(cast, vervanger))

        @rule(keus=KEUS, wat=st.sampled_from(["acties", "hoger"]))
        def de_waarnemer_handelt(self, keus: int, wat: str) -> None:
            if gevonden := self.waarnemer(keus):
                stap, door = gevonden
                actie = NieuweActie("Bellen", "Antwoord", self.nu + timedelta(days=3), deelnemer=cast.mentor_in_gezin)
                try:
                    if wat == "acties":
                        actions.leg_acties_vast(stap, [actie], door=door, nu=self.nu)
                    else:
                        actions.buiten_macht(stap, door=door, nu=self.nu, toelichting="Het gaat niet")
                except RuleError as fout:
                    assert "niet aan zet" not in str(fout), "who stands in was refused"
                else:
                    namens = Gebeurtenis.objects.filter(stap=stap, door=door).latest("pk")
                    assert f"Namens {stap.houder.naam}" in namens.tekst or wat == "hoger"

        @rule(weg=st.booleans())
        def de_instelling_zonder_leiding(self, weg: bool) -> None:
            leiding = Functie.objects.filter(gebruiker__in=[cast.manager, cast.bestuurder])
            leiding.update(beeindigd_op=self.nu if weg else None)

    return Ladder


# A run that fails is told as it went: making it shorter takes minutes.
AS_IT_WENT = (Phase.explicit, Phase.generate)


def zet_plan_stil(vast) -> None:
    """The one afspraak was missed before the machine begins."""
    Afspraak.objects.update(staat=Afspraakstaat.NIET_GEDAAN)
    Termijn.objects.lopend().update(staat=Termijnstaat.VERVALLEN, beeindigd_op=vast.nu)


# An act of the machine, and which kinds of term run after it.
DADEN_EN_SOORTEN = [
    (lambda m: m.acties_vastgelegd(0, [30], zelf=True), {"stap_vastleggen", "stap_resultaat", "actie"}),
    (lambda m: m.vragen(0, antwoord=False), {"vraag"}),
    (lambda m: m.te_lang(0, "moeder"), {"tussenvraag"}),
    (lambda m: m.opgelost_gemeld(0), {"oplossing"}),
    (lambda m: m.een_stap_hoger(0, "roep_eerder_hulp_in"), set()),
    (lambda m: m.het_gezin_antwoordt(0, ja=False), set()),
    (lambda m: m.een_stap_hoger(0, "roep_eerder_hulp_in"), set()),
    (lambda m: m.een_stap_hoger(0, "buiten_macht"), set()),
    (lambda m: m.besluit(0, 1), {"bevestiging"}),
    (lambda m: m.een_nieuwe_afspraak("mentor_in_gezin", 2), {"afspraak"}),
    (lambda m: m.een_nieuwe_afspraak("moeder_in_gezin", 2), set()),
    (lambda m: m.de_klok_tikt(24 * 3), {"navraag"}),
    (lambda m: m.de_klok_tikt(24 * 5), {"gesprek"}),
    (lambda m: m.iets_in_het_gezin(("toestemming", ("mentor_in_gezin", False), 0)), {"toestemming_loopt_af"}),
    (lambda m: m.iets_in_het_gezin(("trek in", "moeder_in_gezin", 0)), {"intrekking"}),
    (lambda m: m.iets_in_het_gezin(("vlag", "vader_in_gezin", {"sanne"})), {"vlag_herzien"}),
    (lambda m: m.iets_in_het_gezin(("geboren", "sanne", (11, 300))), {"verjaardag_nadert", "verjaardag"}),
]


@pytest.mark.heavy("an act of each kind of term, with real commits")
def test_every_kind_of_term_runs_in_the_state_machine(fresh_database):
    """A new kind needs an act here that begins it, and a line in bewaking/controles.py that says while what it runs."""
    vast = maak_vastgelopen()
    zet_plan_stil(vast)
    machine = type("Alles", (AndereKamers, maak_machine(vast, fresh_database.name)), {"cast": vast.cast})()
    gelopen = set()
    try:
        machine.begin({"mentor_in_gezin"}, 1, [])
        machine.begin_verhaal()
        for nummer, (doe, begint) in enumerate(DADEN_EN_SOORTEN):
            doe(machine)
            machine.een_houder_een_termijn()
            eis_bewaakt(machine.nu)
            lopend = set(Termijn.objects.values_list("soort", flat=True))
            assert begint <= lopend, f"act {nummer} began no {begint - lopend}"
            gelopen |= lopend
    finally:
        machine.teardown()
    assert gelopen == set(soorten.namen())


@pytest.mark.eis("E5")
@pytest.mark.heavy("whole runs of the ladder with real commits, each in a database of its own")
@pytest.mark.parametrize("deel", range(TESTS))
def test_always_one_keeper_and_one_running_term(fresh_database, deel):
    """The same few runs at every change; before something is called done two thousand that nobody saw before."""
    machine = bereid_voor(fresh_database.name)
    with said_how_to_do_again(deel):
        speel(machine, seed_of(deel))
    schedules.done += RUNS_PER_TEST


def bereid_voor(wereld: str) -> type[RuleBasedStateMachine]:
    """The family in this database, and the machine over it."""
    with keys_from("world"):
        vast = maak_vastgelopen()
        # The plan's own clock stands still here: what is missed, the machine says.
        Termijn.objects.lopend().update(staat=Termijnstaat.VERVALLEN, beeindigd_op=vast.nu)
        # A manager who is an official too: who was on turn in the managers' step, may not be in the gemeente's (E5).
        geef_functie(vast.cast.manager, Rol.GEMEENTEAMBTENAAR, gemeente=vast.cast.gemeente, door=None)
    return maak_machine(vast, wereld)


def speel(machine: type[RuleBasedStateMachine], zaad: int, runs: int = RUNS_PER_TEST) -> None:
    run_state_machine_as_test(
        seed(zaad)(machine),
        settings=settings(
            max_examples=runs,
            stateful_step_count=STEPS,
            deadline=None,
            phases=AS_IT_WENT,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.heavy("one run of the ladder, twice", seconds=5)
def test_the_same_seed_gives_the_same_run(fresh_database):
    """What failed once can be done again: nothing in a run hangs on a random key."""
    machine = bereid_voor(fresh_database.name)
    gingen: list[list[tuple]] = []

    class Schrijft(machine):
        def teardown(self) -> None:
            gingen[-1].append(tuple(Gebeurtenis.objects.order_by("pk").values_list("stap", "soort", "op", "door")))
            super().teardown()

    for _keer in range(2):
        gingen.append([])
        speel(Schrijft, seed_of(0), runs=1)
    assert gingen[0] == gingen[1]
    assert any(gingen[0])


HALVE_STANDEN = (
    "UPDATE termijnen_termijn SET staat = 'vervallen', beeindigd_op = now() WHERE id = %(termijn)s",
    "UPDATE termijnen_termijn SET houder_id = NULL WHERE id = %(termijn)s",
    "UPDATE escalatie_stap SET staat = 'gesloten', gesloten_op = now() WHERE id = %(stap)s",
    "UPDATE escalatie_stap SET houder_id = (SELECT id FROM instanties_gebruiker WHERE naam = 'M. Smit')"
    " WHERE id = %(stap)s",
    "UPDATE escalatie_stagnatie SET staat = 'opgelost', gesloten_op = now() WHERE id = %(stagnatie)s",
    "DELETE FROM escalatie_gebeurtenis; DELETE FROM escalatie_stap WHERE id = %(stap)s",
)


def test_the_database_itself_refuses_half_a_state(fresh_database, subtests):
    """With real commits: it is asked at the end of a transaction."""
    vast = maak_vastgelopen()
    vast.loopt_vast()
    stap = vast.stap
    namen = {"termijn": stap.vastleggen_id, "stap": stap.pk, "stagnatie": stap.stagnatie_id}
    for half in HALVE_STANDEN:
        with subtests.test(half):
            with pytest.raises(IntegrityError, match="stagnatie"), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(half, namen)
            eis_waterdicht()
            assert Stap.objects.get(pk=stap.pk).is_open


@pytest.fixture
def open_stap(vast) -> Stap:
    """Give an open step."""
    vast.loopt_vast()
    return vast.stap


def test_there_cannot_be_two_open_steps(open_stap):
    with pytest.raises(IntegrityError, match="een_open_stap_per_stagnatie"), transaction.atomic():
        Stap.objects.create(
            stagnatie=open_stap.stagnatie,
            modelstap=open_stap.modelstap,
            volgnummer=2,
            reden="gemeld",
            houder=open_stap.houder,
            vastleggen=Termijn.objects.exclude(pk=open_stap.vastleggen_id).filter(soort="navraag").get(),
            geopend_op=open_stap.geopend_op,
        )


def test_what_happened_stands_there_once(open_stap):
    assert Gebeurtenis.objects.filter(stagnatie=open_stap.stagnatie).count() == 2
    assert TermijnWijziging.objects.filter(termijn=open_stap.vastleggen).count() == 1
