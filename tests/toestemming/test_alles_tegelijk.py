"""Whatever happens in a family, everybody sees exactly what the rules allow: nothing more, nothing less (T2, T3, G16).

Families, households, gezag, birthdays, consent, withdrawals, flags, choices and other grounds come in any order; after
each run the system's answer is held against the rules said slowly (traag.py).
"""

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.utils.timezone import localdate
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from core import klok
from core.fouten import NietToegestaan, Regelfout
from gezinnen.actions import GezinslidGegevens, leg_gezag_vast, stop_deelname, wijzig_gezinslid
from gezinnen.models import Deelnemer
from gezinsplan.models import Doel, Gezinsplan
from instanties.models import Leefgebied
from termijnen.actions import bewaak
from tests.toestemming.traag import Traag
from toestemming import actions
from toestemming.actions.tekenen import te_tekenen_door
from toestemming.kring import kring_van
from toestemming.models import Toestemming, Veiligheidsvlag
from toestemming.zicht import blik, kijkers

pytestmark = pytest.mark.django_db

LEDEN = ("moeder_in_gezin", "vader_in_gezin", "broer_in_gezin", "sanne")
KINDEREN = ("broer_in_gezin", "sanne")
OUDERS = ("moeder_in_gezin", "vader_in_gezin")
ONTVANGERS = ("mentor_in_gezin", "collega_in_gezin", "behandelaar_in_gezin", "oma")
LEZERS = ("coordinator", "collega", "behandelaar", "mentor", "moeder", "vader", "broer", "buitenstaander")
GEBIEDEN = (Leefgebied.ONDERWIJS, Leefgebied.VERSLAVING, Leefgebied.OPVOEDING)

lid = st.sampled_from(LEDEN)
over = st.sampled_from([*LEDEN, None])
regel = st.tuples(st.sampled_from(ONTVANGERS), st.sampled_from(GEBIEDEN), over, st.booleans())
# Ages on both sides of every birthday that counts, in days from it.
leeftijden = st.tuples(st.sampled_from([8, 12, 16, 18]), st.integers(-40, 2))
daad = st.one_of(
    *[st.tuples(st.just("geboren"), st.sampled_from(KINDEREN), leeftijden)] * 2,
    st.tuples(st.just("gezag"), st.sampled_from(KINDEREN), st.tuples(st.sets(st.sampled_from(OUDERS)), st.booleans())),
    st.tuples(st.just("woont"), lid, st.sampled_from(["hoofdhuishouden", "huishouden_elders", None])),
    st.tuples(st.just("gesprek"), st.lists(regel, min_size=1, max_size=4), st.integers(1, 60)),
    st.tuples(st.just("teken"), lid, st.sampled_from(["ja", "ja", "ja", "nee"])),
    st.tuples(st.just("iedereen tekent"), st.none(), st.none()),
    *[st.tuples(st.just("toestemming"), st.tuples(st.sampled_from(ONTVANGERS), st.booleans()), st.integers(0, 5))] * 5,
    *[st.tuples(st.just("trek in"), lid, st.integers(0, 3))] * 2,
    st.tuples(st.just("vlag"), lid, st.sets(lid, min_size=1, max_size=2)),
    st.tuples(st.just("hef op"), st.none(), st.none()),
    st.tuples(st.just("kies"), st.tuples(lid, lid), st.sets(st.integers(0, 5), max_size=4)),
    st.tuples(st.just("andere grond"), st.sampled_from(ONTVANGERS), st.tuples(st.sampled_from(GEBIEDEN), over)),
    st.tuples(
        st.just("beslist niet zelf"), st.sampled_from([*KINDEREN, "vader_in_gezin"]), st.sampled_from([*OUDERS, None])
    ),
    st.tuples(st.just("stopt"), st.sampled_from(ONTVANGERS), st.none()),
    *[st.tuples(st.just("later"), st.integers(1, 45), st.booleans())] * 2,
)
delen = st.lists(
    st.tuples(
        st.lists(lid, unique=True, max_size=2),
        st.lists(st.sampled_from(GEBIEDEN), unique=True, max_size=2),
    ),
    min_size=6,
    max_size=6,
)


