"""Terms and days as people type them; what is not certain is asked, never guessed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django import forms
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import RuleError
from termijnen.kalender import Kalender
from termijnen.velden import TermijnVeld
from tests.form import examples
from woorden.duur import Duur, Eenheid
from woorden.getypt import als_woorden, lees_dag, lees_termijn
from woorden.velden import DatumVeld

# A Monday.
NU = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
VANDAAG = NU.date()
KALENDER = Kalender()


def lees(tekst):
    return lees_termijn(tekst, NU, KALENDER)


@pytest.mark.eis("G5")
@pytest.mark.parametrize(
    ("tekst", "duur"),
    [
        ("2 weken", Duur(2, Eenheid.WEEK)),
        ("over 2 weken", Duur(2, Eenheid.WEEK)),
        ("binnen een week", Duur(1, Eenheid.WEEK)),
        ("volgende week", Duur(1, Eenheid.WEEK)),
        ("twee weken", Duur(2, Eenheid.WEEK)),
        ("24 uur", Duur(24, Eenheid.UUR)),
        ("24u", Duur(24, Eenheid.UUR)),
        ("5 werkdagen", Duur(5, Eenheid.WERKDAG)),
        ("Één werkdag", Duur(1, Eenheid.WERKDAG)),
        ("  3   DAGEN. ", Duur(3, Eenheid.DAG)),
    ],
)
def test_a_length(tekst, duur):
    assert lees(tekst) == duur


@pytest.mark.eis("G5")
@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("vr 4 dec", date(2026, 12, 4)),
        ("vrijdag 4 december", date(2026, 12, 4)),
        ("vr. 4 dec. 2026", date(2026, 12, 4)),
        ("4-12-2026", date(2026, 12, 4)),
        ("04/12/26", date(2026, 12, 4)),
        ("4-12", date(2026, 12, 4)),
        ("2026-12-04", date(2026, 12, 4)),
        ("4 december", date(2026, 12, 4)),
        ("4e december", date(2026, 12, 4)),
        ("vandaag", date(2026, 11, 23)),
        ("morgen", date(2026, 11, 24)),
        ("Overmorgen", date(2026, 11, 25)),
        ("vrijdag", date(2026, 11, 27)),
        ("aanstaande vrijdag", date(2026, 11, 27)),
        # On a Monday 'maandag' is not today.
        ("maandag", date(2026, 11, 30)),
        ("volgende week vrijdag", date(2026, 12, 4)),
        ("deze week vrijdag", date(2026, 11, 27)),
        # Past this year, and long enough ago to mean the next.
        ("4 februari", date(2027, 2, 4)),
        ("29 februari", date(2028, 2, 29)),
        ("over 2 maanden", date(2027, 1, 23)),
        ("een half jaar", date(2027, 5, 23)),
        ("eind van de week", date(2026, 11, 27)),
        ("einde volgende week", date(2026, 12, 4)),
        ("eind van de maand", date(2026, 11, 30)),
    ],
)
def test_a_day(tekst, dag):
    assert lees(tekst) == dag


@pytest.mark.eis("G5")
def test_the_end_of_the_month_is_a_werkdag():
    mei = datetime(2027, 5, 3, 9, tzinfo=UTC)
    assert lees_termijn("eind van de maand", mei, KALENDER) == date(2027, 5, 31)
    assert lees_termijn("over 1 maand", datetime(2027, 1, 31, 9, tzinfo=UTC), KALENDER) == date(2027, 2, 28)


@pytest.mark.eis("G5")
def test_today_is_the_dutch_day():
    laat = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert lees_termijn("vandaag", laat, KALENDER) == date(2026, 11, 24)


@pytest.mark.eis("G5")
@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("", "Vul een dag of termijn in"),
        ("   ", "Vul een dag of termijn in"),
        ("zo snel mogelijk", "Dit begrijpen we niet"),
        ("bla" * 2000, "Dit begrijpen we niet"),
        ("31 februari", "31 februari bestaat niet."),
        ("31-2-2027", "31 februari bestaat niet."),
        ("12-24-2026", "Maand 24 bestaat niet. Typ eerst de dag en dan de maand."),
        ("0 dagen", "minstens 1 uur of 1 dag"),
        ("gisteren", "22 november is al voorbij. Kies een dag vanaf vandaag."),
        ("4-11-2026", "4 november is al voorbij. Kies een dag vanaf vandaag."),
        # Without a year it may be a slip: ask.
        ("4 november", "Bedoelt u volgend jaar? Zet dan het jaar erbij."),
        ("ma 4 dec", "4 december is een vrijdag, geen maandag."),
        ("volgende vrijdag", "Typ bijvoorbeeld 'vrijdag' of 'volgende week vrijdag'."),
        ("4-12-2036", "meer dan drie jaar vooruit"),
        ("4-12-20266", "Dit begrijpen we niet"),
        ("5 jaar", "meer dan drie jaar vooruit"),
        ("9999999 uur", "meer dan drie jaar vooruit"),
    ],
)
def test_what_cant_be_a_term_is_refused_in_words(tekst, melding):
    with pytest.raises(RuleError) as fout:
        lees(tekst)
    assert melding in fout.value.message


@pytest.mark.eis("E14")
@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("gisteren", date(2026, 11, 22)),
        ("vrijdag", date(2026, 11, 20)),
        ("afgelopen vrijdag", date(2026, 11, 20)),
        ("vorige week dinsdag", date(2026, 11, 17)),
        ("4 december", date(2025, 12, 4)),
        ("20 november", date(2026, 11, 20)),
        ("3-2-85", date(1985, 2, 3)),
        ("29 februari", date(2024, 2, 29)),
    ],
)
def test_a_day_that_has_been(tekst, dag):
    assert lees_dag(tekst, NU, terug=True) == dag


@pytest.mark.eis("G5")
@settings(max_examples=examples(200), deadline=None)
@given(st.text(max_size=40))
@pytest.mark.heavy("many texts")
def test_whatever_is_typed_is_read_or_refused(tekst):
    try:
        gelezen = lees(tekst)
    except RuleError as fout:
        assert fout.message
    else:
        assert isinstance(gelezen, Duur) or gelezen >= VANDAAG


@pytest.mark.eis("G5")
@settings(max_examples=examples(100), deadline=None)
@given(
    st.one_of(
        st.dates(VANDAAG, VANDAAG + timedelta(days=1000)),
        st.builds(Duur, st.integers(1, 150), st.sampled_from(list(Eenheid))),
    )
)
def test_what_the_field_shows_it_can_read_back(waarde):
    assert lees(als_woorden(waarde)) == waarde


class Formulier(forms.Form):
    termijn = TermijnVeld()
    gebeurd_op = DatumVeld(terug=True, required=False)


@pytest.mark.eis("G5")
def test_the_form_keeps_what_was_typed():
    formulier = Formulier({"termijn": "vr 31 feb", "gebeurd_op": "over een week"})
    assert not formulier.is_valid()
    assert formulier.errors["termijn"] == ["31 februari bestaat niet."]
    assert 'value="vr 31 feb"' in str(formulier["termijn"])
    assert 'value="over een week"' in str(formulier["gebeurd_op"])


@pytest.mark.eis("G5")
def test_the_form_gives_values_and_shows_them_as_words():
    formulier = Formulier({"termijn": "2 weken", "gebeurd_op": ""})
    assert formulier.is_valid(), formulier.errors
    assert formulier.cleaned_data == {"termijn": Duur(2, Eenheid.WEEK), "gebeurd_op": None}
    leeg = Formulier(initial={"termijn": Duur(2, Eenheid.WEEK), "gebeurd_op": date(2026, 11, 3)})
    assert 'value="2 weken"' in str(leeg["termijn"])
    assert 'value="3-11-2026"' in str(leeg["gebeurd_op"])


@pytest.mark.eis("G7")
def test_the_same_term_in_other_words_is_no_change():
    formulier = Formulier({"termijn": "twee weken"}, initial={"termijn": Duur(2, Eenheid.WEEK)})
    assert formulier.changed_data == []


@pytest.mark.eis("E14")
def test_what_happened_cant_lie_ahead():
    formulier = Formulier({"termijn": "2 weken", "gebeurd_op": "morgen"})
    assert formulier.errors["gebeurd_op"] == ["Deze dag is nog niet geweest. Kies vandaag of een dag ervoor."]
