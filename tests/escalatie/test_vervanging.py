"""A keeper who is away: whoever stands in acts, the clock never stops, and a step still reaches other people (I6)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from berichten.models import Bericht
from config.celery import app
from core import clock
from core.errors import RuleError
from core.named import keys_for
from escalatie import actions
from escalatie.actions.overdragen import herbezet_zonder
from escalatie.models import Gebeurtenis, Houderrol
from escalatie.tasks import meld_afwezige_houders
from escalatie.waarneming import is_houder, waarnemers_van
from escalatie.zicht import zicht_op
from gezinnen.actions import BetrokkeneGegevens, koppel_account, voeg_betrokkene_toe, wissel_coordinator
from instanties.actions import beeindig_functie, geef_functie, trek_vervanging_in
from instanties.models import Beheermelding, Functie, Gebruiker, Rol
from logboek.models import Logregel
from tests.afwezig import dagen_later, is_weg
from tests.cast import maak_professional
from tests.inloggen import client_van

pytestmark = pytest.mark.django_db


@pytest.fixture
def tweede(vast):
    """Another manager of the coordinator's instelling."""
    return maak_professional("Z. Tweede", Rol.MANAGER, instelling=vast.cast.maatschappelijk_werk)


def ook_hulpverlener(wie, vast):
    """This person also does the work itself there, so can stand in for a hulpverlener."""
    geef_functie(wie, Rol.HULPVERLENER, instelling=vast.cast.maatschappelijk_werk, door=None)
    return wie


def pagina(stagnatie, wie):
    return client_van(wie).get(reverse("escalatie:stagnatie", args=[stagnatie.pk]))


@pytest.mark.eis("I6", "E4")
def test_the_substitute_answers_what_is_in_the_own_work_list(vast):
    school = vast.cast.school
    vast.naar_stap_2()
    vraag = vast.stagnatie.vragen.get(aan=vast.cast.manager_school)
    vervanger = maak_professional("V. Anders", Rol.MANAGER, instelling=school)
    is_weg(vast.cast.manager_school, vervanger)
    adres = reverse("escalatie:antwoord", args=[vast.stagnatie.pk, vraag.pk])
    antwoord = client_van(vervanger).post(adres, {"antwoord": "De mentor belt morgen"})
    assert antwoord.status_code == 302
    vraag.refresh_from_db()
    assert (vraag.antwoord, vraag.beantwoord_door) == ("De mentor belt morgen", vervanger)


@pytest.mark.eis("I6", "E4")
def test_the_substitute_of_the_manager_sees_and_acts(vast, tweede):
    cast = vast.cast
    stap = vast.naar_stap_2()
    assert stap.houder == cast.manager
    vervanger = tweede
    assert not zicht_op(vervanger, vast.stagnatie).is_houder
    is_weg(cast.manager, vervanger)
    assert pagina(vast.stagnatie, vervanger).status_code == 200
    assert zicht_op(vervanger, vast.stagnatie).is_houder
    vast.leg_vast(door=vervanger)
    stap = vast.stap
    assert stap.houder == cast.manager, "no overdracht"
    assert stap.resultaat.houder == cast.manager
    gebeurtenis = Gebeurtenis.objects.filter(stap=stap, door=vervanger).latest("pk")
    assert "Namens M. Smit" in gebeurtenis.tekst
    regel = Logregel.objects.filter(gebruiker_id=vervanger.pk, gezin_id=cast.gezin.pk, namens_id=cast.manager.pk)
    assert regel.exists()


@pytest.mark.eis("I6", "E9")
def test_the_clock_never_stops(vast):
    cast = vast.cast
    is_weg(cast.manager, cast.bestuurder, dagen=60)
    stap = vast.naar_stap_2()
    einde = stap.vastleggen.loopt_af_op
    assert stap.houder == cast.manager
    vast.tik(dagen=8)
    assert vast.nu > einde
    assert vast.stap.modelstap.houderrol == Houderrol.AMBTENAAR


@pytest.mark.eis("I6", "E4")
def test_who_kept_or_acted_in_step_1_never_acts_in_step_2(vast, tweede):
    """The bestuurder was named for the manager; she acted in step 1, so it goes on to the next."""
    cast = vast.cast
    vast.loopt_vast()
    eerder = ook_hulpverlener(cast.bestuurder, vast)
    is_weg(cast.coordinator, eerder)
    vast.leg_vast(vast.actie(dagen=3), door=eerder)
    vast.tik(dagen=5)
    vast.zwijgt_op_navraag()
    stap = vast.stap
    assert stap.modelstap.houderrol == Houderrol.MANAGER and stap.houder == cast.manager
    is_weg(cast.manager, eerder)
    assert not is_houder(eerder, stap)
    with pytest.raises(RuleError, match="niet aan zet"):
        vast.leg_vast(door=eerder)
    assert waarnemers_van([stap])[stap.pk].gebruiker == tweede
    assert is_houder(tweede, stap)


