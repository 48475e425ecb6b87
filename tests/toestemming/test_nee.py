"""A 'no' counts: it can be said before anybody asks, lasts, and no wider yes passes it (T8, S18)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from berichten.selectie import inbox
from core import memo
from core.errors import NotAllowed, RuleError
from gezinnen.actions import BetrokkeneGegevens, stop_deelname, voeg_betrokkene_toe, wissel_coordinator
from gezinnen.models import Deelnemer
from gezinsplan.models import Doel, Gezinsplan
from instanties.actions import geef_functie, wijzig_gebruiker
from instanties.models import Functie, Instelling, Leefgebied, Rol
from logboek.models import Logregel
from tests.afwezig import is_weg
from tests.cast import maak_professional
from tests.fuseren import fuseer
from tests.gezag import zet_gezag
from tests.inloggen import client_van
from toestemming import actions, zicht
from toestemming.actions import Handgegevens, Neegegevens
from toestemming.models import Bereik, Toestemmingstaat, Weigering

pytestmark = pytest.mark.django_db

WERK = Leefgebied.WERK


def nee(tafel, wie, tegen, over="iedereen", gebied="", door=None):
    """Somebody doesn't want a person or an instelling to know something; recorded by the coordinator."""
    is_mens = isinstance(tegen, Deelnemer)
    bereik = {"iedereen": Bereik.IEDEREEN, None: Bereik.SAMEN}.get(over, Bereik.PERSONEN)
    gegevens = Neegegevens(
        ontvanger=tegen if is_mens else None,
        instelling=None if is_mens else tegen,
        leefgebied=gebied,
        bereik=bereik,
        over=over.pk if bereik == Bereik.PERSONEN else None,
    )
    return actions.zeg_nee(wie, gegevens, nu=tafel.nu, door=door or tafel.cast.coordinator)


def mag(tafel, gebruiker, wie=None, gebied=WERK) -> bool:
    """Whether this person may know this about her (None: about the family together), by filter and by yes or no."""
    over = [wie.pk] if wie else []
    gezien = zicht.blik(gebruiker, tafel.cast.gezin, op=tafel.vandaag)
    plan, _gemaakt = Gezinsplan.objects.get_or_create(gezin=tafel.cast.gezin)
    doel = Doel.objects.create(plan=plan, tekst="iets", over_wie=over, leefgebieden=[gebied])
    in_lijst = Doel.objects.filter(gezien.onderdeel_q(), pk=doel.pk).exists()
    assert in_lijst == gezien.kijker.ziet(over, [gebied])
    return in_lijst


@pytest.fixture
def werk(tafel):
    """Give mother's yes to everybody of De Brug who takes part, about her work."""
    moeder = tafel.cast.moeder_in_gezin
    [tafel.regel] = tafel.vraag((tafel.cast.collega_in_gezin, WERK, moeder), ook_collegas=True)
    tafel.ja(tafel.regel, moeder)
    return tafel


def ander_van_de_brug(tafel):
    """Somebody else of De Brug who takes part."""
    cast = tafel.cast
    wie = maak_professional("P. Groen", Rol.HULPVERLENER, instelling=cast.maatschappelijk_werk)
    gegevens = BetrokkeneGegevens(naam=wie.naam, instelling=cast.maatschappelijk_werk)
    return wie, voeg_betrokkene_toe(cast.gezin, gegevens, gebruiker=wie, nu=tafel.nu, door=cast.coordinator)


@pytest.mark.eis("T8")
def test_a_yes_for_the_instelling_does_not_reach_whom_somebody_said_no_about(werk):
    cast = werk.cast
    ander, _rij = ander_van_de_brug(werk)
    assert mag(werk, cast.collega, cast.moeder_in_gezin)
    nee(werk, cast.moeder_in_gezin, cast.collega_in_gezin, over=cast.moeder_in_gezin, gebied=WERK)
    assert not mag(werk, cast.collega, cast.moeder_in_gezin)
    assert mag(werk, ander, cast.moeder_in_gezin)


