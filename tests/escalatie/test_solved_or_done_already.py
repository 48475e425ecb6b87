"""Solved, said by coordinator and family together (E11); or withdrawn, for it was done already (E14)."""

from datetime import timedelta

import pytest

from core.errors import RuleError
from escalatie import actions
from escalatie.models import (
    Actie,
    Actiestaat,
    Oorzaak,
    Oplossing,
    SoortGebeurtenis,
    Stagnatie,
    StagnatieAfspraak,
    StagnatieRecht,
    Stagnatiestaat,
    Stapstaat,
)
from escalatie.permissions import met_recht
from escalatie.zicht import zichtbare_stagnaties
from gezinnen.actions import wissel_coordinator
from gezinsplan import actions as plan
from gezinsplan.models import Afspraak, Afspraakstaat
from instanties.models import Regio, Verzoekstaat
from termijnen.models import Termijn, Termijnstaat
from tests.escalatie.conftest import gebeurd, gelezen_door, verteld
from toestemming.models import Grondslag, SoortGrondslag
from woorden.duur import Duur, Eenheid


def meld(vast, **rest) -> Oplossing:
    return actions.meld_opgelost(vast.stagnatie, door=vast.cast.coordinator, nu=vast.nu, **rest)


def lopende_staptermijnen() -> int:
    return Termijn.objects.lopend().filter(soort__in=["stap_vastleggen", "stap_resultaat", "actie", "vraag"]).count()


@pytest.mark.eis("E11")
def test_coordinator_and_family_say_solved_together(vast):
    vast.loopt_vast()
    (actie,) = vast.leg_vast()
    stap = vast.stap
    oplossing = meld(vast, geleerd="Eerder bellen helpt")
    assert vast.stagnatie.is_open  # not by the coordinator alone
    assert verteld(vast.stagnatie, "stagnatie_opgelost_vraag") == {"Petra de Wit", "Mark Jonker"}
    actions.zeg_ja(oplossing, door=vast.cast.moeder, nu=vast.nu, gezin_zegt="Het gaat goed")
    stagnatie = vast.stagnatie
    assert (stagnatie.staat, stagnatie.geleerd) == (Stagnatiestaat.OPGELOST, "Eerder bellen helpt")
    stap.refresh_from_db()
    assert stap.staat == Stapstaat.GESLOTEN
    assert stap.resultaat.staat == Termijnstaat.GEHAALD
    actie.refresh_from_db()
    assert (actie.staat, actie.termijn.staat) == (Actiestaat.VERVALLEN, Termijnstaat.VERVALLEN)
    assert lopende_staptermijnen() == 0
    # The mother said it herself, so she need not be told.
    assert {"Mark Jonker", "J. Willems", "S. Yilmaz", "N. Bakker"} <= verteld(stagnatie, "stagnatie_opgelost")


@pytest.mark.eis("E11")
def test_the_silence_of_the_family_counts_as_yes(vast):
    vast.loopt_vast()
    vast.leg_vast(vast.actie(dagen=30))
    oplossing = meld(vast)
    assert oplossing.termijn.duur == Regio.objects.huidige().instemming
    gelezen_door(vast.cast.moeder, vast.nu)
    vast.nu = oplossing.termijn.loopt_af_op
    vast.tik()
    oplossing.refresh_from_db()
    assert (oplossing.staat, vast.stagnatie.staat) == (Verzoekstaat.STILTE, Stagnatiestaat.OPGELOST)


def test_while_the_family_is_asked_nothing_goes_up(vast):
    vast.loopt_vast()
    vast.nu = vast.stap.vastleggen.loopt_af_op - timedelta(hours=1)
    oplossing = meld(vast)
    gelezen_door(vast.cast.moeder, vast.nu)
    assert vast.stap.vastleggen.loopt_af_op == oplossing.termijn.loopt_af_op
    vast.nu = oplossing.termijn.loopt_af_op
    vast.tik()  # both are due in one tick
    assert vast.stagnatie.staat == Stagnatiestaat.OPGELOST
    assert vast.stagnatie.stappen.count() == 1


@pytest.mark.eis("E4")
def test_an_actie_that_passes_meanwhile_does_not_escalate_either(vast):
    vast.loopt_vast()
    vast.leg_vast(vast.actie(dagen=2))
    oplossing = meld(vast)
    vast.tik(dagen=3)
    vast.tik(dagen=3)  # nor was the navraag answered
    assert vast.stap.volgnummer == 1
    assert Actie.objects.get().staat == Actiestaat.NIET_UITGEVOERD
    actions.zeg_nee(oplossing, door=vast.cast.moeder, nu=vast.nu, gezin_zegt="Er is nog niet gebeld")
    assert vast.stap.volgnummer == 2  # the consequence comes with the family's no (E4)


