from django.apps import AppConfig
from django.core import checks


class TermijnenConfig(AppConfig):
    name = "termijnen"

    def ready(self) -> None:
        from berichten import soorten
        from berichten.momenten import MOMENTEN
        from termijnen import bundelmoment, kinds
        from termijnen.checks import elke_soort_heeft_een_behandelaar

        soorten.registreer(kinds.NOTICES)
        MOMENTEN.fill(bundelmoment.momenten)
        checks.register(elke_soort_heeft_een_behandelaar)
