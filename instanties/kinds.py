"""The kinds of notice that this room owns; its AppConfig makes them known."""

from django.utils.translation import gettext_lazy as _

from berichten.soorten import Berichtsoort
from instanties import verwoording, verwoording_rollen
from instanties.actions.functies import SOORT_ANTWOORD, SOORT_GEVRAAGD, SOORT_ONGEWOON, SOORT_ROL
from instanties.actions.meldingen import SOORT_BERICHT
from instanties.actions.mensen import SOORT_APART, SOORT_DICHT, SOORT_NAAM
from instanties.actions.nieuwe_toegang import SOORT_TOEGANG
from instanties.actions.opening import SOORT_OPENING
from instanties.actions.sluiten import SOORT_SLUITEN
from instanties.actions.vervangingen import SOORT_AFWEZIG
from instanties.actions.vervangingen import SOORT_BERICHT as SOORT_VERVANGING
from instanties.actions.wegen import SOORT_BEVESTIGD, SOORT_WEG, SOORT_WEG_WERKER

NOTICES = (
    Berichtsoort(SOORT_VERVANGING, _("U vervangt iemand"), verwoording.vervanging),
    Berichtsoort(SOORT_AFWEZIG, _("Iemand is afwezig"), verwoording.afwezig, spoed=True),
    Berichtsoort(SOORT_BERICHT, _("Er is iets voor u als beheerder"), verwoording.beheermelding, spoed=True),
    Berichtsoort(
        SOORT_OPENING, _("Er is veranderd wat anderen mogen lezen"), verwoording.opening_veranderd, spoed=True
    ),
    Berichtsoort(SOORT_ROL, _("Iemand kreeg een rol voor de hele regio"), verwoording_rollen.rol_gegeven, spoed=True),
    Berichtsoort(SOORT_WEG, _("Er is iets nieuws waarmee u kunt inloggen"), verwoording.wegen, spoed=True),
    Berichtsoort(
        SOORT_BEVESTIGD,
        _("Iemand zei namens u dat een manier om in te loggen klopt"),
        verwoording.wegen,
        spoed=True,
    ),
    Berichtsoort(SOORT_WEG_WERKER, _("Een ander kan in een account"), verwoording.wegen_van_werkers, spoed=True),
    Berichtsoort(
        SOORT_DICHT,
        _("U kunt niet meer inloggen. Klopt dit niet? Bel de organisatie die u helpt"),
        verwoording.toegang_gesloten,
        spoed=True,
    ),
    Berichtsoort(SOORT_NAAM, _("Uw naam is veranderd"), verwoording.andere_naam),
    Berichtsoort(SOORT_APART, _("U leest een gezin met een andere inlog"), verwoording.apart_account, spoed=True),
    Berichtsoort(SOORT_GEVRAAGD, _("Een rol wacht op uw ja of nee"), verwoording_rollen.functie_gevraagd),
    Berichtsoort(SOORT_ANTWOORD, _("Er is een antwoord over een rol"), verwoording_rollen.functie_beantwoord),
    Berichtsoort(
        SOORT_SLUITEN,
        _("Een organisatie stopt misschien, of gaat verder bij een andere"),
        verwoording_rollen.organisatie_verder,
    ),
    Berichtsoort(
        SOORT_TOEGANG, _("Er is nieuwe toegang tot een account gevraagd"), verwoording_rollen.nieuwe_toegang, spoed=True
    ),
    Berichtsoort(SOORT_ONGEWOON, _("Een ongewone rol is gegeven"), verwoording_rollen.functie_ongewoon, spoed=True),
)