def test_when_the_family_says_no_it_stays_open_with_its_words(vast):
    vast.loopt_vast()
    vast.leg_vast(vast.actie(dagen=20))
    oplossing = meld(vast)
    with pytest.raises(RuleError) as fout:
        actions.zeg_nee(oplossing, door=vast.cast.moeder, nu=vast.nu, gezin_zegt=" ")
    assert fout.value.field == "gezin_zegt"
    actions.zeg_nee(oplossing, door=vast.cast.moeder, nu=vast.nu, gezin_zegt="Sanne gaat nog niet elke dag")
    oplossing.refresh_from_db()
    assert (oplossing.staat, oplossing.gezin_zegt) == (Verzoekstaat.NEE, "Sanne gaat nog niet elke dag")
    assert vast.stap.volgnummer == 1
    assert gebeurd(vast.stagnatie)[-1] == SoortGebeurtenis.NOG_NIET_OPGELOST
    meld(vast)  # she may say it again later


def test_another_than_who_reported_it_notes_what_the_family_said_and_how_it_is_known(vast):
    vast.loopt_vast()
    oplossing = meld(vast)
    with pytest.raises(RuleError) as fout:
        actions.zeg_ja(oplossing, door=vast.cast.collega, nu=vast.nu)
    assert fout.value.field == "hoe"
    with pytest.raises(RuleError, match="Een ander"):  # who reported it doesn't end it too (E15)
        actions.zeg_ja(oplossing, door=vast.cast.coordinator, nu=vast.nu, hoe="samen aan tafel")
    actions.zeg_ja(oplossing, door=vast.cast.collega, nu=vast.nu, hoe="samen aan tafel")
    assert vast.stagnatie.staat == Stagnatiestaat.OPGELOST


@pytest.mark.parametrize("wie", ["mentor", "collega", "broer", "andere_moeder"])
def test_who_is_not_the_family_or_does_not_see_this_does_not_answer_for_the_family(vast, wie):
    vast.loopt_vast()
    oplossing = meld(vast)
    with pytest.raises(RuleError, match="gezin"):
        actions.zeg_ja(oplossing, door=getattr(vast.cast, wie), nu=vast.nu)
    assert vast.stagnatie.is_open


@pytest.mark.eis("E11")
def test_only_the_coordinator_reports_solved_others_carried_out(vast):
    vast.naar_stap_2()
    with pytest.raises(RuleError, match="zorgcoördinator"):
        actions.meld_opgelost(vast.stagnatie, door=vast.cast.manager, nu=vast.nu)
    meld(vast)
    with pytest.raises(RuleError, match="Wacht eerst"):
        meld(vast)
    with pytest.raises(RuleError, match="Wacht eerst"):
        vast.leg_vast(door=vast.cast.manager)


@pytest.mark.eis("E11")
def test_once_solved_the_plan_goes_on_with_the_missed_afspraak(vast):
    vast.loopt_vast()
    actions.zeg_ja(meld(vast), door=vast.cast.moeder, nu=vast.nu)
    assert verteld(vast.stagnatie, "stagnatie_verder") == {"N. Bakker"}
    plan.wijzig_termijn(
        vast.afspraak, vast.in_dagen(14).date(), "We beginnen opnieuw", nu=vast.nu, door=vast.cast.coordinator
    )
    assert Afspraak.objects.get(pk=vast.afspraak.pk).staat == Afspraakstaat.LOOPT


@pytest.mark.eis("E13")
def test_once_solved_ground_and_right_are_over(vast):
    stap = vast.naar_stap_3()
    actions.zeg_ja(meld(vast), door=vast.cast.moeder, nu=vast.nu)
    assert not Grondslag.objects.geldig().filter(soort=SoortGrondslag.DOORZETTINGSMACHT).exists()
    handelen = met_recht(vast.cast.ambtenaar, StagnatieRecht.HANDELEN)
    assert not handelen.exists()
    assert zichtbare_stagnaties(vast.cast.ambtenaar).get() == stap.stagnatie
    with pytest.raises(RuleError, match="intussen opgelost"):
        actions.leg_acties_vast(stap, [vast.actie()], door=vast.cast.ambtenaar, nu=vast.nu)


@pytest.mark.eis("E9")
def test_a_new_coordinator_gets_the_answer_of_the_family_too(vast):
    vast.loopt_vast()
    oplossing = meld(vast)
    wissel_coordinator(
        vast.cast.gezin,
        vast.cast.collega,
        vast.cast.maatschappelijk_werk,
        nu=vast.nu,
        door=vast.cast.manager,
        reden="N. Bakker gaat weg",
    )
    oplossing.termijn.refresh_from_db()
    assert oplossing.termijn.houder == vast.cast.collega


