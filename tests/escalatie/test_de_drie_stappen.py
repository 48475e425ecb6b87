"""From the executors to the managers to the gemeente, by the clock, without anyone having to dare (E4, E5, E6, E9)."""

from datetime import timedelta

import pytest

from core.errors import RuleError
from escalatie import actions
from escalatie.models import (
    Actie,
    Actiestaat,
    BetrokkenOrganisatie,
    SoortGebeurtenis,
    SoortVraag,
    Stagnatie,
    Stapreden,
    Stapstaat,
    Vraag,
)
from gezinsplan.signalen import GEEN_ANTWOORD, Gemist
from instanties.actions import beeindig_toegang, leg_gemeente_vast
from instanties.models import Beheermelding, Functie, Gemeente, Regio, Rol
from termijnen.models import Termijnstaat
from tests.escalatie.conftest import gebeurd, verteld
from toestemming.models import Grondslag, SoortGrondslag
from woorden.duur import Duur, Eenheid


def open_voor(vast, partij) -> Stagnatie:
    """A stagnatie in which this party's share is missing."""
    afspraak = vast.doen_afspraak("Iets anders", partij)
    return actions.open_stagnaties([Gemist(afspraak, partij, GEEN_ANTWOORD)], nu=vast.nu)[0]


@pytest.mark.eis("E4")
def test_niets_vastgelegd_in_stap_1_dan_de_managers(vast):
    vast.loopt_vast()
    eerste = vast.stap
    vast.nu = eerste.vastleggen.loopt_af_op
    vast.tik()
    stap = vast.stap
    assert (stap.modelstap.nummer, stap.volgnummer, stap.reden) == (2, 2, Stapreden.NIET_VASTGELEGD)
    assert stap.houder == vast.cast.manager
    assert stap.houder_instelling == vast.cast.maatschappelijk_werk
    assert stap.vastleggen.begint_op == vast.nu
    eerste.refresh_from_db()
    assert eerste.staat == Stapstaat.DOORGEZET
    assert eerste.vastleggen.staat == Termijnstaat.NIET_GEHAALD


@pytest.mark.eis("E7")
def test_een_seconde_eerder_gebeurt_er_nog_niets(vast):
    vast.loopt_vast()
    vast.nu = vast.stap.vastleggen.loopt_af_op - timedelta(seconds=1)
    vast.tik()
    assert vast.stap.volgnummer == 1


@pytest.mark.eis("E4")
def test_de_manager_van_wie_het_aandeel_ontbreekt_is_in_dezelfde_week_antwoord_schuldig(vast):
    stap = vast.naar_stap_2()
    vraag = Vraag.objects.get()
    assert (vraag.soort, vraag.aan, vraag.van) == (SoortVraag.AANDEEL, vast.cast.manager_school, None)
    assert vraag.termijn.loopt_af_op == stap.vastleggen.loopt_af_op
    assert verteld(stap.stagnatie, "stagnatie_vraag") == {"K. Jansen"}
    rijen = BetrokkenOrganisatie.objects.filter(stagnatie=stap.stagnatie)
    assert {(str(rij.instelling), rij.aandeel_ontbreekt) for rij in rijen} == {
        ("Basisschool De Wilgentak", True),
        ("Maatschappelijk Werk De Brug", False),
    }


@pytest.mark.eis("E4")
def test_zijn_zij_van_een_instelling_dan_hoort_de_bestuurder_het_ook(vast):
    stagnatie = open_voor(vast, vast.cast.collega_in_gezin)
    vast.tik(dagen=8)
    assert Stagnatie.objects.get(pk=stagnatie.pk).stappen.get(staat="open").houder == vast.cast.manager
    assert verteld(stagnatie, "stagnatie_ingelicht") == {"H. van Dam"}
    assert not Vraag.objects.filter(stagnatie=stagnatie).exists()


@pytest.mark.eis("E4")
def test_is_er_geen_manager_dan_de_bestuurder(vast):
    vast.loopt_vast()
    Functie.objects.filter(gebruiker=vast.cast.manager).update(beeindigd_op=vast.nu)
    vast.tik(dagen=8)
    assert vast.stap.houder == vast.cast.bestuurder


