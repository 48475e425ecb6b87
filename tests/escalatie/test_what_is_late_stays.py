"""What is late leaves nobody's list before it is done; what can't wait stands first (E15, R2, S2)."""

import pytest

from escalatie import actions
from escalatie.models import SoortTussenvraag, SoortVraag, Tussenvraag
from gezinsplan.actions import neem_vink_terug, vink_af
from gezinsplan.models import Afspraakstaat
from tests.escalatie.pagina import Bezoek, tekst
from tests.inloggen import client_van
from tests.routes.vragen import HOOGSTENS, geteld
from werklijst import selectie
from woorden.duur import Duur, Eenheid

pytestmark = [pytest.mark.django_db, pytest.mark.heavy("walks a course, and looks at the list of several people")]


def rijen(vast, wie):
    return [rij for groep in selectie.mijn_werk(wie, vast.nu).groepen for rij in groep.rijen]


def teksten(vast, wie):
    return [rij.tekst for rij in rijen(vast, wie)]


@pytest.mark.eis("E15", "R2")
@pytest.mark.parametrize("stap", ["loopt_vast", "naar_stap_2", "naar_stap_3"])
def test_the_missed_share_stays_with_its_doer_at_every_step(vast, stap):
    getattr(vast, stap)()
    [rij] = rijen(vast, vast.cast.mentor)
    assert vast.afspraak.wat in rij.tekst and rij.url.endswith(f"/{vast.afspraak.pk}/")
    assert rij.stand.stap.startswith(f"Stap {vast.stap.modelstap.nummer}")
    assert "Er wordt hier nu niets van u gevraagd" not in Bezoek(vast, vast.cast.mentor).tekst()


@pytest.mark.eis("E15", "E4")
def test_the_missed_share_stays_with_the_manager_after_the_answer_once(vast):
    vast.naar_stap_2()
    assert len(rijen(vast, vast.cast.manager_school)) == 1
    vraag = vast.stagnatie.vragen.get(soort="aandeel")
    actions.beantwoord_vraag(vraag, antwoord="Volgende week", door=vast.cast.manager_school, nu=vast.nu)
    [tekst_] = teksten(vast, vast.cast.manager_school)
    assert "het aandeel van uw instelling ontbreekt nog" in tekst_
    vast.afspraak.refresh_from_db()
    vink_af(vast.afspraak, vast.afspraak.termijn.begint_op.date(), nu=vast.nu, door=vast.cast.coordinator)
    assert rijen(vast, vast.cast.manager_school) == rijen(vast, vast.cast.mentor) == []


@pytest.mark.eis("E15", "R2")
def test_a_question_that_is_late_stays_until_it_is_answered(vast):
    vast.loopt_vast()
    vraag = actions.stel_vraag(
        vast.stagnatie, soort=SoortVraag.AANSPREKEN, tekst="Hoe kan dit?", door=vast.cast.coordinator, nu=vast.nu,
        aan=vast.cast.collega,
    )  # fmt: skip
    vast.tik(dagen=10)
    [rij] = rijen(vast, vast.cast.collega)
    assert "beantwoord de vraag" in rij.tekst and rij.url.endswith(f"/{vast.stagnatie.pk}/")
    actions.beantwoord_vraag(vraag, antwoord="Ziek geweest", door=vast.cast.collega, nu=vast.nu)
    assert rijen(vast, vast.cast.collega) == []


@pytest.mark.eis("E15")
def test_an_action_that_was_not_done_in_time_stays_with_who_does_it(vast):
    vast.loopt_vast()
    vast.leg_vast(vast.actie(dagen=2, wie=vast.cast.collega_in_gezin))
    vast.tik(dagen=3)
    vast.zwijgt_op_navraag()
    assert vast.stap.modelstap.nummer == 2
    [rij] = rijen(vast, vast.cast.collega)
    assert "voer uw actie uit" in rij.tekst
    assert "Uw actie" in Bezoek(vast, vast.cast.collega).tekst()


