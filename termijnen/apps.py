from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class TermijnenConfig(AppConfig):
    name = "termijnen"

    def ready(self) -> None:
        from berichten import momenten, soorten
        from termijnen import bundelmoment
        from termijnen.actions.herinneringen import BERICHTSOORT
        from termijnen.checks import elke_soort_heeft_een_behandelaar
        from termijnen.inbox import termijnen_van

        soorten.registreer(BERICHTSOORT, wijst_naar=termijnen_van, categorie=_("Een termijn loopt bijna af."))
        momenten.registreer(bundelmoment.momenten)
        checks.register(elke_soort_heeft_een_behandelaar)
