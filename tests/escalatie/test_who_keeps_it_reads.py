"""What somebody who keeps a step reads before the escalatiebericht has gone, and which words stay closed (E13, T3)."""

import pytest
from django.db.models import CharField

from escalatie import actions, models
from escalatie.models import SoortVraag, Stagnatie
from escalatie.vrije_tekst import NIET_VRIJ, WOORDEN, genoemd
from gezinsplan import actions as plan
from instanties.models import Leefgebied
from tests.escalatie.pagina import Bezoek

pytestmark = pytest.mark.heavy("walks a course to its second or third step, and looks at the page")
OP_SCHOOL = "Een plek in de middaggroep vrijhouden"


def vraag(vast, tekst, *, door, **aan):
    return actions.stel_vraag(vast.stagnatie, soort=SoortVraag.AANSPREKEN, tekst=tekst, door=door, nu=vast.nu, **aan)


def over_de_broer(vast):
    """A course about the fifteen-year-old, who decides about himself too."""
    doel = plan.voeg_doel_toe(
        vast.cast.gezin,
        plan.DoelGegevens("Weer naar school", leefgebieden=[Leefgebied.ONDERWIJS], over_wie=[vast.cast.broer_in_gezin.pk]),
        nu=vast.nu,
        door=vast.cast.coordinator,
    )  # fmt: skip
    vast.doen_afspraak("De school belt elke ochtend", vast.cast.mentor_in_gezin, doel=doel)
    vast.tik(dagen=8)
    vast.tik(dagen=5)
    stagnatie = Stagnatie.objects.get(doel=doel)
    vast.__class__ = type(
        "OverDeBroer", (type(vast),), {"stagnatie": property(lambda self: Stagnatie.objects.get(doel=doel))}
    )
    return stagnatie


@pytest.mark.eis("E13", "E4")
def test_without_a_released_message_the_manager_reads_cause_reason_missing_share_and_whom_to_call(vast):
    vast.naar_stap_2()
    pagina = Bezoek(vast, vast.cast.manager).tekst()
    assert "Een afspraak is niet nagekomen." in pagina
    assert "Waarom u aan zet bent Er zijn op tijd geen acties vastgelegd." in pagina
    assert "Wie ontbreekt er Basisschool De Wilgentak" in pagina and "J. Willems" not in pagina
    assert f"{vast.afspraak.wat} Basisschool De Wilgentak was uiterlijk" in pagina
    assert "N. Bakker zorgcoördinator 06-00000001" in pagina
    for geheim in ("De Wit", "Sanne", "Petra", "moeder wonen"):
        assert geheim not in pagina


@pytest.mark.eis("E13", "E5")
def test_the_official_reads_what_was_done_and_answered_in_the_steps_before(vast):
    vast.naar_stap_2()
    vast.leg_vast(vast.actie(dagen=3, instelling=vast.cast.school, wat=OP_SCHOOL))
    vraag = vast.stagnatie.vragen.get(soort=SoortVraag.AANDEEL)
    actions.beantwoord_vraag(vraag, antwoord="Er is pas na de kerst plaats", door=vast.cast.manager_school, nu=vast.nu)
    vast.tik(dagen=4)
    vast.zwijgt_op_navraag()
    pagina = Bezoek(vast, vast.cast.ambtenaar).tekst()
    assert OP_SCHOOL in pagina and "Er is pas na de kerst plaats" in pagina
    assert "M. Smit was hiervoor aan zet 06-00000001" in pagina and "N. Bakker zorgcoördinator" in pagina
    # It names the child: the row stands there with who, until when and what came of it, without these words.
    assert "Sanne" not in pagina and f"Resultaat: {NIET_VRIJ}" in pagina


@pytest.mark.eis("T3", "E13")
@pytest.mark.parametrize(
    "tekst", ["Bel Sanne op school", "Sannes moeder wacht", "bel sanne", "Overleg met mevrouw Wit", "Riet past op"]
)
def test_no_director_reads_a_name_of_the_family_in_an_action_or_a_question(vast, tekst):
    vast.naar_stap_2()
    vast.leg_vast(vast.actie(dagen=3, instelling=vast.cast.school, wat=tekst))
    vraag(vast, tekst, door=vast.cast.manager, instelling=vast.cast.school)
    for wie in ("bestuurder_school", "manager_school", "bestuurder"):
        assert tekst not in Bezoek(vast, getattr(vast.cast, wie)).tekst()
    # Who wrote it reads it, and the team reads all of it.
    assert tekst in Bezoek(vast, vast.cast.manager).tekst()
    assert tekst in Bezoek(vast, vast.cast.coordinator).tekst()


@pytest.mark.eis("T3", "T2", "E13")
def test_of_a_course_about_a_fifteen_year_old_that_was_not_released_the_official_reads_no_words(vast):
    stagnatie = over_de_broer(vast)
    vast.tik(dagen=8)
    vast.leg_vast(vast.actie(dagen=3, instelling=vast.cast.school, wat=OP_SCHOOL))
    vraag(vast, "Kan het eerder?", door=vast.cast.manager, instelling=vast.cast.school)
    vast.tik(dagen=4)
    vast.zwijgt_op_navraag()
    bezoek = Bezoek(vast, vast.cast.ambtenaar, stagnatie)
    pagina = bezoek.tekst()
    for woorden in (OP_SCHOOL, "Kan het eerder?", "De school belt elke ochtend", "Sanne is elke dag op school"):
        assert woorden not in pagina
    assert str(NIET_VRIJ) in pagina and "Een afspraak is niet nagekomen." in pagina


