"""When mail comes is one's own choice (R2, X5); the inbox is read per family."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from berichten.actions import meld
from berichten.models import Bericht, MailStaat
from instanties.models import Gebruiker, Mailwijze
from tests.inloggen import client_van, kwam_terug

URL = "/berichten/instellen/"


def kies(gebruiker, **velden):
    return client_van(gebruiker).post(URL, velden)


def opnieuw(gebruiker):
    return Gebruiker.objects.get(pk=gebruiker.pk)


@pytest.mark.django_db
class TestKiezen:
    @pytest.mark.eis("R2", "I5")
    def test_a_professional_chooses_time_and_days(self, cast):
        assert kies(cast.coordinator, wijze="bundel", om="16:00", werkdagen=["2", "3"]).status_code == 302
        noor = opnieuw(cast.coordinator)
        assert (noor.mail_wijze, noor.mail_om, noor.werkdagen) == (Mailwijze.BUNDEL, time(16), [2, 3])
        assert noor.wil_mail

    @pytest.mark.eis("R2")
    def test_what_waits_moves_along(self, cast):
        meld("plan_gestart", cast.coordinator, sleutel="x", nu=timezone.now(), gezin=cast.gezin)
        bericht = Bericht.objects.get(sleutel="x")
        assert bericht.volgende_poging_op > timezone.now()
        kies(cast.coordinator, wijze="meteen", om="")
        bericht.refresh_from_db()
        # At once, or in the night the coming morning.
        assert bericht.volgende_poging_op <= timezone.now() + timedelta(hours=9)

    @pytest.mark.eis("R2", "X5")
    def test_a_family_chooses_without_days_of_work(self, cast):
        pagina = client_van(cast.moeder).get(URL).content.decode()
        assert "Op welke dagen werkt u?" not in pagina
        kies(cast.moeder, wijze="bundel", om="18:00", werkdagen=["1"])
        moeder = opnieuw(cast.moeder)
        assert (moeder.mail_wijze, moeder.mail_om, moeder.werkdagen) == (Mailwijze.BUNDEL, time(18), [])

    @pytest.mark.eis("X5")
    def test_no_mail_keeps_the_rest_and_can_be_taken_back(self, cast):
        kies(cast.moeder, wijze="geen", om="")
        meld("plan_gestart", cast.moeder, sleutel="x", nu=timezone.now(), gezin=cast.gezin)
        assert not opnieuw(cast.moeder).wil_mail
        assert client_van(cast.moeder).get(URL).context["form"]["wijze"].initial == "geen"
        kies(cast.moeder, wijze="meteen", om="")
        assert opnieuw(cast.moeder).wil_mail

    def test_an_error_stands_at_its_field_and_changes_nothing(self, cast):
        antwoord = kies(cast.coordinator, wijze="", om="03:00")
        assert kwam_terug(antwoord)
        assert set(antwoord.context["form"].errors) == {"wijze", "om"}
        assert opnieuw(cast.coordinator).mail_om is None

    def test_the_page_stands_in_the_menu_of_everyone(self, cast):
        for wie in (cast.coordinator, cast.moeder):
            assert f'href="{URL}"' in client_van(wie).get("/berichten/").content.decode()


@pytest.mark.eis("R2", "T3")
@pytest.mark.django_db
def test_the_inbox_is_read_per_family_with_what_cannot_wait_on_top(cast):
    nu = timezone.now()
    Bericht.objects.all().delete()
    meld("plan_gestart", cast.coordinator, sleutel="a", nu=nu - timedelta(days=1), gezin=cast.gezin, spoed=True)
    meld("plan_gestart", cast.coordinator, sleutel="b", nu=nu, gezin=cast.gezin)
    meld("plan_gestart", cast.coordinator, sleutel="c", nu=nu - timedelta(minutes=1), gezin=cast.ander_gezin)
    groepen = client_van(cast.coordinator).get("/berichten/").context["groepen"]
    assert [groep.kop for groep in groepen] == ["Kan niet wachten", "Gezin De Wit", "Verder"]
    assert [regel.bericht.sleutel for groep in groepen for regel in groep.rijen] == ["a", "b", "c"]
    assert groepen[2].rijen[0].url == "", "another family is not hers to read"


@pytest.mark.eis("E10", "X5")
@pytest.mark.django_db
def test_who_gets_no_mail_loses_no_notice(cast):
    kies(cast.moeder, wijze="geen", om="")
    meld("plan_gestart", opnieuw(cast.moeder), sleutel="x", nu=timezone.now(), gezin=cast.gezin)
    assert Bericht.objects.get(sleutel="x").mail_staat == MailStaat.NIET_NODIG
    assert "plan is gestart" in client_van(cast.moeder).get("/berichten/").content.decode()
