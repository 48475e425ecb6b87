"""Ways in which somebody read or learnt more than the rules allow, each shut (T2, T3, T4, X5)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from berichten.models import Bericht
from berichten.selectie import inbox
from core.errors import RuleError
from gezinnen.models import Gezag
from gezinsplan.actions import aanvaard
from gezinsplan.models import Afspraak, Doel, Gezinsplan
from instanties.models import Leefgebied
from tests.inloggen import client_van
from toestemming import actions
from toestemming.actions import verjaardagen
from toestemming.models import Verjaardag
from toestemming.zicht import blik

pytestmark = [pytest.mark.eis("T4", "X5"), pytest.mark.django_db]


def vlag(cast, voor, *over):
    return actions.zet_vlag(
        voor, [lid.pk for lid in over], "voelt zich niet veilig", localdate(cast.nu) + timedelta(days=30), nu=cast.nu,
        door=cast.coordinator,
    )  # fmt: skip


def lees(gebruiker, naam: str, *args) -> str:
    antwoord = client_van(gebruiker).get(reverse(naam, args=args))
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


# What is kept from somebody (T3, X5).


def verjaardag_van(tafel, kind):
    rij, _nieuw = Verjaardag.objects.get_or_create(
        gezinslid=kind, leeftijd=12, defaults={"dag": localdate(tafel.nu) + timedelta(days=20)}
    )
    return rij


@pytest.mark.eis("T2", "T3")
def test_a_birthday_of_a_protected_child_is_not_told_to_whom_it_is_kept_from(tafel):
    cast = tafel.cast
    assert Gezag.objects.filter(kind=cast.sanne, houder=cast.vader_in_gezin).exists()
    vlag(cast, cast.vader_in_gezin, cast.sanne)
    verjaardagen._vertel("verjaardag_nadert", [verjaardag_van(tafel, cast.sanne)], tafel.nu)
    gehoord = Bericht.objects.filter(soort="verjaardag_nadert")
    assert gehoord.filter(ontvanger=cast.moeder).exists()
    assert not gehoord.filter(ontvanger=cast.vader).exists()


@pytest.mark.eis("T2", "T3")
def test_a_birthday_told_before_the_flag_is_no_longer_read(tafel):
    cast = tafel.cast
    verjaardagen._vertel("verjaardag_nadert", [verjaardag_van(tafel, cast.sanne)], tafel.nu)

    def berichten(wie):
        return [regel.tekst for regel in inbox(wie).rijen if regel.bericht.soort == "verjaardag_nadert"]

    assert "Sanne" in berichten(cast.vader)[0]
    vlag(cast, cast.vader_in_gezin, cast.sanne)
    assert "Sanne" not in berichten(cast.vader)[0]
    assert "Sanne" in berichten(cast.moeder)[0]


@pytest.mark.eis("T3")
def test_what_somebody_stopped_before_the_flag_shows_nothing_of_the_protected_child(tafel):
    cast = tafel.cast
    regel = tafel.school_over_sanne()
    tafel.ja(regel, cast.moeder_in_gezin, cast.vader_in_gezin)
    gestopt = tafel.trek_in(cast.vader_in_gezin, regel)
    adres = ("toestemming:gestopt", cast.gezin.pk, gestopt.pk)
    assert "over Sanne" in lees(cast.vader, *adres)
    vlag(cast, cast.vader_in_gezin, cast.sanne)
    assert "over Sanne" not in lees(cast.vader, *adres)


@pytest.mark.eis("T3")
def test_a_netwerklid_with_consent_reads_no_line_about_who_is_kept_from_her(tafel):
    cast = tafel.cast
    [regel] = tafel.vraag((cast.collega_in_gezin, Leefgebied.ONDERWIJS, cast.sanne))
    tafel.ja(regel, cast.moeder_in_gezin, cast.vader_in_gezin)
    adres = ("toestemming:toestemming", cast.gezin.pk)
    assert "over Sanne" in lees(cast.collega, *adres)
    vlag(cast, cast.collega_in_gezin, cast.sanne)
    assert "over Sanne" not in lees(cast.collega, *adres)


# Who hears that sharing stopped (T3).


@pytest.mark.eis("T3")
def test_who_was_never_told_anything_does_not_hear_that_it_stopped(tafel):
    cast = tafel.cast
    regel = tafel.school_over_sanne()
    tafel.ja(regel, cast.vader_in_gezin)
    tafel.trek_in(cast.vader_in_gezin, regel)
    assert not Bericht.objects.filter(soort="delen_gestopt").exists()


# Who decides in another's place (T2).


@pytest.fixture
def curator(tafel):
    """Give the professional who decides for the mother, and a line about her that is asked."""
    cast = tafel.cast
    actions.leg_vertegenwoordiging_vast(
        cast.moeder_in_gezin, cast.collega_in_gezin, "beschikking van 1 maart", nu=cast.nu, door=cast.coordinator
    )
    [regel] = tafel.vraag((cast.mentor_in_gezin, Leefgebied.INKOMEN, cast.moeder_in_gezin))
    return cast.collega_in_gezin, regel


@pytest.mark.eis("T2", "T3")
def test_who_decides_from_outside_the_family_says_yes_and_stops(tafel, curator):
    cast, (wie, regel) = tafel.cast, curator
    for lezer in (cast.coordinator, cast.moeder, cast.collega):
        assert "inkomen" in lees(lezer, "toestemming:toestemming", cast.gezin.pk)
    adres = reverse("toestemming:tekenen", args=[cast.gezin.pk, wie.pk])
    assert f'href="{adres}"' in lees(cast.collega, "toestemming:toestemming", cast.gezin.pk)
    client_van(cast.collega).post(adres, {f"regel_{regel.pk}": "ja"})
    assert tafel.staat(regel) == "geldig"
    stoppen = reverse("toestemming:intrekken", args=[cast.gezin.pk, wie.pk])
    antwoord = client_van(cast.collega).post(stoppen, {"regels": str(regel.pk)}, follow=True)
    assert antwoord.status_code == 200
    assert tafel.staat(regel) == "ingetrokken"


@pytest.mark.eis("T2")
def test_a_refusal_of_who_decided_before_breaks_no_page(tafel, curator):
    cast, (wie, regel) = tafel.cast, curator
    tafel.zegt(wie, "nee", regel)
    actions.beeindig_vertegenwoordiging(
        cast.moeder_in_gezin.vertegenwoordigingen.get(), nu=tafel.nu, door=cast.coordinator
    )
    for lezer in (cast.coordinator, cast.moeder, cast.collega):
        lees(lezer, "toestemming:toestemming", cast.gezin.pk)


@pytest.mark.eis("T2")
def test_only_who_decides_signs_for_another(tafel, curator):
    cast, (wie, regel) = tafel.cast, curator
    velden = {f"regel_{regel.pk}": "ja", "vorm": "mondeling", "gegeven_op": "vandaag"}
    for ander in (cast.mentor, cast.behandelaar):
        adres = reverse("toestemming:tekenen", args=[cast.gezin.pk, wie.pk])
        assert client_van(ander).post(adres, velden).status_code in (403, 404)
    eigen = reverse("toestemming:tekenen", args=[cast.gezin.pk, cast.mentor_in_gezin.pk])
    assert client_van(cast.mentor).post(eigen, velden).status_code == 404
    assert tafel.staat(regel) == "gevraagd"


@pytest.mark.eis("T2")
def test_who_asks_for_consent_does_not_decide_and_a_child_neither(tafel):
    cast = tafel.cast
    for wie in (cast.coordinator_in_gezin, cast.sanne):
        with pytest.raises(RuleError) as fout:
            actions.leg_vertegenwoordiging_vast(
                cast.moeder_in_gezin, wie, "beschikking", nu=cast.nu, door=cast.coordinator
            )
        assert fout.value.field == "door_wie"


@pytest.mark.eis("T1")
def test_what_the_coordinator_writes_down_is_read_by_who_said_it(cast):
    gesprek = actions.houd_gesprek(
        cast.gezin,
        actions.Gespreksgegevens("samen helpen", localdate(cast.nu), localdate(cast.nu) + timedelta(days=30)),
        [actions.Toestemmingskeuze(cast.mentor_in_gezin.pk, Leefgebied.OPVOEDING, cast.moeder_in_gezin.pk)],
        nu=cast.nu,
        door=cast.coordinator,
    )
    antwoorden = {regel.pk: "ja" for regel in gesprek.regels.all()}
    hoe = {"vorm": "mondeling", "gegeven_op": localdate(cast.nu), "nu": cast.nu}
    actions.teken(cast.moeder_in_gezin, antwoorden, **hoe, door=cast.coordinator)
    berichten = client_van(cast.moeder).get("/berichten/").content.decode()
    assert "opgeschreven wat u zei over delen" in berichten


@pytest.mark.eis("G16")
def test_afspraken_about_afstemming_are_not_for_a_parent_elsewhere(cast):
    Gezinsplan.objects.update_or_create(gezin=cast.gezin, defaults={"afstemming": "T. Okafor belt met N. Bakker"})
    for wie, ziet in (("moeder", True), ("vader", False)):
        pagina = client_van(getattr(cast, wie)).get(f"/ons-plan/{cast.gezin.pk}/").content.decode()
        assert ("belt met" in pagina) == ziet, wie


@pytest.mark.eis("T3")
def test_after_saying_yes_a_child_reads_no_eigen_zaak_of_a_parent(cast):
    plan, _gemaakt = Gezinsplan.objects.get_or_create(gezin=cast.gezin)
    nuchter = Doel.objects.create(
        plan=plan, tekst="mama drinkt niet", leefgebieden=["verslaving"], over_wie=[cast.moeder_in_gezin.pk]
    )
    afspraak = Afspraak.objects.create(
        doel=nuchter, wat="samen naar buiten", start_op=localdate(cast.nu), eind_op=localdate(cast.nu),
        leefgebieden=["relaties"], over_wie=[cast.moeder_in_gezin.pk],
    )  # fmt: skip
    afspraak.uitvoerders.set([cast.broer_in_gezin])
    aanvaard(afspraak, nu=cast.nu, door=cast.broer)
    gezien = blik(cast.broer, cast.gezin)
    assert afspraak in Afspraak.objects.zichtbaar_voor(gezien)
    assert nuchter not in Doel.objects.zichtbaar_voor(gezien)
