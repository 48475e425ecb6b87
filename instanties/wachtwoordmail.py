"""The link with which somebody chooses a new password: asked on a page, mailed by the worker (X2).

The page does the same for an address that we know and for one that we don't: it hands on a list of who it is, which may be
empty. Neither the address nor the link travels along; the worker makes the link when it sends the mail.
"""

import logging
import smtplib
from collections.abc import Iterable, Sequence

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from core.mail import make_mail
from instanties.models import Gebruiker

logger = logging.getLogger(__name__)


def mail_links(gebruiker_ids: Iterable[str]) -> tuple[Sequence[Gebruiker], Sequence[str]]:
    """Mail these people their link; returns who got one, and the ids for whom that failed.

    Not to who has been closed meanwhile, nor to who never chose a password: that goes by the invitation, which also asks
    the name.
    """
    gemaild, mislukt = [], []
    for gebruiker in Gebruiker.objects.filter(pk__in=list(gebruiker_ids), is_active=True).exclude(email=""):
        if not gebruiker.has_usable_password():
            continue
        try:
            _mail(gebruiker)
        except (smtplib.SMTPException, OSError) as fout:
            # Never the error itself: it may name the address.
            logger.warning("Mail voor een nieuw wachtwoord niet verstuurd: %s", type(fout).__name__)
            mislukt.append(str(gebruiker.pk))
        else:
            gemaild.append(gebruiker)
    return gemaild, mislukt


def _mail(gebruiker: Gebruiker) -> None:
    sleutel = {"uidb36": user_pk_to_url_str(gebruiker), "key": default_token_generator.make_token(gebruiker)}
    adres = settings.BASIS_URL + reverse("account_reset_password_from_key", kwargs=sleutel)
    # Who shares an address reads whose link this is.
    gedeeld = Gebruiker.objects.filter(email__iexact=gebruiker.email, is_active=True).exclude(pk=gebruiker.pk).exists()
    context = {"adres": adres, "inlognaam": gebruiker.inlognaam if gedeeld else ""}
    make_mail("mail/wachtwoord", context, to=gebruiker.email, subject=_("Een nieuw wachtwoord kiezen")).send()
