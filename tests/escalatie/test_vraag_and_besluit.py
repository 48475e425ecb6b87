"""Addressing each other, advice, the gemeente's decision and the answers to it (E2, E4, E5, E6)."""

import pytest

from core.errors import RuleError
from escalatie import actions
from escalatie.models import (
    Besluit,
    BetrokkenOrganisatie,
    Bevestigingsstaat,
    Modelniveau,
    Oorzaak,
    SoortGebeurtenis,
    SoortVraag,
    Stapreden,
    Vraag,
)
from escalatie.waarneming import is_houder
from escalatie.zicht import zichtbare_stagnaties
from instanties.actions import beeindig_functie, leg_gemeente_vast, leg_instelling_vast, leg_regio_vast
from instanties.models import Beheermelding, Functie, Gemeente, Regio, Rol, SoortInstelling
from termijnen.models import Termijnstaat
from tests.afwezig import is_weg
from tests.cast import maak_professional
from tests.escalatie.conftest import gebeurd, verteld
from tests.escalatie.pagina import Bezoek, klok_op

pytestmark = pytest.mark.heavy("walks a course to the level that decides")


def vraag(vast, door, aan=None, **rest) -> Vraag:
    velden = {"soort": SoortVraag.AANSPREKEN, "tekst": "Wanneer lukt het?", **rest}
    return actions.stel_vraag(vast.stagnatie, door=door, nu=vast.nu, aan=aan, **velden)


def niveau(nummer: int) -> Modelniveau:
    return Modelniveau.objects.get(modelstap__model__actief=True, nummer=nummer)


def besluit(vast, *instellingen, nummer: int = 1, **rest):
    velden = {"tekst": "De school maakt een plek vrij", "grond": "De gemeente betaalt deze plekken", **rest}
    velden = {"door": vast.stap.houder, **velden}
    return actions.besluit(vast.stap, niveau=niveau(nummer), instellingen=instellingen, nu=vast.nu, **velden)


@pytest.mark.eis("E2")
@pytest.mark.parametrize(("van", "aan"), [("coordinator", "mentor"), ("mentor", "coordinator"), ("collega", "mentor")])
def test_colleagues_address_each_other_both_ways(vast, van, aan):
    vast.loopt_vast()
    gesteld = vraag(vast, getattr(vast.cast, van), getattr(vast.cast, aan))
    assert gesteld.termijn.duur == Regio.objects.huidige().antwoord
    assert gesteld.termijn.gevraagden.get().gebruiker == getattr(vast.cast, aan)
    assert verteld(vast.stagnatie, "stagnatie_vraag") == {getattr(vast.cast, aan).naam}
    actions.beantwoord_vraag(gesteld, antwoord="Morgen", door=getattr(vast.cast, aan), nu=vast.nu)
    gesteld.refresh_from_db()
    assert (gesteld.antwoord, gesteld.termijn.staat) == ("Morgen", Termijnstaat.GEHAALD)
    assert getattr(vast.cast, van).naam in verteld(vast.stagnatie, "stagnatie_antwoord")


@pytest.mark.eis("E4")
def test_managers_address_each_other_both_ways(vast):
    vast.naar_stap_2()
    assert vraag(vast, vast.cast.manager, vast.cast.manager_school).aan == vast.cast.manager_school
    assert vraag(vast, vast.cast.manager_school, vast.cast.manager).aan == vast.cast.manager


@pytest.mark.eis("E9")
def test_no_answer_is_noticed_and_the_step_term_runs_on(vast):
    vast.loopt_vast()
    vast.leg_vast(vast.actie(dagen=20))
    gesteld = vraag(vast, vast.cast.collega, vast.cast.mentor)
    voor = vast.stap.staptermijn.loopt_af_op
    vast.nu = gesteld.termijn.loopt_af_op
    vast.tik()
    assert gebeurd(vast.stagnatie)[-1] == SoortGebeurtenis.GEEN_ANTWOORD
    assert verteld(vast.stagnatie, "stagnatie_geen_antwoord") == {"S. Yilmaz", "N. Bakker"}
    assert vast.stap.staptermijn.loopt_af_op == voor
    actions.beantwoord_vraag(gesteld, antwoord="Alsnog", door=vast.cast.mentor, nu=vast.nu)
    gesteld.refresh_from_db()
    assert (gesteld.antwoord, gesteld.termijn.staat) == ("Alsnog", Termijnstaat.NIET_GEHAALD)


