"""What the family sees otherwise is read, asked for and answered; and what pages say of a step that begins on purpose or again."""

import pytest

from escalatie import actions
from escalatie.models import Oorzaak, Stapreden
from gezinsplan import actions as plan
from instanties.actions import beeindig_toegang
from instanties.models import Leefgebied
from tests.escalatie.conftest import verteld
from tests.escalatie.pagina import Bezoek
from woorden.duur import Duur, Eenheid

pytestmark = pytest.mark.heavy("walks a course, and looks at the page")


def meld_opgelost(vast):
    return actions.meld_opgelost(vast.stagnatie, door=vast.cast.coordinator, nu=vast.nu)


def alles_gedaan(vast):
    vast.loopt_vast()
    [actie] = vast.leg_vast()
    actions.meld_uitgevoerd(actie, door=vast.cast.mentor, nu=vast.nu, gebeurd_op=vast.nu.date())


@pytest.mark.eis("E11")
def test_after_a_no_the_keeper_reads_what_they_see_otherwise_and_records_a_new_action(vast):
    alles_gedaan(vast)
    oplossing = meld_opgelost(vast)
    assert "Wat ziet u anders?" in Bezoek(vast, vast.cast.moeder).tekst(open="opgelost-nee")
    actions.zeg_nee(oplossing, door=vast.cast.moeder, nu=vast.nu, gezin_zegt="Er belt nog steeds niemand")
    bezoek = Bezoek(vast, vast.cast.coordinator)
    pagina = bezoek.tekst()
    assert "Het gezin zegt: nog niet opgelost. Leg een nieuwe actie vast. Er belt nog steeds niemand" in pagina
    assert "Is het daarmee opgelost?" not in pagina
    assert pagina.index("Leg nog een actie vast") < pagina.index("Verloop")
    assert verteld(vast.stagnatie, "stagnatie_nieuwe_actie") == {"N. Bakker"}
    vast.nu = vast.in_dagen(0.01)
    vast.leg_vast(vast.actie(dagen=1))
    assert "Leg een nieuwe actie vast" not in bezoek.tekst()


@pytest.mark.eis("E1", "E10")
def test_the_family_reads_its_own_report(vast):
    stagnatie = actions.meld_stagnatie(
        vast.cast.gezin, door=vast.cast.moeder, nu=vast.nu, oorzaak=Oorzaak.WACHTLIJST, doel=vast.doel,
        toelichting="Wij wachten al drie maanden",
    )  # fmt: skip
    pagina = Bezoek(vast, vast.cast.moeder, stagnatie).tekst()
    assert "Er is verteld dat het vastloopt" in pagina and "Wij wachten al drie maanden" in pagina
    assert "Er bleef iets liggen" not in pagina


@pytest.mark.eis("E10")
@pytest.mark.parametrize("stap", ["loopt_vast", "naar_stap_2", "naar_stap_3"])
def test_at_every_step_the_family_may_say_that_it_sees_it_otherwise(vast, stap):
    getattr(vast, stap)()
    bezoek = Bezoek(vast, vast.cast.moeder)
    assert "Ik zie dit anders" in bezoek.tekst()
    gedaan = bezoek.doe("koppel_terug", vast.stap.pk, tekst="Wij hebben juist elke dag gebeld")
    assert gedaan.status_code == 302
    assert "Wij hebben juist elke dag gebeld" in bezoek.tekst()
    assert "Wij hebben juist elke dag gebeld" in Bezoek(vast, vast.cast.coordinator).tekst()
    assert vast.stap.houder.naam in verteld(vast.stagnatie, "stagnatie_terugkoppeling")


@pytest.mark.eis("E10", "T3")
def test_who_has_a_part_of_his_own_only_doesnt_say_so_for_the_family(vast):
    vast.loopt_vast()
    assert Bezoek(vast, vast.cast.broer).doe("koppel_terug", vast.stap.pk, tekst="x").status_code == 404