@pytest.mark.eis("E13")
def test_who_is_asked_for_the_own_instelling_reads_the_goal_of_its_afspraak_and_no_other(vast):
    vast.naar_stap_2()
    pagina = Bezoek(vast, vast.cast.manager_school).tekst()
    assert f"{vast.afspraak.wat} Doel: Sanne gaat elke dag naar school" in pagina
    assert "moeder wonen" not in pagina
    # Not who is only told of it, nor who keeps the step for another instelling.
    assert "naar school" not in Bezoek(vast, vast.cast.bestuurder_school).tekst()
    assert "naar school" not in Bezoek(vast, vast.cast.manager).tekst()


@pytest.mark.eis("E2", "E13")
def test_the_leidinggevende_who_keeps_step_1_reads_who_and_why_writes_the_message_and_addresses(vast):
    vast.doen_afspraak("Moeder belt de kliniek", vast.cast.moeder_in_gezin)
    vast.tik(dagen=8)
    vast.tik(dagen=5)
    vast.tik(dagen=8)
    stagnatie = Stagnatie.objects.get(partij=vast.cast.coordinator_in_gezin)
    bezoek = Bezoek(vast, vast.cast.teamleider, stagnatie)
    pagina = bezoek.tekst()
    assert "Het gesprek met het gezin bleef uit." in pagina
    assert "Wie ontbreekt er N. Bakker, Maatschappelijk Werk De Brug" in pagina
    assert "Schrijf het escalatiebericht" in pagina and "Spreek een collega aan" in pagina
    gedaan = bezoek.doe(
        "bericht", afgesproken="Een gesprek", ontbreekt="Dat is er niet geweest", gevraagd="Plan het nu"
    )
    assert gedaan.status_code == 302
    assert "Dat is er niet geweest" in bezoek.tekst()
    gedaan = bezoek.doe("aanspreken", aan=f"g:{vast.cast.coordinator.pk}", tekst="Waarom bleef het gesprek uit?")
    assert gedaan.status_code == 302
    assert stagnatie.vragen.get().aan == vast.cast.coordinator


@pytest.mark.eis("E13", "T3")
def test_who_keeps_step_1_reads_nothing_of_a_message_that_the_coordinator_wrote_and_the_family_has_to_read(vast):
    vast.doen_afspraak("Moeder belt de kliniek", vast.cast.moeder_in_gezin)
    vast.tik(dagen=8)
    vast.tik(dagen=5)
    vast.tik(dagen=8)
    stagnatie = Stagnatie.objects.get(partij=vast.cast.coordinator_in_gezin)
    actions.schrijf_bericht(
        stagnatie, afgesproken="a", ontbreekt="Geheim", gevraagd="c", door=vast.cast.coordinator, nu=vast.nu
    )
    bezoek = Bezoek(vast, vast.cast.teamleider, stagnatie)
    assert "Geheim" not in bezoek.tekst() and "Schrijf het escalatiebericht" not in bezoek.tekst()
    gedaan = bezoek.doe("bericht", afgesproken="x", ontbreekt="y", gevraagd="z")
    assert gedaan.status_code == 403 and "Geheim" not in gedaan.content.decode()


def test_every_text_that_people_type_in_the_ladder_has_the_check_or_is_of_the_team_alone():
    elders = {
        # Shown to the team, by `ziet_inhoud`, or passed by itself (gelezen.toelichting_van_buiten).
        ("Stagnatie", "toelichting"), ("Stagnatie", "geleerd"), ("Oplossing", "geleerd"), ("Oplossing", "gezin_zegt"),
        ("Oplossing", "hoe_gezegd"), ("Tussenvraag", "hoe_gezegd"),
        # What takes too long: to who reads the names too (vakken.tussen).
        ("Tussenvraag", "tekst"),
        # The message has the release itself; the events say facts of the ladder, and `selectie.verloop` what is read of them.
        *((model, veld) for model, veld in _teksten() if model in ("Escalatiebericht", "Berichtlezing", "Gebeurtenis")),
        # Of the region.
        *((model, veld) for model, veld in _teksten() if model.startswith(("Escalatiemodel", "Model"))),
    }  # fmt: skip
    getoetst = {(model.__name__, veld) for model, velden in WOORDEN.items() for veld in velden}
    assert _teksten() - elders == getoetst


def _teksten():
    return {
        (model.__name__, veld.name)
        for naam in models.__all__
        if hasattr(model := getattr(models, naam), "_meta")
        for veld in model._meta.fields
        if isinstance(veld, CharField) and not veld.choices and (veld.max_length or 0) >= 50
    }


@pytest.mark.parametrize(
    ("tekst", "namen", "gevonden"),
    [
        ("Een wit huis", ["Petra de Wit"], []),
        ("Mevrouw de Wit", ["Petra de Wit"], ["Wit"]),
        ("PETRA'S huis", ["Petra de Wit"], ["Petra"]),
        ("Jose belt", ["José Ait"], ["José"]),
        ("De wachtlijst is lang", ["Gezin De Wit", "Riet de Wit"], []),
    ],
)
def test_which_names_stand_in_a_text(tekst, namen, gevonden):
    assert genoemd(tekst, namen) == gevonden
