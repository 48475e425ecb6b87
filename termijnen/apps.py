from django.apps import AppConfig


class TermijnenConfig(AppConfig):
    name = "termijnen"