class TestUnderSixteen:
    """Own words go to whom the youngster chose; that they are there, nobody else sees: not at home, not outside (G18, S21)."""

    pytestmark = pytest.mark.eis("E10", "T3")

    WOORDEN = "Ik durf het thuis niet te zeggen"

    @pytest.fixture
    def over_broer(self, vast):
        """The brother, fifteen, with a course about him."""
        doel = plan.voeg_doel_toe(
            vast.cast.gezin,
            plan.DoelGegevens("Daan gaat weer sporten", leefgebieden=[Leefgebied.OPVOEDING], over_wie=[vast.cast.broer_in_gezin.pk]),
            nu=vast.nu, door=vast.cast.coordinator,
        )  # fmt: skip
        actions.meld_stagnatie(
            vast.cast.gezin, door=vast.cast.coordinator, nu=vast.nu, oorzaak=Oorzaak.WACHTLIJST, doel=doel,
            toelichting="Er is een wachtlijst",
        )  # fmt: skip
        return vast

    def test_by_itself_only_the_coordinator(self, over_broer):
        vast = over_broer
        broer = Bezoek(vast, vast.cast.broer)
        assert "Wie mag dit lezen?" in broer.tekst()
        voor = {wie: Bezoek(vast, wie).tekst() for wie in (vast.cast.moeder, vast.cast.collega)}
        gebeurd_voor = vast.stagnatie.gebeurtenissen.count()
        assert broer.doe("koppel_terug", vast.stap.pk, tekst=self.WOORDEN, lezers="coordinator").status_code == 302
        assert self.WOORDEN in broer.tekst()
        assert self.WOORDEN in Bezoek(vast, vast.cast.coordinator).tekst()
        for wie, was in voor.items():
            nu = Bezoek(vast, wie).tekst()
            assert self.WOORDEN not in nu and nu.count("Terugkoppeling") == was.count("Terugkoppeling")
        # No event, no count, no notice says that there is something.
        assert vast.stagnatie.gebeurtenissen.count() == gebeurd_voor
        assert verteld(vast.stagnatie, "stagnatie_terugkoppeling") == {"N. Bakker"}

    def test_nothing_is_said_to_a_coordinator_who_is_not_there(self, over_broer):
        vast = over_broer
        beeindig_toegang(vast.cast.coordinator, nu=vast.nu, door=vast.cast.beheerder, ook_als_iets_blijft_liggen=True)
        broer = Bezoek(vast, vast.cast.broer)
        antwoord = broer.doe("koppel_terug", vast.stap.pk, tekst=self.WOORDEN, lezers="coordinator")
        gezegd = antwoord.content.decode()
        assert "niemand zou dit lezen" in gezegd and self.WOORDEN in gezegd
        assert not vast.stap.terugkoppelingen.exists()

    def test_whoever_chooses_so_tells_all(self, over_broer):
        vast = over_broer
        gedaan = Bezoek(vast, vast.cast.broer).doe("koppel_terug", vast.stap.pk, tekst=self.WOORDEN, lezers="allen")
        assert gedaan.status_code == 302
        assert self.WOORDEN in Bezoek(vast, vast.cast.moeder).tekst()

    def test_an_adult_is_asked_nothing_and_is_read_by_all(self, over_broer):
        vast = over_broer
        moeder = Bezoek(vast, vast.cast.moeder)
        assert "Wie mag dit lezen?" not in moeder.tekst()
        assert moeder.doe("koppel_terug", vast.stap.pk, tekst="Wij bellen elke dag").status_code == 302
        assert "Wij bellen elke dag" in Bezoek(vast, vast.cast.collega).tekst()


@pytest.mark.eis("E4", "E10")
def test_a_step_begun_on_purpose_is_never_called_late(vast):
    vast.loopt_vast()
    actions.roep_eerder_hulp_in(vast.stap, door=vast.cast.coordinator, nu=vast.nu, toelichting="Het is dringend")
    pagina = Bezoek(vast, vast.cast.moeder).tekst()
    assert "niet op tijd" not in pagina.replace("Lukt het niet op tijd?", "")
    assert "Hier is meteen om meer hulp gevraagd." in pagina


@pytest.mark.eis("E7")
def test_a_term_that_ends_on_a_sunday_says_which_werkdag_is_the_last(vast):
    vast.loopt_vast()
    for wie in ("coordinator", "moeder"):
        pagina = Bezoek(vast, getattr(vast.cast, wie)).tekst()
        assert "zondag 22 november" in pagina
        assert "De laatste werkdag ervoor is vrijdag 20 november" in pagina


@pytest.mark.eis("E11", "E4")
def test_back_within_thirty_days_it_goes_on_where_it_was_left(vast):
    vast.naar_stap_2()
    actions.zeg_ja(meld_opgelost(vast), door=vast.cast.moeder, nu=vast.nu)
    vast.doen_afspraak("De mentor belt", vast.cast.mentor_in_gezin, termijn=Duur(2, Eenheid.DAG))
    vast.tik(dagen=3)
    vast.tik(dagen=5)
    stap = vast.stap
    assert (stap.modelstap.nummer, stap.volgnummer, stap.reden) == (2, 1, Stapreden.TERUG)
    assert stap.houder == vast.cast.manager
    assert "Het was opgelost en loopt weer vast" in Bezoek(vast, vast.cast.coordinator).tekst()
