from django.apps import AppConfig


class GezinnenConfig(AppConfig):
    name = "gezinnen"

    def ready(self) -> None:
        from gezinnen import vertrek, waarneming
        from instanties.signalen import gaat_weg
        from instanties.vervanging import UITSLUITINGEN

        gaat_weg.connect(vertrek.wat_blijft_liggen)
        UITSLUITINGEN.add("gezinnen", waarneming.neemt_zelf_deel)
