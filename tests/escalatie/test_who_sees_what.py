"""Who sees how much of a stagnatie: the plan, the escalatiebericht, or number and dates (T3, E10, E13)."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from berichten.models import Bericht
from berichten.selectie import inbox
from core.errors import Outdated, RuleError
from escalatie import actions, selectie
from escalatie.models import Escalatiebericht, Oorzaak, SoortGebeurtenis, Stagnatie, StagnatieRecht
from escalatie.ontvangers import Ontvangers
from escalatie.permissions import Daad, met_recht, rechten
from escalatie.zicht import zicht_op
from escalatie.zichtvorm import Diepte
from gezinnen.models import Deelnemer
from gezinsplan import actions as plan
from instanties.models import Gebruiker, Leefgebied, Regio
from termijnen.models import Gevraagd, Termijnstaat
from tests.escalatie.conftest import gebeurd, verteld
from tests.escalatie.lezen import lees_allen
from toestemming.actions import zet_vlag

TEAM = {"coordinator", "moeder", "vader", "mentor", "collega"}


def diepten(vast) -> dict[str, str]:
    """How deep each person of the cast sees it; hidden ones are left out."""
    gezien = {naam: zicht_op(wie, vast.stagnatie) for naam, wie in vast.cast.iedereen().items()}
    return {naam: str(zicht.diepte) for naam, zicht in gezien.items() if zicht}


def schrijf(vast, **rest) -> Escalatiebericht:
    velden = {
        "afgesproken": "De school meldt verzuim",
        "ontbreekt": "Dat is niet gedaan",
        "gevraagd": "Maak een plek vrij",
        **rest,
    }
    return actions.schrijf_bericht(vast.stagnatie, door=vast.cast.coordinator, nu=vast.nu, **velden)


def lees(vast, bericht, visie="") -> Escalatiebericht:
    return lees_allen(bericht, eerst=vast.cast.moeder, door=vast.cast.coordinator, nu=vast.nu, visie=visie)


@pytest.mark.eis("T3")
def test_in_step_1_only_the_team_sees_it(vast):
    vast.loopt_vast()
    assert diepten(vast) == dict.fromkeys(TEAM, "plan")


@pytest.mark.eis("E13")
def test_in_step_2_the_managers_see_number_and_dates_while_there_is_no_bericht(vast):
    vast.naar_stap_2()
    assert diepten(vast) == dict.fromkeys(TEAM, "plan") | dict.fromkeys(
        ["manager", "bestuurder", "manager_school", "bestuurder_school"], "kaal"
    )
    zicht = zicht_op(vast.cast.manager, vast.stagnatie)
    assert zicht.titel == f"Plan {vast.cast.gezin.nummer}"
    assert zicht.bericht is None
    assert not zicht.toont_namen


@pytest.mark.eis("E13")
def test_once_the_family_has_read_it_the_people_of_the_step_see_the_bericht(vast):
    vast.loopt_vast()
    bericht = schrijf(vast)
    vast.tik(dagen=8)
    assert zicht_op(vast.cast.manager, vast.stagnatie).diepte == Diepte.KAAL
    lees(vast, bericht, "Wij willen dit ook graag")
    for naam in ("manager", "manager_school"):
        zicht = zicht_op(getattr(vast.cast, naam), vast.stagnatie)
        assert (zicht.diepte, zicht.titel) == (Diepte.BERICHT, "Gezin De Wit")
        assert zicht.bericht.visie_gezin == "Wij willen dit ook graag"
    # A bestuurder isn't of this step: no ground, so no content.
    assert zicht_op(vast.cast.bestuurder, vast.stagnatie).diepte == Diepte.KAAL
    vast.tik(dagen=8)
    assert zicht_op(vast.cast.manager, vast.stagnatie).diepte == Diepte.KAAL  # the ground ended with the step
    assert zicht_op(vast.cast.ambtenaar, vast.stagnatie).diepte == Diepte.BERICHT


@pytest.mark.eis("E13")
def test_with_the_insight_switched_off_it_stays_at_number_and_dates(vast):
    vast.loopt_vast()
    lees(vast, schrijf(vast))
    vast.tik(dagen=8)
    assert zicht_op(vast.cast.manager, vast.stagnatie).diepte == Diepte.BERICHT
    Regio.objects.update(inzage_escalatiebericht=False)
    assert zicht_op(vast.cast.manager, vast.stagnatie).diepte == Diepte.KAAL


@pytest.mark.eis("E13")
def test_a_new_text_must_be_read_again(vast):
    vast.loopt_vast()
    bericht = lees(vast, schrijf(vast), "Onze woorden")
    vast.tik(dagen=8)
    nieuw = schrijf(vast, gevraagd="Maak twee plekken vrij", versie=bericht.versie)
    assert not nieuw.is_vrijgegeven
    assert nieuw.visie_gezin == "Onze woorden"  # nothing said is lost
    assert zicht_op(vast.cast.manager, vast.stagnatie).diepte == Diepte.KAAL
    with pytest.raises(RuleError, match="intussen veranderd"):
        actions.lees_bericht_als_gezin(bericht, visie="", door=vast.cast.moeder, nu=vast.nu, versie=bericht.versie)
    assert verteld(vast.stagnatie, "stagnatie_bericht_voorgelegd") == {"Petra de Wit", "Mark Jonker"}


def test_two_who_write_at_once_see_both_texts(vast):
    vast.loopt_vast()
    schrijf(vast)
    with pytest.raises(Outdated) as fout:
        schrijf(vast, ontbreekt="Mijn tekst", versie=None)
    assert fout.value.own["ontbreekt"] == "Mijn tekst"
    assert fout.value.present["ontbreekt"] == "Dat is niet gedaan"


def test_the_coordinator_records_that_they_read_it_together(vast):
    vast.loopt_vast()
    bericht = schrijf(vast)
    with pytest.raises(RuleError) as fout:
        actions.lees_bericht_samen(
            bericht, met=[], visie="", hoe=" ", door=vast.cast.coordinator, nu=vast.nu, versie=bericht.versie
        )
    assert fout.value.field == "hoe"
    actions.lees_bericht_samen(
        bericht, met=[vast.cast.moeder_in_gezin.pk, vast.cast.vader_in_gezin.pk], visie="", hoe="thuis aan tafel",
        door=vast.cast.coordinator, nu=vast.nu, versie=bericht.versie,
    )  # fmt: skip
    bericht.refresh_from_db()
    assert (bericht.is_vrijgegeven, bericht.hoe_gelezen) == (True, "thuis aan tafel")
    assert gebeurd(vast.stagnatie)[-1] == SoortGebeurtenis.BERICHT_VRIJGEGEVEN


@pytest.mark.parametrize("wie", ["mentor", "broer", "andere_moeder", "manager"])
def test_only_the_family_releases_the_bericht_and_only_the_coordinator_writes_it(vast, wie):
    vast.loopt_vast()
    bericht = schrijf(vast)
    ander = getattr(vast.cast, wie)
    with pytest.raises(RuleError):
        actions.lees_bericht_als_gezin(bericht, visie="", door=ander, nu=vast.nu, versie=bericht.versie)
    with pytest.raises(RuleError):
        actions.schrijf_bericht(
            vast.stagnatie, afgesproken="a", ontbreekt="b", gevraagd="c", door=ander, nu=vast.nu, versie=bericht.versie
        )
    assert not Escalatiebericht.objects.get().is_vrijgegeven


@pytest.mark.parametrize("veld", ["afgesproken", "ontbreekt", "gevraagd"])
def test_an_empty_or_too_long_bericht_says_at_the_field_what_is_wrong(vast, veld):
    vast.loopt_vast()
    for tekst in (" ", "x" * 5000):
        with pytest.raises(RuleError) as fout:
            schrijf(vast, **{veld: tekst})
        assert fout.value.field == veld


@pytest.mark.eis("E13")
def test_from_outside_one_sees_only_the_afspraak_of_the_own_instelling(vast):
    vast.doen_afspraak("Iets van moeder en de kliniek", vast.cast.behandelaar_in_gezin)
    vast.naar_stap_2()
    stagnatie = Stagnatie.objects.get(partij=vast.cast.mentor_in_gezin)
    school = zicht_op(vast.cast.manager_school, stagnatie)
    assert [afspraak.wat for afspraak in selectie.afspraken(school)] == ["De school meldt verzuim dezelfde dag"]
    assert not selectie.afspraken(zicht_op(vast.cast.manager, stagnatie)).exists()
    ander = Stagnatie.objects.get(partij=vast.cast.behandelaar_in_gezin)
    assert zicht_op(vast.cast.manager_school, ander) is None


@pytest.mark.eis("E13", "E10")
def test_from_outside_one_reads_no_words_of_people_in_the_course(vast):
    vast.loopt_vast()
    actions.verkort(vast.stap, vast.in_dagen(3), door=vast.cast.coordinator, nu=vast.nu, reden="Moeder is opgenomen")
    vast.tik(dagen=4)
    verloop = selectie.verloop(zicht_op(vast.cast.manager, vast.stagnatie))
    assert not any("opgenomen" in rij.tekst for rij in verloop)
    assert any("M. Smit" in rij.tekst for rij in verloop)
    assert any("opgenomen" in rij.tekst for rij in selectie.verloop(zicht_op(vast.cast.coordinator, vast.stagnatie)))


def test_acties_are_read_by_the_team_and_from_outside_by_whom_they_concern(vast):
    vast.loopt_vast()
    vast.leg_vast(vast.actie(dagen=2))
    vast.tik(dagen=2)
    vast.zwijgt_op_navraag()
    assert selectie.acties(zicht_op(vast.cast.moeder, vast.stagnatie)).count() == 1
    assert selectie.acties(zicht_op(vast.cast.manager_school, vast.stagnatie)).count() == 1
    # Who keeps the step reads what was done before, as far as its words may be read (vrije_tekst).
    assert selectie.acties(zicht_op(vast.cast.manager, vast.stagnatie)).count() == 1
    assert selectie.acties(zicht_op(vast.cast.bestuurder, vast.stagnatie)).count() == 0


@pytest.mark.eis("G16")
def test_an_adult_does_not_see_what_concerns_another_only(vast):
    doel = plan.voeg_doel_toe(
        vast.cast.gezin,
        plan.DoelGegevens(
            "Moeder wordt gezond", leefgebieden=[Leefgebied.VERSLAVING], over_wie=[vast.cast.moeder_in_gezin.pk]
        ),
        nu=vast.nu,
        door=vast.cast.coordinator,
    )
    stagnatie = actions.meld_stagnatie(
        vast.cast.gezin,
        door=vast.cast.coordinator,
        nu=vast.nu,
        oorzaak=Oorzaak.WACHTLIJST,
        toelichting="De kliniek heeft een wachtlijst",
        doel=doel,
    )
    assert diepten(vast) == dict.fromkeys(["coordinator", "moeder", "behandelaar"], "plan")
    assert verteld(stagnatie, "stagnatie_geopend") == {"Petra de Wit", "T. Okafor"}


@pytest.mark.eis("T3", "E10")
def test_what_is_stuck_about_an_afspraak_that_was_set_apart_is_for_who_may_know_of_both(vast):
    """The goal is for all at home; that the clinic did nothing is father's, and so are the words about it."""
    samen = plan.voeg_doel_toe(
        vast.cast.gezin,
        plan.DoelGegevens("Rust thuis", leefgebieden=[Leefgebied.WONEN]),
        nu=vast.nu,
        door=vast.cast.coordinator,
    )
    vast.doen_afspraak(
        "De kliniek belt vader", vast.cast.behandelaar_in_gezin, doel=samen,
        leefgebieden=[Leefgebied.PSYCHISCH], over_wie=[vast.cast.vader_in_gezin.pk],
    )  # fmt: skip
    vast.tik(dagen=8)
    vast.tik(dagen=5)
    stagnatie = Stagnatie.objects.get(doel=samen)
    gezien = {naam for naam, wie in vast.cast.iedereen().items() if zicht_op(wie, stagnatie)}
    assert gezien == {"coordinator", "behandelaar"}
    assert {wie.naam for wie in Ontvangers([stagnatie], vast.nu).allen(stagnatie)} == {
        vast.cast.coordinator.naam,
        vast.cast.behandelaar.naam,
    }
    plan.wijzig_doel(
        samen,
        plan.DoelGegevens("Rust thuis", leefgebieden=[Leefgebied.WONEN], over_wie=[vast.cast.vader_in_gezin.pk]),
        versie=samen.versie,
        nu=vast.nu,
        door=vast.cast.coordinator,
    )
    gezien = {naam for naam, wie in vast.cast.iedereen().items() if zicht_op(wie, stagnatie)}
    assert gezien == {"coordinator", "behandelaar", "vader"}
    assert vast.cast.vader in Ontvangers([Stagnatie.objects.get(doel=samen)], vast.nu).gezin(
        Stagnatie.objects.get(doel=samen)
    )


