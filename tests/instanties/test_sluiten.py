"""An instelling or gemeente stops: it is said what stays behind, and all of it moves or ends at that moment (I1, I9, Z3, E5)."""

import pytest
from django.urls import reverse

from core.errors import RuleError
from gezinnen.models import Coordinatorschap, Deelnemer, Gezin
from gezinnen.selectie import coordinator, zonder_werkende_coordinator
from instanties.actions import leg_gemeente_vast, leg_instelling_vast, sluit_gemeente, sluit_instelling
from instanties.models import Beheermelding, Functie, FunctieVerzoek, Gebruiker, Gemeente, Instelling, Rol
from tests.cast import maak_professional
from tests.inloggen import client_van
from toestemming.zicht import blik

pytestmark = pytest.mark.django_db


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
    sluit_instelling(cast.school, **wie)
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
    sluit_instelling(cast.maatschappelijk_werk, opvolger=cast.jeugdhulp, **wie)
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
    sluit_instelling(cast.school, opvolger=cast.jeugdhulp, **wie)
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
    sluit_gemeente(cast.gemeente, opvolger=nieuw, **wie)
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
    weigert = beheer.post(url, {"opvolger": ""})
    assert "opvolger" in weigert.context["form"].errors
    beheer.post(url, {"opvolger": str(cast.jeugdhulp.pk)})
    assert coordinator(cast.gezin).instelling == cast.jeugdhulp
    gemeente = " ".join(
        beheer.get(reverse("instanties:gemeente_sluiten", args=[cast.gemeente.pk])).content.decode().split()
    )
    assert "2 gezinnen horen bij deze gemeente." in gemeente
    assert "Voor 2 kinderen is deze gemeente verantwoordelijk." in gemeente