@pytest.mark.eis("E4")
def test_is_er_niemand_dan_meteen_de_gemeente_en_hoort_de_beheerder_het(vast):
    vast.loopt_vast()
    leiding = [vast.cast.manager, vast.cast.bestuurder]
    Functie.objects.filter(gebruiker__in=leiding).update(beeindigd_op=vast.nu)
    vast.tik(dagen=8)
    stap = vast.stap
    assert (stap.modelstap.nummer, stap.reden) == (3, Stapreden.NIEMAND_OP_STAP_2)
    assert stap.houder == vast.cast.ambtenaar
    melding = Beheermelding.objects.get(instelling=vast.cast.maatschappelijk_werk)
    assert "De Wit" not in melding.tekst
    # The school still owes its answer.
    assert Vraag.objects.get().aan == vast.cast.manager_school


def test_wie_stap_1_hield_houdt_stap_2_niet_ook(vast):
    Functie.objects.create(gebruiker=vast.cast.teamleider, rol=Rol.MANAGER, instelling=vast.cast.maatschappelijk_werk)
    stagnatie = open_voor(vast, vast.cast.coordinator_in_gezin)
    vast.tik(dagen=8)
    houders = list(stagnatie.stappen.order_by("volgnummer").values_list("houder__naam", flat=True))
    assert houders[0] == "R. Vos"
    assert houders[1] == "M. Smit"  # levels that reach different people


@pytest.mark.eis("E5")
def test_niet_vastgelegd_binnen_de_week_dan_de_gemeente(vast):
    stap = vast.naar_stap_3()
    assert (stap.modelstap.nummer, stap.reden) == (3, Stapreden.NIET_VASTGELEGD)
    assert stap.houder == vast.cast.ambtenaar
    assert stap.houder_gemeente == vast.cast.gemeente


@pytest.mark.eis("E5")
def test_de_ambtenaar_van_stap_3_hield_nooit_stap_2(vast):
    Functie.objects.create(gebruiker=vast.cast.ambtenaar, rol=Rol.MANAGER, instelling=vast.cast.maatschappelijk_werk)
    Functie.objects.filter(gebruiker=vast.cast.manager).update(beeindigd_op=vast.nu)
    assert vast.naar_stap_2().houder == vast.cast.ambtenaar
    vast.tik(dagen=8)
    assert vast.stap.houder == vast.cast.vervanger


@pytest.mark.eis("E6")
def test_een_verstreken_termijn_in_stap_3_is_een_nieuwe_termijn_een_niveau_hoger(vast):
    vast.naar_stap_3()
    niveaus = []
    for _keer in range(4):
        stap = vast.stap
        niveaus.append((stap.modelstap.nummer, stap.niveau, stap.vastleggen.begint_op == stap.geopend_op))
        vast.tik(dagen=8)
    assert niveaus == [(3, 1, True), (3, 2, True), (3, 3, True), (3, 3, True)]  # never silence
    assert vast.stap.houder == vast.cast.ambtenaar
    assert vast.stap.volgnummer == 7


@pytest.mark.eis("E9")
def test_heeft_de_gemeente_niemand_dan_blijft_de_manager_houder_met_een_nieuwe_termijn(vast):
    vast.naar_stap_2()
    Functie.objects.filter(gemeente__isnull=False).update(beeindigd_op=vast.nu)
    Gemeente.objects.update(actief=False, ambtenaar=None, vervanger=None)
    vast.tik(dagen=8)
    stap = vast.stap
    assert (stap.modelstap.nummer, stap.volgnummer, stap.houder) == (2, 3, vast.cast.manager)
    assert Beheermelding.objects.filter(gemeente=vast.cast.gemeente).exists()
    leg_gemeente_vast(
        Gemeente.objects.get(),
        ambtenaar=vast.cast.ambtenaar,
        vervanger=vast.cast.vervanger,
        actief=True,
        door=vast.cast.beheerder,
    )
    vast.tik(dagen=8)
    assert vast.stap.houder == vast.cast.ambtenaar


@pytest.mark.eis("E2", "G17", "E10")
def test_de_coordinator_legt_acties_vast_en_krijgt_tot_de_laatste_actie(vast):
    vast.loopt_vast()
    acties = vast.leg_vast(
        vast.actie(dagen=3), vast.actie(dagen=9, wie=vast.cast.oma, duur=Duur(9, Eenheid.DAG), wat="Oma brengt Sanne")
    )
    stap = vast.stap
    assert stap.vastleggen.staat == Termijnstaat.GEHAALD
    assert stap.resultaat.loopt_af_op == acties[1].termijn.loopt_af_op
    assert stap.staptermijn == stap.resultaat
    assert [str(actie.termijn.gevraagden.get().gebruiker) for actie in acties] == [
        "J. Willems",
        "Petra de Wit",
    ]  # grandmother's navrager
    assert verteld(stap.stagnatie, "stagnatie_actie") == {"J. Willems", "Petra de Wit"}
    assert "Mark Jonker" in verteld(stap.stagnatie, "stagnatie_acties")


