"""An instelling or gemeente stops: it is said what stays behind, and all of it moves or ends at that moment (I1, I9, Z3, E5)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from berichten.selectie import inbox
from core import clock
from core.errors import RuleError
from gezinnen.models import Coordinatorschap, Deelnemer, Gezin
from gezinnen.selectie import coordinator, zonder_werkende_coordinator
from instanties import bevestigers, selectie
from instanties.actions import (
    beantwoord_functies,
    beantwoord_sluiten,
    geef_functie,
    leg_gemeente_vast,
    leg_instelling_vast,
    sluit_gemeente,
    sluit_instelling,
    vraag_functie,
)
from instanties.models import (
    Beheermelding,
    Functie,
    FunctieVerzoek,
    Gebruiker,
    Gemeente,
    Herkomst,
    Instelling,
    Rol,
    Sluitverzoek,
    Verzoekstaat,
)
from tests.cast import maak_professional
from tests.fuseren import fuseer
from tests.inloggen import client_van
from toestemming.zicht import blik

pytestmark = [pytest.mark.django_db, pytest.mark.heavy("an organisation with all that hangs on it")]


@pytest.fixture
def wie(cast):
    return {"nu": cast.nu, "door": cast.beheerder}


def andere_gemeente() -> Gemeente:
    nieuw = Gemeente.objects.create(naam="Waterdam")
    nieuw.ambtenaar = maak_professional("B. Ambtenaar", Rol.GEMEENTEAMBTENAAR, gemeente=nieuw)
    nieuw.vervanger = maak_professional("C. Vervanger", Rol.GEMEENTEAMBTENAAR, gemeente=nieuw)
    nieuw.actief = True
    nieuw.save()
    return nieuw


@pytest.mark.eis("I9", "T3")
def test_what_its_people_saw_closes_at_that_moment(cast, wie):
    assert blik(cast.mentor, cast.gezin) is not None
    fuseer(cast.school, None, **wie)
    assert blik(cast.mentor, cast.gezin) is None
    assert not Functie.objects.geldig().filter(instelling=cast.school).exists()
    assert not Gebruiker.objects.get(pk=cast.mentor.pk).is_active
    mentor = Deelnemer.objects.get(pk=cast.mentor_in_gezin.pk)
    assert mentor.gestopt_op == cast.nu
    assert mentor.waarom_gestopt == "Basisschool De Wilgentak doet niet meer mee"
    assert not Instelling.objects.get(pk=cast.school.pk).actief
    assert Beheermelding.objects.filter(instelling=cast.school, tekst__contains=cast.beheerder.naam).exists()


@pytest.mark.eis("I9", "Z3")
def test_no_family_is_left_without_a_coordinator(cast, wie):
    with pytest.raises(RuleError) as fout:
        sluit_instelling(cast.maatschappelijk_werk, **wie)
    assert fout.value.field == "opvolger"
    assert Instelling.objects.get(pk=cast.maatschappelijk_werk.pk).actief
    assert blik(cast.coordinator, cast.gezin).is_coordinator


@pytest.mark.eis("I9", "Z3", "T3")
def test_after_a_merger_the_same_people_go_on_with_the_same_families(cast, wie):
    fuseer(cast.maatschappelijk_werk, cast.jeugdhulp, **wie)
    schap = coordinator(cast.gezin)
    assert (schap.gebruiker, schap.instelling) == (cast.coordinator, cast.jeugdhulp)
    assert blik(cast.coordinator, cast.gezin).is_coordinator
    assert Deelnemer.objects.get(pk=cast.collega_in_gezin.pk).instelling == cast.jeugdhulp
    functie = Functie.objects.geldig().get(gebruiker=cast.coordinator)
    assert (functie.instelling, functie.rol, functie.leidinggevende) == (
        cast.jeugdhulp,
        Rol.HULPVERLENER,
        cast.teamleider,
    )
    assert not zonder_werkende_coordinator([cast.jeugdhulp]).exists()
    assert Gebruiker.objects.get(pk=cast.coordinator.pk).is_active


@pytest.mark.eis("I8")
def test_a_merger_gives_who_does_it_nothing(cast, wie):
    Functie.objects.create(gebruiker=cast.beheerder, rol=Rol.MANAGER, instelling=cast.school)
    fuseer(cast.school, cast.jeugdhulp, **wie)
    assert not Functie.objects.geldig().filter(gebruiker=cast.beheerder, instelling__isnull=False).exists()
    # Who leads or decides gets it there by a second person.
    assert not Functie.objects.geldig().filter(gebruiker=cast.manager_school).exists()
    assert FunctieVerzoek.objects.filter(gebruiker=cast.manager_school, instelling=cast.jeugdhulp).exists()
    assert not FunctieVerzoek.objects.filter(gebruiker=cast.beheerder).exists()


@pytest.mark.eis("I1", "E5", "G16")
def test_gemeenten_merge_without_a_family_losing_its_gemeente(cast, wie):
    nieuw = andere_gemeente()
    with pytest.raises(RuleError) as fout:
        sluit_gemeente(cast.gemeente, **wie)
    assert fout.value.field == "opvolger"
    fuseer(cast.gemeente, nieuw, **wie)
    assert Gezin.objects.get(pk=cast.gezin.pk).gemeente == nieuw
    assert Deelnemer.objects.get(pk=cast.sanne.pk).gemeente == nieuw
    assert not Functie.objects.geldig().filter(gebruiker=cast.ambtenaar).exists()
    assert not Gemeente.objects.get(pk=cast.gemeente.pk).actief


@pytest.mark.eis("I1")
def test_another_name_is_only_another_name(cast):
    voor = list(Coordinatorschap.objects.values_list("pk", "gebruiker", "instelling"))
    leg_instelling_vast(cast.maatschappelijk_werk, naam="Welzijn De Overkant", door=cast.beheerder)
    leg_gemeente_vast(cast.gemeente, naam="Plassendam en Waterdam", door=cast.beheerder)
    assert list(Coordinatorschap.objects.values_list("pk", "gebruiker", "instelling")) == voor
    assert Gezin.objects.get(pk=cast.gezin.pk).gemeente.naam == "Plassendam en Waterdam"


@pytest.mark.eis("I9")
def test_saving_the_form_never_closes_one(cast):
    for leg_vast, rij in ((leg_instelling_vast, cast.school), (leg_gemeente_vast, cast.gemeente)):
        with pytest.raises(RuleError, match="apart stoppen"):
            leg_vast(rij, actief=False, door=cast.beheerder)


@pytest.mark.eis("I9")
def test_the_page_says_before_what_stays_behind(cast):
    beheer = client_van(cast.beheerder)
    url = reverse("instanties:instelling_sluiten", args=[cast.maatschappelijk_werk.pk])
    assert url in beheer.get(reverse("instanties:instelling", args=[cast.maatschappelijk_werk.pk])).content.decode()
    tekst = " ".join(beheer.get(url).content.decode().split())
    assert "5 mensen hebben hier een rol." in tekst
    assert "Van 1 gezin is de zorgcoördinator van hier." in tekst
    assert "De Wit" not in tekst
    weigert = beheer.post(url, {"hoe": "nergens", "opvolger": ""})
    assert "opvolger" in weigert.context["form"].errors
    assert "hoe" in beheer.post(url, {"opvolger": ""}).context["form"].errors, "nothing is chosen beforehand"
    beheer.post(url, {"hoe": "ander", "opvolger": str(cast.jeugdhulp.pk)})
    assert coordinator(cast.gezin).instelling == cast.maatschappelijk_werk, "only asked"
    verzoek = Sluitverzoek.objects.get()
    tweede = client_van(bevestigers.tweeden([verzoek], clock.now()).van(verzoek)[0])
    rollen = " ".join(tweede.get(reverse("instanties:rollen")).content.decode().split())
    assert "Van 1 gezin is de zorgcoördinator van hier." in rollen
    tweede.post(reverse("instanties:sluiten_beantwoorden", args=[verzoek.pk]), {"antwoord": "ja"})
    assert coordinator(cast.gezin).instelling == cast.jeugdhulp
    gemeente = " ".join(
        beheer.get(reverse("instanties:gemeente_sluiten", args=[cast.gemeente.pk])).content.decode().split()
    )
    assert "2 gezinnen horen bij deze gemeente." in gemeente
    assert "Voor 2 kinderen is deze gemeente verantwoordelijk." in gemeente


@pytest.fixture
def stub(cast):
    """An instelling that one beheerder made up, with an account of his own in it."""
    rij = Instelling.objects.create(naam="Stichting Nep", soort="anders")
    return rij, maak_professional("Sok Pop", Rol.HULPVERLENER, instelling=rij)


@pytest.mark.eis("I8")
@pytest.mark.parametrize("erin", [True, False])
def test_one_beheerder_alone_merges_nothing(cast, stub, erin):
    """He merges a made-up instelling into a real one, or a real one into it: by the page nothing moves."""
    nep, sok = stub
    van, naar = (nep, cast.maatschappelijk_werk) if erin else (cast.maatschappelijk_werk, nep)
    voor = set(Functie.objects.geldig().values_list("gebruiker", "rol", "instelling"))
    url = reverse("instanties:instelling_sluiten", args=[van.pk])
    assert client_van(cast.beheerder).post(url, {"hoe": "ander", "opvolger": str(naar.pk)}).status_code == 302
    assert set(Functie.objects.geldig().values_list("gebruiker", "rol", "instelling")) == voor
    assert Instelling.objects.get(pk=van.pk).actief
    verzoek = Sluitverzoek.objects.get()
    for wie in (cast.beheerder, sok, cast.coordinator):
        with pytest.raises(RuleError, match="wacht niet"):
            beantwoord_sluiten(verzoek, True, nu=clock.now(), door=wie)
    # Both sides hear it, and who watches over privacy.
    for wie in (cast.bestuurder, cast.teamleider, cast.privacy_officer):
        assert any("Stichting Nep" in regel.tekst for regel in inbox(wie).rijen)


@pytest.mark.eis("I8")
def test_the_one_that_receives_says_yes_and_who_helps_no_family_isnt_moved(cast, stub):
    nep, sok = stub
    nu = clock.now()
    verzoek = sluit_instelling(nep, opvolger=cast.maatschappelijk_werk, nu=nu, door=cast.beheerder)
    assert bevestigers.tweeden([verzoek], nu).van(verzoek) == [cast.bestuurder, cast.teamleider]
    beantwoord_sluiten(verzoek, True, nu=nu, door=cast.teamleider)
    assert not Instelling.objects.get(pk=nep.pk).actief
    assert not sok.functies.geldig().exists()
    gevraagd = FunctieVerzoek.objects.get(gebruiker=sok)
    assert (gevraagd.instelling, gevraagd.staat) == (cast.maatschappelijk_werk, Verzoekstaat.WACHT)


@pytest.mark.eis("I8")
def test_who_goes_along_has_a_function_confirmed_by_name(cast, wie):
    verzoek = fuseer(cast.maatschappelijk_werk, cast.jeugdhulp, **wie)
    functie = cast.coordinator.functies.geldig().get()
    assert functie.herkomst == Herkomst.BEVESTIGD
    assert (functie.verzoek.door, functie.verzoek.beantwoord_door) == (cast.beheerder, verzoek.beantwoord_door)


@pytest.mark.eis("I8")
def test_who_was_just_made_leidinggevende_by_who_asks_is_no_second_person(cast, stub):
    nep, sok = stub
    tweede = selectie.beheerders().exclude(pk=cast.beheerder.pk).get()
    nu = clock.now()
    rol = vraag_functie(sok, Rol.LEIDINGGEVENDE, instelling=nep, nu=nu, door=cast.beheerder)
    beantwoord_functies([rol.pk], True, nu=nu, door=tweede)
    verzoek = sluit_instelling(cast.maatschappelijk_werk, opvolger=nep, nu=nu, door=cast.beheerder)
    assert bevestigers.tweeden([verzoek], nu).van(verzoek) == [tweede]
    assert bevestigers.tweeden([verzoek], nu + timedelta(days=8)).van(verzoek) == [sok]


@pytest.mark.eis("I8", "E5")
def test_a_gemeente_goes_into_another_by_another_beheerder(cast, wie):
    nieuw = andere_gemeente()
    verzoek = sluit_gemeente(cast.gemeente, opvolger=nieuw, **wie)
    assert Gezin.objects.get(pk=cast.gezin.pk).gemeente == cast.gemeente
    assert bevestigers.tweeden([verzoek], cast.nu).van(verzoek) == list(
        selectie.beheerders().exclude(pk=cast.beheerder.pk)
    )


@pytest.mark.eis("I8")
def test_it_lapses_after_five_werkdagen_and_a_no_moves_nothing(cast, wie):
    verzoek = sluit_instelling(cast.school, opvolger=cast.jeugdhulp, **wie)
    einde = verzoek.uiterlijk_op
    assert timedelta(days=6) < einde - cast.nu < timedelta(days=10)
    tweede = bevestigers.tweeden([verzoek], cast.nu).van(verzoek)[0]
    with pytest.raises(RuleError, match="wacht niet"):
        beantwoord_sluiten(verzoek, True, nu=einde, door=tweede)
    opnieuw = sluit_instelling(cast.school, opvolger=cast.jeugdhulp, nu=einde, door=cast.beheerder)
    beantwoord_sluiten(opnieuw, False, nu=einde, door=tweede)
    verzoek.refresh_from_db()
    assert verzoek.staat == Verzoekstaat.STILTE
    assert Instelling.objects.get(pk=cast.school.pk).actief
    assert blik(cast.mentor, cast.gezin) is not None


@pytest.mark.eis("I8")
def test_by_the_yes_it_is_done_with_who_is_there_then(cast, wie):
    verzoek = sluit_instelling(cast.school, opvolger=cast.jeugdhulp, **wie)
    later = maak_professional("Later Erbij", Rol.MANAGER, instelling=cast.school)
    geef_functie(cast.mentor, Rol.MANAGER, instelling=cast.jeugdhulp, door=None)
    tweede = bevestigers.tweeden([verzoek], cast.nu).van(verzoek)[0]
    beantwoord_sluiten(verzoek, True, nu=cast.nu, door=tweede)
    assert not later.functies.geldig().exists()
    assert FunctieVerzoek.objects.filter(gebruiker=later, instelling=cast.jeugdhulp).exists()


@pytest.mark.eis("I8")
def test_one_beheerder_alone_ends_nothing(cast, wie):
    """Ending takes from many what they work with: a second person of that instelling is asked."""
    verzoek = sluit_instelling(cast.school, **wie)
    assert Instelling.objects.get(pk=cast.school.pk).actief
    assert blik(cast.mentor, cast.gezin) is not None
    assert bevestigers.tweeden([verzoek], cast.nu).van(verzoek) == [cast.bestuurder_school]
    pagina = " ".join(client_van(cast.bestuurder_school).get(reverse("instanties:rollen")).content.decode().split())
    assert "Mag dit stoppen?" in pagina
    assert f"vraagt of {cast.school.naam} mag stoppen" in " ".join(
        regel.tekst for regel in inbox(cast.privacy_officer).rijen
    )
    beantwoord_sluiten(verzoek, True, nu=cast.nu, door=cast.bestuurder_school)
    assert blik(cast.mentor, cast.gezin) is None


@pytest.mark.eis("I8", "E5")
def test_a_gemeente_ends_by_another_beheerder(cast, wie):
    leeg = andere_gemeente()
    verzoek = sluit_gemeente(leeg, **wie)
    assert Gemeente.objects.get(pk=leeg.pk).actief
    with pytest.raises(RuleError, match="wacht niet"):
        beantwoord_sluiten(verzoek, True, nu=cast.nu, door=cast.beheerder)
    beantwoord_sluiten(verzoek, True, nu=cast.nu, door=bevestigers.tweeden([verzoek], cast.nu).van(verzoek)[0])
    assert not Gemeente.objects.get(pk=leeg.pk).actief
