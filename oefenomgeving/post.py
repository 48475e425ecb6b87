"""The mail backend of the practice environment: nothing leaves, everything can be read."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from core.clock import now
from oefenomgeving.models import Oefenbrief


class OefenpostBackend(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        Oefenbrief.objects.bulk_create(
            [
                Oefenbrief(
                    aan=aan, onderwerp=str(brief.subject), tekst=str(brief.body), opmaak=_opmaak(brief), op=now()
                )
                for brief in email_messages
                for aan in brief.recipients()
            ]
        )
        return len(email_messages)


def _opmaak(brief: EmailMessage) -> str:
    """The HTML part, where a mail has one."""
    delen = getattr(brief, "alternatives", None) or []
    return next((str(deel[0]) for deel in delen if deel[1] == "text/html"), "")
