"""Every kind of mail as it is read, text and HTML, kept as files that somebody has read (R2, X5).

`MAILS=nieuw .venv/bin/python -m pytest tests/berichten/test_snapshots.py` writes them anew; read what changed.
"""

import os
import re
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from berichten import brief, soorten
from berichten.models import Bericht
from core import clock
from core.mail import make_mail

MAP = Path(__file__).parent / "snapshots"
SJABLONEN = Path(__file__).parents[2] / "templates" / "mail"
GEZIN = [uuid.UUID(int=nummer) for nummer in range(3)]
# A word of the screen or of a template that belongs in no mail.
VREEMD = re.compile(r"\b(the|your|password|login|click|hello|None|Sanne|De Wit)\b|[{}]|src=|@import|url\(")


@pytest.fixture(autouse=True)
def adres(settings):
    settings.BASIS_URL = "https://plan.voorbeeld.example"


@pytest.fixture(autouse=True)
def vraag_soort():
    """The real kinds only."""


def ontvanger(*, is_professional):
    return get_user_model()(email="iemand@voorbeeld.example", is_professional=is_professional)


def bericht(soort, wie, gezin=None, **velden):
    nu = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
    return Bericht(id=uuid.UUID(int=7), soort=soort, ontvanger=wie, gezin_id=gezin, gemaakt_op=nu, **velden)


def bundel(wie):
    soorten_per_gezin = [("navraag_gevraagd", 0), ("navraag_gevraagd", 1), ("afspraak_gemaakt", 0), ("herinnering", 2)]
    return [bericht(soort, wie, GEZIN[nummer]) for soort, nummer in soorten_per_gezin]


def een_mail(soort):
    return brief.maak_brief([bericht(soort, ontvanger(is_professional=True), spoed=soorten.soort(soort).spoed)])


def bundel_professional():
    return brief.maak_brief(bundel(ontvanger(is_professional=True)))


def bundel_plannummers(monkeypatch):
    monkeypatch.setattr(brief.AANDUIDING, "item", lambda wie, ids: {GEZIN[0]: "Plan 1204", GEZIN[1]: "Plan 1310"})
    return bundel_professional()


def uitnodiging():
    context = {"adres": "https://plan.voorbeeld.example/welkom/", "code": "ABCD-EFGH-JKMN", "dagen": 14}
    onderwerp = "Uw uitnodiging voor Eén Gezin, Eén Plan"
    return make_mail("mail/uitnodiging", context, to="iemand@voorbeeld.example", subject=onderwerp)


def wachtwoord():
    context = {"adres": "https://plan.voorbeeld.example/wachtwoord/sleutel/"}
    return make_mail("mail/wachtwoord", context, to="iemand@voorbeeld.example", subject="Een nieuw wachtwoord kiezen")


def vergelijk(naam, post):
    """Held against its two files, exactly; with MAILS=nieuw written."""
    assert isinstance(post, mail.EmailMultiAlternatives)
    [html] = [inhoud for inhoud, soort in post.alternatives if soort == "text/html"]
    kop = f"Onderwerp: {post.subject}\n\n"
    for bestand, inhoud in ((MAP / f"{naam}.txt", kop + str(post.body)), (MAP / f"{naam}.html", str(html))):
        if os.environ.get("MAILS") == "nieuw":
            bestand.write_text(inhoud)
        assert bestand.exists(), f"{bestand.name} has no snapshot"
        assert inhoud == bestand.read_text(), f"{bestand.name} says something else now"
        assert not VREEMD.search(re.sub(r"https://\S+|<style.*?</style>", "", inhoud)), bestand.name
    assert '<html lang="nl">' in str(html)