class TestWieInStap1Waarnam:
    """Whoever stood in for the coordinator and acted, doesn't keep the managers' step: it reaches other people (I6, E4)."""

    @pytest.mark.eis("I6", "E4")
    def test_another_manager_keeps_step_2(self, vast, tweede):
        vast.loopt_vast()
        is_weg(vast.cast.coordinator, ook_hulpverlener(vast.cast.manager, vast))
        vast.leg_vast(vast.actie(dagen=3), door=vast.cast.manager)
        vast.tik(dagen=4)
        vast.zwijgt_op_navraag()
        assert vast.stap.modelstap.houderrol == Houderrol.MANAGER
        assert vast.stap.houder == tweede

    @pytest.mark.eis("I6", "E4")
    def test_also_when_it_was_the_call_for_help_itself(self, vast, tweede):
        vast.loopt_vast()
        is_weg(vast.cast.coordinator, ook_hulpverlener(vast.cast.manager, vast))
        actions.roep_eerder_hulp_in(vast.stap, door=vast.cast.manager, nu=vast.nu, toelichting="Het kan niet wachten")
        assert vast.stap.houder == tweede
        # Nor later, when the other one leaves and somebody else is there.
        derde = maak_professional("Zz. Derde", Rol.MANAGER, instelling=vast.cast.maatschappelijk_werk)
        Gebruiker.objects.filter(pk=tweede.pk).update(is_active=False)
        herbezet_zonder(tweede, nu=vast.nu, door=None)
        assert vast.stap.houder == derde

    @pytest.mark.eis("I6", "E4", "E7")
    def test_also_by_lengthening_a_term_for_her(self, vast, tweede):
        vast.loopt_vast()
        is_weg(vast.cast.coordinator, ook_hulpverlener(vast.cast.manager, vast))
        naar = vast.stap.staptermijn.loopt_af_op + timedelta(days=1)
        actions.verleng(vast.stap, naar, door=vast.cast.manager, nu=vast.nu, reden="Maandag weten we meer")
        vast.tik(dagen=9)
        assert vast.stap.modelstap.houderrol == Houderrol.MANAGER
        assert vast.stap.houder == tweede

    @pytest.mark.eis("I6", "E4")
    def test_the_bestuurder_when_there_is_no_other_manager(self, vast):
        vast.loopt_vast()
        is_weg(vast.cast.coordinator, ook_hulpverlener(vast.cast.manager, vast))
        vast.leg_vast(vast.actie(dagen=3), door=vast.cast.manager)
        vast.tik(dagen=4)
        vast.zwijgt_op_navraag()
        assert vast.stap.houder == vast.cast.bestuurder

    @pytest.mark.eis("I6", "E9")
    def test_when_nobody_else_is_there_the_step_is_still_kept(self, vast):
        vast.loopt_vast()
        is_weg(vast.cast.coordinator, ook_hulpverlener(vast.cast.manager, vast))
        vast.leg_vast(vast.actie(dagen=3), door=vast.cast.manager)
        Functie.objects.filter(gebruiker=vast.cast.bestuurder).update(beeindigd_op=vast.nu)
        vast.tik(dagen=4)
        vast.zwijgt_op_navraag()
        assert vast.stap.modelstap.houderrol == Houderrol.MANAGER
        assert vast.stap.houder == vast.cast.manager

    @pytest.mark.eis("E7")
    def test_who_lengthened_as_the_level_above_may_keep_it(self, vast, tweede):
        """That is no standing in: the manager acted as manager."""
        vast.loopt_vast()
        for dagen, wie in ((1, vast.cast.coordinator), (2, vast.cast.manager)):
            naar = vast.stap.staptermijn.loopt_af_op + timedelta(days=dagen)
            actions.verleng(vast.stap, naar, door=wie, nu=vast.nu, reden="Maandag weten we meer")
        vast.tik(dagen=11)
        assert vast.stap.modelstap.houderrol == Houderrol.MANAGER
        assert vast.stap.houder == vast.cast.manager

    @pytest.mark.eis("E4")
    def test_who_coordinated_and_acted_before_doesnt_keep_it_either(self, vast, tweede):
        cast = vast.cast
        vast.loopt_vast()
        vast.leg_vast(vast.actie(dagen=3))
        geef_functie(cast.coordinator, Rol.MANAGER, instelling=cast.maatschappelijk_werk, door=None)
        Gebruiker.objects.filter(pk=cast.coordinator.pk).update(**keys_for(Gebruiker, "A. Bakker"))
        wissel_coordinator(
            cast.gezin, cast.collega, cast.maatschappelijk_werk, nu=vast.nu, door=cast.manager, reden="Andere taak"
        )
        vast.tik(dagen=4)
        vast.zwijgt_op_navraag()
        assert vast.stap.houder == cast.manager


