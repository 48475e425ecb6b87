"""Addressing each other, advice, the gemeente's decision and the answers to it (E2, E4, E5, E6)."""

import pytest

from core.errors import RuleError
from escalatie import actions
from escalatie.models import (
    BetrokkenOrganisatie,
    Bevestigingsstaat,
    Modelniveau,
    SoortGebeurtenis,
    SoortVraag,
    Vraag,
)
from escalatie.zicht import zichtbare_stagnaties
from instanties.actions import leg_instelling_vast
from instanties.models import Functie, Regio, Rol, SoortInstelling
from termijnen.models import Termijnstaat
from tests.cast import maak_professional
from tests.escalatie.conftest import gebeurd, verteld


def vraag(vast, door, aan=None, **rest) -> Vraag:
    velden = {"soort": SoortVraag.AANSPREKEN, "tekst": "Wanneer lukt het?", **rest}
    return actions.stel_vraag(vast.stagnatie, door=door, nu=vast.nu, aan=aan, **velden)


def niveau(nummer: int) -> Modelniveau:
    return Modelniveau.objects.get(modelstap__nummer=3, nummer=nummer)


def besluit(vast, *instellingen, nummer: int = 1, **rest):
    velden = {"tekst": "De school maakt een plek vrij", "grond": "De gemeente betaalt deze plekken", **rest}
    return actions.besluit(
        vast.stap, niveau=niveau(nummer), instellingen=instellingen, door=vast.cast.ambtenaar, nu=vast.nu, **velden
    )


@pytest.mark.eis("E2")
@pytest.mark.parametrize(("van", "aan"), [("coordinator", "mentor"), ("mentor", "coordinator"), ("collega", "mentor")])
def test_collegas_spreken_elkaar_aan_over_en_weer(vast, van, aan):
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
def test_managers_spreken_elkaar_aan_over_en_weer(vast):
    vast.naar_stap_2()
    assert vraag(vast, vast.cast.manager, vast.cast.manager_school).aan == vast.cast.manager_school
    assert vraag(vast, vast.cast.manager_school, vast.cast.manager).aan == vast.cast.manager


@pytest.mark.eis("E9")
def test_geen_antwoord_wordt_gezien_en_de_staptermijn_loopt_gewoon_door(vast):
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
def test_een_antwoord_op_het_aandeel_stelt_de_stap_niet_uit(vast):
    vast.naar_stap_2()
    aandeel = Vraag.objects.get(soort=SoortVraag.AANDEEL)
    actions.beantwoord_vraag(aandeel, antwoord="Wij beginnen maandag", door=vast.cast.manager_school, nu=vast.nu)
    assert verteld(vast.stagnatie, "stagnatie_antwoord") == {"M. Smit", "N. Bakker"}
    vast.tik(dagen=8)
    assert vast.stap.modelstap.nummer == 3


@pytest.mark.eis("E5")
def test_het_meldpunt_denkt_in_elke_stap_mee_zonder_de_naam_van_het_gezin(vast):
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


def test_in_stap_1_worden_er_nog_geen_managers_gevraagd(vast):
    vast.loopt_vast()
    with pytest.raises(RuleError, match="stap 2"):
        vraag(vast, vast.cast.coordinator, soort=SoortVraag.ADVIES, instelling=vast.cast.school)


@pytest.mark.eis("E5")
def test_de_ambtenaar_laat_zich_adviseren_door_een_instelling(vast):
    vast.naar_stap_3()
    gesteld = vraag(vast, vast.cast.ambtenaar, soort=SoortVraag.ADVIES, instelling=vast.cast.kliniek)
    assert gesteld.aan == vast.cast.manager_kliniek
    assert BetrokkenOrganisatie.objects.filter(instelling=vast.cast.kliniek, vanaf_stap=3).exists()


