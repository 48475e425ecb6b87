"""The logboek is sealed by a chain: who changes it with whatever power over the database is found out (X1)."""

import uuid
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, connections, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from logboek import actions, zegels
from logboek.actions import ZegelFout, schrijf
from logboek.models import Handeling, Logregel, Zegel
from logboek.tasks import verzegel_logboek
from tests.logboek.zegelen import verzegel

pytestmark = pytest.mark.eis("X1")

GEZIN = uuid.uuid4()


def eigenaar(sql, params=None):
    """With the role that owns the tables: against that the app's rights don't help."""
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall() if cursor.description else None


def regels(aantal):
    for _ in range(aantal):
        schrijf(Handeling.BEKIJKEN, gezin_id=GEZIN, onderwerpen=["wonen:samen"], getoond={"doelen": [1, "twee", 3.5]})


def controleer(capsys, **opties):
    call_command("logboek_controleer", **opties)
    return capsys.readouterr().out


@pytest.fixture
def verzegeld(fresh_database):
    """Three seals over nine rows, each of its own transactions."""
    for _ in range(3):
        regels(3)
        assert verzegel(timezone.now()) == 3
    return fresh_database


def test_a_sound_chain_says_so_and_prints_what_to_keep_elsewhere(verzegeld, capsys):
    uitvoer = controleer(capsys)
    laatste = Zegel.objects.last()
    assert "3 zegels over 9 regels: alles klopt." in uitvoer
    assert f"Bewaar dit buiten de database: {laatste.nummer}:{laatste.kenmerk}" in uitvoer
    assert "alles klopt" in controleer(capsys, bekend=str(laatste), vanaf=3)


def test_sealing_again_seals_nothing_twice(verzegeld):
    assert verzegel(timezone.now()) == 0
    verzegel_logboek()
    assert Zegel.objects.count() == 3


def test_nothing_new_costs_a_few_small_questions(verzegeld):
    with CaptureQueriesContext(connection) as vragen:
        actions.verzegel(timezone.now())
    assert len([vraag for vraag in vragen if "SAVEPOINT" not in vraag["sql"]]) <= 8
    assert not any("INSERT" in vraag["sql"] for vraag in vragen)


def test_a_batch_never_cuts_a_transaction_in_two(fresh_database):
    with transaction.atomic():
        regels(7)
    regels(2)
    assert verzegel(timezone.now(), per_zegel=3) == 9
    assert list(Zegel.objects.values_list("aantal", flat=True)) == [7, 2]


def _eerste_regel():
    return Logregel.objects.order_by("op").first().pk


def veranderd():
    eigenaar("UPDATE logboek_regel SET gebruiker_naam = 'Iemand Anders' WHERE id = %s", [_eerste_regel()])


def weggehaald():
    eigenaar("DELETE FROM logboek_regel WHERE id = %s", [_eerste_regel()])


def later_toegevoegd():
    kolommen = ", ".join(naam for naam in zegels.VORMEN[zegels.VORM] if naam != "id")
    eigenaar(
        f"INSERT INTO logboek_regel (id, {kolommen}) SELECT gen_random_uuid(), {kolommen} FROM logboek_regel "  # noqa: S608
        "WHERE id = %s",
        [_eerste_regel()],
    )


def in_een_andere_maand_toegevoegd():
    kolommen = ", ".join(naam for naam in zegels.VORMEN[zegels.VORM] if naam not in ("id", "op"))
    eigenaar(
        f"INSERT INTO logboek_regel (id, op, {kolommen}) SELECT gen_random_uuid(), op - interval '70 days', {kolommen} "  # noqa: S608
        "FROM logboek_regel WHERE id = %s",
        [_eerste_regel()],
    )


def verplaatst():
    eigenaar("UPDATE logboek_regel SET op = op - interval '1 second' WHERE id = %s", [_eerste_regel()])


def voor_het_begin():
    eigenaar("UPDATE logboek_regel SET positie = -1 WHERE id = %s", [_eerste_regel()])


def in_de_toekomst():
    regels(1)
    eigenaar(
        "UPDATE logboek_regel SET positie = positie + 1000000000 WHERE id = %s", [Logregel.objects.latest("op").pk]
    )


