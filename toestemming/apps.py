from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ToestemmingConfig(AppConfig):
    name = "toestemming"

    def ready(self) -> None:
        """Grounds follow from acts in the room below, and the clock closes what is past (T2, T3)."""
        from core import navigatie, plaatsen
        from gezinnen import signalen
        from instanties import vervanging
        from instanties.permissions import is_privacy_officer
        from termijnen import soorten
        from toestemming import meldingen, waarneming
        from toestemming.actions import gevolgen
        from toestemming.actions.klok import behandel_intrekking, behandel_loopt_af, behandel_vlag
        from toestemming.actions.verjaardagen import behandel_nadert, behandel_verjaardag
        from toestemming.panelen import OnsPlanVraag, SoortenIngang, WeghoudenIngang

        navigatie.registreer(
            "toestemming:logboek", _("Logboek"), volgorde=75, voor=lambda request: is_privacy_officer(request.user)
        )
        meldingen.registreer()
        plaatsen.registreer("ons_plan.boven", OnsPlanVraag, volgorde=20)
        plaatsen.registreer("plan.doe", WeghoudenIngang, volgorde=80)
        plaatsen.registreer("beheer.bijwerken", SoortenIngang)
        regel = meldingen.regels
        soorten.registreer("intrekking", behandel_intrekking, label=_("Gesprek over toestemming"), regel=regel)
        # Nobody talks it over again in the week after: asked when its end comes near.
        maand = timedelta(days=31)
        soorten.registreer("toestemming_loopt_af", behandel_loopt_af, label=_("Toestemming"), regel=regel, vooraf=maand)
        soorten.registreer("vlag_herzien", behandel_vlag, label=_("Veiligheidsvlag"), regel=regel, vooraf=maand)
        soorten.registreer("verjaardag_nadert", behandel_nadert, label=_("Verjaardag"), herinnert=False)
        soorten.registreer("verjaardag", behandel_verjaardag, label=_("Verjaardag"), herinnert=False)
        vervanging.sluit_uit(waarneming.met_vlag)
        signalen.deelname_begonnen.connect(gevolgen.bij_begin_deelname, dispatch_uid="grondslag_begint")
        signalen.deelname_gestopt.connect(gevolgen.bij_stoppen_deelname, dispatch_uid="grondslag_eindigt")
        signalen.coordinator_gewisseld.connect(gevolgen.bij_wissel_coordinator, dispatch_uid="grondslag_coordinatie")
        signalen.gezinslid_veranderd.connect(gevolgen.bij_gezinslid_veranderd, dispatch_uid="toestemming_herzien")