@pytest.mark.eis("E4")
def test_an_answer_about_the_share_does_not_postpone_the_step(vast):
    vast.naar_stap_2()
    aandeel = Vraag.objects.get(soort=SoortVraag.AANDEEL)
    actions.beantwoord_vraag(aandeel, antwoord="Wij beginnen maandag", door=vast.cast.manager_school, nu=vast.nu)
    assert verteld(vast.stagnatie, "stagnatie_antwoord") == {"M. Smit", "N. Bakker"}
    vast.tik(dagen=8)
    assert vast.stap.modelstap.nummer == 3


@pytest.mark.eis("E5")
def test_the_meldpunt_thinks_along_in_every_step_without_the_name_of_the_family(vast):
    meldpunt = leg_instelling_vast(
        naam="Meldpunt", soort=SoortInstelling.MELDPUNT, leefgebieden=[], telefoon="06-00000030", aanbod="", door=None
    )
    medewerker = maak_professional("P. Maas", Rol.MELDPUNT, instelling=meldpunt)
    vast.loopt_vast()
    for tekst in ("Wat raden jullie Petra aan?", "Gezin de wit loopt vast", "Het gaat om Sanne."):
        with pytest.raises(RuleError, match="geen naam") as fout:
            vraag(vast, vast.cast.coordinator, soort=SoortVraag.ADVIES, instelling=meldpunt, tekst=tekst)
        assert fout.value.field == "tekst"
    gesteld = vraag(
        vast, vast.cast.coordinator, soort=SoortVraag.ADVIES, instelling=meldpunt, tekst="Een kind mist school."
    )
    assert gesteld.aan == medewerker
    assert zichtbare_stagnaties(medewerker).get() == vast.stagnatie
    assert not BetrokkenOrganisatie.objects.filter(instelling=meldpunt).exists()


def test_in_step_1_no_managers_are_asked_yet(vast):
    vast.loopt_vast()
    with pytest.raises(RuleError, match="een volgende stap"):
        vraag(vast, vast.cast.coordinator, soort=SoortVraag.ADVIES, instelling=vast.cast.school)


@pytest.mark.eis("E5")
def test_the_ambtenaar_is_advised_by_an_instelling(vast):
    vast.naar_stap_3()
    gesteld = vraag(vast, vast.cast.ambtenaar, soort=SoortVraag.ADVIES, instelling=vast.cast.kliniek)
    assert gesteld.aan == vast.cast.manager_kliniek
    assert BetrokkenOrganisatie.objects.filter(instelling=vast.cast.kliniek, vanaf_stap=3).exists()


@pytest.mark.parametrize("wie", ["moeder", "manager_kliniek", "buitenstaander"])
def test_who_does_not_work_on_it_asks_and_gets_no_vraag(vast, wie):
    vast.naar_stap_2()
    ander = getattr(vast.cast, wie)
    with pytest.raises(RuleError):
        vraag(vast, ander, vast.cast.coordinator)
    with pytest.raises(RuleError) as fout:
        vraag(vast, vast.cast.coordinator, ander)
    assert fout.value.field == "aan"


def test_nobody_asks_himself_and_another_does_not_answer(vast):
    vast.loopt_vast()
    with pytest.raises(RuleError) as fout:
        vraag(vast, vast.cast.coordinator, vast.cast.coordinator)
    assert fout.value.field == "aan"
    gesteld = vraag(vast, vast.cast.coordinator, vast.cast.mentor)
    with pytest.raises(RuleError, match="iemand anders"):
        actions.beantwoord_vraag(gesteld, antwoord="Ja", door=vast.cast.collega, nu=vast.nu)


