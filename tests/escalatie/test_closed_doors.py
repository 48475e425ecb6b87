"""What stays closed to who has a share in a stagnatie only, to who left, and to who is asked without names (T3, E13)."""

import pytest

from core.errors import RuleError
from escalatie import actions, selectie
from escalatie.models import Escalatiebericht, Oorzaak, SoortVraag
from escalatie.zicht import zicht_op
from escalatie.zichtvorm import Diepte
from gezinnen.actions import stop_deelname, wissel_coordinator
from gezinnen.models import Deelnemer
from gezinsplan import actions as plan
from gezinsplan.signalen import GEEN_ANTWOORD, Gemist
from instanties.actions import beeindig_functie, geef_functie, leg_instelling_vast
from instanties.models import Functie, Gemeente, Leefgebied, Rol, SoortInstelling, Verzoekstaat
from tests.cast import jarig, maak_professional
from tests.escalatie.conftest import verteld
from tests.escalatie.lezen import lees_allen
from tests.escalatie.pagina import Bezoek
from tests.hoeden import zonder_coordinator
from tests.inloggen import kwam_terug


def eigen_zaak_van_moeder(vast):
    """Something of mother alone gets stuck, and father has a small share in what is done about it."""
    doel = plan.voeg_doel_toe(
        vast.cast.gezin,
        plan.DoelGegevens(
            "Moeder stopt met drinken", leefgebieden=[Leefgebied.VERSLAVING], over_wie=[vast.cast.moeder_in_gezin.pk]
        ),
        nu=vast.nu,
        door=vast.cast.coordinator,
    )
    stagnatie = actions.meld_stagnatie(
        vast.cast.gezin,
        door=vast.cast.coordinator,
        nu=vast.nu,
        oorzaak=Oorzaak.WACHTLIJST,
        toelichting="Er is geen plek in de kliniek",
        doel=doel,
    )
    vast.leg_vast(vast.actie(wie=vast.cast.vader_in_gezin, wat="Sanne van school halen"))
    return stagnatie


def schrijf(vast) -> Escalatiebericht:
    velden = {"afgesproken": "Opname in november", "ontbreekt": "Een bed", "gevraagd": "Regel een bed"}
    return actions.schrijf_bericht(vast.stagnatie, door=vast.cast.coordinator, nu=vast.nu, **velden)


@pytest.mark.eis("G16", "T3", "E13")
def test_who_has_a_part_of_his_own_only_does_not_release_the_bericht_of_another(vast):
    eigen_zaak_van_moeder(vast)
    bericht = schrijf(vast)
    assert verteld(vast.stagnatie, "stagnatie_bericht_voorgelegd") == {"Petra de Wit"}
    assert zicht_op(vast.cast.vader, vast.stagnatie).bericht is None
    antwoord = Bezoek(vast, vast.cast.vader).doe("gelezen", visie="Zo zie ik het", versie=bericht.versie)
    assert antwoord.status_code == 403
    with pytest.raises(RuleError):
        actions.lees_bericht_als_gezin(bericht, visie="", door=vast.cast.vader, nu=vast.nu, versie=bericht.versie)
    bericht.refresh_from_db()
    assert not bericht.is_vrijgegeven
    Bezoek(vast, vast.cast.moeder).doe("gelezen", visie="", versie=bericht.versie)
    bericht.refresh_from_db()
    assert bericht.vrijgegeven_door == vast.cast.moeder


@pytest.mark.eis("E11", "G16")
def test_who_has_a_part_of_his_own_only_does_not_say_whether_it_is_solved(vast):
    eigen_zaak_van_moeder(vast)
    oplossing = actions.meld_opgelost(vast.stagnatie, geleerd="Eerder bellen", door=vast.cast.coordinator, nu=vast.nu)
    assert verteld(vast.stagnatie, "stagnatie_opgelost_vraag") == {"Petra de Wit"}
    bij_vader = Bezoek(vast, vast.cast.vader)
    assert "Is het nu opgelost?" not in bij_vader.tekst()
    assert bij_vader.doe("opgelost_ja", oplossing.pk).status_code == 403
    with pytest.raises(RuleError):
        actions.zeg_ja(oplossing, door=vast.cast.vader, nu=vast.nu)
    oplossing.refresh_from_db()
    assert oplossing.staat == Verzoekstaat.WACHT
    assert Bezoek(vast, vast.cast.moeder).doe("opgelost_ja", oplossing.pk).status_code == 302


