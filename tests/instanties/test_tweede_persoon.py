"""Giving a role is an act with a second person: by whatever road, it gives nothing before that yes (I3, I8)."""

import ast
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from berichten.selectie import inbox
from core import clock
from core.errors import RuleError
from core.rooms import ROOMS
from gezinnen.actions import BetrokkeneGegevens, geef_account, voeg_betrokkene_toe
from instanties import bevestigers, permissions, selectie
from instanties.actions import (
    beantwoord_functies,
    beeindig_functie,
    beeindig_toegang,
    geef_functie,
    geef_toegang_terug,
    leg_gemeente_vast,
    los_uitnodiging_in,
    maak_gebruiker,
    nodig_uit,
    trek_verzoek_in,
    vraag_functie,
    weg_naar_account,
)
from instanties.actions.eerste import geef_nieuwe_toegang as op_de_server
from instanties.models import (
    ROLLEN_GEMEENTE,
    ROLLEN_REGIO,
    Beheermelding,
    Functie,
    FunctieVerzoek,
    Gebruiker,
    Gemeente,
    Herkomst,
    Ongewoon,
    Rol,
    Uitnodiging,
    Verzoekstaat,
    Weg,
    Wegsoort,
)
from logboek.models import Logregel
from tests.afwezig import is_weg
from tests.cast import maak_professional
from tests.inloggen import client_van, kwam_terug
from toestemming.zicht import zichtbare_gezinnen

pytestmark = [
    pytest.mark.eis("I3", "I8"),
    pytest.mark.django_db,
    pytest.mark.heavy("several people who ask and answer"),
]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def tweede(cast):
    return selectie.beheerders().exclude(pk=cast.beheerder.pk).get()


@pytest.fixture
def nieuw(cast):
    return maak_gebruiker("Samir Haddou", is_professional=True, door=None)


def vraag(cast, wie, rol=Rol.HULPVERLENER, **anders):
    waar = {} if rol in ROLLEN_REGIO else {"gemeente": cast.gemeente} if rol in ROLLEN_GEMEENTE else None
    waar = {"instelling": cast.maatschappelijk_werk} if waar is None else waar
    return vraag_functie(wie, rol, **{"nu": clock.now(), "door": cast.beheerder, **waar, **anders})


def tweeden(verzoek, nu=None):
    nu = nu or clock.now()
    return bevestigers.tweeden([verzoek], nu).van(verzoek)


def ja(verzoek, door, nu=None):
    return beantwoord_functies([verzoek.pk], True, nu=nu or clock.now(), door=door)


@pytest.mark.parametrize("rol", Rol.values)
def test_whatever_a_role_opens_a_form_only_asks_for_it(cast, nieuw, rol):
    velden = {"rol": rol}
    if rol in ROLLEN_GEMEENTE:
        velden["gemeente"] = str(cast.gemeente.pk)
    elif rol not in ROLLEN_REGIO:
        velden["instelling"] = cast.maatschappelijk_werk.naam
    url = reverse("instanties:functie_geven", args=[nieuw.pk])
    assert client_van(cast.beheerder).post(url, velden).status_code == 302
    assert not nieuw.functies.exists()
    verzoek = FunctieVerzoek.objects.get(gebruiker=nieuw)
    assert (verzoek.rol, verzoek.staat) == (rol, Verzoekstaat.WACHT)
    assert ja(verzoek, tweeden(verzoek)[0]) == [verzoek]
    functie = nieuw.functies.get()
    assert (functie.rol, functie.herkomst, functie.verzoek) == (rol, Herkomst.BEVESTIGD, verzoek)


def test_it_is_asked_of_the_instelling_first_then_of_a_beheerder_then_of_the_privacy_officer(cast, nieuw, tweede):
    hier = vraag(cast, nieuw)
    assert tweeden(hier) == [cast.bestuurder, cast.teamleider]
    # The kliniek has a manager, who is neither.
    elders = vraag(cast, nieuw, instelling=cast.kliniek)
    assert tweeden(elders) == [tweede]
    beeindig_toegang(tweede, nu=clock.now(), door=cast.beheerder, ook_als_iets_blijft_liggen=True)
    assert tweeden(elders) == [cast.privacy_officer]
    assert tweeden(hier) == [cast.bestuurder, cast.teamleider]


