"""A safety flag has a counterweight: a second person looks, silence ends nothing, the privacy officer decides (I8, S19)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from berichten.models import Bericht
from core import clock
from core.errors import NotAllowed, RuleError
from gezinnen.actions import GezinslidGegevens, stop_deelname, voeg_gezinslid_toe, wissel_coordinator
from gezinnen.models import Deelnemer, Relatie
from gezinsplan.models import Doel
from instanties.actions import geef_functie
from instanties.models import Leefgebied, Rol, Stilte, Verzoekstaat
from logboek.models import Logregel
from termijnen.actions import bewaak
from termijnen.models import Gevraagd
from tests.cast import maak_professional
from tests.inloggen import client_van, kwam_terug
from tests.toestemming.test_weghouden import kind_lot, over_lot
from toestemming import actions
from toestemming.actions import Gespreksgegevens, Toestemmingskeuze
from toestemming.models import (
    Beoordelaar,
    Handtekening,
    Hoedanigheid,
    Toestemming,
    Veiligheidsvlag,
    Vlagverzoek,
    Vlagvraag,
)
from toestemming.zicht import blik

pytestmark = [pytest.mark.django_db, pytest.mark.eis("I8", "X5", "T3")]

REDEN = "Mark wacht Lot op na school"


def gegevens(cast, lot, **anders):
    opnieuw = localdate(cast.nu) + timedelta(days=90)
    return {
        "voor_wie": cast.vader_in_gezin.pk, "over_wie": [lot.pk], "reden": REDEN, "herzien_op": f"{opnieuw:%d-%m-%Y}",
        **anders,
    }  # fmt: skip


def zet(cast, lot, door, **hoe):
    opnieuw = localdate(cast.nu) + timedelta(days=90)
    return actions.zet_vlag(cast.vader_in_gezin, [lot.pk], REDEN, opnieuw, nu=cast.nu, door=door, **hoe)


def vraag(vlag) -> Vlagverzoek:
    """What is asked of somebody now."""
    return Vlagverzoek.objects.get(vlag=vlag, staat=Verzoekstaat.WACHT)


def gevraagd(vlag) -> set[str]:
    rijen = Gevraagd.objects.filter(termijn__vlag_bevestigen=vraag(vlag))
    return set(rijen.values_list("gebruiker__naam", flat=True))


def aandachtsfunctionaris(instelling, naam="G. Prins"):
    return maak_professional(naam, Rol.AANDACHTSFUNCTIONARIS, instelling=instelling)


def hoort(wie, soort) -> bool:
    return Bericht.objects.filter(ontvanger=wie, soort=soort).exists()


def ziet_lot(cast) -> bool:
    return Doel.objects.zichtbaar_voor(blik(cast.vader, cast.gezin)).exists()


@pytest.mark.heavy("five pages")
def test_the_coordinator_hears_at_once_and_is_asked_to_confirm(cast):
    lot = kind_lot(cast)
    over_lot(cast, lot)
    client = client_van(cast.behandelaar)
    client.post(reverse("toestemming:vlag_zetten", args=[cast.gezin.pk]), gegevens(cast, lot))
    [vlag] = Veiligheidsvlag.objects.geldend()
    assert not ziet_lot(cast)
    assert hoort(cast.coordinator, "vlag_gevraagd")
    assert gevraagd(vlag) == {"N. Bakker"}
    verzoek = vraag(vlag)
    assert (verzoek.door, verzoek.stilte) == (cast.behandelaar, Stilte.VERDER)
    waar = reverse("toestemming:vlag_bevestigen", args=[verzoek.pk])
    assert client.get(waar).status_code == 404
    coordinator = client_van(cast.coordinator)
    assert waar in coordinator.get(reverse("toestemming:vlaggen", args=[cast.gezin.pk])).content.decode()
    assert REDEN in coordinator.get(waar).content.decode()
    assert kwam_terug(coordinator.post(waar, {"antwoord": "nee", "waarom": ""}))
    assert coordinator.post(waar, {"antwoord": "ja"}).status_code == 302
    assert hoort(cast.behandelaar, "vlag_bevestigd")
    overzicht = client.get(reverse("toestemming:vlaggen", args=[cast.gezin.pk])).content.decode()
    assert "Bevestigd door N. Bakker" in " ".join(overzicht.split())


@pytest.mark.eis("I6")
def test_silence_goes_to_the_next_and_ends_nothing(cast):
    """Coordinator, aandachtsfunctionaris, privacy officer, and the privacy officer again: for as long as nobody answers."""
    lot = kind_lot(cast)
    over_lot(cast, lot)
    aandachtsfunctionaris(cast.maatschappelijk_werk)
    vlag = zet(cast, lot, cast.behandelaar)
    wie, nu = [], cast.nu
    for _keer in range(4):
        wie.append(gevraagd(vlag))
        nu = vraag(vlag).termijn.loopt_af_op + timedelta(minutes=1)
        bewaak(nu)
    assert wie == [{"N. Bakker"}, {"G. Prins"}, {"D. Aksoy"}, {"D. Aksoy"}]
    assert not ziet_lot(cast)
    assert Vlagverzoek.objects.filter(vlag=vlag, staat=Verzoekstaat.STILTE).count() == 4
    with pytest.raises(RuleError):
        actions.hef_vlag_op(vlag, "het is rustig", nu=nu, door=cast.coordinator)


@pytest.mark.heavy("three pages")
def test_a_no_goes_on_and_only_the_privacy_officer_ends_it_with_a_reason(cast):
    lot = kind_lot(cast)
    over_lot(cast, lot)
    aandacht = aandachtsfunctionaris(cast.maatschappelijk_werk)
    vlag = zet(cast, lot, cast.behandelaar)
    for wie in (cast.coordinator, aandacht):
        actions.beantwoord_vlagverzoek(vraag(vlag), False, "ik zie geen gevaar", nu=cast.nu, door=wie)
        assert not ziet_lot(cast)
    client = client_van(cast.privacy_officer)
    waar = reverse("toestemming:vlag_bevestigen", args=[vraag(vlag).pk])
    assert waar in client.get(reverse("toestemming:bescherming")).content.decode()
    assert kwam_terug(client.post(waar, {"antwoord": "nee", "waarom": " "}))
    assert client.post(waar, {"antwoord": "nee", "waarom": "geen gevaar gevonden"}).status_code == 302
    assert ziet_lot(cast)
    vlag.refresh_from_db()
    assert vlag.waarom_opgeheven == "geen gevaar gevonden"
    assert all(hoort(wie, "vlag_opgeheven") for wie in (cast.behandelaar, cast.coordinator, aandacht))


def test_nobody_answers_who_set_it_or_whom_it_concerns(cast):
    """The coordinator sets one: her own yes confirms nothing; nor does that of an aandachtsfunctionaris who set it."""
    lot = kind_lot(cast)
    geef_functie(cast.coordinator, Rol.AANDACHTSFUNCTIONARIS, instelling=cast.maatschappelijk_werk, door=cast.beheerder)
    vlag = zet(cast, lot, cast.coordinator)
    assert gevraagd(vlag) == {"D. Aksoy"}
    with pytest.raises(NotAllowed):
        actions.beantwoord_vlagverzoek(vraag(vlag), True, "", nu=cast.nu, door=cast.coordinator)


def test_where_the_coordinator_is_the_danger_she_neither_hears_nor_finds_it(cast):
    lot = kind_lot(cast)
    aandachtsfunctionaris(cast.maatschappelijk_werk)
    van_kliniek = aandachtsfunctionaris(cast.kliniek, "O. Blom")
    vlag = zet(cast, lot, cast.behandelaar, zonder_coordinator=True)
    assert gevraagd(vlag) == {"O. Blom"}
    assert not Bericht.objects.filter(ontvanger=cast.coordinator, soort__startswith="vlag").exists()
    assert not Gevraagd.objects.filter(termijn__vlag_herzien=vlag).exists()
    coordinator = client_van(cast.coordinator)
    assert REDEN not in coordinator.get(reverse("toestemming:vlaggen", args=[cast.gezin.pk])).content.decode()
    opheffen = reverse("toestemming:vlag_opheffen", args=[cast.gezin.pk, vlag.pk])
    assert coordinator.post(opheffen, {"waarom": "kan weg"}).status_code == 404
    with pytest.raises(NotAllowed):
        actions.hef_vlag_op(vlag, "kan weg", nu=cast.nu, door=cast.coordinator)
    actions.beantwoord_vlagverzoek(vraag(vlag), True, "", nu=cast.nu, door=van_kliniek)
    # Looked at again: not by her, and without her hearing so.
    bewaak(vlag.termijn.loopt_af_op + timedelta(minutes=1))
    assert gevraagd(vlag) == {"D. Aksoy"}
    assert not Bericht.objects.filter(ontvanger=cast.coordinator, soort__startswith="vlag").exists()


def test_a_school_asks_for_one_and_it_begins_with_a_yes(cast):
    lot = kind_lot(cast)
    over_lot(cast, lot)
    mentor = client_van(cast.mentor)
    waar = reverse("toestemming:vlag_zetten", args=[cast.gezin.pk])
    assert mentor.post(waar, gegevens(cast, lot)).status_code == 302
    [vlag] = Veiligheidsvlag.objects.all()
    assert ziet_lot(cast)
    assert "Gevraagd door J. Willems" in " ".join(
        mentor.get(reverse("toestemming:vlaggen", args=[cast.gezin.pk])).content.decode().split()
    )
    actions.beantwoord_vlagverzoek(vraag(vlag), True, "", nu=cast.nu, door=cast.coordinator)
    assert not ziet_lot(cast)
    assert hoort(cast.mentor, "vlag_bevestigd")


BEDOELD = {"bedoeld_over": "Lot uit groep 5", "bedoeld_voor": "haar vader", "reden": REDEN}


@pytest.mark.heavy("six pages")
def test_a_school_that_is_shown_nobody_asks_in_words_and_who_says_yes_chooses_whom_they_mean(cast):
    lot = kind_lot(cast)
    over_lot(cast, lot)
    actions.wijzig_aandeel(cast.mentor_in_gezin, [], nu=cast.nu, door=cast.coordinator)
    mentor = client_van(cast.mentor)
    waar = reverse("toestemming:vlag_zetten", args=[cast.gezin.pk])
    formulier = mentor.get(waar).content.decode()
    assert "Lot" not in formulier
    assert "Over wie maakt u zich zorgen?" in formulier
    assert kwam_terug(mentor.post(waar, BEDOELD | {"bedoeld_over": " "}))
    opnieuw = localdate(cast.nu) + timedelta(days=90)
    antwoord = mentor.post(waar, BEDOELD | {"herzien_op": f"{opnieuw:%d-%m-%Y}"}, follow=True)
    assert "Uw vraag is gesteld" in antwoord.content.decode()
    assert "Lot uit groep 5" in antwoord.content.decode(), "the own words, on the own list"
    [vlag] = Veiligheidsvlag.objects.all()
    assert (vlag.van, vlag.voor_wie) == (None, None)
    assert ziet_lot(cast)
    assert hoort(cast.coordinator, "vlag_gevraagd")
    bakker = client_van(cast.coordinator)
    hier = reverse("toestemming:vlag_bevestigen", args=[vraag(vlag).pk])
    blad = bakker.get(hier).content.decode()
    assert "haar vader" in blad
    assert str(lot.pk) in blad
    assert kwam_terug(bakker.post(hier, {"antwoord": "ja"})), "a yes says whom"
    assert vraag(vlag)
    ja = {"antwoord": "ja", "voor_wie": cast.vader_in_gezin.pk, "over_wie": [lot.pk]}
    assert bakker.post(hier, ja).status_code == 302
    assert not ziet_lot(cast)
    assert hoort(cast.mentor, "vlag_bevestigd")


def in_woorden(cast) -> Veiligheidsvlag:
    """The school asks, which is shown nobody of the family."""
    opnieuw = localdate(cast.nu) + timedelta(days=90)
    return actions.vraag_vlag_in_woorden(
        cast.gezin, "haar vader", "Lot uit groep 5", REDEN, opnieuw, nu=cast.nu, door=cast.mentor
    )


@pytest.mark.heavy("two pages, after five acts")
def test_after_the_yes_who_asked_in_words_still_reads_the_own_words_only(cast):
    """Whom they turned out to mean would tell a school who is in the family; also of a row that it goes on to (T3)."""
    lot = kind_lot(cast)
    actions.wijzig_aandeel(cast.mentor_in_gezin, [], nu=cast.nu, door=cast.coordinator)
    vlag = in_woorden(cast)
    wie = {"voor_wie": cast.vader_in_gezin, "over_wie": [lot.pk]}
    actions.bevestig_in_woorden(vraag(vlag), "", **wie, nu=cast.nu, door=cast.coordinator)
    stop_deelname(cast.vader_in_gezin, reden="klaar", nu=cast.nu, door=cast.coordinator)
    weer = GezinslidGegevens(naam="Mark van Dongen", relatie=Relatie.VADER)
    voeg_gezinslid_toe(cast.gezin, weer, nu=cast.nu, door=cast.coordinator)
    assert Veiligheidsvlag.objects.geldend().count() == 2
    hier = reverse("toestemming:vlaggen", args=[cast.gezin.pk])
    blad = client_van(cast.mentor).get(hier).content.decode()
    assert blad.count("haar vader leest niets over Lot uit groep 5") == 2
    assert not [naam for naam in ("Mark", "Lot de Wit") if naam in blad.replace(REDEN, "")]
    van_haar = client_van(cast.coordinator).get(hier).content.decode()
    assert "Mark Jonker leest niets over Lot de Wit" in van_haar
    assert "Mark van Dongen leest niets over Lot de Wit" in van_haar


@pytest.mark.heavy("three pages")
@pytest.mark.eis("T7")
def test_that_a_question_in_words_was_read_shows_to_nobody_of_the_family(cast):
    """Whom it concerns isn't known yet, and may be any of them: the father who lives there too."""
    lot = kind_lot(cast)
    vader = cast.vader_in_gezin
    vader.huishouden = cast.hoofdhuishouden
    vader.save()
    vlag = in_woorden(cast)
    actions.beantwoord_vlagverzoek(vraag(vlag), False, "ik ken haar niet", nu=cast.nu, door=cast.coordinator)
    officer = client_van(cast.privacy_officer)
    assert "haar vader" in officer.get(reverse("toestemming:vlag_bevestigen", args=[vraag(vlag).pk])).content.decode()
    for wie in (cast.vader, cast.moeder):
        wie_keek = client_van(wie).get(reverse("toestemming:inzage", args=[cast.gezin.pk])).content.decode()
        assert ">de privacy officer van de regio<" not in wie_keek
        assert "toezicht op privacy" not in wie_keek
    gelezen = Logregel.objects.filter(gezin_id=cast.gezin.pk, gebruiker_id=cast.privacy_officer.pk)
    assert {lot.pk, vader.pk} <= set(gelezen.get(object_id=vlag.pk).over_wie), "the form names them"


