from django.apps import AppConfig


class GezinnenConfig(AppConfig):
    name = "gezinnen"
