"""The page of a stagnatie: who is on turn, until when, for each reader as deep as he or she may see (E10, E13, T3)."""

import pytest
from django.urls import reverse

from escalatie import actions
from escalatie.beeld import stagnatiebeeld
from escalatie.models import Modelniveau, Modelstap, SoortVraag, Stagnatie
from escalatie.zicht import zicht_op
from instanties.actions import leg_gemeente_vast
from instanties.models import Gemeente, Regio, Rol
from logboek.models import Logregel
from tests.cast import maak_professional
from tests.escalatie.lezen import lees_allen
from tests.escalatie.pagina import Bezoek, tekst
from tests.routes.vragen import HOOGSTENS, geteld
from toestemming import onderwerpen
from woorden.duur import Duur, Eenheid

pytestmark = pytest.mark.heavy("a course, and its page")

BERICHT = {
    "afgesproken": "De school belt moeder dezelfde dag.",
    "ontbreekt": "Er wordt niet gebeld.",
    "gevraagd": "Wijs iemand aan die belt.",
}


def schrijf_bericht(vast, *, gelezen=True):
    bericht = actions.schrijf_bericht(vast.stagnatie, door=vast.cast.coordinator, nu=vast.nu, **BERICHT)
    if gelezen:
        lees_allen(bericht, eerst=vast.cast.moeder, door=vast.cast.coordinator, nu=vast.nu, visie="Bel mij gewoon.")
    return bericht


@pytest.mark.eis("E10")
def test_the_coordinator_reads_on_top_what_is_asked_of_her_now(vast):
    vast.loopt_vast()
    pagina = Bezoek(vast, vast.cast.coordinator).tekst()
    assert "U bent aan zet" in pagina
    assert "Leg vast wie wat doet, wanneer, en met welk resultaat." in pagina
    assert "uiterlijk zondag 22 november" in pagina
    assert "23:59" not in pagina
    assert pagina.index("U bent aan zet") < pagina.index("Verloop")


@pytest.mark.eis("E4", "E11")
def test_the_course_stands_in_order_with_what_went_by_itself(vast):
    vast.naar_stap_2()
    pagina = Bezoek(vast, vast.cast.coordinator).tekst()
    stukken = ["Termijn voorbij", "Stap 1 Uitvoerders", "Stap 2 Managers", "hier is het nu", "Stap 3 Gemeente"]
    plekken = [pagina.index(stuk, pagina.index("Verloop")) for stuk in stukken]
    assert plekken == sorted(plekken)
    assert "Er zijn op tijd geen acties vastgelegd (vanzelf)" in pagina
    assert "M. Smit, Maatschappelijk Werk De Brug" in pagina


@pytest.mark.eis("E8")
def test_the_steps_are_called_as_the_region_names_them(vast):
    vast.naar_stap_2()
    Modelstap.objects.filter(nummer=2).update(naam="Doorbraakteam")
    assert "Stap 2 Doorbraakteam" in Bezoek(vast, vast.cast.coordinator).tekst()


@pytest.mark.eis("E13")
def test_without_bericht_the_manager_sees_number_and_dates_and_no_names(vast):
    vast.naar_stap_2()
    bezoek = Bezoek(vast, vast.cast.manager)
    pagina = bezoek.tekst()
    assert f"Plan {vast.cast.gezin.nummer}" in pagina
    for geheim in ("De Wit", "Sanne", "Petra", "moeder wonen"):
        assert geheim not in pagina
    assert "U bent aan zet" in pagina and "Leg acties vast" in pagina


@pytest.mark.eis("E13", "E4")
def test_without_bericht_the_manager_of_the_school_sees_its_own_afspraak(vast):
    vast.naar_stap_2()
    pagina = Bezoek(vast, vast.cast.manager_school).tekst()
    assert vast.afspraak.wat in pagina
    assert "De Wit" not in pagina and "moeder wonen" not in pagina
    assert "Wat kan uw instelling bijdragen, en wanneer?" in pagina


@pytest.mark.eis("E13")
def test_a_bericht_that_the_family_did_not_read_yet_stays_closed(vast):
    vast.loopt_vast()
    schrijf_bericht(vast, gelezen=False)
    vast.tik(dagen=8)
    assert BERICHT["ontbreekt"] not in Bezoek(vast, vast.cast.manager).tekst()
    assert BERICHT["ontbreekt"] in Bezoek(vast, vast.cast.coordinator).tekst()


@pytest.mark.eis("E13", "T3")
def test_with_a_bericht_the_manager_reads_that_and_never_the_plan(vast):
    vast.loopt_vast()
    schrijf_bericht(vast)
    vast.tik(dagen=8)
    bezoek = Bezoek(vast, vast.cast.manager)
    pagina = bezoek.tekst()
    assert "Gezin De Wit" in pagina
    assert all(woorden in pagina for woorden in BERICHT.values())
    assert "Bel mij gewoon." in pagina
    assert vast.voorwaarde.tekst not in pagina and vast.voorwaarde.waarom not in pagina
    assert bezoek.ga(f"/gezin/{vast.cast.gezin.pk}/plan/").status_code == 404