# What chance seldom finds: withdrawal, a birthday that nobody signed ahead for, and a youngster who didn't sign.
OVER_SANNE = [(["sanne"], [Leefgebied.ONDERWIJS])] * 6
GESPREK = ("gesprek", [("collega_in_gezin", Leefgebied.ONDERWIJS, "sanne", False)], 60)
OUDERS_TEKENEN = [("teken", ouder, "ja") for ouder in OUDERS]


class Terug(Exception):
    """Ends an example: everything it wrote is rolled back."""


class Verhaal:
    """One family in which things happen, and the moment that it has come to."""

    def __init__(self, cast, delen):
        self.cast, self.nu = cast, cast.nu
        plan, _gemaakt = Gezinsplan.objects.get_or_create(gezin=cast.gezin)
        self.delen = [
            Doel.objects.create(
                plan=plan,
                tekst=f"deel {nummer}",
                over_wie=[getattr(cast, wie).pk for wie in over_wie],
                leefgebieden=gebieden,
            )
            for nummer, (over_wie, gebieden) in enumerate(delen)
        ]

    @property
    def door(self):
        return {"nu": self.nu, "door": self.cast.coordinator}

    def rij(self, naam):
        return Deelnemer.objects.select_related("gezin", "huishouden").get(pk=getattr(self.cast, naam).pk)

    def doe(self, soort, wat, hoe):
        """One act; what the rules refuse doesn't happen."""
        try:
            with transaction.atomic():
                getattr(self, soort.replace(" ", "_"))(wat, hoe)
        except (Regelfout, NietToegestaan):
            pass

    def _wijzig(self, naam, **anders):
        rij = self.rij(naam)
        velden = {veld: getattr(rij, veld) for veld in GezinslidGegevens.__dataclass_fields__} | anders
        wijzig_gezinslid(rij, GezinslidGegevens(**velden), rij.versie, **self.door)

    def geboren(self, wie, hoe):
        jaren, dagen = hoe
        dag = localdate(self.nu)
        self._wijzig(wie, geboortedatum=date(dag.year - jaren, dag.month, min(dag.day, 28)) - timedelta(days=dagen))

    def gezag(self, kind, hoe):
        houders, bekend = hoe
        leg_gezag_vast(self.rij(kind), [self.rij(naam) for naam in sorted(houders)], bekend, **self.door)

    def woont(self, wie, waar):
        self._wijzig(wie, huishouden=getattr(self.cast, waar) if waar else None)

    def gesprek(self, regels, dagen):
        vandaag = localdate(self.nu)
        gegevens = actions.Gespreksgegevens("samen helpen", vandaag, vandaag + timedelta(days=dagen))
        keuzes = [
            actions.Regelkeuze(getattr(self.cast, wie).pk, gebied, getattr(self.cast, over).pk if over else None, ook)
            for wie, gebied, over, ook in regels
        ]
        actions.houd_gesprek(self.cast.gezin, gegevens, keuzes, **self.door)

    def teken(self, wie, antwoord):
        """Answer every line that this person may sign."""
        rij, kring, dag = self.rij(wie), kring_van(self.cast.gezin.pk), localdate(self.nu)
        van_mij = {
            regel.pk: antwoord
            for regel in Toestemming.objects.open().filter(gezin=self.cast.gezin)
            if rij.pk in te_tekenen_door(kring, regel, dag)
        }
        actions.teken(rij, van_mij, vorm="mondeling", gegeven_op=dag, **self.door)

    def toestemming(self, wie, nummer):
        """A sheet for all that one part is about, which everybody signs who may."""
        ontvanger, ook = wie
        deel = self.delen[nummer]
        namen = {getattr(self.cast, naam).pk: naam for naam in LEDEN}
        regels = [
            (ontvanger, gebied, namen[over] if over else None, ook)
            for gebied in deel.leefgebieden
            for over in deel.over_wie or [None]
        ]
        self.gesprek(regels, 60)
        self.iedereen_tekent(None, None)

    def iedereen_tekent(self, _wat, _hoe):
        for wie in LEDEN:
            self.doe("teken", wie, "ja")

    def trek_in(self, wie, welke):
        regels = list(Toestemming.objects.open().filter(gezin=self.cast.gezin).order_by("pk"))
        actions.trek_in(self.rij(wie), [regel.pk for regel in regels[welke : welke + 1]], **self.door)

    def vlag(self, voor, over):
        over_wie = [getattr(self.cast, naam).pk for naam in over]
        herzien = localdate(self.nu) + timedelta(days=30)
        actions.zet_vlag(self.rij(voor), over_wie, "veiligheid", herzien, **self.door)

    def hef_op(self, _wat, _hoe):
        for vlag in Veiligheidsvlag.objects.filter(gezin=self.cast.gezin, tot=None)[:1]:
            actions.hef_vlag_op(vlag, "niet meer nodig", **self.door)

    def kies(self, wie, welke):
        van, voor = (self.rij(naam) for naam in wie)
        if van.gebruiker is not None:
            onderdelen = [self.delen[nummer].pk for nummer in welke]
            actions.kies_wat_te_zien(van, voor, onderdelen, nu=self.nu, door=van.gebruiker)

    def andere_grond(self, ontvanger, hoe):
        gebied, over = hoe
        gegevens = actions.Handgegevens(
            "overmacht",
            self.rij(ontvanger),
            [gebied],
            [getattr(self.cast, over).pk] if over else [],
            reden="gevaar",
            tot_en_met=localdate(self.nu) + timedelta(days=7),
        )
        actions.leg_grondslag_vast(self.cast.gezin, gegevens, **self.door)

    def beslist_niet_zelf(self, wie, door_wie):
        actions.leg_vertegenwoordiging_vast(
            self.rij(wie), self.rij(door_wie) if door_wie else None, "kan het niet overzien", **self.door
        )

    def stopt(self, wie, _hoe):
        stop_deelname(self.rij(wie), reden="klaar", **self.door)

    def later(self, dagen, met_tik):
        self.nu += timedelta(days=dagen)
        klok.stel_verschuiving_in(lambda: self.nu - self.cast.nu)
        if met_tik:
            bewaak(self.nu)


