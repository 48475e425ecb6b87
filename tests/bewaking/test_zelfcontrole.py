"""The daily self-check finds exactly what is broken, and tells the beheerder once (E9)."""

import time
from datetime import timedelta
from io import StringIO
from uuid import uuid4

import psycopg
import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import override_settings
from django.utils import timezone

from berichten.models import Bericht, MailStaat
from bewaking import actions
from bewaking.controles import CONTROLES, PER_NAAM, Controle
from bewaking.models import Zelfcontrole
from config.celery import app
from core import clock, kept_input, key_mark, traces
from core.models import KeyMark
from gezinnen.models import Coordinatorschap, Deelnemer, Gezin, Hoeder, SoortDeelnemer
from gezinsplan.models import Afspraak, Gezinsplan, PdfOpdracht
from instanties.actions import vraag_functie
from instanties.models import Beheermelding, Functie, Gebruiker, Herkomst, Rol
from logboek.models import Logregel
from termijnen.models import Klokfout, Kloktik, Termijn
from tests.bewaking.conftest import maak_wereld
from tests.cast import maak_cast
from tests.hoeden import zonder_coordinator
from tests.logboek.zegelen import verzegel
from tests.zorgcoordinatie.team import maak_team, meld
from toestemming.actions import zet_vlag
from toestemming.models import Grondslag, Veiligheidsvlag
from zorgcoordinatie.actions import neem_op

pytestmark = pytest.mark.eis("E9")

DAG = timedelta(days=1)


def gevonden(nu=None):
    return [rij["controle"] for rij in actions.controleer(nu or clock.now()).bevindingen]


def sql(opdracht, *waarden):
    with connection.cursor() as cursor:
        cursor.execute(opdracht, waarden)


def as_owner(database):
    return psycopg.connect(database.environment["TEST_EIGENAAR_URL"], autocommit=True)


def stap_dicht(wereld):
    sql("UPDATE escalatie_stap SET staat = 'gesloten', gesloten_op = now() WHERE id = %s", wereld.stap.pk)


def staptermijn_weg(wereld):
    sql(
        "UPDATE termijnen_termijn SET staat = 'vervallen', beeindigd_op = now() WHERE id = %s",
        wereld.stap.vastleggen_id,
    )


def houder_weg(wereld):
    Gebruiker.objects.filter(pk=wereld.stap.houder_id).update(is_active=False)


def coordinator_weg(wereld):
    schap = Coordinatorschap.objects.huidig().get(gezin=wereld.proef.gezin)
    sql("UPDATE termijnen_termijn SET houder_id = NULL WHERE houder_id = %s", schap.gebruiker_id)
    sql("UPDATE escalatie_stap SET houder_id = %s WHERE houder_id = %s", wereld.cast.ambtenaar.pk, schap.gebruiker_id)
    Gebruiker.objects.filter(pk=schap.gebruiker_id).update(is_active=False)
    Functie.objects.filter(instelling=schap.instelling, rol__in=["manager", "bestuurder"]).update(
        beeindigd_op=clock.now()
    )


def geen_coordinator(wereld):
    Grondslag.objects.filter(gezin=wereld.proef.gezin, soort="coordinatie").update(tot=timezone.now())
    zonder_coordinator(timezone.now(), gezin=wereld.proef.gezin)


def signaal_zonder_team(wereld):
    team = maak_team(wereld.cast)
    meld(wereld.cast)
    Functie.objects.filter(instelling=team.instelling).update(beeindigd_op=clock.now())


def gezin_van_wie_weg_is(wereld):
    team = maak_team(wereld.cast)
    signaal = meld(wereld.cast, route="arts")
    neem_op(signaal, naam="Van Dam", nagebeld=False, nu=clock.now(), door=team.lid)
    Functie.objects.filter(instelling=team.instelling).update(beeindigd_op=clock.now())


def termijn_blijft_liggen(wereld):
    Termijn.objects.filter(pk=wereld.stap.vastleggen_id).update(aan_de_beurt_op=clock.now() - timedelta(minutes=31))


def termijn_ten_onrechte_uitgesteld(wereld):
    """Longer than until the morning of any werkdag."""
    Termijn.objects.filter(pk=wereld.stap.vastleggen_id).update(
        begint_op=clock.now() - timedelta(days=9),
        loopt_af_op=clock.now() - timedelta(hours=2),
        aan_de_beurt_op=clock.now() + timedelta(days=30),
    )


