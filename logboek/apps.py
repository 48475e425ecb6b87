from django.apps import AppConfig


class LogboekConfig(AppConfig):
    name = "logboek"

    def ready(self) -> None:
        from logboek import aanmelden

        aanmelden.luister()
