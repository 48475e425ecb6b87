"""Somebody is away: who stands in on which day, and what is refused (I6)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from berichten.selectie import inbox
from core import clock
from core.errors import NotAllowed, RuleError
from instanties.actions import (
    beeindig_functie,
    geef_functie,
    leg_vervanging_vast,
    trek_vervanging_in,
    wijzig_vervanging,
)
from instanties.models import Beheermelding, Gebruiker, Rol, Vervanging
from instanties.permissions import leidt
from instanties.vervanging import namens, waarnemer
from logboek.models import Logregel
from tests.afwezig import dagen_later, is_weg
from tests.cast import maak_professional
from tests.inloggen import client_van
from woorden.tijdwoorden import dag_voluit, dagen_voluit

pytestmark = pytest.mark.django_db


def wie_voor(gebruiker, op=None, **waar):
    wordt = waarnemer(gebruiker, op or clock.today(), **waar)
    return wordt.gebruiker if wordt else None


@pytest.mark.eis("I6")
def test_who_is_here_has_no_substitute(cast):
    assert wie_voor(cast.coordinator) is None
    assert namens(cast.collega) == ()


@pytest.mark.eis("I6")
def test_the_substitute_stands_in_on_these_days_only(cast):
    is_weg(cast.coordinator, cast.collega, over=1, dagen=3)
    vandaag = clock.today()
    per_dag = [wie_voor(cast.coordinator, vandaag + timedelta(days=dag)) for dag in range(5)]
    assert per_dag == [None, cast.collega, cast.collega, cast.collega, None]
    voor = [[een.wie for een in namens(cast.collega, vandaag + timedelta(days=dag))] for dag in range(5)]
    assert voor == [[], [cast.coordinator], [cast.coordinator], [cast.coordinator], []]


@pytest.fixture
def meewerkend(cast):
    """Give a teamleider who also does the work itself."""
    geef_functie(cast.teamleider, Rol.HULPVERLENER, instelling=cast.maatschappelijk_werk, door=None)
    return cast.teamleider


@pytest.mark.eis("I6")
def test_nobody_named_it_is_the_leidinggevende_who_does_such_work(cast, meewerkend):
    is_weg(cast.coordinator)
    assert wie_voor(cast.coordinator) == meewerkend
    assert [een.wie for een in namens(meewerkend)] == [cast.coordinator]
    assert not waarnemer(cast.coordinator, clock.today()).genoemd


@pytest.mark.eis("I6", "I8")
def test_who_leads_gets_no_plan_by_it(cast):
    is_weg(cast.coordinator)
    assert wie_voor(cast.coordinator) is None
    for wie in (cast.teamleider, cast.manager, cast.bestuurder):
        assert namens(wie) == ()
    for wie in (cast.teamleider, cast.manager, cast.bestuurder):
        with pytest.raises(RuleError, match="Een plan leest alleen een hulpverlener") as fout:
            is_weg(cast.coordinator, wie, over=20)
        assert fout.value.field == "vervanger"


@pytest.mark.eis("I8")
def test_nobody_gives_himself_a_plan(cast, meewerkend):
    """Not by naming himself for another, and not by naming nobody, or taking the one who was named away."""
    with pytest.raises(RuleError, match="niemand geeft zichzelf een plan") as fout:
        is_weg(cast.coordinator, meewerkend, door=meewerkend)
    assert fout.value.field == "vervanger"
    rij = is_weg(cast.coordinator, door=meewerkend)
    assert namens(meewerkend) == ()
    trek_vervanging_in(rij, nu=clock.now(), vandaag=clock.today(), door=meewerkend)
    rij = is_weg(cast.coordinator, cast.collega)
    hoe = {"nu": clock.now(), "vandaag": clock.today(), "door": meewerkend}
    wijzig_vervanging(rij, tot_en_met=rij.tot_en_met, vervanger=None, **hoe)
    assert namens(meewerkend) == () and wie_voor(cast.coordinator) is None


@pytest.mark.eis("I8")
def test_nobody_gives_himself_a_plan_by_a_chain(cast, meewerkend):
    """Not by sending away the colleague who was named, nor by that one's own substitute, nor by making it longer."""
    rij = is_weg(cast.coordinator, cast.collega)
    assert namens(meewerkend) == ()
    is_weg(cast.collega, door=meewerkend)
    assert namens(meewerkend) == () and wie_voor(cast.coordinator) is None
    Vervanging.objects.exclude(pk=rij.pk).delete()
    derde = maak_professional("Z. Derde", Rol.HULPVERLENER, instelling=cast.maatschappelijk_werk)
    is_weg(derde, meewerkend)
    is_weg(cast.collega, derde, door=meewerkend)
    assert cast.coordinator not in [een.wie for een in namens(meewerkend)]