@pytest.mark.eis("R2", "E10", "X5")
def test_every_kind_of_notice():
    """One file for all: per kind the subject and the lines that differ; the shape of the mail is in the others."""
    regels = []
    for soort in sorted(soorten.namen()):
        post = een_mail(soort)
        lijnen = [regel for regel in str(post.body).splitlines() if regel]
        regels.append(f"{soort}: {post.subject} | {lijnen[1]} {lijnen[2]}")
        [(html, _mime)] = post.alternatives
        assert lijnen[2] in str(html)
    inhoud = "\n".join(regels) + "\n"
    bestand = MAP / "elke_soort.txt"
    if os.environ.get("MAILS") == "nieuw":
        bestand.write_text(inhoud)
    assert inhoud == bestand.read_text()
    assert not VREEMD.search(inhoud)


@pytest.mark.eis("X5")
def test_one_notice():
    vergelijk("bericht", een_mail("plan_gestart"))
    vergelijk("bericht_spoed", een_mail("stagnatie_aan_zet"))


@pytest.mark.eis("R2", "X5")
def test_the_bundle(monkeypatch):
    monkeypatch.setattr(brief.AANDUIDING, "item", None)
    vergelijk("bundel", bundel_professional())
    vergelijk("bundel_gezin", brief.maak_brief(bundel(ontvanger(is_professional=False))))
    vergelijk("bundel_plannummers", bundel_plannummers(monkeypatch))


@pytest.mark.eis("X2")
def test_the_mails_of_logging_in():
    vergelijk("uitnodiging", uitnodiging())
    vergelijk("wachtwoord", wachtwoord())


@pytest.mark.eis("X1", "X6")
def test_the_mail_with_the_newest_seal():
    context = {"zegel": "1234:" + "5f0c" * 16}
    onderwerp = "Het nieuwste zegel van het logboek: bewaar dit"
    vergelijk("zegel", make_mail("mail/zegel", context, to="iemand@voorbeeld.example", subject=onderwerp))


@pytest.mark.eis("G17", "X5")
def test_the_mail_with_a_link_for_who_has_no_account():
    vandaag = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
    clock.set_offset(lambda: vandaag - timezone.now())
    try:
        context = {"adres": "https://plan.voorbeeld.example/link/sleutel/", "tot": vandaag + timedelta(days=3)}
        vergelijk(
            "link", make_mail("mail/link", context, to="iemand@voorbeeld.example", subject="Er is een vraag aan u")
        )
    finally:
        clock.set_offset(None)


@pytest.mark.eis("X2")
def test_a_new_password_is_asked_by_that_mail(client, db, worker):
    wie = get_user_model().objects.create_user(
        "petra", "een lang wachtwoord", naam="Petra", email="petra@voorbeeld.example"
    )
    client.post(reverse("account_reset_password"), {"email": wie.email})
    [post] = mail.outbox
    assert "nieuw wachtwoord kiezen" in post.body
    [(html, _mime)] = post.alternatives
    assert "/wachtwoord/" in str(html) or "http" in str(html)
    assert "Petra" not in str(html) + post.body


def test_no_template_without_a_snapshot():
    """Whoever makes a mail keeps it here too."""
    sjablonen = {pad.stem for pad in SJABLONEN.glob("*.*")} - {"basis"}
    assert sjablonen
    bewaard = {pad.stem for pad in MAP.glob("*.html")}
    assert sjablonen <= bewaard
    for stam in sjablonen:
        assert {(SJABLONEN / f"{stam}.{soort}").exists() for soort in ("txt", "html")} == {True}, stam
    assert {pad.stem for pad in MAP.glob("*.txt")} == bewaard | {"elke_soort"}


def test_no_mail_is_made_beside_the_one_way():
    """Text and HTML on one base: `core.mail.make_mail` is the only place where a mail is made."""
    wortel = SJABLONEN.parents[1]
    for app in apps.get_app_configs():
        map_ = Path(app.path)
        if wortel not in map_.parents or ".venv" in map_.parts:
            continue
        for bestand in map_.rglob("*.py"):
            if bestand == wortel / "core" / "mail.py":
                continue
            assert not re.search(r"send_mail\(\s*_|EmailMessage\(|EmailMultiAlternatives\(", bestand.read_text()), (
                bestand
            )