def test_never_who_asks_nor_who_gets_it(cast, tweede):
    # A beheerder who leads there too, and a leidinggevende who becomes more.
    geef_functie(cast.beheerder, Rol.LEIDINGGEVENDE, instelling=cast.maatschappelijk_werk, door=None)
    verzoek = vraag(cast, cast.teamleider, Rol.MANAGER)
    assert tweeden(verzoek) == [cast.bestuurder]
    for wie in (cast.beheerder, cast.teamleider, tweede, cast.manager, cast.collega):
        with pytest.raises(RuleError, match="wacht niet"):
            ja(verzoek, wie)
    assert not cast.teamleider.functies.filter(rol=Rol.MANAGER).exists()
    assert tweeden(vraag(cast, tweede, Rol.PRIVACY_OFFICER)) == [cast.privacy_officer]
    for wie in (cast.beheerder, cast.teamleider):
        with pytest.raises(IntegrityError), transaction.atomic():
            FunctieVerzoek.objects.filter(pk=verzoek.pk).update(
                staat="ja", beantwoord_op=clock.now(), beantwoord_door=wie
            )
    with pytest.raises(IntegrityError), transaction.atomic():
        FunctieVerzoek.objects.filter(pk=verzoek.pk).update(stilte="ja")


def test_who_was_let_in_by_who_asks_is_no_second_person(cast, nieuw, tweede):
    """Whoever hands out a code may sit behind that account: a beheerder could be the leidinggevende too."""
    verzoek, nu = vraag(cast, nieuw), clock.now()
    for wie in (cast.teamleider, cast.bestuurder):
        weg_naar_account(wie, Wegsoort.ADRES, nu=nu - timedelta(days=6), door=cast.beheerder)
    assert tweeden(verzoek, nu) == [tweede]
    assert tweeden(verzoek, nu + timedelta(days=2)) == [tweede], "no number of days tells who sits there"
    Weg.objects.update(bevestigd_op=nu, bevestigd_door=cast.bestuurder)
    assert tweeden(verzoek, nu) == [cast.bestuurder, cast.teamleider]


def test_a_code_that_waits_is_used_tomorrow(cast, nieuw, tweede):
    """Whoever prints a code and waits gains nothing: the tie lasts as long as the code, and after its use until it is found right."""
    gemaakt = clock.now() - timedelta(days=13)
    Gebruiker.objects.filter(pk=cast.bestuurder.pk).update(password="!nooit gekozen")
    nodig_uit(cast.bestuurder, cast.beheerder, gemaakt)
    Functie.objects.filter(gebruiker=cast.teamleider).update(beeindigd_op=gemaakt)
    verzoek, uitnodiging = vraag(cast, nieuw), Uitnodiging.objects.get()
    assert tweeden(verzoek) == [tweede]
    los_uitnodiging_in(uitnodiging, "een lang wachtwoord", nu=clock.now())
    for dagen in (0, 8, 40):
        assert tweeden(verzoek, clock.now() + timedelta(days=dagen)) == [tweede]
    # Nobody ever used it: it let nobody in.
    Uitnodiging.objects.update(gebruikt_op=None)
    assert tweeden(verzoek, gemaakt + timedelta(days=15)) == [cast.bestuurder]


def test_a_yes_of_who_came_in_by_a_code_of_another_is_told_as_unusual(cast, nieuw):
    weg_naar_account(cast.teamleider, Wegsoort.ADRES, nu=clock.now() - timedelta(days=30), door=cast.manager)
    ja(vraag(cast, nieuw), cast.teamleider)
    assert Ongewoon.NA_CODE in Functie.objects.get(gebruiker=nieuw).ongewoon


def test_nor_is_who_was_let_in_by_somebody_whom_he_let_in(cast, nieuw, tweede):
    """From account to account, in whatever direction: one person may sit behind all of them."""
    verzoek, nu = vraag(cast, nieuw), clock.now()
    weg_naar_account(cast.manager, Wegsoort.ADRES, nu=nu, door=cast.beheerder)
    weg_naar_account(cast.teamleider, Wegsoort.ADRES, nu=nu, door=cast.manager)
    weg_naar_account(cast.bestuurder, Wegsoort.ADRES, nu=nu, door=cast.teamleider)
    assert tweeden(verzoek, nu) == [tweede]
    door_manager = vraag(cast, nieuw, Rol.MANAGER, door=cast.teamleider)
    assert tweeden(door_manager, nu) == [tweede], "nor the beheerder who let in who let in who asks"


