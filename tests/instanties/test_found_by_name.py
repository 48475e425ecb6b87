"""People and organisations are found, compared and listed by name, however that is written (I2, I9, X2)."""

import pytest
from django.test import Client
from django.urls import reverse

from core import clock
from core.errors import RuleError
from core.named import keys_for
from gezinnen.models import Deelnemer
from instanties.actions import leg_gemeente_vast, leg_instelling_vast, maak_gebruiker, nodig_uit
from instanties.keuzes import SoortInstelling
from tests.inloggen import client_van

pytestmark = [pytest.mark.django_db, pytest.mark.eis("I9")]


@pytest.mark.eis("X2")
@pytest.mark.parametrize(
    ("on_the_letter", "typed"),
    [
        ("محمد علي", "محمد علي"),
        ("محمد علي", "محمد"),
        ("Işıl Yıldız", "Işıl Yıldız"),
        ("Işıl Yıldız", "isil"),
        ("Łukasz Żak", "Łukasz"),
        ("Łukasz Żak", "lukasz zak"),
        ("李 明", "李 明"),
        ("Đặng Ánh", "Dang Anh"),
        ("ሃና ተስፋዬ", "ሃና"),
        ("Sanne El-Amrani", "el amrani"),
        ("Jean d’Hondt", "Hondt"),
    ],
)
def test_whoever_has_the_letter_gets_in_with_the_name_on_it(cast, on_the_letter, typed):
    somebody = maak_gebruiker(on_the_letter, is_professional=False, door=cast.coordinator)
    code = nodig_uit(somebody, cast.coordinator, clock.now())
    assert Client().post(reverse("instanties:welkom"), {"naam": typed, "code": code}).status_code == 302


@pytest.mark.eis("X2")
@pytest.mark.parametrize("typed", ["محمود", "م", "Ali", "--", "محمد حسن"])
def test_another_name_does_not_get_in(cast, typed):
    somebody = maak_gebruiker("محمد علي", is_professional=False, door=cast.coordinator)
    code = nodig_uit(somebody, cast.coordinator, clock.now())
    assert Client().post(reverse("instanties:welkom"), {"naam": typed, "code": code}).status_code == 422


@pytest.mark.eis("X2")
@pytest.mark.parametrize(
    ("name", "login"),
    [("Işıl Yıldız", "isil.yildiz"), ("Łukasz Żak", "lukasz.zak"), ("Мария Петрова", "mariya.petrova")],
)
def test_the_name_to_log_in_with_is_made_of_all_letters_of_the_name(cast, name, login):
    assert maak_gebruiker(name, is_professional=False, door=cast.coordinator).inlognaam == login


def people(client, q=""):
    return [person.naam for person in client.get(reverse("instanties:mensen"), {"q": q}).context["pagina"]]


def test_a_professional_is_found_without_the_marks_of_the_name(cast):
    maak_gebruiker("Ayşe Çelik", is_professional=True, door=cast.beheerder)
    client = client_van(cast.beheerder)
    assert people(client, "celik") == people(client, "ÇELIK") == people(client, "celik ayse") == ["Ayşe Çelik"]
    found = client.get(reverse("instanties:mensen_zoeken"), {"q": "çeli"}).content.decode()
    assert "Ayşe Çelik" in found
    assert people(client, "--") == []


def test_professionals_stand_in_dutch_order(cast):
    names = ["Zoë Aalders", "Ayşe Çelik", "Bart de Vries", "Anna van Vries", "Xander Vrieswijk", "Ahmed Zz"]
    for name in reversed(names):
        maak_gebruiker(name, is_professional=True, door=cast.beheerder)
    assert [name for name in people(client_van(cast.beheerder)) if name in names] == [
        "Zoë Aalders", "Ayşe Çelik", "Anna van Vries", "Bart de Vries", "Xander Vrieswijk", "Ahmed Zz",
    ]  # fmt: skip


def _organisation(cast, name):
    return leg_instelling_vast(
        naam=name, soort=SoortInstelling.ANDERS, leefgebieden=[], telefoon="", aanbod="", door=cast.beheerder
    )


def test_one_organisation_under_two_spellings_is_refused(cast):
    first = _organisation(cast, "Çelik Jeugdhulp")
    with pytest.raises(RuleError) as refused:
        _organisation(cast, "celik-jeugdhulp")
    assert refused.value.field == "naam"
    # Its own name may be written better.
    assert leg_instelling_vast(first, naam="Celik Jeugdhulp", door=cast.beheerder).naam == "Celik Jeugdhulp"
    with pytest.raises(RuleError):
        leg_gemeente_vast(naam=str(cast.gemeente).upper(), telefoon="", door=None)


def test_organisations_are_found_and_listed_by_the_word_that_counts(cast):
    for name in ("De Überbrug", "Zorg Ÿ", "Àjour"):
        _organisation(cast, name)
    client = client_van(cast.beheerder)
    listed = [one.naam for one in client.get(reverse("instanties:instellingen")).context["pagina"]]
    assert [name for name in listed if name in ("De Überbrug", "Zorg Ÿ", "Àjour")] == ["Àjour", "De Überbrug", "Zorg Ÿ"]
    found = client.get(reverse("instanties:instellingen"), {"q": "uberbrug"}).context["pagina"]
    assert [one.naam for one in found] == ["De Überbrug"]


def test_a_name_from_the_command_line_is_cleaned_as_one_from_a_form(cast):
    """It never passes the door; nor would that of anybody who makes an account in another way."""
    somebody = maak_gebruiker("Pet\u034fra\u202e de  Wit\u00a0", is_professional=False, door=cast.coordinator)
    assert somebody.naam == "Petra de  Wit"


def test_who_has_gezag_stands_in_dutch_order(cast):
    Deelnemer.objects.filter(pk=cast.vader_in_gezin.pk).update(**keys_for(Deelnemer, "Abel Zomer"))
    page = client_van(cast.coordinator).get(reverse("gezinsplan:mensen", args=[cast.gezin.pk])).content.decode()
    assert "Petra de Wit, Abel Zomer" in page
