"""Whoever stands in for the coordinator or a hulpverlener sees and does, on those days, what is theirs; no more (I6)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from berichten.models import Bericht
from berichten.selectie import inbox
from core import clock
from core.errors import RuleError
from gezinnen.actions import (
    BetrokkeneGegevens,
    koppel_account,
    stop_deelname,
    toon_met_functie,
    voeg_betrokkene_toe,
    wissel_coordinator,
)
from gezinnen.models import GezinsRecht
from gezinnen.permissions import is_coordinator, rechten
from gezinnen.waarneming import namens_wie
from gezinsplan import actions
from gezinsplan.actions import DoelGegevens, Navraagantwoord, Terugblik
from gezinsplan.models import Afspraak, Antwoord, Doel, Reactie
from gezinsplan.spreker import namens_ander, namens_bij
from instanties.actions import geef_functie, trek_vervanging_in
from instanties.models import Gebruiker, Leefgebied, Rol
from logboek.models import Logregel
from tests.afwezig import dagen_later, is_weg
from tests.cast import maak_professional
from tests.inloggen import client_van
from toestemming.actions import zet_vlag
from toestemming.zicht import blik, zichtbare_gezinnen
from woorden.duur import Duur, Eenheid
from woorden.tijdwoorden import dag_voluit

pytestmark = pytest.mark.django_db


@pytest.fixture
def invaller(cast):
    """A colleague of the coordinator who has nothing to do with the family."""
    return maak_professional("A. Tahiri", Rol.HULPVERLENER, "06-00000099", instelling=cast.maatschappelijk_werk)


@pytest.fixture
def voorbeeld(voorbeeld):
    """A running plan."""
    voorbeeld.afspraak("De school belt bij verzuim", voorbeeld.cast.mentor_in_gezin)
    voorbeeld.activeer()
    return voorbeeld


def plan_van(cast, wie):
    return client_van(wie).get(reverse("gezinsplan:plan", args=[cast.gezin.pk]))


@pytest.mark.eis("I6", "T3")
def test_before_during_and_after(voorbeeld, invaller):
    cast = voorbeeld.cast
    is_weg(cast.coordinator, invaller, over=1, dagen=2)
    seen = []
    for _dag in range(4):
        seen.append((plan_van(cast, invaller).status_code, is_coordinator(invaller, cast.gezin.pk)))
        dagen_later(1)
    assert seen == [(404, False), (200, True), (200, True), (404, False)]


@pytest.mark.eis("I6")
def test_it_is_no_overdracht(voorbeeld, invaller):
    cast = voorbeeld.cast
    is_weg(cast.coordinator, invaller)
    assert is_coordinator(cast.coordinator, cast.gezin.pk)
    assert cast.gezin.coordinatorschappen.huidig().get().gebruiker == cast.coordinator
    assert rechten(invaller, cast.gezin) == rechten(cast.coordinator, cast.gezin)


@pytest.mark.eis("I6")
def test_the_substitute_of_the_coordinator_works_in_the_plan(voorbeeld, invaller):
    cast = voorbeeld.cast
    is_weg(cast.coordinator, invaller)
    doel = actions.voeg_doel_toe(
        cast.gezin,
        DoelGegevens("Moeder slaapt weer", over_wie=[cast.moeder_in_gezin.pk]),
        nu=clock.now(),
        door=invaller,
    )
    assert Doel.objects.filter(pk=doel.pk).exists()
    gezien = blik(invaller, cast.gezin)
    assert gezien.is_coordinator and gezien.ziet_alles and gezien.mag(GezinsRecht.BEWERKEN)


@pytest.mark.eis("I6", "X1")
def test_reading_and_acting_is_logged_on_behalf_of(voorbeeld, invaller):
    cast = voorbeeld.cast
    is_weg(cast.coordinator, invaller)
    plan_van(cast, invaller)
    regel = Logregel.objects.filter(gezin_id=cast.gezin.pk, gebruiker_id=invaller.pk).latest("op")
    assert (regel.namens_id, regel.namens_naam) == (cast.coordinator.pk, "N. Bakker")
    assert regel.grondslag_ids
    client = client_van(invaller)
    client.post(reverse("gezinsplan:plan_starten", args=[cast.gezin.pk]), {"iedereen": "on"})
    daad = Logregel.objects.filter(gezin_id=cast.gezin.pk, gebruiker_id=invaller.pk, handeling="wijzigen")
    assert {regel.namens_naam for regel in daad} <= {"N. Bakker"}


@pytest.mark.eis("I6", "X1")
def test_the_coordinators_own_reading_is_on_behalf_of_nobody(voorbeeld, invaller):
    cast = voorbeeld.cast
    is_weg(cast.coordinator, invaller)
    plan_van(cast, cast.coordinator)
    regel = Logregel.objects.filter(gezin_id=cast.gezin.pk, gebruiker_id=cast.coordinator.pk).latest("op")
    assert regel.namens_id is None


@pytest.mark.eis("I6", "X1")
@pytest.mark.heavy("the plan page three times")
def test_who_takes_part_reads_on_the_own_ground_as_far_as_that_reaches(voorbeeld):
    cast = voorbeeld.cast
    wie = maak_professional("P. Groen", Rol.HULPVERLENER, instelling=cast.maatschappelijk_werk)
    gegevens = BetrokkeneGegevens(naam=wie.naam, instelling=cast.maatschappelijk_werk)
    voeg_betrokkene_toe(
        cast.gezin, gegevens, gebruiker=wie, leefgebieden=[Leefgebied.WERK], nu=clock.now(), door=cast.coordinator
    )
    eigen = {grond.pk for grond in blik(cast.collega, cast.gezin).grondslagen}
    is_weg(wie, cast.collega)
    assert len(blik(cast.collega, cast.gezin).grondslagen) == len(eigen) + 1

    def gelezen():
        plan_van(cast, cast.collega)
        regel = Logregel.objects.filter(gezin_id=cast.gezin.pk, gebruiker_id=cast.collega.pk).latest("op")
        return regel.namens_id, set(regel.grondslag_ids)

    assert gelezen() == (None, eigen)
    # What only the one who is away may see, is read on that one's ground.
    doel = DoelGegevens("Moeder vindt werk", over_wie=[cast.moeder_in_gezin.pk], leefgebieden=[Leefgebied.WERK])
    actions.voeg_doel_toe(cast.gezin, doel, nu=clock.now(), door=cast.coordinator)
    assert len(gelezen()[1]) == len(eigen) + 1
    is_weg(cast.coordinator, cast.collega)
    gronden = blik(cast.collega, cast.gezin).grondslagen
    van_haar = {grond.pk for grond in gronden if grond.gebruiker_id == cast.coordinator.pk}
    assert gelezen() == (cast.coordinator.pk, van_haar)


@pytest.mark.eis("I6", "T3")
def test_a_substitute_of_a_hulpverlener_sees_what_that_one_sees(voorbeeld):
    cast = voorbeeld.cast
    invaller = maak_professional("B. School", Rol.HULPVERLENER, instelling=cast.school)
    voorbeeld.afspraak("Gesprek op school", cast.mentor_in_gezin)
    voorbeeld.afspraak("Slapen om acht uur", cast.behandelaar_in_gezin, doel=voorbeeld.doel)
    is_weg(cast.mentor, invaller)
    van_mentor, van_invaller = blik(cast.mentor, cast.gezin), blik(invaller, cast.gezin)
    assert set(Doel.objects.zichtbaar_voor(van_invaller)) == set(Doel.objects.zichtbaar_voor(van_mentor))
    assert van_invaller.rechten == van_mentor.rechten
    assert not van_invaller.is_coordinator
    tekst = plan_van(cast, invaller).content.decode()
    assert "Gesprek op school" in tekst and "Slapen om acht uur" not in tekst


@pytest.mark.eis("I6", "E12")
def test_the_substitute_answers_for_whom_he_stands_in(voorbeeld):
    cast = voorbeeld.cast
    invaller = maak_professional("B. School", Rol.HULPVERLENER, instelling=cast.school)
    afspraak = voorbeeld.afspraak("Gesprek op school", cast.mentor_in_gezin)
    is_weg(cast.mentor, invaller)
    actions.aanvaard(afspraak, nu=clock.now(), door=invaller)
    actions.vink_af(afspraak, voorbeeld.dag(0), nu=clock.now(), door=invaller)
    afspraak.refresh_from_db()
    assert (afspraak.staat, afspraak.vastgelegd_door) == ("gedaan", invaller)


@pytest.mark.eis("I6", "X5")
def test_who_lives_in_the_family_or_its_network_never_stands_in_there(voorbeeld, invaller):
    cast = voorbeeld.cast
    geef_functie(cast.teamleider, Rol.HULPVERLENER, instelling=cast.maatschappelijk_werk, door=None)
    buur = BetrokkeneGegevens(naam="A. Tahiri", relatie_tot_gezin="buurman")
    rij = voeg_betrokkene_toe(cast.gezin, buur, nu=cast.nu, door=cast.coordinator)
    koppel_account(rij, invaller, nu=cast.nu, door=cast.coordinator)
    is_weg(cast.coordinator, invaller)
    assert not is_coordinator(invaller, cast.gezin.pk)
    assert GezinsRecht.BEWERKEN not in rechten(invaller, cast.gezin)
    # It goes on to the next.
    assert is_coordinator(cast.teamleider, cast.gezin.pk)
    assert not is_coordinator(cast.manager, cast.gezin.pk)
    # Nor once that is over: what he knows of them stays with him.
    stop_deelname(rij, reden="verhuisd", nu=cast.nu, door=cast.coordinator)
    assert not is_coordinator(invaller, cast.gezin.pk)
    assert is_coordinator(cast.teamleider, cast.gezin.pk)


@pytest.mark.eis("I6", "X5")
def test_from_whom_a_flag_keeps_something_never_stands_in_there(voorbeeld):
    cast = voorbeeld.cast
    geef_functie(cast.teamleider, Rol.HULPVERLENER, instelling=cast.maatschappelijk_werk, door=None)
    herzien = clock.today() + timedelta(days=30)
    zet_vlag(cast.collega_in_gezin, [cast.sanne.pk], "dreiging", herzien, nu=clock.now(), door=cast.coordinator)
    is_weg(cast.coordinator, cast.collega)
    assert not is_coordinator(cast.collega, cast.gezin.pk)
    assert not blik(cast.collega, cast.gezin).ziet_alles
    assert is_coordinator(cast.teamleider, cast.gezin.pk)


@pytest.mark.eis("I6")
def test_what_somebody_is_in_a_family_nobody_takes_over(cast):
    """The mentor is a neighbour of another family: that is his own, whoever stands in at school."""
    invaller = maak_professional("B. School", Rol.HULPVERLENER, instelling=cast.school)
    buur = BetrokkeneGegevens(naam="J. Willems", relatie_tot_gezin="buurman")
    rij = voeg_betrokkene_toe(cast.ander_gezin, buur, nu=cast.nu, door=cast.buitenstaander)
    koppel_account(rij, cast.mentor, nu=cast.nu, door=cast.buitenstaander)
    is_weg(cast.mentor, invaller)
    assert set(zichtbare_gezinnen(invaller)) == {cast.gezin}
    assert rechten(invaller, cast.ander_gezin) == set()


@pytest.mark.eis("I6")
def test_who_takes_part_too_keeps_the_own_share_and_gets_the_other(voorbeeld):
    """The collega takes part; standing in for the coordinator adds, and afterwards all is as it was."""
    cast = voorbeeld.cast
    eerst = set(Doel.objects.zichtbaar_voor(blik(cast.collega, cast.gezin)))
    rij = is_weg(cast.coordinator, cast.collega)
    tijdens = blik(cast.collega, cast.gezin)
    assert tijdens.is_coordinator and tijdens.deelnemer == cast.collega_in_gezin
    trek_vervanging_in(rij, nu=clock.now(), vandaag=clock.today(), door=cast.coordinator)
    daarna = blik(cast.collega, cast.gezin)
    assert not daarna.is_coordinator
    assert set(Doel.objects.zichtbaar_voor(daarna)) == eerst


@pytest.mark.eis("I6", "X1")
def test_who_takes_part_acts_as_herself_where_she_has_an_own_right(voorbeeld):
    """Somebody else of her instelling takes part too and is away: her own reaction and reading stay her own."""
    cast = voorbeeld.cast
    ander = maak_professional("B. Brug", Rol.HULPVERLENER, instelling=cast.maatschappelijk_werk)
    gegevens = BetrokkeneGegevens(naam=ander.naam, instelling=cast.maatschappelijk_werk)
    rij = voeg_betrokkene_toe(cast.gezin, gegevens, gebruiker=ander, leefgebieden=[Leefgebied.OPVOEDING],
                              nu=cast.nu, door=cast.coordinator)  # fmt: skip
    van_haar = voorbeeld.afspraak("Yilmaz belt de school", cast.collega_in_gezin)
    van_ander = voorbeeld.afspraak("Brug belt de huisarts", rij)
    is_weg(ander, cast.collega)
    plan_van(cast, cast.collega)
    gelezen = Logregel.objects.filter(gebruiker_id=cast.collega.pk, gezin_id=cast.gezin.pk).latest("op")
    assert gelezen.namens_id is None
    assert namens_bij(cast.collega, van_haar) is None
    assert namens_bij(cast.collega, van_ander) == ander
    is_weg(cast.coordinator, cast.collega)
    assert namens_ander(cast.collega, cast.gezin.pk) is None
    assert namens_bij(cast.collega, van_haar) is None
    assert namens_wie(cast.collega, cast.gezin.pk, als_coordinator=True) == cast.coordinator


@pytest.mark.eis("I6", "I8")
def test_who_stands_in_gives_herself_nothing_that_stays(voorbeeld, invaller):
    cast = voorbeeld.cast
    is_weg(cast.coordinator, invaller)
    zelf = BetrokkeneGegevens(naam=invaller.naam, instelling=cast.maatschappelijk_werk)
    hoe = {"nu": clock.now(), "door": invaller}
    with pytest.raises(RuleError, match="U vervangt"):
        voeg_betrokkene_toe(cast.gezin, zelf, gebruiker=invaller, leefgebieden=[Leefgebied.OPVOEDING], **hoe)
    with pytest.raises(RuleError, match="U vervangt"):
        wissel_coordinator(cast.gezin, invaller, cast.maatschappelijk_werk, reden="Handiger", **hoe)


@pytest.mark.eis("I6", "T3", "X5")
def test_of_an_absence_hears_who_finds_that_person_on_the_own_page(voorbeeld):
    """The clinic is mother's own matter: father and son hear nothing; a colleague's name would say where it is."""
    cast = voorbeeld.cast
    ons_plan = reverse("gezinsplan:ons_plan_gezin", args=[cast.gezin.pk])
    erbij = maak_professional("B. Kliniek", Rol.HULPVERLENER, instelling=cast.kliniek)
    leest = {wie: "T. Okafor" in tekst(client_van(wie).get(ons_plan)) for wie in (cast.moeder, cast.vader, cast.broer)}
    is_weg(cast.behandelaar, erbij)
    for wie, kent in leest.items():
        assert any("T. Okafor is weg" in regel.tekst for regel in inbox(wie).rijen) is kent
        assert Bericht.objects.filter(ontvanger=wie, soort="iemand_weg").exists() is kent
    assert set(leest.values()) == {True, False}
    toon_met_functie(
        cast.behandelaar_in_gezin,
        "behandelaar",
        "dreiging",
        cast.behandelaar_in_gezin.versie,
        nu=cast.nu,
        door=cast.coordinator,
    )
    gelezen = [regel.tekst for wie, kent in leest.items() if kent for regel in inbox(wie).rijen]
    assert not any("B. Kliniek" in regel or "T. Okafor" in regel for regel in gelezen)


@pytest.mark.eis("I6", "I8")
def test_a_family_hears_that_who_stands_in_goes_away_herself(voorbeeld, invaller):
    cast = voorbeeld.cast
    ander = maak_professional("C. Vos", Rol.HULPVERLENER, instelling=cast.maatschappelijk_werk)
    is_weg(cast.coordinator, invaller)
    eerst = Bericht.objects.filter(ontvanger=cast.moeder, soort="iemand_weg").count()
    rij = is_weg(invaller, ander, over=1, dagen=2)
    dagen_later(1)
    assert Bericht.objects.filter(ontvanger=cast.moeder, soort="iemand_weg").count() == eerst + 1
    assert any("C. Vos vervangt." in regel.tekst for regel in inbox(cast.moeder).rijen)
    trek_vervanging_in(rij, nu=clock.now(), vandaag=clock.today(), door=invaller)
    assert Bericht.objects.filter(ontvanger=cast.moeder, soort="iemand_weg").count() == eerst + 2
    assert any("A. Tahiri vervangt." in regel.tekst for regel in inbox(cast.moeder).rijen)


@pytest.mark.eis("I6", "T3")
def test_substitution_gives_nothing_that_the_absent_person_lost(voorbeeld, invaller):
    from instanties.actions import beeindig_toegang

    cast = voorbeeld.cast
    is_weg(cast.mentor, maak_professional("B. School", Rol.HULPVERLENER, instelling=cast.school))
    wie = maak_professional("C. School", Rol.HULPVERLENER, instelling=cast.school)
    assert not zichtbare_gezinnen(wie).exists()
    is_weg(cast.collega, invaller)
    assert cast.gezin in zichtbare_gezinnen(invaller)
    stop_deelname(cast.collega_in_gezin, reden="klaar", nu=cast.nu, door=cast.coordinator)
    assert not zichtbare_gezinnen(invaller).exists()
    assert rechten(invaller, cast.gezin) == set()
    beeindig_toegang(cast.behandelaar, nu=clock.now(), door=cast.beheerder, ook_als_iets_blijft_liggen=True)


@pytest.mark.eis("I6", "T3")
def test_children_of_leefgebied_stay_closed_for_who_stands_in_elsewhere(voorbeeld):
    """Standing in at one instelling opens nothing that the colleague has through another."""
    cast = voorbeeld.cast
    geef_functie(cast.behandelaar, Rol.HULPVERLENER, instelling=cast.school, door=None)
    op_school = maak_professional("B. School", Rol.HULPVERLENER, instelling=cast.school)
    is_weg(cast.behandelaar, op_school)
    assert not zichtbare_gezinnen(op_school).exists()
    assert Leefgebied.VERSLAVING in cast.kliniek.leefgebieden


def tekst(antwoord):
    return " ".join(antwoord.content.decode().split())


@pytest.mark.eis("I6", "I5")
def test_everybody_reads_who_stands_in_until_when_with_phone(voorbeeld, invaller):
    cast = voorbeeld.cast
    weg = is_weg(cast.coordinator, invaller)
    dag = dag_voluit(weg.tot_en_met, clock.today())
    for wie in (cast.mentor, cast.coordinator):
        gelezen = tekst(plan_van(cast, wie))
        assert f"A. Tahiri vervangt N. Bakker tot en met {dag}." in gelezen
        assert "06-00000099" in gelezen
    assert f"U vervangt N. Bakker tot en met {dag}." in tekst(plan_van(cast, invaller))


@pytest.mark.eis("I6", "G3")
def test_the_family_reads_whom_to_call(voorbeeld, invaller):
    cast = voorbeeld.cast
    weg = is_weg(cast.coordinator, invaller)
    dag = dag_voluit(weg.tot_en_met, clock.today())
    ons_plan = reverse("gezinsplan:ons_plan_gezin", args=[cast.gezin.pk])
    assert f"N. Bakker is er niet. Tot en met {dag} belt u met A. Tahiri." in tekst(
        client_van(cast.moeder).get(ons_plan)
    )
    assert f"N. Bakker is er niet. Tot en met {dag} bel je met A. Tahiri." in tekst(
        client_van(cast.broer).get(ons_plan)
    )


@pytest.mark.eis("I6")
def test_without_anybody_to_stand_in_that_is_said(voorbeeld, invaller):
    cast = voorbeeld.cast
    erbij = maak_professional("B. Kliniek", Rol.HULPVERLENER, instelling=cast.kliniek)
    is_weg(cast.behandelaar, erbij)
    assert "B. Kliniek vervangt T. Okafor" in tekst(plan_van(cast, cast.coordinator))
    Gebruiker.objects.filter(pk=erbij.pk).update(is_active=False)
    assert "T. Okafor is er niet tot en met" in tekst(plan_van(cast, cast.coordinator))


@pytest.mark.eis("I6", "R2")
def test_mijn_werk_says_on_whose_behalf(voorbeeld):
    cast = voorbeeld.cast
    op_school = maak_professional("B. School", Rol.HULPVERLENER, instelling=cast.school)
    assert "De school belt bij verzuim" not in tekst(client_van(op_school).get("/"))
    is_weg(cast.mentor, op_school)
    gelezen = tekst(client_van(op_school).get("/"))
    assert "De school belt bij verzuim" in gelezen and "Namens J. Willems" in gelezen
    assert "Namens" not in tekst(client_van(cast.mentor).get("/"))


@pytest.mark.eis("I6", "R2")
def test_the_plan_costs_no_more_when_more_are_away(voorbeeld, invaller):
    cast = voorbeeld.cast
    is_weg(cast.coordinator, invaller)
    client = client_van(cast.moeder)
    with CaptureQueriesContext(connection) as een:
        client.get(reverse("gezinsplan:ons_plan_gezin", args=[cast.gezin.pk]))
    is_weg(cast.mentor)
    is_weg(cast.behandelaar)
    with CaptureQueriesContext(connection) as meer:
        client.get(reverse("gezinsplan:ons_plan_gezin", args=[cast.gezin.pk]))
    assert len(meer) <= len(een)


@pytest.mark.eis("I6", "E10")
def test_who_acts_is_not_told_of_it_by_standing_in(voorbeeld, invaller):
    """A reaction tells the coordinator, who is away; it isn't news to whoever wrote it in her place."""
    cast = voorbeeld.cast
    doel = voorbeeld.doel
    is_weg(cast.coordinator, invaller)
    actions.reageer(doel, "Gebeld met moeder", nu=clock.now(), door=invaller)
    actions.reageer(doel, "Ik kom woensdag", nu=clock.now(), door=cast.moeder)
    berichten = Bericht.objects.filter(soort="reactie_geplaatst")
    assert berichten.filter(ontvanger=cast.coordinator).count() == 2
    assert berichten.filter(ontvanger=invaller).count() == 1


