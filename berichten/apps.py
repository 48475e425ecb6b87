from django.apps import AppConfig


class BerichtenConfig(AppConfig):
    name = "berichten"

    def ready(self) -> None:
        from berichten import checks  # noqa: F401 - registers them
