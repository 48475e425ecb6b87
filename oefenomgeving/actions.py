"""What can be asked of the practice environment: a jump in time, a fresh start, being somebody else."""

from datetime import datetime, timedelta
from functools import partial

from django.db import IntegrityError, connections, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.clock import now
from core.errors import RuleError
from core.nudge import nudge
from instanties.models import Regio
from oefenomgeving import klok
from oefenomgeving.inrichting import richt_in
from oefenomgeving.models import Oefenbrief, Oefenklok, Opdracht, Opdrachtstaat, SoortOpdracht
from oefenomgeving.tijdreis import speel_tot

LANGSTE_SPRONG = timedelta(days=100)


def vraag_sprong(duur: timedelta) -> Opdracht:
    """Ask for a jump of `duur` ahead. Raises RuleError when it is no sensible length or another one is running."""
    if not timedelta(0) < duur <= LANGSTE_SPRONG:
        raise RuleError(_("Kies een sprong van een uur tot honderd dagen."))
    return _vraag(SoortOpdracht.SPRONG, now() + duur)


def vraag_opnieuw() -> Opdracht:
    """Ask for a fresh start. Raises RuleError when something else is running."""
    return _vraag(SoortOpdracht.OPNIEUW, None)


def _vraag(soort: SoortOpdracht, doel_op: datetime | None) -> Opdracht:
    try:
        with transaction.atomic():
            opdracht = Opdracht.objects.create(soort=soort, doel_op=doel_op)
    except IntegrityError:
        raise RuleError(_("Er is al iets bezig. Wacht tot dat klaar is.")) from None
    nudge("oefenomgeving.tasks.doe_wachtende_opdrachten")
    return opdracht


def doe(opdracht: Opdracht) -> None:
    """Carry out what was asked; only the worker that claims it does."""
    eigen = Opdracht.objects.filter(pk=opdracht.pk)
    geclaimd = Opdracht.overgangen.move_all(Opdrachtstaat.BEZIG, eigen, begonnen_op=timezone.now())
    if not geclaimd:
        return
    try:
        if opdracht.soort == SoortOpdracht.SPRONG and opdracht.doel_op:
            speel_tot(opdracht.doel_op, now(), vooraf=partial(_zet_klok, opdracht))
            klok.zet(opdracht.doel_op - timezone.now())
        else:
            begin_opnieuw()
    except Exception:
        Opdracht.overgangen.move_all(Opdrachtstaat.MISLUKT, eigen)
        raise
    Opdracht.overgangen.move_all(Opdrachtstaat.KLAAR, eigen)


def _zet_klok(opdracht: Opdracht, moment: datetime, aantal: int) -> None:
    """The clock stands at each moment while its tick runs, so that a week looks like a week."""
    klok.zet(moment - timezone.now() + timedelta(seconds=1))
    Opdracht.objects.filter(pk=opdracht.pk).update(aantal_momenten=aantal)


def begin_opnieuw() -> None:
    """Empty the practice database and fill it again. Refuses a database without the marker of practice."""
    leeg()
    richt_in(timezone.now())


def merk() -> None:
    """Mark this database as one for practice; refuses one that already holds people but no marker."""
    from instanties.models import Gebruiker

    if not Oefenklok.objects.filter(pk=1).exists() and Gebruiker.objects.exists():
        raise RuleError(_("Deze database is niet van de oefenomgeving. Er is niets gewijzigd."))
    Oefenklok.objects.get_or_create(pk=1)


# What a fresh start keeps: the ladder, the rights, Django's own, and the request that asked for it.
BLIJFT = {
    "django_migrations",
    "django_content_type",
    "auth_permission",
    "escalatie_escalatiemodel",
    "escalatie_modelstap",
    "escalatie_modelspoor",
    "escalatie_modelcriterium",
    "escalatie_modelniveau",
    # The days that the law equates with a holiday.
    "instanties_vrijedag",
    "toestemming_grondslagsoort",
    "oefenomgeving_opdracht",
    "oefenomgeving_oefenklok",
    "core_cache",
}


def leeg() -> None:
    """Empty every table of the practice database as its owner, and set its clock to real time."""
    if not Oefenklok.objects.filter(pk=1).exists():
        raise RuleError(_("Deze database is niet van de oefenomgeving. Er is niets gewijzigd."))
    eigenaar = connections["eigenaar"]
    with eigenaar.cursor() as cursor:
        tabellen = [tabel for tabel in eigenaar.introspection.table_names(cursor) if tabel not in BLIJFT]
        namen = ", ".join(eigenaar.ops.quote_name(tabel) for tabel in tabellen)
        cursor.execute(f"TRUNCATE {namen} RESTART IDENTITY")
        cursor.execute("ALTER SEQUENCE gezin_nummer RESTART")
    eigenaar.close()
    # It names people, who are gone.
    Regio.objects.create(pk=1, naam="Onze regio")
    Oefenklok.objects.filter(pk=1).update(seconden_vooruit=0)
    klok.ververs()


def brieven(aan: str = "") -> "list[Oefenbrief]":
    """The latest hundred practice mails, of one address when given."""
    alle = Oefenbrief.objects.all()
    return list((alle.filter(aan=aan) if aan else alle)[:100])