@pytest.mark.parametrize("wie", ["moeder", "manager_kliniek", "buitenstaander"])
def test_wie_er_niet_bij_werkt_stelt_en_krijgt_geen_vraag(vast, wie):
    vast.naar_stap_2()
    ander = getattr(vast.cast, wie)
    with pytest.raises(RuleError):
        vraag(vast, ander, vast.cast.coordinator)
    with pytest.raises(RuleError) as fout:
        vraag(vast, vast.cast.coordinator, ander)
    assert fout.value.field == "aan"


def test_niemand_vraagt_zichzelf_iets_en_een_ander_antwoordt_niet(vast):
    vast.loopt_vast()
    with pytest.raises(RuleError) as fout:
        vraag(vast, vast.cast.coordinator, vast.cast.coordinator)
    assert fout.value.field == "aan"
    gesteld = vraag(vast, vast.cast.coordinator, vast.cast.mentor)
    with pytest.raises(RuleError, match="iemand anders"):
        actions.beantwoord_vraag(gesteld, antwoord="Ja", door=vast.cast.collega, nu=vast.nu)


@pytest.mark.eis("E6", "E10")
def test_de_ambtenaar_besluit_op_een_niveau_met_een_grond_en_vraagt_bevestiging(vast):
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
    opnieuw = besluit(vast, vast.cast.kliniek, nummer=2, tekst="Het wijkteam neemt het over")
    assert (opnieuw.niveau.nummer, vast.stap.niveau) == (2, 2)


@pytest.mark.eis("E6")
def test_stilte_op_een_besluit_wordt_gezien(vast):
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


@pytest.mark.eis("E5")
def test_een_besluit_staat_niet_in_plaats_van_vastleggen(vast):
    vast.naar_stap_3()
    besluit(vast, vast.cast.school)
    vast.tik(dagen=8)
    assert (vast.stap.niveau, vast.stap.volgnummer) == (2, 4)


def test_heeft_een_instelling_niemand_dan_noteert_de_ambtenaar_haar_antwoord(vast):
    vast.naar_stap_3()
    Functie.objects.filter(instelling=vast.cast.kliniek).update(beeindigd_op=vast.nu)
    bevestiging = besluit(vast, vast.cast.kliniek).bevestigingen.get()
    assert bevestiging.gevraagd_aan == vast.cast.ambtenaar
    actions.bevestig(bevestiging, door=vast.cast.ambtenaar, nu=vast.nu)


@pytest.mark.parametrize(
    ("mis", "veld"), [({"tekst": ""}, "tekst"), ({"grond": " "}, "grond"), ({"tekst": "x" * 2001}, "tekst")]
)
def test_een_besluit_zonder_tekst_of_grond_kan_niet(vast, mis, veld):
    vast.naar_stap_3()
    with pytest.raises(RuleError) as fout:
        besluit(vast, vast.cast.school, **mis)
    assert fout.value.field == veld


def test_een_besluit_zonder_instelling_of_onder_het_niveau_kan_niet(vast):
    stap = vast.naar_stap_3()
    with pytest.raises(RuleError) as fout:
        besluit(vast)
    assert fout.value.field == "instellingen"
    actions.hoger_niveau(stap, door=vast.cast.ambtenaar, nu=vast.nu, toelichting="De wethouder is nodig")
    with pytest.raises(RuleError) as fout:
        besluit(vast, vast.cast.school, nummer=1)
    assert fout.value.field == "niveau"


def test_een_manager_neemt_geen_besluit(vast):
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
def test_wie_iets_doet_koppelt_terug_en_wie_bewaakt_hoort_het(vast):
    vast.naar_stap_3()
    vast.leg_vast(vast.actie(dagen=9), door=vast.cast.ambtenaar)
    for wie in ("mentor", "manager_school", "coordinator"):
        actions.koppel_terug(vast.stap, tekst="Het loopt", door=getattr(vast.cast, wie), nu=vast.nu)
    assert vast.stap.terugkoppelingen.count() == 3
    assert verteld(vast.stagnatie, "stagnatie_terugkoppeling") == {"F. de Boer", "N. Bakker"}
    with pytest.raises(RuleError, match="terugkoppelen"):
        actions.koppel_terug(vast.stap, tekst="Zomaar", door=vast.cast.behandelaar, nu=vast.nu)