@pytest.mark.eis("I6", "E4")
def test_the_coordinator_never_stands_in_for_the_manager_in_her_own_family(vast, tweede):
    cast = vast.cast
    geef_functie(cast.coordinator, Rol.MANAGER, instelling=cast.maatschappelijk_werk, door=None)
    stap = vast.naar_stap_2()
    is_weg(cast.manager, cast.coordinator)
    assert not is_houder(cast.coordinator, stap)
    assert waarnemers_van([stap])[stap.pk].gebruiker == tweede


@pytest.mark.eis("I6", "E5")
def test_who_kept_step_2_never_acts_in_step_3(vast):
    cast = vast.cast
    vast.naar_stap_2()
    geef_functie(cast.manager, Rol.GEMEENTEAMBTENAAR, gemeente=cast.gemeente, door=None)
    vast.tik(dagen=8)
    stap = vast.stap
    assert stap.houder == cast.ambtenaar
    is_weg(cast.ambtenaar, cast.manager)
    assert not is_houder(cast.manager, stap)
    assert is_houder(cast.vervanger, stap)


@pytest.mark.eis("I6", "E2")
def test_the_party_whose_share_is_missing_helps_nobody_out_of_it(vast):
    """The mentor is missing; that he also works with the coordinator makes him no keeper of that step."""
    cast = vast.cast
    vast.loopt_vast()
    ook_hulpverlener(cast.teamleider, vast)
    is_weg(cast.coordinator, ook_hulpverlener(cast.mentor, vast))
    assert not is_houder(cast.mentor, vast.stap)
    assert not zicht_op(cast.mentor, vast.stagnatie).is_coordinator
    with pytest.raises(RuleError):
        vast.leg_vast(door=cast.mentor)
    with pytest.raises(RuleError):
        actions.roep_eerder_hulp_in(vast.stap, door=cast.mentor, nu=vast.nu, toelichting="sneller")
    assert is_houder(cast.teamleider, vast.stap)


@pytest.mark.eis("I6", "X5")
def test_who_belongs_to_the_network_acts_in_no_step_there(vast, tweede):
    cast = vast.cast
    stap = vast.naar_stap_2()
    gegevens = BetrokkeneGegevens(naam="H. van Dam", relatie_tot_gezin="tante")
    rij = voeg_betrokkene_toe(cast.gezin, gegevens, nu=cast.nu, door=cast.coordinator)
    koppel_account(rij, cast.bestuurder, nu=cast.nu, door=cast.coordinator)
    is_weg(cast.manager, cast.bestuurder)
    assert not is_houder(cast.bestuurder, stap)
    assert is_houder(tweede, stap)


@pytest.mark.eis("I6", "E2")
def test_a_question_to_somebody_who_is_away_is_answered_by_the_substitute(vast):
    from escalatie.models import SoortVraag

    cast = vast.cast
    op_school = maak_professional("B. School", Rol.HULPVERLENER, instelling=cast.school)
    vast.loopt_vast()
    vraag = actions.stel_vraag(
        vast.stagnatie, soort=SoortVraag.AANSPREKEN, tekst="Lukt het nog?", aan=cast.mentor, door=cast.coordinator,
        nu=vast.nu,
    )  # fmt: skip
    with pytest.raises(RuleError):
        actions.beantwoord_vraag(vraag, antwoord="Ja", door=op_school, nu=vast.nu)
    is_weg(cast.mentor, op_school)
    gegeven = actions.beantwoord_vraag(vraag, antwoord="Ja, donderdag", door=op_school, nu=vast.nu)
    assert gegeven.beantwoord_door == op_school


@pytest.mark.eis("I6", "E10")
def test_the_substitute_is_told_too(vast):
    from django.utils import timezone

    cast = vast.cast
    # The notices are of the moment of the act.
    dagen_later((vast.nu - timezone.now()).days + 21)
    vervanger = maak_professional("Y. Zandstra", Rol.MANAGER, instelling=cast.maatschappelijk_werk)
    from instanties.models import Vervanging

    Vervanging.objects.create(
        wie=cast.manager, vervanger=vervanger, van=vast.nu.date(), tot_en_met=vast.nu.date() + timedelta(days=90),
        gemaakt_op=vast.nu,
    )  # fmt: skip
    vast.naar_stap_2()
    bericht = Bericht.objects.get(ontvanger=vervanger, soort="stagnatie_aan_zet")
    assert bericht.namens == cast.manager
    assert Bericht.objects.filter(ontvanger=cast.manager, soort="stagnatie_aan_zet").exists()