@pytest.mark.eis("I8")
def test_who_makes_it_longer_gives_it(cast, meewerkend):
    rij = is_weg(cast.coordinator, dagen=2)
    assert wie_voor(cast.coordinator) == meewerkend
    hoe = {"nu": clock.now(), "vandaag": clock.today(), "door": meewerkend, "vervanger": None}
    wijzig_vervanging(rij, tot_en_met=rij.tot_en_met + timedelta(days=30), **hoe)
    assert wie_voor(cast.coordinator) is None
    with pytest.raises(RuleError, match="langer dan een jaar"):
        wijzig_vervanging(rij, tot_en_met=rij.tot_en_met + timedelta(days=400), **hoe)


@pytest.mark.eis("I8")
def test_what_another_does_to_it_afterwards_opens_nothing_again(cast, meewerkend):
    """The teamleider named another; a manager who moves the last day doesn't wash that away."""
    rij = is_weg(cast.coordinator, cast.collega)
    hoe = {"nu": clock.now(), "vandaag": clock.today()}
    rij = wijzig_vervanging(rij, tot_en_met=rij.tot_en_met, vervanger=None, door=meewerkend, **hoe)
    wijzig_vervanging(rij, tot_en_met=rij.tot_en_met + timedelta(days=1), vervanger=None, door=cast.manager, **hoe)
    assert namens(meewerkend) == ()


@pytest.mark.eis("I6", "I8")
@pytest.mark.heavy("reads the notices of four people")
def test_each_change_is_told_and_that_somebody_is_back(cast):
    ander = maak_professional("Z. Derde", Rol.HULPVERLENER, instelling=cast.maatschappelijk_werk)
    rij, nu = is_weg(cast.coordinator, cast.collega), clock.now()

    def gelezen(wie):
        return [regel.tekst for regel in inbox(wie).rijen if "Bakker" in regel.tekst]

    for minuut, naar in enumerate((ander, cast.collega), 1):
        hoe = {"nu": nu + timedelta(minutes=minuut), "vandaag": clock.today(), "door": cast.manager}
        rij = wijzig_vervanging(rij, tot_en_met=rij.tot_en_met, vervanger=naar, **hoe)
    assert len(gelezen(cast.moeder)) == 3 and len(gelezen(cast.coordinator)) == 2
    trek_vervanging_in(rij, **{**hoe, "nu": nu + timedelta(minutes=9)})
    assert set(gelezen(cast.moeder)) == {"N. Bakker is er weer."}
    assert gelezen(cast.collega) == ["U vervangt N. Bakker niet meer."] * len(gelezen(cast.collega))
    assert gelezen(cast.coordinator)[0].startswith(
        "N. Bakker is er weer, of was toch niet weg. Vastgelegd door M. Smit."
    )


@pytest.mark.eis("I8", "I9")
def test_who_leads_nobody_any_more_records_for_nobody(cast):
    beeindig_functie(cast.teamleider.functies.get(), nu=clock.now(), door=cast.beheerder)
    with pytest.raises(NotAllowed):
        is_weg(cast.coordinator, cast.collega, door=cast.teamleider)
    is_weg(cast.coordinator, cast.collega)
    assert not inbox(cast.teamleider).rijen


