"""Whatever happens in a family, everybody sees exactly what the rules allow: nothing more, nothing less (T2, T3, G16).

Families, households, gezag, birthdays, consent, withdrawals, flags, choices and other grounds come in any order; after
each run the system's answer is held against the rules said slowly (traag.py).
"""

import pytest
from django.db import transaction
from django.utils.timezone import localdate
from hypothesis import strategies as st

from core import clock
from gezinnen.models import Deelnemer
from gezinsplan.models import Doel
from gezinsplan.planbeeld import planbeeld
from instanties.models import Leefgebied
from termijnen.actions import bewaak
from tests.form import series, try_examples
from tests.toestemming.traag import Traag
from tests.toestemming.verhaal import LEZERS, OUDERS, Terug, Verhaal, daad, delen
from toestemming.zicht import blik, kijkers

pytestmark = pytest.mark.django_db

# What chance seldom finds: withdrawal, a 'no' beside a yes, a birthday nobody signed ahead for, a youngster who didn't sign.
OVER_SANNE = [(["sanne"], [Leefgebied.ONDERWIJS])] * 6
GESPREK = ("gesprek", [("collega_in_gezin", Leefgebied.ONDERWIJS, "sanne", False)], 60)
OUDERS_TEKENEN = [("teken", ouder, "ja") for ouder in OUDERS]


ZELDEN = {
    "withdrawn": [GESPREK, *OUDERS_TEKENEN, ("trek in", "moeder_in_gezin", 0)],
    "birthday": [("geboren", "sanne", (12, -10)), GESPREK, *OUDERS_TEKENEN, ("later", 15, False)],
    "refused": [
        ("toestemming", ("collega_in_gezin", True), 0),
        ("nee", ("moeder_in_gezin", "collega_in_gezin", False), ("", "sanne")),
    ],
    "refused by all": [
        ("nee", ("moeder_in_gezin", "mentor_in_gezin", False), (Leefgebied.ONDERWIJS, "sanne")),
        ("nee", ("vader_in_gezin", "mentor_in_gezin", True), ("", "iedereen")),
    ],
    "said yes again": [
        ("nee", ("moeder_in_gezin", "mentor_in_gezin", True), ("", "iedereen")),
        ("nee", ("vader_in_gezin", "mentor_in_gezin", True), ("", "sanne")),
        ("toestemming", ("mentor_in_gezin", False), 0),
    ],
    "said later": [
        ("gaat over", 3, ([], [], set())),
        ("gaat over", 0, (["vader_in_gezin"], [Leefgebied.VERSLAVING], set())),
        ("kies", ("vader_in_gezin", "broer_in_gezin"), {0, 3}),
        ("gaat over", 1, ([], [Leefgebied.OPVOEDING], {4})),
        ("gaat over", 2, ([], [], set())),
    ],
    "unsigned": [("geboren", "sanne", (12, 2)), GESPREK, *OUDERS_TEKENEN],
}


@pytest.mark.eis("T2", "T3", "G16")
@pytest.mark.heavy("asks the database as everybody, and the rules said slowly")
@pytest.mark.parametrize("daden", ZELDEN.values(), ids=ZELDEN)
def test_what_chance_seldom_finds(cast, daden):
    _ziet_precies_wat_mag(cast, OVER_SANNE, daden)


@pytest.mark.eis("T2", "T3", "G16")
@pytest.mark.heavy("asks the database as everybody, and the rules said slowly")
@series(25, each=2)
def test_everybody_sees_exactly_what_the_rules_allow(cast, series):
    def een_verhaal(delen, daden):
        _ziet_precies_wat_mag(cast, delen, daden)

    try_examples(series, 2, een_verhaal, delen=delen, daden=st.lists(daad, min_size=4, max_size=16))


def _delen(beeld):
    return [deel for boven in beeld.doelen for deel in (boven, *boven.voorwaarden)]


def _ziet_precies_wat_mag(cast, delen, daden):
    def gezien(gebruiker):
        zicht = blik(gebruiker, cast.gezin)
        if zicht is None:
            return set()
        gewoon = set(Doel.objects.filter(zicht.onderdeel_q(), plan__gezin=cast.gezin))
        # The question with slots, as pages ask it, gives the same.
        assert {deel.doel for deel in _delen(planbeeld(zicht)) if deel.doel.heel} == gewoon
        return gewoon

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
        clock.set_offset(None)