@pytest.mark.eis("T3", "E10")
@pytest.mark.parametrize("stap", [1, 2, 3])
@pytest.mark.heavy("asks as everybody after each act")
def test_who_hears_something_is_who_sees_it(vast, stap):
    """The circle that is told and zicht are the same people: nobody hears of what he may not see (T3, E10)."""
    {1: vast.loopt_vast, 2: vast.naar_stap_2, 3: vast.naar_stap_3}[stap]()
    kring = {wie.naam for wie in Ontvangers([vast.stagnatie], vast.nu).allen(vast.stagnatie)}
    gezien = {getattr(vast.cast, naam).naam for naam in diepten(vast)}
    assert kring <= gezien
    team = {getattr(vast.cast, naam).naam for naam, diepte in diepten(vast).items() if diepte == "plan"}
    assert team <= kring


@pytest.mark.eis("E10", "E11")
def test_the_family_is_told_and_asked_through_its_own_accounts(vast):
    """Whoever of it may see what it is about; grandmother, who has no account, hears it from mother."""
    vast.loopt_vast()
    kring = Ontvangers([vast.stagnatie], vast.nu)
    assert (
        set(kring.gezin(vast.stagnatie))
        == set(kring.namens_gezin(vast.stagnatie))
        == {vast.cast.moeder, vast.cast.vader}
    )
    Gebruiker.objects.filter(pk=vast.cast.moeder.pk).update(is_active=False)
    kring = Ontvangers([vast.stagnatie], vast.nu)
    assert set(kring.gezin(vast.stagnatie)) == set(kring.namens_gezin(vast.stagnatie)) == {vast.cast.vader}