def test_what_is_asked_in_words_goes_on_by_silence_and_a_no_as_any(cast):
    vlag = actions.vraag_vlag_in_woorden(
        cast.gezin, "haar vader", "Lot", REDEN, localdate(cast.nu) + timedelta(days=90), nu=cast.nu, door=cast.mentor
    )
    kind_lot(cast)
    assert gevraagd(vlag) == {"N. Bakker"}
    actions.beantwoord_vlagverzoek(vraag(vlag), False, "ik ken haar niet", nu=cast.nu, door=cast.coordinator)
    assert gevraagd(vlag) == {"D. Aksoy"}
    bewaak(vraag(vlag).termijn.loopt_af_op + timedelta(minutes=1))
    with pytest.raises(RuleError):
        actions.bevestig_in_woorden(vraag(vlag), "x", voor_wie=None, over_wie=[], nu=cast.nu, door=cast.privacy_officer)
    actions.beantwoord_vlagverzoek(vraag(vlag), False, "een ander gezin", nu=cast.nu, door=cast.privacy_officer)
    assert not Veiligheidsvlag.objects.filter(tot__isnull=True).exists()


def test_another_coordinator_is_asked_in_her_place(cast):
    vlag = zet(cast, kind_lot(cast), cast.behandelaar)
    wissel_coordinator(
        cast.gezin, cast.collega, cast.maatschappelijk_werk, nu=cast.nu, door=cast.coordinator, reden="ander werk"
    )
    assert gevraagd(vlag) == {"S. Yilmaz"}
    with pytest.raises(NotAllowed):
        actions.beantwoord_vlagverzoek(vraag(vlag), True, "", nu=cast.nu, door=cast.coordinator)
    actions.beantwoord_vlagverzoek(vraag(vlag), True, "", nu=cast.nu, door=cast.collega)


