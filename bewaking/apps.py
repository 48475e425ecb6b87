from django.apps import AppConfig


class BewakingConfig(AppConfig):
    name = "bewaking"

    def ready(self) -> None:
        from bewaking.panelen import Bewakingspaneel, Klokwachtregel
        from core import plaatsen

        plaatsen.registreer("beheer.start", Bewakingspaneel, volgorde=10)
        for plaats in ("mijn_werk.boven", "ons_plan.boven"):
            plaatsen.registreer(plaats, Klokwachtregel, volgorde=90)
