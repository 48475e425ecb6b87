"""A safety flag: what it keeps from somebody, and that nothing anywhere tells of it (T3, X5)."""

import difflib
import re
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from berichten.models import Bericht
from core import clock
from gezinnen.actions import GezinslidGegevens, leg_gezag_vast, voeg_gezinslid_toe
from gezinnen.models import Deelnemer, Relatie
from gezinsplan import actions as plan
from gezinsplan import pdf
from gezinsplan.actions import AfspraakGegevens, DoelGegevens
from gezinsplan.models import Afspraak, Doel, Gezinsplan
from gezinsplan.planbeeld import planbeeld
from instanties.models import Leefgebied, Verzoekstaat
from termijnen.actions import bewaak
from termijnen.models import Gevraagd
from tests.cast import jarig
from tests.inloggen import client_van, kwam_terug
from tests.rondgang import OVER_EEN_GEZIN, Terug, kamers
from tests.routes.rijen import cast_zelf
from toestemming import actions
from toestemming.models import Veiligheidsvlag, Vlagverzoek
from toestemming.zicht import blik
from woorden.duur import Duur, Eenheid
from woorden.tijdwoorden import MAANDEN

pytestmark = pytest.mark.django_db

REDEN = "Mark wacht Lot op na school"
DOEL = "Lot leert zwemmen in bad Noord"
AFSPRAAK = "Oma brengt Lot op dinsdag naar bad Noord"
SPOREN = (REDEN, "eiligheidsvlag", "weghouden", "weggehouden", "Houd iets weg")


def kind_lot(cast):
    """A child of both, about whom nothing stands in the plan yet."""
    hoe = {"nu": cast.nu, "door": cast.coordinator}
    gegevens = GezinslidGegevens(
        naam="Lot de Wit",
        relatie=Relatie.KIND,
        huishouden=cast.hoofdhuishouden,
        geboortedatum=jarig(cast.nu, 6),
        gemeente=cast.gemeente,
    )
    lot = voeg_gezinslid_toe(cast.gezin, gegevens, **hoe)
    leg_gezag_vast(lot, [cast.moeder_in_gezin, cast.vader_in_gezin], True, **hoe)
    return lot


def over_lot(cast, lot, *wie) -> tuple[Doel, Afspraak]:
    """A goal about her, with what somebody does for it."""
    hoe = {"nu": cast.nu, "door": cast.coordinator}
    doel = plan.voeg_doel_toe(
        cast.gezin, DoelGegevens(DOEL, leefgebieden=[Leefgebied.OPVOEDING], over_wie=[lot.pk]), **hoe
    )
    gegevens = AfspraakGegevens(
        wat=AFSPRAAK,
        uitvoerders=[mens.pk for mens in wie or (cast.oma,)],
        start_op=localdate(cast.nu),
        termijn=Duur(2, Eenheid.WEEK),
        leefgebieden=[Leefgebied.OPVOEDING],
        over_wie=[lot.pk],
    )
    return doel, plan.voeg_afspraak_toe(doel, gegevens, **hoe)


def zet(cast, lot, door=None):
    opnieuw = localdate(cast.nu) + timedelta(days=30)
    return actions.zet_vlag(cast.vader_in_gezin, [lot.pk], REDEN, opnieuw, nu=cast.nu, door=door or cast.behandelaar)


def bevestig(cast, vlag):
    """The coordinator has looked at it, and says that it is needed: after that she may lift it."""
    verzoek = Vlagverzoek.objects.get(vlag=vlag, staat=Verzoekstaat.WACHT)
    return actions.beantwoord_vlagverzoek(verzoek, True, "", nu=cast.nu, door=cast.coordinator)


def adressen(rijen, wereld) -> list[tuple[str, str, dict]]:
    """Every page of a room that GET gives; asked once, for a row may move its world on."""
    return [
        (naam, reverse(naam, kwargs=rij.kwargs(wereld)), rij.query(wereld))
        for naam, rij in rijen.items()
        if rij.get is not None
    ]