@pytest.mark.eis("T3")
@pytest.mark.parametrize("stap", [1, 2, 3])
@pytest.mark.heavy("asks as everybody after each act")
def test_the_right_as_a_filter_equals_the_right_as_a_question(vast, stap):
    {1: vast.loopt_vast, 2: vast.naar_stap_2, 3: vast.naar_stap_3}[stap]()
    for naam, wie in vast.cast.iedereen().items():
        for recht in StagnatieRecht:
            in_sql = met_recht(wie, recht).filter(pk=vast.stagnatie.pk).exists()
            assert in_sql == (recht in rechten(wie, vast.stagnatie)), (naam, recht)


@pytest.mark.eis("T3")
def test_a_superuser_sees_nothing(vast):
    vast.naar_stap_2()
    vast.cast.buitenstaander.is_superuser = True
    vast.cast.buitenstaander.save()
    assert zicht_op(vast.cast.buitenstaander, vast.stagnatie) is None


def test_what_each_may_do_follows_from_who_they_are(vast):
    vast.naar_stap_2()

    def daden(naam: str) -> set[Daad]:
        return set(zicht_op(getattr(vast.cast, naam), vast.stagnatie).daden)

    assert Daad.HANDELEN in daden("manager")
    assert Daad.COORDINEREN not in daden("manager")
    assert {Daad.COORDINEREN, Daad.VRAGEN} <= daden("coordinator")
    assert Daad.INSTEMMEN in daden("moeder")
    assert Daad.VRAGEN not in daden("moeder")
    assert Daad.ANTWOORDEN in daden("manager_school")
    assert Daad.HANDELEN not in daden("manager_school")