@pytest.mark.eis("E14")
@pytest.mark.parametrize("stap", [1, 2, 3])
def test_done_in_time_and_recorded_late_is_withdrawn_in_every_step(vast, stap):
    gedaan_op = vast.nu.date() + timedelta(days=2)
    {1: vast.loopt_vast, 2: vast.naar_stap_2, 3: vast.naar_stap_3}[stap]()
    plan.vink_af(vast.afspraak, gedaan_op, nu=vast.nu, door=vast.cast.mentor)
    stagnatie = vast.stagnatie
    if stap > 1:
        # It is his own share: the family confirms it (E15).
        assert stagnatie.is_open
        actions.bevestig_gedaan(stagnatie.tussenvragen.get(), True, door=vast.cast.vader, nu=vast.nu)
        stagnatie = vast.stagnatie
    assert stagnatie.staat == Stagnatiestaat.INGETROKKEN
    assert lopende_staptermijnen() == 0
    hoorden = {
        naam
        for soort in ("stagnatie_geopend", "stagnatie_stap", "stagnatie_aan_zet", "stagnatie_vraag")
        for naam in verteld(stagnatie, soort)
    }
    assert hoorden - {"J. Willems" if stap == 1 else "Mark Jonker"} == verteld(stagnatie, "stagnatie_ingetrokken")
    if stap == 3:
        assert {"M. Smit", "K. Jansen", "F. de Boer"} <= verteld(stagnatie, "stagnatie_ingetrokken")
    vast.tik(dagen=30)
    assert Stagnatie.objects.get().staat == Stagnatiestaat.INGETROKKEN


@pytest.mark.eis("E14")
def test_who_is_no_longer_on_turn_hears_too_that_it_had_been_done(vast):
    vast.loopt_vast()
    wissel_coordinator(
        vast.cast.gezin,
        vast.cast.collega,
        vast.cast.maatschappelijk_werk,
        nu=vast.nu,
        door=vast.cast.manager,
        reden="N. Bakker gaat weg",
    )
    plan.vink_af(vast.afspraak, vast.afspraak.start_op, nu=vast.nu, door=vast.cast.mentor)
    assert "N. Bakker" in verteld(vast.stagnatie, "stagnatie_ingetrokken")  # everybody told before


@pytest.mark.eis("E14")
def test_of_two_missed_afspraken_one_goes_out_and_it_stays_open(vast):
    tweede = vast.doen_afspraak("De school belt elke vrijdag", vast.cast.mentor_in_gezin)
    vast.loopt_vast()
    plan.vink_af(vast.afspraak, vast.afspraak.start_op, nu=vast.nu, door=vast.cast.mentor)
    assert vast.stagnatie.is_open
    assert StagnatieAfspraak.objects.get().afspraak == tweede
    plan.vink_af(tweede, tweede.start_op, nu=vast.nu, door=vast.cast.mentor)
    assert vast.stagnatie.staat == Stagnatiestaat.INGETROKKEN


def test_done_too_late_stays_open_until_it_is_solved(vast):
    vast.loopt_vast()
    plan.vink_af(vast.afspraak, vast.nu.date(), nu=vast.nu, door=vast.cast.mentor)
    assert vast.stagnatie.is_open
    assert gebeurd(vast.stagnatie)[-1] == SoortGebeurtenis.AFSPRAAK_ALSNOG
    assert vast.stap.houder == vast.cast.coordinator


def test_what_people_reported_for_another_reason_is_not_withdrawn(vast):
    vast.tik(dagen=8)
    stagnatie = actions.meld_stagnatie(
        vast.cast.gezin,
        door=vast.cast.moeder,
        nu=vast.nu,
        oorzaak=Oorzaak.CRISIS,
        toelichting="Het gaat mis thuis",
        doel=vast.doel,
        partij=vast.cast.mentor_in_gezin,
    )
    vast.tik(dagen=5)
    assert StagnatieAfspraak.objects.get().stagnatie == stagnatie
    plan.vink_af(vast.afspraak, vast.afspraak.start_op, nu=vast.nu, door=vast.cast.coordinator)
    stagnatie.refresh_from_db()
    assert stagnatie.is_open
    assert not StagnatieAfspraak.objects.exists()


@pytest.mark.eis("E12", "E14")
def test_a_new_date_while_it_is_open_closes_nothing_and_starts_no_second_one(vast):
    """The afspraak runs again; missed again it is the same stagnatie, whose step goes on by its own term."""
    stagnatie = vast.loopt_vast()
    eerst = vast.stap
    afspraak = Afspraak.objects.get(pk=vast.afspraak.pk)
    plan.wijzig_termijn(afspraak, Duur(2, Eenheid.DAG), "Nog een kans", nu=vast.nu, door=vast.cast.coordinator)
    vast.tik(dagen=3)
    assert vast.stagnatie.is_open and vast.stap.pk == eerst.pk
    vast.tik(dagen=5)
    assert Stagnatie.objects.count() == 1
    assert vast.stagnatie == stagnatie and vast.stap.modelstap.nummer == 2
    assert StagnatieAfspraak.objects.filter(afspraak=afspraak).count() == 1