def test_acties_erbij_mogen_niet_na_de_termijn_van_de_stap_vallen(vast):
    vast.loopt_vast()
    vast.leg_vast(vast.actie(dagen=5))
    vast.leg_vast(vast.actie(dagen=4))
    assert Actie.objects.count() == 2
    with pytest.raises(RuleError, match="Verleng eerst") as fout:
        vast.leg_vast(vast.actie(dagen=6))
    assert fout.value.field == "termijn"
    assert Actie.objects.count() == 2


@pytest.mark.eis("E4")
def test_een_actie_niet_op_tijd_gedaan_dan_meteen_stap_2(vast):
    vast.loopt_vast()
    acties = vast.leg_vast(vast.actie(dagen=2), vast.actie(dagen=20))
    eerste = vast.stap
    vast.tik(dagen=2)
    stap = vast.stap
    assert (stap.modelstap.nummer, stap.reden) == (2, Stapreden.NIET_BEREIKT)  # at once
    staten = [Actie.objects.get(pk=actie.pk).staat for actie in acties]
    assert staten == [Actiestaat.NIET_UITGEVOERD, Actiestaat.LOOPT]
    eerste.refresh_from_db()
    assert eerste.resultaat.staat == Termijnstaat.NIET_GEHAALD


def test_een_actie_van_een_stap_die_voorbij_is_zet_niets_meer_door(vast):
    vast.loopt_vast()
    vast.leg_vast(vast.actie(dagen=1), vast.actie(dagen=3))
    vast.tik(dagen=1)
    assert vast.stap.volgnummer == 2
    vast.tik(dagen=2)
    assert vast.stap.volgnummer == 2
    assert gebeurd(vast.stagnatie).count(SoortGebeurtenis.ACTIE_NIET_UITGEVOERD) == 2


@pytest.mark.eis("E4")
def test_alles_uitgevoerd_maar_niet_opgelost_dan_toch_stap_2(vast):
    vast.loopt_vast()
    (actie,) = vast.leg_vast(vast.actie(dagen=5))
    actions.meld_uitgevoerd(actie, door=vast.cast.mentor, nu=vast.nu, gebeurd_op=vast.nu.date())
    assert verteld(vast.stagnatie, "stagnatie_alles_uitgevoerd") == {"N. Bakker"}
    vast.tik(dagen=6)
    assert vast.stap.reden == Stapreden.NIET_BEREIKT  # the result counts
    assert Actie.objects.get().staat == Actiestaat.UITGEVOERD


@pytest.mark.eis("E7")
def test_een_termijn_van_24_uur_loopt_op_de_minuut(vast):
    vast.loopt_vast()
    vast.leg_vast(vast.actie(dagen=1, duur=Duur(24, Eenheid.UUR)))
    vast.tik(uren=23.9)
    assert vast.stap.volgnummer == 1
    vast.tik(uren=0.1)
    assert vast.stap.volgnummer == 2


@pytest.mark.eis("E5")
def test_in_stap_2_legt_de_manager_vast_en_gaat_het_bij_te_laat_naar_de_gemeente(vast):
    vast.naar_stap_2()
    vast.leg_vast(vast.actie(dagen=4, instelling=vast.cast.school), door=vast.cast.manager)
    actie = Actie.objects.get()
    assert actie.termijn.gevraagden.get().gebruiker == vast.cast.manager_school
    assert actie.termijn.houder == vast.cast.manager
    vast.tik(dagen=4)
    stap = vast.stap
    assert (stap.modelstap.nummer, stap.reden, stap.houder) == (3, Stapreden.NIET_BEREIKT, vast.cast.ambtenaar)


@pytest.mark.eis("E5")
def test_boven_onze_macht_gaat_meteen_een_stap_hoger(vast):
    stap = vast.naar_stap_2()
    derde = actions.buiten_macht(stap, door=vast.cast.manager, nu=vast.nu, toelichting="Er is geen woning")
    assert (derde.modelstap.nummer, derde.reden, derde.toelichting) == (3, Stapreden.BUITEN_MACHT, "Er is geen woning")
    stap.refresh_from_db()
    assert stap.vastleggen.staat == Termijnstaat.VERVALLEN  # not a term that was missed


def test_boven_onze_macht_in_stap_1_is_aan_de_managers_om_te_beoordelen(vast):
    vast.loopt_vast()
    tweede = actions.buiten_macht(vast.stap, door=vast.cast.coordinator, nu=vast.nu, toelichting="Wachtlijst")
    assert tweede.modelstap.nummer == 2


