"""The machine room of the beheerder: letting a held clock go, and mails that failed (E9, E10)."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from berichten.models import Bericht, MailStaat
from core import clock, clock_home
from core.models import ClockHome
from gezinsplan.models import Navraag
from logboek.models import Logregel
from termijnen.actions import bewaak
from termijnen.models import Kloktik
from tests.e2e.proefgezin import verstreken_gezin
from tests.inloggen import client_van, kwam_terug

pytestmark = pytest.mark.eis("E9", "E10")


@pytest.fixture
def teruggezet(cast):
    """A copy of an hour ago was put back: one afspraak is due, and mails wait that may have been sent."""
    _proef, afspraak = verstreken_gezin(cast, "De Ruiter")
    ClockHome.objects.create(pk=1, place="7711033597313665455/1")
    Kloktik.objects.create(pk=1, laatste_op=clock.now() - timedelta(hours=1))
    assert bewaak(clock.now()).vastgehouden
    return afspraak


def pagina(wie):
    return client_van(wie).get(reverse("bewaking:klok"))


def laat_los(cast, **velden):
    velden = {"mails": "niet", "reden": "De kopie is nagekeken", **velden}
    return client_van(cast.beheerder).post(reverse("bewaking:klok"), velden, follow=True)


def test_it_shows_what_the_clock_would_do_and_send(cast, teruggezet):
    Bericht.objects.update(gemaakt_op=clock.now())
    tekst = pagina(cast.beheerder).content.decode()
    assert "De klok wordt vastgehouden" in tekst
    assert "is teruggezet" in tekst
    assert "Afspraak" in tekst and re.search(r"\b1 termijn\s*<", tekst)
    assert f"{Bericht.objects.filter(mail_staat=MailStaat.TE_VERZENDEN).count()} mail" in tekst
    assert "De Ruiter" not in tekst


def test_once_let_go_it_happens_once_and_what_was_sent_before_stays_in_the_inbox(cast, teruggezet):
    Bericht.objects.update(gemaakt_op=clock.now() - timedelta(hours=2))
    wachtten = set(Bericht.objects.filter(mail_staat=MailStaat.TE_VERZENDEN).values_list("pk", flat=True))
    assert wachtten
    antwoord = laat_los(cast)
    assert "De klok loopt" in antwoord.content.decode()
    assert not clock_home.state().is_held
    assert set(Bericht.objects.filter(pk__in=wachtten).values_list("mail_staat", flat=True)) == {MailStaat.NIET_NODIG}
    bewaak(clock.now())
    bewaak(clock.now())
    assert Navraag.objects.filter(afspraak=teruggezet).count() == 1
    nieuw = Bericht.objects.exclude(pk__in=wachtten).filter(soort="navraag_gevraagd", mail_staat=MailStaat.TE_VERZENDEN)
    assert nieuw.exists(), "what happens now is told by mail"


def test_mails_can_be_sent_all_the_same(cast, teruggezet):
    Bericht.objects.update(gemaakt_op=clock.now() - timedelta(hours=2))
    aantal = Bericht.objects.filter(mail_staat=MailStaat.TE_VERZENDEN).count()
    laat_los(cast, mails="wel")
    assert Bericht.objects.filter(mail_staat=MailStaat.TE_VERZENDEN).count() == aantal


def test_who_let_it_go_and_why_is_in_the_logboek(cast, teruggezet):
    laat_los(cast)
    regel = Logregel.objects.get(object_soort="klok")
    assert (regel.gebruiker_id, regel.doel) == (cast.beheerder.pk, "De kopie is nagekeken")


def test_without_a_reason_or_a_choice_it_stays_held(cast, teruggezet):
    antwoord = laat_los(cast, reden="", mails="")
    assert kwam_terug(antwoord)
    assert clock_home.state().is_held


def test_letting_go_asks_who_is_there(cast, teruggezet):
    from bewaking.views import klok_bij_beheer

    assert any(getattr(laag, "herbevestigd", False) for laag in _lagen(klok_bij_beheer))


def _lagen(view):
    while view is not None:
        yield view
        view = getattr(view, "__wrapped__", None)


def test_while_it_is_held_people_read_a_calm_line_and_the_beheerder_more(cast, teruggezet):
    assert "De klok staat even stil" in client_van(cast.coordinator).get("/").content.decode()
    assert "Het systeem wacht even" in client_van(cast.moeder).get("/", follow=True).content.decode()
    assert "De klok wordt vastgehouden" in client_van(cast.beheerder).get(reverse("instanties:beheer")).content.decode()
    laat_los(cast)
    assert "De klok staat even stil" not in client_van(cast.coordinator).get("/").content.decode()


def test_the_command_line_says_and_does_the_same(cast, teruggezet):
    uit = StringIO()
    call_command("klok", "stand", stdout=uit)
    assert "vastgehouden" in uit.getvalue() and "1 × Afspraak" in uit.getvalue()
    with pytest.raises(CommandError, match="--reden"):
        call_command("klok", "loslaten")
    with pytest.raises(CommandError, match="--mails"):
        call_command("klok", "loslaten", reden="nagekeken")
    call_command("klok", "loslaten", reden="nagekeken", mails="niet", stdout=uit)
    assert not clock_home.state().is_held
    call_command("klok", "vasthouden", reden="verhuizing", stdout=uit)
    assert bewaak(clock.now()).vastgehouden
    assert Logregel.objects.filter(object_soort="klok").count() == 2


def test_the_beheerder_reads_to_whom_a_mail_failed_and_tries_again(cast):
    mislukt = Bericht.objects.create(
        soort="herinnering",
        ontvanger=cast.mentor,
        sleutel="x",
        gemaakt_op=clock.now(),
        mail_staat=MailStaat.MISLUKT,
        pogingen=8,
        laatste_fout="SMTPRecipientsRefused 550",
    )
    client = client_van(cast.beheerder)
    tekst = client.get(reverse("bewaking:mails")).content.decode()
    assert cast.mentor.naam in tekst and "SMTPRecipientsRefused 550" in tekst
    client.post(reverse("bewaking:mail_opnieuw", args=[mislukt.pk]))
    mislukt.refresh_from_db()
    assert (mislukt.mail_staat, mislukt.pogingen) == (MailStaat.TE_VERZENDEN, 0)
    assert "Alle mails kwamen aan" in client.get(reverse("bewaking:mails")).content.decode()


def test_the_self_check_is_read_and_asked_again_by_a_button(cast):
    client = client_van(cast.beheerder)
    assert "nog niet gekeken" in client.get(reverse("bewaking:zelfcontrole")).content.decode()
    antwoord = client.post(reverse("bewaking:nu_controleren"), follow=True).content.decode()
    assert "De klok staat stil of wordt vastgehouden." in antwoord


def test_questions_do_not_grow_with_what_waits(cast, teruggezet, django_assert_max_num_queries):
    client = client_van(cast.beheerder)
    client.get(reverse("bewaking:klok"))
    with django_assert_max_num_queries(16):
        client.get(reverse("bewaking:klok"))
