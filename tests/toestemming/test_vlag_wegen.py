"""By no road comes to whom a safety flag concerns what it keeps from him, and no road tells that there is one (X5, S19)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from berichten.models import Bericht
from berichten.selectie import inbox
from core.errors import RuleError
from gezinnen.actions import (
    BetrokkeneGegevens,
    leg_mailadres_vast,
    stop_deelname,
    voeg_betrokkene_toe,
    wijzig_contact,
)
from gezinnen.models import Deelnemer
from gezinsplan import actions as plan
from gezinsplan.actions import AfspraakGegevens, DoelGegevens
from gezinsplan.models import Afspraak, Doel, Gezinsplan
from instanties.actions import geef_functie
from instanties.models import Gebruiker, Leefgebied, Rol
from termijnen.models import Gevraagd
from tests.inloggen import client_van
from tests.toestemming.test_weghouden import bevestig, kind_lot, zet
from toestemming import actions
from toestemming.models import Veiligheidsvlag, Weigering
from toestemming.zicht import blik
from woorden.duur import Duur, Eenheid

pytestmark = [pytest.mark.django_db, pytest.mark.eis("X5", "T3")]
OPVOEDING = Leefgebied.OPVOEDING


@pytest.fixture
def wereld(cast):
    """A goal about Daan with what Mark does for it, and Lot, about whom nothing stands yet."""
    cast.lot = kind_lot(cast)
    hoe = {"nu": cast.nu, "door": cast.coordinator}
    cast.doel = plan.voeg_doel_toe(cast.gezin, doelgegevens(cast.broer_in_gezin), **hoe)
    cast.afspraak = plan.voeg_afspraak_toe(cast.doel, afspraakgegevens(cast, cast.vader_in_gezin), **hoe)
    return cast


def doelgegevens(*over) -> DoelGegevens:
    return DoelGegevens("Op tijd thuis", leefgebieden=[OPVOEDING], over_wie=[lid.pk for lid in over])


def afspraakgegevens(cast, *wie, wat="Op woensdag ophalen") -> AfspraakGegevens:
    """What follows its goal."""
    return AfspraakGegevens(wat, [mens.pk for mens in wie], localdate(cast.nu), Duur(2, Eenheid.WEEK))


def stil(cast) -> Veiligheidsvlag:
    """A flag of which the coordinator may not know."""
    geef_functie(cast.collega, Rol.AANDACHTSFUNCTIONARIS, instelling=cast.kliniek, door=None)
    later = localdate(cast.nu) + timedelta(days=30)
    return actions.zet_vlag(
        cast.vader_in_gezin, [cast.lot.pk], "samen", later, zonder_coordinator=True, nu=cast.nu, door=cast.behandelaar
    )


def leest(cast, afspraak) -> bool:
    return Afspraak.objects.zichtbaar_voor(blik(cast.vader, cast.gezin)).filter(pk=afspraak.pk).exists()


def ook_over_lot(cast):
    """The goal is about her too from now on."""
    doel = Doel.objects.get(pk=cast.doel.pk)
    gegevens = doelgegevens(cast.broer_in_gezin, cast.lot)
    return plan.wijzig_doel(doel, gegevens, versie=doel.versie, nu=cast.nu, door=cast.coordinator)


def test_a_goal_that_is_about_more_people_asks_for_another_doer(wereld):
    zet(wereld, wereld.lot)
    with pytest.raises(RuleError, match="Mark Jonker kan dit niet doen") as fout:
        ook_over_lot(wereld)
    assert fout.value.field == "over_wie"


def by_goal(cast):
    ook_over_lot(cast)
    return cast.afspraak


def by_choice(cast):
    ook_over_lot(cast)
    gegevens = afspraakgegevens(cast, cast.vader_in_gezin, wat="Lot ophalen")
    return plan.voeg_afspraak_toe(cast.doel, gegevens, nu=cast.nu, door=cast.coordinator)


def by_handing_on(cast):
    ook_over_lot(cast)
    gegevens = afspraakgegevens(cast, cast.oma, wat="Lot ophalen")
    afspraak = plan.voeg_afspraak_toe(cast.doel, gegevens, nu=cast.nu, door=cast.coordinator)
    stop_deelname(cast.oma, reden="klaar", overnemer=cast.vader_in_gezin, nu=cast.nu, door=cast.coordinator)
    return afspraak


def by_asking_after(cast):
    Deelnemer.objects.filter(pk=cast.oma.pk).update(navrager=cast.vader_in_gezin)
    ook_over_lot(cast)
    gegevens = afspraakgegevens(cast, cast.oma, wat="Lot ophalen")
    return plan.voeg_afspraak_toe(cast.doel, gegevens, nu=cast.nu, door=cast.coordinator)


def by_a_row(cast):
    """As a road that nobody thought of."""
    Afspraak.objects.filter(pk=cast.afspraak.pk).update(over_wie=[cast.lot.pk], apart=True)
    return cast.afspraak


WEGEN = [by_goal, by_choice, by_handing_on, by_asking_after, by_a_row]


@pytest.mark.parametrize("weg", WEGEN)
def test_by_no_road_he_reads_it_is_asked_it_or_told_of_it(wereld, weg):
    """Where she may not know of the flag, no road refuses the coordinator: he reads nothing, and who set it hears so."""
    plan.activeer(Gezinsplan.objects.get(gezin=wereld.gezin), nu=wereld.nu, door=wereld.coordinator)
    stil(wereld)
    Bericht.objects.all().delete()
    afspraak = weg(wereld)
    assert not leest(wereld, afspraak)
    assert client_van(wereld.vader).get(
        reverse("gezinsplan:afspraak", args=[wereld.gezin.pk, afspraak.pk])
    ).status_code == 404  # fmt: skip
    assert not Bericht.objects.filter(ontvanger=wereld.vader, object_id=afspraak.pk).exists()
    gevraagd = Gevraagd.objects.filter(termijn__afspraak=afspraak).values_list("gebruiker__naam", flat=True)
    assert set(gevraagd) == ({"Mark Jonker"} if weg is by_a_row else set())
    if weg is not by_a_row:
        horen = set(Bericht.objects.filter(soort="vlag_doet_iets").values_list("ontvanger__naam", flat=True))
        assert horen == {"T. Okafor", wereld.collega.naam}
        assert [rij for rij in inbox(wereld.behandelaar).rijen if "zou daar iets voor doen" in rij.tekst]


def test_the_coordinator_who_may_not_know_gets_the_same_pages(wereld):
    """What she chooses from, and what she is answered, is the same with such a flag and without."""
    client = client_van(wereld.coordinator)

    def choices() -> list[int]:
        adres = reverse("gezinsplan:deelnemer_stoppen", args=[wereld.gezin.pk, wereld.oma.pk])
        return [
            client.get(adres).content.decode().count(str(wereld.vader_in_gezin.pk)),
        ]

    plan.voeg_afspraak_toe(
        wereld.doel, replace(afspraakgegevens(wereld, wereld.oma), over_wie=[wereld.lot.pk], leefgebieden=[OPVOEDING]),
        nu=wereld.nu, door=wereld.coordinator,
    )  # fmt: skip
    voor = choices()
    stil(wereld)
    assert choices() == voor


def test_what_he_said_yes_to_before_it_he_keeps_in_the_same_words(wereld):
    """That it is gone would tell him; that it says something new, too."""
    hoe = {"nu": wereld.nu, "door": wereld.coordinator}
    plan.aanvaard(wereld.afspraak, nu=wereld.nu - timedelta(hours=1), door=wereld.vader)
    stil(wereld)
    ook_over_lot(wereld)
    assert leest(wereld, wereld.afspraak)
    afspraak = Afspraak.objects.get(pk=wereld.afspraak.pk)
    gegevens = afspraakgegevens(wereld, wereld.vader_in_gezin, wat="Lot op woensdag bij oma ophalen")
    plan.wijzig_afspraak(afspraak, gegevens, versie=afspraak.versie, **hoe)
    assert not leest(wereld, wereld.afspraak)


def test_the_form_of_a_no_names_the_same_people_and_what_he_says_stands_on_his_page(wereld):
    """And it counts for nothing as long as the flag stands."""
    client = client_van(wereld.vader)
    adres = reverse("toestemming:nee", args=[wereld.gezin.pk, wereld.vader_in_gezin.pk])

    def keuzes() -> bool:
        return f'value="{wereld.lot.pk}"' in client.get(adres).content.decode()

    assert keuzes()
    bevestig(wereld, zet(wereld, wereld.lot))
    assert keuzes()
    keuze = {"ontvanger": wereld.school.pk, "over": wereld.lot.pk, "leefgebied": "alles"}
    assert client.post(adres, keuze).status_code == 302
    assert Weigering.objects.get().telt == {}
    pagina = client.get(reverse("toestemming:toestemming", args=[wereld.gezin.pk])).content.decode()
    assert "over Lot de Wit" in pagina


def test_what_he_was_told_before_it_stays_as_it_was(wereld):
    """A row of the inbox that changes would tell of it."""

    def gehoord() -> list[str]:
        return [rij.tekst for rij in inbox(wereld.vader).rijen]

    voor = gehoord()
    assert [tekst for tekst in voor if "beslist over Lot" in tekst]
    Bericht.objects.update(gemaakt_op=wereld.nu - timedelta(hours=1))
    zet(wereld, wereld.lot)
    assert gehoord() == voor


def test_it_follows_to_another_name_with_the_own_mail_or_phone(wereld):
    """'M. Jonker', at Mark's own address: a second person looks whether it is he, and until then he is kept out."""
    zet(wereld, wereld.lot)
    hoe = {"nu": wereld.nu, "door": wereld.coordinator}

    def gaat_mee(rij) -> bool:
        return Veiligheidsvlag.objects.geldend().filter(voor_wie=rij).exists()

    per_mail = voeg_betrokkene_toe(
        wereld.gezin, BetrokkeneGegevens(naam="M. Jonker", email="MARK@voorbeeld.example"), **hoe
    )
    assert gaat_mee(per_mail)
    wijzig_contact(wereld.vader_in_gezin, email="mark@voorbeeld.example", telefoon="06-00000077", **hoe)
    per_telefoon = voeg_betrokkene_toe(
        wereld.gezin, BetrokkeneGegevens(naam="Iemand", telefoon="+31 6 00000077"), **hoe
    )
    assert gaat_mee(per_telefoon)
    Gebruiker.objects.filter(pk=wereld.vader.pk).update(mobiel="06 00000078")
    per_mobiel = voeg_betrokkene_toe(
        wereld.gezin, BetrokkeneGegevens(naam="Een kennis", telefoon="0031 (0)6 00000078"), **hoe
    )
    assert gaat_mee(per_mobiel)
    assert not gaat_mee(wereld.oma)
    # Later, too: the address that is given when he is invited.
    ander = voeg_betrokkene_toe(wereld.gezin, BetrokkeneGegevens(naam="Buurman"), **hoe)
    assert not gaat_mee(ander)
    leg_mailadres_vast(ander, "mark@voorbeeld.example", **hoe)
    assert gaat_mee(ander)


def test_parents_who_share_an_address_stay_two_people(wereld):
    hoe = {"nu": wereld.nu, "door": wereld.coordinator}
    wijzig_contact(wereld.vader_in_gezin, email="thuis@voorbeeld.example", telefoon="06-00000003", **hoe)
    zet(wereld, wereld.lot)
    assert not Veiligheidsvlag.objects.filter(voor_wie=wereld.moeder_in_gezin).exists()


def test_who_helps_can_keep_something_from_the_network(wereld):
    url = reverse("toestemming:vlag_zetten", args=[wereld.gezin.pk])
    form = client_van(wereld.behandelaar).get(url).context["form"]
    assert wereld.oma in form.fields["voor_wie"].queryset
    assert wereld.oma not in form.fields["over_wie"].queryset


def test_the_page_promises_no_more_than_it_keeps_about_the_coordinator(wereld):
    stil(wereld)
    pagina = client_van(wereld.behandelaar).get(reverse("toestemming:vlaggen", args=[wereld.gezin.pk])).content.decode()
    assert "behalve waar u zei dat dat niet mag" in pagina
