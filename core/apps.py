from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate, pre_migrate

        from core import begrippen

        pre_migrate.connect(begrippen.zet_vast, dispatch_uid="begrippen.zet_vast")
        post_migrate.connect(begrippen.laat_los, dispatch_uid="begrippen.laat_los")