def termijn_mislukt(wereld):
    Termijn.objects.filter(pk=wereld.stap.vastleggen_id).update(pogingen=5)
    Klokfout.objects.create(
        termijn_id=wereld.stap.vastleggen_id,
        op=clock.now() - timedelta(hours=25),
        melding="Stap: RuntimeError",
        poging=5,
    )


def soort_van_vroeger(wereld):
    Termijn.objects.filter(pk=wereld.stap.vastleggen_id).update(soort="vroeger")


def klok_stil(wereld):
    Kloktik.objects.update(laatste_op=clock.now() - timedelta(minutes=4))


def mail_opgegeven(wereld):
    bericht = Bericht.objects.filter(mail_staat=MailStaat.TE_VERZENDEN).first()
    Bericht.objects.filter(pk=bericht.pk).update(mail_staat=MailStaat.MISLUKT, volgende_poging_op=None)


def mail_wacht(wereld):
    bericht = Bericht.objects.filter(mail_staat=MailStaat.TE_VERZENDEN).first()
    Bericht.objects.filter(pk=bericht.pk).update(volgende_poging_op=clock.now() - timedelta(hours=25))


def pdf_hangt(wereld):
    plan = Gezinsplan.objects.get(gezin=wereld.proef.gezin)
    PdfOpdracht.objects.create(
        plan=plan,
        lezer=wereld.cast.coordinator,
        gevraagd_op=clock.now() - timedelta(minutes=31),
        verloopt_op=clock.now(),
    )


def toestemming_voorbij(wereld):
    Grondslag.objects.create(
        gezin=wereld.proef.gezin,
        gebruiker=wereld.cast.mentor,
        soort_id="toestemming",
        voor_object=uuid4(),
        van=clock.now() - 30 * DAG,
        uiterlijk=clock.now() - 2 * DAG,
    )


def zicht_zonder_rol(wereld):
    Grondslag.objects.create(
        gezin=wereld.proef.gezin, gebruiker=wereld.cast.collega, soort_id="coordinatie", alles=True, van=clock.now()
    )


def rol_zonder_zicht(wereld):
    Grondslag.objects.filter(gezin=wereld.proef.gezin, soort="coordinatie").update(tot=timezone.now())


def leest_na_de_stap(wereld):
    Grondslag.objects.create(
        gezin=wereld.proef.gezin,
        gebruiker=wereld.cast.manager,
        soort_id="doorzettingsmacht",
        voor_object=uuid4(),
        van=clock.now(),
    )


def logboek_blijft_open(wereld):
    Logregel.objects.create(op=timezone.now() - timedelta(hours=2), handeling="bekijken")


def vlag_opgeheven_zonder_einde_van_haar_termijn(wereld):
    Veiligheidsvlag.objects.filter(pk=_vlag(wereld).pk).update(tot=clock.now(), waarom_opgeheven="niet meer nodig")


def vlag_waarnaar_niemand_meer_kijkt(wereld):
    Termijn.objects.filter(pk=_vlag(wereld).termijn_id).update(staat="vervallen", beeindigd_op=clock.now())


def vlag_van_wie_terugkwam_langs_een_andere_weg(wereld):
    vader = _vlag(wereld).voor_wie
    Deelnemer.objects.create(gezin=vader.gezin, soort=SoortDeelnemer.NETWERKLID, naam=vader.naam)


def _vlag(wereld):
    cast, nu = wereld.cast, clock.now()
    herzien = timezone.localdate(nu) + 30 * DAG
    door = {"nu": nu, "door": cast.coordinator}
    return zet_vlag(cast.vader_in_gezin, [cast.sanne.pk], "veiligheid", herzien, **door)


def sleutel_gewisseld(wereld):
    key_mark.note_first(clock.now())
    KeyMark.objects.update(fingerprint=key_mark.fingerprint("een andere sleutel"))


def tweede_stap_van_een_andere_sleutel(wereld):
    with override_settings(SECRET_KEY="een andere sleutel", SECRET_KEY_FALLBACKS=[]):
        geheim = get_adapter().encrypt("het geheim van de app")
    Authenticator.objects.create(user=wereld.cast.mentor, type=Authenticator.Type.TOTP, data={"secret": geheim})


def naam_van_een_oudere_versie(wereld):
    Gezin.objects.filter(pk=wereld.cast.gezin.pk).update(naam_sleutel="anders")


def sessie_met_oude_tekst(wereld):
    sessie = SessionStore()
    sessie[kept_input.IN_SESSION] = {"wie": "x", "naar": "/", "velden": [], "op": time.time() - 5 * 3600}
    sessie.create()