def test_two_beheerders_who_let_the_same_people_in_stay_each_others_second_person(cast, nieuw, tweede):
    """A first code of one and a year later a new one of the other: that makes no one person of those two."""
    nu = clock.now()
    for wie in (cast.teamleider, cast.bestuurder, cast.privacy_officer, nieuw):
        for door in (cast.beheerder, tweede):
            weg_naar_account(wie, Wegsoort.ADRES, nu=nu - timedelta(days=400), door=door)
    assert tweeden(vraag(cast, nieuw), nu) == [tweede]
    assert tweeden(vraag(cast, nieuw, Rol.MANAGER, door=tweede), nu) == [cast.beheerder]
    # Who may sit behind who asks, answers nothing of his: one of them asks it.
    with pytest.raises(RuleError, match="niemand anders"):
        vraag(cast, cast.collega, Rol.MANAGER, door=cast.teamleider)


def test_who_was_let_in_by_both_is_untied_by_what_each_hears_of_the_others_way(cast, nieuw, tweede):
    """A beheerder writes down that the owner says the way of the other is right; never of one's own, nor of a code that waits."""
    nu = clock.now()
    wegen = {
        door: weg_naar_account(cast.teamleider, Wegsoort.ADRES, nu=nu - timedelta(days=400), door=door)
        for door in (cast.beheerder, tweede)
    }
    vers = weg_naar_account(cast.bestuurder, Wegsoort.ADRES, nu=nu, door=tweede)
    for maker, hoort in ((cast.beheerder, tweede), (tweede, cast.beheerder)):
        pad = reverse("instanties:weg_gehoord", args=[wegen[maker].pk])
        client_van(maker).post(pad)
        assert not Weg.objects.get(pk=wegen[maker].pk).bevestigd_op
        beheer = client_van(hoort)
        assert pad in beheer.get(reverse("instanties:persoon", args=[cast.teamleider.pk])).content.decode()
        assert f"Zei {cast.teamleider.naam} u zelf" in beheer.get(pad).content.decode()
        assert beheer.post(pad).status_code == 302
        assert Weg.objects.get(pk=wegen[maker].pk).bevestigd_door == hoort
        assert beheer.get(pad).status_code == 404
    assert client_van(cast.beheerder).get(reverse("instanties:weg_gehoord", args=[vers.pk])).status_code == 404
    assert tweeden(vraag(cast, nieuw), nu) == [cast.bestuurder, cast.teamleider]


def test_a_code_of_the_server_ends_what_another_let_a_beheerder_in_by(cast, nieuw, tweede):
    """The way out when one of the last two was let in by the other: nothing of before opens that account any more."""
    gemaakt = clock.now() - timedelta(days=40)
    Functie.objects.filter(gebruiker__in=[cast.privacy_officer, cast.teamleider, cast.bestuurder]).update(
        beeindigd_op=gemaakt
    )
    Gebruiker.objects.filter(pk=tweede.pk).update(password="!nooit gekozen")
    nodig_uit(tweede, cast.beheerder, gemaakt)
    los_uitnodiging_in(Uitnodiging.objects.get(), "een lang wachtwoord", nu=gemaakt)
    with pytest.raises(RuleError, match="niemand anders"):
        vraag(cast, nieuw)
    op_de_server(tweede, "binnengelaten door de ander", nu=clock.now())
    Gebruiker.objects.filter(pk=tweede.pk).update(password="een wachtwoord van ervoor")
    with pytest.raises(RuleError, match="niemand anders"):
        vraag(cast, nieuw)
    nieuwste = Uitnodiging.objects.get(gebruikt_op=None)
    los_uitnodiging_in(nieuwste, "een ander lang wachtwoord", nu=clock.now())
    assert tweeden(vraag(cast, nieuw)) == [tweede]
    # What the other does after that, ties anew.
    weg_naar_account(tweede, Wegsoort.ADRES, nu=clock.now(), door=cast.beheerder)
    assert tweeden(FunctieVerzoek.objects.get()) == []


def test_who_is_away_or_never_came_in_is_not_asked(cast, nieuw, settings):
    verzoek = vraag(cast, nieuw)
    is_weg(cast.teamleider)
    assert tweeden(verzoek) == [cast.bestuurder]
    settings.OEFENOMGEVING = False
    Gebruiker.objects.filter(pk=cast.bestuurder.pk).update(password="!nooit gekozen")
    assert cast.bestuurder not in tweeden(verzoek)


