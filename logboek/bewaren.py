"""Taking away the months of the logboek whose time is over: whole, sealed, and with a link of the chain that says so (X1).

Only the owner of the database can; the app has no right to remove anything.
"""

from datetime import date, datetime

from django.db import connections, transaction
from django.db.models import Sum

from logboek import zegels
from logboek.models import SoortZegel, Zegel
from logboek.zegels import ZegelFout


def verwijder_maanden(jaren: int, op: datetime, alias: str) -> dict[date, int]:
    """Drop every whole month that lies `jaren` years back; returns them with the number of rows that went.

    Each month goes in a transaction of its own, and its seal says after how many years. Raises ZegelFout when one has rows
    without a seal, or not the rows that were sealed: then the chain is to be checked first.
    """
    return {
        maand: _verwijder(maand, jaren, op, alias)
        for maand in _maanden(alias)
        if zegels.is_voorbij(maand, jaren, op.date())
    }


def _maanden(alias: str) -> list[date]:
    """All months of which there is a partition, or rows that none was made for in time."""
    with connections[alias].cursor() as cursor:
        cursor.execute(
            "SELECT to_date(right(inhrelid::regclass::text, 7), 'YYYY_MM') FROM pg_inherits "
            "WHERE inhparent = 'logboek_regel'::regclass AND inhrelid::regclass::text ~ '[0-9]{4}_[0-9]{2}$' "
            "UNION SELECT DISTINCT date_trunc('month', op AT TIME ZONE 'UTC')::date FROM logboek_regel_default "
            "ORDER BY 1"
        )
        return [rij[0] for rij in cursor.fetchall()]


def _verwijder(maand: date, jaren: int, op: datetime, alias: str) -> int:
    with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('logboek_zegel'))")
        cursor.execute("SELECT logboek_maak_maand(%s)", [maand])
        deel = connections[alias].ops.quote_name(f"logboek_regel_{maand:%Y_%m}")
        laatste = Zegel.objects.using(alias).order_by("-nummer").first()
        tot = laatste.tot if laatste else 0
        telling = f"SELECT count(*), count(*) FILTER (WHERE positie >= %s) FROM {deel}"  # noqa: S608 - our own name
        cursor.execute(telling, [tot])
        aantal, zonder_zegel = cursor.fetchone()
        van_maand = Zegel.objects.using(alias).filter(maand=maand, soort=SoortZegel.REGELS)
        verzegeld = van_maand.aggregate(som=Sum("aantal"))["som"] or 0
        if zonder_zegel or aantal != verzegeld:
            raise ZegelFout(
                None, f"maand {maand:%Y-%m} telt {aantal} regels, waarvan {verzegeld} verzegeld: controleer eerst"
            )
        cursor.execute(f"DROP TABLE {deel}")
        weg = {"soort": SoortZegel.VERWIJDERD, "maand": maand, "van": tot, "tot": tot, "aantal": aantal}
        zegel = zegels.schakel(laatste, op, **weg, inhoud=zegels.na_jaren(jaren))
        zegel.save(using=alias, force_insert=True)
        return int(aantal)
