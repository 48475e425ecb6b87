"""A family in which things happen, in any order: households, gezag, birthdays, consent, withdrawal, flags, choices (T2, T3)."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from hypothesis import strategies as st

from core import clock
from core.errors import NotAllowed, RuleError
from gezinnen.actions import GezinslidGegevens, stop_deelname, wijzig_gezinslid
from gezinnen.models import Deelnemer
from gezinsplan.actions import DoelGegevens, wijzig_doel
from gezinsplan.models import Doel, Gezinsplan
from instanties.models import Leefgebied
from termijnen.actions import bewaak
from tests.gezag import zet_gezag
from toestemming import actions
from toestemming.in_plaats import te_beslissen, wachtende_regels
from toestemming.kring import kring_van
from toestemming.models import Toestemming, Veiligheidsvlag, Vlagverzoek, Vlagvraag
from toestemming.ondertekenaars import te_tekenen_door

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
    *[
        st.tuples(
            st.just("nee"),
            st.tuples(lid, st.sampled_from(ONTVANGERS), st.booleans()),
            st.tuples(st.sampled_from(["", *GEBIEDEN]), st.one_of(over, st.just("iedereen"))),
        )
    ]
    * 3,
    st.tuples(st.just("vlag"), lid, st.sets(lid, min_size=1, max_size=2)),
    st.tuples(st.just("hef op"), st.none(), st.none()),
    st.tuples(st.just("privacy officer beslist"), st.sampled_from(["ja", "ja", "nee"]), st.none()),
    st.tuples(st.just("kies"), st.tuples(lid, lid), st.sets(st.integers(0, 5), max_size=4)),
    st.tuples(st.just("andere grond"), st.sampled_from(ONTVANGERS), st.tuples(st.sampled_from(GEBIEDEN), over)),
    st.tuples(
        st.just("beslist niet zelf"), st.sampled_from([*KINDEREN, "vader_in_gezin"]), st.sampled_from([*OUDERS, None])
    ),
    *[
        st.tuples(
            st.just("gaat over"),
            st.integers(0, 5),
            st.tuples(
                st.lists(lid, unique=True, max_size=2),
                st.lists(st.sampled_from(GEBIEDEN), unique=True, max_size=2),
                st.sets(st.integers(3, 5), max_size=2),
            ),
        )
    ]
    * 2,
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


class Terug(Exception):
    """Ends an example: everything it wrote is rolled back."""


EIS = {"gesteld_door": "de school", "waarom": "dat helpt", "gevolg": "dan praten we"}


class Verhaal:
    """One family in which things happen, and the moment that it has come to.

    Three goals, with a condition under each. What nobody said anything of, follows its goal: `gezegd` holds what was said of
    each part last (about whom, what), None for nothing; the parts bear it, whatever the database makes of it.
    """

    def __init__(self, cast, delen):
        self.cast, self.nu = cast, cast.nu
        plan, _gemaakt = Gezinsplan.objects.get_or_create(gezin=cast.gezin)
        self.delen, self.gezegd = [], {}
        for nummer, (over_wie, gebieden) in enumerate(delen):
            boven = self.delen[nummer - 3] if nummer >= 3 else None
            zegt = self.zegt(over_wie, gebieden, boven)
            over, waarover = zegt or ([], [])
            deel = Doel.objects.create(
                plan=plan,
                tekst=f"deel {nummer}",
                hoofddoel=boven,
                apart=boven is not None and zegt is not None,
                over_wie=over,
                leefgebieden=waarover,
                **(EIS if boven else {}),
            )
            self.delen.append(deel)
            self.gezegd[deel.pk] = zegt
        self.lees_na()

    def zegt(self, over_wie, gebieden, boven):
        """What is said of a part; None: nothing, so that it follows the part above it."""
        if boven is not None and not over_wie and not gebieden:
            return None
        return [getattr(self.cast, wie).pk for wie in over_wie], list(gebieden)

    def lees_na(self):
        """Let each part bear what was said of it, or of the part above it."""
        per_pk = {deel.pk: deel for deel in self.delen}
        for deel in self.delen:
            boven = per_pk.get(deel.hoofddoel_id if isinstance(deel, Doel) else deel.doel_id)
            deel.over_wie, deel.leefgebieden = self.gezegd[deel.pk] or (boven.over_wie, boven.leefgebieden)

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
        except (RuleError, NotAllowed):
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
        zet_gezag(self.rij(kind), [self.rij(naam) for naam in sorted(houders)], bekend, **self.door)

    def woont(self, wie, waar):
        self._wijzig(wie, huishouden=getattr(self.cast, waar) if waar else None)

    def gesprek(self, regels, dagen):
        vandaag = localdate(self.nu)
        gegevens = actions.Gespreksgegevens("samen helpen", vandaag, vandaag + timedelta(days=dagen))
        keuzes = [
            actions.Toestemmingskeuze(
                getattr(self.cast, wie).pk, gebied, getattr(self.cast, over).pk if over else None, ook
            )
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
        self.doe("privacy officer beslist", "ja", None)

    def trek_in(self, wie, welke):
        regels = list(Toestemming.objects.open().filter(gezin=self.cast.gezin).order_by("pk"))
        actions.trek_in(self.rij(wie), [regel.pk for regel in regels[welke : welke + 1]], **self.door)

    def nee(self, tegen, hoe):
        """This person doesn't want this receiver, or everybody of that instelling, to know it."""
        wie, naam, alle = tegen
        gebied, over = hoe
        ontvanger = self.rij(naam)
        alle = alle and ontvanger.instelling is not None
        bereik = "iedereen" if over == "iedereen" else "personen" if over else "samen"
        gegevens = actions.Neegegevens(
            ontvanger=None if alle else ontvanger,
            instelling=ontvanger.instelling if alle else None,
            leefgebied=gebied,
            bereik=bereik,
            over=getattr(self.cast, over).pk if bereik == "personen" else None,
        )
        actions.zeg_nee(self.rij(wie), gegevens, **self.door)

    def vlag(self, voor, over):
        over_wie = [getattr(self.cast, naam).pk for naam in over]
        herzien = localdate(self.nu) + timedelta(days=30)
        actions.zet_vlag(self.rij(voor), over_wie, "veiligheid", herzien, **self.door)

    def hef_op(self, _wat, _hoe):
        """The coordinator set it, so it waits for the privacy officer: she looks first."""
        for vlag in Veiligheidsvlag.objects.filter(gezin=self.cast.gezin, tot=None)[:1]:
            for vraag in Vlagverzoek.objects.filter(vlag=vlag, soort=Vlagvraag.BEVESTIGEN, staat="wacht"):
                actions.beantwoord_vlagverzoek(vraag, True, "nodig", nu=self.nu, door=self.cast.privacy_officer)
            actions.hef_vlag_op(vlag, "niet meer nodig", **self.door)

    def privacy_officer_beslist(self, antwoord, _hoe):
        """Of every line that waits for her, in the place of whom a flag concerns."""
        for regel, vlag in te_beslissen(wachtende_regels(self.cast.gezin.pk), localdate(self.nu)):
            actions.beslis_in_plaats(regel, vlag, antwoord, "reden", nu=self.nu, door=self.cast.privacy_officer)

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

    def gaat_over(self, nummer, hoe):
        """Somebody says of a goal or a condition what it is about, and of what hangs under it that it follows again."""
        over_wie, gebieden, ook = hoe
        deel = Doel.objects.filter(pk=self.delen[nummer].pk).first()
        if deel is None:
            return
        zegt = self.zegt(over_wie, gebieden, deel.hoofddoel)
        over, waarover = zegt or (None, None)
        ook_voor = {self.delen[ander].pk for ander in ook}
        eis = {naam: getattr(deel, naam) for naam in EIS}
        gegevens = DoelGegevens(deel.tekst, leefgebieden=waarover, over_wie=over, **eis)
        wijzig_doel(deel, gegevens, versie=deel.versie, ook_voor=ook_voor, **self.door)
        self.gezegd[deel.pk] = zegt
        for ander in self.delen:
            hangt_eronder = deel.pk in (getattr(ander, "hoofddoel_id", None), getattr(ander, "doel_id", None))
            if ander.pk in ook_voor and hangt_eronder:
                self.gezegd[ander.pk] = None
        self.lees_na()

    def stopt(self, wie, _hoe):
        stop_deelname(self.rij(wie), reden="klaar", **self.door)

    def later(self, dagen, met_tik):
        self.nu += timedelta(days=dagen)
        clock.set_offset(lambda: self.nu - self.cast.nu)
        if met_tik:
            bewaak(self.nu)