def test_without_anybody_to_confirm_nothing_is_asked(cast, nieuw, tweede):
    Functie.objects.filter(gebruiker__in=[tweede, cast.privacy_officer]).update(beeindigd_op=clock.now())
    with pytest.raises(RuleError, match="tweede beheerder"):
        vraag(cast, nieuw, instelling=cast.kliniek)
    assert not FunctieVerzoek.objects.exists()


def test_a_plan_stays_shut_until_the_yes_and_opens_by_it(cast, nieuw):
    gegevens = BetrokkeneGegevens(naam="B. Visser", instelling=cast.jeugdhulp)
    rij = voeg_betrokkene_toe(cast.gezin, gegevens, nu=cast.nu, door=cast.coordinator)
    visser = geef_account(rij, email="", leefgebieden=["opvoeding"], nu=clock.now(), door=cast.coordinator)
    assert not visser.functies.exists()
    assert not zichtbare_gezinnen(visser).exists()
    [verzoek] = FunctieVerzoek.objects.all()
    assert (verzoek.door, verzoek.rol, verzoek.instelling) == (cast.coordinator, Rol.HULPVERLENER, cast.jeugdhulp)
    ja(verzoek, cast.beheerder)
    assert list(zichtbare_gezinnen(visser)) == [cast.gezin]


def test_after_five_werkdagen_it_has_lapsed_without_any_clock(cast, nieuw):
    nu = clock.now()
    verzoek = vraag(cast, nieuw)
    einde = verzoek.uiterlijk_op
    assert timedelta(days=6) < einde - nu < timedelta(days=10)
    with pytest.raises(RuleError, match="al gevraagd"):
        vraag(cast, nieuw, nu=einde - timedelta(seconds=1))
    with pytest.raises(RuleError, match="wacht niet"):
        ja(verzoek, cast.teamleider, einde)
    assert bevestigers.aan_mij_gevraagd(cast.teamleider, einde) == []
    assert not nieuw.functies.exists()
    # It can be asked anew; the first stays as what nobody answered.
    ander = vraag(cast, nieuw, nu=einde)
    verzoek.refresh_from_db()
    assert (verzoek.staat, ander.staat) == (Verzoekstaat.STILTE, Verzoekstaat.WACHT)
    assert not verzoek.is_ja


def test_many_are_confirmed_at_once_and_nothing_is_ticked_beforehand(cast, tweede):
    mensen = [maak_gebruiker(f"Nieuw {letter}", is_professional=True, door=None) for letter in "ABC"]
    verzoeken = [vraag(cast, wie, leidinggevende=cast.teamleider) for wie in mensen]
    venster = client_van(cast.teamleider)
    pagina = venster.get(reverse("instanties:rollen")).content.decode()
    assert pagina.count('name="verzoeken"') == 3
    assert "checked" not in pagina
    assert "Nieuw B: hulpverlener (Maatschappelijk Werk De Brug). Gevraagd door I. Kuiper" in pagina
    url = reverse("instanties:rollen_beantwoorden")
    assert kwam_terug(venster.post(url, {"antwoord": "ja"}))
    gekozen = [str(verzoek.pk) for verzoek in verzoeken[:2]]
    assert venster.post(url, {"verzoeken": gekozen, "antwoord": "ja"}).status_code == 302
    assert venster.post(url, {"verzoeken": [str(verzoeken[2].pk)], "antwoord": "nee"}).status_code == 302
    assert [wie.functies.count() for wie in mensen] == [1, 1, 0]
    assert kwam_terug(venster.post(url, {"verzoeken": gekozen, "antwoord": "ja"})), "answered once"
    regels = set(Logregel.objects.filter(gebruiker_id=cast.teamleider.pk).values_list("melding", flat=True))
    assert "rol gegeven: Nieuw A, hulpverlener (Maatschappelijk Werk De Brug), gevraagd door I. Kuiper" in regels
    assert {regel.tekst for regel in inbox(cast.beheerder).rijen} >= {
        "Nieuw A heeft nu deze rol: hulpverlener (Maatschappelijk Werk De Brug). R. Vos heeft dat bevestigd.",
        "R. Vos zei nee: Nieuw C krijgt deze rol niet: hulpverlener (Maatschappelijk Werk De Brug).",
    }


