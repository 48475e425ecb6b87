"""One way for every act: done, or back with every error and all that was typed, also after a reload or the back button."""

import re
import time
import uuid
from unittest import mock

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from core import returned
from core.sealed import unseal
from core.tasks import clear_sessions

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.core.adressen_van_daden")]

TEKST = "Sanne slaapt\r\nslecht & <weinig>"


@pytest.fixture
def roos():
    """A client that follows nothing by itself."""
    client = Client()
    client.force_login(get_user_model().objects.create_user("roos", naam="Roos"))
    return client


def stuur(client, url="/woord/", *, sleutel=None, **velden):
    """Send the form; a key as a page gives it."""
    return client.post(url, {"eenmalig": sleutel or str(uuid.uuid4()), **velden})


def staat_er(tekst, pagina):
    return tekst.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in pagina.content.decode()


def bewaard(client):
    return client.session.get(returned.IN_SESSION, {})


class TestDone:
    def test_a_redirect_with_a_word_of_it_and_which_row_was_saved(self, roos):
        antwoord = stuur(roos, naam="Nieuw")
        assert (antwoord.status_code, antwoord["Location"]) == (302, "/gedaan/")
        assert "<i class='bewaard:woord success'>Nieuw staat erin.</i>" in roos.get("/gedaan/").content.decode()
        assert not bewaard(roos)

    def test_a_get_shows_the_empty_form_where_it_stands(self, roos):
        assert 'value="begin"' in roos.get("/woord/").content.decode()
        antwoord = roos.get("/elders/")
        assert (antwoord.status_code, antwoord["Location"]) == (302, "/gedaan/#hier")


class TestRefused:
    @pytest.mark.parametrize(
        ("naam", "fout"), [("", "Vul dit nog in."), ("fout", "Dit woord mag niet."), ("elders", "Dit kan nu niet.")]
    )
    @pytest.mark.parametrize("url", ["/woord/", "/elders/"])
    def test_it_comes_back_by_get_with_the_error_and_all_that_was_typed(self, roos, url, naam, fout):
        antwoord = stuur(roos, url, naam=naam, tekst=TEKST)
        assert antwoord.status_code == 303
        assert antwoord["Location"].startswith(f"{url}?fout=")
        for _nog_eens in range(2):
            pagina = roos.get(antwoord["Location"])
            assert pagina.status_code == 200
            assert staat_er(fout, pagina)
            assert staat_er(TEKST, pagina)

    def test_the_act_leaves_nothing_behind(self, roos):
        stuur(roos, naam="fout")
        assert not Group.objects.exists()

    def test_the_error_stands_at_its_field(self, roos):
        form = roos.get(stuur(roos, naam="fout")["Location"]).context["form"]
        assert form.errors == {"naam": ["Dit woord mag niet."]}

    def test_what_is_forbidden_is_no_error_in_a_form(self, roos):
        assert stuur(roos, naam="dicht").status_code == 403
        assert not Group.objects.exists()
        assert not bewaard(roos)

    def test_both_texts_and_sent_again_it_goes_on_top_of_the_present_one(self, roos):
        pagina = roos.get(stuur(roos, naam="oud", tekst="van mij", versie="3")["Location"])
        assert "<b>van mij|van een ander</b>" in pagina.content.decode()
        assert (
            stuur(roos, naam="oud", tekst="van mij", versie=pagina.context["form"]["versie"].value()).status_code == 302
        )

    def test_a_bare_button_says_it_on_the_page_one_goes_back_to(self, roos):
        antwoord = roos.post("/knop/", follow=True)
        assert "<i class='warning'>Dat kan niet meer.</i>" in antwoord.content.decode()
        assert not Group.objects.exists()

    def test_a_part_comes_at_once(self, roos):
        antwoord = roos.post("/woord/", {"naam": "fout", "tekst": TEKST}, headers={"HX-Request": "true"})
        assert antwoord.status_code == 422
        assert staat_er("Dit woord mag niet.", antwoord)
        assert staat_er(TEKST, antwoord)
        assert not bewaard(roos)

    def test_the_query_of_the_address_stays(self, roos):
        adres = roos.post("/woord/?wie=a%26b", {"naam": ""})["Location"]
        assert adres.startswith("/woord/?wie=a%26b&fout=")
        assert roos.post(adres, {"naam": ""})["Location"].startswith("/woord/?wie=a%26b&fout=")


