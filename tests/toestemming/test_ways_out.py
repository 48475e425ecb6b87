"""Every way out says the same: what the rules allow this reader, nothing more and nothing less (T3, G9, G16, E10, X5).

Each part of the plan bears a word of its own. After whatever happened in the family those words are looked for on every
page, in every list, count, notice, mail, paper and export, and held against the rules said slowly.
"""

from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.core import mail
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import strategies as st
from pypdf import PdfReader

from berichten.actions import claim_en_verzend
from core import clock
from gezinsplan import actions, pdf
from gezinsplan.actions import AfspraakGegevens, DoelGegevens
from gezinsplan.looptijd import dag_van
from gezinsplan.models import Aanvaarding
from gezinsplan.planbeeld import planbeeld
from instanties.models import Leefgebied
from logboek.actions import begin_onderzoek
from logboek.models import SoortOnderzoek
from termijnen.actions import bewaak
from tests.form import LONG, series, try_examples
from tests.inloggen import client_van
from tests.toestemming.traag import Traag
from tests.toestemming.verhaal import GEBIEDEN, LEDEN, LEZERS, ONTVANGERS, OUDERS, Terug, Verhaal, daad, delen
from toestemming.inzage import Periode, kijkrijen, lijnen
from toestemming.zicht import blik
from woorden.duur import Duur, Eenheid

pytestmark = pytest.mark.django_db

FAMILIE = ("moeder", "vader", "broer")
DOELEN = ("Aardbei", "Banaan", "Citroen")
AFSPRAKEN = ("Druif", "Framboos", "Granaat")
MERKEN = (*DOELEN, *AFSPRAKEN)

doeners = st.lists(st.sampled_from([*ONTVANGERS, *LEDEN]), min_size=3, max_size=3)


class Boek(Verhaal):
    """A story around a plan that runs: three goals, an afspraak under each, and who said that he does it."""

    def __init__(self, cast, delen, doeners, ja):
        self.cast, self.nu = cast, cast.nu
        begin = actions.voeg_doel_toe(cast.gezin, DoelGegevens("Wij beginnen"), **self.door)
        self._afspraak(begin, "Een begin", "coordinator_in_gezin")
        actions.activeer(actions.plan_van(cast.gezin), **self.door)
        zegt = [self.zegt(over, gebieden, None) for over, gebieden in delen[:3]]
        self.doelen = [
            actions.voeg_doel_toe(cast.gezin, DoelGegevens(merk, leefgebieden=gebieden, over_wie=over), **self.door)
            for merk, (over, gebieden) in zip(DOELEN, zegt, strict=True)
        ]
        zegt += [self.zegt(*deel, doel) for deel, doel in zip(delen[3:], self.doelen, strict=True)]
        self.afspraken = []
        for doel, merk, wie, gezegd in zip(self.doelen, AFSPRAKEN, doeners, zegt[3:], strict=True):
            over, gebieden = gezegd or (None, None)
            self.afspraken.append(self._afspraak(doel, merk, wie, leefgebieden=gebieden, over_wie=over))
        self.delen = [*self.doelen, *self.afspraken]
        self.gezegd = {deel.pk: gezegd for deel, gezegd in zip(self.delen, zegt, strict=True)}
        self.lees_na()
        self.wie_doet = dict(zip(AFSPRAKEN, doeners, strict=True))
        for afspraak, wie in zip(self.afspraken, doeners, strict=True):
            mens = self.rij(wie)
            if wie in ja and mens.gebruiker:
                actions.aanvaard(afspraak, nu=self.nu, door=mens.gebruiker)
            elif wie in ja and mens.navrager:
                actions.aanvaard(afspraak, nu=self.nu, door=mens.navrager.gebruiker, hoe_gezegd="aan de telefoon")

    def met_naam(self, onderwerpen):
        """(leefgebied, name) of (leefgebied, gezinslid or None)."""
        namen = {getattr(self.cast, naam).pk: self.rij(naam).naam for naam in LEDEN} | {None: "het gezin samen"}
        return {(gebied, namen[wie]) for gebied, wie in onderwerpen}

    def _pks(self, namen):
        return [getattr(self.cast, naam).pk for naam in namen]

    def _afspraak(self, doel, wat, wie, **rest):
        gegevens = AfspraakGegevens(wat, self._pks([wie]), dag_van(self.nu), Duur(51, Eenheid.WEEK), **rest)
        return actions.voeg_afspraak_toe(doel, gegevens, **self.door)


