"""The region says how long there is in each step, on its own page; what runs keeps its day (E7, E8)."""

import pytest
from django.urls import reverse

from escalatie import actions
from escalatie.actions.looptijd import langste_vanaf
from escalatie.laddertermijnen import in_gebruik
from escalatie.models import Escalatiemodel, Oorzaak, Stagnatie
from instanties.models import Regiowijziging
from tests.escalatie.pagina import tekst
from tests.inloggen import client_van, kwam_terug
from woorden.duur import Duur, Eenheid

pytestmark = pytest.mark.eis("E7", "E8")


def test_a_term_that_runs_keeps_its_day_and_the_next_has_the_new_length(vast):
    vast.loopt_vast()
    loopt = vast.stap.vastleggen
    managers = vast.stap.modelstap.volgende
    duur = Duur(3, Eenheid.WERKDAG)
    per_stap = {f"stap_{stap.pk}_vastleggen": duur for stap in (vast.stap.modelstap, managers)}
    actions.leg_laddertermijnen_vast(per_stap, door=vast.cast.beheerder, nu=vast.nu)

    was = loopt.loopt_af_op
    loopt.refresh_from_db()
    assert loopt.loopt_af_op == was
    vast.tik(dagen=8)
    assert (vast.stap.modelstap, vast.stap.vastleggen.duur) == (managers, duur)
    wijzigingen = [(rij.wat, rij.van, rij.naar) for rij in Regiowijziging.objects.filter(door=vast.cast.beheerder)]
    assert len(wijzigingen) == 2
    assert all("vastleggen wat er gebeurt" in wat for wat, _van, _naar in wijzigingen)
    assert {(van, naar) for _wat, van, naar in wijzigingen} == {("1 week", "3 werkdagen")}


def test_the_beheerder_changes_them_on_a_page_that_says_at_the_field_what_is_wrong(vast):
    beheer, url = client_van(vast.cast.beheerder), reverse("escalatie:laddertermijnen")
    termijnen = in_gebruik()
    was = [rij.duur for rij in termijnen]
    eerste = termijnen[0]
    velden = {f"{rij.sleutel}_aantal": 5 for rij in termijnen} | {
        f"{rij.sleutel}_eenheid": "werkdag" for rij in termijnen
    }
    for mis in ("0", "366", "veel", ""):
        assert kwam_terug(beheer.post(url, velden | {f"{eerste.sleutel}_aantal": mis})), mis
    assert kwam_terug(beheer.post(url, velden | {f"{eerste.sleutel}_eenheid": "maand"}))
    assert [rij.duur for rij in in_gebruik()] == was

    assert beheer.post(url, velden).status_code == 302
    pagina = tekst(beheer.get(reverse("instanties:regio")))
    assert f"{eerste.woorden} 5 werkdagen" in pagina
    assert f"{eerste.woorden} van {was[0]} naar 5 werkdagen" in pagina


def test_the_longest_terms_per_cause_are_there_too_and_hold_from_then_on(vast):
    beheer, url = client_van(vast.cast.beheerder), reverse("escalatie:laddertermijnen")
    pagina = tekst(beheer.get(url))
    assert "Langste termijn zonder reden, als er is een (nieuwe) crisis" in pagina
    velden = {}
    for rij in in_gebruik():
        velden[f"{rij.sleutel}_aantal"] = rij.duur.aantal if rij.duur else ""
        velden[f"{rij.sleutel}_eenheid"] = rij.duur.eenheid if rij.duur else "week"
    assert kwam_terug(beheer.post(url, velden | {"langste__aantal": ""}))
    velden |= {"langste_wachtlijst_aantal": 2, "langste_crisis_aantal": ""}
    assert beheer.post(url, velden).status_code == 302

    def langste(oorzaak):
        stagnatie = Stagnatie(model=Escalatiemodel.objects.get(actief=True), oorzaak=oorzaak)
        return (langste_vanaf(stagnatie, vast.nu) - vast.nu).days

    # The wachtlijst has its own now, a crisis that of the rest, and nothing else changed.
    assert [langste(oorzaak) for oorzaak in (Oorzaak.WACHTLIJST, Oorzaak.CRISIS, Oorzaak.OMSTANDIGHEDEN)] == [
        14,
        42,
        42,
    ]
    anders = {rij.wat: (rij.van, rij.naar) for rij in Regiowijziging.objects.filter(door=vast.cast.beheerder)}
    assert anders == {
        "Langste termijn zonder reden, als er is een wachtlijst": ("", "2 weken"),
        "Langste termijn zonder reden, als er is een (nieuwe) crisis": ("1 week", ""),
    }