@pytest.mark.eis("T8")
def test_a_refused_line_counts_beside_a_wider_yes(werk):
    cast = werk.cast
    [regel] = werk.vraag((cast.collega_in_gezin, WERK, cast.moeder_in_gezin))
    werk.zegt(cast.moeder_in_gezin, "nee", regel)
    assert not mag(werk, cast.collega, cast.moeder_in_gezin)
    werk.zegt(cast.moeder_in_gezin, "ja", regel)
    assert mag(werk, cast.collega, cast.moeder_in_gezin)
    werk.trek_in(cast.moeder_in_gezin, regel)
    assert werk.staat(werk.regel) == Toestemmingstaat.GELDIG
    assert not mag(werk, cast.collega, cast.moeder_in_gezin)


@pytest.mark.eis("T8")
def test_it_is_said_before_anybody_asks_and_before_anybody_comes(tafel):
    cast = tafel.cast
    sinds = nee(tafel, cast.moeder_in_gezin, cast.jeugdhulp)
    gegevens = BetrokkeneGegevens(naam=cast.buitenstaander.naam, instelling=cast.jeugdhulp)
    voeg_betrokkene_toe(
        cast.gezin, gegevens, gebruiker=cast.buitenstaander, leefgebieden=[WERK], nu=tafel.nu, door=cast.coordinator
    )
    assert not mag(tafel, cast.buitenstaander, cast.moeder_in_gezin)
    # Of whom she doesn't decide about alone, what help needs stays open; of others everything.
    assert mag(tafel, cast.buitenstaander, cast.sanne)
    assert mag(tafel, cast.buitenstaander, cast.vader_in_gezin)
    sinds.refresh_from_db()
    assert sinds.tot is None


@pytest.mark.eis("T8")
def test_it_ends_what_was_shared_and_a_later_yes_opens_as_much_as_it_names(werk):
    cast = werk.cast
    moeder = cast.moeder_in_gezin
    [eigen] = werk.vraag((cast.collega_in_gezin, WERK, moeder))
    werk.ja(eigen, moeder)
    sinds = nee(werk, moeder, cast.maatschappelijk_werk)
    # The yes by name was said before: it is one of them.
    assert werk.staat(werk.regel) == werk.staat(eigen) == Toestemmingstaat.INGETROKKEN
    assert not mag(werk, cast.collega, moeder)
    _ander, rij = ander_van_de_brug(werk)
    [later] = werk.vraag((cast.collega_in_gezin, WERK, moeder))
    werk.ja(later, moeder)
    assert mag(werk, cast.collega, moeder)
    assert not mag(werk, rij.gebruiker, moeder)
    assert not mag(werk, cast.collega, moeder, Leefgebied.OPVOEDING)
    sinds.refresh_from_db()
    assert sinds.tot is None


@pytest.mark.eis("T8")
def test_the_same_yes_by_all_who_must_sign_ends_it(tafel):
    cast = tafel.cast
    school = (cast.mentor_in_gezin, Leefgebied.WONEN, cast.sanne)
    sinds = nee(tafel, cast.vader_in_gezin, cast.mentor_in_gezin, over=cast.sanne, gebied=Leefgebied.WONEN)
    [regel] = tafel.vraag(school)
    tafel.ja(regel, cast.moeder_in_gezin)
    sinds.refresh_from_db()
    assert sinds.tot is None
    tafel.ja(regel, cast.vader_in_gezin)
    sinds.refresh_from_db()
    assert sinds.tot == tafel.nu
    assert mag(tafel, cast.mentor, cast.sanne, Leefgebied.WONEN)


@pytest.mark.eis("T8")
def test_one_holder_of_gezag_closes_consent_and_not_what_help_needs(tafel):
    cast = tafel.cast
    gebied = Leefgebied.OPVOEDING
    assert mag(tafel, cast.collega, cast.sanne, gebied)
    nee(tafel, cast.moeder_in_gezin, cast.collega_in_gezin, over=cast.sanne)
    assert mag(tafel, cast.collega, cast.sanne, gebied)
    # Another may say less and still make it everybody.
    nee(tafel, cast.vader_in_gezin, cast.maatschappelijk_werk, gebied=gebied)
    assert not mag(tafel, cast.collega, cast.sanne, gebied)
    # Who holds no gezag any more doesn't decide any more.
    zet_gezag(cast.sanne, [cast.vader_in_gezin], True, nu=tafel.nu, door=cast.coordinator)
    assert not mag(tafel, cast.collega, cast.sanne, gebied)
    zet_gezag(cast.sanne, [], False, nu=tafel.nu, door=cast.coordinator)
    assert mag(tafel, cast.collega, cast.sanne, gebied)


