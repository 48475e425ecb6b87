from django.apps import AppConfig


class GezinnenConfig(AppConfig):
    name = "gezinnen"

    def ready(self) -> None:
        from gezinnen import vertrek
        from instanties.signalen import gaat_weg

        gaat_weg.connect(vertrek.wat_blijft_liggen, dispatch_uid="gezinnen.vertrek")