def gesprek_over(cast, lot) -> Toestemming:
    vandaag = localdate(cast.nu)
    actions.houd_gesprek(
        cast.gezin,
        Gespreksgegevens("samen helpen", vandaag, vandaag + timedelta(days=60)),
        [Toestemmingskeuze(cast.mentor_in_gezin.pk, Leefgebied.OPVOEDING, lot.pk, False)],
        nu=cast.nu,
        door=cast.coordinator,
    )
    return Toestemming.objects.get(over=lot)


def tekent(cast, wie, regel, antwoord="ja"):
    rij = Deelnemer.objects.get(pk=wie.pk)
    actions.teken(
        rij, {regel.pk: antwoord}, vorm="mondeling", gegeven_op=localdate(cast.nu), nu=cast.nu, door=cast.coordinator
    )


@pytest.mark.heavy("five pages")
@pytest.mark.eis("T2")
def test_whom_it_concerns_isnt_asked_to_sign_and_the_privacy_officer_decides(cast):
    lot = kind_lot(cast)
    vlag = zet(cast, lot, cast.behandelaar)
    actions.beantwoord_vlagverzoek(vraag(vlag), True, "", nu=cast.nu, door=cast.coordinator)
    regel = gesprek_over(cast, lot)
    assert not hoort(cast.vader, "toestemming_gevraagd")
    assert hoort(cast.moeder, "toestemming_gevraagd")
    assert hoort(cast.privacy_officer, "beslissing_gevraagd")
    with pytest.raises(RuleError):
        tekent(cast, cast.vader_in_gezin, regel)
    tekent(cast, cast.moeder_in_gezin, regel)
    regel.refresh_from_db()
    assert regel.staat == "gevraagd"
    client = client_van(cast.privacy_officer)
    waar = reverse("toestemming:beslissen", args=[vlag.pk, regel.pk])
    assert waar in client.get(reverse("toestemming:bescherming")).content.decode()
    assert "samen helpen" in client.get(waar).content.decode()
    assert kwam_terug(client.post(waar, {"antwoord": "ja", "waarom": ""}))
    assert client.post(waar, {"antwoord": "ja", "waarom": "dit helpt Lot"}).status_code == 302
    regel.refresh_from_db()
    assert regel.staat == "geldig"
    assert client.get(waar).status_code == 404
    # Father signs for himself again once it is lifted.
    actions.hef_vlag_op(vlag, "Mark heeft hulp", nu=clock.now(), door=cast.coordinator)
    regel.refresh_from_db()
    assert regel.staat == "gevraagd"
    assert not Handtekening.objects.filter(hoedanigheid=Hoedanigheid.PRIVACY_OFFICER, tot=None).exists()
    tekent(cast, cast.vader_in_gezin, regel)
    regel.refresh_from_db()
    assert regel.staat == "geldig"


