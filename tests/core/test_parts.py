"""The parts as people meet them: words, not only colours; errors that lead to their field; nothing lost."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory

from core.forms import DateInput, Form, HouseRenderer, Suggestion, SuggestionField
from core.htmx import render_part
from woorden.tijdwoorden import AMSTERDAM

pytestmark = pytest.mark.eis("X3")

NU = datetime(2026, 12, 1, 10, 0, tzinfo=AMSTERDAM)
VRIJDAG = datetime(2026, 12, 4, 23, 59, 59, tzinfo=AMSTERDAM)
ZONDAG = datetime(2026, 11, 29, 23, 59, 59, tzinfo=AMSTERDAM)
WORTEL = Path(__file__).resolve().parents[2]


def toon(bron: str, **context: object) -> str:
    return Template("{% load parts tijd begrip werkwijze %}" + bron).render(Context({"nu": NU, **context}))


def as_text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


class Afspraakformulier(forms.Form):
    default_renderer = HouseRenderer

    wat = forms.CharField(label="Wat spreekt u af?", widget=forms.Textarea, help_text="Eén ding.")
    tot = forms.CharField(label="Tot", widget=DateInput)
    hoe_vaak = forms.ChoiceField(
        label="Hoe vaak?", choices=[("1", "Eén keer"), ("w", "Elke week")], widget=forms.RadioSelect
    )
    wie = SuggestionField(label="Wie?", url="/mensen", required=False)
    veilig = forms.BooleanField(label="Bindend", required=False)


@pytest.mark.parametrize(
    ("staat", "woord"),
    [
        ("loopt", "Loopt"),
        ("bijna", "Bijna"),
        ("gevraagd", "Gevraagd"),
        ("te_laat", "Te laat"),
        ("gehaald", "Gehaald"),
        ("niet_gehaald", "Niet gehaald"),
        ("niet_meer_nodig", "Niet meer nodig"),
        ("stap", "Stap"),
        ("opgelost", "Opgelost"),
    ],
)
def test_every_state_has_a_word(staat: str, woord: str) -> None:
    html = toon("{% badge staat %}", staat=staat)
    assert as_text(html) == woord
    assert 'aria-hidden="true"' in html


def test_a_region_names_its_own_step() -> None:
    assert as_text(toon('{% badge "stap" "Stap 2 Doorbraakteam" %}')) == "Stap 2 Doorbraakteam"
    with pytest.raises(TemplateSyntaxError):
        toon('{% badge "bestaat_niet" %}')


def test_a_term_says_what_is_left_and_which_day_it_is() -> None:
    assert as_text(toon("{% termijn op nu=nu %}", op=VRIJDAG)) == "nog 3 dagen · uiterlijk vrijdag 4 december"
    assert as_text(toon("{% termijn_kort op nu=nu %}", op=VRIJDAG)) == "nog 3 dagen · vr 4 dec"
    laat = toon("{% termijn op nu=nu %}", op=ZONDAG)
    assert as_text(laat) == "2 dagen te laat · liep af op zondag 29 november"
    assert 'datetime="2026-11-29T23:59:59+01:00"' in laat


def test_who_is_on_turn_stands_there_with_the_term() -> None:
    html = toon('{% aan_zet wie="De school" loopt_af_op=op nu=nu %}<p>Bel terug.</p>{% endaan_zet %}', op=VRIJDAG)
    assert as_text(html) == "Nu aan zet De school nog 3 dagen · uiterlijk vrijdag 4 december Bel terug."
    assert as_text(toon("{% aan_zet u=True %}{% endaan_zet %}")) == "U bent aan zet"


def test_text_of_people_never_becomes_markup() -> None:
    boos = "<script>x</script>"
    for bron in (
        "{% badge 'x' boos %}",
        "{% aan_zet wie=boos %}{% endaan_zet %}",
        "{% panel boos id='x' %}{{ boos }}{% endpanel %}",
        "{% fold boos %}{% endfold %}",
        "{% outdated eigen huidig %}",
        "{% search_box 'Zoek' value=boos %}",
        "{% bereikbaar telefoon=boos mail=boos %}",
        "{% alert 'info' title=boos %}{{ boos }}{% endalert %}",
        "{% verloop_stap boos bijschrift=boos wanneer=boos %}{% endverloop_stap %}",
    ):
        assert "<script>" not in toon(bron, boos=boos, eigen={"wat": boos}, huidig={"wat": "anders"}), bron


def test_an_error_stands_on_top_with_a_link_and_at_the_field_with_words() -> None:
    form = Afspraakformulier({"wat": "", "tot": "gisteren", "hoe_vaak": "", "veilig": "on"})
    html = toon('{% whole_form form "Leg afspraak vast" back="/terug" keep=True %}', form=form, csrf_token="x")
    assert '<a class="utrecht-link" href="#id_wat">Wat spreekt u af? Vul dit nog in.</a>' in html
    assert 'href="#id_hoe_vaak_0">Hoe vaak? Kies hier nog iets.</a>' in html
    veld = re.search(r"<textarea[^>]*>", html)
    assert veld is not None
    assert 'aria-invalid="true"' in veld[0]
    assert 'aria-describedby="id_wat_helptext id_wat_error"' in veld[0]
    assert 'id="id_wat_helptext"' in html
    assert 'id="id_wat_error"' in html
    assert 'value="gisteren"' in html, "what was typed stays"
    assert 'type="checkbox" name="veilig"' in html
    assert "checked" in html
    assert re.search(r">\s*Leg afspraak vast\s*</button>", html)
    assert re.search(r"<form[^>]*\sdata-bewaar\s", html)


@pytest.mark.eis("X5")
def test_the_browser_keeps_no_list_of_what_was_typed_before_to_offer_it_elsewhere() -> None:
    """Who fills in the next family, or sits at this computer next, isn't offered the names and numbers of this one."""

    class About(Form):
        naam = forms.CharField()
        mail = forms.EmailField()
        aantal = forms.IntegerField()
        inlognaam = forms.CharField(widget=forms.TextInput({"autocomplete": "username"}))
        wachtwoord = forms.CharField(widget=forms.PasswordInput)

    found = re.findall(r'<input type="\w+" name="(\w+)"[^>]*?(?:autocomplete="([^"]*)"[^>]*)?>', str(About()))
    assert found == [
        ("naam", "off"), ("mail", "off"), ("aantal", "off"), ("inlognaam", "username"), ("wachtwoord", ""),
    ]  # fmt: skip