@pytest.mark.eis("I8")
def test_who_leads_at_one_instelling_names_nobody_of_another(cast):
    geef_functie(cast.coordinator, Rol.HULPVERLENER, instelling=cast.kliniek, door=None)
    with pytest.raises(RuleError):
        is_weg(cast.coordinator, cast.behandelaar, door=cast.manager)
    is_weg(cast.coordinator, cast.behandelaar)


@pytest.mark.eis("I8")
def test_nobody_records_it_upward(cast):
    for door, wie in (
        (cast.teamleider, cast.manager), (cast.teamleider, cast.bestuurder), (cast.manager, cast.bestuurder),
    ):  # fmt: skip
        with pytest.raises(NotAllowed):
            is_weg(wie, door=door)
    is_weg(cast.manager, door=cast.bestuurder)
    is_weg(cast.teamleider, door=cast.manager)


@pytest.mark.eis("I6")
def test_each_kind_of_work_passes_to_its_own_kind(cast):
    """Who is hulpverlener and manager is replaced as each by somebody who does just that."""
    geef_functie(cast.manager, Rol.HULPVERLENER, instelling=cast.maatschappelijk_werk, door=None)
    is_weg(cast.manager, cast.collega)
    (plan,) = namens(cast.collega)
    assert {rol for _plek, rol in plan.werk} == {Rol.HULPVERLENER} and not plan.overal
    (leiding,) = namens(cast.bestuurder)
    assert {rol for _plek, rol in leiding.werk} == {Rol.MANAGER} and not leiding.overal
    assert leidt(cast.collega) == set()


@pytest.mark.eis("I6")
@pytest.mark.parametrize("rol", [Rol.AANDACHTSFUNCTIONARIS, Rol.LEIDINGGEVENDE])
def test_a_role_in_which_nothing_is_kept_holds_nothing_back(cast, rol):
    """The colleague has no such role; what lies with the absent person passes all the same."""
    geef_functie(cast.coordinator, rol, instelling=cast.maatschappelijk_werk, door=None)
    is_weg(cast.coordinator, cast.collega)
    (voor,) = namens(cast.collega)
    assert voor.overal and voor.waar(Rol.HULPVERLENER)


@pytest.mark.eis("I8")
@pytest.mark.heavy("reads the notices of five people")
def test_all_whom_it_concerns_hear_at_once_who_from_and_to_when(cast):
    is_weg(cast.coordinator, cast.collega, over=1, door=cast.manager)
    voor = {wie: [regel.tekst for regel in inbox(wie).rijen if "weg" in regel.tekst or "afwezig" in regel.tekst]
            for wie in (cast.coordinator, cast.teamleider, cast.moeder, cast.vader, cast.andere_moeder)}  # fmt: skip
    assert "Vastgelegd door M. Smit." in voor[cast.coordinator][0]
    assert voor[cast.teamleider][0].startswith("N. Bakker is afwezig van ")
    for ouder in (cast.moeder, cast.vader):
        assert voor[ouder][0].startswith("N. Bakker is weg van ") and "S. Yilmaz vervangt." in voor[ouder][0]
    assert voor[cast.andere_moeder] == []


@pytest.mark.eis("I6")
def test_where_nobody_can_the_leidinggevende_is_asked(cast):
    is_weg(cast.coordinator)
    [regel] = inbox(cast.teamleider).rijen
    assert regel.tekst.endswith("Er is niemand die kan vervangen. Noem iemand.")
    [regel] = [regel for regel in inbox(cast.moeder).rijen if "is weg" in regel.tekst]
    assert regel.tekst.endswith("Er is nog niemand die vervangt.")
    assert Beheermelding.objects.filter(tekst__startswith="N. Bakker is afwezig").count() == 1


@pytest.mark.eis("I8")
def test_who_records_it_for_another_is_asked_again_who_he_is(cast):
    for door, vraagt in ((cast.manager, True), (cast.coordinator, False)):
        client = client_van(door)
        sessie = client.session
        sessie["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": 0}]
        sessie.save()
        antwoord = client.get(reverse("instanties:afwezigheid_van", args=[cast.coordinator.pk]))
        assert (antwoord.status_code == 302) is vraagt


