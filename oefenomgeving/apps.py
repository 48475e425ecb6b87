from django.apps import AppConfig
from django.core.exceptions import ImproperlyConfigured


class OefenomgevingConfig(AppConfig):
    name = "oefenomgeving"

    def ready(self) -> None:
        from celery.signals import task_prerun
        from django.conf import settings

        from oefenomgeving import checks, klok  # noqa: F401 - the checks register themselves

        if not settings.OEFENOMGEVING:
            raise ImproperlyConfigured("De oefenomgeving hoort niet in deze installatie: haal haar uit INSTALLED_APPS.")
        klok.begin()
        task_prerun.connect(_ververs_klok, dispatch_uid="oefenklok")


def _ververs_klok(**kwargs: object) -> None:
    from oefenomgeving import klok

    klok.ververs()