def gelezen(cast, wie, bladzijden) -> dict[str, tuple[int, str]]:
    """What all of these say to this person, and the paper: status and words, without keys that differ each time."""
    client = client_van(getattr(cast, wie))
    bladen = {}
    for naam, url, query in bladzijden:
        antwoord = client.get(url, query)
        inhoud = antwoord.content.decode(errors="replace") if "html" in antwoord.get("Content-Type", "") else ""
        bladen[naam] = (antwoord.status_code, kaal(inhoud))
    bladen["papier"] = (200, kaal(pdf.html(planbeeld(blik(getattr(cast, wie), cast.gezin)), op=clock.now())))
    return bladen


def kaal(html: str) -> str:
    """Without the keys of forms and visits, the seconds that a session lasts, and how often the reader looked."""
    html = re.sub(r'(csrfmiddlewaretoken|eenmalig)" value="[^"]*"|X-Bezoek[^}]*}|data-over="\d+"', "", html)
    html = re.sub(r"<p[^>]*>[^<]*Mensen van het gezin zelf staan niet in deze lijst[^<]*</p>", "", html)
    return "\n".join(regel.strip() for regel in html.splitlines() if regel.strip())


def verschil(voor: tuple[int, str], na: tuple[int, str]) -> list[str]:
    """What two pages differ in, short."""
    regels = difflib.unified_diff(voor[1].splitlines(), na[1].splitlines(), n=0, lineterm="")
    return [f"{voor[0]} > {na[0]}", *(regel[:900] for regel in regels)]


@pytest.mark.eis("T3", "X5")
@pytest.mark.heavy("reads all pages of a room twice", seconds=6)
@pytest.mark.parametrize("module", kamers(0))
def test_the_flagged_reads_what_he_would_if_there_were_nothing(cast, module):
    """All that GET gives: the same with a flag on what is about Lot as when nothing about Lot stood in the plan."""
    try:
        with transaction.atomic():
            lot = kind_lot(cast)
            wereld = getattr(module, "wereld", cast_zelf)(cast)
            bladen = adressen(module.RIJEN, wereld)
            # Her birth date was his to read, and isn't any more: that is all that a flag takes from a page.
            geboren = f"{lot.geboortedatum:%-d} {MAANDEN[lot.geboortedatum.month - 1]} {lot.geboortedatum.year}"
            voor = gelezen(cast, "vader", bladen)
            zonder = {naam: (status, kaal(tekst.replace(geboren, ""))) for naam, (status, tekst) in voor.items()}
            berichten = list(
                Bericht.objects.filter(ontvanger=cast.vader).order_by("soort").values_list("soort", flat=True)
            )
            vlag = zet(cast, lot)
            bevestig(cast, vlag)
            over_lot(cast, lot)
            later = Bericht.objects.filter(ontvanger=cast.vader).order_by("soort")
            assert list(later.values_list("soort", flat=True)) == berichten
            na = gelezen(cast, "vader", bladen)
            anders = [f"{naam}: {verschil(zonder[naam], blad)}" for naam, blad in na.items() if blad != zonder[naam]]
            assert not anders, "\n".join(anders)
            # And for mother, of whom nothing is kept, no page has a trace of the flag either.
            for naam, (_status, tekst) in gelezen(cast, "moeder", bladen).items():
                assert not [spoor for spoor in SPOREN if spoor in tekst], naam
            actions.hef_vlag_op(vlag, "voorbij", nu=cast.nu, door=cast.coordinator)
            met = gelezen(cast, "vader", bladen)
            assert DOEL in met["papier"][1]
            raise Terug
    except Terug:
        pass


@pytest.mark.eis("T3")
def test_the_walk_is_over_every_room_of_a_family():
    assert {"gezinsplan", "toestemming", "werklijst", "escalatie"} <= set(OVER_EEN_GEZIN)