@pytest.mark.eis("E4")
def test_de_coordinator_roept_eerder_hulp_in_met_een_reden(vast):
    vast.loopt_vast()
    with pytest.raises(RuleError) as fout:
        actions.roep_eerder_hulp_in(vast.stap, door=vast.cast.coordinator, nu=vast.nu, toelichting=" ")
    assert fout.value.field == "toelichting"
    stap = actions.roep_eerder_hulp_in(
        vast.stap, door=vast.cast.coordinator, nu=vast.nu, toelichting="Sanne is weggelopen"
    )
    assert (stap.modelstap.nummer, stap.reden) == (2, Stapreden.EERDER)
    with pytest.raises(RuleError, match="al ingeschakeld"):
        actions.roep_eerder_hulp_in(stap, door=vast.cast.coordinator, nu=vast.nu, toelichting="Nog eens")


@pytest.mark.eis("E6")
def test_de_ambtenaar_gaat_zelf_een_niveau_hoger_tot_het_hoogste(vast):
    stap = vast.naar_stap_3()
    for niveau in (2, 3):
        stap = actions.hoger_niveau(stap, door=vast.cast.ambtenaar, nu=vast.nu, toelichting="De wethouder is nodig")
        assert (stap.niveau, stap.reden) == (niveau, Stapreden.HOGER_NIVEAU)
    with pytest.raises(RuleError, match="hoogste niveau"):
        actions.hoger_niveau(stap, door=vast.cast.ambtenaar, nu=vast.nu, toelichting="Nog hoger")


@pytest.mark.eis("E10")
def test_wie_te_laat_komt_hoort_wie_nu_aan_zet_is(vast):
    vast.loopt_vast()
    oud = vast.stap
    vast.tik(dagen=8)
    with pytest.raises(RuleError, match=r"intussen voorbij.*M\. Smit aan zet.*uiterlijk"):
        actions.leg_acties_vast(oud, [vast.actie()], door=vast.cast.coordinator, nu=vast.nu)
    with pytest.raises(RuleError, match=r"niet aan zet.*M\. Smit"):
        actions.leg_acties_vast(vast.stap, [vast.actie()], door=vast.cast.coordinator, nu=vast.nu)
    assert not Actie.objects.exists()


def test_een_week_stilstand_geeft_elke_stap_haar_eigen_volle_termijn(vast):
    vast.loopt_vast()
    vast.tik(dagen=40)
    stap = vast.stap
    assert stap.volgnummer == 2  # no step skipped, none done twice
    assert stap.vastleggen.begint_op == vast.nu
    vast.tik()
    vast.tik(dagen=7)
    assert vast.stap.volgnummer == 2
    vast.tik(dagen=1)
    assert vast.stap.volgnummer == 3


@pytest.mark.eis("E13")
def test_de_grondslag_is_er_voor_wie_aan_zet_is_en_eindigt_met_de_stap(vast):
    stap = vast.naar_stap_2()
    geldig = Grondslag.objects.geldig().filter(soort=SoortGrondslag.DOORZETTINGSMACHT)
    assert {(str(g.gebruiker), g.voor_object) for g in geldig} == {("M. Smit", stap.pk), ("K. Jansen", stap.pk)}
    vast.tik(dagen=8)
    assert {str(g.gebruiker) for g in geldig.all()} == {"F. de Boer"}


@pytest.mark.eis("E13")
def test_de_regio_kan_de_inzage_uitzetten(vast):
    regio = Regio.objects.huidige()
    regio.inzage_escalatiebericht = False
    regio.save()
    vast.naar_stap_2()
    assert not Grondslag.objects.filter(soort=SoortGrondslag.DOORZETTINGSMACHT).exists()


@pytest.mark.eis("E9")
def test_wie_niet_meer_kan_inloggen_houdt_geen_stap(vast):
    stap = vast.naar_stap_2()
    beeindig_toegang(vast.cast.manager, nu=vast.nu, door=vast.cast.beheerder, ook_als_iets_blijft_liggen=True)
    nieuw = vast.stap
    assert (nieuw.pk, nieuw.houder) == (stap.pk, vast.cast.bestuurder)
    assert nieuw.vastleggen.houder == vast.cast.bestuurder