class Verwacht:
    """What one reader may read, said slowly: zicht (traag.py), the own afspraken, and the goals to which was said yes."""

    def __init__(self, verhaal, regels, naam):
        gebruiker = getattr(verhaal.cast, naam)
        rijen = [rij for rij in regels.mensen if rij.gebruiker_id == gebruiker.pk and rij.gestopt_op is None]
        self.doet_mee = bool(rijen)
        self.binnen = {deel.pk for deel in verhaal.delen if regels.ziet(gebruiker, deel)}
        verborgen = {pk for vlag in regels.vlaggen if rijen and vlag.voor_wie_id == rijen[0].pk for pk in vlag.over_wie}
        self.eigen, ja = set(), set()
        for afspraak in verhaal.afspraken:
            for mens in afspraak.uitvoerders.all():
                zelf = bool(rijen) and rijen[0].pk == mens.pk
                # Who asks after it for another, doesn't where a flag keeps from him what it is about.
                namens = (
                    bool(rijen) and rijen[0].pk == mens.navrager_id and not verborgen.intersection(afspraak.over_wie)
                )
                if zelf or namens:
                    self.eigen.add(afspraak)
                    if Aanvaarding.objects.filter(afspraak=afspraak, deelnemer=mens, vervallen_op=None, doet_het=True):
                        ja.add(afspraak.doel_id)
        self.doelen = {
            doel
            for doel in verhaal.doelen
            if doel.pk in self.binnen
            or (
                doel.pk in ja
                and not verborgen.intersection(doel.over_wie)
                and not regels.zaak_van_ander(gebruiker, doel)
            )
        }
        self.afspraken = self.eigen | {afspraak for afspraak in verhaal.afspraken if afspraak.pk in self.binnen}
        self.alles = woorden([*self.doelen, *self.afspraken])
        self.van_mij = woorden(self.eigen)
        self.onderwerpen = {
            (gebied, verhaal.rij(wie).naam if wie else "het gezin samen")
            for wie in (*LEDEN, None)
            for gebied in GEBIEDEN
            if regels.ziet(
                gebruiker,
                SimpleNamespace(pk=None, leefgebieden=[gebied], over_wie=verhaal._pks([wie]) if wie else []),
            )
        }


def woorden(delen):
    return {str(deel) for deel in delen}


def gelezen(tekst):
    """The words of the plan that stand in this text."""
    return {merk for merk in MERKEN if merk in tekst}