def sessie_die_niemand_weghaalde(wereld):
    Session.objects.create(session_key="x", session_data="", expire_date=timezone.now() - timedelta(hours=4))


def nooit_ingelogd(*mensen):
    Gebruiker.objects.filter(pk__in=[wie.pk for wie in mensen]).update(password="!nooit gekozen")


def gemeente_zonder_wie_inlogt(wereld):
    nooit_ingelogd(wereld.cast.ambtenaar, wereld.cast.vervanger)


def gemeente_zonder_beslisser(wereld):
    nooit_ingelogd(wereld.cast.gemeente.bestuur)


def instelling_zonder_wie_inlogt(wereld):
    schap = Coordinatorschap.objects.huidig().get(gezin=wereld.proef.gezin)
    nooit_ingelogd(
        *Gebruiker.objects.filter(functies__instelling=schap.instelling, functies__rol__in=["manager", "bestuurder"])
    )


def instelling_die_meedoet_zonder_manager(wereld):
    """None at all, of an instelling that takes part without coordinating."""
    mee = Deelnemer.objects.actief().filter(gezin=wereld.proef.gezin, instelling__isnull=False)
    schap = Coordinatorschap.objects.huidig().get(gezin=wereld.proef.gezin)
    elders = mee.exclude(instelling=schap.instelling).first().instelling
    Functie.objects.filter(instelling=elders, rol__in=["manager", "bestuurder"]).update(beeindigd_op=clock.now())


def privacy_officer_zonder_wachtwoord(wereld):
    nooit_ingelogd(wereld.cast.privacy_officer)


def tweede_beheerder_zonder_wachtwoord(wereld):
    nooit_ingelogd(wereld.cast.beheerder)


def rol_zonder_ja(wereld):
    cast, nu = wereld.cast, clock.now()
    verzoek = vraag_functie(
        cast.mentor, Rol.HULPVERLENER, instelling=cast.maatschappelijk_werk, nu=nu, door=cast.beheerder
    )
    Functie.objects.create(
        gebruiker=cast.mentor, rol=Rol.HULPVERLENER, instelling=cast.maatschappelijk_werk, verzoek=verzoek,
        herkomst=Herkomst.BEVESTIGD, gegeven_op=nu,
    )  # fmt: skip


GEBROKEN = [
    ("rol_zonder_tweede_persoon", rol_zonder_ja),
    ("sessies_blijven_liggen", sessie_met_oude_tekst),
    ("sessies_blijven_liggen", sessie_die_niemand_weghaalde),
    ("namen_niet_te_vinden", naam_van_een_oudere_versie),
    ("andere_sleutel", sleutel_gewisseld),
    ("tweede_stap_onleesbaar", tweede_stap_van_een_andere_sleutel),
    ("termijn_zonder_onderwerp", vlag_opgeheven_zonder_einde_van_haar_termijn),
    ("onderwerp_zonder_termijn", vlag_waarnaar_niemand_meer_kijkt),
    ("termijn_wacht_ten_onrechte", termijn_ten_onrechte_uitgesteld),
    ("vlag_gaat_niet_mee", vlag_van_wie_terugkwam_langs_een_andere_weg),
    ("stagnatie_zonder_stap", stap_dicht),
    ("stagnatie_zonder_stap", staptermijn_weg),
    ("houder_zonder_account", houder_weg),
    ("coordinator_weg_en_niemand_die_kiest,manager_logt_niet_in", coordinator_weg),
    ("plan_zonder_coordinator", geen_coordinator),
    ("signaal_bij_niemand", signaal_zonder_team),
    ("vastgehouden_bij_niemand", gezin_van_wie_weg_is),
    ("termijn_te_laat", termijn_blijft_liggen),
    ("termijn_mislukt", termijn_mislukt),
    ("onbekende_soort", soort_van_vroeger),
    ("klok_staat_stil", klok_stil),
    ("mail_mislukt", mail_opgegeven),
    ("mail_wacht_te_lang", mail_wacht),
    ("pdf_blijft_hangen", pdf_hangt),
    ("grond_voorbij_zijn_einde", toestemming_voorbij),
    ("grond_zonder_rol", zicht_zonder_rol),
    ("grond_zonder_rol", rol_zonder_zicht),
    ("recht_na_de_stap", leest_na_de_stap),
    ("logboek_onverzegeld", logboek_blijft_open),
]


def test_all_is_well(bewaakt):
    assert gevonden() == []
    assert not Beheermelding.objects.exists()


