"""Hours and safety are told at once and to who is above too; all else waits for the bundle, under subjects that tell apart (S2, R2)."""

import pytest

from berichten import brief
from berichten.models import Bericht
from escalatie import actions
from escalatie.models import Oorzaak, Stapreden
from instanties.models import Beheermelding
from tests.escalatie.conftest import verteld
from tests.escalatie.pagina import Bezoek
from tests.inloggen import client_van
from woorden.duur import Duur, Eenheid

pytestmark = pytest.mark.heavy("walks a course")


def berichten(stagnatie, wie, soort):
    return list(Bericht.objects.filter(object_id=stagnatie.pk, ontvanger=wie, soort=soort))


def onveilig(vast):
    vast.doen_afspraak(
        "Moeder drinkt niet waar Sanne bij is", vast.cast.moeder_in_gezin, termijn=Duur(24, Eenheid.UUR),
        is_veiligheidsafspraak=True,
    )  # fmt: skip
    vast.tik(dagen=1)
    return vast.stagnatie


@pytest.mark.eis("R2", "E10")
def test_what_can_wait_comes_in_the_bundle(vast):
    vast.naar_stap_2()
    stagnatie = vast.stagnatie
    [bericht] = berichten(stagnatie, vast.cast.manager, "stagnatie_aan_zet")
    assert not bericht.spoed and bericht.volgende_poging_op > vast.nu
    assert bericht.uiterlijk_op == vast.stap.staptermijn.loopt_af_op


@pytest.mark.eis("R2", "E7", "I6")
def test_safety_is_told_at_once_to_the_keeper_and_to_who_is_above_who_reads_whom_to_call(vast):
    stagnatie = onveilig(vast)
    [bericht] = berichten(stagnatie, vast.cast.coordinator, "stagnatie_aan_zet")
    assert bericht.spoed and bericht.volgende_poging_op == vast.nu
    assert verteld(stagnatie, "stagnatie_dringend") == {"M. Smit", "R. Vos"}, "the manager, and who leads her"
    [boven] = berichten(stagnatie, vast.cast.manager, "stagnatie_dringend")
    assert boven.spoed
    pagina = Bezoek(vast, vast.cast.manager).tekst()
    assert "Aan zet: N. Bakker" in pagina
    assert "06-00000001" in pagina
    for geheim in ("De Wit", "Sanne", "Moeder drinkt"):
        assert geheim not in pagina


@pytest.mark.eis("X5", "R2")
def test_subjects_tell_apart_and_say_nothing_of_anybody(vast):
    onveilig(vast)
    vast.loopt_vast()
    gevraagd = Bericht.objects.filter(ontvanger=vast.cast.coordinator, soort="stagnatie_aan_zet").order_by("gemaakt_op")
    onderwerpen = [str(brief.maak_brief([rij]).subject) for rij in gevraagd]
    assert onderwerpen[0].startswith("Kan niet wachten: Er wordt iets van u gevraagd, uiterlijk ")
    assert onderwerpen[1:] == ["Er wordt iets van u gevraagd, uiterlijk maandag 23 november"]
    bundel = str(brief.maak_brief(list(gevraagd)).subject)
    assert bundel.startswith("2 berichten voor u, het eerste uiterlijk ")


@pytest.mark.eis("R2")
def test_the_link_of_a_mail_leads_to_the_thing_and_marks_nothing(vast):
    vast.naar_stap_2()
    stagnatie = vast.stagnatie
    [bericht] = berichten(stagnatie, vast.cast.manager, "stagnatie_aan_zet")
    tekst = str(brief.maak_brief([bericht]).body)
    adres = f"/berichten/{bericht.pk}/openen/"
    assert adres in tekst
    antwoord = client_van(vast.cast.manager).get(adres)
    assert antwoord.status_code == 302 and antwoord["Location"] == f"/stagnatie/{stagnatie.pk}/"
    bericht.refresh_from_db()
    assert bericht.gelezen_op is None
    assert client_van(vast.cast.ambtenaar).get(adres).status_code == 404


@pytest.mark.eis("E4", "E5", "R2")
def test_it_never_goes_up_twice_unopened_but_asks_others_within_the_same_step(vast):
    stagnatie = onveilig(vast)
    vast.tik(dagen=1.01)
    stap = vast.stap
    assert stap.modelstap.nummer == 2, "once it goes up unopened"
    eerste = stap.vastleggen.loopt_af_op

    for keer in (1, 2):
        vast.tik(dagen=1.01)
        assert (vast.stap, vast.stap.houder) == (stap, vast.cast.manager)
        assert vast.stap.vastleggen.loopt and vast.stap.vastleggen.loopt_af_op > eerste
        [*alle] = [rij.tekst for rij in stagnatie.gebeurtenissen.filter(tekst__startswith="Niemand heeft dit geopend")]
        assert len(alle) == keer
    assert all(naam in alle[-1] for naam in ("H. van Dam", "F. de Boer", "R. Vos")), alle
    gemeld = Beheermelding.objects.get(tekst__contains="door niemand geopend")
    assert gemeld.instelling == vast.cast.maatschappelijk_werk and "De Wit" not in gemeld.tekst

    Bezoek(vast, vast.cast.bestuurder).tekst()
    vast.tik(dagen=1.01)
    assert vast.stap.modelstap.nummer == 3, "opened and not answered: on it goes"


@pytest.mark.eis("E1", "E4", "R2")
def test_a_crisis_that_lets_a_step_begin_again_does_not_send_it_up_twice_unopened(vast):
    onveilig(vast)
    vast.tik(dagen=1.01)
    assert vast.stap.modelstap.nummer == 2, "once it went up unopened"
    actions.meld_stagnatie(
        vast.cast.gezin, door=vast.cast.moeder, nu=vast.nu, oorzaak=Oorzaak.CRISIS, toelichting="Vader staat hier",
        doel=vast.stagnatie.doel, partij=vast.stagnatie.partij,
    )  # fmt: skip
    stap = vast.stap
    assert (stap.modelstap.nummer, stap.reden) == (2, Stapreden.CRISIS)
    vast.tik(dagen=1.01)
    assert vast.stap == stap, "nobody opened it still"


@pytest.mark.eis("E4")
def test_what_can_wait_goes_up_also_unopened(vast):
    vast.naar_stap_3()
    vast.tik(dagen=8)
    assert (vast.stap.modelstap.nummer, vast.stap.niveau) == (3, 2)