@pytest.mark.eis("E6", "E10")
def test_the_ambtenaar_decides_on_a_level_with_a_ground_and_asks_confirmation(vast):
    vast.naar_stap_3()
    genomen = besluit(vast, vast.cast.school, vast.cast.kliniek)
    bevestigingen = {str(rij.gevraagd_aan): rij for rij in genomen.bevestigingen.all()}
    assert set(bevestigingen) == {"K. Jansen", "A. Pieters"}
    assert verteld(vast.stagnatie, "stagnatie_bevestiging") == {"K. Jansen", "A. Pieters"}
    assert {"Petra de Wit", "N. Bakker", "M. Smit"} <= verteld(vast.stagnatie, "stagnatie_besluit")
    actions.bevestig(bevestigingen["K. Jansen"], door=vast.cast.manager_school, nu=vast.nu)
    with pytest.raises(RuleError) as fout:
        actions.kan_niet(bevestigingen["A. Pieters"], grond=" ", door=vast.cast.manager_kliniek, nu=vast.nu)
    assert fout.value.field == "grond"
    actions.kan_niet(bevestigingen["A. Pieters"], grond="Geen bevoegdheid", door=vast.cast.manager_kliniek, nu=vast.nu)
    assert verteld(vast.stagnatie, "stagnatie_kan_niet") == {"F. de Boer"}  # the official decides again
    staten = {rij.staat for rij in genomen.bevestigingen.all()}
    assert staten == {Bevestigingsstaat.BEVESTIGD, Bevestigingsstaat.KAN_NIET}
    assert (vast.stap.volgnummer, vast.stap.niveau, vast.stap.reden) == (4, 1, "kan_niet")
    assert vast.stap.staptermijn == vast.stap.vastleggen, "with a term to decide again"
    besluit(vast, vast.cast.kliniek, tekst="Het wijkteam neemt het over")
    assert vast.stap.resultaat is not None


@pytest.mark.eis("E6")
def test_can_not_said_twice_to_one_decision_asks_one_new_decision(vast):
    vast.naar_stap_3()
    van = {rij.instelling: rij for rij in besluit(vast, vast.cast.school, vast.cast.kliniek).bevestigingen.all()}
    actions.kan_niet(van[vast.cast.school], grond="Geen plek", door=vast.cast.manager_school, nu=vast.nu)
    vast.tik(dagen=1)
    actions.kan_niet(van[vast.cast.kliniek], grond="Geen geld", door=vast.cast.manager_kliniek, nu=vast.nu)
    assert vast.stap.volgnummer == 4


@pytest.mark.eis("E6")
@pytest.mark.heavy("a whole course, and its page")
def test_each_who_is_bound_confirms_and_reports_back(vast):
    vast.naar_stap_3()
    van = {rij.instelling: rij for rij in besluit(vast, vast.cast.school, vast.cast.kliniek).bevestigingen.all()}
    for instelling, wie in ((vast.cast.school, "manager_school"), (vast.cast.kliniek, "manager_kliniek")):
        actions.bevestig(van[instelling], door=getattr(vast.cast, wie), nu=vast.nu)
    vast.tik(dagen=1)
    actions.koppel_terug(vast.stap, tekst="De plek is er", door=vast.cast.manager_school, nu=vast.nu)
    for rij in van.values():
        rij.refresh_from_db()
    assert (van[vast.cast.school].teruggekoppeld_op, van[vast.cast.kliniek].teruggekoppeld_op) == (vast.nu, None)
    pagina = Bezoek(vast, vast.cast.ambtenaar).tekst()
    assert "nog niet teruggekoppeld" in pagina and pagina.count("teruggekoppeld ") >= 1


@pytest.mark.eis("E6")
def test_silence_on_a_besluit_is_noticed(vast):
    vast.naar_stap_3()
    vast.leg_vast(vast.actie(dagen=30))
    genomen = besluit(vast, vast.cast.school)
    bevestiging = genomen.bevestigingen.get()
    vast.nu = bevestiging.termijn.loopt_af_op
    vast.tik()
    bevestiging.refresh_from_db()
    assert bevestiging.staat == Bevestigingsstaat.GEEN_ANTWOORD
    assert "F. de Boer" in verteld(vast.stagnatie, "stagnatie_geen_antwoord")
    actions.bevestig(bevestiging, door=vast.cast.manager_school, nu=vast.nu)
    bevestiging.refresh_from_db()
    assert bevestiging.staat == Bevestigingsstaat.BEVESTIGD


@pytest.mark.eis("E5", "E6")
def test_a_besluit_counts_as_recording_and_its_result_is_awaited(vast):
    vast.naar_stap_3()
    besluit(vast, vast.cast.school, tot=vast.in_dagen(20))
    stap = vast.stap
    assert stap.vastleggen.staat == Termijnstaat.GEHAALD
    assert stap.staptermijn.loopt_af_op == vast.in_dagen(20)
    vast.tik(dagen=19)
    assert vast.stap == stap
    vast.tik(dagen=1)
    assert (vast.stap.niveau, vast.stap.volgnummer, vast.stap.reden) == (2, 4, "niet_bereikt")


