"""How names are compared and put in order: what is one name, what are two, and where each stands in a list."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.names import fold, person_order, title_order
from tests.form import examples

pytestmark = pytest.mark.eis("I9")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Çelik", "celik"),
        ("Işıl Yıldız", "isil yildiz"),
        ("IŞIL YILDIZ", "Işıl Yıldız"),
        ("İbrahim", "ibrahim"),
        ("Łukasz", "Lukasz"),
        ("Đorđe", "Dorde"),
        ("Øystein", "oystein"),
        ("Groß", "GROSS"),
        ("Nguyễn Thị Ánh", "nguyen thi anh"),
        ("Ở", "O\u031b\u0309"),
        ("Sanne El-Amrani", "sanne  el amrani"),
        ("Jean d’Hondt", "Jean d'Hondt"),
        ("J. Willems", "j willems"),
        ("مُحَمَّد علي", "محمد علی"),
        ("ĳsbrand", "IJsbrand"),
        ("\u9089\U000e0101", "\u9089"),
        ("\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u062e"),
        ("Pet\u034fra", "Petra"),
        ("Мария Йорк", "мария йорк"),
    ],
)
def test_one_name_however_it_is_written(one, other):
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("Anna", "Ana"), ("राम", "रमा"), ("小明", "晓明"), ("محمد", "mhmd"), ("Sanne B.", "Sanne D."), ("다솜", "다은")],
)
def test_two_names_stay_two(one, other):
    assert fold(one) != fold(other)


@pytest.mark.heavy("texts in any script")
@given(st.text(max_size=40))
@settings(max_examples=examples(100))
def test_a_folded_name_is_folded_already(name):
    assert fold(fold(name)) == fold(name)


def in_order(by, *names):
    return sorted(names, key=by) == list(names)


def test_people_stand_under_their_surname_without_what_stands_before_it():
    assert in_order(
        person_order,
        "Noor Bakker",
        "Ayşe Çelik",
        "Jan van 't Hof",
        "Jean d'Hondt",
        "Anna Jansen-de Vries",
        "Мария Петрова",
        "Jan Smit jr.",
        "Anna de Vries",
        "Bart Vries",
        "Vries, Cees de",
        "Petra de Wit",
    )


def test_families_and_organisations_stand_under_their_first_word_that_counts():
    assert in_order(
        title_order, "Gezin Bakker", "van den Berg", "De Kade", "'t Lof", "visser", "De Vries", "Gezin de Wit"
    )


@pytest.mark.parametrize("name", ["De", "Gezin", "-", "", "van de", "Ben", "王小明", "d'"])
def test_a_name_of_only_such_words_has_a_place_too(name):
    assert person_order(name).endswith("\x1f" + name)
    assert title_order(name).endswith("\x1f" + name)
