"""The secrets of a one-time link: how they are made and kept, and when no link can be made (G17)."""

import base64
import secrets

from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from gezinnen.models import Deelnemer, SoortDeelnemer
from gezinsplan.models import Afspraak, EenmaligeLink, Navraag, Navraagstaat
from instanties.models import Gebruiker, Instelling

# Digits: on the phone letters are taken for one another. Of 8 digits, with 5 tries, nobody guesses one.
CIJFERS = 8
PER_GROEP = 4


def nieuw_geheim() -> str:
    """What stands in the link: 256 bits, fit for an address."""
    return secrets.token_urlsafe(32)


def nieuwe_code() -> str:
    """What is said over the phone: "4821 9037"."""
    cijfers = "".join(secrets.choice("0123456789") for _cijfer in range(CIJFERS))
    return " ".join(cijfers[i : i + PER_GROEP] for i in range(0, CIJFERS, PER_GROEP))


def hash_van_geheim(geheim: str) -> str:
    """How a link is kept and found: keyed with the installation's secret, so the database alone opens nothing."""
    return salted_hmac("gezinsplan.link.geheim", geheim, algorithm="sha256").hexdigest()


def merk_van_geheim(geheim: str) -> str:
    """What stands in the address once the link was followed: says nothing, and leads back to nothing."""
    kort = salted_hmac("gezinsplan.link.merk", geheim, algorithm="sha256").digest()[:16]
    return base64.urlsafe_b64encode(kort).decode().rstrip("=")


def hash_van_code(code: str, geheim_hash: str) -> str:
    """How a code is kept: bound to its own link. Spaces and dashes don't matter."""
    kaal = "".join(teken for teken in code if teken.isascii() and teken.isdigit())
    return salted_hmac("gezinsplan.link.code", f"{geheim_hash}:{kaal}", algorithm="sha256").hexdigest()


def is_bevestigd(deelnemer: Deelnemer, email: str, door: Gebruiker) -> bool:
    """Whether another than the sender says that this address is the doer's: his instelling, or an earlier exchange (I9).

    The instelling by its own address, or by the part behind the @ where nobody else has that; an exchange when the answer
    came by a link that somebody else had sent there. Never what is the address of an account: a doer who gets a link has
    none, so it is somebody else's, as the sender's own.
    """
    instelling = deelnemer.instelling
    if Gebruiker.objects.filter(email__iexact=email).exists():
        return False
    eerder = EenmaligeLink.objects.filter(
        email__iexact=email, deelnemer__instelling=instelling, gebruikt_op__isnull=False
    ).exclude(gemaakt_door=door)
    if instelling is None or eerder.exists():
        return instelling is not None
    achter = "@" + email.rpartition("@")[2].lower()
    if not instelling.email.lower().endswith(achter):
        return False
    anderen = (
        Instelling.objects.exclude(pk=instelling.pk),
        Gebruiker.objects.filter(is_professional=False),
        Deelnemer.objects.exclude(soort=SoortDeelnemer.PROFESSIONAL),
    )
    is_zelf = instelling.email.lower() == email.lower()
    return is_zelf or not any(rijen.filter(email__iendswith=achter).exists() for rijen in anderen)


def waarom_geen_link(afspraak: Afspraak, deelnemer: Deelnemer, navraag: Navraag | None) -> str:
    """Why this doer can't be sent a link now, in Dutch; empty when he can."""
    if not deelnemer.is_professional:
        return _("Een link is alleen voor professionals. Voor %(naam)s vraagt iemand anders het na.") % {
            "naam": deelnemer.naam
        }
    if deelnemer.gestopt_op or deelnemer.pk not in {mens.pk for mens in afspraak.uitvoerders.all()}:
        return _("%(naam)s doet niet (meer) mee met deze afspraak.") % {"naam": deelnemer.naam}
    if deelnemer.gebruiker_id:
        return _("%(naam)s heeft een eigen account en kan gewoon inloggen.") % {"naam": deelnemer.naam}
    if deelnemer.instelling is None or not deelnemer.instelling.actief:
        return _("De organisatie van %(naam)s doet niet meer mee. Er is geen grond om iets te delen.") % {
            "naam": deelnemer.naam
        }
    if navraag is None:
        return _("Er wordt nu niets gevraagd over deze afspraak.")
    if navraag.staat != Navraagstaat.OPEN:
        return _("Er is al een antwoord op deze vraag.")
    return ""