class Lezer:
    """Somebody who is logged in, with all that he or she finds."""

    def __init__(self, verhaal, naam):
        self.verhaal, self.naam, self.gezin = verhaal, naam, verhaal.cast.gezin
        self.browser = client_van(getattr(verhaal.cast, naam))

    def bladzij(self, adres, *args, **vraag):
        antwoord = self.browser.get(reverse(adres, args=args), vraag, follow=True)
        return antwoord.content.decode() if antwoord.status_code == 200 else None

    def vindt(self, hoort):
        """Look everywhere; `hoort`: what this reader should find."""
        self._plan(hoort)
        self._onderdelen(hoort)
        self._lijsten(hoort)
        self._papier(hoort)
        toestemming = self.bladzij("toestemming:toestemming", self.gezin.pk)
        assert (toestemming is not None) == hoort.doet_mee
        assert gelezen(toestemming or "") <= hoort.alles

    def _plan(self, hoort):
        plan = self.bladzij("gezinsplan:plan", self.gezin.pk)
        assert (plan is not None) == hoort.doet_mee
        assert gelezen(plan or "") == hoort.alles
        if self.naam in FAMILIE:
            assert gelezen(self.bladzij("gezinsplan:ons_plan_gezin", self.gezin.pk)) == hoort.alles

    def _onderdelen(self, hoort):
        for doel, afspraak in zip(self.verhaal.doelen, self.verhaal.afspraken, strict=True):
            blad = self.bladzij("gezinsplan:doel", self.gezin.pk, doel.pk)
            heel = doel.pk in hoort.binnen
            assert (blad is not None) == heel, doel
            if heel:
                hier = {str(doel)} | woorden({afspraak} & hoort.afspraken)
                # Who looks back on it is asked what becomes of what runs under its conditions, and under which goal it goes on.
                assert hier <= gelezen(blad) <= hoort.alles if self.naam == "coordinator" else gelezen(blad) == hier
            blad = self.bladzij("gezinsplan:afspraak", self.gezin.pk, afspraak.pk)
            assert (blad is not None) == (afspraak in hoort.afspraken), afspraak
            if afspraak in hoort.afspraken:
                assert gelezen(blad) == {str(afspraak)} | woorden({doel} & hoort.doelen)

    def _lijsten(self, hoort):
        hier = reverse("gezinsplan:plan", args=[self.gezin.pk])
        for vraag in ({}, {"q": "wit"}):
            lijst = self.bladzij("gezinsplan:gezinnen", **vraag)
            assert (hier in lijst) == hoort.doet_mee
            assert not gelezen(lijst)
        post = gelezen(self.bladzij("werklijst:berichten"))
        if self.naam == "coordinator":
            assert post <= hoort.alles
        else:
            assert post == hoort.van_mij
        if self.naam not in FAMILIE:
            antwoord = self.browser.get(reverse("werklijst:mijn_werk"))
            anderen = 1 if self.naam == "buitenstaander" else 0
            assert antwoord.context["gezinnen"] == hoort.doet_mee + anderen
            werk = gelezen(antwoord.content.decode())
            # Whoever coordinates also sees on whom the plan waits.
            assert werk == (hoort.alles & set(AFSPRAKEN) if self.naam == "coordinator" else hoort.van_mij)

    def _papier(self, hoort):
        zicht = blik(getattr(self.verhaal.cast, self.naam), self.gezin)
        assert (zicht is not None) == hoort.doet_mee
        if zicht is not None:
            assert gelezen(pdf.html(planbeeld(zicht), op=clock.now())) == hoort.alles

    def wie_keek(self):
        """(leefgebied, about whom) that others read, as the family itself finds it."""
        zicht = blik(getattr(self.verhaal.cast, self.naam), self.gezin)
        assert not gelezen(self.bladzij("toestemming:inzage", self.gezin.pk))
        dag = timezone.localdate()
        periode = Periode(dag - timedelta(days=1), dag)
        wat = [deel for regel in kijkrijen(zicht, periode, lijnen(zicht, periode)) for deel in regel.wat]
        delen = [deel.rsplit(", over ", 1) for deel in wat]
        return {
            (gebied, over) for soorten, over in delen for gebied in GEBIEDEN if str(Leefgebied(gebied).label) in soorten
        }


