"""With which SECRET_KEY this database works, known by a fingerprint: another key is noticed at once, not by who can't get in.

Second steps are encrypted by that key; codes of invitations and one-time links are signed by it. The fingerprint says nothing
of the key: whoever reads the database can't try keys, for a key is fifty random characters (X2).
"""

from datetime import datetime

from django.conf import settings
from django.utils.crypto import salted_hmac

from core.models import KeyMark


def fingerprint(key: str) -> str:
    """By which this key is known again."""
    return salted_hmac("core.key_mark", "", secret=key, algorithm="sha256").hexdigest()


def fits() -> bool:
    """Whether this database worked with SECRET_KEY, or with one of its fallbacks, before; one question to the database.

    Where none was noted yet, any fits.
    """
    noted = KeyMark.objects.values_list("fingerprint", flat=True).first()
    return noted is None or noted in {
        fingerprint(str(key)) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    }


def note_first(now: datetime) -> None:
    """Where none was noted yet: this is the one."""
    mark = KeyMark(pk=1, fingerprint=fingerprint(settings.SECRET_KEY), since=now)
    KeyMark.objects.bulk_create([mark], ignore_conflicts=True)


def accept(now: datetime) -> None:
    """From now on SECRET_KEY is the one: everything was encrypted by it anew, or the earlier one is lost."""
    note_first(now)
    mine = fingerprint(settings.SECRET_KEY)
    KeyMark.objects.exclude(fingerprint=mine).update(fingerprint=mine, since=now)
