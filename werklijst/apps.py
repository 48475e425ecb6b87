from django.apps import AppConfig


class WerklijstConfig(AppConfig):
    name = "werklijst"
