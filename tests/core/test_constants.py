"""What is the same for everybody is worked out once; what the region, the reader or the moment changes, never (R2, I7)."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.template import Context, Template
from django.templatetags.static import StaticNode
from django.test import override_settings
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override

from core.templatetags import constants
from woorden import begrippen


@pytest.fixture(autouse=True)
def nothing_known() -> Iterator[None]:
    constants._forget()
    yield
    constants._forget()


def toon(bron: str, **context: object) -> str:
    return Template(bron).render(Context(context))


@pytest.mark.eis("R2")
def test_a_static_address_is_worked_out_once(monkeypatch):
    gevraagd = []
    monkeypatch.setattr(StaticNode, "handle_simple", lambda _node, pad: gevraagd.append(pad) or f"/vast/{pad}")
    for _keer in range(3):
        assert toon("{% static 'css/huis.css' %}") == "/vast/css/huis.css"
    assert gevraagd == ["css/huis.css"]


def test_what_depends_on_a_variable_is_worked_out_each_time():
    for pad in ("css/huis.css", "css/plan.css"):
        assert toon("{% static pad %}", pad=pad) == f"/static/{pad}"
    for naam in ("account_login", "account_logout"):
        assert toon("{% url naam %}", naam=naam) == reverse(naam)
    for woord in ("ja", "nee"):
        assert toon("{% translate woord %}", woord=woord) == woord


def test_an_address_named_as_a_variable_is_there_at_every_reading():
    for _keer in range(2):
        assert toon('{% url "account_login" as hier %}[{{ hier }}]') == f"[{reverse('account_login')}]"
        assert toon("{% translate 'Log in' as knop %}[{{ knop }}]") == "[Log in]"
        assert toon('{% url "bestaat_niet" as hier %}[{{ hier }}]') == "[]"


@pytest.mark.eis("R2")
def test_in_an_address_the_keys_are_filled_in(monkeypatch):
    made = []
    monkeypatch.setattr(constants, "reverse", lambda name, args: made.append(name) or reverse(name, args=args))
    source = "{% url 'gezinsplan:afspraak' one two %} {% url 'gezinsplan:afspraak' one two as here %}[{{ here }}]"
    for one, two in ((uuid4(), uuid4()), (uuid4(), uuid4())):
        address = reverse("gezinsplan:afspraak", args=[one, two])
        assert toon(source, one=one, two=two) == f"{address} [{address}]"
        # The same key twice, and a key as text.
        assert toon("{% url 'gezinsplan:afspraak' one one %}", one=one) == reverse(
            "gezinsplan:afspraak", args=[one, one]
        )
        assert toon("{% url 'gezinsplan:afspraak' one two %}", one=str(one), two=two) == address
    assert made == ["gezinsplan:afspraak"] * 3


def test_an_address_that_is_unknown_is_an_error_or_nothing():
    with pytest.raises(NoReverseMatch):
        toon("{% url 'bestaat_niet' one %}", one=uuid4())
    assert toon("{% url 'bestaat_niet' one as here %}[{{ here }}]", one=uuid4()) == "[]"
    with pytest.raises(NoReverseMatch):
        toon("{% url 'gezinsplan:afspraak' one %}", one=uuid4())


@pytest.mark.eis("I7")
def test_a_sentence_follows_the_language_and_the_words_of_the_region():
    for taal, dag in (("nl", "maandag"), ("en", "Monday"), ("nl", "maandag")):
        with override(taal):
            assert toon('{% translate "Monday" %}') == dag
    try:
        for woord in ("regisseur", "gids"):
            begrippen.onthoud({"zorgcoordinator": {"woord": woord}})
            assert toon('{% translate "Bel [de zorgcoördinator]."|zin %}') == f"Bel de {woord}."
    finally:
        begrippen.onthoud({})


def test_another_setting_gives_another_address():
    bron = "{% static 'css/huis.css' %} {% icon 'vink' %}"
    assert "/elders/" not in toon(bron)
    with override_settings(STATIC_URL="/elders/"):
        assert toon(bron).count("/elders/") == 2
    assert "/elders/" not in toon(bron)
