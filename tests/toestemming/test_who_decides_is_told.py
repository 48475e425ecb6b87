"""What decides who signs gives a right: whoever loses it, gets it or has it too hears so at once (T2, T8, I8)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from berichten.actions import claim_en_verzend
from berichten.models import Bericht, MailStaat
from berichten.selectie import inbox
from core.errors import RuleError
from gezinnen.actions import (
    GezinslidGegevens,
    beeindig_gezag,
    leg_gezag_vast,
    leg_overlijden_vast,
    stop_deelname,
    voeg_gezinslid_toe,
    wijzig_gezinslid,
)
from gezinnen.models import Deelnemer, Gezag
from gezinnen.zeggenschap import zeggenschap
from instanties.models import Gebruiker, Leefgebied, Rol
from tests.afwezig import is_weg
from tests.cast import jarig, maak_professional
from tests.inloggen import client_van
from tests.toestemming.test_nee import nee
from toestemming.actions import leg_vertegenwoordiging_vast, zet_vlag
from toestemming.models import Toestemmingstaat

pytestmark = [pytest.mark.django_db, pytest.mark.eis("I8", "T2")]


@pytest.fixture(autouse=True)
def leeg(tafel):
    Bericht.objects.all().delete()


def hoort(wie, over) -> set[str]:
    return set(Bericht.objects.filter(ontvanger=wie, object_id=over.pk, spoed=True).values_list("soort", flat=True))


def eindig(tafel):
    cast = tafel.cast
    beeindig_gezag(
        cast.sanne, cast.moeder_in_gezin, op=tafel.vandaag, reden="uitspraak", nu=tafel.nu, door=cast.coordinator
    )


def test_who_loses_gezag_hears_it_and_who_keeps_it_too(tafel):
    cast = tafel.cast
    eindig(tafel)
    assert hoort(cast.moeder, cast.sanne) == {"zeggenschap_kwijt"}
    assert hoort(cast.vader, cast.sanne) == {"zeggenschap_anders"}
    assert hoort(cast.coordinator, cast.sanne) == set()
    [regel] = [regel for regel in inbox(cast.moeder).rijen if "niet meer beslist over Sanne" in regel.tekst]
    assert "Klopt dit niet? Bel" in regel.tekst


def test_who_gets_no_mail_is_phoned_by_another_than_who_recorded_it(tafel):
    cast = tafel.cast
    wacht = maak_professional("F. Uil", Rol.AANDACHTSFUNCTIONARIS, instelling=cast.maatschappelijk_werk)
    Gebruiker.objects.filter(pk=cast.moeder.pk).update(wil_mail=False)
    eindig(tafel)
    assert hoort(wacht, cast.moeder_in_gezin) == {"zeggenschap_bel"}
    assert hoort(cast.coordinator, cast.moeder_in_gezin) == set()
    [regel] = [regel for regel in inbox(wacht).rijen if "ga na of het klopt" in regel.tekst]
    assert "Petra" not in regel.tekst


def test_who_is_away_isnt_asked_to_phone(tafel):
    cast = tafel.cast
    wacht = maak_professional("F. Uil", Rol.AANDACHTSFUNCTIONARIS, instelling=cast.maatschappelijk_werk)
    Gebruiker.objects.filter(pk=cast.moeder.pk).update(wil_mail=False)
    is_weg(cast.coordinator, vervanger=cast.collega)
    beeindig_gezag(
        cast.sanne, cast.moeder_in_gezin, op=tafel.vandaag, reden="uitspraak", nu=tafel.nu, door=cast.collega
    )
    assert hoort(wacht, cast.moeder_in_gezin) == {"zeggenschap_bel"}
    assert hoort(cast.coordinator, cast.moeder_in_gezin) == set()


def test_what_to_phone_about_is_what_is_mailed(tafel):
    cast = tafel.cast
    Gebruiker.objects.filter(pk=cast.moeder.pk).update(wil_mail=False)
    # By a colleague who takes part with the coordinator's rights, as a substitute of another.
    with zeggenschap(cast.gezin.pk, nu=tafel.nu, door=cast.collega):
        Gezag.objects.filter(houder=cast.moeder_in_gezin).update(
            geeindigd_op=tafel.vandaag, waarom_geeindigd="uitspraak"
        )
    mails = Bericht.objects.filter(ontvanger=cast.coordinator, mail_staat=MailStaat.TE_VERZENDEN)
    assert [bericht.soort for bericht in mails] == ["zeggenschap_bel"]


def test_a_death_by_the_substitute_is_told_before_the_account_closes(tafel, mailoutbox):
    cast = tafel.cast
    is_weg(cast.coordinator, vervanger=cast.collega)
    Bericht.objects.all().delete()
    leg_overlijden_vast(cast.moeder_in_gezin, op=tafel.vandaag, nu=tafel.nu, door=cast.collega)
    assert hoort(cast.moeder, cast.sanne) == {"zeggenschap_kwijt"}
    assert hoort(cast.vader, cast.sanne) == {"zeggenschap_anders"}
    assert hoort(cast.coordinator, cast.sanne) == {"zeggenschap_anders"}
    claim_en_verzend(tafel.nu)
    [brief] = [brief for brief in mail.outbox if brief.to == [cast.moeder.email]]
    assert "Klopt dit niet? Bel" in brief.body
    assert "Petra" not in brief.body + brief.subject


def test_who_gets_a_representative_hears_it(tafel):
    cast = tafel.cast
    moeder = cast.moeder_in_gezin
    leg_vertegenwoordiging_vast(moeder, cast.vader_in_gezin, "kan het nu niet", nu=tafel.nu, door=cast.coordinator)
    assert hoort(cast.moeder, moeder) == {"zeggenschap_kwijt"}
    assert hoort(cast.vader, moeder) == {"zeggenschap_gekregen"}


def test_another_birth_date_that_changes_who_signs_is_told(tafel):
    cast = tafel.cast
    broer = cast.broer_in_gezin
    gegevens = GezinslidGegevens(
        naam=broer.naam, relatie=broer.relatie, huishouden=broer.huishouden, geboortedatum=jarig(cast.nu, 16),
        gemeente=broer.gemeente, aanspreekvorm=broer.aanspreekvorm,
    )  # fmt: skip
    broer = wijzig_gezinslid(broer, gegevens, broer.versie, nu=tafel.nu, door=cast.coordinator)
    assert hoort(cast.moeder, broer) == {"zeggenschap_kwijt"}
    Bericht.objects.all().delete()
    wijzig_gezinslid(broer, replace(gegevens, taal="Pools"), broer.versie, nu=tafel.nu, door=cast.coordinator)
    assert not Bericht.objects.filter(soort__startswith="zeggenschap").exists()


def test_a_birth_date_that_changes_it_within_a_month_is_told_today(tafel):
    """Nobody may find out on the day itself that his say is gone."""
    cast = tafel.cast
    eerste = (tafel.vandaag.replace(day=1) + timedelta(days=32)).replace(day=1)
    broer = cast.broer_in_gezin
    gegevens = GezinslidGegevens(
        naam=broer.naam, relatie=broer.relatie, huishouden=broer.huishouden, gemeente=broer.gemeente,
        geboortedatum=eerste.replace(year=eerste.year - 16), aanspreekvorm=broer.aanspreekvorm,
    )  # fmt: skip
    wijzig_gezinslid(broer, gegevens, broer.versie, nu=tafel.nu, door=cast.coordinator)
    assert hoort(cast.moeder, broer) == {"zeggenschap_anders"}


def test_gezag_for_one_more_is_told_to_who_holds_it(tafel):
    cast = tafel.cast
    vriend = voeg_gezinslid_toe(
        cast.gezin,
        GezinslidGegevens(naam="Nieuwe vriend", relatie="anders", geboortedatum=jarig(cast.nu, 40)),
        nu=tafel.nu, door=cast.coordinator,
    )  # fmt: skip
    leg_gezag_vast(cast.sanne, [vriend], True, nu=tafel.nu, door=cast.coordinator)
    assert hoort(cast.moeder, cast.sanne) == hoort(cast.vader, cast.sanne) == {"zeggenschap_anders"}


@pytest.mark.eis("X5")
def test_not_to_whom_a_flag_keeps_this_child_from(tafel):
    cast = tafel.cast
    zet_vlag(
        cast.vader_in_gezin, [cast.sanne.pk], "gevaar", tafel.vandaag.replace(month=12, day=31), nu=tafel.nu,
        door=cast.coordinator,
    )  # fmt: skip
    eindig(tafel)
    assert hoort(cast.moeder, cast.sanne) == {"zeggenschap_kwijt"}
    assert hoort(cast.vader, cast.sanne) == set()


@pytest.mark.eis("T8")
def test_ones_own_no_about_oneself_stays_when_another_decides(tafel):
    cast = tafel.cast
    moeder = cast.moeder_in_gezin
    zei = nee(tafel, moeder, cast.mentor_in_gezin, over=moeder, gebied=Leefgebied.PSYCHISCH)
    leg_vertegenwoordiging_vast(moeder, cast.vader_in_gezin, "kan het nu niet", nu=tafel.nu, door=cast.coordinator)
    [regel] = tafel.vraag((cast.mentor_in_gezin, Leefgebied.PSYCHISCH, moeder))
    tafel.ja(regel, cast.vader_in_gezin)
    zei.refresh_from_db()
    assert (tafel.staat(regel), zei.tot) == (Toestemmingstaat.GEWEIGERD, None)
    [ander] = tafel.vraag((cast.mentor_in_gezin, Leefgebied.WERK, moeder))
    tafel.ja(ander, cast.vader_in_gezin)
    assert tafel.staat(ander) == Toestemmingstaat.GELDIG


def test_who_stands_in_for_the_coordinator_doesnt_name_her(tafel):
    cast = tafel.cast
    is_weg(cast.coordinator, vervanger=cast.collega)
    [zij] = Deelnemer.objects.actief().filter(gezin=cast.gezin, gebruiker=cast.coordinator)
    with pytest.raises(RuleError, match="vraagt om de toestemming"):
        leg_vertegenwoordiging_vast(cast.moeder_in_gezin, zij, "kan het nu niet", nu=tafel.nu, door=cast.collega)


def test_who_decides_for_another_neither_asks_nor_gets_to_know_it(tafel):
    cast = tafel.cast
    moeder = cast.moeder_in_gezin
    leg_vertegenwoordiging_vast(moeder, cast.mentor_in_gezin, "haar mentor", nu=tafel.nu, door=cast.coordinator)
    [eigen] = tafel.vraag((cast.mentor_in_gezin, Leefgebied.WERK, moeder))
    with pytest.raises(RuleError, match="krijgt het zelf te weten"):
        tafel.ja(eigen, cast.mentor_in_gezin)
    [ander] = tafel.vraag((cast.collega_in_gezin, Leefgebied.WERK, moeder))
    tafel.ja(ander, cast.mentor_in_gezin)
    assert tafel.staat(ander) == Toestemmingstaat.GELDIG


def test_who_decides_for_another_gives_nothing_while_he_stands_in_for_who_asks(tafel):
    cast = tafel.cast
    moeder = cast.moeder_in_gezin
    leg_vertegenwoordiging_vast(moeder, cast.collega_in_gezin, "zijn nicht", nu=tafel.nu, door=cast.coordinator)
    [regel] = tafel.vraag((cast.mentor_in_gezin, Leefgebied.INKOMEN, moeder))
    is_weg(cast.coordinator, vervanger=cast.collega)
    with pytest.raises(RuleError, match="vraagt om de toestemming"):
        tafel.ja(regel, cast.collega_in_gezin)


def test_who_stopped_with_the_plan_and_holds_gezag_is_asked_signs_and_says_no(tafel):
    """The plan waits for him, so it can be recorded too."""
    cast = tafel.cast
    regel = tafel.school_over_sanne()
    vader = cast.vader_in_gezin
    stop_deelname(vader, reden="wil niet meer", nu=tafel.nu, door=cast.coordinator)
    vader.refresh_from_db()
    client = client_van(cast.coordinator)
    overzicht = client.get(reverse("toestemming:toestemming", args=[cast.gezin.pk])).text
    for naam in ("tekenen", "poging"):
        adres = reverse(f"toestemming:{naam}", args=[cast.gezin.pk, vader.pk])
        assert adres in overzicht
        assert client.get(adres).status_code == 200
    tafel.ja(regel, cast.moeder_in_gezin, vader)
    assert tafel.staat(regel) == Toestemmingstaat.GELDIG
    tafel.trek_in(vader, regel)
    assert tafel.staat(regel) != Toestemmingstaat.GELDIG
    assert nee(tafel, vader, cast.mentor_in_gezin, over=cast.sanne, gebied=Leefgebied.INKOMEN)
    Deelnemer.objects.filter(pk=vader.pk).update(overleden_op=tafel.vandaag)
    assert client.get(adres).status_code == 404
