"""The kinds of notice that this room owns; its AppConfig makes them known."""

from django.utils.translation import gettext_lazy as _

from berichten.soorten import Berichtsoort
from instanties import verwoording
from instanties.actions.meldingen import SOORT_BERICHT
from instanties.actions.mensen import SOORT_ROL
from instanties.actions.uitnodigingen import SOORT_NIEUWE_CODE
from instanties.actions.vervangingen import SOORT_AFWEZIG
from instanties.actions.vervangingen import SOORT_BERICHT as SOORT_VERVANGING

NOTICES = (
    Berichtsoort(SOORT_VERVANGING, _("U vervangt iemand"), verwoording.vervanging),
    Berichtsoort(SOORT_AFWEZIG, _("Iemand is afwezig"), verwoording.afwezig, spoed=True),
    Berichtsoort(SOORT_BERICHT, _("Er is iets voor u als beheerder"), verwoording.beheermelding, spoed=True),
    Berichtsoort(SOORT_ROL, _("Iemand kreeg een rol voor de hele regio"), verwoording.rol_gegeven, spoed=True),
    Berichtsoort(
        SOORT_NIEUWE_CODE, _("Er is een nieuwe inlogcode voor u gemaakt"), verwoording.nieuwe_code, spoed=True
    ),
)
