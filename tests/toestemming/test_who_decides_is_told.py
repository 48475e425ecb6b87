"""What decides who signs gives a right: whoever loses it, gets it or has it too hears so at once (T2, T8, I8)."""

from dataclasses import replace

import pytest
from django.core import mail

from berichten.actions import claim_en_verzend
from berichten.models import Bericht
from berichten.selectie import inbox
from gezinnen.actions import (
    GezinslidGegevens,
    beeindig_gezag,
    leg_gezag_vast,
    leg_overlijden_vast,
    voeg_gezinslid_toe,
    wijzig_gezinslid,
)
from instanties.models import Gebruiker, Leefgebied, Rol
from tests.afwezig import is_weg
from tests.cast import jarig, maak_professional
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