@pytest.mark.eis("E6", "E7")
def test_a_besluit_above_the_regions_maximum_says_why(vast):
    vast.naar_stap_3()
    with pytest.raises(RuleError) as fout:
        besluit(vast, vast.cast.school, tot=vast.in_dagen(90))
    assert fout.value.field == "waarom_zo_lang"
    besluit(vast, vast.cast.school, tot=vast.in_dagen(90), waarom_zo_lang="De plek komt in maart vrij")
    assert vast.stap.staptermijn.loopt_af_op == vast.in_dagen(90)
    [langer] = vast.stagnatie.gebeurtenissen.filter(soort=SoortGebeurtenis.TERMIJN_VERLENGD)
    assert "De plek komt in maart vrij" in langer.tekst


@pytest.mark.heavy("walks a course and reads its page")
@pytest.mark.eis("E6", "E7")
def test_the_form_of_a_besluit_asks_why_so_long(vast):
    vast.naar_stap_3()
    ambtenaar = Bezoek(vast, vast.cast.ambtenaar)
    velden = {"niveau": niveau(1).pk, "tekst": "De school belt", "grond": "Convenant", "termijn": "90 dagen"}
    velden |= {"instellingen": [vast.cast.school.pk]}
    ambtenaar.doe("besluit", vast.stap.pk, **velden)
    assert vast.stap.resultaat is None
    ambtenaar.doe("besluit", vast.stap.pk, **velden, waarom_zo_lang="De plek komt in maart vrij")
    assert vast.stap.resultaat is not None


@pytest.mark.eis("E6")
def test_a_besluit_without_a_day_is_awaited_as_long_as_there_was_to_record(vast):
    vast.naar_stap_3()
    besluit(vast, vast.cast.school)
    assert vast.stap.resultaat.duur == vast.stap.modelstap.vastleggen()


@pytest.mark.eis("E6")
def test_each_level_has_its_own_keeper(vast):
    vast.naar_stap_3()
    houders = []
    for _ronde in range(4):
        houders.append((vast.stap.niveau, vast.stap.houder.naam))
        vast.tik(dagen=8)
    assert houders == [(1, "F. de Boer"), (2, "B. Wolters"), (3, "R. Overkamp"), (3, "R. Overkamp")]


@pytest.mark.eis("E6", "E9")
def test_a_level_for_which_nobody_is_named_stays_with_the_official_and_the_beheerder_hears_it(vast):
    Gemeente.objects.update(bestuur=None)
    vast.naar_stap_3()
    vast.tik(dagen=8)
    assert (vast.stap.niveau, vast.stap.houder) == (2, vast.cast.ambtenaar)
    assert Beheermelding.objects.filter(gemeente=vast.cast.gemeente, tekst__contains="hoger niveau").exists()


@pytest.mark.eis("E6", "E15")
def test_who_keeps_one_level_takes_no_decision_of_another(vast):
    vast.naar_stap_3()
    with pytest.raises(RuleError, match="Wolters") as fout:
        besluit(vast, vast.cast.school, nummer=2)
    assert fout.value.field == "niveau"
    assert not Besluit.objects.exists()


@pytest.mark.eis("E6")
def test_whom_a_level_is_about_records_its_decision_at_any_time(vast):
    """Before it lies there, and after: the official's answer that comes when the wethouder is on turn still counts."""
    vast.naar_stap_3()
    wethouder = vast.cast.gemeente.bestuur
    assert besluit(vast, vast.cast.school, nummer=2, door=wethouder).niveau.nummer == 2
    assert (vast.stap.niveau, vast.stap.houder) == (1, vast.cast.ambtenaar), "who guards the term still does"
    vast.tik(dagen=8)
    assert vast.stap.houder == wethouder
    assert besluit(vast, vast.cast.kliniek, nummer=1, door=vast.cast.ambtenaar).niveau.nummer == 1
    assert vast.stap.resultaat is None, "who was late doesn't end the round of who is above"


@pytest.mark.eis("E6")
def test_can_not_to_a_lower_level_does_not_begin_the_round_of_the_higher_anew(vast):
    vast.naar_stap_3()
    vast.tik(dagen=8)
    stap = vast.stap
    van_ambtenaar = besluit(vast, vast.cast.school, nummer=1, door=vast.cast.ambtenaar).bevestigingen.get()
    actions.kan_niet(van_ambtenaar, grond="Geen plek", door=vast.cast.manager_school, nu=vast.nu)
    assert (vast.stap, vast.stap.houder) == (stap, vast.cast.gemeente.bestuur)


