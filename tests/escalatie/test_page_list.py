"""Stagnaties of my instelling or gemeente: what is asked of me first, then by term (E4, E5, R2)."""

import pytest
from django.urls import reverse

from escalatie import actions
from escalatie.models import Oorzaak
from escalatie.views import lijst
from tests.escalatie.pagina import klok_op, tekst
from tests.inloggen import client_van
from tests.routes.vragen import HOOGSTENS, geteld


def lees(vast, wie, **query):
    client = client_van(wie)
    with klok_op(vast):
        return client.get(reverse("escalatie:stagnaties"), query)


def nog_een(vast, wat: str):
    """One more that the managers keep: reported about its own goal."""
    from gezinsplan import actions as plan

    doel = plan.voeg_doel_toe(
        vast.cast.gezin, plan.DoelGegevens(wat, over_wie=[vast.cast.sanne.pk]), nu=vast.nu, door=vast.cast.coordinator
    )
    stagnatie = actions.meld_stagnatie(
        vast.cast.gezin,
        door=vast.cast.coordinator,
        nu=vast.nu,
        oorzaak=Oorzaak.WACHTLIJST,
        toelichting="Wij wachten",
        doel=doel,
        partij=vast.cast.mentor_in_gezin,
    )
    stap = stagnatie.stappen.get()
    actions.roep_eerder_hulp_in(stap, door=vast.cast.coordinator, nu=vast.nu, toelichting="Het duurt te lang")
    return stagnatie


@pytest.mark.eis("E4", "E13")
def test_the_manager_sees_what_lies_with_the_instelling_and_who_is_on_turn(vast):
    vast.naar_stap_2()
    pagina = tekst(lees(vast, vast.cast.manager))
    assert "Er wordt iets van u gevraagd" in pagina
    assert f"Plan {vast.cast.gezin.nummer}" in pagina and "Stap 2 Managers" in pagina
    assert "De Wit" not in pagina and "moeder wonen" not in pagina


@pytest.mark.eis("T3", "E5")
def test_the_bestuurder_sees_it_too_and_the_ambtenaar_not_yet(vast):
    vast.naar_stap_2()
    assert "aan zet: M. Smit" in tekst(lees(vast, vast.cast.bestuurder))
    assert "Er loopt nu niets vast" in tekst(lees(vast, vast.cast.ambtenaar))
    assert "Er loopt nu niets vast" in tekst(lees(vast, vast.cast.manager_kliniek))
    vast.tik(dagen=8)
    assert "Stap 3 Gemeente" in tekst(lees(vast, vast.cast.ambtenaar))


@pytest.mark.eis("R2")
def test_what_is_asked_of_me_stands_before_what_ends_earlier(vast):
    vast.naar_stap_2()
    vast.tik(dagen=3)
    nog_een(vast, "Sanne zwemt")
    groepen = lees(vast, vast.cast.bestuurder).context["groepen"]
    termijnen = [rij.zicht.stap.staptermijn.loopt_af_op for groep in groepen for rij in groep["rijen"]]
    assert termijnen == sorted(termijnen) and len(termijnen) == 2
    pagina = tekst(lees(vast, vast.cast.manager_school))
    assert "Er wordt iets van u gevraagd" in pagina


@pytest.mark.eis("E11")
def test_what_is_closed_stands_apart(vast):
    vast.naar_stap_2()
    oplossing = actions.meld_opgelost(vast.stagnatie, door=vast.cast.coordinator, nu=vast.nu)
    actions.zeg_ja(oplossing, door=vast.cast.moeder, nu=vast.nu)
    assert "Er loopt nu niets vast" in tekst(lees(vast, vast.cast.manager))
    assert "Opgelost" in tekst(lees(vast, vast.cast.manager, stand="afgesloten"))


@pytest.mark.eis("R2")
def test_paging_and_a_fixed_number_of_queries(vast, monkeypatch):
    vast.naar_stap_2()
    monkeypatch.setattr(lijst, "PER_PAGINA", 3)

    client = client_van(vast.cast.manager)

    def tel():
        with klok_op(vast), geteld() as gevonden:
            antwoord = client.get(reverse("escalatie:stagnaties"))
        return len(gevonden), antwoord

    tel()
    eerst, _antwoord = tel()
    for nummer in range(4):
        nog_een(vast, f"Doel {nummer}")
    daarna, antwoord = tel()
    assert daarna <= eerst <= HOOGSTENS
    assert "bladzijde 1 van 2" in tekst(antwoord)
    assert len(antwoord.context["pagina"].object_list) == 3
