from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.zinnen import zin


class EscalatieConfig(AppConfig):
    name = "escalatie"

    def ready(self) -> None:
        """Term kinds, notice kinds, panels, menu, and what the rooms below tell this one."""
        from core import navigatie, plaatsen
        from escalatie import berichtregels, nieuws, ontvangst
        from escalatie.actions import klok
        from escalatie.panelen import (
            GoedNieuwsPaneel,
            MeldPaneel,
            OnsPlanMeldPaneel,
            OnsPlanPaneel,
            PlanPaneel,
            SluitPaneel,
        )
        from gezinnen import signalen as gezinssignalen
        from gezinsplan import nieuw_per_gezin, sinds
        from gezinsplan import signalen as plansignalen
        from instanties import signalen as instantiesignalen
        from instanties.permissions import is_leiding
        from termijnen import soorten

        berichtregels.registreer()
        sinds.registreer_bron(nieuws.sinds)
        nieuw_per_gezin.registreer_bron(nieuws.per_gezin)
        for soort, behandel, label, stagnatie in (
            ("stap_vastleggen", klok.vastleggen_verstreken, _("Leg vast wat er gaat gebeuren"), ""),
            ("stap_resultaat", klok.resultaat_verstreken, _("Bewaak het resultaat"), ""),
            ("actie", klok.acties_verstreken, _("Actie"), "__stap"),
            ("vraag", klok.vragen_verstreken, _("Beantwoord de vraag"), ""),
            ("bevestiging", klok.bevestigingen_verstreken, _("Antwoord op het besluit"), "__besluit__stap"),
            ("oplossing", klok.oplossingen_verstreken, _("Is het opgelost?"), ""),
        ):
            over = f"{soort}{stagnatie}__stagnatie"
            soorten.registreer(soort, behandel, label=label, regel=berichtregels.regels, over=over)

        plaatsen.registreer("plan.boven", PlanPaneel)
        plaatsen.registreer("plan.doe", MeldPaneel)
        plaatsen.registreer("doel.sluiten", SluitPaneel)
        plaatsen.registreer("afspraak.sluiten", SluitPaneel)
        plaatsen.registreer("ons_plan.boven", OnsPlanPaneel)
        plaatsen.registreer("ons_plan.goed_nieuws", GoedNieuwsPaneel)
        plaatsen.registreer("ons_plan.vastgelopen", OnsPlanMeldPaneel)
        navigatie.registreer(
            "escalatie:stagnaties", zin(_("[Stagnaties]")), volgorde=30, voor=lambda request: is_leiding(request.user)
        )

        uid = "escalatie.%s"
        plansignalen.afspraken_gemist.connect(ontvangst.bij_gemist, dispatch_uid=uid % "gemist")
        plansignalen.afspraak_alsnog_gedaan.connect(ontvangst.bij_alsnog_gedaan, dispatch_uid=uid % "alsnog")
        plansignalen.afgesloten.connect(ontvangst.bij_afgesloten, dispatch_uid=uid % "afgesloten")
        gezinssignalen.coordinator_gewisseld.connect(ontvangst.bij_coordinator, dispatch_uid=uid % "coordinator")
        gezinssignalen.deelname_gestopt.connect(ontvangst.bij_gestopt, dispatch_uid=uid % "gestopt")
        instantiesignalen.toegang_beeindigd.connect(ontvangst.bij_geen_toegang, dispatch_uid=uid % "toegang")
        instantiesignalen.functie_beeindigd.connect(ontvangst.bij_rol_beeindigd, dispatch_uid=uid % "rol")
        instantiesignalen.gaat_weg.connect(ontvangst.bij_gaat_weg, dispatch_uid=uid % "weg")