@pytest.mark.eis("E9")
def test_is_er_bij_de_instelling_niemand_meer_dan_gaat_de_stap_naar_de_gemeente(vast):
    vast.naar_stap_2()
    Functie.objects.filter(gebruiker=vast.cast.bestuurder).update(beeindigd_op=vast.nu)
    beeindig_toegang(vast.cast.manager, nu=vast.nu, door=vast.cast.beheerder, ook_als_iets_blijft_liggen=True)
    assert vast.stap.houder == vast.cast.ambtenaar
    assert vast.stap.reden == Stapreden.NIEMAND_OP_STAP_2


@pytest.mark.parametrize("veld", ["wat", "gewenst_resultaat", "wie", "termijn"])
def test_een_onvolledige_actie_zegt_bij_het_veld_wat_er_mist(vast, veld):
    vast.loopt_vast()
    from dataclasses import replace

    mis = {
        "wat": {"wat": " "},
        "gewenst_resultaat": {"gewenst_resultaat": ""},
        "wie": {"deelnemer": None},
        "termijn": {"loopt_af_op": vast.in_dagen(-1)},
    }[veld]
    with pytest.raises(RuleError) as fout:
        vast.leg_vast(replace(vast.actie(), **mis))
    assert fout.value.field == veld
    assert vast.stap.resultaat is None


def test_iemand_van_een_ander_gezin_kan_geen_actie_krijgen(vast):
    vast.loopt_vast()
    vreemde = vast.cast.ander_gezin.deelnemers.get(gebruiker=vast.cast.andere_moeder)
    with pytest.raises(RuleError) as fout:
        vast.leg_vast(vast.actie(wie=vreemde))
    assert fout.value.field == "wie"


@pytest.mark.eis("E13")
def test_in_stap_1_krijgt_alleen_een_instelling_uit_het_plan_een_actie(vast):
    vast.loopt_vast()
    with pytest.raises(RuleError, match="doet niet mee in dit plan") as fout:
        vast.leg_vast(vast.actie(instelling=vast.cast.jeugdhulp))
    assert fout.value.field == "wie"  # nobody else has a ground yet
    vast.leg_vast(vast.actie(instelling=vast.cast.school))
    assert Actie.objects.get().termijn.gevraagden.get().gebruiker == vast.cast.manager_school


@pytest.mark.eis("I1")
def test_vanaf_stap_2_kan_elke_instelling_van_de_regio_een_actie_krijgen(vast):
    vast.naar_stap_2()
    vast.leg_vast(vast.actie(instelling=vast.cast.jeugdhulp))
    assert Actie.objects.get().instelling == vast.cast.jeugdhulp


@pytest.mark.eis("E14")
def test_uitgevoerd_later_vastgelegd_telt_als_op_tijd_maar_de_stap_blijft_gezet(vast):
    vast.loopt_vast()
    (actie,) = vast.leg_vast(vast.actie(dagen=2))
    gedaan_op = vast.nu.date()
    vast.tik(dagen=3)
    actions.meld_uitgevoerd(actie, door=vast.cast.mentor, nu=vast.nu, gebeurd_op=gedaan_op)
    actie.refresh_from_db()
    assert (actie.staat, actie.uitgevoerd_op) == (Actiestaat.UITGEVOERD, gedaan_op)
    assert actie.termijn.staat == Termijnstaat.GEHAALD
    assert vast.stap.volgnummer == 2


def test_alleen_wie_het_aangaat_meldt_uitgevoerd(vast):
    vast.loopt_vast()
    (actie,) = vast.leg_vast()
    with pytest.raises(RuleError, match="van een ander"):
        actions.meld_uitgevoerd(actie, door=vast.cast.behandelaar, nu=vast.nu, gebeurd_op=vast.nu.date())
    with pytest.raises(RuleError) as fout:
        actions.meld_uitgevoerd(actie, door=vast.cast.mentor, nu=vast.nu, gebeurd_op=vast.in_dagen(1).date())
    assert fout.value.field == "gebeurd_op"


@pytest.mark.eis("E14")
def test_een_verkeerd_vinkje_gaat_terug_met_een_reden(vast):
    vast.loopt_vast()
    (actie,) = vast.leg_vast(vast.actie(dagen=5))
    actions.meld_uitgevoerd(actie, door=vast.cast.mentor, nu=vast.nu, gebeurd_op=vast.nu.date())
    actions.neem_uitgevoerd_terug(actie, door=vast.cast.mentor, nu=vast.nu, reden="Het was een ander gezin")
    actie.refresh_from_db()
    assert actie.staat == Actiestaat.LOOPT
    assert actie.termijn.staat == Termijnstaat.LOOPT
    vast.tik(dagen=5)
    assert vast.stap.volgnummer == 2