@pytest.mark.eis("T3")
def test_who_has_a_part_of_his_own_only_does_not_read_what_else_happened(vast):
    vast.loopt_vast()
    vast.leg_vast(vast.actie(wie=vast.cast.behandelaar_in_gezin, wat="Zelf bellen"))
    actions.stel_vraag(
        vast.stagnatie, soort=SoortVraag.ADVIES, tekst="Wat kan er?", aan=vast.cast.mentor,
        door=vast.cast.coordinator, nu=vast.nu,
    )  # fmt: skip
    zicht = zicht_op(vast.cast.behandelaar, vast.stagnatie)
    assert (zicht.diepte, zicht.ziet_doel) == (Diepte.PLAN, False)
    assert not any("Willems" in rij.tekst for rij in selectie.verloop(zicht))
    assert "Willems" not in Bezoek(vast, vast.cast.behandelaar).tekst()
    assert "Willems" in Bezoek(vast, vast.cast.moeder).tekst() or any(
        "Willems" in rij.tekst for rij in selectie.verloop(zicht_op(vast.cast.moeder, vast.stagnatie))
    )


@pytest.mark.eis("T3")
def test_a_hulpverlener_chooses_among_those_he_knows_only(vast):
    vast.loopt_vast()
    zicht = zicht_op(vast.cast.mentor, vast.stagnatie)
    namen = " ".join(keuze.label for keuze in selectie.wie_kan_ik_vragen(zicht))
    assert "Okafor" not in namen  # that an addiction clinic takes part is not for the school
    assert "Keerpunt" not in namen
    assert "Bakker" in namen
    antwoord = Bezoek(vast, vast.cast.mentor).doe("aanspreken", aan=f"g:{vast.cast.behandelaar.pk}", tekst="Hallo")
    assert kwam_terug(antwoord)
    met_alles = zicht_op(vast.cast.coordinator, vast.stagnatie)
    assert "Okafor" in " ".join(keuze.label for keuze in selectie.wie_kan_ik_vragen(met_alles))


@pytest.mark.eis("E5")
def test_no_surname_of_the_family_to_the_meldpunt_either(vast):
    vast.loopt_vast()
    meldpunt = leg_instelling_vast(
        naam="Meldpunt Plassendam", soort=SoortInstelling.MELDPUNT, leefgebieden=[], telefoon="", aanbod="", door=None
    )
    maak_professional("V. Peters", Rol.MELDPUNT, instelling=meldpunt)
    hoe = {"soort": SoortVraag.ADVIES, "instelling": meldpunt, "door": vast.cast.coordinator, "nu": vast.nu}
    for tekst in ("Meneer Jonker komt niet", "Mevrouw De Wit belt niet terug", "Hoe verder met Sanne?"):
        with pytest.raises(RuleError, match="geen naam"):
            actions.stel_vraag(vast.stagnatie, tekst=tekst, **hoe)
    assert actions.stel_vraag(vast.stagnatie, tekst="De muren zijn wit en de jonker is ver", **hoe)


@pytest.mark.eis("E5", "E13")
def test_who_does_not_read_the_names_cannot_guess_them_through_the_meldpunt(vast):
    vast.naar_stap_2()
    meldpunt = leg_instelling_vast(
        naam="Meldpunt Plassendam", soort=SoortInstelling.MELDPUNT, leefgebieden=[], telefoon="", aanbod="", door=None
    )
    maak_professional("V. Peters", Rol.MELDPUNT, instelling=meldpunt)
    manager = vast.stap.houder
    assert zicht_op(manager, vast.stagnatie).diepte == Diepte.KAAL
    hoe = {"soort": SoortVraag.ADVIES, "instelling": meldpunt, "door": manager, "nu": vast.nu}
    # A refusal for the one and not for the other would say that there is a Sanne, and no Kevin.
    for tekst in ("Hoe verder met Sanne?", "Hoe verder met Kevin?"):
        assert actions.stel_vraag(vast.stagnatie, tekst=tekst, **hoe)


@pytest.mark.eis("T3")
def test_who_leaves_the_plan_no_longer_sees_the_stagnatie_either(vast):
    vast.loopt_vast()
    wissel_coordinator(
        vast.cast.gezin, vast.cast.collega, vast.cast.maatschappelijk_werk,
        nu=vast.nu, door=vast.cast.coordinator, reden="ander werk",
    )  # fmt: skip
    stop_deelname(vast.cast.coordinator_in_gezin, nu=vast.nu, door=vast.cast.collega, reden="ander werk")
    assert zicht_op(vast.cast.coordinator, vast.stagnatie) is None
    assert Bezoek(vast, vast.cast.coordinator).lees().status_code == 404
    vast.tik(dagen=8)
    assert "N. Bakker" not in verteld(vast.stagnatie, "stagnatie_stap")


