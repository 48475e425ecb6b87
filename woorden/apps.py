from django.apps import AppConfig


class WoordenConfig(AppConfig):
    name = "woorden"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate, pre_migrate

        from woorden import begrippen

        pre_migrate.connect(begrippen.zet_vast, dispatch_uid="begrippen.zet_vast")
        post_migrate.connect(begrippen.laat_los, dispatch_uid="begrippen.laat_los")
