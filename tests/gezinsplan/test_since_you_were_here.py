"""On each plan: what is new since this person was here last (R2), of what that person sees only (T3)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from gezinsplan.actions import DoelGegevens, voeg_doel_toe
from gezinsplan.models import Reactie
from gezinsplan.planbeeld import planbeeld
from gezinsplan.sinds import ERBIJ, MEESTE_RIJEN, gelezen_op, sinds, vorig_bezoek
from instanties.models import Leefgebied
from logboek.models import Handeling, Logregel
from tests.inloggen import client_van
from toestemming.zicht import blik

pytestmark = pytest.mark.django_db


def bezocht(wie, gezin, *geleden):
    """Reads of the plan by this person, so long ago; the log keeps real time."""
    nu = timezone.now()
    Logregel.objects.bulk_create(
        Logregel(
            op=nu - duur, gezin_id=gezin.pk, gebruiker_id=wie.pk, handeling=Handeling.BEKIJKEN,
            object_soort="gezinsplan",
        )
        for duur in geleden
    )  # fmt: skip


def sinds_bezoek(voorbeeld, wie):
    gezien, nu = blik(wie, voorbeeld.cast.gezin), timezone.now()
    beeld = planbeeld(gezien, ERBIJ, bezoek_nu=nu)
    return sinds(beeld, [], bezoek_nu=nu, nu=nu + timedelta(seconds=1))


def vorige(wie, gezin):
    nu = timezone.now()
    return vorig_bezoek([rij["op"] for rij in gelezen_op(wie.pk, gezin.pk, nu)], nu)


def nieuw_voor(voorbeeld, wie):
    gevonden = sinds_bezoek(voorbeeld, wie)
    return [regel.tekst for regel in gevonden.regels] if gevonden else None


def reageer(voorbeeld, afspraak, wie, aantal=1):
    Reactie.objects.bulk_create(
        Reactie(afspraak=afspraak, door=wie, tekst="Dit is geheim", op=timezone.now()) for _ in range(aantal)
    )


class TestHetVorigeBezoek:
    @pytest.mark.eis("R2")
    def test_reads_close_together_are_one_visit(self, cast):
        uren, minuten = timedelta(hours=1), timedelta(minutes=1)
        bezocht(cast.mentor, cast.gezin, 20 * minuten, 40 * minuten, 5 * uren, 5 * uren + 10 * minuten, 50 * uren)
        gevonden = vorige(cast.mentor, cast.gezin)
        assert abs(timezone.now() - gevonden - 5 * uren) < minuten

    def test_the_first_visit_has_none(self, cast):
        bezocht(cast.mentor, cast.gezin, timedelta(minutes=3))
        assert vorige(cast.mentor, cast.gezin) is None

    def test_anothers_visit_or_another_family_is_not_mine(self, cast):
        bezocht(cast.coordinator, cast.gezin, timedelta(days=2))
        bezocht(cast.mentor, cast.ander_gezin, timedelta(days=2))
        assert vorige(cast.mentor, cast.gezin) is None


class TestWatNieuwIs:
    @pytest.mark.eis("R2")
    def test_what_came_since_and_not_before(self, voorbeeld):
        cast = voorbeeld.cast
        belt = voorbeeld.afspraak("School belt", cast.mentor_in_gezin)
        voorbeeld.activeer()
        bezocht(cast.coordinator, cast.gezin, timedelta(days=1))
        reageer(voorbeeld, belt, cast.mentor)
        regels = nieuw_voor(voorbeeld, cast.coordinator)
        assert regels[0] == "Er is een reactie bij: School belt"
        assert "Het plan is gestart" in regels
        assert not any("geheim" in regel for regel in regels)

    def test_what_one_did_oneself_is_no_news(self, voorbeeld):
        cast = voorbeeld.cast
        belt = voorbeeld.afspraak("School belt", cast.mentor_in_gezin)
        bezocht(cast.coordinator, cast.gezin, timedelta(days=1))
        reageer(voorbeeld, belt, cast.coordinator)
        assert nieuw_voor(voorbeeld, cast.coordinator) == []

    @pytest.mark.eis("T3")
    def test_nothing_of_what_one_may_not_see(self, voorbeeld):
        cast = voorbeeld.cast
        gegevens = DoelGegevens("Moeder drinkt niet meer", leefgebieden=[Leefgebied.VERSLAVING])
        doel = voeg_doel_toe(cast.gezin, gegevens, nu=voorbeeld.nu, door=cast.coordinator)
        ander = voorbeeld.afspraak("De kliniek belt", cast.behandelaar_in_gezin, doel=doel)
        voorbeeld.activeer()
        bezocht(cast.mentor, cast.gezin, timedelta(days=1))
        reageer(voorbeeld, ander, cast.coordinator)
        bezocht(cast.behandelaar, cast.gezin, timedelta(days=1))
        assert not any("kliniek" in regel for regel in nieuw_voor(voorbeeld, cast.mentor))
        assert any("kliniek" in regel for regel in nieuw_voor(voorbeeld, cast.behandelaar))

    def test_a_long_list_is_cut_and_counted_and_queries_stay_the_same(self, voorbeeld):
        cast = voorbeeld.cast
        belt = voorbeeld.afspraak("School belt", cast.mentor_in_gezin)
        bezocht(cast.coordinator, cast.gezin, timedelta(days=1))
        aantallen = []
        for aantal in (1, 12):
            reageer(voorbeeld, belt, cast.mentor, aantal)
            with CaptureQueriesContext(connection) as vragen:
                gevonden = sinds_bezoek(voorbeeld, cast.coordinator)
            aantallen.append(len(vragen))
        assert len(gevonden.regels) == MEESTE_RIJEN
        assert gevonden.meer == 13 - MEESTE_RIJEN
        assert aantallen[0] == aantallen[1]


@pytest.mark.eis("R2")
def test_it_stands_on_the_plan_and_on_our_plan(voorbeeld):
    cast = voorbeeld.cast
    belt = voorbeeld.afspraak("Moeder belt", cast.moeder_in_gezin)
    voorbeeld.activeer()
    reageer(voorbeeld, belt, cast.vader)
    for wie, adres in ((cast.coordinator, "gezinsplan:plan"), (cast.moeder, "gezinsplan:ons_plan_gezin")):
        url = reverse(adres, args=[cast.gezin.pk])
        assert "sinds u hier was" not in client_van(wie).get(url).content.decode(), "a first visit"
        bezocht(wie, cast.gezin, timedelta(days=1))
        pagina = client_van(wie).get(url).content.decode()
        assert "Nieuw sinds u hier was" in pagina
        assert "Het plan is gestart" in pagina
