"""Who is told of a signal, and what a mail says of it: nothing of the family (Z10, Z13, E10, X5)."""

from datetime import timedelta

import pytest

from berichten import soorten
from berichten.brief import maak_brief
from berichten.models import Bericht
from core import clock
from instanties.models import Functie, Instelling, Rol
from tests.fuseren import fuseer
from tests.inloggen import client_van
from tests.zorgcoordinatie.team import gegevens, maak_team, meld
from zorgcoordinatie import actions, meldingen
from zorgcoordinatie.models import Route
from zorgcoordinatie.selectie import aan_mij_gevraagd

pytestmark = [pytest.mark.django_db, pytest.mark.eis("Z10", "E10")]


@pytest.fixture
def team(cast):
    return maak_team(cast)


def wie(soort):
    return set(Bericht.objects.filter(soort=soort).values_list("ontvanger__naam", flat=True))


def namen(*mensen):
    return {mens.naam for mens in mensen}


def gelezen(soort, gebruiker):
    """What this person reads now of the notices of this kind."""
    rijen = Bericht.objects.filter(soort=soort)
    return [tekst for tekst, _url in soorten.soort(soort).verwoord(rijen, gebruiker).values()]


def test_who_works_at_the_intakepunt_is_told_until_when(cast, team):
    signaal = meld(cast)
    assert wie("signaal_gevraagd") == namen(team.lid, team.ander_lid)
    gevraagd = Bericht.objects.filter(soort="signaal_gevraagd")
    assert set(gevraagd.values_list("uiterlijk_op", flat=True)) == {signaal.uiterlijk_op}
    [zin] = gelezen("signaal_gevraagd", team.lid)[:1]
    assert "Antwoord uiterlijk" in zin and str(team.instelling) in zin


@pytest.mark.eis("X5")
def test_no_mail_says_anything_of_the_family(cast, team):
    signaal = meld(cast)
    actions.wijs_af(signaal, "Er is al hulp", nu=cast.nu, door=team.lid)
    meldingen.meld_te_laat(signaal.uiterlijk_op)
    for bericht in Bericht.objects.select_related("ontvanger"):
        post = maak_brief([bericht])
        inhoud = post.subject + str(post.body) + "".join(str(deel) for deel, _mime in post.alternatives)
        assert not [woord for woord in ("Van Dam", "huur", "al hulp", "Sociaal team") if woord in inhoud]


def test_who_typed_it_himself_is_not_told_of_it(cast, team):
    actions.stuur_signaal(gegevens(cast, route=Route.GEZIN), getypt_door=team.lid, nu=cast.nu)
    assert wie("signaal_gevraagd") == namen(team.ander_lid)


def test_with_nobody_in_the_team_who_leads_it_is_told(cast, team):
    Functie.objects.filter(gebruiker__in=[team.lid, team.ander_lid]).update(beeindigd_op=cast.nu)
    meld(cast)
    assert wie("signaal_gevraagd") == namen(team.leiding)


@pytest.mark.eis("R2")
def test_late_the_leidinggevende_is_told_and_asked_where_no_manager_is(cast, team):
    Functie.objects.filter(gebruiker=team.leiding).update(rol=Rol.LEIDINGGEVENDE)
    signaal = meld(cast)
    meldingen.meld_te_laat(signaal.uiterlijk_op)
    assert wie("signaal_te_laat") == namen(team.leiding)
    assert list(aan_mij_gevraagd(team.leiding, signaal.uiterlijk_op)) == [signaal]
    assert not aan_mij_gevraagd(team.leiding, cast.nu).exists()


@pytest.mark.eis("R2")
def test_late_who_leads_it_is_told_once(cast, team):
    signaal = meld(cast)
    meldingen.meld_te_laat(signaal.uiterlijk_op - timedelta(seconds=1))
    assert not wie("signaal_te_laat")
    for uur in range(2):
        assert meldingen.meld_te_laat(signaal.uiterlijk_op + timedelta(hours=uur)) == 1
    assert Bericht.objects.filter(soort="signaal_te_laat").get().ontvanger == team.leiding


def test_late_it_says_so_and_answered_it_waits_no_more(cast, team, monkeypatch):
    signaal = meld(cast)
    monkeypatch.setattr(clock, "now", lambda: signaal.uiterlijk_op)
    meldingen.meld_te_laat(signaal.uiterlijk_op)
    assert "antwoord nu" in gelezen("signaal_te_laat", team.leiding)[0]
    actions.wijs_af(signaal, "Er is al hulp", nu=signaal.uiterlijk_op, door=team.lid)
    assert "wacht niet meer" in gelezen("signaal_te_laat", team.leiding)[0]


def test_who_left_the_team_reads_nothing_any_more(cast, team):
    meld(cast)
    Functie.objects.filter(gebruiker=team.lid).update(beeindigd_op=cast.nu)
    assert gelezen("signaal_gevraagd", team.lid) == gelezen("signaal_gevraagd", cast.coordinator) == []


@pytest.mark.eis("Z13")
def test_the_sender_hears_what_came_of_it(cast, team):
    niet, wel = meld(cast), meld(cast, naam="Vos")
    actions.wijs_af(niet, "Er is al hulp", nu=cast.nu, door=team.lid)
    actions.neem_op(wel, naam="Vos", nagebeld=False, nu=cast.nu, door=team.lid)
    assert wie("signaal_antwoord") == namen(cast.collega)
    zinnen = gelezen("signaal_antwoord", cast.collega)
    assert (
        len(zinnen) == 2
        and any("is opgepakt" in zin for zin in zinnen)
        and any("niet opgepakt" in zin for zin in zinnen)
    )
    assert gelezen("signaal_antwoord", team.lid) == []


@pytest.mark.eis("Z13")
@pytest.mark.parametrize("helpt", [True, False])
def test_who_holds_the_family_from_now_on_is_told_so(cast, team, helpt):
    Instelling.objects.filter(pk=cast.maatschappelijk_werk.pk).update(biedt_hulp=helpt)
    actions.neem_op(meld(cast), naam="Vos", nagebeld=False, nu=cast.nu, door=team.lid)
    [zin] = gelezen("signaal_antwoord", cast.collega)
    assert "is opgepakt" in zin
    assert ("U houdt dit gezin nu vast" in zin) == helpt


def test_who_has_no_account_is_told_nothing_here(cast, team):
    signaal = actions.stuur_signaal(gegevens(cast, route=Route.GEZIN), nu=cast.nu)
    actions.wijs_af(signaal, "Er is al hulp", nu=cast.nu, door=team.lid)
    assert not wie("signaal_antwoord")


@pytest.mark.eis("I9")
def test_the_team_that_takes_over_is_told_of_what_waits_there(cast, team):
    meld(cast)
    ander = Instelling.objects.create(naam="Sociaal team Noord", soort="sociaal_team", gemeente=cast.gemeente)
    Functie.objects.filter(gebruiker=team.ander_lid).update(instelling=ander)
    Bericht.objects.all().delete()
    fuseer(team.instelling, ander, nu=cast.nu, door=cast.beheerder)
    assert team.ander_lid.naam in wie("signaal_gevraagd")


def test_the_notice_leads_to_the_page(cast, team):
    meld(cast)
    bericht = Bericht.objects.get(ontvanger=team.lid)
    antwoord = client_van(team.lid).get(f"/berichten/{bericht.pk}/openen/", follow=True)
    assert "Dit wacht op u" in antwoord.content.decode()
