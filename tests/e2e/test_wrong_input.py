"""What people meet when something goes wrong while they type: words at the field, and nothing typed is lost.

The coordinator on the plan page, with JavaScript and without; a row that was saved once stays one row.
"""

import re
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.utils.timezone import localdate
from playwright.sync_api import Locator, Page, expect

from core import clock
from escalatie.models import Stagnatie
from gezinnen.models import Deelnemer
from gezinsplan import actions as plan
from gezinsplan.models import Afspraak, Doel, Planstaat
from oefenomgeving import actions as oefenen
from tests.cast import WACHTWOORD, maak_cast
from tests.e2e import proefgezin
from tests.e2e.proefgezin import log_in, maak_afspraak, maak_proefgezin
from tests.e2e.wandelaar import wait_until
from tests.form import long_only

pytestmark = pytest.mark.eis("G5", "G7")

WAT = "Wat gaat er gebeuren?"
DOEL = "Wat wil het gezin bereiken?"

met_en_zonder_javascript = pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "zonder"])
met_javascript = pytest.mark.parametrize(
    "javascript", [True, pytest.param(False, marks=long_only("with a script"))], ids=["javascript", "zonder"]
)


@pytest.fixture(scope="module")
def mensen(stapel):
    oefenen.merk()
    return maak_cast(clock.now())


@pytest.fixture
def als(bezoek, stapel):
    """Return a function that opens a browser in which somebody is logged in."""
    return proefgezin.als(bezoek, stapel)


@pytest.fixture
def proef(mensen, request):
    """A family of its own for each test, with a plan in the making."""
    return maak_proefgezin(mensen, re.sub(r"[\W_]+", " ", request.node.name.removeprefix("test_"))[:60])


def veld(pagina: Page | Locator, label: str) -> Locator:
    return pagina.get_by_label(re.compile(f"^{re.escape(label)}")).first


def bewaar(pagina: Page, knop: str) -> None:
    """Press the button, and wait for the answer."""
    with pagina.expect_response(lambda antwoord: antwoord.request.method == "POST"):
        pagina.get_by_role("button", name=knop).click()
    pagina.wait_for_load_state()


def wait_until_saved(pagina: Page, tekst: str) -> None:
    """What was typed is kept in the tab a moment after the last key."""
    wait_until(lambda: any(tekst in waarde for waarde in pagina.evaluate("Object.values(sessionStorage)")))


def stands_at_the_field(pagina: Page, label: str, melding: str) -> None:
    """The message is tied to the field, and the summary on top leads there."""
    invoer = veld(pagina, label)
    expect(invoer).to_have_attribute("aria-invalid", "true")
    expect(invoer).to_have_accessible_description(re.compile(re.escape(melding)))
    link = pagina.locator(".foutsamenvatting").get_by_role("link", name=re.compile(re.escape(melding)))
    expect(link).to_be_visible()
    link.click()
    expect(invoer).to_be_focused()


