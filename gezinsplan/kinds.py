"""The kinds of notice and of term that this room owns; its AppConfig makes them known."""

from django.utils.translation import gettext_lazy as _

from berichten.soorten import Berichtsoort
from gezinsplan.actions.klok import behandel_afspraken, behandel_gesprekken, behandel_navragen
from gezinsplan.verwoording import over_afspraken, over_herstel, over_iemand, over_plannen, over_wegen, over_wie_weg_is
from termijnen.soorten import Termijnsoort
from woorden.zinnen import zin

NOTICES = (
    Berichtsoort("navraag_gevraagd", _("Er is een vraag aan u"), over_afspraken),
    Berichtsoort("later_gevraagd", _("Er wordt een akkoord van u gevraagd"), over_afspraken),
    Berichtsoort("niet_nodig_gevraagd", _("Er wordt een akkoord van u gevraagd"), over_afspraken),
    Berichtsoort("gesprek_gevraagd", _("Er wordt een gesprek van u gevraagd"), over_afspraken),
    Berichtsoort("afspraak_gemaakt", _("Er is een nieuwe afspraak"), over_afspraken),
    Berichtsoort("afspraak_veranderd", _("Een afspraak is veranderd"), over_afspraken),
    Berichtsoort("kan_niet", _("Er is een antwoord voor u"), over_afspraken),
    Berichtsoort("termijn_gewijzigd", _("Een termijn is veranderd"), over_afspraken),
    Berichtsoort("afspraak_vervallen", _("Een afspraak is niet meer nodig"), over_afspraken),
    Berichtsoort("vink_teruggenomen", _("Een afspraak is veranderd"), over_afspraken),
    Berichtsoort("geen_akkoord", _("Er is een antwoord voor u"), over_afspraken),
    Berichtsoort("link_beantwoord", _("Er is een antwoord voor u"), over_afspraken),
    Berichtsoort("link_dicht", _("Een link die u stuurde, werkt niet meer"), over_afspraken),
    Berichtsoort("iemand_weg", _("Iemand van het plan is even weg"), over_wie_weg_is, spoed=True),
    Berichtsoort("weg_van_gezin", _("Iemand van een plan kan op een nieuwe manier inloggen"), over_wegen, spoed=True),
    Berichtsoort("weg_van_gezin_bel", _("Bel iemand over een nieuwe manier om in te loggen"), over_wegen, spoed=True),
    Berichtsoort("andere_naam_in_plan", _("Iemand van een plan heet nu anders"), over_iemand),
    Berichtsoort("elders_overleden", _("Er is een vraag aan u"), over_iemand, spoed=True),
    Berichtsoort("toch_niet_overleden", _("Er is iets hersteld"), over_iemand, spoed=True),
    Berichtsoort("herstel_gevraagd", _("Er is een vraag aan u"), over_herstel, spoed=True),
    Berichtsoort("herstel_beantwoord", _("Er is een antwoord voor u"), over_iemand),
    Berichtsoort("doet_mee", _("U doet mee met een plan"), over_plannen),
    Berichtsoort("coordinator_geworden", zin(_("U bent [zorgcoördinator] van een plan")), over_plannen),
    Berichtsoort("plan_gestart", _("Een plan is gestart"), over_plannen),
    Berichtsoort("doel_bereikt", _("Er is goed nieuws"), over_plannen),
    Berichtsoort("zonder_gezin", _("Er wordt een gesprek van u gevraagd"), over_plannen),
    Berichtsoort("reactie_geplaatst", _("Er is een reactie voor u"), over_plannen),
)
TERMS = (
    Termijnsoort("afspraak", behandel_afspraken, _("Afspraak"), verwoord=over_afspraken, over="afspraak"),
    Termijnsoort(
        "navraag",
        behandel_navragen,
        zin(_("[Navraag]")),
        verwoord=over_afspraken,
        over="navraag__afspraak",
        wacht_op_werkdag=True,
    ),
    Termijnsoort(
        "gesprek",
        behandel_gesprekken,
        _("Gesprek"),
        verwoord=over_afspraken,
        over="gesprek__afspraak",
        wacht_op_werkdag=True,
    ),
)
