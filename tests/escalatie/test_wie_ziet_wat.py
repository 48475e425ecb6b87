"""Who sees how much of a stagnatie: the plan, the escalatiebericht, or number and dates (T3, E10, E13)."""

import pytest

from berichten.selectie import inbox
from core.errors import Outdated, RuleError
from escalatie import actions, selectie
from escalatie.models import Escalatiebericht, Oorzaak, SoortGebeurtenis, Stagnatie, StagnatieRecht
from escalatie.ontvangers import Ontvangers
from escalatie.permissions import Daad, met_recht, rechten
from escalatie.zicht import Diepte, zicht_op
from gezinsplan import actions as plan
from instanties.models import Gebruiker, Leefgebied, Regio
from tests.escalatie.conftest import gebeurd, verteld

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
    return actions.lees_bericht_als_gezin(
        bericht, visie=visie, door=vast.cast.moeder, nu=vast.nu, versie=bericht.versie
    )


@pytest.mark.eis("T3")
def test_in_stap_1_ziet_alleen_het_team_het(vast):
    vast.loopt_vast()
    assert diepten(vast) == dict.fromkeys(TEAM, "plan")


@pytest.mark.eis("E13")
def test_in_stap_2_zien_de_managers_nummer_en_data_zolang_er_geen_bericht_is(vast):
    vast.naar_stap_2()
    assert diepten(vast) == dict.fromkeys(TEAM, "plan") | dict.fromkeys(
        ["manager", "bestuurder", "manager_school", "bestuurder_school"], "kaal"
    )
    zicht = zicht_op(vast.cast.manager, vast.stagnatie)
    assert zicht.titel == f"Plan {vast.cast.gezin.nummer}"
    assert zicht.bericht is None
    assert not zicht.toont_namen


@pytest.mark.eis("E13")
def test_na_het_lezen_door_het_gezin_zien_de_mensen_van_de_stap_het_bericht(vast):
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
def test_staat_de_inzage_uit_dan_blijft_het_bij_nummer_en_data(vast):
    vast.loopt_vast()
    lees(vast, schrijf(vast))
    vast.tik(dagen=8)
    assert zicht_op(vast.cast.manager, vast.stagnatie).diepte == Diepte.BERICHT
    Regio.objects.update(inzage_escalatiebericht=False)
    assert zicht_op(vast.cast.manager, vast.stagnatie).diepte == Diepte.KAAL


@pytest.mark.eis("E13")
def test_een_nieuwe_tekst_moet_opnieuw_gelezen_worden(vast):
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


def test_twee_die_tegelijk_schrijven_zien_beide_teksten(vast):
    vast.loopt_vast()
    schrijf(vast)
    with pytest.raises(Outdated) as fout:
        schrijf(vast, ontbreekt="Mijn tekst", versie=None)
    assert fout.value.own["ontbreekt"] == "Mijn tekst"
    assert fout.value.present["ontbreekt"] == "Dat is niet gedaan"


def test_de_coordinator_legt_vast_dat_zij_het_samen_lazen(vast):
    vast.loopt_vast()
    bericht = schrijf(vast)
    with pytest.raises(RuleError) as fout:
        actions.lees_bericht_samen(
            bericht, visie="", hoe=" ", door=vast.cast.coordinator, nu=vast.nu, versie=bericht.versie
        )
    assert fout.value.field == "hoe"
    actions.lees_bericht_samen(
        bericht, visie="", hoe="thuis aan tafel", door=vast.cast.coordinator, nu=vast.nu, versie=bericht.versie
    )
    bericht.refresh_from_db()
    assert (bericht.is_vrijgegeven, bericht.hoe_gelezen) == (True, "thuis aan tafel")
    assert gebeurd(vast.stagnatie)[-1] == SoortGebeurtenis.BERICHT_VRIJGEGEVEN


@pytest.mark.parametrize("wie", ["mentor", "broer", "andere_moeder", "manager"])
def test_alleen_het_gezin_geeft_het_bericht_vrij_en_alleen_de_coordinator_schrijft_het(vast, wie):
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
def test_een_leeg_of_te_lang_bericht_zegt_bij_het_veld_wat_er_mis_is(vast, veld):
    vast.loopt_vast()
    for tekst in (" ", "x" * 5000):
        with pytest.raises(RuleError) as fout:
            schrijf(vast, **{veld: tekst})
        assert fout.value.field == veld