@pytest.mark.eis("I6")
def test_for_a_manager_nobody_named_another_manager_or_a_bestuurder(cast):
    is_weg(cast.manager_school)
    assert wie_voor(cast.manager_school) == cast.bestuurder_school
    erbij = maak_professional("B. Nieuw", Rol.MANAGER, instelling=cast.school)
    assert wie_voor(cast.manager_school) == erbij
    is_weg(erbij)
    assert {een.wie for een in namens(cast.bestuurder_school)} == {erbij, cast.manager_school}


@pytest.mark.eis("I6", "E5")
def test_an_official_is_replaced_by_whom_the_gemeente_named(cast):
    is_weg(cast.ambtenaar)
    assert wie_voor(cast.ambtenaar) == cast.vervanger
    derde = maak_professional("O. Derde", Rol.GEMEENTEAMBTENAAR, gemeente=cast.gemeente)
    is_weg(cast.vervanger)
    assert wie_voor(cast.ambtenaar) == wie_voor(cast.vervanger) == derde


@pytest.mark.eis("I6")
def test_a_substitute_who_is_away_too(cast, meewerkend):
    is_weg(cast.coordinator, cast.collega)
    is_weg(cast.collega, meewerkend)
    assert wie_voor(cast.coordinator) == meewerkend
    assert namens(cast.collega) == ()


@pytest.mark.eis("I6")
def test_who_is_away_too_is_not_named_where_nobody_is_left(cast):
    """The days are said; elsewhere in the same absence somebody is there, and that doesn't help these."""
    is_weg(cast.collega, over=2, dagen=3)
    vandaag = clock.today()
    eerste, laatste = vandaag + timedelta(days=2), vandaag + timedelta(days=4)
    with pytest.raises(RuleError, match=f"Yilmaz is zelf weg {dagen_voluit(eerste, laatste, vandaag)},") as fout:
        is_weg(cast.coordinator, cast.collega, dagen=9)
    assert fout.value.field == "vervanger"
    rij = is_weg(cast.coordinator, cast.collega, dagen=2)
    hoe = {"vervanger": cast.collega, "nu": clock.now(), "vandaag": vandaag, "door": cast.coordinator}
    with pytest.raises(RuleError, match=f"Yilmaz is zelf weg {dagen_voluit(eerste, eerste, vandaag)},"):
        wijzig_vervanging(rij, tot_en_met=eerste, **hoe)


@pytest.mark.eis("I6")
def test_two_who_are_away_do_not_name_each_other(cast):
    is_weg(cast.coordinator, cast.collega)
    with pytest.raises(RuleError, match="Bakker is zelf weg"):
        is_weg(cast.collega, cast.coordinator)


@pytest.mark.eis("I6")
def test_who_it_will_be_then_is_said(cast, meewerkend):
    is_weg(cast.collega, meewerkend, over=1, dagen=1)
    client, morgen = client_van(cast.coordinator), clock.today() + timedelta(days=1)
    antwoord = client.post(
        reverse("instanties:afwezigheid_vastleggen"),
        {
            "van": f"{clock.today():%d-%m-%Y}",
            "tot_en_met": f"{morgen + timedelta(days=1):%d-%m-%Y}",
            "vervanger": str(cast.collega.pk),
        },
        follow=True,
    )
    dag = dag_voluit(morgen, clock.today())
    assert f"S. Yilmaz is zelf weg op {dag}: dan vervangt R. Vos." in antwoord.content.decode()
    assert [wie_voor(cast.coordinator, morgen + timedelta(days=dag)) for dag in (-1, 0, 1)] == [
        cast.collega,
        meewerkend,
        cast.collega,
    ]