class TestWhatWaits:
    def test_another_form_of_the_page_takes_nothing_away(self, roos):
        """All forms of a page that came back carry one key; each has its own place."""
        sleutel = str(uuid.uuid4())
        eerste = stuur(roos, sleutel=sleutel, naam="", tekst="van de eerste")["Location"]
        tweede = stuur(roos, "/elders/", sleutel=sleutel, naam="", tekst="van de tweede")["Location"]
        assert staat_er("van de eerste", roos.get(eerste))
        assert staat_er("van de tweede", roos.get(tweede))
        assert stuur(roos, "/elders/", sleutel=sleutel, naam="Klaar").status_code == 302
        assert staat_er("van de eerste", roos.get(eerste))

    def test_the_form_keeps_its_key_and_sent_again_it_takes_its_own_place(self, roos):
        pagina = roos.get(stuur(roos, naam="", tekst="eerst")["Location"])
        sleutel = re.search(r'name="eenmalig" value="([^"]+)"', pagina.content.decode())[1]
        opnieuw = stuur(roos, sleutel=sleutel, naam="", tekst="daarna")["Location"]
        assert opnieuw == f"/woord/?fout={sleutel}"
        assert len(bewaard(roos)) == 1
        assert staat_er("daarna", roos.get(opnieuw))

    def test_sent_the_same_again_it_is_judged_again(self, roos):
        sleutel = str(uuid.uuid4())
        for _keer in range(2):
            antwoord = stuur(roos, sleutel=sleutel, naam="fout")
            assert (antwoord.status_code, antwoord["Location"]) == (303, f"/woord/?fout={sleutel}")

    def test_done_it_leaves_nothing_and_the_old_address_shows_an_empty_form(self, roos):
        sleutel = str(uuid.uuid4())
        adres = stuur(roos, sleutel=sleutel, naam="", tekst=TEKST)["Location"]
        assert stuur(roos, sleutel=sleutel, naam="Goed", tekst=TEKST).status_code == 302
        assert not bewaard(roos)
        assert not staat_er(TEKST, roos.get(adres))

    def test_two_tabs_do_not_mix(self, roos):
        een, twee = (stuur(roos, naam="", tekst=tekst)["Location"] for tekst in ("van de een", "van de ander"))
        assert staat_er("van de een", roos.get(een))
        assert not staat_er("van de ander", roos.get(een))
        assert staat_er("van de ander", roos.get(twee))

    def test_of_another_family_or_another_form_it_shows_nothing(self, roos):
        adres = stuur(roos, "/woord/1/", naam="", tekst=TEKST)["Location"]
        assert staat_er(TEKST, roos.get(adres))
        assert not staat_er(TEKST, roos.get(adres.replace("/1/", "/2/")))
        assert roos.get(adres.replace("/woord/1/", "/elders/")).status_code == 302

    def test_nobody_else_reads_it_and_after_the_session_nobody(self, roos):
        adres = stuur(roos, naam="", tekst=TEKST)["Location"]
        karim = Client()
        karim.force_login(get_user_model().objects.create_user("karim", naam="Karim"))
        assert not staat_er(TEKST, karim.get(adres))
        wie = get_user_model().objects.get(inlognaam="roos")
        roos.logout()
        assert not staat_er(TEKST, roos.get(adres))
        roos.force_login(wie)
        assert not staat_er(TEKST, roos.get(adres))

    def test_after_half_an_hour_it_is_not_shown_and_the_next_form_clears_it(self, roos):
        adres = stuur(roos, naam="", tekst=TEKST)["Location"]
        with mock.patch.object(time, "time", return_value=time.time() + returned.KEPT_FOR + 1):
            assert not staat_er(TEKST, roos.get(adres))
            stuur(roos, naam="Goed")
        assert not bewaard(roos)

    def test_of_a_few_forms_only_the_oldest_goes_first(self, roos):
        adressen = [stuur(roos, naam="", tekst=f"tekst {n}")["Location"] for n in range(returned.MOST_FORMS + 1)]
        assert len(bewaard(roos)) == returned.MOST_FORMS
        assert not staat_er("tekst 0", roos.get(adressen[0]))
        assert all(staat_er(f"tekst {n}", roos.get(adressen[n])) for n in range(1, returned.MOST_FORMS + 1))

    def test_together_they_are_not_larger_than_one_form_may_be(self, roos):
        half = returned.MOST_CHARACTERS // 2
        adressen = [stuur(roos, naam="", tekst=letter * half)["Location"] for letter in "abc"]
        assert sum(rij["size"] for rij in bewaard(roos).values()) <= returned.MOST_CHARACTERS
        assert staat_er("c" * half, roos.get(adressen[2]))

    def test_what_is_too_large_for_a_session_is_shown_at_once(self, roos):
        tekst = "a" * (returned.MOST_CHARACTERS + 1)
        antwoord = stuur(roos, naam="", tekst=tekst)
        assert antwoord.status_code == 422
        assert staat_er(tekst, antwoord)
        assert not bewaard(roos)

    def test_secrets_are_typed_again(self, roos):
        stuur(roos, naam="", wachtwoord="geheim-geheim")
        assert (
            "geheim-geheim"
            not in roos.get(stuur(roos, naam="", wachtwoord="geheim-geheim")["Location"]).content.decode()
        )

    @pytest.mark.eis("X6")
    def test_it_waits_unreadable_for_who_reads_the_database_alone(self, roos, settings):
        adres = stuur(roos, naam="", tekst=TEKST)["Location"]
        assert "Sanne" not in str(dict(roos.session.items()))
        assert staat_er(TEKST, roos.get(adres))
        [rij] = bewaard(roos).values()
        settings.SECRET_KEY = "een andere sleutel"
        assert unseal(returned.IN_SESSION, rij["sealed"]) is None

    def test_a_session_that_is_past_goes_with_what_it_held(self, roos):
        stuur(roos, naam="", tekst=TEKST)
        clear_sessions()
        assert Session.objects.count() == 1
        Session.objects.update(expire_date=timezone.now())
        clear_sessions()
        assert not Session.objects.exists()