@met_en_zonder_javascript
def test_a_wrong_afspraak_comes_back_with_words_at_the_field(mensen, als, proef, javascript):
    pagina = als(mensen.coordinator, javascript=javascript)
    pagina.goto(f"{proef.plan_pad}?open=afspraak.{proef.doel.pk}")
    jaar = localdate(clock.now()).year
    goed = {WAT: "elke dag bellen", "Begint op": "morgen", "Klaar": "over 2 weken", "Hoe vaak?": "elke dag"}
    fout = [
        ("Begint op", "31-2-2027", "31 februari bestaat niet"),
        ("Begint op", "", "Vul dit nog in."),
        ("Klaar", "ooit eens", "Dit begrijpen we niet"),
        ("Klaar", "", "Vul dit nog in."),
        ("Klaar", "vandaag", "Deze dag ligt voor de dag waarop de afspraak begint"),
        ("Klaar", f"1-2-{jaar - 1}", "is al voorbij"),
        (WAT, "a" * 5000, "Dit is te lang: 5000 tekens"),
        (WAT, "", "Vul dit nog in."),
    ]
    for label, getypt, melding in fout if javascript else fout[::3]:
        ingevuld = goed | {label: getypt}
        for naam, waarde in ingevuld.items():
            veld(pagina, naam).fill(waarde)
        bewaar(pagina, "Leg vast en sluit")
        stands_at_the_field(pagina, label, melding)
        for naam, waarde in ingevuld.items():
            expect(veld(pagina, naam)).to_have_value(waarde)
        assert not Afspraak.objects.filter(doel=proef.doel).exists()

    # Mended, it is saved; and from a page with an error every other row can still be opened.
    pagina.get_by_role("link", name="Gezinsdoel").click()
    expect(veld(pagina, DOEL)).to_be_visible()
    pagina.goto(f"{proef.plan_pad}?open=afspraak.{proef.doel.pk}")
    for naam, waarde in goed.items():
        veld(pagina, naam).fill(waarde)
    pagina.get_by_role("checkbox", name=re.compile(mensen.mentor.naam)).check()
    bewaar(pagina, "Leg vast en sluit")
    expect(pagina.locator("#deel3")).to_be_visible()
    [afspraak] = Afspraak.objects.filter(doel=proef.doel)
    assert (afspraak.wat, afspraak.herhaling) == ("elke dag bellen", "elke dag")


@long_only("errors at their field: a wrong afspraak, here")
def test_in_a_running_plan_an_afspraak_has_somebody_who_does_it(mensen, als, proef):
    maak_afspraak(mensen, proef, "bellen", localdate(clock.now()) + timedelta(days=9))
    plan.activeer(plan.plan_van(proef.gezin), nu=clock.now(), door=mensen.coordinator)
    pagina = als(mensen.coordinator)
    pagina.goto(f"{proef.plan_pad}?open=afspraak.{proef.doel.pk}")
    veld(pagina, WAT).fill("langskomen")
    veld(pagina, "Klaar").fill("over 2 weken")
    bewaar(pagina, "Leg vast en sluit")
    groep = pagina.get_by_role("group", name="Wie doet dit?")
    expect(groep).to_have_accessible_description(re.compile("Kies wie dit doet"))
    pagina.locator(".foutsamenvatting").get_by_role("link", name=re.compile("Kies wie dit doet")).click()
    expect(groep.get_by_role("checkbox").first).to_be_focused()
    expect(veld(pagina, WAT)).to_have_value("langskomen")


@long_only("errors at their field: a wrong afspraak, here")
@met_en_zonder_javascript
def test_a_person_is_added_once_and_a_letter_is_no_name(mensen, als, javascript):
    pagina = als(mensen.coordinator, javascript=javascript)
    pagina.goto(f"/gezin/{mensen.gezin.pk}/netwerk/nieuw/")
    veld(pagina, "Naam").fill("riet de wit")
    veld(pagina, "Telefoon").fill("06-00000009")
    bewaar(pagina, "Zet bij de betrokkenen")
    stands_at_the_field(pagina, "Naam", "staat al bij de betrokkenen")
    expect(veld(pagina, "Telefoon")).to_have_value("06-00000009")
    # A whole letter pasted in the wrong field comes back whole.
    veld(pagina, "Naam").fill("oma " * 1250)
    bewaar(pagina, "Zet bij de betrokkenen")
    stands_at_the_field(pagina, "Naam", "Dit is te lang: 4999 tekens. Er passen er 150 in.")
    expect(veld(pagina, "Naam")).to_have_value("oma " * 1250)
    pagina.goto(f"/gezin/{mensen.gezin.pk}/kind/nieuw/")
    veld(pagina, "Naam").fill("Sanne de Wit")
    veld(pagina, "Geboortedatum").fill(f"{mensen.sanne.geboortedatum:%d-%m-%Y}")
    bewaar(pagina, "Zet bij het gezin")
    stands_at_the_field(pagina, "Naam", "staat al bij dit gezin")
    assert Deelnemer.objects.filter(gezin=mensen.gezin, naam__iexact="riet de wit").count() == 1
    assert Deelnemer.objects.filter(gezin=mensen.gezin, naam="Sanne de Wit").count() == 1


