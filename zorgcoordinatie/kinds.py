"""The kinds of notice that this room owns; its AppConfig makes them known."""

from django.utils.translation import gettext_lazy as _

from berichten.soorten import Berichtsoort
from zorgcoordinatie import verwoording
from zorgcoordinatie.meldingen import SOORT_ANTWOORD, SOORT_GEVRAAGD, SOORT_TE_LAAT

NOTICES = (
    Berichtsoort(SOORT_GEVRAAGD, _("Er wacht een vraag op uw team"), verwoording.gevraagd),
    Berichtsoort(SOORT_TE_LAAT, _("Een vraag aan uw team is te laat"), verwoording.gevraagd),
    Berichtsoort(SOORT_ANTWOORD, _("Er is een antwoord op wat u meldde"), verwoording.antwoord),
)