@pytest.mark.eis("I6")
def test_in_a_circle_it_is_the_leidinggevende(cast, meewerkend):
    """Refused when it is recorded; a row that is there all the same, by another who goes, keeps nobody out."""
    is_weg(cast.coordinator, cast.collega)
    rij = is_weg(cast.collega)
    Vervanging.objects.filter(pk=rij.pk).update(vervanger=cast.coordinator)
    assert wie_voor(cast.coordinator) == wie_voor(cast.collega) == meewerkend


@pytest.mark.eis("I6")
def test_two_substitutes_in_a_row(cast, meewerkend):
    is_weg(cast.coordinator, cast.collega, dagen=2)
    is_weg(cast.coordinator, meewerkend, over=2, dagen=2)
    assert wie_voor(cast.coordinator) == cast.collega
    dagen_later(2)
    assert wie_voor(cast.coordinator) == meewerkend
    assert namens(cast.collega) == ()


@pytest.mark.eis("I6")
def test_it_ends_at_midnight_in_the_netherlands(cast, monkeypatch):
    is_weg(cast.coordinator, cast.collega, dagen=1)
    middernacht = timezone.localtime(clock.now())
    middernacht = middernacht.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    monkeypatch.setattr(clock, "now", lambda: middernacht - timedelta(minutes=1))
    assert namens(cast.collega)
    monkeypatch.setattr(clock, "now", lambda: middernacht)
    assert not namens(cast.collega)


@pytest.mark.eis("I6", "X2")
@pytest.mark.parametrize("hoe", ["no login", "function ended", "works elsewhere now"])
def test_who_can_no_longer_stand_in_is_passed_over(cast, meewerkend, hoe):
    is_weg(cast.coordinator, cast.collega)
    if hoe == "no login":
        Gebruiker.objects.filter(pk=cast.collega.pk).update(is_active=False)
    else:
        beeindig_functie(cast.collega.functies.get(), nu=clock.now(), door=cast.beheerder)
    if hoe == "works elsewhere now":
        geef_functie(cast.collega, Rol.HULPVERLENER, instelling=cast.school, door=None)
    assert wie_voor(cast.coordinator) == meewerkend
    assert namens(Gebruiker.objects.get(pk=cast.collega.pk)) == ()


@pytest.mark.eis("I6", "T3")
def test_the_function_of_the_substitute_bounds_it(cast):
    """Who works at two organisations is replaced at each by somebody of that one."""
    geef_functie(cast.coordinator, Rol.HULPVERLENER, instelling=cast.school, door=None)
    is_weg(cast.coordinator, cast.collega)
    assert wie_voor(cast.coordinator, organisatie=cast.maatschappelijk_werk.pk) == cast.collega
    assert wie_voor(cast.coordinator, organisatie=cast.school.pk) is None
    (voor,) = namens(cast.collega)
    assert voor.werk == {(cast.maatschappelijk_werk.pk, Rol.HULPVERLENER)} and not voor.overal


@pytest.mark.eis("I6")
def test_nobody_at_all_is_told_to_the_beheerder_once(cast):
    is_weg(cast.buitenstaander)
    assert wie_voor(cast.buitenstaander) is None
    is_weg(cast.buitenstaander, over=10)
    melding = Beheermelding.objects.get()
    assert "E. van Rijn is afwezig" in melding.tekst
    assert melding.instelling == cast.jeugdhulp


@pytest.mark.eis("I6")
def test_only_of_the_same_organisation(cast):
    with pytest.raises(RuleError) as fout:
        is_weg(cast.coordinator, cast.mentor)
    assert fout.value.field == "vervanger"
    with pytest.raises(RuleError):
        is_weg(cast.coordinator, cast.coordinator)


