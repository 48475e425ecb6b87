"""The logboek has a term of its own; what is taken away by it stays visible in the chain (X1)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, connections
from django.utils import timezone

from bewaking.controles import PER_NAAM
from instanties.models import Regio
from logboek import zegels
from logboek.models import Handeling, Logregel, SoortZegel, Zegel
from tests.logboek.zegelen import verzegel

pytestmark = pytest.mark.eis("X1")

NU = timezone.now()
OUD = datetime(NU.year - 6, 3, 15, 12, tzinfo=UTC)
NET_BEWAARD = (NU.replace(day=1) - timedelta(days=1)).replace(day=1) - timedelta(days=365 * 4)


def regel(op, aantal=1):
    for _ in range(aantal):
        Logregel.objects.create(op=op, handeling=Handeling.BEKIJKEN)


def ruim_op(capsys):
    call_command("logboek_opruimen")
    return capsys.readouterr().out


def controleer(capsys):
    call_command("logboek_controleer")
    return capsys.readouterr().out


@pytest.fixture
def old_logboek(fresh_database):
    """Rows of six years ago, of four years ago, and of today; all sealed."""
    regel(OUD, 3)
    regel(NET_BEWAARD)
    regel(NU, 2)
    verzegel(NU)
    return fresh_database


def test_a_month_past_its_term_goes_whole_and_its_seal_says_so(old_logboek, capsys):
    maand = f"{OUD:%Y-%m}"
    assert f"Maand {maand} verwijderd: 3 regels." in ruim_op(capsys)
    assert not Logregel.objects.filter(op__lt=NET_BEWAARD).exists()
    assert Logregel.objects.count() == 3
    weg = Zegel.objects.get(soort=SoortZegel.VERWIJDERD)
    assert (f"{weg.maand:%Y-%m}", weg.aantal) == (maand, 3)
    assert Zegel.objects.filter(soort=SoortZegel.REGELS, maand=weg.maand).exists()
    uitvoer = controleer(capsys)
    assert "alles klopt" in uitvoer
    assert f"Maand {maand} is na de bewaartermijn verwijderd." in uitvoer
    assert ruim_op(capsys).startswith("0 maanden verwijderd")


def test_sealing_goes_on_after_it(old_logboek, capsys):
    ruim_op(capsys)
    regel(NU, 2)
    assert verzegel(NU) == 2
    assert "alles klopt" in controleer(capsys)


def test_the_region_says_how_long(old_logboek, capsys):
    Regio.objects.update(logboek_bewaren_jaren=7)
    assert "0 maanden verwijderd; 7 jaar" in ruim_op(capsys)
    assert Logregel.objects.count() == 6


def test_the_term_counts_from_the_end_of_the_month(fresh_database, capsys):
    net_niet = datetime(NU.year - 5, NU.month, 1, tzinfo=UTC)
    regel(net_niet)
    regel(net_niet - timedelta(seconds=1))
    verzegel(NU)
    assert "1 maanden verwijderd" in ruim_op(capsys)
    assert Logregel.objects.get().op == net_niet


def test_rows_without_a_seal_are_not_taken_away(fresh_database):
    regel(OUD)
    with pytest.raises(CommandError, match="controleer eerst"):
        call_command("logboek_opruimen")
    assert Logregel.objects.count() == 1


def test_tampering_is_not_swept_up_with_the_month(old_logboek):
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute("DELETE FROM logboek_regel WHERE id IN (SELECT id FROM logboek_regel ORDER BY op LIMIT 1)")
    with pytest.raises(CommandError, match="telt 2 regels, waarvan 3 verzegeld"):
        call_command("logboek_opruimen")


def test_a_row_put_back_into_a_removed_month_is_found(old_logboek, capsys):
    ruim_op(capsys)
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute("UPDATE logboek_regel SET op = %s WHERE op < %s", [OUD, NET_BEWAARD + timedelta(days=1)])
    with pytest.raises(CommandError, match="later toegevoegd aan een verwijderde maand"):
        call_command("logboek_controleer")


def test_the_app_cannot_take_a_month_away(old_logboek):
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"), connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE logboek_regel_{NU:%Y_%m}")


def forge(database, month, when, inhoud):
    """As the owner: drop a month and make the seal that says so, by the rules of the chain."""
    latest = Zegel.objects.order_by("-nummer").first()
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute(f"DROP TABLE logboek_regel_{month:%Y_%m}")
    where = {"soort": SoortZegel.VERWIJDERD, "maand": month, "van": latest.tot, "tot": latest.tot, "aantal": 2}
    zegels.schakel(latest, when, **where, inhoud=inhoud).save(using="eigenaar", force_insert=True)


@pytest.mark.eis("X6")
@pytest.mark.parametrize(
    ("inhoud", "when", "said"),
    [
        (zegels.BEGIN, NU, "voor er 5 jaar voorbij was"),
        (zegels.na_jaren(0), NU, "voor er 5 jaar voorbij was"),
        (zegels.na_jaren(1), NU, "voor er 5 jaar voorbij was"),
        (zegels.na_jaren(5), NU + timedelta(days=6 * 365), "in de toekomst"),
    ],
)
def test_a_month_that_went_before_its_time_is_found_whatever_its_seal_says(old_logboek, inhoud, when, said):
    forge(old_logboek, NU.date().replace(day=1), when, inhoud)
    with pytest.raises(CommandError, match=said):
        call_command("logboek_controleer")
    # Where only the last links are read again, too.
    [found] = PER_NAAM["keten_van_het_logboek"].zoek(NU)
    assert found == str(Zegel.objects.count())


@pytest.mark.eis("X6")
def test_the_years_of_the_region_count_from_when_the_month_went(old_logboek, capsys):
    Regio.objects.filter(pk=1).update(logboek_bewaren_jaren=6)
    assert ruim_op(capsys).endswith("6 jaar wordt bewaard.\n")
    assert "toen korter" not in controleer(capsys)
    Regio.objects.filter(pk=1).update(logboek_bewaren_jaren=10)
    assert (
        f"Maand {OUD:%Y-%m} is na de bewaartermijn verwijderd. De regio bewaart nu 10 jaar; toen korter."
        in controleer(capsys)
    )
    # A seal that doesn't name its years counts by those of now.
    forge(old_logboek, NU.date().replace(day=1), NU, zegels.BEGIN)
    with pytest.raises(CommandError, match="voor er 10 jaar voorbij was"):
        controleer(capsys)