def zegel_weg():
    eigenaar("DELETE FROM logboek_zegel WHERE nummer = 2")


def zegel_veranderd():
    eigenaar("UPDATE logboek_zegel SET aantal = 4 WHERE nummer = 2")


def zegel_vervangen():
    """As somebody would who knows how seals are made, but leaves the next one."""
    zegel = Zegel.objects.get(nummer=2)
    eigenaar("DELETE FROM logboek_regel WHERE positie >= %s AND positie < %s", [zegel.van, zegel.tot])
    zegel.aantal, zegel.inhoud = 0, "0" * 64
    eigenaar(
        "UPDATE logboek_zegel SET aantal = 0, inhoud = %s, kenmerk = %s WHERE nummer = 2",
        [zegel.inhoud, zegels.kenmerk(zegel)],
    )


@pytest.mark.parametrize(
    ("geknoei", "nummer", "wat"),
    [
        (veranderd, 1, "een regel is veranderd"),
        (verplaatst, 1, "een regel is veranderd"),
        (weggehaald, 1, "1 regel(s) weggehaald"),
        (later_toegevoegd, 1, "1 regel(s) later toegevoegd"),
        (in_een_andere_maand_toegevoegd, 1, "1 regel(s) later toegevoegd"),
        (voor_het_begin, None, "later toegevoegd"),
        (in_de_toekomst, None, "nog niet is uitgegeven"),
        (zegel_weg, 2, "dit zegel is weg"),
        (zegel_veranderd, 2, "het zegel zelf is veranderd"),
        (zegel_vervangen, 2, ""),
    ],
)
def test_tampering_by_the_owner_is_found_and_named(verzegeld, geknoei, nummer, wat):
    geknoei()
    with pytest.raises(CommandError) as fout:
        call_command("logboek_controleer")
    assert fout.value.returncode == 1
    assert wat in str(fout.value)
    if nummer:
        assert f"zegel {nummer}:" in str(fout.value) or geknoei is zegel_vervangen


def test_the_last_seals_taken_away_are_missed_by_what_was_kept_elsewhere(verzegeld):
    bewaard = str(Zegel.objects.last())
    eigenaar("DELETE FROM logboek_zegel WHERE nummer = 3")
    with pytest.raises(CommandError, match="zegel 3: dit bewaarde zegel staat niet meer zo"):
        call_command("logboek_controleer", bekend=bewaard)


@pytest.mark.parametrize("onzin", ["3", "drie:abc", ":abc", "3:"])
def test_a_kept_seal_that_cannot_be_read_is_said(verzegeld, onzin):
    with pytest.raises(CommandError, match="nummer:kenmerk"):
        call_command("logboek_controleer", bekend=onzin)


def test_a_row_that_is_committed_late_is_sealed_later_and_never_missed(fresh_database, capsys):
    """Written first, committed last: its window was sealed, its time is past, and it is still in the chain."""
    traag = psycopg.connect(fresh_database.environment["TEST_DATABASE_URL"])
    rij = (
        "INSERT INTO logboek_regel (id, op, gebruiker_naam, namens_naam, rol, instelling_naam, handeling, uitkomst, doel,"
        " gezin_nummer, over_wie, leefgebieden, object_soort, object_naam, getoond, grondslag, grondslag_ids, bron,"
        " url_naam, melding) VALUES (gen_random_uuid(), now(), 'Traag', '', '', '', 'bekijken', 'gelukt', '', '', '{}',"
        " '{}', '', '', '{}', '', '{}', '', '', '')"
    )
    try:
        regels(2)
        traag.execute(rij)
        eigen = int(traag.execute("SELECT pg_current_xact_id()::text").fetchone()[0])
        regels(3)
        assert verzegel(timezone.now(), tot=eigen) == 2  # what came after the slow one waits with it
        assert "3 regels wachten op een zegel" in controleer(capsys)
        traag.commit()
        regels(1)
        assert verzegel(timezone.now()) == 5
    finally:
        traag.close()
    assert "2 zegels over 7 regels: alles klopt" in controleer(capsys)
    trage = Logregel.objects.get(gebruiker_naam="Traag")
    assert trage.op < Logregel.objects.order_by("-op")[1].op
    eigenaar("DELETE FROM logboek_regel WHERE id = %s", [trage.pk])
    with pytest.raises(CommandError, match=r"zegel 2: .* weggehaald"):
        call_command("logboek_controleer")


