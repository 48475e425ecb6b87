from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.zinnen import zin


class EscalatieConfig(AppConfig):
    name = "escalatie"

    def ready(self) -> None:
        """Term kinds, notice kinds, panels, menu, and what the rooms below tell this one."""
        from berichten import soorten as berichtsoorten
        from core import navigatie, plaatsen
        from escalatie import kinds, nieuws, ontvangst, panelen
        from gezinnen import signalen as gezinssignalen
        from gezinsplan import signalen as plansignalen
        from gezinsplan.nieuws import NIEUWSBRONNEN, Nieuwsbron
        from instanties import signalen as instantiesignalen
        from instanties.permissions import is_leiding
        from termijnen import soorten as termijnsoorten

        berichtsoorten.registreer(kinds.NOTICES)
        termijnsoorten.registreer(kinds.TERMS)
        NIEUWSBRONNEN.add("escalatie", Nieuwsbron(nieuws.sinds, nieuws.per_gezin))
        plaatsen.registreer("plan.boven", panelen.PlanPaneel)
        plaatsen.registreer("plan.doe", panelen.MeldPaneel)
        plaatsen.registreer("doel.sluiten", panelen.SluitPaneel)
        plaatsen.registreer("afspraak.sluiten", panelen.SluitPaneel)
        plaatsen.registreer("ons_plan.boven", panelen.OnsPlanPaneel)
        plaatsen.registreer("ons_plan.goed_nieuws", panelen.GoedNieuwsPaneel)
        plaatsen.registreer("ons_plan.vastgelopen", panelen.OnsPlanMeldPaneel)
        navigatie.registreer("escalatie:stagnaties", zin(_("[Stagnaties]")), volgorde=30, voor=is_leiding)

        plansignalen.afspraken_gemist.connect(ontvangst.bij_gemist)
        plansignalen.afspraak_alsnog_gedaan.connect(ontvangst.bij_alsnog_gedaan)
        plansignalen.afgesloten.connect(ontvangst.bij_afgesloten)
        gezinssignalen.coordinator_gewisseld.connect(ontvangst.bij_coordinator)
        gezinssignalen.deelname_gestopt.connect(ontvangst.bij_gestopt)
        instantiesignalen.toegang_beeindigd.connect(ontvangst.bij_geen_toegang)
        instantiesignalen.functie_beeindigd.connect(ontvangst.bij_rol_beeindigd)
        instantiesignalen.gaat_weg.connect(ontvangst.bij_gaat_weg)