# Both parents, a choice, a flag, and consent that came and went: what chance seldom brings together.
VAN_MOEDER = (["moeder_in_gezin"], [Leefgebied.VERSLAVING])
OVER_SANNE = (["sanne"], [Leefgebied.ONDERWIJS])
SAMEN = ([], [Leefgebied.OPVOEDING])
SCHOOL = ("gesprek", [("mentor_in_gezin", Leefgebied.OPVOEDING, None, False)], 60)
ZELDEN = {
    "a choice": {
        "delen": [VAN_MOEDER, OVER_SANNE, SAMEN] * 2,
        "doeners": ["behandelaar_in_gezin", "oma", "vader_in_gezin"],
        "ja": {"behandelaar_in_gezin"},
        "daden": [SCHOOL, ("iedereen tekent", None, None), ("kies", ("moeder_in_gezin", "broer_in_gezin"), {0, 3})],
    },
    "a flag": {
        "delen": [OVER_SANNE, SAMEN, VAN_MOEDER] * 2,
        "doeners": ["mentor_in_gezin", "collega_in_gezin", "collega_in_gezin"],
        "ja": {"mentor_in_gezin", "collega_in_gezin"},
        "daden": [
            SCHOOL,
            *[("teken", ouder, "ja") for ouder in OUDERS],
            ("vlag", "vader_in_gezin", {"sanne"}),
            ("trek in", "moeder_in_gezin", 0),
        ],
    },
    # The goal got its subject after its afspraak; the second one's was set apart, until it follows again.
    "said later": {
        "delen": [([], []), ([], []), SAMEN, ([], []), VAN_MOEDER, OVER_SANNE],
        "doeners": ["behandelaar_in_gezin", "oma", "mentor_in_gezin"],
        "ja": {"behandelaar_in_gezin"},
        "daden": [
            ("gaat over", 0, (["vader_in_gezin"], [Leefgebied.VERSLAVING], set())),
            ("gaat over", 1, (["sanne"], [Leefgebied.ONDERWIJS], {4})),
            ("gaat over", 2, (["moeder_in_gezin"], [Leefgebied.VERSLAVING], set())),
        ],
    },
    "nothing happened": {
        "delen": [([], [Leefgebied.VERSLAVING])] * 6,
        "doeners": ["broer_in_gezin", "vader_in_gezin", "sanne"],
        "ja": {"broer_in_gezin", "vader_in_gezin"},
        "daden": [],
    },
}


@pytest.mark.eis("T3", "G9", "G16", "E10", "X1", "X5")
@pytest.mark.heavy("opens every page as everybody")
@pytest.mark.parametrize(("beurt", "verhaal"), enumerate(ZELDEN.values()), ids=ZELDEN)
def test_what_chance_seldom_brings_together(cast, beurt, verhaal):
    _staat_precies_wat_mag(cast, beurt, **verhaal)


@pytest.mark.eis("T3", "G9", "G16", "E10", "X1", "X5")
@pytest.mark.heavy("opens every page as everybody")
@series(8, each=1)
def test_on_every_way_out_stands_exactly_what_the_rules_allow(cast, series):
    def een_verhaal(delen, doeners, ja, daden):
        _staat_precies_wat_mag(cast, series, delen, doeners, ja, daden)

    try_examples(
        series,
        1,
        een_verhaal,
        delen=delen,
        doeners=doeners,
        ja=st.sets(st.sampled_from([*ONTVANGERS, *LEDEN])),
        daden=st.lists(daad, min_size=2, max_size=7),
    )


def _wie_kijkt(beurt):
    """Everybody in the long form; else the coordinator, who reads it all, and a third of the others, each in turn."""
    anderen = [naam for naam in LEZERS if naam != "coordinator"]
    return ["coordinator", *(anderen if LONG else anderen[beurt % 3 :: 3])]