def test_a_form_without_errors_shows_no_summary() -> None:
    html = toon('{% whole_form form "Leg vast" %}', form=Afspraakformulier())
    assert "foutsamenvatting" not in html
    assert "(hoeft niet)" in html
    assert 'class="utrecht-textarea"' in html


def test_help_and_group_belong_together_for_a_screen_reader() -> None:
    html = toon("{{ form.hoe_vaak.as_field_group }}", form=Afspraakformulier())
    assert "<fieldset" in html
    assert "<legend" in html
    assert html.count('type="radio"') == 2
    assert 'for="id_hoe_vaak_1"' in html


def test_typing_without_choosing_keeps_the_words() -> None:
    form = Afspraakformulier({"wat": "a", "tot": "b", "hoe_vaak": "1", "wie": "  Oma ", "wie_sleutel": ""})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["wie"] == Suggestion("Oma")
    gekozen = Afspraakformulier({"wat": "", "wie": "Oma", "wie_sleutel": "7"})
    html = toon("{{ form.wie }}", form=gekozen)
    assert 'value="Oma"' in html
    assert 'name="wie_sleutel" value="7"' in html


@pytest.mark.eis("G7")
def test_both_texts_stand_there_when_somebody_else_saved_meanwhile() -> None:
    html = toon(
        "{% outdated eigen huidig %}", eigen={"wat": "Bellen", "wie": "oma"}, huidig={"wat": "Mailen", "wie": "oma"}
    )
    tekst = as_text(html)
    assert "Uw tekst (wat) Bellen" in tekst
    assert "Wat er nu staat (wat) Mailen" in tekst
    assert "oma" not in tekst, "what did not change is not in the way"


def test_saved_is_said_and_read_out() -> None:
    html = toon("{% bewaard op %}", op=datetime(2026, 12, 1, 14, 2, tzinfo=AMSTERDAM))
    assert as_text(html) == "bewaard om 14:02"
    assert 'role="status"' in html
    assert 'role="status"' in toon("{% bewaard %}"), "the place is there before there is news"