@pytest.mark.eis("E13")
def test_the_inbox_names_the_family_only_where_that_is_allowed(vast):
    vast.naar_stap_2()
    manager = [regel.tekst for regel in inbox(vast.cast.manager).rijen]
    assert manager
    assert all(tekst.startswith(f"Plan {vast.cast.gezin.nummer}: ") for tekst in manager)
    assert any("Gezin De Wit" in regel.tekst for regel in inbox(vast.cast.coordinator).rijen)
    moeder = [regel.tekst for regel in inbox(vast.cast.moeder).rijen]
    assert "Iets in het plan lukt niet. We gaan samen kijken." in moeder  # beeld: no words of the trade
    assert not any("escalatie" in tekst.lower() or "stagnatie" in tekst.lower() for tekst in moeder)


@pytest.mark.eis("E10")
def test_on_the_plan_the_stagnaties_stand_together(vast):
    from toestemming.zicht import blik

    vast.doen_afspraak("De kliniek belt moeder", vast.cast.behandelaar_in_gezin)
    vast.loopt_vast()
    bij_coordinator = selectie.open_van_gezin(blik(vast.cast.coordinator, vast.cast.gezin))
    assert len(bij_coordinator) == 2
    bij_mentor = selectie.open_van_gezin(blik(vast.cast.mentor, vast.cast.gezin))
    assert [zicht.stagnatie.partij.naam for zicht in bij_mentor] == ["J. Willems"]


