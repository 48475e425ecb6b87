"""Passkeys with a real browser and Chromium's virtual authenticator, on the running system."""

import base64

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from playwright.sync_api import expect

from tests.cast import WACHTWOORD, maak_cast
from tests.form import long_only
from tests.instanties.app_op_telefoon import code_nu

pytestmark = pytest.mark.eis("X2")

# A passkey belongs to a name, never to a number.
HIER = "http://localhost:{poort}"


@pytest.fixture(scope="module")
def mensen(stapel):
    from core import clock

    return maak_cast(clock.now())


@pytest.fixture
def venster(browser, stapel):
    """Return a function that opens a browser window, with a virtual key in it unless told otherwise."""
    open_ = []

    def maak(*, sleutel: bool = True, adres: str = HIER):
        context = browser.new_context(base_url=adres.format(poort=stapel.port), locale="nl-NL")
        open_.append(context)
        pagina = context.new_page()
        fouten = []
        pagina.on("console", lambda regel: "Content Security Policy" in regel.text and fouten.append(regel.text))
        pagina.fouten = fouten
        if sleutel:
            pagina.cdp = context.new_cdp_session(pagina)
            pagina.cdp.send("WebAuthn.enable")
            opties = {
                "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
                "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
            }  # fmt: skip
            gemaakt = pagina.cdp.send("WebAuthn.addVirtualAuthenticator", {"options": opties})
            pagina.sleutelbos = gemaakt["authenticatorId"]
        return pagina

    yield maak
    for context in open_:
        context.close()


def log_in(pagina, gebruiker):
    pagina.goto("/account/inloggen/")
    pagina.get_by_label("Inlognaam of e-mailadres").fill(gebruiker.inlognaam)
    pagina.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    pagina.get_by_role("button", name="Log in", exact=True).click()


def stel_passkey_in(pagina, gebruiker, *, zonder_wachtwoord: bool):
    """Log in for the first time and choose a passkey instead of the app."""
    log_in(pagina, gebruiker)
    expect(pagina.get_by_role("heading", name="Stel de tweede stap in")).to_be_visible()
    pagina.get_by_role("link", name="Liever een passkey?").click()
    pagina.get_by_label("Naam van deze passkey").fill("laptop van het werk")
    if zonder_wachtwoord:
        pagina.get_by_label("Hiermee ook inloggen zonder wachtwoord").check()
    pagina.get_by_role("button", name="Voeg de passkey toe").click()
    expect(pagina.get_by_role("heading", name="Uw reservecodes")).to_be_visible()


def log_uit(pagina):
    pagina.goto("/account/uitloggen/")
    with pagina.expect_response(lambda antwoord: antwoord.request.method == "POST"):
        pagina.get_by_role("main").get_by_role("button").first.click()
    pagina.wait_for_load_state()
    pagina.goto("/account/inloggen/")
    expect(pagina.get_by_role("heading", name="Log in", exact=True)).to_be_visible()


def sleutels(pagina):
    return pagina.cdp.send("WebAuthn.getCredentials", {"authenticatorId": pagina.sleutelbos})["credentials"]


def test_register_and_log_in_with_it_as_second_step(venster, mensen):
    pagina = venster()
    stel_passkey_in(pagina, mensen.coordinator, zonder_wachtwoord=False)
    pagina.goto("/account/veilig-inloggen/")
    expect(pagina.get_by_text("laptop van het werk ·")).to_be_visible()
    log_uit(pagina)
    log_in(pagina, mensen.coordinator)
    expect(pagina.get_by_role("heading", name="Nog één stap")).to_be_visible()
    pagina.get_by_role("button", name="Gebruik mijn passkey").click()
    expect(pagina.get_by_role("heading", name="Mijn werk")).to_be_visible()
    pagina.goto("/gezinnen/")
    expect(pagina.get_by_role("heading", level=1)).to_be_visible()
    assert pagina.fouten == []
    # The last second step stays.
    pagina.goto("/account/veilig-inloggen/")
    pagina.get_by_role("link", name="Haal laptop van het werk weg").click()
    pagina.get_by_role("button", name="Haal deze passkey weg").click()
    expect(pagina.get_by_text("Dit is uw enige tweede stap")).to_be_visible()