@pytest.mark.eis("E13")
def test_after_the_step_the_bericht_is_closed_again(vast):
    vast.loopt_vast()
    schrijf_bericht(vast)
    vast.tik(dagen=8)
    vast.tik(dagen=8)
    assert BERICHT["ontbreekt"] not in Bezoek(vast, vast.cast.manager).tekst()
    assert BERICHT["ontbreekt"] in Bezoek(vast, vast.cast.ambtenaar).tekst()


@pytest.mark.eis("T3", "E10")
def test_who_has_a_part_of_his_own_only_sees_that_only(vast):
    vast.loopt_vast()
    schrijf_bericht(vast)
    pagina = Bezoek(vast, vast.cast.mentor).tekst()
    assert vast.afspraak.wat in pagina
    assert "moeder wonen" not in pagina and BERICHT["ontbreekt"] not in pagina
    assert "Aan zet: N. Bakker" in pagina


@pytest.mark.eis("E6", "T3")
def test_a_besluit_is_read_by_all_whom_it_concerns(vast):
    vast.naar_stap_3()
    actions.besluit(
        vast.stap,
        niveau=Modelniveau.objects.filter(modelstap__model__actief=True).first(),
        tekst="De school wijst iemand aan.",
        grond="Artikel 4 van het convenant.",
        instellingen=[vast.cast.school],
        door=vast.cast.ambtenaar,
        nu=vast.nu,
    )
    for wie in (vast.cast.coordinator, vast.cast.moeder, vast.cast.manager_school):
        assert "De school wijst iemand aan." in Bezoek(vast, wie).tekst()
    assert "De school wijst iemand aan." not in Bezoek(vast, vast.cast.mentor).tekst()
    assert "Voert uw instelling dit besluit uit?" in Bezoek(vast, vast.cast.manager_school).tekst()


@pytest.mark.eis("E6", "E10")
@pytest.mark.heavy("a whole course, and its page")
def test_each_round_without_an_answer_stands_on_the_course_as_late(vast):
    vast.naar_stap_3()
    for _ronde in range(3):
        vast.tik(dagen=8)
    regels = {
        (deel.titel.split(" · ", 1)[-1], deel.te_laat)
        for deel in stagnatiebeeld(zicht_op(vast.cast.coordinator, vast.stagnatie)).stappen
        if deel.modelstap.nummer == 3 and deel.stap
    }
    boven = "Bovenlokaal, volgens de route van de regio"
    assert regels == {
        ("Ambtelijk niveau", True), ("Wethouder of burgemeester", True), (boven, True), (f"{boven} · ronde 2", False),
    }  # fmt: skip
    # Who is above reads number, dates and rounds; so do the others.
    for wie in (vast.stap.houder, vast.cast.coordinator):
        pagina = Bezoek(vast, wie).tekst()
        assert f"{boven} · ronde 2" in pagina
        assert pagina.count(", te laat") >= 3


@pytest.mark.eis("T3", "X1")
@pytest.mark.parametrize("wie", ["buitenstaander", "broer", "ambtenaar", "manager", "beheerder"])
def test_who_has_nothing_to_do_with_it_gets_404(vast, wie):
    stagnatie = vast.loopt_vast()
    bezoek = Bezoek(vast, getattr(vast.cast, wie))
    assert bezoek.lees().status_code == 404
    assert Logregel.objects.filter(object_id=stagnatie.pk, uitkomst="geweigerd").exists()


@pytest.mark.eis("T3", "E5")
def test_the_ambtenaar_of_another_gemeente_sees_nothing(vast):
    ander = maak_professional(
        "P. Verhagen", Rol.GEMEENTEAMBTENAAR, gemeente=leg_gemeente_vast(naam="Duinhoek", door=None)
    )
    reserve = maak_professional("O. Smeets", Rol.GEMEENTEAMBTENAAR, gemeente=Gemeente.objects.get(naam="Duinhoek"))
    wethouder = maak_professional("T. Bos", Rol.GEMEENTEAMBTENAAR, gemeente=Gemeente.objects.get(naam="Duinhoek"))
    leg_gemeente_vast(
        Gemeente.objects.get(naam="Duinhoek"),
        ambtenaar=ander,
        vervanger=reserve,
        bestuur=wethouder,
        actief=True,
        door=None,
    )
    vast.naar_stap_3()
    bezoek = Bezoek(vast, ander)
    assert bezoek.lees().status_code == 404
    assert "Er loopt nu niets vast" in tekst(bezoek.ga(reverse("escalatie:stagnaties")))


