from django.apps import AppConfig


class InstantiesConfig(AppConfig):
    name = "instanties"