@long_only("without a browser: tests/gezinsplan/test_making_a_plan.py")
@met_en_zonder_javascript
def test_an_empty_plan_does_not_start_and_says_what_is_missing(mensen, als, proef, javascript):
    pagina = als(mensen.coordinator, javascript=javascript)
    pagina.goto(proef.plan_pad)
    bewaar(pagina, "Start het plan")
    starten = pagina.locator("#starten")
    expect(starten.get_by_text("Het plan kan nog niet starten")).to_be_visible()
    expect(starten).to_contain_text("Er staat nog geen afspraak in het plan: wie doet wat, en tot wanneer?")
    assert plan.plan_van(proef.gezin).staat == Planstaat.CONCEPT
    pagina.get_by_role("link", name=re.compile("^Afspraak")).first.click()
    expect(veld(pagina, WAT)).to_be_visible()


@long_only("one click is sent: tests/e2e/test_scripts.py; one is done: tests/core/test_form_sent_twice.py")
@met_en_zonder_javascript
def test_clicking_twice_makes_one_row(mensen, als, proef, javascript):
    pagina = als(mensen.coordinator, javascript=javascript)
    pagina.goto(f"{proef.plan_pad}?open=doel")
    veld(pagina, DOEL).fill("Daan heeft een plek op school")
    pagina.get_by_role("button", name="Leg het doel vast").dblclick()
    expect(pagina.get_by_role("heading", name="Nieuwe afspraak")).to_be_visible()
    assert Doel.objects.filter(plan__gezin=proef.gezin, tekst="Daan heeft een plek op school").count() == 1


@long_only("without a browser: tests/core/test_form_sent_twice.py")
@met_en_zonder_javascript
def test_going_back_and_sending_again_makes_no_second_row(mensen, als, proef, javascript):
    pagina = als(mensen.coordinator, javascript=javascript)
    nieuw = f"/gezin/{proef.gezin.pk}/netwerk/nieuw/"
    pagina.goto(nieuw)
    veld(pagina, "Naam").fill("Buurvrouw Ans")
    veld(pagina, "Telefoon").fill("06-00000008")
    bewaar(pagina, "Zet bij de betrokkenen")
    expect(pagina.get_by_role("main")).to_contain_text("Buurvrouw Ans")

    # The browser keeps no names, to offer them in another family: typed once more, the same.
    pagina.go_back()
    expect(veld(pagina, "Naam")).to_have_value("")
    veld(pagina, "Naam").fill("Buurvrouw Ans")
    veld(pagina, "Telefoon").fill("06-00000008")
    bewaar(pagina, "Zet bij de betrokkenen")
    assert Deelnemer.objects.filter(gezin=proef.gezin, naam="Buurvrouw Ans").count() == 1
    if javascript:
        # It is known for the same form: what was done is done.
        assert not pagina.url.endswith(nieuw)
        pagina.go_back()
    else:
        stands_at_the_field(pagina, "Naam", "staat al bij de betrokkenen")

    # Mended text is a new act.
    veld(pagina, "Naam").fill("Buurman Jan")
    bewaar(pagina, "Zet bij de betrokkenen")
    expect(pagina.get_by_role("main")).to_contain_text("Buurman Jan")
    assert Deelnemer.objects.filter(gezin=proef.gezin, naam="Buurman Jan").count() == 1


