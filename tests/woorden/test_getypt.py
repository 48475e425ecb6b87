"""One reader of days for every form: what is pasted, what is long ago, what people say (G5, I9)."""

import ast
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import RuleError
from instanties.afwezigheidsformulier import VervangingForm
from instanties.forms import VrijeDagForm
from instanties.woordformulier import BegripForm
from tests.huis.test_only_actions_write import ROOMS, ROOT
from woorden.getypt import als_woorden, lees_dag, lees_geboren
from woorden.tijdwoorden import AMSTERDAM
from woorden.velden import DatumVeld

NU = datetime(2026, 11, 30, 11, tzinfo=UTC)
pytestmark = pytest.mark.eis("G5")


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("12 maart 1984", date(1984, 3, 12)),
        ("12\u00a0maart\u00a01984", date(1984, 3, 12)),
        ("12\u202f maart 1984", date(1984, 3, 12)),
        ("12\u201303\u20111984", date(1984, 3, 12)),
        ("12 \u2212 3 \u2212 1984", date(1984, 3, 12)),
        ("12 - 3 - 1984", date(1984, 3, 12)),
        ("12 / 3 / 1984", date(1984, 3, 12)),
        ("\ufeff12-3-1984\u200b", date(1984, 3, 12)),
        ("\u206612-3-1984\u2069", date(1984, 3, 12)),
        ("12\u00ad-3-1984", date(1984, 3, 12)),
        ("\uff11\uff12-3-1984", date(1984, 3, 12)),
        ("12 maart \u201984", date(1984, 3, 12)),
        ("vandaag", date(2026, 11, 30)),
    ],
)
def test_what_is_pasted_is_read_as_it_is_meant(tekst, dag):
    assert lees_dag(tekst, NU, terug=True) == dag


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("over 2 weken", date(2026, 12, 14)),
        ("over drie dagen", date(2026, 12, 3)),
        ("over 2 maanden", date(2027, 1, 30)),
        ("half jaar", date(2027, 5, 30)),
    ],
)
def test_a_day_to_come_is_also_a_length(tekst, dag):
    assert lees_dag(tekst, NU) == dag


@pytest.mark.parametrize("terug", [True, False])
@pytest.mark.parametrize("tekst", ["12-3-1015", "12 maart 0015", "1015-03-12", "0015-03-12", "12-3-1850"])
def test_nobody_is_born_in_1015(tekst, terug):
    with pytest.raises(RuleError):
        lees_dag(tekst, NU, terug=terug)


@pytest.mark.parametrize("tekst", ["over 5 werkdagen", "over 3 uur", "\u200b", "12-13-1984", "gauw"])
def test_what_cant_be_a_day_here_is_refused(tekst):
    with pytest.raises(RuleError):
        lees_dag(tekst, NU)


@given(st.dates(date(1907, 1, 1), date(2026, 11, 30)), st.sampled_from(["-", "\u2013", "\u00a0-\u00a0", "/", "."]))
def test_every_day_is_read_back_with_any_dash_and_space(dag, streep):
    assert lees_dag(als_woorden(dag).replace("-", streep), NU, terug=True) == dag


@pytest.mark.parametrize(
    ("veld", "form"),
    [
        ("van", VervangingForm), ("tot_en_met", VervangingForm), ("datum", VrijeDagForm), ("vastgesteld_op", BegripForm)
    ],
)  # fmt: skip
def test_these_forms_read_a_day_as_any_other_does(veld, form):
    assert isinstance(form.base_fields[veld], DatumVeld)


@pytest.mark.eis("E9")
def test_no_form_reads_a_day_by_itself():
    """Of a day that somebody types there is one reader: woorden/velden.py, and of a term termijnen/velden.py."""
    eigen = [
        str(file.relative_to(ROOT))
        for room in ROOMS
        for file in (ROOT / room).rglob("*.py")
        if any(
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and (node.value.id, node.attr) in {("forms", "DateField"), ("forms", "DateInput"), ("datetime", "strptime")}
            for node in ast.walk(ast.parse(file.read_text()))
        )
    ]
    assert eigen == []


@pytest.mark.parametrize(
    ("tekst", "dag", "woorden"),
    [
        ("1980", date(1980, 12, 31), "1980"),
        ("in 1980", date(1980, 12, 31), "1980"),
        ("mei 1980", date(1980, 5, 31), "mei 1980"),
        ("febr. 2012", date(2012, 2, 29), "februari 2012"),
        ("5-1980", date(1980, 5, 31), "mei 1980"),
        ("05/1980", date(1980, 5, 31), "mei 1980"),
        ("12 maart 1984", date(1984, 3, 12), "12 maart 1984"),
    ],
)
def test_a_birth_date_as_far_as_it_is_known(tekst, dag, woorden):
    geboren = lees_geboren(tekst, NU)
    assert (geboren.dag, str(geboren)) == (dag, woorden)
    assert lees_geboren(str(geboren), NU) == geboren


def test_a_child_of_this_year_was_born_today_at_the_latest():
    vandaag = NU.astimezone(AMSTERDAM).date()
    assert lees_geboren(str(vandaag.year), NU).dag == vandaag


@pytest.mark.parametrize("tekst", ["1015", "0015", "2190", "mei 2190", "13-1980", "80", "mei", "0000", "xyz 1980"])
def test_what_is_no_birth_date(tekst):
    with pytest.raises(RuleError):
        lees_geboren(tekst, NU)