@pytest.mark.eis("E6", "E11")
def test_back_again_it_goes_on_with_who_keeps_that_level(vast):
    vast.naar_stap_3()
    vast.tik(dagen=8)
    wethouder = vast.stap.houder
    eerder = vast.stagnatie
    oplossing = actions.meld_opgelost(eerder, door=vast.cast.coordinator, nu=vast.nu)
    actions.zeg_ja(oplossing, door=vast.cast.moeder, nu=vast.nu)
    actions.meld_stagnatie(
        vast.cast.gezin, door=vast.cast.moeder, nu=vast.nu, oorzaak=Oorzaak.AFSPRAAK_NIET_NAGEKOMEN,
        toelichting="Weer niets", doel=eerder.doel, partij=eerder.partij,
    )  # fmt: skip
    assert (vast.stap.reden, vast.stap.niveau, vast.stap.houder) == (Stapreden.TERUG, 2, wethouder)


@pytest.mark.eis("E6", "E9", "I9")
def test_who_no_longer_decides_above_the_gemeenten_keeps_no_step_there(vast):
    elders = leg_gemeente_vast(naam="Duinhoek", door=None)
    oud = Regio.objects.huidige().bovenlokaal
    Functie.objects.filter(gebruiker=oud).update(gemeente=elders)
    vast.naar_stap_3()
    vast.tik(dagen=8)
    vast.tik(dagen=8)
    assert vast.stap.houder == oud
    Regio.objects.update(bovenlokaal=vast.cast.vervanger)
    beeindig_functie(Functie.objects.geldig().get(gebruiker=oud), nu=vast.nu, door=vast.cast.beheerder)
    assert vast.stap.houder == vast.cast.vervanger


@pytest.mark.eis("E6", "E9")
@pytest.mark.parametrize("veld", ["ambtenaar", "bestuur", "bovenlokaal"])
def test_naming_another_keeper_of_a_level_moves_its_running_rounds_with_the_same_term(vast, veld):
    vast.naar_stap_3()
    for _niveau in range(("ambtenaar", "bestuur", "bovenlokaal").index(veld)):
        vast.tik(dagen=8)
    oud, termijn = vast.stap.houder, vast.stap.staptermijn
    nieuw = maak_professional("J. Postma", Rol.GEMEENTEAMBTENAAR, gemeente=vast.cast.gemeente)
    wie = {"door": vast.cast.beheerder, "nu": vast.nu}
    if veld == "bovenlokaal":
        leg_regio_vast(bovenlokaal=nieuw, **wie)
    else:
        leg_gemeente_vast(vast.cast.gemeente, **{veld: nieuw}, **wie)
    stap = vast.stap
    assert (stap.houder, stap.staptermijn.houder, stap.staptermijn.pk) == (nieuw, nieuw, termijn.pk)
    assert stap.staptermijn.loopt_af_op == termijn.loopt_af_op
    assert nieuw.naam in verteld(vast.stagnatie, "stagnatie_aan_zet")
    assert oud.naam in verteld(vast.stagnatie, "stagnatie_houder")


@pytest.mark.eis("E6")
def test_naming_another_leaves_who_is_on_turn_at_another_level(vast):
    vast.naar_stap_3()
    nieuw = maak_professional("J. Postma", Rol.GEMEENTEAMBTENAAR, gemeente=vast.cast.gemeente)
    leg_gemeente_vast(vast.cast.gemeente, bestuur=nieuw, door=vast.cast.beheerder, nu=vast.nu)
    assert vast.stap.houder == vast.cast.ambtenaar
    vast.tik(dagen=8)
    assert vast.stap.houder == nieuw


@pytest.mark.eis("E6", "I6")
def test_the_official_does_not_stand_in_for_the_wethouder(vast):
    vast.naar_stap_3()
    vast.tik(dagen=8)
    wethouder = vast.cast.gemeente.bestuur
    with klok_op(vast):
        is_weg(wethouder, vast.cast.ambtenaar)
        assert not is_houder(vast.cast.ambtenaar, vast.stap)


def test_when_an_instelling_has_nobody_the_ambtenaar_notes_its_answer(vast):
    vast.naar_stap_3()
    Functie.objects.filter(instelling=vast.cast.kliniek).update(beeindigd_op=vast.nu)
    bevestiging = besluit(vast, vast.cast.kliniek).bevestigingen.get()
    assert bevestiging.gevraagd_aan == vast.cast.ambtenaar
    actions.bevestig(bevestiging, door=vast.cast.ambtenaar, nu=vast.nu)