@pytest.mark.eis("I6", "E9")
def test_no_old_timer_runs_against_who_left(vast, tweede):
    """Leaving is no absence: the steps and what they ask move along at once."""
    from instanties.actions import beeindig_toegang
    from termijnen.models import Gevraagd, Termijn

    cast = vast.cast
    vast.naar_stap_2()
    is_weg(cast.manager, cast.bestuurder)
    beeindig_toegang(cast.manager, nu=vast.nu, door=cast.beheerder, ook_als_iets_blijft_liggen=True)
    assert vast.stap.houder == tweede
    lopend = Termijn.objects.lopend().filter(gezin=cast.gezin)
    assert not lopend.filter(houder=cast.manager).exists()
    assert not Gevraagd.objects.filter(termijn__in=lopend, gebruiker=cast.manager).exists()
    assert not is_houder(cast.bestuurder, vast.stap)


@pytest.mark.eis("I6", "E10")
def test_the_page_says_who_stands_in_for_the_keeper(vast):
    cast = vast.cast
    vast.naar_stap_2()
    is_weg(cast.manager, cast.bestuurder)
    for wie in (cast.coordinator, cast.mentor):
        gelezen = pagina(vast.stagnatie, wie).content.decode()
        assert "M. Smit, Maatschappelijk Werk De Brug (H. van Dam vervangt tot en met" in gelezen
    assert "U vervangt M. Smit tot en met" in pagina(vast.stagnatie, cast.bestuurder).content.decode()
    lijst = client_van(cast.bestuurder).get(reverse("escalatie:stagnaties"))
    assert f"Plan {cast.gezin.nummer}" in lijst.content.decode()


@pytest.mark.eis("I6", "E9")
def test_the_beheerder_is_told_when_nobody_may_act_in_this_step(vast):
    """There is somebody to stand in for her, but in this step he may not: it is his share that is missing."""
    cast = vast.cast
    vast.loopt_vast()
    boven = Functie.objects.filter(instelling=cast.maatschappelijk_werk).exclude(gebruiker=cast.coordinator)
    boven.update(beeindigd_op=vast.nu)
    geef_functie(cast.mentor, Rol.HULPVERLENER, instelling=cast.maatschappelijk_werk, door=None)
    is_weg(cast.coordinator, cast.mentor)
    assert not Beheermelding.objects.exists()
    meld_afwezige_houders()
    meld_afwezige_houders()
    melding = Beheermelding.objects.get()
    assert melding.tekst.startswith("N. Bakker is afwezig en aan zet bij een vastgelopen plan. Niemand bij Maatschap")
    assert melding.instelling == cast.maatschappelijk_werk
    assert cast.gezin.naam not in melding.tekst and str(cast.gezin.nummer) not in melding.tekst


@pytest.mark.eis("I6")
def test_where_somebody_acts_the_beheerder_is_left_alone(vast):
    vast.loopt_vast()
    meld_afwezige_houders()
    is_weg(vast.cast.coordinator, vast.cast.collega)
    meld_afwezige_houders()
    assert not Beheermelding.objects.exists()
    assert app.conf.beat_schedule["meld-afwezige-houders"]["task"] == "escalatie.tasks.meld_afwezige_houders"


@pytest.mark.eis("I6", "E10")
def test_who_acts_gets_no_notice_of_it(vast):
    """The manager who is away is told that his step was taken up, if anybody; whoever did it for him isn't."""
    cast = vast.cast
    dagen_later((vast.nu - clock.now()) / timedelta(days=1) + 21)
    is_weg(cast.coordinator, cast.collega)
    vast.loopt_vast()
    vast.nu = clock.now()
    actions.roep_eerder_hulp_in(vast.stap, door=cast.collega, nu=vast.nu, toelichting="sneller")
    nieuws = Bericht.objects.filter(soort="stagnatie_stap")
    assert nieuws.filter(ontvanger=cast.coordinator).exists()
    assert not nieuws.filter(ontvanger=cast.collega, namens=cast.coordinator).exists()


@pytest.mark.eis("I6", "T3")
def test_standing_in_keeps_no_grant_of_a_role_that_ended(vast):
    """He kept step 2 as manager, is no manager any more, and stands in for the coordinator for some days."""
    cast = vast.cast
    vast.naar_stap_3()
    weg = is_weg(cast.coordinator, ook_hulpverlener(cast.manager, vast))
    beeindig_functie(cast.manager.functies.get(rol=Rol.MANAGER), nu=clock.now(), door=cast.beheerder)
    assert pagina(vast.stagnatie, cast.manager).status_code == 200
    trek_vervanging_in(weg, nu=clock.now(), vandaag=clock.today(), door=cast.coordinator)
    assert pagina(vast.stagnatie, cast.manager).status_code == 404