@long_only("one that is the second step")
def test_log_in_with_nothing_else_and_remove_one_of_two(venster, mensen):
    pagina = venster()
    stel_passkey_in(pagina, mensen.mentor, zonder_wachtwoord=True)
    log_uit(pagina)
    pagina.get_by_role("button", name="Log in met een passkey").click()
    expect(pagina.get_by_role("heading", name="Mijn werk")).to_be_visible()
    pagina.goto("/gezinnen/")
    expect(pagina.get_by_role("heading", level=1)).to_be_visible()
    # An app beside it; then the passkey may go, and nobody gets in with it any more.
    pagina.goto("/account/tweede-stap/instellen/")
    pagina.get_by_text("De camera werkt niet").click()
    geheim = pagina.locator(".sleutel").inner_text()
    pagina.get_by_label("Code uit de app").fill(code_nu(geheim))
    pagina.get_by_role("button", name="Zet de tweede stap aan").click()
    expect(pagina).not_to_have_url("/account/tweede-stap/instellen/")
    pagina.goto("/account/veilig-inloggen/")
    pagina.get_by_role("link", name="Haal laptop van het werk weg").click()
    pagina.get_by_role("button", name="Haal deze passkey weg").click()
    expect(pagina.get_by_text("De passkey is weggehaald")).to_be_visible()
    log_uit(pagina)
    _geweigerd(pagina)


def _geweigerd(pagina):
    """Press the button with this key: a word about it, and still outside."""
    with pagina.expect_response(lambda antwoord: antwoord.request.method == "POST"):
        pagina.get_by_role("button", name="Log in met een passkey").click()
    expect(pagina.get_by_text("Deze code klopt niet").or_(pagina.get_by_text("niet gelukt")).first).to_be_visible()
    pagina.goto("/gezinnen/")
    expect(pagina.get_by_role("heading", name="Log in", exact=True)).to_be_visible()


@long_only("one that is known here, as the second step")
def test_a_key_that_nobody_knows_doesnt_get_in(venster, mensen):
    """Signed well, in the name of somebody who exists, by a key that was never registered."""
    from allauth.account.utils import user_pk_to_url_str

    pagina = venster()
    eigen = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    sleutel = {
        "credentialId": base64.b64encode(b"onbekend" * 4).decode(), "isResidentCredential": True, "rpId": "localhost",
        "privateKey": base64.b64encode(eigen).decode(), "signCount": 1,
        "userHandle": base64.b64encode(user_pk_to_url_str(mensen.collega).encode()).decode(),
    }  # fmt: skip
    pagina.cdp.send("WebAuthn.addCredential", {"authenticatorId": pagina.sleutelbos, "credential": sleutel})
    pagina.goto("/account/inloggen/")
    _geweigerd(pagina)


@long_only("one that is the second step, from here")
def test_a_key_of_here_is_worthless_elsewhere_and_an_answer_from_elsewhere_here(venster, mensen, stapel):
    """A copied page under another name gets no key; an answer that was made for another name is refused."""
    hier = venster()
    stel_passkey_in(hier, mensen.behandelaar, zonder_wachtwoord=True)
    [sleutel] = sleutels(hier)
    elders = venster(adres="http://elders.localhost:{poort}")
    # The same key in a browser that looks at another name: the browser itself finds nothing there.
    elders.cdp.send("WebAuthn.addCredential", {"authenticatorId": elders.sleutelbos, "credential": sleutel})
    elders.route("**/*", lambda weg: weg.fulfill(body="<h1>nagemaakt</h1>", content_type="text/html"))
    elders.goto("/")
    uitkomst = elders.evaluate(
        """() => navigator.credentials.get({publicKey: {challenge: new Uint8Array(32), rpId: "elders.localhost",
           userVerification: "required", timeout: 1500}}).then(() => "gekregen", (fout) => fout.name)"""
    )
    assert uitkomst == "NotAllowedError"
    log_uit(hier)
    # A real answer of the real key, with the challenge of this session, but with another origin in it.
    hier.evaluate(
        """() => { const echt = navigator.credentials.get.bind(navigator.credentials);
           navigator.credentials.get = async (opties) => {
             const antwoord = await echt(opties);
             const tekst = new TextDecoder().decode(antwoord.response.clientDataJSON);
             const anders = JSON.stringify({...JSON.parse(tekst), origin: "https://elders.example"});
             const {authenticatorData, signature, userHandle} = antwoord.response;
             return {type: antwoord.type, id: antwoord.id, rawId: antwoord.rawId,
               authenticatorAttachment: antwoord.authenticatorAttachment, getClientExtensionResults: () => ({}),
               response: {clientDataJSON: new TextEncoder().encode(anders).buffer, authenticatorData, signature,
                 userHandle}};
           }; }"""
    )
    _geweigerd(hier)
    # Untouched, the same key gets in: so it was the origin that was refused.
    hier.goto("/account/inloggen/")
    hier.get_by_role("button", name="Log in met een passkey").click()
    expect(hier.get_by_role("heading", name="Mijn werk")).to_be_visible()


def test_without_javascript_the_page_says_how_else(browser, stapel):
    context = browser.new_context(base_url=HIER.format(poort=stapel.port), java_script_enabled=False)
    pagina = context.new_page()
    pagina.goto("/account/inloggen/")
    expect(pagina.get_by_role("button", name="Log in", exact=True)).to_be_visible()
    expect(pagina.get_by_role("button", name="Log in met een passkey")).to_be_hidden()
    context.close()