@long_only("without a browser: tests/core/test_form_sent_twice.py")
def test_back_on_the_plan_without_javascript(mensen, als, proef):
    pagina = als(mensen.coordinator, javascript=False)
    pagina.goto(f"{proef.plan_pad}?open=doel")
    veld(pagina, DOEL).fill("Rust in huis")
    bewaar(pagina, "Leg het doel vast")
    pagina.go_back()
    veld(pagina, DOEL).fill("Rust in huis")
    bewaar(pagina, "Leg het doel vast")
    expect(pagina.get_by_role("main")).to_contain_text("Dit staat al in het plan.")
    assert Doel.objects.filter(plan__gezin=proef.gezin, tekst="Rust in huis").count() == 1


@met_javascript
def test_two_people_save_the_same_row_and_read_both_texts(mensen, als, proef, javascript):
    afspraak = maak_afspraak(mensen, proef, "bellen", localdate(clock.now()) + timedelta(days=9))
    een, ander = (als(mensen.coordinator, javascript=javascript) for _nummer in range(2))
    for pagina in (een, ander):
        pagina.goto(f"{proef.plan_pad}?open={afspraak.pk}")
    veld(een, WAT).fill("elke maandag bellen")
    bewaar(een, "Leg vast en sluit")
    veld(ander, WAT).fill("elke vrijdag langskomen")
    bewaar(ander, "Leg vast en sluit")
    beide = ander.locator(".verouderd")
    expect(beide).to_contain_text("Iemand anders heeft dit intussen")
    expect(beide).to_contain_text("elke maandag bellen")
    expect(beide).to_contain_text("elke vrijdag langskomen")
    expect(veld(ander, WAT)).to_have_value("elke vrijdag langskomen")
    afspraak.refresh_from_db()
    assert afspraak.wat == "elke maandag bellen"
    # Knowing both, she decides.
    veld(ander, WAT).fill("elke maandag bellen, vrijdag langskomen")
    bewaar(ander, "Leg vast en sluit")
    expect(ander.locator("#deel3")).to_be_visible()
    afspraak.refresh_from_db()
    assert afspraak.wat == "elke maandag bellen, vrijdag langskomen"


def test_who_is_logged_out_while_typing_gets_her_text_back(mensen, als, stapel, proef):
    pagina = als(mensen.coordinator)
    pagina.goto(proef.plan_pad)
    pagina.get_by_role("link", name="Gezinsdoel").click()
    veld(pagina, DOEL).fill("Sanne slaapt weer door")
    wait_until_saved(pagina, "Sanne slaapt weer door")
    pagina.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    pagina.get_by_role("button", name="Leg het doel vast").click()
    pagina.wait_for_url(re.compile("/account/"))
    expect(pagina.get_by_text("Wat u in dit tabblad had getypt, is bewaard.")).to_be_visible()
    log_in(pagina, stapel, mensen.coordinator)
    pagina.goto(parse_qs(urlsplit(pagina.url).query)["next"][0])
    expect(pagina.get_by_text("U had hier al iets getypt om")).to_be_visible()
    pagina.get_by_role("button", name="Zet het terug").click()
    expect(veld(pagina, DOEL)).to_have_value("Sanne slaapt weer door")
    bewaar(pagina, "Leg het doel vast")
    expect(pagina.get_by_role("heading", name="Nieuwe afspraak")).to_be_visible()
    assert Doel.objects.filter(plan__gezin=proef.gezin, tekst="Sanne slaapt weer door").count() == 1

    # Saved: the tab keeps nothing of it. Esc closes the row that was opened, back to where it was opened from.
    assert "Sanne slaapt weer door" not in str(pagina.evaluate("Object.values(sessionStorage)"))
    nieuwe_afspraak = pagina.get_by_role("link", name=re.compile(r"^Afspraak ?: Sanne"))
    veld(pagina, WAT).fill("nog niet af")
    wait_until_saved(pagina, "nog niet af")
    veld(pagina, WAT).press("Escape")
    expect(nieuwe_afspraak).to_be_focused()
    expect(pagina.get_by_role("heading", name="Nieuwe afspraak")).to_have_count(0)
    nieuwe_afspraak.press("Enter")
    expect(pagina.get_by_text("U had hier al iets getypt om")).to_be_visible()