@pytest.mark.eis("I6")
def test_days_that_overlap_are_refused(cast):
    is_weg(cast.coordinator, cast.collega, over=2, dagen=3)
    for over, dagen in ((0, 3), (3, 1), (4, 9)):
        with pytest.raises(RuleError, match="Voor deze dagen staat al iets"):
            is_weg(cast.coordinator, over=over, dagen=dagen)
    is_weg(cast.coordinator, over=5, dagen=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Vervanging.objects.create(
            wie=cast.coordinator,
            van=clock.today(),
            tot_en_met=clock.today() + timedelta(days=2),
            gemaakt_op=clock.now(),
        )


@pytest.mark.eis("I6")
def test_the_days_must_be_in_order_and_still_to_come(cast):
    with pytest.raises(RuleError) as fout:
        is_weg(cast.coordinator, dagen=0)
    assert fout.value.field == "tot_en_met"
    with pytest.raises(RuleError) as fout:
        is_weg(cast.coordinator, over=-1)
    assert fout.value.field == "van"


@pytest.mark.eis("I6")
def test_back_earlier_and_withdrawn(cast):
    hoe = {"nu": clock.now(), "vandaag": clock.today(), "door": cast.coordinator}
    rij = is_weg(cast.coordinator, cast.collega, dagen=9)
    wijzig_vervanging(rij, tot_en_met=clock.today() + timedelta(days=1), vervanger=cast.collega, **hoe)
    assert wie_voor(cast.coordinator, clock.today() + timedelta(days=2)) is None
    trek_vervanging_in(rij, **hoe)
    trek_vervanging_in(rij, **hoe)
    assert wie_voor(cast.coordinator) is None
    assert namens(cast.collega) == ()
    meldingen = Logregel.objects.filter(object_id=cast.coordinator.pk, melding__startswith="afwezig").order_by("op")
    assert ["was: ingetrokken" in regel.melding for regel in meldingen] == [False, False, True]
    is_weg(cast.coordinator, cast.collega)


@pytest.mark.eis("I6")
def test_the_person_the_leiding_and_the_beheerder_record_it(cast):
    for door in (cast.coordinator, cast.teamleider, cast.manager, cast.beheerder):
        rij = is_weg(cast.coordinator, cast.collega, door=door)
        trek_vervanging_in(rij, nu=clock.now(), vandaag=clock.today(), door=door)
    for door in (cast.collega, cast.manager_school, cast.ambtenaar, cast.moeder, cast.privacy_officer):
        with pytest.raises(NotAllowed):
            is_weg(cast.coordinator, cast.collega, door=door)


@pytest.mark.eis("I6")
def test_a_family_member_is_never_away(cast):
    with pytest.raises(NotAllowed):
        is_weg(cast.moeder)


@pytest.mark.eis("I6")
def test_it_costs_one_query_for_who_stands_in_for_nobody_and_does_not_grow(cast):
    with CaptureQueriesContext(connection) as vragen:
        assert namens(cast.collega) == ()
    assert len(vragen) == 1
    with CaptureQueriesContext(connection) as vragen:
        assert namens(cast.moeder) == ()
    assert not vragen
    is_weg(cast.coordinator, cast.collega)
    with CaptureQueriesContext(connection) as een:
        namens(cast.collega)
    for nummer in range(5):
        ander = maak_professional(f"Z. Nummer{nummer}", Rol.HULPVERLENER, instelling=cast.maatschappelijk_werk)
        is_weg(ander, cast.collega)
    with CaptureQueriesContext(connection) as zes:
        assert len(namens(cast.collega)) == 6
    assert len(zes) == len(een) <= 8


@pytest.mark.eis("I6", "E10")
def test_who_is_named_is_told(cast):
    is_weg(cast.coordinator, cast.collega, over=1)
    regel = inbox(cast.collega).rijen[0]
    assert regel.tekst.startswith("U vervangt N. Bakker van ") and regel.url == "/afwezigheid/"


@pytest.mark.eis("I6")
def test_recording_it_twice_at_once_is_refused_with_words(cast):
    leg = {"van": clock.today(), "tot_en_met": clock.today(), "vervanger": None}
    hoe = {"nu": clock.now(), "vandaag": clock.today(), "door": cast.coordinator}
    leg_vervanging_vast(cast.coordinator, **leg, **hoe)
    with pytest.raises(RuleError):
        leg_vervanging_vast(cast.coordinator, **leg, **hoe)
