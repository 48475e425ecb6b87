from django.apps import AppConfig
from django.core import checks


class TermijnenConfig(AppConfig):
    name = "termijnen"

    def ready(self) -> None:
        from berichten import soorten
        from berichten.momenten import MOMENTEN
        from instanties.werkdagen import WERKDAGEN
        from termijnen import bundelmoment, kalender, kinds
        from termijnen.checks import elke_soort_heeft_een_behandelaar

        soorten.registreer(kinds.NOTICES)
        MOMENTEN.fill(bundelmoment.momenten)
        WERKDAGEN.fill(kalender.na_werkdagen)
        checks.register(elke_soort_heeft_een_behandelaar)