def test_a_transaction_that_was_undone_leaves_no_hole(fresh_database, capsys):
    regels(1)
    with pytest.raises(RuntimeError), transaction.atomic():
        regels(3)
        raise RuntimeError
    regels(1)
    assert verzegel(timezone.now()) == 2
    assert "alles klopt" in controleer(capsys)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE logboek_zegel SET aantal = 0",
        "DELETE FROM logboek_zegel",
        "TRUNCATE logboek_zegel",
        "DROP TABLE logboek_zegel",
        "SELECT logboek_invoegrecht()",
        "INSERT INTO logboek_regel (id, op, positie) VALUES (gen_random_uuid(), now(), 1)",
        "CREATE OR REPLACE FUNCTION logboek_positie(transactie xid8) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'",
    ],
)
@pytest.mark.django_db
def test_the_app_can_only_add_seals_and_never_says_a_position(sql):
    with (
        pytest.raises(ProgrammingError, match=r"permission denied|must be owner"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


@pytest.mark.django_db
def test_the_newest_form_seals_every_column():
    with connection.cursor() as cursor:
        kolommen = {kolom.name for kolom in connection.introspection.get_table_description(cursor, "logboek_regel")}
    assert set(zegels.VORMEN[zegels.VORM]) == kolommen


def test_what_is_sealed_does_not_depend_on_the_settings_of_the_session(verzegeld):
    zegel = Zegel.objects.first()
    eerst = zegels.inhoud_per_maand("default", zegel.van, zegel.tot)
    with connection.cursor() as cursor:
        cursor.execute("SET TimeZone = 'Asia/Tokyo'; SET extra_float_digits = 0; SET bytea_output = 'escape'")
    assert zegels.inhoud_per_maand("default", zegel.van, zegel.tot) == eerst
    assert eerst[zegel.maand].inhoud == zegel.inhoud


def test_months_are_sealed_apart(fresh_database, capsys):
    Logregel.objects.create(op=datetime(2026, 3, 31, 23, 30, tzinfo=UTC), handeling=Handeling.BEKIJKEN)
    with transaction.atomic():
        regels(1)
        Logregel.objects.create(op=timezone.now() - timedelta(days=80), handeling=Handeling.BEKIJKEN)
    assert verzegel(timezone.now()) == 3
    assert Zegel.objects.count() == 3
    assert len({(zegel.van, zegel.tot) for zegel in Zegel.objects.all()}) == 1
    assert "3 zegels over 3 regels" in controleer(capsys)


def test_after_a_restore_sealing_waits_until_the_positions_go_on(verzegeld, capsys):
    # In a new server the transactions count from the start again.
    ver = "UPDATE logboek_regel SET positie = positie + 5000000000"
    eigenaar(ver)
    eigenaar("DELETE FROM logboek_zegel")
    eigenaar(
        "CREATE OR REPLACE FUNCTION logboek_positie(transactie xid8) RETURNS bigint LANGUAGE sql STABLE AS "
        "'SELECT transactie::text::bigint + 6000000000'"
    )
    assert verzegel(timezone.now()) == 9
    eigenaar(
        "CREATE OR REPLACE FUNCTION logboek_positie(transactie xid8) RETURNS bigint LANGUAGE sql STABLE AS "
        "'SELECT transactie::text::bigint + 0'"
    )
    with pytest.raises(ZegelFout, match="logboek_hervat"):
        verzegel(timezone.now())
    call_command("logboek_hervat")
    regels(2)
    assert verzegel(timezone.now()) == 2
    assert "11 regels: alles klopt" in controleer(capsys)
    call_command("logboek_hervat")
    assert "Niets te doen" in capsys.readouterr().out
