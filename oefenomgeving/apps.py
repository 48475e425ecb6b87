from django.apps import AppConfig


class OefenomgevingConfig(AppConfig):
    name = "oefenomgeving"