@long_only("who is logged out while typing, here")
def test_who_logs_in_again_in_another_tab_gets_her_text_back(mensen, als, stapel, proef):
    pagina = als(mensen.coordinator)
    pagina.goto(f"{proef.plan_pad}?open=doel")
    veld(pagina, DOEL).fill("Elke zondag naar oma")
    log_in(pagina, stapel, mensen.coordinator)
    pagina.get_by_role("button", name="Leg het doel vast").click()
    pagina.get_by_role("button", name="Zet het terug").click()
    expect(veld(pagina, DOEL)).to_have_value("Elke zondag naar oma")
    bewaar(pagina, "Leg het doel vast")
    expect(pagina.get_by_role("heading", name="Nieuwe afspraak")).to_be_visible()
    assert Doel.objects.filter(plan__gezin=proef.gezin, tekst="Elke zondag naar oma").count() == 1


@long_only("who is logged out while typing, here")
def test_mother_logs_in_again_and_is_back_where_she_typed(mensen, als):
    moeder = mensen.moeder_in_gezin
    wie = {"nu": clock.now(), "door": mensen.coordinator}
    doel = plan.voeg_doel_toe(mensen.gezin, plan.DoelGegevens("Samen eten", over_wie=[moeder.pk]), **wie)
    gegevens = plan.AfspraakGegevens("samen koken", [moeder.pk], localdate(clock.now()), localdate(clock.now()))
    afspraak = plan.voeg_afspraak_toe(doel, gegevens, **wie)
    hier = f"/gezin/{mensen.gezin.pk}/afspraak/{afspraak.pk}/"
    pagina = als(mensen.moeder, telefoon=True)
    pagina.goto(hier)
    reactie = pagina.get_by_role("textbox", name=re.compile("Reactie"))
    reactie.fill("Ik heb hulp nodig met de boodschappen.")
    wait_until_saved(pagina, "Ik heb hulp nodig met de boodschappen.")
    pagina.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    pagina.get_by_role("button", name="Plaats uw reactie").click()
    pagina.wait_for_url(re.compile("/account/"))
    pagina.locator("[name=login]").fill(mensen.moeder.email)
    pagina.locator("[name=password]").fill(WACHTWOORD)
    pagina.get_by_role("button", name="Log in", exact=True).click()
    pagina.wait_for_url(re.compile(re.escape(hier)))
    pagina.get_by_role("button", name="Zet het terug").click()
    expect(reactie).to_have_value("Ik heb hulp nodig met de boodschappen.")


def test_without_a_connection_what_was_typed_stays(mensen, als, proef):
    pagina = als(mensen.coordinator)
    pagina.goto(f"{proef.plan_pad}?open=doel")
    veld(pagina, DOEL).fill("Iedereen thuis om zes uur")
    knop = pagina.get_by_role("button", name="Leg het doel vast")
    pagina.context.set_offline(True)
    knop.click()
    weg = pagina.get_by_text("Er is nu geen verbinding. Wat u hebt getypt, staat nog op uw scherm.")
    expect(weg).to_be_visible()
    expect(veld(pagina, DOEL)).to_have_value("Iedereen thuis om zes uur")
    pagina.context.set_offline(False)

    # It arrives, and the answer is lost on the way back: pressing again saves nothing twice.
    adres = re.compile("/doel/toevoegen/")

    def lose_the_answer(route):
        route.fetch(max_redirects=0)
        route.abort()

    pagina.route(adres, lose_the_answer)
    knop.click()
    expect(knop).not_to_have_attribute("aria-busy", "true")
    pagina.unroute(adres)
    knop.click()
    expect(pagina.get_by_role("heading", name="Nieuwe afspraak")).to_be_visible()
    expect(weg).to_be_hidden()
    assert Doel.objects.filter(plan__gezin=proef.gezin, tekst="Iedereen thuis om zes uur").count() == 1