@pytest.mark.parametrize(("naam", "breek"), GEBROKEN, ids=[breek.__name__ for _naam, breek in GEBROKEN])
def test_exactly_that_is_found(bewaakt, naam, breek):
    # Taken back afterwards: some of this the database refuses at the commit, as it should.
    with transaction.atomic():
        breek(bewaakt)
        gebroken = gevonden()
        transaction.set_rollback(True)
    assert ",".join(gebroken) == naam


def test_two_coordinators_are_found_where_the_database_no_longer_forbids_it(fresh_database):
    wereld = maak_wereld(maak_cast(clock.now()))
    with as_owner(fresh_database) as cursor:
        cursor.execute("DROP INDEX hoogstens_een_zorgcoordinator")
        cursor.execute("ALTER TABLE gezinnen_coordinatorschap DISABLE TRIGGER USER")
    schap = Coordinatorschap.objects.huidig().get(gezin=wereld.proef.gezin)
    Coordinatorschap.objects.create(
        gezin=schap.gezin, gebruiker=wereld.cast.collega, instelling=schap.instelling, van=clock.now()
    )
    assert "twee_coordinatoren" in gevonden()


@pytest.mark.eis("Z3", "Z13")
def test_a_family_that_nobody_holds_is_found_where_the_database_no_longer_forbids_it(fresh_database):
    wereld = maak_wereld(maak_cast(clock.now()))
    assert "gezin_zonder_hoeder" not in gevonden()
    with as_owner(fresh_database) as cursor:
        cursor.execute("ALTER TABLE gezinnen_hoeder DISABLE TRIGGER USER")
    Hoeder.objects.filter(gezin=wereld.proef.gezin).update(tot=clock.now())
    assert "gezin_zonder_hoeder" in gevonden()


@pytest.mark.eis("T3")
def test_what_no_longer_follows_its_goal_is_found_where_the_database_no_longer_holds_it(fresh_database):
    maak_wereld(maak_cast(clock.now()))
    Afspraak.objects.update(apart=False)
    assert "onderdeel_volgt_niet" not in gevonden()
    with as_owner(fresh_database) as cursor:
        cursor.execute("ALTER TABLE gezinsplan_afspraak DISABLE TRIGGER USER")
    Afspraak.objects.update(over_wie=[uuid4()])
    assert "onderdeel_volgt_niet" in gevonden()


def test_a_hung_connection_is_found_with_its_age(fresh_database, monkeypatch):
    # Of another role the app sees no more than that it is there; those show in what stays unsealed.
    with psycopg.connect(fresh_database.environment["TEST_DATABASE_URL"]) as andere:
        andere.execute("SELECT 1")
        assert PER_NAAM["oude_transactie"].zoek(clock.now()) == []
        monkeypatch.setattr("bewaking.controles.TRANSACTIE_TE_LANG", 0)
        [wie] = PER_NAAM["oude_transactie"].zoek(clock.now())
    assert "00:00" in wie


def test_a_changed_logboek_is_found(fresh_database):
    maak_wereld(maak_cast(clock.now()))
    assert verzegel(timezone.now()) > 0
    assert "keten_van_het_logboek" not in gevonden()
    with as_owner(fresh_database) as cursor:
        cursor.execute("ALTER TABLE logboek_zegel DISABLE TRIGGER USER")
        cursor.execute("UPDATE logboek_zegel SET aantal = aantal + 1")
    assert "keten_van_het_logboek" in gevonden()


@pytest.mark.eis("X1")
def test_a_row_of_this_transaction_is_not_from_outside_while_an_older_one_is_open(fresh_database):
    with as_owner(fresh_database) as ouder:
        ouder.execute("BEGIN")
        ouder.execute("SELECT pg_current_xact_id()")
        with transaction.atomic():
            maak_cast(clock.now())
            assert "keten_van_het_logboek" not in gevonden()


def test_history_that_can_be_evaded_is_found(fresh_database):
    maak_wereld(maak_cast(clock.now()))
    with as_owner(fresh_database) as cursor:
        cursor.execute("GRANT DELETE ON gezinnen_gezinevent TO app")
    assert "geschiedenis_te_omzeilen" in gevonden()


WIE_INLOGT = [
    ("gemeente_waar_niemand_inlogt", gemeente_zonder_wie_inlogt),
    ("niveau_zonder_beslisser", gemeente_zonder_beslisser),
    ("manager_logt_niet_in", instelling_zonder_wie_inlogt),
    ("manager_logt_niet_in", instelling_die_meedoet_zonder_manager),
    ("geen_privacy_officer_logt_in", privacy_officer_zonder_wachtwoord),
    ("minder_dan_twee_beheerders", tweede_beheerder_zonder_wachtwoord),
]


