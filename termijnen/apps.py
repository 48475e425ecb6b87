from typing import Any

from django.apps import AppConfig
from django.core import checks


class TermijnenConfig(AppConfig):
    name = "termijnen"

    def ready(self) -> None:
        from berichten import soorten
        from berichten.momenten import MOMENTEN
        from gezinnen.signalen import deelname_verhuisd
        from instanties.werkdagen import WERKDAGEN
        from termijnen import bundelmoment, kalender, kinds
        from termijnen.checks import elke_soort_heeft_een_behandelaar

        soorten.registreer(kinds.NOTICES)
        MOMENTEN.fill(bundelmoment.momenten)
        WERKDAGEN.fill(kalender.na_werkdagen)
        checks.register(elke_soort_heeft_een_behandelaar)
        deelname_verhuisd.connect(_bij_verhuizen)


def _bij_verhuizen(sender: Any, deelnemer: Any, oud: Any, **_rest: Any) -> None:
    from termijnen.actions import vraag_met_ander_account

    vraag_met_ander_account(oud, deelnemer.gebruiker, gezin_id=deelnemer.gezin_id)