@pytest.mark.eis("E13")
def test_van_buiten_ziet_men_alleen_de_afspraak_van_de_eigen_instelling(vast):
    vast.doen_afspraak("Iets van moeder en de kliniek", vast.cast.behandelaar_in_gezin)
    vast.naar_stap_2()
    stagnatie = Stagnatie.objects.get(partij=vast.cast.mentor_in_gezin)
    school = zicht_op(vast.cast.manager_school, stagnatie)
    assert [afspraak.wat for afspraak in selectie.afspraken(school)] == ["De school meldt verzuim dezelfde dag"]
    assert not selectie.afspraken(zicht_op(vast.cast.manager, stagnatie)).exists()
    ander = Stagnatie.objects.get(partij=vast.cast.behandelaar_in_gezin)
    assert zicht_op(vast.cast.manager_school, ander) is None


@pytest.mark.eis("E13", "E10")
def test_van_buiten_leest_men_in_het_verloop_geen_woorden_van_mensen(vast):
    vast.loopt_vast()
    actions.verkort(vast.stap, vast.in_dagen(3), door=vast.cast.coordinator, nu=vast.nu, reden="Moeder is opgenomen")
    vast.tik(dagen=4)
    verloop = selectie.verloop(zicht_op(vast.cast.manager, vast.stagnatie))
    assert not any("opgenomen" in rij.tekst for rij in verloop)
    assert any("M. Smit" in rij.tekst for rij in verloop)
    assert any("opgenomen" in rij.tekst for rij in selectie.verloop(zicht_op(vast.cast.coordinator, vast.stagnatie)))


def test_acties_leest_het_team_en_van_buiten_alleen_wie_ze_aangaan(vast):
    vast.loopt_vast()
    vast.leg_vast(vast.actie(dagen=2))
    vast.tik(dagen=2)
    assert selectie.acties(zicht_op(vast.cast.moeder, vast.stagnatie)).count() == 1
    assert selectie.acties(zicht_op(vast.cast.manager_school, vast.stagnatie)).count() == 1
    assert selectie.acties(zicht_op(vast.cast.manager, vast.stagnatie)).count() == 0


@pytest.mark.eis("G16")
def test_een_volwassene_ziet_niet_wat_alleen_een_ander_aangaat(vast):
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
@pytest.mark.parametrize("stap", [1, 2, 3])
@pytest.mark.heavy("asks as everybody after each act")
def test_wie_iets_hoort_is_wie_het_ziet(vast, stap):
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
def test_het_recht_als_filter_is_gelijk_aan_het_recht_als_vraag(vast, stap):
    {1: vast.loopt_vast, 2: vast.naar_stap_2, 3: vast.naar_stap_3}[stap]()
    for naam, wie in vast.cast.iedereen().items():
        for recht in StagnatieRecht:
            in_sql = met_recht(wie, recht).filter(pk=vast.stagnatie.pk).exists()
            assert in_sql == (recht in rechten(wie, vast.stagnatie)), (naam, recht)


@pytest.mark.eis("T3")
def test_een_superuser_ziet_niets(vast):
    vast.naar_stap_2()
    vast.cast.buitenstaander.is_superuser = True
    vast.cast.buitenstaander.save()
    assert zicht_op(vast.cast.buitenstaander, vast.stagnatie) is None


def test_wat_ieder_mag_doen_volgt_uit_wie_hij_is(vast):
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
def test_de_inbox_noemt_het_gezin_alleen_waar_dat_mag(vast):
    vast.naar_stap_2()
    manager = [regel.tekst for regel in inbox(vast.cast.manager).rijen]
    assert manager
    assert all(tekst.startswith(f"Plan {vast.cast.gezin.nummer}: ") for tekst in manager)
    assert any("Gezin De Wit" in regel.tekst for regel in inbox(vast.cast.coordinator).rijen)
    moeder = [regel.tekst for regel in inbox(vast.cast.moeder).rijen]
    assert "Iets in het plan lukt niet. We gaan samen kijken." in moeder  # beeld: no words of the trade
    assert not any("escalatie" in tekst.lower() or "stagnatie" in tekst.lower() for tekst in moeder)


@pytest.mark.eis("E10")
def test_op_het_plan_staan_de_stagnaties_bij_elkaar(vast):
    from toestemming.zicht import blik

    vast.doen_afspraak("De kliniek belt moeder", vast.cast.behandelaar_in_gezin)
    vast.loopt_vast()
    bij_coordinator = selectie.open_van_gezin(blik(vast.cast.coordinator, vast.cast.gezin))
    assert len(bij_coordinator) == 2
    bij_mentor = selectie.open_van_gezin(blik(vast.cast.mentor, vast.cast.gezin))
    assert [zicht.stagnatie.partij.naam for zicht in bij_mentor] == ["J. Willems"]
