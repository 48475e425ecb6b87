from django.apps import AppConfig


class ToestemmingConfig(AppConfig):
    name = "toestemming"
