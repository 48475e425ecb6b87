from typing import Any

from django.apps import AppConfig


class GezinnenConfig(AppConfig):
    name = "gezinnen"

    def ready(self) -> None:
        from gezinnen import organisaties, vertrek, waarneming
        from gezinnen.actions.organisaties import bij_sluiten
        from instanties.signalen import (
            account_overgenomen,
            gaat_weg,
            hernoemd,
            organisatie_gesloten,
            organisatie_sluit,
            organisatie_werkt_met,
        )
        from instanties.vervanging import UITSLUITINGEN

        gaat_weg.connect(vertrek.wat_blijft_liggen)
        hernoemd.connect(_bij_hernoemen)
        account_overgenomen.connect(_bij_overnemen)
        organisatie_sluit.connect(organisaties.wat_blijft_achter)
        organisatie_gesloten.connect(bij_sluiten)
        organisatie_werkt_met.connect(organisaties.wie_er_werken)
        UITSLUITINGEN.add("gezinnen", waarneming.neemt_zelf_deel)


def _bij_hernoemen(sender: Any, gebruiker: Any, nu: Any, door: Any, **_rest: Any) -> None:
    from gezinnen.actions import hernoem

    hernoem(gebruiker, nu=nu, door=door)


def _bij_overnemen(sender: Any, van: Any, naar: Any, nu: Any, door: Any, **_rest: Any) -> None:
    from gezinnen.actions import verhuis_deelnames

    verhuis_deelnames(van, naar, nu=nu, door=door)