@pytest.mark.eis("T8")
def test_what_is_said_about_oneself_closes_what_help_needs(tafel):
    cast = tafel.cast
    for wie in (cast.moeder_in_gezin, cast.broer_in_gezin):
        assert mag(tafel, cast.collega, wie, Leefgebied.OPVOEDING)
        nee(tafel, wie, cast.collega_in_gezin, over=wie)
        assert not mag(tafel, cast.collega, wie, Leefgebied.OPVOEDING)


@pytest.mark.eis("T8")
def test_law_order_and_overmacht_go_before_it_and_say_so(tafel):
    cast = tafel.cast
    nee(tafel, cast.moeder_in_gezin, cast.mentor_in_gezin)
    gegevens = Handgegevens(
        "overmacht", cast.mentor_in_gezin, [WERK], [cast.moeder_in_gezin.pk], reden="gevaar", tot_en_met=tafel.vandaag
    )
    assert not mag(tafel, cast.mentor, cast.moeder_in_gezin)
    actions.leg_grondslag_vast(cast.gezin, gegevens, nu=tafel.nu, door=cast.coordinator)
    assert mag(tafel, cast.mentor, cast.moeder_in_gezin)
    assert "Dit gaat voor een nee." in lees(tafel, cast.moeder)
    assert "Dit gaat voor een nee." in lees(tafel, cast.coordinator)


@pytest.mark.eis("T8")
def test_who_left_and_came_back_is_the_same_person(werk):
    cast = werk.cast
    hoe = {"nu": werk.nu, "door": cast.coordinator}
    nee(werk, cast.moeder_in_gezin, cast.collega_in_gezin, over=cast.moeder_in_gezin)
    stop_deelname(cast.collega_in_gezin, reden="klaar", **hoe)
    gegevens = BetrokkeneGegevens(naam=cast.collega.naam, instelling=cast.maatschappelijk_werk)
    voeg_betrokkene_toe(cast.gezin, gegevens, gebruiker=cast.collega, **hoe)
    assert not mag(werk, cast.collega, cast.moeder_in_gezin)


@pytest.mark.eis("T8", "I6")
def test_about_whom_somebody_said_no_stands_in_for_nobody_there(werk):
    cast = werk.cast
    is_weg(cast.coordinator, cast.collega)
    assert zicht.blik(cast.collega, cast.gezin).ziet_alles
    nee(werk, cast.moeder_in_gezin, cast.collega_in_gezin, over=cast.moeder_in_gezin, door=cast.moeder)
    assert not zicht.blik(cast.collega, cast.gezin).ziet_alles


@pytest.mark.eis("T8")
def test_only_about_whom_one_decides_and_never_about_who_makes_the_plan(tafel):
    cast = tafel.cast
    with pytest.raises(RuleError, match="Daar beslist Petra"):
        nee(tafel, cast.moeder_in_gezin, cast.mentor_in_gezin, over=cast.vader_in_gezin)
    with pytest.raises(RuleError, match="zorgcoördinator"):
        nee(tafel, cast.moeder_in_gezin, cast.coordinator_in_gezin)
    with pytest.raises(RuleError, match="organisatie"):
        nee(tafel, cast.moeder_in_gezin, cast.vader_in_gezin)
    with pytest.raises(NotAllowed):
        nee(tafel, cast.moeder_in_gezin, cast.mentor_in_gezin, door=cast.vader)
    nee(tafel, cast.moeder_in_gezin, cast.mentor_in_gezin)
    with pytest.raises(RuleError, match="staat er al"):
        nee(tafel, cast.moeder_in_gezin, cast.mentor_in_gezin)


@pytest.mark.eis("T8")
def test_the_coordinator_hears_it_and_its_receiver_nothing(tafel):
    cast = tafel.cast
    nee(tafel, cast.moeder_in_gezin, cast.mentor_in_gezin, door=cast.moeder)
    [regel] = [rij.tekst for rij in inbox(cast.coordinator).rijen if "niet mag weten" in rij.tekst]
    assert "Gezin" in regel
    assert not [rij for rij in inbox(cast.mentor).rijen if "weten" in rij.tekst]
    assert Logregel.objects.filter(object_soort="weigering", gebruiker_id=cast.moeder.pk).count() == 1
    assert Weigering.objects.get().telt