@pytest.mark.parametrize(
    ("mis", "veld"), [({"tekst": ""}, "tekst"), ({"grond": " "}, "grond"), ({"tekst": "x" * 2001}, "tekst")]
)
def test_a_besluit_without_text_or_ground_is_refused(vast, mis, veld):
    vast.naar_stap_3()
    with pytest.raises(RuleError) as fout:
        besluit(vast, vast.cast.school, **mis)
    assert fout.value.field == veld


def test_a_besluit_without_instelling_or_for_a_day_that_has_passed_is_refused(vast):
    vast.naar_stap_3()
    with pytest.raises(RuleError) as fout:
        besluit(vast)
    assert fout.value.field == "instellingen"
    with pytest.raises(RuleError) as fout:
        besluit(vast, vast.cast.school, tot=vast.in_dagen(-1))
    assert fout.value.field == "termijn"


def test_a_manager_takes_no_besluit(vast):
    vast.naar_stap_2()
    with pytest.raises(RuleError, match="ambtenaar"):
        actions.besluit(
            vast.stap,
            niveau=niveau(1),
            tekst="x",
            grond="y",
            instellingen=[vast.cast.school],
            door=vast.cast.manager,
            nu=vast.nu,
        )


@pytest.mark.eis("E6")
def test_who_does_something_reports_back_and_who_guards_hears_it(vast):
    vast.naar_stap_3()
    vast.leg_vast(vast.actie(dagen=9), door=vast.cast.ambtenaar)
    for wie in ("mentor", "manager_school", "coordinator"):
        actions.koppel_terug(vast.stap, tekst="Het loopt", door=getattr(vast.cast, wie), nu=vast.nu)
    assert vast.stap.terugkoppelingen.count() == 3
    assert verteld(vast.stagnatie, "stagnatie_terugkoppeling") == {"F. de Boer", "N. Bakker"}
    with pytest.raises(RuleError, match="terugkoppelen"):
        actions.koppel_terug(vast.stap, tekst="Zomaar", door=vast.cast.behandelaar, nu=vast.nu)


@pytest.mark.eis("E6", "I9")
@pytest.mark.heavy("walks to the gemeente")
@pytest.mark.parametrize("bevestigd", [False, True])
def test_whoever_leads_an_instelling_next_answers_a_decision_and_reports_back(vast, bevestigd):
    vast.naar_stap_3()
    bevestiging = besluit(vast, vast.cast.school).bevestigingen.get()
    if bevestigd:
        actions.bevestig(bevestiging, door=vast.cast.manager_school, nu=vast.nu)
    nieuw = vast.cast.teamleider
    Functie.objects.create(gebruiker=nieuw, rol=Rol.MANAGER, instelling=vast.cast.school)
    weg = Functie.objects.geldig().get(gebruiker=vast.cast.manager_school)
    beeindig_functie(weg, nu=vast.nu, door=vast.cast.beheerder)
    bevestiging.refresh_from_db()
    assert bevestiging.gevraagd_aan == nieuw
    assert list(bevestiging.termijn.gevraagden.values_list("gebruiker", flat=True)) == [nieuw.pk]
    assert nieuw.naam in verteld(vast.stagnatie, "stagnatie_bevestiging")
    if not bevestigd:
        Bezoek(vast, nieuw).doe("bevestig", bevestiging.pk)
        bevestiging.refresh_from_db()
        assert bevestiging.staat == Bevestigingsstaat.BEVESTIGD
    actions.koppel_terug(vast.stap, tekst="Het loopt", door=nieuw, nu=vast.nu)
    bevestiging.refresh_from_db()
    assert bevestiging.teruggekoppeld_op


@pytest.mark.eis("E6")
@pytest.mark.heavy("walks to the gemeente")
def test_another_who_leads_the_instelling_is_offered_the_answer_too(vast):
    vast.naar_stap_3()
    nieuw = vast.cast.teamleider
    Functie.objects.create(gebruiker=nieuw, rol=Rol.BESTUURDER, instelling=vast.cast.school)
    bevestiging = besluit(vast, vast.cast.school).bevestigingen.get()
    assert bevestiging.gevraagd_aan != nieuw
    pagina = Bezoek(vast, nieuw)
    pagina.lees()
    pagina.doe("bevestig", bevestiging.pk)
    bevestiging.refresh_from_db()
    assert (bevestiging.staat, bevestiging.door) == (Bevestigingsstaat.BEVESTIGD, nieuw)