def test_who_is_asked_hears_it_and_finds_it_on_his_own_page(cast, nieuw):
    vraag(cast, nieuw)
    [regel] = inbox(cast.teamleider).rijen
    assert "I. Kuiper vraagt om Samir Haddou een rol te geven" in regel.tekst
    assert regel.url == reverse("instanties:rollen")
    werk = client_van(cast.teamleider).get(reverse("werklijst:mijn_werk")).content.decode()
    assert "Voor 1 rol wordt u als tweede persoon gevraagd" in " ".join(werk.split())
    ja(FunctieVerzoek.objects.get(), cast.bestuurder)
    [regel] = inbox(cast.teamleider).rijen
    assert regel.tekst.startswith("Deze rol wacht niet meer op uw ja of nee: Samir Haddou")


def test_nobody_asks_or_answers_for_what_is_not_his(cast, nieuw):
    verzoek = vraag(cast, nieuw)
    url = reverse("instanties:rollen_beantwoorden")
    for wie in (cast.beheerder, cast.collega, cast.manager, cast.bestuurder_school, cast.privacy_officer):
        assert kwam_terug(client_van(wie).post(url, {"verzoeken": [str(verzoek.pk)], "antwoord": "ja"}))
    assert client_van(cast.moeder).post(url, {"verzoeken": [str(verzoek.pk)], "antwoord": "ja"}).status_code == 404
    assert client_van(cast.collega).post(reverse("instanties:rol_intrekken", args=[verzoek.pk])).status_code == 404
    assert not nieuw.functies.exists()
    trek_verzoek_in(verzoek, nu=clock.now(), door=cast.beheerder)
    with pytest.raises(RuleError):
        ja(verzoek, cast.teamleider)


def test_nobody_names_himself_as_leidinggevende_by_ending_a_function_and_giving_it_anew(cast):
    """A known road: end somebody's function, give it anew under oneself, and record that person as absent."""
    beeindig_functie(cast.collega.functies.get(), nu=clock.now(), door=cast.beheerder)
    with pytest.raises(RuleError, match="uzelf als leidinggevende") as fout:
        vraag(cast, cast.collega, leidinggevende=cast.beheerder)
    assert fout.value.field == "leidinggevende"
    # Under somebody else it is shown to the second person, and told to the privacy officer.
    verzoek = vraag(cast, cast.collega, leidinggevende=cast.mentor)
    assert (
        "Leidinggevende: J. Willems" in client_van(cast.teamleider).get(reverse("instanties:rollen")).content.decode()
    )
    ja(verzoek, cast.teamleider)
    assert cast.collega.functies.geldig().get().ongewoon == [Ongewoon.OPNIEUW]
    [regel] = inbox(cast.privacy_officer).rijen
    assert "dezelfde rol eindigde kort ervoor" in regel.tekst


def test_who_is_lower_here_and_higher_elsewhere_is_not_recorded_as_absent(cast):
    assert permissions.mag_afwezigheid_vastleggen(cast.teamleider, cast.collega)
    elders = geef_functie(cast.collega, Rol.BESTUURDER, instelling=cast.school, door=None)
    for wie in (cast.teamleider, cast.manager):
        assert not permissions.mag_afwezigheid_vastleggen(wie, cast.collega)
    assert permissions.mag_afwezigheid_vastleggen(cast.bestuurder, cast.collega)
    Functie.objects.filter(pk=elders.pk).update(beeindigd_op=clock.now())
    geef_functie(cast.collega, Rol.PRIVACY_OFFICER, door=None)
    assert not permissions.mag_afwezigheid_vastleggen(cast.bestuurder, cast.collega)


def test_letting_somebody_in_again_gives_no_role_back_by_itself(cast):
    beeindig_toegang(cast.collega, nu=clock.now(), door=cast.beheerder, ook_als_iets_blijft_liggen=True)
    assert geef_toegang_terug(cast.collega, nu=clock.now(), door=cast.beheerder)
    assert not cast.collega.functies.geldig().exists()
    assert not zichtbare_gezinnen(cast.collega).exists()
    verzoek = FunctieVerzoek.objects.get(gebruiker=cast.collega)
    ja(verzoek, cast.teamleider)
    assert list(zichtbare_gezinnen(cast.collega)) == [cast.gezin]


