from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ToestemmingConfig(AppConfig):
    name = "toestemming"

    def ready(self) -> None:
        """Grounds follow from acts in the room below, and the clock closes what is past (T2, T3)."""
        from berichten import soorten as berichtsoorten
        from berichten.brief import AANDUIDING
        from core import navigation, places
        from gezinnen import signalen
        from instanties.permissions import is_privacy_officer
        from instanties.signalen import functie_gegeven, organisatie_gesloten
        from instanties.vervanging import UITSLUITINGEN
        from termijnen import soorten as termijnsoorten
        from toestemming import kinds, vertrek, verwoording, waarneming
        from toestemming.actions import gevolgen, volgen, zeggenschap
        from toestemming.beoordelaars import kijkt_mee
        from toestemming.panelen import GetekendNaCode, HoorBevestiging, OnsPlanVraag, SoortenIngang, WeghoudenIngang
        from toestemming.zicht import blikken_van_lijst

        berichtsoorten.registreer(kinds.NOTICES)
        berichtsoorten.VOORAF.fill(blikken_van_lijst)
        AANDUIDING.fill(verwoording.aanduiding_in_mail)
        termijnsoorten.registreer(kinds.TERMS)
        UITSLUITINGEN.add("vlag", waarneming.met_vlag)
        UITSLUITINGEN.add("nee", waarneming.met_nee)
        UITSLUITINGEN.add("nee_tegen_instelling", waarneming.met_nee_tegen_instelling)
        UITSLUITINGEN.add("nee_op_naam", waarneming.met_nee_op_naam)
        places.register("ons_plan.boven", OnsPlanVraag, order=20)
        places.register("plan.doe", HoorBevestiging, order=70)
        places.register("toegang.getekend", GetekendNaCode)
        places.register("plan.doe", WeghoudenIngang, order=80)
        places.register("beheer.bijwerken", SoortenIngang)
        navigation.register("toestemming:bescherming", _("Veiligheid"), order=72, visible_to=kijkt_mee)
        navigation.register("toestemming:logboek", _("Logboek"), order=75, visible_to=is_privacy_officer)
        signalen.persoon_veranderd.connect(volgen.bij_persoon_veranderd)
        signalen.deelname_begonnen.connect(gevolgen.bij_begin_deelname)
        signalen.deelname_verhuisd.connect(gevolgen.bij_verhuizen_deelname)
        signalen.stopt_met_plan.connect(vertrek.wat_nog_loopt)
        signalen.deelname_gestopt.connect(gevolgen.bij_stoppen_deelname)
        signalen.verhuist.connect(gevolgen.bij_verhuizen)
        signalen.overlijden_hersteld.connect(gevolgen.bij_herstel)
        signalen.coordinator_gewisseld.connect(gevolgen.bij_wissel_coordinator)
        signalen.gezinslid_veranderd.connect(gevolgen.bij_gezinslid_veranderd)
        signalen.zeggenschap_verandert.connect(zeggenschap.bij_zeggenschap)
        functie_gegeven.connect(gevolgen.bij_functie_gegeven)
        organisatie_gesloten.connect(gevolgen.bij_sluiten)
