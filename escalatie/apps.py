from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from woorden.zinnen import zin


class EscalatieConfig(AppConfig):
    name = "escalatie"

    def ready(self) -> None:
        """Term kinds, notice kinds, panels, menu, and what the rooms below tell this one."""
        from berichten import soorten as berichtsoorten
        from core import navigation, places
        from escalatie import kinds, laddertermijnen, nieuws, ontvangst, panelen, verschuldigd
        from gezinnen import signalen as gezinssignalen
        from gezinsplan import signalen as plansignalen
        from gezinsplan.looptijd import LANGSTE
        from gezinsplan.nieuws import NIEUWSBRONNEN, Nieuwsbron
        from instanties import signalen as instantiesignalen
        from instanties.permissions import is_leiding
        from termijnen import soorten as termijnsoorten
        from toestemming import signalen as toestemmingsignalen

        berichtsoorten.registreer(kinds.NOTICES)
        termijnsoorten.registreer(kinds.TERMS)
        termijnsoorten.VERSCHULDIGD.add("escalatie", verschuldigd.verschuldigd)
        LANGSTE.fill(laddertermijnen.langste_van_afspraak)
        termijnsoorten.DRINGEND.add("escalatie", verschuldigd.kan_niet_wachten)
        NIEUWSBRONNEN.add("escalatie", Nieuwsbron(nieuws.sinds, nieuws.per_gezin))
        places.register("plan.boven", panelen.PlanPaneel)
        places.register("plan.doe", panelen.MeldPaneel)
        places.register("doel.sluiten", panelen.SluitPaneel)
        places.register("afspraak.sluiten", panelen.SluitPaneel)
        places.register("beheer.bijwerken", panelen.LadderIngang)
        places.register("ons_plan.boven", panelen.OnsPlanPaneel)
        places.register("ons_plan.goed_nieuws", panelen.GoedNieuwsPaneel)
        places.register("ons_plan.vastgelopen", panelen.OnsPlanMeldPaneel)
        places.register("regio.termijnen", panelen.LaddertermijnenPaneel)
        places.register("veiligheid.beslissen", panelen.InPlaatsPaneel)
        navigation.register("escalatie:stagnaties", zin(_("[Stagnaties]")), order=30, visible_to=is_leiding)

        plansignalen.afspraken_gemist.connect(ontvangst.bij_gemist)
        plansignalen.afspraak_alsnog_gedaan.connect(ontvangst.bij_alsnog_gedaan)
        plansignalen.vink_teruggenomen.connect(ontvangst.bij_vink_teruggenomen)
        plansignalen.afgesloten.connect(ontvangst.bij_afgesloten)
        gezinssignalen.coordinator_gewisseld.connect(ontvangst.bij_coordinator)
        gezinssignalen.stopt_met_plan.connect(ontvangst.wat_nog_loopt)
        gezinssignalen.deelname_gestopt.connect(ontvangst.bij_gestopt)
        instantiesignalen.toegang_beeindigd.connect(ontvangst.bij_geen_toegang)
        instantiesignalen.functie_beeindigd.connect(ontvangst.bij_rol_beeindigd)
        instantiesignalen.beslisser_genoemd.connect(ontvangst.bij_beslisser_genoemd)
        instantiesignalen.gaat_weg.connect(ontvangst.bij_gaat_weg)
        instantiesignalen.organisatie_sluit.connect(ontvangst.wat_blijft_achter)
        instantiesignalen.organisatie_gesloten.connect(ontvangst.bij_sluiten)
        toestemmingsignalen.vlag_veranderd.connect(ontvangst.bij_vlag)
