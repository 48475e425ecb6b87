"""How a view of the plan tells that something was saved."""

from django.utils.translation import gettext as _

from core import clock
from woorden.tijdwoorden import klokslag


def bewaard() -> str:
    """That it is saved, and at what time."""
    return _("Bewaard om %(tijd)s.") % {"tijd": klokslag(clock.now())}