@pytest.mark.eis("T3", "X5")
def test_an_address_of_what_is_kept_looks_as_one_that_isnt_there(cast):
    lot = kind_lot(cast)
    doel, afspraak = over_lot(cast, lot)
    vlag = zet(cast, lot)
    vader = client_van(cast.vader)
    for naam, wat, sleutel in (("doel", doel, "doel_id"), ("afspraak", afspraak, "afspraak_id")):
        echt, nep = (
            vader.get(reverse(f"gezinsplan:{naam}", kwargs={"gezin_id": cast.gezin.pk, sleutel: pk}))
            for pk in (wat.pk, cast.gezin.pk)
        )
        assert echt.status_code == nep.status_code == 404
        assert kaal(echt.content.decode()) == kaal(nep.content.decode())
    # The pages about flags refuse him alike, whether or not there is one.
    for pk in (vlag.pk, cast.gezin.pk):
        antwoord = vader.get(reverse("toestemming:vlag_opheffen", args=[cast.gezin.pk, pk]))
        assert antwoord.status_code == 403


@pytest.mark.eis("T3", "X5")
@pytest.mark.parametrize("wie", ["vader", "moeder", "broer"])
def test_the_family_can_neither_see_nor_set_one(cast, wie):
    client = client_van(getattr(cast, wie))
    lot = kind_lot(cast)
    for naam in ("vlaggen", "vlag_zetten"):
        voor = client.get(reverse(f"toestemming:{naam}", args=[cast.gezin.pk]))
        zet(cast, lot) if naam == "vlaggen" else None
        na = client.get(reverse(f"toestemming:{naam}", args=[cast.gezin.pk]))
        assert voor.status_code == na.status_code == 403
        assert kaal(voor.content.decode()) == kaal(na.content.decode())


@pytest.mark.eis("T3", "X5")
def test_who_must_do_something_about_her_sees_that_and_no_more(cast):
    """Father said yes to the afspraak before it: he reads it on, and doesn't read the goal that it is for."""
    lot = kind_lot(cast)
    doel, afspraak = over_lot(cast, lot, cast.vader_in_gezin)
    plan.aanvaard(afspraak, nu=cast.nu - timedelta(hours=1), door=cast.vader)
    zet(cast, lot)
    vader = client_van(cast.vader)
    waar = reverse("gezinsplan:afspraak", args=[cast.gezin.pk, afspraak.pk])
    assert AFSPRAAK in vader.get(waar).content.decode()
    assert DOEL not in vader.get(waar).content.decode()
    for bladzij in ("ons_plan_gezin", "doel"):
        extra = [doel.pk] if bladzij == "doel" else []
        tekst = vader.get(reverse(f"gezinsplan:{bladzij}", args=[cast.gezin.pk, *extra])).content.decode()
        assert DOEL not in tekst
    gezien = blik(cast.vader, cast.gezin)
    assert doel not in Doel.objects.zichtbaar_voor(gezien)
    assert afspraak in Afspraak.objects.zichtbaar_voor(gezien)


@pytest.mark.eis("T3", "G16")
def test_birth_date_and_phone_are_kept_too(cast):
    lot = kind_lot(cast)
    voor = blik(cast.vader, cast.gezin)
    assert voor.mag_persoonlijk(lot)
    zet(cast, lot)
    na = blik(cast.vader, cast.gezin)
    assert not na.mag_persoonlijk(lot)
    assert not na.mag_contact(lot)
    assert str(lot.pk) not in " ".join(na.onderwerpen() or ())
    # That she is there, he knew, and knows.
    assert lot in na.deelnemers()


@pytest.mark.eis("X5")
def test_a_professional_sets_one_on_the_page(cast):
    lot = kind_lot(cast)
    over_lot(cast, lot)
    client = client_van(cast.behandelaar)
    waar = reverse("toestemming:vlag_zetten", args=[cast.gezin.pk])
    data = {"voor_wie": cast.vader_in_gezin.pk, "over_wie": [lot.pk], "reden": REDEN, "herzien_op": "over 4 weken"}
    fout = client.post(waar, {**data, "over_wie": []})
    assert kwam_terug(fout)
    assert REDEN in fout.content.decode()
    assert client.post(waar, data).status_code == 302
    assert DOEL not in pdf.html(planbeeld(blik(cast.vader, cast.gezin)), op=cast.nu)
    overzicht = client.get(reverse("toestemming:vlaggen", args=[cast.gezin.pk])).content.decode()
    assert "Mark Jonker leest niets over Lot de Wit" in " ".join(overzicht.split())