def vlag_op_vader(vast, **hoe) -> None:
    """From father everything about Sanne is kept."""
    later = localdate(vast.nu) + timedelta(days=30)
    zet_vlag(
        vast.cast.vader_in_gezin, [vast.cast.sanne.pk], "dreigt", later, nu=vast.nu, door=vast.cast.behandelaar, **hoe
    )


@pytest.mark.eis("X5", "T3")
def test_an_action_is_not_for_who_may_not_know_whom_it_is_about(vast):
    vast.loopt_vast()
    vlag_op_vader(vast)
    with pytest.raises(RuleError, match="Mark Jonker kan dit niet doen") as fout:
        vast.leg_vast(vast.actie(wie=vast.cast.vader_in_gezin))
    assert fout.value.field == "wie"


@pytest.mark.eis("X5", "T3")
@pytest.mark.parametrize("wie", ["vader_in_gezin", "oma"])
def test_no_share_in_it_opens_what_a_flag_keeps(vast, wie):
    """By an action, or by asking after it for grandmother: where the coordinator may not know of the flag, she isn't refused."""
    Deelnemer.objects.filter(pk=vast.cast.oma.pk).update(navrager=vast.cast.vader_in_gezin)
    vast.loopt_vast()
    assert zicht_op(vast.cast.vader, vast.stagnatie)
    vlag_op_vader(vast, zonder_coordinator=True)
    Bericht.objects.all().delete()
    [actie] = vast.leg_vast(vast.actie(wie=getattr(vast.cast, wie)))
    assert zicht_op(vast.cast.vader, vast.stagnatie) is None
    assert not actie.verzoeken.get().termijn.gevraagden.filter(gebruiker=vast.cast.vader).exists()
    assert not Bericht.objects.filter(ontvanger=vast.cast.vader).exists()
    assert vast.cast.vader not in Ontvangers([vast.stagnatie], vast.nu).allen(vast.stagnatie)


@pytest.mark.eis("X5", "T3")
@pytest.mark.parametrize("stil", [True, False])
def test_what_was_asked_before_a_flag_is_asked_of_the_keeper_from_then_on(vast, stil):
    """Whether he can do it: and nobody tells him that this isn't asked any more."""
    vast.loopt_vast()
    [actie] = vast.leg_vast(vast.actie(wie=vast.cast.vader_in_gezin))

    def gevraagd() -> set[str]:
        rijen = Gevraagd.objects.filter(termijn__actieverzoek__actie=actie, termijn__staat=Termijnstaat.LOOPT)
        return set(rijen.values_list("gebruiker__naam", flat=True))

    assert gevraagd() == {"Mark Jonker"}
    Bericht.objects.all().delete()
    vlag_op_vader(vast, zonder_coordinator=stil)
    assert gevraagd() == {vast.stap.houder.naam}
    assert not Bericht.objects.filter(ontvanger=vast.cast.vader).exists()


def zonder_doel(vast, door) -> Stagnatie:
    return actions.meld_stagnatie(
        vast.cast.gezin, door=door, nu=vast.nu, oorzaak=Oorzaak.WACHTLIJST, toelichting="Er is nog geen plek"
    )


@pytest.mark.eis("X5")
@pytest.mark.parametrize("stil", [True, False])
def test_without_a_goal_it_may_be_about_those_whom_a_flag_protects(vast, stil):
    """Nobody said whom it is about: the action with the address where Sanne sleeps isn't his, nor read by him."""
    vlag_op_vader(vast, zonder_coordinator=stil)
    zonder_doel(vast, vast.cast.coordinator)
    actie = vast.actie(wie=vast.cast.vader_in_gezin, wat="Sanne brengen naar de Elzenlaan 5")
    if stil:
        vast.leg_vast(actie)
    else:
        with pytest.raises(RuleError, match="Mark Jonker kan dit niet doen"):
            vast.leg_vast(actie)
    assert zicht_op(vast.cast.vader, vast.stagnatie) is None
    assert zicht_op(vast.cast.moeder, vast.stagnatie) is not None


@pytest.mark.eis("X5")
def test_what_he_reported_himself_stays_his_until_something_is_arranged_in_it(vast):
    vlag_op_vader(vast, zonder_coordinator=True)
    zonder_doel(vast, vast.cast.vader)
    assert zicht_op(vast.cast.vader, vast.stagnatie) is not None
    vast.leg_vast(vast.actie(wat="Sanne slaapt bij tante"))
    assert zicht_op(vast.cast.vader, vast.stagnatie) is None
