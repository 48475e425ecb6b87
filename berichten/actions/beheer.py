"""What the beheerder decides about mails: not sending what may have gone already, trying again what failed."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from berichten.models import Bericht, MailStaat
from core.nudge import nudge


def laat_liggen(voor: datetime) -> int:
    """Send no mail about what was told before this moment; the inbox keeps it. Returns how many mails that were."""
    wachtend = Bericht.objects.filter(mail_staat=MailStaat.TE_VERZENDEN, gemaakt_op__lte=voor)
    return wachtend.update(mail_staat=MailStaat.NIET_NODIG, volgende_poging_op=None)


def probeer_opnieuw(bericht_ids: Sequence[UUID], nu: datetime) -> int:
    """Give mails that failed their turn again, with all pauses before them; returns how many there were."""
    mislukt = Bericht.objects.filter(pk__in=bericht_ids, mail_staat=MailStaat.MISLUKT)
    aantal = mislukt.update(mail_staat=MailStaat.TE_VERZENDEN, pogingen=0, volgende_poging_op=nu)
    if aantal:
        nudge("berichten.tasks.verzend_berichten")
    return aantal