@pytest.mark.eis("E15", "E11")
def test_what_is_still_not_done_when_it_is_solved_is_the_coordinators(vast):
    vast.loopt_vast()
    vast.leg_vast(vast.actie(dagen=5, wie=vast.cast.collega_in_gezin))
    oplossing = actions.meld_opgelost(vast.stagnatie, door=vast.cast.coordinator, nu=vast.nu)
    actions.zeg_ja(oplossing, door=vast.cast.moeder, nu=vast.nu)
    vast.afspraak.refresh_from_db()
    assert vast.afspraak.staat == Afspraakstaat.NIET_GEDAAN
    [rij] = rijen(vast, vast.cast.coordinator)
    assert vast.afspraak.wat in rij.tekst
    assert rijen(vast, vast.cast.mentor) == []


@pytest.mark.eis("R2", "E13")
def test_a_row_says_plan_what_whose_how_late_level_and_cause(vast):
    vast.naar_stap_2()
    [rij] = [rij for rij in rijen(vast, vast.cast.manager) if "leg vast" in rij.tekst]
    assert rij.tekst == f"Plan {vast.cast.gezin.nummer}: leg vast wat er gaat gebeuren"
    assert (rij.stand.wie, rij.stand.oorzaak) == ("Basisschool De Wilgentak", "een afspraak is niet nagekomen")
    assert rij.stand.stap == "Stap 2 Managers"
    # Who doesn't read what it is about reads the level alone.
    [rij] = rijen(vast, vast.cast.manager_school)
    assert (rij.stand.wie, rij.stand.oorzaak) == ("", "")


@pytest.mark.eis("R2")
def test_safety_first_then_the_oldest(vast):
    vast.loopt_vast()
    vast.doen_afspraak(
        "Moeder drinkt niet waar Sanne bij is", vast.cast.moeder_in_gezin, termijn=Duur(24, Eenheid.UUR),
        is_veiligheidsafspraak=True,
    )  # fmt: skip
    vast.tik(dagen=1)
    groepen = selectie.mijn_werk(vast.cast.coordinator, vast.nu).groepen
    assert groepen[0].sleutel == "dringend" and len(groepen) > 1
    assert "Kan niet wachten" in tekst(client_van(vast.cast.coordinator).get("/"))
    einden = [rij.termijn.loopt_af_op for groep in groepen[1:] for rij in groep.rijen]
    assert einden == sorted(einden)


@pytest.mark.eis("R2")
def test_what_is_late_asks_no_more_than_a_page_may(vast):
    vast.naar_stap_2()
    for wie in (vast.cast.mentor, vast.cast.manager_school, vast.cast.coordinator):
        client = client_van(wie)
        client.get("/")
        with geteld() as gevonden:
            client.get("/")
        assert len(gevonden) <= HOOGSTENS + (wie == vast.cast.manager_school), "\n".join(sql[:150] for sql in gevonden)