@pytest.mark.eis("T3")
def test_who_is_no_manager_any_more_sees_nothing_any_more(vast):
    vast.loopt_vast()
    bericht = schrijf(vast)
    lees_allen(bericht, eerst=vast.cast.moeder, door=vast.cast.coordinator, nu=vast.nu)
    vast.tik(dagen=8)
    oud = vast.cast.manager_school
    assert zicht_op(oud, vast.stagnatie).diepte == Diepte.BERICHT
    geef_functie(oud, Rol.HULPVERLENER, instelling=vast.cast.jeugdhulp, door=vast.cast.beheerder)
    rol = Functie.objects.geldig().get(gebruiker=oud, rol=Rol.MANAGER)
    beeindig_functie(rol, nu=vast.nu, door=vast.cast.beheerder)
    assert zicht_op(oud, vast.stagnatie) is None  # what he saw by the role is closed with it
    assert Bezoek(vast, oud).lees().status_code == 404
    # Who keeps the step now finishes it, or its term passes and it goes up.
    assert zicht_op(vast.cast.manager, vast.stagnatie).diepte == Diepte.BERICHT


@pytest.mark.eis("T3")
def test_the_beheerder_who_keeps_a_step_reads_no_data_of_the_family(vast):
    zonder_coordinator(vast.nu)
    Functie.objects.exclude(rol=Rol.BEHEERDER).update(beeindigd_op=vast.nu)
    Gemeente.objects.update(actief=False, ambtenaar=None, vervanger=None)
    actions.open_stagnaties([Gemist(vast.afspraak, vast.cast.mentor_in_gezin, GEEN_ANTWOORD)], nu=vast.nu)
    assert vast.stap.houder == vast.cast.beheerder
    Escalatiebericht.objects.create(
        stagnatie=vast.stagnatie, afgesproken="Verzuim melden", ontbreekt="Dat", gevraagd="Meld het",
        door=vast.cast.coordinator, voorgelegd_op=vast.nu, vrijgegeven_op=vast.nu, vrijgegeven_door=vast.cast.moeder,
    )  # fmt: skip
    zicht = zicht_op(vast.cast.beheerder, vast.stagnatie)
    assert (zicht.diepte, zicht.bericht) == (Diepte.KAAL, None)  # she gets it to a keeper, and reads nothing
    assert "De Wit" not in Bezoek(vast, vast.cast.beheerder).tekst()


def van_broer(vast, *over):
    """Something of these children gets stuck, and the message about it is written."""
    doel = plan.voeg_doel_toe(
        vast.cast.gezin,
        plan.DoelGegevens("Daan vindt een stage", leefgebieden=[Leefgebied.WERK], over_wie=[lid.pk for lid in over]),
        nu=vast.nu,
        door=vast.cast.coordinator,
    )
    actions.meld_stagnatie(
        vast.cast.gezin, door=vast.cast.coordinator, nu=vast.nu, oorzaak=Oorzaak.WACHTLIJST, toelichting="x", doel=doel
    )
    return schrijf(vast)


@pytest.mark.eis("T2")
def test_a_youngster_under_sixteen_does_not_release_the_bericht_alone(vast):
    bericht = van_broer(vast, vast.cast.broer_in_gezin)
    assert "Daan de Wit" in verteld(vast.stagnatie, "stagnatie_bericht_voorgelegd")
    broer = Bezoek(vast, vast.cast.broer)
    assert "Wil je dit lezen?" in broer.tekst()
    assert broer.doe("gelezen", visie="", versie=bericht.versie).status_code == 302
    bericht.refresh_from_db()
    assert not bericht.is_vrijgegeven
    for ouder in (vast.cast.moeder, vast.cast.vader):
        assert Bezoek(vast, ouder).doe("gelezen", visie="", versie=bericht.versie).status_code == 302
    bericht.refresh_from_db()
    assert bericht.is_vrijgegeven


@pytest.mark.eis("T2")
def test_from_sixteen_they_do_when_it_is_about_themselves_only(vast):
    Deelnemer.objects.filter(pk=vast.cast.broer_in_gezin.pk).update(geboortedatum=jarig(vast.nu, 16))
    bericht = van_broer(vast, vast.cast.broer_in_gezin)
    assert "Daan de Wit" in verteld(vast.stagnatie, "stagnatie_bericht_voorgelegd")
    assert Bezoek(vast, vast.cast.broer).doe("gelezen", visie="", versie=bericht.versie).status_code == 302
    bericht.refresh_from_db()
    assert bericht.is_vrijgegeven


@pytest.mark.eis("T2")
def test_a_youngster_does_not_speak_for_the_whole_family_alone(vast):
    Deelnemer.objects.filter(pk=vast.cast.broer_in_gezin.pk).update(geboortedatum=jarig(vast.nu, 16))
    bericht = van_broer(vast)
    Bezoek(vast, vast.cast.broer).doe("gelezen", visie="", versie=bericht.versie)
    bericht.refresh_from_db()
    assert not bericht.is_vrijgegeven