@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@example(delen=OVER_SANNE, daden=[GESPREK, *OUDERS_TEKENEN, ("trek in", "moeder_in_gezin", 0)])
@example(delen=OVER_SANNE, daden=[("geboren", "sanne", (12, -10)), GESPREK, *OUDERS_TEKENEN, ("later", 15, False)])
@example(delen=OVER_SANNE, daden=[("geboren", "sanne", (12, 2)), GESPREK, *OUDERS_TEKENEN])
@given(delen=delen, daden=st.lists(daad, min_size=4, max_size=16))
def test_iedereen_ziet_precies_wat_de_regels_toestaan(cast, delen, daden):  # T2 T3 G16
    def gezien(gebruiker):
        zicht = blik(gebruiker, cast.gezin)
        return set() if zicht is None else set(Doel.objects.filter(zicht.onderdeel_q(), plan__gezin=cast.gezin))

    def hoort(verhaal):
        regels = Traag(cast.gezin, verhaal.nu)
        return {naam: {deel for deel in verhaal.delen if regels.ziet(getattr(cast, naam), deel)} for naam in LEZERS}

    try:
        with transaction.atomic():
            verhaal = Verhaal(cast, delen)
            for wat in daden:
                verhaal.doe(*wat)
            # Before the clock has ticked somebody may see less than the rules allow, and never more.
            verwacht = hoort(verhaal)
            for naam in LEZERS:
                assert gezien(getattr(cast, naam)) <= verwacht[naam], (naam, daden)
            bewaak(verhaal.nu)
            verwacht, antwoord = hoort(verhaal), {naam: gezien(getattr(cast, naam)) for naam in LEZERS}
            for naam in LEZERS:
                assert antwoord[naam] == verwacht[naam], (naam, daden)
            # Zicht the other way round gives the same answer for each participant.
            rijen = Deelnemer.objects.actief().filter(gezin=cast.gezin).exclude(gebruiker=cast.coordinator)
            ogen = kijkers(list(rijen), localdate(verhaal.nu))
            for naam in LEZERS:
                for rij in (rij for rij in rijen if rij.gebruiker_id == getattr(cast, naam).pk):
                    oog = ogen[rij.pk]
                    ziet = {d for d in verhaal.delen if oog.ziet(d.over_wie, d.leefgebieden, d.pk)}
                    assert ziet == antwoord[naam], (naam, daden)
            raise Terug
    except Terug:
        pass
    finally:
        klok.stel_verschuiving_in(None)
