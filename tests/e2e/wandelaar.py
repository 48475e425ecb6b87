"""People walking through the system in a browser: what they do in their own words, each with a browser of their own."""

import re
import time
from collections.abc import Callable

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import Locator, Page, expect

WACHTWOORD = "vier gewone woorden achter elkaar"


class Wandelaar:
    """One person with a browser."""

    def __init__(self, naam: str, open_pagina: Callable[..., Page], *, telefoon: bool = False) -> None:
        self.naam = naam
        self.pagina = open_pagina(telefoon=telefoon)

    def ga(self, pad: str) -> int:
        """Go to an address; returns the status."""
        antwoord = self.pagina.goto(pad)
        assert antwoord is not None
        return antwoord.status

    # Coming in.

    def komt_binnen(self) -> "Wandelaar":
        """Choose to be this person, in the practice environment."""
        self.ga("/oefenen/")
        rij = self.pagina.locator("li", has=self.pagina.get_by_text(self.naam, exact=True))
        rij.get_by_role("button").click()
        expect(self.pagina.get_by_role("banner")).to_contain_text(self.naam)
        return self

    def logt_voor_het_eerst_in(self, code: str, *, professional: bool) -> "Wandelaar":
        """With a one-time code from a letter, a password of one's own and, for professionals, the second step (X2)."""
        self.ga("/welkom/")
        self.vul("Uw naam", self.naam)
        self.vul("De code uit uw brief of mail", code)
        self.druk("Ga verder")
        self.vul("Kies een wachtwoord", WACHTWOORD)
        self.vul("Typ het nog een keer", WACHTWOORD)
        self.druk("Kies dit wachtwoord en log in")
        if professional:
            expect(self.pagina.get_by_role("heading", level=1)).to_have_text("Stel de tweede stap in")
            self.pagina.get_by_text("De camera werkt niet").click()
            self.vul("Code", totp(self.pagina.locator(".sleutel").inner_text()))
            self.druk("Zet de tweede stap aan")
        return self

    # Filling in and pressing.

    def veld(self, label: str, *, in_: Locator | None = None, precies: bool = True) -> Locator:
        """The field with this label."""
        patroon = re.compile(f"^\\s*{re.escape(label)}" if precies else re.escape(label), re.IGNORECASE)
        return (in_ or self.pagina).get_by_label(patroon).first

    def vul(self, label: str, waarde: str, *, in_: Locator | None = None, precies: bool = True) -> None:
        self.veld(label, in_=in_, precies=precies).fill(waarde)

    def kies(self, label: str, keuze: str, *, in_: Locator | None = None) -> None:
        """Choose from a list by a part of its words."""
        lijst = self.veld(label, in_=in_)
        waarde = lijst.locator("option", has_text=keuze).first.get_attribute("value")
        lijst.select_option(value=waarde)

    def vink(self, *namen: str, groep: str = "", in_: Locator | None = None) -> None:
        """Tick boxes, within the group with this name when given."""
        waar = in_ or self.pagina
        if groep:
            waar = waar.get_by_role("group", name=re.compile(re.escape(groep)))
        for naam in namen:
            waar.get_by_role("checkbox", name=re.compile(re.escape(naam))).first.check()

    def druk(self, knop: str, *, in_: Locator | None = None) -> None:
        """Press the button that begins with these words, and wait for the answer."""
        self.doe((in_ or self.pagina).get_by_role("button", name=re.compile(f"^\\s*{re.escape(knop)}")).first)

    def volg(self, link: str, *, in_: Locator | None = None) -> None:
        """Follow the link with these words, and wait for the answer."""
        # What is only read aloud stands apart from the word that is seen: "Afspraak : Sanne gaat naar school".
        patroon = re.escape(link).replace(":", r"\s*:")
        self.doe((in_ or self.pagina).get_by_role("link", name=re.compile(patroon)).first)

    def doe(self, ding: Locator) -> None:
        """Click something that is answered by a new page, or by htmx with a part of this one."""
        htmx = "el => !!(el.closest('[hx-get], [hx-post]') || el.form?.hasAttribute('hx-post'))"
        if ding.evaluate(htmx):
            with self.pagina.expect_response(lambda antwoord: "hx-request" in antwoord.request.headers):
                ding.click()
            expect(self.pagina.locator(".htmx-request, .htmx-settling, .htmx-swapping")).to_have_count(0)
            return
        with self.pagina.expect_navigation():
            ding.click()

    def vak(self, titel: str) -> Locator:
        """Open the act with this title on the page, and return it."""
        vak = self.pagina.locator("details", has=self.pagina.locator("summary", has_text=titel)).first
        if vak.get_attribute("open") is None:
            vak.locator("summary").first.click()
        return vak

    # Reading.

    def leest(self, *teksten: str) -> None:
        """The page shows all of these."""
        for tekst in teksten:
            expect(self.pagina.get_by_role("main")).to_contain_text(tekst, ignore_case=True)

    def leest_niet(self, *teksten: str) -> None:
        """The page shows none of these."""
        for tekst in teksten:
            expect(self.pagina.get_by_role("main")).not_to_contain_text(tekst)

    # The clock.

    def set_clock_ahead(self, hoever: str) -> None:
        """Let the practice clock run ahead, through the real worker, and wait until it is there."""
        terug = self.pagina.url
        self.ga("/oefenen/")
        self.kies("Zet de klok vooruit met", hoever)
        self.druk("Zet de klok vooruit")
        expect(self.pagina.get_by_role("status").filter(has_text="Klaar")).to_be_visible(timeout=180_000)
        self.ga(terug)


def totp(sleutel: str) -> str:
    """The code that an app on a phone would show now."""
    teller = next(iter(yield_hotp_counters_from_time()))
    return str(format_hotp_value(hotp_value(sleutel.strip(), teller)))


def wait_until(voorwaarde: Callable[[], object], seconden: float = 90) -> None:
    """Wait for something that another process does; `seconden` is a ceiling for a busy machine."""
    einde = time.monotonic() + seconden
    while not voorwaarde():
        assert time.monotonic() < einde, "dit gebeurde niet op tijd"
        time.sleep(0.3)