def test_what_somebody_asked_lapses_when_he_goes(cast, nieuw, tweede):
    van_tweede = vraag(cast, nieuw, door=tweede)
    voor_mentor = vraag(cast, cast.mentor)
    for wie in (tweede, cast.mentor):
        beeindig_toegang(wie, nu=clock.now(), door=cast.beheerder, ook_als_iets_blijft_liggen=True)
    staten = FunctieVerzoek.objects.filter(pk__in=[van_tweede.pk, voor_mentor.pk]).values_list("staat", flat=True)
    assert set(staten) == {Verzoekstaat.VERVALLEN}


def test_naming_an_official_gives_no_role(cast):
    nieuw = leg_gemeente_vast(naam="Oosterwold", door=cast.beheerder)
    with pytest.raises(RuleError, match="nog geen gemeenteambtenaar") as fout:
        leg_gemeente_vast(nieuw, ambtenaar=cast.collega, door=cast.beheerder)
    assert fout.value.field == "ambtenaar"
    verzoek = vraag(cast, cast.collega, Rol.GEMEENTEAMBTENAAR, gemeente=nieuw)
    ja(verzoek, tweeden(verzoek)[0])
    assert leg_gemeente_vast(nieuw, ambtenaar=cast.collega, door=cast.beheerder).ambtenaar == cast.collega


def test_a_region_begins_with_two_beheerders(cast, tweede):
    Gemeente.objects.update(actief=False)
    Functie.objects.filter(gebruiker=tweede).update(beeindigd_op=clock.now())
    with pytest.raises(RuleError, match="twee functioneel beheerders") as fout:
        leg_gemeente_vast(cast.gemeente, actief=True, door=cast.beheerder)
    assert fout.value.field == "actief"
    geef_functie(cast.mentor, Rol.BEHEERDER, door=None)
    assert leg_gemeente_vast(cast.gemeente, actief=True, door=cast.beheerder).actief


def test_and_keeps_two(cast, tweede):
    with pytest.raises(RuleError, match="ten minste twee"):
        beeindig_functie(tweede.functies.get(), nu=clock.now(), door=cast.beheerder)
    with pytest.raises(RuleError, match="1 functioneel beheerder over"):
        beeindig_toegang(tweede, nu=clock.now(), door=cast.beheerder, ook_als_iets_blijft_liggen=False)
    # Whoever must go at once goes at once; then it is said.
    beeindig_toegang(tweede, nu=clock.now(), door=cast.beheerder, ook_als_iets_blijft_liggen=True)
    assert Beheermelding.objects.filter(tekst__contains="1 functioneel beheerder over").exists()


@pytest.mark.parametrize(
    ("rol", "waar", "reden"),
    [
        (Rol.PRIVACY_OFFICER, None, Ongewoon.REGIO),
        (Rol.HULPVERLENER, "kliniek", Ongewoon.BUITEN),
        (Rol.HULPVERLENER, "school", Ongewoon.ELDERS),
    ],
)
def test_what_is_unusual_the_privacy_officer_hears_the_same_day(cast, nieuw, rol, waar, reden):
    wie = cast.collega if reden == Ongewoon.ELDERS else nieuw
    verzoek = vraag(cast, wie, rol, **({"instelling": getattr(cast, waar)} if waar else {}))
    ja(verzoek, tweeden(verzoek)[0])
    functie = wie.functies.get(verzoek=verzoek)
    assert functie.ongewoon == [reden]
    [bericht] = [rij for rij in inbox(cast.privacy_officer).rijen if rij.tekst.startswith("Ongewoon:")]
    assert bericht.spoed, "by mail at once"
    assert str(reden.label) in bericht.tekst
    pagina = client_van(cast.privacy_officer).get(reverse("instanties:rollen")).content.decode()
    assert str(reden.label) in pagina
    assert "Ongewone rollen" not in client_van(cast.beheerder).get(reverse("instanties:rollen")).content.decode()


def test_as_it_mostly_goes_nobody_is_alarmed(cast, nieuw):
    ja(vraag(cast, nieuw), cast.teamleider)
    assert nieuw.functies.get().ongewoon == []
    assert not inbox(cast.privacy_officer).rijen


def test_what_stood_before_says_so(cast):
    pagina = client_van(cast.beheerder).get(reverse("instanties:persoon", args=[cast.mentor.pk])).content.decode()
    assert "Bestond al" in pagina
    assert cast.mentor.functies.get().herkomst == Herkomst.BESTOND_AL
    with pytest.raises(IntegrityError), transaction.atomic():
        cast.mentor.functies.update(herkomst=Herkomst.BEVESTIGD, gegeven_op=clock.now())


