from django.apps import AppConfig


class BewakingConfig(AppConfig):
    name = "bewaking"

    def ready(self) -> None:
        from bewaking.panelen import Bewakingspaneel, Klokwachtpaneel
        from core import places

        places.register("beheer.start", Bewakingspaneel, order=10)
        for plaats in ("mijn_werk.boven", "ons_plan.boven"):
            places.register(plaats, Klokwachtpaneel, order=90)
