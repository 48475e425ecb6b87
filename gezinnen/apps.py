from django.apps import AppConfig


class GezinnenConfig(AppConfig):
    name = "gezinnen"

    def ready(self) -> None:
        from gezinnen import vertrek, waarneming
        from instanties import vervanging
        from instanties.signalen import gaat_weg

        gaat_weg.connect(vertrek.wat_blijft_liggen, dispatch_uid="gezinnen.vertrek")
        vervanging.sluit_uit(waarneming.neemt_zelf_deel)