def lees(tafel, gebruiker, naam="toestemming", *rest) -> str:
    antwoord = client_van(gebruiker).get(reverse(f"toestemming:{naam}", args=[tafel.cast.gezin.pk, *rest]))
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


@pytest.mark.eis("T8")
@pytest.mark.heavy("the page of four people")
def test_on_the_page_it_is_said_and_read_by_who_may(tafel):
    cast = tafel.cast
    Instelling.objects.filter(pk=cast.kliniek.pk).update(naam_gevoelig=True, naam_voor_anderen="Zorg")
    client = client_van(cast.broer)
    adres = reverse("toestemming:nee", args=[cast.gezin.pk, cast.broer_in_gezin.pk])
    vraag = " ".join(client.get(adres).content.decode().split())
    assert "Je mag nee zeggen, ook als niemand iets vroeg." in vraag
    assert "checked" not in vraag
    # What he may not know of who helps his mother, this page doesn't tell either.
    assert cast.kliniek.naam not in vraag
    assert cast.behandelaar.naam not in vraag
    assert cast.coordinator.naam not in vraag
    assert f'value="{cast.sanne.pk}"' not in vraag
    keuze = {"ontvanger": cast.school.pk, "over": cast.broer_in_gezin.pk, "leefgebied": "alles"}
    assert client.post(adres, keuze, follow=True).status_code == 200
    wat = "iedereen van Basisschool De Wilgentak die meedoet: alles, over Daan de Wit"
    assert wat in lees(tafel, cast.broer)
    bij_coordinator = lees(tafel, cast.coordinator)
    assert wat in bij_coordinator
    assert "Daan de Wit zei nee op" in bij_coordinator
    for ander in (cast.moeder, cast.mentor):
        assert wat not in lees(tafel, ander)
    Weigering.objects.update(ontvanger=cast.coordinator_in_gezin, ontvanger_instelling=None)
    assert "Daan de Wit zei nee op" not in lees(tafel, cast.coordinator)


@pytest.mark.eis("T8")
def test_half_a_no_comes_back_with_what_is_missing(tafel):
    cast = tafel.cast
    adres = reverse("toestemming:nee", args=[cast.gezin.pk, cast.moeder_in_gezin.pk])
    antwoord = client_van(cast.coordinator).post(adres, {"ontvanger": cast.oma.pk}, follow=True)
    assert antwoord.content.decode().count("Kies hier nog iets.") >= 2
    assert not Weigering.objects.exists()


@pytest.mark.eis("T8")
def test_on_the_sheet_an_earlier_no_is_said(tafel):
    cast = tafel.cast
    tafel.doel("Werk", cast.moeder_in_gezin, gebieden=[WERK])
    assert "(eerder nee)" not in lees(tafel, cast.coordinator, "gesprek")
    nee(tafel, cast.moeder_in_gezin, cast.school)
    assert lees(tafel, cast.coordinator, "gesprek").count("(eerder nee)") == 1


@pytest.mark.eis("T8", "I6")
def test_who_works_for_a_refused_instelling_stands_in_for_nobody_there(tafel):
    cast = tafel.cast
    geef_functie(cast.collega, Rol.HULPVERLENER, instelling=cast.kliniek, door=None)
    is_weg(cast.coordinator, cast.collega)
    assert zicht.blik(cast.collega, cast.gezin).ziet_alles
    # Not of De Brug, where he stands in: the 'no' follows what else he does.
    nee(tafel, cast.moeder_in_gezin, cast.kliniek)
    memo.forget()
    assert not zicht.blik(cast.collega, cast.gezin).ziet_alles
    assert "Petra de Wit zei nee" not in lees(tafel, cast.collega)
    assert "Petra de Wit zei nee" in lees(tafel, cast.coordinator)


@pytest.mark.eis("T8")
def test_who_coordinates_from_a_refused_instelling_reads_no_no_to_it(tafel):
    cast = tafel.cast
    nee(tafel, cast.moeder_in_gezin, cast.maatschappelijk_werk, door=cast.moeder)
    assert "Petra de Wit zei nee" not in lees(tafel, cast.coordinator)
    assert not [rij for rij in inbox(cast.coordinator).rijen if "niet mag weten" in rij.tekst]