class TestNamensWie:
    """What was done by standing in says so in the plan's own histories, also when it is long over (I6)."""

    def lees(self, wie, naam, **welk):
        return tekst(client_van(wie).get(reverse(f"gezinsplan:{naam}", kwargs=welk)))

    @pytest.mark.eis("I6", "G7")
    def test_each_history_says_for_whom(self, voorbeeld, invaller):
        cast = voorbeeld.cast
        afspraak = Afspraak.objects.get()
        is_weg(cast.coordinator, invaller)
        hoe = {"nu": clock.now(), "door": invaller}
        actions.reageer(afspraak, "Gebeld met moeder", **hoe)
        actions.evalueer(voorbeeld.doel, Terugblik(False, False, "Het was druk", "We gaan door"), **hoe)
        actions.wijzig_termijn(afspraak, Duur(2, Eenheid.WEEK), "De school was dicht", **hoe)
        actions.vink_af(afspraak, voorbeeld.dag(0), **hoe)
        dagen_later(9)
        waar = {"gezin_id": cast.gezin.pk}
        bij_afspraak = self.lees(cast.coordinator, "afspraak", afspraak_id=afspraak.pk, **waar)
        # The tick, the new term and the reaction.
        assert bij_afspraak.count("A. Tahiri, namens N. Bakker") == 3
        assert "A. Tahiri, namens N. Bakker" in self.lees(cast.coordinator, "doel", doel_id=voorbeeld.doel.pk, **waar)
        assert "A. Tahiri, namens N. Bakker" in self.lees(cast.moeder, "afspraak", afspraak_id=afspraak.pk, **waar)

    @pytest.mark.eis("I6", "E12")
    def test_an_answer_to_the_navraag_too(self, voorbeeld):
        cast = voorbeeld.cast
        op_school = maak_professional("B. School", Rol.HULPVERLENER, instelling=cast.school)
        afspraak = Afspraak.objects.get()
        voorbeeld.tik(8)
        is_weg(cast.mentor, op_school)
        navraag = voorbeeld.navraag(afspraak)
        later = Navraagantwoord(Antwoord.LATER, toelichting="Ziek", nieuwe_dag=voorbeeld.dag(5))
        actions.beantwoord_navraag(navraag, later, nu=voorbeeld.nu, door=op_school)
        gelezen = self.lees(cast.coordinator, "afspraak", gezin_id=cast.gezin.pk, afspraak_id=afspraak.pk)
        assert "B. School, namens J. Willems" in gelezen

    @pytest.mark.eis("I6")
    def test_what_one_does_oneself_is_in_nobodys_name(self, voorbeeld):
        """The collega takes part herself; her reaction is her own, also while she stands in."""
        cast = voorbeeld.cast
        afspraak = Afspraak.objects.get()
        is_weg(cast.coordinator, cast.collega)
        actions.reageer(voorbeeld.doel, "Ik kom woensdag", nu=clock.now(), door=cast.collega)
        actions.vink_af(afspraak, voorbeeld.dag(0), nu=voorbeeld.nu, door=cast.mentor)
        assert Reactie.objects.get().namens is None
        assert Afspraak.objects.get().vastgelegd_namens is None

    @pytest.mark.eis("X5")
    def test_who_is_shown_by_function_is_so_here(self, voorbeeld, invaller):
        cast = voorbeeld.cast
        is_weg(cast.coordinator, invaller)
        actions.reageer(voorbeeld.doel, "Gebeld met moeder", nu=clock.now(), door=invaller)
        toon_met_functie(cast.coordinator_in_gezin, "maatschappelijk werker", "Bedreigd", versie=1, nu=clock.now(),
                         door=cast.coordinator)  # fmt: skip
        gelezen = self.lees(cast.moeder, "doel", gezin_id=cast.gezin.pk, doel_id=voorbeeld.doel.pk)
        assert "A. Tahiri, namens maatschappelijk werker" in gelezen
        assert "namens N. Bakker" not in gelezen

    @pytest.mark.eis("R2")
    def test_more_of_them_ask_no_more(self, voorbeeld, invaller):
        cast = voorbeeld.cast
        is_weg(cast.coordinator, invaller)
        client = client_van(cast.coordinator)
        pad = reverse("gezinsplan:doel", args=[cast.gezin.pk, voorbeeld.doel.pk])
        aantallen = []
        for tot in (1, 5):
            for nummer in range(tot):
                actions.reageer(voorbeeld.doel, f"Gebeld {tot} {nummer}", nu=clock.now(), door=invaller)
            with CaptureQueriesContext(connection) as vragen:
                client.get(pad)
            aantallen.append(len(vragen))
        assert aantallen[0] == aantallen[1]
