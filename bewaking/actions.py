"""What the beheerder does about the clock and the mails, and what the system finds when it looks at itself."""

import logging
import smtplib
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from berichten.actions import laat_liggen, probeer_opnieuw
from berichten.tasks import verzend_berichten
from bewaking.controles import CONTROLES, Controle
from bewaking.models import Zelfcontrole
from core import clock_home
from core.errors import RuleError
from core.mail import make_mail
from core.nudge import nudge
from instanties import selectie
from instanties.actions import meld_aan_beheer
from logboek.actions import schrijf
from logboek.models import Handeling, Zegel
from termijnen.tasks import bewaak_termijnen

logger = logging.getLogger(__name__)

TIJDSLIMIET = 30  # seconds for one question
IDS = 10
BEWAARD = timedelta(days=400)


@transaction.atomic
def laat_klok_lopen(
    reden: str, *, nu: datetime, door: Any = None, mails_voor: datetime | None = None, bron: str = ""
) -> int:
    """Let a held clock run. Mails about what was told before `mails_voor` aren't sent; returns how many those were.

    They may have gone out before the copy was put back. Their notices stay in the inbox. Raises RuleError.
    """
    klok = clock_home.state()
    if not clock_home.release():
        raise RuleError(_("De klok loopt al."))
    liggen = laat_liggen(mails_voor) if mails_voor else 0
    schrijf(
        Handeling.WIJZIGEN,
        gebruiker=door,
        object_soort="klok",
        object_naam="klok losgelaten",
        doel=reden[:200],
        getoond={
            "vastgehouden_sinds": klok.held_at,
            "waarom": klok.why,
            "mails_niet_verstuurd": liggen,
            "bron": bron,
        },
    )
    nudge(bewaak_termijnen)
    nudge(verzend_berichten)
    return liggen


@transaction.atomic
def houd_klok_vast(reden: str, *, nu: datetime, door: Any = None, bron: str = "") -> None:
    """Let the clock and the mails wait from now on."""
    clock_home.hold(reden, nu)
    schrijf(
        Handeling.WIJZIGEN,
        gebruiker=door,
        object_soort="klok",
        object_naam="klok vastgehouden",
        doel=reden[:200],
        getoond={"bron": bron},
    )


@transaction.atomic
def verstuur_opnieuw(bericht_ids: Sequence[UUID], *, nu: datetime, door: Any) -> int:
    """Try mails that failed once more, from their first pause on; returns how many there were."""
    aantal = probeer_opnieuw(bericht_ids, nu)
    if aantal:
        schrijf(
            Handeling.WIJZIGEN,
            gebruiker=door,
            object_soort="bericht",
            object_naam="mail opnieuw geprobeerd",
            getoond={"berichten": [str(pk) for pk in bericht_ids]},
        )
    return aantal


def controleer(nu: datetime, controles: Sequence[Controle] = CONTROLES) -> Zelfcontrole:
    """Ask every invariant, keep what was found, and tell the beheerders when that is something else than last time.

    A question that fails is a finding itself and stops no other.
    """
    begin = time.monotonic()
    bevindingen = [gevonden for controle in controles if (gevonden := _vraag(controle, nu))]
    kenmerk = ",".join(sorted(bevinding["controle"] for bevinding in bevindingen))[:500]
    with transaction.atomic():
        vorige = Zelfcontrole.objects.first()
        alarm = bool(kenmerk) and (vorige is None or vorige.kenmerk != kenmerk)
        zelfcontrole = Zelfcontrole.objects.create(
            op=nu,
            duur_ms=round(1000 * (time.monotonic() - begin)),
            bevindingen=bevindingen,
            kenmerk=kenmerk,
            alarm=alarm,
        )
        Zelfcontrole.objects.filter(op__lt=nu - BEWAARD).delete()
        if alarm:
            meld_aan_beheer(_melding(len(bevindingen), nu), nu)
    return zelfcontrole


def breng_zegel_weg(nu: datetime) -> str:
    """Let the newest seal of the logboek leave this machine: as a line of the log, and by mail (X1). Returns it; "": none yet.

    Who can rewrite the whole chain can't reach what was mailed. To ZEGEL_MAIL, else to the privacy officers. While the clock
    is held (a copy that was put back) nothing is mailed.
    """
    zegel = Zegel.objects.order_by("-nummer").first()
    if zegel is None:
        return ""
    logger.info("Nieuwste zegel van het logboek: %d", zegel.nummer, extra={"zegel": str(zegel)})
    if not clock_home.state().is_held:
        aan = [settings.ZEGEL_MAIL] if settings.ZEGEL_MAIL else [po.email for po in selectie.privacy_officers()]
        for adres in filter(None, aan):
            _mail_zegel(zegel, adres)
    return str(zegel)


def _mail_zegel(zegel: Zegel, adres: str) -> None:
    try:
        make_mail(
            "mail/zegel", {"zegel": zegel}, to=adres, subject=_("Het nieuwste zegel van het logboek: bewaar dit")
        ).send()
    except (smtplib.SMTPException, OSError) as fout:
        logger.error("Het zegel is niet gemaild: %s", fout)


def _melding(aantal: int, nu: datetime) -> str:
    return ngettext(
        "De zelfcontrole van %(dag)s vond %(aantal)d ding dat niet klopt. Zie Zelfcontrole bij Beheer.",
        "De zelfcontrole van %(dag)s vond %(aantal)d dingen die niet kloppen. Zie Zelfcontrole bij Beheer.",
        aantal,
    ) % {"dag": f"{nu:%d-%m-%Y %H:%M}", "aantal": aantal}


def _vraag(controle: Controle, nu: datetime) -> dict[str, Any] | None:
    """What this invariant finds, or None; read-only, bounded in time, and never an exception."""
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(f"SET LOCAL statement_timeout = '{TIJDSLIMIET}s'")
                cursor.execute("SET LOCAL transaction_read_only = on")
            ids = controle.zoek(nu)
            # Nothing was written; taken back, the limits above end here as well.
            transaction.set_rollback(True)
    except Exception as fout:  # noted, and the next one goes on
        logger.error("Zelfcontrole %s mislukt: %s", controle.naam, type(fout).__name__)
        return {"controle": controle.naam, "fout": type(fout).__name__}
    return {"controle": controle.naam, "aantal": len(ids), "ids": ids[:IDS]} if ids else None