@pytest.mark.eis("X5")
def test_only_who_set_it_and_the_coordinator_find_it(cast):
    zet(cast, kind_lot(cast))
    waar = reverse("toestemming:vlaggen", args=[cast.gezin.pk])
    vindt = {naam: REDEN in client_van(getattr(cast, naam)).get(waar).content.decode() for naam in PROFESSIONALS}
    assert vindt == {"coordinator": True, "behandelaar": True, "mentor": False, "collega": False}


PROFESSIONALS = ("coordinator", "behandelaar", "mentor", "collega")


@pytest.mark.eis("X5")
def test_the_coordinator_lifts_it_with_a_reason(cast):
    lot = kind_lot(cast)
    vlag = zet(cast, lot)
    bevestig(cast, vlag)
    client = client_van(cast.coordinator)
    waar = reverse("toestemming:vlag_opheffen", args=[cast.gezin.pk, vlag.pk])
    assert kwam_terug(client.post(waar, {"waarom": " "}))
    assert client.post(waar, {"waarom": "Mark heeft hulp gezocht"}).status_code == 302
    assert not Veiligheidsvlag.objects.filter(tot__isnull=True).exists()
    overzicht = client.get(reverse("toestemming:vlaggen", args=[cast.gezin.pk])).content.decode()
    assert "Mark heeft hulp gezocht" in overzicht


@pytest.mark.eis("X4")
def test_the_list_asks_no_query_per_flag(cast):
    lot = kind_lot(cast)
    client = client_van(cast.coordinator)

    def vragen() -> int:
        with CaptureQueriesContext(connection) as alle:
            client.get(reverse("toestemming:vlaggen", args=[cast.gezin.pk]))
        return len(alle)

    zet(cast, lot)
    klein = vragen()
    for lid in (cast.moeder_in_gezin, cast.broer_in_gezin, cast.sanne):
        zet(cast, lid)
    assert vragen() == klein


@pytest.mark.eis("X5", "G17")
def test_who_asks_after_it_for_another_does_so_no_more(cast):
    """Father asks whether grandmother did it; what is about Lot, the coordinator asks from then on, and he hears nothing."""
    lot = kind_lot(cast)
    Deelnemer.objects.filter(pk=cast.oma.pk).update(navrager=cast.vader_in_gezin)
    _doel, afspraak = over_lot(cast, lot)
    plan.activeer(Gezinsplan.objects.get(gezin=cast.gezin), nu=cast.nu, door=cast.coordinator)
    gevraagd = Gevraagd.objects.filter(termijn__afspraak=afspraak)
    assert set(gevraagd.values_list("gebruiker__naam", flat=True)) == {"Mark Jonker"}
    assert afspraak in Afspraak.objects.zichtbaar_voor(blik(cast.vader, cast.gezin))
    vlag = zet(cast, lot)
    bevestig(cast, vlag)
    assert set(gevraagd.values_list("gebruiker__naam", flat=True)) == {"N. Bakker"}
    assert afspraak not in Afspraak.objects.zichtbaar_voor(blik(cast.vader, cast.gezin))
    Bericht.objects.all().delete()
    later = cast.nu + timedelta(days=15)
    bewaak(later)
    assert not Bericht.objects.filter(ontvanger=cast.vader).exists()
    assert Bericht.objects.filter(ontvanger=cast.coordinator, soort="navraag_gevraagd").exists()
    actions.hef_vlag_op(vlag, "voorbij", nu=later, door=cast.coordinator)
    assert afspraak in Afspraak.objects.zichtbaar_voor(blik(cast.vader, cast.gezin))