@pytest.mark.eis("T8")
def test_a_no_follows_the_functions_of_a_person(tafel):
    cast = tafel.cast
    nee(tafel, cast.moeder_in_gezin, cast.jeugdhulp)
    geef_functie(cast.buitenstaander, Rol.HULPVERLENER, instelling=cast.kliniek, door=None)
    gegevens = BetrokkeneGegevens(naam=cast.buitenstaander.naam, instelling=cast.kliniek)
    rij = voeg_betrokkene_toe(
        cast.gezin, gegevens, gebruiker=cast.buitenstaander, leefgebieden=[WERK], nu=tafel.nu, door=cast.coordinator
    )
    assert not mag(tafel, cast.buitenstaander, cast.moeder_in_gezin)
    # Nor by a yes to everybody of the other.
    [regel] = tafel.vraag((rij, WERK, cast.moeder_in_gezin), ook_collegas=True)
    tafel.ja(regel, cast.moeder_in_gezin)
    assert not mag(tafel, cast.buitenstaander, cast.moeder_in_gezin)


@pytest.mark.eis("T8", "I6")
@pytest.mark.parametrize("naam", ["D. Hóf", "d. hof"])
def test_who_was_refused_without_an_account_comes_back_with_one(tafel, naam):
    cast = tafel.cast
    hoe = {"nu": tafel.nu, "door": cast.coordinator}
    rij = voeg_betrokkene_toe(cast.gezin, BetrokkeneGegevens(naam="D. Hof", instelling=cast.jeugdhulp), **hoe)
    nee(tafel, cast.moeder_in_gezin, rij)
    stop_deelname(rij, reden="klaar", **hoe)
    hof = maak_professional("Hof", Rol.HULPVERLENER, instelling=cast.maatschappelijk_werk)
    wijzig_gebruiker(hof, naam=naam, nu=tafel.nu, door=cast.beheerder)
    is_weg(cast.coordinator, hof)
    assert zicht.blik(hof, cast.gezin) is None
    gegevens = BetrokkeneGegevens(naam=naam, instelling=cast.maatschappelijk_werk)
    voeg_betrokkene_toe(cast.gezin, gegevens, gebruiker=hof, leefgebieden=[WERK], **hoe)
    assert not mag(tafel, hof, cast.moeder_in_gezin)


@pytest.mark.eis("T8", "I9")
def test_a_no_goes_on_with_an_instelling_that_goes_on_in_another(tafel):
    cast = tafel.cast
    hoe = {"nu": tafel.nu, "door": cast.coordinator}
    moeder = cast.moeder_in_gezin
    gegevens = BetrokkeneGegevens(naam=cast.buitenstaander.naam, instelling=cast.jeugdhulp)
    voeg_betrokkene_toe(cast.gezin, gegevens, gebruiker=cast.buitenstaander, leefgebieden=[WERK], **hoe)
    kliniek = voeg_betrokkene_toe(cast.gezin, BetrokkeneGegevens(naam="K. Arts", instelling=cast.kliniek), **hoe)
    [regel] = tafel.vraag((kliniek, WERK, moeder), ook_collegas=True)
    tafel.ja(regel, moeder)
    tafel.nu += timedelta(hours=1)
    oud = nee(tafel, moeder, cast.jeugdhulp)
    assert not mag(tafel, cast.buitenstaander, moeder)
    fuseer(cast.jeugdhulp, cast.kliniek, nu=tafel.nu, door=cast.beheerder)
    assert not mag(tafel, cast.buitenstaander, moeder)
    # Who said yes to the other, said it of other people.
    assert tafel.staat(regel) == Toestemmingstaat.VERLOPEN
    [nieuw] = Weigering.objects.staand()
    assert (nieuw.ontvanger_instelling, nieuw.wie, nieuw.op) == (cast.kliniek, moeder, oud.op)
    assert [rij for rij in inbox(cast.moeder).rijen if "Uw nee geldt daar ook" in rij.tekst]
    assert not [rij for rij in inbox(cast.vader).rijen if "Uw nee" in rij.tekst]