@pytest.mark.eis("X1", "T7")
def test_reading_stands_in_the_logboek_with_depth_and_ground(vast):
    vast.loopt_vast()
    schrijf_bericht(vast)
    vast.tik(dagen=8)
    Bezoek(vast, vast.cast.manager).lees()
    regel = Logregel.objects.filter(gebruiker_id=vast.cast.manager.pk, handeling="bekijken").latest("op")
    assert regel.gezin_id == vast.cast.gezin.pk and regel.grondslag
    assert regel.getoond == {"diepte": "bericht"}
    assert set(regel.onderwerpen) == onderwerpen.van_onderdeel(Stagnatie.objects.get().doel)


@pytest.mark.eis("X1")
def test_who_stands_in_for_the_ambtenaar_reads_on_that_behalf(vast):
    vast.naar_stap_3()
    for wie, namens in ((vast.cast.vervanger, vast.cast.ambtenaar.naam), (vast.cast.ambtenaar, "")):
        Bezoek(vast, wie).lees()
        regel = Logregel.objects.filter(gebruiker_id=wie.pk, handeling="bekijken").latest("op")
        assert regel.namens_naam == namens


@pytest.mark.eis("X1")
def test_reading_number_and_dates_only_has_a_ground_too(vast):
    Regio.objects.update(inzage_escalatiebericht=False)
    vast.loopt_vast()
    vast.tik(dagen=8)
    Bezoek(vast, vast.cast.manager).lees()
    regel = Logregel.objects.filter(gebruiker_id=vast.cast.manager.pk, handeling="bekijken").latest("op")
    assert regel.getoond == {"diepte": "kaal"}
    assert "convenant" in regel.grondslag


def count_queries(bezoek) -> int:
    with geteld() as gevonden:
        assert bezoek.lees().status_code == 200
    return len(gevonden)


@pytest.mark.eis("R2")
@pytest.mark.parametrize("wie", ["coordinator", "manager", "moeder", "mentor"])
@pytest.mark.heavy("a long course, for the number of questions")
def test_the_number_of_queries_does_not_grow_with_what_happens(vast, wie):
    vast.loopt_vast()
    vast.leg_vast(vast.actie(3))
    schrijf_bericht(vast)
    vast.tik(dagen=8)
    vast.zwijgt_op_navraag()
    vast.leg_vast(vast.actie(5, instelling=vast.cast.school))
    bezoek = Bezoek(vast, getattr(vast.cast, wie))
    bezoek.lees()
    eerst = count_queries(bezoek)
    vast.leg_vast(*(vast.actie(2, instelling=vast.cast.kliniek, wat=f"Nog iets {n}") for n in range(5)))
    for nummer in range(4):
        actions.stel_vraag(
            vast.stagnatie,
            soort=SoortVraag.AANSPREKEN,
            tekst=f"Hoe gaat het? {nummer}",
            instelling=vast.cast.school,
            door=vast.cast.manager,
            nu=vast.nu,
        )
        actions.koppel_terug(vast.stap, tekst=f"Het gaat {nummer}", door=vast.cast.manager, nu=vast.nu)
    assert count_queries(bezoek) <= eerst
    assert eerst <= HOOGSTENS


@pytest.mark.eis("E11", "T3")
def test_what_the_family_answered_is_read_by_who_reads_what_it_is_about(vast):
    """Not by who has the escalatiebericht, or the number and the dates."""
    vast.naar_stap_2()
    oplossing = actions.meld_opgelost(vast.stagnatie, door=vast.cast.coordinator, nu=vast.nu, geleerd="Bel eerder")
    actions.zeg_nee(oplossing, door=vast.cast.moeder, nu=vast.nu, gezin_zegt="Er belt nog steeds niemand.")
    for wie in (vast.cast.coordinator, vast.cast.moeder):
        pagina = Bezoek(vast, wie).tekst()
        assert "nog niet opgelost" in pagina and "Er belt nog steeds niemand." in pagina and "Bel eerder" in pagina
    schrijf_bericht(vast)
    for wie in (vast.cast.manager, vast.cast.manager_school):
        pagina = Bezoek(vast, wie).tekst()
        assert "Er belt nog steeds niemand." not in pagina and "Bel eerder" not in pagina


@pytest.mark.eis("E11")
def test_a_predecessor_can_be_seen(vast):
    eerder = vast.loopt_vast()
    actions.meld_opgelost(eerder, door=vast.cast.coordinator, nu=vast.nu)
    actions.zeg_ja(eerder.oplossingen.get(), door=vast.cast.moeder, nu=vast.nu)
    vast.doen_afspraak("De mentor belt", vast.cast.mentor_in_gezin, termijn=Duur(2, Eenheid.DAG))
    vast.tik(dagen=3)
    vast.tik(dagen=5)
    assert vast.stagnatie.voorganger == eerder
    assert "Dit liep eerder vast en was toen opgelost." in Bezoek(vast, vast.cast.coordinator).tekst()
    assert "Het plan gaat verder." in Bezoek(vast, vast.cast.coordinator, eerder).tekst()