def test_progress_stands_there_in_words() -> None:
    html = toon('{% progress 2 3 "afspraken lopen goed" %}')
    assert as_text(html) == "2 van 3 afspraken lopen goed"
    assert html.count("stip--vol") == 2


def test_paging_keeps_the_search(rf: RequestFactory) -> None:
    pagina = Paginator(list(range(30)), 10).page(2)
    request = rf.get("/", {"q": "de wit", "pagina": "2"})
    html = toon("{% pages pagina %}", request=request, pagina=pagina)
    assert 'href="?q=de+wit&amp;pagina=1"' in html
    assert 'href="?q=de+wit&amp;pagina=3"' in html
    assert "bladzijde 2 van 3" in html


@pytest.mark.eis("I5")
def test_a_phone_number_is_one_tap_away() -> None:
    html = toon('{% bereikbaar telefoon="06-0000 0001" dagen="ma, di" %}')
    assert 'href="tel:0600000001"' in html
    assert as_text(html) == "06-0000 0001 ma, di"


@pytest.mark.eis("I5")
def test_one_number_written_twice_stands_there_once_and_words_are_no_number() -> None:
    html = toon('{% bereikbaar telefoon="+31 (0)6 0000 0001" mobiel="06-00000001" %}')
    assert re.findall('href="tel:([^"]*)"', html) == ["+31600000001"]
    assert "tel:" not in (html := toon('{% bereikbaar telefoon="liever mailen" %}'))
    assert as_text(html) == "liever mailen"


@pytest.mark.eis("I7")
def test_the_word_of_the_region() -> None:
    assert toon('{% begrip "zorgcoordinator" %}') == "zorgcoördinator"
    assert toon('{% begrip "zorgcoordinator" "meervoud" hoofdletter=True %}') == "Zorgcoördinatoren"
    with pytest.raises(KeyError):
        toon('{% begrip "bestaat_niet" %}')


class _Htmx:
    history_restore_request = False
    boosted = False

    def __bool__(self) -> bool:
        return True


def test_the_part_for_htmx_is_a_piece_of_the_same_page(rf: RequestFactory, settings, tmp_path: Path) -> None:
    (tmp_path / "proef.html").write_text(
        "{% load partials %}<h1>Heel</h1>{% partialdef deel inline %}<p>{{ woord }}</p>{% endpartialdef %}"
    )
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path, *settings.TEMPLATES[0]["DIRS"]]}]
    heel = render_part(rf.get("/"), "proef.html", "deel", {"woord": "hallo"})
    assert heel.content == b"<h1>Heel</h1><p>hallo</p>"
    request = rf.get("/")
    request.htmx = _Htmx()  # type: ignore[attr-defined]
    deel = render_part(request, "proef.html", "deel", {"woord": "hallo"}, status=422)
    assert (deel.content, deel.status_code, deel.headers["Vary"]) == (b"<p>hallo</p>", 422, "HX-Request")


def test_no_style_or_script_stands_in_the_page_itself() -> None:
    """Strict CSP: no style attribute, style block, inline script or event attribute in any template.

    A mail has no style sheet: there the style stands in place, and no script at all.
    """
    daad = r"\son[a-z]+="
    in_mail = re.compile(rf"<script|{daad}", re.IGNORECASE)
    op_bladzij = re.compile(rf"<style|\sstyle=|<script(?![^>]*\s(?:src=|type=.application/json))|{daad}", re.IGNORECASE)
    gevonden = [
        f"{pad.relative_to(WORTEL)}: {plek[0]}"
        for pad in sorted((WORTEL / "templates").rglob("*.html"))
        for plek in (in_mail if "mail" in pad.relative_to(WORTEL).parts else op_bladzij).finditer(pad.read_text())
    ]
    assert gevonden == []


def test_every_icon_that_a_page_asks_for_exists() -> None:
    bekend = set(re.findall(r'<symbol id="([^"]+)"', (WORTEL / "static/beeld/iconen.svg").read_text()))
    gevraagd = {
        (naam, str(pad.relative_to(WORTEL)))
        for pad in (WORTEL / "templates").rglob("*.html")
        for naam in re.findall(r'{%\s*icon "([^"]+)"', pad.read_text())
    }
    assert [vraag for vraag in sorted(gevraagd) if vraag[0] not in bekend] == []