@pytest.mark.eis("T2")
@pytest.mark.parametrize(("ja", "staat"), [(True, "ingetrokken"), (False, "geldig")])
def test_taking_back_consent_about_the_child_goes_by_the_privacy_officer(cast, ja, staat):
    lot = kind_lot(cast)
    regel = gesprek_over(cast, lot)
    for ouder in (cast.moeder_in_gezin, cast.vader_in_gezin):
        tekent(cast, ouder, regel)
    vlag = zet(cast, lot, cast.behandelaar)
    actions.beantwoord_vlagverzoek(vraag(vlag), True, "", nu=cast.nu, door=cast.coordinator)
    vader = Deelnemer.objects.select_related("gezin").get(pk=cast.vader_in_gezin.pk)
    actions.trek_in(vader, [regel.pk], nu=cast.nu, door=cast.coordinator)
    regel.refresh_from_db()
    assert regel.staat == "geldig"
    verzoek = vraag(vlag)
    assert (verzoek.soort, verzoek.aan) == (Vlagvraag.INTREKKEN, Beoordelaar.PRIVACY_OFFICER)
    with pytest.raises(NotAllowed):
        actions.beantwoord_vlagverzoek(verzoek, ja, "", nu=cast.nu, door=cast.coordinator)
    actions.beantwoord_vlagverzoek(verzoek, ja, "voor Lot", nu=cast.nu, door=cast.privacy_officer)
    regel.refresh_from_db()
    assert regel.staat == staat
    # The flag itself stays.
    assert Veiligheidsvlag.objects.geldend().filter(pk=vlag.pk).exists()
    # Mother takes it back herself, as always.
    if not ja:
        moeder = Deelnemer.objects.select_related("gezin").get(pk=cast.moeder_in_gezin.pk)
        actions.trek_in(moeder, [regel.pk], nu=cast.nu, door=cast.coordinator)
        regel.refresh_from_db()
        assert regel.staat == "ingetrokken"


def test_who_only_may_look_along_reads_no_plan(cast):
    aandacht = aandachtsfunctionaris(cast.kliniek)
    vlag = zet(cast, kind_lot(cast), cast.behandelaar, zonder_coordinator=True)
    for wie in (aandacht, cast.privacy_officer):
        client = client_van(wie)
        assert client.get(reverse("gezinsplan:plan", args=[cast.gezin.pk])).status_code == 404
        assert client.get(reverse("toestemming:bescherming")).status_code == 200
    waar = reverse("toestemming:vlag_bevestigen", args=[vraag(vlag).pk])
    assert client_van(aandacht).get(waar).status_code == 200
    # It is asked of the one, not yet of the other.
    assert client_van(cast.privacy_officer).get(waar).status_code == 404
    assert client_van(cast.behandelaar).get(reverse("toestemming:bescherming")).status_code == 403
