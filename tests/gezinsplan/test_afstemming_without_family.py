"""Speaking without the family is an exception, with a reason and a consent, in two taps; the family reads it (T4)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from berichten.selectie import inbox
from core import clock
from core.errors import NotAllowed
from gezinsplan import actions
from gezinsplan.actions import AfstemmingGegevens, Gezinszegt
from gezinsplan.afstemmingen import per_instelling
from gezinsplan.models import Afspraak, AfstemmingZonderGezin, Gezinsantwoord
from instanties.actions import leg_instelling_vast
from instanties.models import Leefgebied
from tests.inloggen import client_van, kwam_terug
from tests.sleutels import without_keys

pytestmark = [pytest.mark.eis("T4"), pytest.mark.django_db]


def adres(cast, naam="zonder_gezin", **rest) -> str:
    return reverse(f"gezinsplan:{naam}", kwargs={"gezin_id": cast.gezin.pk, **rest})


def lees(gebruiker, url: str) -> str:
    antwoord = client_van(gebruiker).get(url)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def velden(cast, **anders):
    return {
        "met": str(cast.coordinator_in_gezin.pk),
        "leefgebieden": Leefgebied.ONDERWIJS,
        "over_wie": str(cast.sanne.pk),
        "reden": "sneller",
        "toelichting": "",
        "antwoord": "ja",
        "antwoord_van": str(cast.moeder_in_gezin.pk),
        "antwoord_hoe": "telefoon",
        "op": "vandaag",
        **anders,
    }


@pytest.fixture
def cast(voorbeeld):
    voorbeeld.afspraak("De school belt", voorbeeld.cast.mentor_in_gezin)
    voorbeeld.activeer()
    return voorbeeld.cast


def test_two_taps_from_the_plan(cast):
    assert f'href="{adres(cast)}"' in lees(cast.mentor, adres(cast, "plan"))
    pagina = lees(cast.mentor, adres(cast))
    # What is known beforehand is filled in, and nothing is claimed for the family.
    assert 'value="sneller" required' in pagina or 'value="sneller"' in pagina
    assert 'value="nog_niet"' in pagina
    antwoord = client_van(cast.mentor).post(adres(cast), velden(cast), follow=True)
    assert "Het gezin kan het lezen" in antwoord.content.decode()
    rij = AfstemmingZonderGezin.objects.get()
    assert (rij.door, rij.instelling, rij.op) == (cast.mentor, cast.school, clock.today())


def test_the_family_reads_who_with_whom_about_what_and_why(cast):
    client_van(cast.mentor).post(adres(cast), velden(cast))
    pagina = lees(cast.moeder, adres(cast, "ons_plan_gezin"))
    for stuk in (
        "J. Willems (Basisschool De Wilgentak)", "N. Bakker", "school en onderwijs", "Sanne de Wit",
        "zo ging het sneller", "Ja gezegd: Petra de Wit", "aan de telefoon",
    ):  # fmt: skip
        assert stuk in pagina


@pytest.mark.eis("T3")
def test_only_who_may_know_what_it_was_about(cast):
    client_van(cast.mentor).post(adres(cast), velden(cast))
    for ander in (cast.behandelaar, cast.collega):
        assert "zo ging het sneller" not in lees(ander, adres(cast, "plan"))
    assert "zo ging het sneller" not in lees(cast.broer, adres(cast, "ons_plan_gezin"))


@pytest.mark.eis("T3")
def test_whom_the_reader_may_not_know_is_not_named(cast):
    gegevens = AfstemmingGegevens(
        clock.today(), [cast.behandelaar_in_gezin.pk], "spoed", [Leefgebied.ONDERWIJS], [cast.sanne.pk]
    )
    actions.leg_afstemming_vast(cast.gezin, gegevens, nu=clock.now(), door=cast.coordinator)
    pagina = lees(cast.mentor, adres(cast, "plan"))
    assert "iemand anders van het plan" in pagina
    assert "Okafor" not in pagina
    assert "Keerpunt" not in pagina


def test_not_asked_yet_is_for_the_coordinator_to_do(cast):
    client_van(cast.mentor).post(adres(cast), velden(cast, antwoord="nog_niet", antwoord_van=[], antwoord_hoe=""))
    assert any("Vraag het gezin" in regel.tekst for regel in inbox(cast.coordinator).rijen)
    rij = AfstemmingZonderGezin.objects.get()
    doen = adres(cast, "zonder_gezin_antwoord", afstemming_id=rij.pk)
    assert doen in lees(cast.coordinator, adres(cast, "plan"))
    assert doen not in lees(cast.mentor, adres(cast, "plan"))
    assert "J. Willems" in lees(cast.coordinator, doen)
    client = client_van(cast.coordinator)
    zegt = {"antwoord": "nee", "antwoord_hoe": "mondeling"}
    fout = client.post(doen, zegt)
    assert kwam_terug(fout)
    assert "Kies wie van het gezin dat zei" in fout.content.decode()
    assert client.post(doen, {**zegt, "antwoord_van": str(cast.vader_in_gezin.pk)}).status_code == 302
    rij.refresh_from_db()
    assert (rij.antwoord, rij.antwoord_door) == (Gezinsantwoord.NEE, cast.coordinator)
    assert doen not in lees(cast.coordinator, adres(cast, "plan"))
    assert kwam_terug(client.post(doen, {**zegt, "antwoord_van": str(cast.vader_in_gezin.pk)}))


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"met": []}, "Kies met wie u sprak."),
        ({"leefgebieden": []}, "Kies waar het over ging."),
        ({"op": "morgen"}, "Deze dag is nog niet geweest."),
        ({"op": "1-1-2001"}, "Klopt het jaartal?"),
        ({"reden": "anders", "toelichting": " "}, "Zeg in een zin waarom."),
        ({"antwoord_van": []}, "Kies wie van het gezin dat zei."),
        ({"antwoord_hoe": ""}, "Kies hoe dat is gezegd."),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_is_lost(cast, anders, fout):
    antwoord = client_van(cast.mentor).post(adres(cast), velden(cast, **{"toelichting": "de bus kwam", **anders}))
    pagina = antwoord.content.decode()
    assert kwam_terug(antwoord)
    assert fout in pagina
    assert anders.get("toelichting", "de bus kwam") in pagina
    assert f'value="{cast.sanne.pk}"' in pagina
    assert not AfstemmingZonderGezin.objects.exists()


def test_twice_is_once(cast):
    client = client_van(cast.mentor)
    for _keer in range(2):
        assert client.post(adres(cast), velden(cast)).status_code == 302
    assert AfstemmingZonderGezin.objects.count() == 1


def test_the_family_and_the_outsider_record_nothing(cast):
    for ander in (cast.moeder, cast.beheerder, cast.buitenstaander):
        assert client_van(ander).post(adres(cast), velden(cast)).status_code in (403, 404)
    gegevens = AfstemmingGegevens(clock.today(), [cast.coordinator_in_gezin.pk], "spoed", [Leefgebied.ONDERWIJS])
    with pytest.raises(NotAllowed):
        actions.leg_afstemming_vast(cast.gezin, gegevens, nu=clock.now(), door=cast.moeder)


def spreek(cast, keer: int, *, door=None, gebied=Leefgebied.ONDERWIJS):
    for dag in range(keer):
        gegevens = AfstemmingGegevens(
            clock.today() - timedelta(days=dag),
            [(cast.collega_in_gezin if door == cast.coordinator else cast.coordinator_in_gezin).pk],
            "ontlast",
            [gebied],
            gezin_zegt=Gezinszegt("ja", [cast.moeder_in_gezin.pk], "mondeling"),
        )
        actions.leg_afstemming_vast(cast.gezin, gegevens, nu=clock.now(), door=door or cast.mentor)


def test_the_beheerder_counts_without_a_family(cast):
    spreek(cast, 6)
    spreek(cast, 2, door=cast.coordinator)
    AfstemmingZonderGezin.objects.filter(door=cast.mentor).update(op=clock.today())
    jaar = clock.today().year
    assert dict(per_instelling(jaar))[cast.school.naam] == "6"
    pagina = lees(cast.beheerder, reverse("gezinsplan:zonder_gezin_geteld"))
    assert "Basisschool De Wilgentak" in pagina
    assert "minder dan 5" in pagina
    for stuk in ("De Wit</", cast.gezin.nummer, "Sanne", "Willems", "Bakker"):
        assert str(stuk) not in without_keys(pagina[pagina.index("<main") :])
    assert reverse("gezinsplan:zonder_gezin_geteld") in lees(cast.beheerder, reverse("instanties:beheer"))
    assert per_instelling(jaar - 3) == []


def test_more_of_them_ask_no_more_queries(cast):
    client = client_van(cast.coordinator)
    tellingen = []
    for keer in (1, 6):
        spreek(cast, keer)
        with CaptureQueriesContext(connection) as vragen:
            client.get(adres(cast, "plan"))
        tellingen.append(len(vragen))
    assert tellingen[0] == tellingen[1]


@pytest.mark.eis("X5")
def test_an_instelling_whose_name_says_too_much_is_named_as_everywhere(cast):
    leg_instelling_vast(
        cast.kliniek, naam_gevoelig=True, naam_voor_anderen="een instelling voor zorg", door=cast.beheerder
    )
    # The mentor knows of the clinic's professional, for they do something together.
    Afspraak.objects.filter(uitvoerders=cast.mentor_in_gezin).first().uitvoerders.add(cast.behandelaar_in_gezin)
    client_van(cast.mentor).post(adres(cast), velden(cast, met=str(cast.behandelaar_in_gezin.pk)))
    for naam in ("plan", "zonder_gezin"):
        pagina = lees(cast.mentor, adres(cast, naam))
        assert "T. Okafor (een instelling voor zorg)" in pagina
        assert "Keerpunt" not in pagina
    # Who coordinates, reads what it is called.
    assert "Keerpunt" in lees(cast.coordinator, adres(cast, "plan"))
