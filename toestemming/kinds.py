"""The kinds of notice and of term that this room owns; its AppConfig makes them known."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from berichten.soorten import Berichtsoort
from termijnen.soorten import Termijnsoort
from toestemming.actions.klok import behandel_intrekking, behandel_loopt_af, behandel_vlag
from toestemming.actions.verjaardagen import behandel_nadert, behandel_verjaardag
from toestemming.actions.vlagverzoeken import verstreken
from toestemming.actions.zeggenschap import ANDERS, BEL, GEKREGEN, KWIJT
from toestemming.verwoording import over_grond, over_verjaardag, over_vlag, over_zeggenschap, verwoord

# Nobody talks it over again in the week after: asked when its end comes near.
MAAND = timedelta(days=31)

NOTICES = (
    Berichtsoort("intrekking_bespreken", _("Er wordt een gesprek van u gevraagd"), verwoord),
    Berichtsoort("nee_gezegd", _("Er is iets veranderd in wie wat mag weten"), verwoord),
    Berichtsoort("nee_gaat_mee", _("Er is iets veranderd in wie wat mag weten"), verwoord),
    Berichtsoort("nee_geldt_ook", _("Er is iets veranderd in wie wat mag weten"), verwoord),
    Berichtsoort("nee_coordineert", _("Er is iets veranderd in wie wat ziet"), verwoord, spoed=True),
    Berichtsoort("intrekking_te_laat", _("Een gesprek is te laat"), verwoord),
    Berichtsoort("vlag_te_laat", _("Er is iets om opnieuw te bekijken"), verwoord),
    Berichtsoort("vlag_gevraagd", _("Er is een vraag aan u"), over_vlag, spoed=True),
    Berichtsoort("vlag_bevestigd", _("Er is antwoord op wat u vroeg"), over_vlag),
    Berichtsoort("vlag_opgeheven", _("Er is iets veranderd in wie wat ziet"), over_vlag, spoed=True),
    Berichtsoort("vlag_doet_iets", _("Er is iets om naar te kijken"), over_vlag, spoed=True),
    Berichtsoort("vlag_in_huis", _("Er is iets om naar te kijken"), over_vlag, spoed=True),
    Berichtsoort("beslissing_gevraagd", _("Er is een vraag aan u"), over_vlag),
    Berichtsoort("toestemming_voorbij", _("Er is iets om opnieuw te bespreken"), verwoord),
    Berichtsoort("delen_gestopt", _("Er is iets veranderd in wat u ziet"), verwoord),
    Berichtsoort("toestemming_vastgelegd", _("Er is iets voor u opgeschreven"), verwoord),
    Berichtsoort("toestemming_gevraagd", _("Er is een vraag aan u"), verwoord),
    Berichtsoort("grond_begonnen", _("Er is iets veranderd in wie wat ziet"), over_grond),
    Berichtsoort("verjaardag_nadert", _("Er verandert binnenkort iets"), over_verjaardag),
    Berichtsoort("verjaardag_geweest", _("Er is iets veranderd"), over_verjaardag),
    Berichtsoort(KWIJT, _("Er is iets veranderd in waar u over beslist"), over_zeggenschap, spoed=True),
    Berichtsoort(GEKREGEN, _("Er is iets veranderd in waar u over beslist"), over_zeggenschap, spoed=True),
    Berichtsoort(ANDERS, _("Er is iets veranderd in wie er beslist"), over_zeggenschap, spoed=True),
    Berichtsoort(BEL, _("Bel iemand over wie er beslist"), over_zeggenschap, spoed=True),
)
TERMS = (
    Termijnsoort("intrekking", behandel_intrekking, _("Gesprek over toestemming"), verwoord=verwoord),
    Termijnsoort("toestemming_loopt_af", behandel_loopt_af, _("Toestemming"), verwoord=verwoord, vooraf=MAAND),
    Termijnsoort("vlag_herzien", behandel_vlag, _("Veiligheidsvlag"), verwoord=verwoord, vooraf=MAAND),
    Termijnsoort("vlag_bevestigen", verstreken, _("Vraag over veiligheid"), verwoord=over_vlag, over="vlag_bevestigen"),
    Termijnsoort("verjaardag_nadert", behandel_nadert, _("Verjaardag"), herinnert=False),
    Termijnsoort("verjaardag", behandel_verjaardag, _("Verjaardag"), herinnert=False),
)