def test_the_list_asks_as_much_for_many_as_for_one(cast, nieuw, django_assert_max_num_queries):
    maak_professional("P. Extra", Rol.LEIDINGGEVENDE, instelling=cast.school)
    for rol in (Rol.HULPVERLENER, Rol.MANAGER, Rol.SOCIAAL_TEAM):
        for waar in (cast.maatschappelijk_werk, cast.school, cast.kliniek):
            vraag(cast, nieuw, rol, instelling=waar)
    venster = client_van(cast.beheerder)
    venster.get(reverse("instanties:rollen"))
    with django_assert_max_num_queries(20):
        venster.get(reverse("instanties:rollen"))


# Who makes a function without a second person, and why.
ZONDER_TWEEDE = {
    "instanties.actions.functies": "by the yes itself",
    "instanties.actions.eerste": "the first two beheerders, on the server: there is nobody to ask; told to the others",
    "oefenomgeving.bezetting": "practice, where everybody stood already",
}


@pytest.mark.heavy("reads all code of all rooms")
def test_no_road_of_the_house_skips_the_second_person():
    """Whoever writes a new road to a role, meets this: a page, an import and a provider's groups go by `vraag_functie`."""
    wegen = set()
    for waar, boom in _wie_functies_schrijven():
        for knoop in ast.walk(boom):
            if isinstance(knoop, ast.Call) and _maakt_een_functie(knoop.func):
                wegen.add(waar)
    assert wegen == set(ZONDER_TWEEDE)


def _wie_functies_schrijven():
    """The modules that speak of functions, with their tree."""
    for bestand in ROOT.glob("*/**/*.py"):
        delen = bestand.relative_to(ROOT).with_suffix("").parts
        if delen[0] not in ROOMS or "migrations" in delen:
            continue
        tekst = bestand.read_text()
        # Reading the tree of all files would take a second.
        if not re.search(r"\bFunctie\(|\bFunctie\.(objects|_default_manager)|geef_functie|\.functies\b", tekst):
            continue
        yield ".".join(delen), ast.parse(tekst)


def _maakt_een_functie(aanroep: ast.expr) -> bool:
    if isinstance(aanroep, ast.Name):
        return aanroep.id in ("Functie", "geef_functie")
    if not isinstance(aanroep, ast.Attribute):
        return False
    if aanroep.attr == "geef_functie":
        return True
    over = ast.unparse(aanroep.value)
    maakt = aanroep.attr in ("create", "bulk_create", "get_or_create", "update_or_create", "abulk_create", "acreate")
    return maakt and _is_van_functies(over)


def _is_van_functies(over: str) -> bool:
    return over.startswith(("Functie.objects", "Functie._default_manager")) or bool(re.search(r"\.functies\b", over))


def _verplaatst_een_functie(aanroep: ast.Call) -> bool:
    """Whether this writes another place, role or person in a function that stands; what it can't read, it counts."""
    if not isinstance(aanroep.func, ast.Attribute) or aanroep.func.attr not in ("update", "bulk_update", "aupdate"):
        return False
    if not _is_van_functies(ast.unparse(aanroep.func.value)):
        return False
    return aanroep.func.attr == "bulk_update" or any(woord.arg not in MAG_WIJZIGEN for woord in aanroep.keywords)


# What of a function may be written after it was given: when it ended, and who leads.
MAG_WIJZIGEN = {"beeindigd_op", "leidinggevende", "titel"}


@pytest.mark.parametrize(
    "regel",
    [
        "Functie.objects.filter(pk=pk).update(instelling=daar)",
        "Functie.objects.filter(pk=pk).update(**{waar: daar})",
        "Functie.objects.geldig().update(rol=rol)",
        "mens.functies.geldig().update(gemeente=daar)",
        "Functie.objects.bulk_update(rijen, velden)",
    ],
)
def test_the_reader_of_the_house_sees_a_function_that_is_moved(regel):
    [aanroep] = [knoop for knoop in ast.walk(ast.parse(regel)) if isinstance(knoop, ast.Call)][:1]
    assert _verplaatst_een_functie(aanroep)


def test_a_function_that_stands_is_never_moved():
    """Another place or role is another function, with its own yes: it is ended, and given anew by `laat_meegaan` (I8)."""
    wegen = {
        waar
        for waar, boom in _wie_functies_schrijven()
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.Call) and _verplaatst_een_functie(knoop)
    }
    assert not wegen