def _staat_er_nog(pagina: Page, label: str, tekst: str, melding: str) -> None:
    """What was typed, with the error: now, after a reload, and after going back and on again."""
    adres = pagina.url
    for ga in (lambda: None, pagina.reload, lambda: (pagina.go_back(), pagina.go_forward())):
        ga()
        pagina.wait_for_url(adres)
        expect(veld(pagina, label)).to_have_value(tekst)
        expect(pagina.locator(".foutsamenvatting")).to_contain_text(melding)


@long_only("without a browser: tests/core/test_acts.py")
@met_en_zonder_javascript
def test_after_an_error_back_and_reload_do_what_one_expects(mensen, als, proef, javascript):
    """Consent, a stagnatie and a row of the plan: back leads to the page before, and nothing is sent twice."""
    pagina = als(mensen.coordinator, javascript=javascript)
    gezin = f"/gezin/{proef.gezin.pk}"

    pagina.goto(proef.plan_pad)
    pagina.goto(f"{gezin}/toestemming/gesprek/")
    veld(pagina, "Waarvoor delen we dit?").fill("Samen aan school werken")
    veld(pagina, "Tot en met welke dag?").fill("31-2-2027")
    bewaar(pagina, "Leg vast en ga tekenen")
    _staat_er_nog(pagina, "Waarvoor delen we dit?", "Samen aan school werken", "31 februari bestaat niet")
    expect(veld(pagina, "Tot en met welke dag?")).to_have_value("31-2-2027")

    # Another tab with its own mistake: neither sees the other's.
    tweede = pagina.context.new_page()
    tweede.goto(f"{gezin}/toestemming/gesprek/")
    veld(tweede, "Waarvoor delen we dit?").fill("Iets heel anders")
    veld(tweede, "Tot en met welke dag?").fill("ooit")
    bewaar(tweede, "Leg vast en ga tekenen")
    expect(veld(tweede, "Waarvoor delen we dit?")).to_have_value("Iets heel anders")
    tweede.close()
    pagina.reload()
    expect(veld(pagina, "Waarvoor delen we dit?")).to_have_value("Samen aan school werken")

    plan_adres = re.compile(re.escape(proef.plan_pad) + r"(\?|#|$)")
    pagina.goto(proef.plan_pad)
    pagina.goto(f"{gezin}/stagnatie/melden/")
    veld(pagina, "Wat is er aan de hand?").fill("Er belt niemand terug")
    bewaar(pagina, "Meld dat het vastloopt")
    _staat_er_nog(pagina, "Wat is er aan de hand?", "Er belt niemand terug", "Kies waardoor het vastloopt.")
    pagina.get_by_role("radio").first.check()
    bewaar(pagina, "Meld dat het vastloopt")
    pagina.wait_for_url(re.compile("/stagnatie/[0-9a-f-]{36}/$"))
    assert Stagnatie.objects.filter(gezin=proef.gezin).count() == 1
    # Back from what was done, and sent once more: it was done already.
    pagina.go_back()
    pagina.get_by_role("radio").first.check()
    veld(pagina, "Wat is er aan de hand?").fill("Er belt niemand terug")
    bewaar(pagina, "Meld dat het vastloopt")
    assert Stagnatie.objects.filter(gezin=proef.gezin).count() == 1

    pagina.goto(f"{proef.plan_pad}?open=doel")
    veld(pagina, DOEL).fill("lang " * 1000)
    bewaar(pagina, "Leg het doel vast")
    stands_at_the_field(pagina, DOEL, "Dit is te lang")
    if not javascript:
        _staat_er_nog(pagina, DOEL, "lang " * 1000, "Dit is te lang")
    veld(pagina, DOEL).fill("Iedereen slaapt door")
    bewaar(pagina, "Leg het doel vast")
    pagina.wait_for_url(plan_adres)
    assert Doel.objects.filter(plan__gezin=proef.gezin, tekst="Iedereen slaapt door").count() == 1