def _staat_precies_wat_mag(cast, beurt, delen, doeners, ja, daden):
    try:
        with transaction.atomic():
            mail.outbox = []
            verhaal = Boek(cast, delen, doeners, ja)
            for wat in daden:
                verhaal.doe(*wat)
            bewaak(verhaal.nu)
            regels = Traag(cast.gezin, verhaal.nu)
            hoort = {naam: Verwacht(verhaal, regels, naam) for naam in LEZERS}
            lezers = {naam: Lezer(verhaal, naam) for naam in LEZERS}
            for naam in _wie_kijkt(beurt):
                lezers[naam].vindt(hoort[naam])
            # The coordinator has read every part by now, and every line of consent: each hears of what is his or hers to know.
            in_plan = {
                (gebied, wie)
                for deel in verhaal.delen
                for gebied in deel.leefgebieden
                for wie in (deel.over_wie or [None])
            }
            regels_ook = in_plan | {(regel.leefgebied, regel.over_id) for regel in regels.regels}
            for naam in FAMILIE:
                mag, gekeken = hoort[naam].onderwerpen, lezers[naam].wie_keek()
                assert verhaal.met_naam(in_plan) & mag <= gekeken <= verhaal.met_naam(regels_ook) & mag, naam
            _niets_in_bestand_en_mail(cast, verhaal)
            raise Terug
    except Terug:
        pass
    finally:
        clock.set_offset(None)


@pytest.mark.eis("X5", "G17", "E10")
@pytest.mark.heavy("opens every page twice")
def test_who_may_not_know_of_it_no_longer_asks_after_it(cast):
    """Mother asks after grandmother's share, until a flag keeps from her what it is about: also what she had been told."""
    verhaal = Boek(cast, [OVER_SANNE] * 6, ["oma"] * 3, set())
    regels = Traag(cast.gezin, verhaal.nu)
    assert Verwacht(verhaal, regels, "moeder").van_mij == set(AFSPRAKEN)
    Lezer(verhaal, "moeder").vindt(Verwacht(verhaal, regels, "moeder"))
    verhaal.doe("vlag", "moeder_in_gezin", {"sanne"})
    hoort = Verwacht(verhaal, Traag(cast.gezin, verhaal.nu), "moeder")
    assert not hoort.alles
    Lezer(verhaal, "moeder").vindt(hoort)


def _niets_in_bestand_en_mail(cast, verhaal):
    """The privacy officer's file has who and when, and nothing of the plan; a mail says that something waits."""
    nu = timezone.now()
    onderzoek = begin_onderzoek(
        SoortOnderzoek.GEZIN, "een klacht", door=cast.privacy_officer, op=nu, van=nu - timedelta(days=1),
        tot=nu + timedelta(days=1), gezin_id=cast.gezin.pk, gezin_nummer=str(cast.gezin.nummer),
    )  # fmt: skip
    bestand = client_van(cast.privacy_officer).get(reverse("toestemming:onderzoek_bestand", args=[onderzoek.pk]))
    assert bestand.content.count(b"\n") > 10
    assert not gelezen(bestand.content.decode())
    assert claim_en_verzend(verhaal.nu + timedelta(days=31)) > 0
    for brief in mail.outbox:
        assert not gelezen(str(brief.message()))
        assert "De Wit" not in str(brief.message())


@pytest.mark.eis("G9", "T3")
@pytest.mark.heavy("makes five papers")
def test_the_paper_that_the_printer_gets_says_the_same(cast):
    """The real file, for each reader once: not only the page that it is made of."""
    verhaal = Boek(
        cast,
        [VAN_MOEDER, OVER_SANNE, SAMEN] * 2,
        ["behandelaar_in_gezin", "mentor_in_gezin", "vader_in_gezin"],
        {"behandelaar_in_gezin"},
    )
    verhaal.doe("vlag", "vader_in_gezin", {"sanne"})
    regels = Traag(cast.gezin, verhaal.nu)
    gevonden = {}
    for naam in ("moeder", "vader", "broer", "mentor", "behandelaar"):
        beeld = planbeeld(blik(getattr(cast, naam), cast.gezin))
        bladen = PdfReader(BytesIO(pdf.maak(pdf.html(beeld, op=verhaal.nu)))).pages
        gevonden[naam] = gelezen(" ".join(blad.extract_text() for blad in bladen).replace("\x00", ""))
    assert gevonden == {naam: Verwacht(verhaal, regels, naam).alles for naam in gevonden}
    assert len({frozenset(merken) for merken in gevonden.values()}) == 5
