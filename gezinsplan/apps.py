from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.zinnen import zin


class GezinsplanConfig(AppConfig):
    name = "gezinsplan"

    def ready(self) -> None:
        from core import navigatie, plaatsen
        from gezinnen import signalen
        from gezinsplan import meldingen
        from gezinsplan.actions.klok import behandel_afspraken, behandel_gesprekken, behandel_navragen
        from gezinsplan.panelen import BeheerPaneel
        from gezinsplan.permissions import plannen_zonder_coordinator
        from gezinsplan.selectie import lopende_onderdelen, uitvoerders_over, uitvoerders_van
        from instanties.permissions import is_manager
        from termijnen import soorten
        from toestemming import inzage, onderwerpen
        from toestemming.namen import registreer_hulpverleners
        from toestemming.signalen import vlag_veranderd

        meldingen.registreer()
        inzage.registreer_uitvoerders(uitvoerders_van)
        onderwerpen.registreer_bron(lopende_onderdelen)
        plaatsen.registreer("beheer.start", BeheerPaneel)
        registreer_hulpverleners(uitvoerders_over)
        navigatie.registreer(
            "gezinsplan:ons_plan", _("Ons plan"), volgorde=10, voor=lambda request: not request.user.is_professional
        )
        navigatie.registreer(
            "gezinsplan:gezinnen", _("Gezinnen"), volgorde=20, voor=lambda request: request.user.is_professional
        )
        navigatie.registreer(
            "gezinsplan:zonder_coordinator",
            zin(_("Zonder [zorgcoördinator]")),
            volgorde=35,
            voor=lambda request: is_manager(request.user) and plannen_zonder_coordinator(request.user).exists(),
        )
        regel = meldingen.over_afspraken
        soorten.registreer("afspraak", behandel_afspraken, label=_("Afspraak"), regel=regel, over="afspraak")
        soorten.registreer(
            "navraag", behandel_navragen, label=zin(_("[Navraag]")), regel=regel, over="navraag__afspraak"
        )
        soorten.registreer("gesprek", behandel_gesprekken, label=_("Gesprek"), regel=regel, over="gesprek__afspraak")
        vlag_veranderd.connect(_bij_vlag, dispatch_uid="gezinsplan.vlag")
        signalen.deelname_begonnen.connect(_bij_deelname, dispatch_uid="gezinsplan.begonnen")
        signalen.deelname_begonnen.connect(_bij_begin, dispatch_uid="gezinsplan.doet_mee")
        signalen.deelname_gestopt.connect(_bij_deelname, dispatch_uid="gezinsplan.gestopt")
        signalen.coordinator_gewisseld.connect(_bij_coordinator, dispatch_uid="gezinsplan.coordinator")


def _bij_deelname(sender: Any, deelnemer: Any, nu: Any, door: Any, reden: str = "", **_rest: Any) -> None:
    from gezinsplan.actions.mensen import herzie_wie_gevraagd_wordt

    herzie_wie_gevraagd_wordt(deelnemer.gezin_id, nu=nu, door=door, reden=str(reden))


def _bij_vlag(sender: Any, gezin: Any, nu: Any, door: Any, **_rest: Any) -> None:
    from gezinsplan.actions.mensen import herzie_wie_gevraagd_wordt

    # Who asks after something may no longer know of it. Without a word of why: the reason is read with the term.
    herzie_wie_gevraagd_wordt(gezin.pk, nu=nu, door=door)


def _bij_begin(sender: Any, deelnemer: Any, nu: Any, door: Any, **_rest: Any) -> None:
    from gezinsplan.actions.mensen import vertel_wie_meedoet

    vertel_wie_meedoet(deelnemer, nu=nu, door=door)


def _bij_coordinator(sender: Any, gezin: Any, nieuw: Any, nu: Any, door: Any, reden: str = "", **_rest: Any) -> None:
    from gezinsplan.actions.doelen import plan_van
    from gezinsplan.actions.mensen import herzie_wie_gevraagd_wordt, vertel_nieuwe_coordinator

    # A family begins with its first coordinator, and has its one plan from then on.
    plan_van(gezin)
    vertel_nieuwe_coordinator(nieuw, nu=nu, door=door)
    herzie_wie_gevraagd_wordt(gezin.pk, nu=nu, door=door, reden=str(reden))