@pytest.mark.eis("T8")
def test_of_a_refused_colleague_the_own_page_says_only_what_opens_something(werk):
    cast = werk.cast
    ander, _rij = ander_van_de_brug(werk)
    assert "erk en dagbesteding, over Petra de Wit" in lees(werk, cast.collega)
    nee(werk, cast.moeder_in_gezin, cast.collega_in_gezin, over=cast.moeder_in_gezin, gebied=WERK)
    assert "over Petra de Wit" not in lees(werk, cast.collega)
    assert "erk en dagbesteding, over Petra de Wit" in lees(werk, ander)


@pytest.mark.eis("T8", "Z3")
@pytest.mark.parametrize("tegen", ["collega_in_gezin", "maatschappelijk_werk"])
def test_who_said_no_hears_at_once_that_this_person_coordinates_now(tafel, tegen):
    cast = tafel.cast
    nee(tafel, cast.moeder_in_gezin, getattr(cast, tegen))
    wissel_coordinator(
        cast.gezin, cast.collega, cast.maatschappelijk_werk, nu=tafel.nu, door=cast.coordinator, reden="ander werk"
    )
    assert [rij for rij in inbox(cast.moeder).rijen if "u zei nee tegen iemand" in rij.tekst]
    assert not [rij for rij in inbox(cast.vader).rijen if "u zei nee" in rij.tekst]


def yes_by_name(tafel):
    """Mother's yes to one person of the clinic about her work, and then her 'no' to the school."""
    cast = tafel.cast
    gegevens = BetrokkeneGegevens(naam=cast.buitenstaander.naam, instelling=cast.kliniek)
    geef_functie(cast.buitenstaander, Rol.HULPVERLENER, instelling=cast.kliniek, door=None)
    rij = voeg_betrokkene_toe(cast.gezin, gegevens, gebruiker=cast.buitenstaander, nu=tafel.nu, door=cast.coordinator)
    [regel] = tafel.vraag((rij, WERK, cast.moeder_in_gezin))
    tafel.ja(regel, cast.moeder_in_gezin)
    tafel.nu += timedelta(hours=1)
    nee(tafel, cast.moeder_in_gezin, cast.school)
    assert mag(tafel, cast.buitenstaander, cast.moeder_in_gezin)
    tafel.nu += timedelta(hours=1)
    return regel


def heard(tafel, wie) -> bool:
    return any("Uw nee geldt ook voor die persoon" in rij.tekst for rij in inbox(wie).rijen)


@pytest.mark.eis("T8", "I9")
def test_a_no_to_an_instelling_reaches_who_comes_to_work_there_after_a_yes_by_name(tafel):
    cast = tafel.cast
    regel = yes_by_name(tafel)
    geef_functie(cast.buitenstaander, Rol.HULPVERLENER, instelling=cast.school, door=None)
    assert not mag(tafel, cast.buitenstaander, cast.moeder_in_gezin)
    assert tafel.staat(regel) == Toestemmingstaat.VERLOPEN
    assert heard(tafel, cast.moeder)
    assert not heard(tafel, cast.vader)
    # A yes by name that is said with this 'no' in mind, opens again what it names.
    tafel.nu += timedelta(hours=1)
    [later] = tafel.vraag(
        (Deelnemer.objects.get(gebruiker=cast.buitenstaander, gezin=cast.gezin), WERK, cast.moeder_in_gezin)
    )
    tafel.ja(later, cast.moeder_in_gezin)
    assert mag(tafel, cast.buitenstaander, cast.moeder_in_gezin)


@pytest.mark.eis("T8", "I9")
def test_and_whoever_goes_there_with_the_own_instelling(tafel):
    cast = tafel.cast
    regel = yes_by_name(tafel)
    fuseer(cast.kliniek, cast.school, nu=tafel.nu, door=cast.beheerder)
    assert not mag(tafel, cast.buitenstaander, cast.moeder_in_gezin)
    assert tafel.staat(regel) == Toestemmingstaat.VERLOPEN
    assert heard(tafel, cast.moeder)


@pytest.mark.eis("T8", "I9")
def test_asked_at_every_read_by_whatever_road_somebody_came_there(tafel):
    cast = tafel.cast
    yes_by_name(tafel)
    Functie.objects.create(gebruiker=cast.buitenstaander, rol=Rol.HULPVERLENER, instelling=cast.school)
    assert not mag(tafel, cast.buitenstaander, cast.moeder_in_gezin)