class TestUnconfirmed:
    """'Gedaan', said by who missed it, waits for the family or the coordinator: until then it is owed (E14, D19)."""

    pytestmark = pytest.mark.eis("E14", "E15", "R2")

    def zegt_gedaan(self, vast):
        vast.naar_stap_2()
        vink_af(vast.afspraak, vast.afspraak.start_op, nu=vast.nu, door=vast.cast.mentor)
        return Tussenvraag.objects.get(soort=SoortTussenvraag.WAS_GEDAAN)

    def staat_er(self, vast, wie):
        return any(vast.afspraak.wat in tekst_ for tekst_ in teksten(vast, wie))

    def test_a_tick_leaves_the_list_when_it_is_confirmed_not_before(self, vast):
        vraag = self.zegt_gedaan(vast)
        assert self.staat_er(vast, vast.cast.mentor)
        pagina = Bezoek(vast, vast.cast.mentor).tekst()
        assert "Er wordt hier nu niets van u gevraagd" not in pagina
        assert f"Er is gezegd dat dit op tijd is gedaan. Dat is nog niet bevestigd: {vast.afspraak.wat}" in pagina
        actions.bevestig_gedaan(vraag, True, door=vast.cast.moeder, nu=vast.nu)
        assert not self.staat_er(vast, vast.cast.mentor)

    def test_a_no_or_silence_leaves_it_owed(self, vast):
        vraag = self.zegt_gedaan(vast)
        actions.bevestig_gedaan(vraag, False, door=vast.cast.moeder, nu=vast.nu)
        assert self.staat_er(vast, vast.cast.mentor)
        vast.tik(dagen=20)
        assert self.staat_er(vast, vast.cast.mentor)

    def test_done_late_after_all_is_owed_no_more(self, vast):
        vraag = self.zegt_gedaan(vast)
        actions.bevestig_gedaan(vraag, False, door=vast.cast.moeder, nu=vast.nu)
        neem_vink_terug(vast.afspraak, "Het was later", nu=vast.nu, door=vast.cast.mentor)
        vink_af(vast.afspraak, vast.nu.date(), nu=vast.nu, door=vast.cast.mentor)
        assert not self.staat_er(vast, vast.cast.mentor)

    def test_an_action_too(self, vast):
        vast.loopt_vast()
        [actie] = vast.leg_vast(vast.actie(dagen=2, wie=vast.cast.collega_in_gezin))
        vast.tik(dagen=3)
        vast.zwijgt_op_navraag()
        actions.meld_uitgevoerd(actie, gebeurd_op=actie.termijn.begint_op.date(), door=vast.cast.collega, nu=vast.nu)
        [rij] = rijen(vast, vast.cast.collega)
        assert "dat uw actie op tijd is gedaan, is nog niet bevestigd" in rij.tekst
        assert "Er wordt hier nu niets van u gevraagd" not in Bezoek(vast, vast.cast.collega).tekst()
        actions.bevestig_gedaan(
            Tussenvraag.objects.get(soort=SoortTussenvraag.WAS_GEDAAN), True, door=vast.cast.moeder, nu=vast.nu
        )
        assert rijen(vast, vast.cast.collega) == []


@pytest.mark.eis("E15", "E6")
def test_who_confirmed_a_decision_finds_with_its_day_that_it_must_report_back_and_late_it_stays(vast):
    vast.naar_stap_3()
    niveau = vast.stap.modelstap.niveaus.get(nummer=1)
    genomen = actions.besluit(
        vast.stap, niveau=niveau, tekst="De school begint maandag", grond="Convenant", instellingen=[vast.cast.school],
        door=vast.cast.ambtenaar, nu=vast.nu, tot=vast.in_dagen(20),
    )  # fmt: skip
    bevestiging = genomen.bevestigingen.get()
    actions.bevestig(bevestiging, door=vast.cast.manager_school, nu=vast.nu)

    def mijn(wie=vast.cast.manager_school):
        return [rij for rij in rijen(vast, wie) if "koppel terug hoe het gaat met het besluit" in rij.tekst]

    [rij] = mijn()
    assert rij.termijn.loopt_af_op == vast.in_dagen(20), "the day on which the result is awaited"
    vast.tik(dagen=20)
    vast.tik(dagen=5)
    assert len(mijn()) == 1
    assert "niet op tijd teruggekoppeld" in " ".join(vast.stagnatie.gebeurtenissen.values_list("tekst", flat=True))
    actions.koppel_terug(vast.stap, tekst="Het loopt", door=vast.cast.manager_school, nu=vast.nu)
    assert mijn() == []


@pytest.mark.eis("E15", "E6")
def test_who_confirms_too_late_has_a_day_to_report_back_too(vast):
    vast.naar_stap_3()
    niveau = vast.stap.modelstap.niveaus.get(nummer=1)
    genomen = actions.besluit(
        vast.stap, niveau=niveau, tekst="De school begint maandag", grond="Convenant", instellingen=[vast.cast.school],
        door=vast.cast.ambtenaar, nu=vast.nu, tot=vast.in_dagen(40),
    )  # fmt: skip
    vast.tik(dagen=15)
    bevestiging = genomen.bevestigingen.get()
    assert bevestiging.staat == "geen_antwoord"
    actions.bevestig(bevestiging, door=vast.cast.manager_school, nu=vast.nu)
    bevestiging.refresh_from_db()
    assert bevestiging.termijn.loopt and bevestiging.termijn.loopt_af_op > vast.nu
    actions.koppel_terug(vast.stap, tekst="Het loopt", door=vast.cast.manager_school, nu=vast.nu)
    bevestiging.termijn.refresh_from_db()
    assert bevestiging.termijn.staat == "gehaald"