@pytest.mark.parametrize(("naam", "breek"), WIE_INLOGT, ids=[breek.__name__ for _naam, breek in WIE_INLOGT])
def test_that_somebody_has_a_function_is_not_that_he_can_log_in(bewaakt, settings, naam, breek):
    settings.OEFENOMGEVING = False
    Gebruiker.objects.update(password="gekozen")
    assert gevonden() == []
    with transaction.atomic():
        breek(bewaakt)
        gebroken = gevonden()
        transaction.set_rollback(True)
    assert gebroken == [naam]


@pytest.mark.parametrize(
    ("naam", "instellingen", "anders"),
    [
        ("log_van_de_database", traces.LOG_SETTINGS, {"log_error_verbosity": "default"}),
        ("broker_bewaart", traces.BROKER_SETTINGS, {"appendonly": "yes"}),
    ],
)
def test_what_stays_behind_on_disks_is_found(bewaakt, monkeypatch, naam, instellingen, anders):
    # The server is as it should be; so it is asked for something else.
    for sleutel, waarde in anders.items():
        monkeypatch.setitem(instellingen, sleutel, waarde)
    assert gevonden() == [naam]


def test_every_invariant_has_a_test_that_breaks_it():
    elders = {naam for naam, _breek in WIE_INLOGT} | {
        "log_van_de_database",
        "onderdeel_volgt_niet",
        "broker_bewaart",
        "geschiedenis_te_omzeilen",
        "twee_coordinatoren",
        "gezin_zonder_hoeder",
        "oude_transactie",
        "keten_van_het_logboek",
    }
    assert {naam for namen, _breek in GEBROKEN for naam in namen.split(",")} | elders == {
        controle.naam for controle in CONTROLES
    }


def test_a_question_that_fails_stops_no_other_and_is_a_finding(bewaakt):
    klok_stil(bewaakt)

    def valt_om(nu):
        sql("SELECT bestaat_niet FROM nergens")

    def schrijft(nu):
        Kloktik.objects.all().delete()

    kapot = [Controle("valt_om", "", "", valt_om), Controle("schrijft", "", "", schrijft)]
    uitslag = actions.controleer(clock.now(), [*kapot, *CONTROLES])
    assert [(rij["controle"], rij.get("fout")) for rij in uitslag.bevindingen] == [
        ("valt_om", "ProgrammingError"),
        ("schrijft", "InternalError"),
        ("klok_staat_stil", None),
    ]
    assert Kloktik.objects.exists()


def test_what_is_found_says_nothing_about_a_family(bewaakt):
    for breek in (termijn_blijft_liggen, mail_opgegeven, pdf_hangt, rol_zonder_zicht):
        breek(bewaakt)
    actions.controleer(clock.now())
    bewaard = Zelfcontrole.objects.get().bevindingen
    assert "Vastgelopen" not in str(bewaard)
    assert [set(rij) for rij in bewaard] == [{"controle", "aantal", "ids"}] * 4


def test_the_beheerder_hears_it_at_once_and_again_only_when_it_changes(bewaakt):
    klok_stil(bewaakt)
    nu = clock.now()
    actions.controleer(nu)
    [bericht] = Bericht.objects.filter(soort="beheermelding", ontvanger=bewaakt.cast.beheerder)
    assert bericht.mail_staat == MailStaat.TE_VERZENDEN
    actions.controleer(nu + timedelta(minutes=1))
    assert Beheermelding.objects.count() == 1
    pdf_hangt(bewaakt)
    actions.controleer(nu + timedelta(minutes=2))
    assert Beheermelding.objects.count() == 2


def test_the_number_of_questions_is_fixed(bewaakt, django_assert_max_num_queries):
    with django_assert_max_num_queries(6 * len(CONTROLES) + 20):
        actions.controleer(clock.now())


def test_the_command_ends_with_one_when_something_is_wrong(bewaakt):
    uit = StringIO()
    call_command("zelfcontrole", stdout=uit)
    assert "Alles klopt" in uit.getvalue()
    klok_stil(bewaakt)
    with pytest.raises(CommandError) as fout:
        call_command("zelfcontrole", stdout=uit)
    assert fout.value.returncode == 1
    assert "klok_staat_stil (1)" in uit.getvalue()


def test_it_happens_every_day():
    assert app.conf.beat_schedule["zelfcontrole"]["task"] == "bewaking.tasks.zelfcontrole"
